"""Headers that the document declares for an answer, each by its name and as its type."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Coroutine, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Protocol, TypeVar, overload

from .._http.headers import header_value
from ..responses import RawResponse
from ._raw import RawResource

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")


class HasHeaders(Protocol):
    """A raw answer, or one that is read in parts."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Response headers, looked up in any case."""
        ...


class DeclaredHeaders(Mapping[str, str]):
    """The headers of an answer: all as texts, looked up in any case, and those that its operation declares as values.

    Args:
        answer: The answer: what `with_raw_response` gives, a stream, or what `with_streaming_response` gives.

    Raises:
        RuntimeError: An answer that is read in parts has not begun.
    """

    __slots__ = ("_texts",)

    def __init__(self, answer: HasHeaders) -> None:
        self._texts: Mapping[str, str] = answer.headers

    def __getitem__(self, name: str) -> str:
        return self._texts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def _value(self, name: str, kind: type[V]) -> V | None:
        text = self._texts.get(name)
        value: V | None = None if text is None else header_value(text, kind)
        return value

    def __repr__(self) -> str:
        return f"<{type(self).__name__}, {len(self)} headers>"


H = TypeVar("H", bound=DeclaredHeaders)


class HeadedResponse(RawResponse[T], Generic[T, H]):
    """What came back for one call, whose `headers` have those that the operation declares as attributes."""

    __slots__ = ()

    if TYPE_CHECKING:
        headers: H  # pyright: ignore[reportIncompatibleVariableOverride] - the client sets it once


class _Raw(Protocol[P, T]):
    def __get__(self, resource: RawResource, owner: type[RawResource]) -> Callable[P, RawResponse[T]]: ...


class _AsyncRaw(Protocol[P, T]):
    def __get__(
        self, resource: RawResource, owner: type[RawResource]
    ) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]: ...


class _Headed(Protocol[P, T, H]):
    def __get__(self, resource: RawResource, owner: type[RawResource]) -> Callable[P, HeadedResponse[T, H]]: ...


class _AsyncHeaded(Protocol[P, T, H]):
    def __get__(
        self, resource: RawResource, owner: type[RawResource]
    ) -> Callable[P, Coroutine[Any, Any, HeadedResponse[T, H]]]: ...


@overload
def headed(method: _Raw[P, T], headers: type[H]) -> _Headed[P, T, H]: ...
@overload
def headed(method: _AsyncRaw[P, T], headers: type[H]) -> _AsyncHeaded[P, T, H]: ...
def headed(method: Any, headers: type[Any]) -> Any:
    """Return a raw method whose answers have the headers that its operation declares.

    Args:
        method: The raw method.
        headers: The class of the headers.
    """
    response: Any = HeadedResponse
    method.with_step(partial(_answered, headers), _Response(response, headers))
    return method


class _Response:
    """The class of the answers, as `typing` names it."""

    __slots__ = ("_headers", "_kind")

    def __init__(self, kind: Any, headers: type[Any]) -> None:
        self._kind, self._headers = kind, headers

    def __getitem__(self, result: Any) -> Any:
        return self._kind[result, self._headers]


def _answered(headers: type[Any], method: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    answer = method(*args, **kwargs)
    return _awaited(headers, answer) if inspect.iscoroutine(answer) else _with(headers, answer)


async def _awaited(headers: type[Any], answer: Coroutine[Any, Any, Any]) -> Any:
    return _with(headers, await answer)


def _with(headers: type[Any], answer: Any) -> Any:
    answer.headers = headers(answer)
    # A class without slots of its own, so that the answer is one of it as it is.
    answer.__class__ = HeadedResponse
    return answer
