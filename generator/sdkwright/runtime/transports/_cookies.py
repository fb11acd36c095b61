"""A jar that keeps no cookies: the service needs none, and a jar that is never emptied grows with each answer."""

from __future__ import annotations

from http.cookiejar import CookieJar
from typing import Any


class NoCookies(CookieJar):
    """Keeps no cookie of any answer."""

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Keep nothing.

        Args:
            response: An answer.
            request: What was sent.
        """
