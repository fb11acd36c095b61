"""Names the places of a document: `GET /api/invoice/all`, `InvoiceCreate.Status`."""

from collections.abc import Iterator
from typing import Any

import attrs

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@attrs.frozen
class OperationSite:
    """One operation and where it stands.

    Attributes:
        method: In capitals.
        path: As in the document.
        operation: The operation object itself, not a copy.
    """

    method: str
    path: str
    operation: dict[str, Any]

    @property
    def key(self) -> str:
        """`GET /api/invoice/all`: what names.toml and the ledger call it."""
        return f"{self.method} {self.path}"

    @property
    def parameters(self) -> list[dict[str, Any]]:
        """Its parameters."""
        found: list[dict[str, Any]] = self.operation.get("parameters", [])
        return found

    def parameter_key(self, parameter: dict[str, Any]) -> str:
        """What names.toml and the ledger call a parameter: `GET /orders ?since`, `GET /orders/{id} {id}`.

        Args:
            parameter: One of its parameters. What it is called on the wire counts.
        """
        name, place = parameter.get("x-wire-name", parameter["name"]), parameter["in"]
        if place == "path":
            return f"{self.key} {{{name}}}"
        if place == "query" or (place == "header" and not self._has(name, "query")):
            return f"{self.key} ?{name}"
        return f"{self.key} {place} {name}"

    def _has(self, name: str, place: str) -> bool:
        return any((item.get("x-wire-name", item["name"]), item["in"]) == (name, place) for item in self.parameters)

    @property
    def pointer(self) -> str:
        """Its JSON pointer."""
        escaped = self.path.replace("~", "~0").replace("/", "~1")
        return f"/paths/{escaped}/{self.method.lower()}"


@attrs.frozen
class SchemaSite:
    """One schema that stands inside something else: `key` names it, `schema` is it, `holder[slot]` holds it."""

    key: str
    schema: dict[str, Any]
    holder: dict[str, Any]
    slot: str


def operations(document: dict[str, Any]) -> Iterator[OperationSite]:
    """Every operation, in document order."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield OperationSite(method.upper(), path, item[method])


def schema_sites(document: dict[str, Any]) -> Iterator[SchemaSite]:
    """Every schema below a component's schema, a parameter, a body or a response; items share their array's key."""
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        yield from _inside(name, schema)
    for holder_name in ("requestBodies", "responses"):
        for name, body in document.get("components", {}).get(holder_name, {}).items():
            yield from _content(f"#{holder_name}/{name}", body)
    for site in operations(document):
        for parameter in site.parameters:
            if "schema" in parameter:
                yield from _slot(site.parameter_key(parameter), parameter, "schema")
        yield from _content(f"{site.key} body", site.operation.get("requestBody", {}))
        for status, response in site.operation.get("responses", {}).items():
            # A 200 is the rule, and reads better without its number.
            label = "response" if status == "200" else f"response {status}"
            yield from _content(f"{site.key} {label}", response)


def enum_sites(document: dict[str, Any]) -> Iterator[SchemaSite]:
    """Every inline enum."""
    return (site for site in schema_sites(document) if "enum" in site.schema)


def _content(key: str, body: dict[str, Any]) -> Iterator[SchemaSite]:
    for media_type, media in body.get("content", {}).items():
        if "schema" in media:
            suffix = "" if media_type == "application/json" else f" {media_type}"
            yield from _slot(f"{key}{suffix}", media, "schema")


def _slot(key: str, holder: dict[str, Any], slot: str) -> Iterator[SchemaSite]:
    schema = holder[slot]
    yield SchemaSite(key, schema, holder, slot)
    yield from _inside(key, schema)


def _inside(key: str, schema: dict[str, Any]) -> Iterator[SchemaSite]:
    for name in schema.get("properties", {}):
        yield from _slot(f"{key}.{name}", schema["properties"], name)
    if "items" in schema:
        yield from _slot(key, schema, "items")
