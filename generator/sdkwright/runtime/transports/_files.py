"""The connections that bring files from behind links: made once for each client, and closed with it.

A file comes through the connections of the caller's `http_client`, with its proxies and certificates, or through some
of our own. Requests go to the connections, not to the client. So nothing that a client adds is sent along: no headers,
cookies, authentication or event hooks, and no cookie is kept.
"""

from __future__ import annotations

from typing import Any, cast

import httpx

from ._clients import Clients
from ._contract import Request
from ._logs import quieten
from ._loops import closed_client
from ._pool import PoolSlot


class _Files:
    """What both kinds share.

    Args:
        transport: What the client of the API sends through. If it has a client of the caller's, that is used.
        kind: Name of the library's class of clients.
    """

    def __init__(self, transport: object, kind: str) -> None:
        clients: Any = getattr(transport, "_clients", None)
        is_known = isinstance(cast("object", clients), Clients)
        self.library: Any = clients.library if is_known else httpx
        quieten(self.library)
        self._clients: Clients[Any] = Clients(self.library, kind, clients.given if is_known else None)

    def slot(self, client: Any, place: Request) -> PoolSlot:
        """Return the right to use a pool, to be entered for one request.

        Args:
            client: What `client` has returned.
            place: Where the request goes and how long it may wait.
        """
        return PoolSlot(self.library, client, place)


class Files(_Files):
    """The connections of a synchronous client.

    Args:
        transport: What the client of the API sends through.
    """

    def __init__(self, transport: object) -> None:
        super().__init__(transport, "Client")

    def client(self, place: Request) -> httpx.Client:
        """Return the client whose connections lead to a place.

        Args:
            place: Where the request goes.

        Raises:
            TransportError: It is closed, or cannot be set up.
        """
        client: httpx.Client = _opened(self._clients.suited(place))
        return client

    def send(self, client: httpx.Client, request: httpx.Request) -> httpx.Response:
        """Send one request and return its answer, to be read and closed.

        Args:
            client: What `client` has returned.
            request: What to send.
        """
        route: Any = client
        response: httpx.Response = route._transport_for_url(request.url).handle_request(request)  # noqa: SLF001 - see above
        response.request = request
        return response

    def close(self) -> None:
        """Close the connections, unless they are the caller's."""
        self._clients.close()


class AsyncFiles(_Files):
    """The connections of an asynchronous client.

    Args:
        transport: What the client of the API sends through.
    """

    def __init__(self, transport: object) -> None:
        super().__init__(transport, "AsyncClient")

    async def client(self, place: Request) -> httpx.AsyncClient:
        """Return the client whose connections lead to a place.

        Args:
            place: Where the request goes.

        Raises:
            TransportError: It is closed, cannot be set up, or belongs to another event loop.
        """
        self._clients.enter_loop()
        if not self._clients.is_made(place):
            from anyio import to_thread  # comes with httpx

            # Reading the certificates would block the loop.
            await to_thread.run_sync(self._clients.suited, place)
        client: httpx.AsyncClient = _opened(self._clients.suited(place))
        return client

    async def send(self, client: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
        """Send one request and return its answer, to be read and closed.

        Args:
            client: What `client` has returned.
            request: What to send.
        """
        route: Any = client
        connections = route._transport_for_url(request.url)  # noqa: SLF001 - see above
        response: httpx.Response = await connections.handle_async_request(request)
        response.request = request
        return response

    async def aclose(self) -> None:
        """Close the connections, unless they are the caller's."""
        await self._clients.aclose()


def _opened(client: Any) -> Any:
    if client.is_closed:
        raise closed_client()
    return client
