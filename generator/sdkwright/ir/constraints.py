"""Says in words what a schema demands of a value beyond its type."""

import math
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias, TypeGuard

from sdkwright.normalise.patterns import Pattern, judged
from sdkwright.normalise.schema_words import CONSTRAINTS, STATED
from sdkwright.text import without_controls

__all__ = ["CONSTRAINTS", "Limits", "checked", "constraints", "limits"]

Limits: TypeAlias = Mapping[str, Any]
"""What is demanded of a value, by keyword."""

_COUNTS: Final = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")

_LONGEST: Final = 80
_COUNTED: Final = {
    "Length": ("character", "characters"),
    "Items": ("item", "items"),
    "Properties": ("member", "members"),
}


def constraints(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """What a schema demands, a text each, as in `at least 1`; what breaks the keyword's own type is left out.

    Args:
        schema: A schema of the normalised document.
    """
    return tuple(_said(schema))


def limits(schema: Mapping[str, Any]) -> Limits:
    """What a schema demands and can be checked, by keyword; what breaks the keyword's own type is left out.

    A bound that is excluded has its value, as in OpenAPI 3.1; a pattern is Python's, with the longest text that it is
    tried on. What stands inside an array or a map is under `items` or `values`. The values that the document lists of
    a type that no enum has are under `stated`.

    Args:
        schema: A schema of the normalised document.
    """
    found: dict[str, Any] = {
        word: schema[word] for word in _COUNTS if type(schema.get(word)) is int and schema[word] >= (word[:3] == "min")
    }
    for word, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        for name, bound in ((word, schema.get(word)), (exclusive, schema.get(exclusive))):
            if _is_number(bound):
                found[exclusive if schema.get(exclusive) is True else name] = bound
    if _is_number(step := schema.get("multipleOf")) and step > 0:
        found["multipleOf"] = step
    if schema.get("uniqueItems") is True:
        found["uniqueItems"] = True
    if isinstance(pattern := schema.get("pattern"), str) and isinstance(pattern := judged(pattern), Pattern):
        found["pattern"] = (pattern.source, pattern.longest)
    if isinstance(stated := schema.get(STATED), list) and stated:
        found["stated"] = stated
    for word, name in (("items", "items"), ("additionalProperties", "values")):
        if isinstance(inner := schema.get(word), Mapping) and (inside := limits(inner)):
            found[name] = inside
    return found


def checked(found: Limits) -> Limits:
    """What of the limits of a value is checked before it is sent: all but the values that are listed.

    Args:
        found: The limits.
    """
    inner = {name: checked(found[name]) for name in ("items", "values") if name in found}
    return {word: limit for word, limit in (dict(found) | inner).items() if word != "stated" and limit != {}}


def _said(schema: Mapping[str, Any]) -> Iterator[str]:
    yield from _bound(schema, "minimum", "exclusiveMinimum", ("at least", "more than"))
    yield from _bound(schema, "maximum", "exclusiveMaximum", ("at most", "less than"))
    if _is_number(step := schema.get("multipleOf")):
        yield f"a multiple of {step}"
    for what, (one, several) in _COUNTED.items():
        for word, how in (("min", "at least"), ("max", "at most")):
            count = schema.get(f"{word}{what}")
            if type(count) is int and count >= (word == "min"):
                yield f"{how} {count:,} {one if count == 1 else several}"
    if schema.get("uniqueItems") is True:
        yield "no item twice"
    if isinstance(items := schema.get("items"), Mapping):
        yield from (f"each {text}" for text in _said(items) if not text.startswith("each "))
    if isinstance(pattern := schema.get("pattern"), str) and len(pattern) <= _LONGEST:
        yield f"as in the pattern {without_controls(pattern)}"


def _bound(schema: Mapping[str, Any], keyword: str, exclusive: str, words: tuple[str, str]) -> Iterator[str]:
    if _is_number(bound := schema.get(keyword)):
        yield f"{words[schema.get(exclusive) is True]} {bound}"


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
