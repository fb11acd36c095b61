"""What a strict judge does not ask: values beyond their types, and what a document asks by mistake."""

import json
from types import SimpleNamespace

import pytest

from sdkwright.contract.complaints import is_written
from sdkwright.contract.judging import Judge
from sdkwright.contract.recording import Exchange
from sdkwright.contract.strict import StrictDocument
from sdkwright.stubs.exchange import Answer, Asked

POND = {
    "type": "object",
    "required": ["name", "never-declared"],
    "properties": {
        "name": {"type": "string", "format": "uri"},
        "depth": {"type": "number", "enum": [0, 1]},
        "fish": {"oneOf": [{"type": "string"}, {"type": "string", "nullable": True}]},
        "keeper": {"allOf": [{"$ref": "#/components/schemas/Keeper"}, {"required": ["since"]}]},
        "format": {"type": "string"},
        "state": {"type": "object", "allOf": [{"$ref": "#/components/schemas/State"}]},
        "kinds": {"type": "array", "enum": ["still", "deep"], "items": {"type": "string"}},
        "owner": {"$ref": "#/components/schemas/State", "type": "object"},
        "dry": {"type": "boolean", "enum": [True]},
        "any": {"properties": {}},
        "never": {"type": "string", "nullable": True, "enum": [None]},
    },
}


def document(schema=POND, kind="application/json", **answers):
    found = {
        "get": {"responses": {"200": {"description": "It", "content": {kind: {"schema": schema}}}, **answers}},
        "post": {
            "requestBody": {"content": {"multipart/form-data": {"schema": {
                "type": "object", "properties": {"angle": {"type": "integer", "enum": [0, 90]}}
            }}}},
            "responses": {"204": {"description": "Gone", "content": {}}},
        },
    }  # fmt: skip
    keeper = {"type": "object", "properties": {"since": {"type": "integer"}}}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Ponds", "version": "1"},
        "paths": {"/pond": found, "/other": {"get": {"responses": {"200": {"description": "", "content": {kind: {
            "schema": {"type": "object", "properties": {"a": {"$ref": _AT}}}}}}}}}},
        "components": {"schemas": {"Keeper": keeper, "State": {"type": "string", "enum": ["frozen"]}}},
    }  # fmt: skip


_AT = "#/paths/~1pond/get/responses/200/content/application~1json/schema/properties/name"


def answered(value, kind="application/json", url="/pond"):
    answer = Answer(200, (("Content-Type", kind),), json.dumps(value).encode())
    return Exchange(Asked.of("GET", url, [], b""), answer, "stub")


@pytest.mark.parametrize(
    ("value", "problems"),
    [
        ({"name": "no address", "depth": 1, "fish": "fits both"}, 0),
        ({"name": "a", "depth": 172.97}, 1),
        ({"name": "a", "format": "text", "keeper": {"since": 3}}, 0),
        ({"name": "a", "kinds": ["still"]}, 0),
        ({"name": "a", "state": "frozen", "owner": "frozen"}, 0),
        ({"name": "a", "dry": True, "never": "a"}, 0),
        ({"name": "a", "dry": False}, 1),
        ({"name": "a", "any": {"more": 1}}, 0),
        ({"name": "a", "dry": "no"}, 1),
        ({"name": "a", "never": 1}, 1),
        ({"name": "a", "state": "other"}, 1),
        ({"name": "a", "kinds": [1]}, 1),
        ({"depth": 1}, 1),
        ({"name": "a", "keeper": {}}, 1),
        ({"name": "a", "depth": "text"}, 1),
    ],
)
def test_only_the_form_of_a_value_is_judged(value, problems):
    assert len(Judge(document()).answer("/pond", answered(value)).problems) == problems


def test_an_answer_of_any_type_is_read_by_what_comes():
    judge = Judge(document(kind="*/*"))
    assert judge.answer("/pond", answered({"name": "a"})).problems == ()
    assert judge.answer("/pond", answered({})).problems


