"""Unions: what is a choice stays one, in place or by a name, and is told apart as far as the document tells."""

import pytest

from sdkwright.ir import Anything, Array, Map, Object, Reference, Scalar, Union
from tests.generator.normalise.shapes import TEXT, WHOLE, Shaped, answering, property_of, ref, thing

STRING, INTEGER, NUMBER, BOOLEAN = Scalar("string"), Scalar("integer"), Scalar("number", "decimal"), Scalar("boolean")
DATE = {"type": "string", "format": "date"}
CARD, BANK = thing(number=TEXT) | {"required": ["number"]}, thing(iban=TEXT) | {"required": ["iban"]}

CARDS = {"Card": thing(kind=TEXT, number=TEXT), "Bank": thing(kind=TEXT, iban=TEXT)}
DISCRIMINATOR = {"propertyName": "kind"}


def choice(*members, word="oneOf", **more):
    return {word: [*members]} | more


def several(*lists):
    return {"type": "array", "items": lists[0]}


class TestInPlace:
    @pytest.mark.parametrize("word", ["oneOf", "anyOf"])
    @pytest.mark.parametrize(
        ("members", "type_"),
        [
            ([TEXT, WHOLE], Union((STRING, INTEGER))),
            ([WHOLE, TEXT, WHOLE], Union((INTEGER, STRING))),
            ([TEXT, several(TEXT)], Union((STRING, Array(STRING)))),
            ([several(TEXT), several(WHOLE)], Union((Array(STRING), Array(INTEGER)))),
            ([{"type": "object"}, {"type": "boolean"}], Union((Object(), BOOLEAN))),
            ([{"additionalProperties": TEXT}, TEXT], Union((Map(STRING), STRING))),
            ([DATE, WHOLE], Union((Scalar("string", "date"), INTEGER))),
            ([DATE, DATE | {"description": "a day"}, WHOLE], Union((Scalar("string", "date"), INTEGER))),
            ([WHOLE, {"type": "number"}], NUMBER),
            ([TEXT, {"enum": ["a"]}], Union((STRING, Reference("AP")))),
            ([{"enum": ["a"]}, {"enum": ["b"]}], Reference("AP")),
            ([TEXT, TEXT], STRING),
            ([{"required": ["a"]}, {"required": ["b"]}], Anything()),
        ],
    )
    def test_a_choice_of_plain_values_stays_where_it_is(self, word, members, type_):
        _, found, told = property_of(choice(*members, word=word))
        assert (found, told) == (type_, {})

    def test_enums_that_are_chosen_from_are_one(self):
        shaped = Shaped({"A": thing(p=choice({"enum": ["a", "b"]}, {"enum": ["b", "c"]}))})
        assert shaped.enum("AP").values == ("a", "b", "c")

    @pytest.mark.parametrize(
        "members",
        [[TEXT, WHOLE | {"nullable": True}], [TEXT, WHOLE, {"nullable": True}], [TEXT, WHOLE, {"type": "null"}]],
    )
    def test_null_is_no_member(self, members):
        field, found, told = property_of(choice(*members))
        assert (found, field.nullable, told) == (Union((STRING, INTEGER)), True, {})

    @pytest.mark.parametrize(
        ("members", "type_", "told"),
        [
            ([TEXT, {"type": "string", "format": "byte"}], STRING, "texts of several formats, read as text"),
            ([TEXT, {}], Anything(), "a union with any value in it, read as any value"),
            ([TEXT, ref("Any")], Anything(), "a union with any value in it, read as any value"),
        ],
    )
    def test_what_cannot_be_told_apart_is_told(self, members, type_, told):
        _, found, said = property_of(choice(*members), Any={})
        assert (found, said) == (type_, {"A.p": told})

    @pytest.mark.parametrize("other", ["", "date-time", "uuid"])
    def test_a_text_that_none_is_by_chance_is_a_member_of_its_own(self, other):
        _, found, said = property_of(choice(DATE, TEXT | ({"format": other} if other else {})))
        assert (found, said) == (Union((Scalar("string", "date"), Scalar("string", other))), {})

    def test_an_enum_of_several_kinds_is_a_choice(self):
        shaped = Shaped({"A": thing(p={"enum": ["auto", 1, 2.5, None]})})
        field = shaped.model("A").field("p")
        assert field.nullable
        assert field.type == Union((Reference("AP"), NUMBER))


