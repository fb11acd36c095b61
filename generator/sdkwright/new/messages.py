"""Recognises where errors say what went wrong, and which headers hold the id of a request."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import attrs

from sdkwright.ir import Api, Map, Model, Reference, Scalar

_MESSAGE: Final = (
    "message", "errormessage", "detail", "details", "errordescription", "description", "title", "error", "msg",
    "reason", "errormsg", "statusmessage", "text",
)  # fmt: skip
_FIELDS: Final = ("errors", "fields", "fielderrors", "validationerrors", "invalid")
_REQUEST_ID: Final = re.compile(r"(?:x-)?(?:[a-z0-9]+-)?(?:request|correlation|trace)-?id")
_MOST: Final = 3


@attrs.frozen
class Messages:
    """What errors say.

    Attributes:
        answers: How many kinds of errors have a body of their own.
        properties: The properties that hold the message, the one of most errors first.
        nested: The paths of messages below the top, which no property reaches.
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
            inner = api.schemas[field.type.name] if isinstance(field.type, Reference) else None
            if isinstance(field.type, Scalar) and field.type.kind == "string" and plain in _MESSAGE:
                found[field.wire] += 1
            elif isinstance(field.type, Map) and plain in _FIELDS:
                fields[field.wire] += 1
            elif isinstance(inner, Model) and plain in {"error", "fault", "err"}:
                nested.update(f"{field.wire}.{one.wire}" for one in inner.fields if one.wire.lower() in _MESSAGE[:3])
    rank = {name: place for place, name in enumerate(_MESSAGE)}
    order = sorted(found, key=lambda wire: (-found[wire], rank[re.sub(r"[^a-z]", "", wire.lower())], wire))
    return Messages(
        answers=len(models),
        properties=tuple(order[:_MOST]),
        nested=tuple(sorted(nested)) if not order else (),
        fields=next((wire for wire, _ in fields.most_common(1)), ""),
        request_ids=tuple(dict.fromkeys(_headers(api))),
    )


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