def test_an_answer_of_no_media_type_has_no_body():
    gone = Exchange(Asked.of("POST", "/pond", [], b""), Answer(204), "stub")
    assert Judge(document()).answer("/pond", gone).problems == ()


def test_what_an_answer_cannot_be_held_against_is_said():
    of_none = Judge(document(kind="data")).answer("/pond", answered({}))
    assert of_none.unjudged == "an answer of what is no media type"
    found = {"/pond": {"head": document()["paths"]["/pond"]["get"]}}
    head = Exchange(Asked.of("HEAD", "/pond", [], b""), Answer(200), "stub")
    assert "no body by its status or method" in Judge(document() | {"paths": found}).answer("/pond", head).unjudged


def test_a_reference_into_another_path_leads_there():
    judge = Judge(document())
    assert judge.answer("/other", answered({"a": "text"}, url="/other")).problems == ()
    assert judge.answer("/other", answered({"a": 1}, url="/other")).problems


@pytest.mark.parametrize(("angle", "problems"), [("90", 0), ("91", 1)])
def test_a_number_of_an_enum_is_a_text_within_a_form(angle, problems):
    body = f'--x\r\nContent-Disposition: form-data; name="angle"\r\n\r\n{angle}\r\n--x--\r\n'.encode()
    asked = Asked.of("POST", "/pond", [("content-type", "multipart/form-data; boundary=x")], body)
    assert len(Judge(document()).request("/pond", Exchange(asked, Answer(204), "stub")).problems) == problems


@pytest.mark.parametrize(("query", "problems"), [("at=2", 0), ("at=4", 1), ("at=x", 1)])
def test_a_parameter_is_a_text(query, problems):
    parameter = {"name": "at", "in": "query", "schema": {"enum": [1, 2]}}
    found = {"/pond": {"get": {"parameters": [parameter], "responses": {"200": {"description": "It"}}}}}
    asked = Asked.of("GET", f"/pond?{query}", [], b"")
    judged = Judge(document() | {"paths": found}).request("/pond", Exchange(asked, Answer(200), "stub"))
    assert len(judged.problems) == problems


def test_what_openapi_ignores_is_not_asked_for():
    ignored = {"name": "Content-Type", "in": "header", "required": True, "schema": {"type": "string"}}
    several = {"name": "at", "in": "query", "schema": {"oneOf": [{"type": "boolean"}, {"type": "array", "items": {}}]}}
    found = {"/pond": {"get": {"parameters": [ignored, several], "responses": {"200": {"description": "It"}}}}}
    asked = Asked.of("GET", "/pond?at=true", [], b"")
    assert Judge(document() | {"paths": found}).request("/pond", Exchange(asked, Answer(200), "stub")).problems == ()


def test_of_schemes_that_share_a_header_one_is_asked_for_and_no_certificate():
    schemes = {
        "login": {"type": "http", "scheme": "basic"},
        "token": {"type": "apiKey", "in": "header", "name": "Authorization"},
        "card": {"type": "mutualTLS"},
        "key": {"type": "apiKey", "in": "query", "name": "key"},
    }
    found = document() | {"security": [{"login": [], "token": [], "key": []}, {"card": []}]}
    found["components"] = {"securitySchemes": schemes}
    assert StrictDocument(found).whole["security"] == [{"login": [], "key": []}, {"token": [], "key": []}, {}]


def test_a_form_without_fields_is_no_byte():
    form = {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": {"a": {}}}}}
    body = {"requestBody": {"required": True, "content": form}, "responses": {"200": {"description": "It"}}}
    asked = Asked.of("POST", "/pond", [("content-type", "application/x-www-form-urlencoded")], b"")
    judge = Judge(document() | {"paths": {"/pond": {"post": body}}})
    assert judge.request("/pond", Exchange(asked, Answer(200), "stub")).problems == ()


def test_parts_that_refuse_each_other_are_one_object():
    part = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}
    schema = {**part, "anyOf": [{"type": "object", "properties": {"b": {"type": "integer"}}}, {"required": ["c"]}]}
    judge = Judge(document(schema))
    assert judge.answer("/pond", answered({"a": "x", "b": 1})).problems == ()
    assert judge.answer("/pond", answered({"b": 1})).problems


