"""What a client tells of its requests, to hooks and to a logger: no secret, no personal data."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from msgspec import Struct

from ._api import NAME
from .errors import Outcome

__all__ = ["LOGGER", "RequestEvent", "RequestHook", "ResponseEvent", "ResponseHook"]

BUILDS_ON: Final = ("_api.NAME",)

E = TypeVar("E")

if TYPE_CHECKING:
    import logging

    LOGGER: Final = logging.getLogger(f"{NAME}.requests")
    """The logger `requests` of this package. INFO: a line for each call and each repetition. DEBUG: also a line for
    each attempt that begins."""


@cache
def logger() -> logging.Logger:
    """Return `LOGGER`. To import logging costs a tenth of what importing the package does, and calls import it."""
    import logging

    return logging.getLogger(f"{NAME}.requests")


def __getattr__(name: str) -> Any:
    if name == "LOGGER":
        return logger()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), "LOGGER"})


class RequestEvent(Struct, frozen=True, kw_only=True):
    """An attempt is about to be sent.

    Args:
        operation: Public name of the operation, such as `orders.get`.
        method: HTTP method.
        url: Where it goes, without the values of the query.
        attempt: Which attempt of the call it is, from 1.
        headers: What is sent besides the credentials, which are added afterwards. A hook may add to it, such as a
            `traceparent`.
    """

    operation: str
    method: str
    url: str
    attempt: int
    headers: dict[str, str]

    def __repr__(self) -> str:
        return f"RequestEvent({self.operation!r}, {self.method} {self.url}, attempt={self.attempt})"


class ResponseEvent(Struct, frozen=True, kw_only=True):
    """An attempt was answered or has failed.

    Args:
        operation: Public name of the operation.
        method: HTTP method.
        url: Where it went, without the values of the query.
        attempt: Which attempt of the call it was, from 1.
        elapsed: Seconds that the attempt took.
        status: HTTP status, or None when no complete answer arrived.
        request_id: The service's identifier of the call, if it sent one.
        error: Why no complete answer arrived, or None.
        retry_in: Seconds until the next attempt, or None when this was the last.
        outcome: Whether the service carried out what a failed attempt asked for: `not_sent`, `refused` or `unknown`.
            None for a 2xx, which is judged when its body is read.
    """

    operation: str
    method: str
    url: str
    attempt: int
    elapsed: float
    status: int | None
    request_id: str | None
    error: str | None
    retry_in: float | None
    outcome: Outcome | None = None


RequestHook: TypeAlias = Callable[[RequestEvent], None]
"""Called before each attempt. It must not block; what it raises is logged and ignored."""

ResponseHook: TypeAlias = Callable[[ResponseEvent], None]
"""Called after each attempt. It must not block; what it raises is logged and ignored."""


def call_hook(hook: Callable[[E], None], event: E) -> None:
    """Call a hook, whose failure must not cost an answer that may not be asked for again.

    Args:
        hook: What to call.
        event: What to call it with.
    """
    try:
        hook(event)
    except Exception:  # noqa: BLE001 - it is logged
        logger().exception("a hook failed and was ignored")


def log_outcome(event: ResponseEvent, path: str) -> None:
    """Write one line on an attempt, at INFO.

    Args:
        event: What happened.
        path: Path of the request, which holds no ids here: the service takes them in the query.
    """
    said = event.status if event.error is None else f"failed ({event.error})"
    then = "" if event.retry_in is None else f"; trying again in {event.retry_in:.3f} s"
    outcome = "" if event.outcome is None else f", outcome {event.outcome}"
    logger().info(
        "%s %s %s in %.3f s (%s, attempt %d%s)%s",
        event.method,
        path,
        said,
        event.elapsed,
        event.operation,
        event.attempt,
        outcome,
        then,
    )
