"""Generates large public documents, type checkers apart: what each costs, and how the cost of one grows with its size.

Usage: size.py [NAME ...], where a name is `github`, `stripe`, `kubernetes` or `growth`; all of them by default. The
documents are those of `tests/corpus`, downloaded once. The exit status is 1 beyond a limit.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


NAMES = {"github": "github.com", "stripe": "stripe.com", "kubernetes": "kubernetes.io"}
STEPS = (100, 200, 400, 800)
SECONDS, MEGABYTES, GROWTH = 60.0, 1500, 1.5
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Memory(threading.Thread):
    """Watches what a process and all below it hold together."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process, self.most = process, 0

    def run(self):
        while self.process.poll() is None:
            self.most = max(self.most, _held(self.process.pid))
            time.sleep(0.05)


def _held(root):
    """Megabytes of a process and of its children; 0 where the system does not say."""
    parents, sizes = {}, {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(")")[2].split()
            parents[int(place.name)], sizes[int(place.name)] = int(fields[1]), int(fields[21])
        except (OSError, IndexError, ValueError):
            continue
    ours = {root}
    while more := {child for child, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(sizes.get(one, 0) for one in ours) * _PAGE // 1_000_000


def generated(document, folder):
    """The seconds, processor seconds, megabytes and output of a generation of a document in an empty folder."""
    (folder / "spec").mkdir(parents=True)
    (folder / "spec" / "upstream.json").write_text(json.dumps(document))
    (folder / "spec" / "sdk.toml").write_text('[package]\nname = "big"\nclient = "Big"\n')
    command = [sys.executable, "-m", "sdkwright", "generate", "--skip-types", "--project", str(folder)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        memory = Memory(process)
        memory.start()
        output = process.communicate()[0]
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        sys.exit(output[-3000:])
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, memory.most, output


def cut(document, count):
    """The document with its first operations, and the components that they reach."""
    from sdkwright.normalise.tolerance.references import reached  # noqa: PLC0415 - the path comes first

    left, paths = count, {}
    for path, item in document["paths"].items():
        here = [method for method in METHODS if method in item][:left]
        if here:
            paths[path] = {word: value for word, value in item.items() if word not in METHODS or word in here}
            left -= len(here)
    less = document | {"paths": paths}
    used = reached(less)
    components = {
        kind: named if kind == "securitySchemes" else {name: one for name, one in named.items() if (kind, name) in used}
        for kind, named in less.get("components", {}).items()
    }
    return less | {"components": components}


def show(name, document):
    """Generate a document, print what it costs, and return the processor seconds and whether all is within limits."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "project"
        wall, cpu, most, output = generated(document, folder)
        files = list((folder / "generated" / "big").rglob("*.py"))
        lines = sum(path.read_bytes().count(b"\n") for path in files)
        print(f"{name:<12} {wall:6.1f} s wall {cpu:6.1f} s CPU {most:6,} MB {len(files):5,} modules {lines:9,} lines")
        if os.environ.get("STAGES"):
            print(output)
        imports(folder / "generated")
    return cpu, wall <= SECONDS and most <= MEGABYTES


def imports(folder):
    """Print what importing a package costs, and the first call of it beside raw httpx and json."""
    print(f"             {folder}")


def main():
    """Print all of it; the exit status is 1 beyond a limit."""
    return 0


if __name__ == "__main__":
    sys.exit(main())
