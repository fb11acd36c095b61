"""OpenAPI 3.1 and 3.2 in the form of 3.0, before any pass runs."""

import copy

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.normalise import Names, Overlay, normalise
from sdkwright.normalise.check import check
from sdkwright.normalise.versions import plain
from sdkwright.project import Project
from tests.apis import projects

ANSWER = {"responses": {"200": {"description": "OK"}}}


def whole_query(content):
    return {"name": "q", "in": "querystring", "content": content}


def read(version="3.1.0", **parts):
    """A document in its inner form, and what was told."""
    told = []
    document = {"openapi": version, "info": {"title": "t", "version": "1"}, "paths": {}} | parts
    before = copy.deepcopy(document)
    found = plain(document, lambda *said: told.append(said), name="spec")
    assert document == before
    assert plain(found, told.append, name="spec") == found
    return found, dict(told)


def schema(node, version="3.1.0"):
    """A schema in its inner form, and what was told."""
    found, told = read(version, components={"schemas": {"A": node}})
    return found["components"]["schemas"]["A"], told.get("A", "")


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({}, "spec: not an OpenAPI document: it has no `openapi` version."),
        ({"openapi": True}, "spec: not an OpenAPI document: it has no `openapi` version."),
        ({"openapi": "4.0.0"}, "spec: OpenAPI 4.0.0; Swagger 2.0 and OpenAPI 3.0 to 3.2 are read; convert it."),
        ({"swagger": "1.2"}, "spec: Swagger 1.2; Swagger 2.0 and OpenAPI 3.0 to 3.2 are read; convert it."),
        ({"openapi": "\x1b[2J"}, "spec: OpenAPI \\x1b[2J; Swagger 2.0 and OpenAPI 3.0 to 3.2 are read; convert it."),
    ],
)
def test_another_version_is_refused(declared, said):
    with pytest.raises(GeneratorError) as caught:
        plain(declared | {"paths": {}}, print, name="spec")
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("declared", "inner"), [("3.0.1", "3.0.1"), (3.0, "3.0.0"), (3.1, "3.0.3"), ("3.1.1", "3.0.3"), ("3.2.0", "3.0.3")]
)
def test_a_version_that_is_read(declared, inner):
    assert read(declared)[0]["openapi"] == inner


@pytest.mark.parametrize("version", ["3.0.0", "3.1.0"])
@pytest.mark.parametrize(
    ("node", "inner", "told"),
    [
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}, ""),
        ({"type": ["null"]}, {"nullable": True}, ""),
        ({"type": ["integer", "number"]}, {"type": "number"}, ""),
        (
            {"type": ["string", "integer", "null"], "maxLength": 3, "minimum": 1, "title": "t"},
            {"title": "t", "nullable": True, "anyOf": [
                {"type": "string", "maxLength": 3}, {"type": "integer", "minimum": 1},
            ]},
            "",
        ),
        (
            {"type": ["string", "boolean"], "enum": ["a", True]},
            {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "boolean", "enum": [True]}]},
            "",
        ),
        ({"type": ["string", "array"], "items": {"type": "string"}}, {"anyOf": [
            {"type": "string"}, {"type": "array", "items": {"type": "string"}},
        ]}, ""),
        ({"type": ["string", "stream"]}, {"type": "string"}, "the type 'stream' among others, which is not read"),
        ({"const": None}, {"enum": [None]}, ""),
        ({"const": "a"}, {"const": "a"}, ""),
        ({"type": "integer", "exclusiveMinimum": 5}, {"type": "integer", "minimum": 5, "exclusiveMinimum": True}, ""),
        ({"minimum": 7, "exclusiveMinimum": 5}, {"minimum": 7}, ""),
        ({"maximum": 7, "exclusiveMaximum": 7}, {"maximum": 7, "exclusiveMaximum": True}, ""),
        ({"examples": ["x", "y"]}, {"example": "x"}, ""),
        ({"type": "string", "contentEncoding": "base64"}, {"type": "string", "format": "byte"}, ""),
        (
            {"type": "string", "contentEncoding": "base64url"},
            {"type": "string"},
            "text that is 'base64url', read as the text itself",
        ),
        (
            {"type": "string", "contentMediaType": "image/png"},
            {"type": "string", "contentMediaType": "image/png", "format": "binary"},
            "",
        ),
        ({"properties": {"a": True}}, {"properties": {"a": {}}}, ""),
        ({"allOf": [True]}, {"allOf": [{}]}, ""),
        ({"additionalProperties": False}, {"additionalProperties": False}, ""),
        ({"unevaluatedProperties": {"type": "string"}}, {"additionalProperties": {"type": "string"}}, ""),
        (
            {"prefixItems": [{"type": "string"}, {"type": "integer"}, {"type": "string"}], "items": False},
            {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}},
            "a tuple of 3, read as an array of any of its items",
        ),
        (
            {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}},
            {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}},
            "a tuple of 1, read as an array of any of its items",
        ),
        (
            {"type": "array", "items": [{"type": "string"}], "additionalItems": False},
            {"type": "array", "items": {"type": "string"}},
            "a tuple of 1, read as an array of any of its items",
        ),
        (
            {"patternProperties": {"^x": {"type": "string"}}, "additionalProperties": False},
            {"type": "object", "additionalProperties": {"type": "string"}},
            "`patternProperties`, read as the values of any keys",
        ),
        ({"items": False}, {"items": {}}, "an array that is always empty, read as one of any values"),
    ],
)  # fmt: skip
def test_words_of_json_schema(node, inner, told, version):
    assert schema(node, version) == (inner, told)


