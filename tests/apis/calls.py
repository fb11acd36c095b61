"""Each operation of the projects once: what a caller writes, what must be sent for it, and what is answered."""

from datetime import UTC, datetime
from decimal import Decimal

import attrs


@attrs.frozen
class Call:
    """One call.

    Attributes:
        run: What a caller writes, with a client of either kind.
        sent: The method and the address that must be asked for, without the server.
        body: The JSON that must be sent, None for no body.
        answer: The type that is answered: a name of the package's models, a built-in one, a list of one, or None.
        accept: The media types that must be asked for.
    """

    run: object
    sent: str
    body: object = None
    answer: object = None
    accept: str = "application/json"


NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)

CALLS = {
    "tides": {
        "harbours.list": Call(lambda client: client.harbours.list(), "GET /harbours", answer=["Harbour"]),
        "harbours.next_tide": Call(
            lambda client: client.harbours.next_tide(harbour="CRK & Co"),
            "GET /harbours/next-tide?harbour=CRK%20%26%20Co",
            answer="Tide",
        ),
        "harbours.alerts": Call(
            lambda client: client.harbours.alerts(harbour="CRK", metres=Decimal("4.20")),
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
}
