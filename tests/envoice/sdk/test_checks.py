"""Arguments of the wrong kind, empty updates and slips of enums are refused by name, and nothing is sent."""

import asyncio
import copy
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum

import msgspec
import pytest
from envoice import AsyncEnvoice, Envoice, InvoiceItemCreate, InvoiceStatus, InvoiceUpdate, SortOrder, models
from envoice._http.arguments import check_body, check_query
from envoice._http.operation import Operation
from envoice.enums import OpenEnum
from envoice.errors import EncodeError, EnvoiceError
from envoice.testing import FakeService
from msgspec import UNSET

ITEM = InvoiceItemCreate(work_type_id=1, cost=Decimal("100.10"), quantity=2)
NEW = {"client_id": 1, "currency_id": 2, "items": [ITEM]}
SENT_AS_ID = "pass its id alone, and each other field as an argument of its own."
NO_CHANGE = "only id is given, so there is nothing to send; pass at least one of"


class Number(IntEnum):
    FIVE = 5


class Word(StrEnum):
    PAID = "Paid"


class Text(str):
    __slots__ = ()


class Moment(datetime):
    pass


class OwnItem(InvoiceItemCreate, kw_only=True):
    pass


WRONG = [
    ("invoices.get", ["../x"], {}, "id must be an int; got a str."),
    ("invoices.get", ["5"], {}, "id must be an int; got a str."),
    ("invoices.get", [True], {}, "id must be an int; got a bool."),
    ("invoices.get", [5.0], {}, "id must be an int; got a float."),
    ("invoices.get", [[5]], {}, "id must be an int; got a list."),
    ("invoices.get", [int], {}, "id must be an int; got the class int."),
    ("invoices.get", [models.Invoice(id=5)], {}, f"id must be an int; got an Invoice; {SENT_AS_ID}"),
    ("invoices.get_pdf_link", [5], {"signed_version": "yes"}, "signed_version must be a bool; got a str."),
    ("invoices.delete", ["5"], {}, "id must be an int; got a str."),
    ("invoices.update", [InvoiceUpdate(id=1)], {}, f"id must be an int; got an InvoiceUpdate; {SENT_AS_ID}"),
    ("invoices.update", ["5"], {"notes": "x"}, "id must be an int; got a str."),
    ("invoices.update", [5], {"notes": b"x"}, "notes must be a str; got a bytes."),
    ("invoices.update", [5], {"notes": 7}, "notes must be a str; got an int."),
    ("invoices.update", [5], {"should_send_reminders": 1}, "should_send_reminders must be a bool; got an int."),
    ("invoices.update", [5], {"items": [ITEM]}, "items[0] must be an InvoiceItemUpdate; got an InvoiceItemCreate; "),
    (
        "invoices.create",
        [],
        NEW | {"items": ITEM},
        "items must be a list of InvoiceItemCreate; got an InvoiceItemCreate",
    ),
    ("invoices.create", [], NEW | {"items": "text"}, "items must be a list of InvoiceItemCreate; got a str; put it"),
    (
        "invoices.create",
        [],
        NEW | {"items": [ITEM, {"Cost": 1}]},
        "items[1] must be an InvoiceItemCreate; got a dict; pass",
    ),
    ("invoices.create", [], NEW | {"items": [[ITEM]]}, "items[0] must be an InvoiceItemCreate; got a list; pass"),
    ("invoices.create", [], NEW | {"due_date": "2026-01-31"}, "due_date must be a datetime; got a str; pass datetime."),
    ("invoices.create", [], NEW | {"due_date": date(2026, 1, 31)}, "due_date must be a datetime; got a date; pass a "),
    ("invoices.create", [], NEW | {"recurring_profile": [models.InvoiceRecurrence()]}, "recurring_profile must be an "),
    (
        "invoices.create",
        [],
        NEW | {"recurring_profile": models.InvoiceRecurrence(day_of_month="5")},
        "recurring_profile.day_of_month must be an int; got a str.",
    ),
    ("estimations.convert", ["5"], {}, "id must be an int; got a str."),
    ("estimations.convert", [models.EstimationDelete(id=5)], {}, "id must be an int; got an EstimationDelete; "),
    ("work_types.search", [], {"query": 5}, "query must be a str; got an int."),
    ("work_types.search", [], {"page_size": "10"}, "page_size must be an int; got a str."),
    ("work_types.search", [], {"order": 1}, "order must be a SortOrder; got an int; pass SortOrder.from_ordinal(...)."),
    ("invoices.change_status", [5], {"status": 0}, "status must be an InvoiceStatus; got an int; pass InvoiceStatus."),
    (
        "invoices.change_status",
        [5],
        {"status": models.EstimationStatus.DRAFT},
        "status must be an InvoiceStatus; got an EstimationStatus; pass a member of InvoiceStatus.",
    ),
    *(
        (
            "invoices.change_status",
            [5],
            {"status": slip},
            (
                f"status is {str(slip)!r}, which is no value of InvoiceStatus; the nearest is InvoiceStatus.PAID. "
                f"Pass InvoiceStatus.unknown({str(slip)!r}) if it is meant."
            ),
        )
        for slip in ("payed", "paid", "PAID", Text("Payd"), InvoiceStatus("payed"), InvoiceStatus("PAID"))
    ),
    ("invoices.change_status", [5], {"status": "Zzqk"}, "status is a text that is no value of InvoiceStatus; pass a "),
    ("work_types.search", [], {"order": "Asq"}, "order is 'Asq', which is no value of SortOrder; the nearest is "),
    (
        "invoices.update",
        [5],
        {},
        f"{NO_CHANGE} attachments, client_id, cloned_from_id, currency_id and the other fields.",
    ),
    ("taxes.update", [5], {}, f"{NO_CHANGE} name, percentage."),
    ("taxes.update", [5], {"name": UNSET}, f"{NO_CHANGE} name, percentage."),
    *((f"{resource}.update", [5], {}, NO_CHANGE) for resource in ("clients", "estimations", "invoice_categories")),
    *((f"{resource}.update", [5], {}, NO_CHANGE) for resource in ("products", "work_types")),
    ("orders.create", [], {}, "no field is given, so there is nothing to send; pass at least one of "),
    ("payment_links.create", [], {}, "no field is given, so there is nothing to send; pass at least one of "),
    ("orders.change_shipping_details", [], {"order_id": 5}, "no field is given, so there is nothing to send; pass at "),
]

