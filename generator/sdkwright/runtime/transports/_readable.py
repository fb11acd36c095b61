"""Whether a socket has something to read, asked again and again."""

from __future__ import annotations

import select
import sys
from typing import Any


class Readable:
    """Tells whether a socket has something to read, be it the end of the connection.

    Args:
        opened: The socket, or what wraps it: anything with `fileno`. None is a connection that offers none, and
            its state is unknown.
    """

    __slots__ = ("_descriptor", "_poll", "_socket")

    def __init__(self, opened: Any) -> None:
        # asyncio and trio wrap their sockets; what they wrap answers sooner.
        self._socket = getattr(opened, "_sock", opened)
        self._descriptor: int = -1 if opened is None else opened.fileno()
        self._poll: Any = None
        if self._descriptor >= 0 and sys.platform != "win32" and hasattr(select, "poll"):
            self._poll = select.poll()
            self._poll.register(self._descriptor, select.POLLIN)

    def now(self) -> bool:
        """Return whether there is something to read; a socket that was closed has its end."""
        # A socket that is closed has no descriptor, and its number may be another's.
        if self._descriptor < 0 or self._socket.fileno() != self._descriptor:
            return True
        if self._poll is not None:
            return bool(self._poll.poll(0))
        return bool(select.select([self._socket], [], [], 0)[0])
