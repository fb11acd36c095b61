"""The time that a call and its attempts have, and the errors of a call that gets no answer."""

from __future__ import annotations

import math
from typing import Any, Final, Generic, TypeVar

from .._http.operation import Operation
from .._json.time_limit import TimeLimit
from .._names.errors import SDKError
from ..errors import APIConnectionError, APIDeadlineError, APITimeoutError, ConfigurationError, Outcome
from ..options import Settings
from ..transports._contract import LEAST, Response, TransportError
from .state import ClientState

BUILDS_ON: Final = ("_names.errors.SDKError",)

T = TypeVar("T")

_GRACE: Final = 0.05
"""An attempt may outlive its timeout by this many seconds, so that we can tell whether the request was sent.

A request that must not be sent twice ends its steps as many seconds before the deadline."""

_ROOM: Final = 8
"""How many times the grace has to be left before a deadline; where less is left, the grace is its share of that."""


class TimedCall(Generic[T]):
    """A call as far as its time goes.

    Args:
        client: What the call goes out on.
        settings: What was decided for this call.
        operation: What is called.
        url: Where it goes.
        shown: The URL as it may be shown, where the path holds values; empty where it holds none.
    """

    __slots__ = (
        "_attempt_ends",
        "_attempts",
        "_client",
        "_counted_from",
        "_expires",
        "_in_doubt",
        "_operation",
        "_remark",
        "_runs_out",
        "_settings",
        "_shown",
        "_started",
        "_url",
    )

    def __init__(
        self, client: ClientState[Any], settings: Settings, operation: Operation[T], url: str, shown: str
    ) -> None:
        self._client = client
        self._settings = settings
        self._operation = operation
        self._url = url
        self._shown = shown
        self._remark = ""
        self._attempts: int = 0
        self._in_doubt = False
        self._started = self._counted_from = client.clock.monotonic()
        self._expires = None if settings.deadline is None else self._started + settings.deadline
        self._attempt_ends = self._runs_out = math.inf

    @property
    def base_url(self) -> str:
        """Where the calls of the operation go."""
        return self._client.base_url_of(self._operation)

    @property
    def observer(self) -> Any:
        """What watches the call, or None."""
        return self._client.observer

    @property
    def settings(self) -> Settings:
        """What was decided for it."""
        return self._settings

    @property
    def operation(self) -> Operation[T]:
        """What is called."""
        return self._operation

    @property
    def attempts(self) -> int:
        """How many attempts there were."""
        return self._attempts

    @property
    def has_deadline(self) -> bool:
        """Whether the call has one."""
        return self._expires is not None

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self._client.clock.monotonic() - self._started

    @property
    def unsent(self) -> Outcome:
        """What became of a call whose next attempt does not leave: an earlier one may have done something."""
        return "unknown" if self._in_doubt else "not_sent"

    @property
    def idle_timeout(self) -> float | None:
        """Seconds that the next bytes of an answer may take that is read in parts, or None for no limit."""
        return self._settings.timeout

    def remaining(self) -> float:
        """Return the seconds left until the deadline of a call that has one."""
        return (self._expires or 0.0) - self._client.clock.monotonic()

    def attempt_left(self) -> float:
        """Return the seconds until the attempt has to end."""
        return self._attempt_ends - self._client.clock.monotonic()

    def start_attempt(self) -> float | None:
        """Count the time of an attempt from now; return the seconds for each of its steps, or None for no limit."""
        timeout, expires = self._settings.timeout, self._expires
        now = self._counted_from = self._client.clock.monotonic()
        if expires is None:
            self._attempt_ends = math.inf if timeout is None else now + timeout + _GRACE
            return timeout
        # With nothing left, the transport gives up at once.
        left = max(expires - now, LEAST)
        if not self._operation.idempotent:
            left -= min(_GRACE, left / _ROOM)
        hurried = timeout is None or left < timeout
        timeout = left if timeout is None else min(timeout, left)
        steps_end = now + timeout
        self._attempt_ends = min(steps_end + _GRACE, expires)
        self._runs_out = min(steps_end, expires) if hurried else expires
        return timeout

    def pool_timeout(self) -> float | None:
        """Return the seconds that an attempt may wait for a free connection, or None for no limit."""
        allowed = self._settings.pool_timeout
        if self._expires is None:
            return allowed
        left = max(self.remaining(), 0.0)
        return left if allowed is None else min(allowed, left)

    def late(self) -> APIDeadlineError:
        """Return the error of a call whose deadline has passed before the next attempt was sent."""
        return self._late(sent=False)

    def failure(self, error: TransportError, *, token_url: str = "") -> SDKError:
        """Return the error of a call for which no complete answer arrived.

        Args:
            error: What happened.
            token_url: Where a token was asked for that the call needed first; empty for the call itself.
        """
        if not error.usable:
            return ConfigurationError(f"{self._operation.name}: {error.reason}.")
        context, what = self._context(sent=error.sent and not token_url), ""
        if token_url:
            context |= {"method": "POST", "url": token_url}
            what = "no access token could be fetched: "
        remark = f"; {self._remark}" if self._remark else ""
        if not error.timed_out:
            return APIConnectionError(f"{what}the connection failed ({error.reason}){remark}", **context)
        if error.waiting:
            return self._unconnected(error, context)
        if self._ran_out(error):
            return self._late(sent=error.sent and not token_url)
        return APITimeoutError(
            f"{what}no complete answer in time ({error.reason}, timeout {self._settings.timeout} s){remark}", **context
        )

    def _limit(self) -> TimeLimit | None:
        if self._expires is None or self._settings.deadline is None:
            return None
        # What is kept with the answer must not hold the request.
        clock, expires = self._client.clock, self._expires
        return TimeLimit(self._settings.deadline, lambda: expires - clock.monotonic())

    def _ran_out(self, outcome: Response | TransportError) -> bool:
        """Whether an attempt took all the time before the deadline, but for what is spared to know how it went."""
        timed_out = isinstance(outcome, TransportError) and outcome.timed_out
        return timed_out and self._client.clock.monotonic() >= self._runs_out

    def _unconnected(self, error: TransportError, context: dict[str, Any]) -> APITimeoutError:
        """Return the error of a call that waited for a free connection until its pool_timeout or its deadline."""
        if self._ran_out(error) or (self._expires is not None and self.remaining() <= LEAST):
            passed = f"the deadline of {self._settings.deadline} s has passed"
            return APIDeadlineError(f"{passed}: {error.reason}", **context)
        return APITimeoutError(f"{error.reason} (pool_timeout {self._settings.pool_timeout} s)", **context)

    def _late(self, *, sent: bool) -> APIDeadlineError:
        return APIDeadlineError(f"the deadline of {self._settings.deadline} s has passed", **self._context(sent=sent))

    def _context(self, *, sent: bool) -> dict[str, Any]:
        return {
            "operation": self._operation.name,
            "method": self._operation.method,
            "url": self._shown or self._url,
            "elapsed": self.elapsed,
            "attempts": max(self._attempts, 1),
            "sent": sent or self._in_doubt,
        }
