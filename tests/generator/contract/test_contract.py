"""Every operation of a package is called, sync and async, and what is sent is judged by the vendor's document."""

import importlib
import io
import re
import shutil
from types import SimpleNamespace

import pytest

from sdkwright import pipeline
from sdkwright.cli import main
from sdkwright.contract.judging import Judge, Judgement
from sdkwright.contract.package import alike
from sdkwright.contract.recording import Exchange
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from sdkwright.stubs.exchange import Answer, Asked
from tests.apis import projects
from tests.computed import SOURCES, computed

POND = {"application/json": {"schema": {"$ref": "#/components/schemas/Pond"}}}
PICTURE = {"image/png": {"schema": {"type": "string", "format": "binary"}}}
TEXT, TEXTS = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "Ponds", "version": "1"},
    "servers": [{"url": "https://ponds.example.com/v1"}],
    "security": [{"key": []}],
    "paths": {
        "/ponds/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
            "put": {
                "parameters": [
                    {"name": "depth", "in": "query", "required": True, "schema": {"type": "integer", "default": 1}},
                    {"name": "name", "in": "query", "schema": {"type": "string", "pattern": "^x$"}},
                ],
                "requestBody": {"required": True, "content": POND},
                "responses": {"200": {"description": "It", "content": POND}},
            },
        },
        "/ponds": {
            "get": {
                "parameters": [
                    {"name": "at", "in": "query", "style": "spaceDelimited", "explode": False, "schema": TEXTS}
                ],
                "responses": {"200": {"description": "A picture", "content": PICTURE}},
            }
        },
    },
    "components": {
        "schemas": {"Pond": {"type": "object", "required": ["name"], "properties": {"name": TEXT, "owner": TEXT}}},
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "x-key"}},
    },
}
PUT = "/ponds/{id}"


def exchange(
    *, method="PUT", url="/ponds/7?depth=3", headers=(("x-key", "k"),), body=b'{"name": "a"}', answer=b'{"name": "a"}',
    kind="application/json",
):  # fmt: skip
    sent = (*headers, ("content-type", "application/json")) if body else headers
    return Exchange(Asked.of(method, url, sent, body), Answer(200, (("Content-Type", kind),), answer), "stub")


@pytest.fixture(scope="module")
def judge():
    return Judge(DOCUMENT)


def test_what_is_as_declared_is_accepted(judge):
    assert judge.request(PUT, exchange()).problems == ()
    assert judge.answer(PUT, exchange()).problems == ()
    # The values are ours.
    assert judge.request(PUT, exchange(url="/ponds/7?depth=3&name=any")).problems == ()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"url": "/ponds/7"}, "depth"),
        ({"url": "/ponds/7?depth=deep"}, "depth"),
        ({"url": "/ponds/seven?depth=3"}, "id"),
        ({"url": "/lakes/7?depth=3"}, "Path not found"),
        ({"url": "/ponds/7?depth=3&colour=red"}, "no query parameter 'colour' is declared"),
        ({"headers": ()}, "Security not found"),
        ({"body": b'{"owner": "a"}'}, "'name' is a required property"),
        ({"body": b'{"name": 7}'}, "name: 7 is not of type 'string'"),
        ({"body": b""}, "Missing required request body"),
    ],
)
def test_what_is_sent_otherwise_is_told(judge, wrong, said):
    judgement = judge.request(PUT, exchange(**wrong))
    assert judgement.unjudged == ""
    assert said in " ".join(judgement.problems)


@pytest.mark.parametrize("method", ["QUERY", "COPY"])
def test_methods_that_openapi_core_has_no_word_for_are_judged(method):
    item = DOCUMENT["paths"]["/ponds/{id}"]
    others = {"query": item["put"]} if method == "QUERY" else {"additionalOperations": {method: item["put"]}}
    path = {PUT: {"parameters": item["parameters"], **others}}
    judge = Judge(DOCUMENT | {"openapi": "3.2.0", "paths": path})
    assert judge.request(PUT, exchange(method=method)) == judge.answer(PUT, exchange(method=method)) == Judgement()
    assert "'name' is a required property" in judge.request(PUT, exchange(method=method, body=b"{}")).problems[0]


