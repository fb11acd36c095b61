"""The streaming twin of a resource: the same methods, each giving an answer to be read in parts or stored in a file."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

from .._http.operation import Operation
from ..streaming import AsyncStreamedResponse, StreamedResponse
from ._base import AsyncResource, SyncResource

P = ParamSpec("P")
T = TypeVar("T")


class StreamingResource:
    """The operations of a resource that answer text or bytes.

    Args:
        resource: The resource whose operations these are.
    """

    __slots__ = ("_twin",)

    def __init__(self, resource: SyncResource | AsyncResource) -> None:
        kind: Any = type(resource)
        calls = _AsyncCalls if isinstance(resource, AsyncResource) else _Calls
        self._twin: Any = kind(calls(resource._client))  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - a twin

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._twin!r})"


class _Calls:
    """A client that reads in parts what it calls."""

    __slots__ = ("_client",)

    def __init__(self, client: Any) -> None:
        self._client = client

    def call(self, operation: Operation[Any], **arguments: Any) -> object:
        return self._client.in_parts(StreamedResponse, operation, **arguments)

    def __repr__(self) -> str:
        return repr(self._client)


class _AsyncCalls(_Calls):
    """The same for an asynchronous client, whose methods await what they call."""

    __slots__ = ()

    async def call(self, operation: Operation[Any], **arguments: Any) -> object:
        return self._client.in_parts(AsyncStreamedResponse, operation, **arguments)


class _Method:
    """What both kinds of methods share."""

    def __init__(self, method: Callable[..., Any]) -> None:
        self._method: Any = method
        self.__doc__ = method.__doc__
        self.__name__ = method.__name__
        self.__module__ = method.__module__
        self.__wrapped__ = method

    def __set_name__(self, owner: type, name: str) -> None:
        # As for a raw method.
        self.__name__ = name

    def _bound(self, resource: Any) -> Any:
        return partial(self._method, resource._twin)  # noqa: SLF001 - of this module


class Streaming(_Method, Generic[P, T]):
    """A method of a synchronous resource, giving a `StreamedResponse`.

    Args:
        method: The method of the resource.
    """

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None:
        super().__init__(method)

    if TYPE_CHECKING:

        def __get__(
            self, resource: StreamingResource, owner: type[StreamingResource]
        ) -> Callable[P, StreamedResponse]: ...

    else:

        def __get__(self, resource: Any, owner: Any) -> Any:
            return self if resource is None else self._bound(resource)


class AsyncStreaming(_Method, Generic[P, T]):
    """A method of an asynchronous resource, giving an `AsyncStreamedResponse`, which sends when it is entered or read.

    Args:
        method: The method of the resource.
    """

    def __init__(self, method: Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]) -> None:
        super().__init__(method)

    if TYPE_CHECKING:

        def __get__(
            self, resource: StreamingResource, owner: type[StreamingResource]
        ) -> Callable[P, AsyncStreamedResponse]: ...

    else:

        def __get__(self, resource: Any, owner: Any) -> Any:
            return self if resource is None else partial(driven, self._bound(resource))


def driven(method: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Return what a method gives that awaits nothing but `_AsyncCalls.call`, which waits for nothing.

    Args:
        method: The method.
        args: What it takes.
        kwargs: What it takes by name.
    """
    made = method(*args, **kwargs)
    if not inspect.iscoroutine(made):
        return made
    try:
        made.send(None)
    except StopIteration as returned:
        return returned.value
    made.close()
    raise RuntimeError("The method waits for something before it sends.")
