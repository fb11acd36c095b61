"""The trial of many documents counts what becomes of each, and says what has changed since an earlier run."""

import hashlib
import json

import pytest

from sdkwright.errors import GeneratorError
from tests.corpus import documents, peers
from tests.corpus.__main__ import main
from tests.corpus.kept import Kept
from tests.corpus.running import Limits, run_all
from tests.corpus.summary import compared, is_worse, lines, normalised
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
    assert "Swagger 1.2" in found["old.example"]["said"]
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


def test_the_judge_and_the_fields_are_counted(tried):
    _, found, _, _ = tried
    ponds = found["ponds.example"]
    # Both modes, with the required and with all arguments; the answer of 204 is none.
    assert (ponds["judged"], ponds["unjudged"]) == ({"requests": 8, "answers": 8}, {})
    assert (ponds["refused_operations"], ponds["refused"]) == (0, [])
    assert ponds["fields"] == {"declared": 1, "typed": 1, "plain": 0, "lost": 0}
    said = [*lines({"a": ponds | {"lost": ["GET /a: b"]}})]
    assert "openapi-core judged 8 requests, 8 answers: 0 operations are refused" in said
    assert "1 fields: 1 typed, 0 in values of any type, 0 lost" in said
    assert "  lost in a: GET /a: b" in said


def test_a_document_without_operations_counts_and_is_named():
    said = [*lines({"a": {"outcome": "whole", "operations": 2}, "b": {"outcome": "refused", "operations": 0}})]
    assert "  refused           1   50.0%" in said
    assert "no operations in b; of the 1 other documents 100.0% are whole" in said


def test_a_run_that_ended_early_goes_on(tried, tmp_path, capsys):
    _, found, folder, _ = tried
    kept = Kept.begun(tmp_path / "kept.json", ("--types=0", "--peers=0"), resume=False)
    kept.add("ponds.example", found["ponds.example"])
    again = ["--documents", str(folder), "--json", str(kept.path), "--resume", "--only", "ponds.example"]
    assert main(again, program=("-c", "raise SystemExit('it was tried again')")) == 0
    assert "whole             1" in capsys.readouterr().out
    assert main([*again, "--types", "3"]) == 1
    assert "other switches; begin anew" in capsys.readouterr().err
    kept.path.write_text("[]", encoding="utf-8")
    assert main(again) == 1
    assert "not a file that --json has written" in capsys.readouterr().err


def test_a_slice_is_of_the_documents_that_were_chosen(tmp_path, monkeypatch):
    document, pins = tmp_path / "a.json", tmp_path / "slice.toml"
    document.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(documents, "SLICE", pins)
    pins.write_text(f'[documents]\n"a" = "{hashlib.sha256(b"{}").hexdigest()}"\n', encoding="utf-8")
    assert documents.sliced(tmp_path) == [document]
    document.write_text("{ }", encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"another document than slice\.toml pins"):
        documents.sliced(tmp_path)


def test_others_are_compared_on_what_all_have_tried():
    others = {peer.name: {"whole": peer.name == "openapi-generator", "written": 3} for peer in peers.PEERS}
    one = {"operations": 2, "written": 2, "importable": 2, "peers": others}
    first, *rows = peers.lines({"a": one, "b": {"operations": 9}})
    assert "on 1 documents with 2 operations" in first
    assert [row.split()[:2] for row in rows] == [
        ["sdkwright", "1"],
        ["openapi-generator", "1"],
        ["openapi-python-client", "0"],
        ["datamodel-code-generator", "0"],
    ]
    assert all(row.endswith("2 operations 100.0%") for row in rows)


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
