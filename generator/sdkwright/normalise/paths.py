"""What the path of an operation says: the parameters in braces, and what is sent of it."""

import re
from collections.abc import Collection
from typing import Final
from urllib.parse import quote

_HOLE: Final = re.compile(r"\{([^{}]+)\}")
_ESCAPED: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
# What a path may hold as it is (RFC 3986, 3.3), a query too; what is escaped already stays so.
_SAFE: Final = "/:@!$&'()*+,;=~%"


def template_names(path: str) -> list[str]:
    """The names of the parameters in the path and in the query that may follow it, each once.

    Args:
        path: A path as in the document.
    """
    return list(dict.fromkeys(_HOLE.findall(path.partition("#")[0])))


def route(path: str, names: Collection[str]) -> str:
    """What is sent of a path: with its constant query, without its fragment, other characters escaped.

    Args:
        path: A path as in the document.
        names: The parameters of the path, which stay in braces. Another in the query says its value itself.
    """
    address, _, query = path.partition("#")[0].partition("?")
    pairs = [pair for pair in query.split("&") if pair and names_within(pair) <= {*names}]
    text = _escaped("/" + address.removeprefix("/"), names, "")
    return f"{text}?{'&'.join(_escaped(pair, names, '?') for pair in pairs)}" if pairs else text


def names_within(text: str) -> set[str]:
    """The names in braces of a text."""
    return {*_HOLE.findall(text)}


def _escaped(text: str, names: Collection[str], more: str) -> str:
    pieces = [piece if place % 2 == 0 else f"{{{piece}}}" for place, piece in enumerate(_HOLE.split(text))]
    return "".join(
        piece if piece[:1] == "{" and piece[1:-1] in names else quote(_ESCAPED.sub("%25", piece), safe=_SAFE + more)
        for piece in pieces
    )
