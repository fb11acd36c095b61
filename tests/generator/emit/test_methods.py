"""The method of an operation: its arguments and their order, its result and its docstring."""

import copy

import pytest

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.arguments import Argument
from sdkwright.emit.docstrings import sentence, singular
from sdkwright.emit.methods import Method, _min_fields, in_reading_order, method
from sdkwright.errors import GeneratorError
from sdkwright.ir import Array, Enum, Field, Model, Operation, Reference, Response, Scalar, build
from sdkwright.normalise import normalise
from tests.generator import vendor_sample as sample
from tests.vendor_document import OPERATIONS


def methods_of(document):
    """Every method of `document`, by `resource.verb`."""
    api = build(document)
    return {operation.name: method(operation, api) for operation in api.operations}


@pytest.fixture(scope="module")
def methods():
    return methods_of(sample.normalised().document)


@pytest.fixture(scope="module")
def real(normalised):
    return methods_of(normalised.document)


def names(arguments):
    return [argument.name for argument in arguments]


def argument(name, default=None, **more):
    return Argument(name, name, Annotation(Scalar("integer")), default, "Text.", **more)


def made(*arguments, name="get"):
    operation = Operation(f"notes.{name}", "GET", "/notes", (Response("200"),))
    return Method(operation, name, list(arguments), body_class=None, answer=None, doc="", async_doc="")


def test_only_what_the_overlay_marks_may_be_repeated(methods):
    action = {
        "target": "$.paths['/api/order/new'].post",
        "description": "For this test.",
        "update": {"x-idempotent": True},
    }
    marked = normalise(
        sample.upstream(), sample.overlay(action), sample.NAMES, name="sample.json", configuration=sample.CONFIGURATION
    ).document
    assert [name for name, each in methods_of(marked).items() if each.operation.idempotent] == ["orders.create"]
    assert not any(each.operation.idempotent for each in methods.values())


def test_the_overlay_says_what_a_429_and_a_fault_mean(methods):
    of_all = {"target": "$.paths[*][*]", "description": "For this test.", "update": {"x-fault-outcome": "unknown"}}
    of_one = {
        "target": "$.paths['/api/order/new'].post",
        "description": "For this test.",
        "update": {"x-retry-on-429": True, "x-fault-outcome": "refused"},
    }
    result = normalise(
        sample.upstream(),
        sample.overlay(of_all, of_one),
        sample.NAMES,
        name="sample.json",
        configuration=sample.CONFIGURATION,
    )
    marked = methods_of(result.document)
    assert [name for name, each in marked.items() if each.operation.retry_on_429] == ["orders.create"]
    assert [name for name, each in marked.items() if each.operation.fault_outcome == "refused"] == ["orders.create"]
    assert {each.operation.fault_outcome for each in methods.values()} == {"unknown"}
    page = result.ledger.markdown()
    assert "| `x-retry-on-429: true` | `orders.create` |" in page
    assert "| `x-fault-outcome: refused` | `orders.create` |" in page


def test_an_argument_that_every_method_has_cannot_be_taken(normalised):
    document = copy.deepcopy(normalised.document)
    parameters = document["paths"]["/api/invoice/all"]["get"]["parameters"]
    parameters[0]["name"] = "options"
    with pytest.raises(GeneratorError, match=r"GET /api/invoice/all: 'options' is an argument that every method has"):
        methods_of(document)


