"""Text of strangers, made fit for a terminal: an escape sequence in it could rewrite what stands there."""

import sys
import unicodedata
from typing import Final, TextIO

_LONGEST: Final = 100
_KEPT: Final = {"\n", "\t"}


def clean(value: object) -> str:
    """A stranger's text as one short line without control characters."""
    text = without_controls(str(value)[: _LONGEST + 1])
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def without_controls(text: str) -> str:
    """`text`, in which every character that is not printable is replaced, ends of lines too."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def printable(text: str) -> str:
    """`text` with its lines, in which every other character that a terminal could obey is replaced."""
    text = text.replace("\r\n", "\n")
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return "".join(char if _harmless(char) else "\N{REPLACEMENT CHARACTER}" for char in text)


def say(text: str, *, end: str = "\n", file: TextIO | None = None) -> None:
    """Print text that may hold a stranger's, at once."""
    print(printable(text), end=end, file=file or sys.stdout, flush=True)


def _harmless(char: str) -> bool:
    # The spaces of other languages are no controls, though `isprintable` counts them among these.
    return char.isprintable() or char in _KEPT or unicodedata.category(char) == "Zs"
