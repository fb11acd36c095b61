"""Both type checkers, strict, accept every package and a caller's program on them."""

import itertools
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import judges
from tests.apis import projects
from tests.apis.combinations import COMBINATIONS, POSSIBLE, SWITCHES, positions
from tests.apis.test_switches import ROOMS
from tests.computed import accepted

SAMPLE = "usage.py"
PYTHON = "3.11"
# Together with the projects these have any two switches in each position that is possible.
PAIRS = [frozenset({"cli", "mcp", "otel", "webhooks"}), frozenset({"testing", "webhooks"})]


def mypy(folder, packages):
    """What mypy says of packages in a folder and of the program beside them."""
    options = ["--strict", "--config-file=", f"--python-version={PYTHON}"]
    options.append(f"--cache-dir={judges.mypy_cache(folder / '.cache')}")
    options += ["--no-error-summary", "--no-pretty"]
    environment = {**os.environ, "MYPYPATH": os.pathsep.join({str(package.parent) for package in packages})}
    command = [sys.executable, "-m", "mypy", *options, *map(str, packages), SAMPLE]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=folder)
    return [*done.stdout.splitlines(), done.stderr] if done.returncode else []


def once(modules):
    """The modules that differ: packages carry those of the runtime byte for byte, and each of them is judged in one."""
    seen = {}
    for path in modules:
        seen.setdefault((path.name, path.read_bytes()), path)
    return [*seen.values()]


def pyright(folder, packages, modules):
    """What pyright says of the same, of each module once, and how many files it looked at."""
    # It passes over what is named by its whole path.
    include = [*(os.path.relpath(module, folder) for module in modules), SAMPLE]
    places = sorted({str(package.parent) for package in packages})
    settings = {"include": include, "exclude": [], "extraPaths": places}
    settings |= {"typeCheckingMode": "strict", "pythonVersion": PYTHON, "reportDeprecated": "none"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pyright",
        "--project",
        str(folder),
        "--pythonpath",
        sys.executable,
        "--outputjson",
    ]
    report = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    errors = [item for item in report["generalDiagnostics"] if item["severity"] == "error"]
    said = [f"{item['file']}:{item['range']['start']['line'] + 1}: {item['message']}" for item in errors]
    return said, report["summary"]["filesAnalyzed"]


@pytest.mark.parametrize("switches", [*itertools.combinations(sorted(SWITCHES), 2)], ids="-".join)
def test_any_two_switches_are_judged_in_each_of_their_positions(switches):
    assert positions(switches, [*ROOMS.values(), *PAIRS]) == positions(switches, POSSIBLE)


# On a slow machine beside two other workers it takes as long as any test may.
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize(
    "combinations",
    [
        pytest.param(PAIRS, id="any-two-switches"),
        pytest.param(
            COMBINATIONS,
            id="all-switches",
            marks=pytest.mark.full(reason="any two switches are judged in each of their positions without it"),
        ),
    ],
)
def test_mypy_and_pyright_accept_every_package(make, combine, tmp_path, combinations):
    packages = [make(name).project.package for name in projects.NAMES] + [combine(rooms) for rooms in combinations]
    modules = {f"{one.name}/{path.relative_to(one)}": path for one in packages for path in one.rglob("*.py")}
    sample, judged_once = shutil.copyfile(projects.FOLDER / SAMPLE, tmp_path / SAMPLE), once(modules.values())

    def judge():
        with ThreadPoolExecutor(2) as pool:
            said, judged = pool.submit(mypy, tmp_path, packages), pool.submit(pyright, tmp_path, packages, judged_once)
            assert not said.result(), "\n".join(said.result())
            wrong, count = judged.result()
            assert not wrong, "\n".join(wrong)
            # Fewer files looked at would be a silent success.
            assert count == len(judged_once) + 1

    files = {"how": Path(__file__), SAMPLE: sample} | modules
    accepted(f"both-of-{len(packages)}-packages", judge, files)
