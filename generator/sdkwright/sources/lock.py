"""The lock: which document `spec/upstream.json` is, to the byte, and how it came.

`fetch` writes it; generation reads it and refuses any other bytes.
"""

import re
from datetime import datetime
from typing import Annotated
from urllib.parse import unquote

import msgspec
from msgspec import UNSET, Meta, UnsetType, field

from sdkwright.errors import GeneratorError
from sdkwright.files.digests import digest, together
from sdkwright.project import Project
from sdkwright.sources.config import check_url, is_loopback, show_url

_NOTE = "Written by `nox -s fetch`, which pins spec/upstream.json; not to be edited."
_VALIDATOR = r"^[\x21-\x7e](?:[\x20-\x7e]{0,1022}[\x21-\x7e])?\Z"
# Sent back as header values, so nothing that could end a header.
_Validator = Annotated[str, Meta(pattern=_VALIDATOR)]


class UrlOrigin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="url"):
    """Where a downloaded document came from.

    Attributes:
        url: The address that was asked, before any redirect.
        etag: The answer's ETag, to ask again with.
        last_modified: The answer's Last-Modified, to ask again with.
    """

    url: str
    etag: _Validator | UnsetType = UNSET
    last_modified: _Validator | UnsetType = UNSET


class NpmOrigin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="npm"):
    """Which file of which package a document is.

    Attributes:
        name: The package.
        version: Its exact version.
        path: The file in it.
        integrity: The package's sha512, as npm writes it.
    """

    name: str
    version: str
    path: str
    integrity: str


class FileOrigin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind", tag="file"):
    """Which local file a document was.

    Attributes:
        path: Relative to the checkout, or only the name of a file outside it.
    """

    path: str


Origin = UrlOrigin | NpmOrigin | FileOrigin


class Lock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `spec/upstream.json` is.

    Attributes:
        source: The name in `spec/sources.toml`, or `file` for `--file`.
        origin: Where exactly it came from.
        fetched_at: When, in UTC, to the second.
        sha256: The digest of the bytes, in lower-case hex.
        parts: The digests of its other files, by their paths below its folder or their addresses.
        size: How many bytes.
        openapi: The version of OpenAPI (or Swagger) it declares.
        title: The title it gives itself.
        version: The version it gives itself.
        operations: How many operations it has.
        schemas: How many named schemas it has.
        tools: The version of every tool that the fetch or a later generation stands on.
        note: For whoever opens the file.
    """

    note: str = _NOTE
    source: str
    origin: Origin
    fetched_at: Annotated[datetime, Meta(tz=True)]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    parts: dict[str, Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]] | UnsetType = UNSET
    size: int = field(name="bytes")
    openapi: str
    title: str
    version: str
    operations: int
    schemas: int
    tools: dict[str, str]

    @property
    def whole(self) -> str:
        """The digest of the document with its other files, in lower-case hex."""
        return together(self.sha256, {} if isinstance(self.parts, UnsetType) else self.parts)

    @property
    def called(self) -> str:
        """What the other files call the document."""
        return called(self.origin)

    def matches(self, data: bytes) -> bool:
        """Whether `data` is the pinned document."""
        return digest(data) == self.sha256

    def verify(self, data: bytes, *, name: str) -> None:
        """Make sure that `data` is the pinned document.

        Args:
            data: The bytes of `spec/upstream.json`.
            name: What to call the lock in an error.

        Raises:
            GeneratorError: It is another one.
        """
        if not self.matches(data):
            raise GeneratorError(
                f"spec/upstream.json: its sha256 is {digest(data)[:12]}…, but {name} pins "
                f"{self.sha256[:12]}… ({self.title} {self.version} from {self.source}); restore both from version "
                "control, or fetch them again with `nox -s fetch -- --update`."
            )

    def encode(self) -> bytes:
        """The file's content."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


def read_lock(project: Project) -> Lock:
    """Read a project's lock.

    Raises:
        GeneratorError: It is missing or not a lock.
    """
    where = project.show(project.lock)
    try:
        return msgspec.json.decode(project.lock.read_bytes(), type=Lock)
    except FileNotFoundError:
        raise GeneratorError(f"{where}: missing; fetch a document with `nox -s fetch`.") from None
    except OSError as error:
        raise GeneratorError(f"{where}: cannot be read ({error.strerror}); fix that and try again.") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise GeneratorError(
            f"{where}: not a lock that we wrote ({error}); restore it from version control, or write it anew with "
            "`nox -s fetch -- --update`."
        ) from None


def called(origin: Origin) -> str:
    """What the other files of a document call it: the last part of where it came from."""
    match origin:
        case UrlOrigin():
            return unquote(check_url(origin.url).path.rpartition("/")[2])
        case NpmOrigin() | FileOrigin():
            return origin.path.rpartition("/")[2]


def document_url(project: Project) -> str:
    """The address that a project's document was downloaded from; empty if it came otherwise, or from this machine.

    Raises:
        GeneratorError: The lock is not one.
    """
    if project.trial_spec is not None or not project.lock.exists():
        return ""
    origin = read_lock(project).origin
    if not isinstance(origin, UrlOrigin):
        return ""
    url = check_url(origin.url)
    return "" if is_loopback(url) else show_url(url)


def validator(header: str | None) -> str | UnsetType:
    """A response's ETag or Last-Modified if it can be kept and sent back, else UNSET."""
    return header if header is not None and re.match(_VALIDATOR, header) else UNSET
