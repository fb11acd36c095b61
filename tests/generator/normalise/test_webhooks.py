"""What a service sends by itself: each webhook's body is a schema like any other, and what is not read is told."""

import pytest

from sdkwright.emit.webhook_events import Telling, telling
from sdkwright.ir import Direction, Map, Reference, Scalar, build
from sdkwright.ir.counted_fields import count_fields
from sdkwright.normalise import Names, Overlay
from sdkwright.normalise.naming.complete import complete
from sdkwright.normalise.versions import plain
from sdkwright.normalise.webhooks import kept_webhooks, take_webhooks
from tests.generator.normalise.shapes import CONFIGURATION

OK = {"responses": {"200": {"description": "OK"}}}
BOAT = {"type": "object", "properties": {"name": {"type": ["string", "null"]}}}


def sent(schema, media_type="application/json"):
    return {"post": OK | {"requestBody": {"content": {media_type: {"schema": schema}}}}}


def document(webhooks, word="webhooks", version="3.1.0", **components):
    return {
        "openapi": version,
        "info": {"title": "Harbour", "version": "1"},
        "servers": [{"url": "https://harbour.example"}],
        "paths": {"/boats": {"get": OK}},
        word: webhooks,
        "components": components,
    }


def api(given):
    # As it is read from its file.
    told = {}
    given = plain(given, told.__setitem__, name="harbour.json")
    outcome, _ = complete(given, Overlay(()), Names(), name="harbour.json", configuration=CONFIGURATION)
    made = build(outcome.document)
    return made, told | outcome.ledger.told, str(count_fields(given, made))


def test_a_body_is_a_model_whether_it_has_a_name_or_not():
    named = {"Left": {"type": "object", "properties": {"boat": dict(BOAT)}}}
    webhooks = {"boat.moored": sent(BOAT), "left": sent({"$ref": "#/components/schemas/Left"})}
    made, told, fields = api(document(webhooks, schemas=named))
    assert [(webhook.name, webhook.type) for webhook in made.webhooks] == [
        ("boat.moored", Reference("BoatMooredEvent")),
        ("left", Reference("Left")),
    ]
    assert {model.direction for model in made.models.values()} == {Direction.RECEIVED}
    assert made.models["BoatMooredEvent"].field("name").nullable
    assert told == {}
    assert fields == "3 in, 3 typed, 0 in values of any type, 0 lost"


def test_what_is_no_object_is_written_out():
    many = {"type": "object", "additionalProperties": {"type": "integer"}}
    made, _, _ = api(document({"counted": sent(many), "closed": sent({"type": "boolean"})}))
    assert {webhook.name: webhook.type for webhook in made.webhooks} == {
        "counted": Map(Scalar("integer")),
        "closed": Scalar("boolean"),
    }
    assert made.schemas == {}


def test_the_extension_of_documents_of_3_0_is_read_too():
    made, _, _ = api(document({"moored": sent({"type": "object", "properties": {"a": {"type": "string"}}})},
                              "x-webhooks", "3.0.3"))  # fmt: skip
    assert [(webhook.name, webhook.type) for webhook in made.webhooks] == [("moored", Reference("MooredEvent"))]


@pytest.mark.parametrize(
    ("webhook", "said"),
    [
        ({}, "without an operation"),
        ({"post": OK | {"requestBody": {"$ref": "#/components/requestBodies/None"}}}, "without a body"),
        (sent(BOAT, "text/xml"), "whose body is text/xml"),
        ({"parameters": [{"name": "a", "in": "query"}], **sent(BOAT)}, "parameters"),
        ({"post": OK | {"requestBody": {"content": {"text/xml": {}, "application/json": {}}}}}, "several media types"),
    ],
)
def test_what_is_read_as_less_is_told(webhook, said):
    _, told, _ = api(document({"moored": webhook}))
    assert said in told["/webhooks/moored"]


def test_a_model_that_nothing_reads_is_written_still():
    made, _, _ = api(document({"moored": sent(BOAT, "text/xml")}))
    assert made.webhooks == ()
    assert [*made.models] == ["MooredEvent"]


def test_a_reference_to_nothing_is_any_value():
    made, told, _ = api(document({"schema": sent({"$ref": "#/components/schemas/Nobody"})}))
    assert [webhook.name for webhook in made.webhooks] == ["schema"]
    assert "any value" in str(told)


