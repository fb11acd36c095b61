"""The threads of one receiver: a number of its own, so that slow functions take none of the application's."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable
from typing import Any, Final

from .._api import NAME
from .._checks import is_count
from .._lazy import anyio
from ..errors import ConfigurationError

__all__ = ["MAX_THREADS", "Threads"]

BUILDS_ON: Final = ("_api.NAME",)

MAX_THREADS: Final = 40
"""The default limit of plain functions of one receiver that run at the same time."""


class Threads:
    """Runs plain functions in threads, so many at a time in each event loop; others wait, first come, first served.

    The threads belong to the event loop, under asyncio and trio alike: they end with it, and a forked process starts
    with none. Context variables are those of the caller.

    Args:
        size: How many may run at the same time, from 1.

    Raises:
        ConfigurationError: `size` is no integer from 1.
    """

    def __init__(self, size: int) -> None:
        if not is_count(size):
            raise ConfigurationError(f"max_threads must be an integer from 1; got {size!r}.")
        self._size = size
        self._lock = threading.Lock()
        self._limiter: anyio.lowlevel.RunVar[anyio.CapacityLimiter] | None = None

    async def run(
        self, step: Callable[[], Any], in_thread: Callable[[Callable[[], Any]], Awaitable[Any]] | None
    ) -> Any:
        """Run a function in a thread and return what it returns.

        Args:
            step: What to call.
            in_thread: A framework's own way into a thread; anyio's when None.
        """
        limiter = self._of_this_loop()
        if in_thread is None:
            from anyio import to_thread  # comes with httpx; needed by plain functions and stores only

            return await to_thread.run_sync(step, limiter=limiter)
        async with limiter:
            return await in_thread(step)

    def _of_this_loop(self) -> anyio.CapacityLimiter:
        from anyio import CapacityLimiter
        from anyio.lowlevel import RunVar

        with self._lock:
            # Event loops may run in several threads.
            if self._limiter is None:
                self._limiter = RunVar(f"{NAME}.webhooks.threads")
        limiter = self._limiter.get(None)
        if limiter is None:
            limiter = CapacityLimiter(self._size)
            self._limiter.set(limiter)
        return limiter
