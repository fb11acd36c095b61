"""Models that are both sent and received take null, UNSET and whole amounts, and read as a value or None."""

from datetime import datetime
from decimal import Decimal
from typing import assert_type

from envoice import UNSET, Envoice, InvoiceRecurrence, OrderItem, PaymentLinkRecord, ProductItem, UnsetType


def given() -> list[ProductItem]:
    """An amount is a Decimal or an int; None is sent as null, and UNSET is not sent."""
    return [
        ProductItem(id=3, cost=100, tax_id=None),
        ProductItem(cost=Decimal("1.10"), tax_id=UNSET),
        ProductItem(cost=None),
        ProductItem(cost=UNSET),
    ]


def read(item: ProductItem, order: OrderItem, recurrence: InvoiceRecurrence, link: PaymentLinkRecord) -> Decimal:
    """What is absent reads as None."""
    assert_type(item.cost, Decimal | None)
    assert_type(order.cost, Decimal | None)
    assert_type(recurrence.end_of_recurrence, datetime | None)
    assert_type(recurrence.title, str | None)
    for other in link.items or ():
        assert_type(other.id, int | None)
    return Decimal(0) if item.cost is None else assert_type(item.cost, Decimal)


def sent(client: Envoice, end: datetime | None, tax: int | UnsetType | None) -> None:
    """What was received can be sent, and so can null."""
    invoice = client.invoices.get(3971)
    client.invoices.update(3971, recurring_profile=invoice.recurring_profile)
    client.invoices.update(3971, recurring_profile=InvoiceRecurrence(end_of_recurrence=end))
    client.products.update(1, items=client.products.get(1).items)
    client.products.update(1, items=[ProductItem(id=3, tax_id=tax)])
    client.payment_links.create(number="1", total_amount=7, items=None)
