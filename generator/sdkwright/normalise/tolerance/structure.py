"""Takes out what still breaks the structure of OpenAPI 3.0 where nothing that a client does depends on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sdkwright.documents import escape, mapping
from sdkwright.normalise.sites import ADDITIONAL, METHODS, method_steps, path_operations
from sdkwright.normalise.tolerance.references import reached

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openapi_python_client.schema import OpenAPI
    from openapi_python_client.schema.openapi_schema_pydantic import PathItem

    from sdkwright.normalise.tolerance.parts import Tell

_ROUNDS: Final = 8
_SAID: Final = 100
_SAYING_NOTHING: Final = frozenset({"xml", "externalDocs", "example", "examples", "discriminator"})
# Of an operation or a path, what is sent and answered; all else about it may go.
_CHECKED: Final = frozenset({"GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"})
"""The methods that the checker has words for."""
_MEANT: Final = frozenset({"parameters", "requestBody", "responses", *METHODS})


def mend_structure(document: dict[str, Any], tell: Tell) -> None:
    """Take out in place what is broken beside the point.

    Args:
        document: Its parts are mended.
        tell: Takes the place and what became of it.
    """
    for _ in range(_ROUNDS):
        errors = structure_errors(document)
        if not errors:
            return
        used = reached(document)
        taken = set[tuple[str, ...]]()
        for location, said in errors:
            place = _beside_the_point(location, used)
            if place and place not in taken and not any(place[: len(one)] == one for one in taken):
                taken.add(place)
                _take_out(document, place)
                pointer = "/" + "/".join(map(escape, place))
                tell(pointer[-200:], f"not read, for it breaks OpenAPI 3.0 ({said[:_SAID]})")
        if not taken:
            return


def structure_errors(document: dict[str, Any]) -> list[tuple[tuple[str, ...], str]]:
    """Where a document breaks the structure of OpenAPI 3.0, and how: each place as steps that lead there.

    Args:
        document: A document.
    """
    # Slow to import, and commands that read no document do without.
    from openapi_python_client.schema import OpenAPI  # noqa: PLC0415
    from openapi_python_client.schema.openapi_schema_pydantic import PathItem  # noqa: PLC0415

    found = [*_errors(OpenAPI, document, document)]
    for path, item in mapping(document.get("paths")).items():
        for method, operation in path_operations(mapping(item)):
            if method not in _CHECKED:
                outer = ("paths", path, *method_steps(method))
                errors = _errors(PathItem, {"post": operation}, {"post": operation})
                found += [((*outer, *place[1:]), said) for place, said in errors]
    return found


def _errors(
    kind: type[OpenAPI | PathItem], node: Mapping[str, Any], document: dict[str, Any]
) -> Iterator[tuple[tuple[str, ...], str]]:
    from pydantic import ValidationError  # noqa: PLC0415 - as above

    try:
        kind.model_validate(node)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            yield _place(document, one), one["msg"]


def _place(document: dict[str, Any], error: Mapping[str, Any]) -> tuple[str, ...]:
    place = _steps(document, error["loc"])
    return (*place, str(error["loc"][-1])) if error["type"] == "missing" else place


def _steps(document: dict[str, Any], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The place that the checker means, whose steps have the names of its own classes among them."""
    node: Any = document
    found = []
    for step in location:
        if isinstance(node, dict) and (key := _key(node, str(step))) is not None:
            node = node[key]
            found.append(key)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
            found.append(str(step))
    return tuple(found)


def _key(node: dict[str, Any], step: str) -> str | None:
    """The key of an object that the checker calls so: it has names in Python for some."""
    if step in node:
        return step
    camel = "".join(word.capitalize() if place else word for place, word in enumerate(step.split("_")))
    return camel if camel in node else None


def _beside_the_point(place: tuple[str, ...], used: set[tuple[str, str]]) -> tuple[str, ...]:
    """What can be taken out at a place so that every operation still means the same; empty if nothing can."""
    found = place
    match place:
        case ("paths", path, str(word), method, *rest) if word == ADDITIONAL:
            usual = _beside_the_point(("paths", path, "post", *rest), used)
            found = (*usual[:2], word, method, *usual[3:]) if len(usual) > len(place) - len(rest) - 1 else ()
        case ("paths", _, word, *_) if word not in _MEANT:
            found = place[:3]
        case ("paths", _, _, word, *_) if word not in _MEANT:
            found = place[:4]
        case ("paths", _, _, "responses", status, *rest):
            found = _of_response(place[:5], status, tuple(rest))
        case ("components", kind, name, *_) if (kind, name) not in used and kind != "securitySchemes":
            found = place[:3]
        case ("components", "responses", name, *rest):
            found = _of_response(place[:3], name, tuple(rest))
        case ("components", kind, _, *_) if kind in {"headers", "examples", "links", "callbacks"}:
            found = place[:3]
        case ("paths" | "components", *_):
            found = _of_schema(place)
        case ("openapi" | "security" | "servers", *_):
            found = ()
        case _:
            found = place[:1]
    return found


def _of_response(holder: tuple[str, ...], status: str, rest: tuple[str, ...]) -> tuple[str, ...]:
    if rest[:1] and rest[0] in {"headers", "links"}:
        return (*holder, *rest[:2])
    if rest[:1] == ("content",) and len(rest) > 1 and not status.startswith("2"):
        return (*holder, *rest[:2])
    return _of_schema((*holder, *rest))


def _of_schema(place: tuple[str, ...]) -> tuple[str, ...]:
    """A keyword that says nothing of the type."""
    for number, step in enumerate(place):
        if (
            step in {"xml", "externalDocs", "example", "examples", "discriminator"}
            and place[number - 1] != "properties"
        ):
            return place[: number + 1]
    return ()


def _take_out(document: dict[str, Any], place: tuple[str, ...]) -> None:
    node: Any = document
    for step in place[:-1]:
        node = node[int(step)] if isinstance(node, list) else node.get(step)
        if node is None:
            return
    if isinstance(node, dict):
        node.pop(place[-1], None)
