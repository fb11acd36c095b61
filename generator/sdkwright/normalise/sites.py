"""Names the places of a document: `GET /api/invoice/all`, `InvoiceCreate.Status`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Literal, TypeAlias

import attrs

from sdkwright.documents import escape, mapping
from sdkwright.normalise.references import component

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
ADDITIONAL: Final = "additionalOperations"
"""The key of the operations of a path whose methods are no words of OpenAPI, by method."""
OPERATION: Final = (
    "operationId", "tags", "summary", "description", "x-upstream-id", "x-paginated", "x-idempotent", "x-retry-on-429",
    "x-retries", "x-fault-outcome", "deprecated", "x-deprecation", "x-aliases", "security", "servers", "parameters",
    "requestBody", "responses",
)  # fmt: skip
"""The keys of a normalised operation, in their order."""
COMBINED: Final = ("allOf", "oneOf", "anyOf")
"""The keywords that hold several schemas for one place."""
_HOLDING: Final = frozenset({"properties", "items", "additionalProperties", *COMBINED})
WEBHOOKS: Final = "x-webhooks"
"""The key of what the service sends by itself, by name, each with the schema of its body."""
SITE: Final = "x-site"
"""The key of the place where a schema was written, on a copy of it elsewhere; no document has it at last."""

_LABEL: Final = re.compile(r" <[^<>]*>")
_NO_LABEL: Final = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST_LABEL: Final = 40

# What a schema is of the one around it.
Part: TypeAlias = Literal["whole", "property", "item", "value", "member"]


def labelled(key: str, label: str) -> str:
    """The key of what stands beside others at a place: `Order.payment <card>`.

    Args:
        key: The key of the place.
        label: What it is called there, as `label_of` makes it.
    """
    return f"{key} <{label}>"


def label_of(text: object) -> str:
    """A text of the document as a label; empty if no letter is in it.

    Args:
        text: Any text.
    """
    return _NO_LABEL.sub("_", str(text)[:_LONGEST_LABEL]).strip("_")


def without_labels(key: str) -> str:
    """The key of a place as the document has it.

    Args:
        key: The key, which may say which of several it is.
    """
    return _LABEL.sub("", key)


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
        return f"/paths/{escape(self.path)}/" + "/".join(map(escape, method_steps(self.method)))


@attrs.define(eq=False)
class SchemaSite:
    """One schema that stands inside something else.

    Attributes:
        key: What names it.
        schema: The schema itself, not a copy.
        holder: What holds it, as `holder[slot]`.
        slot: Its key, or its place in a list of members.
        part: What it is of the schema around it: one of its `properties`, `items`, `additionalProperties`, or one of
            several that are combined; `whole` of a parameter, a body or an answer.
    """

    key: str
    schema: dict[str, Any]
    holder: Any
    slot: str | int
    part: Part = "whole"


def operations(document: dict[str, Any]) -> Iterator[OperationSite]:
    """Every operation, in document order."""
    for path, item in document.get("paths", {}).items():
        for method, operation in path_operations(item):
            yield OperationSite(method, path, operation)


def path_operations(item: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The operations of a path, each with its method in capitals; what stands there may be no operation yet."""
    for method in METHODS:
        if method in item:
            yield method.upper(), item[method]
    yield from mapping(item.get(ADDITIONAL)).items()


def method_steps(method: str) -> tuple[str, ...]:
    """The steps from a path to the operation of a method.

    Args:
        method: In capitals.
    """
    return (method.lower(),) if method.lower() in METHODS else (ADDITIONAL, method)


def of_method(item: Mapping[str, Any], method: str) -> dict[str, Any]:
    """The operation of a path that has a method; empty where there is none.

    Args:
        item: The path's item.
        method: In capitals.
    """
    found: Any = item
    for step in method_steps(method):
        found = mapping(found).get(step)
    return mapping(found)


def schema_sites(document: dict[str, Any]) -> Iterator[SchemaSite]:
    """Every schema below a component's schema, a parameter, a body, a response or a webhook.

    Items share the key of their array, values that of their map, and members that of the schema that combines them.
    """
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        yield from inside(name, schema)
    for site in whole_schemas(document):
        yield site
        yield from inside(site.key, site.schema)