RIGHT = [
    ("invoices.get", [Number.FIVE], {}, None),
    ("invoices.update", [Number.FIVE], {"notes": "x"}, None),
    ("invoices.update", [5], {"notes": None}, {"Id": 5, "Notes": None}),
    ("invoices.update", [5], {"status": "Paid"}, {"Id": 5, "Status": "Paid"}),
    ("invoices.update", [5], {"status": Word.PAID}, {"Id": 5, "Status": "Paid"}),
    ("invoices.update", [5], {"status": InvoiceStatus.PAID}, {"Id": 5, "Status": "Paid"}),
    ("invoices.update", [5], {"status": InvoiceStatus("Zzqk")}, {"Id": 5, "Status": "Zzqk"}),
    ("invoices.update", [5], {"status": InvoiceStatus.unknown("payed")}, {"Id": 5, "Status": "payed"}),
    ("invoices.create", [], NEW | {"items": (ITEM,)}, None),
    ("invoices.create", [], NEW | {"items": [OwnItem(work_type_id=1, cost=1, quantity=2)]}, None),
    ("invoices.create", [], NEW | {"due_date": datetime(2026, 1, 31, tzinfo=UTC)}, None),
    ("estimations.convert", [5], {}, 5),
    ("work_types.search", [], {"order": SortOrder.ASC, "query": "x", "order_by": None, "page": 1}, None),
    ("clients.delete", [5], {}, {"Id": 5}),
]


def call(kind, fake, name, arguments, keywords, *, raw=False):
    resource, _, verb = name.partition(".")
    with fake.client() as client:
        owner = getattr(client, resource)
        if kind == "sync":
            return getattr(owner.with_raw_response if raw else owner, verb)(*arguments, **keywords)

    async def run():
        async with fake.async_client() as client:
            owner = getattr(client, resource)
            return await getattr(owner.with_raw_response if raw else owner, verb)(*arguments, **keywords)

    return asyncio.run(run())


@pytest.mark.parametrize("raw", [False, True], ids=["parsed", "raw"])
@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(("name", "arguments", "keywords", "told"), WRONG)
def test_what_is_wrong_is_refused_by_name(name, arguments, keywords, told, kind, raw):
    fake = FakeService()
    with pytest.raises(EncodeError) as caught:
        call(kind, fake, name, arguments, keywords, raw=raw)
    assert str(caught.value).startswith(f"{name}: {told}")
    fake.assert_not_called()


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize(("name", "arguments", "keywords", "body"), RIGHT)
def test_what_is_right_is_sent(name, arguments, keywords, body, kind):
    fake = FakeService()
    call(kind, fake, name, arguments, keywords)
    (sent,) = fake.calls
    assert body is None or sent.body == body