@pytest.mark.parametrize("schema", [{"type": "object", "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}])
def test_which_properties_are_there_together_is_about_values(schema):
    assert Judge(document(schema)).answer("/pond", answered({})).problems == ()


def test_what_declares_no_property_asks_for_none():
    found = StrictDocument(document({"required": ["a"]})).whole
    assert found["paths"]["/pond"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] == {
        "required": []
    }


def test_a_property_of_two_kinds_that_exclude_each_other_is_either():
    base = {"type": "object", "properties": {"depth": {"type": "object", "properties": {"low": {"type": "integer"}}}}}
    pond = {
        "allOf": [
            {"$ref": "#/components/schemas/Base"},
            {"type": "object", "properties": {"depth": {"type": "integer"}}},
        ]
    }
    found = document({"type": "object", "properties": {"pond": pond, "base": {"$ref": "#/components/schemas/Base"}}})
    found["components"]["schemas"]["Base"] = base
    judge = Judge(found)
    for value, problems in (
        ({"pond": {"depth": 3}}, 0),
        ({"pond": {"depth": {"low": 1}}}, 0),
        ({"base": {"depth": 3}}, 1),
    ):
        assert len(judge.answer("/pond", answered(value)).problems) == problems, value
    assert judge.answer("/pond", answered({"pond": {"depth": "deep"}})).problems


def test_of_what_is_required_beside_alternatives_each_is_asked_for_its_own():
    text = {"type": "string"}
    parts = [{"type": "object", "properties": {name: text}} for name in ("a", "b")]
    judge = Judge(document({"oneOf": parts, "required": ["a", "b", "nowhere"]}))
    assert judge.answer("/pond", answered({"b": "x"})).problems == ()
    assert judge.answer("/pond", answered({})).problems


def test_what_is_no_parameter_of_a_media_type_says_nothing():
    body = {"requestBody": {"content": {"text/plain; utf-8": {"schema": {"type": "string"}}}}}
    asked = Asked.of("POST", "/pond", [("content-type", "text/plain")], b"a")
    judge = Judge(document() | {"paths": {"/pond": {"post": body | {"responses": {"204": {"description": "Gone"}}}}}})
    assert judge.request("/pond", Exchange(asked, Answer(204), "stub")).problems == ()


@pytest.mark.parametrize(
    ("wanted", "answered_with", "problems"),
    [({"made": "x"}, {"made": "x"}, 0), ({"made": "x"}, {}, 1), ({"secret": "x"}, {}, 0)],
)
def test_who_sends_a_property_is_said_where_a_part_declares_it(wanted, answered_with, problems):
    text = {"type": "string"}
    base = {"properties": {"made": text | {"readOnly": True}, "secret": text | {"writeOnly": True}}}
    found = document({"allOf": [{"$ref": "#/components/schemas/Base"}], "required": [*wanted]})
    found["components"]["schemas"]["Base"] = {"type": "object", "readOnly": True} | base
    assert len(Judge(found).answer("/pond", answered(answered_with)).problems) == problems


def test_what_openapi_core_cannot_read_of_a_request_is_said():
    lists = {"name": "at", "in": "query", "schema": {"type": "array", "items": {"type": "array", "items": {}}}}
    body = {"requestBody": {"content": {"text/plain": {"schema": POND}}}}
    form = {"requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": {"type": "string"}}}}}
    none = {"requestBody": {"content": {"": {"schema": POND}}}}
    inner = {"type": "object", "properties": {"at": {"type": "object", "properties": {"x": {"type": "string"}}}}}
    deep = {"name": "near", "in": "query", "style": "deepObject", "explode": True, "schema": inner}
    paths = {"/pond": {"get": {"parameters": [lists]}, "post": body, "put": form, "patch": none}}
    paths["/pond"]["delete"] = {"parameters": [deep]}
    judge = Judge(document() | {"paths": paths})
    get = Exchange(Asked.of("GET", "/pond?at=%5B%5D", [], b""), Answer(200), "stub")
    post = Exchange(Asked.of("POST", "/pond", [("content-type", "text/plain")], b"a"), Answer(200), "stub")
    kinds = {"PUT": "application/x-www-form-urlencoded", "PATCH": "application/json"}
    more = [
        Exchange(Asked.of(one, "/pond", [("content-type", kinds[one])], b"{}"), Answer(200), "stub") for one in kinds
    ]
    delete = Exchange(Asked.of("DELETE", "/pond?near%5Bat%5D%5Bx%5D=1", [], b""), Answer(200), "stub")
    assert [judge.request("/pond", one).unjudged for one in (delete, get, post, *more)] == [
        "a parameter of style deepObject with an object or a list in it",
        "a parameter with objects or lists in a list",
        "a text that is declared as something else",
        "a form that is declared as something else",
        "a body of what is no media type",
    ]