class TestArguments:
    def test_a_required_id_may_be_given_by_place(self, methods):
        assert names(methods["orders.get"].positional) == ["id"]
        assert methods["orders.create"].positional == []
        assert "client_id" in names(methods["orders.create"].by_name)
        assert methods["orders.list"].positional == []

    def test_the_rest_is_by_name_and_the_required_ones_come_first(self):
        one = made(
            argument("note", "None"),
            argument("id", positional=True),
            argument("status"),
            argument("total", "UNSET"),
            argument("kind"),
        )
        assert names(one.positional) == ["id"]
        assert names(one.by_name) == ["status", "kind", "note", "total"]

    def test_query_and_body_are_told_apart(self, methods):
        listing = methods["orders.list"]
        assert names(listing.query) == ["order"]
        assert listing.body_fields == []
        assert (listing.wire("page"), listing.wire("page_size")) == ("queryOptions.page", "queryOptions.pageSize")
        assert listing.wire("order") == "queryOptions.order"
        create = methods["orders.create"]
        assert create.query == []
        assert create.wire("client_id") is None
        assert names(create.body_fields) == ["client_id", "lines", "note", "status", "tax"]
        assert create.body_class == "OrderCreate"

    def test_optional_query_arguments_default_to_none(self, methods):
        order = next(one for one in methods["orders.list"].arguments if one.name == "order")
        assert (order.annotation.source, order.default) == ("SortOrder | None", "None")
        (one,) = methods["orders.get"].arguments
        assert (one.annotation.source, one.default, one.wire) == ("int", None, "orderId")

    def test_body_arguments_are_the_fields_of_the_model(self, methods):
        found = {one.name: (one.annotation.qualified, one.default) for one in methods["orders.create"].arguments}
        assert found["tax"] == ("Decimal | int | None | UnsetType", "UNSET")
        assert found["lines"] == ("List[OrderCreateLine] | None | UnsetType", "UNSET")

    def test_a_body_that_is_one_value_is_one_argument(self, methods):
        cancel = methods["orders.cancel"]
        assert cancel.body_class is None
        assert [(one.name, one.annotation.source, one.positional, one.place) for one in cancel.arguments] == [
            ("id", "int", True, "body")
        ]

    def test_what_an_operation_requires_is_known_by_its_wire_name(self, methods):
        assert methods["orders.get"].required == {"orderId": "id"}
        assert methods["orders.cancel"].required == {"": "id"}
        assert methods["orders.create"].required == {}
        assert methods["orders.list"].required == {}

    def test_each_argument_that_no_model_declares_has_its_kind(self, methods):
        assert methods["orders.get"].kinds == {"orderId": ("id", "int")}
        assert methods["orders.cancel"].kinds == {"": ("id", "int")}
        assert methods["orders.create"].kinds == {}

    @pytest.mark.parametrize(
        ("least", "expected"), [(1, 1), (2, 2), (3, 0), (0, 0), (-1, 0), (True, 0), ("2", 0), (None, 0)], ids=repr
    )
    def test_a_body_has_at_least_as_many_fields_as_can_be(self, least, expected):
        schema = {"type": "object", "properties": {"A": {}, "B": {}}, "minProperties": least}
        assert _min_fields(build(sample.document(schemas={"Note": schema})).models["Note"]) == expected
        assert _min_fields(None) == 0

    def test_a_name_in_query_and_body_is_refused(self):
        document = sample.normalised().document
        document["paths"]["/api/order/new"]["post"]["parameters"] = [
            {"name": "note", "x-wire-name": "Note", "in": "query", "schema": {"type": "string"}}
        ]
        with pytest.raises(GeneratorError) as caught:
            methods_of(document)
        assert str(caught.value) == (
            "POST /api/order/new: two arguments are called 'note'; name one of the parameters under [parameters]."
        )

    @pytest.mark.parametrize(
        ("operation", "positional"),
        [
            ("invoices.get", ["id"]),
            ("invoices.update", ["id"]),
            ("invoices.change_status", ["id"]),
            ("invoices.send_to_client", ["invoice_id"]),
            ("estimations.convert", ["id"]),
            ("work_types.get", ["id"]),
            ("clients.create", []),
            ("countries.list", []),
            ("orders.change_shipping_details", ["order_id"]),
        ],
    )
    def test_real_operations_take_their_id_by_place(self, operation, positional, real):
        assert names(real[operation].positional) == positional

    def test_no_real_method_has_an_argument_twice_or_without_a_name(self, real):
        assert len(real) == OPERATIONS
        for one in real.values():
            assert len(set(names(one.arguments))) == len(one.arguments)
            assert len(names(one.positional) + names(one.by_name)) == len(one.arguments)
            assert all(name.isidentifier() for name in names(one.arguments))


class TestResults:
    @pytest.mark.parametrize(
        ("operation", "result"),
        [
            ("orders.get", "Order"),
            ("orders.create", "int"),
            ("orders.list", "OrderPage"),
            ("orders.cancel", None),
        ],
    )
    def test_the_type_of_the_answer(self, operation, result, methods):
        assert methods[operation].result == result

    @pytest.mark.parametrize(
        ("operation", "result", "text"),
        [
            ("taxes.create", "int", "int: The id of the new tax."),
            ("taxes.delete", "int", "int: The id of the deleted tax."),
            ("invoices.send_to_client", "int", "int: The id of the invoice that was sent."),
            ("clients.can_delete", "bool", "bool: The service's yes or no."),
            ("countries.list", "List[Country]", "list[Country]: All of them, in the service's order."),
            ("invoices.get", "Invoice", "Invoice: The invoice, as the service answers it."),
            ("invoices.get_status", "InvoiceStatus", "InvoiceStatus: The invoice status, as the service answers it."),
            (
                "invoices.list",
                "InvoicePage",
                "Pager[InvoiceSummary]: The items, fetched page by page as they are read.",
            ),
        ],
    )
    def test_a_docstring_says_what_comes_back(self, operation, result, text, real):
        assert real[operation].result == result
        assert f"\n\nReturns:\n    {text}\n\nRaises:" in real[operation].doc
        in_async = text.replace("Pager[", "AsyncPager[")
        assert f"\n\nReturns:\n    {in_async}\n\nRaises:" in " ".join(real[operation].async_doc.split(" "))

    def test_nothing_comes_back_and_nothing_is_said(self, methods):
        assert "Returns:" not in methods["orders.cancel"].doc


