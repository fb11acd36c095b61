"""What signing asks of the call that waits for it."""

from __future__ import annotations

from typing import Any, Final, Protocol

from .._http.operation import Operation
from .._names.errors import SDKError
from ..errors import APIDeadlineError, Outcome
from ..options import Settings
from ..transports._contract import TransportError

BUILDS_ON: Final = ("_names.errors.SDKError",)


class Waiting(Protocol):
    """A call that waits to be signed."""

    @property
    def operation(self) -> Operation[Any]:
        """What is called."""
        ...

    @property
    def settings(self) -> Settings:
        """What was decided for it."""
        ...

    @property
    def attempts(self) -> int:
        """How many attempts there were."""
        ...

    @property
    def has_deadline(self) -> bool:
        """Whether the call has one."""
        ...

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        ...

    @property
    def unsent(self) -> Outcome:
        """What became of the call if its next attempt does not leave."""
        ...

    def remaining(self) -> float:
        """Return the seconds left until the deadline of a call that has one."""
        ...

    def late(self) -> APIDeadlineError:
        """Return the error of a call whose deadline has passed."""
        ...

    def start_attempt(self) -> float | None:
        """Count the time of a request from now; return the seconds for each of its steps, or None for no limit."""
        ...

    def attempt_left(self) -> float:
        """Return the seconds until the request has to end."""
        ...

    def pool_timeout(self) -> float | None:
        """Return the seconds that a request may wait for a free connection, or None for no limit."""
        ...

    def failure(self, error: TransportError, *, token_url: str = "") -> SDKError:
        """Return the error of a call for which no complete answer arrived.

        Args:
            error: What happened.
            token_url: Where a token was asked for that the call needed first; empty for the call itself.
        """
        ...
