"""Models of a large API, which lie in several modules: each is imported when one of its models is first used.

Whoever uses them finds them all in `models`, under names that no generation moves: that is their module for pickles
too, and where their annotations are read. So a model is there with all that it and those that it names are made of.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final, get_args

_PACKAGE: Final = __name__.rpartition("._json")[0]
_FRONT: Final = f"{_PACKAGE}.models"
_PARTS: Final = f"{_PACKAGE}._models"
_words: Final = re.compile(r"\w+").findall


def model_of(homes: Mapping[str, str], name: str) -> Any:
    """Return a model by its name, for the `__getattr__` of `models`.

    Args:
        homes: By the name of each model, the module below `_models` that defines it.
        name: The name that is asked for.

    Raises:
        AttributeError: There is no such model.
    """
    if name not in homes:
        raise AttributeError(f"module {_FRONT!r} has no attribute {name!r}")
    front = vars(sys.modules[_FRONT])
    # In one step, for another thread must not find a model before what it names. Two that bring the same do the same.
    front.update(_brought(name, homes, front))
    return front[name]


def _brought(name: str, homes: Mapping[str, str], front: Mapping[str, Any]) -> dict[str, Any]:
    """A model, those that it reaches and are not there, and whatever else their annotations name."""
    pending, parts, found = [name], dict[str, Mapping[str, Any]](), dict[str, Any]()
    while pending:
        model = pending.pop()
        if model in found or model in front:
            continue
        home = homes[model]
        if home not in parts:
            parts[home] = _part(home)
            found |= {
                word: value
                for word, value in parts[home].items()
                if not word.startswith("__") and word not in homes and word not in front
            }
        found[model] = value = parts[home][model]
        pending += _named(value, homes)
    return found


def _part(home: str) -> Mapping[str, Any]:
    part = import_module(f"{_PARTS}.{home}")
    for value in vars(part).values():
        if isinstance(value, type) and value.__module__ == part.__name__:
            value.__module__ = _FRONT
    return vars(part)


def _named(value: Any, homes: Mapping[str, str]) -> Iterator[str]:
    """The models that a model or a union names."""
    if isinstance(value, type) and value.__name__ in homes:
        # Of the text of an annotation, what is no model does no harm.
        yield from homes.keys() & set(_words(" ".join(map(str, value.__annotations__.values()))))
        return
    pending, seen = [value], set[int]()
    while pending:
        kind = pending.pop()
        if id(kind) in seen:
            continue
        seen.add(id(kind))
        if isinstance(kind, type) and kind.__name__ in homes:
            yield kind.__name__
        else:
            pending += [getattr(kind, "resolved", None), *get_args(kind)]
