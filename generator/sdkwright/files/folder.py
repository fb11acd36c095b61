"""Reads the files below a folder: plain ones by their own names, through no symbolic link."""

import os
import stat
from pathlib import Path

import attrs

from sdkwright.files.addresses import NotReadError, is_address


@attrs.frozen
class Folder:
    """The folder of a document.

    Attributes:
        path: The folder itself, which may be named through links.
    """

    path: Path

    def __call__(self, file: str, most: int) -> bytes:
        """The content of a file.

        Args:
            file: Its path below the folder, as `addresses.target` gives it.
            most: How many bytes at most.

        Raises:
            NotReadError: It is missing, no plain file, behind a link, too large, or cannot be read.
        """
        if is_address(file):
            raise NotReadError("is an address, and none that spec/sources.toml allows")
        path = self.path
        for part in file.split("/"):
            path = path / part
            _refuse_link(path)
        return read_plain(path, most)


def _refuse_link(path: Path) -> None:
    try:
        if stat.S_ISLNK(path.lstat().st_mode):
            raise NotReadError("lies behind a symbolic link")
    except OSError:
        raise NotReadError("is not there") from None


def read_plain(path: Path, most: int) -> bytes:
    """The content of a plain file, which is not opened if it is anything else: that could wait for ever, or act.

    Args:
        path: The file.
        most: How many bytes at most.

    Raises:
        NotReadError: It is no plain file, too large, or cannot be read.
    """
    try:
        seen = path.lstat()
        if not stat.S_ISREG(seen.st_mode):
            raise NotReadError("is no plain file")
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - what was looked at is what is read
            held = os.fstat(file.fileno())
            if (held.st_dev, held.st_ino) != (seen.st_dev, seen.st_ino):
                raise NotReadError("was replaced while it was read")
            data = file.read(most + 1)
    except OSError as error:
        raise NotReadError(f"cannot be read ({error.strerror})") from None
    if len(data) > most:
        raise NotReadError(f"has more than the {most:,} bytes that are read")
    return data
