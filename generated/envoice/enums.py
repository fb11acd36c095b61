"""Bases of the generated enums: texts and numbers that stay readable when the service invents a new value.

A service may write an enum as its text or as its ordinal, if the API is declared so. The ordinals are the places in the
vendor's document, from 0. Where that order is wrong, the overlay gives the numbers with `x-enum-ordinals`, and the
class carries them: `class Status(OpenEnum, ordinals=(0, 1, 5))`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from enum import Enum, IntEnum, StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final, Self, TypeAlias, TypeVar, Union, cast

from ._api import ENUMS

__all__ = ["OpenEnum", "OpenIntEnum", "OrOrdinal"]

BUILDS_ON: Final = ("_api.ENUMS",)

_IS_CLOSED: Final = ENUMS == "closed"
"""Whether a service sends the values alone that its document lists."""

_HAS_ORDINALS: Final = ENUMS == "text-or-ordinal"
"""Whether a service may send a number in the place of a text."""

_E = TypeVar("_E")

# An ordinal has at most 64 bits, with or without a sign: what .NET's enums can have.
_LOWEST: Final = -(2**63)
_HIGHEST: Final = 2**64 - 1
_MAX_DIGITS: Final = 20
_CALLED: Final = cast("Any", Enum.__new__).__code__
_WRITTEN: Final = "_is_written"
# By class: an attribute of an enum would become a member.
_corrected: dict[type, tuple[int, ...]] = {}
_texts_of: dict[type, type[OpenEnum]] = {}


class OpenEnum(StrEnum):
    """A string enum that accepts values it does not know, and ordinals in place of texts.

    A known value is an ordinary member. An unknown one becomes an instance of the same class that compares, hashes,
    prints and round-trips (JSON, pickle, deepcopy) as the text that came in; `is_known` tells them apart. An unknown
    ordinal becomes its digits: `"99"`. Unknown values are never cached, so compare them with `==`, not `is`.

    Type checkers take an enum for closed and do not see the unknown values: ask `is_known` before a match over all
    members, and compare with a text that is no member by `str(status) == "Brand New"`.

    A text close to a member, as `OrderStatus("payed")` is, can be made but not sent: it is refused with the nearest
    member. What the service sent, and what `unknown` makes, is sent as it is.

    Args:
        ordinals: On a subclass, the number of each value, where the order of the values is not it.
    """

    def __init_subclass__(cls, *, ordinals: tuple[int, ...] | None = None) -> None:
        super().__init_subclass__()
        if ordinals is not None:
            _corrected[cls] = ordinals

    @property
    def is_known(self) -> bool:
        """Whether this version of the package has a member for the value."""
        return self._value_ in type(self)._value2member_map_

    @property
    def is_slip_possible(self) -> bool:
        """Whether the value is unknown and was written by a program, other than with `unknown`."""
        return not self.is_known and _WRITTEN in vars(self)

    @property
    def ordinal(self) -> int | None:
        """The number that stands for the value: its own for a member, the digits of an unknown ordinal, else None."""
        kind = type(self)
        if self.is_known:
            return _ordinals(kind)[self._value_]
        digits = self._value_.removeprefix("-")
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MAX_DIGITS):
            return None
        number = int(self._value_)
        return number if str(number) == self._value_ and number not in _by_ordinal(kind) else None

    @classmethod
    def unknown(cls, text: str) -> Self:
        """Return the value of a text that is meant as it is, however close it is to a member.

        Args:
            text: What the service calls it. A member's own text gives the member.

        Raises:
            TypeError: It is no str.
        """
        if not isinstance(cast("object", text), str):
            raise TypeError(f"{cls.__name__}.unknown takes a str, not {type(text).__name__}.")
        known = cls._value2member_map_.get(text)
        return cls._unlisted(text) if known is None else cast("Self", known)

    @classmethod
    def from_ordinal(cls, number: int) -> Self:
        """Return the value that a number stands for.

        Args:
            number: The ordinal. One that no member has gives an unknown value whose text is its digits.

        Raises:
            TypeError: It is no int; True and False are none either.
            ValueError: It has more than 64 bits.
        """
        if not isinstance(cast("object", number), int) or isinstance(number, bool):
            raise TypeError(f"{cls.__name__}.from_ordinal takes an int, not {type(number).__name__}.")
        if not _LOWEST <= number <= _HIGHEST:
            raise ValueError(f"{cls.__name__}.from_ordinal takes a number of at most 64 bits.")
        known = _by_ordinal(cls).get(number)
        return cls.unknown(int.__repr__(number)) if known is None else cast("Self", known)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if _IS_CLOSED or not isinstance(value, str):
            return None
        unknown = cls._unlisted(value)
        # Calling the class comes from there, and reading an answer from msgspec. A metaclass could tell them apart too,
        # but then msgspec makes no schema.
        if sys._getframe(1).f_code is _CALLED:  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - documented
            vars(unknown)[_WRITTEN] = True
        return unknown

    @classmethod
    def _unlisted(cls, value: str) -> Self:
        """The value of a text that the document does not list."""
        text = str.__str__(value)
        unknown = str.__new__(cls, text)
        unknown._name_ = text
        unknown._value_ = text
        return unknown

    def __repr__(self) -> str:
        if self.is_known:
            return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"
        return f"<{type(self).__name__}: {self._value_!r} (unknown)>"

    def __reduce_ex__(self, proto: object) -> tuple[Callable[[str], Self], tuple[str]]:
        kind = type(self)
        return kind if self.is_known or self.is_slip_possible else kind.unknown, (self._value_,)


class OpenIntEnum(IntEnum):
    """An enum of whole numbers that accepts values it does not know.

    A known number is an ordinary member. An unknown one becomes an instance of the same class that compares, hashes and
    round-trips (JSON, pickle, deepcopy) as the number that came in; `is_known` tells them apart. Unknown values are
    never cached, so compare them with `==`, not `is`.

    A number that is no member, as in `Priority(7)`, can be made but not sent: what the service sent, and what `unknown`
    makes, is sent as it is.
    """

    @property
    def is_known(self) -> bool:
        """Whether this version of the package has a member for the value."""
        return self._value_ in type(self)._value2member_map_

    @property
    def is_slip_possible(self) -> bool:
        """Whether the value is unknown and was written by a program, other than with `unknown`."""
        return not self.is_known and _WRITTEN in vars(self)

    @classmethod
    def unknown(cls, number: int) -> Self:
        """Return the value of a number that is meant as it is.

        Args:
            number: What the service calls it. A member's own number gives the member.

        Raises:
            TypeError: It is no int; True and False are none either.
        """
        if not isinstance(cast("object", number), int) or isinstance(number, bool):
            raise TypeError(f"{cls.__name__}.unknown takes an int, not {type(number).__name__}.")
        known = cls._value2member_map_.get(number)
        return cls._unlisted(number) if known is None else cast("Self", known)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if _IS_CLOSED or not isinstance(value, int) or isinstance(value, bool):
            return None
        unknown = cls._unlisted(value)
        # As for texts: calling the class comes from there, and reading an answer from msgspec.
        if sys._getframe(1).f_code is _CALLED:  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - documented
            vars(unknown)[_WRITTEN] = True
        return unknown

    @classmethod
    def _unlisted(cls, value: int) -> Self:
        """The value of a number that the document does not list."""
        number = int.__int__(value)
        unknown = int.__new__(cls, number)
        unknown._name_ = str(number)
        unknown._value_ = number
        return unknown

    def __repr__(self) -> str:
        if self.is_known:
            return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"
        return f"<{type(self).__name__}: {self._value_!r} (unknown)>"

    def __reduce_ex__(self, proto: object) -> tuple[Callable[[int], Self], tuple[int]]:
        kind = type(self)
        return kind if self.is_known or self.is_slip_possible else kind.unknown, (self._value_,)


class _Ordinal(Enum):
    """Base of the enums that msgspec reads a number with: their values are the members of an `OpenEnum`."""

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return _texts_of[cls].unknown(str(value)) if isinstance(value, int) and _LOWEST <= value <= _HIGHEST else None


if TYPE_CHECKING:
    OrOrdinal: TypeAlias = Annotated[_E, "or its ordinal"]
    """What a field holds that the service may fill with an enum's text or its ordinal: the enum, always."""
