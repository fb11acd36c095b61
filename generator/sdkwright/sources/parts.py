"""The other files of a document in several: from where each source has them, and where the checkout keeps them."""

import hashlib
import posixpath
import time
from pathlib import Path
from typing import Final

import httpx
import msgspec
from msgspec import UnsetType

from sdkwright.errors import GeneratorError
from sdkwright.files import Folder, NotReadError, Read
from sdkwright.files.addresses import is_address, origin
from sdkwright.files.digests import digest
from sdkwright.project import Project
from sdkwright.sources.config import FileSource, NpmSource, Source, UrlSource, check_url
from sdkwright.sources.download import download
from sdkwright.sources.lock import Lock
from sdkwright.sources.npm import fetch_tarball, read_member
from sdkwright.tree.temporary import temporary

_RESTORE: Final = "restore both from version control, or fetch them again with `nox -s fetch -- --update`."
_ADDRESSES: Final = ".addresses"


def stored(file: str) -> str:
    """Where the checkout keeps a part, below the folder of the parts.

    Args:
        file: Its path below the document's folder, or its address.
    """
    return f"{_ADDRESSES}/{hashlib.sha256(file.encode()).hexdigest()[:32]}" if is_address(file) else file


def pinned(project: Project, lock: Lock) -> Read:
    """Reads the parts that a lock pins, and no others.

    Args:
        project: The checkout.
        lock: Its lock.
    """
    folder = Folder(project.parts)
    digests = {} if isinstance(lock.parts, UnsetType) else lock.parts

    def read(file: str, most: int) -> bytes:
        if file not in digests:
            raise NotReadError("is not among the files that the lock pins")
        where = project.show(project.parts / stored(file))
        try:
            data = folder(stored(file), most)
        except NotReadError as error:
            raise GeneratorError(f"{where} {error}, but {project.show(project.lock)} pins it; {_RESTORE}") from None
        if digest(data) != digests[file]:
            raise GeneratorError(f"{where}: not the file that {project.show(project.lock)} pins; {_RESTORE}")
        return data

    return read


def beside(project: Project) -> Read:
    """Reads the parts of a document that nothing pins: they lie in `spec/upstream`, or beside the document itself."""
    if project.trial_spec is not None:
        return Folder(project.trial_spec.parent)
    return Folder(project.parts if project.parts.is_dir() else project.spec)


def received(project: Project, place: Source, allowed: tuple[str, ...], integrity: str, *, way_out: str) -> Read:
    """Reads the parts of a document from where it came from itself, and addresses whose origin is allowed.

    Args:
        project: The checkout.
        place: The source of the document.
        allowed: The origins that `spec/sources.toml` allows references to lead to.
        integrity: The sha512 of the package that the document is in, if it is in one.
        way_out: The end of an error's sentence: what else to do.
    """
    match place:
        case UrlSource():
            near = _below(place, way_out)
        case NpmSource():
            near = _packaged(place, integrity, way_out)
        case FileSource():
            near = Folder((project.root / place.file).parent)
    limits = place if isinstance(place, UrlSource) else UrlSource(url="https://document.invalid/")
    hosts = {one.lower().rstrip("/") for one in allowed}

    def read(file: str, most: int) -> bytes:
        if not is_address(file):
            return near(file, most)
        if origin(file) not in hosts:
            raise NotReadError("is of an origin that `allow_reference_origins` in spec/sources.toml does not list")
        return _downloaded(file, limits, most, way_out)

    return read


def _below(place: UrlSource, way_out: str) -> Read:
    """Reads what lies below the folder of a document's address, all of it in the time that the source allows."""
    base = check_url(place.url)
    folder = base.path.rpartition("/")[0]
    ends = time.monotonic() + place.timeout_seconds

    def read(file: str, most: int) -> bytes:
        url = base.copy_with(path=f"{folder}/{file}", query=None, fragment=None)
        left = max(ends - time.monotonic(), 0.001)
        return _downloaded(str(url), msgspec.structs.replace(place, timeout_seconds=left), most, way_out)

    return read


def _downloaded(address: str, limits: UrlSource, most: int, way_out: str) -> bytes:
    try:
        one = msgspec.structs.replace(limits, url=address, max_bytes=max(min(limits.max_bytes, most), 1))
    except (ValueError, httpx.InvalidURL) as error:
        raise NotReadError(f"is not read: {error}") from None
    return download(one, held=None, way_out=way_out).data or b""


def _packaged(place: NpmSource, integrity: str, way_out: str) -> Read:
    """Reads what lies below the folder of a document in its package, which is downloaded once more for it."""
    held: list[bytes] = []

    def read(file: str, most: int) -> bytes:
        path = posixpath.join(posixpath.dirname(place.path), file)
        wanted = msgspec.structs.replace(place, path=path, max_bytes=max(min(place.max_bytes, most), 1))
        with temporary("sdkwright-fetch-") as folder:
            if not held:
                tarball = fetch_tarball(place, folder, way_out=way_out)
                if tarball.integrity != integrity:
                    raise GeneratorError(f"{place.label}: the package is another one now; fetch it again.")
                held.append(tarball.path.read_bytes())
            copy = folder / "package.part"
            copy.write_bytes(held[0])
            try:
                return read_member(copy, wanted, way_out=way_out)
            except GeneratorError as error:
                raise NotReadError(f"is not read: {error}") from None

    return read


def strays(project: Project, parts: dict[str, bytes]) -> list[Path]:
    """What lies in the folder of the parts and is none of them."""
    kept = {project.parts / stored(file) for file in parts}
    found = project.parts.rglob("*") if project.parts.is_dir() else ()
    return [path for path in found if path not in kept and (path.is_symlink() or not path.is_dir())]
