"""Recognises where errors say what went wrong, and which headers hold the id of a request."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import attrs

from sdkwright.error_paths import PATH
from sdkwright.ir import Api, Array, Map, Model, Reference, Scalar, Type

_MESSAGE: Final = (
    "message", "errormessage", "detail", "details", "errordescription", "description", "title", "error", "msg",
    "reason", "errormsg", "statusmessage", "text",
)  # fmt: skip
_FIELDS: Final = ("errors", "fields", "fielderrors", "validationerrors", "invalid")
_REQUEST_ID: Final = re.compile(r"(?:x-)?(?:[a-z0-9]+-)?(?:request|correlation|trace)-?id")
_MOST: Final = 3
_DEEPEST: Final = 3
"""Names and places that a path has at most."""
_WRAPPERS: Final = frozenset({"error", "errors", "fault", "err", "data", "status", "meta", "issues", "messages"})
"""What an error is wrapped in, in letters alone."""


@attrs.frozen
class Messages:
    """What errors say.

    Attributes:
        answers: How many kinds of errors have a body of their own.
        properties: The properties that hold the message, the one of most errors first.
        nested: The paths of messages below the top, the one of most errors first; none where the top has messages.
        fields: The property that maps fields to what is wrong with them; empty if there is none.
        request_ids: The headers that hold the id of a request, in lower case.
    """

    answers: int
    properties: tuple[str, ...]
    nested: tuple[str, ...]
    fields: str
    request_ids: tuple[str, ...]


def messages_of(api: Api) -> Messages:
    """What the errors of an API say, from the schemas of their bodies."""
    models = {name: model for name in _named(api) if isinstance(model := api.schemas[name], Model)}
    found: Counter[str] = Counter()
    nested: Counter[str] = Counter()
    fields: Counter[str] = Counter()
    for model in models.values():
        for field in model.fields:
            plain = re.sub(r"[^a-z]", "", field.wire.lower())
            if isinstance(field.type, Scalar) and field.type.kind == "string" and plain in _MESSAGE:
                found[field.wire] += 1
            elif isinstance(field.type, Map) and plain in _FIELDS:
                fields[field.wire] += 1
            elif plain in _WRAPPERS:
                nested.update(_below(field.wire, field.type, api, 1))
    rank = {name: place for place, name in enumerate(_MESSAGE)}

    def best(found: Counter[str]) -> list[str]:
        last = {path: re.sub(r"[^a-z]", "", path.rpartition(".")[2].lower()) for path in found}
        return sorted(found, key=lambda path: (-found[path], path.count("."), rank.get(last[path], len(rank)), path))

    order = best(found)
    return Messages(
        answers=len(models),
        properties=tuple(order[:_MOST]),
        nested=tuple(best(nested)[:_MOST]) if not order else (),
        fields=next((wire for wire, _ in fields.most_common(1)), ""),
        request_ids=tuple(dict.fromkeys(_headers(api))),
    )


def _below(path: str, type_: Type, api: Api, depth: int) -> Iterator[str]:
    """The paths of messages below one, each as `[errors]` writes it."""
    while isinstance(type_, Array):
        path, type_ = f"{path}[0]", type_.items
    model = api.schemas.get(type_.name) if isinstance(type_, Reference) else None
    if not isinstance(model, Model):
        if isinstance(type_, Scalar) and type_.kind == "string" and path.endswith("[0]") and PATH.fullmatch(path):
            yield path
        return
    for field in model.fields:
        plain = re.sub(r"[^a-z]", "", field.wire.lower())
        below = f"{path}.{field.wire}"
        if not PATH.fullmatch(below) or {*".[]"} & {*field.wire}:
            continue
        if isinstance(field.type, Scalar) and field.type.kind == "string" and plain in _MESSAGE:
            yield below
        elif plain in _WRAPPERS and depth < _DEEPEST - 1:
            yield from _below(below, field.type, api, depth + 1)


def _named(api: Api) -> Iterator[str]:
    """The schemas of errors, each once."""
    seen: set[str] = set()
    for operation in api.operations:
        for response in operation.errors:
            for content in api.responses.get(response.shared, response).contents:
                if isinstance(content.type, Reference) and content.type.name not in seen:
                    seen.add(content.type.name)
                    yield content.type.name


def _headers(api: Api) -> Iterator[str]:
    for operation in api.operations:
        for response in operation.responses:
            for header in api.responses.get(response.shared, response).headers:
                if _REQUEST_ID.fullmatch(header.name.lower()):
                    yield header.name.lower()
