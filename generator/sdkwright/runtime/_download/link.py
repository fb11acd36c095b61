"""Splits and redacts a link that carries a token."""

from __future__ import annotations

import contextlib
from functools import lru_cache
from typing import Any, Final, cast
from urllib.parse import SplitResult, urlsplit

from .._lazy import httpx

AROUND: Final = "".join(map(chr, range(0x21)))
"""What may stand around a URL: blanks and control characters, as in the URL standard."""


def split_link(url: str) -> SplitResult | None:
    """Return the parts of a link, or None when it is not a URL.

    Args:
        url: The link.
    """
    # The exception quotes the URL, so it must not become the context of ours.
    with contextlib.suppress(ValueError):
        return urlsplit(url)
    return None


def redact_link(url: str) -> str:
    """Return a link with `***` in place of its path and query, which may hold the token.

    Args:
        url: The link, or empty text for none.
    """
    if not url:
        return ""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/***"


def quiet(library: Any, url: httpx.URL) -> httpx.URL:
    """Return the same URL in a form that prints its origin only: httpx logs what it requests.

    Args:
        library: The library of the URL.
        url: The URL.
    """
    return cast("httpx.URL", _quiet_class(library)(url))


@lru_cache(maxsize=4)
def _quiet_class(library: Any) -> Any:
    base: Any = library.URL

    def __str__(self: object) -> str:  # noqa: N807 - of the class below
        return redact_link(base.__str__(self))

    def __repr__(self: object) -> str:  # noqa: N807 - as above
        return f"URL({str(self)!r})"

    return type("QuietURL", (base,), {"__str__": __str__, "__repr__": __repr__})