def test_a_body_that_is_no_text_at_all_is_told(judge):
    assert "MediaTypeDeserializeError" in " ".join(judge.request(PUT, exchange(body=b"\x80")).problems)
    assert judge.answer(PUT, exchange(answer=b"\x80")).unjudged == "a body of bytes in application/json"


def test_an_answer_is_judged_and_null_where_it_may_be(judge):
    wrong = exchange(answer=b'{"name": "a", "owner": null}')
    assert judge.answer(PUT, wrong).problems != ()
    assert Judge(DOCUMENT, nulls=True).answer(PUT, wrong).problems == ()
    assert Judge(DOCUMENT, nulls=True).answer(PUT, exchange(answer=b'{"name": 7}')).problems != ()


def test_what_openapi_core_cannot_read_is_told(judge):
    assert judge.request("/ponds", exchange(method="GET", url="/ponds?at=a%20b", body=b"")).unjudged == (
        "a parameter of style spaceDelimited"
    )
    picture = exchange(method="GET", url="/ponds", body=b"", answer=b"\x89PNG", kind="image/png")
    assert judge.answer("/ponds", picture).unjudged == "a body of image/png"


@pytest.fixture(scope="module")
def made():
    """A project with its package in place, whose name no other test imports."""

    def make(folder):
        spec = projects.FOLDER / "tides" / "spec"
        (folder / "spec").mkdir()
        shutil.copyfile(spec / "upstream.json", folder / "spec" / "upstream.json")
        declared = (spec / "sdk.toml").read_text(encoding="utf-8").replace('"tides"', '"called_tides"')
        (folder / MARK).write_text(declared, encoding="utf-8")
        pipeline.generate(Project(folder), Report(io.StringIO()), check_types=False)

    return computed("called-tides", make, sources=(*SOURCES, projects.FOLDER / "tides"))


def test_the_command_calls_every_operation(made, capsys):
    assert main(["contract", "--project", str(made)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 operations, sync and async; 12 of 12 calls answered as they should be",
        "openapi-core judged 12 requests, 12 answers; it could not judge 0",
    ]


def test_other_answers_end_in_a_value_or_in_an_error_of_the_package(made, capsys):
    assert main(["contract", "--outcomes", "--project", str(made)]) == 0
    assert int(re.search(r"(\d+) of \1 calls", capsys.readouterr().out)[1]) > 300


def test_a_call_that_sends_nothing_is_found(made, capsys, monkeypatch):
    monkeypatch.syspath_prepend(made / "generated")
    resource = importlib.import_module("called_tides.resources.harbours").Harbours
    monkeypatch.setattr(resource, "list", lambda _, **_options: [])
    monkeypatch.setattr(resource, "create_alert", None)
    assert main(["contract", "--project", str(made)]) == 1
    said = capsys.readouterr().out
    assert "harbours.list (sync, required arguments): nothing was sent" in said
    assert "harbours.create_alert (sync, all arguments): TypeError: 'NoneType' object is not callable" in said
    assert "async" not in said.partition("\n")[2]


def test_a_package_must_be_there(tmp_path, capsys):
    (tmp_path / "spec").mkdir()
    (tmp_path / MARK).write_text('[package]\nname = "nothing_there"\nclient = "Nothing"\n', encoding="utf-8")
    assert main(["contract", "--project", str(tmp_path)]) == 1
    assert "generated/nothing_there is not there; run `sdkwright generate` first." in capsys.readouterr().err


def test_operations_whose_addresses_no_request_tells_apart_stand_in_for_each_other():
    made = [
        ("get", "GET", "/a/{id}"),
        ("find", "GET", "/a/{word}"),
        ("drop", "DELETE", "/a/{id}"),
        ("b", "GET", "/b/{id}"),
    ]
    operations = [SimpleNamespace(name=name, method=method, route=route) for name, method, route in made]
    both = frozenset({"get", "find"})
    assert alike(operations) == {"get": both, "find": both, "drop": frozenset({"drop"}), "b": frozenset({"b"})}
