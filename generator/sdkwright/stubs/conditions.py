"""What a stub asks of a header, a query parameter or a body, decided as WireMock decides it.

No sentence made here shows what was sent: it may be a secret.
"""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

import attrs
from jsonpath_rfc9535 import JSONPathQuery

from sdkwright.stubs.equality import JsonOptions, same_json
from sdkwright.stubs.exchange import NOT_JSON, Asked

Holds = Callable[[str, str | None], bool]
"""Whether an operand accepts a value; the value is None where nothing was sent."""

REGEX_FLAGS: Final = re.ASCII | re.DOTALL
"""Java's classes such as \\d are ASCII unless a flag says otherwise, and WireMock's dot takes the end of a line too."""

OPERATORS: Final[dict[str, tuple[str, Holds]]] = {
    "equalTo": ("is not", lambda operand, value: value == operand),
    "contains": ("does not contain", lambda operand, value: value is not None and operand in value),
    "doesNotContain": ("contains", lambda operand, value: value is None or operand not in value),
    "matches": ("does not match", lambda operand, value: value is not None and _matches(operand, value)),
    # Nothing sent does not match either.
    "doesNotMatch": ("matches", lambda operand, value: value is None or not _matches(operand, value)),
}
"""Operator to what is wrong where it does not hold, and whether it holds."""


def _matches(pattern: str, value: str) -> bool:
    return re.fullmatch(pattern, value, REGEX_FLAGS) is not None


class Condition(Protocol):
    """Something that a stub asks of a request.

    Attributes:
        cost: How late to ask this where the first miss is enough: what most requests fail comes first.
    """

    @property
    def cost(self) -> int:  # noqa: D102 - in the class
        ...

    def miss(self, asked: Asked) -> str | None:
        """Why `asked` does not satisfy this; None when it does."""
        ...


@attrs.frozen
class Text:
    """One string matcher.

    Attributes:
        operator: A key of `OPERATORS`, or `absent`.
        operand: The text to compare with.
        ignores_case: Whether `equalTo` takes capital for small letters.
    """

    operator: str
    operand: str = ""
    ignores_case: bool = False

    def wrong(self, values: Sequence[str | None]) -> str | None:
        """What is wrong with `values`, all that were sent; None when one of them will do."""
        if self.operator == "absent":
            return "is present" if any(value is not None for value in values) else None
        wrong, holds = OPERATORS[self.operator]
        operand, found = self.operand, values or [None]
        if self.ignores_case:
            operand, found = operand.lower(), [value and value.lower() for value in found]
        if any(holds(operand, value) for value in found):
            return None
        return f'{wrong} "{self.operand}"' if values else "is missing"


@attrs.frozen
class _Named:
    """What one named text outside the body must be."""

    name: str
    matcher: Text

    @property
    def cost(self) -> int:
        """See `Condition`."""
        return 0 if self.matcher.operator == "equalTo" else 1


@attrs.frozen
class HeaderCondition(_Named):
    """What the header `name`, in any case, must be."""

    def miss(self, asked: Asked) -> str | None:
        """See `Condition`."""
        wrong = self.matcher.wrong(asked.header_values.get(self.name.lower(), ()))
        return wrong and f"header {self.name} {wrong}"


@attrs.frozen
class QueryCondition(_Named):
    """What the query parameter `name` must be."""

    def miss(self, asked: Asked) -> str | None:
        """See `Condition`."""
        wrong = self.matcher.wrong(asked.parameters.get(self.name, ()))
        return wrong and f"query parameter {self.name} {wrong}"


@attrs.frozen
class CookieCondition(_Named):
    """What the cookie `name` must be."""

    def miss(self, asked: Asked) -> str | None:
        """See `Condition`."""
        wrong = self.matcher.wrong(asked.cookies.get(self.name, ()))
        return wrong and f"cookie {self.name} {wrong}"


@attrs.frozen
class FormCondition:
    """What the field `name` of a form must be."""

    name: str
    matcher: Text

    @property
    def cost(self) -> int:
        """See `Condition`."""
        return 2

    def miss(self, asked: Asked) -> str | None:
        """See `Condition`."""
        wrong = self.matcher.wrong(asked.form.get(self.name, ()))
        return wrong and f"form parameter {self.name} {wrong}"


@attrs.frozen
class PartCondition:
    """What the headers of one part of a multipart body must be, or of all parts.

    Attributes:
        headers: Names in lower case and matchers.
        every: Whether every part must have them, and not just one.
    """

    headers: tuple[tuple[str, Text], ...]
    every: bool = False

    @property
    def cost(self) -> int:
        """See `Condition`."""
        return 2

    def miss(self, asked: Asked) -> str | None:
        """See `Condition`."""
        fits = [
            all(matcher.wrong(part.headers.get(name, ())) is None for name, matcher in self.headers)
            for part in asked.parts
        ]
        if asked.parts and (all(fits) if self.every else any(fits)):
            return None
        wanted = ", ".join(f'{name} {matcher.operator} "{matcher.operand}"' for name, matcher in self.headers)
        return f"body has no part with {wanted}" if wanted else "body is not multipart"


@attrs.frozen
class BodyCondition:
    """What the body must be as text."""

    matcher: Text

    @property
    def cost(self) -> int:
        """See `Condition`."""
        return 2

    def miss(self, asked: Asked) -> str | None:
        """See `Condition`."""
        wrong = self.matcher.wrong([asked.text] if asked.body else ())
        return wrong and f"body {wrong}"


@attrs.frozen
class JsonCondition:
    """The JSON value that the body must equal."""

    expected: Any
    options: JsonOptions

    @property
    def cost(self) -> int:
        """See `Condition`."""
        return 2

    def miss(self, asked: Asked) -> str | None:
        """See `Condition`."""
        actual = asked.exact_json
        if actual is NOT_JSON:
            return "body is not JSON"
        return None if same_json(self.expected, actual, self.options) else "body is not the expected JSON"


@attrs.frozen
class PathCondition:
    """What a JSONPath must find in the body.

    Attributes:
        expression: The path, for people.
        path: The path, compiled.
        matcher: What one of the values found must be; None where finding something is enough.
    """

    expression: str
    path: JSONPathQuery = attrs.field(repr=False)
    matcher: Text | None = None

    @property
    def cost(self) -> int:
        """See `Condition`."""
        return 2

    def miss(self, asked: Asked) -> str | None:
        """See `Condition`."""
        document = asked.loose_json
        if document is NOT_JSON or document is None:
            found: Sequence[Any] = []
            readable = not asked.body
        else:
            found, readable = self.path.find(document).values(), True
        if self.matcher is None:
            # A path to one place is judged by what lies there, any other by whether it found anything.
            hit = bool(found) and (not self.path.singular_query() or not _is_nothing(found[0]))
            return None if hit else f"body has nothing at {self.expression}"
        if self.path.singular_query() and found:
            found = found[0] if isinstance(found[0], list) else [value for value in found if value is not None]
        # WireMock fails on null among several, and compares nothing with anything but `absent`.
        if not readable or None in found or (not found and self.matcher.operator != "absent"):
            return f"body has nothing at {self.expression}"
        wrong = self.matcher.wrong([_text(value) for value in found])
        return wrong and f"body at {self.expression} {wrong}"


def _is_nothing(value: object) -> bool:
    return value is None or value in ({}, [])


def _text(value: object) -> str:
    """A value as WireMock compares it: numbers and truths as they are written."""
    match value:
        case str():
            return value
        case float():
            return repr(value)
        case _:
            return json.dumps(value, separators=(",", ":"))
