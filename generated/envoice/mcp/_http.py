"""The server over HTTP: on this machine alone, unless a token is asked for, and for the hosts that are meant."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from typing import Any, Final

from mcp.server.lowlevel import Server
from mcp.server.transport_security import TransportSecuritySettings

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
"""The addresses to which only this machine can connect."""

ANYWHERE: Final = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - to tell them
"""The addresses that stand for all of a machine's own."""

PATH: Final = "/mcp"
"""Where clients connect to."""


def application(server: Server[Any], host: str, hosts: Iterable[str], token: str | None) -> Any:
    """Return the server as an ASGI application.

    Args:
        server: What answers.
        host: The address that it is bound to.
        hosts: The names by which clients know it, besides.
        token: What clients must send; None for nothing.
    """
    names = [*hosts, *(LOOPBACK if host in LOOPBACK else {host} - ANYWHERE)]
    written = sorted({f"[{name}]" if ":" in name and not name.startswith("[") else name for name in names})
    allowed = [form for name in written for form in (name, f"{name}:*")]
    origins = [f"{scheme}://{form}" for scheme in ("http", "https") for form in allowed]
    security = TransportSecuritySettings(allowed_hosts=allowed, allowed_origins=origins)
    app = server.streamable_http_app(streamable_http_path=PATH, transport_security=security, host=host)
    return app if token is None else _Guarded(app, token)


class _Guarded:
    """Lets in only who has the token."""

    def __init__(self, app: Any, token: str) -> None:
        self._app = app
        self._expected = f"Bearer {token}".encode()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer a request."""
        if scope["type"] == "http":
            given = dict(scope["headers"]).get(b"authorization", b"")
            if not hmac.compare_digest(given, self._expected):
                headers = [(b"www-authenticate", b"Bearer"), (b"content-type", b"text/plain")]
                await send({"type": "http.response.start", "status": 401, "headers": headers})
                await send({"type": "http.response.body", "body": b"A token is needed, as Authorization: Bearer.\n"})
                return
        await self._app(scope, receive, send)
