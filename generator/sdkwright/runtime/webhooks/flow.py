"""The steps of a delivery, written once: each is said to a driver, which calls it with or without `await`.

`dispatch` has the drivers, and says what all of it guarantees.
"""

import hashlib
import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, cast

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

__all__ = ["BusyError", "Flow", "OnError", "Received", "Receiver", "Short", "Transactional"]

BUILDS_ON: Final = ("_api.NAME",)

AT_ONCE: Final = 8 * 1024
"""Bytes of a body that is verified on the event loop, in less than a millisecond; a larger one is in a thread."""

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
class Transactional:
    """How a delivery is handled in a transaction.

    Attributes:
        connection: The caller's connection, in the caller's transaction; None for one of ours.
        begin: Gives a context that holds a transaction of ours.
        retrying: Whether a person asked for it, so that an event that is parked is handled too.
    """

    connection: Any = None
    begin: Callable[[], Any] | None = None
    retrying: bool = False


class Receiver(Failures):
    """Verifies a delivery, claims it, runs its handlers and marks it: what both kinds of handler share.

    Args:
        webhooks: Verifies the deliveries.
        store: Remembers which were handled.
        enqueue: Takes an event in place of the handlers.
        on_error: Takes the exception of a failed handler.
    """

    def __init__(
        self,
        webhooks: "Webhooks",
        store: Store | AsyncStore,
        enqueue: Callable[["WebhookEvent"], Any] | None,
        on_error: OnError | None,
    ) -> None:
        super().__init__(webhooks, store, on_error)
        self._enqueue = enqueue
        self.handlers: Handlers = Handlers()

    is_async: bool = False

    def __repr__(self) -> str:
        return f"{type(self).__name__}(store={self.store!r})"

    @property
    def max_body(self) -> int:
        """The largest body to read, in bytes: the `max_body` of `Webhooks`."""
        return self._webhooks.max_body

    def deliver(
        self, body: bytes, headers: Mapping[str, str] | None, how: Transactional | None = None
    ) -> "Flow[Outcome]":
        """Say the steps of one delivery.

        Args:
            body: The request's body exactly as received.
            headers: The request's headers.
            how: How it is handled in a transaction; None to claim and mark it in transactions of their own.

        Returns:
            The steps, which end with what to answer.
        """
        if not isinstance(body, bytes | bytearray | memoryview):  # pyright: ignore[reportUnnecessaryIsInstance]
            _log.error("No delivery can be verified: handle() takes the bytes received, not %s.", type(body).__name__)
            return endpoint.NOT_SET_UP
        try:
            event = yield from self._verified(bytes(body), headers)
        except _RefusedError as refusal:
            return refusal.outcome
        if self._enqueue is None and not self.handlers.matching(event):
            _log_unhandled(event)
            return endpoint.NOTHING_TO_DO
        received = Received(event, _key(event), _without_credentials(headers))
        if how is None:
            return (yield from self._answer(received))
        from . import transactions  # most callers have none

        if how.begin is None:
            return (yield from transactions.within(self, received, how.connection))
        return (yield from transactions.owned(self, received, how.begin, retrying=how.retrying))

    def _verified(self, body: bytes, headers: Mapping[str, str] | None) -> Flow["WebhookEvent"]:
        if len(body) > self.max_body:
            raise _RefusedError(endpoint.TOO_LARGE)
        unwrap = Short(self._webhooks.unwrap, body, headers)
        try:
            event: WebhookEvent = unwrap() if len(body) <= AT_ONCE else (yield unwrap)
        except WebhookError as error:
            _log.warning("A delivery was refused: %s", one_line(error.message))
            raise _RefusedError(endpoint.refused(error)) from None
        except ConfigurationError as error:
            _log.error("No delivery can be verified: %s", error.message)
            raise _RefusedError(endpoint.NOT_SET_UP) from None
        return event

    def _answer(self, received: Received) -> "Flow[Outcome]":
        event, key = received.event, received.key
        counts = getattr(self.store, "attempts", None) is not None
        try:
            state = (yield from self._state(key)) if counts else None
            if state is not None and state.parked:
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
            yield Short(cast("Any", self.store).drop, key)
        except Exception as error:  # noqa: BLE001 - a backend's own errors; the delivery is handled
            _log.error("The store did not forget the failures of %s: %s", key, self.described(error, event))

    def _how(self, connection: Any, transaction: Any) -> Transactional | None:
        """How a delivery is handled.

        Raises:
            ConfigurationError: It cannot be handled that way.
        """
        if connection is None and transaction is None:
            return None
        if connection is not None and transaction is not None:
            raise ConfigurationError("handle() takes connection= or transaction=, not both.")
        if self._enqueue is not None:
            raise ConfigurationError(
                "A handler with enqueue= hands events on and writes nothing itself: event.enqueue() leaves a job."
            )
        if connection is not None:
            from .transactions import check_store  # most callers have none

            check_store(self.store)
            return Transactional(connection)
        return Transactional(begin=self.beginning(transaction))

    def beginning(self, transaction: Any) -> Callable[[], Any]:
        """Return what begins a transaction.

        Args:
            transaction: What the caller gave.

        Raises:
            ConfigurationError: It begins none.
        """
        from .transactions import beginning  # most callers have none

        return beginning(transaction, self.store, is_async=self.is_async)

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
