"""Media types: judged, and concluded from names."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Final

from ..errors import EncodeError

FORM: Final = "application/x-www-form-urlencoded"
BYTES: Final = "application/octet-stream"

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
