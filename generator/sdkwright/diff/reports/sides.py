"""The two documents side by side, cut to the operations and schemas that differ."""

import difflib
from collections.abc import Iterator

import attrs

from sdkwright.diff.comparison import Comparison
from sdkwright.normalise.excerpts import Excerpt

_CONTEXT = 3


@attrs.frozen
class Row:
    """One line on either side.

    Attributes:
        kind: `same`, `changed`, `added`, `removed` or `skipped`.
        old: Number and text on the left.
        new: Number and text on the right.
    """

    kind: str
    old: tuple[int, str] | None
    new: tuple[int, str] | None


@attrs.frozen
class Pair:
    """One operation or schema of both documents."""

    title: str
    rows: tuple[Row, ...]


def pairs(comparison: Comparison) -> Iterator[Pair]:
    """Each operation and schema that is not the same in both documents."""
    old, new = comparison.old.excerpts, comparison.new.excerpts
    for left, right in ((old.operations, new.operations), (old.schemas, new.schemas)):
        for name in sorted(left.keys() | right.keys()):
            if left.get(name) != right.get(name):
                yield Pair(name, tuple(_rows(_lines(left.get(name)), _lines(right.get(name)))))


def _lines(excerpt: Excerpt | None) -> list[str]:
    return [] if excerpt is None else excerpt.lines


def _rows(old: list[str], new: list[str]) -> Iterator[Row]:
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    blocks = list(matcher.get_opcodes())
    for place, (tag, a, b, c, d) in enumerate(blocks):
        if tag == "equal":
            yield from _equal(old, new, (a, b, c), first=place == 0, last=place == len(blocks) - 1)
            continue
        for index in range(max(b - a, d - c)):
            left = (a + index + 1, old[a + index]) if a + index < b else None
            right = (c + index + 1, new[c + index]) if c + index < d else None
            yield Row("changed" if left and right else "removed" if left else "added", left, right)


def _equal(old: list[str], new: list[str], span: tuple[int, int, int], *, first: bool, last: bool) -> Iterator[Row]:
    begin, end, there = span
    length = end - begin
    head, tail = (0 if first else _CONTEXT), (0 if last else _CONTEXT)
    for index in range(length):
        if head + tail < length and head <= index < length - tail:
            if index == head:
                yield Row("skipped", None, None)
            continue
        left, right = begin + index, there + index
        yield Row("same", (left + 1, old[left]), (right + 1, new[right]))
