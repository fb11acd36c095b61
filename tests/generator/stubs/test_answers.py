"""Answers of stubs beyond their bodies."""

import pytest

from sdkwright.emit.answers import Answer
from sdkwright.ir import (
    Anything,
    Api,
    Array,
    Content,
    Enum,
    Field,
    Header,
    Model,
    Operation,
    Reference,
    Response,
    Scalar,
)
from sdkwright.project import Project
from sdkwright.stubs.answers import answer, further_answers
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.edges import operation_edges
from sdkwright.stubs.exchange import Asked
from sdkwright.stubs.mappings import build_edges, build_mappings
from sdkwright.stubs.server import StubServer
from tests.apis import projects

TIDES = Project(projects.FOLDER / "tides")


def test_declared_headers_are_sent_but_for_those_of_the_connection():
    names = ("x-left", "Content-Length", "transfer-encoding")
    response = Response("204", headers=tuple(Header(name, Scalar("integer")) for name in names))
    assert answer(response, Answer("204"), None, "things.get") == {"status": 204, "headers": {"x-left": "7"}}


def test_a_header_has_a_value_of_its_type(tmp_path):
    schemas = {"Way": Enum("Way", ("EMBEDDED", "REDIRECT"), ("EMBEDDED", "REDIRECT"))}
    types = {
        "x-way": Reference("Way"),
        "x-ways": Array(Reference("Way")),
        "x-at": Scalar("string", "date"),
        "x-url": Scalar("string", "uri"),
        "x-any": Anything(),
    }
    response = Response("204", headers=tuple(Header(name, type_) for name, type_ in types.items()))
    made = answer(response, Answer("204"), Bodies(schemas, Project(tmp_path)), "things.get")
    assert made["headers"] == {
        "x-way": "EMBEDDED",
        "x-ways": "EMBEDDED",
        "x-at": "2026-01-05",
        "x-url": "text",
        "x-any": "text",
    }


def test_what_only_announces_an_answer_has_no_stub():
    responses = (Response("101"), Response("404"))
    operation = Operation("things.watch", "GET", "/things", (Response("204"), *responses))
    assert [name for name, _ in further_answers(operation, Api("A", "1", "", (), (), (operation,), {}, {}), None)] == [
        "error-404"
    ]


@pytest.mark.parametrize(
    ("declared", "sent"),
    [
        ("application/json", "application/json; charset=utf-8"),
        ("application/json; version=2.4", "application/json; version=2.4"),
        ("application/vnd.api+json", "application/vnd.api+json"),
    ],
)
def test_an_edge_has_the_status_and_the_media_type_of_its_operation(declared, sent):
    success = Response("201", contents=(Content(declared, Reference("Thing")),))
    schemas = {"Thing": Model("Thing", (Field("id", "id", Scalar("integer")),))}
    edges = dict(operation_edges(Operation("things.get", "GET", "/things", (success,)), Bodies(schemas, TIDES)))
    answers = [edges[name]["response"] for name in ("nulls", "delay", "dribble")]
    assert {(one["status"], one["headers"]["Content-Type"]) for one in answers} == {(201, sent)}


def test_accept_asks_for_a_media_type_and_not_for_one_whose_name_holds_it():
    contents = (Content("application/dicom+json", Anything()), Content("application/dicom", Scalar("string", "binary")))
    operation = Operation("scans.get", "GET", "/scans", (Response("200", contents=contents),))
    api, project = Api("A", "1", "", (), (), (operation,), {}, {}), TIDES
    edges = [mapping for mappings in build_edges(api, project=project).values() for mapping in mappings]
    server = StubServer(build_mappings(api, project=project) + edges)
    for accept, sent in (
        ("application/dicom+json", "application/dicom+json"),
        ("application/dicom", "application/dicom"),
        ("text/plain, application/dicom;q=0.5", "application/dicom"),
    ):
        found = server.respond("GET", "/scans", [("Accept", accept)], b"")
        assert dict(found.headers)["Content-Type"] == sent


@pytest.mark.parametrize("url", ["//openapi?a=1", "https://api.example.com//openapi?a=1"])
def test_a_path_that_begins_with_two_slashes_is_no_host(url):
    assert Asked.of("GET", url, [], b"").target == "//openapi?a=1"
