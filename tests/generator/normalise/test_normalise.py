"""The whole normalisation: pure, stable, and what it makes of the project's own document."""

import copy
import importlib
import re
from collections import Counter

import attrs
import jsonpath_rfc9535
import pytest

from sdkwright import documents
from sdkwright.config import Normalisation
from sdkwright.errors import GeneratorError
from sdkwright.normalise import normalise
from sdkwright.normalise.passes import PASSES, Pass
from sdkwright.normalise.sites import enum_sites, operations, schema_sites
from tests.generator import vendor_sample as sample
from tests.vendor_document import OPERATIONS

ENVELOPES = {
    "estimations.list": {"items": "EstimationSummary", "page": "page", "page_size": "page_size"},
    "invoice_categories.list": {"items": "InvoiceCategory"},
    "invoices.list": {"items": "InvoiceSummary", "page": "page", "page_size": "page_size"},
    "orders.list": {"items": "OrderSummary", "page": "page", "page_size": "page_size"},
    "payment_links.list": {"items": "PaymentLinkRecord", "page": "page", "page_size": "page_size"},
    "products.list": {"items": "ProductSummary", "page": "page", "page_size": "page_size"},
}


@pytest.fixture
def validate():
    # Slow to import, for it reads grammars: no worker that has none of these tests waits for it.
    return importlib.import_module("openapi_spec_validator").validate


def dumped(document):
    return documents.dump_yaml(document, header="")


def backwards(value):
    """`value` with its paths, parameters, components and properties in reverse order."""
    turned = copy.deepcopy(value)
    for site in operations(turned):
        site.parameters.reverse()
    turned["paths"] = dict(reversed(turned["paths"].items()))
    turned["components"] = {
        kind: dict(reversed(group.items())) for kind, group in reversed(turned["components"].items())
    }
    for schema in turned["components"]["schemas"].values():
        if "properties" in schema:
            schema["properties"] = dict(reversed(schema["properties"].items()))
    return dict(reversed(turned.items()))


