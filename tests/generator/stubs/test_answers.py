"""Answers of stubs beyond their bodies."""

from sdkwright.emit.answers import Answer
from sdkwright.ir import Header, Response, Scalar
from sdkwright.stubs.answers import answer


def test_declared_headers_are_sent_but_for_those_of_the_connection():
    names = ("x-left", "Content-Length", "transfer-encoding")
    response = Response("204", headers=tuple(Header(name, Scalar("integer")) for name in names))
    assert answer(response, Answer("204"), None, "things.get") == {"status": 204, "headers": {"x-left": "7"}}
