"""From what a method was given to the body of a request, in the media type that the operation takes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

import msgspec
from msgspec import UNSET

from .._checks import describe_missing
from ..errors import EncodeError
from .arguments import check_body, check_field
from .body_field import BESIDE, BodyField, fields_given, members
from .forms import form
from .json_body import json_body
from .media import JSON, essence, is_json
from .media_types import BYTES, FORM, checked_type, guess_type
from .multipart import joined, multipart
from .operation import Operation
from .sources import source_of
from .streams import BodyStream
from .uploads import Upload

Content: TypeAlias = bytes | BodyStream

_CHARSET: Final = re.compile(r";\s*charset\s*=\s*\"?([^\s\";]+)", re.IGNORECASE)


def written(
    operation: Operation[Any], body: object, content_type: str | None, *, asynchronous: bool
) -> tuple[Content | None, str]:
    """Return the body of a request and its media type; no body and an empty text where nothing is sent.

    Args:
        operation: What is called.
        body: What its method was given: a model, a mapping of fields by their names on the wire, a plain value, text,
            bytes or a file. UNSET for no body.
        content_type: The media type that the caller chose, or None.
        asynchronous: Whether the client is.

    Raises:
        EncodeError: An argument is missing, of the wrong kind, or cannot be written; the message names it.
    """
    body = _given(operation, body)
    if body is UNSET:
        return None, ""
    media_type = _chosen(operation, content_type)
    name = essence(media_type)
    fields = {field.wire: field for field in operation.body_fields}
    if is_json(name):
        return json_body(operation, body), media_type
    if name == FORM or name.startswith("multipart/"):
        _check_fields(operation, body, fields)
        if name == FORM:
            return form(body, fields, operation.name), media_type
        return multipart(body, fields, name, operation.name, asynchronous=asynchronous)
    return _raw(operation, body, media_type, content_type, asynchronous=asynchronous)


def _given(operation: Operation[Any], body: object) -> object:
    """The body, or UNSET where none is sent."""
    argument = operation.required.get("")
    if argument is not None and (body is UNSET or (body is None and not operation.body_nullable)):
        raise EncodeError(describe_missing(operation.name, argument, body))
    if operation.body_optional and _has_fields(body) and not members(body):
        return UNSET
    if operation.body_model is not None and not isinstance(body, msgspec.Struct) and _has_fields(body):
        return _model(operation, operation.body_model, fields_given(body))
    return body


def _has_fields(body: object) -> bool:
    return isinstance(body, msgspec.Struct | Mapping)


def _model(operation: Operation[Any], model: type[Any], given: Mapping[str, object]) -> object:
    """The model of a body whose fields were given one by one, where all of them might be left out together."""
    arguments: dict[str, object] = {}
    for field in operation.body_fields:
        if field.wire in given:
            arguments[field.name] = given[field.wire]
        elif field.required:
            raise EncodeError(describe_missing(operation.name, field.name, UNSET))
    return model(**arguments)


def _chosen(operation: Operation[Any], content_type: str | None) -> str:
    """The media type that is sent."""
    declared = operation.body_type or JSON
    if content_type is None:
        if "*" in declared:
            return "text/plain" if declared.startswith("text/") else BYTES
        return declared
    allowed = (declared, *operation.body_types)
    place = f"{operation.name}: content_type"
    checked = checked_type(content_type, place)
    if checked not in allowed and not any(_covers(one, checked) for one in allowed):
        raise EncodeError(f"{place} is {checked!r}; it must be one of {', '.join(allowed)}.")
    return checked


def _covers(declared: str, media_type: str) -> bool:
    """Whether a range of media types holds one."""
    kind, _, subtype = declared.partition("/")
    return subtype == "*" and (kind in {"*", essence(media_type).partition("/")[0]})


def _check_fields(operation: Operation[Any], body: object, fields: Mapping[str, BodyField]) -> None:
    if isinstance(body, msgspec.Struct):
        check_body(operation, body)
    elif not _has_fields(body):
        raise EncodeError(f"{operation.name}: the body must be a mapping of fields; got {type(body).__name__}.")
    given = fields_given(body)
    for field in fields.values():
        value = given.get(field.wire, UNSET)
        if value is UNSET or (value is None and field.required and not field.nullable):
            if field.required:
                raise EncodeError(describe_missing(operation.name, field.name, value))
        elif (not field.file or field.wire == BESIDE) and not isinstance(value, Upload):
            check_field(field.kind, value, f"{operation.name}: {field.name}")


def _raw(
    operation: Operation[Any], body: object, media_type: str, content_type: str | None, *, asynchronous: bool
) -> tuple[Content, str]:
    """Text or bytes as they are."""
    place = f"{operation.name}: {operation.kinds[''][0] if '' in operation.kinds else 'content'}"
    if isinstance(body, str):
        return _encoded(body, media_type, place), media_type
    if body is None:
        raise EncodeError(f"{place} must be text, bytes or a file; got None.")
    if isinstance(body, Upload):
        if content_type is None and "*" in (operation.body_type or JSON):
            # The caller knows better than the range.
            media_type = checked_type(body.content_type or guess_type(body.filename or ""), place)
            if not _covers(operation.body_type, media_type):
                raise EncodeError(f"{place}: {media_type!r} is not of {operation.body_type}.")
        body = body.content
    return joined([source_of(body, place, asynchronous=asynchronous)]), media_type


def _encoded(text: str, media_type: str, place: str) -> bytes:
    found = _CHARSET.search(media_type)
    charset = "utf-8" if found is None else found[1]
    failure = f"has no such charset as {charset!r}"
    try:
        codecs.lookup(charset)
        return text.encode(charset)
    except LookupError:
        pass
    except UnicodeEncodeError:
        failure = f"holds text that {charset} cannot write"
    raise EncodeError(f"{place} {failure}.")
