"""Which kind of thing stands where in a document of OpenAPI, so that a word is read only where it means something."""

from collections.abc import Iterator
from typing import Any, Final, Literal, TypeAlias

import attrs

from sdkwright.documents import escape
from sdkwright.normalise.sites import ADDITIONAL, METHODS

Shape: TypeAlias = Literal["one", "list", "map"]
Kind: TypeAlias = str

_CONTENT: Final[dict[str, tuple[Shape, Kind]]] = {"content": ("map", "media type")}
_PARAMETER: Final[dict[str, tuple[Shape, Kind]]] = {"schema": ("one", "schema"), **_CONTENT}
_OPERATION: Final[dict[str, tuple[Shape, Kind]]] = {
    "parameters": ("list", "parameter"),
    "requestBody": ("one", "request body"),
    "responses": ("map", "response"),
    "callbacks": ("map", "callback"),
}
_MANY_SCHEMAS: Final = ("allOf", "oneOf", "anyOf", "prefixItems")
_NAMED_SCHEMAS: Final = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_ONE_SCHEMA: Final = (
    "items", "additionalProperties", "additionalItems", "not", "if", "then", "else", "contains", "propertyNames",
    "unevaluatedProperties", "unevaluatedItems", "contentSchema",
)  # fmt: skip

GRAMMAR: Final[dict[Kind, dict[str, tuple[Shape, Kind]]]] = {
    "document": {
        "paths": ("map", "path item"), "webhooks": ("map", "path item"), "components": ("one", "components"),
        "$defs": ("map", "schema"), "definitions": ("map", "schema"),
        # Swagger 2.0
        "parameters": ("map", "parameter"), "responses": ("map", "response"),
    },
    "components": {
        "schemas": ("map", "schema"), "responses": ("map", "response"), "parameters": ("map", "parameter"),
        "requestBodies": ("map", "request body"), "headers": ("map", "header"), "callbacks": ("map", "callback"),
        "pathItems": ("map", "path item"), "mediaTypes": ("map", "media type"), "examples": ("map", "example"),
        "links": ("map", "link"), "securitySchemes": ("map", "security scheme"),
    },
    "path item": {
        **dict.fromkeys(METHODS, ("one", "operation")),
        "parameters": ("list", "parameter"), ADDITIONAL: ("map", "operation"),
    },
    "operation": _OPERATION,
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "request body": _CONTENT,
    # Swagger 2.0 has the schema of an answer right in it.
    "response": {**_CONTENT, "headers": ("map", "header"), "links": ("map", "link"), "schema": ("one", "schema")},
    "media type": {
        "schema": ("one", "schema"), "itemSchema": ("one", "schema"), "encoding": ("map", "encoding"),
        "examples": ("map", "example"),
    },
    "encoding": {"headers": ("map", "header")},
    "schema": {
        **dict.fromkeys(_MANY_SCHEMAS, ("list", "schema")),
        **dict.fromkeys(_NAMED_SCHEMAS, ("map", "schema")),
        **dict.fromkeys(_ONE_SCHEMA, ("one", "schema")),
    },
}  # fmt: skip
"""The keys of each kind of object that hold others: one, a list of them, or some by name."""

# Among their names stand extensions; elsewhere `x-` begins a name as any other.
_EXTENDED: Final = frozenset({"paths", "webhooks", "responses", "callbacks"})
_SECTIONS: Final = {kind: key for key, (_, kind) in GRAMMAR["components"].items()}


def section(kind: Kind) -> str:
    """The key of the components of a kind; empty where it has none."""
    return _SECTIONS.get(kind, "")


@attrs.define(eq=False)
class Place:
    """A thing of a document, and where it stands.

    Attributes:
        kind: What it is.
        holder: What holds it, as `holder[slot]`.
        slot: Its key, or its place in a list.
        pointer: Its JSON pointer.
        where: What the ledger calls it: `Order.customer`, `POST /orders body`.
    """

    kind: Kind
    holder: Any = attrs.field(repr=False)
    slot: str | int
    pointer: str
    where: str

    @property
    def is_there(self) -> bool:
        """Whether anything stands there still."""
        if isinstance(self.holder, list):
            return int(self.slot) < len(self.holder)
        return self.slot in self.holder

    @property
    def node(self) -> Any:
        """What stands there now."""
        return self.holder[self.slot]


def places(document: dict[str, Any]) -> Iterator[Place]:
    """Everything of a known kind in a document, the outer before the inner.

    What stands at a place may be changed before the next one is asked for: its new content is followed.

    Args:
        document: Its structure may be wrong anywhere: what is of another shape is left out.
    """
    yield from below(Place("document", {"": document}, "", "", ""))


def below(place: Place) -> Iterator[Place]:
    """A place and everything inside it, as `places` has them."""
    pending = [place]
    while pending:
        place = pending.pop()
        if not place.is_there:
            continue
        yield place
        if place.is_there:
            pending += reversed([*inside(place)])


def inside(place: Place) -> Iterator[Place]:
    """What stands directly inside a place."""
    node = place.node
    if not isinstance(node, dict):
        return
    if place.kind == "callback":
        yield from (_named(place, node, key, "path item") for key in node if not key.startswith("x-"))
    for key, (shape, kind) in GRAMMAR.get(place.kind, {}).items():
        if key not in node:
            continue
        value = node[key]
        if shape == "one" or (key == "items" and not isinstance(value, list)):
            yield _one(place, node, key, kind)
        if isinstance(value, list) and (shape == "list" or key == "items"):
            yield from (_listed(place, value, index, key, kind) for index in range(len(value)))
        elif shape == "map" and isinstance(value, dict):
            yield from (_named(place, value, name, kind, key) for name in value if _is_name(name, key))


def _is_name(name: str, key: str) -> bool:
    return not (name.startswith("x-") and key in _EXTENDED)


def _one(place: Place, node: dict[str, Any], key: str, kind: Kind) -> Place:
    where = place.where or key
    if kind == "operation":
        where = f"{key.upper()} {where}"
    elif kind == "request body":
        where = f"{where} body"
    return Place(kind, node, key, f"{place.pointer}/{key}", where)


def _listed(place: Place, node: list[Any], index: int, key: str, kind: Kind) -> Place:
    name = node[index].get("name") if kind == "parameter" and isinstance(node[index], dict) else None
    where = f"{place.where} ?{name}" if isinstance(name, str) else place.where
    return Place(kind, node, index, f"{place.pointer}/{key}/{index}", where)


def _named(place: Place, node: dict[str, Any], name: str, kind: Kind, key: str = "") -> Place:
    """One of several by name; `key` is empty where they stand right in the place."""
    where = place.where
    if place.kind == "schema":
        where = f"{where}.{name}" if key == "properties" else where
    elif kind == "path item" or (kind == "schema" and not where):
        where = name
    elif kind == "operation":
        where = f"{name.upper()} {where}"
    elif kind == "response" and where:
        where = f"{where} response" if name == "200" else f"{where} response {name}"
    elif not where or place.kind == "components":
        where = name if kind == "schema" else f"{key} {name}"
    pointer = f"{place.pointer}/{key}" if key else place.pointer
    return Place(kind, node, name, f"{pointer}/{escape(name)}", where)
