"""Factories: valid models of every class, the same every time, and each field the caller's to choose."""

from datetime import UTC, datetime
from decimal import Decimal

import msgspec
import pytest
from envoice import ConfigurationError, Invoice, InvoiceStatus, InvoiceSummary, models
from envoice._json.codec import decode, encode
from envoice._json.model import Model
from envoice.testing import build, build_many, build_page

KINDS = [kind for kind in vars(models).values() if isinstance(kind, type) and issubclass(kind, Model)]


@pytest.mark.parametrize("kind", KINDS[1:], ids=lambda kind: kind.__name__)
def test_every_model_is_built_whole_valid_and_the_same_each_time(kind):
    model = build(kind)
    assert type(model) is kind
    assert build(kind) == model
    assert decode(encode(model), kind) == model
    empty = [f.name for f in msgspec.structs.fields(kind) if getattr(model, f.name) in (None, msgspec.UNSET)]
    assert empty == []
    assert len(encode(model)) < 10_000


def test_values_are_of_the_kind_that_a_client_reads():
    invoice = build(Invoice)
    assert (invoice.id, invoice.total_amount) == (1, Decimal("100.10"))
    assert str(invoice.total_amount) == "100.10"
    assert invoice.issued_on == datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert invoice.status is InvoiceStatus.DRAFT
    assert invoice.client.email == "billing@example.com"
    assert invoice.client.additional_emails[0].email == "billing@example.com"
    assert invoice.attachments[0].link.startswith("https://envoice.invalid/")


def test_fields_are_the_caller_s_and_are_read_as_a_client_would():
    client = build(models.Client, name="Acme Ltd")
    invoice = build(Invoice, number="X", total_amount=100, status="Paid", notes=None, client=client, items=[])
    assert (invoice.number, invoice.notes, invoice.client.name, invoice.items) == ("X", None, "Acme Ltd", [])
    assert invoice.status is InvoiceStatus.PAID
    assert isinstance(invoice.total_amount, Decimal)


def test_a_field_of_a_request_may_be_left_out():
    assert build(models.InvoiceUpdate, notes=msgspec.UNSET).notes is msgspec.UNSET


def test_records_that_refer_to_one_another_end():
    link = build(models.PaymentLinkRecord)
    assert link.user is not None
    assert b"PaymentLinkRecord" not in encode(link)
    assert repr(link).count("PaymentLinkRecord(") == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"numbr": "X"}, r"build\(Invoice\): there is no field 'numbr'; did you mean 'number'\?"),
        ({"zzz": 1}, r"there is no field 'zzz'; it has access_token, "),
        ({"number": 3}, r"Expected `str \| null`, got `int` at Number"),
        ({"items": [build(models.InvoiceItem), 3]}, r"at Items\[1\]"),
        ({"total_amount": Decimal("NaN")}, "cannot hold"),
        ({"number": object()}, "cannot hold"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(fields, said):
    with pytest.raises(ConfigurationError, match=said):
        build(Invoice, **fields)


def test_many_differ_in_their_ids():
    items = build_many(InvoiceSummary, 3, number="A")
    assert [(item.id, item.number) for item in items] == [(1, "A"), (2, "A"), (3, "A")]
    assert [item.id for item in build_many(InvoiceSummary, 2, id=7)] == [7, 7]
    assert build_many(InvoiceSummary, 0) == []
    assert len(build_many(models.ErrorInfo, 2)) == 2


def test_a_page_of_models():
    page = build_page(build_many(InvoiceSummary, 3), page=2, total=13, last=False)
    assert (len(page), page.number, page.total, page.next_number) == (3, 2, 13, 3)
    assert page.envelope.result == page.items
    assert page.envelope.total_count == 13
    last = build_page([])
    assert (last.is_faulted, last.envelope.error_messages) == (False, ())
    assert (last.items, last.total, last.next_number) == ([], 0, None)
    with pytest.raises(ConfigurationError, match="page must be an integer from 1"):
        build_page([], page=0)


@pytest.mark.parametrize("wrong", [int, 5, build(Invoice)])
def test_only_models_are_built(wrong):
    with pytest.raises(ConfigurationError, match="give it the class of a model"):
        build(wrong)


def test_a_refusal_is_one_sentence():
    with pytest.raises(ConfigurationError, match=r"pass Decimal\('1.5'\)\.\Z"):
        build(Invoice, total_amount=1.5)
