"""Any schema becomes a reference, an array, a map, a plain value, an enum or an object of its own; the rest is told."""

from typing import ClassVar

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.ir import Anything, Array, Map, Object, Reference, Scalar, Union
from sdkwright.normalise import Names, Overlay
from tests.generator.normalise.shapes import TEXT, WHOLE, Shaped, answering, normalised, property_of, ref, thing

STRING, INTEGER, BOOLEAN = Scalar("string"), Scalar("integer"), Scalar("boolean")


class TestTypes:
    @pytest.mark.parametrize(
        ("schema", "type_"),
        [
            ({"properties": {"x": TEXT}}, Reference("AP")),
            ({"items": TEXT}, Array(STRING)),
            ({"additionalProperties": TEXT}, Map(STRING)),
            ({"enum": ["a"]}, Reference("AP")),
            ({"enum": [1, 2]}, Reference("AP")),
            ({"enum": [1.5, 2.5]}, Scalar("number", "decimal")),
            ({"enum": [True, False]}, Scalar("boolean")),
            ({"const": "x"}, Reference("AP")),
            ({}, Anything()),
            ({"type": "object"}, Object()),
            ({"type": "object", "properties": {}}, Object()),
            ({"type": "object", "additionalProperties": True}, Object()),
            ({"type": "object", "additionalProperties": False}, Object()),
            ({"type": "array"}, Array(Anything())),
            ({"type": "array", "items": {"type": "array", "items": WHOLE}}, Array(Array(INTEGER))),
            ({"additionalProperties": {"additionalProperties": {"items": TEXT}}}, Map(Map(Array(STRING)))),
            ({"type": "string", "format": "uuid"}, Scalar("string", "uuid")),
            ({"type": "string", "format": "email"}, STRING),
            ({"type": "string", "enum": ["a"], "format": "date"}, Reference("AP")),
        ],
    )
    def test_a_schema_without_a_type_has_the_one_that_it_means(self, schema, type_):
        assert property_of(schema)[1] == type_

    @pytest.mark.parametrize(
        ("schema", "type_", "told"),
        [
            ({"type": "String"}, STRING, "the type 'String', read as string"),
            ({"type": "datetime"}, Scalar("string", "date-time"), "the type 'datetime', read as string"),
            ({"type": "Foo", "properties": {"a": TEXT}}, Anything(), "the type 'Foo', read as any value"),
            ({"type": 3}, Anything(), "the type '3', read as any value"),
            (
                {"type": "array"},
                Array(Anything()),
                "an array that does not say what is in it, read as one of any values",
            ),
            ({"type": "string", "properties": {"a": TEXT}}, STRING, "`properties` of the type string is not read"),
            ({"type": "object", "items": TEXT}, Object(), "`items` of the type object is not read"),
            ({"items": [TEXT]}, Array(STRING), "a tuple of 1, read as an array of any of its items"),
            ({"type": "string", "minLength": "3"}, STRING, "`minLength: 3` is not read"),
            ({"type": "string", "enum": []}, STRING, "`enum: []` is not read"),
            ({"type": "object", "required": True}, Object(), "`required: True` is not read"),
            (TEXT | {"discriminator": 3}, STRING, "`discriminator` is not read"),
            (TEXT | {"not": {"enum": ["a"]}}, STRING, "`not` is not read"),
        ],
    )
    def test_what_breaks_the_rules_is_read_as_what_it_means_and_told(self, schema, type_, told):
        _, found, said = property_of(schema)
        assert (found, said) == (type_, {"A.p": told})

    @pytest.mark.parametrize("value", [None, "string", 3, [TEXT]])
    def test_what_is_no_schema_is_any_value(self, value):
        _, found, told = property_of(value)
        assert (found, told) == (Anything(), {"A.p": f"{str(value)!r} in the place of a schema, read as any value"})

    def test_what_a_field_says_beside_its_type_is_kept(self):
        node = {"type": "integer", "readOnly": True, "default": 3, "minimum": 1, "nullable": True, "deprecated": True}
        field, _, _ = property_of(node)
        assert (field.read_only, field.default, field.constraints) == (True, "3", ("at least 1",))
        assert (field.nullable, field.deprecated) == (True, True)


