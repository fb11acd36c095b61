"""Says in words what a schema demands of a value beyond its type."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdkwright.normalise.schema_words import CONSTRAINTS
from sdkwright.text import without_controls

__all__ = ["CONSTRAINTS", "constraints"]

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
    if isinstance(pattern := schema.get("pattern"), str) and len(pattern) <= _LONGEST:
        yield f"as in the pattern {without_controls(pattern)}"


def _bound(schema: Mapping[str, Any], keyword: str, exclusive: str, words: tuple[str, str]) -> Iterator[str]:
    if _is_number(bound := schema.get(keyword)):
        yield f"{words[schema.get(exclusive) is True]} {bound}"


def _is_number(value: object) -> bool:
    return type(value) in {int, float}
