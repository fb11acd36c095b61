"""Answers for the schemas of a normalised document: believable, and finite however the schemas refer to each other."""

from collections.abc import Mapping
from typing import Any

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.examples.coherence import settle
from sdkwright.examples.values import Values, seeded
from sdkwright.normalise.deprecations import is_alias
from sdkwright.project import Project

MAX_DEPTH = 5
"""Records inside records, at most; what lies deeper, and a record inside itself, is null."""
ITEMS = 2
"""How many a list holds."""
MAX_VALUES = 200_000
"""Values in all answers of a document: a few schemas that all name each other could fill any memory."""

_REF = "#/components/schemas/"


@attrs.frozen
class _Place:
    """Where a value stands: its path seeds it, the rest says what it means."""

    path: str
    schema: str = ""
    field: str = ""
    inside: tuple[str, ...] = ()

    def enter(self, schema: str) -> "_Place":
        return attrs.evolve(self, schema=schema, inside=(*self.inside, schema))

    def at(self, field: str) -> "_Place":
        return attrs.evolve(self, path=f"{self.path}/{field}", field=field)

    def item(self, index: int) -> "_Place":
        return attrs.evolve(self, path=f"{self.path}/{index}")


@attrs.define
class Bodies:
    """Makes answers out of the schemas of one document.

    Attributes:
        schemas: `components.schemas` of the normalised document.
        project: The checkout, for what it declares of values and pages.
    """

    schemas: Mapping[str, dict[str, Any]]
    project: Project
    _made: int = attrs.field(default=0, init=False)

    @property
    def pages(self) -> tuple[str, ...]:
        """The properties that hold the items of a page."""
        return tuple(page.items for page in self.project.configuration.pagination.values())

    @property
    def _values(self) -> Values:
        fault = self.project.configuration.errors.fault
        return Values(self.project.examples, off=(fault.flag,) if fault else ())

    def answer(self, schema: dict[str, Any], *, operation: str) -> object:
        """What `operation` (`invoices.get`) answers when its schema is `schema`.

        Returns:
            A JSON value whose numbers with a fraction are `Decimal`.

        Raises:
            GeneratorError: The schema is of a kind that normalisation does not leave behind, or the document's answers
                grow beyond `MAX_VALUES`.
        """
        resource = operation.partition(".")[0]
        # A bare number is the id of what was made or deleted; a bare string belongs to the resource's own list.
        identity = self.project.examples.identity
        fields = {"integer": identity.field if identity else "id", "boolean": ""}
        field = fields.get(schema.get("type", ""), "".join(resource.title().split("_")))
        return self._value(schema, _Place(path=operation, field=field))

    def _value(self, schema: dict[str, Any], place: _Place) -> object:
        self._made += 1
        if self._made > MAX_VALUES:
            raise GeneratorError(
                f"{place.path}: the stubs need more than {MAX_VALUES:,} values; its schemas refer too widely."
            )
        if (name := referred(schema)) is not None:
            return self._named(name, place)
        if schema.get("type") == "array":
            return self._list(schema["items"], place)
        return self._scalar(schema, place)

    def _named(self, name: str, place: _Place) -> object:
        schema = self.schemas.get(name)
        if schema is None:
            raise GeneratorError(f"{place.path}: the schema {name!r} is not in the document; normalise it again.")
        if "enum" in schema:
            return schema["enum"][0] if self._is_fresh(place) else seeded(place.path).random.choice(schema["enum"])
        if name in place.inside or len(place.inside) >= MAX_DEPTH:
            return None
        if schema.get("type") != "object":
            return self._value(schema, place.enter(name))
        if records := self.project.examples.records(name):
            return _only(seeded(place.path).random.choice(records), schema)
        return self._record(schema, place.enter(name))

    def _record(self, schema: dict[str, Any], place: _Place) -> dict[str, Any]:
        members = {name: member for name, member in schema.get("properties", {}).items() if not is_alias(member)}
        record = {name: self._value(member, place.at(name)) for name, member in members.items()}
        settle(record, self.project.examples, self.project.configuration)
        return record

    def _list(self, items: dict[str, Any], place: _Place) -> list[object]:
        name = referred(items)
        if name is not None and (records := self.project.examples.records(name)):
            return [_only(record, self.schemas.get(name, {})) for record in records]
        made = [self._value(items, place.item(index)) for index in range(ITEMS)]
        return [value for value in made if value is not None]

    def _is_fresh(self, place: _Place) -> bool:
        """Whether a field tells the state of what was created a moment ago."""
        return any(place.path.endswith(f".create/{field}") for field in self.project.examples.enums.fresh)

    def _scalar(self, schema: dict[str, Any], place: _Place) -> object:
        match schema.get("type"), schema.get("format"):
            case "string", "date-time":
                return self._values.moment(place.path, place.field)
            case "string", _:
                return self._values.text(place.path, place.schema, place.field)
            case "integer", _:
                return self._values.integer(place.path, place.field, place.schema)
            case "number", _:
                return self._values.decimal(place.path, place.field, place.schema)
            case "boolean", _:
                return self._values.boolean(place.path, place.field)
            case kind, _:
                raise GeneratorError(
                    f"{place.path}: no stub can be made of a schema of type {kind!r}; normalise it first."
                )


def referred(schema: dict[str, Any]) -> str | None:
    """The schema that this one is: by `$ref`, or by the `allOf` of one `$ref` that carries `nullable`."""
    match schema:
        case {"$ref": str(ref)} | {"allOf": [{"$ref": str(ref)}]}:
            return ref.removeprefix(_REF)
        case _:
            return None


def _only(record: Mapping[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    return {name: record.get(name) for name, member in schema.get("properties", {}).items() if not is_alias(member)}
