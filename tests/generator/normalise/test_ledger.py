"""The ledger: everything of the document is accounted for, or generation stops."""

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.normalise import normalise
from sdkwright.normalise.ledger import Ledger, inventory
from sdkwright.normalise.passes import PASSES, Pass
from tests.generator import vendor_sample as sample
from tests.vendor_document import OPERATIONS, SCHEMAS


def test_a_thing_with_its_name_is_kept_and_with_another_renamed():
    ledger = Ledger()
    ledger.lives("schema", "A", "A")
    ledger.lives("schema", "B", "C")
    ledger.lives("parameter", "GET /a ?page", "page", was="page")
    ledger.lives("parameter", "GET /a ?q.page", "page", was="q.page")
    ledger.dropped("parameter", "GET /a ?key", "why")
    ledger.added("schema", "D", "because")
    assert [(entry.upstream, entry.outcome, entry.now, entry.reason) for entry in ledger] == [
        ("A", "kept", "A", ""),
        ("B", "renamed", "C", ""),
        ("D", "added", "D", "because"),
        ("GET /a ?key", "dropped", "", "why"),
        ("GET /a ?page", "kept", "page", ""),
        ("GET /a ?q.page", "renamed", "page", ""),
    ]
    assert ledger.count("schema", "kept", "renamed", "dropped") == 2
    assert ledger.summary()[1] == "schemas       2 in,   1 renamed,   1 kept,   0 dropped,   1 added"


def test_the_page_counts_and_lists_every_kind():
    ledger = sample.normalised().ledger
    page = ledger.markdown()
    assert "| operations | 4 | 0 | 4 | 0 | 0 |" in page
    assert "| schemas | 7 | 1 | 6 | 0 | 3 |" in page
    assert "| parameters | 8 | 0 | 4 | 4 | 0 |" in page
    assert "dropped, with their number: `contact` 1, `default` 4, `x-…` 2." in page
    assert "| `POST /api/order/cancel` | renamed | `orders.cancel` | had no operationId |" in page
    assert "| `GET /api/order/all ?x-key` | dropped |  | the security scheme key |" in page
    assert page.endswith("|\n")


def test_text_of_the_document_cannot_break_the_page():
    ledger = Ledger()
    ledger.dropped("schema", "a|b`c\nd", "x | y\u202e")
    assert (
        "| `a\\|b'c\N{REPLACEMENT CHARACTER}d` | dropped |  | x \\| y\N{REPLACEMENT CHARACTER} |" in ledger.markdown()
    )


def test_the_inventory_holds_every_kind():
    found = inventory(sample.upstream())
    assert ("operation", "POST /api/order/cancel") in found
    assert ("schema", "IErrorInfo") in found
    assert ("enum", "OrderApiModel.Status") in found
    assert ("enum", "GET /api/order/all ?queryOptions.order") in found
    assert ("parameter", "GET /api/order/details ?orderId") in found


@pytest.mark.parametrize("kind", ["operation", "schema", "enum", "parameter"])
def test_close_names_what_has_no_entry(kind):
    ledger = sample.normalised().ledger
    ledger.close(sample.upstream())
    lost = next(entry.upstream for entry in ledger if entry.kind == kind and entry.outcome != "added")
    del ledger._entries[kind, lost]
    with pytest.raises(GeneratorError) as caught:
        ledger.close(sample.upstream())
    assert str(caught.value) == f"1 things of the upstream document disappeared in silence: {kind} {lost}."


def drop_a_path(document, _context):
    del document["paths"]["/api/order/cancel"]
    return 1


def drop_a_schema(document, _context):
    del document["components"]["schemas"]["OrderItem"]
    return 1


def drop_a_parameter(document, _context):
    document["paths"]["/api/order/details"]["get"]["parameters"].clear()
    return 1


def drop_a_property(document, _context):
    del document["components"]["schemas"]["OrderDetails"]["properties"]["Status"]
    return 1


@pytest.mark.parametrize(
    ("drop", "lost"),
    [
        (drop_a_path, r"operation POST /api/order/cancel; parameter POST /api/order/cancel \?x-key"),
        (drop_a_schema, "schema OrderItem"),
        (drop_a_parameter, r"parameter GET /api/order/details \?orderId; .* \?x-key"),
        (drop_a_property, r"enum OrderDetails\.Status"),
    ],
)
def test_a_pass_that_drops_something_in_silence_is_caught(drop, lost):
    passes = (Pass(drop), *PASSES)
    with pytest.raises(GeneratorError, match=f"disappeared in silence: {lost}"):
        normalise(
            sample.upstream(),
            sample.overlay(),
            sample.NAMES,
            name="sample.json",
            configuration=sample.CONFIGURATION,
            passes=passes,
        )


def test_what_the_overlay_removes_is_dropped_with_that_reason():
    removal = {"target": "$.paths['/api/order/cancel']", "description": "Never worked.", "remove": True}
    ledger = normalise(
        sample.upstream(), sample.overlay(removal), sample.NAMES, name="sample.json", configuration=sample.CONFIGURATION
    ).ledger
    gone = [(entry.kind, entry.upstream) for entry in ledger if entry.reason == "removed by the overlay"]
    assert gone == [("operation", "POST /api/order/cancel"), ("parameter", "POST /api/order/cancel ?x-key")]


def test_the_ledger_of_the_real_document(inputs, normalised):
    normalised.ledger.close(inputs.upstream)
    counts = {kind: normalised.ledger.count(kind, "kept", "renamed", "dropped") for kind in ("operation", "schema")}
    assert counts == {"operation": OPERATIONS, "schema": SCHEMAS}
    assert normalised.ledger.count("operation", "dropped") == normalised.ledger.count("schema", "dropped") == 0
    dropped = {entry.reason for entry in normalised.ledger if entry.outcome == "dropped"}
    assert dropped == {
        "the security scheme x-auth-key",
        "the security scheme x-auth-secret",
        "the same enum as under application/json",
    }