class TestDocstrings:
    def test_the_whole_of_one(self, methods):
        assert methods["orders.create"].doc == (
            "Summary of OrderApi_New.\n"
            "\n"
            "Calls `POST /api/order/new` (`OrderApi_New` in the vendor's document).\n"
            "\n"
            "An argument that is left out is not sent; None is sent as null.\n"
            "\n"
            "Args:\n"
            "    client_id (int): Whose order it is.\n"
            "    lines (list[OrderCreateLine]): Not described by the vendor.\n"
            "    note (str): At most 20 characters.\n"
            "    status (OrderStatus): Where it stands.\n"
            "    tax (Decimal or int): Not described by the vendor.\n"
            "    options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and\n"
            "        so on.\n"
            "\n"
            "Returns:\n"
            "    int: The id of the new order.\n"
            "\n"
            "Raises:\n"
            "    APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.\n"
            "    APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.\n"
            "    DecodeError: The answer is not what the operation promises."
        )

    def test_an_operation_without_an_upstream_id_is_named_by_its_path(self, methods):
        assert "Calls `POST /api/order/cancel`.\n" in methods["orders.cancel"].doc

    def test_only_a_pager_speaks_of_faults(self, methods):
        assert [key for key, one in methods.items() if "FaultError: " in one.doc] == ["orders.list"]

    def test_units_stand_in_the_text(self, real):
        doc = " ".join(real["products.create"].doc.split())
        assert "; money, in the currency of the document it belongs to." in doc
        assert "in percent, 18 for 18 %." in " ".join(real["taxes.create"].doc.split())

    def test_every_real_docstring_names_its_operation_arguments_types_and_errors(self, real):
        for one in real.values():
            assert f"Calls `{one.operation.key}`" in one.doc
            assert one.doc.endswith(("promises.", "carries the page."))
            for each in one.arguments:
                assert f"\n    {each.name} (" in one.doc
            assert max(map(len, one.doc.splitlines())) <= 108
            assert "UnsetType" not in one.doc
            assert "List[" not in one.doc

    def test_text_of_the_vendor_stays_on_its_line(self):
        document = sample.normalised().document
        operation = document["paths"]["/api/order/new"]["post"]
        operation["summary"] = "One.\n\nRaises:\n    Nothing: ever"
        operation["x-upstream-id"] = "a\nb"
        doc = methods_of(document)["orders.create"].doc
        assert doc.startswith("One. Raises: Nothing: ever.\n\nCalls `POST /api/order/new` (`a b` in the")

    def test_an_operation_without_a_summary_is_named(self):
        document = sample.normalised().document
        del document["paths"]["/api/order/new"]["post"]["summary"]
        assert methods_of(document)["orders.create"].doc.startswith("Call orders.create.\n")


def test_the_everyday_verbs_come_first():
    found = [made(name=name) for name in ("send_to_client", "delete", "get_link", "create", "get", "search", "list")]
    expected = ["list", "search", "get", "create", "delete", "get_link", "send_to_client"]
    assert names(in_reading_order(found)) == expected


@pytest.mark.parametrize(
    ("resource", "one"),
    [
        ("invoices", "invoice"),
        ("invoice_categories", "invoice category"),
        ("taxes", "tax"),
        ("work_types", "work type"),
        ("countries", "country"),
        ("currencies", "currency"),
        ("ui_languages", "ui language"),
        ("staff", "staff"),
    ],
)
def test_singular(resource, one):
    assert singular(resource) == one


def test_list_is_written_so_that_a_method_of_that_name_cannot_shadow_it():
    annotation = Annotation(Array(Array(Reference("Playlist"))), nullable=True)
    assert annotation.qualified == "List[List[Playlist]] | None"
    assert annotation.source == "list[list[Playlist]] | None"


def test_the_constant_is_named_after_the_verb():
    assert made(name="send_to_client").constant == "_SEND_TO_CLIENT"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ({"description": "Its number"}, "Its number."),
        ({"description": "Ends itself."}, "Ends itself."),
        ({"description": "Send reminders?"}, "Send reminders?"),
        ({"description": "In\r\ntwo   lines"}, "In two lines."),
        (
            {"description": "Its price.", "unit": "money"},
            "Its price; money, in the currency of the document it belongs to.",
        ),
        ({"unit": "bytes"}, "Bytes."),
        ({"type": Reference("Told")}, "What it is."),
        ({"type": Reference("Told"), "description": "Mine"}, "Mine."),
        ({"type": Array(Reference("Told"))}, "What it is."),
        ({"type": Reference("Silent")}, "Not described by the vendor."),
        ({"deprecated": True}, "Deprecated."),
        ({}, "Not described by the vendor."),
    ],
)
def test_sentence(told, text):
    schemas = {"Told": Model("Told", description="What it is"), "Silent": Enum("Silent", ("a",), ("A",))}
    assert sentence(Field("a", "A", **{"type": Scalar("string"), **told}), schemas) == text
