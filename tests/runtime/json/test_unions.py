"""Unions both ways: which member a value is read as, what is kept as it came, and what a caller may give."""

from __future__ import annotations

import copy
import json
import pickle
import threading
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import msgspec
import pytest
from msgspec import UNSET, UnsetType, field
from sdk._http.arguments import check_body, check_parameters
from sdk._http.operation import Operation
from sdk._http.parameters import Parameter
from sdk._json.codec import Undecodable, decode, encode
from sdk._json.decimals import DecimalText
from sdk._json.model import Model
from sdk._json.nullable import ABSENT, Extras, Nullable
from sdk._json.time_limit import LateError, TimeLimit
from sdk.enums import OpenEnum, OpenIntEnum
from sdk.errors import EncodeError

unions = pytest.importorskip("sdk._json.unions", reason="a package of a document without unions reads none")
Discriminator, OneOf = unions.Discriminator, unions.OneOf


class CardKind(OpenEnum):
    CARD = "card"


class BankKind(OpenEnum):
    BANK = "bank"


class Colour(OpenEnum):
    RED = "red"
    BLUE = "blue"


class Level(OpenIntEnum):
    LOW = 1
    HIGH = 2


class Card(Model, kw_only=True):
    kind: str = field(name="kind")
    card_number: str = field(name="cardNumber")
    limit: Decimal | UnsetType = field(name="limit", default=UNSET)


class Bank(Model, kw_only=True):
    kind: str = field(name="kind")
    iban: str = field(name="iban")
    fees: list[Decimal] | UnsetType = field(name="fees", default=UNSET)
    raw: bytes | UnsetType = field(name="raw", default=UNSET)


class Wallet(Model, kw_only=True):
    kind: str = field(name="kind")
    note: DecimalText | UnsetType = field(name="note", default=UNSET)
    additional_properties: Extras[Any] = field(name="-additional_properties", default=ABSENT)


class CardOfKind(Model, kw_only=True):
    type: CardKind = field(name="type")
    name: str | UnsetType = field(name="name", default=UNSET)


class BankOfKind(Model, kw_only=True):
    type: BankKind = field(name="type")
    name: str | UnsetType = field(name="name", default=UNSET)


class Small(Model, kw_only=True):
    width: int | UnsetType = field(name="width", default=UNSET)


class Large(Model, kw_only=True):
    width: int | UnsetType = field(name="width", default=UNSET)
    height: int | UnsetType = field(name="height", default=UNSET)


class Narrow(Model, kw_only=True):
    width: str = field(name="width")


class Base(Model, kw_only=True):
    kind: str = field(name="kind")
    name: str = field(name="name")


VARIANTS = {"card": "Card", "bank": "Bank", "wallet": "Wallet", "1": "Bank", "true": "Card", "lost": "Nothing"}
Payment = OneOf[Annotated[Card | Bank | Wallet, Discriminator("kind", VARIANTS)]]
Pet = OneOf[Annotated[Card | Bank | Base, Discriminator("kind", {"card": "Card", "bank": "Bank"})]]
Loose = OneOf[Card | Bank | Small | list[Small] | str | int]
Tree = OneOf["list[Tree] | dict[str, Tree] | Card | str"]


class Order(Model, kw_only=True):
    payment: Nullable[Payment] = field(name="payment", default=ABSENT)
    payments: list[Payment] | UnsetType = field(name="payments", default=UNSET)
    by_name: dict[str, Payment] | UnsetType = field(name="byName", default=UNSET)
    loose: Loose | UnsetType = field(name="loose", default=UNSET)
    text: OneOf[DecimalText | int] | UnsetType = field(name="text", default=UNSET)
    when: OneOf[date | str] | UnsetType = field(name="when", default=UNSET)


# Weeks, and a decimal of which the type alone says that it is a text.
WRITTEN_OTHERWISE = {OneOf[time | timedelta], OneOf[DecimalText | int]}


