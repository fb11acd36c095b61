"""Fetches a token through the client's own transport, and says what went wrong where there is none."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import Any, Final

from .._http.headers import request_id, retry_after
from .._names.errors import SDKError
from .._redaction.frames import empty_frames
from .._redaction.values import redact
from .._security.oauth2 import Fresh, Grant
from ..errors import AuthenticationError, status_error_type
from ..transports._contract import Request, Response, TransportError, is_success
from .call import CallState

BUILDS_ON: Final = ("_names.errors.SDKError",)

_MAX_BODY: Final = 1024 * 1024
"""Bytes of an endpoint's answer that are read."""
_REDIRECT: Final = 3
_SERVER_ERROR: Final = 500
_TOO_MANY: Final = 429


def fetched(call: CallState[Any], grant: Grant, send: Callable[[Request], Response]) -> Fresh:
    """Return a token, for a sync client.

    Args:
        call: The call that needs it.
        grant: How it is asked for.
        send: Sends a request.

    Raises:
        APIError: There is none.
        ConfigurationError: oauthlib is not installed, or the transport cannot be used any more.
    """
    handled = sys.exception()
    tries = 0
    while True:
        request = _request(call, grant)
        outcome: Response | TransportError
        try:
            outcome = send(request)
        except TransportError as error:
            outcome = error
        except BaseException as error:
            empty_frames(error, handled)
            raise
        delay = _delay(call, grant, outcome, tries)
        if delay is None:
            break
        tries += 1
        call.client.clock.sleep(delay)
    # Outside the handler: the context of an error would hold frames with the signed request.
    return _read(call, grant, outcome)


async def afetched(call: CallState[Any], grant: Grant, send: Callable[[Request], Awaitable[Response]]) -> Fresh:
    """Return a token, for an async client, as `fetched` does.

    Args:
        call: The call that needs it.
        grant: How it is asked for.
        send: Sends a request.

    Raises:
        APIError: There is none.
        ConfigurationError: oauthlib is not installed, or the transport cannot be used any more.
    """
    handled = sys.exception()
    tries = 0
    while True:
        request = _request(call, grant)
        outcome: Response | TransportError
        try:
            outcome = await send(request)
        except TransportError as error:
            outcome = error
        except BaseException as error:
            empty_frames(error, handled)
            raise
        delay = _delay(call, grant, outcome, tries)
        if delay is None:
            break
        tries += 1
        await call.client.clock.asleep(delay)
    return _read(call, grant, outcome)


def _request(call: CallState[Any], grant: Grant) -> Request:
    if call.has_deadline and call.remaining() <= 0:
        raise call.late()
    headers = grant.headers() | {"user-agent": call.settings.headers.get("user-agent", "")}
    timeout = call.start_attempt()
    return Request(
        call.operation.name,
        "POST",
        grant.url,
        headers,
        grant.content(),
        timeout=timeout,
        remaining=None if timeout is None else call.attempt_left,
        max_body=_MAX_BODY,
        max_error_body=_MAX_BODY,
        pool_timeout=call.pool_timeout(),
        on_restart=call.start_attempt,
        # What a caller's own connections add to requests is for the service alone.
        elsewhere=not call.client.owns(grant.url),
    )


def _delay(call: CallState[Any], grant: Grant, outcome: Response | TransportError, tries: int) -> float | None:
    """Seconds to wait before the endpoint is asked again, or None if it is not."""
    if tries >= call.settings.max_retries:
        return None
    after = None
    if isinstance(outcome, Response):
        if outcome.status != _TOO_MANY and outcome.status < _SERVER_ERROR:
            return None
        after = retry_after(outcome.headers, call.client.clock.time())
        may = grant.repeatable or outcome.status == _TOO_MANY
    else:
        may = outcome.usable and not outcome.waiting and (grant.repeatable or not outcome.sent)
    delay = call.client.retry.delay(tries, after) if may else None
    return None if delay is not None and call.has_deadline and call.remaining() <= delay else delay


def _read(call: CallState[Any], grant: Grant, outcome: Response | TransportError) -> Fresh:
    if isinstance(outcome, TransportError):
        raise call.failure(outcome, url=grant.url, method="POST", what="no access token could be fetched: ")
    if outcome.status // 100 == _REDIRECT:
        raise _refused(call, grant, outcome, "the token endpoint redirects, and a secret follows no redirect")
    found = None if outcome.defect else grant.read(outcome.body, accepted=is_success(outcome.status))
    if isinstance(found, Fresh):
        return found
    said = outcome.defect if found is None else str(found)
    error = _refused(call, grant, outcome, f"no access token: {said}", code=found.error if found is not None else "")
    raise error


def _refused(call: CallState[Any], grant: Grant, outcome: Response, detail: str, code: str = "") -> SDKError:
    hide = call.client.redact
    detail = redact(hide(detail.encode()), grant.secrets()).decode("utf-8", "replace")
    status = outcome.status
    kind = status_error_type(status) if status >= _SERVER_ERROR or status == _TOO_MANY else AuthenticationError
    error = kind(
        status=status,
        detail=detail,
        request_id=request_id(outcome.headers),
        body=redact(hide(outcome.body), grant.secrets()),
        # Of the operation itself, nothing was sent.
        outcome=call.unsent,
        operation=call.operation.name,
        method="POST",
        url=grant.url,
        elapsed=call.elapsed,
        attempts=max(call.attempts, 1),
    )
    if isinstance(error, AuthenticationError):
        error.error = code or None
    return error