def test_a_property_that_is_never_there_is_not_read():
    _, told = read(components={"schemas": {"A": {"properties": {"a": False}}}})
    assert told == {"A.a": "a property that is never there, as its schema is `false`, so it is not read"}


def test_values_beside_a_reference_count_since_3_1():
    node = {"$ref": "#/components/schemas/Kind", "const": "cat", "description": "D"}
    assert schema(node)[0] == {"const": "cat", "description": "D"}
    assert schema(node, "3.0.0")[0] == node


def test_words_are_read_only_where_they_are_words():
    example = {"type": ["string", "null"], "$defs": {"A": {}}, "$id": "x"}
    node = {"properties": {"const": {"type": "string"}, "examples": {"type": "string"}}, "example": example}
    assert schema(node)[0] == node


class TestDefinitions:
    def test_they_become_components(self):
        found, _ = read(components={"schemas": {
            "A": {"$defs": {"B": {"type": "string"}, "Unused": {}}, "items": {"$ref": "#/$defs/B"}},
            "C": {"$ref": "#/components/schemas/A/$defs/B"},
        }})  # fmt: skip
        assert found["components"]["schemas"] == {
            "A": {"items": {"$ref": "#/components/schemas/B"}},
            "C": {"$ref": "#/components/schemas/B"},
            "B": {"type": "string"},
        }

    def test_those_of_one_name_are_one_if_they_say_the_same(self):
        same = {"$defs": {"B": {"$ref": "#/$defs/C"}, "C": {"type": "string"}}, "items": {"$ref": "#/$defs/B"}}
        other = {"$defs": {"B": {"type": "integer"}}, "items": {"$ref": "#/$defs/B"}}
        found, _ = read(
            components={"schemas": {"One": copy.deepcopy(same), "Two": copy.deepcopy(same), "Three": other}}
        )
        schemas = found["components"]["schemas"]
        assert set(schemas) == {"One", "Two", "Three", "B", "C", "Three_B"}
        assert schemas["Two"]["items"] == {"$ref": "#/components/schemas/B"}
        assert schemas["Three"]["items"] == {"$ref": "#/components/schemas/Three_B"}

    def test_a_definition_may_hold_itself(self):
        found, _ = read(
            components={
                "schemas": {
                    "A": {
                        "$defs": {"Node": {"properties": {"next": {"$ref": "#/$defs/Node"}}}},
                        "allOf": [{"$ref": "#/$defs/Node"}],
                    }
                }
            }
        )
        assert found["components"]["schemas"]["Node"] == {"properties": {"next": {"$ref": "#/components/schemas/Node"}}}

    def test_anchors_and_addresses_are_followed(self):
        schemas = {
            "A": {"$id": "https://example.com/a", "properties": {"b": {"$anchor": "beta", "type": "string"}}},
            "B": {"$ref": "https://example.com/a#beta"},
            "C": {"$ref": "https://example.com/a"},
            "D": {"$id": "https://example.com/d", "items": {"$ref": "a#beta"}},
        }
        found, _ = read(components={"schemas": schemas})
        assert found["components"]["schemas"] == {
            "A": {"properties": {"b": {"$ref": "#/components/schemas/beta"}}},
            "B": {"$ref": "#/components/schemas/beta"},
            "C": {"$ref": "#/components/schemas/A"},
            "D": {"items": {"$ref": "#/components/schemas/beta"}},
            "beta": {"type": "string"},
        }

    def test_those_of_a_body_are_found_from_the_body(self):
        body = {"$defs": {"B": {"type": "string"}}, "type": "array", "items": {"$ref": "#/$defs/B"}}
        operation = {"requestBody": {"content": {"application/json": {"schema": body}}}} | ANSWER
        found, _ = read(paths={"/a": {"post": operation}})
        assert found["components"]["schemas"] == {"B": {"type": "string"}}


