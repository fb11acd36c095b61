"""What openapi-core has to be told of bodies, and which of them it cannot read."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sdkwright import media

_PLAIN: Final = frozenset({"string", "array", "object", None})


def beyond(content: Mapping[str, Any], sent: str, resolved: Callable[[Any], dict[str, Any]]) -> str:
    """Why openapi-core cannot read a body; empty where it can.

    Args:
        content: The declared media types of the body.
        sent: The one that was sent.
        resolved: Follows references.
    """
    essence = media.essence(sent)
    declared: dict[str, Any] = next((about for name, about in content.items() if media.essence(name) == essence), {})
    properties = resolved(declared.get("schema")).get("properties", {})
    encodings = declared.get("encoding", {})
    match media.family(sent):
        case "form" if any(about.get("explode") is False or "style" in about for about in encodings.values()):
            return "a form written in styles"
        case "multipart" if any(_has_number(schema, resolved) for schema in properties.values()):
            return "a number in a multipart body"
        case _:
            return ""


def _has_number(schema: Any, resolved: Callable[[Any], dict[str, Any]]) -> bool:
    found = resolved(schema)
    if found.get("type") == "array":
        found = resolved(found.get("items"))
    return found.get("type") not in _PLAIN


def deserializers(content: Mapping[str, Any]) -> dict[str, Callable[[bytes], Any]]:
    """What reads the media types that openapi-core does not know.

    Args:
        content: The declared media types of a body.
    """
    return {name: _loads if media.family(name) == "json" else _text for name in _names(content)}


def _names(content: Mapping[str, Any]) -> Iterator[str]:
    for name, about in content.items():
        if media.family(name) in {"json", "text"}:
            yield media.essence(name)
        for encoding in about.get("encoding", {}).values() if isinstance(about, dict) else ():
            # By the whole text: its parameters are not taken off there.
            if media.family(str(encoding.get("contentType", ""))) in {"json", "text"}:
                yield str(encoding["contentType"])


def _loads(content: bytes) -> Any:
    return json.loads(content)


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")
