"""The file that a download writes, beside its target until it is whole."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import IO, Final

from attrs import define

from .._api import NAME
from .._lazy import httpx
from ..errors import DownloadError

BUILDS_ON: Final = ("_api.NAME",)

_TAIL: Final = 1024
_PERMISSIONS: Final = 0o777


def no_file(path: Path) -> str:
    """Return what is wrong with a target that is there and is no file; empty where a file may take its place.

    Args:
        path: The target. A link to a file is replaced itself; what it leads to stays.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        # It is not there, or its folder is not, which opening tells.
        return ""
    if stat.S_ISDIR(mode):
        return "is a folder; name a file in it"
    # Root may put a file in the place of a device.
    return "" if stat.S_ISREG(mode) else "is no regular file, so it is not replaced"


@define
class Sink:
    """The file being written, beside its target until it is whole.

    Args:
        path: Where the whole file belongs.
        max_bytes: Largest acceptable size in bytes.
        magic: What the content must start with.
        ending: What its last 1,024 bytes must hold.
        error: Makes the error for a file that cannot be stored, of its message and of `outcome`, if that is known.
    """

    path: Path
    max_bytes: int
    magic: bytes
    ending: bytes
    error: Callable[..., DownloadError]
    kind: str = "no content type"
    head: bytes = b""
    tail: bytes = b""
    size: int = 0
    part: Path | None = None
    file: IO[bytes] | None = None

    def begin(self, response: httpx.Response) -> None:
        """Judge the head of the answer and open the file."""
        if response.status_code != HTTPStatus.OK:
            raise self.error(f"the link answers {response.status_code}")
        self.kind = response.headers.get("content-type", self.kind)[:100]
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise self.error("the link answers with a Content-Encoding, which was not asked for")
        length = response.headers.get("content-length", "")
        if length.isascii() and length.isdigit() and int(length[:20]) > self.max_bytes:
            raise self._too_large()
        self.open()

    def open(self) -> None:
        """Open the file beside its target, which must be a file or nothing."""
        if problem := no_file(self.path):
            raise self.error(f"{self.path} {problem}")
        part = self.path.parent / f".{NAME}-{secrets.token_hex(8)}.part"
        self.file = part.open("xb")
        self.part = part
        with contextlib.suppress(FileNotFoundError):
            part.chmod(self.path.stat().st_mode & _PERMISSIONS)

    def write(self, chunk: bytes) -> None:
        """Write the next bytes, if they may belong to the file."""
        self.size += len(chunk)
        if self.size > self.max_bytes:
            raise self._too_large()
        wanted = len(self.magic)
        if len(self.head) < wanted:
            self.head = (self.head + chunk)[:wanted]
            if not self.magic.startswith(self.head):
                raise self._wrong_kind()
        self.tail = (self.tail + chunk)[-_TAIL:]
        if self.file is not None:
            self.file.write(chunk)

    def commit(self) -> Path:
        """Put the whole file in its place."""
        if self.head != self.magic or self.file is None or self.part is None:
            raise self._wrong_kind()
        if self.ending not in self.tail:
            raise self.error("the file ends early")
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self.part.replace(self.path)
        self.part = None
        return self.path

    def discard(self) -> None:
        """Remove what was written, unless it is in its place."""
        if self.file is not None:
            with contextlib.suppress(OSError):
                self.file.close()
        if self.part is not None:
            with contextlib.suppress(OSError):
                self.part.unlink(missing_ok=True)

    def _too_large(self) -> DownloadError:
        return self.error(f"the file is larger than max_bytes, {self.max_bytes} bytes")

    def _wrong_kind(self) -> DownloadError:
        return self.error(
            f"the link leads to something that does not start with {self.magic.decode('ascii')} ({self.kind})",
            outcome="unknown",
        )