@pytest.mark.parametrize(
    ("union", "value", "kind"),
    [
        (Payment, {"kind": "card", "cardNumber": "1"}, Card),
        (Payment, {"kind": "bank", "iban": "1", "fees": [Decimal("1.10")]}, Bank),
        # Its own value says what an object is, not its names.
        (Payment, {"kind": "wallet", "cardNumber": "1", "iban": "2"}, Wallet),
        (Pet, {"kind": "card", "cardNumber": "1"}, Card),
        (Pet, {"kind": "fish", "name": "a"}, Base),
        (OneOf[CardOfKind | BankOfKind], {"type": "bank", "name": "a"}, BankOfKind),
        (OneOf[CardOfKind | BankOfKind], {"name": "a", "type": "card"}, CardOfKind),
        (OneOf[Card | Bank], {"kind": "a", "iban": "1"}, Bank),
        (OneOf[Small | Large], {"width": 1}, Small),
        (OneOf[Large | Small], {"width": 1}, Large),
        (OneOf[Small | Large], {"width": 1, "height": 2}, Large),
        (OneOf[Small | Large | Narrow], {"width": "1"}, Narrow),
        (OneOf[Small | dict[str, int]], {"any": 1}, dict),
        (OneOf[dict[str, int] | Small], {"width": 1}, Small),
        (OneOf[dict[str, Any] | Card], {"width": 1}, dict),
        (OneOf[Small | Large], {}, Small),
        (OneOf[list[Small] | list[Card]], [{"kind": "a", "cardNumber": "1"}], [Card]),
        (OneOf[list[Small] | list[Large]], [{"width": 1}, {"height": 1}], [Large]),
        (OneOf[list[int] | list[str]], ["a", "b"], [str]),
        (OneOf[list[int] | list[str]], [], list),
        (OneOf[Small | list[Small]], [{"width": 1}], [Small]),
        (OneOf[str | list[str]], "a", str),
        (OneOf[date | str], "2026-01-31", date),
        (OneOf[str | date], "2026-01-31", date),
        (OneOf[date | datetime | str], "2026-01-31T12:00:00Z", datetime),
        (OneOf[date | str], "the last day", str),
        (OneOf[time | timedelta], "P1D", timedelta),
        (OneOf[time | timedelta], "P2W", timedelta),
        (OneOf[UUID | str], "01234567-89ab-4def-8123-456789abcdef", UUID),
        (OneOf[UUID | str], "word", str),
        # Any word may be the Base64 of something.
        (OneOf[bytes | str], "word", str),
        (OneOf[bytes | int], "d29yZA==", bytes),
        (OneOf[DecimalText | str], "100.10", str),
        (OneOf[DecimalText | int], "100.10", Decimal),
        (OneOf[Colour | str], "red", Colour),
        (OneOf[str | Colour], "red", Colour),
        (OneOf[Colour | str], "green", str),
        (OneOf[Colour | int], "green", Colour),
        (OneOf[Colour | date], "2026-01-31", date),
        (OneOf[Level | int], 1, Level),
        (OneOf[Level | int], 7, int),
        (OneOf[Level | str], 7, Level),
        (OneOf[int | Decimal], 1, int),
        (OneOf[int | Decimal], Decimal("1.50"), Decimal),
        (OneOf[Decimal | str], 1, Decimal),
        (OneOf[Decimal | str], "1", str),
        (OneOf[int | bool], True, bool),
        (OneOf[bool | str], False, bool),
        (Tree, ["a", {"b": [{"kind": "c", "cardNumber": "1"}]}], list),
    ],
)
def test_a_value_is_read_as_the_member_that_it_is_and_written_as_it_came(union, value, kind):
    body = encode(value)
    found = decode(body, union)
    if isinstance(kind, list):
        assert {type(item) for item in found} == set(kind)
    else:
        assert type(found) is kind
    assert plain(encode(found)) == plain(body) or union in WRITTEN_OTHERWISE


