"""Keeps the account's values out of the log of the codec of HTTP/2."""

from __future__ import annotations

import logging
from typing import Final

from .names import SECRET_HEADERS


class _Withheld(logging.Filter):
    """Drops the log records in which the codec of HTTP/2 writes our headers."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        return not any(name in message for name in SECRET_HEADERS)


_WITHHELD: Final = _Withheld()


def quieten_codec() -> None:
    """Keep our headers out of the log of the codec of HTTP/2. A second call has no effect."""
    for name in ("hpack.hpack", "hpack.table"):
        logging.getLogger(name).addFilter(_WITHHELD)
