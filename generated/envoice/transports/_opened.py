"""An answer that came whole, to be read like one that comes in parts."""

from __future__ import annotations

from collections.abc import Mapping

from ._contract import Response


class _Whole:
    """What both kinds share.

    Args:
        response: The answer.
    """

    def __init__(self, response: Response) -> None:
        self.status: int = response.status
        self.headers: Mapping[str, str] = response.headers
        self._rest = response.body

    def _next(self) -> bytes:
        chunk, self._rest = self._rest, b""
        return chunk


class Whole(_Whole):
    """An answer of a transport that only sends and reads.

    Args:
        response: The answer.
    """

    def read(self, _seconds: float | None, /) -> bytes:
        """Return the body, and nothing the next time."""
        return self._next()

    def close(self) -> None:
        """Do nothing: there is no connection."""


class AsyncWhole(_Whole):
    """An answer of an asynchronous transport that only sends and reads.

    Args:
        response: The answer.
    """

    async def read(self, _seconds: float | None, /) -> bytes:
        """Return the body, and nothing the next time."""
        return self._next()

    async def aclose(self) -> None:
        """Do nothing: there is no connection."""
