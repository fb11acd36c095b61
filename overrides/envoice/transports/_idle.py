"""Closes connections of aiohttp that received something while they were idle, instead of using them again."""

from __future__ import annotations

import select
import socket
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from weakref import WeakSet

try:
    import aiohttp
    from aiohttp.connector import Connection
except ImportError:
    raise ImportError("This transport needs aiohttp: pip install 'envoice[aiohttp]'.") from None


def guard_idle(connector: aiohttp.BaseConnector | None) -> None:
    """Let a connector give out no connection that has received something while idle. Doing it again does nothing.

    Args:
        connector: The connector, of ours or of the caller's; None is that of a closed session.
    """
    if connector is not None and not isinstance(connector.connect, _Connect):
        # A connector of the caller's making may have no room for it.
        with suppress(AttributeError):
            setattr(connector, "connect", _Connect(connector.connect))  # noqa: B010 - a method is not to be assigned to


class _Connect:
    """In place of a connector's `connect`."""

    __slots__ = ("_connect", "_used")

    def __init__(self, connect: Callable[..., Awaitable[Connection]]) -> None:
        self._connect = connect
        self._used: WeakSet[Any] = WeakSet()

    async def __call__(self, *args: Any, **options: Any) -> Connection:
        while True:
            connection = await self._connect(*args, **options)
            protocol = connection.protocol
            if protocol not in self._used:
                # A new one holds nothing of another call, but may hold tickets of TLS.
                self._used.add(protocol)
                return connection
            if not _has_received(connection):
                return connection
            connection.close()


def _has_received(connection: Connection) -> bool:
    """Return whether there is anything to read, be it the end of the connection."""
    protocol, transport = connection.protocol, connection.transport
    if protocol is None or transport is None or protocol.should_close:
        return True
    opened: Any = transport.get_extra_info("socket")
    if opened is None or opened.fileno() < 0:
        return True
    return _is_readable(opened)


def _is_readable(opened: socket.socket) -> bool:
    if sys.platform == "win32" or not hasattr(select, "poll"):
        return bool(select.select([opened], [], [], 0)[0])
    poll = select.poll()
    poll.register(opened, select.POLLIN)
    return bool(poll.poll(0))
