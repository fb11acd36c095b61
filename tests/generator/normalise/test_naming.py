"""Proposed names: learned from the table, able to stand, put into it without touching anything else."""

import copy
import json
import random
import tomllib
from collections import Counter

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sdkwright.config import Naming
from sdkwright.errors import GeneratorError
from sdkwright.normalise import Names, finish, normalise, prepare
from sdkwright.normalise.identifiers import MAX_NAME
from sdkwright.normalise.naming import Evidence, Proposal, UnnamedError
from sdkwright.normalise.naming.accept import accept
from sdkwright.normalise.naming.complete import complete, with_names
from sdkwright.normalise.naming.enums import propose_enums
from sdkwright.normalise.naming.operations import propose_operations
from sdkwright.normalise.naming.proposal import unique
from sdkwright.normalise.naming.schemas import class_for, field_for, member_for, parameter_for, propose_schemas
from sdkwright.normalise.naming.words import camel, plural, safe_snake, singular
from sdkwright.normalise.sites import enum_sites, operations
from tests import vendor_document
from tests.generator import vendor_sample as sample
from tests.generator.vendor_sample import answers, get, query

TABLES = [field.name for field in attrs.fields(Names)]

OPERATIONS = {
    "GET /api/client/all": "clients.list",
    "POST /api/client/new": "clients.create",
    "GET /api/client/details": "clients.get",
    "GET /api/order/details": "orders.get",
    "GET /api/estimation/details": "estimations.details",
    "GET /api/invoice/pdf": "invoices.get_pdf_link",
    "POST /api/invoice/newcategory": "invoice_categories.create",
    "POST /api/invoice/sendtoclient": "invoices.send_to_client",
    "GET /api/general/countries": "countries.list",
    "GET /api/general/currencies": "currencies.list",
}


def site(method="GET", **operation):
    """A path with one operation of `method`."""
    return {method.lower(): get(**operation)["get"]}


def operations_of(paths, names=None, previous=None):
    """What is proposed for the operations of `paths` that have no name, by their keys."""
    document, names = sample.document(paths), OPERATIONS if names is None else names
    unnamed = [found for found in operations(document) if found.key not in names]
    evidence = Evidence(document, lambda: sample.document(previous or {}))
    return {one.key: one for one in propose_operations(unnamed, names, evidence, sample.CONFIGURATION.names)}


def proposed_operation(key, operation_id=None, **options):
    """What is proposed for one operation."""
    method, path = key.split(" ")
    given_id = {} if operation_id is None else {"operationId": operation_id}
    return operations_of({path: site(method, **given_id)}, **options)[key].value


