"""One call from its first attempt to its outcome, without I/O: what to send next, when, and when to stop.

An operation is repeated only if that cannot do anything twice: it is idempotent, or the attempt provably never left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from .._http.headers import retry_after
from .._http.operation import Operation
from .._http.redirect import redirect_target
from .._http.url import origin
from .._lazy import lazy_module
from ..errors import MAX_ERROR_BODY
from ..events import logger
from ..options import Settings
from ..responses import RawResponse
from ..transports._contract import Request, Response, Stream, TransportError, is_success
from .signing import Signed
from .state import ClientState
from .timed import TimedCall

if TYPE_CHECKING:
    from .._http import media
    from . import notices
else:
    media, notices = lazy_module("._http.media"), lazy_module("._core.notices")
# Only a package carries it whose security needs it.
_hooked: Any = lazy_module("._core.hooked")

T = TypeVar("T")

MAX_BODY: Final = 64 * 1024 * 1024
"""Bytes of an answer that are read before it is refused."""

_MAX_REDIRECTS: Final = 5
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_UNAUTHORIZED: Final = 401
_TOO_MANY: Final = 429
# A server error may pass; "not implemented" and "version not supported" do not.
_TRANSIENT: Final = frozenset({408, 429, *range(500, 600)} - {501, 505})
_HARMLESS: Final = frozenset({"accept", "user-agent"})
_NO_HEADERS: Final[Mapping[str, str]] = {}
# As logging has them.
_DEBUG: Final = 10
_INFO: Final = 20


class BodyStream(Stream, Protocol):
    """A body that is read while it is sent, and what became of that."""

    @property
    def failure(self) -> Exception | None:
        """What the reading of it raised, or None."""
        ...

    def close(self) -> None:
        """Close what was opened to read it."""
        ...


class CallState(TimedCall[T]):
    """The state of one call.

    Args:
        client: What the call goes out on.
        settings: What was decided for this call.
        operation: What is called.
        url: Where it goes.
        content: Body, or None for none.
        content_type: Its media type.
        shown: The URL as it may be shown, where the path holds values; empty where it holds none.
        headers: What parameters put into the headers, by names in lower case.
    """

    __slots__ = (
        "_attempt_started",
        "_challenge",
        "_content",
        "_content_type",
        "_headers",
        "_hops",
        "_outcome",
        "_renewed",
        "_retries",
        "_retry_after",
        "_signed",
        "_start",
    )

    def __init__(
        self,
        client: ClientState[Any],
        settings: Settings,
        operation: Operation[T],
        url: str,
        content: bytes | BodyStream | None,
        content_type: str = "application/json",
        *,
        shown: str = "",
        headers: Mapping[str, str] = _NO_HEADERS,
    ) -> None:
        super().__init__(client, settings, operation, url, shown)
        self._start = url
        self._headers = headers
        self._content = content
        self._content_type = content_type
        self._retries = 0
        self._hops = 0
        self._renewed = False
        self._signed: Signed | None = None
        self._challenge: str | None = None
        self._outcome: Response | TransportError | None = None
        self._retry_after: float | None = None
        self._attempt_started = self._started

    def begin(self, signed: Signed) -> Request:
        """Return the next attempt, signed.

        Args:
            signed: What to sign with.

        Raises:
            APIDeadlineError: The deadline has passed while the credentials were fetched.
            ConfigurationError: The project's hook cannot sign it.
        """
        if self._expires is not None and self.remaining() <= 0:
            raise self.late()
        self._attempts += 1
        client, operation = self._client, self._operation
        headers = {**self._settings.headers, **self._headers}
        # What the caller asks for instead stays.
        if operation.accept and headers.get("accept") == media.JSON:
            headers["accept"] = operation.accept
        if self._content is not None:
            headers["Content-Type"] = self._content_type
        if client.on_request is not None or logger().isEnabledFor(_DEBUG):
            shown = self._shown or self._url
            headers = notices.notify_request(operation, client.on_request, shown, self._attempts, headers)
        self._signed, url = signed, self._url
        # A redirect may have led elsewhere, and nobody there may see the credentials.
        elsewhere = self._hops > 0 and self._is_elsewhere()
        if not elsewhere:
            url = signed.put(headers, url)
            if signed.plan.hooked:
                self._sign_by_hook(signed, headers, url)
        else:
            # Nor what the caller adds, which may be an Authorization or a Cookie.
            headers = {name: text for name, text in headers.items() if name in _HARMLESS}
        timeout = self.start_attempt()
        self._attempt_started = self._counted_from
        return Request(
            operation.name,
            operation.method,
            url,
            headers,
            self._content,
            timeout=timeout,
            remaining=None if timeout is None else self.attempt_left,
            max_body=MAX_BODY,
            max_error_body=MAX_ERROR_BODY,
            pool_timeout=self._settings.pool_timeout if self._expires is None else self.pool_timeout(),
            on_restart=self.start_attempt,
            elsewhere=elsewhere,
            shown=self._shown,
        )

    def _is_elsewhere(self) -> bool:
        """Whether a redirect led to another origin than the one that was called."""
        return origin(self._url) != origin(self._start)

    def end(self, outcome: Response | TransportError) -> float | None:
        """Take note of how an attempt went.

        Args:
            outcome: The answer, or why there is none.

        Returns:
            Seconds to wait before the next attempt, or None when the call is over.
        """
        self._outcome = outcome
        content = self._content
        delay = self._again(outcome) if content is None or type(content) is bytes else self._repeated(outcome)
        if delay is not None and self._expires is not None and (self._ran_out(outcome) or self.remaining() <= delay):
            # The last answer says more than that there was no time for another.
            delay = None
        if delay is not None and notices.outcome_of(outcome) == "unknown":
            # Whatever becomes of the next attempt, this one may have been carried out.
            self._in_doubt = True
        client = self._client
        if client.on_response is not None or logger().isEnabledFor(_INFO):
            notices.notify_response(
                self._operation,
                client.on_response,
                outcome,
                url=self._shown or self._url,
                attempt=self._attempts,
                elapsed=client.clock.monotonic() - self._attempt_started,
                retry_in=delay,
            )
        return delay

    def answer(self) -> RawResponse[T]:
        """Return what came back in the end.

        Raises:
            APIConnectionError: No complete answer arrived.
            ConfigurationError: The transport cannot be used any more.
            Exception: What the caller's own file or iterable raised while it was read.
        """
        outcome, content, client = self._outcome, self._content, self._client
        if content is not None and not isinstance(content, bytes) and content.failure is not None:
            raise content.failure
        if isinstance(outcome, Response):
            return RawResponse(
                operation=self._operation,
                url=self._shown or self._url,
                status=outcome.status,
                headers=outcome.headers,
                content=outcome.body,
                defect=outcome.defect,
                elapsed=client.clock.monotonic() - self._started,
                attempts=self._attempts,
                retry_after=self._retry_after,
                hide=client.redact,
                raise_faults=self._settings.raise_faults,
                on_deviation=client.on_deviation,
                in_doubt=self._in_doubt and not self._operation.safe,
                limit=None if self._expires is None else self._limit(),
                remark=self._remark,
            )
        raise self.failure(outcome or TransportError("nothing was sent", sent=False))

    def close(self) -> None:
        """Close the files that were opened to read the body of an attempt that is over."""
        if self._content is not None and not isinstance(self._content, bytes):
            self._content.close()

    def _repeated(self, outcome: Response | TransportError) -> float | None:
        """Seconds until the next attempt, or None if there may be none or the body cannot be read once more."""
        content = self._content
        if content is None or isinstance(content, bytes):
            return self._again(outcome)
        content.close()
        if content.failure is not None:
            return None
        before = self._url, self._hops
        delay = self._again(outcome)
        if delay is not None and not content.rewind():
            self._url, self._hops = before
            self._remark = "not repeated, for its body can be read only once"
            return None
        return delay

    def _again(self, outcome: Response | TransportError) -> float | None:
        """Seconds until the next attempt, or None if there may be none."""
        self._retry_after = after = None
        if isinstance(outcome, Response):
            status = outcome.status
            if is_success(status):
                return None
            self._retry_after = after = retry_after(outcome.headers, self._client.clock.time())
            if status == _UNAUTHORIZED:
                return self._renew(outcome.headers.get("www-authenticate"))
            if status in _REDIRECTS and self._settings.follow_redirects:
                return self._follow(outcome)
            may = self._operation.idempotent and status in _TRANSIENT
            if status == _TOO_MANY:
                may = may or self._operation.retry_on_429 or self._client.retry.retry_post_on_429
        else:
            # Repeating what waited for a connection would put it at the end of the queue.
            may = outcome.usable and not outcome.waiting and (self._operation.idempotent or not outcome.sent)
        if not may or not self._operation.retries or self._retries >= self._settings.max_retries:
            return None
        delay = self._client.retry.delay(self._retries, after)
        if delay is not None:
            self._retries += 1
        return delay

    def _renew(self, challenge: str | None) -> float | None:
        """Once a call, newer credentials: what was refused for its signature was not acted on, not even a POST."""
        signed = self._signed
        if signed is None or (self._hops > 0 and self._is_elsewhere()):
            return None
        if signed.plan.hooked and challenge is not None:
            self._challenge = challenge if _hooked.answers_challenges(signed.plan) else None
        if not (signed.reject() or self._challenge is not None) or self._renewed:
            return None
        self._renewed = True
        return 0.0

    def _sign_by_hook(self, signed: Signed, headers: dict[str, str], url: str) -> None:
        _hooked.sign(
            signed.plan,
            headers,
            method=self._operation.method,
            url=url,
            content=self._content,
            challenge=self._challenge,
            time=self._client.clock.time(),
        )

    def _follow(self, response: Response) -> float | None:
        """Follow a redirect of a GET, never from https to http and never in circles."""
        location = response.headers.get("location")
        if location is None or self._operation.method != "GET" or self._hops >= _MAX_REDIRECTS:
            return None
        target = redirect_target(self._url, location, self._client.redact)
        if target is None or (self._content is not None and not self._client.owns(target)):
            # Nobody else may see a body.
            return None
        self._hops += 1
        self._url = target
        if self._shown:
            # Where a redirect leads may say again what the path held.
            scheme, host, _ = origin(target)
            self._shown = f"{scheme}://{host}/<redirected>"
        return 0.0