@pytest.mark.parametrize(
    ("union", "value"),
    [
        (Payment, {"kind": "crypto", "amount": Decimal("1.10")}),
        (Payment, {"kind": "lost", "amount": Decimal("1.10")}),
        (Payment, {"kind": "", "cardNumber": "1"}),
        (Payment, {"kind": "x" * 100_000, "cardNumber": "1"}),
        (Payment, {"kind": ["card"], "cardNumber": "1"}),
        (Payment, {"kind": {"card": 1}, "cardNumber": "1"}),
        (Payment, {"kind": Decimal("1.0"), "iban": "1"}),
        (Payment, {"kind": 2**63, "iban": "1"}),
        (Payment, {"kind": None, "colour": "1"}),
        (Payment, {"cardNumber": "1"}),
        (Payment, {}),
        (Payment, []),
        (Payment, "card"),
        (Payment, Decimal("-1.50")),
        # A variant that is known and yet not as it is declared.
        (Payment, {"kind": "card"}),
        (Payment, {"kind": "card", "cardNumber": 1}),
        (Payment, {"kind": "card", "cardNumber": "1", "limit": "NaN"}),
        (Payment, {"kind": "bank", "iban": "1", "fees": [1, "Infinity"]}),
        (OneOf[CardOfKind | BankOfKind], {"type": "crypto", "name": "a"}),
        (OneOf[CardOfKind | BankOfKind], {"type": [1], "name": "a"}),
        (OneOf[Small | Large], {"depth": 1}),
        (OneOf[Small | Large], {"width": [1]}),
        (OneOf[Small | str], 5),
        (OneOf[int | str], True),
        (OneOf[int | str], None),
        (OneOf[int | Decimal], True),
        (OneOf[Level | str], True),
        (OneOf[int | str], Decimal("1.0")),
        (OneOf[bool | str], 1),
        (OneOf[date | int], "2026-02-30"),
        (OneOf[bytes | int], "a b?"),
        (OneOf[bytes | int], "d29yZA"),
        (OneOf[bytes | int], "P1D="),
        (OneOf[bytes | date], "01234567-89ab-4def-8123-456789abcdef"),
        (OneOf[DecimalText | int], "NaN"),
        (OneOf[list[int] | str], [1, "a"]),
        (OneOf[dict[str, int] | str], {"a": "b"}),
        (OneOf[list[Small] | list[Card]], [{"width": 1}, {"kind": "c", "cardNumber": "1"}, {"x": 1}]),
    ],
)
def test_what_no_member_is_stays_as_it_came(union, value):
    body = encode(value)
    for kind, whole in ((union, body), (list[union], b"[%s]" % body), (dict[str, union], b'{"a":%s}' % body)):
        found = decode(whole, kind)
        held = found[0] if kind == list[union] else found["a"] if kind == dict[str, union] else found
        assert type(held) is type(value)
        assert held == value
        assert encode(found) == whole


def test_a_discriminator_may_be_a_number_or_a_bool():
    assert type(decode(b'{"kind": 1, "iban": "1"}', OneOf[Annotated[Bare | Card, BY_NUMBER]])) is Bare
    assert type(decode(b'{"kind": true, "iban": "1"}', OneOf[Annotated[Bare | Card, BY_NUMBER]])) is Bare


class Term(Model, kw_only=True):
    span: timedelta = field(name="span")


@pytest.mark.parametrize("union", [OneOf[Term | int], OneOf[timedelta | int]])
def test_a_duration_of_months_goes_back_as_it_came(union):
    body = b'"P2M"' if union is OneOf[timedelta | int] else b'{"span":"P2M"}'
    assert encode(decode(body, union)) == body


class Bare(Model, kw_only=True):
    iban: str = field(name="iban")


BY_NUMBER = Discriminator("kind", {"1": "Bare", "true": "Bare", "card": "Card"})


def test_a_number_and_a_bool_are_told_apart_where_one_was_seen_before():
    union = OneOf[Annotated[Bare | Card, Discriminator("kind", {"1": "Bare", "true": "Card"})]]
    bodies = {b'{"kind":1,"iban":"1"}': Bare, b'{"kind":true,"iban":"1"}': dict, b'{"kind":1.0,"iban":"1"}': dict}
    for body, kind in [*bodies.items(), *reversed(bodies.items()), *bodies.items()]:
        assert type(decode(body, union)) is kind


def test_so_many_kinds_of_objects_are_kept_in_mind_and_no_more():
    union = OneOf[Card | Bank | Small]
    for number in range(2_000):
        assert decode(b'{"width": 1, "x%d": 1}' % number, union) == Small(width=1)
    assert len(union.plan._known) <= 256


