"""The seam between the request core and what moves the bytes: one signed request out, one bounded answer back.

`HttpxTransport` and `AsyncHttpxTransport` are the default. `Httpx2Transport`, `AsyncHttpx2Transport` and
`AiohttpTransport` need the extras `httpx2` and `aiohttp`. A transport of one's own has the methods of
`Transport` or `AsyncTransport` and keeps their contract: it sends once, follows no redirect, adds no credentials or
cookies, reads no more than `Request.max_body` bytes, and raises `TransportError` alone. It may also have a method
`open`, which returns a 2xx answer as soon as its head has arrived, and any other answer whole; without it, answers that
are read in parts come in one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .._lazy import available, lazy_attribute
from ._contract import AsyncOpened as AsyncOpened
from ._contract import AsyncTransport as AsyncTransport
from ._contract import Opened as Opened
from ._contract import Request as Request
from ._contract import Response as Response
from ._contract import Stream as Stream
from ._contract import Transport as Transport
from ._contract import TransportError as TransportError

if TYPE_CHECKING:
    from ._aiohttp import AiohttpTransport as AiohttpTransport
    from ._httpx import AsyncHttpxTransport as AsyncHttpxTransport
    from ._httpx import HttpxTransport as HttpxTransport
    from ._httpx2 import AsyncHttpx2Transport as AsyncHttpx2Transport
    from ._httpx2 import Httpx2Transport as Httpx2Transport

    # For what reads the source; `__getattr__` gives what can be imported.
    __all__ = [
        "AiohttpTransport",
        "AsyncHttpx2Transport",
        "AsyncHttpxTransport",
        "AsyncOpened",
        "AsyncTransport",
        "Httpx2Transport",
        "HttpxTransport",
        "Opened",
        "Request",
        "Response",
        "Stream",
        "Transport",
        "TransportError",
    ]

_HERE: Final = (
    "AsyncOpened",
    "AsyncTransport",
    "Opened",
    "Request",
    "Response",
    "Stream",
    "Transport",
    "TransportError",
)
# Each of these imports an HTTP library.
_HOMES: Final = {
    "AiohttpTransport": "._aiohttp",
    "AsyncHttpx2Transport": "._httpx2",
    "AsyncHttpxTransport": "._httpx",
    "Httpx2Transport": "._httpx2",
    "HttpxTransport": "._httpx",
}


def __getattr__(name: str) -> Any:
    return available(__name__, (*_HERE, *_HOMES)) if name == "__all__" else lazy_attribute(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, "__all__"})
