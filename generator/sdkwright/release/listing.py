"""What an index has of the package: its releases, their files, and the digests of these."""

import hashlib
import time
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urljoin, urlsplit

import attrs
import requests
import urllib3
from packaging.version import Version

from sdkwright.errors import GeneratorError
from sdkwright.reading import TooLargeError, TooLateError, gather, in_time
from sdkwright.release import simple
from sdkwright.release.index import Index
from sdkwright.release.login import OnOrigin, same_origin
from sdkwright.release.simple import File, UnreadableError
from sdkwright.text import clean

TIMEOUT: Final = 30.0
"""How long an index may take from one byte to the next, in seconds."""

LIST_SECONDS: Final = 60.0
"""How long an index may take for its list of our files, redirects included."""

LIST_LIMIT: Final = 5_000_000
"""What is read of a list at most, in bytes."""

FILE_SECONDS: Final = 300.0
"""How long an index may take for a file."""

LIMIT: Final = 20_000_000
"""What is read of a file of the index at most, in bytes; our own are of a hundredth of that."""

_NOT_FOUND: Final = 404
_FORBIDDEN: Final = {401, 403}
_REDIRECTS: Final = {301, 302, 303, 307, 308}
_MOST_REDIRECTS: Final = 5
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
    wheel: File | None = None
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
    for file in _listed(index):
        release = found.setdefault(file.version, Release())
        stated = file.sha256
        if not stated and exactly is not None and file.version == Version(exactly):
            stated = hashlib.sha256(read(index, file)).hexdigest()
        release.files[file.name] = stated
        release.yanked = release.yanked and file.yanked
        if file.name.endswith(".whl"):
            release.wheel = file
    return found


def read(index: Index, file: File) -> bytes:
    """A file of the index; credentials go nowhere but to the index's own origin.

    Raises:
        GeneratorError: It cannot be read, is not what the index states, or is larger than `LIMIT`.
    """
    name = clean(file.name)

    def download() -> bytes:
        with _session(index) as session, session.get(file.url, stream=True, timeout=TIMEOUT) as answer:
            answer.raise_for_status()
            return gather(answer.iter_content(_CHUNK), limit=LIMIT)

    try:
        data = in_time(download, seconds=FILE_SECONDS)
    except TooLargeError:
        raise GeneratorError(f"{name} on {index.simple} is larger than {LIMIT:,} bytes.") from None
    except TooLateError:
        raise GeneratorError(
            f"{index.simple} did not send {name} within {FILE_SECONDS:g} seconds; try again."
        ) from None
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        raise GeneratorError(
            f"{name} cannot be read from {index.simple} ({type(error).__name__}); try again."
        ) from None
    if file.sha256 and hashlib.sha256(data).hexdigest() != file.sha256:
        raise GeneratorError(f"{index.simple} has a {name} that is not what it lists; look there.")
    return data


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
    pause, trouble = 0.5, f"{index.simple} does not list {index.package} {version} yet"
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


@attrs.frozen
class _Answer:
    """What an index answered to a question for a list.

    Attributes:
        status: The status.
        content_type: What it is.
        url: Where it was answered, after redirects on the origin.
        elsewhere: The origin that it was redirected to and that was not asked, if any.
        data: The page, if it was to be read.
    """

    status: int
    content_type: str
    url: str
    elsewhere: str = ""
    data: bytes = attrs.field(default=b"", repr=False)


def _listed(index: Index) -> list[File]:
    """Our files on the index; none only if it has a list of packages, and none of ours in it."""
    page = urljoin(index.simple.rstrip("/") + "/", f"{index.package}/")
    answer = _ask(index, page, whole=True)
    if answer.status == _NOT_FOUND or answer.elsewhere:
        # What another origin lists is not ours: pypiserver and GitLab redirect to PyPI for what they do not have.
        _refuse_nowhere(index)
        return []
    _refuse_status(index, answer.status)
    if urlsplit(answer.url).path.removesuffix("index.html").rstrip("/").rpartition("/")[2].lower() != index.package:
        raise GeneratorError(_unreadable(index, "by a redirect to something that is not the package's page"))
    try:
        return simple.files(answer.data, answer.content_type, answer.url, index.package)
    except UnreadableError as error:
        raise GeneratorError(_unreadable(index, str(error))) from None


def _refuse_nowhere(index: Index) -> None:
    """Refuse an address that has no list at all, lest a slip in it passes for an index without releases."""
    answer = _ask(index, index.simple, whole=False)
    if answer.elsewhere:
        raise GeneratorError(
            f"{index.simple} redirects to another origin, {answer.elsewhere}; if that is your index, name its list "
            "with --simple."
        )
    _refuse_status(index, answer.status)
    try:
        simple.kind(answer.content_type)
    except UnreadableError as error:
        raise GeneratorError(_unreadable(index, str(error))) from None


def _ask(index: Index, url: str, *, whole: bool) -> _Answer:
    def ask() -> _Answer:
        with _session(index) as session:
            return _follow(session, url, whole=whole)

    try:
        return in_time(ask, seconds=LIST_SECONDS)
    except TooLargeError:
        raise GeneratorError(_unreadable(index, f"with a page of more than {LIST_LIMIT:,} bytes")) from None
    except TooLateError:
        raise GeneratorError(
            f"{index.simple} did not answer within {LIST_SECONDS:g} seconds; try again, or name the list with --simple."
        ) from None
    except UnreadableError as error:
        raise GeneratorError(_unreadable(index, str(error))) from None
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        why = "answers with an address that is none" if isinstance(error, ValueError) else "does not answer"
        raise GeneratorError(
            f"{index.simple} {why} ({type(error).__name__}); check the address, or name the list with --simple."
        ) from None


def _follow(session: requests.Session, url: str, *, whole: bool) -> _Answer:
    for _ in range(_MOST_REDIRECTS + 1):
        headers = {"Accept": simple.ACCEPT, "Cache-Control": "max-age=0"}
        with session.get(url, headers=headers, stream=True, timeout=TIMEOUT, allow_redirects=False) as answer:
            kind = answer.headers.get("Content-Type", "")
            if answer.status_code not in _REDIRECTS:
                wanted = whole and answer.ok
                data = gather(answer.iter_content(_CHUNK), limit=LIST_LIMIT) if wanted else b""
                return _Answer(answer.status_code, kind, url, data=data)
            target = urljoin(url, session.get_redirect_target(answer) or "")
        if not same_origin(url, target):
            return _Answer(answer.status_code, kind, url, elsewhere=_origin(target))
        url = target
    raise UnreadableError(f"with more than {_MOST_REDIRECTS} redirects")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return clean(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}")


def _refuse_status(index: Index, status: int) -> None:
    if status in _FORBIDDEN:
        whose = "the credentials were not accepted" if index.reader else "it asks for credentials"
        raise GeneratorError(
            f"{index.simple} answers {status}: {whose}; set TWINE_USERNAME and TWINE_PASSWORD, or store them in "
            f".pypirc or the keyring."
        )
    if status == _NOT_FOUND:
        raise GeneratorError(
            f"{index.simple} has no list of packages (404); check the address, or name the list with --simple."
        )
    if not requests.codes.ok <= status < requests.codes.multiple_choices:
        raise GeneratorError(f"{index.simple} answers {status}; try again, or name the list of packages with --simple.")


def _unreadable(index: Index, how: str) -> str:
    return (
        f"{index.simple} does not answer as a package index (it answers {how}); check the address, or name the list "
        "with --simple."
    )
