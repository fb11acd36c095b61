"""Operations of a large API, each made when it is first called: until then the models that it names are not loaded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from .operation import Operation

__all__ = ["later"]

_T = TypeVar("_T")


class _Later(Operation[Any]):
    """An operation that is not made yet. Once it is, it is of the class of all others, and as quick."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        if name not in Operation.__slots__ or name == "make":
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        made = self.make()
        for slot in Operation.__slots__:
            if slot != "make":
                setattr(self, slot, getattr(made, slot))
        # Last of all: until then another thread makes it, too.
        cast("Any", self).__class__ = Operation
        return getattr(made, name)


def later(name: str, make: Callable[[], Operation[_T]]) -> Operation[_T]:
    """Return an operation that is made when it is first asked for anything but its name.

    Args:
        name: Its public name.
        make: Makes it.
    """
    found = _Later.__new__(_Later)
    found.name = name
    found.make = make
    return cast("Operation[_T]", found)
