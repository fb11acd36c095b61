"""Measures what sending costs: bodies that are built, checked and written, and whole POSTs, in one run.

Each is measured beside dicts and `json.dumps` (for calls: raw httpx), and beside hand-written msgspec without a check,
which is the floor. The import is measured beside `import httpx` and `import attrs, msgspec`. Ratios count, not times.

Usage: bodies.py [ROUNDS]. The exit status is 1 if a ratio is beyond its limit.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx
import msgspec

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated")]

from envoice import (  # noqa: E402 - the path comes first
    AsyncEnvoice,
    Envoice,
    InvoiceAttachmentCreate,
    InvoiceCreate,
    InvoiceItemCreate,
    InvoiceRecurrence,
    InvoiceStatus,
)
from envoice._http.json_body import json_body  # noqa: E402
from envoice.models import RecurrencePattern  # noqa: E402
from envoice.resources import invoices  # noqa: E402

from benchmarks import floor  # noqa: E402
from benchmarks.client import SECRETS, SMALL, once, processes  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

ITEMS: Final = 50
NOW: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
COST, RATE = Decimal("100.10"), Decimal("18.5")
TEXTS: Final = [f"Work {number}" for number in range(ITEMS)]
HEADERS: Final = {"x-auth-key": "k" * 60, "x-auth-secret": "s" * 60, "Accept": "application/json"}
SCALARS: Final[dict[str, Any]] = {
    "client_id": 2185,
    "currency_id": 163,
    "cloned_from_id": 1,
    "due_date": NOW,
    "invoice_category_id": 2,
    "issued_on": NOW,
    "notes": "A note",
    "number": "INV-1",
    "po_number": "PO-1",
    "recurring_profile_id": 4,
    "should_send_reminders": True,
    "terms": "Terms",
}
WIRE: Final = {
    "ClonedFromId": 1,
    "InvoiceCategoryId": 2,
    "Notes": "A note",
    "Number": "INV-1",
    "PoNumber": "PO-1",
    "RecurringProfileId": 4,
    "ShouldSendReminders": True,
    "Terms": "Terms",
}


def _sent(items: list[dict[str, Any]]) -> dict[str, Any]:
    """An invoice with every scalar set, as a dict; dates become texts each time, as in a program."""
    dates = {"Duedate": NOW.isoformat(), "IssuedOn": NOW.isoformat()}
    return {"ClientId": 2185, "CurrencyId": 163, "Items": items, "Status": "Draft", **WIRE, **dates}


def ours() -> bytes:
    """Fifty items of seven fields, a recurring profile and attachments: as models, with all checks."""
    operation: Any = vars(invoices)["_CREATE"]
    items = [
        InvoiceItemCreate(
            description=text, cost=COST, quantity=2, work_type_id=7, discount_percentage=RATE, tax_id=3,
            tax_percentage=RATE,
        )
        for text in TEXTS
    ]  # fmt: skip
    profile = InvoiceRecurrence(
        day_of_month=1, recurrence_value=1, recurrence_pattern=RecurrencePattern.MONTHLY, start_of_recurrence=NOW,
        title="Rent",
    )  # fmt: skip
    files = [InvoiceAttachmentCreate(link="https://files.example/a.pdf", original_file_name="a.pdf", size=1000)] * 3
    body = InvoiceCreate(
        items=items, attachments=files, recurring_profile=profile,
        status=InvoiceStatus.DRAFT, **SCALARS,
    )  # fmt: skip
    return json_body(operation, body)


def dicts() -> bytes:
    """The same as dicts."""
    items = [
        {
            "Description": text, "Cost": 100.10, "Quantity": 2, "WorkTypeId": 7, "DiscountPercentage": 18.5,
            "TaxId": 3, "TaxPercentage": 18.5,
        }
        for text in TEXTS
    ]  # fmt: skip
    profile = {
        "DayOfMonth": 1, "RecurranceValue": 1, "RecurrancePattern": "Monthly", "StartOfRecurrance": NOW.isoformat(),
        "Title": "Rent",
    }  # fmt: skip
    files = [{"Link": "https://files.example/a.pdf", "OriginalFileName": "a.pdf", "Size": 1000} for _ in range(3)]
    return json.dumps(_sent(items) | {"Attachments": files, "RecurringProfile": profile}).encode()


_WRITER: Final = msgspec.json.Encoder(decimal_format="number")


def by_hand() -> bytes:
    """The same as hand-written structs, without a check."""
    items = [
        floor.ItemCreate(
            description=text, cost=COST, quantity=2, work_type_id=7, discount_percentage=RATE, tax_id=3,
            tax_percentage=RATE,
        )
        for text in TEXTS
    ]  # fmt: skip
    profile = floor.InvoiceRecurrence(
        day_of_month=1, recurrence_value=1, recurrence_pattern=floor.RecurrencePattern.MONTHLY,
        start_of_recurrence=NOW, title="Rent",
    )  # fmt: skip
    files = [floor.AttachmentCreate(link="https://files.example/a.pdf", original_file_name="a.pdf", size=1000)] * 3
    body = floor.Create(
        items=items, attachments=files, recurring_profile=profile,
        status=floor.InvoiceStatus.DRAFT, **SCALARS,
    )  # fmt: skip
    return _WRITER.encode(body)


def _answer(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=SMALL, headers={"content-type": "application/json"})


def posts() -> tuple[Callable[[], object], ...]:
    """A POST of an invoice of one item with every scalar set: ours, raw httpx and json, raw httpx and msgspec."""
    client = Envoice(**SECRETS, http_client=httpx.Client(transport=httpx.MockTransport(_answer)))
    raw = httpx.Client(base_url="https://www.envoice.in", transport=httpx.MockTransport(_answer), headers=HEADERS)
    read = msgspec.json.Decoder(floor.Invoice).decode

    def with_models() -> object:
        item = InvoiceItemCreate(description="Work", cost=COST, quantity=2, work_type_id=7)
        return client.invoices.create(items=[item], status=InvoiceStatus.DRAFT, **SCALARS)

    def with_dicts() -> object:
        item = {"Description": "Work", "Cost": 100.10, "Quantity": 2, "WorkTypeId": 7}
        response = raw.post("/api/invoice/new", json=_sent([item]))
        response.raise_for_status()
        return json.loads(response.content)

    def with_structs() -> object:
        body = _written()
        response = raw.post("/api/invoice/new", content=body, headers={"Content-Type": "application/json"})
        response.raise_for_status()
        return read(response.content)

    return with_models, with_dicts, with_structs


def _written() -> bytes:
    item = floor.ItemCreate(description="Work", cost=COST, quantity=2, work_type_id=7)
    return _WRITER.encode(
        floor.Create(
            items=[item], status=floor.InvoiceStatus.DRAFT, **SCALARS
        )
    )  # fmt: skip


async def awaited_posts(rounds: int, repeat: int) -> list[tuple[float, ...]]:
    """The same three with asynchronous clients: seconds for one call each, by round, taken in turn."""
    client = AsyncEnvoice(**SECRETS, http_client=httpx.AsyncClient(transport=httpx.MockTransport(_answer)))
    raw = httpx.AsyncClient(base_url="https://www.envoice.in", transport=httpx.MockTransport(_answer), headers=HEADERS)
    read = msgspec.json.Decoder(floor.Invoice).decode

    async def with_models() -> None:
        item = InvoiceItemCreate(description="Work", cost=COST, quantity=2, work_type_id=7)
        await client.invoices.create(items=[item], status=InvoiceStatus.DRAFT, **SCALARS)

    async def with_dicts() -> None:
        item = {"Description": "Work", "Cost": 100.10, "Quantity": 2, "WorkTypeId": 7}
        response = await raw.post("/api/invoice/new", json=_sent([item]))
        json.loads(response.raise_for_status().content)

    async def with_structs() -> None:
        response = await raw.post("/api/invoice/new", content=_written(), headers={"Content-Type": "application/json"})
        read(response.raise_for_status().content)

    found = []
    for _ in range(rounds + 1):
        seconds = []
        for work in (with_models, with_dicts, with_structs):
            started = time.perf_counter()
            for _ in range(repeat):
                await work()
            seconds.append((time.perf_counter() - started) / repeat)
        found.append(tuple(seconds))
    return found[1:]


def in_turn(works: tuple[Callable[[], object], ...], rounds: int, repeat: int) -> list[tuple[float, ...]]:
    """Seconds for one go of each, by round, taken in turn."""
    for work in works:
        work()
    return [tuple(once(work, repeat) for work in works) for _ in range(rounds)]


def imports(rounds: int) -> list[tuple[float, ...]]:
    """Seconds that whole processes take longer to import: ours, `httpx`, and `attrs` and `msgspec` alone."""
    nothing, httpx_alone = processes("pass", "import httpx", rounds)
    package, floors = processes("from envoice import Envoice", "import attrs, msgspec", rounds)
    return [(package - nothing, httpx_alone - nothing, floors - nothing)]


def main() -> int:
    """Print the table; the exit status is 1 if a ratio is beyond its limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    rows = [
        ("from envoice import Envoice / import httpx", imports(rounds), 0.8),
        ("POST of a one-item invoice / raw httpx", in_turn(posts(), rounds, 100), 1.2),
        ("the same, awaited", asyncio.run(awaited_posts(rounds, 100)), 1.4),
        (f"{ITEMS} items, profile, attachments / json.dumps", in_turn((ours, dicts, by_hand), rounds, 100), 0.45),
    ]
    beyond = 0
    print(f"{'':50}{'ours':>10}{'theirs':>10}{'':4}{'ratio':>7}{'limit':>7}{'[floor]':>9}")
    for name, found, limit in rows:
        own, theirs, least = (statistics.median(column) for column in zip(*found, strict=True))
        is_beyond = own / theirs > limit
        beyond += is_beyond
        print(
            f"{name:50}{own * 1e3:10.3f}{theirs * 1e3:10.3f} ms {own / theirs:7.2f}{limit:7.2f}"
            f"{f'[{least / theirs:.2f}]':>9}{'  beyond' if is_beyond else ''}"
        )
    return int(beyond > 0)


if __name__ == "__main__":
    sys.exit(main())
