"""Operations that cannot be written are left out where that is asked for, and never in silence."""

import io
import json

import attrs
import pytest

from sdkwright import pipeline
from sdkwright.cli import main
from sdkwright.errors import GeneratorError
from sdkwright.project import MARK, Project
from sdkwright.report import Report

OK = {"200": {"description": "ok", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/T"}}}}}


@pytest.fixture
def project(tmp_path):
    """A project of nine operations, two of which cannot be meant."""
    paths = {f"/things/{number}": {"get": {"tags": ["things"], "responses": OK}} for number in range(7)}
    paths["/broken"] = {"get": {"responses": OK, "parameters": [{"in": "query", "schema": {"type": "string"}}]}}
    paths["/lost"] = {"post": {"responses": {"200": {"$ref": "#/components/responses/Gone"}}}}
    document = {
        "openapi": "3.0.3",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {"schemas": {"T": {"type": "object", "properties": {"a": {"type": "string"}}}}},
    }
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "upstream.json").write_text(json.dumps(document), encoding="utf-8")
    (tmp_path / MARK).write_text('[package]\nname = "partly"\nclient = "Partly"\n', encoding="utf-8")
    return Project(tmp_path)


def test_without_being_asked_one_such_operation_stops_the_generation(project):
    with pytest.raises(GeneratorError, match=r"/paths/~1broken/get/parameters/0"):
        pipeline.normalised(project)


def test_where_it_is_asked_they_are_left_out_and_listed_in_the_ledger_and_the_notes(project):
    file = project.root / MARK
    file.write_text(f"{file.read_text(encoding='utf-8')}\n[normalisation]\npartial = true\n", encoding="utf-8")
    _, found = pipeline.normalised(Project(project.root))
    assert len(found.document["paths"]) == 7
    dropped = {entry.upstream: entry.reason for entry in found.ledger if entry.outcome == "dropped"}
    assert {*dropped} == {"GET /broken", "POST /lost"}
    assert "#/components/responses/Gone" in dropped["POST /lost"]
    left = [line for line in found.absent if line.startswith("left out: ")]
    assert left == [f"left out: {key}: {dropped[key].removeprefix('left out: ')}" for key in dropped]


def test_the_methods_of_3_2_are_kept_and_left_out_as_any_other(project):
    file = project.root / "spec" / "upstream.json"
    document = json.loads(file.read_text(encoding="utf-8"))
    document["openapi"] = "3.2.0"
    lost = {"responses": {"200": {"$ref": "#/components/responses/Gone"}}}
    others = {"COPY": {"tags": ["things"], "responses": OK}, "LINK": lost}
    document["paths"]["/things/0"] |= {"additionalOperations": others, "query": {"tags": ["things"], "responses": OK}}
    file.write_text(json.dumps(document), encoding="utf-8")
    _, found = pipeline.normalised(attrs.evolve(project, partial=True))
    kept = found.document["paths"]["/things/0"]
    assert ([*kept], [*kept["additionalOperations"]]) == (["additionalOperations", "get", "query"], ["COPY"])
    assert "LINK /things/0" in {entry.upstream for entry in found.ledger if entry.outcome == "dropped"}


def test_the_switch_does_the_same_once(project, capsys):
    arguments = ["--project", str(project.root), "generate", "--skip-types"]
    assert main(arguments) == 1
    assert main([*arguments, "--allow-partial"]) == 0
    said = capsys.readouterr().out
    assert "left out: GET /broken: " in said
    assert "| `POST /lost` | dropped |" in project.ledger.read_text(encoding="utf-8")


def test_a_document_of_which_nothing_can_be_written_is_refused(project):
    document = json.loads(project.upstream.read_text(encoding="utf-8"))
    document["paths"] = {path: document["paths"][path] for path in ("/broken", "/lost")}
    project.upstream.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(GeneratorError, match="no operation of the document can be written; the first: "):
        pipeline.generate(Project(project.root, partial=True), Report(io.StringIO()), check_types=False)
