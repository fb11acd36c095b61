"""Accepts what the generator makes of the projects here: writes their generated modules into `expected/`.

Run `PYTHON tests/apis/accept.py`, with names of projects to accept these alone.
"""

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "generator")]

from tests.apis import projects  # noqa: E402 - found by the path above


def accept(name):
    """Write the generated modules of a project."""
    with tempfile.TemporaryDirectory() as folder:
        modules = projects.generated(projects.make(name, Path(folder)))
    target = projects.FOLDER / name / "expected"
    shutil.rmtree(target, ignore_errors=True)
    for module, content in modules.items():
        path = target / module
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    sys.stdout.write(f"{target.relative_to(ROOT)}: {len(modules)} modules; `git diff` shows what has changed.\n")


if __name__ == "__main__":
    for name in sys.argv[1:] or projects.NAMES:
        accept(name)
