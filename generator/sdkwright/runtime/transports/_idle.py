"""Closes connections of aiohttp that received something while they were idle, instead of using them again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final
from weakref import WeakKeyDictionary

from .._api import NAME
from ._readable import Readable

try:
    import aiohttp
    from aiohttp.connector import Connection
except ImportError:
    raise ImportError(f"This transport needs aiohttp: pip install '{NAME}[aiohttp]'.") from None

BUILDS_ON: Final = ("_api.NAME",)


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
        self._used: WeakKeyDictionary[Any, Readable] = WeakKeyDictionary()

    async def __call__(self, *args: Any, **options: Any) -> Connection:
        while True:
            connection = await self._connect(*args, **options)
            protocol = connection.protocol
            readable = self._used.get(protocol)
            if readable is None:
                # A new one holds nothing of another call, but may hold tickets of TLS.
                self._used[protocol] = _readable(connection)
                return connection
            if not (protocol is None or protocol.should_close or readable.now()):
                return connection
            connection.close()


def _readable(connection: Connection) -> Readable:
    transport = connection.transport
    return Readable(None if transport is None else transport.get_extra_info("socket"))
