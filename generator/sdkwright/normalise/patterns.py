"""Judges the patterns of a document: what Python can read of them, and how long a text each may be tried on.

Python tries one way after the other, and a pattern such as `(a+)+$` has exponentially many. Here each repetition is
looked at: one that cannot take what follows it, or whose rounds begin or end with a character of their own, leaves one
way. What leaves several counts, and the more there are the shorter is a text that it is tried on. A pattern with
repetitions in repetitions that nothing tells apart is not tried at all.
"""

import importlib
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

import attrs

from sdkwright.normalise.sites import schema_sites
from sdkwright.text import clean

# The tree of a pattern; Python has no public way to it.
_parser: Any = importlib.import_module("re._parser")

_ALL: Final = frozenset(range(129))
"""The characters of ASCII, and 128 for every other one."""
_OTHER: Final = 128
_DIGITS: Final = frozenset(map(ord, "0123456789"))
_SPACES: Final = frozenset(map(ord, " \t\n\r\f\v")) | {_OTHER}
_WORDS: Final = _DIGITS | frozenset(code for code in range(128) if chr(code).isalpha()) | {ord("_")}
_CATEGORIES: Final = {"DIGIT": _DIGITS, "SPACE": _SPACES, "WORD": _WORDS}
_MORE_SPACES: Final = r"\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
r"""What `\s` means in the dialect of OpenAPI beyond ASCII."""
_LONGEST: Final = {1: 1_000_000, 2: 3000, 3: 200, 4: 50}
"""The longest text, by how many times its length the steps may be multiplied."""
_MOST_CHOICES: Final = 6
_MOST_CHARACTERS: Final = 1000
_PIECE: Final = re.compile(r"\\.|\[\^?\]|\(\?<(?![=!])|\[\^?|\]|\$|.", re.DOTALL)

Characters = frozenset[int]


@attrs.frozen
class Pattern:
    """A pattern that Python can try.

    Attributes:
        source: The pattern in Python's dialect.
        longest: How long a text may be that it is tried on.
    """

    source: str
    longest: int


class _NotCheckedError(Exception):
    """A pattern cannot be tried."""


@attrs.frozen
class _Cost:
    """What trying costs: repetitions that leave several ways, and other places that do."""

    repeats: int = 0
    choices: int = 0

    def __add__(self, other: "_Cost") -> "_Cost":
        return _Cost(self.repeats + other.repeats, self.choices + other.choices)


@lru_cache(maxsize=4096)
def judged(pattern: str) -> Pattern | str:
    """A pattern as Python can try it, or why it is not tried.

    Args:
        pattern: In the dialect of OpenAPI, which is that of JavaScript.
    """
    if len(pattern) > _MOST_CHARACTERS:
        return f"it is longer than {_MOST_CHARACTERS} characters"
    try:
        source = "".join(_translated(pattern))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(source, re.ASCII)
            tree = list(_parser.parse(source, re.ASCII))
        cost = _cost(tree, frozenset())
    except _NotCheckedError as error:
        return str(error)
    except (re.error, Warning, ValueError, OverflowError, RecursionError, AttributeError) as error:
        return f"Python cannot read it: {clean(error)}"
    starts = 0 if tree and str(tree[0][0]) == "AT" and "BEGINNING" in str(tree[0][1]) else 1
    longest = _LONGEST.get(1 + cost.repeats + starts)
    if longest is None or cost.choices > _MOST_CHOICES:
        return "there are too many ways to try it"
    return Pattern(source, longest)


def tell_unchecked(document: dict[str, Any], tell: Callable[[str, str], None]) -> None:
    """Tell of every pattern that is not tried where arguments are checked.

    Args:
        document: The document.
        tell: Takes the place and the reason.
    """
    components = document.get("components", {}).get("schemas", {})
    found = [*components.items(), *((site.key, site.schema) for site in schema_sites(document))]
    for where, schema in found:
        if isinstance(pattern := schema.get("pattern"), str) and isinstance(reason := judged(pattern), str):
            tell(where, f"a pattern that is told and never checked: {reason}")


def _translated(pattern: str) -> Iterable[str]:
    """The pieces of a pattern in Python's dialect."""
    in_class = False
    for piece in _PIECE.findall(pattern):
        if piece in {"[]", "[^]"}:
            raise _NotCheckedError("Python has no empty set of characters")
        if in_class:
            in_class = piece != "]"
            # Python warns of what may mean more one day.
            yield f"\\{piece}" if piece in {"[", "[^", "&", "|", "~"} else _spaces(piece, "")
        elif piece in {"[", "[^"}:
            in_class = True
            yield piece
        elif piece == "$":
            yield r"\Z"
        else:
            yield "(?P<" if piece == "(?<" else _spaces(piece, "[]")


def _spaces(piece: str, around: str) -> str:
    if piece == r"\s":
        return f"{around[:1]}\\s{_MORE_SPACES}{around[1:]}"
    if piece == r"\S" and around:
        return f"[^\\s{_MORE_SPACES}]"
    return piece


def _cost(items: Sequence[Any], follow: Characters) -> _Cost:
    """What it costs to try a sequence.

    Args:
        items: Its parts.
        follow: What may stand behind it; nothing at the end.
    """
    total = _Cost()
    for place, (op, value) in enumerate(items):
        behind = _first(items[place + 1 :], follow)
        total += _cost_of(str(op), value, behind)
    return total


