"""Reads the transforms of the document, the counterpart of our overlay, and applies them as they are read."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs
import jsonpath_rfc9535

from sdkwright import documents
from sdkwright.documents import mapping
from sdkwright.errors import GeneratorError
from sdkwright.normalise import merging
from sdkwright.normalise.overlay import MAX_TARGET, Overlay
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.tree import text

# What our own reading of a document does by itself.
_OURS: Final = {
    "oneOfToAnyOf": "nothing to do; a value is sent as any member that it fits, be it of oneOf or anyOf",
    "nullableToType": "nothing to do; both spellings of null are read",
    "allOfToProperties": "nothing to do; parts of allOf are joined anyway",
    "filterOutInvalidRefs": "nothing to do; a reference that leads nowhere is mended and told",
}
_NO_COUNTERPART: Final = "has no counterpart; write it as an overlay action"
_EXTENSION: Final = "x-stainless-"
_TEMPLATE: Final = "{{value}}"
_MOST: Final = 500
"""Places that one transform may change."""
_CONTROL: Final = re.compile(r"[\x00-\x1f]")
_PLAIN_PATH: Final = re.compile(r"\.(/[^.\[\]'\"]*)")
_LAST: Final = re.compile(
    r"(?P<above>.+?)(?:\.(?P<plain>[A-Za-z_$][\w$-]*)|\[(?P<quote>['\"])(?P<quoted>.+)(?P=quote)\])"
)


def read_transforms(found: Mapping[str, Any], document: dict[str, Any], migration: Migration) -> None:
    """Read the transforms as actions of the overlay.

    Args:
        found: The configuration.
        document: The document, which is changed as they say.
        migration: What is filled.
    """
    about = mapping(found.get("openapi"))
    for key in ("transforms", "transformations"):
        nodes = about.get(key)
        for number, node in enumerate(nodes if isinstance(nodes, list) else ()):
            _transform(mapping(node), f"openapi.{key}.{number}", document, migration)


def _transform(node: Mapping[str, Any], place: str, document: dict[str, Any], migration: Migration) -> None:
    command, reason = text(node.get("command")), " ".join(text(node.get("reason")).split())
    if command in _OURS:
        migration.tell(place, f"{command}: {_OURS[command]}")
        return
    maker = _MAKERS.get(command)
    if maker is None:
        migration.tell(place, f"the command {command or '(none)'} {_NO_COUNTERPART}")
        return
    description = reason or f"The transform {command} of the configuration."
    arguments = _Arguments(mapping(node.get("args")), document)
    try:
        actions = [*maker(arguments)]
        for action in actions:
            correct({**action, "description": description}, document, migration)
    except _UnknownError as wrong:
        migration.tell(place, f"the command {command}{wrong} {_NO_COUNTERPART}")
    except GeneratorError as error:
        migration.tell(place, f"the command {command} cannot be applied and is left out: {_plain(str(error))}")


def correct(action: dict[str, Any], document: dict[str, Any], migration: Migration) -> None:
    """Change a document as an action of the overlay does, and keep the action.

    Args:
        action: The action.
        document: Is changed.
        migration: What is filled.

    Raises:
        GeneratorError: It matches nothing, or cannot be applied.
    """
    _parsed(action).apply(document)
    migration.overlay.append(action)


def _parsed(action: dict[str, Any]) -> Overlay:
    overlay = {"overlay": "1.0.0", "info": {"title": "Corrections", "version": "1"}, "actions": [action]}
    return Overlay.parse(overlay, name="the configuration")


def acting(migration: Migration, document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The actions that have something to change in a document as overlays find it; the others are told.

    Args:
        migration: What was read.
        document: The document, which is changed.
    """
    for whole in migration.overlay:
        action = {key: _without_extensions(value) for key, value in whole.items()}
        if whole.get("update") and not action.get("update"):
            continue
        try:
            _parsed(action).apply(document)
        except GeneratorError as error:
            migration.tell("openapi.transforms", f"{_plain(str(error))} as we read the document; it is left out")
        else:
            yield action


def _without_extensions(value: Any) -> Any:
    """A value without that generator's extensions, which say nothing to ours and were read before."""
    if isinstance(value, dict):
        return {key: _without_extensions(one) for key, one in value.items() if not key.startswith(_EXTENSION)}
    return [_without_extensions(one) for one in value] if isinstance(value, list) else value


class _UnknownError(Exception):
    """Arguments that have no counterpart; the text says which."""


