"""How long a download may take: the exchange that brings the file, and all of it, the call for its link included."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from attrs import define, field
from msgspec import UNSET

from .options import RequestOptions
from .transports._contract import LEAST

if TYPE_CHECKING:
    from ._client import BaseClient
    from .clock import Clock


@define
class Limits:
    """The times that one download keeps, counted from when this is made.

    Args:
        timeout: Seconds for the exchange that brings the file, redirects included, or None for no limit.
        deadline: Seconds for the whole, or None for no limit.
        clock: What they are counted with.
    """

    timeout: float | None
    deadline: float | None
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
        timeout, deadline = client.timeout, client.deadline
        if isinstance(options, RequestOptions):
            timeout = timeout if options.timeout is UNSET else options.timeout
            deadline = deadline if options.deadline is UNSET else options.deadline
        return cls(timeout, deadline, client.clock)

    def begin(self) -> None:
        """Count the exchange's time from now on."""
        self._begun = self.clock.monotonic()

    def elapsed(self) -> float:
        """Return the seconds since the call began."""
        return self.clock.monotonic() - self._started

    def left(self) -> float:
        """Return the seconds that the exchange has left: zero or less when it is to end, infinity for no limit."""
        timeout = math.inf if self.timeout is None else self._begun + self.timeout
        return min(timeout, self._expires) - self.clock.monotonic()

    def is_late(self) -> bool:
        """Whether the deadline has passed, or would before any other step."""
        return self._expires - self.clock.monotonic() <= LEAST

    def steps(self) -> dict[str, float | None]:
        """Return the timeouts of a request, which shrink with the time left: httpx asks when each step begins."""
        from .transports._httpx import Timeouts  # noqa: PLC0415 - imports httpx

        return Timeouts(None, None if self.timeout is None and self.deadline is None else self.left)

    @property
    def _expires(self) -> float:
        return math.inf if self.deadline is None else self._started + self.deadline