class TestEnums:
    @pytest.mark.parametrize(
        ("schema", "kind", "values", "members"),
        [
            ({"type": "integer", "enum": [3, 1, -1]}, "integer", (3, 1, -1), ("N3", "N1", "MINUS_1")),
            ({"type": "string", "enum": ["", "+", "a b"]}, "string", ("", "+", "a b"), ("EMPTY", "PLUS", "A_B")),
            ({"enum": ["a", "b", "a"]}, "string", ("a", "b"), ("A", "B")),
            ({"type": "string", "enum": [1, True]}, "string", ("1", "true"), ("N1", "TRUE")),
            ({"type": "integer", "enum": ["1", 2]}, "integer", (1, 2), ("N1", "N2")),
        ],
    )
    def test_an_enum_has_values_of_one_kind(self, schema, kind, values, members):
        for shaped in (Shaped({"A": thing(p=schema)}), Shaped({"A": thing(p=ref("AP")), "AP": schema})):
            enum = shaped.enum("AP")
            assert (enum.kind, enum.values, enum.members) == (kind, values, members)

    @pytest.mark.parametrize("schema", [{"type": "string", "enum": ["a", None]}, {"enum": ["a", None]}])
    def test_null_among_the_values_makes_it_nullable(self, schema):
        field, type_, told = property_of(schema)
        assert (type_, field.nullable, told) == (Reference("AP"), True, {})

    @pytest.mark.parametrize(
        ("schema", "type_", "told"),
        [
            (
                {"type": "boolean", "enum": [True]},
                Scalar("boolean"),
                "the enum [True] of the type boolean, read as any boolean",
            ),
            (
                {"type": "integer", "enum": [1, "x"]},
                INTEGER,
                "the enum [1, 'x'] of the type integer, read as any integer",
            ),
            ({"enum": [1, ["x"]]}, Anything(), "an enum of values of several kinds, read as any value"),
            (
                {"enum": [True, "x"]},
                Union((BOOLEAN, Reference("AP"))),
                "an enum of values of several kinds, of which any boolean is read",
            ),
            ({"enum": [None]}, Anything(), ""),
            ({"type": "boolean", "enum": [None]}, Scalar("boolean"), ""),
            (
                {"type": "array", "enum": ["a"], "items": TEXT},
                Array(Reference("AP")),
                "an enum of an array, read as one of its items",
            ),
        ],
    )
    def test_what_is_no_enum_of_one_kind_is_its_plain_type(self, schema, type_, told):
        _, found, said = property_of(schema)
        assert (found, said.get("A.p", "")) == (type_, told)

    def test_every_enum_is_in_the_ledger(self):
        ledger = Shaped({"A": thing(p={"enum": [1, ["x"]]})}).normalised.ledger
        assert [(entry.upstream, entry.outcome) for entry in ledger if entry.kind == "enum"] == [("A.p", "dropped")]


