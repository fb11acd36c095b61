"""Base classes of the generated resources: a resource is a view of one client."""

from __future__ import annotations

from .._core.async_client import AsyncClient
from .._core.sync_client import SyncClient


class SyncResource:
    """Operations of one area, sent through a synchronous client.

    Args:
        client: The client that sends the requests.
    """

    __slots__ = ("_client",)

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"


class AsyncResource:
    """Operations of one area, sent through an asynchronous client.

    Args:
        client: The client that sends the requests.
    """

    __slots__ = ("_client",)

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"
