"""A project whose names come by rule takes a later document, without a table of names, pyproject.toml or tests."""

import copy
import io
import json

import pytest

from sdkwright import pipeline
from sdkwright.cli import main
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from sdkwright.update import Wishes, update
from tests.measuring import children_unmeasured

BOAT = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "len": {"type": "number"}}}
ONE = {"description": "One", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Boat"}}}}
ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
FIRST = {
    "openapi": "3.0.3",
    "info": {"title": "Harbour", "version": "1"},
    "servers": [{"url": "https://harbour.example.com"}],
    "paths": {
        "/boats/{id}": {
            "get": {"operationId": "moorBoat", "tags": ["boats"], "parameters": [ID], "responses": {"200": ONE}},
            "delete": {
                "operationId": "deleteBoat",
                "tags": ["boats"],
                "parameters": [ID],
                "responses": {"204": {"description": "Gone"}},
            },
        },
        "/berths": {"get": {"tags": ["berths"], "responses": {"200": ONE}}},
    },
    "components": {"schemas": {"Boat": BOAT}},
}


def later():
    """One operation is new, one is called otherwise, one is gone, and a property has another type."""
    found = copy.deepcopy(FIRST)
    item = found["paths"]["/boats/{id}"]
    item["get"]["operationId"] = "anchorBoat"
    item["put"] = {"tags": ["boats"], "parameters": [ID], "responses": {"200": ONE}}
    del item["delete"]
    found["components"]["schemas"]["Boat"]["properties"]["len"] = {"type": "string"}
    return found


def broken():
    """A new operation cannot be meant."""
    found = later()
    unnamed = {"in": "query", "schema": {"type": "string"}}
    found["paths"]["/odd"] = {"get": {"responses": {"200": ONE}, "parameters": [unnamed]}}
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project that was generated once."""
    root = tmp_path_factory.mktemp("by-rule") / "harbour"
    (root / "spec").mkdir(parents=True)
    (root / MARK).write_text('[package]\nname = "harbour"\nclient = "Harbour"\n', encoding="utf-8")
    first = root.parent / "first.json"
    first.write_text(json.dumps(FIRST), encoding="utf-8")
    assert main(["--project", str(root), "fetch", "--file", str(first)]) == 0
    pipeline.generate(Project(root), Report(out=io.StringIO()), check_types=False)
    for name, document in (("later", later()), ("broken", broken())):
        (root.parent / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
    return root


def test_the_update_ends_with_an_entry_and_stable_names(made, unjudged):
    out = io.StringIO()
    project = Project(made)
    # The processes look for tests, of which there are none.
    with children_unmeasured():
        comparison = update(project, Wishes(file=made.parent / "later.json", dry_run=True, tests=()), Report(out=out))
    said = out.getvalue()
    assert {finding.rule for finding in comparison.findings if finding.place.startswith("boats.")} >= {
        "operation-added",
        "operation-removed",
    }
    # The vendor's other id of an operation changes no name.
    assert not [finding for finding in comparison.findings if "moor" in finding.place or "anchor" in finding.place]
    assert "by rule, but for 1 that stay as they were" in said
    assert '"GET /boats/{id}" = "boats.get_moor"  # as it was; by rule it would be boats.get_anchor' in said
    assert "spec/names.toml (missing)" in said
    assert (comparison.bump.old, comparison.bump.new) == ("0.0.0", "0.1.0")
    assert "no version, for nothing states one" in said
    assert "tests" in said
    assert "there are none" in said
    assert "docs/changes/+" in said
    assert not (made / "pyproject.toml").exists()


def test_what_cannot_be_written_is_left_out_where_that_is_asked_for(made, capsys):
    new = str(made.parent / "broken.json")
    reading = ["--project", str(made)]
    assert main([*reading, "drift", "--file", new]) == 1
    assert "/paths/~1odd/get/parameters/0" in capsys.readouterr().err
    assert main([*reading, "drift", "--allow-partial", "--file", new]) == 5
    said = capsys.readouterr().out
    assert "operation-left-out" in said
    assert "GET /odd: " in said
    assert f"--file {new} --allow-partial" in said
    assert main([*reading, "name", "--allow-partial", "--file", new]) == 0
