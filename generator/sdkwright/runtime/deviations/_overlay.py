"""Writes deviations as actions of an OpenAPI Overlay, in the words of the vendor's document."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from ._deviation import Deviation, Kind

_HEAD: Final = """\
# Suggested by a deviation report. Review each action, then move it to spec/overlay.yaml.
overlay: 1.0.0
info:
  title: Suggested corrections
  version: 1.0.0
actions:"""
_SIMPLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# Nothing is required in the document, and every property may be null in the models.
_CORRECTABLE: Final = (Kind.LEFT_OUT, Kind.NULL, Kind.UNKNOWN_FIELD, Kind.UNKNOWN_VALUE)
# No field of a model can have these in its name on the wire.
_UNUSABLE: Final = frozenset('"\\')
_ARRAY: Final = "array of "
# An object has no name that a model could have, so the overlay's author has to define one.
_GUESSES: Final[dict[str, dict[str, Any]]] = {
    "boolean": {"type": "boolean"},
    "date-time": {"type": "string", "format": "date-time"},
    "integer": {"type": "integer", "format": "int64"},
    "number": {"type": "number", "format": "double"},
    "string": {"type": "string"},
}


def overlay_actions(deviations: Iterable[Deviation]) -> str:
    """Return an overlay, as YAML, of what can be corrected, and comments on the rest.

    Args:
        deviations: What was seen.
    """
    found = list(deviations)
    typed = _types(found)
    actions = [*_unknown_fields(found, typed), *_unknown_values(found), *_nulls(found)]
    comments = [
        f"# {deviation.operation} {deviation.path or '(whole)'}: {deviation.kind}, {_words(deviation)}"
        for deviation in found
        if _is_left(deviation)
        or (deviation.kind is Kind.UNKNOWN_FIELD and (deviation.schema, deviation.name) not in typed)
    ]
    head = _HEAD if actions else f"{_HEAD} []"
    return "\n".join([head, *actions, *comments]) + "\n"


def _is_left(deviation: Deviation) -> bool:
    """Whether a comment has to report it, because no action corrects it."""
    return deviation.kind not in _CORRECTABLE or not deviation.schema


def _words(deviation: Deviation) -> str:
    if deviation.kind is Kind.UNKNOWN_ORDINAL:
        return f"{deviation.seen} of {deviation.expected}: x-enum-ordinals may have to be given"
    if deviation.kind is Kind.UNKNOWN_FIELD:
        return f"{deviation.seen}, which is not enough to tell the type of {deviation.name!r} in {deviation.schema}"
    return f"{deviation.seen} where {deviation.expected} is expected"


def _types(found: list[Deviation]) -> dict[tuple[str, str], dict[str, Any]]:
    """The type of each unknown field, by schema and name, for which what was seen leaves no doubt."""
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for deviation in found:
        if deviation.kind is Kind.UNKNOWN_FIELD and deviation.schema and _UNUSABLE.isdisjoint(deviation.name):
            kinds[deviation.schema, deviation.name].add(deviation.seen)
    guesses = {site: _guess(seen - {"null"}) for site, seen in kinds.items()}
    return {site: guess for site, guess in guesses.items() if guess is not None}


def _unknown_fields(found: list[Deviation], typed: dict[tuple[str, str], dict[str, Any]]) -> Iterator[str]:
    by_schema: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for (schema, name), guess in sorted(typed.items()):
        by_schema[schema][name] = guess
    for schema, update in by_schema.items():
        seen = [
            deviation
            for deviation in found
            if deviation.kind is Kind.UNKNOWN_FIELD and (deviation.schema, deviation.name) in typed
        ]
        seen = [deviation for deviation in seen if deviation.schema == schema]
        yield _action(f"{_schema(schema)}.properties", "Fields that the document lacks", seen, update)


def _unknown_values(found: list[Deviation]) -> Iterator[str]:
    by_site: dict[tuple[str, str, bool, str], list[Deviation]] = defaultdict(list)
    for deviation in found:
        if deviation.kind is Kind.UNKNOWN_VALUE and deviation.schema:
            by_site[deviation.schema, deviation.name, deviation.path.endswith("[*]"), deviation.seen].append(deviation)
    for (schema, name, in_list, value), seen in sorted(by_site.items()):
        target = f"{_schema(schema)}.properties{_member(name)}{'.items' if in_list else ''}.enum"
        yield _action(target, "A value that the document lacks; its place in the order is its ordinal", seen, value)


def _nulls(found: list[Deviation]) -> Iterator[str]:
    by_schema: dict[str, list[Deviation]] = defaultdict(list)
    for deviation in found:
        if deviation.kind is Kind.NULL and _can_be_null(deviation):
            by_schema[deviation.schema].append(deviation)
    for schema, seen in sorted(by_schema.items()):
        names = ",".join(_quoted(name) for name in sorted({deviation.name for deviation in seen}))
        yield _action(f"{_schema(schema)}.properties[{names}]", "Null stands here", seen, {"nullable": True})


def _can_be_null(deviation: Deviation) -> bool:
    # An object is a reference in the document, and a reference cannot say so. An enum stands where it is used.
    return bool(deviation.schema) and deviation.expected != "object"


def _guess(kinds: set[str]) -> dict[str, Any] | None:
    """The schema of a field by the kinds of its values, or None where they do not tell."""
    if len(kinds) > 1:
        # An empty list is one of any kind.
        kinds = kinds - {"array"}
    if kinds == {"integer", "number"}:
        return _GUESSES["number"]
    if kinds == {"date-time", "string"}:
        return _GUESSES["string"]
    if len(kinds) != 1:
        return None
    (kind,) = kinds
    if kind.startswith(_ARRAY):
        items = _guess({kind.removeprefix(_ARRAY)})
        return None if items is None else {"type": "array", "items": items}
    return _GUESSES.get(kind)


def _action(target: str, reason: str, seen: list[Deviation], update: object) -> str:
    count = sum(deviation.count for deviation in seen)
    operations = ", ".join(sorted({deviation.operation for deviation in seen}))
    fields = {"target": target, "description": f"{reason}: seen {count} times, in {operations}.", "update": update}
    lines = [f"{name}: {_scalar(value)}" for name, value in fields.items()]
    return "- " + "\n  ".join(lines)


def _scalar(value: object) -> str:
    """A value as JSON that is YAML too, which allows printable characters only and reads no surrogate pairs."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in text)


def _schema(name: str) -> str:
    return f"$.components.schemas{_member(name)}"


def _member(name: str) -> str:
    return f".{name}" if _SIMPLE.fullmatch(name) else f"[{_quoted(name)}]"


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
