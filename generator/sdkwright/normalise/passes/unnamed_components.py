"""Writes components that are neither objects with properties nor enums out where they are used.

Arrays, maps, plain values, free-form objects and other names for the same thing need no class of their own.
"""

from typing import Any, Final

from sdkwright.documents import copied, escape
from sdkwright.errors import GeneratorError
from sdkwright.normalise.budget import Budget
from sdkwright.normalise.context import Context
from sdkwright.normalise.schema_words import SCHEMAS
from sdkwright.normalise.sites import SchemaSite, parts, schema_sites

_DEEPEST: Final = 50
_CALLED: Final = {"array": "an array", "object": "an object of any members", "integer": "an integer"}


def write_out_components(document: dict[str, Any], context: Context) -> int:
    """Replace each reference to a component that is no object with properties and no enum; counts these components.

    Raises:
        GeneratorError: They refer to each other too deeply, or what is written out grows too large.
    """
    schemas: dict[str, Any] = document["components"]["schemas"]
    unnamed = {name: schema for name, schema in schemas.items() if not _has_class(schema)}
    work = _Work(unnamed, context)
    for name, schema in unnamed.items():
        context.ledger.dropped("schema", name, f"{_called(schema)}; written out where it is used")
        del schemas[name]
    for site in [*schema_sites(document)]:
        work.replace(site, ())
    return len(unnamed)


def _has_class(schema: dict[str, Any]) -> bool:
    return "$ref" not in schema and any(word in schema for word in ("enum", "properties", "oneOf"))


def _called(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return f"another name for {str(schema['$ref']).removeprefix(SCHEMAS)[:100]}"
    if schema.get("type") == "object" and "additionalProperties" in schema:
        return "a map"
    kind = schema.get("type")
    return "any value" if kind is None else _CALLED.get(kind, f"a {kind}")


class _Work:
    def __init__(self, unnamed: dict[str, Any], context: Context) -> None:
        self._unnamed = {f"{SCHEMAS}{escape(name)}": (name, schema) for name, schema in unnamed.items()}
        self._tell, self._budget = context.ledger.tell, Budget()

    def replace(self, site: SchemaSite, within: tuple[str, ...]) -> None:
        """Write out what a place refers to.

        Args:
            site: The place.
            within: The components that the place is part of, written out itself.
        """
        schema = site.schema
        while (found := self._unnamed.get(schema.get("$ref", ""))) is not None:
            name, target = found
            if name in within:
                self._tell(name, "holds itself without an object between; read as any value there")
                site.holder[site.slot] = {word: value for word, value in schema.items() if word != "$ref"}
                return
            if len(within) >= _DEEPEST:
                raise GeneratorError(
                    f"the schema {name[:100]!r} is one of more than {_DEEPEST} that hold each other without an object "
                    "between; write some of them out with the overlay."
                )
            within = (*within, name)
            self._budget.spend(target)
            schema = copied(target) | {word: value for word, value in schema.items() if word != "$ref"}
            site.holder[site.slot] = schema
        if within:
            for part in parts(site.key, schema):
                self.replace(part, within)
