"""Both type checkers, strict, accept every package and a caller's program on them."""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.apis import projects

SAMPLE = "usage.py"
PYTHON = "3.11"


def mypy(folder):
    """What mypy says of the packages in a folder and of the program beside them."""
    options = ["--strict", "--config-file=", f"--python-version={PYTHON}", "--cache-dir=.cache"]
    options += ["--no-error-summary", "--no-pretty"]
    places = [str(folder / name / "generated") for name in projects.NAMES]
    judged = [*(f"{place}/{name}" for place, name in zip(places, projects.NAMES, strict=True)), SAMPLE]
    environment = {**os.environ, "MYPYPATH": os.pathsep.join(places)}
    command = [sys.executable, "-m", "mypy", *options, *judged]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=folder)
    return [*done.stdout.splitlines(), done.stderr] if done.returncode else []


def pyright(folder):
    """What pyright says of the same, and how many files it looked at."""
    places = [f"{name}/generated" for name in projects.NAMES]
    settings = {"include": [*places, SAMPLE], "exclude": [], "extraPaths": places, "typeCheckingMode": "strict"}
    settings |= {"pythonVersion": PYTHON, "reportDeprecated": "none"}
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


def test_mypy_and_pyright_accept_every_package(make, folder):
    modules = sum(len([*make(name).project.package.rglob("*.py")]) for name in projects.NAMES)
    shutil.copyfile(projects.FOLDER / SAMPLE, folder / SAMPLE)
    with ThreadPoolExecutor(2) as pool:
        said, judged = pool.submit(mypy, folder), pool.submit(pyright, folder)
        assert not said.result(), "\n".join(said.result())
        wrong, count = judged.result()
        assert not wrong, "\n".join(wrong)
        # Fewer files looked at would be a silent success.
        assert count == modules + 1