class TestNamed:
    def test_a_component_keeps_its_name(self):
        shaped = Shaped({"Pay": choice(ref("Card"), ref("Bank"), TEXT), "Card": CARD, "Bank": BANK})
        assert shaped.api.aliases["Pay"].type == Union((Reference("Card"), Reference("Bank"), STRING))
        assert shaped.answer() == Reference("Pay")
        assert not shaped.told

    def test_a_choice_of_objects_is_named_by_its_place_and_so_are_those_in_it(self):
        shaped = Shaped({"A": thing(pay=choice(CARD | {"title": "By card"}, BANK, ref("Cash"))), "Cash": thing(c=TEXT)})
        assert shaped.type_at("A", "pay") == Reference("APay")
        members = ("APayByCard", "APayWithIban", "Cash")
        assert shaped.api.aliases["APay"].type == Union(tuple(map(Reference, members)))

    def test_an_item_is_named_in_the_singular(self):
        shaped = Shaped({"Order": thing(lines=several(choice(CARD, BANK)))})
        assert shaped.type_at("Order", "lines") == Array(Reference("OrderLine"))
        members = ("OrderLineWithNumber", "OrderLineWithIban")
        assert shaped.api.aliases["OrderLine"].type == Union(tuple(map(Reference, members)))

    def test_an_object_is_called_by_the_value_that_tells_it_apart(self):
        kinds = [thing(kind={"enum": [kind]}, x=TEXT) for kind in ("card", "bank-transfer")]
        shaped = Shaped({"Pay": choice(*kinds)})
        assert [*shaped.api.models] == ["PayBankTransfer", "PayCard"]
        assert shaped.enum("PayCardKind").values == ("card",)

    def test_a_body_and_an_answer_are_named_by_their_operation(self):
        shaped = Shaped({}, answering(choice(CARD, BANK)))
        assert shaped.answer() == Reference("ListThingsResponse")
        assert {*shaped.api.models} == {"ListThingsResponseWithNumber", "ListThingsResponseWithIban"}

    def test_a_union_in_a_union_is_written_out(self):
        shaped = Shaped({
            "Pay": choice(ref("Cards"), ref("Bank"), TEXT),
            "Cards": choice(ref("Card"), ref("Other"), WHOLE),
            "Other": choice(BANK | {"title": "Gift"}, TEXT),
            "Card": CARD,
            "Bank": BANK,
        })  # fmt: skip
        names = [Reference("Card"), Reference("OtherGift")]
        assert shaped.api.aliases["Pay"].type == Union((*names, STRING, INTEGER, Reference("Bank")))
        assert shaped.api.aliases["Cards"].type == Union((*names, STRING, INTEGER))

    def test_a_union_may_hold_itself_in_lists_and_objects(self):
        shaped = Shaped({"Tree": choice(TEXT, several(ref("Tree")), thing(inside=ref("Tree")))})
        leaf, branches, node = shaped.api.aliases["Tree"].type.members
        assert (leaf, branches) == (STRING, Array(Reference("Tree")))
        assert shaped.type_at(node.name, "inside") == Reference("Tree")

    def test_a_union_of_itself_is_told(self):
        shaped = Shaped({"A": choice(ref("B"), TEXT), "B": choice(ref("A"), WHOLE)})
        assert shaped.api.aliases["A"].type == Union((STRING, INTEGER))
        assert "a union that is one of itself, which is not read there" in shaped.told["B"]