class TestObjects:
    def test_an_object_in_its_place_has_a_class_called_by_it(self):
        inner = thing(city=TEXT, geo=thing(lat=TEXT))
        order = thing(
            address=inner,
            lines={"type": "array", "items": thing(sku=TEXT)},
            prices={"type": "object", "additionalProperties": thing(value=TEXT)},
        )
        shaped = Shaped({"Order": order | {"additionalProperties": thing(note=TEXT)}})
        assert {wire: shaped.type_at("Order", wire) for wire in order["properties"]} == {
            "address": Reference("OrderAddress"),
            "lines": Array(Reference("OrderLine")),
            "prices": Map(Reference("OrderPrice")),
        }
        assert shaped.model("Order").extras == Reference("OrderItem")
        assert shaped.type_at("OrderAddress", "geo") == Reference("OrderAddressGeo")
        assert sorted(shaped.api.models) == [
            "Order", "OrderAddress", "OrderAddressGeo", "OrderItem", "OrderLine", "OrderPrice",
        ]  # fmt: skip

    def test_a_body_and_an_answer_are_called_by_their_operation(self):
        body = {"requestBody": {"content": {"application/json": {"schema": thing(name=TEXT)}}}}
        paths = answering(thing(id=WHOLE, owner=thing(name=TEXT)), **body)
        paths["/things"]["get"]["responses"]["404"] = {
            "description": "",
            "content": {"application/json": {"schema": thing(message=TEXT)}},
        }
        shaped = Shaped({}, paths)
        assert sorted(shaped.api.models) == [
            "ListThingsError404", "ListThingsRequest", "ListThingsResponse", "ListThingsResponseOwner",
        ]  # fmt: skip

    def test_alike_answers_of_an_operation_are_one_class_and_those_of_another_are_not(self):
        paths = answering(thing(id=WHOLE), thing(id=WHOLE))
        answer = paths["/things"]["get"]["responses"]["200"]
        answer["content"]["text/json"] = answer["content"]["application/json"]
        paths["/things"]["get"]["responses"]["default"] = answer
        shaped = Shaped({}, paths)
        assert len(shaped.api.models) == 2

    def test_names_toml_names_it_by_its_place(self):
        shaped = Shaped({"Order": thing(address=thing(city=TEXT))}, names=Names(schemas={"Order.address": "Address"}))
        assert shaped.type_at("Order", "address") == Reference("Address")

    def test_a_class_that_is_taken_gets_another_name(self):
        shaped = Shaped({"Order": thing(address=thing(city=TEXT)), "OrderAddress": thing(zip=TEXT)})
        assert shaped.type_at("Order", "address") == Reference("OrderAddress2")

    def test_names_with_dots_are_told_apart(self):
        shaped = Shaped({"A": thing(**{"b.c": thing(x=TEXT), "b": thing(c=thing(y=TEXT))})})
        assert len(shaped.api.models) == 4
        assert {field.wire for model in shaped.api.models.values() for field in model.fields} == {
            "b.c",
            "b",
            "c",
            "x",
            "y",
        }

    def test_what_a_place_says_stays_at_the_place(self):
        node = thing(x=TEXT) | {"nullable": True, "readOnly": True, "description": "Where", "default": {}}
        field, type_, _ = property_of(node)
        assert (type_, field.nullable, field.read_only, field.default) == (Reference("AP"), True, True, "{}")
        assert field.description == "Where"

    def test_a_required_name_without_a_property_is_told(self):
        shaped = Shaped({"A": thing(a=TEXT, b=thing(c=TEXT) | {"required": ["c", "e"]}) | {"required": ["d", "a"]}})
        assert shaped.told == {
            "A": "requires 'd', which is no property; not read",
            "A.b": "requires 'e', which is no property; not read",
        }
        assert [field.wire for field in shaped.model("A").fields if field.required] == ["a"]

    @pytest.mark.parametrize(
        ("value", "extras"),
        [(True, Anything()), ({}, Anything()), (TEXT, STRING), (False, None), (None, None), (ref("B"), Reference("B"))],
    )
    def test_members_beside_the_properties(self, value, extras):
        more = {} if value is None else {"additionalProperties": value}
        assert Shaped({"A": thing(a=TEXT) | more, "B": thing(b=TEXT)}).model("A").extras == extras


