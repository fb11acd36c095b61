"""A stateful fake: what was created is got, listed, changed and deleted, by rules that know no resource's name."""

import inspect
import re
import threading
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from envoice import (
    ConfigurationError,
    DecodeError,
    Invoice,
    InvoiceStatus,
    NotFoundError,
    OrderStatus,
    SortOrder,
    models,
)
from envoice.testing import FakeService, Reply, UnexpectedCallError, build
from envoice.testing._catalogue import operations

from tests.envoice.testing.surface import method_of, required

CREATED = sorted(name.partition(".")[0] for name in operations() if name.endswith(".create"))


def has(resource, verb):
    return f"{resource}.{verb}" in operations()


def arguments(method):
    """What the method needs, and a text and an amount where it takes them."""
    values = required(method)
    for name, parameter in inspect.signature(method).parameters.items():
        if name in {"name", "title", "number", "notes"}:
            values[name] = "First"
        elif str(parameter.annotation).startswith("Decimal") and name not in values:
            values[name] = Decimal("1.50")
    return values


def create(client, resource, **given):
    method = method_of(client, f"{resource}.create")
    return method(**required(method) | given)


def id_of(value):
    return value if isinstance(value, int) else value.id


@pytest.fixture
def client():
    with FakeService(stateful=True, strict=True).client() as client:
        yield client


@pytest.mark.parametrize("resource", CREATED)
def test_every_resource_keeps_what_is_created(kind, resource):
    fake = FakeService(stateful=True, strict=True)
    client = kind.client(fake)
    methods = {verb: method_of(client, f"{resource}.{verb}") for verb in ("create", "list", "delete")}
    given = arguments(methods["create"])
    ids = [id_of(kind.run(methods["create"](**given))) for _ in range(12)]
    assert ids == list(range(1, 13))
    listed = kind.run(methods["list"]())
    assert [item.id for item in listed] == ids
    texts = [name for name, value in given.items() if isinstance(value, str) and hasattr(listed[0], name)]
    assert all(getattr(item, name) == given[name] for item in listed for name in texts)
    if has(resource, "get"):
        record = kind.run(method_of(client, f"{resource}.get")(3))
        assert (record.id, [getattr(record, name) for name in texts]) == (3, [given[name] for name in texts])
    if has(resource, "update"):
        change(kind, client, resource)
    assert kind.run(methods["delete"](id=3)) == 3
    assert [item.id for item in kind.run(methods["list"]())] == [one for one in ids if one != 3]
    for verb in ("get", "update", "delete"):
        if has(resource, verb):
            missing(kind, client, resource, verb)
    # An id is never given twice.
    assert id_of(kind.run(methods["create"](**given))) == 13


def change(kind, client, resource):
    method = method_of(client, f"{resource}.update")
    name = next(name for name in ("name", "title", "number") if name in inspect.signature(method).parameters)
    changed = kind.run(method(3, **{name: "Second"}))
    assert changed is None or (changed.id, getattr(changed, name)) == (3, "Second")
    found = {item.id: getattr(item, name) for item in kind.run(method_of(client, f"{resource}.list")())}
    assert (found[3], found[2]) == ("Second", "First")


def missing(kind, client, resource, verb):
    method = method_of(client, f"{resource}.{verb}")
    name = next((name for name in ("name", "title", "number") if name in inspect.signature(method).parameters), None)
    changed = {name: "Third"} if verb == "update" else {}
    with pytest.raises(NotFoundError, match=rf"{resource}: no record has the id 3") as error:
        kind.run(method(3, **changed))
    assert error.value.status == 404


def test_resources_of_lists_that_nobody_creates_answer_as_ever(client):
    fake = FakeService(stateful=True)
    with fake.client() as other:
        assert other.currencies.list()
    with pytest.raises(UnexpectedCallError):
        client.currencies.list()


def test_members_are_kept_with_their_exact_values_and_others_are_none(client):
    when = datetime(2026, 1, 31, 11, 43, tzinfo=UTC)
    item = models.InvoiceItemCreate(work_type_id=1, description="Work", cost=Decimal("100.10"), quantity=2)
    made = create(client, "invoices", number="INV-1", issued_on=when, status=InvoiceStatus.DRAFT, items=[item])
    kept = client.invoices.get(made.id)
    assert made == kept
    assert (kept.number, kept.issued_on, kept.status) == ("INV-1", when, InvoiceStatus.DRAFT)
    assert (kept.items[0].description, kept.items[0].cost) == ("Work", Decimal("100.10"))
    assert (kept.notes, kept.total_amount) == (None, None)


def test_a_record_shows_the_one_that_its_id_names(client):
    acme = client.clients.create(
        name="Acme", email="a@example.com", client_country_id=1, client_currency_id=2, ui_language_id=3
    )
    made = create(client, "invoices", number="INV-1", client_id=acme, currency_id=9)
    assert (made.client.id, made.client.name, made.currency.id) == (acme, "Acme", 9)
    client.clients.update(acme, name="Acme Ltd")
    assert client.invoices.get(made.id).client.name == "Acme Ltd"


