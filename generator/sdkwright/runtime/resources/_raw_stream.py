"""The raw twins of methods that give streams: the whole stream as it came, decoded to the list of its items."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, get_args, get_type_hints

from ..responses import RawResponse
from ._raw import AsyncRaw, Raw, RawResource

if TYPE_CHECKING:
    from ..streaming import AsyncStream, Stream

P = ParamSpec("P")
T = TypeVar("T")


if TYPE_CHECKING:

    class RawStream(Generic[P, T]):
        """A method of a synchronous resource that gives a stream, giving a `RawResponse` of all of it.

        Args:
            method: The method of the resource.
        """

        def __init__(self, method: Callable[Concatenate[Any, P], Stream[T]]) -> None: ...

        def __get__(self, resource: RawResource, owner: type[RawResource]) -> Callable[P, RawResponse[list[T]]]: ...

    class AsyncRawStream(Generic[P, T]):
        """A method of an asynchronous resource that gives a stream, giving a `RawResponse` of all of it.

        Args:
            method: The method of the resource.
        """

        def __init__(self, method: Callable[Concatenate[Any, P], AsyncStream[T]]) -> None: ...

        def __get__(
            self, resource: RawResource, owner: type[RawResource]
        ) -> Callable[P, Coroutine[Any, Any, RawResponse[list[T]]]]: ...

else:

    class RawStream(Raw):
        """A method of a synchronous resource that gives a stream, giving a `RawResponse` of all of it."""

        def hints(self) -> dict[str, Any]:
            """Return the types of the arguments and of what is returned."""
            hints, answer = _hints(self._method, self._response)
            return hints | {"return": answer}

    class AsyncRawStream(AsyncRaw):
        """A method of an asynchronous resource that gives a stream, giving a `RawResponse` of all of it."""

        def hints(self) -> dict[str, Any]:
            """Return the types of the arguments and of what is returned."""
            hints, answer = _hints(self._method, self._response)
            return hints | {"return": Coroutine[Any, Any, answer]}


def _hints(method: Any, response: Any) -> tuple[dict[str, Any], Any]:
    found = get_type_hints(method)
    listed: Any = list
    return found, response[listed[get_args(found["return"])]]
