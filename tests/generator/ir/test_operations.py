"""Operations and the API as a whole: each fact of a normalised document has its place, and the rest is kept as text."""

import attrs
import pytest

from sdkwright.ir import (
    Anything,
    Array,
    Body,
    Content,
    Deprecation,
    Header,
    OldName,
    Operation,
    Pagination,
    Parameter,
    Reference,
    Response,
    Scalar,
    SecurityScheme,
    Server,
    build,
)
from tests.generator import vendor_sample as sample

JSON = "application/json"
NOTE = {"$ref": "#/components/schemas/Note"}
SCHEMAS = {"Note": {"type": "object"}, "Page": {"type": "object", "nullable": True}}
OK = (Response("200", "OK"),)


def body(schema, **more):
    return {"content": {JSON: {"schema": schema}}, **more}


def operation(method="get", **node):
    """The one operation of a document."""
    made = sample.get(**{"operationId": "notes.get", **node})["get"]
    return build(sample.document({"/notes": {method: made}}, schemas=SCHEMAS)).operations[0]


def test_a_bare_operation():
    assert operation() == Operation("notes.get", "GET", "/notes", OK)


def test_everything_that_is_said_of_an_operation():
    found = operation(
        "post",
        operationId="notes.search_all",
        tags=["notes"],
        summary="Search",
        description="At length",
        deprecated=True,
        security=[{"key": [], "oauth": ["read"]}, {}],
        **{
            "x-upstream-id": "NoteApi_Search",
            "x-paginated": {"items": "Note", "page": "page"},
            "x-idempotent": True,
            "x-retry-on-429": True,
            "x-fault-outcome": "refused",
            "x-deprecation": {"until": "2.0.0"},
            "x-aliases": {"find": {"until": "1.5.0"}},
            "x-other": [1],
        },
    )
    assert found == Operation(
        name="notes.search_all",
        method="POST",
        path="/notes",
        responses=OK,
        security=({"key": (), "oauth": ("read",)}, {}),
        pagination=Pagination("Note", page="page"),
        summary="Search",
        description="At length",
        upstream_id="NoteApi_Search",
        idempotent=True,
        retry_on_429=True,
        fault_outcome="refused",
        deprecated=True,
        deprecation=Deprecation("2.0.0"),
        aliases=(OldName("find", Deprecation("1.5.0")),),
        others={"x-other": "[1]"},
    )
    assert (found.resource, found.verb, found.key) == ("notes", "search_all", "POST /notes")


def test_a_parameter():
    node = sample.query("kind", required=True, description="Which", **{"x-wire-name": "query.kind", "x-unit": "days"})
    node["schema"] = {"type": "array", "items": {"type": "integer"}, "nullable": True}
    (found,) = operation(parameters=[node | {"x-more": 1}]).parameters
    assert found == Parameter(
        name="kind",
        wire="query.kind",
        type=Array(Scalar("integer")),
        location="query",
        required=True,
        nullable=True,
        description="Which",
        unit="days",
        others={"x-more": "1"},
    )


def test_a_parameter_is_sent_under_its_own_name_where_no_other_is_stated():
    (found,) = operation(parameters=[sample.query("kind")]).parameters
    assert found == Parameter("kind", "kind", Scalar("string"))


def test_a_body():
    found = operation(requestBody=body({"type": "integer"}, required=True, description="Its id", **{"x-name": "id"}))
    assert found.body == Body((Content(JSON, Scalar("integer")),), required=True, description="Its id", name="id")
    assert list(found.sent) == []
    assert list(operation(requestBody=body({"type": "array", "items": NOTE})).sent) == ["Note"]


def test_a_body_without_a_schema_is_anything_and_one_without_content_is_none():
    assert operation(requestBody={"content": {JSON: {}}}).body == Body((Content(JSON, Anything()),))
    assert operation(requestBody={"content": {}}).body is None


def test_answers():
    responses = {
        "201": {"description": "Made", **body({"$ref": "#/components/schemas/Page"})},
        "404": {"description": "Gone", **body(NOTE)},
        "4XX": {"$ref": "#/components/responses/Error"},
    }
    found = operation(responses=responses)
    assert found.responses == (
        Response("201", "Made", (Content(JSON, Reference("Page"), nullable=True),)),
        Response("404", "Gone", (Content(JSON, Reference("Note")),)),
        Response("4XX", shared="Error"),
    )
    assert (found.success, found.errors) == (found.responses[0], found.responses[1:])
    assert found.success.content == Content(JSON, Reference("Page"), nullable=True)
    assert list(found.received) == ["Page", "Note"]