class TestAllOf:
    BASE: ClassVar = thing(id=WHOLE, kind=TEXT, status={"enum": ["on", "off"]}, owner=thing(name=TEXT)) | {
        "required": ["id"]
    }

    def test_members_and_what_is_beside_them_are_one_object(self):
        dog = {"allOf": [ref("Base"), thing(bark=TEXT) | {"required": ["kind"]}], "properties": {"age": WHOLE}}
        shaped = Shaped({"Base": self.BASE, "Dog": dog | {"description": "Barks", "required": ["age"]}})
        assert {field.wire: field.required for field in shaped.model("Dog").fields} == {
            "age": True, "bark": False, "id": True, "kind": True, "owner": False, "status": False,
        }  # fmt: skip
        assert shaped.model("Dog").description == "Barks"
        assert shaped.told == {}

    def test_what_is_inherited_is_of_the_same_classes(self):
        shaped = Shaped({"Dog": {"allOf": [ref("Base"), thing(bark=TEXT)]}, "Base": self.BASE})
        for wire in ("owner", "status"):
            assert shaped.type_at("Dog", wire) == shaped.type_at("Base", wire)
        assert sorted(shaped.api.schemas) == ["Base", "BaseOwner", "BaseStatus", "Dog"]

    @pytest.mark.parametrize(
        "schema",
        [
            {"allOf": [ref("Base")]},
            {"allOf": [ref("Base"), {}]},
            {"allOf": [ref("Base"), {"type": "object"}]},
            {"allOf": [{"allOf": [ref("Base")]}], "type": "object"},
            {"allOf": [ref("Base"), {"description": "It"}]},
            ref("Base") | {"type": "object"},
        ],
    )
    def test_one_member_is_the_reference(self, schema):
        field, type_, _ = property_of(schema | {"nullable": True, "description": "It"}, Base=self.BASE)
        assert (type_, field.nullable, field.description) == (Reference("Base"), True, "It")

    def test_who_may_set_a_property_is_said_by_either_part(self):
        links = thing(next=TEXT) | {"readOnly": True}
        schemas = {"Base": thing(links=links), "Dog": {"allOf": [ref("Base"), thing(links=thing(last=TEXT))]}}
        assert Shaped(schemas).model("Dog").field("links").read_only

    def test_the_last_one_holds_where_a_property_is_said_twice(self):
        dog = {"allOf": [ref("Base"), thing(id=TEXT, kind={"type": "boolean"})]}
        shaped = Shaped({"Base": self.BASE, "Dog": dog})
        assert (shaped.type_at("Dog", "id"), shaped.type_at("Dog", "kind")) == (STRING, Scalar("boolean"))
        assert shaped.told == dict.fromkeys(("Dog.id", "Dog.kind"), "said twice in other ways; the last one holds")

    @pytest.mark.parametrize(
        ("old", "new", "values"),
        [(["a", "b"], None, ["a", "b"]), (None, ["a"], ["a"]), (["a", "b"], ["b", "c"], ["b"])],
    )
    def test_the_values_that_both_allow_are_left_of_a_property_that_is_said_twice(self, old, new, values):
        first, second = (TEXT | ({"enum": listed} if listed else {}) for listed in (old, new))
        schemas = {"Base": thing(kind=first), "Dog": {"allOf": [ref("Base"), thing(kind=second | {"nullable": True})]}}
        shaped = Shaped(schemas)
        field = shaped.model("Dog").field("kind")
        assert (shaped.enum(field.type.name).values, field.nullable) == (tuple(values), True)
        assert "said twice" not in "".join(shaped.told.values())

    def test_fields_are_not_lost_where_a_property_is_said_again_as_another_kind(self):
        dog = {"allOf": [ref("Base"), thing(owner=WHOLE | {"description": "Of the dog"})]}
        shaped = Shaped({"Base": self.BASE, "Dog": dog})
        field = shaped.model("Dog").field("owner")
        assert (field.type, field.description) == (Reference("DogOwner"), "Of the dog")
        assert shaped.api.schemas["DogOwner"].type.members == (INTEGER, Reference("BaseOwner"))
        assert shaped.told["Dog.owner"] == "said twice in kinds that exclude each other, read as either"

    def test_a_property_that_is_only_narrowed_stays_what_it_is(self):
        dog = {"allOf": [ref("Base"), thing(id={"description": "Of the dog", "minimum": 1})]}
        shaped = Shaped({"Base": self.BASE, "Dog": dog})
        field = shaped.model("Dog").field("id")
        assert (field.type, field.description, field.constraints) == (INTEGER, "Of the dog", ("at least 1",))
        assert shaped.told == {}

    @pytest.mark.parametrize(
        ("old", "type_"),
        [({"type": "array", "items": TEXT}, Array(Scalar("string"))), (ref("Base"), Reference("Base"))],
    )
    def test_a_property_of_which_more_is_required_stays_what_it_is(self, old, type_):
        dog = {"allOf": [thing(p=old), thing(p={"required": ["kind"], "description": "Of the dog"})]}
        shaped = Shaped({"Base": self.BASE, "Dog": dog})
        assert shaped.type_at("Dog", "p") == type_
        assert shaped.model("Dog").field("p").description == "Of the dog"
        assert shaped.told == {"Dog.p": "kind: required of what declares no properties"}

    def test_an_object_of_which_more_is_required_requires_it(self):
        dog = {"allOf": [thing(p=thing(a=TEXT, b=TEXT) | {"required": ["a"]}), thing(p={"required": ["b"]})]}
        shaped = Shaped({"Dog": dog})
        assert [field.required for field in shaped.model("DogP").fields] == [True, True]
        assert not shaped.told

    def test_what_is_required_says_nothing_of_what_is_no_object(self):
        _, type_, told = property_of({"allOf": [TEXT, {"required": ["a"]}]})
        assert (type_, told) == (Scalar("string"), {})

    def test_an_object_that_allows_no_members_says_so(self):
        field, type_, _ = property_of({"additionalProperties": False})
        assert (type_, field.limits) == (Object(), {"maxProperties": 0})

    @pytest.mark.parametrize("any_value", [{}, True])
    def test_an_object_of_any_members_opens_what_it_is_combined_with(self, any_value):
        record = {"type": "object", "additionalProperties": any_value}
        dog = thing(bark=TEXT) | {"allOf": [record]}
        shaped = Shaped({"Dog": dog, "Puppy": {"allOf": [ref("Dog"), thing(age=WHOLE)]}})
        for name in ("Dog", "Puppy"):
            assert shaped.model(name).extras is not None, name
        assert Shaped({"Dog": thing(bark=TEXT) | {"allOf": [{"type": "object"}]}}).model("Dog").extras is None

    def test_objects_of_one_property_are_combined_too(self):
        one, two = thing(owner=thing(a=TEXT)), thing(owner=thing(b=TEXT))
        shaped = Shaped({"A": {"allOf": [one, two]}})
        assert {field.wire for field in shaped.model("AOwner").fields} == {"a", "b"}

    @pytest.mark.parametrize(
        ("members", "told"),
        [
            ([ref("Base"), TEXT], "`allOf` of the types object, string, read as any value"),
            (
                [ref("Base"), {"oneOf": [TEXT, WHOLE]}],
                "; ".join(
                    f"`allOf` of the types {kinds}, read as any value"
                    for kinds in ("object, string", "integer, object")
                ),
            ),
        ],
    )
    def test_what_cannot_be_one_object_is_any_value(self, members, told):
        _, type_, said = property_of({"allOf": members}, Base=self.BASE)
        assert (type_, said["A.p"]) == (Anything(), told)

    def test_plain_values_are_combined(self):
        field, type_, told = property_of({"allOf": [TEXT, {"maxLength": 3}, {"type": "string", "format": "date"}]})
        assert (type_, field.constraints) == (Scalar("string", "date"), ("at most 3 characters",))
        assert told == {"A.p": "said twice in other ways; the last one holds"}

    def test_what_combines_itself_is_told(self):
        loop = {"A": {"allOf": [ref("B"), thing(a=TEXT)]}, "B": {"allOf": [ref("A"), thing(b=TEXT)]}}
        shaped = Shaped(loop | {"C": thing(a=ref("A"))})
        assert {field.wire for field in shaped.model("A").fields} == {"a", "b"}
        assert "combines itself through A, which is not read there" in shaped.told["B"]

    def test_recursion_through_a_property_is_none_of_that(self):
        shaped = Shaped({"Node": {"allOf": [thing(children={"items": ref("Node")}), thing(name=TEXT)]}})
        assert shaped.type_at("Node", "children") == Array(Reference("Node"))
        assert shaped.told == {}

    def test_more_is_kept_where_one_member_has_more(self):
        shaped = Shaped({"A": {"allOf": [thing(a=TEXT) | {"additionalProperties": True}, thing(b=TEXT)]}})
        assert shaped.model("A").extras == Anything()

    def test_a_chain_that_is_too_long_is_refused_in_one_sentence(self):
        chain = {f"A{number}": {"allOf": [ref(f"A{number + 1}"), thing(x=TEXT)]} for number in range(400)}
        with pytest.raises(GeneratorError, match=r"^the schemas are combined through `allOf` too deeply; write some"):
            Shaped(chain | {"A400": thing(y=TEXT)}, answering(ref("A0")))