class TestOperations:
    @pytest.mark.parametrize(
        ("key", "operation_id", "name"),
        [
            ("GET /api/invoice/all", "InvoiceApi_Everything", "invoices.list"),
            ("POST /api/invoice/new", "InvoiceApi_Make", "invoices.create"),
            ("POST /api/invoice/NEW", None, "invoices.create"),
            ("GET /api/invoice/{id}/details", None, "invoices.get"),
        ],
    )
    def test_the_verb_is_the_one_that_the_table_has_for_the_last_step(self, key, operation_id, name):
        assert proposed_operation(key, operation_id) == name

    def test_of_several_verbs_the_table_has_it_is_the_usual_one(self):
        assert Counter(name.partition(".")[2] for key, name in OPERATIONS.items() if key.endswith("/details")) == {
            "get": 2, "details": 1,
        }  # fmt: skip
        assert proposed_operation("GET /api/invoice/details") == "invoices.get"

    @pytest.mark.parametrize(
        ("key", "operation_id", "name"),
        [
            ("POST /api/invoice/sendtoaccountant", "InvoiceApi_SendToAccountant", "invoices.send_to_accountant"),
            ("POST /api/invoice/sendNow", None, "invoices.send_now"),
            ("POST /api/invoice/{id}/lines/sort", None, "invoices.lines_sort"),
            ("POST /api/client/import", "ClientApi_Import", "clients.call_import"),
            ("GET /api/client/list", None, "clients.list"),
        ],
    )
    def test_a_verb_that_the_table_has_not_is_that_of_the_operation_id_or_the_path(self, key, operation_id, name):
        names = {other: value for other, value in OPERATIONS.items() if value != "clients.list"}
        assert proposed_operation(key, operation_id, names=names) == name

    @pytest.mark.parametrize(
        ("method", "verb"),
        [("GET", "list"), ("POST", "create"), ("PUT", "update"), ("PATCH", "update"), ("DELETE", "delete"),
         ("HEAD", "call")],
    )  # fmt: skip
    def test_where_the_path_says_no_more_than_the_area_the_method_says_the_verb(self, method, verb):
        assert proposed_operation(f"{method} /api/fee") == f"fees.{verb}"

    @pytest.mark.parametrize(
        ("operation_id", "name"), [("GeneralApi_DateFormats", "date_formats.list"), (None, "dateformats.list")]
    )
    def test_a_plain_get_in_an_area_of_lists_is_a_list_of_a_resource_of_its_own(self, operation_id, name):
        assert proposed_operation("GET /api/general/dateformats", operation_id) == name
        # Only a GET, and only as long as the area has nothing else.
        assert proposed_operation("POST /api/general/dateformats", operation_id) != name
        mixed = OPERATIONS | {"POST /api/general/feedback": "feedback.send"}
        assert not proposed_operation("GET /api/general/dateformats", operation_id, names=mixed).endswith(".list")

    def test_the_resource_is_the_one_that_the_table_has_most_in_the_area(self):
        assert proposed_operation("POST /api/invoice/send") == "invoices.send"

    @pytest.mark.parametrize(
        ("path", "operation_id", "name"),
        [
            ("/api/worktype/all", "WorkTypeApi_All", "work_types.list"),
            ("/api/worktype/all", None, "worktypes.list"),
            ("/api/tax/all", None, "taxes.list"),
            ("/api/category/all", None, "categories.list"),
            ("/api/news/all", None, "news.list"),
            ("/api/class/all", None, "resource_class.list"),
            ("/api/option/all", None, "resource_options.list"),
            ("/api/~/all", None, "resource.list"),
            ("/other/all", None, "others.list"),
        ],
    )
    def test_a_new_area_is_a_new_resource_in_the_plural(self, path, operation_id, name):
        assert proposed_operation(f"GET {path}", operation_id) == name

    def test_no_two_proposals_and_no_name_of_the_table_are_the_same(self):
        found = operations_of({"/api/fee/a/all": site(), "/api/fee/b/all": site(), "/api/client/b/all": site()})
        assert {key: one.value for key, one in found.items()} == {
            "GET /api/fee/a/all": "fees.list",
            "GET /api/fee/b/all": "fees.list_2",
            "GET /api/client/b/all": "clients.list_2",
        }

    def test_what_has_moved_keeps_its_name_by_its_operation_id(self):
        paths, names = {"/api/v2/client": site("POST", operationId="ClientApi_All")}, {**OPERATIONS}
        previous = {"/api/client/all": site(operationId="ClientApi_All", description="It was a GET.")}
        assert operations_of(paths, names, previous) == {
            "POST /api/v2/client": Proposal(
                "operations", "POST /api/v2/client", "clients.list", "GET /api/client/all before, which is gone"
            )
        }

    def test_what_has_moved_keeps_its_name_by_having_all_but_its_texts_equal(self):
        content = {"parameters": [query("a")], "responses": answers({"type": "integer"})}
        previous = {
            "/api/client/all": site(**content, summary="Before", tags=["A"]),
            "/api/client/new": site("POST", parameters=[query("b")]),
        }
        moved = {"/api/v2/everybody": site(**content, summary="After", tags=["B"], operationId="V2_Everybody")}
        assert operations_of(moved, previous=previous)["GET /api/v2/everybody"].value == "clients.list"
        content["parameters"] = [query("c")]
        other = {"/api/v2/everybody": site(**content)}
        assert operations_of(other, previous=previous)["GET /api/v2/everybody"].value == "v2s.everybody"

    @pytest.mark.parametrize(
        "previous",
        [
            {"/api/client/all": site(), "/api/client/details": site()},
            {"/api/unknown": site()},
            {},
        ],
        ids=["two were like it", "it had no name", "there is no earlier one"],
    )
    def test_what_may_have_moved_or_not_gets_a_name_of_its_own(self, previous):
        assert operations_of({"/api/v2/everybody": site()}, previous=previous)["GET /api/v2/everybody"].value == (
            "v2s.everybody"
        )

    def test_what_is_like_another_but_for_its_method_has_not_moved(self):
        previous = {"/api/client/all": site()}
        found = operations_of({"/api/v2/everybody": site("DELETE")}, previous=previous)
        assert [one.value for one in found.values()] == ["v2s.everybody"]

    def test_a_name_that_two_may_have_had_is_handed_on_to_neither(self):
        previous = {"/api/client/all": site()}
        found = operations_of({"/api/v2/a": site(), "/api/v2/b": site()}, previous=previous)
        assert [one.value for one in found.values()] == ["v2s.a", "v2s.b"]

    def test_an_operation_id_says_more_than_all_the_rest(self):
        previous = {"/api/client/all": site(operationId="ClientApi_All")}
        like, same = site(), site("POST", operationId="ClientApi_All", parameters=[query("a")])
        for paths in ({"/api/v2/a": like, "/api/v2/b": same}, {"/api/v2/b": same, "/api/v2/a": like}):
            found = {key: one.value for key, one in operations_of(paths, previous=previous).items()}
            assert found == {"GET /api/v2/a": "v2s.a", "POST /api/v2/b": "clients.list"}

    def test_a_name_that_another_operation_of_the_document_has_is_not_handed_on(self):
        names = OPERATIONS | {"GET /api/v1/clients": "clients.list"}
        paths = {"/api/v2/everybody": site(operationId="V2Api_Everybody"), "/api/v1/clients": site()}
        previous = {"/api/client/all": site(operationId="V2Api_Everybody")}
        assert operations_of(paths, names, previous)["GET /api/v2/everybody"].value == "v2s.everybody"

    steps = st.text("aZ09._~-", min_size=1, max_size=8) | st.sampled_from(["all", "class", "list", "option", "x" * 300])

    @given(
        st.lists(
            st.tuples(st.lists(steps, min_size=1, max_size=3), st.none() | st.text(max_size=20)),
            min_size=1,
            max_size=6,
            unique_by=lambda item: tuple(item[0]),
        ),
        st.booleans(),
    )
    def test_whatever_the_paths_are_the_names_can_stand(self, found, known):
        paths = {
            f"/api/{'/'.join(steps)}": site(**({} if operation_id is None else {"operationId": operation_id}))
            for steps, operation_id in found
        }
        table = OPERATIONS if known else {}
        names = {key: one.value for key, one in operations_of(paths, table).items()}
        assert len(names) == len(paths.keys() - {key.partition(" ")[2] for key in table})
        Names(operations=names).check("names.toml")
        assert len({*names.values(), *table.values()}) == len(names) + len(set(table.values()))


SCHEMAS = {
    "InvoiceDetailsApiModel": "InvoiceSummary",
    "InvoiceFullDetailsApiModel": "Invoice",
    "PaymentLink": "PaymentLinkRecord",
}


def thing(**kinds):
    """A schema with fields of these kinds."""
    return {"type": "object", "properties": {name: {"type": kind} for name, kind in kinds.items()}}


def schemas_of(schemas, names=None, taken=(), previous=None, upstream=None):
    """What is proposed for the schemas that have no name, by the vendor's names."""
    names = SCHEMAS if names is None else names
    upstream = sample.document(schemas=schemas) if upstream is None else upstream
    evidence = Evidence(upstream, lambda: sample.document(schemas=previous or {}))
    unnamed = [name for name in schemas if name not in names]
    return {one.key: one for one in propose_schemas(unnamed, names, taken, evidence, naming=sample.CONFIGURATION.names)}


