"""What is done with a failure: it is logged, counted where the store has a place for that, and told to `on_error`."""

import logging
import threading
from collections.abc import Callable, Generator
from functools import partial
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from .._api import NAME
from ..hooks.webhooks import WebhookEvent, Webhooks
from . import endpoint
from .endpoint import Outcome
from .stores.base import AsyncStore, Store

__all__ = ["Failures", "Flow", "OnError", "Received", "Short"]

BUILDS_ON: Final = ("_api.NAME",)

OnError: TypeAlias = Callable[[Exception, WebhookEvent], object]

_T = TypeVar("_T")
# Says what to call next, and gets what that returns or raises.
Flow: TypeAlias = Generator[Callable[[], Any], Any, _T]

_log: Final = logging.getLogger(f"{NAME}.webhooks")


class Short(partial[Any]):
    """A step of ours that takes no longer than a store: slow functions of the caller must not keep it waiting."""


@attrs.frozen
class Received:
    """A delivery that was verified.

    Attributes:
        event: Its event.
        key: What names the event.
        headers: The request's headers, without those that sign people in.
        body: The exact bytes.
    """

    event: "WebhookEvent"
    key: str
    headers: dict[str, str]
    body: bytes = attrs.field(repr=False)


class Failures:
    """What a receiver does with failures.

    Args:
        webhooks: Verifies the deliveries, and words failures for the log.
        store: Remembers which were handled.
        on_error: Takes the exception of a failed handler.
    """

    def __init__(self, webhooks: "Webhooks", store: Store | AsyncStore, on_error: OnError | None) -> None:
        self.webhooks = webhooks
        self.store = store
        self._on_error = on_error

    def failed(self, received: Received, error: Exception, *, counts: bool = True) -> "Flow[Outcome]":
        """Say what is done when a function failed: log it, count it, report it.

        Args:
            received: The delivery.
            error: What was raised.
            counts: Whether the store counts it.
        """
        described = self.described(error, received.event)
        _log.error("Handling %s failed and is left to the next delivery: %s", received.key, described)
        state = (yield from self.count_failure(received, error)) if counts else None
        yield from self.report(error, received.event)
        return endpoint.PARKED if state is not None and state.parked else endpoint.HANDLER_FAILED

    def count_failure(self, received: Received, error: Exception) -> Flow[Any]:
        """Say how a failure is counted, where the store has a connection of its own for that.

        Args:
            received: The delivery.
            error: What was raised.
        """
        store: Any = self.store
        if getattr(store, "database", None) is None:
            return None
        step = self.counting(received, error)
        try:
            state = yield Short(step)
        except Exception as failure:  # noqa: BLE001 - a backend's own errors; the answer stands
            described = self.described(failure, received.event)
            _log.error("The store did not take that %s failed: %s", received.key, described)
            return None
        if state.newly:
            _log.error("%s is parked after %d attempts.", received.key, state.attempts)
        return state

    def counting(self, received: Received, error: Exception) -> Callable[[], Any]:
        """Return what counts a failure.

        Args:
            received: The delivery.
            error: What was raised.
        """
        store: Any = self.store
        # The type and the message: where it was raised is for the log.
        text = self.described(error, received.event).partition("\n")[0]
        return partial(store.failed, received.key, text, received.body, received.headers)

    def afterwards(self, step: Callable[[], Any]) -> None:
        """Do something once the caller's transaction may have ended: in a thread, which waits for it if it must.

        Args:
            step: What to do.
        """

        def quietly() -> None:
            try:
                step()
            except Exception as error:  # noqa: BLE001 - a backend's own errors
                self.tell_uncounted(error)

        threading.Thread(target=quietly, name=f"{NAME}.webhooks.failures").start()

    def tell_uncounted(self, error: Exception) -> None:
        """Log that a failure could not be counted.

        Args:
            error: Why.
        """
        _log.error("The store did not take that an event failed: %s.", type(error).__name__)

    def described(self, error: BaseException | None, event: "WebhookEvent") -> str:
        """Return the type, message and place of an error, fit for a log.

        Args:
            error: What was raised.
            event: The event that was handled.
        """
        return self.webhooks.describe_failure(error, event.raw)

    def report(self, error: Exception, event: "WebhookEvent") -> Flow[None]:
        """Say how a failure is told to `on_error`.

        Args:
            error: What was raised.
            event: The event that was handled.
        """
        if self._on_error is None:
            return
        try:
            yield partial(self._on_error, error, event)
        except Exception as failure:  # noqa: BLE001 - whatever it raises, the answer stands
            _log.error("on_error failed: %s", self.described(failure, event))
