"""How lists are paged is recognised from parameters and answers, with a reason; the generator pages what it can."""

import json

import pytest

from sdkwright import pipeline
from sdkwright.new.from_document import begin, propose
from sdkwright.new.messages import messages_of
from sdkwright.new.pages import recognised
from sdkwright.new.writing import names_toml, sdk_toml
from sdkwright.project import Project

BOAT = {"type": "object", "properties": {"id": {"type": "integer"}}}
BOATS = {"type": "array", "items": {"$ref": "#/components/schemas/Boat"}}
TEXT, NUMBER, FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}


def parameter(name, schema):
    return {"name": name, "in": "query", "schema": schema}


def answered(schema, **more):
    return {"description": "OK", "content": {"application/json": {"schema": schema}}} | more


def object_of(**properties):
    return {"type": "object", "properties": properties}


def document(parameters, answer, **more):
    listing = {"operationId": "list_boats", "parameters": parameters, "responses": {"200": answer} | more}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Harbour", "version": "1"},
        "servers": [{"url": "https://harbour.example.com"}],
        "paths": {"/boats": {"get": listing}},
        "components": {"schemas": {"Boat": BOAT}},
    }


def project(folder, content):
    (folder / "spec").mkdir()
    (folder / "spec" / "upstream.json").write_text(json.dumps(content))
    (folder / "spec" / "sdk.toml").write_text(sdk_toml(begin("harbour")))
    return Project(folder)


def api_of(folder, content):
    return pipeline.accounted(project(folder, content))[2]


CURSOR = [parameter("cursor", TEXT), parameter("limit", NUMBER | {"default": 20})]


@pytest.mark.parametrize(
    ("parameters", "answer", "expected"),
    [
        (CURSOR, answered(object_of(data=BOATS, next_cursor=TEXT)), ("cursor", "data", "cursor", "certain")),
        (CURSOR, answered(object_of(data=BOATS, has_more=FLAG)), ("cursor", "data", "cursor", "a guess")),
        (CURSOR, answered(object_of(data=BOATS)), ("cursor", "data", "cursor", "a guess")),
        (
            [parameter("pageToken", TEXT)],
            answered(object_of(meta=object_of(nextPageToken=TEXT), items=BOATS)),
            ("cursor", "items", "pageToken", "certain"),
        ),
        (
            [parameter("page", NUMBER), parameter("per_page", NUMBER)],
            answered(object_of(results=BOATS, total=NUMBER)),
            ("page-number", "results", "page", "certain"),
        ),
        (
            [parameter("offset", NUMBER), parameter("limit", NUMBER)],
            answered(object_of(boats=BOATS)),
            ("offset", "boats", "offset", "likely"),
        ),
        (
            [],
            answered(object_of(data=BOATS, links=object_of(next=TEXT))),
            ("next-url", "data", "", "likely"),
        ),
        (
            [parameter("per_page", NUMBER)],
            answered(BOATS, headers={"Link": {"schema": TEXT}}),
            ("link-header", "", "", "likely"),
        ),
    ],
)
def test_each_way_to_turn_pages_is_recognised(tmp_path, parameters, answer, expected):
    found = recognised(api_of(tmp_path, document(parameters, answer)))
    assert [(one.style, one.items, one.turn, one.confidence) for one in found] == [expected]


@pytest.mark.parametrize(
    ("parameters", "answer"),
    [
        ([], answered(object_of(data=BOATS))),
        ([parameter("offset", NUMBER)], answered(object_of(data=BOATS))),
        ([parameter("page", {"type": "boolean"})], answered(object_of(data=BOATS))),
        (CURSOR, answered(object_of(crew=BOATS, fleet=BOATS, next_cursor=TEXT))),
        (CURSOR, answered(object_of(data={"type": "array", "items": TEXT}))),
    ],
)
def test_what_is_no_page_is_recognised_as_none(tmp_path, parameters, answer):
    assert not recognised(api_of(tmp_path, document(parameters, answer)))


def paged(folder, parameters):
    """What is proposed for a page with a total, and what the generator makes of it."""
    made = project(folder, document(parameters, answered(object_of(rows=BOATS, total=NUMBER))))
    proposal = begin("harbour")
    propose(proposal, made, pipeline.accounted(made)[2])
    (folder / "spec" / "sdk.toml").write_text(sdk_toml(proposal))
    (folder / "spec" / "names.toml").write_text(names_toml(proposal))
    operation = pipeline.accounted(Project(folder))[2].operations[0]
    return proposal, operation


def test_numbered_pages_of_a_known_size_become_pagers(tmp_path):
    sized = parameter("limit", NUMBER | {"default": 20})
    proposal, operation = paged(tmp_path, [parameter("pageNumber", NUMBER), sized])
    assert proposal.value("pagination.pages", "default_size") == 20
    assert operation.pagination.parameters == ("page", "page_size")


def test_a_guess_is_left_as_a_comment_with_the_reason(tmp_path):
    proposal, operation = paged(tmp_path, CURSOR)
    assert operation.pagination is None
    assert ["that is only a guess" in line for line in proposal.undecided if line.startswith("Pages by ")] == [True]
    assert "# [pagination." in (tmp_path / "spec" / "sdk.toml").read_text()


