"""Answers for the schemas of an API: believable, and finite however the schemas refer to each other."""

import json
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import assert_never

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.examples.coherence import settle
from sdkwright.examples.formats import of_format
from sdkwright.examples.values import Values, seeded
from sdkwright.ir import Alias, Anything, Array, Enum, Field, Map, Model, Object, Reference, Scalar, Schema, Type, Union
from sdkwright.ir.choices import members_from, tag_of
from sdkwright.ir.constraints import Limits
from sdkwright.normalise.identifiers import flat
from sdkwright.project import Project
from sdkwright.stubs.shapes import Record

MAX_DEPTH = 5
"""Records inside records, at most; what lies deeper, and a record inside itself, is left out or null."""
DEEPEST = 20
"""The same for records that must be there."""
ITEMS = 2
"""How many a list holds."""
MAX_VALUES = 200_000
"""Values in all answers of a document: a few schemas that all name each other could fill any memory."""
SHALLOW = 1
"""Records inside records, at most, once half of these values are made."""

_UNLIMITED: Limits = MappingProxyType({})
_MORE = "more"
"""The member that an object shows beside its properties where it may have others."""


@attrs.frozen
class _Place:
    """Where a value stands: its path seeds it, the rest says what it means, and whether it may be left out."""

    path: str
    schema: str = ""
    field: str = ""
    inside: tuple[str, ...] = ()
    needed: bool = False
    limits: Limits = attrs.field(factory=dict)

    def enter(self, schema: str) -> "_Place":
        return attrs.evolve(self, schema=schema, inside=(*self.inside, schema))

    def at(self, field: Field) -> "_Place":
        needed = field.required and not field.nullable
        path = f"{self.path}/{field.wire}"
        # Not by `evolve`, which takes thrice as long: there is a place for each value.
        return _Place(path, self.schema, field.wire, self.inside, needed, field.limits)

    def item(self, index: int | str, *, within: str) -> "_Place":
        limits = self.limits.get(within, {})
        return _Place(f"{self.path}/{index}", self.schema, self.field, self.inside, needed=False, limits=limits)


