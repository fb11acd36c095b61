"""The helpers for callers' tests: what is built has the type that was asked for, and fakes fit the clients."""

from typing import TYPE_CHECKING, assert_type

from envoice import AsyncEnvoice, Envoice, Invoice, InvoiceCreate, InvoiceSummary, Page
from envoice.testing import (
    AsyncFakeTransport,
    Call,
    FakeClock,
    FakeService,
    FakeTransport,
    Reply,
    build,
    build_many,
    build_page,
)

if TYPE_CHECKING:
    from envoice.clock import Clock
    from envoice.transports import AsyncTransport, Transport


def models() -> None:
    """Factories."""
    assert_type(build(Invoice, number="INV-1"), Invoice)
    summaries = assert_type(build_many(InvoiceSummary, 3), list[InvoiceSummary])
    assert_type(build_page(summaries), Page[InvoiceSummary])


async def coroutine(call: Call) -> Invoice:
    """An answer to an asynchronous client."""
    return build(Invoice, number=call.operation)


def fakes() -> None:
    """The service, and what leads to it."""
    fake = FakeService({"invoices.get": build(Invoice)}, strict=True)
    fake.answer("invoices.get", Reply(status=503), TimeoutError, coroutine, lambda call: build(Invoice))
    assert_type(fake.client(max_retries=0), Envoice)
    assert_type(fake.async_client(), AsyncEnvoice)
    call = assert_type(fake.assert_called("invoices.get", query={"id": 1}), Call)
    assert_type(call.body_as(InvoiceCreate), InvoiceCreate)
    transport: Transport = FakeTransport(fake)
    async_transport: AsyncTransport = AsyncFakeTransport({"invoices.get": 1})
    clock: Clock = FakeClock()
    Envoice(transport=transport, clock=clock)
    AsyncEnvoice(transport=async_transport, clock=clock)
