"""Reads the headers that a document declares for an answer."""

import re
from collections.abc import Mapping
from typing import Any, Final

from sdkwright.normalise.references import followed

_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What HTTP takes for the name of a header; no answer has another."""
_KINDS: Final = frozenset({"integer", "number", "boolean"})
_FORMATS: Final = frozenset({"date-time", "date", "uuid"})
# What OpenAPI says elsewhere, or HTTP itself.
_IGNORED: Final = frozenset({"content-type"})


def plain_headers(headers: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """The headers of an answer, each written out as one plain value.

    Args:
        headers: As the document has them.
        document: The document, for what they refer to.
    """
    return {
        name: _plain(followed(header, document), document)
        for name, header in sorted(headers.items())
        if name.lower() not in _IGNORED and isinstance(header, Mapping) and _NAME.fullmatch(name)
    }


def _plain(header: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    schema = followed(header.get("schema") or {}, document)
    kind, written = schema.get("type"), schema.get("format")
    plain: dict[str, Any] = {"type": kind if isinstance(kind, str) and kind in _KINDS else "string"}
    if plain["type"] == "string" and kind == "string" and isinstance(written, str) and written in _FORMATS:
        plain["format"] = written
    return {key: header[key] for key in ("description", "required") if key in header} | {"schema": plain}
