"""What is a folder in a checkout and part of one archive in what is installed: `hatch_build.py` writes it."""

import atexit
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

CARRIED: Final = ("contract", "emit/templates", "new/templates", "runtime", "stainless")
"""The folders: code that packages carry, templates, and rooms that few commands need."""

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
    """A folder of `CARRIED`; of an archive it is made once, and goes with the process.

    Args:
        name: The folder, relative to this package.

    Raises:
        GeneratorError: The archive cannot be unpacked.
    """
    return (_unpacked_once() if _ARCHIVE.is_file() else _PACKAGE) / name


def unpacked(archive: Path) -> Path:
    """The folder that an archive is unpacked into, as `sdkwright` below a temporary one.

    Args:
        archive: The archive.

    Raises:
        GeneratorError: It cannot be unpacked.
    """
    # Every command imports this module, and few unpack; the one stands on `Project`, and that on this.
    import tarfile  # noqa: PLC0415

    from sdkwright.tree.temporary import temporary  # noqa: PLC0415

    with ExitStack() as until:
        try:
            target = until.enter_context(temporary("sdkwright-carried-")) / "sdkwright"
            # Not `extractall`, whose filter the first Pythons 3.11 lack.
            with tarfile.open(archive, "r:bz2") as files:
                for member in files:
                    path = target / member.name
                    if member.isfile() and ".." not in path.parts and path.is_relative_to(target):
                        path.parent.mkdir(parents=True, exist_ok=True)
                        path.write_bytes(files.extractfile(member).read())  # type: ignore[union-attr]  # it is a file
        except (OSError, EOFError, tarfile.TarError) as error:
            # A Python without bz2 is one of these, too.
            said = getattr(error, "strerror", None) or error
            raise GeneratorError(
                f"{archive.name} of the installed sdkwright cannot be unpacked ({said}); free some room, or install it "
                "again."
            ) from None
        atexit.register(until.pop_all().close)
    return target


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
    return unpacked(_ARCHIVE)
