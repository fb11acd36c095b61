"""Keeps what a service answers, and the values of our queries, out of the lines that HTTP libraries log of our calls.

The loggers are those of every client in the process, and other people's lines are none of our business: what is ours is
known by the functions that a line is logged from, which costs nothing where no line is logged.
"""

from __future__ import annotations

import logging
import re
import sys
from http import HTTPStatus
from types import FrameType, ModuleType
from typing import Any, Final

from .._redaction.codec_log import quieten_codec
from ..errors import public_url
from ._contract import Request

_PARTS: Final = ("connection", "http11", "http2", "proxy", "socks")
"""The loggers of httpcore, and of what comes with httpx2."""

_OURS: Final = __name__.rpartition(".")[0] + "."
_DOWNLOAD: Final = __name__.removesuffix("transports._logs") + "_download."

_ANSWERED: Final = re.compile(r"(receive_response_headers\.complete return_value=)\(.*", re.DOTALL)
_STATUS: Final = re.compile(r"\((?:b'[^']*', )?([0-9]{3}),")
_FAILED: Final = re.compile(r"(\w+\.failed exception=\w+)\b.*", re.DOTALL)
_PROXY: Final = re.compile(r" auth=\(.*\)", re.DOTALL)
_REASON: Final = 4
"""Where the reason phrase stands among what httpx's line of a request is made of."""


class _Kept(logging.Filter):
    """Takes the values of queries and the reason phrase out of httpx's lines, and the answer out of httpcore's."""

    def filter(self, record: logging.LogRecord) -> bool:
        if (frame := _ours()) is None:
            return True
        if isinstance(record.args, tuple) and record.args:
            args, shown = record.args, _shown(frame)
            record.args = tuple(_value(place, value, args, shown) for place, value in enumerate(args))
        elif isinstance(record.msg, str):
            record.msg = _event(record.msg)
        return True


class _Dropped(logging.Filter):
    """Drops the lines that spell out parts of an answer, and hardly anything else."""

    def filter(self, record: logging.LogRecord) -> bool:
        del record
        return _ours() is None


_KEPT: Final = _Kept()
_DROPPED: Final = _Dropped()


def quieten(library: ModuleType) -> None:
    """Watch over the lines of httpx, or of a library with its interface. Doing it again does nothing.

    Args:
        library: The library.
    """
    core = library.__name__.replace("httpx", "httpcore")
    for name in (library.__name__, *(f"{core}.{part}" for part in _PARTS)):
        logging.getLogger(name).addFilter(_KEPT)
    quieten_codec()
    for name in ("hpack.hpack", "hpack.table"):
        logging.getLogger(name).addFilter(_DROPPED)


def quieten_aiohttp() -> None:
    """Watch over the lines of aiohttp, which quotes cookies that it cannot read. Doing it again does nothing."""
    for name in ("aiohttp.client", "aiohttp.internal"):
        logging.getLogger(name).addFilter(_DROPPED)


def _ours() -> FrameType | None:
    """Return the frame of our transports, or of a download, that is at work further up."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - documented
    while frame is not None:
        name = str(frame.f_globals.get("__name__"))
        if (name.startswith(_OURS) and name != __name__) or name.startswith(_DOWNLOAD):
            return frame
        frame = frame.f_back
    return None


def _shown(frame: FrameType) -> str:
    """Return the URL that may be shown of the request which a transport sends; empty if its own may be."""
    request = frame.f_locals.get("request")
    return request.shown if isinstance(request, Request) else ""


def _value(place: int, value: object, among: tuple[Any, ...], shown: str) -> object:
    if type(value).__name__ == "URL" and (shown or "?" in str(value)):
        return public_url(shown or str(value))
    if place == _REASON and isinstance(value, str) and isinstance(status := among[place - 1], int):
        return _phrase(status)
    return value


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _event(text: str) -> str:
    answered = _ANSWERED.match(text)
    if answered is not None:
        status = _STATUS.search(text)
        return f"{answered[1]}({status[1] if status else 'an answer'})"
    return _PROXY.sub(" auth=<hidden>", _FAILED.sub(r"\1", text))
