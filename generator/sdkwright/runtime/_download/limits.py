"""How long a download may take: the request of the file, and the whole with the call that returns its link."""

from __future__ import annotations

import math

from attrs import define, field
from msgspec import UNSET

from .._core.client import BaseClient
from ..clock import Clock
from ..options import RequestOptions
from ..transports import Request
from ..transports._contract import LEAST


@define
class Limits:
    """The times that one download keeps, counted from when this is made.

    Args:
        timeout: Seconds for the request of the file, redirects included, or None for no limit.
        deadline: Seconds for the whole, or None for no limit.
        pool_timeout: Seconds for each wait for a free connection, on top of `timeout`, or None for no limit.
        clock: What they are counted with.
    """

    timeout: float | None
    deadline: float | None
    pool_timeout: float | None
    clock: Clock
    _started: float = field(init=False)
    _begun: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._started = self._begun = self.clock.monotonic()

    @classmethod
    def of(cls, client: BaseClient, options: RequestOptions | None) -> Limits:
        """Return what a client and the options of one call allow.

        Args:
            client: The client.
            options: What is different for this call. The client refuses what is none.
        """
        timeout, deadline, pool_timeout = client.timeout, client.deadline, client.pool_timeout
        if isinstance(options, RequestOptions):
            timeout = timeout if options.timeout is UNSET else options.timeout
            deadline = deadline if options.deadline is UNSET else options.deadline
            pool_timeout = pool_timeout if options.pool_timeout is UNSET else options.pool_timeout
        return cls(timeout, deadline, pool_timeout, client.clock)

    def begin(self) -> None:
        """Count the time of the request from now on."""
        self._begun = self.clock.monotonic()

    def pool_limit(self) -> float | None:
        """Return the seconds that a wait for a connection may take from now, or None for no limit."""
        left = None if self.deadline is None else max(self._expires - self.clock.monotonic(), 0.0)
        if left is None or self.pool_timeout is None:
            return self.pool_timeout if left is None else left
        return min(self.pool_timeout, left)

    def not_counted(self, since: float) -> None:
        """Do not count a wait for a connection as time of the request.

        Args:
            since: When the wait began, by the clock.
        """
        self._begun += self.clock.monotonic() - since

    def elapsed(self) -> float:
        """Return the seconds since the call began."""
        return self.clock.monotonic() - self._started

    def left(self) -> float:
        """Return the seconds that the request has left: zero or less when it must end, infinity for no limit."""
        timeout = math.inf if self.timeout is None else self._begun + self.timeout
        return min(timeout, self._expires) - self.clock.monotonic()

    def is_late(self) -> bool:
        """Whether the deadline has passed, or would before any other step."""
        return self._expires - self.clock.monotonic() <= LEAST

    def steps(self, request: Request) -> dict[str, float | None]:
        """Return the timeouts of a request, which shrink with the time left: httpx asks when each step begins.

        Args:
            request: Whose steps they are.
        """
        from ..transports._httpx_request import Timeouts  # imports httpx

        return Timeouts(None, request.remaining, request)

    @property
    def _expires(self) -> float:
        return math.inf if self.deadline is None else self._started + self.deadline
