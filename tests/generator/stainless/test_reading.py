"""A configuration of the generator that ended: what becomes of each part, and what is told of the rest."""

import json
from typing import ClassVar

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.stainless import answers, compatibility_report, read

LIST = {"type": "array", "items": {"$ref": "#/components/schemas/Note"}}


def answer(schema, media_type="application/json"):
    return {"200": {"description": "Done.", "content": {media_type: {"schema": schema}}}}


DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "Notes", "version": "1"},
    "paths": {
        "/notes": {
            "get": {
                "parameters": [
                    {"name": "after", "in": "query", "schema": {"type": "string"}},
                    {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                ],
                "responses": answer({"$ref": "#/components/schemas/Notes"}),
            },
            "post": {
                "responses": {
                    "200": {
                        "description": "Done.",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Note"}},
                            "text/event-stream": {"schema": {"$ref": "#/components/schemas/Note"}},
                        },
                    }
                }
            },
        },
        "/notes/{note_id}": {"get": {"responses": answer({"$ref": "#/components/schemas/Note"})}},
        "/tags": {"get": {"responses": answer({"type": "object", "properties": {"object": {}, "data": LIST}})}},
    },
    "components": {
        "schemas": {
            "Note": {"type": "object", "properties": {"id": {"type": "string"}}},
            "Notes": {
                "type": "object",
                "properties": {"data": LIST, "has_more": {"type": "boolean"}, "last_id": {"type": "string"}},
            },
        }
    },
}
PAGES = {
    "name": "cursor_page",
    "type": "cursor",
    "request": {"after": {"x-stainless-pagination-property": {"purpose": "next_cursor_param"}}},
    "response": {
        "data": {"type": "array"},
        "has_more": {"type": "boolean"},
        "last_id": {"x-stainless-pagination-property": {"purpose": "next_cursor_field"}},
    },
}


def reading(**parts):
    found = {"resources": {"notes": {"methods": {"list": "get /notes"}}}} | parts
    return read(json.dumps(found).encode(), DOCUMENT, name="stainless.yml")


def methods(**declared):
    return {"resources": {"notes": {"methods": declared}}}


def only(migration):
    (method,) = migration.methods
    return method


def test_methods_of_any_depth_have_names():
    below = {"methods": {"list": "get /tags"}, "subresources": {"open": {"methods": {"get": "get /notes/{id}"}}}}
    found = reading(resources={"notes": {"subresources": {"tags": below}}})
    assert found.names["operations"] == {
        "GET /tags": "notes.tags.list",
        "GET /notes/{note_id}": "notes.tags.open.get",
    }


def test_models_have_names_and_what_is_taken_is_told():
    models = {"my_note": "Note", "note_again": "#/components/schemas/Note", "model": "Notes", "gone": "Gone"}
    found = reading(resources={"notes": {"models": models}})
    assert found.names["schemas"] == {"Note": "MyNote"}
    assert found.models["notes"] == {"my_note": "Note", "note_again": "Note", "model": "Notes"}
    assert len(found.told) == 3


def test_a_stream_is_asked_for_or_always_given():
    streaming = {"stream_event_model": "notes.my_note", "param_discriminator": "stream"}
    node = {
        "models": {"my_note": "Note"},
        "methods": {"create": {"endpoint": "post /notes", "streaming": streaming}},
    }
    method = only(reading(resources={"notes": node}))
    assert (method.streams, method.stream_argument, method.event_model) == (True, "stream", "Note")
    always = reading(**methods(create={"endpoint": "post /notes", "streaming": True}))
    assert only(always).stream_argument == ""
    assert any("gives its stream always" in line for line in always.told)


@pytest.mark.parametrize(("paginated", "scheme"), [({}, "cursor_page"), ({"paginated": False}, "")])
def test_pages_are_known_by_their_answers_unless_a_method_says_no(paginated, scheme):
    found = reading(pagination=[PAGES], **methods(list={"endpoint": "get /notes"} | paginated))
    assert only(found).scheme == scheme
    assert found.schemes["cursor_page"].request == {"next_cursor_param": "after"}


