"""Generates large public documents, type checkers apart: what each costs, and how the cost of one grows with its size.

Usage: size.py [NAME ...], where a name is `github`, `stripe`, `kubernetes` or `growth`; all of them by default. The
documents are those of the npm package that `tests/corpus` pins, downloaded once. The exit status is 1 beyond a limit.
"""

from __future__ import annotations

import json
import os
import resource
import socketserver
import statistics
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sdkwright import pipeline  # noqa: E402 - the path comes first
from sdkwright.emit.security import keys_of  # noqa: E402
from sdkwright.ir import Api, Operation, references  # noqa: E402
from sdkwright.normalise.sites import METHODS  # noqa: E402
from sdkwright.normalise.tolerance.references import reached  # noqa: E402
from sdkwright.project import MARK, Project  # noqa: E402
from sdkwright.readings import JSON  # noqa: E402
from sdkwright.sources.npm import fetch_tarball  # noqa: E402
from sdkwright.stubs import build_mappings  # noqa: E402
from tests.corpus import documents  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMBERS: Final = {
    "github": "github.com/api.github.com.json",
    "stripe": "stripe.com.json",
    "kubernetes": "kubernetes.io.json",
}
KEPT: Final = ROOT / ".nox" / "corpus" / "size"
STEPS: Final = (100, 200, 400, 800)
SECONDS: Final = 60.0
MEGABYTES: Final = 1_500
GROWTH: Final = 1.5
"""How many times what a megabyte of document costs at 100 operations it may cost at 800."""
CALL: Final = 1.2
ROUNDS: Final = 9
_PAGE: Final = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_RAW: Final = """
import httpx, json
response = httpx.Client(base_url="{url}").get("/")
response.raise_for_status()
json.loads(response.content)
"""


def read(name: str) -> Any:
    """A document by its name in the table."""
    if not all((KEPT / f"{known}.json").is_file() for known in MEMBERS):
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as aside:
            package = fetch_tarball(documents.SOURCE, Path(aside), way_out="try again")
            if package.integrity != documents.INTEGRITY:
                sys.exit(f"{documents.SOURCE.label} is not the package that tests/corpus pins.")
            with tarfile.open(package.path) as archive:
                for known, member in MEMBERS.items():
                    found = archive.extractfile(f"package/api/{member}")
                    (KEPT / f"{known}.json").write_bytes(found.read() if found else b"")
    return json.loads((KEPT / f"{name}.json").read_bytes())


class Memory(threading.Thread):
    """Watches what a process and all below it hold together.

    Args:
        process: The process.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        super().__init__(daemon=True)
        self.process, self.most = process, 0

    def run(self) -> None:
        """Look until it has ended."""
        while self.process.poll() is None:
            self.most = max(self.most, held(self.process.pid))
            time.sleep(0.1)


def held(root: int) -> int:
    """Megabytes of a process and of its children; 0 where the system does not say."""
    parents: dict[int, int] = {}
    sizes: dict[int, int] = {}
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


def generated(document: Any, folder: Path) -> tuple[float, float, int, str]:
    """Wall seconds, processor seconds, megabytes and output of the generation of a document in an empty folder."""
    (folder / "spec").mkdir(parents=True)
    (folder / "spec" / "upstream.json").write_text(json.dumps(document), encoding="utf-8")
    (folder / MARK).write_text('[package]\nname = "big"\nclient = "Big"\n', encoding="utf-8")
    command = [sys.executable, "-m", "sdkwright", "generate", "--skip-types", "--project", str(folder)]
    before, started = spent(), time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        memory = Memory(process)
        memory.start()
        output = process.communicate()[0]
    wall, cpu = time.perf_counter() - started, spent() - before
    if process.returncode:
        sys.exit(output[-3000:])
    return wall, cpu, memory.most, output


def cut(document: Any, count: int) -> Any:
    """A document of some operations, evenly spread over all, and of what they reach."""
    every = [(path, method) for path, item in document["paths"].items() for method in METHODS if method in item]
    kept = {every[place * len(every) // count] for place in range(count)}
    paths = {}
    for path, item in document["paths"].items():
        own = {word: value for word, value in item.items() if word not in METHODS or (path, word) in kept}
        if any(word in METHODS for word in own):
            paths[path] = own
    less = document | {"paths": paths}
    used = reached(less)
    components = {
        kind: named if kind == "securitySchemes" else {name: one for name, one in named.items() if (kind, name) in used}
        for kind, named in less.get("components", {}).items()
    }
    return less | {"components": components}


def show(name: str, document: Any) -> bool:
    """Generate a document, print what it costs and what its package does, and return whether all is within limits."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "project"
        wall, cpu, most, output = generated(document, folder)
        files = list((folder / "generated" / "big").rglob("*.py"))
        lines = sum(path.read_bytes().count(b"\n") for path in files)
        print(f"{name:<12} {wall:6.1f} s   {cpu:6.1f} s CPU   {most:6,} MB   {len(files):5,} modules {lines:9,} lines")
        for line in output.splitlines():
            if line.endswith(" s") and not line.startswith(" "):
                print(f"             {line}")
        ratio = first_call(Project(folder))
    return wall <= SECONDS and most <= MEGABYTES and ratio <= CALL


