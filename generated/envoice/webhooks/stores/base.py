"""What a store promises: of all who hold a delivery with the same key, one handles it, and what was handled stays so.

    claim ──> token ──> done      kept for the retention; every later claim answers `Refusal.DONE`
      │         └─────> release   forgotten; the next claim gets it
      └─────> Refusal             another holds it (IN_PROGRESS), or it was handled (DONE)

A claim holds for the lease. When its holder neither marks nor releases it in that time (the process was killed), the
next claim takes it over under a new token. A token that was overtaken marks and releases nothing, so a holder that
wakes up late cannot undo what its successor did.

A key is that of an event, or of one of its handlers: the event's, a slash, and the handler's name.
"""

import enum
import secrets
from typing import Final, Protocol

from ...errors import ConfigurationError
from ...options import MAX_SECONDS

__all__ = ["DEFAULT_LEASE", "DEFAULT_RETENTION", "AsyncStore", "Refusal", "Store"]

DEFAULT_LEASE: Final = 300.0
"""Seconds for which a claim holds."""

DEFAULT_RETENTION: Final = 30 * 24 * 3600.0
"""Seconds for which a delivery is remembered as handled."""


class Refusal(enum.Enum):
    """Why a claim was not given."""

    IN_PROGRESS = "in progress"
    DONE = "done"


class Store(Protocol):
    """Remembers which deliveries are being handled and which were. Safe to use from many threads.

    Every method may raise what its backend raises when that cannot be reached; nothing was changed then, or the change
    arrived and its answer did not.
    """

    def claim(self, key: str) -> str | Refusal:
        """Ask to handle a delivery.

        Args:
            key: What names the delivery, the same in every repetition of it.

        Returns:
            A token, to mark or release it with; or why another's claim stands in the way.
        """
        ...

    def done(self, key: str, token: str) -> bool:
        """Mark a delivery as handled.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether it is marked by this call. False when another claim has overtaken this one; a claim whose lease ran
            out and that nobody took over is marked all the same.
        """
        ...

    def release(self, key: str, token: str) -> bool:
        """Give a delivery back, so that the next claim gets it at once.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether the claim was still this one.
        """
        ...


class AsyncStore(Protocol):
    """`Store` with methods to await."""

    async def claim(self, key: str) -> str | Refusal:
        """Ask to handle a delivery; see `Store.claim`.

        Args:
            key: What names the delivery.

        Returns:
            A token, or why another's claim stands in the way.
        """
        ...

    async def done(self, key: str, token: str) -> bool:
        """Mark a delivery as handled; see `Store.done`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether it is marked by this call.
        """
        ...

    async def release(self, key: str, token: str) -> bool:
        """Give a delivery back; see `Store.release`.

        Args:
            key: What `claim` was asked for.
            token: What it gave.

        Returns:
            Whether the claim was still this one.
        """
        ...


def event_of(key: str) -> str:
    """Return the key of the event that a key belongs to.

    Args:
        key: The key of an event or of one of its handlers.
    """
    return key.partition("/")[0]


def new_token() -> str:
    """Return a token that no other claim has."""
    return secrets.token_hex(16)


def check_terms(store: str, **terms: object) -> None:
    """Refuse terms that no store can keep.

    Args:
        store: Name of the class, for the error.
        terms: Numbers of seconds by their names, such as `lease` and `retention`.

    Raises:
        ConfigurationError: One of them is no number of seconds above 0.
    """
    for name, value in terms.items():
        # A bool is a number to Python, and infinity and NaN compare; none of them is a time.
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
            raise ConfigurationError(f"{name}= of {store} must be a number of seconds above 0; got {value!r}.")
        if value > MAX_SECONDS:
            raise ConfigurationError(f"{name}= of {store} must be at most {MAX_SECONDS:,} seconds.")
