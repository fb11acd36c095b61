"""Writes types of the representation as Python's annotations, and as texts name them."""

import re
from collections.abc import Callable, Collection
from typing import Final, assert_never

import attrs

from sdkwright.ir import Anything, Array, Map, Object, Reference, Scalar, Type, Union

_SCALARS: Final = {
    ("string", ""): "str",
    ("string", "date-time"): "datetime",
    ("string", "date"): "date",
    ("string", "time"): "time",
    ("string", "duration"): "Duration",
    ("string", "uuid"): "UUID",
    ("string", "byte"): "bytes",
    ("string", "binary"): "bytes",
    ("integer", ""): "int",
    ("boolean", ""): "bool",
}
_DECIMAL_OR_INT: Final = "Decimal | int"
SHADOWED: Final = frozenset({"bytes", "date", "time"})
"""The types whose names a field or a method may have; those of all others are reserved, or begin with a capital."""
_TYPES: Final = re.compile(rf"\b(?:{'|'.join(sorted(SHADOWED))})\b")


def aliases(taken: Collection[str]) -> str:
    """The imports of the types that stand with an underscore in front, a line each.

    Args:
        taken: As for `unshadowed`.
    """
    return "".join(
        f"from {'builtins' if name == 'bytes' else 'datetime'} import {name} as _{name}\n"
        for name in sorted(SHADOWED.intersection(taken))
    )


def unshadowed(annotation: str, taken: Collection[str]) -> str:
    """An annotation whose types keep their meaning in a class that has members of their names.

    Args:
        annotation: The annotation.
        taken: The names of the members; what of `SHADOWED` is among them stands with an underscore in front.
    """
    return _TYPES.sub(lambda found: f"_{found[0]}" if found[0] in taken else found[0], annotation)


def source(  # noqa: PLR0911 - one for each kind of type
    type_: Type,
    *,
    number: str = "Decimal",
    in_text: str = "Decimal",
    sequence: str = "list",
    named: Callable[[str], str] = str,
    chosen: bool = True,
) -> str:
    """A type as an annotation.

    Args:
        type_: The type.
        number: What stands for a fractional number.
        in_text: What stands for one that JSON has as a text.
        sequence: What stands for `list`.
        named: Makes the annotation of a model or an enum out of its name.
        chosen: Whether a union says that one of its members is to be chosen, as where it is read.
    """
    match type_:
        case Scalar(kind, format_):
            decimals = {("number", format_): number, ("string", "decimal"): in_text}
            return decimals.get((kind, format_)) or _SCALARS.get((kind, format_)) or _SCALARS[kind, ""]
        case Array(inner, nullable) | Map(inner, nullable):
            member = source(inner, number=number, in_text=in_text, sequence=sequence, named=named, chosen=chosen)
            container = f"{sequence}[" if isinstance(type_, Array) else "dict[str, "
            return f"{container}{member} | None]" if nullable else f"{container}{member}]"
        case Reference(name):
            return named(name)
        case Object():
            return "dict[str, Any]"
        case Anything():
            return "Any"
        case Union(members) if not chosen:
            return " | ".join(source(member, number=number, sequence=sequence, chosen=False) for member in members)
        case Union():
            # An enum's number is found with the enum.
            return _one_of(type_, number=number, in_text=in_text, sequence=sequence)
        case _:
            assert_never(type_)


def _one_of(union: Union, *, number: str, in_text: str, sequence: str) -> str:
    """A union as the runtime reads it, one of the members of which is chosen."""
    joined = " | ".join(source(member, number=number, in_text=in_text, sequence=sequence) for member in union.members)
    if not union.discriminator:
        return f"OneOf[{joined}]"
    variants = ", ".join(f"{value!a}: {name!a}" for value, name in union.variants)
    return f"OneOf[Annotated[{joined}, Discriminator({union.discriminator!a}, {{{variants}}})]]"


@attrs.frozen
class Annotation:
    """What a caller gives for an argument or a field.

    Attributes:
        type: The type of the value.
        integers: Whether an int may stand for a decimal: an int is as exact, and is what people write.
        nullable: Whether None may be given.
        omissible: Whether `UNSET` may be given.
        instead: What stands for the innermost value, where that is no value of the type, such as a file.
    """

    type: Type
    integers: bool = False
    nullable: bool = False
    omissible: bool = False
    instead: str = ""

    @property
    def value(self) -> str:
        """The annotation of the value alone."""
        return self._value("list")

    @property
    def source(self) -> str:
        """The annotation."""
        return self._source("list")

    @property
    def qualified(self) -> str:
        """The annotation with `list` by another name, which a method called `list` cannot shadow."""
        return self._source("List")

    @property
    def answered(self) -> str:
        """The same for what is read: of a union, a member is chosen by what comes."""
        return self._with_states(source(self.type, sequence="List"))

    @property
    def checked(self) -> str:
        """The type that a value is checked against: None passes anyway, and so does an int for a decimal."""
        return "object" if self.instead else source(self.type, sequence="List")

    @property
    def as_field(self) -> str:
        """The annotation of a field that is only sent."""
        number = _DECIMAL_OR_INT if self.integers else "Decimal"
        return self._with_states(source(self.type, number=number, in_text="DecimalText"))

    @property
    def spoken(self) -> str:
        """The type as a docstring names it: without the ways to leave the value out."""
        return self.value.replace(" | ", " or ")

    def _source(self, sequence: str) -> str:
        return self._with_states(self._value(sequence))

    def _with_states(self, value: str) -> str:
        states = ["None"] if self.nullable else []
        states += ["UnsetType"] if self.omissible else []
        return " | ".join([value, *states])

    def _value(self, sequence: str) -> str:
        if self.instead:
            many = f"{sequence}[{self.instead}]"
            one_or_many = f"{self.instead} | {many}" if isinstance(self.type, Union) else self.instead
            return many if isinstance(self.type, Array) else one_or_many
        number = _DECIMAL_OR_INT if self.integers else "Decimal"
        return source(self.type, number=number, sequence=sequence, chosen=False)
