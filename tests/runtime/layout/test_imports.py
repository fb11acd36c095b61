"""The runtime stands by itself: with nothing but its neutral stand-ins every module imports and type-checks."""

import json
import os
import re
import subprocess
import sys

import pytest

from sdkwright.project import RUNTIME, STAND_INS

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


def test_mypy_accepts_the_runtime(tmp_path):
    settings = tmp_path / "mypy.ini"
    settings.write_text("[mypy]\nstrict = true\npython_version = 3.11\nexplicit_package_bases = true\n")
    done = run(
        *("-m", "mypy", "--config-file", settings, "--cache-dir", tmp_path / "cache", "sdkwright/runtime"),
        cwd=RUNTIME.parents[1],
    )
    assert "source files" in done.stdout, done.stdout + done.stderr
    assert re.findall(r"^\S+: error: .*$", done.stdout, re.MULTILINE) == []


def test_pyright_accepts_the_runtime(tmp_path):
    settings = {
        # pyright passes over an absolute path.
        "include": [os.path.relpath(RUNTIME, tmp_path)],
        "extraPaths": [str(RUNTIME.parents[1])],
        "pythonVersion": "3.11",
        "typeCheckingMode": "strict",
        "reportDeprecated": "none",
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    done = run("-m", "pyright", "--pythonpath", sys.executable, "--outputjson", "-p", tmp_path, cwd=tmp_path)
    answer = json.loads(done.stdout)
    assert answer["summary"]["filesAnalyzed"] > 100
    assert [(found["file"], found["message"]) for found in answer["generalDiagnostics"]] == []


def test_the_stand_ins_are_there():
    assert [name for name in STAND_INS if not (RUNTIME / name).is_file()] == []
