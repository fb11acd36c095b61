"""Each rule of the wire, shown by the smallest change that it judges."""

import copy

import attrs
import pytest

from sdkwright.diff.findings import Level
from sdkwright.diff.rules import RULES
from sdkwright.diff.wire import compare as compare_apis
from sdkwright.ir import Scalar, Server, build


def compare(old, new):
    """What the new document changes."""
    return compare_apis(build(old), build(new))


TEXT, WHOLE, LONG = {"type": "string"}, {"type": "integer", "format": "int32"}, {"type": "integer", "format": "int64"}


def reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


def body(schema, **more):
    return {"content": {"application/json": {"schema": schema}}, **more}


def base():
    """A normalised document: one operation that sends `Sent` and receives `Read`, and one that shares `Both`."""
    return {
        "info": {"title": "Trial", "version": "1"},
        "servers": [{"url": "https://api.test"}],
        "paths": {
            "/things": {
                "post": {
                    "operationId": "things.create",
                    "summary": "Creates.",
                    "security": [{"Key": []}],
                    "parameters": [
                        {"name": "limit", "x-wire-name": "Limit", "in": "query", "required": False, "schema": WHOLE}
                    ],
                    "requestBody": body(reference("Sent"), required=False),
                    "responses": {"200": {"description": "Good.", **body(reference("Read"))}, "404": {}},
                }
            },
            "/both": {
                "post": {
                    "operationId": "things.keep",
                    "parameters": [],
                    "requestBody": body(reference("Both"), required=True),
                    "responses": {"200": {"description": "Good.", **body(reference("Both"))}},
                }
            },
            "/count": {
                "get": {
                    "operationId": "things.count",
                    "parameters": [],
                    "responses": {"200": {"description": "Good.", **body(WHOLE)}},
                }
            },
        },
        "components": {
            "securitySchemes": {"Key": {"type": "apiKey"}},
            "responses": {"Problem": {"description": "Bad."}},
            "schemas": {
                "Sent": {
                    "type": "object",
                    "properties": {
                        "Name": TEXT,
                        "Count": WHOLE,
                        "Kind": reference("Kind"),
                        "Must": TEXT,
                        "Free": {**TEXT, "nullable": True},
                    },
                    "required": ["Must"],
                },
                "Read": {
                    "type": "object",
                    "properties": {
                        "Name": TEXT,
                        "Count": WHOLE,
                        "State": reference("State"),
                        "Must": TEXT,
                        "Free": {**TEXT, "nullable": True},
                    },
                    "required": ["Must"],
                },
                "Both": {"type": "object", "properties": {"Name": TEXT}},
                "Kind": {"type": "string", "enum": ["A", "B"]},
                "State": {"type": "string", "enum": ["A", "B"]},
            },
        },
    }


def at(document, path):
    for step in filter(None, path.split(".")):
        document = document[step]
    return document


OPERATION, SENT, READ = "paths./things.post", "components.schemas.Sent", "components.schemas.Read"
LIMIT = {"name": "limit", "x-wire-name": "Limit", "in": "query", "required": False, "schema": WHOLE}


def put(path, **values):
    """Set members of what lies at a path; None takes one away."""

    def change(document):
        node = at(document, path)
        for key, value in values.items():
            node[key] = value
            if value is None:
                del node[key]

    return change


def parameters(*items):
    return put(OPERATION, parameters=list(items))


def moved(document):
    document["paths"]["/elsewhere"] = document["paths"].pop("/things")


def without(document):
    del document["paths"]["/things"]


def answer(value):
    return put(f"{OPERATION}.responses", **{"200": value})


def count(schema):
    return put("paths./count.get.responses", **{"200": {"description": "Good.", **body(schema)}})


def renamed(wire):
    def change(document):
        properties = at(document, f"{READ}.properties")
        properties[wire] = properties.pop("Name") | {"x-name": "name"}

    return change