class TestSchemas:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("ListResult_InvoiceDetailsApiModel_", "InvoicePage"),
            ("ListResult_PaymentLink_", "PaymentLinkPage"),
            ("ListResult_TaxDetailsApiModel_", "TaxPage"),
            ("InvoiceCreateApiModel", "InvoiceCreate"),
            ("InvoiceCreateItemApiModel", "InvoiceItemCreate"),
            ("InvoiceUpdateAttachmentApiModel", "InvoiceAttachmentUpdate"),
            ("ClientDeleteApiModel", "ClientDelete"),
            ("EstimationChangeStatusApiModel", "EstimationStatusChange"),
            ("ChangeOrderStatusApiModel", "OrderStatusChange"),
            ("TaxDetailsApiModel", "Tax"),
            ("InvoiceUriApiModel", "InvoiceLink"),
            ("PaymentLinkUriApiModel", "PaymentLinkUri"),
            ("InvoiceItemApiModel", "InvoiceItem"),
            ("Client", "ClientRecord"),
            ("List[Tax]", "ListTaxRecord"),
            ("日本", "UnnamedRecord"),
            ("taxApiModel", "Tax"),
            ("2ndTaxApiModel", "NdTax"),
            ("7ApiModel", "Unnamed"),
            ("7Change8ApiModel", "Change8"),
        ],
    )
    def test_the_class_follows_the_ways_of_the_table(self, name, value):
        assert schemas_of({name: {}}) == {name: Proposal("schemas", name, value, f"the schema {name}")}

    def test_what_has_full_details_as_well_is_a_summary_beside_the_whole(self):
        found = schemas_of({"OrderDetailsApiModel": {}, "OrderFullDetailsApiModel": {}})
        assert [one.value for one in found.values()] == ["OrderSummary", "Order"]
        # Whether the whole is new as well, or known.
        found = schemas_of({"OrderDetailsApiModel": {}}, names={"OrderFullDetailsApiModel": "Order"})
        assert [one.value for one in found.values()] == ["OrderSummary"]

    def test_most_classes_of_the_real_table_would_be_proposed(self, inputs):
        table = {
            name: value
            for name, value in inputs.names.schemas.items()
            if name in inputs.upstream["components"]["schemas"]
        }
        same = 0
        for name, value in table.items():
            rest = {other: public for other, public in table.items() if other != name}
            same += class_for(name, rest, table, sample.CONFIGURATION.names) == value
        assert same / len(table) > 0.85

    def test_a_schema_that_the_overlay_adds_keeps_the_name_that_it_has_there(self):
        upstream = sample.document(schemas={"TaxApiModel": {}})
        found = schemas_of({"TaxApiModel": {}, "WebhookActivity": {}, "日本": {}}, upstream=upstream)
        assert [one.value for one in found.values()] == ["Tax", "WebhookActivity", "Unnamed"]

    def test_no_class_is_proposed_that_is_taken(self):
        schemas = {"TaxApiModel": {}, "TaxDetailsApiModel": {}, "ListApiModel": {}, "StatusApiModel": {}}
        found = schemas_of(schemas | {"InvoiceApiModel": {}}, taken=["Status"])
        assert {name: one.value for name, one in found.items()} == {
            "TaxApiModel": "Tax",
            "TaxDetailsApiModel": "Tax2",
            "ListApiModel": "List2",
            "StatusApiModel": "Status2",
            "InvoiceApiModel": "Invoice2",
        }

    def test_a_schema_that_was_renamed_keeps_its_class_by_its_fields(self):
        previous = {"PaymentLink": thing(Id="integer", Uri="string"), "InvoiceDetailsApiModel": thing(Id="integer")}
        found = schemas_of({"CheckoutLink": thing(Uri="string", Id="integer")}, previous=previous)
        assert found == {
            "CheckoutLink": Proposal(
                "schemas", "CheckoutLink", "PaymentLinkRecord", "PaymentLink before, which is gone"
            )
        }

    @pytest.mark.parametrize(
        ("previous", "now"),
        [
            ({"PaymentLink": thing(Id="integer", Uri="string")}, thing(Id="integer", Uri="integer")),
            ({"PaymentLink": thing(Id="integer", Uri="string")}, thing(Id="integer", Url="string")),
            ({"PaymentLink": thing(Id="integer")}, thing(Id="integer")),
            (dict.fromkeys(SCHEMAS, thing(Id="integer", Uri="string")), thing(Id="integer", Uri="string")),
            ({"Unknown": thing(Id="integer", Uri="string")}, thing(Id="integer", Uri="string")),
        ],
        ids=["another kind", "another field", "one field says nothing", "several were like it", "it had no name"],
    )
    def test_a_schema_that_may_have_been_renamed_or_not_gets_a_class_of_its_own(self, previous, now):
        assert schemas_of({"CheckoutLink": now}, previous=previous)["CheckoutLink"].value == "CheckoutLinkRecord"

    def test_a_class_that_two_may_have_had_or_another_schema_has_is_not_handed_on(self):
        fields = thing(Id="integer", Uri="string")
        found = schemas_of({"A": fields, "B": fields}, previous={"PaymentLink": fields})
        assert [one.value for one in found.values()] == ["ARecord", "BRecord"]
        names = SCHEMAS | {"PayLink": "PaymentLinkRecord"}
        found = schemas_of({"A": fields, "PayLink": {}}, names=names, previous={"PaymentLink": fields})
        assert {name: one.value for name, one in found.items()} == {"A": "ARecord"}

    @given(st.lists(st.text(min_size=1, max_size=12) | st.text("aA1_ ", min_size=1).map(lambda text: text + "ApiModel")
                    | st.sampled_from(["A" * 500, "B" * 120 + "ApiModel", "B" * 500 + "ApiModel", "ErrorApiModel"]),
                    unique=True))  # fmt: skip
    def test_whatever_the_schemas_are_called_the_classes_can_stand(self, found):
        for upstream in (None, sample.document(schemas={"Other": {}})):
            names = {
                name: one.value for name, one in schemas_of({key: {} for key in found}, {}, upstream=upstream).items()
            }
            assert list(names) == found
            assert len(set(names.values())) == len(names)
            Names(schemas=names).check("names.toml")


