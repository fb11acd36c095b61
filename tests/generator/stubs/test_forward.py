"""The stubs of a list that is read forward are two pages, of which the first leads to the second in every way."""

import json

import pytest

from sdkwright import pipeline
from sdkwright.project import Project
from sdkwright.stubs.answers import main_answer
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.forward import pages_of

TEXT, NUMBER, FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
BOATS = {"type": "array", "items": {"$ref": "#/components/schemas/Boat"}}


def pages(folder, table, answer, *parameters, required=()):
    """The pages of a list, and what its table says of it."""
    listing = {
        "operationId": "list_boats",
        "parameters": [{"name": name, "in": "query", "schema": kind} for name, kind in parameters],
        "responses": {
            "200": {
                "description": "OK",
                "content": {
                    "application/json": {
                        "schema": {"type": "object", "properties": answer, "required": [*required, "boats"]}
                    }
                },
            }
        },
    }
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Harbour", "version": "1"},
        "servers": [{"url": "https://harbour.example.com"}],
        "paths": {"/boats": {"get": listing}},
        "components": {
            "schemas": {"Boat": {"type": "object", "required": ["id"], "properties": {"id": NUMBER, "name": TEXT}}}
        },
    }
    (folder / "spec").mkdir()
    (folder / "spec" / "upstream.json").write_text(json.dumps(document), encoding="utf-8")
    written = "".join(f"{key} = {json.dumps(value)}\n" for key, value in ({"items": "boats"} | table).items())
    (folder / "spec" / "sdk.toml").write_text(
        f'[package]\nname = "harbour"\nclient = "Harbour"\n[pagination.boats]\n{written}', encoding="utf-8"
    )
    project = Project(folder)
    api = pipeline.accounted(project)[2]
    bodies, [operation] = Bodies(api.schemas, project), api.operations
    return pages_of(operation, main_answer(operation, bodies), bodies)


CURSOR = {"style": "cursor", "turned_by": "cursor", "next": "next"}


@pytest.mark.parametrize(
    ("kind", "required", "end"),
    [
        (TEXT | {"nullable": True}, ("next",), {"next": None}),
        (TEXT, (), {}),
        (TEXT, ("next",), {"next": ""}),
    ],
)
def test_a_cursor_of_the_first_page_asks_for_the_second_which_has_none(tmp_path, kind, required, end):
    found = pages(tmp_path, CURSOR, {"boats": BOATS, "next": kind}, ("cursor", TEXT), required=required)
    first, second = found.first["jsonBody"], found.second["jsonBody"]
    assert found.request == {"queryParameters": {"cursor": {"equalTo": first["next"]}}}
    assert {name: value for name, value in second.items() if name == "next"} == end
    assert (len(first["boats"]), len(second["boats"])) == (2, 1)


def test_a_cursor_that_is_a_number_is_one_in_the_answer_too(tmp_path):
    found = pages(tmp_path, CURSOR, {"boats": BOATS, "next": TEXT}, ("cursor", NUMBER))
    assert (found.first["jsonBody"]["next"], found.request["queryParameters"]) == ("2", {"cursor": {"equalTo": "2"}})


def test_a_list_whose_end_cannot_be_said_has_one_page(tmp_path):
    assert pages(tmp_path, CURSOR, {"boats": BOATS, "next": NUMBER}, ("cursor", TEXT), required=("next",)) is None


@pytest.mark.parametrize(
    ("table", "asked", "said"),
    [
        ({"style": "offset", "turned_by": "o", "total": "all"}, {"o": {"equalTo": "2"}}, ({"all": 3}, {"all": 3})),
        ({"style": "offset", "turned_by": "o", "first": 1}, {"o": {"equalTo": "3"}}, ({}, {})),
        ({"style": "page-number", "turned_by": "o", "pages": "all"}, {"o": {"equalTo": "2"}}, ({"all": 2}, {"all": 2})),
        (
            {"style": "page-number", "turned_by": "o", "has_more": "more"},
            {"o": {"equalTo": "2"}},
            ({"more": True}, {"more": False}),
        ),
        ({"style": "next-url", "next": "at"}, {"page": {"equalTo": "2"}}, ({"at": "?page=2"}, {})),
    ],
)
def test_what_counts_and_what_leads_on_agrees_with_the_pages(tmp_path, table, asked, said):
    answer = {"boats": BOATS, "all": NUMBER, "more": FLAG, "at": TEXT}
    found = pages(tmp_path, table, answer, ("o", NUMBER))
    assert found.request == {"queryParameters": asked}
    bodies = (found.first["jsonBody"], found.second["jsonBody"])
    assert all(part.items() <= body.items() for part, body in zip(said, bodies, strict=True))
