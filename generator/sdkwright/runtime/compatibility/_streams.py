"""Streams of items, under the names that callers know: iterators that are context managers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from ._errors import translated

T = TypeVar("T")


class Stream(Generic[T]):
    """Items as they come.

    Args:
        parts: What gives them.
    """

    def __init__(self, parts: Any) -> None:
        self._parts = parts

    @property
    def response(self) -> Any:
        """The answer that they stand in: its status and its headers once the first part has come."""
        return self._parts

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        with translated():
            item: T = next(self._parts)
            return item

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
    def response(self) -> Any:
        """The answer that they stand in: its status and its headers once the first part has come."""
        return self._parts

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        with translated():
            item: T = await anext(self._parts)
            return item

    async def close(self) -> None:
        """Close the connection."""
        await self._parts.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()
