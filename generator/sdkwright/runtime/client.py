"""The clients of a neutral API, so that this code runs by itself. A package has a module of its own in its place."""

from ._core.async_client import AsyncClient
from ._core.sync_client import SyncClient

__all__ = ["AsyncThings", "Things"]


class Things(SyncClient):
    """A client that waits for each answer."""


class AsyncThings(AsyncClient):
    """A client for asyncio and trio, with the surface of `Things`."""
