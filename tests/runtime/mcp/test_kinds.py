"""Schemas, arguments and results of types that only some documents have: unions, maps, extras, bytes, durations."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import click
import pytest
from msgspec import UNSET, UnsetType, field
from sdk import models
from sdk._json.model import Model
from sdk._json.nullable import ABSENT, Extras
from sdk._json.shapes import shape_of
from sdk.cli._command import Argument, Command
from sdk.mcp._arguments import arguments_of
from sdk.mcp._calls import prepare
from sdk.mcp._operations import Operation
from sdk.mcp._results import exact, result
from sdk.mcp._schemas import input_schema, output_schema, received

unions = pytest.importorskip("sdk._json.unions", reason="a package of a document without unions reads none")


class Card(Model, kw_only=True):
    kind: str = field(name="cardKind")
    card_number: str = field(name="cardNumber")


class Bank(Model, kw_only=True):
    kind: str = field(name="cardKind")
    cost: Decimal | UnsetType = field(name="cost", default=UNSET)
    additional_properties: Extras[Any] = field(name="-additional_properties", default=ABSENT)


Payment = unions.OneOf[Annotated[Card | Bank, unions.Discriminator("cardKind", {"card": "Card", "bank": "Bank"})]]


class Order(Model, kw_only=True):
    payment: Payment | UnsetType = field(name="thePayment", default=UNSET)
    rates: dict[str, Decimal] | UnsetType = field(name="Rates", default=UNSET)
    amounts: list[Decimal] | UnsetType = field(name="Amounts", default=UNSET)
    lengths: list[int | None] | UnsetType = field(name="Lengths", default=UNSET)
    anything: Any | UnsetType = field(name="Anything", default=UNSET)
    day: date | UnsetType = field(name="Day", default=UNSET)
    inner: "Order | UnsetType" = field(name="Inner", default=UNSET)


NAMES = ("payment", "rates", "amounts", "lengths", "anything", "inner")


@pytest.fixture(autouse=True)
def known(monkeypatch):
    for kind in (Card, Bank, Order):
        monkeypatch.setattr(models, kind.__name__, kind, raising=False)


def operation(*arguments, body=None, **more):
    command = Command("make", "Make it.", "POST /make", arguments, body=body, **more)
    return Operation("orders", command, {}, "write")


MADE = operation(*(Argument(name, "json", "", body=True) for name in NAMES), body="Order", answer="Order")


def test_the_schema_of_what_is_sent_has_every_kind():
    taken = input_schema(MADE)["properties"]
    assert taken["rates"] == {"type": "object", "additionalProperties": {"type": "string", "format": "decimal"}}
    assert taken["amounts"] == {"type": "array", "items": {"type": "string", "format": "decimal"}}
    assert taken["anything"] == {}
    card, bank = taken["payment"]["anyOf"]
    assert card["required"] == ["kind", "card_number"]
    assert bank["properties"]["cost"] == {"type": "string", "format": "decimal"}
    # What leads back to itself ends somewhere.
    flat = input_schema(MADE, 1)["properties"]
    assert flat["inner"]["properties"]["inner"] == {"type": "object"}
    assert input_schema(MADE, 0)["properties"]["payment"] == {}


def test_the_schema_of_what_is_received_has_every_kind():
    answered = output_schema(MADE)["properties"]["untrusted_data"]["properties"]
    card, bank = answered["payment"]["anyOf"]
    assert set(card["properties"]) == {"kind", "card_number"}
    assert bank["properties"]["additional_properties"] == {"type": "object"}
    assert answered["rates"]["additionalProperties"] == {"type": "string", "format": "decimal"}
    assert answered["lengths"]["items"] == {"anyOf": [{"type": "null"}, {"type": "integer"}]}
    assert answered["day"] == {"type": "string", "format": "date"}
    assert answered["inner"] == {"type": "object"}
    assert received(shape_of(Order), 1)["properties"]["payment"] == {}


def test_another_media_type_answers_something_else_and_a_stream_a_list():
    accept = Argument("accept", "accept", "", choices=(("application/json", "json"), ("text/csv", "text")))
    chosen = operation(accept, answer="Order")
    assert input_schema(chosen)["properties"]["accept"]["enum"] == ["application/json", "text/csv"]
    assert output_schema(chosen)["properties"]["untrusted_data"] == {}
    assert arguments_of(chosen, {"accept": "text/csv"}, None) == {"accept": "text/csv"}
    stream = output_schema(operation(answer="Order", gives="lines"))["properties"]
    assert stream["untrusted_data"]["type"] == "array"
    assert "next" in stream


def test_values_of_every_kind_are_given():
    given = {
        "payment": {"kind": "bank", "cost": "1.10", "more": 1.5},
        "rates": {"a": "0.10", "b": 2},
        "amounts": ["0.10"],
        "anything": {"x": [1.5]},
        "inner": {"amounts": ["9.90"]},
    }
    made = arguments_of(MADE, given, None)
    assert made["payment"].cost == Decimal("1.10")
    assert made["payment"].additional_properties == {"more": Decimal("1.5")}
    assert made["rates"] == {"a": Decimal("0.10"), "b": 2}
    assert made["amounts"] == [Decimal("0.10")]
    assert made["anything"] == {"x": [Decimal("1.5")]}
    assert made["inner"].amounts == [Decimal("9.90")]


@pytest.mark.parametrize("given", [{"rates": {"a": 0.1}}, {"amounts": [0.1]}, {"anything": float("nan")}])
def test_a_number_that_may_have_been_rounded_is_refused(given):
    with pytest.raises(click.UsageError, match="so that no digit of it is lost"):
        arguments_of(MADE, given, None)


def test_arguments_that_are_no_fields_of_a_body():
    plain = operation(
        Argument("one", "json", "", of="Card"),
        Argument("several", "json", "", of="Card[]"),
        Argument("raw", "bytes", ""),
        Argument("words", "texts", ""),
        Argument("id", "uuid", ""),
        Argument("for_", "duration", ""),
    )
    schema = input_schema(plain)["properties"]
    assert schema["several"]["items"]["required"] == ["kind", "card_number"]
    assert schema["words"] == {"type": "array", "items": {"type": "string"}}
    card = {"kind": "card", "card_number": "1"}
    number = "123e4567-e89b-42d3-a456-426614174000"
    given = {"one": card, "several": [card], "raw": "@/etc/hosts", "words": ["a"], "id": number, "for_": "PT90M"}
    assert arguments_of(plain, given, None) == {
        "one": Card(**card),
        "several": [Card(**card)],
        "raw": b"@/etc/hosts",
        "words": ["a"],
        "id": UUID(number),
        "for_": timedelta(minutes=90),
    }
    for wrong in ({"raw": 1}, {"words": "a"}, {"words": [1]}, {"id": "7"}, {"one": {"kind": "card"}}):
        with pytest.raises(click.UsageError):
            arguments_of(plain, wrong, None)


def test_values_of_every_kind_are_answered_as_json():
    assert exact(
        {"a": Decimal("1E+2"), "b": timedelta(minutes=90), "c": b"\xff", "d": date(2026, 1, 31), "e": UNSET}
    ) == {
        "a": "100",
        "b": "PT1H30M",
        "c": "\N{REPLACEMENT CHARACTER}",
        "d": "2026-01-31",
    }


def test_an_answer_that_is_none_any_more_once_the_secrets_are_hidden_is_left_out():
    made = result({"untrusted_data": "a"}, lambda text: text[:-3])
    assert made.structured_content["untrusted_data"] is None
    assert "quotes the account's credentials" in made.structured_content["note"]


def test_what_is_no_list_has_nothing_to_skip():
    with pytest.raises(click.UsageError, match=r"orders.make answers no list"):
        prepare(operation(answer="Order"), {"skip": 1}, None)
