"""Forms: every kind of value, in every style, and names and texts that would break out."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from urllib.parse import parse_qsl
from uuid import UUID

import pytest
from msgspec import UNSET, UnsetType, field
from sdk._http.bodies import written
from sdk._http.body_field import BodyField
from sdk._http.operation import Operation
from sdk._json.model import Model
from sdk.enums import OpenEnum
from sdk.errors import EncodeError

_DEEP = "x%5Ba%5D%5Bb%5D%5B%5D"


class Size(OpenEnum):
    SMALL = "small"


class Place(Model, kw_only=True):
    town: str = field(name="Town")
    street: str | UnsetType = field(name="Street", default=UNSET)


def sent(*fields, **body):
    operation = Operation(
        name="things.add",
        method="POST",
        path="/things",
        result=None,
        body_type="application/x-www-form-urlencoded",
        body_fields=fields,
    )
    content, media_type = written(operation, body, None, asynchronous=False)
    assert media_type == "application/x-www-form-urlencoded"
    return content.decode("ascii")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b&c=d+é%\r\n", "a b&c=d+é%\r\n"),
        (True, "true"),
        (7, "7"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+3"), "1000"),
        (1.5, "1.5"),
        (datetime(2026, 3, 20, 12, tzinfo=UTC), "2026-03-20T12:00:00+00:00"),
        (date(2026, 3, 20), "2026-03-20"),
        (timedelta(hours=1), "PT1H"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (b"\xff\x00", "/wA="),
        (Size.SMALL, "small"),
        (None, ""),
        ({"a": [1, "b"]}, '{"a":[1,"b"]}'),
        (Place(town="Cork"), '{"Town":"Cork"}'),
    ],
)
def test_a_value_is_text(value, text):
    assert parse_qsl(sent(x=value), keep_blank_values=True) == [("x", text)]


def test_what_is_left_out_is_not_sent():
    assert sent(x=UNSET, y=[]) == ""


@pytest.mark.parametrize(
    ("options", "value", "wanted"),
    [
        ({}, ["a", "b c"], "x=a&x=b+c"),
        ({"style": "form"}, ["a", "b"], "x=a&x=b"),
        ({"style": "form", "explode": False}, ["a,b", "c"], "x=a%2Cb,c"),
        ({"style": "spaceDelimited", "explode": False}, ["a", "b"], "x=a%20b"),
        ({"style": "pipeDelimited", "explode": False}, ["a", "b"], "x=a%7Cb"),
        ({"style": "deepObject"}, {"a": {"b": [1, 2]}, "c]&": True}, f"{_DEEP}=1&{_DEEP}=2&x%5Bc%5D%26%5D=true"),
        ({"style": "deepObject"}, [{"a": 1}, {"a": None}], "x%5B0%5D%5Ba%5D=1&x%5B1%5D%5Ba%5D="),
        ({"style": "form"}, {"a": 1, "b": 2}, "a=1&b=2"),
        ({"style": "form", "explode": False}, {"a": 1, "b": 2}, "x=a,1,b,2"),
        ({"media_type": "application/json"}, ["a", 1], "x=%5B%22a%22%2C1%5D"),
        ({"reserved": True}, "/a?b=c&d+e f", "x=/a?b%3Dc%26d%2Be+f"),
        ({}, [["a"], ["b"]], "x=%5B%22a%22%5D&x=%5B%22b%22%5D"),
    ],
)
def test_a_list_and_an_object_are_written_in_a_style(options, value, wanted):
    assert sent(BodyField("x", "x", **options), x=value) == wanted


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (object(), "has the type object, which has no text form."),
        (float("nan"), "is nan; pass a finite number."),
        (Decimal("Infinity"), "is Infinity; pass a finite number."),
        (Decimal("1E+5000"), "has the exponent 5000; pass a Decimal with one of at most 100 either way."),
        ("\ud800", "holds text with a lone surrogate."),
    ],
)
def test_what_has_no_text_is_refused_by_name(value, said):
    with pytest.raises(EncodeError) as caught:
        sent(BodyField("amount", "x"), x=value)
    assert str(caught.value) == f"things.add: amount {said}"


def test_a_field_of_another_type_or_one_that_lacks_is_refused_by_name():
    with pytest.raises(EncodeError, match=r"things.add: amount must be an int; got a str"):
        sent(BodyField("amount", "x", int), x="7")
    with pytest.raises(EncodeError, match=r"things.add: amount is required; got UNSET"):
        sent(BodyField("amount", "x", int, required=True))
