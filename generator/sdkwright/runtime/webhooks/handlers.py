"""Which functions an event goes to: those for its type and those for every event, in the order of registration."""

import functools
import inspect
import sys
from collections.abc import Callable
from pathlib import PurePath
from types import BuiltinMethodType, MethodType
from typing import Any

import attrs

from ..errors import ConfigurationError
from ..hooks import webhooks as hook
from ..hooks.webhooks import WebhookEvent

__all__ = ["Handlers", "Registered"]


@attrs.frozen
class Registered:
    """A function with what it is called in a store: the same in every process that runs the same code."""

    function: Callable[..., Any]
    name: str
    types: frozenset[str] | None
    """None for every event."""

    takes_connection: bool = False
    """Whether it takes the connection of the delivery's transaction besides the event."""


class Handlers:
    """The functions of one receiver."""

    def __init__(self) -> None:
        self._registered: list[Registered] = []
        self._unmatched: list[Registered] = []

    def add(self, function: Callable[..., Any], types: "tuple[hook.EventType, ...]", name: str | None) -> None:
        """Register a function.

        Args:
            function: Takes an event, and the connection of a transaction where it has a second argument.
            types: The types it is for; none for every event.
            name: What it is called in the store; None for the name of the function and its module.

        Raises:
            ConfigurationError: It cannot be called, or another has its name.
        """
        self._registered.append(self._named(function, frozenset(types) if types else None, name))

    def add_unmatched(self, function: Callable[..., Any], name: str | None) -> None:
        """Register a function for the events that have no other.

        Args:
            function: Takes an event, and the connection of a transaction where it has a second argument.
            name: As for `add`.

        Raises:
            ConfigurationError: It cannot be called, or another has its name.
        """
        self._unmatched.append(self._named(function, None, name))

    def matching(self, event: "WebhookEvent") -> list[Registered]:
        """Return the functions for an event, each once.

        Args:
            event: Any event; its type may be one that this version does not know, or None.
        """
        matching = [handler for handler in self._registered if handler.types is None or event.type in handler.types]
        return list({handler.name: handler for handler in matching}.values()) or self._unmatched

    def _named(self, function: Callable[..., Any], types: frozenset[str] | None, name: str | None) -> Registered:
        if not callable(function):
            raise ConfigurationError(f"A webhook handler must be a function that takes an event; got {function!r}.")
        if name is not None and (not isinstance(name, str) or not name.strip()):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError(f"name= of a webhook handler must be a text that stays the same; got {name!r}.")
        stable = _stable_name(function) if name is None else name
        named = Registered(function, stable, types, _takes_connection(function))
        for other in (*self._registered, *self._unmatched):
            if (other.name == named.name) != _same(other.function, function):
                raise ConfigurationError(_clash(named.name, other))
        return named


def _clash(name: str, other: Registered) -> str:
    if name == other.name:
        return (
            f"Two webhook handlers are called {name!r}, and a store could not tell which of them has run: give one a "
            "name of its own that stays the same, as in @handler.on(..., name='book')."
        )
    return f"A webhook handler is registered as {other.name!r} and as {name!r}: give it the same name= both times."


def _same(first: object, second: object) -> bool:
    # Each access to a bound method makes a new object.
    return first is second or (isinstance(first, MethodType | BuiltinMethodType) and first == second)


def _takes_connection(function: Callable[..., Any]) -> bool:
    """Whether a function cannot do without a second argument. One with a default may be a setting of its own."""
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):
        return False
    positional = [one for one in parameters if one.kind in {one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD}]
    return len(positional) > 1 and positional[1].default is inspect.Parameter.empty


def _stable_name(function: Callable[..., Any]) -> str:
    """The name of a function in its module, however the program was started."""
    inner: Any = inspect.unwrap(function)
    while isinstance(inner, functools.partial):
        inner = inspect.unwrap(inner.func)
    name = getattr(inner, "__qualname__", type(inner).__qualname__)
    return f"{_stable_module(inner.__module__ or type(inner).__module__)}.{name}"


def _stable_module(name: str) -> str:
    """The name that other processes import a module by: `python app.py` calls `__main__` what gunicorn calls `app`."""
    if name != "__main__":
        return name
    main = sys.modules[name]
    file = getattr(main, "__file__", None)
    if main.__spec__ is not None:
        return main.__spec__.name
    return name if file is None else PurePath(file).stem


def check_types(types: tuple[object, ...]) -> None:
    """Refuse what is no type of an event, such as the function of a decorator without parentheses.

    Args:
        types: The arguments of `on`.

    Raises:
        ConfigurationError: One is no member of the enum of types.
    """
    if not types:
        return
    # Read here alone, because the enum lies with the models and they are slow to import.
    enum = hook.EventType
    for value in types:
        if not isinstance(value, enum):
            name, example = enum.__name__, next((member.name for member in enum), "MEMBER")
            raise ConfigurationError(
                f"on() takes members of {name}, as in @handler.on({name}.{example}), or nothing, as in @handler.on(); "
                f"got {value!r}. Write a type that this version does not know as {name}('Name')."
            )


def is_async(function: object) -> bool:
    """Return whether calling a function gives something to await.

    Args:
        function: A function, a partial one, or an object that can be called.
    """
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(getattr(function, "__call__", None))  # noqa: B004 - whether it is async is the question