def enum(*values):
    return {"type": "string", "enum": list(values)}


def enums_of(document, enums=None, **tables):
    """The class that is proposed for each inline enum that has none."""
    sites = list(enum_sites(document))
    tables = {"schemas": {}, "operations": {}} | tables
    return {
        one.key: one.value
        for one in propose_enums(
            sites, enums or {}, tables["schemas"], tables["operations"], naming=sample.CONFIGURATION.names
        )
    }


def fields(**properties):
    return {"type": "object", "properties": properties}


class TestEnums:
    @pytest.mark.parametrize(
        ("schema", "table", "wire", "name"),
        [
            ("TaxApiModel", {}, "Kind", "TaxKind"),
            ("TaxApiModel", {"TaxApiModel": "Levy"}, "Kind", "LevyKind"),
            ("InvoiceCreateApiModel", {}, "Status", "InvoiceStatus"),
            ("InvoiceDetailsApiModel", {"InvoiceDetailsApiModel": "InvoiceSummary"}, "Status", "InvoiceStatus"),
            ("Payment", {}, "payment-type", "PaymentType"),
            ("Tax", {}, "日本", "Tax"),
            ("7", {}, "7", "Unnamed"),
        ],
    )
    def test_in_a_property_it_is_named_after_its_owner_and_the_property(self, schema, table, wire, name):
        document = sample.document(schemas={schema: fields(**{wire: enum("X")})})
        assert enums_of(document, schemas=table) == {f"{schema}.{wire}": name}

    @pytest.mark.parametrize(
        ("wire", "name"), [("queryOptions.order", "Order"), ("sort_by", "SortBy"), ("7days", "Days"), ("$", "Choice")]
    )
    def test_in_a_parameter_it_is_named_after_that(self, wire, name):
        document = sample.document({"/a": get(parameters=[query(wire) | {"schema": enum("X")}])})
        assert enums_of(document) == {f"GET /a ?{wire}": name}

    def test_in_an_answer_or_a_body_it_is_named_after_the_operation(self):
        body = {"content": {"application/json": {"schema": enum("Y")}}}
        document = sample.document({"/a": get(responses=answers(enum("X")), requestBody=body), "/b": get()})
        table = {"GET /a": "invoice_categories.get_status"}
        assert enums_of(document, operations=table) == {
            "GET /a body": "InvoiceCategoryStatus",
            "GET /a response": "InvoiceCategoryStatus2",
        }
        # The operation may be one that has no name itself.
        assert set(enums_of(document).values()) == {"AnswerValue", "AnswerValue2"}

    @pytest.mark.parametrize(
        ("wire", "values", "name"),
        [
            ("Status", ["Draft", "Paid"], "InvoiceStatus"),
            ("Status", ["Draft", "Paid", "Void", "Late"], "InvoiceStatus"),
            ("Status", ["Draft"], "InvoiceStatus"),
            ("State", ["Draft", "Paid", "Void"], "InvoiceStatus"),
            ("State", ["Draft", "Paid"], "OrderState"),
            ("Status", ["Paid", "Draft"], "OrderStatus"),
            ("Status", ["Draft", "Sent"], "OrderStatus"),
        ],
        ids=["shorter", "longer", "one value", "under another word", "few under another word", "in another order",
             "others"],
    )  # fmt: skip
    def test_the_same_values_are_the_enum_that_the_table_has(self, wire, values, name):
        schemas = {"Bill": fields(Status=enum("Draft", "Paid", "Void")), "Order": fields(**{wire: enum(*values)})}
        found = enums_of(sample.document(schemas=schemas), {"Bill.Status": "InvoiceStatus"}, schemas={"Order": "Order"})
        assert found == {f"Order.{wire}": name}

    def test_sites_of_the_same_values_share_the_shortest_of_their_names(self):
        schemas = {
            "RecurringOrderApiModel": fields(Status=enum("On", "Off")),
            "OrderApiModel": fields(Status=enum("On", "Off")),
            "OrderCreateApiModel": fields(Status=enum("On")),
        }
        found = enums_of(sample.document(schemas=schemas))
        assert len(found) == 3
        assert set(found.values()) == {"OrderStatus"}

    def test_what_goes_on_in_two_ways_is_two_enums(self):
        schemas = {
            "A": fields(Kind=enum("X", "Y", "Z")),
            "B": fields(Kind=enum("X", "Y", "Z", "B")),
            "C": fields(Kind=enum("X", "Y", "Z", "C")),
        }
        found = enums_of(sample.document(schemas=schemas))
        assert found["A.Kind"] == found["B.Kind"]
        assert found["C.Kind"] != found["A.Kind"]

    def test_no_class_is_proposed_that_is_taken(self):
        schemas = {"A": fields(Kind=enum("X")), "B": fields(Error=enum("Y")), "C": fields(Kind=enum("Z"))}
        table = {"A": "Value", "B": "Value", "C": "Value", "D": "ValueKind"}
        found = enums_of(sample.document(schemas=schemas), {"Gone.Error": "ValueError2"}, schemas=table)
        # `ValueError` is Python's own.
        assert found == {"A.Kind": "ValueKind2", "B.Error": "ValueError3", "C.Kind": "ValueKind3"}