class TestDiscriminators:
    @pytest.mark.parametrize(
        ("mapping", "variants"),
        [
            ({}, (("Card", "Card"), ("Bank", "Bank"))),
            ({"c": "#/components/schemas/Card", "b": "Bank"}, (("c", "Card"), ("b", "Bank"))),
            ({"c": "Card", "d": "Card"}, (("c", "Card"), ("d", "Card"), ("Bank", "Bank"))),
        ],
    )
    def test_its_values_stand_for_models(self, mapping, variants):
        discriminator = DISCRIMINATOR | {"mapping": mapping}
        shaped = Shaped({"Pay": choice(ref("Card"), ref("Bank"), discriminator=discriminator), **CARDS})
        assert shaped.api.aliases["Pay"].type == Union((Reference("Card"), Reference("Bank")), "kind", variants)
        assert not shaped.told

    def test_of_what_is_written_out_the_value_is_its_own(self):
        kinds = [thing(kind={"enum": [kind]}, x=TEXT) for kind in ("card", "bank")]
        union = Shaped({"Pay": choice(*kinds, discriminator=DISCRIMINATOR)}).api.aliases["Pay"].type
        assert (union.discriminator, union.variants) == ("kind", (("card", "PayCard"), ("bank", "PayBank")))

    def test_a_value_that_no_member_declares_has_a_place_in_each(self):
        discriminator = DISCRIMINATOR | {"mapping": {"c": "Card", "b": "Bank"}}
        pay = choice(ref("Card"), ref("Bank"), discriminator=discriminator)
        shaped = Shaped({"Pay": pay, "Card": CARD, "Bank": BANK | {"properties": BANK["properties"] | {"kind": WHOLE}}})
        fields = {field.wire: (field.type, field.required) for field in shaped.model("Card").fields}
        assert fields == {"number": (STRING, True), "kind": (STRING, False)}
        assert shaped.type_at("Bank", "kind") == INTEGER
        assert shaped.told == {"Pay": "kind tells apart what does not declare it, which gets it as a text"}

    def test_what_a_member_says_of_itself_counts_for_more_than_its_name(self):
        cat, dog = (thing(kind={"type": "string", "enum": [kind]}, x=TEXT) for kind in ("cat", "dog"))
        shaped = Shaped({"Pay": choice(ref("A"), ref("B"), discriminator=DISCRIMINATOR), "A": cat, "B": dog})
        assert shaped.api.aliases["Pay"].type.variants == (("cat", "A"), ("dog", "B"))

    @pytest.mark.parametrize(
        ("mapping", "own", "why"),
        [
            ({"c": "Card", "b": "Bank"}, ["master", "slave"], "what c stands for lists others"),
            ({}, ["master", "slave"], "a member has values of its own, and another none"),
            ({"b": "Bank"}, ["b"], "a value stands for two members"),
        ],
    )
    def test_one_that_members_contradict_is_not_read(self, mapping, own, why):
        card = CARD | {"properties": CARD["properties"] | {"kind": {"type": "string", "enum": own}}}
        pay = choice(ref("Card"), ref("Bank"), discriminator=DISCRIMINATOR | {"mapping": mapping})
        shaped = Shaped({"Pay": pay, "Card": card, "Bank": BANK})
        assert shaped.api.aliases["Pay"].type == Union((Reference("Card"), Reference("Bank")))
        assert shaped.told == {"Pay": f"the discriminator kind is not read: {why}"}
        assert "kind" not in {field.wire for field in shaped.model("Bank").fields}

    def test_what_leads_nowhere_is_told(self):
        discriminator = DISCRIMINATOR | {"mapping": {"c": "Card", "x": "Gone"}}
        shaped = Shaped({"Pay": choice(ref("Card"), ref("Bank"), discriminator=discriminator), **CARDS})
        assert shaped.told == {"Pay": "the discriminator maps to Gone, which is no schema; not read"}

    def test_one_that_a_member_contradicts_is_not_believed(self):
        told = DISCRIMINATOR | {"mapping": {"card": "Card", "bank": "Bank"}}
        pay = choice(ref("Card"), ref("Bank"), discriminator=told)
        shaped = Shaped({"Pay": pay, "Card": thing(kind=ref("Debt"), a=TEXT), "Bank": BANK, "Debt": {"enum": ["x"]}})
        assert shaped.api.aliases["Pay"].type == Union((Reference("Card"), Reference("Bank")))
        assert [field.wire for field in shaped.model("Bank").fields] == ["iban"]
        assert shaped.told == {"Pay": "the discriminator kind is not read: what card stands for lists others"}

    def test_one_that_a_member_confirms_is_believed(self):
        told = DISCRIMINATOR | {"mapping": {"card": "Card", "gift": "Card", "bank": "Bank"}}
        pay = choice(ref("Card"), ref("Bank"), discriminator=told)
        shaped = Shaped({"Pay": pay, **CARDS, "Card": thing(kind={"enum": ["card", "x"]})})
        variants = (("card", "Card"), ("gift", "Card"), ("bank", "Bank"))
        assert shaped.api.aliases["Pay"].type == Union((Reference("Card"), Reference("Bank")), "kind", variants)
        assert not shaped.told

    def test_a_base_class_is_the_union_of_what_is_built_on_it(self):
        shaped = Shaped({
            "Pet": thing(kind=TEXT, name=TEXT) | {"discriminator": DISCRIMINATOR | {"mapping": {"cat": "Cat"}}},
            "Cat": {"allOf": [ref("Pet"), thing(lives=WHOLE)]},
            "Dog": {"allOf": [ref("Pet"), thing(tail=TEXT)]},
            "Owner": thing(pet=ref("Pet"), pets=several(ref("Pet")), cat=ref("Cat")),
        })  # fmt: skip
        members = tuple(map(Reference, ("Cat", "Dog", "Pet")))
        assert shaped.api.aliases["AnyPet"].type == Union(members, "kind", (("cat", "Cat"), ("Dog", "Dog")))
        assert shaped.type_at("Owner", "pet") == Reference("AnyPet")
        assert shaped.type_at("Owner", "pets") == Array(Reference("AnyPet"))
        assert shaped.type_at("Owner", "cat") == Reference("Cat")
        assert [field.wire for field in shaped.model("Cat").fields] == ["kind", "lives", "name"]
        assert shaped.answer() == Reference("AnyPet")
        assert not shaped.told

    def test_a_base_class_that_lists_what_is_built_on_it_is_the_same(self):
        shaped = Shaped({
            "Pet": thing(kind=TEXT) | choice(ref("Cat"), ref("Dog"), discriminator=DISCRIMINATOR),
            "Cat": {"allOf": [ref("Pet"), thing(lives=WHOLE)]},
            "Dog": {"allOf": [ref("Pet"), thing(tail=TEXT)]},
        })  # fmt: skip
        members = tuple(map(Reference, ("Cat", "Dog", "Pet")))
        assert shaped.api.aliases["AnyPet"].type == Union(members, "kind", (("Cat", "Cat"), ("Dog", "Dog")))
        assert [field.wire for field in shaped.model("Cat").fields] == ["kind", "lives"]

    def test_one_without_variants_is_told(self):
        shaped = Shaped({"Pet": thing(kind=TEXT) | {"discriminator": DISCRIMINATOR}})
        assert shaped.told == {"Pet": "`discriminator` is not read: nothing is built on the schema"}


