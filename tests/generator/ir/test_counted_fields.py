"""Each property that a document declares is counted as a typed field, as part of a value of any type, or as lost."""

import attrs

from sdkwright.ir import Anything, Object, Scalar, build
from sdkwright.ir.counted_fields import count_fields
from tests.generator.normalise.shapes import TEXT, WHOLE, answering, normalised, ref, thing

SCHEMAS = {
    "Owner": thing(name=TEXT, age=WHOLE),
    "Boat": thing(
        len={"type": "number"},
        owner=ref("Owner"),
        crew={"type": "array", "items": thing(rank=TEXT)},
        berths={"type": "object", "additionalProperties": thing(place=TEXT)},
        sail={"allOf": [thing(area=WHOLE), thing(cloth=TEXT)]},
    ),
}
NAMES = ("name", "age", "len", "owner", "crew", "rank", "berths", "place", "sail", "area", "cloth")


def read(schemas, paths=None):
    """A document of schemas, and what was made of it."""
    paths = paths or answering(*map(ref, schemas))
    document = {"openapi": "3.0.3", "paths": paths, "components": {"schemas": schemas}}
    return document, build(normalised(schemas, paths).document)


def without(api, model, wire):
    """The same with a field that is forgotten."""
    found = api.schemas[model]
    kept = attrs.evolve(found, fields=tuple(field for field in found.fields if field.wire != wire))
    return attrs.evolve(api, schemas={**api.schemas, model: kept})


def retyped(api, model, wire, type_):
    """The same with a field of another type."""
    found = api.schemas[model]
    fields = tuple(attrs.evolve(field, type=type_) if field.wire == wire else field for field in found.fields)
    return attrs.evolve(api, schemas={**api.schemas, model: attrs.evolve(found, fields=fields)})


def test_every_property_is_a_field():
    document, api = read(SCHEMAS)
    found = count_fields(document, api)
    assert (found.typed, found.plain, found.lost) == (len(NAMES), 0, ())
    assert str(found) == "11 in, 11 typed, 0 in values of any type, 0 lost"


def test_a_forgotten_field_is_lost_with_its_place():
    document, api = read(SCHEMAS)
    found = count_fields(document, without(api, "Owner", "age"))
    assert found.lost == ("GET /things answer 200: age",)
    # What lies behind it has no value either.
    found = count_fields(document, without(api, "Boat", "owner"))
    assert [where.partition(": ")[2] for where in found.lost] == ["owner", "owner.age", "owner.name"]


def test_a_value_of_any_type_holds_what_is_inside():
    document, api = read({"Boat": SCHEMAS["Boat"], "Owner": SCHEMAS["Owner"]}, answering(ref("Boat")))
    for kept in (Anything(), Object()):
        found = count_fields(document, retyped(api, "Boat", "owner", kept))
        assert (found.typed, found.plain, found.lost) == (len(NAMES) - 2, 2, ())


def test_a_scalar_holds_no_members():
    document, api = read(SCHEMAS, answering(ref("Boat")))
    found = count_fields(document, retyped(api, "Boat", "owner", Scalar("string")))
    assert found.lost == ("GET /things answer 200: owner.age", "GET /things answer 200: owner.name")


def test_what_a_type_has_no_room_for_is_not_declared():
    schemas = {"Boat": {"type": "object", "items": thing(lost=TEXT), "properties": {"kept": TEXT}}}
    document, api = read(schemas)
    assert str(count_fields(document, api)) == "1 in, 1 typed, 0 in values of any type, 0 lost"


def test_an_answer_that_is_not_read_loses_its_fields():
    document, api = read(SCHEMAS, answering(ref("Owner")))
    operation = api.operations[0]
    unread = tuple(attrs.evolve(response, contents=()) for response in operation.responses)
    api = attrs.evolve(api, operations=(attrs.evolve(operation, responses=unread),))
    assert [where.partition(": ")[2] for where in count_fields(document, api).lost] == ["age", "name"]


def test_what_holds_itself_is_counted_once():
    node = thing(value=TEXT, children={"type": "array", "items": ref("Node")})
    document, api = read({"Node": node})
    found = count_fields(document, api)
    assert (found.typed, found.plain, found.lost) == (2, 0, ())


def test_what_has_a_base_is_none_of_the_other_heirs_of_the_base():
    base = thing(type=TEXT) | {"discriminator": {"propertyName": "type"}, "required": ["type"]}
    heirs = {name: {"allOf": [ref("Base"), thing(**{name.lower(): TEXT})]} for name in ("Card", "Bank")}
    document, api = read(
        {"Base": base, **heirs, "Order": thing(card=ref("Card"))}, answering(ref("Order"), ref("Base"))
    )
    assert count_fields(document, api).lost == ()
