"""Unions as plain values: to_dict and from_dict, hidden secrets, deviations, the command line, made-up models."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from msgspec import UNSET, UnsetType, field
from sdk._json.codec import decode, encode
from sdk._json.decimals import DecimalText  # noqa: TC002 - msgspec reads it
from sdk._json.model import Model
from sdk._json.nullable import ABSENT, Extras
from sdk._json.unknown import unknown_fields
from sdk.cli._documents import body_of, value_of
from sdk.cli._rows import chosen, columns_of, default_columns
from sdk.cli._rows import plain as plain_rows
from sdk.deviations._inspection import findings
from sdk.enums import OpenEnum
from sdk.errors import EncodeError, ModelError
from sdk.testing import factories

unions = pytest.importorskip("sdk._json.unions", reason="a package of a document without unions reads none")
Discriminator, OneOf = unions.Discriminator, unions.OneOf


class Colour(OpenEnum):
    RED = "red"


class Card(Model, kw_only=True):
    kind: str = field(name="cardKind")
    card_number: str = field(name="cardNumber")
    access_token: str | UnsetType = field(name="accessToken", default=UNSET)


class Bank(Model, kw_only=True):
    kind: str = field(name="cardKind")
    account_name: str = field(name="accountName")
    cost: DecimalText | UnsetType = field(name="cost", default=UNSET)
    additional_properties: Extras[Any] = field(name="-additional_properties", default=ABSENT)


class Box(Model, kw_only=True):
    inner_width: int = field(name="innerWidth")


Payment = OneOf[Annotated[Card | Bank, Discriminator("cardKind", {"card": "Card", "bank": "Bank"})]]
Tree = OneOf["list[Tree] | Box | str"]


class Order(Model, kw_only=True):
    payment: Payment | UnsetType = field(name="thePayment", default=UNSET)
    parts: OneOf[Box | list[Box] | Colour | Decimal] | UnsetType = field(name="theParts", default=UNSET)
    tree: Tree | UnsetType = field(name="theTree", default=UNSET)
    when: OneOf[date | DecimalText] | UnsetType = field(name="theWhen", default=UNSET)


WIRE = {
    "thePayment": {"cardKind": "bank", "accountName": "a", "cost": "1.50", "more": 1},
    "theParts": [{"innerWidth": 1}],
    "theTree": [{"innerWidth": 2}, ["a"]],
    "theWhen": "1.50",
}
PYTHON = {
    "payment": {"kind": "bank", "account_name": "a", "cost": "1.50", "additional_properties": {"more": 1}},
    "parts": [{"inner_width": 1}],
    "tree": [{"inner_width": 2}, ["a"]],
    "when": "1.50",
}


def test_a_model_goes_out_and_comes_back_in_either_names():
    order = decode(encode(WIRE), Order)
    assert order.to_dict() == WIRE
    assert order.to_dict(names="python") == PYTHON
    assert Order.from_dict(WIRE) == Order.from_dict(PYTHON, names="python") == order
    assert Order.from_json(order.to_json(names="python"), names="python") == order
    assert encode(order) == encode(WIRE)


@pytest.mark.parametrize(
    "fields",
    [
        {"payment": Card(kind="card", card_number="1")},
        {"payment": {"cardKind": "crypto", "amount": Decimal("1.10")}},
        {"parts": Box(inner_width=1)},
        {"parts": Colour.RED},
        {"parts": Decimal("1.10")},
        {"tree": "a"},
        {"when": date(2026, 1, 31)},
    ],
)
@pytest.mark.parametrize("names", ["wire", "python"])
def test_each_member_goes_out_and_comes_back(fields, names):
    order = Order(**fields)
    assert Order.from_dict(order.to_dict(names=names, secrets=True), names=names) == order
    held = order.to_dict(names=names, secrets=True) | dict(fields if names == "python" else {})
    assert Order.from_dict(held, names=names) == order
    assert decode(encode(order), Order) == order


def test_a_float_where_a_decimal_may_be_is_refused():
    with pytest.raises(ModelError, match=r"float 1\.5 is not exact"):
        Order.from_dict({"theParts": 1.5})


def test_secrets_of_a_member_and_of_an_unknown_one_are_hidden():
    known = decode(b'{"thePayment": {"cardKind": "card", "cardNumber": "1", "accessToken": "s3cret"}}', Order)
    raw = decode(b'{"thePayment": {"cardKind": "x", "accessToken": "s3cret", "in": [{"password": "s3cret"}]}}', Order)
    listed = decode(b'{"theParts": [{"accessToken": "s3cret", "at": "https://a.example/?sig=s3cret"}]}', Order)
    for order in (known, raw, listed):
        assert "s3cret" not in repr(order)
        assert "s3cret" not in str(order.to_dict())
        assert "s3cret" in str(order.to_dict(secrets=True))
        assert "s3cret" not in order.to_json()
        with pytest.raises(ModelError, match="was hidden"):
            Order.from_dict(order.to_dict())
        assert b"s3cret" in encode(order)
    assert "s3cret" not in str(plain_rows(known))
    assert "s3cret" not in str(plain_rows(raw))


def test_deviations_are_found_within_a_member():
    body = b'{"thePayment": {"cardKind": "card", "cardNumber": "1", "more": 1}, "theParts": "green", "theTree": "a"}'
    found = {(one.path, one.kind.value, one.schema) for one in findings(Order, body) if one.seen != "nothing"}
    assert found == {("thePayment.more", "unknown field", "Card"), ("theParts", "unknown value", "Order")}


@pytest.mark.parametrize(
    ("value", "expected", "seen"),
    [
        (b'{"thePayment": {"cardKind": "crypto"}}', "one of Card, Bank", "crypto"),
        (b'{"thePayment": {"cardKind": "card"}}', "one of Card, Bank", "card"),
        (b'{"thePayment": {"cardKind": [1]}}', "one of Card, Bank", "object"),
        (b'{"thePayment": 5}', "one of Card, Bank", "integer"),
        (b'{"theParts": true}', "one of Box, array, Colour, number", "boolean"),
    ],
)
def test_a_variant_that_the_document_does_not_have_is_a_deviation(value, expected, seen):
    (found,) = [one for one in findings(Order, value) if one.seen != "nothing"]
    assert (found.kind.value, found.expected, found.seen) == ("unknown variant", expected, seen)


def test_fields_that_a_member_does_not_declare_are_found():
    body = b'{"thePayment": {"cardKind": "card", "cardNumber": "1", "more": 1}, "theTree": [{"innerWidth": 1, "x": 2}]}'
    assert unknown_fields(body, Order) == {"thePayment.more": 1, "theTree[0].x": 2}
    assert unknown_fields(b'{"cardKind": "crypto", "x": 1}', Payment) == {}


def test_the_command_line_takes_each_member_in_either_names():
    given = body_of(Order, {"payment": {"kind": "card", "card_number": "1"}, "theParts": {"inner_width": 1}}, {})
    assert given == {"payment": Card(kind="card", card_number="1"), "parts": Box(inner_width=1)}
    assert value_of(list[Payment], "payments", [{"cardKind": "bank", "account_name": "a", "more": 1}]) == [
        Bank(kind="bank", account_name="a", additional_properties={"more": 1})
    ]
    assert body_of(Order, {"parts": "red", "tree": ["a"]}, {}) == {"parts": Colour.RED, "tree": ["a"]}


def test_the_test_kit_fills_a_union_with_its_first_member():
    order = factories.build(Order)
    assert type(order.payment) is Card
    assert type(order.parts) is Box
    assert order.tree in ([], Box(inner_width=1), [Box(inner_width=1)], [[]])
    assert factories.build(Order, payment=Bank(kind="bank", account_name="a")).payment.account_name == "a"
    assert factories.build(Order, parts=Colour.RED).parts is Colour.RED


def test_a_value_of_a_member_that_cannot_be_written_is_named():
    with pytest.raises(EncodeError, match="payment"):
        Order(payment={"a": object()}).to_dict()


def test_a_table_has_the_columns_of_all_members():
    assert columns_of(Payment) == ("kind", "card_number", "access_token", "account_name", "cost")
    # What a person looks for first, the package declares.
    assert set(default_columns(OneOf[Box | str])) == {"inner_width", "value"}
    assert chosen("account_name", Payment) == ("account_name",)
    assert columns_of(OneOf[int | str]) == ("value",)


def test_another_model_than_those_of_the_union_is_no_answer():
    assert set(factories.classes_of(list[Payment] | None)) == {Card, Bank, type(None)}
    assert set(factories.classes_of(Tree)) == {Box, str}