class TestNormalise:
    def test_the_input_is_not_changed_and_the_output_is_the_same_again(self):
        document, names, overlay = sample.upstream(), sample.NAMES, sample.overlay()
        first = normalise(document, overlay, names, name="sample.json", configuration=sample.CONFIGURATION)
        assert document == sample.upstream()
        second = normalise(document, overlay, names, name="sample.json", configuration=sample.CONFIGURATION)
        assert dumped(first.document) == dumped(second.document)
        assert first.ledger.markdown() == second.ledger.markdown()

    def test_the_output_shares_nothing_with_the_input(self):
        document = sample.upstream()
        shared = {id(node) for _, node in documents.walk(document) if isinstance(node, dict | list)}
        normalised = sample.normalised(document).document
        assert not [pointer for pointer, node in documents.walk(normalised) if id(node) in shared and node]

    def test_the_order_of_everything_that_has_a_name_does_not_matter(self):
        normalised, turned = sample.normalised(), sample.normalised(backwards(sample.upstream()))
        assert dumped(normalised.document) == dumped(turned.document)
        assert normalised.ledger.markdown() == turned.ledger.markdown()

    def test_what_this_revision_lacks_is_told(self):
        document = sample.upstream()
        body = document["components"].pop("requestBodies")["OrderNew"]
        document["paths"]["/api/order/new"]["post"]["requestBody"] = body
        assert sample.normalised(document).absent == [
            "overlay action 4 ($.paths['/nowhere']): absent, as in this revision",
            "pass inline_request_bodies: nothing to change",
        ]

    def test_a_pass_that_changes_nothing_is_refused_or_told_where_that_is_asked(self):
        def nothing(_document, _context):
            return 0

        idle = "sample.json: the pass nothing changes nothing, and [normalisation] expects that it does."
        expecting = attrs.evolve(sample.CONFIGURATION, normalisation=Normalisation(expected=("nothing",)))
        given = (sample.upstream(), sample.overlay(), sample.NAMES)
        passes, complaints = (*PASSES, Pass(nothing)), []
        with pytest.raises(GeneratorError) as caught:
            normalise(*given, name="sample.json", configuration=expecting, passes=passes)
        assert str(caught.value) == idle
        told = normalise(*given, name="sample.json", configuration=expecting, passes=passes, complaints=complaints)
        assert complaints == [idle]
        assert dumped(told.document) == dumped(sample.normalised().document)
        assert told.absent == sample.normalised().absent

    def test_a_pass_of_which_nothing_is_expected_may_find_nothing(self):
        def nothing(_document, _context):
            return 0

        given = (sample.upstream(), sample.overlay(), sample.NAMES)
        passes = (*PASSES, Pass(nothing))
        told = normalise(*given, name="sample.json", configuration=sample.CONFIGURATION, passes=passes)
        assert told.absent == [*sample.normalised().absent, "pass nothing: nothing to change"]

    def test_a_pass_that_is_expected_and_does_not_exist_is_told_with_the_nearest(self):
        declared = attrs.evolve(sample.CONFIGURATION, normalisation=Normalisation(expected=("name_shemas",)))
        with pytest.raises(GeneratorError) as caught:
            normalise(sample.upstream(), sample.overlay(), sample.NAMES, name="sample.json", configuration=declared)
        assert str(caught.value).startswith(
            'spec/sdk.toml: [normalisation] expected: there is no pass "name_shemas" (did you mean "name_schemas"?); '
            "there are apart_from_the_body, auth_headers_to_security, "
        )

    def test_a_correction_that_finds_nothing_is_told_where_that_is_asked(self):
        action = {"target": "$.paths['/gone']", "description": "Gone.", "remove": True}
        given, complaints = (sample.upstream(), sample.overlay(action), sample.NAMES), []
        idle = (
            "overlay action 5 ($.paths['/gone']) matches nothing; correct its target, delete it, or say with "
            "`x-absent-in` which revisions lack it."
        )
        with pytest.raises(GeneratorError) as caught:
            normalise(*given, name="sample.json", configuration=sample.CONFIGURATION)
        assert str(caught.value) == idle
        told = normalise(*given, name="sample.json", configuration=sample.CONFIGURATION, complaints=complaints)
        assert complaints == [idle]
        assert dumped(told.document) == dumped(sample.normalised().document)

    @pytest.mark.parametrize(
        ("update", "sentence"),
        [
            (
                {"for a person to read": ""},
                "the overlay brings the keyword 'for a person to read', which nothing reads; correct it there.",
            ),
            (
                {"properties": ["Id"]},
                "sample.json, as the overlay leaves it: /components/schemas/",
            ),
        ],
        ids=["an unknown keyword", "a broken structure"],
    )
    def test_a_slip_in_the_overlay_is_refused(self, update, sentence):
        schema = next(iter(sample.upstream()["components"]["schemas"]))
        action = {"target": f"$.components.schemas['{schema}']", "description": "A slip.", "update": update}
        with pytest.raises(GeneratorError) as caught:
            normalise(
                sample.upstream(),
                sample.overlay(action),
                sample.NAMES,
                name="sample.json",
                configuration=sample.CONFIGURATION,
            )
        assert str(caught.value).startswith(sentence)

    @pytest.mark.parametrize(
        ("table", "what", "line"),
        [
            ("operations", "operations", '"GET /api/order/all" = "orders.all"  # operationId OrderApi_All'),
            ("schemas", "schemas", 'OrderApiModel = "Order"  # the schema OrderApiModel'),
            ("enums", "inline enums", '"OrderApiModel.Status" = "OrderStatus"  # the values of OrderStatus'),
        ],
    )
    def test_a_name_that_is_missing_stops_it(self, table, what, line):
        key = next(iter(getattr(sample.NAMES, table)))
        names = attrs.evolve(sample.NAMES, **{table: {**getattr(sample.NAMES, table)}})
        del getattr(names, table)[key]
        with pytest.raises(GeneratorError) as caught:
            sample.normalised(names=names)
        assert str(caught.value) == sample.proposed(f"{what} without a name", table, line)

    def test_the_sample_comes_out_as_valid_openapi(self, validate):
        validate(sample.normalised().document)

    def test_extensions_of_the_vendor_do_not_survive(self):
        assert "x-python-type" in str(sample.upstream())
        found = {
            key for _, node in documents.walk(sample.normalised().document) if isinstance(node, dict) for key in node
        }
        assert {key for key in found if key.startswith("x-")} == {
            "x-enum-varnames", "x-name", "x-paginated", "x-unit", "x-upstream-id", "x-wire-name",
        }  # fmt: skip


