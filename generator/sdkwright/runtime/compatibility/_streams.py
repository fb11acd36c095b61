"""Streams of items, under the names that callers know: iterators that are context managers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeAlias, TypeVar

from .. import streaming as ours
from .._json.codec import Undecodable, decode_plain
from .._streaming.decoding import Item
from ..errors import APIResponseError
from ._errors import translated
from ._responses import APIResponse, AsyncAPIResponse
from ._values import is_mapping

T = TypeVar("T")

Rules: TypeAlias = tuple[tuple[str, str, str, str], ...]
"""What is done with an event: `event_type`, `data_starts_with` or `fallthrough`; the text; `yield`, `done`, `error` or
`ignore`; and the property of its data that says that something failed."""

_SKIP: Final[Any] = object()
_DONE: Final[Any] = object()


def _treated(stream: Any, item: Item, rules: Rules, read: Callable[[Item], Any]) -> Any:
    """Return what becomes of an event: its item, or what says that there is none.

    Args:
        stream: The stream.
        item: The event.
        rules: What the configuration says.
        read: Decodes it.
    """
    text = item.text.decode("utf-8", "replace")
    for kind, wanted, handle, failure in rules:
        if (kind == "event_type" and wanted != item.name) or (
            kind == "data_starts_with" and not text.startswith(wanted)
        ):
            continue
        if handle == "done":
            return ours.StreamEvent(_DONE, "", "", None)
        if handle == "ignore":
            return ours.StreamEvent(_SKIP, "", "", None)
        if handle == "error" or (failure and _holds(item.text, failure)):
            raise _failed(stream, item.text, failure)
        break
    return read(item)


def _holds(text: bytes, name: str) -> bool:
    try:
        data: Any = decode_plain(text)
    except Undecodable:
        return False
    return is_mapping(data) and bool(data.get(name))


def _failed(stream: Any, text: bytes, name: str) -> APIResponseError:
    head = stream._source.head  # noqa: SLF001 - laid over it
    content: bytes = head._redact(text)  # noqa: SLF001 - as above
    message = "An error occurred during streaming"
    try:
        data: Any = decode_plain(content)
        data = data.get(name, data) if is_mapping(data) else data
        said = data.get("message") if is_mapping(data) else data
        message = said if isinstance(said, str) and said else message
    except Undecodable:
        pass
    return APIResponseError(
        message,
        status=head.status,
        request_id=head.request_id,
        body=content,
        operation=head.operation.name,
        method=head.operation.method,
        url=head.url,
        elapsed=head.elapsed,
        attempts=head.attempts,
    )


class _Events(ours.Stream[Any]):
    """Ours, with what a configuration says of events."""

    rules: Rules = ()

    def _event(self, item: Item) -> Any:
        return _treated(self, item, self.rules, super()._event) if self.rules else super()._event(item)


class _AsyncEvents(ours.AsyncStream[Any]):
    """The same, awaited."""

    rules: Rules = ()

    def _event(self, item: Item) -> Any:
        return _treated(self, item, self.rules, super()._event) if self.rules else super()._event(item)


def events(rules: Rules, *, asynchronous: bool) -> Callable[[Any, Any], Any]:
    """Return what reads an answer event by event.

    Args:
        rules: What is done with events.
        asynchronous: Whether it is awaited.
    """

    def reader(wired: Any, state: Any) -> Any:
        made = _AsyncEvents(wired, state) if asynchronous else _Events(wired, state)
        made.rules = rules
        return made

    return reader


class Stream(Generic[T]):
    """Items as they come.

    Args:
        parts: What gives them.
    """

    def __init__(self, parts: Any) -> None:
        self._parts = parts

    @property
    def response(self) -> APIResponse[Any]:
        """The answer that they stand in: its status and its headers."""
        return APIResponse(self._parts._source.head, lambda _: self, self._parts, streams=True)  # noqa: SLF001 - laid over it

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        with translated():
            while True:
                item: Any = next(self._parts)
                if item is _DONE:
                    self._parts.close()
                    raise StopIteration
                if item is not _SKIP:
                    found: T = item
                    return found

    def close(self) -> None:
        """Close the connection."""
        self._parts.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncStream(Generic[T]):
    """The same, awaited.

    Args:
        parts: What gives them.
    """

    def __init__(self, parts: Any) -> None:
        self._parts = parts

    @property
    def response(self) -> AsyncAPIResponse[Any]:
        """The answer that they stand in: its status and its headers."""
        return AsyncAPIResponse(self._parts._source.head, lambda _: self, self._parts, streams=True)  # noqa: SLF001 - laid over it

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        with translated():
            while True:
                item: Any = await anext(self._parts)
                if item is _DONE:
                    await self._parts.aclose()
                    raise StopAsyncIteration
                if item is not _SKIP:
                    found: T = item
                    return found

    async def close(self) -> None:
        """Close the connection."""
        await self._parts.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()
