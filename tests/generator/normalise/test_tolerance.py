"""What other tools accept of a document is mended, told, and changes no meaning."""

import pytest

from sdkwright.documents import copied
from sdkwright.errors import GeneratorError
from sdkwright.normalise.check import check
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.tolerance import tolerate
from sdkwright.normalise.tolerance.texts import MAX_TEXT

OK = {"200": {"description": "ok", "content": {"application/json": {"schema": {"type": "string"}}}}}
ID = {"name": "id", "in": "query", "schema": {"type": "string"}}


def document(**operation):
    """A document of one operation."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"get": {"responses": OK} | operation}},
    }


def mended(broken):
    """A document as it is mended, which passes the check, and what is told by place."""
    before, ledger = copied(broken), Ledger()
    result = tolerate(broken, ledger)
    assert broken == before
    check(result, name="it.json")
    return result, ledger


def operation_of(**parts):
    result, ledger = mended(document(**parts))
    return result["paths"]["/a"]["get"], ledger.told


def test_what_is_sound_is_left_and_nothing_told():
    result, ledger = mended(document(parameters=[ID]))
    assert result["paths"] == document(parameters=[ID])["paths"]
    assert (ledger.told, ledger.spellings) == ({}, {})


@pytest.mark.parametrize(
    ("word", "value", "found"),
    [
        ("operationId", 7, None), ("operationId", "", None), ("tags", "a", ["a"]), ("tags", ["a", 1], ["a"]),
        ("summary", {}, None), ("deprecated", "true", True), ("deprecated", "maybe", None), ("requestBody", [], None),
        ("parameters", {"x": ID}, [ID]), ("parameters", [ID, ID | {"description": "again"}], [ID]),
        ("parameters", ["x", ID], [ID]), ("security", {"key": []}, [{"key": []}]), ("servers", "x", None),
        (
            "parameters",
            [{"name": "n", "type": "integer"}],
            [{"name": "n", "in": "query", "schema": {"type": "integer"}}],
        ),
        ("requestBody", {"required": "yes"}, {"required": True, "content": {}}),
        ("responses", {}, {"default": {"description": ""}}), ("responses", [], {"default": {"description": ""}}),
        ("responses", {"2xx": "fine"}, {"2XX": {"description": "fine"}}),
        ("responses", {"200 OK": {"description": "d"}, "ok": {}}, {"200": {"description": "d"}}),
        (
            "responses",
            {"200": {"content": {"text/plain": []}}},
            {"200": {"content": {"text/plain": {}}, "description": ""}},
        ),
        ("externalDocs", {"url": 1}, None), ("callbacks", {"x": 1}, None),
    ],
)  # fmt: skip
def test_a_part_of_an_operation_is_read_as_it_is_meant_or_not_at_all_and_told(word, value, found):
    operation, told = operation_of(**{word: value})
    assert operation.get(word) == found
    silent = word in {"tags", "security"} and value in ("a", {"key": []})
    assert silent or told


def test_null_and_what_nobody_sees_is_taken_out_and_counted():
    result, ledger = mended(
        document(summary=None, description="in\u202evisible", parameters=[None, ID | {"example": None}])
    )
    operation = result["paths"]["/a"]["get"]
    assert (operation["description"], operation["parameters"]) == ("invisible", [ID | {"example": None}])
    assert ledger.spellings == {"null in the place of a value": 2, "a text with invisible characters": 1}


def test_a_long_text_is_cut_and_told_and_the_value_of_an_enum_is_not():
    schema = {"type": "string", "enum": ["x" * (MAX_TEXT + 1)]}
    operation, told = operation_of(description="d" * (MAX_TEXT + 5), responses=OK)
    assert len(operation["description"]) == MAX_TEXT
    assert told == {"/paths/~1a/get/description": "a text of 20,005 characters, cut after 20,000"}
    with pytest.raises(GeneratorError, match="a text of 20,001 characters"):
        mended(document(parameters=[ID | {"schema": schema}]))


def test_the_second_operation_of_an_id_has_none():
    broken = document(operationId="same")
    broken["paths"]["/b"] = {"POST": {"operationId": "same", "responses": OK}}
    result, ledger = mended(broken)
    assert (result["paths"]["/a"]["get"]["operationId"], result["paths"]["/b"]) == ("same", {"post": {"responses": OK}})
    assert ledger.told["POST /b"] == "the operationId 'same' is that of GET /a, not read here"


@pytest.mark.parametrize(
    ("part", "value"),
    [("info", None), ("info", {"title": 1, "version": 2}), ("components", []), ("servers", [1]), ("tags", [1]),
     ("externalDocs", 3), ("components", {"schemas": [], "responses": {"x": 1}, "headers": {"h": 1}, "links": 2})],
)  # fmt: skip
def test_what_is_around_the_operations_is_mended(part, value):
    mended(document() | {part: value})


def test_paths_without_a_slash_or_an_operation():
    broken = document()
    broken["paths"] |= {"b": {"get": {"responses": OK}}, "/c": None, "/d": [], "x-more": 1, "/e": {"get": "nothing"}}
    result, ledger = mended(broken)
    assert [*result["paths"]] == ["/a", "/b", "/e"]
    assert {*ledger.told} >= {"b", "/d", "/e"}


def test_a_broken_component_that_no_operation_uses_is_dropped_and_one_that_is_used_refused():
    broken = document() | {"components": {"parameters": {"P": {"in": "query", "schema": {}}}}}
    result, ledger = mended(broken)
    assert result["components"]["parameters"] == {}
    assert "/components/parameters/P" in ledger.told
    broken["paths"]["/a"]["get"]["parameters"] = [{"$ref": "#/components/parameters/P"}]
    with pytest.raises(GeneratorError, match="/components/parameters/P"):
        mended(broken)


def test_a_parameter_without_a_name_is_refused_with_its_place():
    with pytest.raises(GeneratorError) as caught:
        mended(document(parameters=[{"in": "query", "schema": {"type": "string"}}]))
    assert str(caught.value).startswith("it.json: /paths/~1a/get/parameters/0")


def test_what_is_referred_to_in_another_operation_is_written_out():
    broken = document(responses={"200": {"$ref": "#/paths/~1b%7Bid%7D/get/responses/200/"}})
    broken["paths"]["/b{id}"] = {"get": {"responses": OK}}
    result, ledger = mended(broken)
    assert result["paths"]["/a"]["get"]["responses"] == OK
    said = "refers to #/paths/~1b%7Bid%7D/get/responses/200/, which is written out here"
    assert ledger.told["/paths/~1a/get/responses/200"] == said


def test_what_is_referred_to_by_its_place_in_a_list_is_written_out():
    broken = document(parameters=[{"$ref": "#/paths/~1b/get/parameters/1"}])
    broken["paths"]["/b"] = {"get": {"responses": OK, "parameters": [ID | {"name": "other"}, ID]}}
    assert mended(broken)[0]["paths"]["/a"]["get"]["parameters"] == [ID]


def test_what_holds_itself_is_not_written_out():
    tree = {"type": "object", "properties": {"inner": {"$ref": "#/paths/~1a/get/responses/200"}}}
    broken = document(responses={"200": {"description": "ok", "content": {"application/json": {"schema": tree}}}})
    result = tolerate(broken)
    inner = result["paths"]["/a"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert inner["properties"]["inner"] == {}


def test_an_invisible_character_in_what_is_sent_is_refused():
    schema = {"type": "string", "enum": ["a\u202eb"]}
    with pytest.raises(GeneratorError, match=r"a text with the invisible character U\+202E"):
        mended(document(parameters=[ID | {"schema": schema}]))
