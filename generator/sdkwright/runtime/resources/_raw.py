"""The raw twin of a resource: the same methods with the same arguments, each giving its answer as it came."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, get_args, get_origin, get_type_hints

from .._http.operation import Operation
from .._lazy import lazy_module
from ..responses import RawResponse
from ._base import AsyncResource, SyncResource

if TYPE_CHECKING:
    from .. import pagination
else:
    pagination = lazy_module(".pagination")

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

    def in_parts(self, _reader: object, operation: Operation[Any], **arguments: Any) -> object:
        return self.call(operation, **arguments)

    def __repr__(self) -> str:
        return repr(self._client)


def _twin_of(resource: RawResource) -> Any:
    return resource._twin  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - of this module


def _first_page(method: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    return method(*args, **kwargs).raw()


class _Annotations(dict[str, Any]):
    """The annotations of a class, which has none, and at an instance those of the method it stands for."""

    def __get__(self, instance: Any, owner: type) -> dict[str, Any]:
        return self if instance is None else instance.hints()


class _Method:
    """What the kinds of raw methods share: what `help`, `inspect` and `typing.get_type_hints` find."""

    if not TYPE_CHECKING:
        __annotations__ = _Annotations()
    _paged = False
    # What a module that only some packages carry does with the answer, and what its class is then.
    _steps: tuple[Callable[..., Any], ...] = ()
    _response: Any = RawResponse

    def with_step(self, step: Callable[..., Any], response: Any) -> None:
        """Have each answer go through a function.

        Args:
            step: Called with what gives the answer, and with the arguments for that.
            response: The class of the answer, of what it decodes to.
        """
        self._steps, self._response = (step,), response

    def _describe(self, method: Any) -> None:
        self._method: Any = method
        self._name: str = method.__name__
        self.__doc__ = method.__doc__
        self.__module__ = method.__module__

    def __set_name__(self, owner: type, name: str) -> None:
        # Where a method has overloads, this is of another one, which takes whatever any of them does.
        self._name = name

    def __call__(self, resource: RawResource, /, *args: Any, **kwargs: Any) -> Any:
        return self.__get__(resource, type(resource))(*args, **kwargs)

    def __get__(self, resource: Any, owner: Any) -> Any:
        if resource is None:
            return self
        twin = _twin_of(resource)
        paged = (_first_page,) if self._paged else ()
        bound: Any = _Bound(*self._steps, *paged, self._method, twin)
        bound.raw = self
        # For `help` and notebooks, which would show what a partial is.
        bound.__doc__ = self.__doc__
        return bound

    def __getattr__(self, name: str) -> Any:
        # Not properties, which `inspect` would take for the signature of the class.
        if name == "__signature__":
            return self.signature()
        if name == "__name__":
            return self._name
        if name == "__qualname__":
            return f"{self._method.__qualname__.partition('.')[0]}Raw.{self._name}"
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def hints(self) -> dict[str, Any]:
        """Return the types of the arguments and of what is returned."""
        hints, response = get_type_hints(self._method), self._response
        if not self._paged:
            return hints | {"return": response[hints["return"]]}
        envelope: Any = pagination.Envelope
        answer = response[envelope[get_args(hints["return"])]]
        is_async = get_origin(hints["return"]) is pagination.AsyncPager
        awaitable: Any = Coroutine
        return hints | {"return": awaitable[Any, Any, answer] if is_async else answer}

    def signature(self, *, bound: bool = False) -> inspect.Signature:
        """Return the signature, with types.

        Args:
            bound: Whether it is that of one resource's method.
        """
        hints, plain = self.hints(), inspect.signature(self._method)
        parameters = [
            each.replace(annotation=hints.get(each.name, each.annotation)) for each in plain.parameters.values()
        ]
        return plain.replace(parameters=parameters[1:] if bound else parameters, return_annotation=hints["return"])


class _Bound(partial[Any]):
    """A raw method of one resource."""

    if not TYPE_CHECKING:
        __annotations__ = _Annotations()

    def __getattr__(self, name: str) -> Any:
        if name == "__signature__":
            return self.raw.signature(bound=True)
        if name in {"__name__", "__qualname__", "hints"}:
            return getattr(self.raw, name)
        raise AttributeError(f"a raw method has no attribute {name!r}")


class Raw(_Method, Generic[P, T]):
    """A method of a synchronous resource, giving a `RawResponse`.

    Args:
        method: The method of the resource.
    """

    if not TYPE_CHECKING:
        __annotations__ = _Annotations()

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None:
        self._describe(method)

    if TYPE_CHECKING:

        def __get__(self, resource: RawResource, owner: type[RawResource]) -> Callable[P, RawResponse[T]]: ...


class AsyncRaw(_Method, Generic[P, T]):
    """A method of an asynchronous resource, giving a `RawResponse`.

    Args:
        method: The method of the resource.
    """

    if not TYPE_CHECKING:
        __annotations__ = _Annotations()

    def __init__(self, method: Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]) -> None:
        self._describe(method)

    if TYPE_CHECKING:

        def __get__(
            self, resource: RawResource, owner: type[RawResource]
        ) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]: ...


class RawPage(_Method, Generic[P, T]):
    """A method of a synchronous resource that gives pages, giving a `RawResponse` of the one that is asked for.

    Args:
        method: The method of the resource.
    """

    if not TYPE_CHECKING:
        __annotations__ = _Annotations()
    _paged = True

    def __init__(self, method: Callable[Concatenate[Any, P], pagination.Pager[T]]) -> None:
        self._describe(method)

    if TYPE_CHECKING:

        def __get__(
            self, resource: RawResource, owner: type[RawResource]
        ) -> Callable[P, RawResponse[pagination.Envelope[T]]]: ...


class AsyncRawPage(_Method, Generic[P, T]):
    """A method of an asynchronous resource that gives pages, giving a `RawResponse` of the one that is asked for.

    Args:
        method: The method of the resource.
    """

    if not TYPE_CHECKING:
        __annotations__ = _Annotations()
    _paged = True

    def __init__(self, method: Callable[Concatenate[Any, P], pagination.AsyncPager[T]]) -> None:
        self._describe(method)

    if TYPE_CHECKING:

        def __get__(
            self, resource: RawResource, owner: type[RawResource]
        ) -> Callable[P, Coroutine[Any, Any, RawResponse[pagination.Envelope[T]]]]: ...
