"""The runtime that every package carries: a folder in a checkout, and one archive in what is installed."""

import atexit
import tarfile
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Final

from sdkwright.errors import GeneratorError

FOLDER: Final = Path(__file__).resolve().parent / "runtime"
"""Where it lies in a checkout."""
_ARCHIVE: Final = FOLDER.with_name("runtime.tar.xz")


@cache
def runtime() -> Path:
    """The folder of the modules that every package carries; of an archive it is made once, and goes with the process.

    Raises:
        GeneratorError: The archive cannot be unpacked.
    """
    return unpacked(_ARCHIVE) if _ARCHIVE.is_file() else FOLDER


def unpacked(archive: Path) -> Path:
    """The folder that an archive of modules is unpacked into, as `sdkwright/runtime` below a temporary one.

    Args:
        archive: The archive.

    Raises:
        GeneratorError: It cannot be unpacked.
    """
    from sdkwright.tree.temporary import temporary  # noqa: PLC0415 - which stands on `Project`, and that on this

    with ExitStack() as until:
        try:
            folder = until.enter_context(temporary("sdkwright-runtime-")) / "sdkwright" / "runtime"
            folder.mkdir(parents=True)
            _unpack(archive, folder)
        except (OSError, EOFError, tarfile.TarError) as error:
            # A Python without lzma is one of these, too.
            said = getattr(error, "strerror", None) or error
            raise GeneratorError(
                f"{archive.name} of the installed sdkwright cannot be unpacked ({said}); free some room, or install it "
                "again."
            ) from None
        atexit.register(until.pop_all().close)
    return folder


def _unpack(archive: Path, folder: Path) -> None:
    # Not `extractall`, whose filter the first Pythons 3.11 lack.
    with tarfile.open(archive, "r:xz") as modules:
        for member in modules:
            path = folder / member.name
            if member.isfile() and path.is_relative_to(folder) and ".." not in path.parts:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(modules.extractfile(member).read())  # type: ignore[union-attr]  # it is a file
