"""Fetches a token through the client's own transport, and says what went wrong where there is none."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from typing import Final

from .._http.headers import request_id, retry_after
from .._names.errors import SDKError
from .._redaction.frames import empty_frames
from .._redaction.values import redact
from ..clock import Clock
from ..errors import AuthenticationError, status_error_type
from ..options import RetryPolicy
from ..transports._contract import Request, Response, TransportError, is_success
from .oauth2 import Fresh, Grant
from .waiting import Waiting

BUILDS_ON: Final = ("_names.errors.SDKError",)

_MAX_BODY: Final = 1024 * 1024
"""Bytes of an endpoint's answer that are read."""
_REDIRECT: Final = 3
_SERVER_ERROR: Final = 500
_TOO_MANY: Final = 429


class Fetcher:
    """Asks token endpoints, for one client.

    Args:
        clock: What repetitions go by.
        retry: How long to wait before a request is repeated.
        owns: Whether a URL is the service's own.
        hide: Takes the credentials out of a text.
    """

    def __init__(
        self, clock: Clock, retry: RetryPolicy, owns: Callable[[str], bool], hide: Callable[[bytes], bytes]
    ) -> None:
        self._clock = clock
        self._retry = retry
        self._owns = owns
        self._hide = hide

    def fetch(self, call: Waiting, grant: Grant, send: Callable[[Request], Response]) -> Fresh:
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
            request = self._request(call, grant)
            outcome: Response | TransportError
            try:
                outcome = send(request)
            except TransportError as error:
                outcome = error
            except BaseException as error:
                empty_frames(error, handled)
                raise
            delay = self._delay(call, grant, outcome, tries)
            if delay is None:
                # Outside the handler: the context of an error would hold frames with the signed request.
                return self._read(call, grant, outcome)
            tries += 1
            self._clock.sleep(delay)

    async def afetch(self, call: Waiting, grant: Grant, send: Callable[[Request], Awaitable[Response]]) -> Fresh:
        """Return a token, for an async client, as `fetch` does.

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
            request = self._request(call, grant)
            outcome: Response | TransportError
            try:
                outcome = await send(request)
            except TransportError as error:
                outcome = error
            except BaseException as error:
                empty_frames(error, handled)
                raise
            delay = self._delay(call, grant, outcome, tries)
            if delay is None:
                return self._read(call, grant, outcome)
            tries += 1
            await self._clock.asleep(delay)

    def _request(self, call: Waiting, grant: Grant) -> Request:
        if call.has_deadline and call.remaining() <= 0:
            raise call.late()
        headers = grant.headers() | {"user-agent": call.settings.headers.get("user-agent", "")}
        content = grant.content()
        timeout = call.start_attempt()
        return Request(
            call.operation.name,
            "POST",
            grant.url,
            headers,
            content,
            timeout=timeout,
            remaining=None if timeout is None else call.attempt_left,
            max_body=_MAX_BODY,
            max_error_body=_MAX_BODY,
            pool_timeout=call.pool_timeout(),
            on_restart=call.start_attempt,
            # What a caller's own connections add to requests is for the service alone.
            elsewhere=not self._owns(grant.url),
        )

    def _delay(self, call: Waiting, grant: Grant, outcome: Response | TransportError, tries: int) -> float | None:
        """Seconds to wait before the endpoint is asked again, or None if it is not."""
        if tries >= call.settings.max_retries:
            return None
        after = None
        if isinstance(outcome, Response):
            if outcome.status != _TOO_MANY and outcome.status < _SERVER_ERROR:
                return None
            after = retry_after(outcome.headers, self._clock.time())
            may = grant.repeatable or outcome.status == _TOO_MANY
        else:
            may = outcome.usable and not outcome.waiting and (grant.repeatable or not outcome.sent)
        delay = self._retry.delay(tries, after) if may else None
        return None if delay is not None and call.has_deadline and call.remaining() <= delay else delay

    def _read(self, call: Waiting, grant: Grant, outcome: Response | TransportError) -> Fresh:
        if isinstance(outcome, TransportError):
            raise call.failure(outcome, token_url=grant.url)
        if outcome.status // 100 == _REDIRECT:
            said = "the token endpoint redirects, and a secret follows no redirect"
            raise self._refused(call, grant, outcome, said)
        found = None if outcome.defect else grant.read(outcome.body, accepted=is_success(outcome.status))
        if isinstance(found, Fresh):
            return found
        # Hidden before any local holds it, because a traceback may show those.
        said = str(outcome.defect) if found is None else self._hidden_text(grant, str(found))
        code = "" if found is None else self._hidden_text(grant, found.error)
        raise self._refused(call, grant, outcome, f"no access token: {said}", code)

    def _refused(self, call: Waiting, grant: Grant, outcome: Response, detail: str, code: str = "") -> SDKError:
        status = outcome.status
        kind = status_error_type(status) if status >= _SERVER_ERROR or status == _TOO_MANY else AuthenticationError
        named = request_id(outcome.headers)
        error = kind(
            status=status,
            detail=detail,
            request_id=None if named is None else self._hidden_text(grant, named),
            # A success that is none may hold a token that nobody knows to hide.
            body=b"" if is_success(status) else self._hidden(grant, outcome.body),
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

    def _hidden_text(self, grant: Grant, text: str) -> str:
        return self._hidden(grant, text.encode("utf-8", "replace")).decode("utf-8", "replace")

    def _hidden(self, grant: Grant, text: bytes) -> bytes:
        return redact(self._hide(text), grant.secrets())
