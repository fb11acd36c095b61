"""JSON in and out: exact numbers, three states, and one exception for whatever cannot be read."""

import json
import threading
from datetime import UTC, datetime
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdk import _api
from sdk._json import codec as _codec
from sdk._json.codec import Undecodable, bare_word, decode, decode_plain, encode
from sdk._json.model import Model
from sdk.errors import EncodeError
from sdk.hooks.errors import Errors

from tests.runtime.standin import (
    ITEMS,
    MESSAGE,
    TEXT,
    Line,
    Status,
    Thing,
    ThingCreate,
    ThingPage,
    bare_words,
    page,
    said,
)


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (ThingCreate(), b"{}"),
        (ThingCreate(number=None, cost=Decimal("100.10")), b'{"Number":null,"Cost":100.10}'),
        (ThingCreate(items=[Line(cost=Decimal("0.1"))]), b'{"Items":[{"Cost":0.1}]}'),
        (ThingCreate(number="NaN"), b'{"Number":"NaN"}'),
        (ThingCreate(number="Infinity", cost=Decimal(1)), b'{"Number":"Infinity","Cost":1}'),
        (7, b"7"),
        (None, b"null"),
        (Status("Brand New"), b'"Brand New"'),
        (datetime(2018, 2, 6, tzinfo=UTC), b'"2018-02-06T00:00:00Z"'),
    ],
)
def test_encode(body, content):
    assert encode(body) == content


@pytest.mark.parametrize("number", ["NaN", "sNaN", "-NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize(
    ("wrap", "field"),
    [
        (lambda number: ThingCreate(cost=number), "'cost'"),
        (lambda number: ThingCreate(items=[Line(), Line(cost=number)]), r"'items\[1\].cost'"),
        (lambda number: {"a": (number,)}, r"\['a'\]\[0\]"),
        (lambda number: number, "The request body"),
    ],
)
def test_a_number_that_is_none_is_refused_and_named(number, wrap, field):
    with pytest.raises(EncodeError, match=f"{field}.* pass a finite Decimal"):
        encode(wrap(Decimal(number)))


def test_what_has_no_json_form_is_refused():
    cyclic = []
    cyclic.append(cyclic)
    for body, reason in ((cyclic, "nested"), ("\ud800", "surrogate"), (object(), "object"), ({1j: 1}, "JSON")):
        with pytest.raises(EncodeError, match=reason):
            encode(body)


@pytest.mark.parametrize(
    ("content", "kind", "value"),
    [
        (b'{"Cost":0.1}', Line, Line(cost=Decimal("0.1"))),
        (b'{"Cost":100.10}', Line, Line(cost=Decimal("100.10"))),
        (b'{"Cost":1E308}', Line, Line(cost=Decimal("1E308"))),
        (b'{"Cost":null,"Unheard":1}', Line, Line()),
        (b"\xef\xbb\xbf[]", list[Thing], []),
        (b" 3971 ", int, 3971),
        (b"true", bool, True),
        (b'"text"', str, "text"),
        (b'"Draft"', Status, Status.DRAFT),
        (b'"Brand New"', Status, "Brand New"),
        pytest.param(b"Draft", Status, Status.DRAFT, marks=bare_words),
        pytest.param(b" Draft\r\n", Status, Status.DRAFT, marks=bare_words),
        pytest.param(b"BrandNew", Status, "BrandNew", marks=bare_words),
    ],
)
def test_decode(content, kind, value):
    decoded = decode(content, kind)
    assert decoded == value
    assert str(decoded) == str(value)


def test_an_exact_decimal_survives_the_way_out_and_back():
    for text in ("0.1", "100.10", "12345678901234567890.123456789", "-0.00"):
        line = Line(cost=Decimal(text))
        assert encode(line) == b'{"Cost":%s}' % text.encode()
        assert str(decode(encode(line), Line).cost) == text


@pytest.mark.parametrize(
    ("content", "kind", "path"),
    [
        (b"", Thing, ""),
        (b" \r\n", Thing, ""),
        (b"null", Thing, ""),
        (b"null", int, ""),
        (b"null", Status, ""),
        (b"true", Status, ""),
        (b"<html></html>", Thing, ""),
        (b"<html></html>", Status, ""),
        (b"two words", Status, ""),
        (b'{"Items":[{"Cost":1},{"Cost":"1', Thing, ""),
        (b'{"Items":[{"Cost":1},{"Cost":true}]}', Thing, "Items[1].Cost"),
        (page({"Id": "7"}), ThingPage, f"{ITEMS}[0].Id"),
        (b'[{"Id":1},{"Id":{}}]', list[Thing], "[1].Id"),
        (b'"3"', int, ""),
        (b"1", bool, ""),
        (b"1.5", int, ""),
        (b'"\xff"', str, ""),
        ('"x"'.encode("utf-16"), str, ""),
        (b'{"Unheard":' + b"[" * 200_000, Thing, ""),
    ],
)
def test_what_is_not_its_type_is_undecodable(content, kind, path):
    with pytest.raises(Undecodable) as caught:
        decode(content, kind)
    assert caught.value.path == path
    assert caught.value.reason


@given(st.binary(max_size=60), st.sampled_from([Thing, list[Thing], int, str, bool, Status]))
@settings(deadline=None)
def test_only_undecodable_escapes(content, kind):
    try:
        value = decode(content, kind)
    except Undecodable:
        return
    assert isinstance(value, list if kind == list[Thing] else kind)


def test_a_plain_body_keeps_its_numbers():
    assert decode_plain(b'\xef\xbb\xbf{"A": [100.10, 12345678901234567890, null]}') == {
        "A": [Decimal("100.10"), 12345678901234567890, None]
    }
    assert str(decode_plain(b"100.10")) == "100.10"
    for body in (b"", b"Draft", b"<html>", b"\xff", b"[" * 100_000, b"1" * 5000, b"1E99999999999999999999"):
        with pytest.raises(Undecodable):
            decode_plain(body)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (b" Draft\n", "Draft"),
        (b"null", None),
        (b"true", None),
        (b"0", None),
        (b'"Draft"', None),
        (b"two words", None),
        (b"<html>", None),
        (b"a" * 65, None),
        ("Ä".encode(), None),
    ],
)
def test_a_bare_word(body, word):
    assert bare_word(body) == word


