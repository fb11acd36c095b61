"""What tells the members of a union apart.

An object is told by the value of the discriminator; else by properties with one value each; else it is the one of those
models whose required properties it has that knows most of its names; a map comes last. A text is what it can be read
as, and a text otherwise. Among equals the order of the document decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import msgspec

from .._api import ENUMS
from .base_types import date_type, datetime_type
from .lenient import REPAIRS, is_repairable
from .shapes import BUILDING, Shape, annotation, as_declared, is_enum, is_int_enum, is_object, keeps_extras, shape_of
from .union_depth import are_alike, deepest_first

BUILDS_ON: Final = ("_api.ENUMS",)

_HAS_ORDINALS: Final = ENUMS == "text-or-ordinal"
_MANY: Final = 16
"""Items of a list that are looked at to tell which list it is."""
_PARSED: Final[frozenset[Any]] = frozenset({date_type(), datetime_type(), time, timedelta, UUID})
"""What no text is by chance, as it may be the Base64 of some bytes, or a number."""
_NUMBERS: Final[frozenset[Any]] = frozenset({bool, int, Decimal})
_MOST_KNOWN: Final = 256
"""Kinds of objects that a union keeps in mind."""
_LONGEST: Final = 2_000
_SURE: Final = 10**18
"""Numbers below it may be the value of a discriminator."""


class Member:
    """One member of a union, with what tells it from the others.

    Args:
        shape: What it is made of.
        kind: The type that msgspec reads it as.

    Attributes:
        item: What a list of models holds, as a member of its own; None for anything else.
        names: A model's fields by their names in JSON.
        required: Those that must be there.
        values: The values of the fields that have a list of them.
        telling: The names of those that have a single value, and another one in another member.
        amounts: The names of the fields that hold a decimal.
        is_plain: Whether it is a model in which nothing else has to be looked at once it is read.
    """

    __slots__ = (
        "amounts",
        "has_durations",
        "has_extras",
        "has_numbers",
        "is_nested",
        "is_plain",
        "is_repaired",
        "item",
        "kind",
        "names",
        "required",
        "shape",
        "telling",
        "values",
    )

    def __init__(self, shape: Shape, kind: Any) -> None:
        self.shape = shape
        self.kind = kind
        self.item = Member(shape.item, shape.item.kind) if shape.item is not None and is_model(shape.item) else None
        self.names = frozenset(shape.fields)
        fields = msgspec.structs.fields(shape.kind) if is_model(shape) else ()
        self.required = frozenset(field.encode_name for field in fields if field.required) & self.names
        self.values = {wire: found for wire, field in shape.fields.items() if (found := _values(field.shape))}
        self.telling = frozenset[str]()
        self.is_nested = shape.reaches(lambda inner: bool(inner.choices))
        self.has_extras = keeps_extras(shape)
        self.has_durations = shape.reaches(lambda inner: inner.kind is timedelta)
        self.has_numbers = shape.reaches(lambda inner: inner.kind is Decimal)
        # Of bytes, a text that is not written as they are is some other text.
        self.is_repaired = shape.kind is not bytes and is_repairable(shape)
        self.amounts = tuple(field.wire for field in shape.fields.values() if field.shape.kind is Decimal)
        others = [field.shape for field in shape.fields.values() if field.shape.kind is not Decimal]
        self.is_plain = is_model(shape) and not (
            self.is_nested
            or self.has_extras
            or (REPAIRS and self.is_repaired)
            or any(inner.reaches(lambda found: found.kind is Decimal) for inner in others)
        )

    def rank(self, value: Mapping[str, Any]) -> tuple[int, int, int, int] | None:
        """Return how well an object fits, the least best; None if it does not.

        Args:
            value: The object.
        """
        if not self.required <= value.keys():
            return None
        known = len(self.names & value.keys())
        if not known:
            # Nothing of the object would be left in a model, while a map or extras keep all of it.
            keeps = self.shape.value is not None or self.shape.extras is not None
            return (1, 0, 0, 0) if keeps else None if value else (0, 0, 0, 0)
        told = strange = 0
        for wire, values in self.values.items():
            if wire in value:
                is_right = _is_among(value[wire], values)
                if wire in self.telling:
                    if not is_right:
                        return None
                    told += 1
                strange += not is_right
        return (0, -told, strange, -known)


class Plan:
    """How the members of one union are told apart.

    Args:
        members: All of them, in the order of the document.
        name: Name of the discriminator in JSON; empty where there is none.
        variants: Names of models by the discriminator's value.

    Attributes:
        direct: The types of objects that need no second look, by the discriminator's value, or else by their names.
        amounts: The names of their decimals, by the same, where any of them has one.
        same: The types of the values that are members as they are.
    """

    __slots__ = (
        "_are_alike",
        "_asked",
        "_known",
        "amounts",
        "arrays",
        "direct",
        "enums",
        "has_text",
        "int_enums",
        "members",
        "name",
        "numbers",
        "objects",
        "others",
        "same",
        "tagged",
        "texts",
    )

    def __init__(self, members: list[Member], name: str, variants: dict[str, str]) -> None:
        by_class = {member.shape.kind.__name__: member for member in members if is_model(member.shape)}
        self.members = members
        self.name = name
        self.tagged = {value: by_class[model] for value, model in variants.items() if model in by_class}
        self.objects = [member for member in members if is_model(member.shape) or member.shape.kind is dict]
        named = {*map(id, self.tagged.values())}
        self.others = [member for member in self.objects if id(member) not in named]
        self.arrays = [member for member in members if member.shape.kind is list]
        self.enums = [member for member in members if is_enum(member.shape.kind)]
        self.int_enums = [member for member in members if is_int_enum(member.shape.kind)]
        # Of decimals, one that JSON has as a text comes second: a text is looked for among all members.
        exact = sorted(members, key=lambda member: member.shape.in_text)
        self.numbers = {member.shape.kind: member for member in reversed(exact) if member.shape.kind in _NUMBERS}
        self.has_text = any(member.shape.kind is str for member in members)
        # Of what the text of any member may be by chance, the Base64 of some bytes comes last.
        order = [_PARSED, {str}, None, {Decimal}, {bytes}, {object}]
        self.texts = [
            member
            for kinds in order
            for member in (self.enums if kinds is None else members)
            if kinds is None or member.shape.kind in kinds
        ]
        _tell(self.objects)
        _tell([member.item for member in self.arrays if member.item is not None])
        # What an object is depends on its names and on these values, and most objects are like the one before.
        self._asked = tuple({wire for member in self.objects for wire in member.values} | ({name} if name else set()))
        self._known: dict[Any, list[Member]] = {}
        self.direct: dict[Any, Any] = {}
        self.amounts: dict[Any, tuple[str, ...]] = {}
        self._are_alike = are_alike(self.others if name else self.objects)
        for tag, member in self.tagged.items():
            self._keep(tag, member)
        is_same = {
            str: self.has_text and not self.enums and not any(member.shape.kind in _PARSED for member in members),
            int: int in self.numbers and not self.int_enums,
            bool: bool in self.numbers,
        }
        self.same = frozenset(kind for kind, it_is in is_same.items() if it_is)

    def candidates(self, value: Any) -> Iterable[Member]:
        """Return the members that a value may be, the likeliest first.

        Args:
            value: A plain value.
        """
        kind = value.__class__
        if kind is dict:
            return self.of_object(value)
        if kind is str:
            return self._of_text(value)
        if kind is list:
            return ranked_lists(self.arrays, value) if len(self.arrays) > 1 else self.arrays
        return self._of_number(value)

    def of_object(self, value: dict[str, Any]) -> list[Member]:
        """Return the members that an object may be, the likeliest first.

        Args:
            value: The object.
        """
        if self._are_alike:
            likeliest = self._ranked(value)
            return deepest_first(likeliest, value) if likeliest else likeliest
        like = (*value, *map(value.get, self._asked))
        try:
            found = self._known.get(like)
        except TypeError:
            # A value has no hash.
            return self._ranked(value)
        if found is None:
            found = self._ranked(value)
            if len(self._known) < _MOST_KNOWN and _is_text(like):
                self._known[like] = found
                if found and not self._asked:
                    self._keep(like, found[0])
        return found

    def _keep(self, key: Any, member: Member) -> None:
        """Keep what objects are that need no second look."""
        if member.is_plain:
            if member.amounts:
                self.amounts[key] = member.amounts
            self.direct[key] = member.kind

    def _ranked(self, value: dict[str, Any]) -> list[Member]:
        if self.name and (tag := value.get(self.name)) is not None:
            member = self.variant(tag)
            return [member] if member is not None else ranked(self.others, value)
        return ranked(self.objects, value)

    def variant(self, tag: object) -> Member | None:
        """Return the member that a value of the discriminator stands for.

        Args:
            tag: The value.
        """
        if isinstance(tag, bool):
            tag = "true" if tag else "false"
        elif isinstance(tag, int):
            tag = str(tag) if abs(tag) < _SURE else ""
        return self.tagged.get(tag) if isinstance(tag, str) else None

    def _of_text(self, value: str) -> Iterator[Member]:
        yield from (member for member in self.enums if value in member.shape.kind._value2member_map_)
        yield from self.texts

    def _of_number(self, value: object) -> Iterator[Member]:
        if isinstance(value, bool):
            meant: tuple[type, ...] = (bool,)
        elif isinstance(value, int):
            yield from (member for member in self.int_enums if value in member.shape.kind._value2member_map_)
            meant = (int, Decimal)
        else:
            meant = (Decimal, int) if isinstance(value, Decimal | float) else ()
        yield from (self.numbers[of] for of in meant if of in self.numbers)
        if int in meant:
            yield from self.int_enums
            yield from self.enums if _HAS_ORDINALS else ()
        yield from (member for member in self.members if member.shape.kind is object)


def plan_of(kind: Any) -> Plan:
    """Return how the members of a union are told apart.

    Args:
        kind: The class of the union.
    """
    if kind.plan is None:
        with BUILDING:
            shape_of(kind)
            members = [Member(shape, _member_type(declared)) for declared, shape in _flat(kind, {kind})]
            for member in members:
                # msgspec reads each class here, and not in two threads at a time.
                msgspec.json.Decoder(member.kind)
            told = kind.discriminator
            kind.plan = Plan(members, told.name if told else "", told.variants if told else {})
    plan: Plan = kind.plan
    return plan


def _member_type(kind: Any) -> Any:
    """The type that msgspec reads a member as."""
    return annotation(kind) if is_enum(kind) else as_declared(kind)


def _flat(kind: Any, seen: set[Any]) -> Iterator[tuple[Any, Shape]]:
    """The members of a union with their shapes; of a union among them, its own."""
    for declared, shape in zip(kind.one_of, shape_of(kind).choices, strict=True):
        if not shape.choices:
            yield declared, shape
        elif shape.kind not in seen:
            seen.add(shape.kind)
            yield from _flat(shape.kind, seen)


def is_model(shape: Shape) -> bool:
    """Return whether a shape is that of a model.

    Args:
        shape: Any shape.
    """
    return isinstance(shape.kind, type) and issubclass(shape.kind, msgspec.Struct)


def _values(shape: Shape) -> frozenset[Any]:
    """The values of an enum, with the numbers that a service may send for them; none of anything else."""
    kind: Any = shape.kind
    if is_enum(shape.kind):
        return frozenset({*kind._value2member_map_, *([value.ordinal for value in kind] if _HAS_ORDINALS else ())})
    return frozenset(kind._value2member_map_) if is_int_enum(shape.kind) else frozenset()


def _is_among(value: object, values: frozenset[Any]) -> bool:
    # True equals 1, and a list has no hash.
    return isinstance(value, str | int) and not isinstance(value, bool) and value in values


def _is_text(parts: tuple[Any, ...]) -> bool:
    """Whether names and values are texts, as True equals 1, that take little room: a service may send any."""
    texts: list[str] = [part for part in parts if isinstance(part, str)]
    return len(texts) + parts.count(None) == len(parts) and sum(map(len, texts)) < _LONGEST


def _tell(members: list[Member]) -> None:
    """Find the fields with a single value that tell members apart: two of these have different ones."""
    single = [
        {wire: member.values[wire] for wire, field in member.shape.fields.items() if _is_single(field.shape)}
        for member in members
    ]
    for member, own in zip(members, single, strict=True):
        member.telling = frozenset(
            wire for wire, values in own.items() if any(other.get(wire, values) != values for other in single)
        )


def _is_single(shape: Shape) -> bool:
    return (is_enum(shape.kind) or is_int_enum(shape.kind)) and len(shape.kind._value2member_map_) == 1


def ranked(members: list[Member], value: Mapping[str, Any]) -> list[Member]:
    """Return the members that an object may be, the likeliest first.

    Args:
        members: Models and maps.
        value: The object.
    """
    found = [(rank, place) for place, member in enumerate(members) if (rank := member.rank(value)) is not None]
    return [members[place] for _, place in sorted(found)]


def ranked_lists(members: list[Member], value: list[Any]) -> list[Member]:
    """Return the lists that a list may be: the one first whose items look most like its own.

    Args:
        members: Lists.
        value: The list.
    """
    items = [item for item in value[:_MANY] if is_object(item)]
    found: list[tuple[tuple[int, ...], int]] = []
    for place, member in enumerate(members):
        if member.item is None or not items:
            found.append(((0,), place))
            continue
        ranks = [rank for item in items if (rank := member.item.rank(item)) is not None]
        if len(ranks) == len(items):
            found.append((max(ranks), place))
    return [members[place] for _, place in sorted(found)]
