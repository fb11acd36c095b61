"""Tells a client's hooks and the log of each attempt. What a hook raises is logged, and what it adds is checked."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, Final

from .._http.headers import request_id
from .._http.operation import Operation
from ..errors import ConfigurationError, Outcome, outcome_of_status, public_url
from ..events import RequestEvent, RequestHook, ResponseEvent, ResponseHook, call_hook, log_outcome, logger
from ..options import checked_headers
from ..transports._contract import Response, TransportError, is_success

_DEBUG: Final = logging.DEBUG
_INFO: Final = logging.INFO


def notify_request(
    operation: Operation[Any], hook: RequestHook | None, url: str, attempt: int, headers: dict[str, str]
) -> dict[str, str]:
    """Log an attempt and call the request hook. Return the headers to sign, which the hook cannot change.

    Args:
        operation: What is called.
        hook: The client's hook, or None.
        url: Where it goes, as it may be shown.
        attempt: Which attempt it is, from 1.
        headers: What is sent besides the credentials.
    """
    if logger().isEnabledFor(_DEBUG):
        logger().debug("%s %s (%s, attempt %d)", operation.method, operation.path, operation.name, attempt)
    if hook is None:
        return headers
    event = RequestEvent(
        operation=operation.name,
        method=operation.method,
        url=public_url(url),
        attempt=attempt,
        headers=dict(headers),
    )
    call_hook(hook, event)
    return _with_added(headers, event.headers)


def notify_response(
    operation: Operation[Any],
    hook: ResponseHook | None,
    outcome: Response | TransportError,
    *,
    url: str,
    attempt: int,
    elapsed: float,
    retry_in: float | None,
) -> None:
    """Log how an attempt went and call the response hook.

    Args:
        operation: What was called.
        hook: The client's hook, or None.
        outcome: The answer, or why there is none.
        url: Where it went, as it may be shown.
        attempt: Which attempt it was, from 1.
        elapsed: Seconds that it took.
        retry_in: Seconds until the next, or None if there is none.
    """
    if hook is None and not logger().isEnabledFor(_INFO):
        return
    answer = outcome if isinstance(outcome, Response) else None
    event = ResponseEvent(
        operation=operation.name,
        method=operation.method,
        url=public_url(url),
        attempt=attempt,
        elapsed=elapsed,
        status=None if answer is None else answer.status,
        request_id=None if answer is None else request_id(answer.headers),
        error=outcome.reason if isinstance(outcome, TransportError) else None,
        retry_in=retry_in,
        outcome=outcome_of(outcome),
    )
    if logger().isEnabledFor(_INFO):
        log_outcome(event, operation.path)
    if hook is not None:
        call_hook(hook, event)


def outcome_of(outcome: Response | TransportError) -> Outcome | None:
    """Return whether an attempt was carried out; None for a 2xx, whose body decides.

    Args:
        outcome: The answer, or why there is none.
    """
    if isinstance(outcome, Response):
        return None if is_success(outcome.status) else outcome_of_status(outcome.status)
    return "unknown" if outcome.sent else "not_sent"


def _with_added(headers: dict[str, str], seen: Mapping[str, str]) -> dict[str, str]:
    """Return the headers with those that a hook added, unless they are reserved or cannot be sent."""
    merged = dict(headers)
    for name, text in seen.items():
        if headers.get(name) == text:
            continue
        try:
            merged.update((key, value) for key, value in checked_headers({name: text}).items() if value is not None)
        except ConfigurationError as error:
            logger().error("a header that a request hook added was ignored: %s", error)
    return merged
