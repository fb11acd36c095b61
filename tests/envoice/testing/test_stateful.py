"""A stateful fake: every resource keeps what is created, by rules that know no name of one."""

import inspect
from decimal import Decimal

import pytest
from envoice import (
    Invoice,
    InvoiceItemCreate,
    InvoiceItemUpdate,
    InvoiceStatus,
    NotFoundError,
    OrderStatus,
    SortOrder,
)
from envoice.testing import FakeService, UnexpectedCallError
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


def test_the_items_of_a_record_get_ids_as_the_service_gives_them(client):
    items = [InvoiceItemCreate(work_type_id=7, cost=Decimal("1.50"), quantity=1, description=text) for text in "ab"]
    made = client.invoices.create(client_id=1, currency_id=2, items=items)
    assert [(item.id, item.description) for item in made.items] == [(1, "a"), (2, "b")]
    more = [
        InvoiceItemUpdate(id=2, work_type_id=7, cost=1, quantity=1),
        InvoiceItemUpdate(work_type_id=7, cost=2, quantity=1),
    ]
    client.invoices.update(made.id, client_id=1, currency_id=2, items=more)
    assert [(item.id, item.cost) for item in client.invoices.get(made.id).items] == [(2, 1), (1, 2)]


def test_what_is_kept_gets_the_ids_that_it_lacks():
    fake = FakeService(stateful=True)
    fake.keep(
        "invoices", {"Number": "A"}, {"Id": None, "Number": "B", "Items": [{}, {"Id": 1}]}, {"Id": 9, "Number": "C"}
    )
    with fake.client() as client:
        assert [(one.id, one.number) for one in client.invoices.list()] == [(1, "A"), (2, "B"), (9, "C")]
        assert [item.id for item in client.invoices.get(2).items] == [2, 1]


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


def test_a_record_shows_the_one_that_its_id_names(client):
    acme = client.clients.create(
        name="Acme", email="a@example.com", client_country_id=1, client_currency_id=2, ui_language_id=3
    )
    made = create(client, "invoices", number="INV-1", client_id=acme, currency_id=9)
    assert (made.client.id, made.client.name, made.currency.id) == (acme, "Acme", 9)
    client.clients.update(acme, name="Acme Ltd")
    assert client.invoices.get(made.id).client.name == "Acme Ltd"


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
