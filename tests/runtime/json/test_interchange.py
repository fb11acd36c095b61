"""Models as rows, as tables of Arrow and in `json`: exact amounts, stable columns, no secret unless asked for."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from msgspec import field
from sdk._json.codec import decode, encode
from sdk._json.model import Model
from sdk.enums import OpenEnum
from sdk.errors import ConfigurationError, EncodeError
from sdk.interchange import json_default, to_arrow, to_rows

from tests.runtime.json.test_kinds import FULL, Leaf, Level, Shelf, Tree


class Colour(OpenEnum):
    RED = "red"


class Place(Model, kw_only=True):
    city: str | None = field(name="City", default=None)
    zone: Zone | None = field(name="Zone", default=None)


class Zone(Model, kw_only=True):
    name: str | None = field(name="Name", default=None)
    place: Place | None = field(name="Place", default=None)


class Item(Model, kw_only=True):
    cost: Decimal | None = field(name="Cost", default=None)
    place: Place | None = field(name="Place", default=None)


class Order(Model, kw_only=True):
    id: int | None = field(name="Id", default=None)
    colour: Colour | None = field(name="Colour", default=None)
    total: Decimal | None = field(name="Total", default=None)
    made: datetime | None = field(name="Made", default=None)
    day: date | None = field(name="Day", default=None)
    place: Place | None = field(name="Place", default=None)
    items: list[Item] | None = field(name="Items", default=None)
    tags: list[str] | None = field(name="Tags", default=None)
    password: int | None = field(name="Password", default=None)
    link: str | None = field(name="Link", default=None)


class Note(Model, kw_only=True):
    id: str | None = field(name="Id", default=None)
    raw: bytes | None = field(name="Raw", default=None)
    key: UUID | None = field(name="Key", default=None)
    is_new: bool | None = field(name="New", default=None)
    level: Level | None = field(name="Level", default=None)


NOON = datetime(2026, 1, 31, 12, tzinfo=timezone(timedelta(hours=1)))
ORDER = Order(
    id=1,
    colour=Colour("violet"),
    total=Decimal("10.10"),
    made=NOON,
    day=date(2026, 1, 31),
    place=Place(city="Oslo", zone=Zone(name="n", place=Place(city="Bergen"))),
    items=[Item(cost=Decimal("1.50"), place=Place(city="Rome")), Item(cost=Decimal("8.60"))],
    tags=["a", "b"],
    password=1234,
    link="https://host.example/x?sig=1",
)


def test_a_row_is_flat_and_has_every_column():
    first, second = to_rows([ORDER, Order(id=2)])
    assert first == {
        "id": 1,
        "colour": "violet",
        "total": Decimal("10.10"),
        "made": NOON,
        "day": date(2026, 1, 31),
        "place.city": "Oslo",
        "place.zone": '{"name":"n","place":{"city":"Bergen"}}',
        "items": '[{"cost":1.50,"place":{"city":"Rome"}},{"cost":8.60}]',
        "tags": '["a","b"]',
        "password": "<hidden>",
        "link": "https://host.example/x?<hidden>",
    }
    assert [type(first[name]) for name in ("colour", "total")] == [str, Decimal]
    assert second == dict.fromkeys(first) | {"id": 2}
    assert list(second) == list(first)


def test_secrets_are_among_the_values_where_asked_for():
    row = to_rows([ORDER], secrets=True)[0]
    assert (row["password"], row["link"]) == (1234, "https://host.example/x?sig=1")
    nested = Tree(inner=Tree(password="hunter22"), additional_properties={"apiKey": "abc"})
    assert not {"hunter22", "abc"} & {part for value in to_rows([nested])[0].values() for part in str(value).split('"')}
    assert to_rows([nested], secrets=True)[0]["additional_properties"] == '{"apiKey":"abc"}'


@pytest.mark.parametrize(
    ("depth", "names"),
    [
        (0, ["place"]),
        (1, ["place.city", "place.zone"]),
        (2, ["place.city", "place.zone.name", "place.zone.place"]),
        (9, ["place.city", "place.zone.name", "place.zone.place"]),
    ],
)
def test_models_within_models_have_columns_of_their_own_as_deep_as_asked_for(depth, names):
    row = to_rows([ORDER], depth=depth)[0]
    assert [name for name in row if name.startswith("place")] == names
    deepest = [ORDER.place, ORDER.place.zone, ORDER.place.zone.place][min(depth, 2)]
    assert json.loads(row[names[-1]]) == deepest.to_dict(names="python")


def test_a_list_is_split_into_a_row_for_each_item():
    rows = to_rows([ORDER, Order(id=2)], explode="items")
    assert [(row["id"], row["items.cost"], row["items.place.city"]) for row in rows] == [
        (1, Decimal("1.50"), "Rome"),
        (1, Decimal("8.60"), None),
        (2, None, None),
    ]
    assert "items" not in rows[0]
    assert [row["tags"] for row in to_rows([ORDER], explode="tags")] == ["a", "b"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"explode": "itms"}, r"No model here has a list 'itms', so explode= cannot split it\."),
        ({"explode": "total"}, "No model here has a list 'total'"),
        ({"depth": -1}, "depth must be an integer from 0; got -1"),
        ({"depth": True}, "depth must be an integer from 0; got True"),
    ],
)
def test_arguments_of_no_use_are_refused(arguments, said):
    with pytest.raises(ConfigurationError, match=said):
        to_rows([ORDER], **arguments)


def test_every_kind_of_value_has_a_cell():
    tree = decode(encode(FULL), Tree)
    row = to_rows([tree])[0]
    assert {name: row[name] for name in ("id", "day", "hour", "span", "raw", "cost", "amount", "level", "minus")} == {
        "id": 7,
        "day": date(2026, 1, 31),
        "hour": "12:30:00",
        "span": "P1D",
        "raw": b"bytes",
        "cost": Decimal("100.10"),
        "amount": Decimal("0.10"),
        "level": -7,
        "minus": 3,
    }
    assert (to_rows([tree], secrets=True)[0]["key"], row["key"]) == (FULL["Key"], "<hidden>")
    assert row["free"] == ('{"deep":[1.10,{"x":null}]}')
    assert (row["costs"], row["counts"]) == ('["1.50",null]', '{"a":1}')
    assert row["inner"] == '{"id":8,"additional_properties":{"colour":"red"}}'
    assert row["additional_properties"] == '{"colour":{"r":0.30},"Id2":null}'
    assert to_rows([Tree(amount=3)])[0]["amount"] == Decimal(3)
    assert type(to_rows([Tree(amount=3)])[0]["amount"]) is Decimal
    assert to_rows([Shelf.from_dict({"a": {"Number": 1}})]) == [{"additional_properties": '{"a":{"number":1}}'}]


def test_what_is_no_model_and_models_of_several_kinds():
    assert to_rows(["a", 1, None]) == [{"value": "a"}, {"value": 1}, {"value": None}]
    rows = to_rows([ORDER, Note(id="n"), Leaf(number=3)], depth=0)
    assert [(row["id"], row["total"], row["number"], row["raw"]) for row in rows] == [
        (1, Decimal("10.10"), None, None),
        ("n", None, None, None),
        (None, None, 3, None),
    ]
    assert len({tuple(row) for row in rows}) == 1
    assert to_rows([]) == []


def test_a_value_that_json_cannot_carry_is_named():
    with pytest.raises(EncodeError, match=r"The field 'additional_properties.x' cannot be written"):
        to_rows([Tree(additional_properties={"x": object()})])


@pytest.fixture(scope="module")
def arrow():
    return pytest.importorskip("pyarrow", reason="pyarrow is not installed here")


def test_a_table_of_arrow_has_exact_types(arrow):
    table = to_arrow([ORDER, Order(id=2)])
    kinds = {name: str(table.schema.field(name).type) for name in table.column_names}
    assert kinds == {
        "id": "int64",
        "colour": "string",
        "total": "decimal128(38, 10)",
        "made": "timestamp[us, tz=UTC]",
        "day": "date32[day]",
        "place.city": "string",
        "place.zone": "string",
        "items": "string",
        "tags": "string",
        "password": "string",
        "link": "string",
    }
    first, second = table.to_pylist()
    assert (first["total"], first["made"], first["day"]) == (Decimal("10.1"), NOON, date(2026, 1, 31))
    assert first["password"] == "<hidden>"
    assert second == dict.fromkeys(first) | {"id": 2}
    notes = to_arrow([Note(raw=b"x", key=UUID(int=1), is_new=True, level=Level.LOW)])
    assert [str(column.type) for column in notes.schema] == ["string", "binary", "string", "bool", "int64"]
    assert str(to_arrow([ORDER], secrets=True).schema.field("password").type) == "int64"


def test_a_table_of_no_model_has_columns_where_the_class_is_known(arrow):
    assert to_arrow([]).num_columns == 0
    empty = to_arrow([], model=Order)
    assert (empty.num_rows, empty.schema) == (0, to_arrow([ORDER]).schema)
    assert to_arrow([], model=Order, explode="items").column_names[-3:-1] == ["tags", "password"]
    with pytest.raises(ConfigurationError, match="has a list 'itms'"):
        to_arrow([], model=Order, explode="itms")


def test_one_name_for_several_types_is_a_text_in_a_table(arrow):
    table = to_arrow([Order(id=1), Note(id="n")])
    assert str(table.schema.field("id").type) == "string"
    assert table.column("id").to_pylist() == ["1", "n"]


def test_a_time_without_an_offset_is_taken_as_utc_with_a_warning(arrow):
    naive = datetime(2026, 1, 31, 12)  # noqa: DTZ001 - as a service may send it
    with pytest.warns(UserWarning, match=r"1 times of made came without an offset and are taken as UTC") as told:
        table = to_arrow([Order(made=naive), Order(made=NOON)])
    assert told[0].filename == __file__
    assert table.column("made").to_pylist() == [naive.replace(tzinfo=UTC), NOON]
    assert to_rows([Order(made=naive)])[0]["made"] == naive


@pytest.mark.parametrize(
    "order",
    [
        Order(total=Decimal("0.12345678901")),
        Order(total=Decimal("1E+5000000")),
        Order(total=Decimal(10) ** 30),
        Order(id=2**70),
        Order(total=Decimal("NaN")),
    ],
    ids=["digits", "exponent", "large", "id", "nan"],
)
def test_a_value_that_does_not_fit_is_refused_by_its_column(arrow, order):
    name = "id" if order.id else "total"
    with pytest.raises(EncodeError, match=f"The column {name} has a value that a column of the type .* cannot hold"):
        to_arrow([order])


def test_without_pyarrow_a_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigurationError, match=r"A table of Arrow needs pyarrow: pip install '.*\[arrow\]'\."):
        to_arrow([ORDER])


def test_the_standard_library_writes_models():
    tree = decode(encode(FULL), Tree)
    written = json.loads(json.dumps({"of": [tree]}, default=json_default))["of"][0]
    assert (written["Amount"], written["Password"], written["Day"]) == ("0.10", "<hidden>", "2026-01-31")
    shown = {name: value for name, value in written.items() if name not in {"Password", "Link", "Key"}}
    assert Tree.from_dict(shown).amount == Decimal("0.10")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1.10"), '"1.10"'),
        (NOON, '"2026-01-31T12:00:00+01:00"'),
        (date(2026, 1, 31), '"2026-01-31"'),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (b"bytes", '"Ynl0ZXM="'),
        (timedelta(hours=1), '"PT1H"'),
        (Colour.RED, '"red"'),
        (Level.LOW, "1"),
        (frozenset({1}), "[1]"),
    ],
)
def test_the_standard_library_writes_what_models_hold(value, text):
    assert json.dumps(value, default=json_default) == text


def test_what_has_no_form_in_json_is_refused_as_json_does_it():
    with pytest.raises(TypeError, match="a value of the type object has no JSON form"):
        json.dumps(object(), default=json_default)