def test_alternatives_say_what_a_value_is_whatever_type_stands_beside_them():
    judge = Judge(document({"type": "array", "anyOf": [{"type": "object", "properties": {"a": {"type": "string"}}}]}))
    assert judge.answer("/pond", answered({"a": "x"})).problems == ()
    assert judge.answer("/pond", answered({"a": 1})).problems


def test_a_list_that_is_none_of_numbers_is_told():
    error = {"validator": "enum", "validator_value": [1, 2], "instance": ["a"]}
    assert is_written(SimpleNamespace(**error)) is False
    assert is_written(SimpleNamespace(**(error | {"instance": "1"}))) is True


@pytest.mark.parametrize(
    ("listed", "problems"), [([20160128], 0), (["20160128"], 0), (["2016-01-28"], 1), ([None], 1), ([], 1)]
)
def test_a_format_that_stands_beside_listed_values_asks_nothing_more_of_them(listed, problems):
    schema = {"type": "string", "format": "date", "nullable": True, **({"enum": listed} if listed else {})}
    assert len(Judge(document(schema)).answer("/pond", answered("20160128")).problems) == problems


def test_an_alternative_is_not_asked_for_what_only_another_declares():
    text, whole = {"type": "string"}, {"type": "integer"}
    schema = {"type": "object", "properties": {"c": whole}, "oneOf": [
        {"type": "object", "properties": {"a": text}, "required": ["a", "c"]},
        {"type": "object", "properties": {"b": text}, "required": ["a", "b", "c"]},
    ]}  # fmt: skip
    judge = Judge(document({"allOf": [schema, {"properties": {"d": whole}}], "required": ["d"]}))
    complete = [{"a": "x", "c": 1, "d": 2}, {"b": "x", "c": 1, "d": 2}]
    assert [judge.answer("/pond", answered(value)).problems for value in complete] == [(), ()]
    missing = [{"c": 1, "d": 2}, {"b": "x", "d": 2}, {"b": "x", "c": 1}, {"a": "x", "d": 2}]
    assert all(judge.answer("/pond", answered(value)).problems for value in missing)


def test_a_discriminator_that_maps_to_a_file_that_is_not_there_tells_nothing():
    cat = {"type": "object", "required": ["k"], "properties": {"k": {"type": "string"}}}
    told = {"propertyName": "k", "mapping": {"cat": "models/cat.yml#/cat"}}
    made = document({"anyOf": [{"$ref": "#/components/schemas/Cat"}], "discriminator": told})
    judge = Judge(made | {"components": {"schemas": {"Cat": cat}}})
    assert judge.answer("/pond", answered({"k": "cat"})).problems == ()


def test_a_discriminator_between_schemas_that_are_no_components_tells_nothing():
    kinds = [{"type": "object", "required": ["k"], "properties": {"k": {"type": "string", "enum": [k]}}} for k in "ab"]
    judge = Judge(document({"anyOf": kinds, "discriminator": {"propertyName": "k"}}))
    assert judge.answer("/pond", answered({"k": "b"})).problems == ()
    assert judge.answer("/pond", answered({"k": "c"})).problems


