"""Unions in the dialects of services that do not keep to their document, and what they cost."""

import sys
from datetime import datetime
from types import ModuleType
from typing import Annotated

import pytest
from msgspec import UNSET, UnsetType, field

from tests.runtime.copies import load

ITEMS = 500
# Choosing the class, and msgspec calling for it. A second look at the members would be another one.
AT_MOST = 2


def of(name, namespace, **declared):
    """Models and a union of them in a copy of the runtime with a dialect of its own."""
    copy = load(**declared)
    model, unions, enums = copy("_json.model"), copy("_json.unions"), copy("enums")
    module = sys.modules.setdefault(name, ModuleType(name))
    names = {
        "Model": model.Model,
        "OneOf": unions.OneOf,
        "Discriminator": unions.Discriminator,
        "OpenEnum": enums.OpenEnum,
        "OrOrdinal": enums.OrOrdinal,
        "Annotated": Annotated,
        "UNSET": UNSET,
        "UnsetType": UnsetType,
        "datetime": datetime,
        "field": field,
    }
    vars(module).update(names)
    exec(compile(namespace, name, "exec"), vars(module))
    return module, copy("_json.codec")


SOURCE = """
from __future__ import annotations

class Kind(OpenEnum):
    A = "a"

class Other(OpenEnum):
    B = "b"

class Day(Model, kw_only=True):
    kind: OrOrdinal[Kind] = field(name="kind")
    at: datetime | None = field(name="at", default=None)
    days: list[datetime] | None = field(name="days", default=None)

class Note(Model, kw_only=True):
    kind: OrOrdinal[Other] = field(name="kind")
    text: str | None = field(name="text", default=None)

Loose = OneOf[Day | Note | Kind]
Told = OneOf[Annotated[Day | Note, Discriminator("kind", {"a": "Day", "b": "Note"})]]
Moment = OneOf[datetime | str]
"""


@pytest.fixture(scope="module")
def dotnet():
    return of("unions_of_dotnet", SOURCE, DATES="dotnet", NULLABLE="every-property", ENUMS="text-or-ordinal")


@pytest.fixture(scope="module")
def strict():
    return of("unions_of_rfc3339", SOURCE, DATES="rfc3339", NULLABLE="as-declared", ENUMS="text")


@pytest.mark.parametrize("union", ["Loose", "Told"])
def test_what_a_dialect_repairs_is_repaired_within_a_member(dotnet, union):
    module, codec = dotnet
    body = b'{"kind":"a","at":"9999-12-31T23:59:59.9999999","days":[null,"2026-01-31"]}'
    found = codec.decode(b"[" + body + b",null]", list[getattr(module, union)])
    assert len(found) == 1
    assert type(found[0]) is module.Day
    assert found[0].at == datetime(9999, 12, 31, 23, 59, 59, 999999)  # noqa: DTZ001 - as it came
    assert found[0].days[0] == datetime(2026, 1, 31)  # noqa: DTZ001


def test_a_repair_for_one_member_changes_nothing_for_the_next(dotnet):
    module, codec = dotnet
    body = b'{"kind":"b","text":"2026-01-31","at":"2026-01-31"}'
    assert codec.decode(body, module.Loose) == module.Note(kind=module.Other.B, text="2026-01-31")
    assert codec.decode(b'"2026-01-31"', module.Moment) == "2026-01-31"
    raw = b'{"kind":"c","at":"2026-01-31","days":[null]}'
    assert codec.encode(codec.decode(raw, module.Told)) == raw


def test_the_number_of_an_enum_is_read_as_the_enum(dotnet, strict):
    module, codec = dotnet
    assert codec.decode(b"0", module.Loose) is module.Kind.A
    assert codec.decode(b'{"kind":0,"text":"x"}', module.Loose).text == "x"
    module, codec = strict
    assert codec.decode(b"0", module.Loose) == 0


def test_a_date_without_an_offset_is_none_where_the_document_says_so(strict):
    module, codec = strict
    assert codec.decode(b'"2026-01-31T12:00:00"', module.Moment) == "2026-01-31T12:00:00"
    assert isinstance(codec.decode(b'"2026-01-31T12:00:00Z"', module.Moment), datetime)
    raw = b'{"kind":"a","at":"2026-01-31T12:00:00"}'
    assert codec.decode(raw, module.Told) == {"kind": "a", "at": "2026-01-31T12:00:00"}


COSTS = """
from __future__ import annotations

class Address(Model, kw_only=True):
    kind: str = field(name="kind")
    street: str = field(name="street")
    number: int = field(name="number")
    city: str = field(name="city")
    country: str = field(name="country")
    note: str | None = field(name="note", default=None)

class Box(Model, kw_only=True):
    kind: str = field(name="kind")
    box: str = field(name="box")

Told = OneOf[Annotated[Address | Box, Discriminator("kind", {"address": "Address", "box": "Box"})]]

class Plain(Model, kw_only=True):
    id: int = field(name="id")
    name: str = field(name="name")
    address: Address | None = field(name="address", default=None)

class WithUnion(Model, kw_only=True):
    id: int = field(name="id")
    name: str = field(name="name")
    address: OneOf[Address | Box] | None = field(name="address", default=None)

class WithDiscriminator(Model, kw_only=True):
    id: int = field(name="id")
    name: str = field(name="name")
    address: Told | None = field(name="address", default=None)
"""


def test_a_union_costs_a_few_calls_for_each_value():
    module, codec = of("costs_of_unions", COSTS)
    item = (
        b'{"id":1,"name":"Acme","address":{"kind":"address","street":"Main Street","number":7,'
        b'"city":"Springfield","country":"US","note":"Ring twice"}}'
    )
    body = b"[" + b",".join([item] * ITEMS) + b"]"

    def cost(kind):
        codec.decode(body, list[kind])
        calls = 0

        def count(_frame, event, _argument):
            nonlocal calls
            calls += event == "call"

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            codec.decode(body, list[kind])
        finally:
            sys.setprofile(before)
        return calls

    plain = cost(module.Plain)
    assert cost(module.WithUnion) - plain <= AT_MOST * ITEMS
    assert cost(module.WithDiscriminator) - plain <= AT_MOST * ITEMS
