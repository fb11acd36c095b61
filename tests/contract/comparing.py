"""Compares what was sent with what was decoded of it, by the names on the wire: nothing lost, nothing changed.

It shares no code with the package's own reading: it walks the JSON and the models together.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from functools import cache

import msgspec

_DATE = re.compile(
    r"(?P<whole>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)(?P<fraction>\.\d{1,7})?(?P<offset>Z|[+-]\d\d:\d\d)?\Z"
)


def differences(sent, got, path="$"):
    """Where `got` does not hold what was sent, one sentence each.

    Args:
        sent: A JSON value whose fractions are decimals.
        got: What it was decoded to.
        path: Where in the answer.
    """
    if sent is None:
        # A list that is null holds nothing; the package's promise.
        if got is not None and got != []:
            yield f"{path}: null became {got!r}"
    elif isinstance(got, msgspec.Struct) and isinstance(sent, dict):
        yield from _members(sent, got, path)
    elif isinstance(got, list) and isinstance(sent, list):
        kept = [(index, item) for index, item in enumerate(sent) if item is not None]
        if len(kept) != len(got):
            yield f"{path}: {len(kept)} items became {len(got)}"
        for (index, item), decoded in zip(kept, got, strict=False):
            yield from differences(item, decoded, f"{path}[{index}]")
    elif not _same(sent, got):
        yield f"{path}: {sent!r} became {got!r}"


def _members(sent, got, path):
    fields = _fields(type(got))
    for name in sent.keys() & fields.keys():
        yield from differences(sent[name], getattr(got, fields[name]), f"{path}.{name}")
    for name in fields.keys() - sent.keys():
        if getattr(got, fields[name]) not in (None, msgspec.UNSET):
            yield f"{path}.{name}: not sent, and decoded as {getattr(got, fields[name])!r}"


@cache
def _fields(kind):
    return {field.encode_name: field.name for field in msgspec.structs.fields(kind)}


def _same(sent, got):
    match got:
        case Enum():
            return _same_member(sent, got)
        case bool():
            return sent is got
        case datetime():
            return isinstance(sent, str) and _same_instant(sent, got)
        case int() | Decimal():
            return isinstance(sent, int | Decimal) and not isinstance(sent, bool) and sent == got
        case str():
            return isinstance(sent, str) and sent == got
        case _:
            return False


def _same_member(sent, got):
    """An enum comes as its text, or as its place among the values of the document."""
    if isinstance(sent, str):
        return got.value == sent
    members = list(type(got))
    known = isinstance(sent, int) and 0 <= sent < len(members)
    return got.value == (members[sent].value if known else str(sent))


def _same_instant(sent, got):
    """Equal to the microsecond, which is as fine as a datetime gets; without an offset both are naive."""
    match = _DATE.match(sent)
    if match is None:
        return False
    moment = datetime.fromisoformat(match["whole"])
    offset = match["offset"]
    if offset is not None:
        hours, minutes = (0, 0) if offset == "Z" else map(int, offset[1:].split(":"))
        zone = timezone((-1 if offset[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))
        moment = moment.replace(tzinfo=zone).astimezone(UTC)
    if (got.tzinfo is None) is not (offset is None):
        return False
    ticks = Decimal(match["fraction"] or 0) * 10**6
    passed = got - moment
    return abs(ticks - (passed.days * 86_400 + passed.seconds) * 10**6 - passed.microseconds) <= Decimal("0.5")
