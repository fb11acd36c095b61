"""The seam between the request core and what moves the bytes: one signed request out, one bounded answer back.

`HttpxTransport` and `AsyncHttpxTransport` are the default. `Httpx2Transport`, `AsyncHttpx2Transport` and
`AiohttpTransport` need the extras `envoice[httpx2]` and `envoice[aiohttp]`. A transport of one's own has the methods of
`Transport` or `AsyncTransport` and keeps their contract: it sends once, follows no redirect, adds no credentials or
cookies, reads no more than `Request.max_body` bytes, and raises `TransportError` alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from ._contract import AsyncTransport, Request, Response, Transport, TransportError

if TYPE_CHECKING:
    from ._aiohttp import AiohttpTransport
    from ._httpx import AsyncHttpxTransport, HttpxTransport
    from ._httpx2 import AsyncHttpx2Transport, Httpx2Transport

__all__ = [
    "AiohttpTransport",
    "AsyncHttpx2Transport",
    "AsyncHttpxTransport",
    "AsyncTransport",
    "Httpx2Transport",
    "HttpxTransport",
    "Request",
    "Response",
    "Transport",
    "TransportError",
]

# Each of these imports an HTTP library.
_HOME: Final = {
    "AiohttpTransport": "._aiohttp",
    "AsyncHttpx2Transport": "._httpx2",
    "AsyncHttpxTransport": "._httpx",
    "Httpx2Transport": "._httpx2",
    "HttpxTransport": "._httpx",
}


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home, __name__), name)
    globals()[name] = value
    return value