def one_way(folder, parameters, answer):
    """The table that is proposed of a list, and how the generator pages it then."""
    made = project(folder, document(parameters, answer))
    proposal = begin("harbour")
    propose(proposal, made, pipeline.accounted(made)[2])
    (folder / "spec" / "sdk.toml").write_text(sdk_toml(proposal))
    [table] = [one for one in proposal.tables if one.path.startswith("pagination.")]
    pagination = pipeline.accounted(Project(folder))[2].operations[0].pagination
    return table, None if pagination is None else pagination.forward


@pytest.mark.parametrize(
    ("parameters", "answer", "keys", "confidence"),
    [
        (
            CURSOR,
            answered(object_of(data=BOATS, meta=object_of(next_cursor=TEXT, total=NUMBER), has_more=FLAG)),
            {"next": "meta.next_cursor", "total": "meta.total", "has_more": "has_more", "turned_by": "cursor"},
            "certain",
        ),
        (
            [parameter("starting_after", TEXT), parameter("limit", NUMBER)],
            answered(object_of(data=BOATS, has_more=FLAG)),
            {"last_item": "id", "has_more": "has_more", "turned_by": "starting_after"},
            "likely",
        ),
        (
            [parameter("startIndex", NUMBER | {"default": 1}), parameter("count", NUMBER)],
            answered(object_of(Resources=BOATS, totalResults=NUMBER)),
            {"turned_by": "startIndex", "sized_by": "count", "total": "totalResults", "first": 1},
            "certain",
        ),
        (
            [parameter("page", NUMBER)],
            answered(object_of(data=object_of(rows=BOATS), pageInfo=object_of(totalPages=NUMBER))),
            {"items": "data.rows", "pages": "pageInfo.totalPages"},
            "certain",
        ),
        # What follows is an address, whatever parameter there is.
        (
            [parameter("after", TEXT)],
            answered(object_of(items=BOATS, next=TEXT | {"description": "URL of the next page"}, previous=TEXT)),
            {"style": "next-url", "next": "next"},
            "likely",
        ),
        ([], answered(object_of(value=BOATS, **{"@odata.nextLink": TEXT})), {"next": "@odata.nextLink"}, "likely"),
        (
            [parameter("per_page", NUMBER)],
            answered(BOATS, headers={"Link": {"schema": TEXT}}),
            {"style": "link-header", "sized_by": "per_page"},
            "likely",
        ),
    ],
)
def test_what_is_recognised_counts_and_is_turned_so(tmp_path, parameters, answer, keys, confidence):
    table, forward = one_way(tmp_path, parameters, answer)
    said = {key: one.value for key, one in table.settings.items()}
    assert {key: said.get(key) for key in keys} == keys
    assert (table.live, table.confidence, bool(table.reason)) == (True, confidence, True)
    assert forward.style == said["style"]


@pytest.mark.parametrize(
    ("parameters", "answer", "confidence"),
    [
        (CURSOR, answered(object_of(data=BOATS, has_more=FLAG)), "a guess"),
        ([], answered(object_of(data=BOATS, next=TEXT)), "a guess"),
    ],
)
def test_what_is_unclear_is_no_more_than_a_comment(tmp_path, parameters, answer, confidence):
    table, forward = one_way(tmp_path, parameters, answer)
    assert (table.live, table.confidence, forward) == (False, confidence, None)


@pytest.mark.parametrize(
    ("parameters", "answer"),
    [
        # An album that holds the first page of its songs is no page.
        ([], answered(object_of(id=TEXT, songs=BOATS, next_url=TEXT))),
        ([], answered(object_of(songs=object_of(items=BOATS, next_url=TEXT)))),
        # A condition on a field is no cursor.
        ([parameter("due_on.after", TEXT)], answered(object_of(data=BOATS))),
        # Which of two lists is meant cannot be known.
        (CURSOR, answered(object_of(boats=BOATS, order={"type": "array", "items": TEXT}, next_cursor=TEXT))),
    ],
)
def test_what_only_looks_like_a_page_is_none(tmp_path, parameters, answer):
    assert not recognised(api_of(tmp_path, document(parameters, answer)))


def test_where_errors_say_what_went_wrong_is_recognised(tmp_path):
    errors = {
        "404": answered(object_of(detail=TEXT, code=TEXT), headers={"X-Request-Id": {"schema": TEXT}}),
        "500": answered(object_of(message=TEXT, detail=TEXT)),
    }
    found = messages_of(api_of(tmp_path, document([], answered(BOATS), **errors)))
    assert (found.properties, found.request_ids) == (("detail", "message"), ("x-request-id",))


def test_a_message_below_the_top_is_found_by_its_path(tmp_path):
    nested = answered(object_of(error=object_of(message=TEXT)))
    found = messages_of(api_of(tmp_path, document([], answered(BOATS), default=nested)))
    assert (found.properties, found.nested) == ((), ("error.message",))
    parts = {"errors": {"type": "array", "items": object_of(detail=TEXT, code=TEXT)}, "meta": object_of(error=TEXT)}
    errors = {"400": answered(object_of(**parts)), "500": answered(object_of(errors=parts["errors"]))}
    (tmp_path / "second").mkdir()
    found = messages_of(api_of(tmp_path / "second", document([], answered(BOATS), **errors)))
    assert found.nested == ("errors[0].detail", "meta.error")
