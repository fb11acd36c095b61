"""Transforms of the former generator become actions that do the same."""

import pytest

from sdkwright import documents
from sdkwright.normalise.overlay import Overlay
from sdkwright.stainless.transforms import acting, normalized
from tests.generator.stainless.notes import DOCUMENT, methods, places, reading


def transformed(command, **args):
    return reading(openapi={"transforms": [{"command": command, "reason": "Why.", "args": args}]})


NOTE = "$.components.schemas.Note"


@pytest.mark.parametrize(
    ("command", "args", "place", "value"),
    [
        ("update", {"target": f"{NOTE}.properties.id.format", "value": "date"}, "Note.properties.id.format", "date"),
        ("update", {"target": f"{NOTE}.properties.id", "value": {"x": 1}}, "Note.properties.id", {"x": 1}),
        ("update", {"target": "$..properties[?(@.format == 'uuid')].type", "value": 1}, "Note.properties.id.type", 1),
        ("merge", {"target": NOTE, "object": {"title": "N"}}, "Note.title", "N"),
        ("append", {"target": f"{NOTE}.required", "value": ["rank"]}, "Note.required", ["id", "from", "rank"]),
        ("append", {"target": f"{NOTE}.properties", "value": {"x": {}}}, "Note.properties.x", {}),
        ("copy", {"from": f"{NOTE}.type", "to": "$.components.schemas['Notes'].x"}, "Notes.x", "object"),
        ("move", {"from": f"{NOTE}.type", "to": ["$.components.schemas.Notes.x"]}, "Notes.x", "object"),
        ("move", {"from": f"{NOTE}.type", "to": ["$.components.schemas.Notes.x"]}, "Note.type", None),
        ("remove", {"target": [NOTE], "keys": ["type", "required"]}, "Note.required", None),
        ("update", {"target": "$.paths./tags.get.responses.200.description", "value": "x"}, "", None),
        ("update", {"target": f"{NOTE}.type", "value": "an {{value}}", "template": True}, "Note.type", "an object"),
        ("mergeObject", {"target": NOTE, "object": {"title": "A"}}, "Note.title", "A"),
    ],
)  # fmt: skip
def test_each_command_does_what_it_did(command, args, place, value):
    if not place:
        args = args | {"target": "$.paths./tags.get.responses['200'].description"}
    found = transformed(command, **args)
    assert (places(found), found.overlay != []) == ([], True)
    again = documents.copied(DOCUMENT)
    overlay = {"overlay": "1.0.0", "info": {"title": "x", "version": "1"}, "actions": found.overlay}
    Overlay.parse(overlay, name="x").apply(again)
    assert again == found.document != DOCUMENT
    node = again["components"]["schemas"]
    for step in place.split(".") if place else ():
        node = node.get(step)
    assert node == value or not place


@pytest.mark.parametrize(
    ("command", "args", "why"),
    [
        ("update", {"target": "$.nowhere", "value": 1}, "matches 0 places"),
        ("update", {"target": "$[", "value": 1}, "no JSONPath"),
        ("update", {"target": "$", "value": 1}, "the whole document"),
        ("update", {"target": f"{NOTE}.type"}, "without a value"),
        ("update", {"target": NOTE, "value": "{{value}}", "template": True}, "with a template for what is no text"),
        ("update", {"target": 3, "value": 1}, "whose target is no JSONPath"),
        ("merge", {"target": NOTE, "value": [1]}, "of what is no object"),
        ("merge", {"target": "$.nowhere", "value": {}}, "matches nothing"),
        ("copy", {"from": "$.paths.*", "to": "$.x"}, "from several places"),
        ("copy", {"from": "$.info", "to": "$"}, "a place without a name"),
    ],
)
def test_what_cannot_be_done_is_told_and_left_out(command, args, why):
    found = transformed(command, **args)
    assert (found.overlay, len(found.told)) == ([], 1)
    assert found.told[0].startswith("openapi.transforms.0: ")
    assert why in found.told[0]


def test_a_method_may_be_of_an_operation_that_a_transform_adds():
    path = {"/more": {"get": DOCUMENT["paths"]["/tags"]["get"]}}
    transform = {"command": "append", "args": {"target": "$.paths", "value": path}}
    found = reading(openapi={"transformations": [transform]}, **methods(more="get /more"))
    assert (found.refused, [method.endpoint for method in found.methods]) == ([], ["GET /more"])


@pytest.mark.parametrize("name", ["a'b", "a\\b", "a\nb", "é", '"', "\x1f\\u0041"])
def test_a_place_is_written_so_that_it_selects_itself_alone(name):
    document = {"x": [{name: 1}]}
    action = {"target": normalized(("x", 0, name)), "description": "Why.", "remove": True}
    overlay = {"overlay": "1.0.0", "info": {"title": "x", "version": "1"}, "actions": [action]}
    Overlay.parse(overlay, name="x").apply(document)
    assert document == {"x": [{}]}


def test_actions_that_change_nothing_of_what_we_read_are_told_and_extensions_are_no_words_of_overlays():
    document = documents.copied(DOCUMENT)
    document["components"]["schemas"]["Note"]["propertyNames"] = {"pattern": "a"}
    transforms = [
        {"command": "remove", "args": {"target": "$..propertyNames"}},
        {"command": "merge", "args": {"target": "$.paths./tags.get", "value": {"x-stainless-stream-helper": "a"}}},
        {"command": "merge", "args": {"target": NOTE, "value": {"title": "A", "x-stainless-any": True}}},
    ]
    found = reading(document, openapi={"transforms": transforms})
    assert (len(found.overlay), found.told) == (3, [])
    assert [*acting(found, documents.copied(DOCUMENT))] == [found.overlay[2] | {"update": {"title": "A"}}]
    assert places(found) == ["openapi.transforms"]
    assert "$..propertyNames matches nothing" in found.told[0].replace("(", "").replace(")", "")