# Rule: the change that makes it, and one to the document before, where the earlier state is not the base.
def ways(owner, *members, **more):
    """A property that is one of several, by a name."""

    def change(document):
        at(document, f"{owner}.properties")["Way"] = reference("Way")
        document["components"]["schemas"]["Way"] = {"oneOf": [*members], **more}

    return change


FLAG, CHOICE = {"type": "boolean"}, (reference("Both"), {"type": "boolean"})
CASES = {
    "operation-removed": (without,),
    "operation-added": (lambda document: None, without),
    "operation-moved": (moved,),
    "operation-deprecated": (put(OPERATION, deprecated=True),),
    "operation-revived": (put(OPERATION, summary="Creates."), put(OPERATION, deprecated=True)),
    "security-changed": (put(OPERATION, security=[]),),
    "server-changed": (put("", servers=[{"url": "https://evil.test"}]),),
    "parameter-added-optional": (parameters(LIMIT, LIMIT | {"name": "more", "x-wire-name": "More"}),),
    "parameter-added-required": (parameters(LIMIT, LIMIT | {"name": "more", "x-wire-name": "More", "required": True}),),
    "parameter-moved": (parameters(LIMIT | {"x-wire-name": "page.limit"}),),
    "parameter-style-changed": (parameters(LIMIT | {"explode": False}),),
    "parameter-removed": (parameters(),),
    "parameter-became-required": (parameters(LIMIT | {"required": True}),),
    "parameter-became-optional": (parameters(LIMIT), parameters(LIMIT | {"required": True})),
    "parameter-type-widened": (parameters(LIMIT | {"schema": LONG}),),
    "parameter-type-changed": (parameters(LIMIT | {"schema": TEXT}),),
    "body-added-optional": (lambda document: None, put(OPERATION, requestBody=None)),
    "body-added-required": (put(f"{OPERATION}.requestBody", required=True), put(OPERATION, requestBody=None)),
    "body-removed": (put(OPERATION, requestBody=None),),
    "body-became-required": (put(f"{OPERATION}.requestBody", required=True),),
    "body-became-optional": (lambda document: None, put(f"{OPERATION}.requestBody", required=True)),
    "body-type-widened": (put(OPERATION, requestBody=body(LONG)), put(OPERATION, requestBody=body(WHOLE))),
    "body-type-changed": (put(OPERATION, requestBody=body(TEXT)),),
    "answer-added": (lambda document: None, answer({"description": "Good."})),
    "answer-removed": (answer({"description": "Good."}),),
    "answer-type-widened": (count(LONG),),
    "answer-type-changed": (count(TEXT),),
    "answer-status-changed": (
        put(f"{OPERATION}.responses", **{"200": None, "201": {"description": "Good.", **body(reference("Read"))}}),
    ),
    "errors-changed": (put(f"{OPERATION}.responses", **{"409": {}}),),
    "answer-paging-changed": (put(OPERATION, **{"x-paginated": {"items": "Items"}}),),
    "sent-property-added-optional": (put(f"{SENT}.properties", New=TEXT),),
    "sent-property-added-required": (
        lambda document: at(document, SENT).update(
            properties=at(document, SENT)["properties"] | {"New": TEXT}, required=["Must", "New"]
        ),
    ),
    "sent-property-removed": (put(f"{SENT}.properties", Name=None),),
    "sent-property-became-required": (put(SENT, required=["Must", "Name"]),),
    "sent-property-became-optional": (put(SENT, required=[]),),
    "sent-property-type-widened": (put(f"{SENT}.properties", Count=LONG),),
    "sent-property-type-changed": (put(f"{SENT}.properties", Count=TEXT),),
    "sent-property-became-nullable": (put(f"{SENT}.properties", Name={**TEXT, "nullable": True}),),
    "sent-property-became-not-nullable": (put(f"{SENT}.properties", Free=TEXT),),
    "sent-fields-raised": (put(SENT, minProperties=2),),
    "sent-fields-lowered": (lambda document: None, put(SENT, minProperties=2)),
    "received-property-added": (put(f"{READ}.properties", New=TEXT),),
    "received-property-removed": (put(f"{READ}.properties", Name=None),),
    "received-property-became-required": (put(READ, required=["Must", "Name"]),),
    "received-property-became-optional": (put(READ, required=[]),),
    "received-property-type-widened": (put(f"{READ}.properties", Count=LONG),),
    "received-property-type-changed": (put(f"{READ}.properties", Count=TEXT),),
    "received-property-became-nullable": (put(f"{READ}.properties", Name={**TEXT, "nullable": True}),),
    "received-property-became-not-nullable": (put(f"{READ}.properties", Free=TEXT),),
    "property-moved": (renamed("FullName"),),
    "property-deprecated": (put(f"{READ}.properties", Name={**TEXT, "deprecated": True}),),
    "sent-enum-value-added": (put("components.schemas.Kind", enum=["A", "B", "C"]),),
    "received-enum-value-added": (put("components.schemas.State", enum=["A", "B", "C"]),),
    "enum-value-removed": (put("components.schemas.State", enum=["A"]),),
    "enum-ordinals-moved": (put("components.schemas.State", enum=["B", "A"]),),
    "sent-enum-closed": (put(f"{SENT}.properties", Name=reference("Kind")),),
    "received-enum-closed": (put(f"{READ}.properties", Name=reference("State")),),
    "enum-opened": (put(f"{READ}.properties", State=TEXT),),
    "sent-variant-added": (ways(SENT, WHOLE, TEXT, FLAG), ways(SENT, WHOLE, TEXT)),
    "received-variant-added": (ways(READ, WHOLE, TEXT, FLAG), ways(READ, WHOLE, TEXT)),
    "sent-variant-removed": (ways(SENT, WHOLE, TEXT), ways(SENT, WHOLE, TEXT, FLAG)),
    "received-variant-removed": (ways(READ, WHOLE, TEXT), ways(READ, WHOLE, TEXT, FLAG)),
    "variants-told-otherwise": (
        ways(READ, *CHOICE, discriminator={"propertyName": "kind"}),
        ways(READ, *CHOICE),
    ),
    "schema-added": (put("components.schemas", New={"type": "object", "properties": {}}),),
    "schema-removed": (
        lambda document: None,
        put("components.schemas", Old={"type": "object", "properties": {}}),
    ),
    "schema-direction-changed": (put("paths./both.post.responses", **{"200": {"description": "Good."}}),),
    "texts-changed": (put(OPERATION, summary="Makes."),),
    "changed-otherwise": (put(f"{READ}.properties", Name={**TEXT, "maxLength": 3}),),
}
# What a comparison of normalised documents alone cannot find; asserted in tests of their own.
ELSEWHERE = {
    "unread-changed", "correction-idle", "name-missing", "override-stands-on-nothing", "operation-left-out",
}  # fmt: skip
# Changes that cannot be made without another one that is judged as well.
WITH_OTHERS = {"schema-direction-changed": {"answer-removed"}}


