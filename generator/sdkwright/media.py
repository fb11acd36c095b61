"""Media types: what a document's names for them mean."""

import re
from typing import Final, Literal, TypeAlias

Family: TypeAlias = Literal["json", "form", "multipart", "text", "bytes"]
"""How a body in a media type is written and read."""

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
BYTES: Final = "application/octet-stream"
QUERY_STRING: Final = "querystring"
"""In place of a style: a parameter that is the whole query, without a name."""
FORM_SLIPS: Final = {
    "application/form-data": MULTIPART,
    "application/multipart-form-data": MULTIPART,
    "application/form-urlencoded": FORM,
    "application/www-form-urlencoded": FORM,
    "application/x-form-urlencoded": FORM,
    "application/x-www-form-url-encoded": FORM,
    "application/x-www-form-encoded": FORM,
    "application/x-www-urlencoded": FORM,
}
"""What is no media type, and which one is meant where it has an object's fields."""

_WORD: Final = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_ESSENCE: Final = re.compile(rf"{_WORD}/{_WORD}")
_PARAMETERS: Final = re.compile(rf"(?:\s*;\s*{_WORD}=(?:{_WORD}|\"[ !#-\[\]-~]*\"))*\s*;?\s*")
LINES: Final = frozenset({
    "application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines",
    "application/ndjson", "application/x-ndjson", "application/stream+json", "application/x-json-stream",
})  # fmt: skip
"""A document of JSON on each line."""
_TEXTS: Final = LINES | frozenset({
    "application/xml", "application/yaml", "application/x-yaml", "application/csv", "application/javascript",
    "application/graphql", "application/sql",
})  # fmt: skip
_RANKS: Final = ("json", "+json", "form", "multipart", "text", "bytes", "*")


def essence(media_type: str) -> str:
    """A media type without its parameters, in small letters; empty if it is none.

    Args:
        media_type: As in `Application/JSON; charset=utf-8`.
    """
    name, semicolon, parameters = media_type.strip().partition(";")
    name = name.strip().lower()
    if not _ESSENCE.fullmatch(name) or not _PARAMETERS.fullmatch(semicolon + parameters):
        return ""
    return name


def is_json(name: str) -> bool:
    """Whether a media type is JSON, sent or received: the runtime goes by the same rule.

    Args:
        name: The media type, in small letters and without its parameters.
    """
    return name.endswith(("/json", "+json", "/x-json", "/json-patch")) and name not in LINES


def family(media_type: str) -> Family:
    """How a body in a media type is written and read; what is no media type is bytes.

    Args:
        media_type: As in a document.
    """
    name = essence(media_type)
    kind, _, subtype = name.partition("/")
    if is_json(name):
        return "json"
    if name == FORM:
        return "form"
    if kind == "multipart":
        return "multipart"
    if kind == "text" or name in _TEXTS or subtype.endswith("+xml"):
        return "text"
    return "bytes"


def is_range(media_type: str) -> bool:
    """Whether a media type stands for several, as `image/*` does.

    Args:
        media_type: As in a document.
    """
    return "*" in essence(media_type)


def rank(media_type: str) -> int:
    """The place of a media type among several: the least is the best to send.

    Args:
        media_type: As in a document.
    """
    name = essence(media_type)
    if is_range(media_type):
        return _RANKS.index("*")
    if name == JSON:
        return _RANKS.index("json")
    found = family(media_type)
    return _RANKS.index("+json" if found == "json" else found)
