"""Values of subclasses are written as their base types; what cannot be written is named by its path."""

import datetime as dt
import json
import subprocess
import sys
from decimal import Decimal
from enum import IntEnum, StrEnum

import pytest
from envoice import EncodeError, InvoiceItemCreate, InvoiceSendToClient, InvoiceUpdate
from envoice._http.operation import Operation
from envoice._http.url import request_url
from envoice._json.base_types import as_base_type
from envoice._json.codec import encode
from envoice.testing import FakeService, Reply

from tests.envoice.sdk.things import Line, Thing, ThingCreate


class Text(str):
    """Such as a template renders."""

    __slots__ = ()

    def __str__(self):
        return "not asked"


class Money(Decimal):
    """An amount with a class of its own."""

    def __str__(self):
        return "1.10 EUR"

    __repr__ = __str__


class Id(int):
    """An id with a class of its own."""

    def __str__(self):
        return "id"

    __repr__ = __str__


class Real(float):
    """Such as numpy's."""

    def __repr__(self):
        return f"Real({float.__repr__(self)})"


class Moment(dt.datetime):
    """Such as pandas' and pendulum's."""

    def isoformat(self, *_, **__):
        return "not asked"


class Day(dt.date):
    """A date with a class of its own."""


class Never(dt.datetime):
    """Such as pandas' NaT, which has no year."""

    year = float("nan")


class Size(StrEnum):
    """An enum of texts."""

    BIG = "big"


class Level(IntEnum):
    """An enum of numbers."""

    HIGH = 3


MOMENT = Moment(2026, 1, 31, 10, 30, 0, 5, dt.UTC, fold=1)
BASES = [
    (Text("a"), "a", str),
    (Id(4), 4, int),
    (Money("1.10"), Decimal("1.10"), Decimal),
    (Real(1.5), 1.5, float),
    (MOMENT, dt.datetime(2026, 1, 31, 10, 30, 0, 5, dt.UTC, fold=1), dt.datetime),
    (Day(2026, 1, 31), dt.date(2026, 1, 31), dt.date),
    (Size.BIG, "big", str),
    (Level.HIGH, 3, int),
    (True, True, bool),
    (None, None, type(None)),
]


@pytest.mark.parametrize(("value", "base", "kind"), BASES)
def test_the_base_type_has_the_same_value(value, base, kind):
    found = as_base_type(value)
    assert found == base
    assert type(found) is kind
    assert getattr(found, "fold", 0) == getattr(value, "fold", 0)


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        (ThingCreate(number=Text("Grüße"), cost=Money("1.10")), '{"Number":"Grüße","Cost":1.10}'),
        (ThingCreate(cost=Id(4)), '{"Cost":4}'),
        (ThingCreate(items=[Line(cost=Money("0.30"), note=Size.BIG)]), '{"Items":[{"Cost":0.30,"Note":"big"}]}'),
        (Thing(id=Id(4)), '{"Id":4}'),
        ({Text("a"): [Text("b"), Level.HIGH, Day(2026, 1, 31)]}, '{"a":["b",3,"2026-01-31"]}'),
        ({Id(4): Id(5)}, '{"4":5}'),
        (InvoiceUpdate(id=1, issued_on=MOMENT), '{"Id":1,"IssuedOn":"2026-01-31T10:30:00.000005Z"}'),
    ],
)
def test_a_body_has_the_base_types(body, sent):
    assert encode(body, "things.create") == encode(body) == sent.encode()


def test_methods_take_them_in_the_body_and_in_the_query():
    service = FakeService()
    client = service.client()
    client.invoices.get(Id(4))
    client.invoices.send_to_client(Id(1), message=Text("Hello"))
    items = [InvoiceItemCreate(work_type_id=Id(1), cost=Money("1.10"), quantity=1)]
    client.invoices.create(client_id=1, currency_id=1, items=items)
    assert service.calls[0].query == {"id": "4"}
    assert service.calls[1].body_as(InvoiceSendToClient) == InvoiceSendToClient(invoice_id=1, message="Hello")
    assert service.calls[2].body["Items"] == [{"Cost": Decimal("1.10"), "Quantity": 1, "WorkTypeId": 1}]


@pytest.mark.parametrize(
    ("value", "text"),
    [(Text("a b"), "a b"), (Id(4), "4"), (Money("1.10"), "1.10"), (Level.HIGH, "3"), (Size.BIG, "big"), (True, "true")],
)
def test_the_query_has_their_values(value, text):
    service = FakeService()
    service.client().with_options(query={"extra": value}).invoices.get(1)
    assert service.calls[0].query["extra"] == text


def test_the_query_has_the_time_of_a_subclass():
    service = FakeService()
    service.client().with_options(query={"since": MOMENT}).invoices.get(1)
    assert service.calls[0].query["since"] == "2026-01-31T10:30:00.000005+00:00"