class TestTheRealDocument:
    def test_it_is_valid_openapi(self, normalised, validate):
        validate(normalised.document)

    def test_every_operation_comes_out_under_its_own_name(self, inputs, normalised):
        before = {site.key: site for site in operations(inputs.upstream)}
        after = {site.key: site for site in operations(normalised.document)}
        assert len(before) == len(after) == OPERATIONS
        assert before.keys() == after.keys()
        assert len({site.operation["operationId"] for site in after.values()}) == OPERATIONS
        for key, site in after.items():
            resource, _, verb = site.operation["operationId"].partition(".")
            assert resource
            assert verb.isidentifier()
            assert site.operation["tags"] == [resource]
            assert site.operation.get("x-upstream-id") == before[key].operation.get("operationId")

    def test_every_operation_is_signed_speaks_json_and_can_fail(self, normalised):
        error = {"$ref": "#/components/responses/Error"}
        for site in operations(normalised.document):
            operation = site.operation
            assert operation["security"] == [{"x-auth-key": [], "x-auth-secret": []}]
            assert operation["responses"]["4XX"] == operation["responses"]["5XX"] == error
            assert set(operation["responses"]) - {"4XX", "5XX"} in ({"200"}, {"204"})
            bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
            assert {kind for body in bodies for kind in body.get("content", {})} <= {"application/json"}

    def test_parameters_have_python_names_and_keep_the_wire_name(self, inputs, normalised):
        headers = {"x-auth-key", "x-auth-secret"}
        before = {
            site.key: {item["name"] for item in site.parameters} - headers for site in operations(inputs.upstream)
        }
        for site in operations(normalised.document):
            assert all(re.fullmatch(r"[a-z_]+", item["name"]) for item in site.parameters)
            assert {item["in"] for item in site.parameters} <= {"query"}
            assert {item["x-wire-name"] for item in site.parameters} == before[site.key]

    def test_every_reference_resolves_and_no_enum_is_left_inline(self, normalised):
        assert not list(enum_sites(normalised.document))
        references = {
            node["$ref"] for _, node in documents.walk(normalised.document) if isinstance(node, dict) and "$ref" in node
        }
        pointers = {f"#{pointer}" for pointer, _ in documents.walk(normalised.document)}
        assert references <= pointers

    def test_every_property_that_is_not_required_may_be_null(self, normalised):
        for schema in normalised.document["components"]["schemas"].values():
            for name, value in schema.get("properties", {}).items():
                assert value.get("nullable", False) == (name not in schema.get("required", ()))
                assert "$ref" not in value

    def test_every_number_is_a_decimal(self, normalised):
        numbers = [site.schema for site in schema_sites(normalised.document) if site.schema.get("type") == "number"]
        assert len(numbers) > 50
        assert all(schema["format"] == "decimal" for schema in numbers)

    def test_the_page_envelopes_are_marked(self, normalised):
        marks = {
            site.operation["operationId"]: site.operation["x-paginated"]
            for site in operations(normalised.document)
            if "x-paginated" in site.operation
        }
        assert marks == ENVELOPES

    def test_the_webhooks_are_there(self, normalised):
        schemas = normalised.document["components"]["schemas"]
        assert list(schemas["WebhookDelivery"]["properties"]) == ["Activity", "Signature", "Timestamp"]
        assert schemas["WebhookActivity"]["properties"]["Type"]["type"] == "integer"
        assert "OrderCreated" in schemas["ActivityType"]["enum"]

    def test_every_enum_has_a_member_for_each_value(self, normalised):
        enums = {
            name: schema for name, schema in normalised.document["components"]["schemas"].items() if "enum" in schema
        }
        assert enums
        for schema in enums.values():
            assert len(schema["x-enum-varnames"]) == len(set(schema["x-enum-varnames"])) == len(schema["enum"])

    def test_the_order_of_the_upstream_document_does_not_matter(self, inputs, normalised):
        turned = normalise(
            backwards(inputs.upstream),
            inputs.overlay,
            inputs.names,
            name="upstream.json",
            configuration=sample.CONFIGURATION,
        )
        assert dumped(turned.document) == dumped(normalised.document)

    def test_schemas_keep_their_properties_and_have_them_by_name(self, inputs, normalised):
        for old, schema in inputs.upstream["components"]["schemas"].items():
            new = normalised.document["components"]["schemas"][inputs.names.schemas[old]]
            assert sorted(schema.get("properties", {})) == list(new.get("properties", {}))


class TestTheRealOverlay:
    def test_nothing_is_absent(self, normalised):
        assert normalised.absent == []

    def test_every_name_that_a_target_lists_is_there(self, inputs):
        listed = Counter()
        for action in inputs.overlay.actions:
            for group in re.findall(r"\[('[^\]]+')\]", action.target):
                names = re.findall(r"'([^']+)'", group)
                for name in names:
                    alone = action.target.replace(group, f"'{name}'")
                    assert jsonpath_rfc9535.find(alone, inputs.upstream), f"{action}: {name} is not there"
                listed[len(names) > 1] += len(names)
        assert listed[True] > 30

    def test_every_action_gives_its_reason_in_a_sentence(self, inputs):
        for action in inputs.overlay.actions:
            assert len(action.reason) > 8
            assert action.reason.rstrip(".\"'") != action.reason

    def test_the_overlay_adds_only_keywords_that_mean_something(self, normalised):
        known = {
            "type", "format", "description", "properties", "required", "items", "allOf", "nullable", "enum", "readOnly",
            "minProperties", "x-enum-varnames", "x-name", "x-secret", "x-unit", "x-upstream-id",
        }  # fmt: skip
        sites = [site.schema for site in schema_sites(normalised.document)]
        for schema in [*normalised.document["components"]["schemas"].values(), *sites]:
            assert set(schema) <= known | {"$ref"}
