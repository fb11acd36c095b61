"""Swagger 2.0 in the form of OpenAPI 3.0."""

import copy

import pytest

from sdkwright.normalise.versions import plain

TEXT = {"type": "string"}
OK = {"200": {"description": "OK"}}


def read(**parts):
    """A document in its inner form, and what was told."""
    told = []
    document = {"swagger": "2.0", "info": {"title": "t", "version": "1"}, "paths": {}} | parts
    before = copy.deepcopy(document)
    found = plain(document, lambda *said: told.append(said), name="spec")
    assert document == before
    assert plain(found, told.append, name="spec") == found
    return found, dict(told)


def operation(node, **parts):
    """An operation in its inner form, and what was told."""
    found, told = read(paths={"/a": {"post": {"responses": OK} | node}}, **parts)
    return found["paths"]["/a"]["post"], told


def parameter(**words):
    """The one parameter of an operation in its inner form, and what was told."""
    found, told = operation({"parameters": [{"name": "p", "in": "query", **words}]})
    return found["parameters"][0], told


@pytest.mark.parametrize(
    ("parts", "urls"),
    [
        ({"host": "a.example", "basePath": "/v1", "schemes": ["http", "https"]}, ["https://a.example/v1", "http://a.example/v1"]),
        ({"host": "a.example:81", "basePath": "/", "schemes": ["http", "ws"]}, ["http://a.example:81"]),
        ({"host": "a.example"}, ["https://a.example"]),
        ({"host": "http://a.example/"}, ["http://a.example"]),
        ({"basePath": "v1/"}, ["/v1"]),
        ({}, []),
    ],
)  # fmt: skip
def test_servers(parts, urls):
    found, told = read(**parts)
    assert [server["url"] for server in found.get("servers", [])] == urls
    assert ("/schemes" in told) == ("ws" in parts.get("schemes", []))


def test_an_operation_of_another_scheme_has_a_server_of_its_own():
    parts = {"host": "a.example", "schemes": ["https"]}
    assert operation({"schemes": ["http"]}, **parts)[0]["servers"] == [{"url": "http://a.example"}]
    assert "servers" not in operation({"schemes": ["https"]}, **parts)[0]


@pytest.mark.parametrize(
    ("words", "inner"),
    [
        ({"type": "integer", "minimum": 1, "required": True}, {"required": True}),
        ({"in": "path", **TEXT}, {"in": "path", "required": True, "schema": TEXT}),
        ({**TEXT, "x-nullable": True}, {"x-nullable": True, "schema": TEXT | {"nullable": True}}),
        ({"type": "array", "items": TEXT}, {"style": "form", "explode": False}),
        ({"type": "array", "items": TEXT, "collectionFormat": "multi"}, {"style": "form", "explode": True}),
        ({"type": "array", "items": TEXT, "collectionFormat": "ssv"}, {"style": "spaceDelimited"}),
        ({"type": "array", "items": TEXT, "collectionFormat": "pipes"}, {"style": "pipeDelimited"}),
        ({"in": "header", "type": "array", "items": TEXT}, {"in": "header"}),
        ({**TEXT, "x-ms-skip-url-encoding": True}, {"x-ms-skip-url-encoding": True, "allowReserved": True}),
        (
            {"type": "array", "items": {"type": "file", "x-nullable": True}, "collectionFormat": "multi"},
            {
                "style": "form",
                "explode": True,
                "schema": {"type": "array", "items": TEXT | {"format": "binary", "nullable": True}},
            },
        ),
    ],
)  # fmt: skip
def test_parameters(words, inner):
    found, told = parameter(**words)
    schema = {word: words[word] for word in ("type", "items", "minimum") if word in words}
    assert found == {"name": "p", "in": "query", "schema": schema} | inner
    assert told == {}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"type": "array", "collectionFormat": "tsv"}, "the values of 'p' stand between tabs, sent between commas"),
        (
            {"in": "path", "type": "array", "collectionFormat": "pipes"},
            "the values of 'p' stand between pipes, sent between commas",
        ),
        ({"type": "file"}, "the parameter 'p' is a file outside a form, read as text"),
    ],
)  # fmt: skip
def test_what_cannot_be_said_is_told(words, said):
    assert parameter(**words)[1] == {"POST /a": said}