def first_call(project: Project) -> float:
    """Print how long an import takes, and a first call for few models, and return its ratio to raw httpx and json."""
    api = pipeline.api_in_place(project)
    operation = min((one for one in api.operations if is_simple(one)), key=lambda one: len(models_of(one, api)))
    mappings = {mapping["name"]: mapping for mapping in build_mappings(api, project=project)}
    body = msgspec.json.Encoder(decimal_format="number").encode(mappings[operation.name]["response"]["jsonBody"])
    keys = "".join(f'{key.argument}="k", ' for key in keys_of(project.configuration, api, place=MARK))
    with listening(body) as url:
        ours = f'from big import Big\nBig({keys}base_url="{url}").{operation.resource}.{operation.verb}()\n'
        programs = {
            "nothing": "",
            "import": "import big",
            "envoice": "import envoice",
            "ours": ours,
            "raw": _RAW.format(url=url),
        }
        taken = timed(programs, project.generated)
    ratio = (taken["ours"] - taken["nothing"]) / (taken["raw"] - taken["nothing"])
    called = f"{operation.name}, which reaches {len(models_of(operation, api))} models"
    own, usual = (1000 * (taken[name] - taken["nothing"]) for name in ("import", "envoice"))
    print(f"             import {own:.1f} ms, of Envoice {usual:.1f} ms; first call ({called}) {ratio:.2f}")
    return ratio


def is_simple(operation: Operation) -> bool:
    """Whether it is a GET without arguments that answers JSON."""
    content = operation.success.content
    is_json = content is not None and content.media_type == JSON
    return operation.method == "GET" and is_json and not any(one.required for one in operation.parameters)


def models_of(operation: Operation, api: Api) -> set[str]:
    """The models that its answer reaches; many for an answer without one, which shows nothing."""
    content = operation.success.content
    found = api.reachable(references(content.type)) if content is not None else set()
    return found or {*api.schemas}


def timed(programs: dict[str, str], generated_folder: Path) -> dict[str, float]:
    """The medians of the processor seconds of whole processes, run in turn, with compiled modules in place."""
    found: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as cache:
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env |= {
            "PYTHONPYCACHEPREFIX": cache,
            "PYTHONPATH": os.pathsep.join([str(generated_folder), str(ROOT / "generated")]),
        }
        for _ in range(ROUNDS + 1):
            for name, program in programs.items():
                before = spent()
                subprocess.run([sys.executable, "-c", program], env=env, check=True)
                found[name].append(spent() - before)
    return {name: statistics.median(values[1:]) for name, values in found.items()}


def spent() -> float:
    """Processor seconds of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def listening(body: bytes) -> Iterator[str]:
    """The base URL of a server on loopback that answers each request with the same body."""

    class Answers(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while self.rfile.readline():
                while self.rfile.readline().strip():
                    pass
                head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
                self.wfile.write(head + body)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answers) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def growth() -> bool:
    """Print what parts of GitHub's document cost, and return whether a megabyte costs alike in all of them."""
    document, costs = read("github"), []
    # What any generation costs: imports, the runtime, one process for each judge that needs another.
    least, _, smallest = cost(document, 1)
    print(f"    1 operation   {smallest:5.2f} MB  {least:6.1f} s CPU")
    for count in STEPS:
        cpu, most, megabytes = cost(document, count)
        costs.append((cpu - least) / (megabytes - smallest))
        size = f"{count:5} operations  {megabytes:5.2f} MB"
        print(f"{size}  {cpu:6.1f} s CPU  {costs[-1]:5.1f} s for each MB more  {most:6,} MB held")
    print(f"ratio {costs[-1] / costs[0]:.2f} (limit {GROWTH})")
    return costs[-1] <= GROWTH * costs[0]


def cost(document: Any, count: int) -> tuple[float, int, float]:
    """Processor seconds and megabytes of the generation of some operations of a document, and its own megabytes."""
    part = cut(document, count)
    with tempfile.TemporaryDirectory() as place:
        _, cpu, most, _ = generated(part, Path(place) / "project")
    return cpu, most, len(json.dumps(part)) / 1_000_000


def main() -> int:
    """Print all of it; the exit status is 1 beyond a limit."""
    wanted = sys.argv[1:] or [*MEMBERS, "growth"]
    kept = [growth() if name == "growth" else show(name, read(name)) for name in wanted]
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
