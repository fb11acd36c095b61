"""Where stubs answer: patterns of paths, which leave to others what those say more closely, and what must be there."""

import re

import pytest

from sdkwright.ir import Api, Array, Enum, Model, Operation, Parameter, Reference, Response, Scalar, SecurityScheme
from sdkwright.stubs.addresses import addresses, constant_query, required
from sdkwright.stubs.exchange import Asked
from sdkwright.stubs.overlaps import left_to_others
from sdkwright.stubs.reading import read_stub

TEXT, NUMBER = Scalar("string"), Scalar("integer")
SCHEMAS = {
    "Kind": Enum("Kind", ("one",), ("ONE",)),
    "Both": Enum("Both", ("a", "b"), ("A", "B")),
    "Place": Model("Place", ()),
}


def operation(name, path, *parameters, method="GET", security=None):
    return Operation(name, method, path, (Response("200"),), tuple(parameters), security=security)


def in_path(name, type_=TEXT, **more):
    return Parameter(name, name, type_, "path", required=True, style="simple", explode=False, **more)


def answering(path, *operations):
    """The operations whose stubs answer a GET at a path."""
    known, asked = addresses(Api("A", "1", "", (), (), operations, SCHEMAS, {})), Asked.of("GET", path, (), b"")
    stubs = [
        read_stub({"name": one.name, "request": {"method": one.method, **known[one.name]}}, position=0)
        for one in operations
    ]
    return [stub.name for stub in stubs if not [*stub.misses(asked, {})]]


ORDERS = (
    operation("get", "/orders/{id}", in_path("id")),
    operation("latest", "/orders/latest"),
    operation("number", "/orders/no-{number}", in_path("number", NUMBER)),
    operation("lines", "/orders/{id}/lines", in_path("id")),
    operation("of_latest", "/orders/latest/{what}", in_path("what")),
    operation("file", "/orders/{id}.{format}/", in_path("id"), in_path("format", Reference("Both"))),
    operation("verb", "/orders/{id}:cancel", in_path("id", NUMBER)),
)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/orders/7", ["get"]),
        ("/orders/a%2Fb", ["get"]),
        ("/orders/latest", ["latest"]),
        ("/orders/latest2", ["get"]),
        ("/orders/no-7", ["number"]),
        ("/orders/no-x", ["get"]),
        ("/orders/7/lines", ["lines"]),
        ("/orders/latest/lines", ["of_latest"]),
        ("/orders/7.a/", ["file"]),
        ("/orders/7:cancel", ["verb"]),
        ("/orders/", []),
        ("/orders/a/b/c", []),
    ],
)
def test_one_stub_answers_at_each_path(path, names):
    assert answering(path, *ORDERS) == names


def test_a_word_is_no_uuid_of_another_path():
    zone = operation("zone", "/zones/{id}", in_path("id", Scalar("string", "uuid")))
    count = operation("count", "/{kind}/count", in_path("kind"))
    assert answering("/zones/count", zone, count) == ["count"]
    assert answering("/zones/6c84fb90-12c4-11e1-840d-7b25c5ee775a", zone, count) == ["zone"]


def test_the_order_of_the_document_decides_nothing():
    assert answering("/orders/latest", *reversed(ORDERS)) == ["latest"]


def test_other_methods_are_others():
    delete = operation("delete", "/orders/latest", method="DELETE")
    assert answering("/orders/latest", operation("get", "/orders/{id}", in_path("id")), delete) == ["get"]


def test_one_path_with_other_names_is_left_to_the_rest_of_the_request():
    both = operation("a", "/x/{a}#A", in_path("a")), operation("b", "/x/{b}#B", in_path("b"))
    assert answering("/x/1", *both) == ["a", "b"]


def test_what_is_special_in_a_pattern_is_itself_in_a_path():
    assert answering("/a.b(c)+$/1", operation("a", "/a.b(c)+$/{d}", in_path("d"))) == ["a"]
    assert answering("/aXb(c)+$/1", operation("a", "/a.b(c)+$/{d}", in_path("d"))) == []


def test_what_must_be_there_is_asked_of_its_place():
    parameters = (
        Parameter("q", "q", NUMBER, required=True),
        Parameter("l", "l", Array(TEXT), required=True, explode=False),
        Parameter("o", "o", Reference("Place"), required=True),
        Parameter("d", "d", Reference("Place"), required=True, style="deepObject"),
        Parameter("left", "left", TEXT),
        Parameter("h", "X-Target", Reference("Kind"), "header", required=True),
        Parameter("b", "X-Both", Reference("Both"), "header", required=True),
        Parameter("c", "sid", TEXT, "cookie", required=True),
    )
    asked = required(parameters, SCHEMAS)
    assert asked == {
        "queryParameters": {"q": {"matches": "-?[0-9]+"}, "l": {"matches": ".+"}},
        "headers": {"X-Target": {"matches": "one"}, "X-Both": {"matches": ".+"}},
        "cookies": {"sid": {"matches": ".+"}},
    }
    stub = read_stub({"request": {"urlPath": "/a", "cookies": asked["cookies"]}}, position=0)
    assert stub.answers(Asked.of("GET", "/a", [("Cookie", "x=1; sid=2")], b""), {})
    assert [*stub.misses(Asked.of("GET", "/a", [("Cookie", "x=1")], b""), {})] == ["cookie sid is missing"]


def query(name, *, required=True):
    return Parameter(name, name, TEXT, required=required)


LEFT = {"a": {"r": {"absent": True}}}


@pytest.mark.parametrize(
    ("one", "other", "left"),
    [
        (operation("a", "/x"), operation("b", "/x?verb=go"), {"a": {"verb": {"absent": True}}}),
        (operation("a", "/x?b=1"), operation("b", "/x?b=1&a=2", query("z")), {"a": {"a": {"absent": True}}}),
        (operation("a", "/x#A", query("q")), operation("b", "/x#B", query("q"), query("r")), LEFT),
        (
            operation("a", "/x", query("q")),
            operation("b", "/x?", query("q"), query("r")),
            {"a": {"r": {"absent": True}}},
        ),
        # What it may send itself tells nothing, nor what its own query rules out.
        (operation("a", "/x", query("verb", required=False)), operation("b", "/x?verb=go"), {}),
        (operation("a", "/x?verb=stop"), operation("b", "/x?verb=go&far=1"), {}),
        (operation("a", "/x?a=1"), operation("b", "/x?b=1"), {}),
        (operation("a", "/x"), operation("b", "/x?verb=go", method="POST"), {}),
    ],
)
def test_a_stub_leaves_to_another_what_that_asks_more_of(one, other, left):
    declared = Api("A", "1", "", (), (), (one, other), SCHEMAS, {})
    assert left_to_others(declared, addresses(declared)) == left


def test_what_is_sent_as_a_key_is_not_left_to_others():
    one, other = operation("a", "/x", security=({"k": ()},)), operation("b", "/x", query("key"))
    scheme = SecurityScheme("k", "apiKey", "query", "key")
    declared = Api("A", "1", "", (), (scheme,), (one, other), SCHEMAS, {})
    assert left_to_others(declared, addresses(declared)) == {}


def test_what_the_path_says_of_the_query_is_asked():
    found = constant_query(operation("a", "/a?x=1&y={y}&{v}=2&z#f", Parameter("y", "y", TEXT), in_path("v")))
    assert found == {"x": {"equalTo": "1"}, "z": {"matches": ""}}
    assert re.fullmatch(found["z"]["matches"], "")
