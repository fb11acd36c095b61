"""Members of a union with the same names are told apart by what the objects inside them have."""

from __future__ import annotations

import json

import pytest
from msgspec import UNSET, UnsetType, field
from sdk._json.codec import decode, encode
from sdk._json.model import Model

OneOf = pytest.importorskip("sdk._json.unions", reason="a package of a document without unions reads none").OneOf


class Short(Model, kw_only=True):
    id: int = field(name="id")


class Long(Model, kw_only=True):
    id: int = field(name="id")
    more: Short | UnsetType = field(name="more", default=UNSET)


class Plain(Model, kw_only=True):
    team: Short = field(name="team")
    users: list[Short] | UnsetType = field(name="users", default=UNSET)


class Teams(Model, kw_only=True):
    team: Long = field(name="team")
    users: list[Short] | UnsetType = field(name="users", default=UNSET)


class Users(Model, kw_only=True):
    team: Short = field(name="team")
    users: list[Long] | UnsetType = field(name="users", default=UNSET)


SHORT, LONG = {"id": 1}, {"id": 1, "more": {"id": 2}}


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ({"team": SHORT}, Plain),
        ({"team": LONG}, Teams),
        ({"team": SHORT, "users": [SHORT]}, Plain),
        ({"team": SHORT, "users": [SHORT, LONG]}, Users),
        ({"team": LONG, "users": [SHORT, LONG]}, Teams),
    ],
)
def test_the_one_that_knows_most_is_read(value, kind):
    union = OneOf[Plain | Teams | Users]
    for _ in range(2):
        found = decode(json.dumps(value).encode(), union)
        assert type(found) is kind
    if kind is not Teams or "users" not in value:
        assert json.loads(encode(found)) == value


def test_a_value_that_fits_none_of_the_names_is_kept():
    assert decode(b'{"other": {"id": 1}}', OneOf[Plain | Teams | Users]) == {"other": {"id": 1}}
