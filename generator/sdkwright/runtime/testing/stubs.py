"""WireMock stubs as answers of a fake: the part of the format that a client's tests need, and no other silently."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import parse_qs, urlsplit

import msgspec
from attrs import field, frozen

from .._build import BASE_URL
from .._json.codec import encode
from ..errors import ConfigurationError, EncodeError
from ..transports import Request
from ._parts import parts_of
from .replies import Reply, as_plain

__all__ = ["Stub"]

BUILDS_ON: Final = ("_build.BASE_URL",)

_DEFAULT_PRIORITY: Final = 5
_COMPARISONS: Final[dict[str, Callable[[str, str], bool]]] = {
    "equalTo": lambda wanted, text: text == wanted,
    "contains": lambda wanted, text: wanted in text,
    "matches": lambda wanted, text: re.fullmatch(wanted, text) is not None,
}
_ABSENT: Final = {"absent": True}
"""What a stub asks of something that must not be there."""

_BODIES: Final = "__files"
_BASE_PATH: Final = urlsplit(BASE_URL).path.rstrip("/")

_Matchers = dict[str, dict[str, Any]]


class _Part(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    matching_type: Literal["ANY", "ALL"] = "ANY"
    headers: _Matchers = {}


class _Request(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    method: str = "ANY"
    url_path: str | None = None
    url_path_pattern: str | None = None
    headers: _Matchers = {}
    query_parameters: _Matchers = {}
    cookies: _Matchers = {}
    form_parameters: _Matchers = {}
    multipart_patterns: list[_Part] = []


class _Response(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    status: int = 200
    headers: dict[str, str] = {}
    json_body: msgspec.Raw = msgspec.Raw()
    body: str | None = None
    base64_body: str | None = msgspec.field(name="base64Body", default=None)


class _Mapping(msgspec.Struct, forbid_unknown_fields=True):
    request: _Request
    response: _Response
    priority: int = _DEFAULT_PRIORITY
    id: str | None = None
    uuid: str | None = None
    name: str | None = None
    persistent: bool | None = None
    metadata: dict[str, Any] | None = None


class _File(msgspec.Struct):
    mappings: list[msgspec.Raw] | None = None


@frozen(eq=False)
class Stub:
    """One stub.

    Args:
        request: Which requests it answers.
        reply: With what.
        priority: Which of several answers: the lowest.
    """

    request: _Request = field(repr=False)
    reply: Reply
    priority: int

    def matches(self, request: Request) -> bool:
        """Return whether it answers a request.

        Args:
            request: What was sent.
        """
        wanted, parts = self.request, urlsplit(request.url)
        if wanted.method.upper() not in {"ANY", request.method}:
            return False
        # Stubs know nothing of the path of a server, below which all operations lie.
        if not any(_is_at(wanted, path) for path in {parts.path, parts.path.removeprefix(_BASE_PATH)}):
            return False
        headers = {name.lower(): [text] for name, text in request.headers.items()}
        lowered = {name.lower(): matcher for name, matcher in wanted.headers.items()}
        query = parse_qs(parts.query, keep_blank_values=True)
        return (
            _fit(lowered, headers)
            and _fit(wanted.query_parameters, query)
            and _fit(wanted.cookies, _cookies(headers.get("cookie", ())))
            and _fits_body(wanted, request, next(iter(headers.get("content-type", ())), ""))
        )


def read(source: str | os.PathLike[str] | Sequence[Mapping[str, Any]]) -> list[Stub]:
    """Return the stubs of a file, a folder of files, or mappings.

    Args:
        source: Where they are.

    Raises:
        ConfigurationError: A stub cannot be read, or says more than is understood.
    """
    if not isinstance(source, str | os.PathLike):
        try:
            written = [encode(as_plain(mapping)) for mapping in source]
        except EncodeError as error:
            raise ConfigurationError(f"A stub has no JSON form: {error}") from None
        return [_stub(text, f"stub {number}") for number, text in enumerate(written, 1)]
    path = Path(source)
    files = _files(path) if path.is_dir() else [path]
    if not files:
        raise ConfigurationError(f"{path} holds no *.json files; name the folder of the mappings.")
    return [stub for file in files for stub in _read_file(file)]


def _files(folder: Path) -> list[Path]:
    # As WireMock does; its folder of bodies may lie beside that of the mappings.
    found = [file for file in folder.rglob("*.json") if file.is_file()]
    return sorted(file for file in found if _BODIES not in file.relative_to(folder).parts)


def _read_file(file: Path) -> list[Stub]:
    try:
        content = file.read_bytes()
        found = msgspec.json.decode(content, type=_File)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{file}: the stubs cannot be read: {error}.") from None
    if found.mappings is None:
        return [_stub(content, str(file))]
    return [_stub(bytes(text), f"{file}, mapping {number}") for number, text in enumerate(found.mappings, 1)]


def _stub(text: bytes, where: str) -> Stub:
    try:
        mapping = msgspec.json.decode(text, type=_Mapping)
        _check(mapping.request, mapping.response)
        reply = Reply(status=mapping.response.status, headers=_headers(mapping.response), body=_body(mapping.response))
    except (msgspec.DecodeError, ValueError, re.error) as error:
        raise ConfigurationError(f"{where}: the stub says more than is understood, or is none: {error}.") from None
    return Stub(mapping.request, reply, mapping.priority)


def _check(request: _Request, response: _Response) -> None:
    patterns = [request.url_path_pattern] if request.url_path_pattern is not None else []
    listed = [request.headers, request.query_parameters, request.cookies, request.form_parameters]
    listed += [part.headers for part in request.multipart_patterns]
    for name, matcher in (item for matchers in listed for item in matchers.items()):
        if matcher == _ABSENT:
            continue
        if unknown := matcher.keys() - _COMPARISONS.keys():
            raise ValueError(f"{min(unknown)!r} of {name} is none of {', '.join(_COMPARISONS)}, absent")
        if not matcher or not all(isinstance(operand, str) for operand in matcher.values()):
            raise ValueError(f"{name} needs one of {', '.join(_COMPARISONS)} with a text, or absent: true")
        patterns += [matcher["matches"]] if "matches" in matcher else []
    for pattern in patterns:
        re.compile(pattern)
    if sum((bool(bytes(response.json_body)), response.body is not None, response.base64_body is not None)) > 1:
        raise ValueError("of jsonBody, body and base64Body there may be one")


def _headers(response: _Response) -> dict[str, str]:
    # As in WireMock, no content type is added.
    return response.headers


def _body(response: _Response) -> bytes:
    # In WireMock, null means no body.
    if (written := bytes(response.json_body)) and written != b"null":
        return written
    if response.base64_body is not None:
        return base64.b64decode(response.base64_body, validate=True)
    return (response.body or "").encode()


def _is_at(wanted: _Request, path: str) -> bool:
    if wanted.url_path is not None and path != wanted.url_path:
        return False
    return wanted.url_path_pattern is None or re.fullmatch(wanted.url_path_pattern, path) is not None


def _fits_body(wanted: _Request, request: Request, content_type: str) -> bool:
    """Return whether the fields of a form, or the parts of a multipart body, are as they should be."""
    # The transports of a fake have read what was a stream.
    content = request.content if isinstance(request.content, bytes) else b""
    if wanted.form_parameters:
        is_form = content_type.partition(";")[0].strip().lower() == "application/x-www-form-urlencoded"
        found = parse_qs(content.decode(errors="replace"), keep_blank_values=True) if is_form else {}
        if not _fit(wanted.form_parameters, found):
            return False
    for pattern in wanted.multipart_patterns:
        lowered = {name.lower(): matcher for name, matcher in pattern.headers.items()}
        fits = [_fit(lowered, part.headers) for part in parts_of(content_type, content)]
        if not fits or not (all(fits) if pattern.matching_type == "ALL" else any(fits)):
            return False
    return True


def _cookies(texts: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in texts:
        for pair in text.split(";"):
            name, _, value = pair.partition("=")
            found.setdefault(name.strip(), []).append(value.strip())
    return found


def _fit(wanted: _Matchers, there: Mapping[str, Sequence[str]]) -> bool:
    return all(
        name not in there
        if matcher == _ABSENT
        else any(all(_COMPARISONS[how](value, text) for how, value in matcher.items()) for text in there.get(name, ()))
        for name, matcher in wanted.items()
    )
