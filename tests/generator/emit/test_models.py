"""The models: which fields have two states and which three, and that names and texts are ours."""

import ast
from itertools import pairwise

import pytest

from sdkwright.emit.fields import fields_of
from sdkwright.emit.models import models
from sdkwright.ir import Direction, build
from tests.generator import vendor_sample as sample


@pytest.fixture(scope="module")
def source():
    return models(sample.api())


def given(api):
    """What a caller gives for each field of each model: the name in JSON, the annotation and the default."""
    return {
        model.name: {
            code.field.name: (code.field.wire, code.given.source, code.given_default)
            for code in fields_of(model, api.schemas)
        }
        for model in api.models.values()
    }


@pytest.fixture(scope="module")
def by_class():
    return given(sample.api())


def docs(source, class_name):
    """The text below each field of a class."""
    body = next(node.body for node in ast.parse(source).body if getattr(node, "name", "") == class_name)
    found = {}
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            found[field.target.id] = text.value.value.strip()
    return found


class TestModels:
    def test_a_received_field_is_none_when_it_is_null_or_absent(self, by_class):
        order = by_class["Order"]
        assert order == {
            "id": ("Id", "int | None", "None"),
            "status": ("Status", "OrderStatus | None", "None"),
            "total": ("Total", "Decimal | None", "None"),
            "due_date": ("Duedate", "datetime | None", "None"),
            "items": ("Items", "list[OrderItem] | None", "None"),
            "first": ("First", "OrderItem | None", "None"),
        }

    def test_a_field_that_is_only_sent_has_three_states_and_takes_whole_numbers_for_decimals(self, by_class):
        create = by_class["OrderCreate"]
        assert {name: tuple(said) for name, (_, *said) in create.items()} == {
            "client_id": ("int", None),
            "status": ("OrderStatus | None | UnsetType", "UNSET"),
            "tax": ("Decimal | int | None | UnsetType", "UNSET"),
            "note": ("str | None | UnsetType", "UNSET"),
            "lines": ("list[OrderCreateLine] | None | UnsetType", "UNSET"),
        }
        assert by_class["OrderCreateLine"]["cost"][1] == "Decimal | int | None | UnsetType"

    def test_a_field_that_is_sent_and_received_has_three_states_and_reads_as_none(self):
        properties = {
            "Cost": {"type": "number", "format": "decimal", "nullable": True},
            "Fee": {"type": "number", "format": "decimal"},
            "Id": {"type": "integer"},
            "Names": {"type": "array", "items": {"type": "string"}, "nullable": True},
            "State": {"allOf": [{"$ref": "#/components/schemas/E"}], "nullable": True},
        }
        schemas = {
            "A": {"type": "object", "properties": properties, "required": ["Fee", "Id"]},
            "E": {"type": "string", "enum": ["a"], "x-enum-varnames": ["A"]},
        }
        body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}
        answer = sample.answers({"$ref": "#/components/schemas/A"})
        document = sample.document(
            {"/a": sample.get(operationId="as.put", requestBody=body, responses=answer)}, schemas=schemas
        )
        source = models(build(document))
        assert "cost: NullableAmount = field(name='Cost', default=ABSENT)" in source
        assert "fee: RequiredAmount = field(name='Fee')" in source
        assert "id: int = field(name='Id')" in source
        assert "state: Nullable[OrOrdinal[E]] = field(name='State', default=ABSENT)" in source
        assert given(build(document))["A"] == {
            "cost": ("Cost", "Decimal | int | None | UnsetType", "UNSET"),
            "fee": ("Fee", "Decimal | int", None),
            "id": ("Id", "int", None),
            "names": ("Names", "list[str] | None | UnsetType", "UNSET"),
            "state": ("State", "E | None | UnsetType", "UNSET"),
        }

    def test_enums_have_our_base_our_members_and_the_wire_values(self, source):
        assert "class OrderStatus(OpenEnum):\n" in source
        assert "\n    DRAFT = 'Draft'\n    OVERDUE = 'PastDue'\n" in source
        assert "from .enums import OpenEnum" in source
        assert "StrEnum" not in source

    def test_members_are_those_that_were_asked_for(self):
        members = {"b2b": "B2B", "1st": "VALUE_1ST", "3d": "VALUE_3D", "Net30d": "NET30D", "b2_b": "B2_B", "é\n": "E"}
        schema = {"type": "string", "enum": [*members], "x-enum-varnames": [*members.values()]}
        body = ast.parse(models(sample.api(sample.document(schemas={"Term": schema})))).body[-1].body
        written = {one.targets[0].id: ast.literal_eval(one.value) for one in body if isinstance(one, ast.Assign)}
        assert written == {member: value for value, member in members.items()}

    def test_structs_have_our_base_and_are_keyword_only(self, source):
        assert "from ._json.model import Model" in source
        assert "class Order(Model, kw_only=True):" in source
        assert "from package" not in source

    def test_every_class_says_what_it_is(self, source):
        told = {node.name: ast.get_docstring(node) for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
        assert told["Order"].endswith(
            "`OrderApiModel` in the vendor's document.\n\n"
            "In money, in the currency of the document it belongs to: `total`."
        )
        assert "In money, in the currency of the document it belongs to: `cost`." in told["OrderItem"]
        assert told["OrderStatus"] == "Values in the vendor's order; one that is not listed is kept as it comes."
        assert all(told.values())

    def test_texts_name_the_unit(self, source):
        assert docs(source, "Order") == {
            "status": "Where it stands",
            "total": "Total of the order (money, in the currency of the document it belongs to)",
        }
        assert docs(source, "OrderItem") == {"cost": "Money, in the currency of the document it belongs to"}

    def test_it_is_the_same_again(self, source):
        assert models(sample.api()) == source

    def test_every_schema_has_a_model_and_nothing_else_does(self, source):
        classes = {node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
        assert classes == sample.api().schemas.keys()

    @pytest.mark.parametrize(
        "text", ['"""\nimport os', "\\", "'''", 'ends with "', "{{ x }}", "\\N{DASH}", "tab\tand\x0b"]
    )
    def test_no_text_can_leave_its_docstring(self, text):
        schemas = {
            "A": {"type": "object", "description": text, "properties": {"P": {"type": "string", "description": text}}},
            "E": {"type": "string", "description": text, "enum": [text], "x-enum-varnames": ["X"]},
        }
        tree = ast.parse(models(build(sample.document(schemas=schemas))))
        assert [node.name for node in tree.body if isinstance(node, ast.ClassDef)] == ["A", "E"]
        assert {type(node) for node in tree.body} == {ast.ImportFrom, ast.ClassDef}
        enum = tree.body[-1]
        member = next(node for node in enum.body if isinstance(node, ast.Assign))
        assert ast.literal_eval(member.value) == text

    def test_a_curated_field_name_is_taken(self):
        value = {"type": "string", "x-name": "chosen", "nullable": True}
        api = build(sample.document(schemas={"A": {"type": "object", "properties": {"Wire-Name": value}}}))
        assert "    chosen: str | None = field(name='Wire-Name', default=None)" in models(api)
        assert given(api) == {"A": {"chosen": ("Wire-Name", "str | None", "None")}}


class TestTheRealModels:
    def test_money_is_decimal_and_never_float(self, normalised, package):
        source = (package / "models.py").read_text(encoding="utf-8")
        assert "float" not in source
        found = given(build(normalised.document))
        assert found["Invoice"]["total_amount"][1] == "Decimal | None"
        assert found["InvoiceItemCreate"]["cost"][1] == "Decimal | int"
        assert found["InvoiceItemUpdate"]["cost"][1] == "Decimal | int | None | UnsetType"

    def test_curated_names_are_used(self, inputs, normalised):
        fields = [field for model in build(normalised.document).models.values() for field in model.fields]
        assert inputs.names.properties.items() <= {field.wire: field.name for field in fields}.items()

    def test_members_are_what_the_document_says(self, normalised, package):
        tree = ast.parse((package / "models.py").read_text(encoding="utf-8"))
        enums = {
            node.name: {
                item.targets[0].id: ast.literal_eval(item.value) for item in node.body if isinstance(item, ast.Assign)
            }
            for node in tree.body
            if isinstance(node, ast.ClassDef) and ast.unparse(node.bases[0]) == "OpenEnum"
        }
        assert enums == {
            name: dict(zip(schema["x-enum-varnames"], schema["enum"], strict=True))
            for name, schema in normalised.document["components"]["schemas"].items()
            if "enum" in schema
        }


def test_what_is_also_received_is_not_only_sent():
    assert sample.api().only_sent == {"OrderCreate", "OrderCreateLine"}
    document = sample.normalised().document
    answer = document["paths"]["/api/order/details"]["get"]["responses"]["200"]
    answer["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/OrderCreateLine"
    api = build(document)
    assert api.only_sent == {"OrderCreate"}
    both = {name for name, schema in api.schemas.items() if schema.direction is Direction.BOTH}
    assert both == {"OrderCreateLine", "OrderStatus"}