def test_a_field_is_unwrapped_where_it_is_all_there_is():
    settings = {"unwrap_response_fields": ["data"]}
    assert only(reading(settings=settings, **methods(list="get /tags"))).unwrapped == "data"
    assert only(reading(settings=settings, **methods(list="get /notes"))).unwrapped == ""
    own = {"endpoint": "get /notes", "unwrap_response_fields": ["data"]}
    assert only(reading(**methods(list=own))).unwrapped == "data"


def test_the_client_becomes_tables():
    option = {"type": "string", "read_env": "NOTES_KEY", "nullable": True, "auth": {"security_scheme": "Bearer"}}
    found = reading(
        targets={"python": {"package_name": "my-notes"}},
        environments={"production": "https://notes.example/", "test": "https://test.notes.example"},
        security_schemes={"Bearer": {"type": "http", "scheme": "bearer"}},
        client_settings={"default_env_prefix": "NOTES", "opts": {"token": option, "team": {"type": "string"}}},
    )
    assert found.tables["package"] == {"name": "my_notes", "environment": "NOTES"}
    assert found.tables["security"] == [{"scheme": "Bearer", "argument": "token", "variable": "NOTES_KEY"}]
    assert found.tables["compatibility"]["environments"]["test"] == "https://test.notes.example"
    servers, schemes = (action["update"] for action in found.overlay)
    assert servers == {
        "servers": [
            {"url": "https://notes.example", "description": "production"},
            {"url": "https://test.notes.example", "description": "test"},
        ]
    }
    assert schemes == {"components": {"securitySchemes": {"Bearer": {"type": "http", "scheme": "bearer"}}}}
    assert [line for line in found.told if line.startswith("client_settings.opts.team: ")]


@pytest.mark.parametrize(
    ("format_", "update"), [("comma", {"style": "form", "explode": False}), ("brackets", {"name": "tags[]"})]
)
def test_arrays_in_the_query_are_written_as_it_says(format_, update):
    (action,) = reading(query_settings={"array_format": format_}).overlay
    assert action["target"] == "$['paths']['/notes']['get']['parameters'][1]"
    assert action["update"] == update


def test_a_format_of_queries_without_a_counterpart_is_told():
    found = reading(query_settings={"array_format": "indices", "nested_format": "dots"})
    assert found.overlay == []
    assert [line.partition(": ")[0] for line in found.told] == [
        "query_settings.array_format",
        "query_settings.nested_format",
    ]


def test_transforms_become_actions_and_others_are_told():
    found = reading(
        openapi={
            "transforms": [
                {"command": "merge", "reason": "Say it.", "args": {"target": ["$.info"], "object": {"title": "N"}}},
                {"command": "remove", "reason": "Gone.", "args": {"target": "$.paths", "keys": ["/tags"]}},
                {"command": "oneOfToAnyOf"},
                {"command": "dance"},
            ]
        }
    )
    assert found.overlay == [
        {"target": "$.info", "description": "Say it.", "update": {"title": "N"}},
        {"target": "$.paths['/tags']", "description": "Gone.", "remove": True},
    ]
    assert [line.partition(":")[0] for line in found.told] == ["openapi.transforms.2", "openapi.transforms.3"]


def test_every_key_without_a_counterpart_is_told_with_its_path():
    found = reading(
        organization={"docs": "x"},
        targets={"go": {"package_name": "x", "options": {"a": 1}}},
        odd={"deep": {"key": 1}},
        **methods(list={"endpoint": "get /notes", "skip_test_reason": "x"}),
    )
    places = [line.partition(": ")[0] for line in found.told]
    assert places == ["odd", "organization.docs", "targets.go", "resources.notes.methods.list.skip_test_reason"]


def test_an_endpoint_that_is_not_there_is_told_with_the_nearest():
    found = reading(**methods(list="get /note", get="nowhere"))
    assert found.methods == []
    assert found.told[0] == (
        "resources.notes.methods.list: the document has no GET /note; the nearest is GET /notes; "
        "the method is left out."
    )
    assert "no endpoint such as" in found.told[1]


def test_two_methods_of_one_name_are_refused():
    with pytest.raises(
        GeneratorError, match=r"stainless\.yml: .*getNote and .*get_note are both called notes\.get_note"
    ):
        reading(**methods(get_note="get /notes/{id}", getNote="get /notes"))


