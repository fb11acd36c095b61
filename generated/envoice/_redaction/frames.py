"""Empties the frames of an exception that leaves a call: those of HTTP libraries hold the request as bytes.

What is cancelled or interrupted keeps its exception, for event loops know it by its identity. A traceback that shows
locals would show the credentials then, in the buffers of whoever was about to write them.
"""

from __future__ import annotations

from contextlib import suppress
from types import FrameType
from typing import Final, cast

_QUOTING: Final = frozenset({"aiohttp", "h11", "h2", "hpack", "httpcore", "httpcore2", "httpx", "httpx2", "hyperframe"})
"""Packages whose errors may quote the request or the answer, or hold it."""

_HOLDERS: Final = _QUOTING | {
    "anyio", "asyncio", "concurrent", "selectors", "socket", "socksio", "ssl", "trio", __name__.partition(".")[0]
}  # fmt: skip
"""Packages whose frames hold a request, or parts of it. Those of a caller's hooks and fakes stay as they are."""


def empty_frames(error: BaseException, handled: BaseException | None) -> None:
    """Take what they hold from the frames that an exception came through, and the libraries' errors from its context.

    Args:
        error: The exception that leaves a call. It stays the same object, with the same lines in its traceback.
        handled: The exception that the caller was handling when the call began, or None. It is not changed.
    """
    pending, seen = [error], set[int]()
    while pending:
        current = pending.pop()
        if current is handled or id(current) in seen:
            continue
        seen.add(id(current))
        _empty(current)
        suppressed = current.__suppress_context__
        _set(current, "__context__", _harmless(current.__context__, handled))
        _set(current, "__cause__", _harmless(current.__cause__, handled))
        # Setting a cause sets this too.
        _set(current, "__suppress_context__", suppressed)
        pending += [inner for inner in (current.__context__, current.__cause__) if inner is not None]
        if isinstance(current, BaseExceptionGroup):
            pending += cast("BaseExceptionGroup[BaseException]", current).exceptions


def _harmless(inner: BaseException | None, handled: BaseException | None) -> BaseException | None:
    """The first exception from here on that quotes nothing; None if the chain leads back into itself."""
    passed = set[int]()
    while inner is not None and inner is not handled and _package(type(inner).__module__) in _QUOTING:
        if id(inner) in passed:
            return None
        passed.add(id(inner))
        inner = inner.__context__
    return inner


def _set(error: BaseException, name: str, value: object) -> None:
    # Frozen exceptions of callers, such as dataclasses, refuse what is set by their own method.
    BaseException.__setattr__(error, name, value)


def _empty(error: BaseException) -> None:
    step = error.__traceback__
    while step is not None:
        if _holds(step.tb_frame):
            # What still runs is the call itself, which holds nothing that shows.
            with suppress(RuntimeError):
                step.tb_frame.clear()
        step = step.tb_next


def _holds(frame: FrameType) -> bool:
    return _package(frame.f_globals.get("__name__")) in _HOLDERS


def _package(module: object) -> str:
    return str(module).partition(".")[0]