@pytest.mark.parametrize("rule", CASES)
def test_the_smallest_change_is_judged_by_its_rule_alone(rule):
    change, *earlier = CASES[rule]
    old = edited(base(), *earlier)
    new = edited(base(), change)
    assert {one.rule for one in compare(old, new)} == {rule} | WITH_OTHERS.get(rule, set())
    assert all(one.severity is RULES[one.rule].severity and one.level is Level.WIRE for one in compare(old, new))


def test_every_rule_of_the_wire_is_shown():
    wire = list(RULES)[: list(RULES).index("name-added")]
    assert set(wire) - ELSEWHERE == CASES.keys()


def test_nothing_is_found_in_the_same_document():
    assert compare(base(), base()) == []


def test_what_is_sent_and_received_is_judged_by_who_suffers_most():
    both = "components.schemas.Both"
    assert rules(put(f"{both}.properties", New=TEXT)) == ["received-property-added"]
    assert rules(
        lambda document: at(document, both).update(properties={"Name": TEXT, "New": TEXT}, required=["New"])
    ) == ["sent-property-added-required"]
    assert rules(put(both, required=["Name"])) == ["sent-property-became-required"]
    # Read, it may be larger; sent, it may be larger too.
    assert rules(put(f"{both}.properties", Name=LONG)) == ["received-property-type-changed"]