def test_a_body_is_of_what_the_operation_consumes():
    body = {"name": "b", "in": "body", "required": True, "description": "B", "schema": {"$ref": "#/definitions/A"}}
    schema = {"schema": {"$ref": "#/components/schemas/A"}}
    found, _ = operation({"parameters": [body]}, definitions={"A": {}})
    assert found["requestBody"] == {"description": "B", "required": True, "content": {"application/json": schema}}
    found, _ = operation({"parameters": [body]}, definitions={"A": {}}, consumes=["text/xml"])
    assert found["requestBody"]["content"] == {"text/xml": schema}
    found, _ = operation({"parameters": [body], "consumes": ["a/b", "c/d"]}, definitions={"A": {}}, consumes=["x/y"])
    assert found["requestBody"]["content"] == {"a/b": schema, "c/d": schema}


def test_the_fields_of_a_form_are_a_body():
    fields = [
        {"name": "n", "in": "formData", "type": "integer", "required": True, "description": "N"},
        {"name": "l", "in": "formData", "type": "array", "items": TEXT},
    ]
    found, _ = operation({"parameters": fields})
    assert found["requestBody"] == {"required": True, "content": {"application/x-www-form-urlencoded": {
        "schema": {
            "type": "object",
            "properties": {"n": {"type": "integer", "description": "N"}, "l": {"type": "array", "items": TEXT}},
            "required": ["n"],
        },
        "encoding": {"l": {"style": "form", "explode": False}},
    }}}  # fmt: skip
    assert "parameters" not in found


def test_a_form_with_a_file_is_multipart():
    field = {"name": "f", "in": "formData", "type": "file"}
    for consumes in ([], ["multipart/form-data", "application/x-www-form-urlencoded"]):
        found, _ = operation({"parameters": [field], "consumes": consumes})
        schema = {"type": "object", "properties": {"f": {"type": "string", "format": "binary"}}}
        assert found["requestBody"] == {"content": {"multipart/form-data": {"schema": schema}}}


def test_what_is_not_sent_is_told():
    bodies = [{"name": name, "in": "body", "schema": {}} for name in "ab"]
    found, told = operation({"parameters": [*bodies, {"name": "f", "in": "formData", **TEXT}]})
    assert list(found["requestBody"]["content"]) == ["application/json"]
    assert told["POST /a"] == "has a body, so the form beside it is not sent: f"


def test_shared_parameters_are_shared_and_those_of_bodies_written_out():
    shared = {
        "Q": {"name": "q", "in": "query", **TEXT},
        "B": {"name": "b", "in": "body", "schema": TEXT},
    }
    found, _ = read(
        parameters=shared,
        paths={"/a": {
            "parameters": [{"$ref": "#/parameters/Q"}, {"$ref": "#/parameters/B"}],
            "get": {"responses": OK},
            "post": {"responses": OK, "parameters": [{"name": "o", "in": "body", "schema": {}}]},
        }},
    )  # fmt: skip
    item = found["paths"]["/a"]
    assert item["parameters"] == [{"$ref": "#/components/parameters/Q"}]
    assert item["get"]["requestBody"] == {"content": {"application/json": {"schema": TEXT}}}
    assert item["post"]["requestBody"] == {"content": {"application/json": {"schema": {}}}}
    assert found["components"]["parameters"] == {"Q": {"name": "q", "in": "query", "schema": TEXT}}


