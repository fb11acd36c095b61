"""What the operating system refuses, as sentences; and the few file operations that all of the tree shares."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sdkwright.errors import GeneratorError
from sdkwright.tree import leftovers

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def sentences(doing: str) -> Iterator[None]:
    """Turn an `OSError` of the block into a sentence.

    Args:
        doing: What the block does, as in "write the new tree".

    Raises:
        GeneratorError: The operating system refused; the message names the path and the way out.
    """
    try:
        yield
    except OSError as error:
        raise GeneratorError(_sentence(doing, error)) from error


def _sentence(doing: str, error: OSError) -> str:
    where = f" ({os.fsdecode(error.filename)})" if isinstance(error.filename, str | bytes) else ""
    if error.errno in _FULL:
        return f"disk full: cannot {doing}{where}; nothing was changed. Free some space and run the command again."
    if error.errno in _FORBIDDEN:
        return f"cannot {doing}{where}: {error.strerror}; nothing was changed. Make that path writable for you."
    return f"cannot {doing}{where}: {error.strerror or error}; nothing was changed."


def remove(path: Path) -> None:
    """Remove whatever `path` is, itself and never what a link points to; a path that is not there is no error."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def copy(source: Path, target: Path) -> None:
    """Copy a folder, Python's caches apart; each file is on the disk when this returns."""
    for name, path in files(source).items():
        write(target / name, path.read_bytes())


def write(path: Path, data: bytes) -> None:
    """Write a file that is on the disk when this returns, so that a rename after it never reveals half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace(path: Path, data: bytes) -> None:
    """Write a file in one step: all of it, or it is as it was."""
    part = leftovers.aside(path)
    try:
        write(part, data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def read(path: Path) -> bytes | None:
    """The bytes of a regular file, or None where there is none (a link is none of ours)."""
    return path.read_bytes() if path.is_file() and not path.is_symlink() else None


def files(folder: Path) -> dict[str, Path]:
    """Every file and link below `folder` by its relative posix name, sorted; Python's own caches apart."""
    found: dict[str, Path] = {}
    if not folder.is_dir():
        return found
    for here, folders, names in os.walk(folder, onerror=_refuse):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        folders[:] = [name for name in folders if name != "__pycache__" and name not in links]
        for name in names + links:
            if not name.endswith(".pyc"):
                path = Path(here) / name
                found[path.relative_to(folder).as_posix()] = path
    return dict(sorted(found.items()))


def _refuse(error: OSError) -> None:
    # A folder that cannot be read is not an empty one.
    raise error
