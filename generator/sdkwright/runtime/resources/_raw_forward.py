"""The raw twins of methods that give lists which are read forward: the page that is asked for, as it came."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, get_args, get_type_hints

from ..responses import RawResponse
from ._raw import AsyncRawPage, RawPage, RawResource

if TYPE_CHECKING:
    from ..hooks.pagination import Envelope
    from ..pagination.forward import AsyncForwardPager, ForwardPager

P = ParamSpec("P")
T = TypeVar("T")


if TYPE_CHECKING:

    class RawForwardPage(Generic[P, T]):
        """A method of a synchronous resource that gives pages, giving a `RawResponse` of the one that is asked for.

        Args:
            method: The method of the resource.
        """

        def __init__(self, method: Callable[Concatenate[Any, P], ForwardPager[T]]) -> None: ...

        def __get__(self, resource: RawResource, owner: type[RawResource]) -> Callable[P, RawResponse[Envelope[T]]]: ...

    class AsyncRawForwardPage(Generic[P, T]):
        """A method of an asynchronous resource that gives pages, giving a `RawResponse` of the one that is asked for.

        Args:
            method: The method of the resource.
        """

        def __init__(self, method: Callable[Concatenate[Any, P], AsyncForwardPager[T]]) -> None: ...

        def __get__(
            self, resource: RawResource, owner: type[RawResource]
        ) -> Callable[P, Coroutine[Any, Any, RawResponse[Envelope[T]]]]: ...

else:

    class RawForwardPage(RawPage):
        """A method of a synchronous resource that gives pages, giving a `RawResponse` of the one that is asked for."""

        def hints(self) -> dict[str, Any]:
            """Return the types of the arguments and of what is returned."""
            hints, answer = _hints(self._method, self._response)
            return hints | {"return": answer}

    class AsyncRawForwardPage(AsyncRawPage):
        """A method of an asynchronous resource that gives pages, giving a `RawResponse` of the one asked for."""

        def hints(self) -> dict[str, Any]:
            """Return the types of the arguments and of what is returned."""
            hints, answer = _hints(self._method, self._response)
            return hints | {"return": Coroutine[Any, Any, answer]}


def _hints(method: Any, response: Any) -> tuple[dict[str, Any], Any]:
    from ..hooks.pagination import Envelope  # only for who asks

    found = get_type_hints(method)
    envelope: Any = Envelope
    return found, response[envelope[get_args(found["return"])]]