@pytest.mark.parametrize("client", [Envoice, AsyncEnvoice])
def test_a_pager_refuses_where_it_is_made(client):
    paged = client(api_key="key-000001", api_secret="secret-000001")
    for wrong in ({"page": "2"}, {"page": True}, {"page_size": 0}, {"page_size": 2.0}):
        with pytest.raises(EnvoiceError, match=r"invoices\.list: page(_size)? must be an integer from 1"):
            paged.invoices.list(**wrong)


@pytest.mark.parametrize(
    "method", ["invoices.create", "estimations.create", "clients.create", "taxes.create", "products.create"]
)
def test_what_a_creation_needs_is_required(method):
    resource, _, verb = method.partition(".")
    with FakeService().client() as client, pytest.raises(TypeError, match=r"missing . required keyword-only arguments"):
        getattr(getattr(client, resource), verb)()


def test_an_item_needs_what_is_billed_its_price_and_its_number():
    for kind in (InvoiceItemCreate, models.EstimationItemCreate):
        assert [one.name for one in msgspec.structs.fields(kind) if one.required] == [
            "cost",
            "quantity",
            "work_type_id",
        ]


class Level(OpenEnum):
    LOW = "Low"
    HIGH = "High"


class Reading(msgspec.Struct):
    level: Level


def is_sent(level):
    try:
        check_query(
            Operation(name="t.get", method="GET", path="/", result=None, kinds={"l": ("level", Level)}), {"l": level}
        )
    except EncodeError:
        return False
    return True


def test_what_was_read_may_be_sent_back():
    read = msgspec.json.decode(b'{"level": "Hihg"}', type=Reading).level
    assert read == "Hihg"
    assert not read.is_known
    assert is_sent(read)
    assert is_sent(Level.unknown("Hihg"))
    assert not is_sent(Level("Hihg"))
    assert is_sent(Level("Medium"))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_copy_is_sent_as_its_original_is(protocol):
    for level, expected in ((Level.unknown("Hihg"), True), (Level("Hihg"), False), (Level.HIGH, True)):
        for again in (pickle.loads(pickle.dumps(level, protocol)), copy.copy(level), copy.deepcopy(level)):
            assert again == level
            assert is_sent(again) is expected


def test_an_unknown_value_is_a_member_where_there_is_one():
    assert Level.unknown("High") is Level.HIGH
    assert repr(Level.unknown("Hihg")) == "<Level: 'Hihg' (unknown)>"
    with pytest.raises(TypeError, match=r"Level\.unknown takes a str, not int"):
        Level.unknown(5)


def test_an_unknown_text_of_any_length_is_not_quoted():
    secret = "Paid" * 1000
    with pytest.raises(EncodeError) as caught, FakeService().client() as client:
        client.invoices.change_status(5, status=secret)
    assert "Paid" not in str(caught.value)


def test_amounts_of_a_query_are_checked_and_plain_bodies_are_not():
    operation = Operation(
        name="t.find",
        method="POST",
        path="/",
        result=None,
        kinds={"Cost": ("cost", Decimal), "Ids": ("ids", list[int]), "Day": ("day", datetime)},
    )
    check_query(operation, {"Cost": 5, "Ids": (1, 2), "Day": Moment(2026, 1, 31, tzinfo=UTC), "other": object()})
    for query, told in (
        ({"Cost": "5"}, "cost must be a Decimal or an int; got a str"),
        ({"Cost": True}, "cost must be a Decimal or an int; got a bool"),
        ({"Ids": 1}, "ids must be a list of int; got an int"),
        ({"Ids": [1, "2"]}, r"ids\[1\] must be an int; got a str"),
        ({"Day": "2026-01-31"}, "day must be a datetime; got a str"),
    ):
        with pytest.raises(EncodeError, match=f"^t.find: {told}"):
            check_query(operation, query)
    check_body(operation, {"Id": object()})
    check_body(operation, [object()])


def test_a_subclass_of_a_type_is_that_type():
    update = Operation(name="t.update", method="POST", path="/", result=None, min_fields=2)
    for fields in (
        {"notes": Text("x")},
        {"status": Text("Paid")},
        {"due_date": Moment(2026, 1, 31, tzinfo=UTC)},
        {"client_id": Number.FIVE},
        {"items": (models.InvoiceItemUpdate(id=Number.FIVE),)},
    ):
        check_body(update, InvoiceUpdate(id=1, **fields))


def test_a_model_within_itself_is_left_to_the_writer():
    payments = []
    invoice = models.InvoiceRecord(payments=payments)
    payments.append(models.PaymentRecord(invoice=invoice))
    check_body(Operation(name="t.create", method="POST", path="/", result=None), invoice)
    payments.clear()
