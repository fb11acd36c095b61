"""Writes answers as the service might send them, and remembers what they mean and where they deviate."""

import importlib
import json
import pkgutil
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import envoice.resources
from envoice._http.operation import Operation
from envoice._json.shapes import shape_of
from envoice.deviations import Kind
from envoice.enums import OpenEnum
from msgspec import structs

HOUR = timezone(timedelta(hours=1))
MAX = datetime.max  # noqa: DTZ901 - .NET has such values without an offset
MIN = datetime.min  # noqa: DTZ901 - as above
CLEAN_DATES = {
    "2018-02-06T01:00:00+01:00": datetime(2018, 2, 6, 1, tzinfo=HOUR),
    "2018-02-06T11:43:30Z": datetime(2018, 2, 6, 11, 43, 30, tzinfo=UTC),
    "2018-02-06T11:43:30.12Z": datetime(2018, 2, 6, 11, 43, 30, 120000, tzinfo=UTC),
    "2018-02-06T11:43:30.123Z": datetime(2018, 2, 6, 11, 43, 30, 123000, tzinfo=UTC),
    "2018-12-31T23:59:59.999999Z": datetime(2018, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
}
ODD_DATES = {
    "9999-12-31T23:59:59.9999999": (MAX, Kind.DATE_MAX),
    "9999-12-31T23:59:59.9999999Z": (MAX.replace(tzinfo=UTC), Kind.DATE_MAX),
    "9999-12-31T23:59:59.9999999+01:00": (MAX.replace(tzinfo=HOUR), Kind.DATE_MAX),
    "9999-12-31T23:59:59.999": (MAX.replace(microsecond=999000), Kind.DATE_MAX),
    "0001-01-01T00:00:00": (MIN, Kind.DATE_MIN),
    "0001-01-01T00:00:00Z": (MIN.replace(tzinfo=UTC), Kind.DATE_MIN),
    "0001-01-01T00:00:00+01:00": (MIN.replace(tzinfo=HOUR), Kind.DATE_MIN),
    "2018-02-06": (datetime(2018, 2, 6), Kind.DATE_ONLY),  # noqa: DTZ001 - none was sent
    "": (None, Kind.DATE_EMPTY),
    "2018-02-06T11:43:30": (datetime(2018, 2, 6, 11, 43, 30), Kind.DATE_NO_OFFSET),  # noqa: DTZ001 - as above
    "2018-02-06T11:43:30.1234567Z": (datetime(2018, 2, 6, 11, 43, 30, 123457, tzinfo=UTC), Kind.DATE_FRACTION),
    "2018-12-31T23:59:59.9999999Z": (datetime(2018, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), Kind.DATE_FRACTION),
    "2018-12-31T23:59:58.9999999Z": (datetime(2018, 12, 31, 23, 59, 59, tzinfo=UTC), Kind.DATE_FRACTION),
    "2018-02-06t11:43:30z": (datetime(2018, 2, 6, 11, 43, 30, tzinfo=UTC), Kind.DATE_SPELLING),
    "2018-02-06T01:00:00+0100": (datetime(2018, 2, 6, 1, tzinfo=HOUR), Kind.DATE_SPELLING),
}
INTEGERS = (0, -1, 3971, 2**31 - 1, 2**63 - 1, -(2**63))
NUMBERS = ("0.1", "100.10", "-0.00", "7", "1E308", "1.5E-7", "12345678901234567890.123456789")
TEXTS = ("", "text", "null", "NaN", "Draft", "23:59:59.9999999", 'a "quoted" \\ né 💶\n', "2018-02-06")


def received():
    """Every operation that answers something, by name."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.iter_modules(envoice.resources.__path__, "envoice.resources.")
    ]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Operation)]
    return {operation.name: operation for operation in found if operation.result is not None}


def models_of(results):
    """Every model that the types hold."""
    found, pending = set(), [shape_of(result) for result in results]
    while pending:
        shape = pending.pop()
        if shape not in found:
            found.add(shape)
            pending += shape.inner()
    return sorted((shape.kind for shape in found if shape.fields), key=lambda model: model.__name__)


class Answer:
    """A random answer of a type.

    Attributes:
        body: The answer as sent.
        meant: What must come out: a dict for a model, by Python name, None for what is null or left out.
        sites: How often each (path, kind) deviates.
        unknown: The fields that the type lacks, by path.
    """

    def __init__(self, result, rng, *, rate=0.2, depth=3):
        self.rng, self.rate = rng, rate
        self.sites, self.unknown = Counter(), {}
        text, self.meant = self._value(shape_of(result), "", depth)
        self.body = text.encode()

    def _odd(self):
        return self.rng.random() < self.rate

    def _site(self, path, kind):
        collapsed = "".join(f"[*]{rest}" if index else rest for index, rest in _steps(path))
        self.sites[collapsed, kind] += 1

    def _value(self, shape, path, depth):
        if shape.item is not None:
            return self._list(shape.item, path, depth)
        if shape.fields:
            return self._object(shape, path, depth)
        if issubclass(shape.kind, OpenEnum):
            return self._enum(shape.kind, path)
        return {bool: self._boolean, int: self._integer, str: self._text, Decimal: self._number, datetime: self._date}[
            shape.kind
        ](path)

    def _list(self, item, path, depth):
        texts, meant = [], []
        for index in range(self.rng.randrange(3)):
            if self._odd():
                texts.append("null")
                self._site(f"{path}[{index}]", Kind.NULL_ITEM)
            else:
                text, value = self._value(item, f"{path}[{index}]", depth - 1)
                texts.append(text)
                meant.append(value)
        return f"[{', '.join(texts)}]", meant

    def _object(self, shape, path, depth):
        members, meant = [], dict.fromkeys(field.name for field in shape.fields.values())
        required = {field.encode_name for field in structs.fields(shape.kind) if field.required}
        for place, field in enumerate(shape.fields.values()):
            inner = f"{path}.{field.wire}" if path else field.wire
            if field.wire in required:
                text, meant[field.name] = self._value(field.shape, inner, depth - 1)
                members.append((field.wire, text))
                continue
            is_too_deep = depth <= 0 and (field.shape.fields or field.shape.item)
            if place and self._odd() and not is_too_deep:
                self._site(inner, Kind.LEFT_OUT)
                continue
            if is_too_deep or self._odd():
                text = "null"
                self._site(inner, Kind.NULL)
            else:
                text, meant[field.name] = self._value(field.shape, inner, depth - 1)
            members.append((field.wire, text))
        if self._odd():
            members.append(("CC", "[1, 2.50]"))
            inner = f"{path}.CC" if path else "CC"
            self.unknown[inner] = [1, Decimal("2.50")]
            self._site(inner, Kind.UNKNOWN_FIELD)
        self.rng.shuffle(members)
        return "{" + ", ".join(f"{json.dumps(wire)}: {text}" for wire, text in members) + "}", meant

    def _enum(self, kind, path):
        members = list(kind)
        place = self.rng.randrange(len(members))
        if not self._odd():
            return json.dumps(members[place].value), members[place].value
        text, value, deviation = self.rng.choice(
            [
                (str(place), members[place].value, Kind.ORDINAL),
                ("99", "99", Kind.UNKNOWN_ORDINAL),
                ("-1", "-1", Kind.UNKNOWN_ORDINAL),
                ('"Brand New"', "Brand New", Kind.UNKNOWN_VALUE),
            ]
        )
        self._site(path, deviation)
        return text, value

    def _boolean(self, _):
        value = self.rng.random() < 0.5
        return json.dumps(value), value

    def _integer(self, _):
        value = self.rng.choice(INTEGERS)
        return str(value), value

    def _text(self, _):
        value = self.rng.choice(TEXTS)
        return json.dumps(value), value

    def _number(self, path):
        text = self.rng.choice(NUMBERS)
        if not self._odd():
            return text, Decimal(text)
        self._site(path, Kind.NUMBER_AS_TEXT)
        return json.dumps(text), Decimal(text)

    def _date(self, path):
        if not self._odd():
            text, value = self.rng.choice(list(CLEAN_DATES.items()))
            return json.dumps(text), value
        text, (value, kind) = self.rng.choice(list(ODD_DATES.items()))
        self._site(path, kind)
        return json.dumps(text), value


def _steps(path):
    """The parts of a path around its indices: what stands first, then what follows each."""
    first, *others = path.split("[")
    return [(False, first), *((True, part.partition("]")[2]) for part in others)]


def leaves(value):
    """A decoded value as plain objects that compare exactly: a number as its digits, a date with its offset."""
    if isinstance(value, list):
        return [leaves(item) for item in value]
    if isinstance(value, dict):
        return {name: leaves(item) for name, item in value.items()}
    if hasattr(value, "__struct_fields__"):
        return {name: leaves(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, datetime):
        return value.replace(tzinfo=None), value.utcoffset()
    if isinstance(value, OpenEnum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value
