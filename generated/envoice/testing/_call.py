"""A call that a fake service received."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import field, frozen

from .._json.codec import decode, decode_plain

T = TypeVar("T")


@frozen
class Call:
    """One request that arrived.

    Args:
        operation: Public name of the operation, `invoices.get`.
        method: HTTP method.
        path: Path of the URL.
        query: Wire names and texts; a list of texts for a parameter that was repeated.
        content: The body's bytes, or None for none.
        headers: Header names in lower case and values, the credentials left out.
    """

    operation: str
    method: str
    path: str
    query: Mapping[str, str | list[str]]
    content: bytes | None = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)

    @property
    def body(self) -> Any:
        """The body as plain objects in the wire's names, numbers with a fraction as decimals; None without one."""
        return None if self.content is None else decode_plain(self.content)

    def body_as(self, kind: type[T]) -> T:
        """Return the body as a model: `call.body_as(InvoiceCreate).number`.

        Args:
            kind: What to read it as.
        """
        return decode(self.content or b"", kind)