class TestUnions:
    A = thing(a=TEXT)

    @pytest.mark.parametrize("word", ["oneOf", "anyOf"])
    @pytest.mark.parametrize(
        ("members", "type_", "nullable"),
        [
            ([ref("B")], Reference("B"), False),
            ([ref("B"), ref("B")], Reference("B"), False),
            ([ref("B"), {"type": "null"}], Reference("B"), True),
            ([ref("B"), {"nullable": True}], Reference("B"), True),
            ([TEXT, {"enum": [None]}], STRING, True),
            ([TEXT, {"type": "object", "enum": [None]}], STRING, True),
            ([{"required": ["x"]}, {"required": ["y"]}], Anything(), False),
            ([thing(x=TEXT)], Reference("AP"), False),
        ],
    )
    def test_a_choice_of_one_is_that_one(self, word, members, type_, nullable):
        field, found, told = property_of({word: members}, B=thing(b=TEXT))
        assert (found, field.nullable) == (type_, nullable)
        assert told == {}

    def test_alternative_requirements_beside_properties_are_no_union(self):
        shaped = Shaped(
            {"A": thing(a=TEXT, b=TEXT) | {"anyOf": [{"required": ["a"]}, {"type": "object", "required": ["b"]}]}}
        )
        assert [field.wire for field in shaped.model("A").fields] == ["a", "b"]

    def test_what_is_inside_a_union_is_in_the_ledger(self):
        ledger = Shaped({"A": thing(p={"oneOf": [thing(k={"enum": ["a"]}), TEXT]})}).normalised.ledger
        assert [(entry.upstream, entry.outcome) for entry in ledger if entry.kind == "enum"] == [
            ("A.p <a>.k", "renamed")
        ]


