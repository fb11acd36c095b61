"""Legal spellings of one contract give one document, and the ledger says what was replaced."""

import copy

import pytest

from sdkwright.normalise.spellings import plain_media_type
from tests.generator import vendor_sample as sample


def _operations(document):
    return [operation for item in document["paths"].values() for operation in item.values()]


def _parameters(document, place):
    return [one for operation in _operations(document) for one in operation.get("parameters", []) if one["in"] == place]


def _schemas(document):
    found = list(document["components"]["schemas"].values())
    return [*found, *(value for schema in found for value in schema.get("properties", {}).values())]


def _bodies(document):
    return [body for operation in _operations(document) for body in operation["responses"].values()]


def _update(nodes, **words):
    for node in nodes:
        if "$ref" not in node:
            for word, value in words.items():
                node.setdefault(word, value)


def _null(document):
    for schema in _schemas(document):
        if "enum" in schema:
            schema |= {"nullable": True, "enum": [None, *schema["enum"]]}


def _respelt_media_types(spell):
    def change(document):
        for body in _bodies(document):
            if "content" in body:
                body["content"] = {spell(key): value for key, value in body["content"].items()}

    return change


def _capital_headers(document):
    for parameter in _parameters(document, "header"):
        parameter["name"] = parameter["name"].upper()


SPELLINGS = {
    "style of a header": lambda document: _update(_parameters(document, "header"), style="simple", explode=False),
    "style of a query": lambda document: _update(_parameters(document, "query"), style="form"),
    "explode": lambda document: _update(
        [one for one in _parameters(document, "query") if one["schema"].get("type") != "array"], explode=False
    ),
    "header in capitals": _capital_headers,
    "charset": _respelt_media_types("{}; charset=utf-8".format),
    "quoted charset": _respelt_media_types('{};Charset="UTF-8"'.format),
    "media type in capitals": _respelt_media_types(str.upper),
    "parameters": lambda document: _update(
        _parameters(document, "query"), required=False, deprecated=False, allowReserved=False, allowEmptyValue=False
    ),
    "schemas": lambda document: _update(
        _schemas(document), nullable=False, readOnly=False, deprecated=False, uniqueItems=False, minItems=0, required=[]
    ),
    "operations": lambda document: _update(_operations(document), deprecated=False, tags=[]),
    "paths": lambda document: _update(document["paths"].values(), parameters=[]),
    "server": lambda document: document["servers"][0].update(
        url=document["servers"][0]["url"].rstrip("/").upper() + ":443/"
    ),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_another_spelling_gives_the_same_document(spelling):
    document = sample.upstream()
    SPELLINGS[spelling](document)
    before = copy.deepcopy(document)
    normalised = sample.normalised(document)
    assert normalised.document == sample.normalised().document
    assert document == before


def test_the_ledger_counts_what_was_replaced():
    document = sample.upstream()
    SPELLINGS["charset"](document)
    said = sample.normalised(document).ledger.markdown()
    assert "Other spellings of the same contract that were made plain" in said
    assert "a media type with `charset=utf-8` or capitals " in said


def test_null_among_the_values_of_a_nullable_enum_is_no_value():
    document = sample.upstream()
    _null(document)
    found = [
        schema["enum"]
        for schema in sample.normalised(document).document["components"]["schemas"].values()
        if "enum" in schema
    ]
    assert found
    assert all(None not in values for values in found)


def test_null_in_an_enum_makes_it_nullable():
    document = sample.upstream()
    found = next(schema for schema in _schemas(document) if "enum" in schema)
    found["enum"].append(None)
    nullable = sample.upstream()
    next(schema for schema in _schemas(nullable) if "enum" in schema)["nullable"] = True
    assert sample.normalised(document).document == sample.normalised(nullable).document


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("application/json", "application/json"),
        ("Application/JSON ; charset = utf-8", "application/json"),
        ('application/json;charset="UTF-8"', "application/json"),
        ("application/json; charset=latin1", "application/json; charset=latin1"),
        ("application/json; v=2; charset=utf-8", "application/json; v=2"),
    ],
)
def test_media_types(text, plain):
    assert plain_media_type(text) == plain