def whole_schemas(document: dict[str, Any]) -> Iterator[SchemaSite]:
    """The schema of every parameter, body, response and webhook, without what is inside it."""
    for holder_name in ("requestBodies", "responses"):
        for name, body in document.get("components", {}).get(holder_name, {}).items():
            yield from _content(f"#{holder_name}/{name}", body)
    for site in operations(document):
        for parameter in site.parameters:
            if "schema" in parameter:
                yield _whole(site.parameter_key(parameter), parameter)
        yield from _content(f"{site.key} body", site.operation.get("requestBody", {}))
        for status, response in site.operation.get("responses", {}).items():
            # A 200 is the rule, and reads better without its number.
            label = "response" if status == "200" else f"response {status}"
            yield from _content(f"{site.key} {label}", response)
    for name, event in document.get(WEBHOOKS, {}).items():
        yield _whole(f"webhook {name}", event)


def enum_sites(document: dict[str, Any]) -> Iterator[SchemaSite]:
    """Every inline enum."""
    return (site for site in schema_sites(document) if "enum" in site.schema)


def parameter_enums(site: OperationSite, parameter: dict[str, Any]) -> list[str]:
    """The keys of the inline enums of a parameter.

    Args:
        site: The operation that takes it.
        parameter: The parameter.
    """
    if "schema" not in parameter:
        return []
    whole = _whole(site.parameter_key(parameter), parameter)
    return [one.key for one in (whole, *inside(whole.key, whole.schema)) if "enum" in one.schema]


def _content(key: str, body: dict[str, Any]) -> Iterator[SchemaSite]:
    for media_type, media in body.get("content", {}).items():
        if "schema" in media:
            suffix = "" if media_type == "application/json" else f" {media_type}"
            yield _whole(f"{key}{suffix}", media)


def _whole(key: str, holder: dict[str, Any]) -> SchemaSite:
    schema = holder["schema"]
    return SchemaSite(schema.get(SITE, key), schema, holder, "schema")


def inside(key: str, schema: dict[str, Any]) -> Iterator[SchemaSite]:
    """Every schema inside another one, at any depth.

    Args:
        key: The key of the outer one.
        schema: The outer one.
    """
    # Not by recursion: each value would pass through a generator for every level above it.
    open_ = [parts(key, schema)]
    while open_:
        site = next(open_[-1], None)
        if site is None:
            open_.pop()
        else:
            yield site
            if not _HOLDING.isdisjoint(site.schema):
                open_.append(parts(site.key, site.schema))


def reached(schemas: Iterable[dict[str, Any]], components: Mapping[str, Any]) -> set[str]:
    """The components that some schemas lead to.

    Args:
        schemas: The schemas, which count with all that is inside them.
        components: The schemas that have names.
    """
    found: set[str] = set()
    pending = [*schemas]
    while pending:
        schema = pending.pop()
        for node in (schema, *(site.schema for site in inside("", schema))):
            name = component(node["$ref"], components) if "$ref" in node else None
            if name is not None and name not in found:
                found.add(name)
                pending.append(components[name])
    return found


def parts(key: str, schema: dict[str, Any]) -> Iterator[SchemaSite]:
    """Every schema that is directly inside another one.

    Args:
        key: The key of the outer one.
        schema: The outer one.
    """
    if properties := schema.get("properties"):
        for name, value in properties.items():
            yield SchemaSite(value.get(SITE) or f"{key}.{name}", value, properties, name, "property")
    if "items" in schema:
        yield _part(key, schema["items"], schema, "items", "item")
    if isinstance(values := schema.get("additionalProperties"), dict):
        # Members beside properties are no item of what has the key.
        where = f"{key}.*" if schema.get("properties") else key
        yield _part(where, values, schema, "additionalProperties", "value")
    for word in COMBINED:
        for place, member in enumerate(schema.get(word, ())):
            yield _part(key, member, schema[word], place, "member")


def _part(key: str, schema: dict[str, Any], holder: Any, slot: str | int, part: Part) -> SchemaSite:
    return SchemaSite(schema.get(SITE, key), schema, holder, slot, part)
