"""What the service may answer instead of the expected: nulls, ordinals, unknown values, more or fewer fields.

Each variant is made from the plain answer and its type. Those about one kind of value keep only the fields that lead
to such a value, so that the mapping files stay small.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from itertools import cycle
from typing import Final, TypeAlias

from sdkwright.ir import Anything, Array, Enum, Map, Model, Object, Reference, Scalar, Schema, Type
from sdkwright.ir.choices import union_of
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.shapes import Record

Schemas: TypeAlias = Mapping[str, Schema]
_Leaf = Callable[[object, Type | Enum], object]

_DROPPED: Final = object()

# As seen in the vendor's own examples: an offset, fractions of two, three and seven digits, and no offset at all.
_DATES: Final = (
    "2018-02-06T01:00:00+01:00",
    "2018-02-06T11:43:30Z",
    "2018-02-06T11:43:30.25Z",
    "2018-02-06T11:43:30.123Z",
    "2018-02-06T11:43:30.1234567Z",
    "2018-02-06T11:43:30",
)
_AMOUNTS: Final = tuple(
    map(Decimal, ("0.1", "100.10", "-0.01", "0.30000000000000004", "12345678901234567.89", "0", "7"))
)
_EXTRA: Final = {"CC": "accounts@example.com", "AddedLater": {"Amounts": [Decimal("0.1"), None], "On": True}}
_NEW_MEMBER: Final = "AddedInALaterRevision"
_NEW_ORDINAL: Final = 4711


def variants(plain: object, type_: Type, bodies: Bodies) -> Iterator[tuple[str, object]]:
    """The name and the body of each variant that differs from `plain` and from nothing at all.

    Args:
        plain: The expected answer.
        type_: Its type.
        bodies: The models and enums of the API, and what its pages look like.
    """
    walk = _Walk(bodies.schemas)
    short = _shortened(plain)
    for name, body in _changed(short, type_, walk, bodies.pages):
        yield name, walk.with_required(body, short, type_)


def _changed(short: object, type_: Type, walk: "_Walk", pages: Collection[str]) -> Iterator[tuple[str, object]]:
    yield "nulls", outermost(short, dict.fromkeys, pages)
    if isinstance(short, dict | list):
        yield from _of_records(short, type_, walk, pages)
    for name, leaf in (
        ("ordinals", _on_enums(lambda value, enum: enum.values.index(value))),
        ("unknown-enums", _on_enums(lambda _value, enum: _NEW_ORDINAL if enum.kind == "integer" else _NEW_MEMBER)),
        ("unknown-ordinals", _on_enums(lambda _value, _enum: _NEW_ORDINAL)),
        ("dates", _each("date-time", _DATES)),
        ("decimals", _each("decimal", _AMOUNTS)),
    ):
        body = walk.pruned(short, type_, leaf)
        if body is not _DROPPED:
            yield name, body


def _of_records(short: object, type_: Type, walk: "_Walk", pages: Collection[str]) -> Iterator[tuple[str, object]]:
    yield "deep-nulls", walk.all(short, type_, lambda _value, _type: None)
    yield "sparse", outermost(short, lambda _record: {}, pages)
    yield "extras", _with_extras(short)


def outermost(body: object, change: Callable[[Record], object], pages: Collection[str]) -> object:
    """`body` with its outermost records changed: those of the list, of the page, or the one that it is.

    Args:
        body: An answer.
        change: What is made of a record.
        pages: The properties that hold the items of a page.
    """
    if isinstance(body, dict):
        items = next((name for name in pages if isinstance(body.get(name), list)), None)
        if items is None:
            return change(body)
        others = dict.fromkeys(name for name in body if name != items)
        return others | {items: [outermost(item, change, pages) for item in body[items]]}
    return [outermost(item, change, pages) for item in body] if isinstance(body, list) else None


class _Walk:
    """Goes through an answer and its type together."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def all(self, value: object, type_: Type, leaf: _Leaf) -> object:
        """`value` with every leaf replaced."""
        return self._walk(value, type_, leaf, keep=True)

    def pruned(self, value: object, type_: Type, leaf: _Leaf) -> object:
        """`value` with nothing but the leaves that `leaf` does not drop, and what leads to them."""
        return self._walk(value, type_, leaf, keep=False)

    def _walk(self, value: object, type_: Type, leaf: _Leaf, *, keep: bool) -> object:
        if (union := union_of(type_, self._schemas)) is not None:
            # Of another member, another answer tells.
            type_ = next((member for member in union.members if self._is_of(value, member)), Anything())
        schema = self._schemas[type_.name] if isinstance(type_, Reference) else None
        if isinstance(value, dict) and isinstance(schema, Model):
            types = {field.wire: field.type for field in schema.fields}
            return self._members(value, lambda name: types.get(name, schema.extras or Anything()), leaf, keep=keep)
        if isinstance(value, dict) and isinstance(type_, Map):
            return self._members(value, lambda _name: type_.values, leaf, keep=keep)
        if isinstance(value, list) and isinstance(type_, Array):
            items = [self._walk(item, type_.items, leaf, keep=keep) for item in value]
            found = [item for item in items if item is not _DROPPED]
            return found if found or keep else _DROPPED
        if value is None:
            return value if keep else _DROPPED
        return leaf(value, schema if isinstance(schema, Enum) else type_)

    def with_required(self, changed: object, plain: object, type_: Type) -> object:
        """A changed answer with what is in every answer as it stands in the plain one."""
        if isinstance(changed, list) and isinstance(plain, list) and isinstance(type_, Array):
            return [self.with_required(one, of, type_.items) for one, of in zip(changed, plain, strict=False)]
        schema = self._schemas[type_.name] if isinstance(type_, Reference) else None
        if not (isinstance(changed, dict) and isinstance(plain, dict) and isinstance(schema, Model)):
            return changed
        fields = {field.wire: field for field in schema.fields if field.wire in plain}
        kept = {name: plain[name] for name, field in fields.items() if field.required and not field.nullable}
        found = {
            name: self.with_required(member, plain[name], fields[name].type) if name in fields else member
            for name, member in changed.items()
        }
        return found | {name: value for name, value in kept.items() if found.get(name) is None}

    def _is_of(self, value: object, member: Type) -> bool:
        """Whether a value is one of a member of a union, as far as its names and its kind tell."""
        schema = self._schemas[member.name] if isinstance(member, Reference) else None
        if isinstance(value, dict):
            names = {field.wire for field in schema.fields} if isinstance(schema, Model) else set[str]()
            return isinstance(member, Map | Object) or (isinstance(schema, Model) and names >= value.keys())
        if isinstance(schema, Enum):
            return value in schema.values
        if isinstance(value, list):
            return isinstance(member, Array)
        kinds = {bool: "boolean", int: "integer", Decimal: "number", str: "string"}
        return isinstance(member, Scalar) and member.kind == kinds.get(type(value))

    def _members(self, value: Record, type_of: Callable[[str], Type], leaf: _Leaf, *, keep: bool) -> object:
        members = {name: self._walk(member, type_of(name), leaf, keep=keep) for name, member in value.items()}
        kept = {name: member for name, member in members.items() if member is not _DROPPED}
        return kept if kept or keep else _DROPPED


def _on_enums(change: Callable[[object, Enum], object]) -> _Leaf:
    # Of a union whose members have the same names, a value may be one of another member.
    return lambda value, kind: change(value, kind) if isinstance(kind, Enum) and value in kind.values else _DROPPED


def _each(format_: str, values: tuple[object, ...]) -> _Leaf:
    """A leaf that gives one of `values` after the other to the fields of a format."""
    following = cycle(values)
    return lambda _value, kind: next(following) if isinstance(kind, Scalar) and kind.format == format_ else _DROPPED


def _shortened(value: object) -> object:
    """`value` with one item in each list."""
    match value:
        case dict():
            return {name: _shortened(member) for name, member in value.items()}
        case list():
            return [_shortened(item) for item in value[:1]]
        case _:
            return value


def _with_extras(value: object) -> object:
    match value:
        case dict():
            return {name: _with_extras(member) for name, member in value.items()} | _EXTRA
        case list():
            return [_with_extras(item) for item in value]
        case _:
            return value
