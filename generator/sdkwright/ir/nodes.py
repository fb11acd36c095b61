"""Reads what several kinds of nodes of a normalised document share: types, texts, deprecations, other keywords."""

from collections.abc import Collection, Mapping
from typing import Any, Final

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.ir.schemas import Deprecation
from sdkwright.ir.types import Anything, Array, Map, Object, Reference, Scalar, Type, Union
from sdkwright.normalise.deprecations import DEPRECATION
from sdkwright.normalise.schema_words import VALUES

_SCHEMAS: Final = "#/components/schemas/"
_COMBINED: Final = frozenset({"allOf", "anyOf", "not", "enum"})


@attrs.frozen
class Types:
    """Makes types of schemas.

    Attributes:
        schemas: The named schemas of the document.
    """

    schemas: Mapping[str, dict[str, Any]] = attrs.field(repr=False)

    def of(self, schema: Mapping[str, Any], where: str) -> Type:  # noqa: PLR0911 - one for each kind of type
        """The type of a schema.

        Args:
            schema: The schema at a place.
            where: The place, for errors.

        Raises:
            GeneratorError: It is of a kind that normalisation does not leave behind.
        """
        if (name := referred(schema)) is not None:
            if name not in self.schemas:
                raise GeneratorError(f"{where}: the schema {name!r} is not in the document; normalise it again.")
            return Reference(name)
        if "oneOf" in schema:
            return self._union(schema, where)
        match schema.get("type"):
            case ("string" | "integer" | "number" | "boolean") as kind:
                return Scalar(kind, str(schema.get("format", "")))
            case "array":
                items = schema.get("items", {})
                return Array(self.of(items, where), nullable_items=self.nullable(items))
            case "object" | None if "properties" in schema:
                raise GeneratorError(
                    f"{where}: an object defined in place; move it to components.schemas with the overlay."
                )
            case "object" if isinstance(values := schema.get("additionalProperties"), dict) and values:
                return Map(self.of(values, where), nullable_values=self.nullable(values))
            case "object":
                return Object()
            case None if _COMBINED.isdisjoint(schema):
                return Anything()
            case kind:
                raise GeneratorError(f"{where}: no type can be made of a schema of type {kind!r}; normalise it first.")

    def _union(self, schema: Mapping[str, Any], where: str) -> Type:
        members: dict[Type, None] = {}
        variants: dict[str, str] = {}
        for node in schema["oneOf"]:
            member = self.of(node, where)
            if isinstance(member, Union | Anything):
                raise GeneratorError(f"{where}: a union in a union, or one of any value; normalise it first.")
            members[member] = None
            if isinstance(member, Reference):
                variants |= {str(value): member.name for value in node.get(VALUES, ()) if value not in variants}
        if len(members) == 1:
            return next(iter(members))
        name = text(schema.get("discriminator", {}), "propertyName")
        return Union(tuple(members), name, tuple(variants.items()) if name else ())

    def extras(self, schema: Mapping[str, Any], where: str) -> tuple[Type | None, bool]:
        """The type of the members that a named object has beside its properties, and whether they may be null."""
        match schema.get("additionalProperties"):
            case True:
                return Anything(), False
            case dict() as values:
                return self.of(values, where), self.nullable(values)
            case _:
                return None, False

    def nullable(self, schema: Mapping[str, Any]) -> bool:
        """Whether a value may be null, by the schema at its place or by the named one that it refers to."""
        target = self.schemas.get(referred(schema) or "", {})
        return schema.get("nullable") is True or target.get("nullable") is True


def referred(schema: Mapping[str, Any]) -> str | None:
    """The schema that this one is: by `$ref`, or by the `allOf` of one `$ref` that carries other keywords."""
    match schema:
        case {"$ref": str(ref)} | {"allOf": [{"$ref": str(ref)}]}:
            return ref.removeprefix(_SCHEMAS)
        case _:
            return None


def text(node: Mapping[str, Any], keyword: str) -> str:
    """The text of a keyword; empty if it is not there."""
    return str(node.get(keyword) or "")


def deprecation(node: Mapping[str, Any]) -> Deprecation | None:
    """What the overlay says of how long a node is kept."""
    about = node.get(DEPRECATION)
    return None if about is None else Deprecation(about["until"], about.get("use", ""))


def others(node: Mapping[str, Any], known: Collection[str]) -> dict[str, str]:
    """The keywords of a node that nothing else holds, with their values as text."""
    return {keyword: repr(value) for keyword, value in node.items() if keyword not in known}