class TestOnlyMembers:
    @pytest.mark.parametrize(
        ("mapping", "kind", "stated"),
        [
            ({}, TEXT, ["Card"]),
            ({"c": "Card"}, TEXT, ["c"]),
            ({"c": "Card", "d": "Card", "b": "Bank"}, TEXT, ["c", "d"]),
            ({"1": "Card", "d": "Card"}, WHOLE, [1]),
            ({"b": "Card"}, {"enum": ["a", "b"]}, ["b"]),
            ({"b": "Card"}, ref("Kind"), ["b"]),
            ({"c": "Card"}, {"type": "boolean"}, None),
            ({"c": "Card"}, {"type": "string", "format": "uuid"}, None),
        ],
    )
    def test_what_stands_for_one_is_what_its_property_holds(self, mapping, kind, stated):
        pay = choice(ref("Card"), discriminator=DISCRIMINATOR | {"mapping": mapping})
        kinds = {"Kind": {"type": "string", "enum": ["a", "b"]}}
        # What is combined has its properties late.
        card = {"allOf": [ref("Told"), thing(number=TEXT)]}
        shaped = Shaped({"Pay": pay, "Card": card, "Told": thing(kind=kind), "Bank": BANK, **kinds})
        assert shaped.model("Card").field("kind").limits.get("stated") == stated
        assert not shaped.model("Told").field("kind").limits
        assert not shaped.told

    def test_in_place_it_is_the_same_and_each_union_adds_its_values(self):
        first, second = (DISCRIMINATOR | {"mapping": {value: "Card"}} for value in ("a", "b"))
        nullable = choice(ref("Card"), {"type": "null"}, discriminator=second, word="anyOf")
        shaped = Shaped({"A": thing(p=choice(ref("Card"), discriminator=first), q=nullable), **CARDS})
        assert shaped.type_at("A", "p") == shaped.type_at("A", "q") == Reference("Card")
        assert shaped.model("Card").field("kind").limits == {"stated": ["a", "b"]}

    def test_what_is_combined_with_more_holds_it_too(self):
        one = choice(ref("Card"), discriminator=DISCRIMINATOR)
        shaped = Shaped({"A": {"allOf": [thing(id=WHOLE), one]}, "B": thing(id=WHOLE) | one, **CARDS})
        assert shaped.model("B").field("kind").limits == {"stated": ["Card"]}

    def test_who_does_not_declare_it_gets_it(self):
        shaped = Shaped({"Pay": choice(ref("Card"), discriminator=DISCRIMINATOR), "Card": CARD})
        assert shaped.model("Card").field("kind").limits == {"stated": ["Card"]}
        assert shaped.told == {"Pay": "kind tells apart what does not declare it, which gets it as a text"}

    def test_one_that_lists_other_values_is_told(self):
        card = thing(kind={"enum": ["visa"]})
        shaped = Shaped({"Pay": choice(ref("Card"), discriminator=DISCRIMINATOR), "Card": card})
        assert not shaped.model("Card").field("kind").limits
        assert shaped.told == {"Pay": "the discriminator kind is not read: what Card stands for lists others"}

    def test_one_that_is_written_out_has_no_name(self):
        shaped = Shaped({"Pay": choice(thing(kind=TEXT), discriminator=DISCRIMINATOR)})
        assert shaped.told == {"Pay": "`discriminator` is not read"}