else:

    class OrOrdinal:
        """What a field holds that the service may fill with an enum's text or its ordinal: the enum, always.

        For type checkers `OrOrdinal[Status]` is `Status`. For msgspec it is a union of two enums, one of texts and one
        of numbers, that share their members: so an ordinal costs no more than a text.
        """

        def __class_getitem__(cls, kind: type[OpenEnum]) -> object:
            if not _HAS_ORDINALS:
                return kind
            return Union[kind, _numbers_of(kind)]  # noqa: UP007 - also where the class has no `|` of its own


@cache
def _numbers_of(kind: type[OpenEnum]) -> type[Enum]:
    known = _by_ordinal(kind)
    make = cast("Any", _Ordinal)
    numbers = make(
        f"{kind.__name__}Ordinal", {member.name: number for number, member in known.items()}, module=__name__
    )
    # msgspec and Enum both look values up here. The members of `numbers` itself are for its schema, and never seen.
    numbers._value2member_map_ = known
    _texts_of[numbers] = kind
    return cast("type[Enum]", numbers)


@cache
def _by_ordinal(kind: type[OpenEnum]) -> dict[int, OpenEnum]:
    members = list(kind)
    return dict(zip(_corrected.get(kind, range(len(members))), members, strict=True))


@cache
def _ordinals(kind: type[OpenEnum]) -> Mapping[str, int]:
    return {member._value_: number for number, member in _by_ordinal(kind).items()}