class TestComponents:
    OTHERS: ClassVar = {
        "Texts": {"type": "array", "items": TEXT | {"nullable": True}},
        "Things": {"type": "array", "items": thing(x=TEXT)},
        "Kinds": {"type": "array", "items": {"enum": ["a"]}},
        "Text": TEXT | {"format": "date", "maxLength": 9, "description": "A day"},
        "Map": {"type": "object", "additionalProperties": ref("Texts")},
        "Free": {"type": "object"},
        "Any": {},
        "Alias": ref("Text"),
        "Twice": ref("Alias"),
        "Wrapped": {"allOf": [ref("Thing")]},
        "Thing": thing(x=TEXT),
    }

    @pytest.mark.parametrize(
        ("name", "type_"),
        [
            ("Texts", Array(STRING, nullable_items=True)),
            ("Things", Array(Reference("ThingsItem"))),
            ("Kinds", Array(Reference("Kind"))),
            ("Text", Scalar("string", "date")),
            ("Map", Map(Array(STRING, nullable_items=True))),
            ("Free", Object()),
            ("Any", Anything()),
            ("Alias", Scalar("string", "date")),
            ("Twice", Scalar("string", "date")),
            ("Wrapped", Reference("Thing")),
        ],
    )
    def test_what_needs_no_class_is_written_out_where_it_is_used(self, name, type_):
        field, found, told = property_of(ref(name), **self.OTHERS)
        assert (found, told) == (type_, {})
        if name in {"Text", "Alias", "Twice"}:
            assert (field.description, field.constraints) == ("A day", ("at most 9 characters",))

    def test_it_is_in_the_ledger(self):
        ledger = Shaped({"A": thing(p=ref("Texts"))} | self.OTHERS).normalised.ledger
        found = {entry.upstream: entry.reason for entry in ledger if entry.kind == "schema"}
        assert (found["Texts"], found["Map"]) == (
            "an array; written out where it is used",
            "a map; written out where it is used",
        )
        assert found["Alias"] == "another name for Text; written out where it is used"

    def test_an_answer_is_written_out_too(self):
        shaped = Shaped(dict(self.OTHERS), answering(ref("Map"), ref("Things")))
        assert (shaped.answer(), shaped.answer("/things1")) == (
            Map(Array(STRING, nullable_items=True)), Array(Reference("ThingsItem")),
        )  # fmt: skip

    @pytest.mark.parametrize(
        "loop",
        [
            {"B": {"items": ref("B")}},
            {"B": {"additionalProperties": {"items": ref("B")}}},
            {"B": {"items": ref("C")}, "C": {"items": ref("B")}},
            {"B": ref("C"), "C": ref("B")},
            {"B": ref("B")},
        ],
    )
    def test_what_holds_itself_without_an_object_between_is_cut(self, loop):
        _, _, told = property_of(ref("B"), **loop)
        assert any("holds itself without an object between" in said for said in told.values())

    def test_what_holds_itself_within_objects_is_not(self):
        shaped = Shaped({"A": thing(p=ref("B")), "B": {"items": ref("A")}})
        assert (shaped.type_at("A", "p"), shaped.told) == (Array(Reference("A")), {})

    def test_a_chain_that_is_too_long_is_refused_in_one_sentence(self):
        chain = {f"A{number}": {"items": ref(f"A{number + 1}")} for number in range(60)} | {"A60": TEXT}
        with pytest.raises(GeneratorError, match=r"^the schema 'A50' is one of more than 50 that hold each other"):
            Shaped(chain, answering(ref("A0")))

    def test_what_would_grow_without_end_is_refused_in_one_sentence(self):
        large = {"type": "array", "items": {"enum": [f"v{number}" for number in range(900)]}}
        users = {f"A{number}": thing(**{f"p{place}": ref("B") for place in range(40)}) for number in range(30)}
        with pytest.raises(GeneratorError, match=r"^the schemas, written out where they are used, have more"):
            Shaped(users | {"B": large}, answering(ref("A0")))


