"""Sends through httpx2, the successor of httpx, which needs the extra `httpx2`.

It verifies certificates with the operating system's trust store, where httpx uses certifi's.
"""

from __future__ import annotations

from typing import Final, cast

import httpx

from .._api import NAME
from ._httpx import AsyncHttpxTransport, HttpxTransport

try:
    import httpx2
except ImportError:
    raise ImportError(f"This transport needs httpx2: pip install '{NAME}[httpx2]'.") from None

BUILDS_ON: Final = ("_api.NAME",)


class Httpx2Transport(HttpxTransport):
    """Sends through a synchronous httpx2 client.

    Args:
        http_client: A client of your own, which stays open when this is closed; None for a new one.

    Raises:
        ConfigurationError: `http_client` is not an `httpx2.Client`.
    """

    _library = httpx2

    def __init__(self, http_client: httpx2.Client | None = None) -> None:
        # httpx2 keeps the interface of httpx, which is the one that is written down here.
        super().__init__(cast("httpx.Client | None", http_client))


class AsyncHttpx2Transport(AsyncHttpxTransport):
    """Sends through an asynchronous httpx2 client.

    Args:
        http_client: A client of your own, which stays open when this is closed; None for a new one.

    Raises:
        ConfigurationError: `http_client` is not an `httpx2.AsyncClient`.
    """

    _library = httpx2

    def __init__(self, http_client: httpx2.AsyncClient | None = None) -> None:
        super().__init__(cast("httpx.AsyncClient | None", http_client))