class TestFieldsMembersAndParameters:
    @pytest.mark.parametrize(
        ("wire", "taken", "name"),
        [
            ("日本", (), "value"),
            ("日本", ("value", "value_2"), "value_3"),
            ("aB", ("a_b",), "a_b_2"),
            ("from", ("from_",), "value_from"),
            ("7", ("n7",), "n7_2"),
            ("x" * 300, ("x" * MAX_NAME,), "x" * (MAX_NAME - 2) + "_2"),
        ],
    )
    def test_a_field(self, wire, taken, name):
        assert field_for(wire, taken, "A.b") == Proposal("properties", wire, name, "A.b")
        Names(properties={wire: name}).check("names.toml")

    def test_a_field_of_the_table_that_is_taken_in_one_schema_goes_on_from_it(self):
        assert field_for("aB", ("a_b_2",), "A.aB", curated="a_b_2").value == "a_b_2_2"
        assert field_for("aB", ("from_",), "A.aB", curated="from_").value == "from_2"

    @pytest.mark.parametrize(
        ("value", "taken", "name"),
        [
            ("?", (), "QUESTION"),
            ("?", ("QUESTION",), "QUESTION_2"),
            ("", (), "EMPTY"),
            (" ", (), "BLANK"),
            ("+1", (), "N1"),
            ("-1", (), "MINUS_1"),
            (-7, (), "MINUS_7"),
            (7, (), "N7"),
            (">=", (), "GREATER_EQUALS"),
            ("é", (), "E"),
            ("日本" * 5, (), "VALUE"),
            ("a-b", ("A_B",), "A_B_2"),
            ("class", ("CLASS",), "CLASS_2"),
            ("x" * 300, (), "X" * MAX_NAME),
            ("x" * 300, ("X" * MAX_NAME,), "X" * (MAX_NAME - 2) + "_2"),
        ],
    )
    def test_a_member(self, value, taken, name):
        found = member_for("Kind", value, taken)
        assert (found.table, found.key, found.value) == ("members", f"Kind.{value}", name)
        assert found.origin == f"the value {str(value)[:40]!r}"
        Names(members={found.key: name}).check("names.toml")

    @pytest.mark.parametrize(
        ("wire", "taken", "name"),
        [("$", (), "argument"), ("b.Id", ("id",), "b_id"), ("options", (), "argument_options"), ("a", ("a",), "a_2")],
    )
    def test_an_argument(self, wire, taken, name):
        key = f"GET /a ?{wire}"
        assert parameter_for(key, wire, taken) == Proposal("parameters", key, name, f"the parameter {wire}")
        Names(parameters={key: name}).check("names.toml")


class TestWords:
    @pytest.mark.parametrize(
        ("one", "several"),
        [("tax", "taxes"), ("invoice_category", "invoice_categories"), ("day", "days"), ("client", "clients")],
    )
    def test_plurals_and_back(self, one, several):
        assert plural(one) == several
        assert singular(several) == one.replace("_", " ")

    def test_what_looks_like_a_plural_or_is_nothing_stays(self):
        assert [plural(word) for word in ("news", "status", "")] == ["news", "status", ""]

    @given(st.text())
    def test_a_class_begins_with_a_capital_and_has_nothing_but_letters_and_digits(self, text):
        name = camel(text)
        assert name == "" or (name[0].isupper() and name.isalnum() and name.isascii() and len(name) <= MAX_NAME)

    @given(st.text() | st.sampled_from(["class", "self", "list", "None", "_", "x" * 500]))
    def test_a_name_in_snake_case_can_stand(self, text):
        Names(parameters={"x": safe_snake(text, "argument")}).check("names.toml")

    @given(st.text("ab_", min_size=1, max_size=MAX_NAME), st.sampled_from(["", "_"]))
    def test_a_number_makes_a_name_unique_and_no_longer_than_a_name_may_be(self, name, joint):
        taken = set()
        for _ in range(12):
            taken.add(unique(name, taken, joint=joint))
        assert len(taken) == 12
        assert all(len(one) <= MAX_NAME for one in taken)


HOSTILE = [
    "", " ", '"', "'", "\\", '\\"', '"""', "'''", "]", "[schemas]", "#", "# x", "a = 1", '"\nOther = "Other', "\n",
    "\r", "\r\n", "\t", "\0", "\x0b", "\x0c", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\ufeff",
    "\uffff", "\ud800", "\udfff\ud800", "\U0001f4a9\u200d", "\U0010ffff", "\\u0041", "\\U00000041", "é", "日本", "a.b",
    "a b", "-", "1", "true",
]  # fmt: skip
ANYTHING = st.text(st.characters()) | st.sampled_from(HOSTILE) | st.lists(st.sampled_from(HOSTILE)).map("".join)


def every_hostile(test):
    """Each hostile text as the key, the value and the origin, before those that are made up."""
    for text in [*HOSTILE, "x" * 30_000]:
        test = example(key=text, value=text, origin=text)(test)
    return test


class TestLine:
    @every_hostile
    @given(key=ANYTHING, value=ANYTHING, origin=ANYTHING)
    def test_it_is_one_entry_of_exactly_that_key_and_value(self, key, value, origin):
        line = Proposal("schemas", key, value, origin).line
        assert tomllib.loads(line) == {key: value}
        assert tomllib.loads(f'[schemas]\n"before " = "a"\n{line}\n"after " = "b"\n[enums]\n') == {
            "schemas": {"before ": "a", key: value, "after ": "b"}, "enums": {},
        }  # fmt: skip
        assert len(line.splitlines()) == 1
        shown = "".join(char for char in line if not "\ud800" <= char <= "\udfff")
        assert shown.isprintable()

    def test_it_reads_as_people_write_it(self):
        assert Proposal("schemas", "TaxApiModel", "Tax", "the schema").line == 'TaxApiModel = "Tax"  # the schema'
        line = Proposal("operations", "GET /a", "as.list", "operationId A_b").line
        assert line == '"GET /a" = "as.list"  # operationId A_b'
        assert Proposal("members", "日本", "X", "a\nb").line == '"日本" = "X"  # a\N{REPLACEMENT CHARACTER}b'

    def test_a_long_origin_is_cut(self):
        assert Proposal("schemas", "A", "B", "o" * 5_000).line == f'A = "B"  # {"o" * 120}…'


class TestUnnamedError:
    def test_it_lists_twenty_and_counts_the_rest(self):
        proposals = [Proposal("schemas", f"S{number}", f"C{number}", "o") for number in range(23)]
        error = UnnamedError("schemas without a name", proposals)
        head, *lines = str(error).split("\n  ")
        assert head == sample.proposed("schemas without a name", "schemas").replace(": 0;", ": 23;")
        assert lines == [*(f'S{number} = "C{number}"  # o' for number in range(20)), "and 3 more"]
        assert error.proposals == tuple(proposals)

    @example(key="x" * 30_000, what="schemas", origin="o")
    @given(key=ANYTHING, what=st.sampled_from(["schemas", "x" * 5_000]), origin=ANYTHING)
    def test_whatever_is_without_a_name_it_is_short_and_on_lines_of_its_own(self, key, what, origin):
        said = str(UnnamedError(what, [Proposal("members", key, "VALUE", origin)]))
        assert len(said) < 1_000
        assert said.count("\n") == 1
        assert len(said.splitlines()) == 2


