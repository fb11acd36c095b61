"""Exports every invoice with its items: the list is read ahead, and the details are fetched ten at a time.

    export ENVOICE_API_KEY=... ENVOICE_API_SECRET=...
    python async_bulk_export.py invoices.jsonl

Each line is one invoice in the service's own words, amounts to the digit. The file appears when it is whole. For the
list alone, `envoice export invoices --out invoices.parquet` does this and goes on after an interruption.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from envoice import APIError, AsyncEnvoice, NotFoundError

AT_ONCE = 10


async def details(client: AsyncEnvoice) -> AsyncIterator[bytes]:
    """Yield the details of every invoice as the service sent them, in the order of the list."""

    async def fetch(invoice_id: int) -> bytes | None:
        try:
            return (await client.invoices.with_raw_response.get(invoice_id)).content
        except NotFoundError:
            return None  # deleted since it was listed

    pending: list[asyncio.Task[bytes | None]] = []
    try:
        async for invoice in client.invoices.list(page_size=100).prefetch(2):
            if invoice.id is None:
                continue
            pending.append(asyncio.create_task(fetch(invoice.id)))
            # So many are on their way and no more, however long the list is.
            if len(pending) == AT_ONCE and (content := await pending.pop(0)) is not None:
                yield content
        while pending:
            if (content := await pending.pop(0)) is not None:
                yield content
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


async def export(client: AsyncEnvoice, target: Path) -> int:
    """Write all invoices to a file, and return how many they are."""
    aside, count = target.with_name(f"{target.name}.new"), 0
    try:
        with aside.open("wb") as file:
            async for content in details(client):
                file.write(b" ".join(content.split(b"\n")) + b"\n")
                count += 1
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
    return count


async def main() -> int:
    """Export to the file that is named on the command line."""
    try:
        async with AsyncEnvoice(user_agent="bulk-export/1") as client:
            print(f"{await export(client, Path(sys.argv[1]))} invoices exported")
    except APIError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
