"""Each pass that gives names, on its own: what it changes, its count, and what it refuses."""

import pytest

from sdkwright.normalise.passes.enums import HOISTED, hoist_enums
from sdkwright.normalise.passes.operations import name_operations
from sdkwright.normalise.passes.parameters import plain_parameter_names
from sdkwright.normalise.passes.schemas import name_schemas
from tests.generator import vendor_sample as sample
from tests.generator.vendor_sample import answers, get, proposed, query, refused


class TestNameOperations:
    def test_resource_and_verb_replace_id_and_tags(self):
        document = sample.document({"/a": get(operationId="Api_All", tags=["X", "Y"]), "/b": get()})
        context = sample.context(operations={"GET /a": "things.list", "GET /b": "things.get"})
        assert name_operations(document, context) == 2
        named = document["paths"]["/a"]["get"]
        assert (named["operationId"], named["tags"], named["x-upstream-id"]) == ("things.list", ["things"], "Api_All")
        assert "x-upstream-id" not in document["paths"]["/b"]["get"]
        assert [entry.reason for entry in context.ledger] == ["operationId Api_All", "had no operationId"]

    def test_operations_without_a_name_are_refused_with_a_proposal_for_each(self):
        document = sample.document({"/api/worktype/searchAll": get(), "/api/tax": get(operationId="TaxApi_All")})
        assert refused(name_operations, document) == proposed(
            "operations without a name", "operations",
            '"GET /api/worktype/searchAll" = "worktypes.search_all"  # its path',
            '"GET /api/tax" = "taxes.list"  # operationId TaxApi_All',
        )  # fmt: skip

    def test_operations_of_the_same_name_are_refused_with_another_for_the_later_one(self):
        document = sample.document({"/api/tax/all": get(), "/api/fee/all": get()})
        names = {"GET /api/tax/all": "taxes.list", "GET /api/fee/all": "taxes.list"}
        assert refused(name_operations, document, sample.context(operations=names)) == proposed(
            "operations of the same name (GET /api/tax/all has taxes.list too)", "operations",
            '"GET /api/fee/all" = "fees.list"  # its path',
        )  # fmt: skip


class TestHoistEnums:
    def enum(self, *values, **more):
        return {"type": "string", "enum": list(values), **more}

    def schemas(self, **properties):
        return {"S": {"type": "object", "properties": properties}}

    def test_each_site_becomes_a_reference_to_its_component(self):
        schemas = self.schemas(
            A=self.enum("On", "PastDue", description="text"), B={"type": "array", "items": self.enum("On", "PastDue")}
        )
        document = sample.document({"/a": get(responses=answers(self.enum("Up")))}, schemas=schemas)
        context = sample.context(
            enums={"S.A": "State", "S.B": "State", "GET /a response": "Direction"}, members={"State.On": "ACTIVE"}
        )
        assert hoist_enums(document, context) == 3
        reference = {"$ref": f"#/components/{HOISTED}/State"}
        assert schemas["S"]["properties"] == {
            "A": reference | {"description": "text"},
            "B": {"type": "array", "items": reference},
        }
        assert document["components"][HOISTED] == {
            "Direction": {"type": "string", "enum": ["Up"], "x-enum-varnames": ["UP"]},
            "State": {"type": "string", "enum": ["On", "PastDue"], "x-enum-varnames": ["ACTIVE", "PAST_DUE"]},
        }

    @pytest.mark.parametrize("order", ["AB", "BA"])
    def test_a_site_with_fewer_of_the_same_values_shares_the_enum(self, order):
        sites = {"A": self.enum("X", "Y"), "B": self.enum("X", "Y", "Z")}
        document = sample.document(schemas=self.schemas(**{name: sites[name] for name in order}))
        hoist_enums(document, sample.context(enums={"S.A": "E", "S.B": "E"}))
        assert document["components"][HOISTED]["E"]["enum"] == ["X", "Y", "Z"]

    def test_a_component_that_is_an_enum_gets_its_members(self):
        document = sample.document(schemas={"E": self.enum("aB")})
        assert hoist_enums(document, sample.context()) == 0
        assert document["components"]["schemas"]["E"]["x-enum-varnames"] == ["A_B"]

    def test_sites_without_a_name_are_refused_with_a_proposal_for_each(self):
        document = sample.document(
            {"/api/a": get(parameters=[query("order") | {"schema": self.enum("X")}])},
            schemas={"TaxApiModel": self.schemas(Kind=self.enum("X"))["S"]},
        )
        assert refused(hoist_enums, document) == proposed(
            "inline enums without a name", "enums",
            '"TaxApiModel.Kind" = "TaxKind"  # the enum at TaxApiModel.Kind',
            '"GET /api/a ?order" = "Order"  # the enum at GET /api/a ?order',
        )  # fmt: skip

    def test_sites_of_one_name_with_other_values_are_refused(self):
        document = sample.document(schemas=self.schemas(A=self.enum("X"), B=self.enum("Y")))
        assert refused(hoist_enums, document, sample.context(enums={"S.A": "E", "S.B": "E"})) == (
            "S.A and S.B are both named E but list different values; give one another name."
        )

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            (
                ["a-b", "aB"],
                proposed(
                    "values of the enum E that would be A_B like 'a-b'",
                    "members",
                    """"E.aB" = "A_B_2"  # the value 'aB'""",
                ),
            ),
            (
                ["?"],
                proposed(
                    "values of the enum E that make no member", "members", """"E.?" = "QUESTION"  # the value '?'"""
                ),
            ),
            (["X", "X"], "the enum E lists 'X' twice; take one out with the overlay."),
        ],
    )
    def test_values_that_make_no_members_are_refused(self, values, sentence):
        document = sample.document(schemas=self.schemas(A=self.enum(*values)))
        assert refused(hoist_enums, document, sample.context(enums={"S.A": "E"})) == sentence


