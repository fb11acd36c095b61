"""Packages without what they do not need: webhooks, a command line, or what tests use."""

import subprocess
import sys

import pytest

ROOMS = {"webhooks", "cli", "testing"}
HAS = {
    "bike_workshop": {"testing"},
    "car_parks": {"testing"},
    "city_library": {"cli", "testing"},
    "tides": set(),
    "weather_stations": set(),
}


@pytest.mark.parametrize("name", HAS)
def test_a_package_has_the_rooms_that_are_declared(make, name):
    made = make(name)
    folders = {path.name for path in made.project.package.iterdir() if path.is_dir()}
    assert ROOMS & folders == HAS[name]
    assert ("_commands" in folders) == ("cli" in HAS[name])
    assert (made.project.package / "__main__.py").exists() == ("cli" in HAS[name])


@pytest.mark.parametrize("name", HAS)
def test_no_public_name_needs_what_is_not_there(make, name):
    made = make(name)
    for public in made.package.__all__:
        assert getattr(made.package, public) is not None
    for room in ROOMS - HAS[name]:
        assert not hasattr(made.package, room)


@pytest.mark.parametrize("name", ["car_parks", "tides"])
def test_importing_it_in_a_process_of_its_own_loads_neither_models_nor_http(make, name):
    made = make(name)
    shown = "print(sorted(set(sys.modules) & set(sys.argv[2:])))"
    program = f"import sys; sys.path.insert(0, sys.argv[1]); import {name}; {shown}"
    heavy = ["httpx", "msgspec", "attrs", f"{name}.models", f"{name}.client"]
    command = [sys.executable, "-I", "-W", "error", "-c", program, str(made.project.generated), *heavy]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"
