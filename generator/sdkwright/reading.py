"""Reads what strangers send within a size and a time, whatever they send and however slowly."""

import threading
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

import attrs

T = TypeVar("T")


class TooLargeError(Exception):
    """More was sent than is read."""


class TooLateError(Exception):
    """It was not all there in time."""


def gather(chunks: Iterable[bytes], *, limit: int) -> bytes:
    """All that the chunks hold.

    Args:
        chunks: The parts as they arrive.
        limit: How many bytes at most; nothing is read beyond.

    Raises:
        TooLargeError: There are more.
    """
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > limit:
            raise TooLargeError
    return bytes(data)


def in_time(work: Callable[[], T], *, seconds: float) -> T:
    """What `work` returns, or raises, if it ends in time.

    The timeouts of a client count from one byte to the next, so that a server which drips never meets one; neither
    do a resolver and a proxy. A thread that is late is left behind, and ends with the process at the latest.

    Args:
        work: What to do, bounded in size by itself.
        seconds: How long it may take in all.

    Raises:
        TooLateError: It did not end in time.
    """
    done: _Outcome[T] = _Outcome()

    def run() -> None:
        try:
            done.value = work()
        except BaseException as error:  # noqa: BLE001 - raised again by the caller's thread
            done.error = error
        done.ended = True

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not done.ended:
        raise TooLateError
    if done.error is not None:
        raise done.error
    return done.value  # type: ignore[return-value]  # set, because nothing was raised


@attrs.define
class _Outcome(Generic[T]):
    value: T | None = None
    error: BaseException | None = None
    ended: bool = False
