"""Every kind of schema both ways: dates, ids, bytes, decimals in texts, enums of numbers, maps, and extras."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

import msgspec
import pytest
from msgspec import UNSET, UnsetType, field
from sdk._http.arguments import check_body
from sdk._http.operation import Operation
from sdk._json.codec import Undecodable, decode, encode
from sdk._json.decimals import DecimalText  # noqa: TC002 - msgspec reads it
from sdk._json.model import Model
from sdk._json.nullable import ABSENT, Extras, Nullable, ReadOnly
from sdk._json.unknown import unknown_fields
from sdk.cli._documents import body_of
from sdk.cli._rows import plain as plain_rows
from sdk.deviations._inspection import findings
from sdk.enums import OpenEnum, OpenIntEnum
from sdk.errors import EncodeError
from sdk.testing.factories import build


class Colour(OpenEnum):
    RED = "red"


class Level(OpenIntEnum):
    LOW = 1
    HIGH = -7


class Part(Model, kw_only=True):
    name: str = field(name="Name")
    additional_properties: Extras[DecimalText] = field(name="-additional_properties", default=ABSENT)


class Leaf(Model, kw_only=True):
    number: int = field(name="Number")


class Tree(Model, kw_only=True):
    id: ReadOnly[int] = field(name="Id", default=ABSENT)
    day: date | UnsetType = field(name="Day", default=UNSET)
    hour: time | None = field(name="Hour", default=None)
    span: timedelta | UnsetType = field(name="Span", default=UNSET)
    key: Nullable[UUID] = field(name="Key", default=ABSENT)
    raw: bytes | UnsetType = field(name="Raw", default=UNSET)
    cost: Nullable[DecimalText] = field(name="Cost", default=ABSENT)
    costs: list[DecimalText | None] | UnsetType = field(name="Costs", default=UNSET)
    amount: Decimal | int | UnsetType = field(name="Amount", default=UNSET)
    level: Level | UnsetType = field(name="Level", default=UNSET)
    grid: list[list[int]] | UnsetType = field(name="Grid", default=UNSET)
    counts: dict[str, int] | UnsetType = field(name="Counts", default=UNSET)
    amounts: dict[str, Decimal] | UnsetType = field(name="Amounts", default=UNSET)
    parts: dict[str, list[Part]] | UnsetType = field(name="Parts", default=UNSET)
    free: dict[str, Any] | UnsetType = field(name="Free", default=UNSET)
    inner: Tree | UnsetType = field(name="Inner", default=UNSET)
    minus: int | UnsetType = field(name="-1", default=UNSET)
    password: str | UnsetType = field(name="Password", default=UNSET)
    link: str | UnsetType = field(name="Link", default=UNSET)
    additional_properties: Extras[Any] = field(name="-additional_properties", default=ABSENT)


class Shelf(Model, kw_only=True):
    additional_properties: Extras[Leaf] = field(name="-additional_properties", default=ABSENT)


FULL = {
    "Id": 7,
    "Day": "2026-01-31",
    "Hour": "12:30:00",
    "Span": "P1D",
    "Key": "01234567-89ab-4def-8123-456789abcdef",
    "Raw": "Ynl0ZXM=",
    "Cost": "100.10",
    "Costs": ["1.50", None],
    "Amount": Decimal("0.10"),
    "Level": -7,
    "Grid": [[1, 2], []],
    "Counts": {"a": 1},
    "Amounts": {"x": Decimal("1.10")},
    "Parts": {"left": [{"Name": "n", "Weight": "2.50"}]},
    "Free": {"deep": [Decimal("1.10"), {"x": None}]},
    "Inner": {"Id": 8, "colour": "red"},
    "-1": 3,
    "Password": "hunter22",
    "Link": "https://host.example/x?sig=1",
    "colour": {"r": Decimal("0.30")},
    "Id2": None,
}


def text(document):
    return encode(document).decode()


@pytest.fixture(scope="module")
def tree():
    return decode(text(FULL).encode(), Tree)


def plain(content):
    return json.loads(content, parse_float=Decimal)


def test_each_kind_is_read_as_its_type(tree):
    assert (tree.id, tree.day, tree.hour) == (7, date(2026, 1, 31), time(12, 30))
    assert (tree.span, tree.key, tree.raw) == (timedelta(days=1), UUID(FULL["Key"]), b"bytes")
    assert (str(tree.cost), tree.costs, str(tree.amount)) == ("100.10", [Decimal("1.50"), None], "0.10")
    assert tree.level is Level.HIGH
    assert (tree.grid, tree.counts, tree.minus) == ([[1, 2], []], {"a": 1}, 3)
    assert tree.free == {"deep": [Decimal("1.10"), {"x": None}]}
    assert tree.parts["left"][0].additional_properties == {"Weight": Decimal("2.50")}


def test_what_is_beside_the_fields_is_kept_and_sent_back(tree):
    assert tree.additional_properties == {"colour": {"r": Decimal("0.30")}, "Id2": None}
    assert list(tree.additional_properties) == ["colour", "Id2"]
    assert tree.inner.additional_properties == {"colour": "red"}
    assert plain(encode(tree, "trees.create")) == FULL
    assert b'"Cost":"100.10"' in encode(tree)


def test_a_model_with_nothing_beside_its_fields_reads_an_empty_dict():
    bare = decode(b"{}", Tree)
    assert bare.additional_properties == {}
    assert bare == Tree()
    assert encode(bare) == b"{}"
    assert hash(Part(name="a")) == hash(Part(name="a"))


def test_extras_belong_to_the_value_of_a_model(tree):
    changed = msgspec.structs.replace(tree, additional_properties={"x": 1})
    assert changed != tree
    assert changed.additional_properties == {"x": 1}
    for again in (pickle.loads(pickle.dumps(tree)), copy.deepcopy(tree)):
        assert again == tree
        assert again.additional_properties == tree.additional_properties
    assert "additional_properties={'x': 1}" in repr(changed)


def test_what_is_beside_the_fields_is_of_the_declared_type():
    shelf = decode(b'{"a": {"Number": 1}, "-additional_properties": {"Number": 2}}', Shelf)
    assert shelf.additional_properties == {"a": Leaf(number=1), "-additional_properties": Leaf(number=2)}
    with pytest.raises(Undecodable, match="Expected `int`, got `str`") as caught:
        decode(b'[{"a": {"Number": "x"}}]', list[Shelf])
    assert caught.value.path == "[0].a.Number"
    with pytest.raises(Undecodable) as caught:
        decode(b'{"Parts": {"k": [{"Name": "n", "Weight": true}]}}', Tree)
    assert caught.value.path == "Parts.k[0].Weight"


@pytest.mark.parametrize("result", [list[Tree], dict[str, Tree], Tree | None])
def test_extras_are_kept_in_whatever_holds_the_model(result):
    body = {list[Tree]: b'[{"x": 1}]', dict[str, Tree]: b'{"k": {"x": 1}}'}.get(result, b'{"x": 1}')
    found = decode(body, result)
    found = found[0] if isinstance(found, list) else found["k"] if isinstance(found, dict) else found
    assert found.additional_properties == {"x": 1}


@pytest.mark.parametrize("body", [[Shelf(additional_properties={"a": Leaf(number=1)})], {"k": (Part(name="n"),)}])
def test_models_are_written_in_whatever_holds_them(body):
    assert encode(body) in {b'[{"a":{"Number":1}}]', b'{"k":[{"Name":"n"}]}'}


def test_an_unknown_number_of_an_enum_goes_back_as_it_came():
    level = decode(b'{"Level": 99}', Tree).level
    assert (level, level.is_known, type(level)) == (99, False, Level)
    assert repr(level) == "<Level: 99 (unknown)>"
    assert encode(Tree(level=level), "trees.create") == b'{"Level":99}'
    again = pickle.loads(pickle.dumps(level))
    assert (again, type(again), again.is_known) == (99, Level, False)
    assert hash(level) == hash(99)
    assert Level.unknown(1) is Level.LOW
    assert Level.HIGH.is_known
    with pytest.raises(TypeError, match="takes an int, not bool"):
        Level.unknown(cast("int", bool(1)))
    with pytest.raises(ValueError, match="'x' is not a valid Level"):
        Level("x")


@pytest.mark.parametrize(("raw", "expected"), [("Y-_8", b"c\xef\xfc"), ("YQ", b"a"), ("Y\\nQ==", b"a")])
def test_bytes_in_another_alphabet_or_without_their_padding_are_read(raw, expected):
    assert decode(b'{"Raw": "%s"}' % raw.encode(), Tree).raw == expected


def test_weeks_are_days():
    assert decode(b'{"Span": "P2W"}', Tree).span == timedelta(days=14)
    with pytest.raises(Undecodable) as caught:
        decode(b'{"Span": "P2Q"}', Tree)
    assert caught.value.path == "Span"


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (b'{"Amounts": {"a": "NaN"}}', "Amounts.a"),
        (b'{"Cost": "Infinity"}', "Cost"),
        (b'{"Costs": ["1", "NaN"]}', "Costs[1]"),
        (b'{"Parts": {"k": [{"Name": "n", "w": "NaN"}]}}', "Parts.k[0].w"),
    ],
)
def test_a_number_that_is_none_is_refused_wherever_it_stands(body, path):
    with pytest.raises(Undecodable, match="not finite") as caught:
        decode(body, Tree)
    assert caught.value.path == path


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"day": datetime(2026, 1, 1, tzinfo=UTC)}, "day must be a date; got a datetime; pass its date()."),
        ({"day": "2026-01-01"}, "day must be a date; got a str; pass date.fromisoformat(...)."),
        ({"span": 5}, "span must be a timedelta; got an int."),
        ({"key": "x"}, "key must be an UUID; got a str; pass UUID(...)."),
        ({"raw": "YQ=="}, "raw must be a bytes; got a str; pass its bytes, not their base64."),
        ({"level": True}, "level must be a Level; got a bool; pass a member of Level."),
        ({"level": 5}, "level is a number that is no value of Level; pass a member, or Level.unknown(...) for what"),
        ({"counts": [1]}, "counts must be a mapping; got a list."),
        ({"counts": {"a": "1"}}, "counts['a'] must be an int; got a str."),
        ({"counts": {1: 1}}, "counts has a key of the type int; each key must be a str."),
        ({"grid": [[1], ["2"]]}, "grid[1][0] must be an int; got a str."),
        ({"parts": {"k": [{}]}}, "parts['k'][0] must be a Part; got a dict; pass Part(...)."),
        ({"parts": {"k": [Part(name="n", additional_properties={"x": 1.5})]}}, "x'] must be a Decimal or an int; got"),
        ({"additional_properties": []}, "additional_properties must be a mapping; got a list."),
    ],
)
def test_an_argument_of_the_wrong_kind_is_refused_by_its_name(fields, said):
    operation = Operation(name="trees.create", method="POST", path="/trees", result=None)
    with pytest.raises(EncodeError) as caught:
        check_body(operation, Tree(**fields))
    assert said in str(caught.value)


def test_right_arguments_pass(tree):
    operation = Operation(name="trees.create", method="POST", path="/trees", result=None, min_fields=1)
    check_body(operation, tree)
    check_body(operation, Tree(level=Level.unknown(5), additional_properties={"x": object}))
    check_body(operation, Tree(counts=None, level=1))
    with pytest.raises(EncodeError, match="nothing to send"):
        check_body(operation, Tree())


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            Tree(additional_properties={"Id": 1}),
            "The field 'additional_properties' has 'Id', which is a field of its own",
        ),
        (
            Tree(additional_properties={1: 1}),
            "The field 'additional_properties' has a key of the type int; pass a str.",
        ),
        (Tree(additional_properties={"x": object()}), "The field \"additional_properties['x']\" cannot be written"),
        (Tree(additional_properties={"x": 1.5}), "is the float 1.5, which is not exact"),
        (Tree(cost="one"), "The field 'cost' is of the type str, which is no amount"),
        (Tree(costs=[Decimal("NaN")]), r"The field 'costs[0]' is NaN"),
        (Tree(amounts={"x": "1"}), "The field \"amounts['x']\" is the text '1' and not a number"),
    ],
)
def test_a_value_that_cannot_be_sent_is_named(body, said):
    with pytest.raises(EncodeError) as caught:
        encode(body, "trees.create")
    assert said in str(caught.value)


def test_fields_that_a_type_does_not_declare_are_found_within_maps_and_extras():
    body = b'{"Parts": {"k": [{"Name": "n", "w": "1"}]}, "y": {"z": 1}}'
    assert unknown_fields(body, Tree) == {}
    assert unknown_fields(b'{"a": {"Number": 1, "More": 2}}', Shelf) == {"a.More": 2}
    assert unknown_fields(b'{"a": {"Number": 1, "More": 2}}', dict[str, Leaf]) == {"a.More": 2}


def test_a_subclass_of_a_callers_keeps_what_its_base_keeps():
    class Mine(Shelf, kw_only=True):
        pass

    assert decode(b'{"a": {"Number": 1}}', Mine) == Mine(additional_properties={"a": Leaf(number=1)})
    assert encode(Mine(additional_properties={"a": Leaf(number=1)})) == b'{"a":{"Number":1}}'


def test_the_test_kit_fills_every_kind():
    tree = build(Tree)
    assert [type(value) for value in (tree.day, tree.span, tree.raw, tree.key)] == [date, timedelta, bytes, UUID]
    assert (tree.level, tree.counts, tree.grid) == (Level.LOW, {"key": 1}, [[1]])
    assert tree.parts == {"key": [Part(name="Name")]}
    assert tree.additional_properties == {}
    assert build(Tree, additional_properties={"x": 1}).additional_properties == {"x": 1}


def test_deviations_are_found_within_maps_and_extras():
    found = findings(Tree, b'{"Level": 9, "Parts": {"k": [{"Name": "n", "w": "1.5"}]}, "x": {"y": 1}}')
    assert [(one.path, one.kind.value) for one in found if one.seen != "nothing"] == [("Level", "unknown value")]
    found = findings(Shelf, b'{"a": {"Number": 1, "x": 2}, "b": {"Number": 3, "x": 4}}')
    assert [(one.path, one.kind.value, one.count) for one in found] == [("[*].x", "unknown field", 2)]


def test_the_command_line_takes_extras_and_members_of_enums_of_numbers():
    given = body_of(Tree, {"Level": "high", "counts": {"a": 1}, "x": {"y": 1}}, {"day": date(2026, 1, 31)})
    assert given == {
        "level": Level.HIGH,
        "counts": {"a": 1},
        "day": date(2026, 1, 31),
        "additional_properties": {"x": {"y": 1}},
    }
    assert body_of(Tree, {"Level": "raw:7"}, {})["level"] == 7
    assert plain_rows(Tree(counts={"a": 1}, additional_properties={"token": "t"}))["additional_properties"] == {
        "token": "<hidden>"
    }
