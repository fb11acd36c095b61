"""Which functions an event goes to: those for its type and those for every event, in the order of registration."""

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import attrs
from envoice.enums import OpenEnum
from envoice.errors import ConfigurationError

if TYPE_CHECKING:
    from envoice.models import ActivityType

    from .delivery import WebhookEvent

BUILDS_ON: Final = ("models.ActivityType",)


@attrs.frozen
class Registered:
    """A function with what it is called in a store: the same in every process that runs the same code."""

    function: Callable[["WebhookEvent"], Any]
    name: str
    types: frozenset[str] | None
    """None for every event."""


class Handlers:
    """The functions of one receiver."""

    def __init__(self) -> None:
        self._registered: list[Registered] = []
        self._unmatched: list[Registered] = []

    def add(self, function: Callable[["WebhookEvent"], Any], types: "tuple[ActivityType, ...]") -> None:
        """Register a function.

        Args:
            function: Takes an event.
            types: The types it is for; none for every event.

        Raises:
            ConfigurationError: It cannot be called.
        """
        self._registered.append(self._named(function, frozenset(types) if types else None))

    def add_unmatched(self, function: Callable[["WebhookEvent"], Any]) -> None:
        """Register a function for the events that have no other.

        Args:
            function: Takes an event.

        Raises:
            ConfigurationError: It cannot be called.
        """
        self._unmatched.append(self._named(function, None))

    def matching(self, event: "WebhookEvent") -> list[Registered]:
        """Return the functions for an event, each once.

        Args:
            event: Any event; its type may be one that this version does not know, or None.
        """
        matching = [one for one in self._registered if one.types is None or event.type in one.types]
        once = {id(one.function): one for one in reversed(matching)}
        return [one for one in matching if once[id(one.function)] is one] or self._unmatched

    def _named(self, function: Callable[["WebhookEvent"], Any], types: frozenset[str] | None) -> Registered:
        if not callable(function):
            raise ConfigurationError(f"A webhook handler must be a function that takes an event; got {function!r}.")
        inner = inspect.unwrap(function)
        base = f"{inner.__module__}.{getattr(inner, '__qualname__', type(inner).__qualname__)}"
        taken = sum(one.name.partition("#")[0] == base for one in [*self._registered, *self._unmatched])
        return Registered(function, f"{base}#{taken + 1}" if taken else base, types)


def check_types(types: tuple[object, ...]) -> None:
    """Refuse what is no type of activity, such as the function of a decorator without parentheses.

    Args:
        types: The arguments of `on`.

    Raises:
        ConfigurationError: One is no member of `ActivityType`.
    """
    for one in types:
        if not isinstance(one, OpenEnum):
            raise ConfigurationError(
                f"on() takes members of ActivityType, as in @handler.on(ActivityType.PAID), or nothing, as in "
                f"@handler.on(); got {one!r}. Write a type that this version does not know as ActivityType('Name')."
            )


def is_async(function: object) -> bool:
    """Return whether calling a function gives something to await.

    Args:
        function: A function, a partial one, or an object that can be called.
    """
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(getattr(function, "__call__", None))  # noqa: B004 - whether it is async is the question