def test_an_answer_without_a_schema_has_no_body():
    assert operation(responses={"200": {"description": "OK", "content": {JSON: {}}}}).success.content is None


@pytest.mark.parametrize(
    ("responses", "successes", "errors"),
    [
        ({}, [], []),
        ({"4XX": {}}, [], ["4XX"]),
        ({"2XX": {}, "default": {}}, ["2XX"], ["default"]),
        ({"200": {}, "204": {}, "404": {}}, ["200", "204"], ["404"]),
        ({"default": {}, "404": {}}, ["default"], ["default", "404"]),
        ({"302": {}}, [], ["302"]),
    ],
)
def test_what_means_success(responses, successes, errors):
    found = operation(responses=responses)
    assert [response.status for response in found.successes] == successes
    assert [response.status for response in found.errors] == errors
    assert found.success.status == (successes or ["2XX"])[0]


def test_the_success_that_stands_for_all_is_one_with_a_body():
    found = operation(responses={"202": {}, "203": body(NOTE), "204": {}})
    assert found.success.status == "203"


def test_headers_of_an_answer():
    headers = {"X-Left": {"required": True, "description": "Calls left", "schema": {"type": "integer"}}, "X-Id": {}}
    assert operation(responses={"200": {"description": "OK", "headers": headers}}).success.headers == (
        Header("X-Left", Scalar("integer"), required=True, description="Calls left"),
        Header("X-Id", Anything()),
    )


def test_how_pages_turn():
    assert Pagination("Note").parameters == ()
    assert Pagination("Note", "page", "page_size").parameters == ("page", "page_size")


def test_the_whole_of_a_document():
    document = sample.document(
        {"/b": sample.get(operationId="notes.list"), "/a": sample.get(operationId="notes.get")}
        | {"/c": sample.get(operationId="kinds.list")},
        schemas=SCHEMAS,
        responses={"Error": {"description": "It failed", **body(NOTE)}},
        securitySchemes={
            "key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "Yours"},
            "token": {"type": "http"},
        },
    )
    api = build(document)
    assert (api.title, api.version, api.description) == ("API", "v1", "")
    assert api.servers == (Server("https://api.example.com"),)
    assert api.security_schemes == (
        SecurityScheme("key", "apiKey", "header", "X-Key", "Yours"),
        SecurityScheme("token", "http"),
    )
    assert api.responses == {"Error": Response("", "It failed", (Content(JSON, Reference("Note")),))}
    assert [one.name for one in api.operations] == ["notes.list", "notes.get", "kinds.list"]
    assert [(one.name, [each.verb for each in one.operations]) for one in api.resources] == [
        ("kinds", ["list"]),
        ("notes", ["get", "list"]),
    ]


def test_the_real_document_leaves_no_keyword_that_says_what_a_value_is(normalised):
    api = build(normalised.document)
    nodes = [*api.operations, *api.schemas.values()]
    nodes += [parameter for one in api.operations for parameter in one.parameters]
    nodes += [field for model in api.models.values() for field in model.fields]
    assert {keyword for node in nodes for keyword in node.others} <= {"readOnly"}


def test_nothing_can_be_changed_and_the_document_is_not_changed_either(normalised):
    before = repr(normalised.document)
    api = build(normalised.document)
    assert repr(normalised.document) == before
    for node in (api, api.operations[0], api.operations[0].responses[0], *api.schemas.values()):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            node.name = "other"
    assert build(normalised.document) == api


def test_a_stream_beside_json_makes_a_second_operation_under_a_free_name():
    kinds = ("application/json", "text/event-stream")
    both = {"description": "", "content": {kind: {"schema": {"type": "string"}} for kind in kinds}}
    responses = {"200": both, "202": {"description": ""}, "404": {"description": ""}}
    names = {"/a": "notes.ask", "/b": "notes.ask_stream"}
    paths = {
        path: {"get": {"operationId": name, "parameters": [], "responses": responses if path == "/a" else {}}}
        for path, name in names.items()
    }
    whole, twin, other = build({"info": {}, "paths": paths}).operations
    assert (whole.name, twin.name, other.name) == ("notes.ask", "notes.ask_stream_2", "notes.ask_stream")
    assert (whole.twin_of, twin.twin_of) == ("", "notes.ask")
    assert [[content.media_type for content in one.contents] for one in whole.responses] == [[kinds[0]], [], []]
    assert [(one.status, *(content.media_type for content in one.contents)) for one in twin.responses] == [
        ("200", kinds[1]),
        ("404",),
    ]
