"""Where a redirect may lead."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from .hosts import is_host


def redirect_target(url: str, location: str, hide: Callable[[bytes], bytes]) -> str | None:
    """Return the URL that a redirect leads to, or None if it may not be followed.

    Args:
        url: What was asked.
        location: What the answer's header says.
        hide: Takes the credentials out of what the service says.
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
    if hide(target.encode()) != target.encode():
        # Whoever quotes the credentials in an address would have them sent there.
        return None
    return parts.scheme + target[len(parts.scheme) :]