def test_answers_are_of_what_the_operation_produces():
    answers = {
        "200": {"description": "A", "schema": TEXT, "headers": {"X": {"type": "integer"}}, "examples": {"a/b": 1}},
        "201": {"description": "F", "schema": {"type": "file"}},
        "204": {"description": ""},
        "404": {"$ref": "#/responses/Gone"},
    }
    shared = {"Gone": {"description": "G", "schema": {"$ref": "#/definitions/Gone"}}}
    found, _ = operation({"responses": answers}, responses=shared, definitions={"Gone": {}})
    assert found["responses"] == {
        "200": {
            "description": "A",
            "content": {"application/json": {"schema": TEXT}},
            "headers": {"X": {"schema": {"type": "integer"}}},
        },
        "201": {
            "description": "F",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        },
        "204": {"description": ""},
        "404": {"$ref": "#/components/responses/Gone"},
    }
    found, _ = operation({"responses": answers, "produces": ["a/b"]}, responses=shared, definitions={"Gone": {}})
    gone = {"schema": {"$ref": "#/components/schemas/Gone"}}
    assert found["responses"]["404"] == {"description": "G", "content": {"a/b": gone}}
    assert list(found["responses"]["201"]["content"]) == ["a/b"]


def test_security():
    flow = {"tokenUrl": "https://a.example/t", "scopes": {"s": "S"}}
    found, _ = read(security=[{"basic": []}], securityDefinitions={
        "basic": {"type": "basic", "description": "B"},
        "key": {"type": "apiKey", "in": "query", "name": "k"},
        "application": {"type": "oauth2", "flow": "application", **flow},
        "code": {"type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://a.example/a", **flow},
    })  # fmt: skip
    assert found["security"] == [{"basic": []}]
    assert found["components"]["securitySchemes"] == {
        "basic": {"type": "http", "scheme": "basic", "description": "B"},
        "key": {"type": "apiKey", "in": "query", "name": "k"},
        "application": {"type": "oauth2", "flows": {"clientCredentials": flow}},
        "code": {
            "type": "oauth2",
            "flows": {"authorizationCode": {"authorizationUrl": "https://a.example/a", **flow}},
        },
    }


def test_definitions():
    found, told = read(definitions={
        "Pet": {"discriminator": "kind", "properties": {"kind": TEXT | {"x-nullable": True}, "pic": {"type": "file"}}},
        "Cat": {"x-ms-discriminator-value": "cat", "allOf": [{"$ref": "#/definitions/Pet"}]},
        "default": {"items": {"$ref": "Pet"}},
        "Kind": {"$ref": "#/definitions/Pet/properties/kind"},
    })  # fmt: skip
    schemas = found["components"]["schemas"]
    assert schemas["Pet"] == {
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat"}},
        "properties": {"kind": TEXT | {"nullable": True}, "pic": {"type": "string", "format": "binary"}},
    }
    assert schemas["default"] == {"items": {"$ref": "#/components/schemas/Pet"}}
    assert schemas["Kind"] == TEXT | {"nullable": True}
    assert told == {
        "/definitions/default/items": "refers to Pet, read as the definition of that name",
        "/definitions/Kind": "refers to #/definitions/Pet/properties/kind, which is written out here",
    }


def test_paths_of_an_extension_are_paths():
    found, told = read(**{"x-ms-paths": {"/a?b=c": {"get": {"responses": OK}}}})
    assert found["paths"] == {"/a?b=c": {"get": {"responses": OK}}}
    assert told == {"/a?b=c": "stands in `x-ms-paths`, read as one of the paths"}


@pytest.mark.parametrize("broken", [None, 3, "text", [], [3, None], {"x": 3}])
@pytest.mark.parametrize(
    "key",
    ["paths", "definitions", "parameters", "responses", "consumes", "securityDefinitions", "schemes", "host", "info"],
)
def test_whatever_stands_anywhere_nothing_breaks(key, broken):
    node = {"get": {"parameters": broken, "responses": broken, "consumes": broken, "schemes": broken}}
    parts = {"paths": {"/a": node | {"parameters": broken}}} | {key: broken}
    assert read(**parts)[0]["openapi"] == "3.0.3"
