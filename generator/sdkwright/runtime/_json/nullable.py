"""Fields of models that are both sent and received: a value, null or absent, where absent reads as None.

Such a field holds `UNSET` while it is absent, so that JSON leaves it out and only a None that was given or received
becomes null. Whoever reads it sees a value or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar, Union, cast

from msgspec import UNSET, UnsetType

from .fields import EXTRAS, unhashable

ABSENT: Final[Any] = UNSET
"""The default of these fields: `UNSET`, which type checkers would not take for one."""

ABSENT_TYPES: Final[frozenset[Any]] = frozenset({type(None), UnsetType})
"""The types of what stands for no value."""

_HELD: Final = "_held_"
_KINDS: Final = ("Nullable", "Omissible", "Required", "ReadOnly[", "Extras[")
_T = TypeVar("_T")
_S = TypeVar("_S")

if TYPE_CHECKING:

    class _Field(Generic[_T, _S]):
        """For type checkers: reads as one type, and is given to the constructor as another."""

        def __get__(self, model: object, owner: type, /) -> _T: ...
        def __set__(self, model: object, value: _S, /) -> None: ...

    Nullable: TypeAlias = _Field[_T | None, _T | UnsetType | None]
    """A field that reads as its type or None, and takes its type, None for null, or UNSET."""
    NullableAmount: TypeAlias = _Field[Decimal | None, Decimal | int | UnsetType | None]
    """The same for an amount, which is given as a Decimal or an int and reads as a Decimal."""
    Omissible: TypeAlias = _Field[_T | None, _T | UnsetType]
    """A field that is never sent as null: it reads as its type or None, and takes its type, or UNSET."""
    OmissibleAmount: TypeAlias = _Field[Decimal | None, Decimal | int | UnsetType]
    """The same for an amount."""
    RequiredAmount: TypeAlias = _Field[Decimal, Decimal | int]
    """An amount that must be given."""
    ReadOnly: TypeAlias = _Field[_T, _T | UnsetType]
    """A field that the service sets: it is always there in an answer, and reads as None in a model of one's own."""
    Extras: TypeAlias = _Field[dict[str, _T], Mapping[str, _T] | UnsetType]
    """What JSON has beside the fields of a model, by name; empty where it has nothing."""
else:

    class Nullable:
        """A field that reads as its type or None, and takes its type, None for null, or UNSET."""

        def __class_getitem__(cls, kind: Any) -> Any:
            return Union[kind, None, UnsetType]  # noqa: UP007 - also where the type has no `|` of its own

    class ReadOnly:
        """A field that the service sets: in what it answers it is always there."""

        def __class_getitem__(cls, kind: Any) -> Any:
            return Union[kind, UnsetType]  # noqa: UP007 - as above

    class Extras:
        """What JSON has beside the fields of a model, by name; empty where it has nothing."""

        def __class_getitem__(cls, kind: Any) -> Any:
            return Union[dict[str, kind], UnsetType]  # noqa: UP007 - as above

    # What is said of it above is for type checkers: a null that the service sends is none less.
    Omissible = Nullable
    NullableAmount = OmissibleAmount = Nullable[Decimal]
    RequiredAmount = Decimal


def install(model: type, annotations: dict[str, object]) -> None:
    """Make the fields of these types read as they say. To be called while the class is made.

    A model equals another one that reads the same: absent and null differ only where they are sent.

    Args:
        model: The class.
        annotations: Its own annotations, as texts.
    """
    found = [(name, str(kind)) for name, kind in annotations.items() if str(kind).startswith(_KINDS)]
    for name, kind in found:
        member = vars(model)[name]
        reader = _amount if kind.endswith("Amount") else _extras if kind.startswith("Extras") else _value
        read = reader(member)
        # The setter serves code that replaces a value while a model is made. Models are frozen for all other code.
        setattr(model, name, property(read, member.__set__))
        setattr(model, _HELD + name, member)
    if found:
        changed = cast("Any", model)
        changed.__eq__ = _equal
        changed.__hash__ = _hash


def held_name(model: type, name: str) -> str:
    """Return the attribute that gives what a field holds, `UNSET` while it is absent; it is faster to read.

    Args:
        model: The class.
        name: Name of the field.
    """
    return _HELD + name if hasattr(model, _HELD + name) else name


def _value(member: Any) -> Callable[[object], object]:
    get = member.__get__

    def read(model: object) -> object:
        value: object = get(model)
        return None if value is UNSET else value

    return read


def _amount(member: Any) -> Callable[[object], object]:
    get = member.__get__

    def read(model: object) -> object:
        value: object = get(model)
        if value is UNSET:
            return None
        # True is no amount, and is refused when it is sent.
        return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value

    return read


def _extras(member: Any) -> Callable[[object], object]:
    get = member.__get__

    def read(model: object) -> object:
        value: object = get(model)
        return {} if value is UNSET else value

    return read


def _equal(model: object, other: object) -> Any:
    if type(other) is not type(model):
        return NotImplemented
    kind: Any = type(model)
    read = _reader(kind)
    return read(model) == read(other)


def _hash(model: object) -> int:
    kind: Any = type(model)
    try:
        return hash((kind, _reader(kind, without=EXTRAS)(model)))
    except TypeError:
        raise unhashable(cast("Any", model)) from None


@cache
def _reader(kind: Any, without: str = "") -> attrgetter[Any]:
    """What gives the values of the fields as they read."""
    # Of no field at all, something that all of them have.
    return attrgetter(*(name for name in kind.__struct_fields__ if name != without), "__class__")