def test_two_parameters_in_a_segment_are_not_judged_where_one_gets_what_is_the_others():
    kinds = {"name": "kind", "in": "path", "required": True, "schema": {"type": "string", "enum": [".json"]}}
    judge = Judge(document() | {"paths": {"/ponds{kind}": {"get": {"parameters": [kinds], "responses": {}}}}})
    asked = Exchange(Asked.of("GET", "/ponds.json", [], b""), Answer(200), "stub")
    assert judge.request("/ponds{kind}", asked).problems == ()


def test_a_list_in_a_deep_object_is_not_judged():
    inner = {"type": "object", "properties": {"at": {"type": "array", "items": {"type": "integer"}}}}
    deep = {"name": "range", "in": "query", "style": "deepObject", "explode": True, "schema": inner}
    judge = Judge(document() | {"paths": {"/ponds": {"get": {"parameters": [deep], "responses": {}}}}})
    asked = Exchange(Asked.of("GET", "/ponds?range%5Bat%5D=2", [], b""), Answer(200), "stub")
    assert judge.request("/ponds", asked).unjudged == "a parameter of style deepObject with an object or a list in it"


def test_alternatives_of_several_kinds_say_what_a_value_is_whatever_type_stands_beside_them():
    parts = [
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "array", "items": {"type": "string"}},
    ]
    names = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("One", "Several")}
    found = document({"type": "object", "oneOf": [*names.values()], "discriminator": {"propertyName": "kind"}})
    found["components"]["schemas"] |= dict(zip(names, parts, strict=True))
    judge = Judge(found)
    for value, is_right in (({"a": "x"}, True), (["x"], True), ("x", False), ([1], False)):
        assert (judge.answer("/pond", answered(value)).problems == ()) is is_right, value


@pytest.mark.parametrize(
    ("mapping", "value", "is_right"),
    [
        ({"pond": "Pond"}, {"at": {"kind": "salt"}}, True),
        ({"pond": "Pond"}, {"at": {"kind": "pond"}}, False),
        ({"salt": "Pond"}, {"at": {"kind": "salt"}}, True),
        ({"salt": "Pond"}, {"at": {}}, False),
        ({}, {"at": {}}, True),
    ],
)
def test_a_discriminator_that_a_member_contradicts_tells_nothing(mapping, value, is_right):
    pond = {"allOf": [{"type": "object", "properties": {"kind": {"type": "string", "enum": ["salt", "fresh"]}}}]}
    members = [{"$ref": "#/components/schemas/Pond"}, {"$ref": "#/components/schemas/Keeper"}]
    at = {"oneOf": members[: 1 if mapping else 2], "discriminator": {"propertyName": "kind", "mapping": mapping}}
    found = document({"type": "object", "properties": {"at": at}})
    found["components"]["schemas"]["Pond"] = pond
    assert (Judge(found).answer("/pond", answered(value)).problems == ()) is is_right


@pytest.mark.parametrize(
    "wrap", [lambda one: one, lambda one: {"allOf": [one]}, lambda one: {"type": "array", "items": one}]
)
def test_who_may_set_a_property_is_not_said_of_what_refers_to_it(wrap):
    entity = {"type": "object", "readOnly": True, "properties": {"id": {"type": "integer"}}}
    schema = wrap({"$ref": "#/components/schemas/Device/properties/entity"})
    content = {"content": {"application/json": {"schema": schema}}}
    found = document() | {"paths": {"/pond": {"post": {"requestBody": content, "responses": {"204": {}}}}}}
    found["components"]["schemas"]["Device"] = {"type": "object", "properties": {"entity": entity}}
    for body, is_right in (({"id": 1}, True), ({"id": "x"}, False)):
        sent = json.dumps([body] if schema.get("type") else body).encode()
        asked = Asked.of("POST", "/pond", [("content-type", "application/json")], sent)
        judged = Judge(found).request("/pond", Exchange(asked, Answer(204), "stub"))
        assert (judged.problems == ()) is is_right, body
