"""A call that a fake service received."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, TypeVar
from urllib.parse import parse_qs, unquote

from attrs import field, frozen

from .._http.media import essence, is_json
from .._json.codec import decode, decode_plain
from ._parts import Part, parts_of

T = TypeVar("T")

_HOLE: Final = re.compile(r"\{([^{}]+)\}")


@frozen
class Call:
    """One request that arrived.

    Args:
        operation: Public name of the operation, `orders.get`.
        method: HTTP method.
        path: Path of the URL.
        query: Wire names and texts; a list of texts for a parameter that was repeated.
        content: The body's bytes, or None for none.
        headers: Header names in lower case and values, the credentials left out.
        path_values: What stands in the path for each of its parameters, by their wire names, decoded.
    """

    operation: str
    method: str
    path: str
    query: Mapping[str, str | list[str]]
    content: bytes | None = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    path_values: Mapping[str, str] = field(factory=dict[str, str], repr=False)

    @property
    def body(self) -> Any:
        """The body as plain objects in the wire's names, numbers with a fraction as decimals; None without one.

        Of a form they are texts, or lists of them under a name that was repeated; in a multipart body files are bytes
        and objects are plain. A text is text, and all else bytes.
        """
        if self.content is None:
            return None
        kind = self.headers.get("content-type", "application/json")
        name = essence(kind)
        if name == "application/x-www-form-urlencoded":
            found = parse_qs(self.content.decode(), keep_blank_values=True)
            return {name: texts[0] if len(texts) == 1 else texts for name, texts in found.items()}
        if name.startswith("multipart/"):
            return self._members()
        if is_json(name):
            return decode_plain(self.content)
        return self.content.decode() if name.startswith("text/") else self.content

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of a multipart body, in their order; none of any other."""
        return parts_of(self.headers.get("content-type", ""), self.content or b"")

    def _members(self) -> dict[str, Any]:
        """The values of the parts, by their names."""
        found: dict[str, list[Any]] = {}
        for part in self.parts:
            kind = part.content_type or "text/plain"
            value: Any = part.content
            if part.filename is None:
                value = decode_plain(part.content) if is_json(essence(kind)) else part.text
            found.setdefault(part.name, []).append(value)
        return {name: values[0] if len(values) == 1 else values for name, values in found.items()}

    def body_as(self, kind: type[T]) -> T:
        """Return the body as a model: `call.body_as(OrderCreate).number`.

        Args:
            kind: What to read it as.
        """
        return decode(self.content or b"", kind)


def values_of(template: str, path: str) -> dict[str, str]:
    """Return what stands in a path for the parameters of its template, decoded.

    Args:
        template: The operation's path, with its parameters in braces.
        path: The path of the URL, which may begin with that of the server.
    """
    names, pattern = _pattern(template)
    found = pattern.search(path)
    return {} if found is None else {name: unquote(text) for name, text in zip(names, found.groups(), strict=True)}


@lru_cache(maxsize=256)
def _pattern(template: str) -> tuple[list[str], re.Pattern[str]]:
    pieces = _HOLE.split(template.partition("?")[0])
    text = "".join("([^/]*)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces))
    return pieces[1::2], re.compile(f"{text}\\Z")
