"""The fake service: names as the package has them, and files behind links."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from envoice import (
    InvoiceItemCreate,
    models,
)
from envoice.errors import DownloadError
from envoice.testing import (
    FakeService,
    build,
)


def test_names_as_python_has_them_are_answered_with_those_of_the_wire():
    fake = FakeService()
    client = fake.client()
    item = InvoiceItemCreate(work_type_id=1, description="Work", cost=Decimal("100.10"), quantity=2)
    when = datetime(2026, 1, 31, tzinfo=UTC)
    client.invoices.create(client_id=1, currency_id=1, number="INV-1", issued_on=when, items=[item])
    client.invoices.list(page_size=5).page()
    for body, hint in (
        ({"issued_on": when}, r"'IssuedOn' for 'issued_on'; the calls were"),
        ({"number": "INV-1", "Items": [{"discount_percentage": 1}]}, "'Number' for 'number', 'Discount"),
        ({"number": "INV-1", "Notes": None}, r"'Number' for 'number'; the"),
        ({"po_number": "1"}, r"'PoNumber' for 'po_number'; the"),
    ):
        with pytest.raises(AssertionError, match=rf"query= and body= take the wire's names: {hint}"):
            fake.assert_called("invoices.create", body=body)
    with pytest.raises(AssertionError, match=r"names: 'queryOptions\.pageSize' for 'page_size'; the calls"):
        fake.assert_called("invoices.list", query={"page_size": 5})
    for right in ({"Number": "INV-2"}, {"Unheard": 1}):
        with pytest.raises(AssertionError) as failed:
            fake.assert_called("invoices.create", body=right)
        assert "wire's names" not in str(failed.value)
    fake.assert_called("invoices.create", body={"IssuedOn": when})


def test_a_download_fails_where_there_is_no_link(tmp_path):
    fake = FakeService({"invoices.get_pdf_link": build(models.InvoiceLink, link=None)})
    with pytest.raises(DownloadError):
        fake.client().invoices.download_pdf(1, tmp_path / "a.pdf")
