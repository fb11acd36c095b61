"""Each operation of the projects once: what a caller writes, what must be sent for it, and what is answered."""

import sys
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from unittest.mock import ANY
from uuid import UUID

import attrs


@attrs.frozen
class Call:
    """One call.

    Attributes:
        run: What a caller writes, with a client of either kind.
        sent: The method and the address that must be asked for, without the server.
        body: The JSON that must be sent, or the bytes of another media type with `--BOUNDARY` between the parts; None
            for no body.
        answer: The type that is answered: a name of the package's models, a built-in one, a list of one, or None.
        accept: The media types that must be asked for.
        signed: The headers that sign it; None for all keys that go in headers.
        headers: What the parameters put into the headers.
        media_type: The media type of the body.
    """

    run: object
    sent: str
    body: object = None
    answer: object = None
    accept: str = "application/json"
    signed: object = None
    headers: object = attrs.field(factory=dict)
    media_type: str = "application/json"


def package_of(client):
    """The package that a client is of."""
    return sys.modules[type(client).__module__.partition(".")[0]]


KEY = UUID("01234567-89ab-4def-8123-456789abcdef")
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)

# What a hook signs with; its own tests say that it is right.
_BY_HAND = {"date": ANY, "x-bridge-signature": ANY}
_LOGIN = {"authorization": "Basic dGhlLXVzZXJuYW1lOnRoZS1wYXNzd29yZA=="}

