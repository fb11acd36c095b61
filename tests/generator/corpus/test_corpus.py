"""The trial of many documents counts what becomes of each, and says what has changed since an earlier run."""

import json

import pytest

from sdkwright.errors import GeneratorError
from tests.corpus import documents
from tests.corpus.__main__ import main
from tests.corpus.running import Limits, run_all
from tests.corpus.summary import compared, is_worse, normalised
from tests.corpus.trial import count

PONDS = {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Pond"}}}}
GOOD = {
    "openapi": "3.0.3",
    "info": {"title": "Ponds", "version": "1"},
    "servers": [{"url": "https://ponds.example.com"}],
    "paths": {
        "/ponds": {
            "get": {
                "operationId": "listPonds",
                "tags": ["ponds"],
                "parameters": [{"name": "deep", "in": "query", "required": True, "schema": {"type": "boolean"}}],
                "responses": {"200": {"description": "All", "content": PONDS}},
            }
        },
        "/ponds/drain": {
            "post": {"operationId": "drainPond", "tags": ["ponds"], "responses": {"204": {"description": "Done"}}}
        },
    },
    "components": {"schemas": {"Pond": {"type": "object", "properties": {"name": {"type": "string"}}}}},
}
# Nothing has a model.
PLAIN = {
    "openapi": "3.0.3",
    "info": {"title": "Bells", "version": "1"},
    "servers": [{"url": "https://bells.example.com"}],
    "paths": {"/bells/ring": {"post": {"operationId": "ringBell", "responses": {"204": {"description": "Done"}}}}},
}
REFUSED = {"swagger": "1.2", "info": {"title": "Old", "version": "1"}, "paths": {}}
DOCUMENTS = {"ponds.example": GOOD, "bells.example": PLAIN, "old.example": REFUSED, "broken.example": GOOD}
# What a document of one name does to the pipeline, in the process of its own.
FAULTY = """
import sys
from sdkwright import pipeline
from tests.corpus import trial
generate = pipeline.generate
def faulty(project, report, **options):
    if "broken" in project.name:
        raise ZeroDivisionError("an injected fault")
    generate(project, report, **options)
pipeline.generate = faulty
trial.try_document.__kwdefaults__["make"] = faulty
trial.main(*sys.argv[1:])
"""


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    """What the program kept and printed of the documents, and its status."""
    folder = tmp_path_factory.mktemp("documents")
    for name, document in DOCUMENTS.items():
        (folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
    kept = folder / "kept" / "found.json"
    status = main(["--half", "both", "--documents", str(folder), "--json", str(kept)], program=("-c", FAULTY))
    return status, json.loads(kept.read_bytes())["documents"], folder, kept


def test_each_document_has_its_outcome(tried):
    status, found, _, _ = tried
    assert status == 0
    assert {name: one["outcome"] for name, one in found.items()} == {
        "ponds.example": "whole",
        "bells.example": "whole",
        "old.example": "refused",
        "broken.example": "crashed",
    }
    assert {key: found["ponds.example"][key] for key in ("operations", "written", "importable", "sync", "async")} == {
        "operations": 2,
        "written": 2,
        "importable": 2,
        "sync": 2,
        "async": 2,
    }
    assert "OpenAPI 3.0" in found["old.example"]["said"]
    assert found["broken.example"]["said"].startswith("ZeroDivisionError: an injected fault (")


def test_a_document_can_be_tried_alone_and_compared(tried, capsys):
    _, found, folder, kept = tried
    worse = found | {"old.example": found["old.example"] | {"outcome": "whole"}}
    kept.write_text(json.dumps({"documents": worse}), encoding="utf-8")
    again = ["--documents", str(folder), "--only", "old.example.json", "--json", str(folder / "again.json")]
    assert main([*again, "--against", str(kept)]) == 1
    said = capsys.readouterr().out
    assert "1 documents were tried before: 0 are better, 1 are worse" in said
    assert "old.example: whole -> refused" in said


def test_what_takes_too_long_ends(tmp_path):
    document = tmp_path / "slow.json"
    document.write_text("{}", encoding="utf-8")
    found = run_all([document], Limits(seconds=0.2), program=("-c", "while True: pass"))
    assert found["slow"]["outcome"] == "timed out"


def test_a_process_that_ends_by_itself_has_crashed(tmp_path):
    document = tmp_path / "dying.json"
    document.write_text("{}", encoding="utf-8")
    found = run_all([document], Limits(), program=("-c", "import os; os.abort()"))
    assert found["dying"] == {"outcome": "crashed", "said": "the process ended: status -6", "bytes": 2}


def test_a_half_and_a_sample_are_always_the_same(tmp_path):
    for number in range(40):
        (tmp_path / f"{number}.json").write_text("{}", encoding="utf-8")
    first, second = (documents.chosen(tmp_path, half=half) for half in ("first", "second"))
    assert len(first) + len(second) == 40
    assert not {*first} & {*second}
    assert all(documents.digest(path)[0] in "01234567" for path in first)
    assert documents.chosen(tmp_path, sample=5) == first[:5]
    assert documents.chosen(tmp_path, names=["7.json"]) == [tmp_path / "7.json"]
    with pytest.raises(GeneratorError, match="--only no such"):
        documents.chosen(tmp_path, names=["no such"])


def test_operations_are_counted_without_the_generator():
    assert count(json.dumps(GOOD).encode()) == 2
    assert count(b'{"paths": {"/a": {"get": {}, "parameters": [], "patch": {}, "x-get": {}}}}') == 2
    assert count(b'{"paths": {"/a": {"get": {}, "put": {}}, "/b/{c}": {"$ref": "#/paths/~1a"}}}') == 4
    assert count(b"[]") is None


def test_sentences_of_one_reason_are_one():
    sentences = [
        "POST /v1/add: the response is a $ref; write it out.",
        "GET /pets/{id}: the response is a $ref; write it out.",
    ]
    assert len({*map(normalised, sentences)}) == 1
    assert normalised("the server 'http://a.b/' is bad") == normalised("the server 'x' is bad")
    assert normalised("more than 1,000 schemas") == normalised("more than 20 schemas")


def test_only_what_both_runs_have_is_compared():
    before = {"a": {"outcome": "refused"}, "b": {"outcome": "whole"}}
    after = {"a": {"outcome": "whole"}, "c": {"outcome": "crashed"}}
    assert next(compared(after, before)).endswith("1 are better, 0 are worse")
    assert not is_worse(after, before)
    assert is_worse({"b": {"outcome": "timed out"}}, before)
