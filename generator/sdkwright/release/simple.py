"""Reads the pages of a package index, in JSON and in HTML, without trusting their shape.

The format: https://packaging.python.org/en/latest/specifications/simple-repository-api/. Every step takes a time that
grows with the page's length and no faster, which holds for no HTML parser of the standard library.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import attrs
import msgspec
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ACCEPT: Final = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01"
"""What is asked for: some indexes refuse a request that takes anything."""

_JSON: Final = "application/vnd.pypi.simple.v1+json"
_HTML: Final = {"application/vnd.pypi.simple.v1+html", "text/html"}
_MAJOR: Final = "1"
_LONGEST_NAME: Final = 255
"""The longest name of a file that common file systems hold, in characters."""

_LONGEST_TEXT: Final = 2000

_TAG: Final = re.compile(
    r"<(a|base|meta|script)(?=[\s/>])([^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*)>", re.IGNORECASE
)
_START: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"([a-z][a-z-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?", re.IGNORECASE)
_ENDINGS: Final = (".whl", ".tar.gz", ".zip", ".tar.bz2", ".tar.xz", ".tgz", ".egg", ".exe", ".msi", ".rpm")


class UnreadableError(Exception):
    """Why a page is no list of files, as the end of a sentence that starts with "answers"."""


@attrs.frozen
class File:
    """A file that an index lists.

    Attributes:
        name: Its name.
        url: Where it lies.
        version: The version of the package in it.
        sha256: Its digest in hex, or nothing where the index states none.
        yanked: Whether it was taken back (https://peps.python.org/pep-0592/).
    """

    name: str
    url: str
    version: Version
    sha256: str
    yanked: bool


class _Meta(msgspec.Struct):
    version: str = msgspec.field(name="api-version")


class _JsonFile(msgspec.Struct):
    filename: str
    url: str
    hashes: dict[str, str]
    yanked: bool | str = False


class _JsonPage(msgspec.Struct):
    meta: _Meta
    name: str
    files: list[_JsonFile]


def kind(content_type: str) -> str:
    """Which format a page has, by its Content-Type.

    Raises:
        UnreadableError: None that we read.
    """
    base = content_type.partition(";")[0].strip().lower()
    if base == _JSON or base in _HTML:
        return "json" if base == _JSON else "html"
    raise UnreadableError("with a content type that is no list of packages")


def files(data: bytes, content_type: str, url: str, project: str) -> list[File]:
    """The files of a project on its page; what belongs to another, or has no version, is passed over.

    Args:
        data: The page.
        content_type: Its Content-Type.
        url: Its address.
        project: The project's name.

    Raises:
        UnreadableError: It is no page of the project.
    """
    try:
        found = _of_json(data, project) if kind(content_type) == "json" else _of_html(data, project)
        return [file for entry in found if (file := _file(entry, url, project)) is not None]
    except (ValueError, RecursionError, msgspec.MsgspecError) as error:
        raise UnreadableError(f"with a page that cannot be read ({type(error).__name__})") from None


def _of_json(data: bytes, project: str) -> list[_JsonFile]:
    page = msgspec.json.decode(data, type=_JsonPage)
    _check_version(page.meta.version)
    if canonicalize_name(page.name) != project:
        raise UnreadableError("with the page of another project")
    return page.files


def _of_html(data: bytes, project: str) -> list[_JsonFile]:
    text = _without_comments(data.decode("utf-8", "replace"))
    base, found, scripts = "", [], False
    for tag, attributes, end in _tags(text):
        scripts = scripts or tag == "script"
        if tag == "meta" and attributes.get("name", "").lower() == "pypi:repository-version":
            _check_version(attributes.get("content", ""))
        elif tag == "base":
            base = base or attributes.get("href", "")
        elif tag == "a" and "href" in attributes:
            address, fragment = urldefrag(urljoin(base, attributes["href"]))
            kind_of, _, digest = fragment.partition("=")
            link_text = html.unescape(text[end : end + _LONGEST_TEXT].partition("<")[0]).strip()
            name = link_text or unquote(urlsplit(address).path).rpartition("/")[2]
            found.append(_JsonFile(name, address, {kind_of: digest}, "data-yanked" in attributes))
    if any(_belongs(entry.filename, project) for entry in found):
        return found
    if scripts or not _START.search(text) or any(not entry.filename.lower().endswith(_ENDINGS) for entry in found):
        # A login or an application, which answers everything: to take it for an empty list would let all pass.
        raise UnreadableError("with a page of a web site, which is no list of files")
    return found


def _check_version(stated: str) -> None:
    if stated.partition(".")[0] != _MAJOR or not stated.replace(".", "").isdecimal():
        raise UnreadableError("with a page of another version of the format")


def _without_comments(text: str) -> str:
    kept, start = [], 0
    while (opens := text.find("<!--", start)) >= 0:
        kept.append(text[start:opens])
        closes = text.find("-->", opens + 4)
        if closes < 0:
            return "".join(kept)
        start = closes + 3
    return "".join([*kept, text[start:]])


def _tags(text: str) -> Iterator[tuple[str, Mapping[str, str], int]]:
    """Each opening tag of interest with its attributes, and where it ends."""
    for tag in _TAG.finditer(text):
        values: dict[str, str] = {}
        for name, *quoted in _ATTRIBUTE.findall(tag[2]):
            values.setdefault(name.lower(), html.unescape("".join(quoted)))
        yield tag[1].lower(), values, tag.end()


def _file(entry: _JsonFile, page: str, project: str) -> File | None:
    version = _version(entry.filename, project)
    if version is None:
        return None
    sha256 = entry.hashes.get("sha256", "").lower()
    return File(entry.filename, urljoin(page, entry.url), version, sha256, entry.yanked is not False)


def _belongs(name: str, project: str) -> bool:
    return canonicalize_name(name[:_LONGEST_NAME]).startswith(f"{project}-") and name.lower().endswith(_ENDINGS)


def _version(name: str, project: str) -> Version | None:
    # A page may list what belongs elsewhere, and files of days when anything was a version.
    ending = next((ending for ending in _ENDINGS if name.lower().endswith(ending)), None)
    if ending is None or len(name) > _LONGEST_NAME:
        return None
    owner, _, rest = name[: -len(ending)].partition("-")
    if ending != ".whl" and "-" in rest and canonicalize_name(owner) != project:
        owner, _, rest = name[: -len(ending)].rpartition("-")
    if canonicalize_name(owner) != project:
        return None
    try:
        return Version(rest.partition("-")[0])
    except (InvalidVersion, ValueError):
        return None
