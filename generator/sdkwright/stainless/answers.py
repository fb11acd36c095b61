"""Looks at the answers of a document as received: which are pages, and which hold one field that is all there is."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from sdkwright.documents import mapping
from sdkwright.normalise.references import followed
from sdkwright.stainless.migration import Scheme

_DEPTH: Final = 20
TAGS: Final = frozenset({"object", "type"})
"""The fields that say what an object is."""


def resolved(node: Any, document: Mapping[str, Any]) -> Mapping[str, Any]:
    """A node behind its references; empty where one leads to nothing.

    Args:
        node: The node.
        document: The document.
    """
    return followed(mapping(node), document)


def answer_of(operation: Mapping[str, Any], document: Mapping[str, Any]) -> Any:
    """The schema of the JSON that a success answers; None where there is none."""
    for status, response in mapping(operation.get("responses")).items():
        if not str(status).startswith("2"):
            continue
        for media_type, media in mapping(resolved(response, document).get("content")).items():
            if "json" in media_type:
                return mapping(media).get("schema")
    return None


def properties_of(schema: Any, document: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """The properties of an object, those of what it is made of among them."""
    found = resolved(schema, document)
    properties = dict(mapping(found.get("properties")))
    for part in found.get("allOf") or () if depth < _DEPTH else ():
        properties |= properties_of(part, document, depth + 1)
    return properties


def parameters_of(operation: Mapping[str, Any], document: Mapping[str, Any]) -> set[str]:
    """The names of the parameters of the query."""
    declared = operation.get("parameters")
    found = [resolved(one, document) for one in declared] if isinstance(declared, list) else []
    return {str(one.get("name")) for one in found if one.get("in") == "query"}


def body_fields_of(operation: Mapping[str, Any], document: Mapping[str, Any]) -> set[str]:
    """The fields of the JSON that is sent."""
    body = resolved(operation.get("requestBody"), document)
    for media_type, media in mapping(body.get("content")).items():
        if "json" in media_type:
            return {*properties_of(mapping(media).get("schema"), document)}
    return set()


def is_scheme_of(scheme: Scheme, operation: Mapping[str, Any], answer: Any, document: Mapping[str, Any]) -> bool:
    """Whether an operation turns pages in a way: it has its fields, and the parameters that turn them.

    Args:
        scheme: The way.
        operation: The operation.
        answer: The schema of what it answers.
        document: The document.
    """
    properties = properties_of(answer, document)
    has_fields = bool(scheme.items) and scheme.fields <= properties.keys()
    items = resolved(properties.get(scheme.items.partition(".")[0]), document)
    is_list = items.get("type") == "array" or "." in scheme.items
    has = body_fields_of(operation, document) if scheme.in_body else parameters_of(operation, document)
    return has_fields and is_list and set(scheme.request.values()) <= has


def unwrapped_field(
    fields: Iterable[str], answer: Any, document: Mapping[str, Any], *, named: Collection[str], demanded: bool
) -> str:
    """The field that a caller gets in place of an answer; empty for none.

    Args:
        fields: The fields that are unwrapped.
        answer: The schema of what is answered.
        document: The document.
        named: The schemas that have public names.
        demanded: Whether the method itself says so; otherwise no named model is unwrapped.
    """
    reference = str(mapping(answer).get("$ref", "")).rpartition("/")[2]
    properties = properties_of(answer, document)
    for field in fields:
        if field in properties and (demanded or (reference not in named and properties.keys() - TAGS == {field})):
            return field
    return ""
