"""Answers that are read in parts: the items of a stream as they come, and files without holding them.

    with client.chats.ask(question="Why?") as answers:
        for answer in answers:
            print(answer.text)

    client.orders.with_streaming_response.get_receipt(71).download_to("71.pdf")

Nothing is sent before the first part is wanted. A request is repeated as any other, but not once its answer has begun:
an answer that breaks off is a `StreamError`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from msgspec import UNSET, UnsetType

from ._checks import is_count
from ._core.call import CallState
from ._core.state import ClientState
from ._json.codec import Undecodable
from ._streaming.decoding import MAX_ITEM, Item, TooLargeError, cutter_of, is_last, is_text, place_of, value_of
from ._streaming.parts import Parts, S
from ._streaming.source import AsyncSource, Source
from .errors import APIError, ConfigurationError
from .responses import report_item, unreadable

__all__ = ["AsyncStream", "AsyncStreamedResponse", "Stream", "StreamEvent", "StreamedResponse"]

T = TypeVar("T")


class StreamEvent(Generic[T]):
    """One item of a stream, with what came beside its data.

    Args:
        data: What it decodes to.
        name: The kind of an event, `message` where it says none; empty for what is no server-sent event.
        id: The id of the last event that had one.
        retry: Seconds after which the service asks to connect again, or None.
    """

    __slots__ = ("data", "id", "name", "retry")

    def __init__(self, data: T, name: str, id: str, retry: float | None) -> None:
        self.data: T = data
        self.name: str = name
        self.id: str = id
        self.retry: float | None = retry

    def __repr__(self) -> str:
        return f"<StreamEvent {self.name!r} {self.id!r}>"


class _Items(Parts[S], Generic[S, T]):
    """What both kinds of streams share."""

    def __init__(self, state: CallState[Any], source: S) -> None:
        self._operation = state.operation.name
        self._source = source
        _, self._media_type, self._kind = state.operation.answers[0]
        self._largest = MAX_ITEM
        self._count = 0

    def with_limits(self, *, idle: float | UnsetType | None = UNSET, largest: int | None = None) -> Self:
        """Set the limits of this stream, before it is read.

        Args:
            idle: Seconds that the next bytes may take, or None for no limit; by default the timeout of the call.
            largest: Bytes of one item, beyond which the stream is given up; by default 16 MiB.

        Returns:
            The stream itself.

        Raises:
            ConfigurationError: A limit cannot be used.
        """
        self._limit_idle(idle)
        if largest is not None:
            if not is_count(largest):
                raise ConfigurationError(f"largest must be an integer from 1; got {largest!r}.")
            self._largest = largest
        return self

    def _event(self, item: Item) -> StreamEvent[T]:
        reason = path = ""
        if not is_text(item, self._kind):
            report_item(self._source.head, item.text, self._kind)
        try:
            data: T = value_of(item, self._kind)
        except Undecodable as error:
            reason, path = error.reason, error.path
        else:
            self._count += 1
            return StreamEvent(data, item.name, item.id, item.retry)
        message = f"item {self._count + 1} of the stream cannot be read: {reason}"
        raise unreadable(self._source.head, item.text, message, place_of(self._count, path))

    def _too_large(self) -> APIError:
        return self._source.error(f"an item is larger than {self._largest} bytes", self._count)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._operation}, {self._count} items>"


class Stream(_Items[Source, T]):
    """The items of an answer as they come. Made by the client.

    Iterating over it gives what each item decodes to. At its end, when it breaks off and when it is closed, the
    connection is given back or closed; `with` closes it whatever happens.
    """

    def __init__(self, wired: ClientState[Any], state: CallState[Any]) -> None:
        super().__init__(state, Source(wired, state))
        self._items = self._read()
        self._turn = threading.Lock()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        # Each of several threads gets other items.
        with self._turn:
            return next(self._items).data

    def events(self) -> Iterator[StreamEvent[T]]:
        """Return the items with what came beside their data: the kind and the id of an event.

        Raises:
            APIError: There is no answer, or one that is not 2xx.
            StreamError: It broke off.
            DecodeError: An item is not what was declared.
        """
        return self._items

    def close(self) -> None:
        """End the stream. Closing twice does nothing."""
        self._source.close()

    def _read(self) -> Iterator[StreamEvent[T]]:
        source, cutter = self._source, None
        try:
            while True:
                chunk = source.read(self._count)
                cutter = cutter or cutter_of(self._media_type, self._largest)
                try:
                    found = [*cutter.feed(chunk)] if chunk else [*cutter.end()]
                except TooLargeError:
                    found = None
                if found is None:
                    raise self._too_large()
                for item in found:
                    if is_last(item, self._kind):
                        return
                    yield self._event(item)
                if not chunk:
                    return
        finally:
            source.close()

    def __enter__(self) -> Self:
        self._source.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        # A stream that was left without being closed must not hold its connection.
        source = getattr(self, "_source", None)
        if source is not None:
            source.close()


class AsyncStream(_Items[AsyncSource, T]):
    """The items of an answer as they come. Made by the client.

    Iterating over it gives what each item decodes to. At its end, when it breaks off and when it is closed, the
    connection is given back or closed; leave it with `async with`, so that it is closed whatever happens.
    """

    def __init__(self, wired: ClientState[Any], state: CallState[Any]) -> None:
        super().__init__(state, AsyncSource(wired, state))
        self._items = self._read()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        return (await anext(self._items)).data

    def events(self) -> AsyncIterator[StreamEvent[T]]:
        """Return the items with what came beside their data: the kind and the id of an event.

        Raises:
            APIError: There is no answer, or one that is not 2xx.
            StreamError: It broke off.
            DecodeError: An item is not what was declared.
        """
        return self._items

    async def aclose(self) -> None:
        """End the stream. Closing twice does nothing."""
        await self._source.aclose()

    async def _read(self) -> AsyncIterator[StreamEvent[T]]:
        source, cutter = self._source, None
        try:
            while True:
                chunk = await source.read(self._count)
                cutter = cutter or cutter_of(self._media_type, self._largest)
                try:
                    found = [*cutter.feed(chunk)] if chunk else [*cutter.end()]
                except TooLargeError:
                    found = None
                if found is None:
                    raise self._too_large()
                for item in found:
                    if is_last(item, self._kind):
                        return
                    yield self._event(item)
                if not chunk:
                    return
        finally:
            await source.aclose()

    async def __aenter__(self) -> Self:
        await self._source.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()


class StreamedResponse(Parts[Source]):
    """An answer of text or bytes of any size. Made by the client, for `with_streaming_response`.

        with client.files.with_streaming_response.get(7) as response:
            for chunk in response:
                ...

    Iterating over it gives bytes as they come.
    """

    def __init__(self, wired: ClientState[Any], state: CallState[Any]) -> None:
        self._operation = state.operation.name
        self._source = Source(wired, state)

    def with_limits(self, *, idle: float | UnsetType | None = UNSET) -> Self:
        """Set the limit of this answer, before it is read.

        Args:
            idle: Seconds that the next bytes may take, or None for no limit; by default the timeout of the call.

        Returns:
            The answer itself.

        Raises:
            ConfigurationError: The limit cannot be used.
        """
        self._limit_idle(idle)
        return self

    def __iter__(self) -> Iterator[bytes]:
        try:
            while chunk := self._source.read():
                yield chunk
        finally:
            self._source.close()

    def download_to(self, path: str | os.PathLike[str], *, max_bytes: int | None = None) -> Path:
        """Store the body in a file, whole or not at all: it is written beside the file, and then takes its place.

        Args:
            path: The file. Its folder must exist. A file that is there already is replaced, and so is a link to one.
            max_bytes: Largest acceptable size in bytes; None for any.

        Returns:
            Where it is.

        Raises:
            APIError: There is no answer, or one that is not 2xx.
            StreamError: It broke off, or is shorter than it said. The file is as it was.
            DownloadError: It has no body, is too large, or cannot be written. The file is as it was.
            ConfigurationError: An argument cannot be used.
        """
        from ._streaming.storing import Storing  # for files only

        storing = Storing(self._operation, path, max_bytes)
        with self:
            return storing.store(self, self._source)

    def close(self) -> None:
        """Give the connection back, or close it. Closing twice does nothing."""
        self._source.close()

    def __enter__(self) -> Self:
        self._source.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        # As for a stream.
        source = getattr(self, "_source", None)
        if source is not None:
            source.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._operation}, {self._source.received} bytes>"


class AsyncStreamedResponse(Parts[AsyncSource]):
    """An answer of text or bytes of any size. Made by the client, for `with_streaming_response`.

        async with client.files.with_streaming_response.get(7) as response:
            async for chunk in response:
                ...

    Iterating over it gives bytes as they come.
    """

    def __init__(self, wired: ClientState[Any], state: CallState[Any]) -> None:
        self._operation = state.operation.name
        self._source = AsyncSource(wired, state)

    def with_limits(self, *, idle: float | UnsetType | None = UNSET) -> Self:
        """Set the limit of this answer, before it is read.

        Args:
            idle: Seconds that the next bytes may take, or None for no limit; by default the timeout of the call.

        Returns:
            The answer itself.

        Raises:
            ConfigurationError: The limit cannot be used.
        """
        self._limit_idle(idle)
        return self

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while chunk := await self._source.read():
                yield chunk
        finally:
            await self._source.aclose()

    async def download_to(self, path: str | os.PathLike[str], *, max_bytes: int | None = None) -> Path:
        """Store the body in a file, whole or not at all: it is written beside the file, and then takes its place.

        Args:
            path: The file. Its folder must exist. A file that is there already is replaced, and so is a link to one.
            max_bytes: Largest acceptable size in bytes; None for any.

        Returns:
            Where it is.

        Raises:
            APIError: There is no answer, or one that is not 2xx.
            StreamError: It broke off, or is shorter than it said. The file is as it was.
            DownloadError: It has no body, is too large, or cannot be written. The file is as it was.
            ConfigurationError: An argument cannot be used.
        """
        from ._streaming.storing import Storing  # for files only

        storing = Storing(self._operation, path, max_bytes)
        async with self:
            return await storing.astore(self, self._source)

    async def aclose(self) -> None:
        """Give the connection back, or close it. Closing twice does nothing."""
        await self._source.aclose()

    async def __aenter__(self) -> Self:
        await self._source.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._operation}, {self._source.received} bytes>"