class TestReferences:
    def test_a_broken_one_in_what_is_used_is_any_value(self):
        _, type_, told = property_of({"items": ref("Gone")})
        assert type_ == Array(Anything())
        assert told == {"A.p": "refers to #/components/schemas/Gone, which is no schema of the document; any value"}

    @pytest.mark.parametrize(
        "target", ["other.yaml#/A", "#/components/responses/A", "#/definitions/A", "https://a.example/b"]
    )
    def test_one_that_leads_elsewhere_is_any_value(self, target):
        _, type_, told = property_of({"$ref": target})
        assert (type_, list(told)) == (Anything(), ["A.p"])

    def test_a_broken_one_in_what_is_unused_drops_it_and_its_users(self):
        broken = {"B": thing(b=ref("Gone")), "C": thing(c=ref("B")), "D": thing(d=TEXT)}
        shaped = Shaped({"A": thing(a=TEXT)} | broken, answering(ref("A")))
        assert sorted(shaped.api.models) == ["A", "D"]
        assert {entry.upstream for entry in shaped.normalised.ledger if entry.outcome == "dropped"} == {"B", "C"}

    def test_one_in_the_spelling_of_urls_is_followed(self):
        shaped = Shaped({"A": thing(p={"$ref": "#/components/schemas/My%20Thing"}), "My Thing": thing(x=TEXT)})
        assert shaped.type_at("A", "p") == Reference("MyThing")

    def test_one_of_an_operation_itself_is_refused(self):
        paths = answering(TEXT)
        paths["/things"]["get"]["responses"]["404"] = {"$ref": "#/components/responses/Gone"}
        with pytest.raises(GeneratorError, match=r"~1things/get/responses/404: \$ref to '#/components/resp"):
            Shaped({}, paths)

    def test_an_enum_beside_one_is_in_the_ledger(self):
        shaped = Shaped({"A": thing(p=ref("B") | {"enum": ["a"]}), "B": {"enum": ["a", "b"]}})
        assert shaped.type_at("A", "p") == Reference("B")
        assert [entry.outcome for entry in shaped.normalised.ledger if entry.upstream == "A.p"] == ["dropped"]


@pytest.mark.parametrize(
    ("update", "said"),
    [
        ({"properties": {"p": {"minLength": "3"}}}, "A.p: `minLength: 3` is not read"),
    ],
)
def test_what_the_overlay_breaks_is_refused(update, said):
    action = {"target": "$.components.schemas.A", "description": "Ours.", "update": update}
    overlay = Overlay.parse(
        {"overlay": "1.0.0", "info": {"title": "o", "version": "1"}, "actions": [action]}, name="overlay.yaml"
    )
    with pytest.raises(GeneratorError) as caught:
        normalised({"A": {}}, overlay=overlay)
    assert (
        str(caught.value).removeprefix("spec/overlay.yaml: ") == f"{said}; the overlay brings it, so correct it there."
    )
