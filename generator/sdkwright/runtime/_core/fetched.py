"""A token that the client fetches itself: kept in memory, and renewed once for however many calls wait for it."""

from __future__ import annotations

import copy
import math
import threading
from collections.abc import Awaitable, Callable
from typing import Final

from .._lazy import anyio, asyncio
from .._names.errors import SDKError
from .._redaction.values import HoldsSecrets
from ..clock import Clock
from ..errors import APIDeadlineError, APITimeoutError
from .oauth2 import Fresh, Grant, lifetime
from .refreshing import Issued
from .waiting import Waiting

BUILDS_ON: Final = ("_names.errors.SDKError",)

_KEPT: Final = 4
"""Tokens that are still hidden: an answer to a request signed before a renewal may arrive after it."""


class FetchedToken(HoldsSecrets):
    """The token of one scheme.

    Args:
        grant: How it is asked for.
        clock: What the token's life is measured by.
        first: A token that the caller gave to begin with, or None.
    """

    renewable = True

    def __init__(self, grant: Grant, clock: Clock, first: str | None) -> None:
        self.grant = grant
        self._clock = clock
        self._current: Issued[str] | None = None if first is None else Issued(first, 1)
        self._ends = math.inf
        self.known: tuple[str, ...] = (*grant.secrets(), *([] if first is None else [first]))
        self._rejected = 0
        self._attempts = 0
        self._failure: SDKError | None = None
        self._failed_within = math.inf
        self._lock = threading.Lock()
        self._async_lock: anyio.Lock | None = None
        self._going: asyncio.Future[Issued[str] | SDKError] | None = None

    def reject(self, generation: int) -> None:
        """Let no further request be signed with an issue that was refused.

        Args:
            generation: The issue.
        """
        self._rejected = max(self._rejected, generation)

    def get(self, call: Waiting, fetch: Callable[[Grant], Fresh]) -> Issued[str]:
        """Return the token, fetched by this thread if no other just has.

        Args:
            call: The call that waits for it.
            fetch: Asks for a token.

        Raises:
            APIError: The token could not be fetched.
        """
        attempts = self._attempts
        if (current := self._valid()) is not None:
            return current
        if not self._lock.acquire(timeout=max(call.remaining(), 0) if call.has_deadline else -1):
            raise call.late()
        try:
            if (settled := self._settled(attempts, call)) is not None:
                return settled
            asked = self._clock.monotonic()
            try:
                fresh = fetch(self.grant)
            except SDKError as error:
                failure = error
            else:
                return self._keep(fresh, asked)
            self._fail(failure, call)
        finally:
            self._lock.release()
        raise failure

    async def aget(self, call: Waiting, fetch: Callable[[Grant], Awaitable[Fresh]]) -> Issued[str]:
        """Return the token, fetched once for all tasks that wait; what a cancelled one began serves the others.

        Args:
            call: The call that waits for it.
            fetch: Asks for a token.

        Raises:
            APIError: The token could not be fetched.
        """
        attempts = self._attempts
        if (current := self._valid()) is not None:
            return current
        if self._async_lock is None:
            self._async_lock = anyio.Lock()
        found: Issued[str] | SDKError | None = None
        async with self._async_lock:
            while (settled := self._settled(attempts, call)) is None:
                going, found = self._going, None
                if not _is_asyncio():
                    # A refresh token may be good for one use: who leaves before the answer loses the next one. The
                    # time that an attempt may take holds all the same.
                    waits = not self.grant.repeatable and call.settings.timeout is not None
                    with anyio.CancelScope(shield=waits):
                        found = await self._fetched(call, fetch)
                elif going is not None and not going.done() and going.get_loop() is asyncio.get_running_loop():
                    # Begun by a call that was cancelled; how it ends is judged as if it had waited too.
                    await asyncio.wait([going])
                    continue
                else:
                    going = self._going = asyncio.ensure_future(self._fetched(call, fetch))
                    going.add_done_callback(_heard)
                    found = await asyncio.shield(going)
                if found is not None:
                    break
            else:
                return settled
        if isinstance(found, Issued):
            return found
        # No scope of ours ends a call without an outcome, which the type checkers cannot know.
        raise found or call.late()

    async def _fetched(self, call: Waiting, fetch: Callable[[Grant], Awaitable[Fresh]]) -> Issued[str] | SDKError:
        """Fetch and keep a token. A failure is returned, so that it has the traceback of the call that waits for it."""
        asked = self._clock.monotonic()
        try:
            fresh = await fetch(self.grant)
        except SDKError as error:
            self._fail(error, call)
            return error
        return self._keep(fresh, asked)

    def _valid(self) -> Issued[str] | None:
        current = self._current
        if current is None or current.generation <= self._rejected or self._clock.monotonic() >= self._ends:
            return None
        return current

    def _settled(self, attempts: int, call: Waiting) -> Issued[str] | None:
        """What another call got, or failed to get, since `attempts` were counted; None when it is our turn."""
        current = self._current
        if self._attempts == attempts:
            return self._valid()
        if self._failure is not None:
            allowed = math.inf if call.settings.timeout is None else call.settings.timeout
            if allowed > self._failed_within:
                return self._valid()
            # A copy, because each call that raises one adds to its traceback.
            raise copy.copy(self._failure)
        # Just fetched, it is good for whoever waited, however short its life.
        return current if current is not None and current.generation > self._rejected else None

    def _keep(self, fresh: Fresh, asked: float) -> Issued[str]:
        lasts = lifetime(fresh.lasts)
        generation = 1 if self._current is None else self._current.generation + 1
        if fresh.refresh_token is not None and self.grant.refresh_token is not None:
            self.grant.refresh_token = fresh.refresh_token
        self._ends = math.inf if lasts is None else asked + lasts
        self._current = issued = Issued[str](fresh.token, generation)
        self.known = (*self.grant.secrets(), *(*self.known, fresh.token)[-_KEPT:])
        self._attempts += 1
        self._failure = None
        return issued

    def _fail(self, failure: SDKError, call: Waiting) -> None:
        # A call that ran out of its own time says nothing to those that have more.
        if isinstance(failure, APIDeadlineError):
            return
        late = isinstance(failure, APITimeoutError) and call.settings.timeout is not None
        self._failed_within = call.settings.timeout or math.inf if late else math.inf
        self._attempts += 1
        self._failure = failure


def _is_asyncio() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        # Under trio.
        return False
    return True


def _heard(going: asyncio.Future[Issued[str] | SDKError]) -> None:
    # Nobody may be left to ask, which asyncio would log.
    if not going.cancelled():
        going.exception()
