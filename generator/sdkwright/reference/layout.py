"""Lays out headings, and code as a formatter would: on one line where it fits, else a line for each part."""

from collections.abc import Sequence
from typing import Final

WIDTH: Final = 88
"""Characters of a line of code on a page: more would scroll on most screens."""


def heading(text: str, *, anchor: str, level: int = 2) -> str:
    """A heading with an anchor of its own, which the page of a repository knows as well as a site does.

    Args:
        text: In Markdown.
        anchor: What links lead to.
        level: From 1.
    """
    return f'<a id="{anchor}"></a>\n\n{"#" * level} {text}'


def call(head: str, parts: Sequence[str], tail: str = ")", *, indent: int = 0, before: int = 0) -> str:
    """`head`, the parts between commas and `tail`.

    Args:
        head: What opens, its bracket included.
        parts: What stands between the brackets; each may itself have several lines.
        tail: What closes.
        indent: The columns that the first line is indented by, and the last one.
        before: Further columns that something else takes on the first line.
    """
    flat = f"{head}{', '.join(parts)}{tail}"
    if "\n" not in flat and indent + before + len(flat) <= WIDTH:
        return flat
    inner = " " * (indent + 4)
    # A bare star or slash is no argument, but takes a comma all the same.
    lines = "".join(f"{inner}{part},\n" for part in parts)
    return f"{head}\n{lines}{' ' * indent}{tail}"
