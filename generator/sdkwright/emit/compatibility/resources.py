"""Writes the modules of the resources, and of the pages."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from sdkwright.emit.compatibility.given import Given
from sdkwright.emit.compatibility.methods import Described
from sdkwright.emit.environment import environment
from sdkwright.normalise.identifiers import class_of, flat, is_snake
from sdkwright.normalise.naming.words import camel
from sdkwright.stainless.migration import Scheme

Rules: TypeAlias = tuple[tuple[str, str, str, str], ...]

OF_CLIENT: Final = "client"
"""What the methods of the client itself are of, as their module and classes call it."""

_OPTIONS: Final = (
    "extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, "
    "timeout: Timeout = not_given"
)
_TWINS: Final = {"RawResponse": "with_raw_response", "StreamingResponse": "with_streaming_response"}
_MODES: Final = {"RawResponse": ("RAW", "raw"), "StreamingResponse": ("STREAMED", "opened")}
_SENT: Final = "extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout"


def page_class(scheme: str) -> str:
    """The class of the pages of a scheme, without `Sync` or `Async`."""
    return camel(scheme.replace("_", " ")).replace("Openai", "OpenAI")


def pages_module(schemes: Iterable[Scheme], rules: Rules) -> str:
    """The module of the page classes, and of what is done with events.

    Args:
        schemes: The pagination schemes.
        rules: What is done with events.
    """
    lines = [
        '"""The pages, a class for each scheme; and what is done with the events of streams."""',
        "",
        "from typing import Final, TypeAlias, TypeVar",
        "",
        "from ._pages import BaseAsyncPage, BaseSyncPage, Scheme as _Scheme",
        "from ._streams import Rules",
        "",
        'T = TypeVar("T")',
        "",
        f"EVENTS: Final[Rules] = {rules!a}",
    ]
    for scheme in schemes:
        lines += [
            "",
            f"{scheme.name.upper()}_SCHEME: Final = _Scheme(",
            f"    {scheme.kind!a}, {scheme.items!a}, {scheme.request!a}, {scheme.response!a}"
            + ("" if scheme.ends_empty else ", ends_empty=False"),
            ")",
        ]
        for prefix in ("Sync", "Async"):
            lines += ["", "", f"class {prefix}{page_class(scheme.name)}(Base{prefix}Page[T]):"]
            lines.append('    """A page; iterating goes on behind it."""')
            if is_snake(scheme.items):
                lines += ["", "    @property", f"    def {scheme.items}(self) -> list[T]:"]
                lines += ['        """The items of this page."""', "        return self._items()"]
    return "\n".join(lines) + "\n"


def resource_module(path: str, methods: Sequence[Described], below: Sequence[str]) -> str:
    """The module of a resource.

    Args:
        path: How it is reached.
        methods: Its methods.
        below: The resources right below it.
    """
    reached = f"client.{path}" if path else "client"
    lines = [f'"""`{reached}` as callers know it."""', "", _PRAGMA, _HEAD, *_imports(methods, below), ""]
    constants: dict[str, str] = {}
    for one in methods:
        constants[_constant(one)] = f"loosened(_ours_{one.home}.{one.method.constant})"
        if one.stream is not None and one.declared.streams:
            twin = flat(one.stream.operation.resource)
            constants[_constant(one, "_STREAM_OF")] = f"loosened(_ours_{twin}.{one.stream.constant})"
    lines += [f"{name}: Final = {value}" for name, value in constants.items()]
    name = class_of(path or OF_CLIENT)
    for prefix in ("", "Async"):
        lines += ["", "", f"class {prefix}{name}Resource({prefix or 'Sync'}APIResource):"]
        lines.append(f'    """Operations reached as `{reached}`."""')
        # The client has them itself.
        lines += _children(below, prefix, "Resource", "self._client, self._mode") if path else ()
        for kind in ("RawResponse", "StreamingResponse"):
            lines += [
                "",
                "    @property",
                f"    def {_TWINS[kind]}(self) -> {prefix}{name}With{kind}:",
                '        """The same methods, giving answers before they are decoded."""',
                f"        return {prefix}{name}With{kind}(self)",
            ]
        for one in methods:
            lines += _method(one, prefix)
    for prefix in ("", "Async"):
        for kind in ("RawResponse", "StreamingResponse"):
            lines += _twin(prefix, name, kind, methods, below, "._resource" if path else "._resource._client")
    return "\n".join(lines) + "\n"


# It reads the operations of the resources, which are no one else's.
_PRAGMA: Final = "# pyright: reportPrivateUsage=false"
_HEAD: Final = """from __future__ import annotations

