"""Any three switches of `spec/sdk.toml`, in each position, give a package that imports; `test_types` judges it."""

import itertools
import subprocess
import sys

import pytest

from sdkwright.carried import FOLDER as RUNTIME
from sdkwright.errors import GeneratorError
from sdkwright.rooms import DOCUMENT, ROOMS
from tests.apis.combinations import ALL, COMBINATIONS, POSSIBLE, SWITCHES, lay, name_of, positions

# What lies over a package needs a configuration of its own beside the document, as the radio station has.
SWITCHED = [room for room in ROOMS if room.switch != DOCUMENT and room.name != "compatibility"]

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


def test_every_switch_is_tried():
    assert {room.name for room in SWITCHED} == set(SWITCHES)
    assert len(set(COMBINATIONS)) == 12


@pytest.mark.parametrize("rooms", ALL, ids=name_of)
def test_a_server_without_the_command_line_is_all_that_is_refused(tmp_path, rooms):
    project = lay(tmp_path, rooms)
    if rooms in POSSIBLE:
        wanted = {room.name for room in SWITCHED if room.wanted(project.configuration)}
        assert wanted == rooms
    else:
        with pytest.raises(GeneratorError, match=r"\[mcp\] enabled: the command line starts the server"):
            _ = project.configuration


@pytest.mark.parametrize("switches", [*itertools.combinations(sorted(SWITCHES), 3)], ids="-".join)
def test_any_three_switches_are_tried_in_each_of_their_positions(switches):
    assert positions(switches, COMBINATIONS) == positions(switches, POSSIBLE)
    assert len(positions(switches, POSSIBLE)) == (6 if {"cli", "mcp"} <= set(switches) else 8)


def shared(room):
    """The runtime's files that belong to another room too: they tell nothing of this one."""
    files = {path.relative_to(RUNTIME).as_posix() for path in RUNTIME.rglob("*.py")}
    return {name for name in files if any(other.has(name) for other in ROOMS if other is not room)}


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
@pytest.mark.parametrize("rooms", COMBINATIONS, ids=name_of)
def test_a_package_carries_the_rooms_that_it_uses_and_no_file_of_another(combine, rooms):
    folder = combine(rooms)
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.py")}
    for room in SWITCHED:
        assert any(room.has(name) for name in files - shared(room)) == (room.name in rooms)
        assert room.name in rooms or not any(room.has(name) for name in files)
    names = (folder / "__init__.py").read_text(encoding="utf-8")
    assert ("WebhookError" in names) == ('"webhooks"' in names) == ("webhooks" in rooms)
    assert ('"testing"' in names) == ("testing" in rooms)


def test_every_package_imports(combine):
    made = [combine(rooms) for rooms in COMBINATIONS]
    command = [sys.executable, "-I", "-B", "-W", "error", "-c", IMPORT_ALL, str(made[0].parent)]
    ran = subprocess.run([*command, *(folder.name for folder in made)], capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.returncode) == ("all\n", 0), ran.stderr
