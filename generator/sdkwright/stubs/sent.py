"""What a stub asks of the body of a request: its media type, and the fields that it must have."""

import re
from collections.abc import Iterator, Mapping

from sdkwright import media
from sdkwright.ir import Body, Model, Reference, Schema
from sdkwright.stubs.shapes import Mapping as Keys


def body_matchers(body: Body | None, schemas: Mapping[str, Schema]) -> tuple[Keys, Keys]:
    """What a stub asks of a body: matchers of headers, and other keys of a mapping's request.

    Args:
        body: The body, or None. One that may be left out is asked nothing.
        schemas: The models and enums, by name.
    """
    if body is None or not body.required:
        return {}, {}
    types = [content.media_type for content in body.contents]
    return {"Content-Type": _of_type(types)}, _fields(body, schemas) if len(types) == 1 else {}


def _of_type(types: list[str]) -> dict[str, str]:
    if any(map(media.is_range, types)):
        return {"matches": ".+"}
    names = [media.essence(name) for name in types]
    if len(names) == 1:
        return {"contains": names[0]}
    return {"matches": f"({'|'.join(map(re.escape, names))}).*"}


def _fields(body: Body, schemas: Mapping[str, Schema]) -> Keys:
    """Matchers of the fields that a form or a multipart body must have."""
    names = [*_required(body, schemas)]
    if not names:
        return {}
    match media.family(body.content.media_type):
        case "form":
            found = {name: {"matches": ".*"} for name in names if not body.content.encodings.get(name)}
            return {"formParameters": found} if found else {}
        case "multipart":
            return {"multipartPatterns": [_part(name) for name in names]}
        case _:
            return {}


def _part(name: str) -> Keys:
    quoted = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    return {"matchingType": "ANY", "headers": {"Content-Disposition": {"contains": f'; name="{quoted}"'}}}


def _required(body: Body, schemas: Mapping[str, Schema]) -> Iterator[str]:
    type_ = body.content.type
    model = schemas.get(type_.name) if isinstance(type_, Reference) else None
    if isinstance(model, Model):
        yield from (field.wire for field in model.fields if field.required and field.alias_of is None)
