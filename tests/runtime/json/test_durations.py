"""Durations are written with days, hours, minutes and seconds, wherever they stand, and read as what they were."""

from datetime import timedelta

import pytest
from sdk._json.codec import decode, encode
from sdk._json.durations import duration_text
from sdk._json.model import Model

TEXTS = {
    "PT0S": timedelta(),
    "P40D": timedelta(days=40),
    "PT1H": timedelta(hours=1),
    "PT59M59.999999S": timedelta(minutes=59, seconds=59, microseconds=999_999),
    "P123DT22H14M12.011S": timedelta(days=123, hours=22, minutes=14, seconds=12, milliseconds=11),
    "-PT0.5S": timedelta(seconds=-0.5),
    "-P1DT1M": -timedelta(days=1, minutes=1),
}


class Wait(Model):
    most: timedelta | None = None
    by_name: dict[str, list[timedelta]] | None = None


@pytest.mark.parametrize(("text", "value"), TEXTS.items())
def test_each_has_one_text_that_is_read_again(text, value):
    assert duration_text(value) == text
    assert decode(f'"{text}"'.encode(), timedelta) == value


@pytest.mark.parametrize(("text", "value"), TEXTS.items())
def test_they_are_written_so_in_every_place(text, value):
    waits = Wait(most=value, by_name={"a": [value]})
    body = f'{{"most":"{text}","by_name":{{"a":["{text}"]}}}}'
    assert encode(waits, "things.update").decode() == body
    assert decode(body.encode(), Wait) == waits
    assert encode([waits]).decode() == f"[{body}]"
    assert encode([value]).decode() == f'["{text}"]'
    assert encode({"a": value}).decode() == f'{{"a":"{text}"}}'
    assert encode(value).decode() == f'"{text}"'
    assert waits.to_dict() == {"most": text, "by_name": {"a": [text]}}
    assert Wait.from_dict(waits.to_dict()) == waits
