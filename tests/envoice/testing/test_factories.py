"""Factories: valid models of every class of the package, the same every time."""

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


def test_records_that_refer_to_one_another_end():
    link = build(models.PaymentLinkRecord)
    assert link.user is not None
    assert b"PaymentLinkRecord" not in encode(link)
    assert repr(link).count("PaymentLinkRecord(") == 1


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
