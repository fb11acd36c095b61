"""Schemas of Swagger 2.0, and the references of a document to what stands elsewhere in OpenAPI 3.0."""

from typing import Any, Final

from sdkwright.documents import escape, unescape
from sdkwright.normalise.tolerance.pointers import references
from sdkwright.normalise.versions.grammar import places
from sdkwright.plain_values import Tell
from sdkwright.text import clean

MOVED: Final = {
    "#/definitions/": "#/components/schemas/",
    "#/parameters/": "#/components/parameters/",
    "#/responses/": "#/components/responses/",
}
"""Where a document of Swagger 2.0 has what references name, and where one of OpenAPI 3.0 has it."""

FILE: Final[dict[str, str]] = {"type": "string", "format": "binary"}
"""The content of a file."""

_VALUES: Final = ("x-ms-discriminator-value", "x-discriminator-value")


def is_named(reference: str) -> bool:
    """Whether a reference is to a definition, a parameter or a response as such, and not into one."""
    return any(reference.startswith(one) and "/" not in reference.removeprefix(one) for one in MOVED)


def mend_names(document: dict[str, Any], tell: Tell) -> None:
    """Write references by a definition's name alone as Swagger 2.0 has them, in place."""
    definitions = document.get("definitions")
    names = definitions if isinstance(definitions, dict) else {}
    for pointer, node in references(document):
        if node["$ref"] in names:
            tell(pointer[:200], f"refers to {clean(node['$ref'])}, read as the definition of that name")
            node["$ref"] = f"#/definitions/{escape(node['$ref'])}"


def move_references(document: dict[str, Any]) -> None:
    """Let every reference name the place of OpenAPI 3.0, in place."""
    for _, node in references(document):
        prefix = next((one for one in MOVED if node["$ref"].startswith(one)), None)
        if prefix is not None:
            node["$ref"] = MOVED[prefix] + node["$ref"].removeprefix(prefix)


def plain_definitions(document: dict[str, Any]) -> None:
    """Write what schemas have in the words of Swagger 2.0 as OpenAPI 3.0 has it, in place."""
    for place in places(document):
        if place.kind == "schema" and isinstance(place.node, dict):
            plain_node(place.node)
    _mappings(document)


def plain_node(node: dict[str, Any], *, keep_format: bool = False) -> None:
    """As `plain_definitions`, for one schema; `keep_format` leaves how an array is written."""
    if isinstance(node.get("x-nullable"), bool):
        node.setdefault("nullable", node.pop("x-nullable"))
    if node.get("type") == "file":
        node.update(FILE)
    if isinstance(node.get("discriminator"), str):
        node["discriminator"] = {"propertyName": node["discriminator"]}
    for word in () if keep_format else ("collectionFormat", "allowEmptyValue"):
        node.pop(word, None)


def _mappings(document: dict[str, Any]) -> None:
    """Let a discriminator tell apart the definitions that say their value of it; the others have their names."""
    definitions = document.get("definitions")
    if not isinstance(definitions, dict):
        return
    for name, schema in definitions.items():
        value = next((schema[one] for one in _VALUES if one in schema), None) if isinstance(schema, dict) else None
        for base in _bases(schema, definitions) if isinstance(value, str) else ():
            mapping = base["discriminator"].setdefault("mapping", {})
            if isinstance(mapping, dict):
                mapping.setdefault(value, f"#/components/schemas/{escape(name)}")


def _bases(schema: dict[str, Any], definitions: dict[str, Any]) -> list[dict[str, Any]]:
    """The definitions with a discriminator that a definition is, or is made of."""
    found, pending, seen = [], [schema], set[int]()
    while pending:
        node = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node.get("discriminator"), dict):
            found.append(node)
        members = node.get("allOf")
        for one in [node, *(members if isinstance(members, list) else ())]:
            reference = one.get("$ref") if isinstance(one, dict) else None
            if isinstance(reference, str) and reference.startswith("#/definitions/"):
                key = unescape(reference.removeprefix("#/definitions/"))
                pending += [definitions[key]] if isinstance(definitions.get(key), dict) else []
    return found
