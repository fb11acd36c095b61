"""The options of a call under the names that callers know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import UNSET

from ..options import RequestOptions
from ._values import NotGiven, Omit

if TYPE_CHECKING:
    import httpx

Headers: TypeAlias = Mapping[str, str | Omit]
Query: TypeAlias = Mapping[str, object]
Body: TypeAlias = object
Timeout: TypeAlias = "float | httpx.Timeout | NotGiven | None"


def seconds(timeout: Any) -> Any:
    """Return seconds for an attempt: those that reading may take, of a `httpx.Timeout`; UNSET where none are given.

    Args:
        timeout: Seconds, None for no limit, or a `httpx.Timeout`.
    """
    if isinstance(timeout, NotGiven):
        return UNSET
    return timeout if timeout is None or isinstance(timeout, int | float) else timeout.read


def options(headers: Headers | None, timeout: Any) -> RequestOptions | None:
    """Return the options of one call; None where nothing is different for it.

    Args:
        headers: Further headers; `omit` takes one away.
        timeout: As for `seconds`.
    """
    found = {name: None if isinstance(text, Omit) else text for name, text in (headers or {}).items()}
    limit = seconds(timeout)
    return None if not found and limit is UNSET else RequestOptions(headers=found, timeout=limit)
