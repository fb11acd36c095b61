"""What the generated resources share: how their calls are sent, and how answers are given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from .. import streaming
from ..responses import parse_in_time
from ._call import Call, in_parts
from ._errors import translated
from ._pages import Asked, AsyncPaginator, Scheme
from ._responses import APIResponse, AsyncAPIResponse, AsyncBinaryAPIResponse, BinaryAPIResponse
from ._streams import Rules, events

RAW: Final = "raw"
"""Answers are given undecoded."""

STREAMED: Final = "streamed"
"""Answers are given undecoded, and their bodies are read in parts."""


def _same(answer: Any) -> Any:
    return answer


def _content(raw: Any) -> bytes:
    content: bytes = raw.content
    return content


class _Resource:
    """What both kinds share.

    Args:
        client: The client that sends the requests.
        mode: How answers are given: decoded, or one of `RAW` and `STREAMED`.
    """

    def __init__(self, client: Any, mode: str = "") -> None:
        self._client = client
        self._core: Any = client._core  # noqa: SLF001 - the surface is laid over it
        self._mode = mode

    def _arguments(self, call: Call, asked: Asked | None = None) -> dict[str, Any]:
        return call.arguments(asked, self._core.base_url)

    def _begun(self, call: Call, asked: Asked | None = None) -> Any:
        """The state of a call that is answered whole."""

        def state(_: object, state: Any) -> Any:
            return state

        return self._core.in_parts(state, **self._arguments(call, asked))

    def _open(self, call: Call, reader: Callable[[Any, Any], Any]) -> Any:
        """What reads the answer of a call in parts, not sent yet."""
        return self._core.in_parts(reader, **(self._arguments(call) | {"operation": in_parts(call.operation)}))

    def _parsing(self, call: Call, finish: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """What makes of an answer that was read in parts what the method gives."""

        def parse(raw: Any) -> Any:
            raw.operation = call.operation
            return finish(raw.parse())

        return parse


class SyncAPIResource(_Resource):
    """Operations of one area."""

    def _send(self, call: Call, finish: Callable[[Any], Any] = _same) -> Any:
        if self._mode == STREAMED:
            return self._in_parts(call, APIResponse, self._parsing(call, finish))
        raw = self._answer(call)
        if self._mode == RAW:
            return APIResponse(raw, self._parsing(call, finish))
        with translated(raw):
            return finish(parse_in_time(raw))

    def _page(self, call: Call, scheme: Scheme, kind: Callable[..., Any]) -> Any:
        def fetch(asked: Asked) -> Any:
            raw = self._answer(call, asked)
            with translated(raw):
                return kind(parse_in_time(raw), scheme, asked, fetch)

        return self._send(call, lambda answer: kind(answer, scheme, call.asked, fetch))

    def _bytes(self, call: Call) -> Any:
        if self._mode == STREAMED:
            return self._in_parts(call, BinaryAPIResponse, _content)
        return BinaryAPIResponse(self._answer(call), _content)

    def _stream(self, call: Call, kind: Callable[[Any], Any], rules: Rules = ()) -> Any:
        with translated():
            parts = self._open(call, events(rules, asynchronous=False))
            parts.__enter__()
        if self._mode:
            return APIResponse(parts._source.head, kind, parts, streams=True)  # noqa: SLF001 - laid over it
        return kind(parts)

    def _answer(self, call: Call, asked: Asked | None = None) -> Any:
        with translated():
            raw = self._core._answer(self._begun(call, asked))  # noqa: SLF001 - laid over it
        with translated(raw):
            raw.check()
        return raw

    def _in_parts(self, call: Call, kind: Callable[..., Any], parse: Callable[[Any], Any]) -> Any:
        with translated():
            parts = self._open(call, streaming.StreamedResponse)
            parts.__enter__()
        return kind(parts._source.head, parse, parts)  # noqa: SLF001 - laid over it


class AsyncAPIResource(_Resource):
    """Operations of one area, awaited."""

    async def _send(self, call: Call, finish: Callable[[Any], Any] = _same) -> Any:
        if self._mode == STREAMED:
            return await self._in_parts(call, AsyncAPIResponse, self._parsing(call, finish))
        raw = await self._answer(call)
        if self._mode == RAW:
            return AsyncAPIResponse(raw, self._parsing(call, finish))
        with translated(raw):
            return finish(parse_in_time(raw))

    def _page(self, call: Call, scheme: Scheme, kind: Callable[..., Any]) -> Any:
        async def fetch(asked: Asked) -> Any:
            raw = await self._answer(call, asked)
            with translated(raw):
                return kind(parse_in_time(raw), scheme, asked, fetch)

        if self._mode:
            return self._send(call, lambda answer: kind(answer, scheme, call.asked, fetch))
        made: AsyncPaginator[Any, Any] = AsyncPaginator(lambda: fetch(call.asked))
        return made

    async def _bytes(self, call: Call) -> Any:
        if self._mode == STREAMED:
            return await self._in_parts(call, AsyncBinaryAPIResponse, _content)
        return AsyncBinaryAPIResponse(await self._answer(call), _content)

    async def _stream(self, call: Call, kind: Callable[[Any], Any], rules: Rules = ()) -> Any:
        with translated():
            parts = self._open(call, events(rules, asynchronous=True))
            await parts.__aenter__()
        if self._mode:
            return AsyncAPIResponse(parts._source.head, kind, parts, streams=True)  # noqa: SLF001 - laid over it
        return kind(parts)

    async def _answer(self, call: Call, asked: Asked | None = None) -> Any:
        with translated():
            raw = await self._core._answer(self._begun(call, asked))  # noqa: SLF001 - laid over it
        with translated(raw):
            raw.check()
        return raw

    async def _in_parts(self, call: Call, kind: Callable[..., Any], parse: Callable[[Any], Any]) -> Any:
        with translated():
            parts = self._open(call, streaming.AsyncStreamedResponse)
            await parts.__aenter__()
        return kind(parts._source.head, parse, parts)  # noqa: SLF001 - laid over it