def test_the_order_of_the_members_is_part_of_a_union():
    assert OneOf[int | str] is OneOf[int | str]
    assert OneOf[int | str] is not OneOf[str | int]
    assert OneOf[list[int | str] | bool] is not OneOf[list[str | int] | bool]
    assert repr(OneOf[int | str]) == "OneOf[int | str]"
    assert repr(OneOf[Small]) == "OneOf[Small]"
    assert repr(Tree) == "OneOf[list[Tree] | dict[str, Tree] | Card | str]"
    assert pickle.loads(pickle.dumps([OneOf[int | str], Payment, Tree])) == [OneOf[int | str], Payment, Tree]
    assert Discriminator("a", {"b": "C"}) == Discriminator("a", {"b": "C"}) != "a"
    assert repr(Discriminator("a", {"b": "C"})) == "Discriminator('a', {'b': 'C'})"


def test_a_union_is_read_wherever_it_stands():
    body = (
        b'{"payment":{"kind":"card","cardNumber":"1"},"payments":[{"kind":"bank","iban":"1"},{"kind":"x"}],'
        b'"byName":{"a":{"kind":"wallet","note":"1.50","more":1.10}},"loose":[{"width":1}],"text":"1.50",'
        b'"when":"2026-01-31"}'
    )
    order = decode(body, Order)
    assert order.payment == Card(kind="card", card_number="1")
    assert order.payments == [Bank(kind="bank", iban="1"), {"kind": "x"}]
    assert order.by_name["a"].additional_properties == {"more": Decimal("1.10")}
    assert (order.loose, order.text, order.when) == ([Small(width=1)], Decimal("1.50"), date(2026, 1, 31))
    assert encode(order) == encode(order, "orders.create") == body
    match order.payment:
        case Card(card_number=number):
            assert number == "1"
        case _:
            pytest.fail("a card is a Card")
    assert decode(b"null", Payment | None) is None
    assert decode(b'{"payment": null}', Order).payment is None
    assert decode(b"{}", Order) == Order()


def test_a_model_with_a_union_is_a_value_like_any_other():
    order = decode(b'{"payment": {"kind": "card", "cardNumber": "1"}, "loose": "a"}', Order)
    for again in (pickle.loads(pickle.dumps(order)), copy.copy(order), copy.deepcopy(order)):
        assert again == order
        assert hash(again) == hash(order)
    assert order != decode(b'{"payment": {"kind": "card", "cardNumber": "2"}, "loose": "a"}', Order)
    assert msgspec.structs.replace(order, payment=None).payment is None


@pytest.mark.parametrize("depth", [50, 100])
def test_members_inside_one_another_are_read_once(depth):
    """Each level has two members that fit at first sight, so that trying all of them would take for ever."""
    body = b'{"x":1}'
    for _ in range(depth):
        body = b'{"inner":%s,"end":{"x":"s"}}' % body
    found = decode(body, Chain)
    for _ in range(depth):
        assert type(found) is Second
        found = found.inner
    assert encode(decode(body, Chain)) == body


class NumberEnd(Model, kw_only=True):
    x: int = field(name="x")


class TextEnd(Model, kw_only=True):
    x: str = field(name="x")


class First(Model, kw_only=True):
    inner: Chain = field(name="inner")
    end: NumberEnd = field(name="end")


class Second(Model, kw_only=True):
    inner: Chain = field(name="inner")
    end: TextEnd = field(name="end")


Chain = OneOf["First | Second | NumberEnd"]


@pytest.mark.parametrize("depth", [3_000, 100_000])
def test_what_is_nested_too_deeply_is_refused(depth):
    with pytest.raises(Undecodable, match="nested too deeply"):
        decode(b"[" * depth + b"]" * depth, Tree)


def test_reading_ends_with_the_deadline():
    class Late(TimeLimit):
        looks = 3

        def check(self):
            self.looks -= 1
            if self.looks < 0:
                raise LateError

    item = b'{"kind": "card", "cardNumber": "1"}'
    body = b"[" + b",".join([item] * 2_000) + b"]"
    with pytest.raises(LateError):
        decode(body, list[Payment], Late(1.0, lambda: 1.0))
    assert len(decode(body, list[Payment], TimeLimit(1.0, lambda: 1.0))) == 2_000
    assert len(decode(body, list[Payment])) == 2_000


