"""Stores an answer in a file as it comes, whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterable, Iterable
from functools import partial
from pathlib import Path
from typing import Final

from .._checks import is_count
from .._download.sink import Sink, no_file
from ..errors import ConfigurationError, DownloadError
from .source import AsyncSource, Source

_AT_ONCE: Final = 256 * 1024
"""Bytes that are gathered before a thread writes them."""


class Storing:
    """One file to come, checked before anything is asked of the service.

    Args:
        operation: Public name, for errors.
        path: The file to write.
        max_bytes: Largest acceptable size in bytes, or None.

    Raises:
        ConfigurationError: An argument cannot be used.
    """

    def __init__(self, operation: str, path: str | os.PathLike[str], max_bytes: int | None) -> None:
        self._path = Path(path)
        if max_bytes is not None and not is_count(max_bytes):
            raise ConfigurationError(f"{operation}: max_bytes must be an integer from 1, or None; got {max_bytes!r}.")
        if "\0" in str(path):
            raise ConfigurationError(f"{operation}: path must not hold a NUL character; got {str(path)!r}.")
        if problem := no_file(self._path):
            raise ConfigurationError(f"{operation}: {self._path} {problem}.")
        self._largest = sys.maxsize if max_bytes is None else max_bytes

    def store(self, chunks: Iterable[bytes], source: Source) -> Path:
        """Write the parts of an answer.

        Args:
            chunks: The parts.
            source: Where they come from, which is open.

        Raises:
            StreamError: The answer broke off.
            DownloadError: It has no body, is too large, or cannot be written.
        """
        sink = self._sink(source)
        failure: DownloadError
        try:
            sink.open()
            for chunk in chunks:
                sink.write(chunk)
            return sink.commit()
        except OSError as error:
            failure = self._unwritten(error, source)
        finally:
            sink.discard()
        raise failure

    async def astore(self, chunks: AsyncIterable[bytes], source: AsyncSource) -> Path:
        """Write the parts of an answer without blocking the event loop.

        Args:
            chunks: The parts.
            source: Where they come from, which is open.

        Raises:
            StreamError: The answer broke off.
            DownloadError: It has no body, is too large, or cannot be written.
        """
        from anyio import to_thread  # comes with httpx

        sink, gathered = self._sink(source), bytearray()
        failure: DownloadError
        try:
            await to_thread.run_sync(sink.open)
            async for chunk in chunks:
                gathered += chunk
                if len(gathered) >= _AT_ONCE:
                    await to_thread.run_sync(sink.write, bytes(gathered))
                    gathered.clear()
            await to_thread.run_sync(sink.write, bytes(gathered))
            return await to_thread.run_sync(sink.commit)
        except OSError as error:
            failure = self._unwritten(error, source)
        finally:
            sink.discard()
        raise failure

    def _sink(self, source: Source | AsyncSource) -> Sink:
        if source.is_bare:
            raise _error(source, f"the answer ({source.head.status}) has no body, so nothing was stored")
        return Sink(self._path, self._largest, b"", b"", partial(_error, source))

    def _unwritten(self, error: OSError, source: Source | AsyncSource) -> DownloadError:
        return _error(source, f"{self._path} cannot be written: {error.strerror or type(error).__name__}")


def _error(source: Source | AsyncSource, message: str) -> DownloadError:
    head = source.head
    operation = head.operation
    return DownloadError(
        message,
        status=head.status,
        operation=operation.name,
        method=operation.method,
        url=head.url,
        elapsed=head.elapsed,
        attempts=head.attempts,
    )
