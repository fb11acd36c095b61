"""Each pass that gives names, on its own: what it changes, its count, and what it refuses."""

import pytest

from generator.normalise.passes.enums import HOISTED, hoist_enums
from generator.normalise.passes.operations import name_operations
from generator.normalise.passes.parameters import plain_parameter_names
from generator.normalise.passes.schemas import name_schemas
from tests.generator import vendor_sample as sample
from tests.generator.vendor_sample import answers, get, query, refused


class TestNameOperations:
    def test_resource_and_verb_replace_id_and_tags(self):
        document = sample.document({"/a": get(operationId="Api_All", tags=["X", "Y"]), "/b": get()})
        context = sample.context(operations={"GET /a": "things.list", "GET /b": "things.get"})
        assert name_operations(document, context) == 2
        named = document["paths"]["/a"]["get"]
        assert (named["operationId"], named["tags"], named["x-upstream-id"]) == ("things.list", ["things"], "Api_All")
        assert "x-upstream-id" not in document["paths"]["/b"]["get"]
        assert [entry.reason for entry in context.ledger] == ["operationId Api_All", "had no operationId"]

    def test_an_operation_without_a_name_is_refused_with_a_proposal(self):
        document = sample.document({"/api/worktype/searchAll": get(), "/api/tax": get()})
        assert refused(name_operations, document) == (
            "operations without a name: 2; add them under [operations] in spec/names.toml, for example:\n"
            '  "GET /api/worktype/searchAll" = "worktypes.search_all"\n'
            '  "GET /api/tax" = "taxs.list"'
        )


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

    def test_a_site_without_a_name_is_refused_with_a_proposal(self):
        document = sample.document(
            {"/api/a": get(parameters=[query("order") | {"schema": self.enum("X")}])},
            schemas={"TaxApiModel": self.schemas(Kind=self.enum("X"))["S"]},
        )
        assert refused(hoist_enums, document) == (
            "inline enums without a name: 2; add them under [enums] in spec/names.toml, for example:\n"
            '  "TaxApiModel.Kind" = "TaxKind"\n'
            '  "GET /api/a ?order" = "AOrder"'
        )

    def test_sites_of_one_name_with_other_values_are_refused(self):
        document = sample.document(schemas=self.schemas(A=self.enum("X"), B=self.enum("Y")))
        assert refused(hoist_enums, document, sample.context(enums={"S.A": "E", "S.B": "E"})) == (
            "S.A and S.B are both named E but list different values; give one another name."
        )

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            (["a-b", "aB"], "the enum E: 'a-b' and 'aB' would both be A_B; name one under [members]."),
            (["X", "X"], "the enum E: 'X' and 'X' would both be X; name one under [members]."),
            (["?"], "the enum E, value '?': '' cannot be an enum member; name it under [members] in spec/names.toml."),
            ([1], "the enum E has the value '1'; only enums of strings have a model."),
            ([None], "the enum E has the value 'None'; only enums of strings have a model."),
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
        assert refused(plain_parameter_names, document) == (
            "GET /a: 'a.id' and 'b.Id' would both be id; name one under [parameters]."
        )

    def test_a_name_without_letters_is_refused(self):
        document = sample.document({"/a": get(parameters=[query("$")])})
        assert refused(plain_parameter_names, document).startswith("GET /a ?$: '' cannot be a Python name here; ")

    def test_a_plain_body_needs_a_name(self):
        body = {"content": {"application/json": {"schema": {"type": "integer"}}}}
        document = sample.document({"/a": get(requestBody=body)})
        assert refused(plain_parameter_names, document) == (
            "GET /a body is one plain value without a name; name it under [parameters] in spec/names.toml."
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

    def test_schemas_without_a_name_are_refused_with_a_proposal(self):
        document = sample.document(schemas={"TaxApiModel": {}, "List[Tax]": {}, "日本": {}})
        assert refused(name_schemas, document) == (
            "schemas without a name: 3; add them under [schemas] in spec/names.toml, for example:\n"
            '  "TaxApiModel" = "Tax"\n  "List[Tax]" = "ListTax"\n  "\\u65e5\\u672c" = "Unnamed"'
        )

    def test_two_of_the_same_name_are_refused(self):
        document = sample.document(schemas={"A": self.thing(), "B": self.thing()})
        assert refused(name_schemas, document, sample.context(schemas={"A": "X", "B": "X"})) == (
            "B and A would both be X; give one another name in spec/names.toml."
        )
        document = sample.document(schemas={"A": self.thing()}, **{HOISTED: {"X": {}}})
        assert refused(name_schemas, document, sample.context(schemas={"A": "X"})).startswith(
            "A and an enum would both be X;"
        )

    @pytest.mark.parametrize("schema", [{"type": "string"}, {"type": "array", "items": {}}, {"$ref": "#/components/x"}])
    def test_a_schema_of_another_shape_is_refused(self, schema):
        document = sample.document(schemas={"A": schema})
        assert refused(name_schemas, document, sample.context(schemas={"A": "A"})) == (
            "the schema 'A' is neither an object nor an enum; refer to its type where it is used."
        )

    @pytest.mark.parametrize(
        ("properties", "sentence"),
        [
            ({"a-b": {}, "aB": {}}, "A: 'a-b' and 'aB' would both be a_b; name one under [properties]."),
            ({"日本": {}}, "A.日本: '' cannot be a Python name here; name it in snake_case in spec/names.toml."),
            (
                {"In": {"type": "object", "properties": {}}},
                "A.In: an object defined in place; move it to components.schemas with the overlay.",
            ),
        ],
    )
    def test_properties_that_make_no_fields_are_refused(self, properties, sentence):
        document = sample.document(schemas={"A": self.thing(**properties)})
        assert refused(name_schemas, document, sample.context(schemas={"A": "A"})) == sentence
