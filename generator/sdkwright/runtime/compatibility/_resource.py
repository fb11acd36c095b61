"""What the generated resources share: how a call becomes one of the request core."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import UNSET

from .._http.operation import Operation
from .._json.model import Model
from .._lazy import lazy_module
from ._errors import translated
from ._options import Body, Headers, Query, options
from ._pages import AsyncPaginator, Scheme
from ._responses import APIResponse, BinaryAPIResponse
from ._values import given, listed, upload, wired

RAW: Final = "raw"


# Only a package carries it whose operations answer streams.
streaming: Any = lazy_module(".streaming")


def item_of(operation: Operation[Any]) -> Any:
    """Return what a stream consists of.

    Args:
        operation: The operation.
    """
    return operation.answers[0][2] if operation.answers else operation.result


def modelled(value: Any, kind: Any) -> Any:
    """Return a mapping as the model that a field of a form declares; anything else as it is.

    Args:
        value: What was given.
        kind: What is declared.
    """
    return kind.from_dict(value) if isinstance(value, Mapping) and isinstance(kind, type(Model)) else value


def loosened(operation: Operation[Any]) -> Operation[Any]:
    """Return an operation that takes plain values: what a caller of the former SDK gives is not held against types.

    Args:
        operation: The operation.
    """
    twin: Operation[Any] = copy.copy(operation)
    twin.kinds = {}
    twin.required = {}
    twin.body_model = None
    return twin


class Call:
    """One call: the operation, and what a caller gave.

    Args:
        operation: What is called.
        path: Parameters of the path, the headers and the like, by their names in Python.
        query: Plain parameters of the query, by their names on the wire.
        body: Fields of the body by their names on the wire, or the whole of it.
        models: The models of the fields whose names in Python are others on the wire.
        specifications: The fields of these models.
        files: The fields that are files.
        extra_headers: Further headers.
        extra_query: Further parameters of the query.
        extra_body: Further fields of the body.
        timeout: Seconds for an attempt, or a `httpx.Timeout`.
    """

    def __init__(  # noqa: PLR0913 - the generated methods alone make one
        self,
        operation: Operation[Any],
        *,
        path: Mapping[str, object] = {},
        query: Mapping[str, object] = {},
        body: Any = UNSET,
        models: Mapping[str, str] = {},
        specifications: Mapping[str, Any] = {},
        files: tuple[str, ...] = (),
        extra_headers: Headers | None,
        extra_query: Query | None,
        extra_body: Body | None,
        timeout: Any,
    ) -> None:
        self.operation: Operation[Any] = operation
        self.query: dict[str, Any] = {name: listed(value) for name, value in given(query).items()}
        self.query |= extra_query or {}
        self.arguments: dict[str, Any] = {"options": options(extra_headers, timeout)}
        if operation.parameters:
            self.arguments["parameters"] = {name: listed(value) for name, value in given(path).items()}
        fields = body
        if isinstance(body, Mapping):
            fields = {
                name: upload(value) if name in files else wired(value, models.get(name, ""), specifications)
                for name, value in given(body).items()
            }
            # In a form, a field that is an object is held against its model.
            kinds = {field.wire: field.kind for field in operation.body_fields}
            fields = {name: modelled(value, kinds.get(name)) for name, value in fields.items()}
        if isinstance(extra_body, Mapping) and (fields is UNSET or isinstance(fields, Mapping)):
            fields = {**({} if fields is UNSET else fields), **extra_body}
        elif extra_body is not None:
            fields = extra_body
        if fields is not UNSET:
            self.arguments["body"] = fields


class SyncAPIResource:
    """Operations of one area.

    Args:
        client: The client that sends the requests.
        mode: How answers are given: decoded, or `raw`.
    """

    def __init__(self, client: Any, mode: str = "") -> None:
        self._client = client
        self._core: Any = client._core  # noqa: SLF001 - the surface is laid over it
        self._mode = mode

    def _send(self, call: Call, finish: Callable[[Any], Any] = lambda answer: answer) -> Any:
        def raw() -> APIResponse[Any]:
            with translated():
                found = self._core.call_raw(call.operation, query=call.query, **call.arguments)
            return APIResponse(found, lambda one: finish(one.parse()))

        if self._mode == RAW:
            return raw()
        with translated():
            return finish(self._core.call(call.operation, query=call.query, **call.arguments))

    def _page(self, call: Call, scheme: Scheme, kind: Callable[..., Any]) -> Any:
        def fetch(query: Mapping[str, Any]) -> Any:
            with translated():
                answer = self._core.call(call.operation, query=query, **call.arguments)
            return kind(answer, scheme, query, fetch)

        return self._send(call, lambda answer: kind(answer, scheme, call.query, fetch))

    def _bytes(self, call: Call) -> BinaryAPIResponse:
        with translated():
            found = self._core.call_raw(call.operation, query=call.query, **call.arguments)
        return BinaryAPIResponse(found, lambda one: one.content)

    def _stream(self, call: Call, kind: Callable[[Any], Any]) -> Any:
        reader = streaming.Stream[item_of(call.operation)]
        with translated():
            return kind(self._core.in_parts(reader, call.operation, query=call.query, **call.arguments))


class AsyncAPIResource:
    """Operations of one area, awaited.

    Args:
        client: The client that sends the requests.
        mode: As for `SyncAPIResource`.
    """

    def __init__(self, client: Any, mode: str = "") -> None:
        self._client = client
        self._core: Any = client._core  # noqa: SLF001 - the surface is laid over it
        self._mode = mode

    async def _send(self, call: Call, finish: Callable[[Any], Any] = lambda answer: answer) -> Any:
        async def raw() -> APIResponse[Any]:
            with translated():
                found = await self._core.call_raw(call.operation, query=call.query, **call.arguments)
            return APIResponse(found, lambda one: finish(one.parse()))

        if self._mode == RAW:
            return await raw()
        with translated():
            return finish(await self._core.call(call.operation, query=call.query, **call.arguments))

    def _page(self, call: Call, scheme: Scheme, kind: Callable[..., Any]) -> Any:
        async def fetch(query: Mapping[str, Any]) -> Any:
            with translated():
                answer = await self._core.call(call.operation, query=query, **call.arguments)
            return kind(answer, scheme, query, fetch)

        if self._mode == RAW:
            return self._send(call, lambda answer: kind(answer, scheme, call.query, fetch))
        return AsyncPaginator(lambda: fetch(call.query))

    async def _bytes(self, call: Call) -> BinaryAPIResponse:
        with translated():
            found = await self._core.call_raw(call.operation, query=call.query, **call.arguments)
        return BinaryAPIResponse(found, lambda one: one.content)

    async def _stream(self, call: Call, kind: Callable[[Any], Any]) -> Any:
        reader = streaming.AsyncStream[item_of(call.operation)]
        with translated():
            return kind(self._core.in_parts(reader, call.operation, query=call.query, **call.arguments))
