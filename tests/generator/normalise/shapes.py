"""Normalises documents that are little more than their schemas."""

from typing import Any

import attrs

from sdkwright.config import Naming
from sdkwright.ir import Api, Enum, Model, build
from sdkwright.normalise import Names, Normalised, Overlay
from sdkwright.normalise.naming.complete import complete
from tests.generator import vendor_sample as sample

CONFIGURATION = attrs.evolve(
    sample.CONFIGURATION,
    names=Naming(),
    normalisation=attrs.evolve(sample.CONFIGURATION.normalisation, expected=()),
    dialect=attrs.evolve(sample.CONFIGURATION.dialect, nullable="as-declared"),
)
TEXT = {"type": "string"}
WHOLE = {"type": "integer"}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def answering(*schemas: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The paths of a document whose operations answer some schemas."""
    return {
        f"/things{number or ''}": {
            "get": {"responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}}
            | more
        }
        for number, schema in enumerate(schemas)
    }


def normalised(
    schemas: dict[str, Any],
    paths: dict[str, Any] | None = None,
    names: Names | None = None,
    overlay: Overlay | None = None,
) -> Normalised:
    """A document of schemas; where nothing else is said, an operation answers each of them."""
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths or answering(*map(ref, schemas)),
        "components": {"schemas": schemas},
    }
    found, _ = complete(
        document, overlay or Overlay(()), names or Names(), name="things.json", configuration=CONFIGURATION
    )
    return found


class Shaped:
    """What became of some schemas.

    Args:
        schemas: Components of a document.
    """

    def __init__(
        self, schemas: dict[str, Any], paths: dict[str, Any] | None = None, names: Names | None = None
    ) -> None:
        self.normalised = normalised(schemas, paths, names)
        self.told = self.normalised.ledger.told
        self.api: Api = build(self.normalised.document)

    def model(self, name: str) -> Model:
        return self.api.models[name]

    def enum(self, name: str) -> Enum:
        return self.api.enums[name]

    def type_at(self, name: str, wire: str) -> Any:
        return self.model(name).field(wire).type

    def answer(self, path: str = "/things") -> Any:
        operation = next(operation for operation in self.api.operations if operation.path == path)
        return operation.success.content.type


def property_of(schema: dict[str, Any], **others: dict[str, Any]) -> tuple[Any, Any, dict[str, str]]:
    """The field that a schema of a property makes, its type, and what is told."""
    shaped = Shaped({"A": thing(p=schema), **others})
    field = shaped.model("A").field("p")
    return field, field.type, {where: what for where, what in shaped.told.items() if "the class " not in what}
