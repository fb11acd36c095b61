"""Fern's and Speakeasy's extensions are names, pages and retries; what cannot be read is told and reaches no code."""

import ast
import json
import re
import time

import pytest

from sdkwright import carried
from sdkwright.normalise.extensions import GIVEN_NAME, read_extensions, retries
from sdkwright.normalise.ledger import Ledger

KEY = "GET /boats"


def read(operation, method="get", path="/boats", **top):
    """The words of ours for one operation, and what is told."""
    ledger = Ledger()
    operation = {"responses": {}} | operation
    found = read_extensions({"paths": {path: {method: operation}}} | top, ledger)
    return found.words.get(f"{method.upper()} {path}", {}), ledger.told


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        ({"x-fern-sdk-group-name": "boats"}, "boats."),
        ({"x-fern-sdk-group-name": ["harbour", "SmallBoats"]}, "harbour.small_boats."),
        ({"x-fern-sdk-group-name": "a.b", "x-fern-sdk-method-name": "getAll"}, "a_b.get_all"),
        ({"x-fern-sdk-method-name": "list"}, ".list"),
        ({"x-speakeasy-group": "harbour.boats", "x-speakeasy-name-override": "find"}, "harbour.boats.find"),
        ({"x-speakeasy-name-override": "class"}, ".class_"),
        ({"operationId": "getBoat"}, ".get"),
        ({"operationId": "getBoat", "x-speakeasy-name-override": "fetch"}, ".fetch"),
    ],
)
def test_names_come_from_the_operation_then_from_the_top(operation, name):
    rules = [{"operationId": "^get.*", "methodNameOverride": "get"}, {"operationId": "Boat", "methodNameOverride": "b"}]
    assert read(operation, **{"x-speakeasy-name-override": rules}) == ({GIVEN_NAME: name}, {})


@pytest.mark.parametrize("word", ["x-fern-sdk-group-name", "x-speakeasy-group", "x-fern-sdk-method-name"])
@pytest.mark.parametrize(
    "value",
    [
        7,
        None,
        {},
        [],
        [7],
        "",
        " ",
        "\u202e",
        "1; import os",
        '"""',
        "a\nb'",
        "x" * 300,
        ["a"] * 9,
        "with_raw_response",
    ],
)
def test_what_makes_no_name_is_told(word, value):
    words, told = read({word: value})
    assert words == {}
    [(where, what)] = told.items()
    assert where == f"{KEY} {word}"
    assert what.startswith("not read, for ")
    assert what.isprintable()


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("get", "and not a list of rules"),
        ([7], "has no operationId and methodNameOverride"),
        ([{"operationId": "a"}], "has no operationId and methodNameOverride"),
        ([{"operationId": "(", "methodNameOverride": "a"}], "is not tried"),
        ([{"operationId": "(a+)+$", "methodNameOverride": "a"}], "is not tried"),
        ([{"operationId": "a", "methodNameOverride": "a b; c"}], "makes no name"),
    ],
)
def test_a_rule_at_the_top_that_cannot_be_read_is_told(rules, said):
    began = time.process_time()
    words, told = read({"operationId": "a" * 5_000}, **{"x-speakeasy-name-override": rules})
    assert words == {}
    assert said in json.dumps(told)
    assert time.process_time() - began < 1


def test_two_that_differ_are_told():
    words, told = read({"x-fern-sdk-group-name": "a", "x-speakeasy-group": "b"})
    assert words == {GIVEN_NAME: "a."}
    assert told == {f"{KEY} x-speakeasy-group": "not read, for x-fern-sdk-group-name says a"}


BACKOFF = {"strategy": "backoff", "statusCodes": ["5XX"]}


@pytest.mark.parametrize(
    ("method", "operation", "top", "words"),
    [
        ("post", {"x-fern-retries": {"disabled": True}}, {}, {"x-retries": False}),
        ("post", {}, {"x-fern-retries": {"disabled": True}}, {"x-retries": False}),
        ("post", {"x-fern-retries": {"disabled": False}}, {"x-fern-retries": {"disabled": True}}, {}),
        ("get", {"x-speakeasy-retries": {"strategy": "none"}}, {}, {"x-retries": False}),
        ("get", {"x-speakeasy-retries": BACKOFF}, {}, {}),
        ("post", {"x-speakeasy-retries": BACKOFF}, {}, {"x-idempotent": True}),
        ("post", {"x-speakeasy-retries": BACKOFF | {"statusCodes": [429]}}, {}, {"x-retry-on-429": True}),
        ("post", {}, {"x-speakeasy-retries": BACKOFF}, {}),
        ("post", {}, {"x-speakeasy-retries": BACKOFF | {"statusCodes": ["429", "5XX"]}}, {"x-retry-on-429": True}),
    ],
)
def test_retries(method, operation, top, words):
    assert read(operation, method, **top)[0] == words


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (7, "no object"),
        ({"strategy": "forever"}, "its strategy is not"),
        ({"statusCodes": "5XX"}, "statusCodes is no list"),
        ({"statusCodes": ["6XX", True, {}]}, "it has no status"),
        ({"statusCodes": [404, "5XX"]}, "not repeated after 404"),
        (BACKOFF | {"backoff": {"exponent": 1}}, "left to `retry=`"),
    ],
)
def test_what_is_read_as_less_of_retries_is_told(value, said):
    assert said in json.dumps(read({"x-speakeasy-retries": value})[1])
    assert "disabled" in json.dumps(read({"x-fern-retries": value})[1])


