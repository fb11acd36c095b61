"""Judges the calls of callers of a former SDK on the package that is made of its document and its configuration.

`python -m tests.former FOLDER`: the folder has the document (`openapi.json` or `openapi.yml`), `stainless.yml`
and `calls.json`. Without them it tries the cases that lie beside this checkout, each in a process of its own.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from sdkwright.project import Project
from tests.former.judging import judge

CASES = Project.find(__file__).root.parent / "shared" / "stainless"
LEAST = 0.98


def main():
    """Judge one case, or those that are there."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--types", action="store_true", help="have mypy judge a file of all calls too")
    parser.add_argument("--only-calls", action="store_true", help="leave out what callers rely on besides")
    parser.add_argument("--into", type=Path, help="keep the project in this folder")
    options = parser.parse_args()
    if options.folder is None:
        return every(["--types"] if options.types else [])
    with tempfile.TemporaryDirectory() as temporary:
        target = options.into or Path(temporary) / "project"
        verdict = judge(options.folder, target, types=options.types, relied=not options.only_calls)
    for line in verdict.told:
        sys.stdout.write(f"  {line}\n")
    for what in ("sync", "async", "requests", "relied"):
        right, tried = verdict.counts[f"{what}, right"], verdict.counts[what]
        sys.stdout.write(f"{options.folder.name}: {what}: {right} of {tried} ({verdict.share(what):.1%})\n")
    if unjudged := verdict.counts["requests, not judged"]:
        sys.stdout.write(f"{options.folder.name}: {unjudged} requests could not be judged\n")
    return 0 if min(map(verdict.share, ("sync", "async", "relied"))) >= LEAST else 1


def every(more):
    """Judge each case that is there."""
    cases = [path.parent for path in sorted(CASES.glob("*/calls.json"))]
    if not cases:
        sys.stdout.write(f"{CASES.name}: no case lies beside this checkout, so nothing was judged.\n")
        return 0
    commands = [[sys.executable, "-m", "tests.former", str(case), *more] for case in cases]
    return max(subprocess.run(command, check=False).returncode for command in commands)


if __name__ == "__main__":
    sys.exit(main())
