"""References to places without a name of their own are written out, whatever they lead to."""

import pytest

from sdkwright.normalise.check import check
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.tolerance import pointers, tolerate

OK = {"200": {"description": "ok"}}
TEXT = {"type": "string", "maxLength": 3}
LIMIT = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
JOB = {
    "parameters": [LIMIT],
    "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": {"a/b": TEXT}}}}},
    "responses": OK,
}


def document(operation, schemas=None):
    return {
        "openapi": "3.0.3",
        "info": {"title": "T", "version": "1"},
        "paths": {"/jobs/{id}": {"post": JOB}, "/a": {"get": {"responses": OK} | operation}},
        "components": {"schemas": schemas or {}},
    }


def mended(broken):
    ledger = Ledger()
    result = tolerate(broken, ledger)
    check(result, name="it.json")
    return result, ledger.told


@pytest.mark.parametrize("path", ["#/paths/~1jobs~1%7Bid%7D", "#/paths/~1jobs~1{id}", "#/paths/%7E1jobs%7E1%7Bid%7D"])
@pytest.mark.parametrize(
    ("part", "more"),
    [("parameters", "/post/parameters/0"), ("requestBody", "/post/requestBody"), ("responses", "/post/responses/200")],
)
def test_parts_of_an_operation(path, part, more):
    reference = {"$ref": f"{path}{more}"}
    said = {"parameters": [reference], "requestBody": reference, "responses": {"200": reference}}[part]
    result, told = mended(document({part: said}))
    assert result["paths"]["/a"]["get"][part] == JOB[part]
    assert [what for what in told.values() if what.endswith("which is written out here")]


def test_a_whole_path():
    broken = document({})
    broken["paths"]["/b"] = {"$ref": "#/paths/~1a"}
    assert mended(broken)[0]["paths"]["/b"] == {"get": {"responses": OK}}


def test_a_part_of_another_schema_also_by_way_of_another_reference_and_of_a_component():
    schemas = {
        "Order": {"type": "object", "properties": {"code": TEXT, "same": {"$ref": "#/components/schemas/Code"}}},
        "Line": {
            "allOf": [
                {"type": "object", "properties": {"code": {"$ref": "#/components/schemas/Order/properties/code"}}},
                {
                    "type": "object",
                    "properties": {"more": {"$ref": "#/components/schemas/Line/allOf/0/properties/code"}},
                },
                {"type": "object", "properties": {"same": {"$ref": "#/components/schemas/Order/properties/same"}}},
            ]
        },
        "Code": {"type": "string"},
    }
    used = {"200": {"description": "", "content": {"text/plain": {"schema": {"$ref": "#/components/schemas/Line"}}}}}
    first, second, third = mended(document({"responses": used}, schemas))[0]["components"]["schemas"]["Line"]["allOf"]
    assert first["properties"]["code"] == second["properties"]["more"] == TEXT
    assert third["properties"]["same"] == {"$ref": "#/components/schemas/Code"}


def test_what_leads_round_or_nowhere_is_any_value():
    schemas = {
        "A": {"properties": {"a": {"$ref": "#/components/schemas/B/properties/b"}}},
        "B": {"properties": {"b": {"$ref": "#/components/schemas/A/properties/a"}, "c": {"$ref": "#/paths/~1no"}}},
    }
    parts = [{"name": name, "in": "query", "schema": {"$ref": f"#/components/schemas/{name}"}} for name in schemas]
    result, told = mended(document({"parameters": parts}, schemas))
    assert result["components"]["schemas"] == {"A": {"properties": {"a": {}}}, "B": {"properties": {"b": {}, "c": {}}}}
    assert "any value" in told["A.a"]


def test_a_reference_of_an_example_is_data_and_one_to_a_component_stays():
    odd = {"$ref": "#/paths/~1jobs~1%7Bid%7D/post"}
    schema = {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/A"}}, "example": odd}
    body = {"content": {"application/json": {"schema": schema, "example": odd}}}
    result, told = mended(document({"requestBody": body}, {"A": TEXT}))
    assert result["paths"]["/a"]["get"]["requestBody"] == body
    assert not told


def test_copies_of_copies_are_bounded(monkeypatch):
    monkeypatch.setattr(pointers, "MAX_COPIED", 1_000)
    chain = {
        f"S{number}": {"properties": {key: {"$ref": f"#/components/schemas/S{number + 1}/properties"} for key in "ab"}}
        for number in range(30)
    }
    broken = document({}, chain | {"S30": {"properties": {"a": {}, "b": {}}}})
    pointers.write_out(broken, lambda _where, _what: None)
    assert len(str(broken)) < 200_000
