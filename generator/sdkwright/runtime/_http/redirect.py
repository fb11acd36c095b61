"""Where a redirect may lead."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from .hosts import is_host


def redirect_target(url: str, location: str, redact: Callable[[bytes], bytes]) -> str | None:
    """Return the URL that a redirect leads to, or None if it may not be followed.

    Args:
        url: URL of the request.
        location: The `Location` header of the answer.
        redact: Replaces the credentials in a text of the service.
    """
    try:
        target = urljoin(url, location)
        parts = urlsplit(target)
        port = parts.port
    except ValueError:
        return None
    downgrade = url.startswith("https:") and parts.scheme != "https"
    if parts.scheme not in {"http", "https"} or downgrade or port == 0 or not is_host(parts.hostname or ""):
        return None
    if parts.username is not None or not target.isascii() or not target.isprintable():
        return None
    if redact(target.encode()) != target.encode():
        # Following an address that quotes the credentials would send them there.
        return None
    return parts.scheme + target[len(parts.scheme) :]