@pytest.mark.parametrize(
    "webhooks", [None, [], "x", {"a": None}, {"a": []}, {"a": {"post": []}}, {"a" * 300: sent(BOAT)}]
)
def test_what_is_no_webhook_is_left_out(webhooks):
    found = plain(document(webhooks), lambda _where, _what: None, name="harbour.json")
    assert not {"webhooks", "x-webhooks"} & set(found)


def event(*kinds, word="kind"):
    return {"type": "object", "required": [word], "properties": {word: {"type": "string", "enum": [*kinds]}}}


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        ((event("a", "b"), event("c")), Telling("kind", {"a": "w0", "b": "w0", "c": "w1"})),
        ((event("a", "b"), event("b")), None),
        ((event("a"), event("b", word="other")), None),
        ((event("a"), {"type": "array", "items": {"type": "string"}}), None),
        (({"type": "string"}, {"type": "string"}), Telling()),
        ((event("a"), event("b") | {"nullable": True}), None),
    ],
)
def test_events_are_told_apart_where_their_values_are_others(bodies, told):
    made, _, _ = api(document({f"w{number}": sent(body) for number, body in enumerate(bodies)}, version="3.0.3"))
    assert telling(made) == told


def taken(webhooks, **components):
    """What `take_webhooks` makes of webhooks, and what it tells."""
    told = {}
    given = {"webhooks": webhooks, "components": components}
    take_webhooks(given, lambda node: node, told.__setitem__)
    return given, told


def test_several_operations_of_a_webhook_are_events_of_their_own():
    given, told = taken({"moored": sent(BOAT) | {"put": sent(BOAT)["post"]}})
    assert sorted(kept_webhooks(given)) == ["moored post", "moored put"]
    assert sorted(given["components"]["schemas"]) == ["MooredPostEvent", "MooredPutEvent"]
    assert told == {}


@pytest.mark.parametrize(
    ("name", "there", "called"),
    [
        ("boat.moored", {"BoatMooredEvent": {}, "BoatMooredEvent2": {}}, "BoatMooredEvent3"),
        ("boatEvent", {}, "BoatEvent"),
        ("...", {}, "WebhookEvent"),
    ],
)
def test_a_body_is_called_as_nothing_else_is(name, there, called):
    given, _ = taken({name: sent(BOAT)}, schemas=dict(there))
    assert given["components"]["schemas"].keys() - there.keys() == {called}
    assert given["x-webhooks"][name]["schema"] == {"$ref": f"#/components/schemas/{called}"}


@pytest.mark.parametrize("components", [{}, {"schemas": []}])
def test_components_that_are_none_are_made(components):
    given, _ = taken({"moored": sent(BOAT)}, **components)
    assert given["components"]["schemas"] == {"MooredEvent": BOAT}
    given = {"webhooks": {"moored": sent(BOAT)}, "components": None}
    take_webhooks(given, lambda node: node, lambda _where, _what: None)
    assert given["components"] == {"schemas": {"MooredEvent": BOAT}}


def test_a_body_is_found_behind_several_references_and_not_in_a_circle():
    def lead(name):
        return {"$ref": f"#/components/requestBodies/{name}"}

    bodies = {"a": lead("b~1c"), "b/c": sent(BOAT)["post"]["requestBody"], "x": lead("y"), "y": lead("x")}
    webhooks = {name: {"post": OK | {"summary": "Said.", "requestBody": lead(name)}} for name in ("a", "x")}
    given, told = taken(webhooks, requestBodies=bodies)
    assert kept_webhooks(given) == {"a": {"schema": {"$ref": "#/components/schemas/AEvent"}, "summary": "Said."}}
    assert [*told] == ["/webhooks/x"]


def test_what_was_moved_before_stays():
    moved = {"moored": {"schema": BOAT, "description": "It lies there."}, "a" * 300: {"schema": BOAT}}
    given = {"x-webhooks": moved}
    told = {}
    take_webhooks(given, lambda node: node, told.__setitem__)
    assert [*kept_webhooks(given)] == ["moored"]
    assert given["components"]["schemas"] == {"MooredEvent": BOAT}
    assert [len(where) for where in told] == [200]
