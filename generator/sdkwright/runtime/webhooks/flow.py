"""The steps of a delivery, written once: each is said to a driver, which calls it with or without `await`.

`dispatch` has the drivers, and says what all of it guarantees.
"""

import hashlib
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, TypeAlias, cast

import attrs

from .._api import NAME
from ..errors import ConfigurationError, WebhookError, one_line
from ..hooks.webhooks import Deliveries, WebhookEvent, Webhooks
from . import endpoint
from ._failures import Failures, Flow, OnError, Received, Short
from ._handling import Handling, handling
from .endpoint import Outcome
from .handlers import Handlers, Registered
from .stores.base import AsyncStore, Refusal, Store

__all__ = ["BusyError", "Flow", "How", "OnError", "OrderBy", "Received", "Receiver", "Short"]

BUILDS_ON: Final = ("_api.NAME",)

AT_ONCE: Final = 8 * 1024
"""Bytes of a body that is verified on the event loop, in less than a millisecond; a larger one is in a thread."""

OrderBy: TypeAlias = Callable[[WebhookEvent], object]

_CREDENTIALS: Final = {"authorization", "cookie", "proxy-authorization"}

_log: Final = logging.getLogger(f"{NAME}.webhooks")
_DELIVERIES: Final = Deliveries()


class _StoreFailed(Exception):  # noqa: N818 - never leaves this module
    """The store did not answer a claim."""


class _RefusedError(Exception):
    """A delivery that is not verified.

    Args:
        outcome: What to answer.
    """

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.text)
        self.outcome = outcome


class BusyError(Exception):
    """A handler of this event is at work elsewhere."""


@attrs.frozen
class How:
    """How a delivery is handled.

    Attributes:
        connection: The caller's connection, in the caller's transaction; None for one of ours.
        begin: Gives a context that holds a transaction of ours; None with the former for none.
        retrying: Whether a person asked for it, so that an event that is parked is handled too.
    """

    connection: Any = None
    begin: Callable[[], Any] | None = None
    retrying: bool = False

    @property
    def is_transactional(self) -> bool:
        """Whether mark and effect are one."""
        return self.connection is not None or self.begin is not None


