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
TEXT, NUMBER = {"type": "string"}, {"type": "integer"}


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
        (CURSOR, answered(object_of(data=BOATS, has_more={"type": "boolean"})), ("cursor", "data", "cursor", "likely")),
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


@pytest.mark.parametrize(
    ("parameters", "why"),
    [
        ([parameter("page", NUMBER)], "does not say how many items"),
        ([parameter("page", NUMBER | {"default": 0}), parameter("limit", NUMBER | {"default": 9})], "count from 0"),
        (CURSOR, "no pager of this style"),
    ],
)
def test_what_is_not_paged_is_left_as_a_comment_with_the_reason(tmp_path, parameters, why):
    proposal, operation = paged(tmp_path, parameters)
    assert operation.pagination is None
    assert [why in line for line in proposal.undecided if line.startswith("Pages by ")] == [True]
    assert "# [pagination." in (tmp_path / "spec" / "sdk.toml").read_text()


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
