"""Answers and arguments with unions: each member once, told by its discriminator, and one that nobody knows."""

import pytest

from sdkwright.ir import Alias, Array, Enum, Field, Map, Model, Reference, Scalar, Union
from sdkwright.ir.choices import members_from, most_members, tag_of, union_of
from sdkwright.project import Project
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.unions import with_unknown_members
from sdkwright.stubs.variants import variants
from tests.apis import projects
from tests.generator.normalise.shapes import Shaped, ref, thing

TIDES = Project(projects.FOLDER / "tides")
TEXT, WHOLE = Scalar("string"), Scalar("integer")
CARD = Model("Card", (Field("kind", "kind", TEXT, required=True), Field("at", "at", Scalar("string", "date-time"))))
BANK = Model("Bank", (Field("kind", "kind", WHOLE, required=True), Field("iban", "iban", TEXT)))
TOLD = Union((Reference("Card"), Reference("Bank"), TEXT), "kind", (("card", "Card"), ("2", "Bank")))
ORDER = Reference("Order")
SCHEMAS = {
    "Card": CARD,
    "Bank": BANK,
    "Payment": Alias("Payment", TOLD),
    "Tree": Alias("Tree", Union((Array(Reference("Tree")), TEXT))),
    "Colour": Enum("Colour", ("red",), ("RED",)),
    "Order": Model(
        "Order",
        (
            Field("payment", "payment", Reference("Payment")),
            Field("payments", "payments", Array(Reference("Payment"))),
            Field("by_name", "byName", Map(TOLD)),
            Field("tree", "tree", Reference("Tree")),
            Field("colour", "colour", Union((Reference("Colour"), WHOLE))),
        ),
        extras=Union((WHOLE, TEXT)),
    ),
}


def answer(choice, type_=ORDER):
    return Bodies(SCHEMAS, TIDES).answer(type_, operation="orders.get", choice=choice)


@pytest.mark.parametrize(("choice", "kind"), [(0, "card"), (1, 2), (3, "card")])
def test_the_member_that_is_asked_for_is_answered_everywhere(choice, kind):
    found = answer(choice)
    payments = [found["payment"], *found["payments"], found["byName"]["key"]]
    assert [payment["kind"] for payment in payments] == [kind] * 4
    assert ("iban" in found["payment"]) is (kind == 2)


def test_a_member_without_a_discriminator_is_answered_as_it_is():
    assert isinstance(answer(2)["payment"], str)
    assert isinstance(answer(1, Union((Reference("Colour"), WHOLE))), int)


def test_a_union_that_holds_itself_ends():
    assert [type(item) for item in answer(0)["tree"]] == [str, str]
    assert isinstance(answer(1)["tree"], str)


def test_members_are_counted_however_they_are_reached():
    assert most_members(Reference("Order"), SCHEMAS) == 3
    assert most_members(Reference("Tree"), SCHEMAS) == 2
    assert most_members(Array(TEXT), SCHEMAS) == 1
    assert union_of(Reference("Payment"), SCHEMAS) is TOLD
    assert union_of(Reference("Card"), SCHEMAS) is None
    assert [*members_from(Union((TEXT, WHOLE)), 3)] == [WHOLE, TEXT]
    assert tag_of(TOLD, Reference("Bank"), SCHEMAS) == {"kind": 2}
    assert tag_of(TOLD, TEXT, SCHEMAS) == {}


def test_an_unknown_member_stands_in_the_place_of_each():
    found = with_unknown_members(answer(0), Reference("Order"), SCHEMAS)
    unknown = {"kind": "AddedInALaterRevision", "of": {"AddedInALaterRevision": [1]}}
    assert found["payment"] == unknown
    assert found["payments"] == [unknown, unknown]
    assert found["byName"] == {"key": unknown}
    assert found["more"] == unknown


def test_what_is_odd_about_dates_and_enums_reaches_into_members():
    found = dict(variants(answer(0), Reference("Order"), Bodies(SCHEMAS, TIDES)))
    assert set(found["dates"]) == {"payment", "payments", "byName"}
    assert found["unknown-enums"] == {"colour": "AddedInALaterRevision"}


def test_a_value_of_another_member_with_the_same_names_has_no_ordinal():
    colours = {name: Enum(name, (value,), (value.upper(),)) for name, value in (("Warm", "red"), ("Cold", "blue"))}
    models = {
        f"{name}Coat": Model(f"{name}Coat", (Field("colour", "colour", Reference(name), required=True),))
        for name in colours
    }
    type_ = Union((Reference("ColdCoat"), Reference("WarmCoat")))
    bodies = Bodies({**colours, **models}, TIDES)
    assert "ordinals" not in dict(variants({"colour": "red"}, type_, bodies))


def test_the_only_member_of_a_union_has_the_value_that_stands_for_it():
    pay = {"oneOf": [ref("Card")], "discriminator": {"propertyName": "kind", "mapping": {"card": "Card"}}}
    kind = {"type": "string", "enum": ["cash", "card", "cheque"]}
    shaped = Shaped({"Pay": pay, "Card": thing(type={"type": "string"}, kind=kind)})
    bodies = Bodies(shaped.api.schemas, TIDES)
    assert {bodies.answer(Reference("Card"), operation=f"cards.get{n}")["kind"] for n in range(9)} == {"card"}
