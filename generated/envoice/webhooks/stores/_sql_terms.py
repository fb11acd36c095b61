"""What both SQL stores keep, and when they purge."""

import logging
import time
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from ..._api import NAME
from ...errors import ConfigurationError
from ..sql import parking
from ..sql.parking import Failure
from ..sql.statements import check_prefix
from ..sql.steps import Keeper
from .base import check_terms

__all__ = ["BATCH", "Counter", "Terms"]

BUILDS_ON: Final = ("_api.NAME",)

BATCH: Final = 1000
"""Rows that one transaction of `purge` deletes at most."""

EVERY: Final = 60.0
"""Seconds between two purges that a store does by itself, each of one batch."""

Counter: TypeAlias = Callable[[str], object]

_log: Final = logging.getLogger(f"{NAME}.webhooks")


class Terms:
    """What both stores keep."""

    def __init__(
        self, *, lease: float, retention: float, prefix: str, attempts: int | None, counter: Counter | None
    ) -> None:
        check_terms(type(self).__name__, lease=lease, retention=retention)
        self.prefix: str = check_prefix(prefix)
        self.lease: float = lease
        self.retention: float = retention
        self.attempts: int | None = parking.check_attempts(attempts)
        self._counter = counter
        self._purged = time.monotonic()
        self.database: Any = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.database!r}, lease={self.lease}, retention={self.retention})"

    def _keeper(self) -> Keeper:
        return Keeper(self._opened().statements, self.lease, self.retention)

    def _opened(self) -> Any:
        if self.database is None:
            raise ConfigurationError(
                f"{type(self).__name__}() without an engine handles deliveries by handle(..., connection=) or "
                "handle(..., transaction=) only, and parks none: give it an engine or a URL."
            )
        return self.database

    def _check_parking(self) -> None:
        if self.database is None and self.attempts is not None:
            raise ConfigurationError(
                f"attempts= of {type(self).__name__} needs an engine or a URL: a rollback of the caller's transaction "
                "takes with it what is written there, so that failures are counted on a second connection."
            )

    def _failed(self, key: str, error: str, body: bytes, headers: dict[str, str]) -> tuple[Any, ...]:
        return parking.failed, self._opened().statements, key, error, self.attempts, (body, headers), self.retention

    def count(self, name: str) -> None:
        """Tell the counter of something that has happened.

        Args:
            name: What it is: `failed`, `parked`, `retried` or `dropped`.
        """
        if self._counter is None:
            return
        try:
            self._counter(name)
        except Exception as error:  # noqa: BLE001 - whatever it raises, the delivery goes on
            _log.error("counter= failed: %s.", type(error).__name__)

    def _counted(self, state: Failure) -> Failure:
        self.count("failed")
        if state.newly:
            self.count("parked")
        return state

    def _is_due(self) -> bool:
        """Whether it is time to purge, which the one that asks then does."""
        now = time.monotonic()
        if now < self._purged + EVERY:
            return False
        self._purged = now
        return True

    def tell_unpurged(self, error: Exception) -> None:
        """Log that what has ended could not be deleted.

        Args:
            error: Why.
        """
        _log.warning("What has ended could not be deleted: %s.", type(error).__name__)