@pytest.mark.parametrize(
    ("body", "path", "reason"),
    [
        (ThingCreate(number=object()), "number", "it is of the type object, which has no JSON form"),
        (ThingCreate(items=[Line(note="a"), Line(note=object())]), "items[1].note", "it is of the type object"),
        (ThingCreate(number=Never(2026, 1, 31)), "number", "it is of the type Never, which is no date"),
        (ThingCreate(items=[Line(note="\ud800")]), "items[0].note", "it holds text with a lone surrogate"),
        (ThingCreate(items=[Line(note=2**64)]), "items[0].note", "it holds an integer beyond 64 bits"),
        ({"a": {"b": (1, object())}}, "['a']['b'][1]", "it is of the type object"),
        ({"a": {object(): 1}}, "['a'][a key of the type object]", "it is of the type object"),
    ],
)
def test_the_message_names_the_field(body, path, reason):
    with pytest.raises(EncodeError) as caught:
        encode(body)
    assert str(caught.value).startswith(f"The field {path!r} cannot be written as JSON: {reason}")


def test_a_body_that_is_no_model_is_named_by_its_type():
    with pytest.raises(EncodeError, match=r"The request body \(object\) cannot be written as JSON: it is of the type"):
        encode(object())


def test_a_float_of_a_subclass_is_not_exact_either():
    with pytest.raises(EncodeError, match=r"The field 'cost' is the float 1\.5, .* pass Decimal\('1\.5'\)\.$"):
        encode(ThingCreate(cost=Real(1.5)))


def test_a_decimal_of_a_subclass_that_is_not_finite_is_refused():
    with pytest.raises(EncodeError, match=r"The field 'cost' is"):
        encode(ThingCreate(cost=Money("NaN")))


def test_a_bool_is_no_amount():
    with pytest.raises(EncodeError, match="of the type bool, which is no amount"):
        encode(ThingCreate(cost=True), "things.create")


def test_a_query_that_has_no_text_names_the_parameter():
    asked = Operation(name="things.get", method="GET", path="/things", result=None)
    with pytest.raises(EncodeError, match="The query parameter 'id' has the type object"):
        request_url("https://api.example", asked, {"id": object()})
    with pytest.raises(EncodeError, match="The query parameter 'id' has no text form: it is of the type Never"):
        request_url("https://api.example", asked, {"id": Never(2026, 1, 31)})


def test_fakes_answer_with_their_values():
    service = FakeService()
    service.answer("invoices.get", {"Id": Id(4), "Number": Text("INV"), "IssuedOn": MOMENT, "TotalAmount": Money("2")})
    invoice = service.client().invoices.get(4)
    assert (type(invoice.id), type(invoice.number), type(invoice.issued_on)) == (int, str, dt.datetime)
    assert json.loads(Reply(json={"a": [Text("b"), Real(0.1), Money("1.10")]}).body) == {"a": ["b", 0.1, 1.10]}


FROZEN = """
import datetime

real = datetime.datetime


class Meta(type):
    def __instancecheck__(cls, value):
        return isinstance(value, real)

    def __subclasscheck__(cls, kind):
        return issubclass(kind, real)


class Frozen(real, metaclass=Meta):
    @classmethod
    def now(cls, zone=None):
        return cls(2026, 1, 31, tzinfo=zone)


def freeze():
    import sys

    datetime.datetime = Frozen
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "envoice":
            for variable, value in list(vars(module).items()):
                if value is real:
                    setattr(module, variable, Frozen)


{first}
from envoice import Invoice, InvoiceItemCreate, OrderSummary, Webhooks
from envoice.testing import FakeService, Reply, build, sign_delivery
{second}
now = datetime.datetime.now(datetime.UTC)
assert type(now) is Frozen
service = FakeService()
client = service.client()
item = InvoiceItemCreate(work_type_id=1, cost=1, quantity=1)
client.invoices.create(client_id=1, currency_id=1, items=[item], issued_on=now)
assert service.calls[0].body["IssuedOn"] == "2026-01-31T00:00:00Z"
assert type(client.invoices.get(1).issued_on) is real
assert type(build(Invoice, issued_on=now).issued_on) is real
service.answer("invoices.get", Reply(json={"Id": 1, "IssuedOn": "2026-01-31"}))
assert type(client.invoices.get(1).issued_on) is real
scheme = "hmac-sha256:secret:timestamp+activity:hex"
body, _ = sign_delivery(scheme, secret="secret", id=1, created_on=now, timestamp=now)
event = Webhooks(secret="secret", scheme=scheme).unwrap(body)
assert event.timestamp == event.activity.created_on == now
print("done")
"""


@pytest.mark.parametrize("when", ["before the import", "before the first answer"])
def test_all_of_it_works_while_a_test_has_frozen_the_clock(when):
    first, second = ("freeze()", "") if when == "before the import" else ("", "freeze()")
    program = FROZEN.replace("{first}", first).replace("{second}", second)
    paths = f"import sys; sys.path[:0] = {sys.path!r}\nimport tests.conftest\n" if when != "before the import" else ""
    prelude = paths or f"import sys; sys.path[:0] = {sys.path!r}\n"
    done = subprocess.run(
        [sys.executable, "-c", prelude + program], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.stdout == "done\n", done.stderr
