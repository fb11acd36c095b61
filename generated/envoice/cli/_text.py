"""Makes text of the document and of the service fit for a terminal: none of it can move the cursor or start a line."""

from __future__ import annotations

import re
from typing import Final

RAW: Final = "raw:"
"""Before a value of an enum that this version does not know."""

# Control characters, and those that reverse or hide the text around them. JSON escapes the first 32 by itself.
_UNSAFE: Final = re.compile(r"[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def shown(text: object) -> str:
    """Return a text on one line, with a mark for each character that a terminal would obey or hide.

    Args:
        text: Anything; its `str` is taken.
    """
    flat = " ".join(str(text).split())
    return flat if flat.isprintable() else "".join(_visible(char) for char in flat)


def _visible(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() else _REPLACEMENT


def escaped(json_text: str) -> str:
    r"""Return a JSON text that means the same, with the characters that a terminal would obey written as `\u009b`.

    Args:
        json_text: One or several JSON documents.
    """
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)


def visible_lines(text: str) -> str:
    """Return lines as they are, with a mark for each character that a terminal would obey or hide.

    Args:
        text: Lines, such as those of a CSV file.
    """
    return "".join(char if char in "\n\t" else _visible(char) for char in text.replace("\r\n", "\n"))


def option(name: str) -> str:
    """Return the name of an argument as the command line has it: `page-size`."""
    return name.replace("_", "-")
