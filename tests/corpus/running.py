"""Tries documents side by side, each in a process of its own with a limit of time and of memory."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import attrs

from sdkwright.processes import end
from sdkwright.tree.temporary import temporary

TRIAL = ("-m", "tests.corpus.trial")
"""What Python runs for a document."""

_ROOT = Path(__file__).parents[2]


@attrs.frozen
class Limits:
    """What one document may take.

    Attributes:
        seconds: Of time.
        megabytes: Of memory.
        processes: How many documents are tried at a time.
        switches: What else a trial is told.
        typed: The names of the documents whose package mypy judges, too.
    """

    seconds: float = 600
    megabytes: int = 4_000
    processes: int = 2
    switches: tuple[str, ...] = ()
    typed: frozenset[str] = frozenset()


def run_all(paths, limits, *, tell=lambda _name, _found: None, program=TRIAL):
    """What came of each document, by its name.

    Args:
        paths: The documents.
        limits: What each of them may take.
        tell: Called with the name of a document and what came of it, as soon as that is known.
        program: What Python runs for a document.
    """
    found = {}
    with temporary("sdkwright-corpus-results-") as folder, ThreadPoolExecutor(limits.processes) as pool:

        def run(path):
            outcome = run_one(path, folder / f"{path.stem}.out", limits, program)
            tell(path.stem, outcome)
            return path.stem, outcome

        found.update(pool.map(run, paths))
    return found


def run_one(path, target, limits, program):
    """What came of a document."""
    # The memory of Python itself is small beside the limit, so no option of the system's is needed to set it before.
    command = [sys.executable, *program, str(path), str(target), str(limits.megabytes), *limits.switches]
    command += ["--types"] if path.stem in limits.typed else []
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            said = process.communicate(timeout=limits.seconds)[1].decode("utf-8", "replace").strip().splitlines()
        except subprocess.TimeoutExpired:
            return {
                "outcome": "timed out",
                "said": f"more than {limits.seconds:g} seconds",
                "bytes": path.stat().st_size,
            }
        finally:
            # With whatever it has started.
            end(process)
    if target.is_file():
        return json.loads(target.read_bytes())
    why = said[-1][:300] if said else f"status {process.returncode}"
    return {"outcome": "crashed", "said": f"the process ended: {why}", "bytes": path.stat().st_size}