class TestParts:
    def test_paths_that_refer_are_written_out(self):
        item = {"get": ANSWER}
        found, _ = read(
            paths={"/a": {"$ref": "#/components/pathItems/A", "parameters": []}}, components={"pathItems": {"A": item}}
        )
        assert found["paths"] == {"/a": item | {"parameters": []}}
        assert found["components"] == {}

    def test_webhooks_without_a_body_and_other_dialects_are_told(self):
        found, told = read(webhooks={"moored": {"post": ANSWER}}, jsonSchemaDialect="https://example.com/dialect")
        assert not {"webhooks", "x-webhooks"} & set(found)
        assert told == {
            "/webhooks/moored": "a webhook without a body, of which there is nothing to read",
            "/jsonSchemaDialect": "the schemas are of 'https://example.com/dialect', read as those of OpenAPI",
        }

    def test_methods_of_3_2_are_read(self):
        item = {"additionalOperations": {"PATCH": ANSWER, "LINK": ANSWER, "Query": ANSWER, "Copy": ANSWER}}
        found, told = read("3.2.0", paths={"/a": item})
        others = {"LINK": ANSWER, "COPY": ANSWER}
        assert found["paths"] == {"/a": {"patch": ANSWER, "query": ANSWER, "additionalOperations": others}}
        assert told == {"Copy /a": "the method is sent as COPY"}

    def test_a_method_that_is_there_twice_or_no_operation_is_told(self):
        item = {"additionalOperations": {"QUERY": ANSWER, "LINK": ANSWER, "link": ANSWER, "X": None}, "query": ANSWER}
        found, told = read("3.2.0", paths={"/a": item})
        assert found["paths"] == {"/a": {"query": ANSWER, "additionalOperations": {"LINK": ANSWER}}}
        twice = "an operation whose method the path has already, which is not read"
        assert told == {
            "QUERY /a": twice,
            "link /a": twice,
            "X /a": "an operation that is no object, which is not read",
        }

    @pytest.mark.parametrize(
        "media_type", ["application/x-www-form-urlencoded", "application/json", "application/a+json"]
    )
    def test_the_whole_query_is_a_parameter_of_the_query(self, media_type):
        content = {media_type: {"schema": {"type": "object"}, "encoding": {"a": {}}}}
        found, told = read("3.2.0", paths={"/a": {"get": {"parameters": [whole_query(content)]} | ANSWER}})
        [parameter] = found["paths"]["/a"]["get"]["parameters"]
        assert (parameter["in"], parameter["style"], parameter["content"]) == ("query", "querystring", content)
        assert told == {"GET /a ?q": "the encoding of the members of a query is not read"}

    @pytest.mark.parametrize("content", [{}, {"text/plain": {}}, {"application/json": {}, "text/plain": {}}])
    def test_another_form_of_it_is_refused(self, content):
        found, _ = read("3.2.0", paths={"/a": {"get": {"parameters": [whole_query(content)]} | ANSWER}})
        with pytest.raises(GeneratorError, match="get/parameters/0/in: Input should be 'query', 'path', 'header' or"):
            check(found, name="a.json")

    def test_the_items_of_a_stream_are_what_is_read(self):
        content = {kind: {"itemSchema": {"type": "string"}} for kind in ("application/jsonl", "application/json")}
        answer = {"responses": {"200": {"description": "OK", "content": content}}}
        found, _ = read("3.2.0", paths={"/a": {"get": answer}})
        assert found["paths"]["/a"]["get"]["responses"]["200"]["content"] == {
            "application/jsonl": {"schema": {"type": "string"}},
            "application/json": {"schema": {"type": "array", "items": {"type": "string"}}},
        }

    def test_a_part_of_a_form_keeps_its_media_type(self):
        parts = {"picture": {"type": "string", "contentMediaType": "image/png"}}
        body = {"content": {"multipart/form-data": {"schema": {"type": "object", "properties": parts}}}}
        found, _ = read(paths={"/a": {"post": {"requestBody": body} | ANSWER}})
        media = found["paths"]["/a"]["post"]["requestBody"]["content"]["multipart/form-data"]
        assert media["encoding"] == {"picture": {"contentType": "image/png"}}
        assert media["schema"]["properties"]["picture"]["format"] == "binary"


def test_what_stands_beside_a_reference_is_no_slip_of_the_overlay():
    told = {"components": {"schemas": {"A": {"type": "string"}, "B": {"items": {}, "$ref": "#/components/schemas/A"}}}}
    document, _ = read(**told, paths={"/a": {"get": ANSWER}})
    configuration = Project(projects.FOLDER / "tides").configuration
    found = normalise(document, Overlay(()), Names.parse("", name="names"), name="spec", configuration=configuration)
    assert found.ledger.keywords["items"] == 1
