"""The named places that a document can be fetched from, as `spec/sources.toml` lists them.

A source that reaches the rest of the generator is complete and holds no credentials.
"""

import ipaddress
import tomllib
from pathlib import PurePosixPath
from typing import Annotated, Any, TypeVar

import attrs
import httpx
import msgspec
from msgspec import Meta

from sdkwright.documents import MAX_BYTES, load_toml
from sdkwright.errors import GeneratorError
from sdkwright.project import Project

_T = TypeVar("_T")
_Seconds = Annotated[float, Meta(gt=0, le=3600)]
_Size = Annotated[int, Meta(gt=0, le=MAX_BYTES)]
# Both end up as one argument of a command: neither may start with a dash or name a range, a tag, a path or a URL.
_PackageName = Annotated[str, Meta(pattern=r"^(?:@[a-z0-9][a-z0-9._~-]*/)?[a-z0-9][a-z0-9._~-]*\Z", max_length=214)]
_ExactVersion = Annotated[
    str, Meta(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?\Z", max_length=100)
]

# No path: whoever answers for one place of a host answers for all of it.
_ORIGIN = r"^https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?/?\Z"


class UrlSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document at an https address.

    Attributes:
        url: The address, without credentials; http only to a loopback address.
        timeout_seconds: For the whole download, redirects included.
        max_bytes: The size beyond which the document is refused.
        allow_redirect_hosts: The hosts, besides its own, that a redirect may lead to.
    """

    url: str
    timeout_seconds: _Seconds = 60
    max_bytes: _Size = MAX_BYTES
    allow_redirect_hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_url(self.url)

    @property
    def label(self) -> str:
        """The address without its query, which may be nobody's business."""
        return show_url(check_url(self.url))


class NpmSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of an npm package.

    Attributes:
        npm: The package's name, with its scope if it has one.
        version: One exact version.
        path: The file inside the package.
        timeout_seconds: For the whole of `npm pack`.
        max_bytes: The size beyond which the file is refused.
    """

    npm: _PackageName
    version: _ExactVersion
    path: str
    timeout_seconds: _Seconds = 300
    max_bytes: _Size = MAX_BYTES

    def __post_init__(self) -> None:
        parts = PurePosixPath(self.path).parts
        if not parts or parts[0] == "/" or ".." in parts or not self.path.isprintable():
            raise ValueError("`path` names a file inside the package, such as `api/acme.json`")

    @property
    def label(self) -> str:
        """The package, its version and the file in it."""
        return f"npm {self.npm}@{self.version} {self.path}"


class FileSource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A document on this machine.

    Attributes:
        file: Its path; a relative one starts at the root of the checkout.
        max_bytes: The size beyond which the document is refused.
    """

    file: Annotated[str, Meta(min_length=1)]
    max_bytes: _Size = MAX_BYTES

    @property
    def label(self) -> str:
        """The path as it was given, as text that can be printed and stored whatever bytes the name is made of."""
        return self.file.encode("utf-8", "replace").decode("utf-8")


Source = UrlSource | NpmSource | FileSource

_KINDS: dict[str, type[UrlSource] | type[NpmSource] | type[FileSource]] = {
    "url": UrlSource,
    "npm": NpmSource,
    "file": FileSource,
}


@attrs.frozen
class Sources:
    """What `spec/sources.toml` says.

    Attributes:
        default: The name of the source to fetch from when none is named.
        by_name: Every source under its name, in the order of the file.
        allow_reference_origins: The origins, as in `https://schemas.example.com`, that references may lead to.
    """

    default: str
    by_name: dict[str, Source]
    allow_reference_origins: tuple[str, ...] = ()

    def choose(self, name: str | None) -> tuple[str, Source]:
        """The source called `name`, or the default one, with its name.

        Raises:
            GeneratorError: There is no such source.
        """
        wanted = self.default if name is None else name
        if wanted not in self.by_name:
            known = ", ".join(self.by_name)
            raise GeneratorError(f"spec/sources.toml: no source is called {wanted!r}; there are: {known}.")
        return wanted, self.by_name[wanted]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    default: str
    sources: Annotated[dict[str, dict[str, Any]], Meta(min_length=1)]
    allow_reference_origins: tuple[Annotated[str, Meta(pattern=_ORIGIN)], ...] = ()


def read_sources(project: Project) -> Sources:
    """Read `spec/sources.toml`.

    Raises:
        GeneratorError: It is missing, not TOML, or says something that we do not know.
    """
    where = project.show(project.sources)
    try:
        content = _convert(load_toml(project.sources.read_text("utf-8")), _File, where=where)
    except FileNotFoundError:
        raise GeneratorError(f"{where}: missing; restore it, or fetch one document with `--file PATH`.") from None
    except OSError as error:
        raise GeneratorError(f"{where}: cannot be read ({error.strerror}); fix that and fetch again.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GeneratorError(f"{where}: not TOML: {error}; fix it and fetch again.") from None
    by_name = {name: _source(table, where=f"{where}: [sources.{name}]") for name, table in content.sources.items()}
    if content.default not in by_name:
        known = ", ".join(by_name)
        raise GeneratorError(f"{where}: `default` names {content.default!r}, which is no source; there are: {known}.")
    return Sources(content.default, by_name, content.allow_reference_origins)


def check_url(text: str) -> httpx.URL:
    """Parse an address that we are willing to fetch from.

    Raises:
        ValueError: It is none; the text says why and never repeats the address.
    """
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        raise ValueError("`url` is not a valid address; write it as https://host/path") from None
    if url.userinfo:
        raise ValueError("`url` holds credentials; take them out of it and change them where they are valid")
    if not url.host or url.scheme not in {"https", "http"}:
        raise ValueError("`url` is not an https address; write it as https://host/path")
    if url.scheme == "http" and not is_loopback(url):
        raise ValueError("`url` is http, which anyone on the way can alter; use https")
    return url


def is_loopback(url: httpx.URL) -> bool:
    """Whether `url` leads to this machine."""
    try:
        return ipaddress.ip_address(url.host).is_loopback
    except ValueError:
        return url.host == "localhost"


def show_url(url: httpx.URL) -> str:
    """`url` as it may be printed: without credentials, query and fragment."""
    return str(url.copy_with(userinfo=b"", query=None, fragment=None))


def _source(table: dict[str, Any], *, where: str) -> Source:
    kinds = [kind for key, kind in _KINDS.items() if key in table]
    if len(kinds) != 1:
        keys = ", ".join(table) or "no key"
        raise GeneratorError(f"{where}: needs exactly one of the keys url, npm and file, and has {keys}.")
    return _convert(table, kinds[0], where=where)


def _convert(value: object, kind: type[_T], *, where: str) -> _T:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        # msgspec names the key and what it expected, never the value, which could be an address with a password.
        raise GeneratorError(f"{where}: {error}; the comments in that file say what it takes.") from None
