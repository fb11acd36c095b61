"""What is a folder in a checkout and part of one archive in what is installed: `hatch_build.py` writes it."""

import atexit
import hashlib
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Final

from sdkwright.errors import GeneratorError

CARRIED: Final = (
    "contract",
    "diff",
    "emit/templates",
    "new/templates",
    "normalise",
    "release",
    "runtime",
    "site",
    "stainless",
)
"""The folders: code that packages carry, templates, and rooms of many small modules."""

_PACKAGE: Final = Path(__file__).resolve().parent
FOLDER: Final = _PACKAGE / "runtime"
"""Where the runtime lies in a checkout."""
_ARCHIVE: Final = _PACKAGE / "carried.tar.bz2"
_ROOMS: Final = frozenset(f"{__package__}.{name}" for name in CARRIED if (FOLDER.parent / name).parent == _PACKAGE)


def runtime() -> Path:
    """The folder of the modules that every package carries.

    Raises:
        GeneratorError: The archive cannot be unpacked.
    """
    return folder("runtime")


def folder(name: str) -> Path:
    """A folder of `CARRIED`; of an archive it is made once.

    Args:
        name: The folder, relative to this package.

    Raises:
        GeneratorError: The archive cannot be unpacked.
    """
    return (_unpacked_once() if _ARCHIVE.is_file() else _PACKAGE) / name


def unpacked(archive: Path) -> Path:
    """The folder that an archive is unpacked into, as `sdkwright` below a temporary one; it goes with the process.

    Args:
        archive: The archive.

    Raises:
        GeneratorError: It cannot be unpacked.
    """
    from sdkwright.tree.temporary import temporary  # noqa: PLC0415 - it stands on `Project`, and that on this

    with ExitStack() as until:
        try:
            target = until.enter_context(temporary("sdkwright-carried-")) / _PACKAGE.name
            _extract(archive, target)
        except (OSError, EOFError) as error:
            # A Python without bz2 is one of these, too.
            said = getattr(error, "strerror", None) or error
            raise GeneratorError(
                f"{archive.name} of the installed sdkwright cannot be unpacked ({said}); free some room, or install it "
                "again."
            ) from None
        atexit.register(until.pop_all().close)
    return target


def kept(archive: Path) -> Path | None:
    """The folder that an archive is unpacked into once for all processes: beside it, with its modules' bytecode.

    Another archive, as an upgrade brings, has another folder, and takes the earlier ones away.

    Args:
        archive: The archive.

    Returns:
        The folder; None where it cannot be written.
    """
    import compileall  # noqa: PLC0415 - asked for once in an installation

    name = hashlib.sha256(archive.read_bytes()).hexdigest()[:16]
    folder = archive.parent / "_unpacked" / name
    if not folder.is_dir():
        # Complete under its name, or not there: another process may do the same, and this one may be killed.
        begun = folder.with_name(f"{name}-{os.getpid()}-{os.urandom(4).hex()}")
        try:
            folder.parent.mkdir(exist_ok=True)
            _sweep(folder.parent, name)
            _extract(archive, begun / _PACKAGE.name)
            for room in _ROOMS:
                compileall.compile_dir(begun / _PACKAGE.name / room.rpartition(".")[2], quiet=2)
            begun.rename(folder)
        except (OSError, EOFError):
            shutil.rmtree(begun, ignore_errors=True)
    return folder / _PACKAGE.name if folder.is_dir() else None


def _extract(archive: Path, target: Path) -> None:
    """Write the files of an archive below `target`.

    Raises:
        OSError, EOFError: It cannot be read, or a file cannot be written.
    """
    import tarfile  # noqa: PLC0415 - every command imports this module, and few unpack

    try:
        # Not `extractall`, whose filter the first Pythons 3.11 lack.
        with tarfile.open(archive, "r:bz2") as files:
            for member in files:
                path = target / member.name
                if member.isfile() and ".." not in path.parts and path.is_relative_to(target):
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(files.extractfile(member).read())  # type: ignore[union-attr]  # it is a file
    except tarfile.TarError as error:
        raise OSError(str(error)) from None


def _sweep(place: Path, name: str) -> None:
    """Remove what other archives left, and what killed processes began for this one."""
    from sdkwright.tree.temporary import is_old  # noqa: PLC0415 - as above

    for path in place.iterdir():
        if not path.name.startswith(name) or is_old(path):
            shutil.rmtree(path, ignore_errors=True)


class Rooms(MetaPathFinder):
    """Finds the rooms that are carried, where there is an archive."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - asked by import
        target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """The module of a room."""
        return PathFinder.find_spec(fullname, [str(_unpacked_once())], target) if fullname in _ROOMS else None


def install() -> None:
    """Have the rooms found from now on."""
    if _ARCHIVE.is_file():
        sys.meta_path.append(Rooms())


@cache
def _unpacked_once() -> Path:
    return kept(_ARCHIVE) or unpacked(_ARCHIVE)
