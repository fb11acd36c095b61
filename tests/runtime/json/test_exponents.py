"""A decimal of a few characters never becomes a long text, and is finite however large its exponent."""

from decimal import Decimal

import pytest
from sdk import EncodeError
from sdk._json.codec import decode, encode
from sdk._json.decimals import MAX_ZEROS, decimal_text, storable
from sdk.deviations._inspection import findings

from tests.runtime.standin import CREATE, GET, Both, Line, ThingCreate

HUGE = ["1e5000", "1E-99999999", "1e99999999", "-7.5e-30000000", "0E-30000000", "9e101", "1e-101"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("100.10", "100.10"),
        ("-0.01", "-0.01"),
        ("1E+3", "1000"),
        ("1.5E-9", "0.0000000015"),
        ("1E+100", "1" + "0" * 100),
        ("1E-100", "0." + "0" * 99 + "1"),
        ("1E+101", "1E+101"),
        ("1E-101", "1E-101"),
        ("9" * 300, "9" * 300),
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
    ],
)
def test_a_decimal_is_written_in_digits_as_long_as_there_are_few(value, text):
    assert decimal_text(Decimal(value)) == text


@pytest.mark.parametrize("value", HUGE)
def test_the_text_of_a_decimal_is_bounded_and_exact(value):
    text = decimal_text(Decimal(value))
    assert len(text) <= 2 * MAX_ZEROS
    assert str(Decimal(text)) == str(Decimal(value))


@pytest.mark.parametrize("value", HUGE)
def test_a_query_parameter_with_such_an_exponent_is_refused_by_name(value):
    with pytest.raises(EncodeError, match=r"query parameter 'amount' has the exponent -?[0-9]+;") as caught:
        Both("sync").ask(None, GET, query={"amount": Decimal(value)})
    assert "finite" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity"])
def test_a_query_parameter_that_is_no_number_is_refused(value):
    with pytest.raises(EncodeError, match=f"query parameter 'amount' is {value}; pass a finite number"):
        Both("sync").ask(None, GET, query={"amount": Decimal(value)})


@pytest.mark.parametrize("value", HUGE)
def test_a_body_and_an_answer_keep_the_exponent(value):
    content = encode(ThingCreate(number="7", cost=Decimal(value)), CREATE.name)
    assert len(content) < 100
    line = decode(b'{"Cost":%b}' % value.encode(), Line)
    assert line.cost is not None
    assert line.cost.is_finite()
    assert len(repr(line)) < 100
    assert findings(Line, b'{"Cost":"%b","Note":""}' % value.encode())[0].seen == "string"


def test_what_a_library_stores_has_a_bounded_exponent():
    assert storable(7) == 7
    assert str(storable(Decimal("0E-30000000"))) == "0"
    for value in ("1e5000", "1E-99999999"):
        with pytest.raises(OverflowError):
            storable(Decimal(value))
