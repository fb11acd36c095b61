"""Clients that keep no cookies: the service needs none, and a jar that is never emptied grows with each answer."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=8)
def without_cookies(cookies: Any, kind: Any) -> Any:
    """Return a class of clients that takes no cookie from any answer.

    A jar that keeps nothing would do as well. The client makes a request and an answer of `urllib` for it though, which
    is a fifth of a small call.

    Args:
        cookies: The library's class of cookies.
        kind: Its class of clients.
    """
    ignored = type(cookies.__name__, (cookies,), {"extract_cookies": _ignore, "set_cookie_header": _ignore})()
    return type(kind.__name__, (kind,), {"cookies": property(lambda _: ignored)})


def _ignore(_cookies: Any, _message: Any) -> None:
    """Neither keep nor send one."""