def test_two_methods_may_call_one_operation():
    found = reading(**methods(list="get /notes", all="get /notes"))
    assert [method.path for method in found.methods] == ["notes.list", "notes.all"]
    assert found.names["operations"] == {"GET /notes": "notes.list"}


@pytest.mark.parametrize("name", ["a\nimport os", "(", "", "x" * 500, "class", "__init__"])
def test_no_name_is_code(name):
    found = reading(pagination=[PAGES | {"name": name}], **methods(**{name: "get /notes"}))
    words = [word for method in found.methods for word in method.path.split(".")] + [*found.schemes]
    assert all(word.isidentifier() and not word.startswith("_") for word in words)


@pytest.mark.parametrize("text", ["[]", "a: 1", "resources: 3", "resources: {}\nopenapi: 3"])
def test_what_is_no_configuration_is_refused_in_one_sentence(text):
    with pytest.raises(GeneratorError, match=r"^stainless\.yml: "):
        read(text.encode(), DOCUMENT, name="stainless.yml")


def test_the_report_says_what_a_caller_would_notice():
    text = compatibility_report(
        reading(pagination=[PAGES], organization={"docs": "x|<b>"}, **methods(list="get /notes", tags="get /tags"))
    )
    assert "| `notes.list` | `GET /notes` | pages of `cursor_page` | nothing |" in text
    assert "| `notes.tags` | `GET /tags` |  | nothing |" in text
    assert "- organization.docs: not read" in text


def test_a_method_says_how_it_differs_and_the_report_tells():
    node = {"list": {"endpoint": "get /notes", "type": "websocket", "body_param_name": "noteBody", "paginated": True}}
    found = reading(**methods(**node, tags={"endpoint": "get /tags", "unwrap_response_fields": ["data"]}))
    assert [line.partition(": ")[0].rpartition(".")[2] for line in found.told] == ["type", "paginated"]
    assert found.methods[0].body_argument == "note_body"
    assert (found.methods[0].resource, found.methods[0].name) == ("notes", "list")
    text = compatibility_report(found)
    assert "| `notes.list` | `GET /notes` | takes the body as `note_body` | nothing |" in text
    assert "| `notes.tags` | `GET /tags` | `data` alone | nothing |" in text


def test_the_report_tells_of_streams_and_of_nothing():
    asked = {"endpoint": "post /notes", "streaming": {"param_discriminator": "stream"}}
    always = {"endpoint": "get /notes/{id}", "streaming": True}
    text = compatibility_report(reading(**methods(create=asked, watch=always)))
    assert "| `notes.create` | `POST /notes` | a stream with `stream=True` | nothing |" in text
    assert "| `notes.watch` | `GET /notes/{note_id}` | a stream | nothing |" in text
    assert text.endswith("## What has no counterpart\n\nNothing.\n")


SCHEMES = {"Basic": {"type": "http", "scheme": "basic"}, "Key": {"type": "apiKey", "in": "header", "name": "X-Key"}}


def option(scheme, role="", **more):
    auth = {"security_scheme": scheme} | ({"role": role} if role else {})
    return {"type": "string", "nullable": True, "auth": auth} | more


def test_who_signs_a_request_is_taken():
    options = {
        "userName": option("Basic", "username", read_env="NOTES_USER"),
        "password": option("Basic", "password"),
        "apiKey": option("Key", "value", nullable=False),
    }
    found = reading(security=[{"Key": []}], security_schemes=SCHEMES, client_settings={"opts": options})
    assert [action["update"] for action in found.overlay] == [
        {"components": {"securitySchemes": SCHEMES}},
        {"security": [{"Key": []}]},
    ]
    assert found.tables["security"] == [
        {
            "scheme": "Basic",
            "arguments": {"username": "user_name", "password": "password"},
            "variables": {"username": "NOTES_USER"},
        },
        {"scheme": "Key", "argument": "api_key"},
    ]
    assert [line.partition(": ")[0] for line in found.told] == ["client_settings.opts.apiKey.nullable"]