@pytest.mark.parametrize(
    ("owner", "before", "after", "rule"),
    [
        (SENT, WHOLE, {"oneOf": [WHOLE, TEXT]}, "sent-property-type-widened"),
        (SENT, {"oneOf": [WHOLE, TEXT]}, WHOLE, "sent-property-type-changed"),
        (READ, WHOLE, {"oneOf": [WHOLE, TEXT]}, "received-property-type-changed"),
        (READ, {"oneOf": [WHOLE, TEXT]}, TEXT, "received-property-type-widened"),
        (READ, {"oneOf": [WHOLE, TEXT]}, {"oneOf": [TEXT, WHOLE]}, None),
    ],
)
def test_a_type_that_becomes_one_of_several_is_judged_by_who_has_to_know_them(owner, before, after, rule):
    old, new = (edited(base(), put(f"{owner}.properties", Count=schema)) for schema in (before, after))
    assert [one.rule for one in compare(old, new)] == ([rule] if rule else [])


def test_an_object_that_becomes_a_union_is_another_thing():
    old, new = edited(base(), ways(READ, WHOLE, TEXT)), edited(base(), ways(READ, WHOLE, TEXT))
    old["components"]["schemas"]["Way"] = {"type": "object", "properties": {"a": TEXT}}
    assert [(one.rule, one.text) for one in compare(old, new)] == [("schema-removed", "an object becomes a union")]


def test_an_integer_that_is_sent_and_shrinks_breaks():
    old = edited(base(), put(f"{SENT}.properties", Count=LONG))
    assert [one.rule for one in compare(old, base())] == ["sent-property-type-changed"]


@pytest.mark.parametrize("least", ["2", True, 2.0, None, [2], -1, 1])
def test_what_raises_nothing_is_not_called_so(least):
    assert rules(put(SENT, minProperties=least)) == []


def test_a_field_that_becomes_required_is_not_told_twice_as_breaking():
    old = edited(base(), put(SENT, minProperties=2))
    new = edited(base(), put(SENT, minProperties=2, required=["Must", "Name"]))
    assert [one.rule for one in compare(old, new)] == ["sent-property-became-required", "sent-fields-lowered"]


def test_whoever_is_affected_is_named():
    (found,) = compare(base(), edited(base(), put("components.schemas.State", enum=["A"])))
    assert (found.place, found.affects) == ("State.B", ("things.create",))


def test_ordinals_that_the_overlay_states_are_what_counts():
    old = edited(base(), put("components.schemas.State", **{"x-enum-ordinals": [4, 5]}))
    new = edited(base(), put("components.schemas.State", enum=["B", "A"], **{"x-enum-ordinals": [5, 4]}))
    assert compare(old, new) == []
    (found,) = compare(base(), old)
    assert (found.rule, found.text) == ("enum-ordinals-moved", "'A' was 0 and is 4, and 1 more")


def edited(document, *changes):
    document = copy.deepcopy(document)
    for change in changes:
        change(document)
    return document


def rules(change):
    return [one.rule for one in compare(base(), edited(base(), change))]


def changed(node, attribute):
    """Another value for an attribute of the representation, unlike the present one."""
    value = getattr(node, attribute)
    match value:
        case None | bool():
            return not value
        case str():
            return f"{value}other"
        case int():
            return value + 5
        case Scalar():
            return Scalar("boolean")
        case tuple():
            other = Server("https://other.test") if attribute == "servers" else "other"
            return value[:-1] if value else (other,)
    return None


