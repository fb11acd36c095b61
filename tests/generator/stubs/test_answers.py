"""Answers of stubs beyond their bodies."""

from sdkwright.emit.answers import Answer
from sdkwright.ir import Anything, Api, Array, Enum, Header, Operation, Reference, Response, Scalar
from sdkwright.project import Project
from sdkwright.stubs.answers import answer, further_answers
from sdkwright.stubs.bodies import Bodies


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