def test_one_decoder_a_type_even_from_many_threads():
    class Fresh(Model, kw_only=True):
        id: int | None = None

    decoded = []
    threads = [threading.Thread(target=lambda: decoded.append(decode(b'{"id":1}', Fresh))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert decoded == [Fresh(id=1)] * 8
    assert _codec._decoder(Fresh) is _codec._decoder(Fresh)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (said(message=" The invoice is paid. "), "The invoice is paid."),
        *[(json.dumps({name: "spelt so"}).encode(), "spelt so") for name in _api.MESSAGE_FIELDS],
        (said(message=""), None),
        (said(message=5), None),
        (json.dumps([MESSAGE]).encode(), None),
        (b"<html>", None),
        (b"", None),
        (b"\xff", None),
        (b"[" * 100_000, None),
        (
            said(message="The request is invalid.", fields={"model.Name": ["is required", "is short"], "Id": "odd"}),
            "The request is invalid.; model.Name: is required; model.Name: is short; Id: odd",
        ),
        (said(fields={"Id": ["odd"]}), "Id: odd"),
        (said(flag=True, reasons=[{TEXT: "Paid."}, {TEXT: ""}, {}, {TEXT: "Sent."}]), "Paid.; Sent."),
        (said(flag=True, reasons="Paid."), "Paid."),
        (said(fields={}, reasons=[]), None),
    ],
)
def test_the_explanation_of_an_error_body(body, message):
    assert Errors().describe_error(body) == message


class Account(Model, kw_only=True):
    name: str | None = None
    password_salt: str | None = None
    api_key: str | None = None
    access_token_secret: str | None = None
    inner: "Account | None" = None


def test_a_model_never_prints_a_secret():
    account = Account(name="A", api_key="k-1", inner=Account(password_salt="s-1", access_token_secret="t-1"))
    assert repr(account) == (
        "Account(name='A', api_key='<hidden>', inner=Account(password_salt='<hidden>', access_token_secret='<hidden>'))"
    )
    assert dict(account.__rich_repr__())["api_key"] == "<hidden>"


def test_a_model_is_immutable_and_omits_defaults():
    thing = Thing(id=1)
    with pytest.raises(AttributeError, match="immutable"):
        thing.id = 2
    assert repr(thing) == "Thing(id=1)"
    assert encode(thing) == b'{"Id":1}'


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (ThingCreate(cost=0.1), "cost"),
        (ThingCreate(number="1", items=[Line(cost=Decimal(1)), Line(cost=100.0)]), "items[1].cost"),
        (ThingCreate(cost=-2.5), "cost"),
        (ThingCreate(cost=1e300), "cost"),
        ({"a": [1, 2.5]}, "['a'][1]"),
    ],
)
def test_a_float_is_refused_for_it_is_not_exact(body, field):
    with pytest.raises(EncodeError, match=r"which is not exact; pass Decimal\('") as caught:
        encode(body)
    assert repr(field) in str(caught.value)


def test_a_float_alone_is_refused():
    with pytest.raises(EncodeError, match=r"The request body is the float 0\.5"):
        encode(0.5)


@pytest.mark.parametrize("text", ["1.5", "a:1.5", "[2.5", ",3e5", '":1.5'])
def test_a_text_that_looks_like_a_number_is_none(text):
    assert msgspec.json.decode(encode(ThingCreate(number=text, cost=Decimal("0.1")))) == {"Number": text, "Cost": 0.1}


@given(st.integers(-(2**63), 2**64 - 1), st.text(), st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_what_is_no_float_is_never_taken_for_one(number, text, amount):
    encode({"a": number, "b": text, "c": [amount, {"d": number}]})
    encode(ThingCreate(number=text, cost=amount))


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1, 10**5000], ids=["above", "below", "far above"])
@pytest.mark.parametrize("wrap", [lambda n: n, lambda n: {"a": [n]}, lambda n: ThingCreate(number=n)])
def test_an_integer_beyond_64_bits_is_refused(number, wrap):
    with pytest.raises(
        EncodeError, match=r"cannot be written as JSON: (it holds an integer beyond 64 bits|Exceeds the limit)"
    ):
        encode(wrap(number))


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 255), st.text())
def test_a_float_is_found_wherever_it_stands(number, other, text):
    for body in (number, [other, number], {text: {"a": [text, number]}}, ThingCreate(items=[Line(cost=number)])):
        with pytest.raises(EncodeError, match="not exact"):
            encode(body)
