"""Hands on the jobs that functions have left by `event.enqueue`, each at least once, with an id that stays the same.

Any number of relays may run at once. A job that is taken is due again after `lease` seconds, unless it was handed on by
then. One that cannot be handed on is tried again, later each time, and keeps no other waiting.
"""

import logging
import threading
from collections.abc import Callable
from typing import Final

from .._api import NAME
from .sql.outbox import Job
from .stores.base import check_terms
from .stores.sql import SQLStore

__all__ = ["Relay"]

BUILDS_ON: Final = ("_api.NAME",)

LONGEST: Final = 3600.0
"""Seconds after which a job is tried again at the latest."""

_log: Final = logging.getLogger(f"{NAME}.webhooks")


class Relay:
    """Takes jobs from a store and hands them on.

    Args:
        store: The store, with an engine, whose tables the jobs are in.
        send: Hands on a job: when it returns, the job must be held durably.
        batch: How many jobs it takes at once.
        lease: Seconds after which a job that was taken is due again; longer than `send` takes for a batch.
        interval: Seconds between two looks at the table while there is nothing to do.

    Raises:
        ConfigurationError: A time is not above 0.
    """

    def __init__(
        self,
        store: SQLStore,
        send: Callable[[Job], object],
        *,
        batch: int = 20,
        lease: float = 60.0,
        interval: float = 1.0,
    ) -> None:
        check_terms("Relay", lease=lease, interval=interval)
        self._store, self._send = store, send
        self._batch, self._lease, self._interval = batch, lease, interval
        self._stopped = threading.Event()

    def run_once(self) -> int:
        """Hand on the jobs that are due, a batch at most.

        Returns:
            How many were handed on.
        """
        token, jobs = self._store.take_jobs(self._batch, self._lease)
        return sum(self._hand_on(job, token) for job in jobs)

    def run(self) -> None:
        """Hand on jobs until `stop` is called. A database that cannot be reached is asked again."""
        while not self._stopped.is_set():
            try:
                count = self.run_once()
            except Exception as error:  # noqa: BLE001 - a backend's own errors
                _log.error("The relay cannot read its jobs: %s.", type(error).__name__)
                count = 0
            if count == 0:
                self._stopped.wait(self._interval)

    def stop(self) -> None:
        """End `run` once the batch at hand is done."""
        self._stopped.set()

    def _hand_on(self, job: Job, token: str) -> bool:
        try:
            self._send(job)
        except Exception as error:  # noqa: BLE001 - whatever a queue raises
            # Not its text, which may hold the payload.
            reason, later = type(error).__name__, min(2.0**job.attempts, LONGEST)
            _log.error("Job %s (%s) was not handed on and is tried again: %s.", job.id, job.name, reason)
            self._store.put_off_job(job.id, token, reason, later)
            return False
        self._store.finish_job(job.id, token)
        return True
