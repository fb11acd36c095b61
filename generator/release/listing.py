"""What an index has of the package: its releases, their files, and the digests of these."""

import hashlib
import time
from collections.abc import Callable, Mapping
from typing import Final

import attrs
import requests
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version
from pypi_simple import DistributionPackage, NoSuchProjectError, PyPISimple, UnsupportedRepoVersionError

from generator.errors import GeneratorError
from generator.release.index import PACKAGE, Index
from generator.release.login import OnOrigin

TIMEOUT: Final = 30.0
"""How long an index may take to begin an answer, in seconds."""

LIMIT: Final = 20_000_000
"""What is read of a file of the index at most, in bytes; our own are of a hundredth of that."""

_NOT_FOUND: Final = 404
_FORBIDDEN: Final = {401, 403}
_CHUNK: Final = 65536


@attrs.define
class Release:
    """A version that the index lists.

    Attributes:
        files: The SHA-256 of each file by its name.
        wheel: Its wheel, if it has one.
        yanked: Whether all of it was taken back (https://peps.python.org/pep-0592/).
    """

    files: dict[str, str] = attrs.field(factory=dict)
    wheel: DistributionPackage | None = None
    yanked: bool = True


def releases(index: Index, *, exactly: str | None = None) -> dict[Version, Release]:
    """What the index has of the package, by version.

    Args:
        index: The index.
        exactly: The version whose files are read where the index does not state their digests.

    Raises:
        GeneratorError: It does not answer, refuses, or does not answer as an index.
    """
    found: dict[Version, Release] = {}
    for package in _packages(index):
        version = _version(package)
        if version is None:
            continue
        release = found.setdefault(version, Release())
        stated = dict(package.digests).get("sha256", "")
        if not stated and exactly is not None and version == Version(exactly):
            stated = hashlib.sha256(read(index, package)).hexdigest()
        release.files[package.filename] = stated
        release.yanked = release.yanked and package.is_yanked
        if package.package_type == "wheel":
            release.wheel = package
    return found


def read(index: Index, package: DistributionPackage) -> bytes:
    """A file of the index; credentials go nowhere but to the index's own origin.

    Raises:
        GeneratorError: It cannot be read, is not what the index states, or is larger than `LIMIT`.
    """
    data = bytearray()
    try:
        with _session(index) as session, session.get(package.url, stream=True, timeout=TIMEOUT) as answer:
            answer.raise_for_status()
            for chunk in answer.iter_content(_CHUNK):
                data += chunk
                if len(data) > LIMIT:
                    raise GeneratorError(f"{package.filename} on {index.simple} is larger than {LIMIT:,} bytes.")
    except requests.RequestException as error:
        raise GeneratorError(
            f"{package.filename} cannot be read from {index.simple} ({type(error).__name__}); try again."
        ) from None
    stated = dict(package.digests).get("sha256")
    if stated and hashlib.sha256(data).hexdigest() != stated:
        raise GeneratorError(f"{index.simple} has a {package.filename} that is not what it lists; look there.")
    return bytes(data)


def wait_for(
    index: Index,
    version: str,
    files: Mapping[str, str],
    *,
    seconds: float = 60,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Wait until the index lists what was sent: many take a while, and some fail meanwhile.

    Args:
        index: The index.
        version: The version.
        files: The SHA-256 of each file by its name.
        seconds: How long at most.
        sleep: Waits.

    Raises:
        GeneratorError: It lists something else, or not all of it in time.
    """
    pause, trouble = 0.5, f"{index.simple} does not list {PACKAGE} {version} yet"
    while True:
        try:
            there = releases(index, exactly=version).get(Version(version), Release()).files
        except GeneratorError as error:
            there, trouble = {}, str(error).rstrip(".")
        if files.items() <= there.items():
            return
        for name, digest in files.items():
            if there.get(name, digest) != digest:
                raise GeneratorError(f"{index.simple} lists {name} with other contents than were sent; look there.")
        if seconds <= 0:
            raise GeneratorError(f"{trouble}. What was sent has arrived; run this again later with --verify.")
        sleep(pause)
        seconds, pause = seconds - pause, min(pause * 2, 8)


def _session(index: Index) -> requests.Session:
    session = requests.Session()
    if index.reader is not None:
        session.auth = OnOrigin(index.simple, index.reader)
    return session


def _packages(index: Index) -> list[DistributionPackage]:
    try:
        with _session(index) as session:
            client = PyPISimple(index.simple, session=session)
            try:
                return client.get_project_page(PACKAGE, timeout=TIMEOUT).packages
            except NoSuchProjectError:
                _refuse_nowhere(index, session)
                return []
    except (requests.RequestException, UnsupportedRepoVersionError, ValueError, KeyError, TypeError) as error:
        raise GeneratorError(_unreadable(index, error)) from None


def _refuse_nowhere(index: Index, session: requests.Session) -> None:
    """Refuse an address that has no list at all, lest a slip in it passes for an index without releases."""
    with session.get(index.simple, stream=True, timeout=TIMEOUT) as answer:
        if answer.status_code == _NOT_FOUND:
            answer.raise_for_status()


def _unreadable(index: Index, error: Exception) -> str:
    response = getattr(error, "response", None)
    if response is None:
        down = isinstance(error, requests.RequestException) and not isinstance(error, ValueError)
        why = "does not answer" if down else "does not answer as a package index"
        return f"{index.simple} {why} ({type(error).__name__}); check the address, or name the list with --simple."
    if response.status_code in _FORBIDDEN:
        whose = "the credentials were not accepted" if index.reader else "it asks for credentials"
        return (
            f"{index.simple} answers {response.status_code}: {whose}; set TWINE_USERNAME and TWINE_PASSWORD, or "
            f"store them in .pypirc or the keyring."
        )
    if response.status_code == _NOT_FOUND:
        return f"{index.simple} has no list of packages (404); check the address, or name the list with --simple."
    return f"{index.simple} answers {response.status_code}; try again, or name the list of packages with --simple."


def _version(package: DistributionPackage) -> Version | None:
    # A page may list what belongs elsewhere, and files of days when anything was a version.
    if canonicalize_name(package.project or "") != PACKAGE:
        return None
    try:
        return Version(package.version or "")
    except InvalidVersion:
        return None