@attrs.define
class Bodies:
    """Makes answers out of the schemas of one API.

    Attributes:
        schemas: The models and enums, by name.
        project: The checkout, for what it declares of values and pages.
    """

    schemas: Mapping[str, Schema]
    project: Project
    _made: int = attrs.field(default=0, init=False)
    _choice: int = attrs.field(default=0, init=False)

    @property
    def pages(self) -> tuple[str, ...]:
        """The properties that hold the items of a page."""
        return tuple(page.items for page in self.project.configuration.pagination.values() if page.items)

    @property
    def _values(self) -> Values:
        return self.project.stub_values

    def has_room(self) -> bool:
        """Whether so few values are made that answers may be made which only some documents have."""
        return self._made <= MAX_VALUES // 4

    def answer(self, type_: Type, *, operation: str, choice: int = 0, limits: Limits = _UNLIMITED) -> object:
        """What `operation` (`invoices.get`) answers when its answer is of `type_`.

        Args:
            type_: The type.
            operation: The operation's name, which the values depend on.
            choice: The number of the member that is answered of each union.
            limits: What the document demands of the answer beyond its type.

        Returns:
            A JSON value whose numbers with a fraction are `Decimal`.

        Raises:
            GeneratorError: The API's answers grow beyond `MAX_VALUES`.
        """
        self._choice = choice
        resource = flat(operation.rpartition(".")[0])
        # A bare number is the id of what was made or deleted; a bare string belongs to the resource's own list.
        identity = self.project.examples.identity
        fields = {"integer": identity.field if identity else "id", "boolean": ""}
        kind = type_.kind if isinstance(type_, Scalar) else ""
        field = fields.get(kind, "".join(resource.title().split("_")))
        return self._value(type_, _Place(path=operation, field=field, limits=limits))

    def _value(self, type_: Type, place: _Place) -> object:
        self._made += 1
        if self._made > MAX_VALUES:
            raise GeneratorError(
                f"{place.path}: the stubs need more than {MAX_VALUES:,} values; its schemas refer too widely."
            )
        stated = place.limits.get("stated")
        return _exact(seeded(place.path).random.choice(stated)) if stated else self._of_type(type_, place)

    def _of_type(self, type_: Type, place: _Place) -> object:
        match type_:
            case Reference(name):
                return self._named(self.schemas[name], place)
            case Array(items):
                return self._list(items, place)
            case Map(values):
                members = {"key": self._value(values, place.item("key", within="values"))}
                return {name: member for name, member in members.items() if member is not None}
            case Scalar():
                return self._scalar(type_, place)
            case Union():
                return self._member(type_, place)
            case Object() | Anything():
                is_empty = place.limits.get("maxProperties") == 0
                return {} if is_empty else {"name": self._values.text(place.path, place.schema, "name")}
            case _:
                assert_never(type_)

    def _member(self, union: Union, place: _Place) -> object:
        """The member of a union that is to be answered, or else the next that can be made."""
        for member in members_from(union, self._choice):
            value = self._value(member, place)
            if isinstance(value, dict):
                value = value | tag_of(union, member, self.schemas)
            if value is not None:
                return value
        return None

    def _named(self, schema: Schema, place: _Place) -> object:
        if isinstance(schema, Alias):
            if schema.name not in place.inside:
                return self._value(schema.type, attrs.evolve(place, inside=(*place.inside, schema.name)))
            # A union within itself ends with what has nothing inside.
            members = schema.type.members if isinstance(schema.type, Union) else ()
            return next((self._value(member, place) for member in members if isinstance(member, Scalar)), None)
        if isinstance(schema, Enum):
            return schema.values[0] if self._is_fresh(place) else seeded(place.path).random.choice(schema.values)
        if schema.name in place.inside or len(place.inside) >= (DEEPEST if place.needed else self._depth):
            return None
        if records := self.project.examples.records(schema.name):
            return _restricted(seeded(place.path).random.choice(records), schema)
        return self._record(schema, place.enter(schema.name))

    @property
    def _depth(self) -> int:
        # A large document has smaller answers rather than none.
        return MAX_DEPTH if self._made <= MAX_VALUES // 2 else SHALLOW

    def _record(self, model: Model, place: _Place) -> Record | None:
        """A record; None where what it has to hold would hold it again, so that whoever may do without it does."""
        record = {}
        for field in _answered(model):
            here = place.at(field)
            value = self._value(field.type, here)
            if value is None and here.needed and len(place.inside) > 1 and not isinstance(field.type, Scalar):
                return None
            if value is not None or field.nullable or field.required:
                record[field.wire] = value
        if model.extras is not None and _MORE not in record:
            value = self._value(model.extras, place.item(_MORE, within=""))
            record |= {_MORE: value} if value is not None else {}
        settle(record, self.project.examples, self.project.configuration)
        return record

    def _list(self, items: Type, place: _Place) -> list[object]:
        schema = self.schemas[items.name] if isinstance(items, Reference) else None
        if isinstance(schema, Model) and (records := self.project.examples.records(schema.name)):
            return [_restricted(record, schema) for record in records]
        made = [self._value(items, place.item(index, within="items")) for index in range(ITEMS)]
        return [value for value in made if value is not None]

    def _is_fresh(self, place: _Place) -> bool:
        """Whether a field tells the state of what was created a moment ago."""
        return any(place.path.endswith(f".create/{field}") for field in self.project.examples.enums.fresh)

    def _scalar(self, type_: Scalar, place: _Place) -> object:
        values, key = self._values, (type_.kind, type_.format, place.path, place.schema, place.field)
        made = values.known.get(key)
        if made is None:
            made = values.known[key] = _scalar(type_, place, values)
        return made


def _scalar(type_: Scalar, place: _Place, values: Values) -> str | int | Decimal | bool:
    match type_:
        case Scalar("string", format_):
            formatted = of_format(format_, values, place.path, place.field)
            return formatted or values.text(place.path, place.schema, place.field)
        case Scalar("integer"):
            return values.integer(place.path, place.field, place.schema)
        case Scalar("number"):
            return values.decimal(place.path, place.field, place.schema)
        case _:
            return values.boolean(place.path, place.field)


def _exact(value: object) -> object:
    """A JSON value whose numbers with a fraction are `Decimal`."""
    found: object = json.loads(json.dumps(value), parse_float=Decimal)
    return found


def _restricted(record: Mapping[str, object], model: Model) -> Record:
    return {field.wire: record.get(field.wire) for field in _answered(model)}


def _answered(model: Model) -> list[Field]:
    """The fields that the service answers: old names are ours."""
    return [field for field in model.fields if field.alias_of is None and not field.write_only]