# Ours alone, concluded from the rest, or what the part is found by.
SILENT = {
    "Operation": {"upstream_id", "deprecation", "aliases", "others"},
    "Parameter": {"others"},
    "Model": {"name", "upstream_id", "direction", "others"},
    "Field": {"deprecation", "alias_of", "was_required", "others"},
}


def parts(api):
    """An operation, a parameter, a model and a field of an API, each with what puts another in its place."""
    operation, model = api.operations[0], api.models["Sent"]
    parameter, field = operation.parameters[0], model.fields[0]

    def with_operation(new):
        return attrs.evolve(api, operations=(new, *api.operations[1:]))

    def with_model(new):
        return attrs.evolve(api, schemas={**api.schemas, "Sent": new})

    yield operation, with_operation
    yield parameter, lambda new: with_operation(attrs.evolve(operation, parameters=(new,)))
    yield model, with_model
    yield field, lambda new: with_model(attrs.evolve(model, fields=(new, *model.fields[1:])))


def facts():
    """Each attribute of each part that says something of what is sent and received."""
    full = edited(base(), put(OPERATION, **{"x-paginated": {"items": "Both"}}))
    for number, (node, _) in enumerate(parts(build(full))):
        for attribute in attrs.fields(type(node)):
            if attribute.name not in SILENT[type(node).__name__]:
                yield pytest.param(number, attribute.name, id=f"{type(node).__name__}.{attribute.name}")


@pytest.mark.parametrize(("number", "attribute"), list(facts()))
def test_no_fact_of_the_representation_changes_unseen(number, attribute):
    old = build(edited(base(), put(OPERATION, **{"x-paginated": {"items": "Both"}})))
    node, put_back = list(parts(old))[number]
    new = attrs.evolve(node, **{attribute: changed(node, attribute)})
    assert new != node
    assert compare_apis(old, put_back(new))


@pytest.mark.parametrize(
    ("change", "rule", "text"),
    [
        (parameters(LIMIT | {"in": "header"}), "parameter-moved", "was sent in query and is in header"),
        (
            parameters(LIMIT | {"content": {"text/json": {}}}),
            "parameter-style-changed",
            "was form explode and is text/json explode",
        ),
        (
            put(OPERATION, servers=[{"url": "https://b.test"}]),
            "server-changed",
            "the API's becomes https://b.test",
        ),
        (put("", servers=[]), "server-changed", "https://api.test becomes none"),
    ],
)
def test_where_and_how_a_parameter_is_sent_and_where_calls_go(change, rule, text):
    found = compare(base(), edited(base(), change))
    assert [(one.rule, one.text) for one in found] == [(rule, text)]


def several(*statuses):
    return put(f"{OPERATION}.responses", **dict(statuses))


QUEUED = ("202", {"description": "It waits.", **body(WHOLE)})


@pytest.mark.parametrize(
    ("before", "after", "rule", "text"),
    [
        ((), (QUEUED,), "answer-type-changed", "202 may also be integer (int32)"),
        ((), (("204", {"description": "None."}),), "answer-type-changed", "204 may also be nothing"),
        ((QUEUED,), (), "answer-type-widened", "202 was integer (int32), which is gone"),
    ],
)
def test_every_success_is_part_of_what_is_answered(before, after, rule, text):
    findings = compare(edited(base(), several(*before)), edited(base(), several(*after)))
    assert [(one.rule, one.text) for one in findings if "answer" in one.rule] == [(rule, text)]


def test_what_comes_item_by_item_is_another_answer():
    stream = {"description": "Good.", "content": {"text/event-stream": {"schema": WHOLE}}}
    change = put("paths./count.get.responses", **{"200": stream})
    [found] = compare(base(), edited(base(), change))
    assert (found.rule, found.text) == ("answer-type-changed", "came at once and comes item by item")
