"""A release that is out, as its wheel shows it: unpacked and read, never run."""

import ast
import io
import lzma
import zipfile
import zlib
from pathlib import Path
from typing import Final

from sdkwright.errors import GeneratorError

LIMIT: Final = 50_000_000
"""What a wheel may unpack to, in bytes."""

_MANY: Final = 10_000
# All that the standard library says of an archive that is damaged, encrypted or of another kind.
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, RuntimeError, ValueError, EOFError, OSError)


def unpack(wheel: bytes, folder: Path, *, package: str, name: str) -> Path:
    """Unpack the package of a wheel, and nothing else of it.

    Args:
        wheel: The wheel.
        folder: Where to.
        package: The package's name.
        name: What to call the wheel in an error.

    Returns:
        The folder of the package.

    Raises:
        GeneratorError: It is no wheel, or unpacks to more than a package ever has.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
            members = [member for member in archive.infolist() if member.filename.startswith(f"{package}/")]
            if len(members) > _MANY or sum(member.file_size for member in members) > LIMIT:
                raise GeneratorError(f"{name} unpacks to more than {LIMIT:,} bytes; yank it on the index.")
            # `extractall` leaves out of a name whatever would lead out of the folder.
            archive.extractall(folder, members)
    except _BROKEN as error:
        raise GeneratorError(
            f"{name} cannot be unpacked ({type(error).__name__}), so nobody can tell what has changed since; if it is "
            f"broken, yank it on the index."
        ) from None
    if not (folder / package).is_dir():
        raise GeneratorError(f"{name} has no package {package}, so nobody can tell what has changed since; yank it.")
    return folder / package


def stated_digest(package: Path) -> str | None:
    """The SHA-256 of the document that an unpacked package says it was made from; None where it says none."""
    try:
        module = ast.parse((package / "_build.py").read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in module.body:
        match node:
            case ast.AnnAssign(target=ast.Name("SPEC_SHA256"), value=ast.Constant(str(digest))):
                return digest
            case _:
                continue
    return None
