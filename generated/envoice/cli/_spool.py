"""Keeps the rows of an unfinished export beside its file, so that it goes on where it stopped, whatever stopped it.

`FILE.part` holds the rows as JSON lines, `FILE.part.state` how many bytes of it count and which page comes next. A page
is on the disk before the state says so; what lies beyond the state is cut off when the export goes on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import msgspec

from .._lazy import pathlib
from ..errors import ConfigurationError


class State(msgspec.Struct, frozen=True):
    """How far an export has come.

    Args:
        asked: Digest of what was asked for.
        page: Number of the page that comes next; None when all have been fetched.
        size: Bytes of the rows that count.
        rows: How many they are.
    """

    asked: str
    page: int | None = 1
    size: int = 0
    rows: int = 0


class Spool:
    """The rows that were fetched so far. One process at a time may hold it.

    Args:
        target: The file that the export makes.
        asked: Digest of what is asked for.
        restart: Whether to begin anew, whatever is there.

    Raises:
        ConfigurationError: What is there belongs to another question, or another process is at it.
    """

    def __init__(self, target: pathlib.Path, asked: str, *, restart: bool) -> None:
        self.part = target.with_name(f"{target.name}.part")
        self._state_file = target.with_name(f"{target.name}.part.state")
        self._file = self.part.open("a+b")
        try:
            _lock(self._file.fileno(), self.part)
            self.state = State(asked) if restart else self._found(asked)
            # A page that was written and not yet counted would come twice.
            self._file.truncate(self.state.size)
        except BaseException:
            self._file.close()
            raise

    def _found(self, asked: str) -> State:
        try:
            state = msgspec.json.decode(self._state_file.read_bytes(), type=State)
        except FileNotFoundError:
            return State(asked)
        except msgspec.MsgspecError:
            raise ConfigurationError(f"{self._state_file} cannot be read; --restart begins anew.") from None
        if state.asked != asked:
            raise ConfigurationError(
                f"{self.part} belongs to an export of something else (resource, page size, service or account); "
                "--restart begins anew, or choose another file."
            )
        size = self.part.stat().st_size
        if not size:
            # Its rows have become the file, and the process ended before it could forget them.
            return State(asked)
        if size < state.size:
            raise ConfigurationError(f"{self.part} has lost its end; --restart begins anew.")
        return state

    def add(self, lines: Iterable[bytes], next_page: int | None) -> None:
        """Keep the rows of one page.

        Args:
            lines: Each row as JSON.
            next_page: The page that comes after it; None for the end.
        """
        count = 0
        for line in lines:
            self._file.write(line + b"\n")
            count += 1
        self._file.flush()
        os.fsync(self._file.fileno())
        size = self._file.seek(0, os.SEEK_END)
        self.state = State(self.state.asked, next_page, size, self.state.rows + count)
        write_aside(self._state_file, msgspec.json.encode(self.state))

    def lines(self) -> Iterator[bytes]:
        """Yield the rows that were kept."""
        with self.part.open("rb") as file:
            for line in file:
                yield line.rstrip(b"\n")

    def close(self) -> None:
        """Let go of the file, which stays."""
        self._file.close()

    def remove(self) -> None:
        """Forget the rows: the export is done."""
        self._file.close()
        self._state_file.unlink(missing_ok=True)
        self.part.unlink(missing_ok=True)


def write_aside(path: pathlib.Path, content: bytes) -> None:
    """Replace a file as a whole, on the disk before its name points to it.

    Args:
        path: The file.
        content: What it is to hold.
    """
    aside = path.with_name(f"{path.name}.new")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def settle(aside: pathlib.Path, target: pathlib.Path) -> None:
    """Give a finished file its name.

    Args:
        aside: The file.
        target: Its name, replaced if it exists.
    """
    with aside.open("r+b") as file:
        os.fsync(file.fileno())
    aside.replace(target)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(target.absolute().parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _lock(descriptor: int, part: pathlib.Path) -> None:
    try:
        import fcntl  # Windows has none, and there an open file cannot be replaced anyway
    except ImportError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise ConfigurationError(f"Another export is writing {part}; wait for it, or choose another file.") from None