def test_changes_keep_what_they_do_not_name_and_null_clears(client):
    made = create(client, "invoices", number="INV-1", notes="Thanks", status=InvoiceStatus.DRAFT)
    client.invoices.update(made.id, notes=None)
    assert (client.invoices.get(made.id).number, client.invoices.get(made.id).notes) == ("INV-1", None)
    assert client.invoices.change_status(made.id, status=InvoiceStatus.PAID) is True
    assert client.invoices.get(made.id).status is InvoiceStatus.PAID
    assert client.invoices.get_status(made.id) is InvoiceStatus.PAID


def test_what_is_done_to_a_record_that_is_not_there_is_answered_404(client):
    for call in (
        lambda: client.invoices.change_status(9, status=InvoiceStatus.PAID),
        lambda: client.invoices.get_status(9),
        lambda: client.invoices.get_pdf_link(9),
        lambda: client.invoices.send_to_client(9, id=1),
        lambda: client.orders.change_shipping_details(9, name="x"),
        lambda: client.clients.can_delete(9),
        lambda: client.estimations.convert(9),
    ):
        with pytest.raises(NotFoundError, match="no record has the id 9"):
            call()


def test_other_operations_on_a_record_answer_built_models(client):
    made = create(client, "invoices", number="INV-1")
    assert client.invoices.get_link(made.id).link.startswith("https://envoice.invalid/")
    order = create(client, "orders", name="First")
    assert client.orders.change_status(order, status=next(iter(OrderStatus))) is None
    assert client.orders.get(order).status is next(iter(OrderStatus))
    estimation = create(client, "estimations", number="E-1")
    assert isinstance(client.estimations.convert(estimation.id), Invoice)


def test_lists_turn_pages_and_searches_choose(client):
    for number in range(25):
        create(client, "invoices", number=f"INV-{number}")
        create(client, "work_types", title=f"Work {number % 5}")
    page = client.invoices.list(page=2, page_size=10).page()
    assert ([item.id for item in page], page.total) == (list(range(11, 21)), 25)
    assert len(list(client.invoices.list(page_size=4))) == 25
    assert [one.id for one in client.work_types.search(query="WORK 3")] == [4, 9, 14, 19, 24]
    assert [one.id for one in client.work_types.search(query="work 3", page=2, page_size=2)] == [14, 19]
    titles = [one.title for one in client.work_types.search(order_by="Title", order=SortOrder.DESC)]
    assert titles == sorted(titles, reverse=True)


def test_records_are_kept_as_if_they_had_been_created(client):
    fake = FakeService(stateful=True)
    fake.keep("invoices", build(Invoice, id=7, number="INV-7"), {"Number": "INV-1", "TotalAmount": 1.5})
    with fake.client() as other:
        assert (other.invoices.get(7).number, other.invoices.get(1).total_amount) == ("INV-7", Decimal("1.5"))
        assert create(other, "invoices", number="x").id == 2
        fake.keep("invoices", {"Id": 3})
        assert create(other, "invoices", number="x").id == 4
        fake.reset()
        assert list(other.invoices.list()) == []
        assert create(other, "invoices", number="x").id == 1


@pytest.mark.parametrize(
    ("fake", "resource", "record", "said"),
    [
        (FakeService(), "invoices", {}, r"keep('invoices'): make the fake with FakeService(stateful=True)."),
        (FakeService(stateful=True), "currencies", {}, r"keep('currencies'): give one of clients, "),
        (
            FakeService(stateful=True),
            "invoices",
            build(models.Client),
            r"must be a Invoice, or an object of its names: ",
        ),
        (FakeService(stateful=True), "invoices", 5, r"its names: got 5."),
        (FakeService(stateful=True), "invoices", {"Id": "x"}, r"at Id."),
    ],
)
def test_a_record_that_cannot_be_kept_is_refused(fake, resource, record, said):
    with pytest.raises(ConfigurationError, match=re.escape(said)):
        fake.keep(resource, record)


def test_what_is_said_prevails_and_calls_are_noted(client):
    fake = FakeService({"invoices.get": Reply(body=b"<html>")}, stateful=True)
    with fake.client() as other:
        made = create(other, "invoices", number="INV-1")
        with pytest.raises(DecodeError):
            other.invoices.get(made.id)
    fake.assert_called("invoices.create", body={"Number": "INV-1"})
    assert repr(fake) == "<FakeService, 2 calls, stateful>"


def test_many_threads_create_at_once(client):
    made = []
    threads = [
        threading.Thread(target=lambda: made.extend(client.taxes.create(name="x", percentage=1) for _ in range(20)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == list(range(1, 161))
    assert len(client.taxes.list()) == 160
