"""Takes the account's values out of a text, whichever way a service that quotes them has escaped them."""

import html.entities
import re
from collections.abc import Iterable
from typing import Final

from .credentials import Credentials

_HIDDEN: Final = b"<hidden>"
_SHORTEST_HIDDEN: Final = 6
"""Characters of a value below which replacing it would maim every other word."""


def hide(text: bytes, pairs: Iterable[Credentials]) -> bytes:
    """Return the text with `<hidden>` for each value, plain or escaped for a URL, HTML or JSON.

    Args:
        text: A body, or a part of one, in ASCII or an encoding based on it.
        pairs: The key pairs whose values are hidden. Values of less than 6 characters stay.
    """
    values = {value for pair in pairs for value in (pair.api_key, pair.api_secret) if len(value) >= _SHORTEST_HIDDEN}
    if not values:
        return text
    # The longest first, for one value may begin with another.
    pattern = "|".join(_any_form(value) for value in sorted(values, key=len, reverse=True))
    return re.sub(pattern.encode("ascii"), _HIDDEN, text)


def _any_form(value: str) -> str:
    """Return a pattern of a value, whichever of its characters are escaped and in which way."""
    return "".join(char if char.isalnum() else _any_escape(char) for char in value)


def _any_escape(char: str) -> str:
    code, plain = ord(char), re.escape(char)
    name = "apos" if char == "'" else html.entities.codepoint2name.get(code)
    forms = [
        rf"\\{{0,3}}{plain}",
        rf"(?i:%(?:25)?{code:02x}|\\{{1,2}}u{code:04x}|&(?:amp;)?#(?:x0*{code:x}|0*{code});)",
    ]
    if name is not None:
        forms.append(f"&(?:amp;)?{name};")
    if char == " ":
        forms.append(r"\+")
    return f"(?:{'|'.join(forms)})"
