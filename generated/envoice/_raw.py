"""The raw twin of a resource: the same methods with the same arguments, each giving its answer as it came."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from ._operation import Operation
    from ._resource import AsyncResource, SyncResource
    from .pagination import AsyncPager, Envelope, Pager
    from .responses import RawResponse

P = ParamSpec("P")
T = TypeVar("T")


class RawResource:
    """The operations of a resource, giving answers as they came.

    Args:
        resource: The resource whose operations these are.
    """

    __slots__ = ("_twin",)

    def __init__(self, resource: SyncResource | AsyncResource) -> None:
        # The methods return what their client's `call` returns, so one that returns raw answers makes them raw.
        kind: Any = type(resource)
        self._twin: Any = kind(_RawCalls(resource._client))  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - a twin

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._twin!r})"


class _RawCalls:
    """A client's `call_raw` under the name of `call`, for either kind of client."""

    __slots__ = ("_client",)

    def __init__(self, client: Any) -> None:
        self._client = client

    def call(self, operation: Operation[Any], **arguments: Any) -> object:
        return self._client.call_raw(operation, **arguments)

    call_raw = call

    def __repr__(self) -> str:
        return repr(self._client)


def _twin_of(resource: RawResource) -> Any:
    return resource._twin  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - of this module


def _first_page(method: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    return method(*args, **kwargs).raw()


def _bound(text: str | None, function: Callable[..., Any], *args: Any) -> Any:
    bound = partial(function, *args)
    # For `help` and notebooks, which would show what a partial is.
    bound.__doc__ = text
    return bound


class Raw(Generic[P, T]):
    """A method of a synchronous resource, giving a `RawResponse`.

    Args:
        method: The method of the resource.
    """

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None:
        self._method: Any = method
        self.__doc__ = method.__doc__

    def __get__(self, resource: RawResource, owner: type[RawResource]) -> Callable[P, RawResponse[T]]:
        bound: Callable[P, RawResponse[T]] = _bound(self.__doc__, self._method, _twin_of(resource))
        return bound


class AsyncRaw(Generic[P, T]):
    """A method of an asynchronous resource, giving a `RawResponse`.

    Args:
        method: The method of the resource.
    """

    def __init__(self, method: Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]) -> None:
        self._method: Any = method
        self.__doc__ = method.__doc__

    def __get__(
        self, resource: RawResource, owner: type[RawResource]
    ) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]:
        bound: Callable[P, Coroutine[Any, Any, RawResponse[T]]] = _bound(self.__doc__, self._method, _twin_of(resource))
        return bound


class RawPage(Generic[P, T]):
    """A method of a synchronous resource that gives pages, giving a `RawResponse` of the one that is asked for.

    Args:
        method: The method of the resource.
    """

    def __init__(self, method: Callable[Concatenate[Any, P], Pager[T]]) -> None:
        self._method: Any = method
        self.__doc__ = method.__doc__

    def __get__(self, resource: RawResource, owner: type[RawResource]) -> Callable[P, RawResponse[Envelope[T]]]:
        bound: Callable[P, RawResponse[Envelope[T]]] = _bound(
            self.__doc__, _first_page, self._method, _twin_of(resource)
        )
        return bound


class AsyncRawPage(Generic[P, T]):
    """A method of an asynchronous resource that gives pages, giving a `RawResponse` of the one that is asked for.

    Args:
        method: The method of the resource.
    """

    def __init__(self, method: Callable[Concatenate[Any, P], AsyncPager[T]]) -> None:
        self._method: Any = method
        self.__doc__ = method.__doc__

    def __get__(
        self, resource: RawResource, owner: type[RawResource]
    ) -> Callable[P, Coroutine[Any, Any, RawResponse[Envelope[T]]]]:
        bound: Callable[P, Coroutine[Any, Any, RawResponse[Envelope[T]]]] = _bound(
            self.__doc__, _first_page, self._method, _twin_of(resource)
        )
        return bound
