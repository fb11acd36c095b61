"""Folders for the length of a block, and the end of those that killed commands left behind."""

import contextlib
import hashlib
import os
import platform
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

DAY: Final = 86_400.0
"""After how many seconds a leftover is dead whose process cannot be asked for, because it ran on another host."""

_LOCK: Final = ".lock"


def host() -> str:
    """This machine, in the names of leftovers: on a shared file system a lock may hold on one host only."""
    return hashlib.sha256(platform.node().encode("utf-8", "replace")).hexdigest()[:8]


@contextlib.contextmanager
def temporary(prefix: str, *, within: Path | None = None) -> Iterator[Path]:
    """An empty folder for the block, removed after it; those of the same prefix that killed processes left go first.

    A process holds a lock in its folder as long as it lives, so neither a number that another process has got since
    nor a long run is mistaken.

    Args:
        prefix: What the folder is for, as in `sdkwright-build-`.
        within: Where to make it; by default where the system wants temporary files.

    Raises:
        OSError: It cannot be made.
    """
    place = within or Path(tempfile.gettempdir())
    _sweep(place, prefix)
    with tempfile.TemporaryDirectory(prefix=f"{prefix}{host()}-", dir=place, ignore_cleanup_errors=True) as name:
        lock = FileLock(Path(name) / _LOCK, fallback_to_soft=False)
        # Where the file system has no locks, a leftover is dead when it is old.
        with contextlib.suppress(OSError, NotImplementedError, Timeout):
            lock.acquire(blocking=False)
        try:
            folder = Path(name) / "files"
            folder.mkdir()
            yield folder
        finally:
            # Before the folder goes: some systems remove no file that is open.
            lock.release()


def is_old(path: Path) -> bool:
    """Whether nothing was written to `path` for a day."""
    return time.time() - path.lstat().st_mtime > DAY


def _sweep(place: Path, prefix: str) -> None:
    for path in place.glob(f"{prefix}*"):
        # A folder of somebody else, or one that was swept meanwhile, is not ours to mind.
        with contextlib.suppress(OSError, NotImplementedError, Timeout):
            if not path.is_symlink() and path.is_dir() and _is_ours(path) and _is_dead(path, f"{prefix}{host()}-"):
                shutil.rmtree(path, ignore_errors=True)


def _is_dead(path: Path, own: str) -> bool:
    """Whether the process that made a folder has ended; one that has just made it may hold no lock yet.

    Raises:
        Timeout: It lives.
    """
    has_lock = (path / _LOCK).exists()
    if has_lock:
        lock = FileLock(path / _LOCK, fallback_to_soft=False)
        lock.acquire(blocking=False)
        lock.release()
    return is_old(path) or (has_lock and path.name.startswith(own))


def _is_ours(path: Path) -> bool:
    return os.name == "nt" or path.lstat().st_uid == os.getuid()