class TestPlainParameterNames:
    def test_the_last_part_in_snake_case_and_the_wire_name_beside_it(self):
        parameters = [query("queryOptions.pageSize"), query("id"), query("workTypeId"), query("from")]
        document = sample.document({"/a": get(parameters=parameters)})
        context = sample.context(parameters={"GET /a ?workTypeId": "work"})
        assert plain_parameter_names(document, context) == 3
        assert [(item["name"], item["x-wire-name"]) for item in parameters] == [
            ("page_size", "queryOptions.pageSize"),
            ("id", "id"),
            ("work", "workTypeId"),
            ("from_", "from"),
        ]
        assert [entry.outcome for entry in context.ledger] == ["renamed", "kept", "renamed", "renamed"]

    def test_two_of_the_same_name_are_refused(self):
        document = sample.document({"/a": get(parameters=[query("a.id"), query("b.Id")])})
        assert refused(plain_parameter_names, document) == proposed(
            "parameters that would be id like a.id", "parameters",
            '"GET /a ?b.Id" = "b_id"  # the parameter b.Id',
        )  # fmt: skip

    def test_a_parameter_that_is_there_twice_is_refused(self):
        document = sample.document({"/a": get(parameters=[query("id"), query("id")])})
        assert refused(plain_parameter_names, document) == (
            "GET /a ?id: this parameter is there twice; take one out with the overlay."
        )

    def test_a_name_without_letters_is_refused(self):
        document = sample.document({"/a": get(parameters=[query("$")])})
        assert refused(plain_parameter_names, document) == proposed(
            "parameters that make no argument", "parameters", '"GET /a ?$" = "argument"  # the parameter $'
        )

    @pytest.mark.parametrize(("kind", "name"), [("integer", "id"), ("array", "values"), ("string", "value")])
    def test_a_plain_body_needs_a_name(self, kind, name):
        body = {"content": {"application/json": {"schema": {"type": kind}}}}
        document = sample.document({"/a": get(requestBody=body)})
        assert refused(plain_parameter_names, document) == proposed(
            "bodies of one plain value without a name", "parameters", f'"GET /a body" = "{name}"  # its type'
        )
        plain_parameter_names(document, sample.context(parameters={"GET /a body": "id"}))
        assert document["paths"]["/a"]["get"]["requestBody"]["x-name"] == "id"


