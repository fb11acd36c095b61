"""Runs the steps of a delivery one after the other, and says what a step that fails was."""

import asyncio
import contextlib
import inspect
from collections.abc import Callable
from typing import Any

from ..errors import ConfigurationError
from ..hooks.webhooks import WebhookEvent
from .endpoint import Outcome
from .flow import Flow
from .handlers import Registered, is_async

__all__ = ["arguments", "call_now", "cancellation", "contained", "drive_now", "is_cancelled", "refuse_async"]


def drive_now(deliver: "Flow[Outcome]") -> "Outcome":
    """Run a flow to its end here, each step as a plain call; return what is to be answered."""
    with contextlib.closing(deliver) as flow:
        send: Callable[[Any], Callable[[], Any]] = flow.send
        given: Any = None
        while True:
            try:
                step = send(given)
            except StopIteration as end:
                outcome: Outcome = end.value
                return outcome
            try:
                send, given = flow.send, call_now(step)
            except BaseException as error:  # noqa: BLE001 - the flow raises again what is not its own
                send, given = flow.throw, error


def is_cancelled() -> bool:
    """Whether the delivery itself is cancelled, as a loop that ends does, and not what a handler waits for."""
    try:
        task = asyncio.current_task()
    except RuntimeError:  # under trio
        return False
    return task is None or bool(task.cancelling())


def cancellation(error: asyncio.CancelledError) -> BaseException:
    """Return a cancellation of the delivery as it is, and one of a function as a failure."""
    if is_cancelled():
        return error
    failure = RuntimeError("A function was cancelled.")
    failure.__cause__ = error
    return failure


def call_now(step: Callable[[], Any]) -> Any:
    """Run a step. Raise `ConfigurationError` if it gives something to await."""
    result = step()
    if inspect.isawaitable(result):
        if inspect.iscoroutine(result):
            result.close()
        raise ConfigurationError(
            "A handler gave something to await: use AsyncWebhookHandler for asynchronous handlers."
        )
    return result


def contained(step: Callable[[], Any]) -> Any:
    """Run a step in a thread. Raise `RuntimeError` for what no thread can hand on."""
    try:
        return step()
    except (StopIteration, SystemExit) as error:
        # No future can hold the first: whoever waits for the thread, as asgiref does, would wait forever. And the
        # second, meant for its thread, would end the loop.
        raise RuntimeError(f"A function raised {type(error).__name__}.") from error


def arguments(handler: Registered, event: "WebhookEvent", connection: Any) -> tuple[Any, ...]:
    """Return what a handler is called with."""
    return (event, connection) if handler.takes_connection else (event,)


def refuse_async(function: object) -> None:
    """Raise `ConfigurationError` if a function is asynchronous."""
    if is_async(function):
        name = getattr(function, "__qualname__", type(function).__qualname__)
        raise ConfigurationError(f"{name} is asynchronous: register it with AsyncWebhookHandler.")