@pytest.mark.parametrize(
    ("word", "value", "keys"),
    [
        (
            "x-fern-pagination",
            {"cursor": "$request.cursor", "next_cursor": "$response.meta.next", "results": "$response.data"},
            {"style": "cursor", "turned_by": "cursor", "next": "meta.next", "items": "data"},
        ),
        (
            "x-fern-pagination",
            {"offset": "$request.page", "results": "$response.data", "has-next-page": "$response.more"},
            {"style": "page-number", "turned_by": "page", "items": "data", "has_more": "more", "first": 0},
        ),
        (
            "x-fern-pagination",
            {"offset": "$request.skip", "step": "$request.take", "results": "$response"},
            {"style": "offset", "turned_by": "skip", "sized_by": "take"},
        ),
        (
            "x-fern-pagination",
            {"next_uri": "$response.links.next", "results": "$response.data"},
            {"style": "next-url", "next": "links.next", "items": "data"},
        ),
        (
            "x-speakeasy-pagination",
            {
                "type": "cursor",
                "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}],
                "outputs": {"results": "$.data", "nextCursor": "$.data[-1].id"},
            },
            {"style": "cursor", "turned_by": "after", "items": "data", "last_item": "id"},
        ),
        (
            "x-speakeasy-pagination",
            {
                "type": "offsetLimit",
                "inputs": [{"name": "page", "type": "page"}, {"name": "limit", "type": "limit"}],
                "outputs": {"results": "$.data", "numPages": "$.meta.pages"},
            },
            {
                "style": "page-number",
                "turned_by": "page",
                "sized_by": "limit",
                "pages": "meta.pages",
                "items": "data",
                "first": 0,
            },
        ),
        (
            "x-speakeasy-pagination",
            {"type": "offsetLimit", "inputs": [{"name": "offset", "type": "offset"}], "outputs": {"results": "$"}},
            {"style": "offset", "turned_by": "offset"},
        ),
        (
            "x-speakeasy-pagination",
            {"type": "url", "outputs": {"nextUrl": "$.next", "results": "$.data"}},
            {"style": "next-url", "next": "next", "items": "data"},
        ),
    ],
)
def test_pages(word, value, keys):
    parameters = [{"name": "page", "in": "query", "schema": {"type": "integer", "default": 0}}]
    assert read({word: value, "parameters": parameters}) == ({"x-pagination": keys}, {})
    assert read({"x-fern-pagination": True}, **{"x-fern-pagination": value})[0] == (
        {"x-pagination": {name: one for name, one in keys.items() if name != "first"}} if "fern" in word else {}
    )


@pytest.mark.parametrize(
    "value",
    [
        7,
        [],
        {},
        {"cursor": 7, "next_cursor": 7},
        {"cursor": "$request.a", "next_cursor": "$response.a['b']", "results": "$response.a"},
        {"offset": "$request.a\n", "results": "$response.b"},
        {"offset": "$request.a", "results": "data"},
        {"next_uri": {}, "results": "$response.a"},
        {"type": "link"},
        {"type": "cursor", "inputs": 7},
        {"type": "cursor", "inputs": [{"name": 7}], "outputs": {}},
        {"type": "cursor", "inputs": [{"name": "a", "type": "cursor"}], "outputs": {"nextCursor": "$.a[?(@.b)]"}},
        {"type": "offsetLimit", "inputs": [], "outputs": {"results": "$.a"}},
        {"type": "offsetLimit", "inputs": [{"name": "a" * 9_999, "type": "page"}], "outputs": {}},
        {"type": "url", "outputs": []},
        {"type": "url", "outputs": {}},
    ],
)
@pytest.mark.parametrize("word", ["x-fern-pagination", "x-speakeasy-pagination"])
def test_pages_that_cannot_be_read_are_told(word, value):
    words, told = read({word: value})
    assert words == {}
    assert [(where, what[:13]) for where, what in told.items()] == [(f"{KEY} {word}", "not read, for")]


def test_a_document_without_them_has_nothing():
    assert read({"x-other": 7}) == ({}, {})
    assert read({"x-fern-pagination": False})[0] == {}


def test_what_may_be_repeated_whatever_a_document_says_is_what_packages_repeat():
    source = (carried.runtime() / "_http" / "operation.py").read_text(encoding="utf-8")
    [listed] = re.findall(r"^_SAFE: Final = frozenset\((\{[^}]*\})\)$", source, re.MULTILINE)
    assert ast.literal_eval(listed) == retries.SAFE
