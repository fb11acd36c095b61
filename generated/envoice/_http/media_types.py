"""Media types: judged, recognised and concluded from names.

What is JSON is one rule for requests, answers and the generator.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Final

from ..errors import EncodeError

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
BYTES: Final = "application/octet-stream"
PROBLEM: Final = "application/problem+json"

_LINES: Final = frozenset({
    "jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "ndjson", "x-ndjson", "stream+json", "x-json-stream",
})  # fmt: skip
_TYPE: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:[ \t]*;[ -~]*)?")


def checked_type(media_type: object, place: str) -> str:
    """Return a media type that may stand in a header.

    Args:
        media_type: What a caller gave.
        place: Operation and argument, for errors.

    Raises:
        EncodeError: It is none.
    """
    if not isinstance(media_type, str) or not _TYPE.fullmatch(media_type):
        raise EncodeError(f"{place}: {media_type!r} is no media type; pass one such as 'image/png'.")
    return media_type


def guess_type(name: str) -> str:
    """Return the media type that a file's name stands for, the same on every machine.

    Args:
        name: The file's name.
    """
    return _types().get(os.path.splitext(name)[1].lower(), BYTES)  # noqa: PTH122 - a name, not a path


@cache
def _types() -> dict[str, str]:
    from mimetypes import MimeTypes  # only for files

    # By itself without the tables of the machine.
    return dict(MimeTypes().types_map[True])


def essence(content_type: str | None) -> str:
    """Return a media type in lower case, without its parameters; empty for none.

    Args:
        content_type: The header.
    """
    return (content_type or "").partition(";")[0].strip().lower()


def is_json(name: str) -> bool:
    """Return whether a media type is JSON.

    Args:
        name: The media type, as `essence` gives it.
    """
    return name.endswith(("/json", "+json", "/x-json", "/json-patch")) and not is_lines(name)


def is_lines(name: str) -> bool:
    """Return whether a media type is a document of JSON on each line.

    Args:
        name: The media type.
    """
    return name.startswith("application/") and name.removeprefix("application/") in _LINES
