"""What the keys of methods, models and pages become."""

import pytest

from sdkwright.stainless.casing import Casings
from sdkwright.stainless.models import keep_apart
from tests.generator.stainless.notes import DOCUMENT, PAGES, methods, places, reading

ONE = "get /books/{book}/notes/{note}"


def one(**parts):
    (method,) = reading(**parts).methods
    return method


@pytest.mark.parametrize("said", [{"skip": True}, {"skip": ["go", "python"]}, {"only": ["go"]}])
def test_what_is_not_made_for_python_is_left_out(said):
    about = {"endpoint": "get /notes"} | said
    found = reading(**methods(list=about, get=ONE, _models={"note": {"openapi_uri": "Note"} | said}))
    assert [method.path for method in found.methods] == ["notes.get"]
    assert (found.models, places(found)) == ({}, ["resources.notes.methods.list"])
    assert reading(resources={"notes": {"methods": {"list": "get /notes"}} | said}).methods == []


@pytest.mark.parametrize("said", [{"skip": False}, {"skip": ["go"]}, {"only": ["go", "python"]}])
def test_what_other_languages_go_without_stays(said):
    assert one(**methods(list={"endpoint": "get /notes"} | said)).path == "notes.list"


def test_an_alias_is_another_name_of_a_method():
    found = reading(**methods(list={"endpoint": "get /notes"}, all={"type": "alias", "to": "list"}))
    assert {method.path: method.endpoint for method in found.methods} == {
        "notes.list": "GET /notes",
        "notes.all": "GET /notes",
    }
    assert found.names["operations"] == {"GET /notes": "notes.list"}
    lost = reading(**methods(all={"type": "alias", "to": "list"}))
    assert lost.refused == ["resources.notes.methods.all.to: no method of resources.notes is called 'list'"]


def test_a_method_of_the_client_itself_has_no_resource():
    own = {"methods": {"ping": "get /tags"}, "models": {"memo": "Note"}}
    found = reading(resources={"$client": own, "$shared": {"methods": {"x": "get /tags"}}})
    (method,) = found.methods
    assert (method.path, method.resource, method.name) == ("ping", "", "ping")
    assert found.names["operations"] == {}
    assert (found.models, places(found)) == ({"": {"memo": "Note"}}, ["resources.$shared.methods.x"])


def test_an_underscore_in_front_is_part_of_the_name_that_callers_know():
    found = reading(**methods(_list="get /notes", get=ONE))
    assert [method.path for method in found.methods] == ["notes._list", "notes.get"]
    assert found.names["operations"]["GET /notes"] == "notes.list"
    both = reading(**methods(list="get /notes", _list="post /notes"))
    assert both.names["operations"] == {"GET /notes": "notes.list"}
    taken = reading(**methods(_send="get /notes"))
    assert ([method.path for method in taken.methods], places(taken)) == (
        ["notes.send"],
        ["resources.notes.methods._send"],
    )
    own = reading(resources={"$client": {"methods": {"_ping": "get /tags", "__": "get /notes"}}})
    assert ([method.path for method in own.methods], places(own)) == (["_ping"], ["resources.$client.methods.__"])


@pytest.mark.parametrize(
    ("about", "settings", "positional"),
    [
        ({}, {}, ("note_id",)),
        ({"positional_params": ["note_id", "book_id"]}, {}, ("note_id", "book_id")),
        ({"positional_params": []}, {}, ()),
        ({}, {"positional_params": False}, ()),
    ],
)
def test_the_last_parameter_of_the_path_goes_by_place_unless_a_method_says_more(about, settings, positional):
    found = one(settings=settings, **methods(get={"endpoint": ONE} | about))
    assert found.positional == positional


@pytest.mark.parametrize(
    ("about", "models", "unwrapped"),
    [
        ({}, {}, "data"),
        ({"unwrap_response": False}, {}, ""),
        ({"unwrap_response": "object"}, {}, "object"),
        ({"unwrap_response_fields": []}, {}, ""),
    ],
)
def test_a_method_says_what_is_unwrapped(about, models, unwrapped):
    settings = {"unwrap_response_fields": ["data"]}
    found = one(settings=settings, **methods(list={"endpoint": "get /tags"} | about, _models=models))
    assert found.unwrapped == unwrapped


