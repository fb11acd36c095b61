"""An open enum narrows like any other, and stays a string."""

from typing import Literal, assert_type

from envoice import InvoiceStatus


def narrowed(status: InvoiceStatus | None) -> str:
    """By identity and by match."""
    if status is None:
        return ""
    assert_type(status, InvoiceStatus)
    if status is InvoiceStatus.DRAFT:
        return assert_type(status, Literal[InvoiceStatus.DRAFT]).value
    match status:
        case InvoiceStatus.PAID:
            assert_type(status, Literal[InvoiceStatus.PAID])
            return "paid"
        case _:
            value: str = status.value
            return value


def whatever_comes(status: InvoiceStatus) -> str:
    """Every member by name, and the values that no version knows before them."""
    if not status.is_known or str(status) == "Brand New":
        return status.value
    match status:
        case InvoiceStatus.PAID | InvoiceStatus.VOID:
            return "settled"
        case InvoiceStatus.DRAFT | InvoiceStatus.UNPAID | InvoiceStatus.OVERDUE:
            return "open"


def as_text(status: InvoiceStatus) -> None:
    """A member is text; its ordinal may be unknown."""
    text: str = status
    assert_type(text.upper(), str)
    assert_type(status.ordinal, int | None)
    assert_type(InvoiceStatus.from_ordinal(0), InvoiceStatus)
    assert_type(InvoiceStatus("Draft"), InvoiceStatus)
