"""Which event loop runs, and what a transport says after its end or in a loop that its connections do not belong to."""

from __future__ import annotations

import sys
from typing import Any, cast

from ._contract import TransportError


def closed_client() -> TransportError:
    """Return the error of a transport that was closed before it sent."""
    return TransportError("the HTTP client is closed; make a new client", sent=False, usable=False)


def other_loop() -> TransportError:
    """Return the error of a transport that is used from a second event loop."""
    return TransportError(
        "an async client belongs to one event loop, and that one is closed or another; "
        "make a new client, or use `async with` in each run",
        sent=False,
        usable=False,
    )


def running_loop() -> object:
    """Return what stands for the event loop that runs: asyncio's own object, or trio's token; None for any other."""
    import asyncio  # a synchronous transport does without it

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return _trio_token()


def has_ended(loop: object) -> bool:
    """Return whether an event loop is over, and with it the connections that were made in it.

    Args:
        loop: What `running_loop` has returned.
    """
    if loop is None:
        return False
    import asyncio

    if isinstance(loop, asyncio.AbstractEventLoop):
        return loop.is_closed()
    # trio is loaded, because the loop is one of its tokens.
    trio, token = cast("Any", sys.modules["trio"]), cast("Any", loop)
    try:
        token.run_sync_soon(int)
    except trio.RunFinishedError:
        return True
    return False


def _trio_token() -> object:
    trio: Any = sys.modules.get("trio")
    if trio is None:
        return None
    try:
        return trio.lowlevel.current_trio_token()
    except RuntimeError:
        return None
