"""Every combination of the switches of `spec/sdk.toml` gives a package that imports and type-checks."""

import io
import itertools
import shutil
import subprocess
import sys

import pytest

from sdkwright import pipeline
from sdkwright.project import MARK, RUNTIME, Project
from sdkwright.report import Report
from sdkwright.rooms import ROOMS
from sdkwright.verify.types import pyright
from tests.apis import projects

SWITCHES = {
    "webhooks": '[webhooks]\nstyle = "hook"\n',
    "cli": "[command_line]\nenabled = true\n",
    "testing": "[testing]\nenabled = true\n",
}
COMBINATIONS = [
    frozenset(rooms) for count in range(len(SWITCHES) + 1) for rooms in itertools.combinations(sorted(SWITCHES), count)
]
HOOK = '''"""Deliveries that are JSON and carry no signature."""

from ._webhooks import DefaultDeliveries as Deliveries
from ._webhooks import DefaultEvent as WebhookEvent
from ._webhooks import DefaultEventType as EventType
from ._webhooks import DefaultWebhooks as Webhooks

__all__ = ["Deliveries", "EventType", "WebhookEvent", "Webhooks"]
'''
IMPORT_ALL = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
for name in sys.argv[2:]:
    package = importlib.import_module(name)
    for public in package.__all__:
        getattr(package, public)
    for found in pkgutil.walk_packages(package.__path__, f"{name}."):
        module = importlib.import_module(found.name)
        for public in getattr(module, "__all__", ()):
            getattr(module, public)
print("all")
"""


def name_of(rooms):
    return "_".join(["with", *sorted(rooms)]) if rooms else "with_nothing"


def lay(folder, rooms):
    """A project whose package has some rooms."""
    name = name_of(rooms)
    project = Project(folder)
    (folder / "spec").mkdir(parents=True)
    shutil.copyfile(projects.FOLDER / "tides" / "spec" / "upstream.json", folder / "spec" / "upstream.json")
    declared = (projects.FOLDER / "tides" / MARK).read_text(encoding="utf-8").replace('"tides"', f'"{name}"')
    (folder / MARK).write_text("\n".join([declared, *(SWITCHES[room] for room in sorted(rooms))]), encoding="utf-8")
    if "webhooks" in rooms:
        hook = folder / "overrides" / name / "hooks" / "webhooks.py"
        hook.parent.mkdir(parents=True)
        hook.write_text(HOOK, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """A folder that holds the package of every combination."""
    together = tmp_path_factory.mktemp("packages")
    for rooms in COMBINATIONS:
        project = lay(tmp_path_factory.mktemp(name_of(rooms)), rooms)
        pipeline.generate(project, Report(io.StringIO()), check_types=False)
        shutil.copytree(project.package, together / project.name)
    return together


def test_every_combination_is_tried():
    assert {room.name for room in ROOMS} == set(SWITCHES)
    assert len(set(COMBINATIONS)) == 8


def shared(room):
    """The runtime's files that belong to another room too: they tell nothing of this one."""
    files = {path.relative_to(RUNTIME).as_posix() for path in RUNTIME.rglob("*.py")}
    return {name for name in files if any(other.has(name) for other in ROOMS if other is not room)}


@pytest.mark.parametrize("rooms", COMBINATIONS, ids=name_of)
def test_a_package_carries_the_rooms_that_it_uses_and_no_file_of_another(packages, rooms):
    folder = packages / name_of(rooms)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.py")}
    for room in ROOMS:
        assert any(room.has(name) for name in files - shared(room)) == (room.name in rooms)
        assert room.name in rooms or not any(room.has(name) for name in files)
    names = (folder / "__init__.py").read_text(encoding="utf-8")
    assert ("WebhookError" in names) == ('"webhooks"' in names) == ("webhooks" in rooms)
    assert ('"testing"' in names) == ("testing" in rooms)


def test_every_package_imports(packages):
    names = [name_of(rooms) for rooms in COMBINATIONS]
    command = [sys.executable, "-I", "-B", "-W", "error", "-c", IMPORT_ALL, str(packages), *names]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("all\n", 0), ran.stderr


def test_mypy_accepts_every_package(packages, tmp_path):
    names = [word for rooms in COMBINATIONS for word in ("-p", name_of(rooms))]
    options = ["--strict", "--config-file=", "--python-version=3.11", f"--cache-dir={tmp_path}"]
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *names], cwd=packages, capture_output=True, text=True, check=False
    )
    assert ran.stdout.startswith("Success: no issues found in "), ran.stdout + ran.stderr


def test_pyright_accepts_every_package(packages):
    first, *others = map(name_of, COMBINATIONS)
    # The judge counts a file for each of the others, which are packages here.
    modules = len([*packages.rglob("*.py")]) - len(others)
    assert modules > 8 * 100
    assert pyright(packages, others, package=first, modules=modules) == []
