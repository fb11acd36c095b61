"""Problem details (RFC 9457): what an error says as `application/problem+json`, declared by the document or not."""

from __future__ import annotations

from typing import Any, Final, Self

import msgspec

from ._json.codec import Undecodable, decode_plain
from ._json.shapes import is_object

__all__ = ["Problem"]

_TEXTS: Final = ("type", "title", "detail", "instance")


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong, as `error.data` or `error.as_type(Problem)` of an `APIStatusError` gives it.

    Args:
        type: A URI that names the kind of the problem.
        title: The kind of the problem in words.
        status: The HTTP status that the service meant.
        detail: What went wrong this time.
        instance: A URI of this occurrence.
        extensions: The other members, as JSON has them.
    """

    type: str = "about:blank"
    title: str | None = None
    status: int | None = None
    detail: str | None = None
    instance: str | None = None
    extensions: dict[str, Any] = {}

    @classmethod
    def of(cls, body: bytes) -> Self:
        """Read a problem out of a body. What has another type than it should is as if it were not there.

        Args:
            body: Anything at all.
        """
        try:
            members = decode_plain(body)
        except Undecodable:
            return cls()
        if not is_object(members):
            return cls()
        texts = {name: text for name, text in members.items() if name in _TEXTS and isinstance(text, str)}
        status = members.get("status")
        return cls(
            type=texts.get("type", "about:blank"),
            title=texts.get("title"),
            status=status if isinstance(status, int) and not isinstance(status, bool) else None,
            detail=texts.get("detail"),
            instance=texts.get("instance"),
            extensions={name: value for name, value in members.items() if name not in {*_TEXTS, "status"}},
        )

    @property
    def message(self) -> str | None:
        """Title and detail in one text; None where it has neither."""
        return ": ".join(filter(None, (self.title, self.detail))) or None

    def __repr__(self) -> str:
        # The rest may hold personal data, as any body may.
        return f"Problem(type={self.type!r}, title={self.title!r}, status={self.status})"
