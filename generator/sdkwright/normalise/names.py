"""Reads `spec/names.toml`, the table of public names."""

import tomllib
from typing import Any

import attrs

from sdkwright.documents import load_toml
from sdkwright.errors import GeneratorError
from sdkwright.limits import NAMES
from sdkwright.normalise.identifiers import check_class, check_member, check_snake
from sdkwright.normalise.sites import operations


@attrs.frozen
class Names:
    """The curated names, by what they name; `spec/names.toml` explains each table.

    Every name is checked to be an identifier of its kind, so that a typing slip is found where it was made.
    """

    operations: dict[str, str] = attrs.field(factory=dict)
    schemas: dict[str, str] = attrs.field(factory=dict)
    enums: dict[str, str] = attrs.field(factory=dict)
    parameters: dict[str, str] = attrs.field(factory=dict)
    properties: dict[str, str] = attrs.field(factory=dict)
    members: dict[str, str] = attrs.field(factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has a name here."""
        return not any(attrs.astuple(self, recurse=False))

    def copy(self) -> "Names":
        """The same names in tables of their own."""
        return Names(**{field.name: {**getattr(self, field.name)} for field in attrs.fields(Names)})

    @classmethod
    def parse(cls, text: str, *, name: str) -> "Names":
        """Read the table.

        Raises:
            GeneratorError: It is not TOML, has an unknown table, or a name that is no identifier.
        """
        try:
            tables = load_toml(text)
        except tomllib.TOMLDecodeError as error:
            raise GeneratorError(f"{name}: not TOML: {error}.") from None
        known = {field.name for field in attrs.fields(cls)}
        if unknown := set(tables) - known:
            raise GeneratorError(
                f"{name}: unknown tables {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}."
            )
        if (count := sum(len(value) for value in tables.values() if isinstance(value, dict))) > NAMES:
            raise GeneratorError(f"{name}: {count:,} names; at most {NAMES:,} are read.")
        names = cls(**{key: _table(value, f"{name} [{key}]") for key, value in tables.items()})
        names.check(name)
        return names

    def check(self, name: str) -> None:
        """Raise GeneratorError for the first name that is no identifier of its kind.

        Two operations may have the same name as long as no document has both: what a revision has at another address.
        """
        for key, value in self.operations.items():
            resource, dot, verb = value.rpartition(".")
            where = f"{name} [operations] {key!r}"
            if not dot:
                raise GeneratorError(f"{where}: {value!r} is not resource.verb, like `invoices.list`.")
            for part in (*resource.split("."), verb):
                check_snake(part, where)
        for table, check in (("schemas", check_class), ("enums", check_class), ("parameters", check_snake),
                             ("properties", check_snake), ("members", check_member)):  # fmt: skip
            for key, value in getattr(self, table).items():
                check(value, f"{name} [{table}] {key!r}")

    def unused(self, document: dict[str, Any]) -> list[str]:
        """A line for each curated parameter, field and member that `document`, normalised, does not have.

        Without such a name there is still one by rule, so a slip would otherwise move a public name in silence.
        """
        schemas = document["components"]["schemas"]
        parameters = {site.parameter_key(item) for site in operations(document) for item in site.parameters}
        parameters |= {f"{site.key} body" for site in operations(document)}
        properties = {wire for schema in schemas.values() for wire in schema.get("properties", {})}
        members = {f"{name}.{value}" for name, schema in schemas.items() for value in schema.get("enum", ())}
        tables = (
            ("parameters", self.parameters, parameters),
            ("properties", self.properties, properties),
            ("members", self.members, members),
        )
        return [
            f"names.toml [{title}] {key}: not in this revision; correct it if it should be"
            for title, table, present in tables
            for key in table
            if key not in present
        ]


def _table(value: Any, where: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise GeneratorError(f"{where}: a table of names maps text to text.")
    return value
