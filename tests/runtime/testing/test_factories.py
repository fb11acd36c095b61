"""Factories: valid models, the same every time, and each field the caller's to choose."""

from datetime import UTC, datetime
from decimal import Decimal

import msgspec
import pytest
from sdk._api import NAME
from sdk._json.codec import encode
from sdk._json.model import Model
from sdk._json.validation import is_as_declared
from sdk.errors import ConfigurationError
from sdk.hooks.pagination import Pages
from sdk.testing import build, build_many, build_page

from tests.runtime.small_api import Link, Owner, Part, Status, Thing, ThingUpdate


def test_values_are_of_the_kind_that_a_client_reads():
    thing = build(Thing)
    assert (thing.id, thing.total_amount) == (1, Decimal("100.10"))
    assert str(thing.total_amount) == "100.10"
    assert thing.made_on == datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert thing.status is Status.DRAFT
    assert thing.owner.email == "billing@example.com"
    assert thing.link == f"https://{NAME}.invalid/link"


def test_fields_are_the_caller_s_and_are_read_as_a_client_would():
    owner = build(Owner, name="Acme Ltd")
    thing = build(Thing, number="X", total_amount=100, status="Paid", notes=None, owner=owner, parts=[])
    assert (thing.number, thing.notes, thing.owner.name, thing.parts) == ("X", None, "Acme Ltd", [])
    assert thing.status is Status.PAID
    assert isinstance(thing.total_amount, Decimal)


class Choice(Model, kw_only=True):
    one_of: str = msgspec.field(name="oneOf")
    discriminator: Part | None = msgspec.field(name="discriminator", default=None)


class Choices(Model, kw_only=True):
    choice: Choice = msgspec.field(name="choice")


def test_a_model_may_have_fields_of_any_name():
    choices = build(Choices)
    assert isinstance(choices.choice.discriminator, Part)
    assert build(Choices, choice=choices.choice) == choices
    assert is_as_declared(encode(choices), Choices)


class Amount(Model, kw_only=True):
    kind: str = msgspec.field(name="kind")
    count: int = msgspec.field(name="count")


def test_fields_may_be_called_as_the_arguments_of_the_factories():
    assert build(Amount, kind="boxes", count=7) == Amount(kind="boxes", count=7)
    assert [one.count for one in build_many(Amount, 2, kind="boxes", count=7)] == [7, 7]


def test_a_field_of_a_request_may_be_left_out():
    assert build(ThingUpdate, notes=msgspec.UNSET).notes is msgspec.UNSET


def test_records_that_refer_to_one_another_end():
    thing = build(Thing)
    assert thing.spare is None
    assert b"Spare" not in encode(thing).replace(b'"Spare":null', b"")
    assert repr(thing).count("Thing(") == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"numbr": "X"}, r"build\(Thing\): there is no field 'numbr'; did you mean 'number'\?"),
        ({"zzz": 1}, r"there is no field 'zzz'; it has id, number, "),
        ({"number": 3}, r"Expected `str \| null`, got `int` at Number"),
        ({"parts": [build(Part), 3]}, r"at Parts\[1\]"),
        ({"total_amount": Decimal("NaN")}, "cannot hold"),
        ({"number": object()}, "cannot hold"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(fields, said):
    with pytest.raises(ConfigurationError, match=said):
        build(Thing, **fields)


def test_many_differ_in_their_ids():
    items = build_many(Thing, 3, number="A")
    assert [(item.id, item.number) for item in items] == [(1, "A"), (2, "A"), (3, "A")]
    assert [item.id for item in build_many(Thing, 2, id=7)] == [7, 7]
    assert build_many(Thing, 0) == []
    assert len(build_many(Link, 2)) == 2


def test_a_page_of_models():
    page = build_page(build_many(Thing, 3), page=2, total=13, last=False)
    assert (len(page), page.number, page.total, page.next_number) == (3, 2, 13, 3)
    assert page.envelope == Pages().build_envelope(page.items, 13)
    last = build_page([])
    assert (last.items, last.total, last.next_number) == ([], 0, None)
    with pytest.raises(ConfigurationError, match="page must be an integer from 1"):
        build_page([], page=0)


@pytest.mark.parametrize("wrong", [int, 5, build(Thing)])
def test_only_models_are_built(wrong):
    with pytest.raises(ConfigurationError, match="give it the class of a model"):
        build(wrong)


def test_a_refusal_is_one_sentence():
    with pytest.raises(ConfigurationError, match=r"pass Decimal\('1.5'\)\.\Z"):
        build(Thing, total_amount=1.5)
