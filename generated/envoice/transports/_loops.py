"""What a transport says when it is asked after its end, or from an event loop that its connections do not belong to."""

from __future__ import annotations

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
