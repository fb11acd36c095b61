"""The plain values of JSON out of what strangers wrote, within limits."""

import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NoReturn, TypeAlias

MAX_DIGITS: Final = 1_000
"""Characters of one whole number that are read."""

Tell: TypeAlias = Callable[[str, str], None]


class RefusedError(ValueError):
    """Why a text is not the plain document that we accept."""


class Repeated(dict[str, Any]):
    """An object in which a key stands twice.

    Attributes:
        earlier: The values that a later one of the same key replaces, with their keys, in order.
    """

    def __init__(self, pairs: Iterable[tuple[str, Any]]) -> None:
        super().__init__()
        self.earlier: list[tuple[str, Any]] = []
        for key, value in pairs:
            if key in self:
                self.earlier.append((key, self[key]))
            self[key] = value


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of its keys and values; a `Repeated` where a key stands twice."""
    result = dict(pairs)
    return result if len(result) == len(pairs) else Repeated(pairs)


def once(document: object, tell: Tell | None) -> None:
    """Leave no key repeated in a document: the last value counts, and of two paths the operations of both.

    Args:
        document: As parsed, with each `Repeated` in it.
        tell: Takes the place and what became of it; None to refuse.

    Raises:
        RefusedError: A key stands twice, and there is nobody to tell.
    """
    pending: list[tuple[str, Any]] = [("", document)]
    while pending:
        where, node = pending.pop()
        if isinstance(node, Repeated):
            for key, value in node.earlier:
                if tell is None:
                    raise RefusedError(f"the key {key[:80]!r} stands twice in one object")
                tell(where[:200] or "the document", _counted(node, key, value, is_path=where == "/paths"))
            node.earlier.clear()
        if isinstance(node, dict):
            pending += [(f"{where}/{key}", child) for key, child in node.items()]
        elif isinstance(node, list):
            pending += [(f"{where}/{index}", child) for index, child in enumerate(node)]


def _counted(node: dict[str, Any], key: str, earlier: Any, *, is_path: bool) -> str:
    shown = f"the key {key[:80]!r} stands twice"
    if is_path and isinstance(earlier, dict) and isinstance(node[key], dict):
        node[key] = earlier | node[key]
        return f"{shown}; what is only in the first one is added to the last"
    return f"{shown}; the last one counts"


def no_constant(text: str) -> NoReturn:
    """Refuse NaN and infinity.

    Raises:
        RefusedError: Always.
    """
    raise RefusedError(f"{text} is not a JSON number")


def finite(text: str) -> float:
    """A number with a fraction or an exponent.

    Raises:
        RefusedError: It is out of range.
    """
    value = float(text)
    if not math.isfinite(value):
        raise RefusedError(f"the number {text[:40]} is out of range")
    return value


def whole(text: str, base: int = 10) -> int:
    """A whole number.

    Args:
        text: Its digits.
        base: What they count in.

    Raises:
        RefusedError: It is none, or too long.
    """
    if len(text) > MAX_DIGITS:
        raise RefusedError(f"a number of {len(text):,} digits, more than the {MAX_DIGITS:,} that we read")
    try:
        return int(text, base)
    except ValueError:
        raise RefusedError(f"{text[:40]!r} is not a whole number") from None


def levels(document: object) -> Iterator[int]:
    """The depth of every value of a document, found without recursion."""
    pending = [(1, document)]
    while pending:
        depth, node = pending.pop()
        yield depth
        if isinstance(node, dict):
            pending += [(depth + 1, child) for child in node.values()]
        elif isinstance(node, list):
            pending += [(depth + 1, child) for child in node]
