"""Text on its way into Markdown: what the vendor's document says is displayed, and never becomes markup.

Prose is written in a form in which no character has a meaning to Markdown, HTML or a template: all punctuation that
could have one is a numeric character reference. Code is source that we made of checked identifiers and our own values;
what is not is refused here rather than let out of its fence.
"""

import re
from typing import Final

from sdkwright.errors import GeneratorError

# All but what has no meaning anywhere. A stop has one inside a word (`www.`), and after a number that begins a line.
_MEANT: Final = re.compile(r"[^A-Za-z0-9 ,.'?%/]|\.(?! |$)|(?<![^0-9])\.")


def prose(text: object, *, strip: bool = True) -> str:
    """`text` on one line, as Markdown that shows exactly its words.

    Args:
        text: Anything; None is empty. What cannot be printed becomes U+FFFD.
        strip: Whether blanks at the ends go; not between two parts of a line.
    """
    line = re.sub(r"\s+", " ", str(text or ""))
    line = line.strip() if strip else line
    return _MEANT.sub(lambda found: _reference(found[0]), line)


def described(text: str) -> str:
    """A text of ours, from a docstring, as Markdown: what stands in backquotes is code, the rest is prose."""
    parts = text.split("`")
    return "".join(inline(part) if number % 2 else prose(part, strip=False) for number, part in enumerate(parts))


def inline(source: str) -> str:
    """`source` as inline code, in a table cell or a sentence; with no backquote in it, nothing can end it early."""
    return f"<code>{prose(source)}</code>"


def fenced(source: str, language: str = "python") -> str:
    """`source` as a block of code.

    Args:
        source: Python.
        language: `python` for a program, `py` for a signature.

    Raises:
        GeneratorError: A line of it could end the block.
    """
    if re.search(r"^\s*(```|~~~)", source, re.MULTILINE):
        raise GeneratorError(f"a documentation page: source that holds a fence cannot be shown: {source[:80]!r}.")
    return f"```{language}\n{source.rstrip()}\n```"


def _reference(character: str) -> str:
    if character.isascii():
        return f"&#{ord(character)};" if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"
