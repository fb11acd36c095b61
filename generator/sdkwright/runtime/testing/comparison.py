"""Compares calls with what a test wants of them, and finds names that were given as Python has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, cast

import msgspec

from .._json.model import Model
from .._json.shapes import is_list
from ._call import Call

__all__ = ["as_text", "holds", "wire_names"]

BUILDS_ON: Final = ("models.__all__",)


def as_text(value: object) -> str | list[str]:
    """Return a parameter as the texts that stand in a URL.

    Args:
        value: A plain value, or several.
    """
    if isinstance(value, list | tuple):
        return [str(as_text(item)) for item in cast("Sequence[object]", value)]
    return str(value).lower() if isinstance(value, bool) else str(value)


def holds(call: Call, wanted: object) -> bool:
    """Return whether a call's body is what is wanted; of an object at the top, the members that are named.

    Args:
        call: The call.
        wanted: A plain value, or None for any body.
    """
    if wanted is None:
        return True
    body = call.body
    if isinstance(wanted, Mapping) and isinstance(body, dict):
        there = cast("dict[str, object]", body)
        members = cast("Mapping[str, object]", wanted)
        return all(name in there and there[name] == value for name, value in members.items())
    return bool(body == wanted)


def wire_names(calls: Sequence[Call], query: Mapping[str, object], body: object) -> str:
    """Return a sentence with the wire's names of what was given in Python's names; empty if nothing was.

    Args:
        calls: The calls of the operation.
        query: The parameters that were wanted.
        body: The plain value of the body that was wanted.
    """
    parameters = {_plain(name): name for call in calls for name in call.query}
    sent = {_plain(name): name for call in calls for name in _names(call.body)}
    known = {name for call in calls for name in _names(call.body)}
    pairs = [(name, parameters.get(_plain(name), name)) for name in query]
    pairs += [
        (name, sent.get(_plain(name)) or _of_models().get(name, name)) for name in _names(body) if name not in known
    ]
    wrong = dict.fromkeys((given, wire) for given, wire in pairs if given != wire)
    if not wrong:
        return ""
    return f"query= and body= take the wire's names: {', '.join(f'{wire!r} for {given!r}' for given, wire in wrong)}; "


def _plain(name: str) -> str:
    return name.rpartition(".")[2].replace("_", "").casefold()


def _names(value: Any) -> Iterator[str]:
    """The names of members, at every depth."""
    if isinstance(value, Mapping):
        for name, item in cast("Mapping[str, Any]", value).items():
            yield name
            yield from _names(item)
    elif is_list(value):
        for item in value:
            yield from _names(item)


@cache
def _of_models() -> Mapping[str, str]:
    """The wire's name of every field of a model by its name in Python."""
    from .. import models  # only a failed assertion needs all of them

    found: dict[str, str] = {}
    for kind in [getattr(models, name) for name in models.__all__]:
        if isinstance(kind, type) and issubclass(kind, Model):
            for field in msgspec.structs.fields(kind):
                found.setdefault(field.name, field.encode_name)
    return found
