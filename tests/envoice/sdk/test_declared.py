"""A request body is as its models declare: amounts are exact numbers, and what is required is there."""

import threading
from decimal import Decimal
from enum import IntEnum

import msgspec
import pytest
from envoice import Invoice, InvoiceCreate, InvoiceItemCreate, InvoiceItemUpdate, InvoiceUpdate, TaxCreate, models
from envoice._json.codec import encode
from envoice._json.model import Model
from envoice.errors import EncodeError
from envoice.testing import build
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, UnsetType, field


class Piece(Model, kw_only=True):
    id: int = field(name="Id")
    price: Decimal | int | UnsetType | None = field(name="Price", default=UNSET)
    prices: list[Decimal | int] | UnsetType | None = field(name="Prices", default=UNSET)
    grid: list[list["Piece"]] | UnsetType | None = field(name="Grid", default=UNSET)
    inside: "Piece | UnsetType | None" = field(name="Inside", default=UNSET)
    either: Decimal | str | UnsetType | None = field(name="Either", default=UNSET)


class Own(InvoiceItemCreate, kw_only=True):
    extra: Decimal | int | UnsetType = field(name="Extra", default=UNSET)


class Unreadable(InvoiceItemCreate, kw_only=True):
    extra: "OnlyCheckersKnow | UnsetType" = UNSET  # noqa: F821 - as under TYPE_CHECKING


class Foreign(msgspec.Struct):
    cost: Decimal | None = None


class Count(IntEnum):
    TWO = 2


def item(kind=InvoiceItemCreate, **fields):
    return kind(**({"work_type_id": 1, "cost": 1, "quantity": 1} | fields))


def invoice(items, **fields):
    return InvoiceCreate(client_id=1, currency_id=1, items=items, **fields)


def refusal(body):
    with pytest.raises(EncodeError) as caught:
        encode(body, "things.create")
    return str(caught.value)


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (invoice([item()] * 3 + [item(cost="100.10")]), "items[3].cost"),
        (invoice((item(cost="100.10"),)), "items[0].cost"),
        (invoice([None, item(cost="100.10")], notes=None), "items[1].cost"),
        (models.InvoiceItemUpdate(quantity="100.10"), "quantity"),
        (models.PaymentLinkRecord(invoice=models.InvoiceRecord(total_amount="100.10")), "invoice.total_amount"),
        (invoice([item(Own, cost="100.10")]), "items[0].cost"),
        (invoice([item(Unreadable, cost="100.10")]), "items[0].cost"),
        (item(Own, cost="100.10"), "cost"),
        (item(Own, extra="100.10"), "extra"),
        (item(Unreadable, cost="100.10"), "cost"),
        (Foreign(cost="100.10"), "cost"),
        (Piece(id=1, prices=[1, "100.10"]), "prices[1]"),
        (Piece(id=1, grid=[[], [Piece(id=2), Piece(id=3, price="100.10")]]), "grid[1][1].price"),
        (Piece(id=1, inside=Piece(id=2, inside=Piece(id=3, price="100.10"))), "inside.inside.price"),
        ([item(), item(cost="100.10")], "[1].cost"),
        ({"a": item(cost="100.10")}, "['a'].cost"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_amount_of_text_is_refused_with_its_path(body, path):
    assert refusal(body) == f"The field {path!r} is the text '100.10' and not a number; pass Decimal('100.10')."


@pytest.mark.parametrize(
    "amount", [True, False, "twelve", "", "NaN", "1" * 41, b"1", [1], {"a": 1}, InvoiceItemUpdate()]
)
def test_what_is_no_amount_is_refused_and_not_shown(amount):
    for body in (item(cost=amount), TaxCreate(name="VAT", percentage=amount)):
        (name,) = {"cost", "percentage"} & set(body.__struct_fields__)
        assert refusal(body) == (
            f"The field {name!r} is of the type {type(amount).__name__}, which is no amount; "
            "pass a Decimal such as Decimal('100.10'), or an int."
        )


@pytest.mark.parametrize(
    "amount", [None, UNSET, 0, 2**63, Count.TWO, Decimal("0.10"), Decimal("1E500"), Decimal(1) / 3], ids=repr
)
def test_an_exact_number_or_none_goes_out(amount):
    body = InvoiceUpdate(id=1, items=[InvoiceItemUpdate(cost=amount, description="NaN"), None])
    assert encode(body, "invoices.update") == encode(body)


def test_what_an_answer_declares_may_be_sent_with_ints():
    record = models.PaymentLinkRecord(total_amount=5, items=[models.PaymentLinkItemRecord(quantity=2)])
    assert encode(record, "payment_links.create") == b'{"Items":[{"Quantity":2}],"TotalAmount":5}'


def test_a_field_that_may_be_text_may_be_text():
    assert encode(Piece(id=1, either="text"), "things.create") == b'{"Id":1,"Either":"text"}'


@given(st.one_of(st.text(max_size=5), st.integers(-9, 9), st.booleans(), st.decimals(), st.none(), st.floats()))
def test_only_exact_numbers_pass(amount):
    is_sound = amount is None or (type(amount) in {int, Decimal} and Decimal(amount).is_finite())
    for body in (Piece(id=1, price=amount), Piece(id=1, grid=[[Piece(id=1, prices=[3, amount])]])):
        if is_sound:
            assert encode(body, "things.create")
        else:
            refusal(body)


@pytest.mark.parametrize("absent", [None, UNSET], ids=repr)
def test_what_is_required_is_missed_wherever_it_stands(absent):
    for body, path in (
        (models.InvoiceDelete(id=absent), "id"),
        (TaxCreate(name=absent, percentage=1), "name"),
        (TaxCreate(name="VAT", percentage=absent), "percentage"),
        (Piece(id=1, grid=[[Piece(id=absent)]]), "grid[0][0].id"),
        ([Piece(id=absent)], "[0].id"),
    ):
        assert refusal(body) == f"things.create: {path} is required; got {absent}."


def test_what_is_no_request_is_written_as_it_is():
    assert encode(models.InvoiceDelete(id=None)) == b'{"Id":null}'
    assert build(Invoice, total_amount="100.10").total_amount == Decimal("100.10")


def test_many_threads_may_write_first_bodies():
    fresh = [type(f"Fresh{number}", (Piece,), {}, kw_only=True) for number in range(8)]
    written = []

    def write(kind):
        written.append(encode(kind(id=1, inside=Piece(id=2, price=3)), "things.create"))

    threads = [threading.Thread(target=write, args=(kind,)) for kind in fresh * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert written == [b'{"Id":1,"Inside":{"Id":2,"Price":3}}'] * len(threads)
