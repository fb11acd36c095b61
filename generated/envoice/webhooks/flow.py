"""The steps of a delivery, written once: each is said to a driver, which calls it with or without `await`.

`dispatch` has the drivers, and says what all of it guarantees.
"""

import hashlib
import logging
from collections.abc import Callable, Generator, Mapping
from functools import partial
from typing import Any, Final, TypeAlias, TypeVar

from .._api import NAME
from ..errors import ConfigurationError, WebhookError, one_line
from ..hooks.webhooks import Deliveries, WebhookEvent, Webhooks
from . import endpoint
from .endpoint import Outcome
from .handlers import Handlers, Registered
from .stores.base import AsyncStore, Refusal, Store

__all__ = ["Flow", "OnError", "Receiver"]

BUILDS_ON: Final = ("_api.NAME",)

AT_ONCE: Final = 8 * 1024
"""Bytes of a body that is verified on the event loop, in less than a millisecond; a larger one is in a thread."""

OnError: TypeAlias = Callable[[Exception, WebhookEvent], object]

_T = TypeVar("_T")
# Says what to call next, and gets what that returns or raises.
Flow: TypeAlias = Generator[Callable[[], Any], Any, _T]

_log: Final = logging.getLogger(f"{NAME}.webhooks")
_DELIVERIES: Final = Deliveries()


class Short(partial[Any]):
    """A step of ours that takes no longer than a store: slow functions of the caller must not keep it waiting."""


class _StoreFailed(Exception):  # noqa: N818 - never leaves this module
    """The store did not answer a claim."""


class _Busy(Exception):  # noqa: N818 - never leaves this module
    """A handler of this event is at work elsewhere."""


class Receiver:
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
        self._webhooks = webhooks
        self._store = store
        self._enqueue = enqueue
        self._on_error = on_error
        self.handlers: Handlers = Handlers()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(store={self._store!r})"

    @property
    def max_body(self) -> int:
        """The largest body to read, in bytes: the `max_body` of `Webhooks`."""
        return self._webhooks.max_body

    observer: Any = None
    """What watches deliveries, where the module `otel` was asked to; that of the class watches those of all."""

    def deliver(self, body: bytes, headers: Mapping[str, str] | None) -> "Flow[Outcome]":
        """Say the steps of one delivery.

        Args:
            body: The request's body exactly as received.
            headers: The request's headers.

        Returns:
            The steps, which end with what to answer.
        """
        steps = self._deliver(body, headers)
        if self.observer is None:
            return steps
        watched: Flow[Outcome] = self.observer.delivery(steps, body, headers)
        return watched

    def _deliver(self, body: bytes, headers: Mapping[str, str] | None) -> "Flow[Outcome]":
        if not isinstance(body, bytes | bytearray | memoryview):  # pyright: ignore[reportUnnecessaryIsInstance]
            _log.error("No delivery can be verified: handle() takes the bytes received, not %s.", type(body).__name__)
            return endpoint.NOT_SET_UP
        body = bytes(body)
        if len(body) > self.max_body:
            return endpoint.TOO_LARGE
        unwrap = Short(self._webhooks.unwrap, body, headers)
        try:
            event = unwrap() if len(body) <= AT_ONCE else (yield unwrap)
        except WebhookError as error:
            _log.warning("A delivery was refused: %s", one_line(error.message))
            return endpoint.refused(error)
        except ConfigurationError as error:
            _log.error("No delivery can be verified: %s", error.message)
            return endpoint.NOT_SET_UP
        if self.observer is not None:
            self.observer.verified(_key(event), event.type)
        if self._enqueue is None and not self.handlers.matching(event):
            _log_unhandled(event)
            return endpoint.NOTHING_TO_DO
        return (yield from self._answer(event, _key(event)))

    def _answer(self, event: "WebhookEvent", key: str) -> "Flow[Outcome]":
        try:
            refusal = yield from self._once(key, event, self._work(event, key))
        except _StoreFailed as error:
            _log.error("The store did not take %s: %s", key, self._described(error.__cause__, event))
            return endpoint.UNAVAILABLE
        except _Busy:
            return endpoint.IN_PROGRESS
        except Exception as error:  # noqa: BLE001 - whatever a handler raises
            _log.error("Handling %s failed and is left to the next delivery: %s", key, self._described(error, event))
            yield from self._report(error, event)
            return endpoint.HANDLER_FAILED
        if refusal is None:
            return endpoint.HANDLED if self._enqueue is None else endpoint.QUEUED
        return endpoint.HANDLED_BEFORE if refusal is Refusal.DONE else endpoint.IN_PROGRESS

    def _work(self, event: "WebhookEvent", key: str) -> Flow[None]:
        if self._enqueue is not None:
            yield partial(self._enqueue, event)
            return
        # The store has an entry for each handler, so that a failure of one repeats no other. This holds for a single
        # handler too, because a later version of the program may have more.
        for handler in self.handlers.matching(event):
            refusal = yield from self._once(f"{key}/{handler.name}", event, _call(handler, event))
            if refusal is Refusal.IN_PROGRESS:
                raise _Busy

    def _once(self, key: str, event: "WebhookEvent", work: Flow[None]) -> Flow[Refusal | None]:
        """Do the work unless it was done or is being done elsewhere."""
        try:
            token = yield Short(self._store.claim, key)
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
            yield from self._settle(self._store.release, key, token, event)
            raise
        yield from self._settle(self._store.done, key, token, event)
        return None

    def _settle(self, settle: Callable[[str, str], Any], key: str, token: str, event: "WebhookEvent") -> Flow[None]:
        try:
            held = yield Short(settle, key, token)
        except Exception as error:  # noqa: BLE001 - a backend's own errors; what was done stays done
            _log.error("The store did not take how %s ended: %s", key, self._described(error, event))
            return
        if not held:
            _log.warning("Handling %s outlived its lease and was begun anew elsewhere: make the lease longer.", key)

    def _described(self, error: BaseException | None, event: "WebhookEvent") -> str:
        return self._webhooks.describe_failure(error, event.raw)

    def _report(self, error: Exception, event: "WebhookEvent") -> Flow[None]:
        if self._on_error is None:
            return
        try:
            yield partial(self._on_error, error, event)
        except Exception as failure:  # noqa: BLE001 - whatever it raises, the answer stands
            _log.error("on_error failed: %s", self._described(failure, event))


def _call(handler: Registered, event: "WebhookEvent") -> Flow[None]:
    yield partial(handler.function, event)


def _key(event: "WebhookEvent") -> str:
    return _DELIVERIES.event_key(event) or f"sha256:{hashlib.sha256(event.raw).hexdigest()}"


def _log_unhandled(event: "WebhookEvent") -> None:
    # An event of a known type has no handler by choice. One of an unknown type may be lost.
    known = event.type is not None and event.type.is_known
    _log.log(
        logging.INFO if known else logging.WARNING, "No handler is for %s, whose type is %r.", _key(event), event.type
    )
