"""The models: which fields have two states and which three, and that names and texts are ours."""

import ast
from itertools import pairwise

import pytest

from sdkwright.emit.models import models
from sdkwright.emit.schemas import only_sent, python_name, sent_and_received
from sdkwright.emit.signatures import Field, fields
from sdkwright.errors import GeneratorError
from tests.generator import vendor_sample as sample


@pytest.fixture(scope="module")
def source():
    return models(sample.mended().document)


@pytest.fixture(scope="module")
def by_class(source):
    return {name: {field.name: field for field in found} for name, found in fields(source).items()}


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
        assert {name: (field.wire, field.annotation, field.default) for name, field in order.items()} == {
            "id": ("Id", "int | None", "None"),
            "status": ("Status", "OrderStatus | None", "None"),
            "total": ("Total", "Decimal | None", "None"),
            "due_date": ("Duedate", "datetime | None", "None"),
            "items": ("Items", "list[OrderItem] | None", "None"),
            "first": ("First", "OrderItem | None", "None"),
        }

    def test_a_field_that_is_only_sent_has_three_states_and_takes_whole_numbers_for_decimals(self, by_class):
        create = by_class["OrderCreate"]
        assert {name: (field.annotation, field.default) for name, field in create.items()} == {
            "client_id": ("int", None),
            "status": ("OrderStatus | None | UnsetType", "UNSET"),
            "tax": ("Decimal | int | None | UnsetType", "UNSET"),
            "note": ("str | None | UnsetType", "UNSET"),
            "lines": ("list[OrderCreateLine] | None | UnsetType", "UNSET"),
        }
        assert by_class["OrderCreateLine"]["cost"].annotation == "Decimal | int | None | UnsetType"

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
        document = sample.document({"/a": sample.get(requestBody=body, responses=answer)}, schemas=schemas)
        source = models(document)
        assert "from ._nullable import ABSENT, Nullable, NullableAmount, RequiredAmount\n" in source
        assert "cost: NullableAmount = field(name='Cost', default=ABSENT)" in source
        assert "fee: RequiredAmount = field(name='Fee')" in source
        assert "id: int = field(name='Id')" in source
        assert "state: Nullable[OrOrdinal[E]] = field(name='State', default=ABSENT)" in source
        assert {field.name: (field.annotation, field.default) for field in fields(source)["A"]} == {
            "cost": ("Decimal | int | None | UnsetType", "UNSET"),
            "fee": ("Decimal | int", None),
            "id": ("int", None),
            "names": ("list[str] | None | UnsetType", "UNSET"),
            "state": ("E | None | UnsetType", "UNSET"),
        }

    def test_enums_have_our_base_our_members_and_the_wire_values(self, source):
        assert "class OrderStatus(OpenEnum):\n" in source
        assert "\n    DRAFT = 'Draft'\n    OVERDUE = 'PastDue'\n" in source
        assert "from .enums import OpenEnum" in source
        assert "StrEnum" not in source

    def test_members_are_those_that_were_asked_for(self):
        members = {"b2b": "B2B", "1st": "VALUE_1ST", "3d": "VALUE_3D", "Net30d": "NET30D", "b2_b": "B2_B", "é\n": "E"}
        schema = {"type": "string", "enum": [*members], "x-enum-varnames": [*members.values()]}
        body = ast.parse(models(sample.document(schemas={"Term": schema}))).body[-1].body
        written = {one.targets[0].id: ast.literal_eval(one.value) for one in body if isinstance(one, ast.Assign)}
        assert written == {member: value for value, member in members.items()}

    def test_structs_have_our_base_and_are_keyword_only(self, source):
        assert "from ._struct import Model" in source
        assert "class Order(Model, kw_only=True):" in source
        assert "envoice._json.model" not in source

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
        assert models(sample.mended().document) == source

    def test_every_schema_has_a_model_and_nothing_else_does(self, source):
        assert set(fields(source)) == set(sample.mended().document["components"]["schemas"])

    def test_a_failure_of_the_generator_is_a_sentence(self):
        document = sample.document(schemas={"A": {"allOf": [{"$ref": "#/components/schemas/None"}]}})
        with pytest.raises(GeneratorError, match=r"^datamodel-code-generator failed on the schemas: \w+: .*\.$"):
            models(document)

    @pytest.mark.parametrize(
        "text", ['"""\nimport os', "\\", "'''", 'ends with "', "{{ x }}", "\\N{DASH}", "tab\tand\x0b"]
    )
    def test_no_text_can_leave_its_docstring(self, text):
        schemas = {
            "A": {"type": "object", "description": text, "properties": {"P": {"type": "string", "description": text}}},
            "E": {"type": "string", "description": text, "enum": [text], "x-enum-varnames": ["X"]},
        }
        tree = ast.parse(models(sample.document(schemas=schemas)))
        assert [node.name for node in tree.body if isinstance(node, ast.ClassDef)] == ["A", "E"]
        assert {type(node) for node in tree.body} == {ast.ImportFrom, ast.ClassDef}
        enum = tree.body[-1]
        member = next(node for node in enum.body if isinstance(node, ast.Assign))
        assert ast.literal_eval(member.value) == text

    def test_a_curated_field_name_is_taken(self):
        value = {"type": "string", "x-name": "chosen", "nullable": True}
        found = fields(models(sample.document(schemas={"A": {"type": "object", "properties": {"Wire-Name": value}}})))
        assert found == {"A": [Field("chosen", "Wire-Name", "str | None", "None")]}


