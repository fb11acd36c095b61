"""Any JSON value is read by any union, goes back as it came but for names that a model does not have, and stays so."""

from __future__ import annotations

import copy
import json
import pickle
import random
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import pytest
from msgspec import UNSET, UnsetType, field
from sdk._api import DATES
from sdk._json.codec import decode, encode
from sdk._json.model import Model
from sdk._json.nullable import ABSENT, Extras, Nullable
from sdk._json.unknown import unknown_fields
from sdk.deviations._inspection import findings
from sdk.enums import OpenEnum, OpenIntEnum

unions = pytest.importorskip("sdk._json.unions", reason="a package of a document without unions reads none")
Discriminator, OneOf = unions.Discriminator, unions.OneOf

pytestmark = pytest.mark.skipif(DATES != "rfc3339", reason="what this service's dialect repairs comes back repaired")
COUNT = 400
NAMES = ["kind", "x", "y", "u", "z", "l", "d", "m", "other", "-additional_properties", ""]
SCALARS = [
    *(None, True, False, 0, 1, 2, -5, 2**40, Decimal("1.10"), Decimal("0.0"), "a", "b", "c", "", "NaN", "1.5", "P1D"),
    *("2026-01-31", "2026-01-31T12:00:00Z", "2026-01-31T12:00:00", "d29yZA==", "01234567-89ab-4def-8123-456789abcdef"),
]


class Letter(OpenEnum):
    A = "a"
    B = "b"


class Number(OpenIntEnum):
    ONE = 1
    TWO = 2


class KindA(OpenEnum):
    A = "a"


class KindB(OpenEnum):
    B = "b"


class OfA(Model, kw_only=True):
    kind: KindA = field(name="kind")
    x: int | UnsetType = field(name="x", default=UNSET)


class OfB(Model, kw_only=True):
    kind: KindB = field(name="kind")
    y: Decimal | UnsetType = field(name="y", default=UNSET)
    u: Mixed | UnsetType = field(name="u", default=UNSET)


class WithMore(Model, kw_only=True):
    items: list[Mixed] | UnsetType = field(name="l", default=UNSET)
    additional_properties: Extras[Mixed] = field(name="-additional_properties", default=ABSENT)


class Loose(Model, kw_only=True):
    day: date | UnsetType = field(name="d", default=UNSET)
    by_name: dict[str, Mixed] | UnsetType = field(name="m", default=UNSET)


Mixed = OneOf["OfA | OfB | WithMore | Loose | list[Mixed] | date | int | str | bool"]
Told = OneOf[Annotated[OfA | OfB, Discriminator("kind", {"a": "OfA", "b": "OfB"})]]
Lists = OneOf[list[OfA] | list[Loose] | dict[str, Decimal] | Letter | UUID | Number | Decimal]
Texts = OneOf[Loose | dict[str, int] | bytes | datetime]


class Root(Model, kw_only=True):
    mixed: Mixed | UnsetType = field(name="theMixed", default=UNSET)
    told: Nullable[Told] = field(name="theTold", default=ABSENT)
    lists: list[Lists] | UnsetType = field(name="theLists", default=UNSET)
    texts: dict[str, Texts] | UnsetType = field(name="theTexts", default=UNSET)


def value(dice, depth):
    chance = dice.random()
    if depth <= 0 or chance < 0.35:
        return dice.choice(SCALARS)
    if chance < 0.55:
        return [value(dice, depth - 1) for _ in range(dice.randrange(4))]
    return {dice.choice(NAMES): value(dice, depth - 1) for _ in range(dice.randrange(5))}


def is_same_but_for_names(sent, back):
    """Whether what goes back is what came, without some members of objects."""
    if isinstance(sent, dict) and isinstance(back, dict):
        return back.keys() <= sent.keys() and all(is_same_but_for_names(sent[name], back[name]) for name in back)
    if isinstance(sent, list) and isinstance(back, list):
        return len(sent) == len(back) and all(map(is_same_but_for_names, sent, back))
    # A decimal may come as a text, and is written as a number.
    return isinstance(sent, bool) is isinstance(back, bool) and (sent == back or str(sent) == str(back))


def plain(content) -> Any:
    return json.loads(content, parse_float=Decimal)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", [Mixed, Told, Lists, Texts, list[Mixed], Root], ids=str)
def test_any_value_is_read_and_goes_back(kind, seed):
    dice = random.Random(seed)
    for _ in range(COUNT // 10 if kind is Root else COUNT):
        document = value(dice, 4)
        if kind is Root:
            document = {"theTold": document, "theLists": [value(dice, 3)] * 2, "theTexts": {"p": value(dice, 3)}}
            document |= {"theMixed": value(dice, 3) or ""}
        elif kind == list[Mixed]:
            document = [document, value(dice, 3)]
        body = encode(document)
        found = decode(body, kind)
        back = encode(found)
        assert is_same_but_for_names(plain(body), plain(back)), body
        if kind is Told and isinstance(found, dict):
            assert back == body
        assert decode(back, kind) == found, body
        assert unknown_fields(body, kind) is not None
        assert findings(kind, body) is not None
        if kind is Root:
            for again in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
                assert again == found
            for names in ("wire", "python"):
                assert Root.from_dict(found.to_dict(names=names, secrets=True), names=names) == found, body
                assert Root.from_json(found.to_json(names=names, secrets=True), names=names) == found, body
