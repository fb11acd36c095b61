"""What is written at once by the types of its values is what looking at each value writes too, and nothing else is."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import IntEnum
from typing import Any
from uuid import UUID

import pytest
from msgspec import UNSET, UnsetType, field
from sdk._http.arguments import check_body
from sdk._http.json_body import json_body
from sdk._http.operation import Operation
from sdk._json import checks
from sdk._json.checks import is_right_at_once
from sdk._json.codec import encode
from sdk._json.model import Model
from sdk._json.nullable import ABSENT, Nullable, NullableAmount
from sdk.enums import OpenEnum, OpenIntEnum
from sdk.errors import EncodeError

OPERATION: Operation[Any] = Operation(name="orders.create", method="POST", path="/orders", result=None)


class Colour(OpenEnum):
    RED = "red"
    BLUE = "blue"


class Level(OpenIntEnum):
    LOW = 1


class Line(Model, kw_only=True):
    cost: Decimal | int = field(name="Cost")
    text: str | None = field(name="Text")
    number: int | UnsetType = field(name="Number", default=UNSET)
    share: NullableAmount = field(name="Share", default=ABSENT)


class Order(Model, kw_only=True):
    id: int = field(name="Id")
    amount: Decimal | int | UnsetType = field(name="Amount", default=UNSET)
    anything: Any = field(name="Anything", default=UNSET)
    at: datetime | UnsetType | None = field(name="At", default=UNSET)
    colour: Colour | UnsetType = field(name="Colour", default=UNSET)
    colours: list[Colour] | UnsetType = field(name="Colours", default=UNSET)
    day: date | UnsetType = field(name="Day", default=UNSET)
    flag: bool | UnsetType | None = field(name="Flag", default=UNSET)
    grid: list[list[int]] | UnsetType = field(name="Grid", default=UNSET)
    hour: time | UnsetType = field(name="Hour", default=UNSET)
    key: Nullable[UUID] = field(name="Key", default=ABSENT)
    level: Level | UnsetType = field(name="Level", default=UNSET)
    line: Line | UnsetType | None = field(name="Line", default=UNSET)
    lines: list[Line] | UnsetType = field(name="Lines", default=UNSET)
    numbers: list[int | None] | UnsetType = field(name="Numbers", default=UNSET)
    raw: bytes | UnsetType = field(name="Raw", default=UNSET)
    title: str | UnsetType = field(name="Title", default=UNSET)


class OwnLine(Line, kw_only=True):
    pass


class Node(Model, kw_only=True):
    nodes: list[Node] | UnsetType = field(name="Nodes", default=UNSET)


class Free(Model, kw_only=True):
    counts: dict[str, int] | UnsetType = field(name="Counts", default=UNSET)


class Nothing(Model, kw_only=True):
    pass


class Text(str):
    __slots__ = ()


class Number(IntEnum):
    FIVE = 5


class Amount(Decimal):
    pass


LINE = Line(cost=Decimal("100.10"), text="x", number=7)
SCALARS = [
    *(None, UNSET, True, 0, 7, -(2**63), 2**63, 2**64, 10**30, -(2**63) - 1, 1.5, 0.0, float("nan"), "", "red", "rad"),
    *("NaN", "\ud800", Text("red"), Number.FIVE, Decimal("0.1"), Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")),
    *(Decimal("1E+400"), Amount("0.1"), Colour.RED, Colour("rad"), Colour.unknown("rad"), Level.LOW, Level(5)),
    *(Level.unknown(5), b"x", date(2026, 1, 31), datetime(2026, 1, 31), datetime(2026, 1, 31, tzinfo=UTC), time(1)),  # noqa: DTZ001
    *(timedelta(1), UUID(int=5), LINE, OwnLine(cost=1, text=None), Line(cost=1, text="x", share=Decimal("NaN"))),
    *(
        Line(cost=None, text="x"),
        Line(cost=1.5, text="x"),
        Line(cost=1, text=UNSET),
        Line(cost=1, text=7),
        object(),
        {},
    ),
]
INSIDE: list[Any] = [*SCALARS, [], [7], ["7"], [None], [2**64], (7,), {7}]


@pytest.fixture(autouse=True, params=[-1, 10**9], ids=["compiled", "plain"])
def often(request, monkeypatch):
    """Have checks be compiled at once, and never."""
    caches = [checks._check, checks._check_of]
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr(checks, "_OFTEN", request.param)
    yield request.param
    for cache in caches:
        cache.cache_clear()


def outcome(write: Any) -> object:
    try:
        return write()
    except EncodeError as error:
        return str(error)


def as_before(order: Model) -> bytes:
    check_body(OPERATION, order)
    return encode(order, OPERATION.name)


def compared(orders: list[Model]) -> tuple[int, int]:
    """How many of them are right at once, and how many are refused."""
    right = refused = 0
    for order in orders:
        known = outcome(lambda order=order: as_before(order))
        assert outcome(lambda order=order: json_body(OPERATION, order)) == known
        right += is_right_at_once(order)
        refused += isinstance(known, str)
    return right, refused


@pytest.mark.parametrize("name", Order.__struct_fields__)
def test_a_field_of_any_value_is_written_or_refused_as_before(name):
    right, refused = compared([Order(**{"id": 5, name: value}) for value in SCALARS])
    # None and UNSET are right nearly everywhere; of lists there is none among these values.
    assert right >= (2 if name in {"colours", "grid", "lines", "numbers"} else 3)
    assert refused > (3 if name == "anything" else 20)


@pytest.mark.parametrize("name", ["colours", "grid", "lines", "numbers"])
@pytest.mark.parametrize("count", [1, 3, 12])
def test_an_item_of_any_value_is_written_or_refused_as_before(name, count):
    usual = {"colours": Colour.RED, "grid": [7], "lines": LINE, "numbers": 7}[name]
    lists = [[*[usual] * (count - 1), value] for value in INSIDE]
    right, refused = compared([Order(id=5, **{name: items}) for items in lists])
    assert right > 3
    assert refused > 20


@pytest.mark.parametrize("name", Line.__struct_fields__)
@pytest.mark.parametrize("count", [1, 12])
def test_a_field_of_an_item_is_written_or_refused_as_before(name, count):
    lines = [Line(**{"cost": 1, "text": "x", name: value}) for value in SCALARS]
    right, refused = compared([Order(id=5, lines=[*[LINE] * (count - 1), line]) for line in lines])
    assert right >= 2
    assert refused > 15


def test_what_types_do_not_tell_is_looked_at():
    assert is_right_at_once(Order(id=5, lines=[LINE] * 20, numbers=[None, 5], colour=Colour.RED, at=None))
    assert not is_right_at_once(Free(counts={"a": 1}))
    assert not is_right_at_once(Node(nodes=[]))
    assert not is_right_at_once(OwnLine(cost=Amount(1), text=None))
    assert is_right_at_once(Nothing())
    assert json_body(OPERATION, Node(nodes=[Node()])) == b'{"Nodes":[{}]}'


def test_a_model_within_itself_is_refused():
    nodes: list[Node] = []
    nodes += [Node(nodes=nodes), Node(nodes=nodes)]
    with pytest.raises(EncodeError, match="nested too deeply"):
        json_body(OPERATION, nodes[0])


def test_a_body_with_too_few_fields_is_refused_all_the_same():
    operation: Operation[Any] = Operation(name="x.y", method="POST", path="/x", result=None, min_fields=2)
    with pytest.raises(EncodeError, match="nothing to send"):
        json_body(operation, Order(id=5))


def test_what_is_right_at_once_is_looked_at_by_nothing_else(monkeypatch):
    def never(*_: object) -> None:
        raise AssertionError

    order = Order(id=5, lines=[LINE] * 20, colour=Colour.RED, amount=5, key=UUID(int=5))
    monkeypatch.setattr("sdk._http.json_body.check_body", never)
    monkeypatch.setattr("sdk._json.codec._written", never)
    assert json_body(OPERATION, order).startswith(b'{"Id":5,"Amount":5,')
    monkeypatch.setattr(checks, "_check_of", lambda _: None)
    with pytest.raises(AssertionError):
        json_body(OPERATION, order)


def test_a_check_is_compiled_once_it_is_asked_often(monkeypatch, often):
    compiled = []
    real = checks._compiled
    monkeypatch.setattr(checks, "_compiled", lambda *parts: compiled.append(parts[1]) or real(*parts))
    if often > 0:
        monkeypatch.setattr(checks, "_OFTEN", 5)
    for _ in range(8):
        assert is_right_at_once(Order(id=5, line=LINE))
        assert not is_right_at_once(Order(id=5.0))
    assert compiled == [Order], "a check is compiled once, and what is looked at one by one is not"


@pytest.mark.parametrize("number", [0, 2**30 - 1, 2**30, -1, 2**63 - 1, -(2**63)])
def test_numbers_at_the_edges_are_right(number):
    assert is_right_at_once(Order(id=number, numbers=[number], anything=number, lines=[LINE, LINE]))


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**40, True])
def test_numbers_beyond_the_edges_are_not(number):
    assert not is_right_at_once(Order(id=number))
    assert not is_right_at_once(Order(id=5, numbers=[number]))


def test_no_name_of_a_document_stands_in_a_program(monkeypatch):
    monkeypatch.setattr(checks, "_OFTEN", -1)
    programs = []
    monkeypatch.setattr(checks, "exec", lambda text, known: programs.append(text) or exec(text, known), raising=False)
    assert is_right_at_once(Order(id=5, line=LINE, colour=Colour.RED, lines=[LINE], numbers=[5], grid=[[5]]))
    assert len(programs) >= 2
    words = set(re.findall(r"[A-Za-z_][A-Za-z_0-9]*", " ".join(programs)))
    known = {"def", "check", "values", "for", "value", "in", "if", "elif", "else", "is", "not", "or", "and", "None"}
    known |= {"UNSET", "continue", "model", "type", "return", "False", "True", "astuple", "kind", "is_finite", "tzinfo"}
    assert {word for word in words - known if not re.fullmatch(r"v\d+([tf]\d+)?|x[0-9A-F]+", word)} == set()
