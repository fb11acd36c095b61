"""How a value may be spelt in what the service answers: plain, or with any of its characters escaped, in base64 too."""

from __future__ import annotations

import re
from base64 import b64encode, urlsafe_b64encode
from functools import lru_cache
from html.entities import codepoint2name
from typing import Final

_BACKSLASHES: Final = r"\\{1,8}"
"""One for each JSON text or program that a text was put into, doubled by the next."""

# Escaped characters may be escaped once more, each in its own way.
_PERCENT: Final = rf"(?:%|{_BACKSLASHES}u0025)(?:25)*"
_AMPERSAND: Final = rf"(?:&|{_BACKSLASHES}u0026)(?:amp;)*"

_LEAST_ENCODED: Final = 8
"""Characters of base64 that belong to the value alone, below which they might be anything."""

_AROUND: Final = r"[A-Za-z0-9+/_-]?"
"""The last character of base64 holds bits of the value and of what stands behind it."""


# Without one of these, a letter or a digit stands for itself, and a search costs a hundredth.
_ESCAPES: Final = re.compile(rb"\\(?:u00|x)[2-7]|%(?:25)*[2-7]|\\u002[56]|&(?:amp;)*(?:#|[a-z0-9]{2,8};)|\0")


def patterns(value: str, text: bytes) -> tuple[re.Pattern[bytes], ...]:
    """Return what finds a value in the bytes of an answer.

    Args:
        value: The value.
        text: The bytes to search. Spellings that cannot occur in them are left out.
    """
    if _ESCAPES.search(text) is None:
        return _patterns(value, escaped=False, wide=False)
    return _patterns(value, escaped=True, wide=b"\0" in text)


@lru_cache(maxsize=32)
def _patterns(value: str, *, escaped: bool, wide: bool) -> tuple[re.Pattern[bytes], ...]:
    # UTF-16 and UTF-32 have zeros between the characters.
    between = r"\0{0,3}" if wide else ""
    spelt = _spelt if escaped else _alone
    forms = [between.join(map(spelt, value))]
    for core in _encoded(value):
        spelt_core = "".join(char if char.isalnum() else spelt(char) for char in core)
        forms.append(f"{spelt_core}{_AROUND}={{0,2}}")
    return tuple(re.compile(form.encode("latin-1")) for form in forms)


def _alone(char: str) -> str:
    if not char.isascii():
        return _foreign(char)
    if char.isalnum():
        return char
    plain = rf"\\{{0,8}}{re.escape(char)}"
    return rf"(?:\+|{plain})" if char == " " else plain


def _spelt(char: str) -> str:
    if not char.isascii():
        return _foreign(char)
    code = ord(char)
    spelt, hexadecimal = re.escape(char), _hexadecimal(code)
    # Each begins with a character of its own, so that the search need not try them all everywhere.
    forms = [spelt] if char.isalnum() else [spelt, rf"{_BACKSLASHES}{spelt}"]
    forms += [
        rf"{_BACKSLASHES}(?:u00|x){hexadecimal}",
        rf"{_PERCENT}{hexadecimal}",
        rf"{_AMPERSAND}\#(?:[xX]0*{hexadecimal}|0*{code});?",
    ]
    name = "apos" if char == "'" else codepoint2name.get(code)
    if name is not None:
        forms.append(f"{_AMPERSAND}{name};")
    if char == " ":
        forms.append(r"\+")
    return f"(?:{'|'.join(forms)})"


def _foreign(char: str) -> str:
    """What stands for a character beyond ASCII: its bytes in UTF-8, plain or escaped, or its number."""
    content = char.encode("utf-8", "replace")
    pairs = char.encode("utf-16-be", "replace")
    units = [int.from_bytes(pairs[at : at + 2]) for at in range(0, len(pairs), 2)]
    forms = [
        re.escape(content.decode("latin-1")),
        "".join(rf"{_PERCENT}{_hexadecimal(byte)}" for byte in content),
        "".join(rf"{_BACKSLASHES}u{_hexadecimal(unit >> 8)}{_hexadecimal(unit & 0xFF)}" for unit in units),
        rf"{_AMPERSAND}\#(?:[xX]0*{ord(char):x}|0*{ord(char)});?",
    ]
    return f"(?:{'|'.join(forms)})"


def _hexadecimal(code: int) -> str:
    return "".join(f"[{digit}{digit.upper()}]" if digit.isalpha() else digit for digit in f"{code:02x}")


def _encoded(value: str) -> set[str]:
    """What base64 makes of a value, wherever it stands in what was encoded, in both alphabets."""
    content, found = value.encode("utf-8", "replace"), set[str]()
    for before in range(3):
        for encode in (b64encode, urlsafe_b64encode):
            whole = encode(bytes(before) + content).decode("ascii")
            # Of the characters of six bits, those that hold bits of the value alone.
            core = whole[-(-before * 8 // 6) : (before + len(content)) * 8 // 6]
            if len(core) >= _LEAST_ENCODED:
                found.add(core)
    return found
