"""Models, fields and enums: each fact of a normalised schema has its place, and the rest is kept as text."""

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.ir import (
    Anything,
    Array,
    Deprecation,
    Direction,
    Enum,
    Field,
    Map,
    Model,
    Object,
    Reference,
    Scalar,
    Union,
    build,
    references,
)
from tests.generator import vendor_sample as sample

TEXT = {"type": "string"}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def schemas(**nodes):
    return build(sample.document(schemas=nodes)).schemas


def field(node, **more):
    """The one field of a model, made of a property."""
    return schemas(Note={"type": "object", "properties": {"Text": node}, **more}, Kind=KIND).get("Note").fields[0]


KIND = {"type": "string", "enum": ["a", "b"], "x-enum-varnames": ["A", "B"]}


class TestTypes:
    @pytest.mark.parametrize(
        ("node", "type_"),
        [
            (TEXT, Scalar("string")),
            ({"type": "string", "format": "date-time"}, Scalar("string", "date-time")),
            ({"type": "integer", "format": "int64"}, Scalar("integer", "int64")),
            ({"type": "number", "format": "decimal"}, Scalar("number", "decimal")),
            ({"type": "boolean"}, Scalar("boolean")),
            ({"type": "array", "items": TEXT}, Array(Scalar("string"))),
            ({"type": "array", "items": TEXT | {"nullable": True}}, Array(Scalar("string"), nullable_items=True)),
            ({"type": "array", "items": {"type": "array", "items": {}}}, Array(Array(Anything()))),
            ({"oneOf": [TEXT, ref("Kind"), TEXT]}, Union((Scalar("string"), Reference("Kind")))),
            ({"oneOf": [TEXT, TEXT]}, Scalar("string")),
            (ref("Kind"), Reference("Kind")),
            ({"allOf": [ref("Kind")], "nullable": True}, Reference("Kind")),
            ({"type": "object"}, Object()),
            ({"type": "object", "additionalProperties": True}, Object()),
            ({"type": "object", "additionalProperties": TEXT}, Map(Scalar("string"))),
            (
                {
                    "type": "object",
                    "additionalProperties": {"type": "array", "items": ref("Kind")} | {"nullable": True},
                },
                Map(Array(Reference("Kind")), nullable_values=True),
            ),
            ({}, Anything()),
            ({"description": "What it is"}, Anything()),
        ],
    )
    def test_a_schema_has_a_type(self, node, type_):
        assert field(node).type == type_

    @pytest.mark.parametrize(
        ("node", "sentence"),
        [
            (ref("Nowhere"), "Note.Text: the schema 'Nowhere' is not in the document; normalise it again."),
            (
                {"type": "object", "properties": {"A": TEXT}},
                "Note.Text: an object defined in place; move it to components.schemas with the overlay.",
            ),
            (
                {"properties": {}},
                "Note.Text: an object defined in place; move it to components.schemas with the overlay.",
            ),
            ({"anyOf": []}, "Note.Text: no type can be made of a schema of type None; normalise it first."),
            ({"oneOf": [TEXT, {}]}, "Note.Text: a union in a union, or one of any value; normalise it first."),
            (
                {"oneOf": [TEXT, {"oneOf": [TEXT, ref("Kind")]}]},
                "Note.Text: a union in a union, or one of any value; normalise it first.",
            ),
            ({"allOf": [{}, {}]}, "Note.Text: no type can be made of a schema of type None; normalise it first."),
            ({"type": "file"}, "Note.Text: no type can be made of a schema of type 'file'; normalise it first."),
            (
                {"type": "array", "items": ref("Gone")},
                "Note.Text: the schema 'Gone' is not in the document; normalise it again.",
            ),
        ],
    )
    def test_what_normalisation_does_not_leave_is_refused(self, node, sentence):
        with pytest.raises(GeneratorError) as caught:
            field(node)
        assert str(caught.value) == sentence

    def test_a_type_names_what_is_inside_its_arrays(self):
        assert list(references(Array(Array(Reference("Kind"))))) == ["Kind"]
        assert list(references(Array(Scalar("string")))) == []