CALLS = {
    "boat_club": {
        "boats.get": Call(
            lambda client: client.boats.get(),
            "GET /boats/one",
            answer="Boat",
            signed={"authorization": "Bearer the-club"},
        ),
        "boats.new": Call(
            lambda client: client.boats.new(name="Swan"),
            "POST /boats/new",
            body={"name": "Swan"},
            answer="Boat",
            signed={"authorization": "Bearer the-club"},
        ),
        "members.get": Call(lambda client: client.members.get(), "GET /members/one", answer="Boat", signed=_LOGIN),
        "moorings.get": Call(
            lambda client: client.moorings.get(),
            "GET /moorings/one?harbour-key=the-api_key",
            answer="Boat",
            signed={},
        ),
        "races.get": Call(
            lambda client: client.races.get(),
            "GET /races/one",
            answer="Boat",
            signed={"authorization": "Bearer the-association"},
        ),
        "races.latest": Call(
            lambda client: client.races.latest(),
            "GET /races/latest",
            answer="Boat",
            signed={"authorization": "Bearer the-association"},
        ),
        "races.sealed": Call(
            lambda client: client.races.sealed(),
            "GET /races/sealed?harbour-key=the-api_key",
            answer="Boat",
            signed=_LOGIN,
        ),
        "tides.get": Call(lambda client: client.tides.get(), "GET /tides/one", answer="Boat", signed={}),
    },
    "ticket_office": {
        "codes.create": Call(
            lambda client: client.codes.create(body=["a", "b"]), "POST /codes", body=["a", "b"], answer=int
        ),
        "events.list": Call(lambda client: client.events.list(), "GET /events", answer=["Concert"]),
        "events.create": Call(
            lambda client: client.events.create(
                body=package_of(client).Concert(category="concert", name="Fair", band="Owls")
            ),
            "POST /events",
            body={"category": "concert", "name": "Fair", "band": "Owls"},
            answer=int,
        ),
        "events.get": Call(lambda client: client.events.get("fair"), "GET /events/fair", answer="Concert"),
        "payments.list": Call(lambda client: client.payments.list(), "GET /payments", answer=dict),
        "payments.create": Call(
            lambda client: client.payments.create(body=package_of(client).Card(kind="card", number="4111")),
            "POST /payments",
            body={"kind": "card", "number": "4111"},
            answer="Card",
        ),
        "refunds.create": Call(
            lambda client: client.refunds.create(body=package_of(client).CreateRefundRequestWithIban(iban="NL02")),
            "POST /refunds",
            body={"iban": "NL02"},
            answer="RefundPaid",
        ),
        "scans.create": Call(
            lambda client: client.scans.create(pages=[b"1", b"2"], note="x"),
            "POST /scans",
            body=(
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="pages"; filename="pages"\r\n'
                b"Content-Type: application/octet-stream\r\n\r\n1\r\n"
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="pages"; filename="pages"\r\n'
                b"Content-Type: application/octet-stream\r\n\r\n2\r\n"
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="note"\r\n\r\nx\r\n--BOUNDARY--\r\n'
            ),
            media_type="multipart/form-data; boundary=BOUNDARY",
        ),
        "searches.replace": Call(
            lambda client: client.searches.replace(body=["a", {"place": "b"}]),
            "PUT /searches",
            body=["a", {"place": "b"}],
            answer=str,
        ),
        "tickets.list": Call(
            lambda client: client.tickets.list(seat="A1", states=["open", "sold"]),
            "GET /tickets?states=open&states=sold&seat=A1",
            answer=["Ticket"],
        ),
        "tickets.create": Call(
            lambda client: client.tickets.create(
                id=7,
                payment=package_of(client).BankTransfer(kind="bank", iban="NL02"),
                price=Decimal("1.50"),
                discounts=[package_of(client).PercentOff(percent=5)],
                event=package_of(client).Match(category="sport", name="Final", teams=["A"]),
                remark=None,
                tags=["a"],
            ),
            "POST /tickets",
            body={
                "id": 7,
                "payment": {"kind": "bank", "iban": "NL02"},
                "price": Decimal("1.50"),
                "discounts": [{"percent": 5}],
                "event": {"category": "sport", "name": "Final", "teams": ["A"]},
                "remark": None,
                "tags": ["a"],
            },
            answer="Ticket",
        ),
    },
    "tides": {
        "harbours.list": Call(lambda client: client.harbours.list(), "GET /harbours", answer=["Harbour"]),
        "harbours.next_tide": Call(
            lambda client: client.harbours.next_tide(harbour="CRK & Co"),
            "GET /harbours/next-tide?harbour=CRK%20%26%20Co",
            answer="Tide",
        ),
        "harbours.create_alert": Call(
            lambda client: client.harbours.create_alert(harbour="CRK", metres=Decimal("4.20")),
            "POST /harbours/alerts",
            body={"harbour": "CRK", "metres": Decimal("4.20")},
        ),
    },
    "city_library": {
        "branches.list": Call(lambda client: client.branches.list(), "GET /v2/branches", answer=["Branch"]),
        "books.search": Call(
            lambda client: client.books.search(words="sea wolf", on_shelf=True, limit=3),
            "GET /v2/books/search?limit=3&onShelf=true&words=sea%20wolf",
            answer=["Book"],
        ),
        "books.get": Call(
            lambda client: client.books.get(isbn="978-0"), "GET /v2/books/details?isbn=978-0", answer="Book"
        ),
        "loans.create": Call(
            lambda client: client.loans.create(isbn="978-0", reader=8_000_000_000),
            "POST /v2/loans",
            body={"isbn": "978-0", "reader": 8_000_000_000},
            answer="Loan",
        ),
        "loans.get_state": Call(
            lambda client: client.loans.get_state(loan_id=7), "GET /v2/loans/state?loanId=7", answer="LoanState"
        ),
        "loans.give_back": Call(lambda client: client.loans.give_back(7), "POST /v2/loans/return", body=7),
    },
    "bike_workshop": {
        "repairs.list": Call(
            lambda client: client.repairs.list(state="on-stand"), "GET /repairs?state=on-stand", answer=["Repair"]
        ),
        "repairs.get": Call(
            lambda client: client.repairs.get(ticket=12), "GET /repairs/one?ticket=12", answer="Repair"
        ),
        "repairs.book": Call(
            lambda client: client.repairs.book(bike="a red one", fault="no brakes"),
            "POST /repairs",
            body={"bike": "a red one", "fault": "no brakes"},
            answer="Repair",
        ),
        "parts.list": Call(lambda client: client.parts.list(page_size=50), "GET /parts?per_page=50", answer=["Part"]),
        "mechanics.list": Call(lambda client: client.mechanics.list(), "GET /mechanics", answer=["Mechanic"]),
    },
    # One page of each; `test_record_archive` reads the lists to their ends.
    "record_archive": {
        name: Call(run, f"{sent}key=the-api_key", body=body, answer=answer, signed={}, headers=headers)
        for name, run, sent, body, answer, headers in (
            ("labels.list", lambda client: client.labels.list(page=3).page(), "GET /labels?page=3&", None, "Page", {}),
            (
                "records.list",
                lambda client: client.records.list(cursor="c", genre="folk").page(),
                "GET /records?cursor=c&genre=folk&",
                None,
                "ForwardPage",
                {},
            ),
            (
                "artists.list",
                lambda client: client.artists.list(limit=2).page(),
                "GET /artists?limit=2&",
                None,
                "ForwardPage",
                {},
            ),
            (
                "shelves.list",
                lambda client: client.shelves.list().resume(40).page(),
                "GET /shelves?offset=40&",
                None,
                "ForwardPage",
                {},
            ),
            (
                "genres.list",
                lambda client: client.genres.list(page=0).page(),
                "GET /genres?page=0&",
                None,
                "ForwardPage",
                {},
            ),
            (
                "records.reviews_list",
                lambda client: client.records.reviews_list("7", stars=5, x_reader="Ana").page(),
                "GET /records/7/reviews?stars=5&",
                None,
                "ForwardPage",
                {"x-reader": "Ana"},
            ),
            ("loans.list", lambda client: client.loans.list().page(), "GET /loans?", None, "ForwardPage", {}),
            (
                "searches.create",
                lambda client: client.searches.create(text="x").resume("c").page(),
                "POST /searches?",
                {"text": "x", "cursor": "c"},
                "ForwardPage",
                {},
            ),
        )
    },
    "weather_stations": {
        "stations.list": Call(
            lambda client: client.stations.list(open_since=NOON),
            "GET /stations?openSince=2026-03-20T12%3A00%3A00%2B00%3A00",
            answer=["Station"],
        ),
        "stations.get": Call(
            lambda client: client.stations.get(code="KEW"), "GET /stations/station?code=KEW", answer="Station"
        ),
        "observations.latest": Call(
            lambda client: client.observations.latest(code="KEW"),
            "GET /observations/latest?code=KEW",
            answer="Observation",
        ),
        "observations.add": Call(
            lambda client: client.observations.add(station="KEW", at=NOON, celsius=None, gusts=[Decimal("3.5"), None]),
            "POST /observations",
            body={"station": "KEW", "at": "2026-03-20T12:00:00Z", "celsius": None, "gusts": [Decimal("3.5"), None]},
            answer="Observation",
        ),
        "observations.sky": Call(
            lambda client: client.observations.sky(code="KEW"), "GET /observations/sky?code=KEW", answer="Sky"
        ),
    },
    "car_parks": {
        "car_parks.list": Call(lambda client: client.car_parks.list(), "GET /api/carpark/all", answer=["CarPark"]),
        "car_parks.count_free": Call(
            lambda client: client.car_parks.count_free(3), "GET /api/carpark/free?id=3", answer=int
        ),
        "tickets.buy": Call(
            lambda client: client.tickets.buy(car_park_id=3, plate="LJ 12", hours=None),
            "POST /api/ticket/new",
            body={"CarParkId": 3, "Plate": "LJ 12", "Hours": None},
            answer="Ticket",
        ),
        "tickets.cancel": Call(
            lambda client: client.tickets.cancel(ids=[1, 2]), "POST /api/ticket/cancel", body=[1, 2]
        ),
    },
    "copy_shop": {
        "shop.report": Call(lambda client: client.shop.report(), "GET /health/report", answer=object),
        "jobs.list": Call(lambda client: client.jobs.list(), "GET /jobs", answer=["Job"]),
        "jobs.get": Call(lambda client: client.jobs.get(number=7), "GET /jobs/job?number=7", answer="Job"),
        "jobs.submit": Call(
            lambda client: client.jobs.submit(number=7, title="A poster"),
            "POST /jobs",
            body={"number": 7, "title": "A poster"},
            answer="Job",
        ),
        "jobs.cancel": Call(lambda client: client.jobs.cancel(number=7), "DELETE /jobs/job?number=7"),
        "jobs.get_proof": Call(
            lambda client: client.jobs.get_proof(number=7),
            "GET /jobs/proof?number=7",
            answer=bytes,
            accept="application/pdf",
        ),
        "jobs.get_page": Call(
            lambda client: client.jobs.get_page(number=7), "GET /jobs/page?number=7", answer=bytes, accept="image/png"
        ),
        "jobs.export": Call(lambda client: client.jobs.export(), "GET /jobs/export", answer=str, accept="text/csv"),
        "jobs.get_ticket": Call(
            lambda client: client.jobs.get_ticket(number=7),
            "GET /jobs/ticket?number=7",
            answer=str,
            accept="application/xml",
        ),
        "jobs.get_attachment": Call(
            lambda client: client.jobs.get_attachment(number=7),
            "GET /jobs/attachment?number=7",
            answer=dict,
            accept="application/json, text/*, */*",
        ),
        "jobs.watch": Call(
            lambda client: client.jobs.watch(number=7),
            "GET /jobs/watch?number=7",
            answer=["Progress"],
            accept="text/event-stream",
        ),
        "jobs.read_log": Call(
            lambda client: client.jobs.read_log(number=7),
            "GET /jobs/log?number=7",
            answer=["LogLine"],
            accept="application/x-ndjson",
        ),
        "jobs.hear": Call(
            lambda client: client.jobs.hear(), "GET /jobs/notes", answer=[str], accept="text/event-stream"
        ),
        "jobs.advise": Call(
            lambda client: client.jobs.advise(number=7, question="Gloss?"),
            "POST /jobs/advice?number=7",
            body={"question": "Gloss?"},
            answer="Advice",
        ),
        "jobs.advise_stream": Call(
            lambda client: client.jobs.advise_stream(number=7, question="Gloss?"),
            "POST /jobs/advice?number=7",
            body={"question": "Gloss?"},
            answer=["Word"],
            accept="text/event-stream",
        ),
        "jobs.forget": Call(lambda client: client.jobs.forget(number=7), "POST /jobs/forget?number=7"),
        "shop.check": Call(lambda client: client.shop.check(), "GET /health", answer="Health"),
        "shop.restart": Call(
            lambda client: client.shop.restart(),
            "POST /health/restart",
            answer="Health",
            accept="application/vnd.shop+json",
        ),
        "shop.get_uptime": Call(
            lambda client: client.shop.get_uptime(), "GET /health/uptime", answer=str, accept="text/plain"
        ),
    },
    "parcel_depot": {
        "parcels.list": Call(
            lambda client: client.parcels.list(page_size=5), "GET /parcels?per_page=5", answer=["Parcel"]
        ),
        "parcels.get": Call(lambda client: client.parcels.get(number=3), "GET /parcels/one?number=3", answer="Parcel"),
        "parcels.get_state": Call(
            lambda client: client.parcels.get_state(number=3), "GET /parcels/state?number=3", answer="ParcelState"
        ),
        "parcels.hand_in": Call(
            lambda client: client.parcels.hand_in(to="Ana", grams=Decimal("1.50"), pick=NOON),
            "POST /parcels",
            body={"To": "Ana", "Grams": Decimal("1.50"), "Pick": "2026-03-20T12:00:00Z"},
            answer=int,
        ),
    },
    "print_shop": {
        "photos.add": Call(
            lambda client: client.photos.add(
                title='The "sea"', photo=b"\x89PNG", tags=["sea", "summer"], caption="été", taken=NOON
            ),
            "POST /photos",
            body=(
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="photo"; filename="photo"\r\n'
                b"Content-Type: application/octet-stream\r\n\r\n\x89PNG\r\n"
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="title"\r\n\r\nThe "sea"\r\n'
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="caption"\r\n'
                b"Content-Type: text/plain; charset=utf-8\r\n\r\n\xc3\xa9t\xc3\xa9\r\n"
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="tags"\r\n\r\nsea\r\n'
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="tags"\r\n\r\nsummer\r\n'
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="taken"\r\n\r\n'
                b"2026-03-20T12:00:00+00:00\r\n--BOUNDARY--\r\n"
            ),
            answer=int,
            media_type="multipart/form-data; boundary=BOUNDARY",
        ),
        "photos.replace": Call(
            lambda client: client.photos.replace(number=7, content=b"\xff\xd8", content_type="image/png"),
            "PUT /photos/original?number=7",
            body=b"\xff\xd8",
            media_type="image/png",
        ),
        "photos.change": Call(
            lambda client: client.photos.change(
                number=7,
                rating=None,
                settings=package_of(client).PrintSettingsPatch(paper="matt", copies=None),
            ),
            "PATCH /photos/one?number=7",
            body={"rating": None, "settings": {"paper": "matt", "copies": None}},
            media_type="application/merge-patch+json",
        ),
        "photos.note": Call(
            lambda client: client.photos.note(text="a;b\n", content_type="text/csv"),
            "POST /photos/notes",
            body=b"a;b\n",
            media_type="text/csv",
        ),
        "photos.add_any": Call(
            lambda client: client.photos.add_any(content=[b"%", b"PDF"], content_type="application/pdf"),
            "POST /photos/any",
            body=b"%PDF",
            answer=int,
            media_type="application/pdf",
        ),
        "photos.import_list": Call(
            lambda client: client.photos.import_list(lines=["a", "b"]), "POST /photos/list", body=["a", "b"]
        ),
        "photos.remove": Call(lambda client: client.photos.remove(ids=[3]), "DELETE /photos/many", body=[3]),
        "sessions.open": Call(
            lambda client: client.sessions.open(
                user="Ana & Co",
                password="p+w",
                scopes=["read", "a,b"],
                roles=["x", "y"],
                filter=package_of(client).SessionFilter(since=NOON, tags=["s", "t"]),
                paper=package_of(client).PrintSettings(paper="matt"),
                next="/a?b=c",
                stay=True,
            ),
            "POST /sessions",
            body=(
                b"password=p%2Bw&user=Ana+%26+Co&filter%5Bsince%5D=2026-03-20T12%3A00%3A00Z"
                b"&filter%5Btags%5D%5B%5D=s&filter%5Btags%5D%5B%5D=t&next=/a?b%3Dc"
                b"&paper=%7B%22paper%22%3A%22matt%22%7D&roles=x&roles=y&scopes=read,a%2Cb&stay=true"
            ),
            media_type="application/x-www-form-urlencoded",
        ),
        "orders.place": Call(
            lambda client: client.orders.place(photo=7, price=Decimal("1.50"), content_type="multipart/form-data"),
            "POST /orders",
            body=(
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="photo"\r\n\r\n7\r\n'
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="price"\r\n\r\n1.50\r\n--BOUNDARY--\r\n'
            ),
            answer=int,
            media_type="multipart/form-data; boundary=BOUNDARY",
        ),
        "orders.quote": Call(lambda client: client.orders.quote(), "POST /orders/quote"),
        "orders.remark": Call(
            lambda client: client.orders.remark(words="Fine"), "POST /orders/remark", body={"words": "Fine"}
        ),
        "orders.set_up": Call(
            lambda client: client.orders.set_up(settings={"a": [1, None]}),
            "POST /orders/settings",
            body={"a": [1, None]},
        ),
    },
    "river_gauges": {
        "gauges.get": Call(
            lambda client: client.gauges.get(
                "Ley/Ley & Co", 7, x_reader="Ana", x_units=["m", "ft"], session="a b;c", days=[NOON, NOON]
            ),
            "GET /rivers/Ley%2FLey%20%26%20Co/gauges/7/",
            answer="Gauge",
            headers={
                "x-reader": "Ana",
                "x-units": "m,ft",
                "cookie": "days=2026-03-20T12:00:00+00:00; days=2026-03-20T12:00:00+00:00; session=a%20b%3Bc",
            },
        ),
        "gauges.remove": Call(
            lambda client: client.gauges.remove("Ley", "7b", x_trace_id="t-1"),
            "DELETE /rivers/Ley/gauges/7b/",
            headers={"x-trace-id": "t-1"},
        ),
        "gauges.list": Call(
            lambda client: client.gauges.list(
                box=[Decimal("1.50"), -2],
                fields=["id", "a,b"],
                limit=3,
                near=sys.modules["river_gauges"].Place(north=Decimal("46.10")),
                since=sys.modules["river_gauges"].Place(north=1, east=Decimal("2.5")),
                source="https://a.example/?x=1&y=2#z",
                tag=["radar", "float"],
                where=sys.modules["river_gauges"].GaugeFilter(kind="radar", min_level=Decimal("0.5"), open=True),
                words=["high", "water"],
            ),
            "GET /gauges?box=1.50,-2&fields=id%7Ca%2Cb&north=46.10&since=%7B%22north%22%3A1%2C%22east%22%3A2.5%7D"
            "&source=https://a.example/?x=1%26y=2%23z&where%5Bkind%5D=radar&where%5BminLevel%5D=0.5"
            "&where%5Bopen%5D=true&words=high%20water&limit=3&tag=radar&tag=float",
            answer=["Gauge"],
        ),
        "gauges.calibrate": Call(
            lambda client: client.gauges.calibrate(7, gauge_id=8), "POST /gauges/7:calibrate", body={"gaugeId": 8}
        ),
        "gauges.twin": Call(
            lambda client: client.gauges.twin(7, query_gauge_id=8), "GET /gauges/7/twin?gaugeId=8", answer=Decimal
        ),
        "readings.latest": Call(
            lambda client: client.readings.latest("a.b", "json5"), "GET /readings/a.b.json5", answer="Reading"
        ),
        "levels.between": Call(
            lambda client: client.levels.between("up", [1, 2], river_name="Ley"),
            "GET /levels/.up/at/;spans=1;spans=2?river_name=Ley",
            answer=[Decimal],
        ),
        "archive.read": Call(
            lambda client: client.archive.read(NOON),
            "GET https://archive.rivers.example.org/archive/2026-03-20T12%3A00%3A00%2B00%3A00?raw=true",
            answer=["Reading"],
        ),
        "basins.about": Call(
            lambda client: client.basins.about("Ley %2F"), "GET /basins/Ley%20%252F/%C3%BCber%20uns", answer=str
        ),
    },
    "seed_bank": {
        "samples.list": Call(
            lambda client: client.samples.list(
                since=date(2026, 1, 31),
                at=time(12, 30),
                grade=package_of(client).Grade.MINUS_3,
                uuid=KEY,
                hash=b"bytes",
                lasting=timedelta(days=1),
            ),
            "GET /samples?at=12%3A30%3A00&grade=-3&hash=Ynl0ZXM%3D&lasting=P1D&since=2026-01-31"
            "&uuid=01234567-89ab-4def-8123-456789abcdef",
            answer=["Sample"],
        ),
        "samples.create": Call(
            lambda client: client.samples.create(
                name="Rye",
                pin="1234",
                date=date(2026, 1, 31),
                uuid=KEY,
                grade=package_of(client).Grade.MINUS_3,
                weight=Decimal("1.50"),
                bytes=b"bytes",
                time=time(12, 30),
                timedelta=timedelta(days=1),
                price=Decimal("100.10"),
                prices=[Decimal(2)],
                grid=[[1], []],
                counts={"a": 1},
                notes_by_day={
                    "monday": [
                        package_of(client).Note(text="Dry", additional_properties={"rain": Decimal("0.10")}),
                    ]
                },
                shelves={"a": package_of(client).Shelf(number=1)},
                origin=package_of(client).Place(
                    name="Here", additional_properties={"left": package_of(client).Shelf(number=3)}
                ),
                type=package_of(client).Kind.EMPTY,
                date_time=NOON,
                free={"any": [1]},
                anything=None,
                additional_properties={"colour": "red"},
            ),
            "POST /samples",
            body={
                "name": "Rye",
                "pin": "1234",
                "date": "2026-01-31",
                "uuid": str(KEY),
                "grade": -3,
                "weight": Decimal("1.50"),
                "bytes": "Ynl0ZXM=",
                "time": "12:30:00",
                "timedelta": "P1D",
                "price": "100.10",
                "prices": ["2"],
                "grid": [[1], []],
                "counts": {"a": 1},
                "notes_by_day": {"monday": [{"text": "Dry", "rain": "0.10"}]},
                "shelves": {"a": {"number": 1}},
                "origin": {"name": "Here", "left": {"number": 3}},
                "type": "",
                "date-time": "2026-03-20T12:00:00Z",
                "free": {"any": [1]},
                "anything": None,
                "colour": "red",
            },
            answer="Sample",
        ),
        "bags.create": Call(
            lambda client: client.bags.create(
                samples={"a": package_of(client).Note(text="Dry")}, additional_properties={"seal": 5}
            ),
            "POST /bags",
            body={"samples": {"a": {"text": "Dry"}}, "seal": 5},
            answer=int,
        ),
        "shelves.list": Call(lambda client: client.shelves.list(), "GET /shelves", answer=dict),
        "places.list": Call(lambda client: client.places.list(), "GET /places", answer="Place"),
    },
    "swim_hall": {
        "courses.list": Call(
            lambda client: client.courses.list(
                levels=["frog", "shark"],
                lanes=[1, 2],
                words=["back", "crawl"],
                since=date(2026, 3, 20),
                x_days=["mo", "fr"],
            ),
            "GET /courses?levels=frog,shark&words=back%7Ccrawl&lanes=1&lanes=2&since=2026-03-20",
            answer=["Course"],
            headers={"x-days": "mo,fr"},
        ),
        "courses.get": Call(lambda client: client.courses.get(7), "GET /courses/7", answer="Course"),
        "courses.create": Call(
            lambda client: client.courses.create(name="Babies", teacher=None, level="frog"),
            "POST /courses",
            body={"name": "Babies", "teacher": None, "level": "frog"},
            answer="Course",
        ),
        "courses.delete": Call(lambda client: client.courses.delete(7), "DELETE /courses/7", signed=_LOGIN),
        "courses.book": Call(
            lambda client: client.courses.book(7, names=["Ada", "Bo"], adults=True, note="a&b"),
            "POST /courses/7/bookings",
            body=b"names=Ada,Bo&adults=true&note=a%26b",
            answer=int,
            signed={"authorization": "Bearer the-access_token"},
            media_type="application/x-www-form-urlencoded",
        ),
        "courses.get_poster": Call(
            lambda client: client.courses.get_poster(7), "GET /courses/7/poster", answer=bytes, accept="application/pdf"
        ),
        "courses.update_poster": Call(
            lambda client: client.courses.update_poster(7, poster=b"%PDF", title="Sea"),
            "PUT /courses/7/poster",
            body=(
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="poster"; filename="poster"\r\n'
                b"Content-Type: application/octet-stream\r\n\r\n%PDF\r\n"
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="title"\r\n\r\nSea\r\n--BOUNDARY--\r\n'
            ),
            media_type="multipart/form-data; boundary=BOUNDARY",
        ),
    },
    "radio_station": {
        "charts.list": Call(lambda client: client.charts.list(year=1984), "GET /charts?year=1984", answer="ChartPage"),
        "jingles.keep": Call(
            lambda client: client.jingles.keep("j1", content=b"\0\xff"),
            "PUT /jingles/j1",
            body=b"\0\xff",
            media_type="application/octet-stream",
        ),
        "episodes.list": Call(
            lambda client: client.episodes.list(page=2, per_page=10),
            "GET /episodes?page=2&per_page=10",
            answer="EpisodePage",
        ),
        "live.get_listen": Call(
            lambda client: client.live.get_listen(), "GET /live", answer=["NowPlaying"], accept="text/event-stream"
        ),
        "recordings.add": Call(
            lambda client: client.recordings.add(file=b"RIFF", title="Rain"),
            "POST /recordings",
            body=(
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="file"; filename="file"\r\n'
                b"Content-Type: application/octet-stream\r\n\r\nRIFF\r\n"
                b'--BOUNDARY\r\nContent-Disposition: form-data; name="title"\r\n\r\nRain\r\n--BOUNDARY--\r\n'
            ),
            answer="Recording",
            media_type="multipart/form-data; boundary=BOUNDARY",
        ),
        "recordings.delete": Call(lambda client: client.recordings.delete("r7"), "DELETE /recordings/r7"),
        "recordings.get_content": Call(
            lambda client: client.recordings.get_content("r7"),
            "GET /recordings/r7/content",
            answer=bytes,
            accept="application/octet-stream",
        ),
        "shows.list": Call(
            lambda client: client.shows.list(limit=2, aired_since=NOON),
            "GET /shows?airedSince=2026-03-20T12%3A00%3A00%2B00%3A00&limit=2",
            answer="ShowPage",
        ),
        "shows.get": Call(lambda client: client.shows.get("s1"), "GET /shows/s1", answer="GetShowResponse"),
        "shows.create": Call(
            lambda client: client.shows.create(title="Dawn", from_=date(2026, 3, 20)),
            "POST /shows",
            body={"title": "Dawn", "from": "2026-03-20"},
            answer="Show",
        ),
        "shows.create_transcript": Call(
            lambda client: client.shows.create_transcript(
                "s1", lines=[package_of(client).Line(speaker="Ana", text="Hello")]
            ),
            "POST /shows/s1/transcripts",
            body={"lines": [{"speaker": "Ana", "text": "Hello"}]},
            answer="Transcript",
        ),
        "shows.create_transcript_stream": Call(
            lambda client: client.shows.create_transcript_stream(
                "s1", lines=[package_of(client).Line(speaker="Ana", text="Hello")]
            ),
            "POST /shows/s1/transcripts",
            body={"lines": [{"speaker": "Ana", "text": "Hello"}]},
            answer=["TranscriptChunk"],
            accept="text/event-stream",
        ),
        "shows.keep_note": Call(
            lambda client: client.shows.keep_note("s1", "a b", text="Early"),
            "PUT /shows/s1/notes/a%20b",
            body={"text": "Early"},
        ),
        "shows.get_episode": Call(
            lambda client: client.shows.get_episode("s1", "e2"), "GET /shows/s1/episodes/e2", answer="Episode"
        ),
        "stations.list": Call(
            lambda client: client.stations.list(
                offset=5, near=package_of(client).Area(max_km=5, centre=package_of(client).Place(post_code="X1"))
            ),
            "GET /stations?near%5Bcentre%5D%5BpostCode%5D=X1&near%5BmaxKm%5D=5&offset=5",
            answer="StationPage",
        ),
        "status.get": Call(
            lambda client: client.status.get(options_="all"), "GET /status?options=all", answer="StatusModel"
        ),
        "wishes.add": Call(
            lambda client: client.wishes.add(
                body=package_of(client).SongWish(kind="song", from_="Ana", song_title="Dawn")
            ),
            "POST /wishes",
            body={"kind": "song", "from": "Ana", "songTitle": "Dawn"},
            answer="StatusModel",
        ),
    },
    "rail_museum": {
        "engines.list": Call(
            lambda client: client.engines.list(kinds=["steam", "diesel"]),
            "GET /engines?kinds=steam&kinds=diesel",
            answer=["Engine"],
        ),
        "engines.get": Call(lambda client: client.engines.get(KEY), f"GET /engines/{KEY}", answer="Engine"),
        "engines.create": Call(
            lambda client: client.engines.create(
                name="Adler", kind="steam", museum="rail", plate=b"\x89PNG", weight=None, open=[1]
            ),
            "POST /engines",
            body={"name": "Adler", "kind": "steam", "museum": "rail", "plate": "iVBORw==", "weight": None, "open": [1]},
            answer="Engine",
        ),
        "engines.engines_by_gauge": Call(
            lambda client: client.engines.engines_by_gauge([1000, 1435], "a-z"),
            "GET /gauges/.1000.1435/engines;range=a-z",
            answer=["Engine"],
        ),
        "tours.list": Call(
            lambda client: client.tours.list(language="de", since=date(2026, 3, 20)),
            "GET /tours?since=2026-03-20",
            answer=["Tour"],
            headers={"cookie": "language=de"},
        ),
        "tours.search": Call(
            lambda client: client.tours.search(criteria=package_of(client).TourCriteria(text="a & b=ü", stops=[1, 2])),
            "GET /tours/search?text=a+%26+b%3D%C3%BC&stops=1&stops=2",
        ),
        "tours.get_filter": Call(
            lambda client: client.tours.get_filter(filter=package_of(client).TourFilter(stops=[1], text="&#")),
            "GET /tours/filter?%7B%22stops%22%3A%5B1%5D%2C%22text%22%3A%22%26%23%22%7D",
        ),
        "tours.get_plan": Call(
            lambda client: client.tours.get_plan(number=7), "GET /tours/plan?number=7", answer="GetTourPlanResponse"
        ),
        "tours.query": Call(
            lambda client: client.tours.query(stops=["Fürth", "Hof"]),
            "QUERY /tours",
            body={"stops": ["Fürth", "Hof"]},
            answer=[int],
        ),
        "tours.copy": Call(
            lambda client: client.tours.copy(number=7, destination="/tours/8"),
            "COPY /tours?number=7",
            answer="CopyTourResponse",
            headers={"destination": "/tours/8"},
        ),
    },
    "ferry_line": {
        "timetable.sailings.list": Call(
            lambda client: client.timetable.sailings.list(cursor="c 1").page(),
            "GET /sailings?cursor=c%201",
            answer="ForwardPage",
        ),
        "timetable.sailings.add_extra": Call(
            lambda client: client.timetable.sailings.add_extra(id=7), "POST /sailings", body={"id": 7}, answer="Sailing"
        ),
        "timetable.sailings.get": Call(
            lambda client: client.timetable.sailings.get(7), "GET /sailings/7", answer="Sailing"
        ),
        "timetable.sailings.cancel": Call(
            lambda client: client.timetable.sailings.cancel(7), "POST /sailings/7/cancel"
        ),
        "boats.list": Call(lambda client: client.boats.list(page=1).page(), "GET /boats?page=1", answer="ForwardPage"),
        "timetable.read_sailings": Call(
            lambda client: client.timetable.read_sailings(), "GET /timetable", answer=str, accept="text/plain"
        ),
        "service.health": Call(lambda client: client.service.health(), "GET /status"),
    },
    "toll_bridge": {
        "crossings.list": Call(
            lambda client: client.crossings.list(lane="left"),
            "GET /crossings?lane=left",
            answer=["Crossing"],
            signed=_BY_HAND,
        ),
        "crossings.create": Call(
            lambda client: client.crossings.create(plate="M-AB 12"),
            "POST /crossings",
            body={"plate": "M-AB 12"},
            answer="Crossing",
            signed=_BY_HAND,
        ),
        "crossings.update_photo": Call(
            lambda client: client.crossings.update_photo(7, content=b"a photo"),
            "PUT /crossings/7/photo",
            body=b"a photo",
            media_type="application/octet-stream",
            signed=_BY_HAND,
        ),
    },
    "opera_house": {
        "models.list": Call(lambda client: client.models.list(), "GET /stages", answer=["Stage"]),
        "office.prints.programme": Call(
            lambda client: client.office.prints.programme(), "GET /office/parcels/programme", answer=str
        ),
        "plays.list": Call(lambda client: client.plays.list(), "GET /plays", answer=["Play"]),
        "plays.get": Call(lambda client: client.plays.get(7), "GET /plays/7", answer="Play"),
        "plays.create": Call(
            lambda client: client.plays.create(title='The "Ring"'),
            "POST /plays",
            body={"title": 'The "Ring"'},
            answer="Play",
        ),
        "plays.nights.list": Call(lambda client: client.plays.nights.list(7), "GET /plays/7/nights", answer=["Night"]),
        "plays.nights.seats.list": Call(
            lambda client: client.plays.nights.seats.list(7, 2), "GET /plays/7/nights/2/seats", answer=["Seat"]
        ),
        "plays.nights.seats.hold": Call(
            lambda client: client.plays.nights.seats.hold(7, 2, 31, name="Zoë & Co"),
            "PUT /plays/7/nights/2/seats/31",
            body={"name": "Zoë & Co"},
            answer="Seat",
        ),
    },
}