def _cost_of(op: str, value: Any, behind: Characters) -> _Cost:
    match op:
        case "SUBPATTERN":
            return _cost(value[-1], behind)
        case "ATOMIC_GROUP":
            return _cost(value, behind)
        case "BRANCH":
            members = [list(member) for member in value[1]]
            total = _Cost(0, 0 if _are_apart(members, behind) else 1)
            for member in members:
                total += _cost(member, behind)
            return total
        case "ASSERT" | "ASSERT_NOT":
            # It looks ahead from each place where it stands.
            return _cost(value[1], frozenset()) + _Cost(int("REPEAT" in repr(value[1])))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, body = value
            return _cost_of_repeat(int(least), int(most), list(body), behind)
        case "GROUPREF" | "GROUPREF_EXISTS":
            raise _NotCheckedError("it refers back to what it has matched")
        case _:
            return _Cost()


def _cost_of_repeat(least: int, most: int, body: list[Any], behind: Characters) -> _Cost:
    again = _first(body, frozenset())
    several = int(bool(again & behind))
    if most == 1:
        return _cost(body, behind) + _Cost(0, several if least == 0 else 0)
    inside = _cost(body, again | behind)
    if inside != _Cost() or not (_is_single(body) or _is_told_apart(body)):
        raise _NotCheckedError("it repeats what repeats, and nothing tells the rounds apart")
    return _Cost() if least == most else _Cost(several)


def _is_told_apart(body: list[Any]) -> bool:
    """Whether the rounds of a repetition can be told apart: by their width, or by how they begin or end."""
    flat = _flat(body)
    if not flat:
        return False
    if all(map(_is_fixed, flat)):
        return True
    begins, ends = flat[0], flat[-1]
    return (_is_single([begins]) and not _characters([begins]) & _characters(flat[1:])) or (
        _is_single([ends]) and not _characters([ends]) & _characters(flat[:-1])
    )


def _is_fixed(item: Any) -> bool:
    """Whether it always has the same number of characters."""
    if _is_single([item]):
        return True
    op, value = item
    return "REPEAT" in str(op) and value[0] == value[1] and all(map(_is_fixed, _flat(value[2])))


def _flat(items: Sequence[Any]) -> list[Any]:
    """The parts of a sequence, with those of its groups in their places; what has no width is left out."""
    found: list[Any] = []
    for op, value in items:
        match str(op):
            case "SUBPATTERN":
                found += _flat(value[-1])
            case "ATOMIC_GROUP":
                found += _flat(value)
            case "AT" | "ASSERT" | "ASSERT_NOT":
                continue
            case _:
                found.append((op, value))
    return found


def _is_single(body: Sequence[Any]) -> bool:
    """Whether it is always one character."""
    flat = _flat(body)
    if len(flat) != 1:
        return False
    op, value = flat[0]
    if str(op) == "BRANCH":
        return all(_is_single(member) for member in value[1])
    return str(op) in {"LITERAL", "NOT_LITERAL", "ANY", "IN"}


def _are_apart(members: list[list[Any]], behind: Characters) -> bool:
    """Whether the first character says which of several it is."""
    seen: set[int] = set()
    for member in members:
        first = _first(member, behind)
        if seen & first or (not first and len(members) > 1 and seen):
            return False
        seen |= first
    return True


def _first(items: Sequence[Any], follow: Characters) -> Characters:
    """The characters that a sequence may begin with, those behind it where it may be empty."""
    found: set[int] = set()
    for item in _flat(items):
        found |= _characters([item], first=True)
        if not _may_be_empty(item):
            return frozenset(found)
    return frozenset(found) | follow


def _may_be_empty(item: Any) -> bool:
    op, value = item
    match str(op):
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return value[0] == 0 or all(map(_may_be_empty, _flat(value[2])))
        case "BRANCH":
            return any(all(map(_may_be_empty, _flat(member))) for member in value[1])
        case "GROUPREF" | "GROUPREF_EXISTS":
            return True
        case _:
            return False


def _characters(items: Sequence[Any], *, first: bool = False) -> Characters:
    """The characters that a sequence may hold, or may begin with."""
    found: set[int] = set()
    for op, value in _flat(items):
        match str(op):
            case "LITERAL":
                found.add(min(value, _OTHER))
            case "NOT_LITERAL":
                found |= _ALL - ({value} if value < _OTHER else set())
            case "ANY" | "GROUPREF" | "GROUPREF_EXISTS":
                found |= _ALL
            case "IN":
                found |= _members(value)
            case "BRANCH":
                for member in value[1]:
                    found |= _first(member, frozenset()) if first else _characters(member)
            case _:
                found |= _first(value[2], frozenset()) if first else _characters(value[2])
    return frozenset(found)


def _members(parts: Sequence[Any]) -> set[int]:
    """The characters of a set."""
    found: set[int] = set()
    negated = False
    for op, value in parts:
        match str(op):
            case "NEGATE":
                negated = True
            case "LITERAL":
                found.add(min(value, _OTHER))
            case "RANGE":
                low, high = value
                found |= {*range(low, min(high, _OTHER - 1) + 1)} | ({_OTHER} if high >= _OTHER else set())
            case _:
                word = str(value).rpartition("_")[2]
                inside = _CATEGORIES.get(word, _ALL)
                found |= (_ALL - inside) | {_OTHER} if "NOT" in str(value) else inside
    # What is left of the others is unknown, unless all of them are meant.
    return (set(_ALL) - found) | {_OTHER} if negated else found