import datetime as _datetime
from builtins import bytes as _bytes, object as _object
from builtins import list as List
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal as _Decimal, Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, cast, overload
from uuid import UUID as _UUID, UUID

from .. import _params, _schemes
from .._call import Call, loosened, streamed
from .._options import Body, Headers, Query, Timeout
from .._pages import AsyncPaginator, found as _found
from .._raw import (
    async_opened, async_opened_bytes, async_raw, async_raw_bytes, opened, opened_bytes, raw, raw_bytes,
)
from .._resource import RAW, STREAMED, AsyncAPIResource, SyncAPIResource
from .._responses import AsyncBinaryAPIResponse, BinaryAPIResponse
from .._streams import AsyncStream, Stream
from .._values import FileTypes, Omit, not_given, omit
"""


def _imports(methods: Sequence[Described], below: Sequence[str]) -> Iterator[str]:
    homes = sorted(
        {one.home for one in methods} | {flat(one.stream.operation.resource) for one in methods if one.stream}
    )
    yield from (f"from ...resources import {home} as _ours_{home}" for home in homes)
    if any(one.event for one in methods):
        yield "from .._lookup import model as _model"
    yield "if TYPE_CHECKING:"
    yield "    from ... import models as _models"
    for path in below:
        yield f"    from . import {flat(path)} as _below_{flat(path)}"


def _children(below: Iterable[str], prefix: str, suffix: str, arguments: str) -> Iterator[str]:
    for path in below:
        kind, module = f"{prefix}{class_of(path)}{suffix}", flat(path)
        yield from (
            "",
            "    @property",
            f"    def {path.rpartition('.')[2]}(self) -> _below_{module}.{kind}:",
            f'        """Operations reached as `client.{path}`."""',
            f"        from .{module} import {kind}",
            "",
            f"        return {kind}({arguments})",
        )


def _signature(one: Described, stream: str = "", kind: str = "") -> str:
    """The arguments; the one that asks for a stream with the type that is given."""
    by_place = [given for given in one.arguments if given.positional]
    named = sorted((given for given in one.arguments if not given.positional), key=lambda given: not given.required)
    if stream and kind == "Literal[True]":
        named = sorted(named, key=lambda given: given.wire != stream)

    def written(given: Given) -> str:
        if stream and given.wire == stream:
            if kind in {"Literal[True]", "bool"}:
                return f"{given.name}: {kind}"
            return f"{given.name}: {kind} | Omit = omit"
        if given.required:
            return f"{given.name}: {given.annotation}"
        return f"{given.name}: {given.annotation} | Omit = omit"

    if stream and kind == "bool":
        named = sorted(named, key=lambda given: given.wire != stream)
    parts = ["self", *map(written, by_place), "*", *map(written, named), _OPTIONS]
    if one.idempotency:
        parts.append("idempotency_key: str | None = None")
    return ", ".join(parts)


def _method(one: Described, prefix: str) -> Iterator[str]:
    name, word = one.declared.name, "async def" if prefix else "def"
    yield ""
    if one.is_paged:
        yield from _paged(one, prefix)
        return
    result = f"{prefix}BinaryAPIResponse" if one.is_bytes else one.result
    if not one.declared.streams:
        yield f"    {word} {name}({_signature(one)}) -> {result}:"
        yield from _doc(one)
        yield f"        return {_cast(result, _sending(one), prefix)}"
        return
    items = f"{prefix}Stream[{one.item}]"
    argument = one.declared.stream_argument
    declared = next((given for given in one.arguments if given.wire == argument), None)
    if argument and declared is not None:
        for kind, returned in (
            ("Literal[False] | None", result),
            ("Literal[True]", items),
            ("bool", f"{items} | {result}"),
        ):
            yield "    @overload"
            yield f"    {word} {name}({_signature(one, argument, kind)}) -> {returned}: ..."
        yield f"    {word} {name}({_signature(one, argument, 'bool | None')}) -> {items} | {result}:"
        yield from _doc(one)
        yield f"        if {declared.name}:"
        yield f"            return {_cast(items, _streaming(one, prefix), prefix)}"
        yield f"        return {_cast(result, _sending(one), prefix)}"
    else:
        yield f"    {word} {name}({_signature(one)}) -> {items}:"
        yield from _doc(one)
        yield f"        return {_cast(items, _streaming(one, prefix), prefix)}"


def _paged(one: Described, prefix: str) -> Iterator[str]:
    page = f"_schemes.{prefix or 'Sync'}{page_class(one.declared.scheme)}"
    scheme = f"_schemes.{one.declared.scheme.upper()}_SCHEME"
    result = f"{page}[{one.item}]"
    returned = f"AsyncPaginator[{one.item}, {result}]" if prefix else result
    yield f"    def {one.declared.name}({_signature(one)}) -> {returned}:"
    yield from _doc(one)
    yield f'        return cast("{returned}", self._page({_call(one)}, {scheme}, {page}))'


def _sending(one: Described) -> str:
    if one.is_bytes:
        return f"self._bytes({_call(one)})"
    if one.declared.unwrapped:
        return f"self._send({_call(one)}, lambda answer: _found(answer, {one.declared.unwrapped!a}))"
    return f"self._send({_call(one)})"


def _streaming(one: Described, prefix: str) -> str:
    suffix = "_STREAM_OF" if one.stream is not None else ""
    return f"self._stream({_call(one, suffix, streams=True)}, {prefix}Stream, _schemes.EVENTS)"


def _cast(result: str, source: str, prefix: str) -> str:
    sent = f"{'await ' if prefix else ''}{source}"
    return sent if result == "Any" else f'cast("{result}", {sent})'


def _constant(one: Described, before: str = "") -> str:
    # A method may be called `create_stream` beside one called `create`. Two underscores in front would be mangled.
    plain = one.declared.name.lstrip("_")
    return f"{before}_{plain.upper()}{'' if plain == one.declared.name else '__'}"


def _call(one: Described, suffix: str = "", *, streams: bool = False) -> str:
    operation = _constant(one, suffix)
    parts = [f"streamed({operation}, _model({one.event!a}))" if one.event and streams else operation]
    for place, by in (("path", "key"), ("query", "wire"), ("body", "wire")):
        given = [(getattr(argument, by), argument.name) for argument in one.arguments if argument.place == place]
        if given:
            parts.append(f"{place}={{{', '.join(f'{key!a}: {name}' for key, name in given)}}}")
    parts += [f"body={argument.name}" for argument in one.arguments if argument.place == "whole"]
    models = {
        "" if argument.place == "whole" else argument.wire: argument.models
        for argument in one.arguments
        if argument.place in {"body", "whole"} and argument.models
    }
    renamed = {
        argument.key: argument.models for argument in one.arguments if argument.place == "path" and argument.models
    }
    if models:
        parts.append(f"models={models!a}")
    if renamed:
        parts.append(f"renamed={renamed!a}")
    if models or renamed:
        parts.append("specifications=_params.SPECIFICATIONS")
    if dotted := {argument.key: argument.wire for argument in one.arguments if argument.dotted}:
        parts.append(f"dotted={dotted!a}")
    files = tuple(argument.wire for argument in one.arguments if argument.file)
    if files:
        parts.append(f"files={files!a}")
    if one.turned_in_body:
        parts.append("turned_in_body=True")
    if one.idempotency:
        parts.append(f"headers={{{one.idempotency!a}: idempotency_key}}")
    return f"Call({', '.join([*parts, _SENT])})"


def _doc(one: Described) -> Iterator[str]:
    escape = environment().filters["safe_for_docstring"]
    yield f'        """{escape(one.summary)}"""'


def _twin(
    prefix: str, name: str, kind: str, methods: Sequence[Described], below: Sequence[str], owner: str
) -> Iterator[str]:
    mode, wrapper = _MODES[kind]
    wrapper = f"async_{wrapper}" if prefix else wrapper
    yield from ("", "", f"class {prefix}{name}With{kind}:", '    """The same methods, giving answers undecoded."""', "")
    yield f"    def __init__(self, resource: {prefix}{name}Resource) -> None:"
    yield f"        self._resource = {prefix}{name}Resource(resource._client, {mode})"
    for one in methods:
        made = f"{wrapper}_bytes" if one.is_bytes else wrapper
        yield f"        self.{one.declared.name} = {made}(self._resource.{one.declared.name})"
    for path in below:
        module, last = flat(path), path.rpartition(".")[2]
        twin = f"{prefix}{class_of(path)}With{kind}"
        yield from (
            "",
            "    @property",
            f"    def {last}(self) -> _below_{module}.{twin}:",
            f'        """Operations reached as `client.{path}`."""',
            f"        from .{module} import {twin}",
            "",
            f"        return {twin}(self{owner}.{last})",
        )