TABLE = """\
# What this is.

# METHOD path = resource.verb
[operations]
"GET /a" = "as.list"   # a remark
"POST /a" = "as.create"

# Classes.
[schemas] # a remark
  A = "A"
B = 'B'
# The end of them.

[members]
"E.[schemas]" = "SCHEMAS"
"""


def put(text, *entries):
    return accept(text, [Proposal(*entry) for entry in entries], name="names.toml")


class TestAccept:
    def test_an_entry_comes_behind_the_last_of_its_table_with_its_origin(self):
        result = put(
            TABLE,
            ("schemas", "C", "C", "the schema C"),
            ("operations", "GET /b", "bs.list", "its path"),
            ("schemas", "D", "D", "the schema D"),
            ("members", "E.?", "VALUE", "the value '?'"),
        )
        expected = (
            TABLE.replace("B = 'B'\n", 'B = \'B\'\nC = "C"  # the schema C\nD = "D"  # the schema D\n')
            .replace('"as.create"\n', '"as.create"\n"GET /b" = "bs.list"  # its path\n')
            .replace('"SCHEMAS"\n', '"SCHEMAS"\n"E.?" = "VALUE"  # the value \'?\'\n')
        )
        assert result == expected

    def test_an_entry_for_what_has_a_name_replaces_its_line(self):
        result = put(TABLE, ("schemas", "A", "Other", "A is taken"), ("operations", "GET /a", "as.all", "its path"))
        assert result == TABLE.replace('  A = "A"\n', 'A = "Other"  # A is taken\n').replace(
            '"GET /a" = "as.list"   # a remark', '"GET /a" = "as.all"  # its path'
        )

    def test_the_same_key_in_another_table_is_another_entry(self):
        result = put(TABLE, ("properties", "A", "a", "o"), ("members", "A", "A", "o"))
        assert tomllib.loads(result) == tomllib.loads(TABLE) | {
            "properties": {"A": "a"}, "members": {"E.[schemas]": "SCHEMAS", "A": "A"},
        }  # fmt: skip
        assert '  A = "A"\n' in result

    @pytest.mark.parametrize(
        ("text", "result"),
        [
            (TABLE, f'{TABLE}\n[enums]\n"A.b" = "E"  # o\n"A.c" = "E"  # o\n'),
            ("# nothing", '# nothing\n\n[enums]\n"A.b" = "E"  # o\n"A.c" = "E"  # o\n'),
            ("# nothing\n\n", '# nothing\n\n[enums]\n"A.b" = "E"  # o\n"A.c" = "E"  # o\n'),
            ("[enums]", '[enums]\n"A.b" = "E"  # o\n"A.c" = "E"  # o\n'),
        ],
    )
    def test_a_table_that_is_not_there_is_made(self, text, result):
        assert put(text, ("enums", "A.b", "E", "o"), ("enums", "A.c", "E", "o")) == result

    @pytest.mark.parametrize("text", [TABLE, "", "[schemas]", "[schemas]\r\n\r\n", "# \x85\u2028\n\n\n"])
    def test_with_nothing_to_put_in_nothing_changes(self, text):
        assert put(text) == text

    @pytest.mark.parametrize(
        "written",
        [str, lambda text: text.replace("\n", "\r\n"), lambda text: text.replace("remark", "r\x85\u2028\u00a0")],
        ids=["plain", "other line ends", "odd characters"],
    )
    def test_every_other_line_is_kept_to_the_byte(self, written):
        result = put(written(TABLE), ("schemas", "C", "C", "o"), ("enums", "A.b", "E", "o"))
        more = TABLE.replace("B = 'B'\n", "B = 'B'\nC = \"C\"  # o\n")
        assert result == written(f'{more}\n[enums]\n"A.b" = "E"  # o\n')

    @pytest.mark.parametrize(
        "text",
        [
            'schemas = {A = "A"}\n',
            '["schemas"]\nA = "A"\n[enums]\n',
            'schemas.A = "A"\n',
            '[schemas]\nA = """\n[enums]\n"""\n',
            '[schemas]\nC = """\nD"""\n',
        ],
        ids=["inline", "a quoted header", "dotted", "a header in a text", "on several lines"],
    )
    def test_what_is_written_in_an_unusual_way_is_refused_and_not_spoilt(self, text):
        tomllib.loads(text)
        with pytest.raises(GeneratorError) as caught:
            put(text, ("schemas", "C", "C", "o"), ("enums", "A.b", "E", "o"))
        assert str(caught.value) == (
            "names.toml: the names cannot be put in by themselves, for it is written in an unusual way; add them by "
            "hand."
        )

    @given(
        st.lists(
            st.builds(Proposal, st.sampled_from(TABLES), ANYTHING | st.sampled_from(["A", "B"]), ANYTHING, ANYTHING),
            unique_by=lambda one: (one.table, one.key),
        )
    )
    def test_whatever_is_put_in_is_there_once_and_all_else_as_it_was(self, proposals):
        result = accept(TABLE, proposals, name="names.toml")
        wanted = tomllib.loads(TABLE)
        for one in proposals:
            wanted.setdefault(one.table, {})[one.key] = one.value
        assert tomllib.loads(result) == wanted
        assert accept(result, proposals, name="names.toml") == result
        replaced = {
            line for key, line in (("A", '  A = "A"'), ("B", "B = 'B'")) if ("schemas", key) in _keys(proposals)
        }
        ours = [one.line for one in proposals]
        ours += [f"[{table}]" for table in wanted.keys() - tomllib.loads(TABLE).keys()]
        lines = [line for line in result.split("\n") if line]
        assert Counter(ours) <= Counter(lines)
        assert [line for line in lines if line not in ours] == [
            line for line in TABLE.split("\n") if line and line not in replaced
        ]


