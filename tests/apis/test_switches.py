"""Each package has the rooms that it needs, and imports by itself and quickly."""

import subprocess
import sys

import pytest

from sdkwright.rooms import DOCUMENT
from sdkwright.rooms import ROOMS as ALL
from tests.apis import projects

# What each project of this folder switches on; `test_rooms` tries any three in each position.
ROOMS = {
    "copy_shop": {"cli", "mcp", "testing"},
    "bike_workshop": {"testing"},
    "boat_club": {"testing"},
    "car_parks": {"testing"},
    "city_library": {"cli", "testing"},
    "ferry_line": set(),
    "opera_house": {"cli", "testing"},
    "parcel_depot": {"cli", "mcp", "testing"},
    "print_shop": {"cli", "mcp", "testing"},
    "radio_station": {"compatibility"},
    "rail_museum": set(),
    "record_archive": {"cli", "mcp", "testing"},
    "river_gauges": {"cli", "testing"},
    "seed_bank": set(),
    "swim_hall": {"otel"},
    "ticket_office": set(),
    "tides": set(),
    "toll_bridge": {"cli", "otel", "testing", "webhooks"},
    "weather_stations": set(),
}
# What their documents need besides.
NEEDS = {
    "boat_club": {"tokens"},
    "copy_shop": {"answers", "extras", "headers"},
    "ferry_line": {"answers", "bodies", "forward pages", "parameters", "parameters or bodies"},
    "opera_house": {"parameters", "parameters or bodies"},
    "print_shop": {"bodies", "extras", "parameters or bodies"},
    "radio_station": {"answers", "bodies", "extras", "parameters", "parameters or bodies", "unions"},
    "rail_museum": {"answers", "bodies", "extras", "limits", "parameters", "parameters or bodies", "webhook events"},
    "record_archive": {"addresses of pages", "forward pages", "headers", "parameters", "parameters or bodies"},
    "river_gauges": {"parameters", "parameters or bodies", "servers"},
    "seed_bank": {"durations", "extras", "limits"},
    "swim_hall": {"answers", "bodies", "headers", "parameters", "parameters or bodies", "tokens"},
    "ticket_office": {"bodies", "extras", "parameters", "parameters or bodies", "unions"},
    "toll_bridge": {
        "bodies",
        "error paths",
        "parameters",
        "parameters or bodies",
        "security hook",
        "webhook events",
    },
}
ROOMS_OF_DOCUMENTS = [room for room in ALL if room.switch == DOCUMENT]
HEAVY = ("httpx", "msgspec", "attrs")


@pytest.mark.parametrize("name", projects.NAMES)
def test_a_package_has_the_rooms_that_are_declared(make, name):
    made = make(name)
    folders = {path.name for path in made.project.package.iterdir() if path.is_dir()}
    assert {"webhooks", "cli", "mcp", "otel", "testing", "compatibility"} & folders == ROOMS[name]
    assert ("_commands" in folders) == (made.project.package / "__main__.py").exists() == ("cli" in ROOMS[name])


@pytest.mark.parametrize("name", projects.NAMES)
def test_a_package_has_what_its_document_needs_and_nothing_that_only_others_need(make, name):
    package = make(name).project.package
    files = {path.relative_to(package).as_posix() for path in package.rglob("*.py")}
    needed = {room.name for room in ROOMS_OF_DOCUMENTS if any(map(room.has, files))}
    assert needed == NEEDS.get(name, set())


@pytest.mark.parametrize("name", projects.NAMES)
def test_every_public_name_is_there(make, name):
    made = make(name)
    assert len(made.package.__all__) > 30
    for public in made.package.__all__:
        assert getattr(made.package, public) is not None


@pytest.mark.parametrize("name", projects.NAMES)
def test_importing_it_in_a_process_of_its_own_loads_neither_models_nor_http(make, name):
    shown = "print(sorted(set(sys.modules) & set(sys.argv[2:])))"
    program = f"import sys; sys.path.insert(0, sys.argv[1]); import {name}; {shown}"
    heavy = [*HEAVY, f"{name}.models", f"{name}.client"]
    command = [sys.executable, "-I", "-W", "error", "-c", program, str(make(name).project.generated), *heavy]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"
