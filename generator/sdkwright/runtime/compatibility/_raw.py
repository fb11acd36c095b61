"""Methods that give answers before they are decoded, typed by those that decode them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar, cast

from ._responses import (
    APIResponse,
    AsyncAPIResponse,
    AsyncBinaryAPIResponse,
    AsyncOpened,
    BinaryAPIResponse,
    Opened,
)

P = ParamSpec("P")
R = TypeVar("R")


def raw(method: Callable[P, R]) -> Callable[P, APIResponse[R]]:
    """Return a method of a resource that gives answers undecoded, as what it is.

    Args:
        method: The method.
    """
    return cast("Callable[P, APIResponse[R]]", method)


def raw_bytes(method: Callable[P, BinaryAPIResponse]) -> Callable[P, BinaryAPIResponse]:
    """Return the same of a method that answers bytes.

    Args:
        method: The method.
    """
    return method


def async_raw(method: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[AsyncAPIResponse[R]]]:
    """Return the same of an asynchronous method.

    Args:
        method: The method.
    """
    return cast("Callable[P, Awaitable[AsyncAPIResponse[R]]]", method)


def async_raw_bytes(
    method: Callable[P, Awaitable[AsyncBinaryAPIResponse]],
) -> Callable[P, Awaitable[AsyncBinaryAPIResponse]]:
    """Return the same of an asynchronous method that answers bytes.

    Args:
        method: The method.
    """
    return method


def opened(method: Callable[P, R]) -> Callable[P, Opened[APIResponse[R]]]:
    """Return a method that gives a context manager, which sends the request.

    Args:
        method: The method, of a resource that gives its answers in parts.
    """

    def called(*args: P.args, **kwargs: P.kwargs) -> Opened[APIResponse[R]]:
        return Opened(lambda: cast("APIResponse[R]", method(*args, **kwargs)))

    return called


def opened_bytes(method: Callable[P, BinaryAPIResponse]) -> Callable[P, Opened[BinaryAPIResponse]]:
    """Return the same of a method that answers bytes.

    Args:
        method: The method.
    """

    def called(*args: P.args, **kwargs: P.kwargs) -> Opened[BinaryAPIResponse]:
        return Opened(lambda: method(*args, **kwargs))

    return called


def async_opened(method: Callable[P, Awaitable[R]]) -> Callable[P, AsyncOpened[AsyncAPIResponse[R]]]:
    """Return the same of an asynchronous method.

    Args:
        method: The method.
    """

    def called(*args: P.args, **kwargs: P.kwargs) -> AsyncOpened[AsyncAPIResponse[R]]:
        return AsyncOpened(lambda: cast("Awaitable[AsyncAPIResponse[R]]", method(*args, **kwargs)))

    return called


def async_opened_bytes(
    method: Callable[P, Awaitable[AsyncBinaryAPIResponse]],
) -> Callable[P, AsyncOpened[AsyncBinaryAPIResponse]]:
    """Return the same of an asynchronous method that answers bytes.

    Args:
        method: The method.
    """

    def called(*args: P.args, **kwargs: P.kwargs) -> AsyncOpened[AsyncBinaryAPIResponse]:
        return AsyncOpened(lambda: method(*args, **kwargs))

    return called