def test_the_security_of_the_document_gives_way():
    document = DOCUMENT | {
        "servers": [{"url": "https://old.example"}],
        "security": [{"Key": []}],
        "components": DOCUMENT["components"] | {"securitySchemes": {"Key": {"type": "http", "scheme": "bearer"}}},
    }
    found = read(
        json.dumps(
            {
                "resources": {},
                "security": [{}, {"Key": []}],
                "security_schemes": {"Key": SCHEMES["Key"]},
                "environments": {"main": "https://{region}.example/"},
                "client_settings": {
                    "opts": {"region": {"type": "string", "default": "eu", "server_variable": "region"}}
                },
            }
        ).encode(),
        document,
        name="stainless.yml",
    )
    assert found.document["servers"] == [
        {"url": "https://{region}.example", "description": "main", "variables": {"region": {"default": "eu"}}}
    ]
    assert found.tables["compatibility"]["environments"] == {"main": "https://{region}.example"}
    assert found.document["security"] == [{}, {"Key": []}]
    assert found.document["components"]["securitySchemes"] == {"Key": SCHEMES["Key"]}
    assert document["security"] == [{"Key": []}]


@pytest.mark.parametrize(
    ("options", "place"),
    [
        ({"team": {"type": "string", "send_in_header": "X-Team"}}, "team"),
        ({"key": option("Gone")}, "key"),
        ({"timeout": option("Key")}, "timeout"),
        ({"key": option("Key"), "other": option("Key")}, "other"),
        ({"key": option("Key", read_env="notes_key")}, "key.read_env"),
        ({"key": option("Key", "dance")}, "key.auth.role"),
        ({"key": option("Key", default="x")}, "key.default"),
    ],
)
def test_what_a_client_does_not_take_is_told(options, place):
    found = reading(security_schemes=SCHEMES, client_settings={"opts": options})
    assert [line.partition(": ")[0] for line in found.told] == [f"client_settings.opts.{place}"]


def test_formats_of_queries_without_a_counterpart_are_told():
    found = reading(query_settings={"array_format": "indices", "nested_format": "dots"})
    assert [line.partition(": ")[0] for line in found.told] == [
        "query_settings.array_format",
        "query_settings.nested_format",
    ]
    assert found.overlay == []


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ({"name": "x" * 500}, f"{'x' * 500!r} is no name"),
        ({"type": "dance"}, "the type 'dance' is unknown"),
        ({"response": {"has_more": {"type": "boolean"}}}, "no field holds the items"),
    ],
)
def test_pages_of_no_name_or_kind_are_told(page, why):
    found = reading(pagination=[PAGES | page])
    assert found.schemes == {}
    assert [line for line in found.told if line.startswith(f"pagination.0: {why}")]


def test_the_models_of_no_resource_have_names_and_its_methods_are_none():
    shared = {"models": {"memo": "Note"}, "methods": {"list": "get /tags"}}
    found = reading(resources={"$shared": shared, "notes": {"methods": {"list": "get /notes"}}, "odd": 3})
    assert found.names["schemas"] == {"Note": "Memo"}
    assert only(found).path == "notes.list"


class TestAnswers:
    CIRCLE: ClassVar = {"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}, "c~/d": {"type": "array"}}

    @pytest.mark.parametrize(
        ("reference", "expected"),
        [("#/c~0~1d", {"type": "array"}), ("#/nowhere/at/all", {}), ("#/a", {}), ("#/c~0~1d/type", {})],
    )
    def test_a_reference_leads_somewhere_or_to_nothing(self, reference, expected):
        assert answers.resolved({"$ref": reference}, self.CIRCLE) == expected

    @pytest.mark.parametrize(
        ("responses", "expected"),
        [
            ({"404": {"content": {"application/json": {"schema": 1}}}, "200": {}}, None),
            ({"200": {"content": {"text/plain": {"schema": 1}, "application/json": {"schema": 2}}}}, 2),
            ({"204": {}, "201": {"content": {"application/problem+json": {"schema": 3}}}}, 3),
            (None, None),
        ],
    )
    def test_an_answer_is_the_first_json_of_a_success(self, responses, expected):
        assert answers.answer_of({"responses": responses}, {}) == expected

    def test_an_object_has_the_properties_of_its_parts(self):
        schemas = {"Base": {"properties": {"a": 1}, "allOf": [{"$ref": "#/Base"}]}}
        schema = {"properties": {"b": 2}, "allOf": [{"$ref": "#/Base"}, {"properties": {"c": 3}}]}
        assert answers.properties_of(schema, schemas) == {"a": 1, "b": 2, "c": 3}
