"""Unions: a value that is one of several types, for type checkers exactly that, at run time a class that msgspec asks.

msgspec reads no union of two models, of two kinds of text or of two lists. So it hands the plain value of a union over,
and what is chosen from it is returned. A value that is none of the members is kept as it is.
"""

from __future__ import annotations

import copyreg
import sys
from collections.abc import Callable, Mapping
from enum import Enum
from types import ModuleType, SimpleNamespace, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    TypeAlias,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from ..enums import OpenEnum, OpenIntEnum
from .nullable import ABSENT_TYPES

__all__ = ["Discriminator", "OneOf"]

_T = TypeVar("_T")
_made: Final[dict[object, Any]] = {}


class Discriminator:
    """What tells the members of a union apart: a property, and the model that each of its values stands for.

    Args:
        name: The property's name in JSON.
        variants: Names of models by the value of the property.
    """

    __slots__ = ("name", "variants")

    def __init__(self, name: str, variants: Mapping[str, str]) -> None:
        self.name = name
        self.variants = dict(variants)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Discriminator):
            return NotImplemented
        return (self.name, self.variants) == (other.name, other.variants)

    def __hash__(self) -> int:
        return hash((self.name, *self.variants.items()))

    def __repr__(self) -> str:
        return f"Discriminator({self.name!r}, {self.variants!r})"


class UnionKind(type):
    """The type of the classes that `OneOf[...]` makes, one for each union.

    Attributes:
        declared: What was written in the brackets.
        plan: How its members are told apart, once that is known.
        namespace: Where it was written, and a text in the brackets is read.
    """

    declared: Any
    plan: Any
    namespace: Mapping[str, Any]
    _found: Any

    def __instancecheck__(cls, instance: object) -> bool:
        """Every value passes: which member it is was chosen, and what is none of them is kept."""
        return True

    def __repr__(cls) -> str:
        return f"OneOf[{_described(cls.declared)}]"

    @property
    def resolved(cls) -> Any:
        """What was written in the brackets; of a text, what it stands for where it was written."""
        if cls._found is None:
            found = cls.declared
            if isinstance(found, str):
                # The one function of the standard library that reads an annotation of a text.
                written = cast("Any", SimpleNamespace(__annotations__={"it": found}))
                found = get_type_hints(written, dict(cls.namespace), include_extras=True)["it"]
            cls._found = found
        return cls._found

    @property
    def one_of(cls) -> tuple[Any, ...]:
        """The members, in the order of the document."""
        declared = cls.resolved
        if get_origin(declared) is Annotated and cls.discriminator is not None:
            declared = get_args(declared)[0]
        members = get_args(declared) if get_origin(declared) in {Union, UnionType} else (declared,)
        return tuple(member for member in members if member not in ABSENT_TYPES and not _is_of_ordinals(member))

    @property
    def discriminator(cls) -> Discriminator | None:
        """What tells the members apart; None where the document has nothing for it."""
        return next((part for part in get_args(cls.resolved) if isinstance(part, Discriminator)), None)

    @property
    def choosing(cls) -> ModuleType:
        """The module that chooses. It is imported once something is chosen."""
        from . import choosing

        return choosing

    @property
    def sending(cls) -> ModuleType:
        """The module that tells what a caller's value is meant as, likewise."""
        from . import union_sending

        return union_sending


def _is_of_ordinals(member: Any) -> bool:
    """Whether a member only reads the numbers of an enum that is a member too."""
    return isinstance(member, type) and issubclass(member, Enum) and not issubclass(member, OpenEnum | OpenIntEnum)


def _described(declared: Any) -> str:
    if isinstance(declared, str):
        return declared
    text = getattr(declared, "__name__", None) if isinstance(declared, type) and not get_args(declared) else None
    return text or str(declared)


def _union(declared: Any, namespace: Mapping[str, Any]) -> Any:
    """The class of a union, the same one for the same members in the same order."""
    if isinstance(declared, str):
        key: object = (namespace.get("__name__"), declared)
    else:
        # `int | str` equals `str | int`, but a value that is both is the first of them.
        inner = get_args(declared)[0] if get_origin(declared) is Annotated else declared
        key = (declared, tuple(map(_in_order, get_args(inner))))
    kind = _made.get(key)
    if kind is None:
        attributes = {"declared": declared, "plan": None, "namespace": namespace, "_found": None}
        made = UnionKind("OneOf", (), {**attributes, "__module__": __name__, "__slots__": ()})
        # Of two threads that make it, both get the same.
        kind = _made.setdefault(key, made)
    return kind


def _in_order(kind: Any) -> object:
    """What tells a type from one that has the same members in another order."""
    return (kind, *map(_in_order, get_args(kind)))


def _again(declared: Any, module: str) -> Any:
    return _union(declared, vars(sys.modules[module]))


def _reduced(kind: UnionKind) -> tuple[Callable[[Any, str], Any], tuple[Any, str]]:
    return _again, (kind.declared, str(kind.namespace["__name__"]))


copyreg.pickle(cast("Any", UnionKind), cast("Any", _reduced))

if TYPE_CHECKING:
    OneOf: TypeAlias = Annotated[_T, "one of"]
    """A value that is one of several types: `OneOf[Card | BankTransfer | str]` is that union."""
else:

    class OneOf:
        """A value that is one of several types: for type checkers `OneOf[Card | BankTransfer | str]` is that union.

        A union that refers to itself is written as a text. A discriminator stands beside the members:
        `OneOf[Annotated[Card | BankTransfer, Discriminator("kind", {"card": "Card", "bank": "BankTransfer"})]]`.
        """

        def __class_getitem__(cls, declared: Any) -> Any:
            return _union(declared, sys._getframe(1).f_globals)  # noqa: SLF001 - where a text is read
