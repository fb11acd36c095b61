"""A body that is read piece by piece while it is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final, TypeAlias, cast

from ..transports._contract import TransportError
from .sources import AsyncIterated, File, Given, Iterated, Opened

Part: TypeAlias = Given | File | Opened | Iterated | AsyncIterated

_END: Final[Any] = object()
_UNREADABLE: Final = "the body of the request could not be read"


class BodyStream:
    """The body of a request, for a transport of either kind.

    What is read from a file or an iterable of the caller's is read in a thread by an asynchronous transport.

    Args:
        parts: Where its bytes come from, in order.

    Attributes:
        content_length: How many bytes it has, or None where nobody knows.
        failure: What the reading of a part raised, or None.
    """

    __slots__ = ("_begun", "_parts", "_reading", "content_length", "failure")

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)
        self._begun = False
        self._reading: Any = None
        lengths = [part.length for part in parts]
        known = [length for length in lengths if length is not None]
        self.content_length: int | None = sum(known) if len(known) == len(lengths) else None
        self.failure: Exception | None = None

    def rewind(self) -> bool:
        """Go back to the beginning.

        Returns:
            Whether it can be sent, which it can always as long as nothing was read.
        """
        if not self._begun:
            return True
        self.close()
        self._begun = not all(part.rewind() for part in self._parts)
        return not self._begun

    def close(self) -> None:
        """Close what was opened to read it: files that were given by their paths. The caller's stay open."""
        reading, self._reading = self._reading, None
        if reading is not None:
            _close(reading)

    def __iter__(self) -> Iterator[bytes]:
        self._begin()
        try:
            for part in self._parts:
                # Of an async iterable, which no synchronous client takes, there is no such method.
                reading = self._reading = cast("Any", part).chunks()
                try:
                    yield from filter(None, reading)
                finally:
                    # Not what another attempt has begun to read meanwhile.
                    _close(reading)
        except Exception as error:  # noqa: BLE001 - of the caller's iterable, which the call raises
            self.failure = error
        if self.failure is not None:
            raise TransportError(_UNREADABLE)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._begin()
        try:
            for part in self._parts:
                async for chunk in self._achunks(part):
                    if chunk:
                        yield chunk
        except Exception as error:  # noqa: BLE001 - of the caller's iterable, which the call raises
            self.failure = error
        if self.failure is not None:
            raise TransportError(_UNREADABLE)

    async def _achunks(self, part: Part) -> AsyncIterator[bytes]:
        if isinstance(part, AsyncIterated):
            async for chunk in part.achunks():
                yield chunk
        elif isinstance(part, Given):
            for chunk in part.chunks():
                yield chunk
        else:
            import anyio.to_thread  # comes with httpx, and only asynchronous clients need it

            reading = self._reading = part.chunks()
            try:
                # A pipe or an iterable may block for ever; then the thread is left behind.
                while (
                    chunk := await anyio.to_thread.run_sync(next, reading, _END, abandon_on_cancel=True)
                ) is not _END:
                    yield chunk
            finally:
                _close(reading)

    def _begin(self) -> None:
        if not self.rewind():
            raise TransportError(_UNREADABLE)
        self._begun, self.failure = True, None

    def __repr__(self) -> str:
        size = "of unknown length" if self.content_length is None else f"{self.content_length} bytes"
        return f"<BodyStream, {size}>"


def _close(reading: Any) -> None:
    # A thread that was left behind may still be in it, and closes the file in the end.
    with suppress(ValueError):
        reading.close()