class TestCombined:
    def test_what_is_combined_with_a_union_is_part_of_each_member(self):
        shaped = Shaped(
            {"A": {"allOf": [thing(id=WHOLE), choice(ref("Card"), ref("Bank"))]}, "Card": CARD, "Bank": BANK}
        )
        assert shaped.api.aliases["A"].type == Union((Reference("ACard"), Reference("ABank")))
        assert [field.wire for field in shaped.model("ACard").fields] == ["id", "number"]

    def test_so_are_the_properties_beside_it(self):
        shaped = Shaped({"A": thing(id=WHOLE) | choice(CARD, BANK)})
        members = shaped.api.aliases["A"].type.members
        assert [{field.wire for field in shaped.model(one.name).fields} for one in members] == [
            {"id", "number"}, {"id", "iban"}
        ]  # fmt: skip

    def test_what_is_demanded_beside_it_makes_no_other_members(self):
        shaped = Shaped(
            {"A": choice(ref("Card"), ref("Bank"), type="object", required=["x"]), "Card": CARD, "Bank": BANK}
        )
        assert shaped.api.aliases["A"].type == Union((Reference("Card"), Reference("Bank")))

    def test_what_is_required_beside_it_is_asked_of_who_declares_it(self):
        union = choice(thing(a=TEXT, b=TEXT), thing(c=TEXT), ref("Card"), required=["a", "c", "kind"])
        shaped = Shaped({"A": union, "Card": thing(kind=TEXT)})
        members = [shaped.model(one.name) for one in shaped.api.aliases["A"].type.members]
        assert [[field.wire for field in model.fields if field.required] for model in members] == [["a"], ["c"], []]
        assert shaped.told["A"] == "kind: required beside the union, and not in Card"

    def test_too_many_combinations_are_told(self):
        kinds = [thing(**{f"a{number}": TEXT}) for number in range(9)]
        shaped = Shaped({"A": {"allOf": [choice(*kinds), choice(*kinds)]}, "B": thing(a=ref("A"))})
        assert shaped.type_at("B", "a") == Anything()
        assert "a union of more than 64 combinations" in shaped.told["A"]
