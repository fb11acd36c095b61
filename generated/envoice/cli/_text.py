"""Escapes texts of the document and of the service, so that none moves a terminal's cursor or starts a line."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Final

RAW: Final = "raw:"
"""Before a value of an enum that this version does not know."""

# Control characters, and those that reverse or hide the text around them. JSON escapes the first 32 by itself.
_UNSAFE: Final = re.compile(r"[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def escape_terminal(text: object) -> str:
    """Return a text on one line, with a replacement for each character that a terminal obeys or hides.

    Args:
        text: Anything; its `str` is used.
    """
    flat = " ".join(str(text).split())
    return flat if flat.isprintable() else "".join(_visible(char) for char in flat)


def _visible(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() else _REPLACEMENT


def escaped(json_text: str) -> str:
    r"""Return an equal JSON text, with the characters that a terminal obeys written as `\u009b`.

    Args:
        json_text: One or several JSON documents.
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def visible_lines(text: str) -> str:
    """Return lines with a replacement for each character that a terminal obeys or hides.

    Args:
        text: Lines, such as those of a CSV file.
    """
    return "".join(char if char in "\n\t" else _visible(char) for char in text.replace("\r\n", "\n"))


def option(name: str) -> str:
    """Return the name of an argument or a resource as the command line has it: `page-size`."""
    return name.replace("_", "-").replace(".", "-")


def nearest(word: str, names: Iterable[str]) -> str | None:
    """Return the name that a person may have meant, or None where none is near.

    Args:
        word: What was written.
        names: What there is.
    """
    known = list(names)
    found = difflib.get_close_matches(word.lower(), known, 1)
    # Of a long name the beginning alone, or the end, is far from all of it.
    parts = [name for name in known if len(word) > 2 and word.lower() in name]  # noqa: PLR2004 - fewer letters are in many
    return next(iter(found or parts), None)