class TestNameSchemas:
    def thing(self, **properties):
        return {"type": "object", "properties": properties}

    def test_names_and_every_reference_to_them_change(self):
        reference = {"$ref": "#/components/schemas/A.Model"}
        schemas = {
            "A.Model": self.thing(Next=dict(reference)),
            "B": self.thing(List={"type": "array", "items": reference}),
        }
        enums = {HOISTED: {"Kind": {"type": "string", "enum": ["X"]}}}
        document = sample.document(
            {
                "/a": get(
                    responses=answers(dict(reference)), parameters=[{"schema": {"$ref": "#/components/enums/Kind"}}]
                )
            },
            schemas=schemas,
            **enums,
        )
        assert name_schemas(document, sample.context(schemas={"A.Model": "Thing", "B": "A"})) == 2
        schemas = document["components"]["schemas"]
        assert list(schemas) == ["Kind", "Thing", "A"]
        assert schemas["Thing"]["properties"]["Next"] == {"$ref": "#/components/schemas/Thing"}
        assert schemas["A"]["properties"]["List"]["items"] == {"$ref": "#/components/schemas/Thing"}
        operation = document["paths"]["/a"]["get"]
        assert operation["parameters"] == [{"schema": {"$ref": "#/components/schemas/Kind"}}]
        assert operation["responses"] == answers({"$ref": "#/components/schemas/Thing"})
        assert HOISTED not in document["components"]

    def test_names_may_be_swapped(self):
        schemas = {"A": self.thing(Other={"$ref": "#/components/schemas/B"}), "B": self.thing()}
        document = sample.document(schemas=schemas)
        name_schemas(document, sample.context(schemas={"A": "B", "B": "A"}))
        assert document["components"]["schemas"]["B"]["properties"] == {"Other": {"$ref": "#/components/schemas/A"}}

    def test_a_curated_property_name_is_noted(self):
        document = sample.document(schemas={"A": self.thing(Duedate={"type": "string"}, Id={"type": "integer"})})
        name_schemas(document, sample.context(schemas={"A": "A"}, properties={"Duedate": "due_date", "Id": "id"}))
        properties = document["components"]["schemas"]["A"]["properties"]
        assert properties == {"Duedate": {"type": "string", "x-name": "due_date"}, "Id": {"type": "integer"}}

    def test_schemas_without_a_name_are_refused_with_a_proposal_for_each(self):
        document = sample.document(schemas={name: self.thing() for name in ("TaxApiModel", "List[Tax]", "日本")})
        assert refused(name_schemas, document) == proposed(
            "schemas without a name", "schemas",
            'TaxApiModel = "Tax"  # the schema TaxApiModel',
            '"List[Tax]" = "ListTaxRecord"  # the schema List[Tax]',
            '"日本" = "UnnamedRecord"  # the schema 日本',
        )  # fmt: skip

    def test_two_of_the_same_name_are_refused(self):
        document = sample.document(schemas={"A": self.thing(), "B": self.thing()})
        assert refused(name_schemas, document, sample.context(schemas={"A": "X", "B": "X"})) == proposed(
            "schemas that would be X like A", "schemas", 'B = "X2"  # X is taken'
        )
        document = sample.document(schemas={"A": self.thing()}, **{HOISTED: {"X": {}}})
        assert refused(name_schemas, document, sample.context(schemas={"A": "X"})) == proposed(
            "schemas that would be X like an enum", "schemas", 'A = "X2"  # X is taken'
        )

    @pytest.mark.parametrize("schema", [{"type": "string"}, {"type": "array", "items": {}}, {"$ref": "#/components/x"}])
    def test_a_schema_of_another_shape_is_refused(self, schema):
        document = sample.document(schemas={"A": schema})
        assert refused(name_schemas, document, sample.context(schemas={"A": "A"})) == (
            "the schema 'A' is neither an object, an enum nor a union; refer to its type where it is used."
        )

    @pytest.mark.parametrize(
        ("properties", "sentence"),
        [
            (
                {"a-b": {}, "aB": {}},
                proposed("properties that would be a_b like A.a-b", "properties", 'aB = "a_b_2"  # A.aB'),
            ),
            (
                {"日本": {}},
                proposed("properties that make no field", "properties", '"日本" = "value"  # A.日本'),
            ),
        ],
    )
    def test_properties_that_make_no_fields_are_refused(self, properties, sentence):
        document = sample.document(schemas={"A": self.thing(**properties)})
        assert refused(name_schemas, document, sample.context(schemas={"A": "A"})) == sentence