NEUTRAL = Naming()
OTHER = Naming(
    path_prefix="/v1/",
    operation_suffix="Service",
    schema_suffix="Dto",
    page_prefix="PageOf",
    whole_suffix="Full",
    summary_suffix="Short",
    link_suffix="Href",
)


@pytest.mark.parametrize(
    ("naming", "schema", "name"),
    [
        (NEUTRAL, "Pet", "Pet"),
        (NEUTRAL, "PetCreate", "PetCreate"),
        (NEUTRAL, "PetDetailsApiModel", "PetDetailsApiModel"),
        (NEUTRAL, "ListResult_Pet_", "ListResultPetRecord"),
        (OTHER, "Pet", "PetRecord"),
        (OTHER, "PetDto", "Pet"),
        (OTHER, "PetFullDto", "Pet"),
        (OTHER, "PetShortDto", "PetSummary"),
        (OTHER, "DogShortDto", "Dog"),
        (OTHER, "PetHrefDto", "PetLink"),
        (OTHER, "PetLinkHrefDto", "PetLinkHref"),
        (OTHER, "PetUpdateNameDto", "PetNameUpdate"),
        (OTHER, "PetChangeNameDto", "PetNameChange"),
        (OTHER, "PageOfPetShortDto", "PetPage"),
        (OTHER, "PageOf", "PageOfRecord"),
        (OTHER, "Dto", "DtoRecord"),
        (OTHER, "FullDto", "Full"),
    ],
)
def test_what_a_vendors_names_are_made_of_is_declared(naming, schema, name):
    assert class_for(schema, {}, {schema, "PetFullDto"}, naming) == name


@pytest.mark.parametrize(
    ("naming", "path", "operation_id", "name"),
    [
        (OTHER, "/v1/pet", None, "pets.list"),
        (OTHER, "/v1/pet/feed", "PetService_GiveFood", "pets.give_food"),
        (NEUTRAL, "/pet/feed", "Pet_GiveFood", "pets.give_food"),
        (NEUTRAL, "/v1/pet", None, "v1s.pet"),
    ],
)
def test_what_a_vendors_paths_begin_with_is_declared(naming, path, operation_id, name):
    operation = get() | ({"operationId": operation_id} if operation_id else {})
    sites = [*operations(sample.document({path: {"get": operation}}))]
    assert [one.value for one in propose_operations(sites, {}, Evidence(), naming)] == [name]


def _keys(proposals):
    return {(one.table, one.key) for one in proposals}


def thinned(names, seed, share=0.5):
    """The tables without a random share of their entries, and what has been taken out."""
    chance, kept, gone = random.Random(seed), {}, set()
    for table in TABLES:
        entries = getattr(names, table)
        lost = {key for key in entries if chance.random() < share}
        kept[table] = {key: value for key, value in entries.items() if key not in lost}
        gone |= {(table, key) for key in lost}
    return Names(**kept), gone


def needed(gone):
    """Of names that are gone, those of things for which no rule makes another."""
    return {
        (table, key)
        for table, key in gone
        if table in {"operations", "schemas", "enums"} or (table == "parameters" and key.endswith(" body"))
    }


PRINTABLE = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp", "Zs"), exclude_characters='"\\.'), min_size=1, max_size=8
)
ODD = st.sampled_from(["class", "aB", "a_b", "a-b", "a_b_2", "日本", "?", "Id", "id", "7", "x" * 300, "self", "Error"])
TITLES = PRINTABLE | ODD


def objects(enums):
    plain = st.just({"type": "string"}) | st.lists(enums, min_size=1, max_size=4, unique=True).map(
        lambda values: enum(*values)
    )
    # A property whose name begins so is refused for another reason.
    titles = TITLES.filter(lambda title: not title.startswith("-"))
    return st.dictionaries(titles, plain, max_size=5).map(lambda properties: fields(**properties))


