"""The payloads that are measured: a page of 500 full invoices, clean and as the service really sends it."""

from __future__ import annotations

import json
import types
import typing
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec

from benchmarks import floor

INVOICES = 500
_LENGTHS = {"items": 4, "activities": 4, "payments": 1, "attachments": 1, "payment_gateways": 2}


def clean() -> bytes:
    """Every field filled, enums as text, dates with whole seconds and an offset, amounts with two places."""
    return _written([_value(floor.Invoice, number, real=False) for number in range(INVOICES)])


def real() -> bytes:
    """The same as the service sends it: enums as ordinals, every fourth optional text null, dates with seven digits."""
    return _written([_value(floor.Invoice, number, real=True) for number in range(INVOICES)])


def _written(invoices: list[Any]) -> bytes:
    return json.dumps(invoices, separators=(",", ":")).encode()


def _value(kind: Any, seed: int, *, real: bool, name: str = "") -> Any:  # noqa: PLR0911 - one for each kind of value
    inner = typing.get_args(kind)
    if typing.get_origin(kind) in {typing.Union, types.UnionType}:
        if real and inner[0] is str and seed % 4 == 0:
            return None
        return _value(inner[0], seed, real=real, name=name)
    if typing.get_origin(kind) is list:
        return [_value(inner[0], seed + item, real=real) for item in range(_LENGTHS.get(name, 1))]
    if kind is bool:
        return seed % 2 == 0
    if kind is int:
        return 100_000 + seed
    if kind is Decimal:
        # A float here, for json writes it with two places and exactly.
        return 100.25 + seed
    if kind is datetime:
        return "2026-01-31T12:00:00" + (".1234567Z" if real else "+01:00")
    if kind is str:
        return f"{name.replace('_', ' ')} {seed}"
    if issubclass(kind, StrEnum):
        members = list(kind)
        number = seed % len(members)
        return number if real else members[number].value
    return {
        field.encode_name: _value(field.type, seed + place, real=real, name=field.name)
        for place, field in enumerate(msgspec.structs.fields(kind))
    }
