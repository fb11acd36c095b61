"""A caller's program on every package, which both type checkers accept."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type
from uuid import UUID

import bike_workshop
import car_parks
import city_library
import copy_shop
import print_shop
import radio_station
import radio_station.types.shows
import record_archive
import seed_bank
import ticket_office
import tides
import weather_stations


def at_the_coast() -> None:
    """Use the least API."""
    with tides.Tides(token="secret") as client:
        assert_type(client.harbours.list(), list[tides.Harbour])
        tide = client.harbours.next_tide(harbour="CRK")
        assert_type(tide.metres, Decimal)
        assert_type(client.harbours.create_alert(harbour="CRK", metres=4), None)


async def in_the_library() -> None:
    """Use an API with another key, and await it."""
    async with city_library.AsyncCityLibrary(card="secret") as client:
        loan = await client.loans.create(isbn="978-0", reader=7, weeks=3)
        assert_type(loan.state, city_library.LoanState | None)
        assert_type(await client.loans.get_state(loan_id=loan.id), city_library.LoanState)
        try:
            await client.loans.give_back(loan.id)
        except city_library.CityLibraryError as error:
            assert_type(error.message, str)


def in_the_workshop(client: bike_workshop.Workshop) -> None:
    """Turn pages."""
    for part in client.parts.list(page_size=50):
        assert_type(part, bike_workshop.Part)
    repairs = client.repairs.list(state=bike_workshop.RepairState.ON_STAND)
    assert_type(repairs, bike_workshop.Pager[bike_workshop.Repair])
    for page in repairs.pages():
        assert_type(page.items, list[bike_workshop.Repair])


async def in_the_archive(client: record_archive.RecordArchive, other: record_archive.AsyncRecordArchive) -> None:
    """Read lists forward, whatever leads from page to page."""
    records = client.records.list(genre="folk", limit=50)
    assert_type(records, record_archive.ForwardPager[record_archive.Record])
    for record in records:
        assert_type(record, record_archive.Record)
    for page in client.artists.list().pages():
        assert_type(page, record_archive.ForwardPage[record_archive.Artist])
        assert_type(page.items, list[record_archive.Artist])
        assert_type(page.next_position, str | int | None)
        if page.next_position is not None:
            assert_type(client.artists.list().resume(page.next_position).total(), int | None)
    assert_type(client.loans.list().raw().status, int)
    assert_type(client.loans.with_raw_response.list().status, int)
    assert_type(client.labels.list(page=2).page(), record_archive.Page[record_archive.Label])
    async for review in other.records.reviews_list("7", stars=5):
        assert_type(review, record_archive.Review)
    assert_type(await other.searches.create(text="x").page(), record_archive.ForwardPage[record_archive.Record])


def on_the_hill(client: weather_stations.Weather) -> None:
    """Read what may be null, and what may not."""
    station = client.stations.get(code="KEW")
    assert_type(station.opened, datetime)
    assert_type(station.closed, datetime | None)
    assert_type(station.place.latitude, Decimal)
    assert_type(station.place.altitude, Decimal | None)
    seen = client.observations.add(station="KEW", at=datetime.now(UTC), celsius=None, gusts=[Decimal(3), None])
    assert_type(seen.celsius, Decimal | None)


def in_the_seed_bank(client: seed_bank.SeedBank) -> None:
    """Read and send every kind of schema."""
    sample = client.samples.create(
        name="Rye",
        pin="1234",
        date=date(2026, 1, 31),
        uuid=UUID(int=1),
        grade=seed_bank.Grade.N1,
        weight=3,
        prices=[Decimal("1.10")],
        notes_by_day={"monday": [seed_bank.Note(text="Dry", additional_properties={"rain": Decimal("0.1")})]},
        additional_properties={"colour": "red"},
    )
    assert_type(sample.id, int)
    assert_type(sample.date, date)
    assert_type(sample.bytes, bytes | None)
    assert_type(sample.timedelta, timedelta | seed_bank.CalendarDuration | None)
    assert_type(sample.price, Decimal | None)
    assert_type(sample.pin, str | None)
    assert_type(sample.weight, Decimal)
    assert_type(sample.additional_properties, dict[str, Any])
    assert_type(client.places.list().additional_properties, dict[str, seed_bank.Shelf])
    assert_type(client.shelves.list(), dict[str, seed_bank.Shelf])
    assert_type(client.bags.create(samples={}), int)
    assert_type(seed_bank.Sample.from_dict(sample.to_dict(), names="wire"), seed_bank.Sample)
    assert_type(sample.to_json(indent=2), str)


def in_the_street(client: car_parks.Parking) -> None:
    """Read an API in which everything may be null."""
    assert_type([car_park.street for car_park in client.car_parks.list()], list[str | None])
    assert_type(client.car_parks.count_free(id=3), int)


def at_the_printer(client: print_shop.PrintShop) -> None:
    """Send files, forms and bytes."""
    photo = print_shop.Upload(Path("sea.jpg"), "sea.jpg", "image/jpeg")
    assert_type(client.photos.add(photo=photo, title="The sea", details=[b"", Path("a.png")]), int)
    with Path("sea.jpg").open("rb") as file:
        client.photos.replace(number=7, content=file, content_type="image/png")
    client.photos.add_any(content=(piece for piece in [b"a", b"b"]), content_type="application/pdf")
    client.photos.note(text="A note")
    client.photos.change(number=7, title=None)
    client.sessions.open(user="Ana", password="secret", scopes=["read"], filter=print_shop.SessionFilter(tags=["sea"]))
    client.orders.place(photo=7, content_type="multipart/form-data")
    client.orders.quote()
    client.orders.remark(words="Fine")


def at_the_ticket_office(client: ticket_office.TicketOffice) -> str:
    """Tell the members of unions apart."""
    ticket = client.tickets.create(
        id=7,
        payment=ticket_office.Card(kind="card", number="4111", amount=Decimal(3)),
        price=Decimal("1.10"),
        place=ticket_office.Aisle(row=3, wide=True),
        discounts=[ticket_office.PercentOff(percent=Decimal(5)), ticket_office.AmountOff(amount=3)],
        holder=ticket_office.HolderPerson(kind=ticket_office.HolderPersonKind.PERSON, email="a@example.com"),
        tags=["a", "b"],
        extras={"a": "x", "b": True},
    )
    assert_type(ticket.payment, ticket_office.Card | ticket_office.BankTransfer)
    assert_type(ticket.holder, ticket_office.HolderPerson | ticket_office.HolderCompany | None)
    assert_type(ticket.tags, str | list[str] | None)
    for event in client.events.list():
        assert_type(event, ticket_office.Concert | ticket_office.Match | ticket_office.Event)
    search: ticket_office.Search = ["a", {"place": "b"}]
    assert_type(client.codes.create(body="a"), int | bool)
    client.searches.replace(body=search)
    match ticket.payment:
        case ticket_office.Card(number=number):
            return number
        case ticket_office.BankTransfer() as transfer:
            return transfer.iban


def on_the_counter(client: copy_shop.CopyShop) -> None:
    """Read the headers that answers are declared to have."""
    raw = client.jobs.with_raw_response.list()
    assert_type(raw.headers.x_total, int | None)
    assert_type(raw.headers["X-Total"], str)
    assert_type(raw.parse(), list[copy_shop.Job])
    assert_type(client.shop.report(), Any)


async def on_the_counter_too(client: copy_shop.AsyncCopyShop) -> None:
    """Do it asynchronously."""
    raw = await client.jobs.with_raw_response.get_proof(number=7)
    assert_type(raw.headers.x_pages, int | None)
    assert_type(raw.parse(), bytes)


def on_the_radio(client: radio_station.Radio) -> None:
    """Write calls as callers of a former SDK do."""
    shows = client.shows.list(tags=("news", "early"), limit=2)
    assert_type([show.title for show in shows], list[str])
    if (following := shows.next_page_info()) is not None:
        assert_type(following.params, Mapping[str, Any] | None)
    assert_type(radio_station.types.shared.Host(name="Bo"), radio_station.Host)
    assert_type(shows.get_next_page().data, list[radio_station.types.Show])
    assert_type(client.shows.retrieve("s1", extra_headers={"X-Trace": "t"}, timeout=3), radio_station.Show)
    params: radio_station.types.shows.TranscriptCreateParams = {"lines": [{"speaker": "Ana", "text": "Hello"}]}
    lines = params["lines"]
    ana: radio_station.types.HostParam = {"name": "Ana", "born_on": date(1990, 1, 2), "contact": {"e_mail": "a@b.c"}}
    client.shows.create(title="Dawn", from_="2026-03-20", hosts=[ana, radio_station.Host(name="Bo")])
    with client.shows.transcripts.create("s1", lines=lines, stream=True) as stream:
        assert_type([chunk.delta for chunk in stream], list[str])
    assert_type(client.shows.transcripts.create("s1", lines=lines).text, str)
    client.shows.transcripts.create("s1", lines=[{"speaker": "Bo", "text": "Hi"}], format={"line_height": 0.5})
    assert_type(client.shows.with_raw_response.retrieve("s1").parse(), radio_station.Show)
    with client.recordings.with_streaming_response.content("r7") as sound:
        assert_type([*sound.iter_bytes()], list[bytes])
    client.recordings.upload(file=("rain.wav", b"RIFF", "audio/wav"), covers=[Path("a.png")])
    client.with_options(max_retries=5).recordings.delete("r7")
    assert_type(client.status(options="all").on_air, bool)
    assert_type(client.with_raw_response.shows.retrieve("s1").parse(), radio_station.Show)


async def on_the_radio_too(client: radio_station.AsyncRadio) -> None:
    """Await them."""
    async for show in client.shows.list():
        assert_type(show, radio_station.Show)
    page = await client.shows.list()
    assert_type((await page.get_next_page()).has_next_page(), bool)
    raw = await client.shows.with_raw_response.list()
    assert_type((await raw.parse()).data, list[radio_station.Show])
    async for playing in await client.live.listen():
        assert_type(playing.title, str)
    async with client.shows.with_streaming_response.retrieve("s1") as answer:
        assert_type(await answer.parse(), radio_station.Show)