def test_no_named_model_is_unwrapped_unless_the_method_says_so():
    document = DOCUMENT | {
        "paths": DOCUMENT["paths"] | {"/tags": {"get": {"responses": {"200": {"$ref": "#/components/responses/T"}}}}},
        "components": DOCUMENT["components"]
        | {
            "responses": {
                "T": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Tags"}}}},
            },
            "schemas": DOCUMENT["components"]["schemas"]
            | {"Tags": {"type": "object", "properties": {"data": {"type": "array"}}}},
        },
    }
    settings = {"unwrap_response_fields": ["data"]}

    def unwrapped(models, **about):
        found = reading(document, settings=settings, **methods(list={"endpoint": "get /tags"} | about, _models=models))
        return found.methods[0].unwrapped

    assert unwrapped({}) == "data"
    assert unwrapped({"tags": "Tags"}) == ""
    assert unwrapped({"tags": "Tags"}, unwrap_response="data") == "data"


def test_models_are_named_in_every_form():
    models = {
        "api_note": {"openapi_uri": "#/components/schemas/Note"},
        "memo": {"type": "alias", "to": "api_note"},
        "deep": "#/components/schemas/Notes/properties/data",
    }
    found = reading(**methods(_models=models))
    assert found.names["schemas"] == {"Note": "APINote"}
    assert found.models["notes"] == {"api_note": "Note", "memo": "Note"}
    assert places(found) == ["resources.notes.models.memo", "resources.notes.models.deep"]


@pytest.mark.parametrize(
    ("name", "written"),
    [("apollo-sdk", "ApolloSDK"), ("ogx-client", "OgxClient"), ("user_ids", "UserIDs"), ("openai", "OpenAI"),
     ("my url", "MyURL"), ("crm_note", "CrmNote"), ("3", "N3"), ("", "")],
)  # fmt: skip
def test_classes_are_written_as_they_were(name, written):
    casings = Casings(
        {"custom_casings": {"openai": {"singular": {"pascal": "OpenAI"}}, "crm": {"initialism": False}, "x": 1}}
    )
    assert casings.pascal(name) == written


def test_a_word_becomes_an_initialism_and_no_casing_is_code():
    casings = Casings({"custom_casings": {"tv": {"initialism": True}, "bad": {"pascal": "a b()"}}})
    assert casings.pascal("tv_bad") == "TVBad"


STREAM = {"endpoint": "post /notes", "streaming": {"param_discriminator": "stream", "stream_event_model": "notes.note"}}


def test_the_document_learns_what_answers_a_stream():
    found = reading(**methods(create=STREAM, again=STREAM, _models={"note": "Note"}))
    (action,) = found.overlay
    assert action["target"] == "$['paths']['/notes']['post']['responses']['200']"
    assert action["update"] == {"content": {"text/event-stream": {"schema": {"$ref": "#/components/schemas/Note"}}}}
    assert reading(found.document, **methods(create=STREAM)).overlay == []


def test_an_answer_that_others_share_is_left_as_it_is():
    post = DOCUMENT["paths"]["/notes"]["post"] | {"responses": {"200": {"$ref": "#/components/responses/One"}}}
    document = DOCUMENT | {"paths": {"/notes": {"post": post}}}
    found = reading(document, **methods(create=STREAM))
    assert (found.overlay, places(found)) == ([], ["resources.notes.methods.create.streaming"])


