"""Puts guarded streams into the connection pools of a client of httpx, or of a library with its interface."""

# ruff: noqa: ASYNC109 - the timeouts are part of the interface of httpcore
from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final, cast

from ._streams import AsyncGuardedStream, GuardedStream
from ._time_left import bounded, is_limited

_CORES: Final = {"httpx": "httpcore", "httpx2": "httpcore2"}
_DEPTH: Final = 4
"""How many transports may lie around the one that has the pool."""


def guard(library: str, client: Any) -> None:
    """Let the pools of a client make guarded connections from now on. Doing it again does nothing.

    Args:
        library: Name of the HTTP library.
        client: The client. Transports without a pool of httpcore stay as they are.
    """
    if library not in _CORES:
        return
    core = import_module(_CORES[library])
    mounts: dict[Any, Any] = getattr(client, "_mounts", {})
    for transport in (getattr(client, "_transport", None), *mounts.values()):
        for pool in _pools(core, transport, _DEPTH):
            backend = pool._network_backend  # noqa: SLF001 - httpx has no argument for it
            if isinstance(pool, core.AsyncConnectionPool):
                if not isinstance(backend, AsyncGuardedBackend):
                    shared = pool._http2 and not pool._http1  # noqa: SLF001 - as above
                    pool._network_backend = AsyncGuardedBackend(core, backend, multiplexed=shared)  # noqa: SLF001
            elif not isinstance(backend, GuardedBackend):
                pool._network_backend = GuardedBackend(core, backend)  # noqa: SLF001 - as above


def _pools(core: Any, transport: Any, depth: int) -> Iterator[Any]:
    if isinstance(transport, core.ConnectionPool | core.AsyncConnectionPool):
        if hasattr(transport, "_network_backend"):
            yield transport
    elif depth and hasattr(transport, "__dict__"):
        parts = cast("dict[str, object]", vars(transport))
        for part in list(parts.values()):
            if hasattr(type(part), "handle_request") or hasattr(type(part), "handle_async_request"):
                yield from _pools(core, part, depth - 1)


class GuardedBackend:
    """Opens connections, each step of which ends by the time that the call has left.

    Args:
        core: httpcore, or a library with its interface.
        backend: What opens them.
    """

    def __init__(self, core: Any, backend: Any) -> None:
        self._core = core
        self._backend = backend

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **options: Any) -> GuardedStream:
        """Connect to a host, by whichever of its addresses answers."""
        addresses = self._addresses(host, port, timeout) if is_limited() else [host]
        failure: Exception = self._core.ConnectError("the host has no address")
        for index, address in enumerate(addresses):
            left = bounded(timeout, self._core.ConnectTimeout)
            # Or the first address could use up the time of all.
            share = None if left is None else left / (len(addresses) - index)
            try:
                stream = self._backend.connect_tcp(address, port, timeout=share, **options)
            except (self._core.ConnectError, self._core.ConnectTimeout) as error:
                failure = error
            else:
                return GuardedStream(self._core, stream)
        raise failure

    def connect_unix_socket(self, path: str, timeout: float | None = None, **options: Any) -> GuardedStream:
        """Connect to a socket of this machine."""
        left = bounded(timeout, self._core.ConnectTimeout)
        return GuardedStream(self._core, self._backend.connect_unix_socket(path, timeout=left, **options))

    def sleep(self, seconds: float) -> None:
        """Wait between two attempts to connect."""
        self._backend.sleep(bounded(seconds, self._core.ConnectTimeout))

    def _addresses(self, host: str, port: int, timeout: float | None) -> list[str]:
        """Resolve a name in a thread, because nothing can interrupt the resolver."""
        if _is_address(host):
            return [host]
        found: list[str] = []
        failures: list[Exception] = []

        def resolve() -> None:
            try:
                for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                    found.append(str(address[0]))
            except Exception as error:  # noqa: BLE001 - raised below, in the thread that asked
                failures.append(error)

        thread = threading.Thread(target=resolve, daemon=True)
        thread.start()
        thread.join(bounded(timeout, self._core.ConnectTimeout))
        if thread.is_alive():
            raise self._core.ConnectTimeout("the name was not resolved in time")
        if not failures:
            return list(dict.fromkeys(found))
        if isinstance(failures[0], OSError):
            raise self._core.ConnectError(str(failures[0]))
        raise failures[0]


class AsyncGuardedBackend:
    """Opens connections that hear an early answer.

    Args:
        core: httpcore, or a library with its interface.
        backend: What opens them.
        multiplexed: Whether calls share a connection from its beginning.
    """

    def __init__(self, core: Any, backend: Any, *, multiplexed: bool) -> None:
        self._core = core
        self._backend = backend
        self._multiplexed = multiplexed

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, **options: Any
    ) -> AsyncGuardedStream:
        """Connect to a host."""
        stream = await self._backend.connect_tcp(host, port, timeout=timeout, **options)
        return AsyncGuardedStream(self._core, stream, multiplexed=self._multiplexed)

    async def connect_unix_socket(self, path: str, timeout: float | None = None, **options: Any) -> AsyncGuardedStream:
        """Connect to a socket of this machine."""
        stream = await self._backend.connect_unix_socket(path, timeout=timeout, **options)
        return AsyncGuardedStream(self._core, stream, multiplexed=self._multiplexed)

    async def sleep(self, seconds: float) -> None:
        """Wait between two attempts to connect."""
        await self._backend.sleep(seconds)


def _is_address(host: str) -> bool:
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, host)
        except (OSError, UnicodeError):
            continue
        return True
    return False
