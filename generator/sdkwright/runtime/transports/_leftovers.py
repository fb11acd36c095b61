"""Keeps bytes that follow an answer from becoming the answer to the next call on the same connection."""

from __future__ import annotations

from typing import Any

from ._streams import AsyncGuardedStream, GuardedStream

_HTTP2 = b"HTTP/2"


def discard_leftovers(response: Any) -> None:
    """Close the connection of an answer that was read, if anything may follow the answer on it.

    Args:
        response: The response of httpx, or of a library with its interface, read but not closed.
    """
    if _hides_bytes(response):
        response.extensions["network_stream"].close()


async def adiscard_leftovers(response: Any) -> None:
    """Close the connection of an answer that was read, if anything may follow the answer on it.

    Args:
        response: The response of httpx, or of a library with its interface, read but not closed.
    """
    if _hides_bytes(response):
        await response.extensions["network_stream"].aclose()


def _hides_bytes(response: Any) -> bool:
    """Return whether a connection may hold bytes that nobody can see, so that it has to be closed.

    A connection that holds more than the answer is marked, and closes itself when the response is closed. Over HTTP/2
    each byte names the call that it belongs to, and a mock has no connection.
    """
    extensions = response.extensions
    stream: object = extensions.get("network_stream")
    if stream is None or extensions.get("http_version") == _HTTP2:
        return False
    state = _protocol_state(response.stream)
    if state is None:
        return True
    try:
        pending: bytes = state.trailing_data[0]
        if pending:
            state.send_failed()
    except AttributeError:
        return True
    # A guarded stream tells what lies between the socket and the protocol when the next call takes the connection.
    return not isinstance(stream, GuardedStream | AsyncGuardedStream)


def _protocol_state(stream: object) -> Any:
    """Return the h11 connection behind a response, or None when another layer lies in between."""
    found: Any = stream
    try:
        # A client wraps the stream of its transport.
        found = found if hasattr(found, "_httpcore_stream") else found._stream  # noqa: SLF001 - no public way
        found = found._httpcore_stream._stream._connection._h11_state  # noqa: SLF001 - as above
    except AttributeError:
        return None
    return found