@attrs.frozen
class _Arguments:
    """What a transform is given.

    Attributes:
        given: Its arguments.
        document: The document as it is by now.
    """

    given: Mapping[str, Any]
    document: dict[str, Any]

    @property
    def value(self) -> Any:
        """What is set, merged or added."""
        for key in ("value", "object"):
            if key in self.given:
                return self.given[key]
        raise _UnknownError(" without a value")

    def paths(self, key: str) -> list[str]:
        """Expressions, as RFC 9535 has them."""
        found = self.given.get(key)
        texts = [found] if isinstance(found, str) else found
        if not isinstance(texts, list) or not texts or not all(isinstance(one, str) for one in texts):
            raise _UnknownError(f" whose {key} is no JSONPath")
        return [_PLAIN_PATH.sub(lambda match: f"['{match[1]}']", one) for one in texts]

    def places(self, key: str) -> Iterator[merging.Location]:
        """Where the document has what expressions select.

        Raises:
            GeneratorError: An expression is none, or selects nothing or too much.
        """
        for path in self.paths(key):
            try:
                found = jsonpath_rfc9535.compile(path[:MAX_TARGET]).find(self.document)
            except (jsonpath_rfc9535.JSONPathError, RecursionError, OverflowError, ValueError):
                raise GeneratorError(f"{path[:100]} is no JSONPath of RFC 9535") from None
            places = list(dict.fromkeys(node.location for node in found))
            if not 0 < len(places) <= _MOST:
                raise GeneratorError(f"{path[:100]} matches {len(places):,} places")
            yield from places


def _update(arguments: _Arguments) -> Iterator[dict[str, Any]]:
    for place in arguments.places("target"):
        value = arguments.value
        if arguments.given.get("template"):
            before = merging.at(arguments.document, place)
            if not isinstance(before, str) or not isinstance(value, str):
                raise _UnknownError(" with a template for what is no text")
            value = value.replace(_TEMPLATE, before)
        yield from _set(arguments.document, place, value)


def _merge(arguments: _Arguments) -> Iterator[dict[str, Any]]:
    if not isinstance(arguments.value, dict):
        raise _UnknownError(" of what is no object")
    yield from ({"target": path, "update": arguments.value} for path in arguments.paths("target"))


def _append(arguments: _Arguments) -> Iterator[dict[str, Any]]:
    value = arguments.value
    for path in arguments.paths("target"):
        for one in value if isinstance(value, list) else [value]:
            yield {"target": path, "update": one}


def _remove(arguments: _Arguments) -> Iterator[dict[str, Any]]:
    keys = arguments.given.get("keys")
    for path in arguments.paths("target"):
        if isinstance(keys, list):
            yield from ({"target": f"{path}[{_quoted(str(key))}]", "remove": True} for key in keys)
        else:
            yield {"target": path, "remove": True}


def _copy(arguments: _Arguments) -> Iterator[dict[str, Any]]:
    source, *more = arguments.places("from")
    if more:
        raise _UnknownError(" from several places")
    value = documents.copied(merging.at(arguments.document, source))
    for path in arguments.paths("to"):
        match = _LAST.fullmatch(path)
        if match is None:
            raise _UnknownError(" to a place without a name")
        yield {"target": match["above"], "update": {match["plain"] or match["quoted"]: value}}


def _move(arguments: _Arguments) -> Iterator[dict[str, Any]]:
    yield from _copy(arguments)
    yield from ({"target": path, "remove": True} for path in arguments.paths("from"))


def _set(document: dict[str, Any], place: merging.Location, value: Any) -> Iterator[dict[str, Any]]:
    """Actions that put a value in the place of another."""
    if not place or not isinstance(place[-1], str):
        raise _UnknownError(" of the whole document or an item of a list")
    if isinstance(merging.at(document, place), dict | list):
        # What is there would be merged.
        yield {"target": normalized(place), "remove": True}
    yield {"target": normalized(place[:-1]), "update": {place[-1]: value}}


_MAKERS: Final = {
    "update": _update,
    "merge": _merge,
    "mergeObject": _merge,
    "append": _append,
    "remove": _remove,
    "copy": _copy,
    "move": _move,
}


def normalized(place: merging.Location) -> str:
    """A place as a JSONPath that selects it alone.

    Args:
        place: The names and numbers that lead to it.
    """
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f"[{_quoted(step)}]" for step in place)


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return "'" + _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped) + "'"


def _plain(said: str) -> str:
    return said.removeprefix("overlay action 1 ").partition("; correct its target")[0].strip().rstrip(".")