def test_threads_that_read_a_union_for_the_first_time_read_the_same():
    fresh = OneOf[Annotated[Card | Bank | Wallet, Discriminator("kind", {**VARIANTS, "another": "Card"})]]
    start, found = threading.Barrier(8), []

    def read():
        start.wait()
        found.append(decode(b'[{"kind": "another", "cardNumber": "1"}]', list[fresh]))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[Card(kind="another", card_number="1")]] * 8


OPERATION = Operation(name="orders.create", method="POST", path="/orders", result=None)


@pytest.mark.parametrize(
    "fields",
    [
        {"payment": Card(kind="card", card_number="1")},
        {"payment": {"kind": "crypto", "amount": 1}},
        {"payment": None},
        {"payments": [Bank(kind="bank", iban="1"), {"kind": "x"}]},
        {"loose": "a"},
        {"loose": 5},
        {"loose": [Small(width=1)]},
        {"loose": [{"any": [1]}]},
        {"text": Decimal("1.5")},
        {"when": date(2026, 1, 31)},
        {"when": "tomorrow"},
    ],
)
def test_each_member_of_a_union_may_be_given(fields):
    order = Order(**fields)
    check_body(OPERATION, order)
    assert json.loads(encode(order, "orders.create"))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"payment": 5}, "orders.create: payment must be a Card, a Bank or a Wallet; got an int."),
        ({"payment": Small()}, "payment must be a Card, a Bank or a Wallet; got a Small."),
        ({"payment": Card(kind=1, card_number="1")}, "orders.create: payment.kind must be a str; got an int."),
        ({"payments": [Card(kind="a", card_number=5)]}, "payments[0].card_number must be a str; got an int."),
        ({"loose": 1.5}, "loose must be a Card, a Bank, a Small, a list of Small, a str or an int; got a float."),
        ({"loose": True}, "a str or an int; got a bool."),
        ({"loose": [Card(kind="a", card_number=5)]}, "loose[0].card_number must be a str; got an int."),
        ({"loose": {"a": Card(kind="a", card_number=5)}}, "loose['a'].card_number must be a str; got an int."),
        ({"text": "1.5"}, "text must be a Decimal or an int; got a str."),
        ({"when": datetime(2026, 1, 1, tzinfo=UTC)}, "when must be a date or a str; got a datetime."),
    ],
)
def test_what_is_no_member_is_refused_by_its_name(fields, said):
    with pytest.raises(EncodeError) as caught:
        check_body(OPERATION, Order(**fields))
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (Order(payment=Card(kind="a", card_number=None)), "orders.create: payment.card_number is required; got None."),
        (Order(payments=[Bank(kind="a", iban="1", fees=["2"])]), "payments[0].fees[0]' is the text '2' and not a"),
        (Order(payment={"a": 1.5}), "is the float 1.5, which is not exact"),
        (Order(payment={"a": object()}), "The field \"payment['a']\" cannot be written as JSON"),
    ],
)
def test_what_is_inside_a_member_is_held_against_its_model(order, said):
    with pytest.raises(EncodeError) as caught:
        encode(order, "orders.create")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (OneOf[int | str], 1.5, "things.list: key must be an int or a str; got a float."),
        (OneOf[int | str], {"a": 1}, "things.list: key must be an int or a str; got a dict."),
        (OneOf[int | list[int]], ["a"], "things.list: key[0] must be an int; got a str."),
        (OneOf[Colour | int], "rad", "things.list: key is 'rad', which is no value of Colour; the nearest is"),
        (OneOf[Decimal | bool], "1", "things.list: key must be a Decimal, an int or a bool; got a str."),
    ],
)
def test_an_argument_that_is_no_member_is_refused(kind, value, said):
    parameters = (Parameter("key", "key", "query", kind),)
    operation = Operation(name="things.list", method="GET", path="/things", result=None, parameters=parameters)
    with pytest.raises(EncodeError) as caught:
        check_parameters(operation, {"key": value})
    assert said in str(caught.value)


@pytest.mark.parametrize("value", [5, "a", [1, 2], None, UNSET])
def test_an_argument_that_is_a_member_passes(value):
    parameters = (Parameter("key", "key", "query", OneOf[int | str | list[int]]),)
    operation = Operation(name="things.list", method="GET", path="/things", result=None, parameters=parameters)
    check_parameters(operation, {"key": value})


def plain(content):
    return json.loads(content, parse_float=Decimal)