class TestComplete:
    @pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
    @pytest.mark.parametrize("seed", range(6))
    def test_of_the_real_document_all_that_has_lost_its_name_gets_one(self, inputs, seed):
        names, gone = thinned(inputs.names, seed)
        normalised, filled = complete(
            inputs.upstream, inputs.overlay, names, name="upstream.json", configuration=sample.CONFIGURATION
        )
        assert _keys(filled) == needed(gone)
        whole = with_names(names, filled)
        whole.check("names.toml")
        again = normalise(
            inputs.upstream, inputs.overlay, whole, name="upstream.json", configuration=sample.CONFIGURATION
        )
        assert again.document == normalised.document
        assert again.ledger.markdown() == normalised.ledger.markdown()
        ids = [site.operation["operationId"] for site in operations(normalised.document)]
        assert len(set(ids)) == len(ids) == vendor_document.OPERATIONS
        assert len(normalised.document["components"]["schemas"]) >= len(whole.schemas)

    def test_of_the_real_document_everything_can_be_named_without_any_table(self, inputs):
        normalised, filled = complete(
            inputs.upstream, inputs.overlay, Names(), name="upstream.json", configuration=sample.CONFIGURATION
        )
        everything = {(table, key) for table in TABLES for key in getattr(inputs.names, table)}
        assert _keys(filled) >= needed(everything)
        with_names(Names(), filled).check("names.toml")
        assert len(list(operations(normalised.document))) == vendor_document.OPERATIONS

    def test_most_of_what_is_proposed_is_what_a_person_has_chosen(self, inputs):
        same = Counter()
        for seed in range(4):
            names, _ = thinned(inputs.names, seed, share=0.1)
            _, filled = complete(
                inputs.upstream, inputs.overlay, names, name="upstream.json", configuration=sample.CONFIGURATION
            )
            same.update(getattr(inputs.names, one.table)[one.key] == one.value for one in filled)
        assert same[True] / same.total() > 0.8

    def test_where_everything_has_a_name_nothing_is_filled_in(self, inputs, normalised):
        found, filled = complete(
            inputs.upstream, inputs.overlay, inputs.names, name="upstream.json", configuration=sample.CONFIGURATION
        )
        assert filled == []
        assert found.document == normalised.document

    def test_the_tables_are_not_changed(self):
        names = Names()
        complete(sample.upstream(), sample.overlay(), names, name="sample.json", configuration=sample.CONFIGURATION)
        assert names == Names()

    def test_what_has_no_name_in_any_table_is_named_in_one_go(self):
        document = sample.upstream()
        order = document["components"]["schemas"]["OrderApiModel"]["properties"]
        order |= {"日本": {"type": "string"}, "a-b": {"type": "string"}, "aB": {"type": "string"}}
        order["Kind"] = enum("?", "a-b", "aB")
        document["paths"]["/api/order/all"]["get"]["parameters"] += [query("$"), query("x.$")]
        _, filled = complete(
            document, sample.overlay(), Names(), name="sample.json", configuration=sample.CONFIGURATION
        )
        found = {(one.table, one.key): one.value for one in filled}
        assert len(found) == len(filled)
        assert {key: value for key, value in found.items() if key[0] in {"parameters", "properties", "members"}} == {
            ("parameters", "POST /api/order/cancel body"): "id",
            ("parameters", "GET /api/order/all ?$"): "argument",
            ("parameters", "GET /api/order/all ?x.$"): "x",
            ("properties", "日本"): "value",
            ("properties", "aB"): "a_b_2",
            ("members", "OrderKind.?"): "QUESTION",
            ("members", "OrderKind.aB"): "A_B_2",
        }

    def test_a_field_that_is_taken_in_one_schema_and_its_way_out_in_another_still_gets_a_name(self):
        document = sample.upstream()
        schemas, text = document["components"]["schemas"], {"type": "string"}
        schemas["OrderApiModel"]["properties"] |= {"a-b": text, "aB": text}
        schemas["OrderItem"]["properties"] |= {"a_b_2": text, "aB": text}
        _, filled = complete(
            copy.deepcopy(document),
            sample.overlay(),
            sample.NAMES,
            name="sample.json",
            configuration=sample.CONFIGURATION,
        )
        assert [(one.key, one.value) for one in filled] == [("aB", "a_b_3")]

    def test_complaints_are_those_of_the_last_turn_alone(self):
        idle = {"target": "$.paths['/gone']", "description": "Gone.", "remove": True}
        complaints = ["before"]
        complete(
            sample.upstream(),
            sample.overlay(idle),
            Names(),
            name="sample.json",
            configuration=sample.CONFIGURATION,
            complaints=complaints,
        )
        assert len(complaints) == 2
        assert complaints[1].startswith("overlay action 5 ($.paths['/gone']) matches nothing; ")
        with pytest.raises(GeneratorError, match="matches nothing"):
            complete(
                sample.upstream(), sample.overlay(idle), Names(), name="sample.json", configuration=sample.CONFIGURATION
            )

    def test_what_is_wrong_with_the_document_itself_is_refused_as_ever(self):
        document = sample.upstream()
        document["paths"] = {}
        with pytest.raises(GeneratorError) as caught:
            complete(document, sample.overlay(), Names(), name="sample.json", configuration=sample.CONFIGURATION)
        said = "sample.json: the document has no `paths` and no `webhooks`, so there is nothing to generate; "
        assert str(caught.value) == f"{said}fetch one that describes operations."

    @pytest.mark.parametrize("count", [3, 150])
    def test_one_walk_names_all_of_a_document_however_large(self, count, monkeypatch):
        rounds, prepared = [], []
        for function, calls in ((finish, rounds), (prepare, prepared)):
            monkeypatch.setattr(
                f"sdkwright.normalise.naming.complete.{function.__name__}",
                lambda *arguments, _function=function, _calls=calls, **options: (
                    _calls.append(1) or _function(*arguments, **options)
                ),
            )
        document, text = sample.upstream(), {"type": "string"}
        schemas, paths = document["components"]["schemas"], document["paths"]
        same = ["a" + "-" * number for number in range(count)]
        none = ["?" * (number + 1) for number in range(count)]
        for place in range(count):
            schemas[f"Thing{'-' * place}"] = {"type": "object", "properties": {same[place]: text, "a": text}}
        schemas["Fields"] = {"type": "object", "properties": dict.fromkeys([*same, *none], text)}
        schemas["Values"] = enum(*same, *none)
        listing = next(item["get"] for item in paths.values() if "get" in item)
        names = [*same, *none][:150]
        listing["parameters"] += [{"name": name, "in": "query", "schema": text} for name in names]
        _, filled = complete(
            document, sample.overlay(), Names(), name="sample.json", configuration=sample.CONFIGURATION
        )
        for table, least in (("members", 2 * count - 1), ("properties", 2 * count - 1), ("parameters", len(names) - 1)):
            assert sum(one.table == table for one in filled) >= least
        assert (len(rounds), len(prepared)) == (1, 1)

    @pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
    @settings(max_examples=60, deadline=None)
    @given(
        schemas=st.dictionaries(TITLES, objects(PRINTABLE | ODD), max_size=4),
        parameters=st.lists(TITLES, max_size=4, unique=True),
        known=st.booleans(),
    )
    def test_whatever_a_document_holds_it_is_named_with_names_that_can_stand(self, schemas, parameters, known):
        document = sample.upstream()
        document["components"]["schemas"] = schemas | document["components"]["schemas"]
        document["paths"]["/api/order/details"]["get"]["parameters"] += [query(name) for name in parameters]
        names = sample.NAMES if known else Names()
        normalised, filled = complete(
            document, sample.overlay(), names, name="sample.json", configuration=sample.CONFIGURATION
        )
        assert len(_keys(filled)) == len(filled)
        whole = with_names(names, filled)
        whole.check("names.toml")
        # As it would be with the table that `name --accept` writes.
        text = accept("".join(f"[{table}]\n" for table in TABLES), filled, name="names.toml")
        given = {table: {**getattr(names, table), **entries} for table, entries in tomllib.loads(text).items()}
        again = normalise(
            document, sample.overlay(), Names(**given), name="sample.json", configuration=sample.CONFIGURATION
        )
        assert json.dumps(again.document) == json.dumps(normalised.document)
