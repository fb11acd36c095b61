"""Methods that give answers before they are decoded, typed by those that decode them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, ParamSpec, TypeVar, cast

from ._pages import AsyncPaginator
from ._responses import APIResponse, AsyncOpened, Opened

P = ParamSpec("P")
R = TypeVar("R")
PageT = TypeVar("PageT", bound=Any)


def raw(method: Callable[P, R]) -> Callable[P, APIResponse[R]]:
    """Return a method of a resource that gives raw answers, as what it is.

    Args:
        method: The method.
    """
    return cast("Callable[P, APIResponse[R]]", method)


def async_raw(method: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, APIResponse[R]]]:
    """Return the same of an asynchronous method.

    Args:
        method: The method.
    """
    return cast("Callable[P, Coroutine[Any, Any, APIResponse[R]]]", method)


def paged_raw(
    method: Callable[P, AsyncPaginator[Any, PageT]],
) -> Callable[P, Awaitable[APIResponse[PageT]]]:
    """Return the same of an asynchronous method that gives pages.

    Args:
        method: The method.
    """
    return cast("Callable[P, Awaitable[APIResponse[PageT]]]", method)


def opened(method: Callable[P, R]) -> Callable[P, Opened[R]]:
    """Return a method that gives a context manager, which sends the request.

    Args:
        method: The method.
    """

    def called(*args: P.args, **kwargs: P.kwargs) -> Opened[R]:
        return Opened(lambda: cast("APIResponse[R]", method(*args, **kwargs)))

    return called


def async_opened(method: Callable[P, Any]) -> Callable[P, AsyncOpened[Any]]:
    """Return the same of an asynchronous method.

    Args:
        method: The method.
    """

    def called(*args: P.args, **kwargs: P.kwargs) -> AsyncOpened[Any]:
        return AsyncOpened(lambda: method(*args, **kwargs))

    return called