class TestFields:
    def test_a_plain_property(self):
        assert field(TEXT) == Field("text", "Text", Scalar("string"))

    def test_everything_that_is_said_of_a_property(self):
        node = TEXT | {
            "x-name": "words",
            "nullable": True,
            "description": "What it\nsays",
            "x-unit": "bytes",
            "deprecated": True,
            "x-deprecation": {"until": "1.2.0", "use": "Note.other"},
            "x-was-required": True,
        }
        assert field(node) == Field(
            name="words",
            wire="Text",
            type=Scalar("string"),
            nullable=True,
            description="What it\nsays",
            unit="bytes",
            deprecated=True,
            deprecation=Deprecation("1.2.0", "Note.other"),
            was_required=True,
        )

    def test_an_old_name_leads_to_the_field_that_it_is_of(self):
        properties = {"Text": TEXT, "-words": TEXT | {"x-name": "words", "x-alias-of": "Text"}}
        model = schemas(Note={"type": "object", "properties": properties})["Note"]
        assert [(one.name, one.alias_of) for one in model.fields] == [("text", None), ("words", "Text")]
        assert model.field("Text") is model.fields[0]
        with pytest.raises(KeyError, match="words"):
            model.field("words")

    def test_it_must_be_there_where_the_schema_requires_it(self):
        assert field(TEXT, required=["Text", "Ghost"]).required
        assert not field(TEXT, required=["Ghost"]).required

    def test_a_named_schema_that_may_be_null_makes_each_of_its_places_so(self):
        nodes = {
            "Note": {
                "type": "object",
                "properties": {"One": {"allOf": [ref("Kind")]}, "Many": {"type": "array", "items": ref("Kind")}},
            },
            "Kind": KIND | {"nullable": True},
        }
        one, many = schemas(**nodes)["Note"].fields
        assert one.nullable
        assert (many.nullable, many.type) == (False, Array(Reference("Kind"), nullable_items=True))

    def test_other_keywords_are_kept_as_text(self):
        assert field(TEXT | {"x-note": True, "xml": 3}).others == {"x-note": "True", "xml": "3"}


class TestModels:
    def test_a_model(self):
        note = {
            "type": "object",
            "description": "A note",
            "x-upstream-id": "NoteApi",
            "minProperties": 2,
            "properties": {"Text": TEXT, "Kinds": {"type": "array", "items": ref("Kind")}},
            "readOnly": True,
        }
        model = schemas(Note=note, Kind=KIND)["Note"]
        assert model == Model(
            name="Note",
            fields=(Field("text", "Text", Scalar("string")), Field("kinds", "Kinds", Array(Reference("Kind")))),
            description="A note",
            upstream_id="NoteApi",
            min_properties=2,
            others={"readOnly": "True"},
        )
        assert list(model.references) == ["Kind"]

    @pytest.mark.parametrize("least", [0, -1, "2", 2.0, True, None, [2]])
    def test_a_least_number_that_is_none_counts_as_nothing(self, least):
        assert schemas(Note={"type": "object", "minProperties": least})["Note"].min_properties == 0

    @pytest.mark.parametrize("node", [TEXT, {"type": "array", "items": TEXT}, {"type": "object"} | ref("Kind")])
    def test_a_named_schema_that_is_neither_is_refused(self, node):
        with pytest.raises(
            GeneratorError, match=r"^the schema 'Note' is neither an object, an enum nor a union; normalise it"
        ):
            schemas(Note=node, Kind=KIND)


class TestExtras:
    @pytest.mark.parametrize(
        ("value", "extras", "nullable"),
        [
            (True, Anything(), False),
            ({}, Anything(), False),
            (ref("Kind"), Reference("Kind"), False),
            (TEXT | {"nullable": True}, Scalar("string"), True),
            (False, None, False),
            (None, None, False),
        ],
    )
    def test_an_object_may_have_members_beside_its_fields(self, value, extras, nullable):
        node = {"type": "object", "properties": {"Text": TEXT}, "additionalProperties": value}
        model = schemas(Note=node, Kind=KIND)["Note"]
        assert (model.extras, model.nullable_extras, model.others) == (extras, nullable, {})
        assert list(model.references) == (["Kind"] if extras == Reference("Kind") else [])


