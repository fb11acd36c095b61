"""The runtime stands by itself: with nothing but its neutral stand-ins every module imports and type-checks."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from sdkwright.carried import FOLDER as RUNTIME
from sdkwright.project import STAND_INS
from tests import judges
from tests.computed import accepted

IMPORT_ALL = """
import importlib, json, sys
failed = {}
for name in sys.argv[1:]:
    try:
        module = importlib.import_module(f"sdkwright.runtime.{name}")
        for public in getattr(module, "__all__", ()):
            getattr(module, public)
    except Exception as error:
        failed[name] = f"{type(error).__name__}: {error}"
json.dump(failed, sys.stdout)
"""


@pytest.fixture(scope="module")
def modules():
    """The runtime's modules by their dotted names."""
    files = sorted(path.relative_to(RUNTIME).as_posix() for path in RUNTIME.rglob("*.py"))
    return {name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): name for name in files}


def run(*arguments, cwd):
    environment = os.environ | {"PYTHONPATH": str(RUNTIME.parents[1]), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, timeout=240, check=False
    )


def test_every_module_imports(modules, tmp_path):
    done = run("-W", "error", "-c", IMPORT_ALL, *modules, cwd=tmp_path)
    failed = {modules[name]: error for name, error in json.loads(done.stdout).items()}
    assert failed == {}


@pytest.fixture(scope="module")
def files(modules):
    """All that decides what a type checker says."""
    return {"how": Path(__file__)} | {name: RUNTIME / name for name in modules.values()}


def test_mypy_accepts_the_runtime(files, tmp_path):
    def judge():
        settings = tmp_path / "mypy.ini"
        settings.write_text("[mypy]\nstrict = true\npython_version = 3.11\nexplicit_package_bases = true\n")
        done = run(
            *(
                "-m",
                "mypy",
                "--config-file",
                settings,
                "--cache-dir",
                judges.mypy_cache(tmp_path / "cache"),
                "sdkwright/runtime",
            ),
            cwd=RUNTIME.parents[1],
        )
        assert "source files" in done.stdout, done.stdout + done.stderr
        assert re.findall(r"^\S+: error: .*$", done.stdout, re.MULTILINE) == []

    accepted("mypy-of-the-runtime", judge, files)


@pytest.mark.parametrize(
    ("judged", "count"),
    [
        pytest.param([*STAND_INS], len(STAND_INS), id="stand-ins"),
        pytest.param(
            ["."],
            101,
            id="all",
            marks=pytest.mark.full(reason="mypy judges all here, and pyright the rest in the packages of tests/apis"),
        ),
    ],
)
def test_pyright_accepts_the_runtime(files, tmp_path, judged, count):
    settings = {
        # pyright passes over an absolute path.
        "include": [os.path.relpath(RUNTIME / name, tmp_path) for name in judged],
        "extraPaths": [str(RUNTIME.parents[1])],
        "pythonVersion": "3.11",
        "typeCheckingMode": "strict",
        "reportDeprecated": "none",
    }

    def judge():
        (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
        done = run("-m", "pyright", "--pythonpath", sys.executable, "--outputjson", "-p", tmp_path, cwd=tmp_path)
        answer = json.loads(done.stdout)
        assert answer["summary"]["filesAnalyzed"] >= count
        assert [(found["file"], found["message"]) for found in answer["generalDiagnostics"]] == []

    accepted(f"pyright-of-{len(judged)}-of-the-runtime", judge, files)


def test_the_stand_ins_are_there():
    assert [name for name in STAND_INS if not (RUNTIME / name).is_file()] == []
