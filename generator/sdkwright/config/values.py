"""The kinds of values that keys of `spec/sdk.toml` take, and what each allows."""

import difflib
import keyword
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any, Final

import attrs

from sdkwright.text import clean

_KIND: Final = "kind"
_LONGEST_LINE: Final = 100
# The package could not import what it needs if it had one of these names.
_TAKEN: Final = sys.stdlib_module_names | {"anyio", "attr", "attrs", "httpcore", "httpx", "msgspec"}


class Refused(Exception):  # noqa: N818 - never seen outside this package
    """A value is not allowed."""


@attrs.frozen
class Kind:
    """A kind of value.

    Attributes:
        allowed: What the values are, as an error says it: "true or false".
        accepts: Whether a value of the TOML file is one.
        choices: The values, if there are only a few.
        convert: Makes the value that the configuration holds.
    """

    allowed: str
    accepts: Callable[[Any], bool]
    choices: tuple[str, ...] = ()
    convert: Callable[[Any], Any] = lambda value: value

    def read(self, value: object) -> Any:
        """The value as the configuration holds it.

        Raises:
            Refused: It is none of this kind; the text says what is allowed.
        """
        if not self.accepts(value):
            raise Refused(f"{_display(value)} is not allowed{nearest(value, self.choices)}; it takes {self.allowed}")
        return self.convert(value)


def key(kind: Kind, **options: Any) -> Any:
    """A field of a table's class that a key of the file fills.

    Args:
        kind: What the key takes.
        options: Arguments of `attrs.field`; a key without a default must be in the file.
    """
    return attrs.field(metadata={_KIND: kind}, **options)


def kind_of(field: "attrs.Attribute[Any]") -> Kind:
    """The kind of value that a field made by `key` takes."""
    kind: Kind = field.metadata[_KIND]
    return kind


def nearest(value: object, names: Iterable[str]) -> str:
    """The name that a wrong one was probably meant to be, as part of a sentence; empty if there is none."""
    found = difflib.get_close_matches(value, list(names), n=1) if isinstance(value, str) else []
    return f' (did you mean "{found[0]}"?)' if found else ""


def listed(names: Iterable[str], word: str = "and") -> str:
    """Names in a sentence: `a, b and c`."""
    *head, last = names
    return f"{', '.join(head)} {word} {last}" if head else last


def text(pattern: str, allowed: str, *, forbidden: frozenset[str] = frozenset()) -> Kind:
    """Text that matches a regular expression from end to end and is not forbidden."""
    compiled = re.compile(pattern)
    return Kind(
        allowed, lambda value: isinstance(value, str) and bool(compiled.fullmatch(value)) and value not in forbidden
    )


def _display(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "a table"
        case list():
            return "a list"
        case str():
            return f'"{clean(value)}"'
        case _:
            return clean(value)


def _is_line(value: object) -> bool:
    if not isinstance(value, str) or not value.isprintable() or {'"', "\\"} & set(value):
        return False
    return 0 < len(value.strip()) == len(value) <= _LONGEST_LINE


PACKAGE_NAME: Final = text(
    r"[a-z][a-z0-9_]{0,62}",
    "the name of a Python package in lower case, like acme_billing, which no package that it imports has",
    forbidden=frozenset({*_TAKEN, *keyword.kwlist, *keyword.softkwlist}),
)
CLASS_NAME: Final = text(
    r"[A-Z][A-Za-z0-9]{0,62}", "the name of a class, like AcmeBilling", forbidden=frozenset(keyword.kwlist)
)
VARIABLE: Final = text(r"[A-Z][A-Z0-9_]{0,62}", "the name of an environment variable, like ACME_BILLING")
LINE: Final = Kind(f'text of one line, at most {_LONGEST_LINE} characters, without " and \\', _is_line)
