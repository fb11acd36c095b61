"""Awaiting what is there, and using what is not: both checkers must refuse it. Nobody runs it."""

from envoice import AsyncEnvoice, Envoice, Invoice


async def awaited_for_nothing(client: Envoice) -> None:
    """The synchronous client, awaited."""
    await client.invoices.get(3971)  # error: not-awaitable
    await client.invoices.list().page()  # error: not-awaitable
    async for invoice in client.invoices.list():  # error: not-iterable
        del invoice
    async with client:  # error: no-such-protocol
        pass


async def not_awaited(client: AsyncEnvoice) -> None:
    """The asynchronous client, not awaited."""
    client.invoices.send_to_client(3971)  # error: not-awaited
    invoice: Invoice = client.invoices.get(3971)  # error: wrong-value
    print(client.invoices.get(3971).number)  # error: no-such-attribute
    client.invoices.with_raw_response.get(3971).parse()  # error: no-such-attribute
    for summary in client.invoices.list():  # error: not-iterable
        del summary
    with client:  # error: no-such-protocol
        pass
    del invoice