class TestPages:
    def scheme(self, **changes):
        found = reading(pagination=PAGES | changes, **methods(list="get /notes"))
        assert len(found.schemes) == 1
        return next(iter(found.schemes.values()))

    def test_one_scheme_may_stand_alone(self):
        found = self.scheme()
        assert (found.name, found.items, found.sized_by, found.in_body) == ("cursor_page", "data", "limit", False)

    def test_purposes_are_spelled_in_one_way_and_backward_ones_left_out(self):
        mark = "x-stainless-pagination-property"
        response = {
            "page": {
                "properties": {
                    "more": {mark: {"purpose": "has_next_page"}},
                    "before": {mark: {"purpose": "previous_cursor_field"}},
                }
            },
            "data": {
                "type": "array",
                "items": {"properties": {"key": {mark: {"purpose": "cursor_item_id"}}}},
                mark: {"purpose": "items"},
            },
        }
        found = self.scheme(type="cursor_id", response=response, param_location="body")
        assert found.response == {"has_next_page_field": "page.more", "items": "data", "cursor_item_id": "data.key"}
        assert found.in_body

    @pytest.mark.parametrize(
        ("kind", "request_", "response", "turned", "fields"),
        [
            ("cursor", "cursor", "next_cursor", "next_cursor_param", "next_cursor_field"),
            ("offset", "offset", "total", "offset_count_param", "offset_total_count_field"),
            ("page_number", "page", "total_pages", "page_number_param", "total_page_count_field"),
        ],
    )
    def test_a_scheme_without_marks_is_read_by_usual_names(self, kind, request_, response, turned, fields):
        number = {"type": "integer"}
        found = self.scheme(
            type=kind,
            request={request_: number, "limit": number},
            response={"data": {"type": "array"}, response: number},
        )
        assert (found.request, found.response, found.sized_by) == ({turned: request_}, {fields: response}, "limit")

    def test_what_stands_in_headers_or_bare_lists_is_told(self):
        mark = "x-stainless-pagination-property"
        bare = {"items": {"type": "array", mark: {"purpose": "items", "is_top_level_array": True}}}
        found = reading(pagination=[PAGES | {"response": bare}], **methods(list="get /notes"))
        assert (found.schemes, places(found)) == ({}, ["pagination.0.response.items"])
        header = PAGES["response"] | {"last_id": {mark: {"purpose": "next_cursor_field", "from_header": "X"}}}
        told = reading(pagination=[PAGES | {"response": header}], **methods(list="get /notes"))
        assert places(told) == ["pagination.0.response.last_id"]

    def test_the_parameters_may_be_fields_of_the_body(self):
        body = PAGES | {
            "param_location": "body",
            "request": {"from": {"x-stainless-pagination-property": {"purpose": "next_cursor_param"}}},
            "response": {"id": {}, "data": {"type": "array"}},
        }
        schemas = DOCUMENT["components"]["schemas"]
        document = DOCUMENT | {
            "components": {
                "schemas": schemas
                | {"Note": {"properties": schemas["Note"]["properties"] | {"data": {"type": "array"}}}}
            }
        }
        found = reading(document, pagination=[body], **methods(create="post /notes"))
        assert found.methods[0].scheme == "cursor_page"

    @pytest.mark.parametrize(
        ("name", "scheme"), [("cursor_page", "cursor_page"), ("cursorPage", "cursor_page"), ("x", "")]
    )
    def test_a_method_names_its_scheme(self, name, scheme):
        found = reading(pagination=[PAGES], **methods(list={"endpoint": "get /tags", "paginated": name}))
        assert found.methods[0].scheme == scheme
        assert places(found) == ([] if scheme else ["resources.notes.methods.list.paginated"])


def test_what_verifies_deliveries_asks_nothing_and_is_told():
    about = {"type": "webhook_unwrap", "discriminator": "type", "webhook_key_opt": "key"}
    found = reading(**methods(unwrap=about, list="get /notes"))
    assert (found.refused, [method.path for method in found.methods]) == ([], ["notes.list"])
    assert places(found)[0] == "resources.notes.methods.unwrap"


def test_a_model_may_be_named_by_an_expression():
    assert reading(**methods(_models={"memo": "$.components.schemas.Note"})).names["schemas"] == {"Note": "Memo"}


def test_a_model_that_is_called_as_a_resource_has_another_class_and_the_same_name_in_types():
    models = {"notes": "Notes", "async_note": "Note"}
    reserved = reading(**methods(_models=models))
    keep_apart(reserved, [], {"Notes", "NotesModel"})
    assert reserved.names["schemas"]["Notes"] == "NotesModel2"
    found = reading(**methods(list="get /notes", _models=models))
    keep_apart(found, ["notes.of", "note"])
    assert found.names["schemas"] == {"Notes": "NotesModel", "Note": "AsyncNoteModel"}
    assert found.models["notes"] == {"notes": "Notes", "async_note": "Note"}
    assert places(found) == ["the model Notes", "the model AsyncNote"]
