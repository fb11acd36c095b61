"""Resources below resources, to any depth: sync and async, raw, in the command line, in the service for tests."""

import asyncio
import inspect
import io

import pytest

from sdkwright import contract, pipeline
from sdkwright.diff.surface import compare_surface, read_surface
from sdkwright.errors import GeneratorError
from sdkwright.normalise.names import Names
from sdkwright.project import Project
from sdkwright.report import Report
from tests.apis import projects
from tests.apis.calling import KINDS
from tests.conformance.calling import Packages, call_all
from tests.corpus.trial import importable

NAME = "opera_house"


@pytest.fixture
def made(make):
    return make(NAME)


def test_a_resource_below_others_is_reached_from_them(made, stubs):
    server = stubs(NAME)
    with made.client(base_url=server.base_url) as client:
        seats = client.plays.nights.seats.list(1, 2)
        assert [type(seat).__name__ for seat in seats] == ["Seat"] * len(seats)
        assert client.plays.nights.seats.hold(1, 2, 3, name="Ada").seat
        assert isinstance(client.office.prints.programme(), str)


def test_the_asynchronous_client_has_the_same_tree(made, stubs):
    async def main(server):
        async with made.client(asynchronous=True, base_url=server.base_url) as client:
            raw = await client.plays.with_raw_response.nights.seats.list(1, 2)
            return raw.status, await client.plays.nights.list(1)

    status, nights = asyncio.run(main(stubs(NAME)))
    assert status == 200
    assert nights[0].night


def test_raw_answers_are_reached_at_each_depth(made, stubs):
    server = stubs(NAME)
    with made.client(base_url=server.base_url) as client:
        for raw in (client.plays.with_raw_response.nights.seats, client.plays.nights.with_raw_response.seats):
            assert raw.hold(1, 2, 3, name="Ada").status == 200
        assert client.plays.nights.seats.with_raw_response.list(1, 2).status == 200


def test_a_resource_that_only_others_stand_below_has_no_methods(made):
    office = made.module("resources.office").Office
    assert [name for name in vars(office) if not name.startswith("_")] == ["with_raw_response", "prints"]


def test_nothing_below_is_imported_before_it_is_used(made):
    source = inspect.getsource(made.module("client"))
    assert "plays_nights" not in source


def test_the_command_line_says_both_names(made, stubs, capsys, monkeypatch):
    run = made.module("cli._run").run
    assert run(["--help"]) == 0
    assert "plays-nights-seats" in capsys.readouterr().out
    monkeypatch.setenv("OPERA_HOUSE_KEY", "the-key")
    monkeypatch.setenv("OPERA_HOUSE_BASE_URL", stubs(NAME).base_url)
    assert run(["plays-nights-seats", "list", "1", "2", "--jsonl"]) == 0
    assert "seat" in capsys.readouterr().out


def test_the_service_for_tests_answers_by_the_whole_name(made):
    testing = made.module("testing")
    fake = testing.FakeService({"plays.nights.list": [testing.build(made.module("models").Night, night=7)]})
    assert fake.client().plays.nights.list(1)[0].night == 7


@pytest.mark.parametrize("kind", KINDS)
def test_the_trials_of_many_documents_reach_each_depth(made, stubs, kind):
    server = stubs(NAME)
    assert importable(contract.Package.of(made.project)) == len(made.api.operations)
    asked = {"path": {}, "query": {}, "headers": {}, "body": None}
    told = {"status": 200, "body": None}
    seats = {
        "method": "get",
        "uri": "/plays/7/nights/2/seats",
        "request": asked,
        "response": told,
        "judgedByCode": True,
    }
    packages = {NAME: Packages.of([made.project], server.base_url)}
    scenarios = {"seats": {"description": NAME, "apis": [seats]}}
    assert asyncio.run(call_all(scenarios, packages, kind)) == {"seats": ""}
    assert [entry.stub for entry in server.journal] == ["plays.nights.seats.list"]


def test_each_resource_has_its_page(made):
    pages = {path.name for path in made.project.reference.glob("*.md")}
    assert {"office.md", "plays_nights_seats.md", "models-resource.md", "models.md"} <= pages
    # The resource is `prints`, and the example prints what it gets.
    assert "result = client.office.prints.programme()" in (made.project.reference / "office_prints.md").read_text(
        encoding="utf-8"
    )
    assert "(plays_nights.md)" in (made.project.reference / "plays.md").read_text(encoding="utf-8")


def test_a_resource_that_moves_is_a_change(made, tmp_path):
    old = read_surface(made.project.package)
    new = {path: item for path, item in old.items() if not path.startswith("resources.plays.Plays.nights")}
    assert any("resources.plays.Plays.nights" in change.place for change in compare_surface(old, new))


def test_a_part_of_a_name_that_is_no_identifier_is_refused():
    with pytest.raises(GeneratorError, match="cannot be a Python name"):
        Names.parse('[operations]\n"GET /a" = "a.B-c.list"\n', name="names.toml")


def test_a_resource_cannot_have_the_name_of_a_method(tmp_path):
    table = (projects.FOLDER / NAME / "spec/names.toml").read_text(encoding="utf-8")
    spec = tmp_path / "spec"
    spec.mkdir()
    for name in ("sdk.toml", "upstream.json"):
        (spec / name).write_bytes((projects.FOLDER / NAME / "spec" / name).read_bytes())
    (spec / "names.toml").write_text(table.replace("plays.nights.seats.list", "plays.get.list"), encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"plays\.get: plays has get already"):
        pipeline.generate(Project(tmp_path), Report(io.StringIO()), check_types=False)
