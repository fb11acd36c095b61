"""No import of the runtime runs up a floor or closes a circle, and the table of its rooms says what is true."""

import ast
import re
import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter

import pytest

from sdkwright import config
from sdkwright.carried import FOLDER as RUNTIME
from sdkwright.project import Project
from sdkwright.rooms import DOCUMENT, ROOMS, room_of, unwanted

PROJECT = Project.find(__file__)
TABLE = PROJECT.root / "docs" / "pages" / "maintainers" / "rooms.md"
MOST_FLAT = 8


@cache
def table():
    """The rows of the table by their rooms: floor, switch, extras."""
    rows = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("| `") else []
        if len(cells) == 5:
            room, _, floor, switch, extras = cells
            assert room.strip("`") not in rows, room
            rows[room.strip("`")] = (int(floor), switch.strip("`"), re.findall(r"`(.+?)`", extras))
    return rows


def modules(folder):
    """The modules below a folder by their dotted names."""
    found = {}
    for path in folder.rglob("*.py"):
        parts = path.relative_to(folder).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(folder, package=None):
    """Every import between modules of a folder, with its line: those for annotations and inside functions too.

    A text that names a module to `lazy_module` counts as an import.
    """
    found = modules(folder)
    edges = {name: {} for name in found}
    for name, path in found.items():
        home = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for target in targets(node, home, package):
                # What is imported by name may not be there.
                names = (target, target.rpartition(".")[0]) if isinstance(node, ast.ImportFrom) else (target,)
                place = next((place for place in names if place in found), None)
                if place and place != name:
                    edges[name].setdefault(place, node.lineno)
    return edges


def targets(node, home, package):
    """What a statement may import, dotted and relative to the folder."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "lazy_module":
        argument = node.args[0]
        if isinstance(argument, ast.Constant) and argument.value.startswith("."):
            yield argument.value[1:]
    if not isinstance(node, ast.ImportFrom):
        return
    source = (node.module or "").split(".") if node.module else []
    if node.level:
        source = [*home[: len(home) - node.level + 1], *source]
    elif package is not None and source[:1] == [package]:
        source = source[1:]
    else:
        return
    for alias in node.names:
        yield ".".join([*source, alias.name])


def floor_of(name):
    """The floor of a module: that of the row with its longest beginning."""
    parts = name.split(".")
    rows = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((table()[row][0] for row in rows if row in table()), None)


def circle(edges):
    """The modules of one circle; nothing without one."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def test_every_module_of_the_runtime_has_a_floor():
    assert [name for name in modules(RUNTIME) if floor_of(name) is None and name != "_names"] == []


def test_no_import_runs_up():
    edges = imports(RUNTIME)
    assert sum(map(len, edges.values())) > 400
    up = [
        f"{name}:{line} imports {target}"
        for name, found in edges.items()
        for target, line in found.items()
        if floor_of(target) is not None and floor_of(name) is not None and floor_of(target) > floor_of(name)
    ]
    assert up == []


def test_there_is_no_circle_in_the_runtime():
    assert circle(imports(RUNTIME)) == []


def test_there_is_no_circle_in_the_generated_package():
    edges = imports(PROJECT.package, PROJECT.name)
    assert sum(map(len, edges.values())) > 500
    assert circle(edges) == []


def test_few_private_modules_lie_beside_the_rooms():
    flat = [path.name for path in RUNTIME.glob("_*.py") if not path.name.startswith("__")]
    assert 0 < len(flat) <= MOST_FLAT, flat


def test_every_row_is_a_room_of_the_runtime():
    known = modules(RUNTIME)
    assert [row for row in table() if row not in known and not (RUNTIME / row).is_dir()] == []
    assert list(table()) == sorted(table(), key=lambda row: (table()[row][0], list(table()).index(row)))


def test_the_table_has_the_switches():
    switches = {room.name: room.switch for room in ROOMS}
    for row, (_, switch, _) in table().items():
        name = f"{row.replace('.', '/')}{'/' if (RUNTIME / row).is_dir() else '.py'}"
        room = room_of(name, ROOMS)
        assert switch == ("" if room is None else room.switch), row
    configured = {name: switch for name, switch in switches.items() if switch != DOCUMENT}
    assert {table()[name][1] for name in configured} == set(configured.values())


def test_the_table_has_the_extras_of_the_project():
    with PROJECT.pyproject.open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    assert sorted(extra for _, _, found in table().values() for extra in found) == sorted(extras)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_switch_decides_over_its_room(room):
    nothing = config.Configuration(package=config.Package(name="things", client="Things"))
    everything = config.Configuration(
        package=nothing.package,
        webhooks=config.Webhooks(style="hook"),
        command_line=config.CommandLine(enabled=True),
        mcp=config.Mcp(enabled=True),
        testing=config.Testing(enabled=True),
        telemetry=config.Telemetry(enabled=True),
        compatibility=config.Compatibility(stainless=True),
    )
    assert room in unwanted(nothing, frozenset())
    assert (room in unwanted(nothing)) == (room.switch != DOCUMENT)
    assert unwanted(everything) == ()
    files = {path.relative_to(RUNTIME).as_posix() for path in RUNTIME.rglob("*.py")}
    # The surface's models are found by names that are generated alone.
    for part in {*room.files} - {"types/"}:
        assert any(name.startswith(part) if part.endswith("/") else name == part for name in files), part


def test_nothing_imports_what_only_some_documents_need():
    shared = {"parameters or bodies": {"parameters", "bodies"}, "extras": {"unions"}}
    shared["forward pages"] = {"addresses of pages"}
    found, wrong = modules(RUNTIME), []
    rooms = tuple(room for room in ROOMS if room.switch == DOCUMENT)
    homes = {name: room_of(path.relative_to(RUNTIME).as_posix(), rooms) for name, path in found.items()}
    assert sum(home is not None for home in homes.values()) > 20
    for name, path in found.items():
        home = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        statements = [node for node in nodes if isinstance(node, ast.ImportFrom)]
        for target in {target for node in statements for target in targets(node, home, None)}:
            needed = homes.get(target) or homes.get(target.rpartition(".")[0])
            mine = homes[name] and homes[name].name
            # A package with this room always has answers that are read in parts.
            mine = "answers" if name.startswith("compatibility.") else mine
            if needed is not None and mine not in {needed.name, *shared.get(needed.name, ())}:
                wrong.append(f"{name} imports {target}, which only packages with {needed.name} have")
    assert wrong == []


def test_what_runs_up_and_what_closes_a_circle_is_found(tmp_path):
    files = {
        "errors.py": "def f():\n    from .cli import app\n",
        "cli/__init__.py": "",
        "cli/app.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .. import options\n",
        "options.py": "from .errors import Error\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    edges = imports(tmp_path)
    assert edges == {"errors": {"cli.app": 2}, "cli": {}, "cli.app": {"options": 3}, "options": {"errors": 1}}
    assert floor_of("cli.app") > floor_of("errors")
    assert set(circle(edges)) == {"errors", "cli.app", "options"}
