"""Says the values of enums as the names of members, those without letters too."""

import unicodedata
from typing import Final

from sdkwright.normalise.identifiers import member

_SIGNS: Final = {
    "+": "plus", "-": "minus", "*": "asterisk", "/": "slash", "\\": "backslash", "=": "equals", "<": "less",
    ">": "greater", "!": "exclamation", "?": "question", "&": "and", "|": "or", "%": "percent", "#": "number",
    "$": "dollar", "@": "at", ".": "dot", ",": "comma", ":": "colon", ";": "semicolon", "~": "tilde", "^": "caret",
    "_": "underscore", "'": "quote", '"': "double_quote", "`": "backtick", "(": "left_parenthesis",
    ")": "right_parenthesis", "[": "left_bracket", "]": "right_bracket", "{": "left_brace", "}": "right_brace",
}  # fmt: skip
_SPOKEN: Final = 8
"""How many signs are spoken; longer texts of signs are told apart by number."""


def member_of(value: str | int) -> str:
    """The member for a value: `A_B` for `a-b`, `N7` for 7, `MINUS_7`, `EMPTY`, `PLUS`; "" if no rule gives one.

    Args:
        value: A value of an enum.
    """
    text = str(value)
    if not text.strip():
        return "EMPTY" if not text else "BLANK"
    plain = member(text)
    negative = text.startswith("-") and text[1:2].isdigit()
    if plain and plain.isascii() and not negative:
        return plain
    if negative:
        return f"MINUS_{member(text[1:]).removeprefix('N')}"
    return member("_".join(map(_spoken, text))) if len(text) <= _SPOKEN else ""


def _spoken(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    if character in _SIGNS:
        return _SIGNS[character]
    return unicodedata.name(character, "").replace("-", " ") if not character.isspace() else ""