class Receiver(Failures):
    """Verifies a delivery, claims it, runs its handlers and marks it: what both kinds of handler share.

    Args:
        webhooks: Verifies the deliveries.
        store: Remembers which were handled.
        enqueue: Takes an event in place of the handlers.
        on_error: Takes the exception of a failed handler.
        order_by: Gives the line that an event has its place in.
        parked_blocks: Whether an event that is parked keeps those after it waiting.

    Raises:
        ConfigurationError: `order_by` is no function, or the store keeps no lines.
    """

    def __init__(
        self,
        webhooks: "Webhooks",
        store: Store | AsyncStore,
        enqueue: Callable[["WebhookEvent"], Any] | None,
        on_error: OnError | None,
        *,
        order_by: OrderBy | None = None,
        parked_blocks: bool = True,
    ) -> None:
        super().__init__(webhooks, store, on_error)
        self._enqueue = enqueue
        self.handlers: Handlers = Handlers()
        self.order_by = order_by
        self.parked_blocks = parked_blocks
        if order_by is not None and not callable(order_by):  # pyright: ignore[reportUnnecessaryComparison]
            raise ConfigurationError("order_by= must be a function that takes an event and gives its line, or None.")
        if order_by is not None and getattr(store, "database", None) is None:
            raise ConfigurationError("order_by= needs a SQLStore or AsyncSQLStore with an engine: it keeps the lines.")

    is_async: bool = False

    def __repr__(self) -> str:
        return f"{type(self).__name__}(store={self.store!r})"

    @property
    def max_body(self) -> int:
        """The largest body to read, in bytes: the `max_body` of `Webhooks`."""
        return self.webhooks.max_body

    observer: Any = None
    """What watches deliveries, where the module `otel` was asked to; that of the class watches those of all."""

    def deliver(self, body: bytes, headers: Mapping[str, str] | None, how: How | None = None) -> "Flow[Outcome]":
        """Say the steps of one delivery.

        Args:
            body: The request's body exactly as received.
            headers: The request's headers.
            how: How it is handled in a transaction; None to claim and mark it in transactions of their own.

        Returns:
            The steps, which end with what to answer.
        """
        steps = self._deliver(body, headers, how)
        if self.observer is None:
            return steps
        watched: Flow[Outcome] = self.observer.delivery(steps, body, headers)
        return watched

    def _deliver(self, body: bytes, headers: Mapping[str, str] | None, how: How | None) -> "Flow[Outcome]":
        if not isinstance(body, bytes | bytearray | memoryview):  # pyright: ignore[reportUnnecessaryIsInstance]
            _log.error("No delivery can be verified: handle() takes the bytes received, not %s.", type(body).__name__)
            return endpoint.NOT_SET_UP
        try:
            event = yield from self._verified(bytes(body), headers)
        except _RefusedError as refusal:
            return refusal.outcome
        if self.observer is not None:
            self.observer.verified(_key(event), event.type)
        if self._enqueue is None and not self.handlers.matching(event):
            _log_unhandled(event)
            return endpoint.NOTHING_TO_DO
        received = Received(event, _key(event), _without_credentials(headers), bytes(body))
        if how is not None and how.is_transactional:
            return (yield from self._in_transaction(received, how))
        return (yield from self._answer(received, retrying=how is not None))

    def _in_transaction(self, received: Received, how: How) -> "Flow[Outcome]":
        raise NotImplementedError

    def _verified(self, body: bytes, headers: Mapping[str, str] | None) -> Flow["WebhookEvent"]:
        if len(body) > self.max_body:
            raise _RefusedError(endpoint.TOO_LARGE)
        unwrap = Short(self.webhooks.unwrap, body, headers)
        try:
            event: WebhookEvent = unwrap() if len(body) <= AT_ONCE else (yield unwrap)
        except WebhookError as error:
            _log.warning("A delivery was refused: %s", one_line(error.message))
            raise _RefusedError(endpoint.refused(error)) from None
        except ConfigurationError as error:
            _log.error("No delivery can be verified: %s", error.message)
            raise _RefusedError(endpoint.NOT_SET_UP) from None
        return event

    def _answer(self, received: Received, *, retrying: bool = False) -> "Flow[Outcome]":
        event, key = received.event, received.key
        counts = getattr(self.store, "attempts", None) is not None
        try:
            state = (yield from self._state(key)) if counts else None
            if state is not None and state.parked and not retrying:
                return endpoint.PARKED
            refusal = yield from self._once(key, event, self._work(event, key))
        except _StoreFailed as error:
            _log.error("The store did not take %s: %s", key, self.described(error.__cause__, event))
            return endpoint.UNAVAILABLE
        except BusyError:
            return endpoint.IN_PROGRESS
        except Exception as error:  # noqa: BLE001 - whatever a handler raises
            return (yield from self.failed(received, error, counts=counts))
        if refusal is None:
            if state is not None:
                yield from self._settle_state(key, event)
            return endpoint.HANDLED if self._enqueue is None else endpoint.QUEUED
        return endpoint.HANDLED_BEFORE if refusal is Refusal.DONE else endpoint.IN_PROGRESS

    def _state(self, key: str) -> Flow[Any]:
        try:
            return (yield Short(cast("Any", self.store).state, key))
        except Exception as error:
            raise _StoreFailed from error

    def _settle_state(self, key: str, event: "WebhookEvent") -> Flow[None]:
        try:
            yield Short(cast("Any", self.store).forget_failures, key)
        except Exception as error:  # noqa: BLE001 - a backend's own errors; the delivery is handled
            _log.error("The store did not forget the failures of %s: %s", key, self.described(error, event))

    def _work(self, event: "WebhookEvent", key: str) -> Flow[None]:
        if self._enqueue is not None:
            yield partial(self._enqueue, event)
            return
        # The store has an entry for each handler, so that a failure of one repeats no other. This holds for a single
        # handler too, because a later version of the program may have more.
        for handler in self.handlers.matching(event):
            refusal = yield from self._once(f"{key}/{handler.name}", event, _call(handler, event, key))
            if refusal is Refusal.IN_PROGRESS:
                raise BusyError

    def _once(self, key: str, event: "WebhookEvent", work: Flow[None]) -> Flow[Refusal | None]:
        """Do the work unless it was done or is being done elsewhere."""
        try:
            token = yield Short(self.store.claim, key)
        except Exception as error:
            raise _StoreFailed from error
        if isinstance(token, Refusal):
            return token
        try:
            yield from work
        except GeneratorExit:
            # Abandoned by a process that ends: nobody knows how a handler left in its thread fares. The lease decides.
            raise
        except BaseException:
            yield from self._settle(self.store.release, key, token, event)
            raise
        yield from self._settle(self.store.done, key, token, event)
        return None

    def _settle(self, settle: Callable[[str, str], Any], key: str, token: str, event: "WebhookEvent") -> Flow[None]:
        try:
            held = yield Short(settle, key, token)
        except Exception as error:  # noqa: BLE001 - a backend's own errors; what was done stays done
            _log.error("The store did not take how %s ended: %s", key, self.described(error, event))
            return
        if not held:
            _log.warning("Handling %s outlived its lease and was begun anew elsewhere: make the lease longer.", key)


def _call(handler: Registered, event: "WebhookEvent", key: str) -> Flow[None]:
    if handler.takes_connection:
        raise ConfigurationError(
            f"{handler.name} takes a connection besides the event: call handle() with transaction= or connection=."
        )
    with handling(Handling(key, handler.name)):
        yield partial(handler.function, event)


def _without_credentials(headers: Mapping[str, str] | None) -> dict[str, str]:
    return {str(name): str(value) for name, value in (headers or {}).items() if str(name).lower() not in _CREDENTIALS}


def _key(event: "WebhookEvent") -> str:
    return _DELIVERIES.event_key(event) or f"sha256:{hashlib.sha256(event.raw).hexdigest()}"


def _log_unhandled(event: "WebhookEvent") -> None:
    # An event of a known type has no handler by choice. One of an unknown type may be lost.
    known = event.type is not None and event.type.is_known
    _log.log(
        logging.INFO if known else logging.WARNING, "No handler is for %s, whose type is %r.", _key(event), event.type
    )