class TestSaid:
    def test_a_field_knows_who_sets_it_and_what_stands_for_it(self):
        node = TEXT | {"readOnly": True, "writeOnly": True, "default": "a", "maxLength": 1}
        found = field(node)
        assert (found.read_only, found.write_only, found.default, found.others) == (True, True, '"a"', {})
        assert found.constraints == ("at most 1 character",)

    @pytest.mark.parametrize(
        ("node", "said"),
        [
            ({"minimum": 1, "maximum": 2.5}, ("at least 1", "at most 2.5")),
            (
                {"minimum": 0, "exclusiveMinimum": True, "maximum": 9, "exclusiveMaximum": True},
                ("more than 0", "less than 9"),
            ),
            ({"multipleOf": 5}, ("a multiple of 5",)),
            ({"minLength": 0, "maxLength": 0}, ("at most 0 characters",)),
            (
                {"minItems": 1, "maxItems": 1000, "uniqueItems": True},
                ("at least 1 item", "at most 1,000 items", "no item twice"),
            ),
            ({"minProperties": 2}, ("at least 2 members",)),
            ({"pattern": "^a$"}, ("as in the pattern ^a$",)),
            ({"pattern": "\u202e"}, ("as in the pattern \ufffd",)),
            ({"pattern": "a" * 81}, ()),
            ({"minimum": True, "maximum": "1", "minLength": 1.5, "uniqueItems": 1, "pattern": 3}, ()),
        ],
    )
    def test_a_constraint_is_said_in_words(self, node, said):
        assert field(TEXT | node).constraints == said


class TestEnums:
    def test_an_enum_of_integers(self):
        enum = schemas(Kind={"type": "integer", "enum": [3, 1], "x-enum-varnames": ["THREE", "ONE"]})["Kind"]
        assert (enum.kind, enum.values, enum.members) == ("integer", (3, 1), ("THREE", "ONE"))

    def test_an_enum(self):
        node = KIND | {"description": "Kinds", "x-upstream-id": "KindApi", "x-enum-ordinals": [4, 2], "nullable": False}
        enum = schemas(Kind=node)["Kind"]
        assert enum == Enum(
            "Kind", ("a", "b"), ("A", "B"), (4, 2), "Kinds", "KindApi", Direction.NONE, {"nullable": "False"}
        )
        assert enum.numbers == (4, 2)
        assert list(enum.references) == []

    def test_its_places_are_its_numbers_where_none_are_stated(self):
        enum = schemas(Kind=KIND)["Kind"]
        assert (enum.ordinals, enum.numbers) == ((), (0, 1))


def test_a_schema_knows_which_bodies_carry_it():
    def body(name):
        return {"content": {"application/json": {"schema": ref(name)}}}

    def note(**properties):
        return {"type": "object", "properties": properties}

    responses = {"200": {"description": "", **body("Read")}, "404": {"description": "", **body("Problem")}}
    nodes = {
        "Sent": note(Both=ref("Both")),
        "Read": note(Both=ref("Both"), Self=ref("Read")),
        "Both": note(),
        "Problem": note(),
        "Kind": KIND,
        "Unused": note(),
    }
    query = sample.query("kind") | {"schema": ref("Kind")}
    operation = sample.get(operationId="notes.put", requestBody=body("Sent"), responses=responses, parameters=[query])
    api = build(sample.document({"/notes": operation}, schemas=nodes))
    assert {name: schema.direction.name for name, schema in api.schemas.items()} == {
        "Sent": "SENT",
        "Read": "RECEIVED",
        "Both": "BOTH",
        "Problem": "RECEIVED",
        "Kind": "NONE",
        "Unused": "NONE",
    }
    assert api.only_sent == {"Sent"}
    assert (set(api.enums), set(api.models)) == ({"Kind"}, nodes.keys() - {"Kind"})
    assert api.reachable(["Read"]) == {"Read", "Both"}