class TestTheRealModels:
    def test_money_is_decimal_and_never_float(self, package):
        source = (package / "models.py").read_text(encoding="utf-8")
        assert "float" not in source
        found = {name: {field.name: field for field in listed} for name, listed in fields(source).items()}
        assert found["Invoice"]["total_amount"].annotation == "Decimal | None"
        assert found["InvoiceItemCreate"]["cost"].annotation == "Decimal | int"
        assert found["InvoiceItemUpdate"]["cost"].annotation == "Decimal | int | None | UnsetType"

    def test_curated_names_are_used(self, inputs, package):
        found = fields((package / "models.py").read_text(encoding="utf-8"))
        names = {field.wire: field.name for listed in found.values() for field in listed}
        assert inputs.names.properties.items() <= names.items()

    def test_members_are_what_the_document_says(self, mended, package):
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
            for name, schema in mended.document["components"]["schemas"].items()
            if "enum" in schema
        }


class TestOnlySent:
    def test_what_is_also_received_is_not_only_sent(self):
        assert only_sent(sample.mended().document) == {"OrderCreate", "OrderCreateLine"}
        document = sample.mended().document
        answer = document["paths"]["/api/order/details"]["get"]["responses"]["200"]
        answer["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/OrderCreateLine"
        assert only_sent(document) == {"OrderCreate"}
        assert sent_and_received(document) == {"OrderCreateLine", "OrderStatus"}

    def test_schemas_that_refer_to_themselves_end(self):
        document = sample.mended().document
        document["components"]["schemas"]["OrderCreateLine"]["properties"]["Of"] = {
            "allOf": [{"$ref": "#/components/schemas/OrderCreate"}]
        }
        assert only_sent(document) == {"OrderCreate", "OrderCreateLine"}

    def test_a_python_name_is_curated_or_made(self):
        assert python_name("DueDate", {}) == "due_date"
        assert python_name("DueDate", {"x-name": "due"}) == "due"


def test_fields_reads_every_way_a_field_is_written():
    source = "class A(B):\n    plain: int\n    given: int = 3\n    named: int | None = field(name='N', default=None)\n"
    assert fields(source + "X = 1\nclass E(OpenEnum):\n    A = 'a'\n") == {
        "A": [
            Field("plain", "plain", "int", None),
            Field("given", "given", "int", "3"),
            Field("named", "N", "int | None", "None"),
        ],
        "E": [],
    }
