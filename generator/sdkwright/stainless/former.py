"""Works out how the former SDK was called, from the document and the rules of its generator."""

import keyword
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from sdkwright.documents import mapping
from sdkwright.normalise.identifiers import snake
from sdkwright.stainless.answers import properties_of, resolved
from sdkwright.stainless.endpoints import Endpoints, path_parameters
from sdkwright.stainless.migration import Method
from sdkwright.stainless.tree import text

_DEPTH: Final = 20
_FORMS: Final = ("json", "form", "multipart")
ANY: Final = "any"


@attrs.frozen
class Parameter:
    """An argument of a method.

    Attributes:
        name: In Python.
        wire: On the wire.
        kind: Of JSON, or `any` where several are allowed.
        required: Whether it had to be given.
    """

    name: str
    wire: str
    kind: str
    required: bool


def parameters_of(method: Method, document: Mapping[str, Any], endpoints: Endpoints) -> list[Parameter]:
    """The arguments that a method of the former SDK had: of the path in its order, then all others.

    Args:
        method: The method.
        document: The document as the configuration transforms it.
        endpoints: Its operations.
    """
    operation = endpoints.operation(method.endpoint)
    declared = operation.get("parameters")
    found: dict[str, Parameter] = {}
    for wire in path_parameters(method.endpoint):
        name = argument_name(wire, method)
        found[name] = Parameter(name, wire, ANY, required=True)
    for node in declared if isinstance(declared, list) else ():
        about = resolved(node, document)
        wire = str(about.get("name"))
        if text(about.get("in")) in {"query", "header"} and wire.lower() not in {
            "authorization",
            "content-type",
            "accept",
        }:
            required = about.get("required") is True
            name = argument_name(wire, method)
            one = Parameter(name, wire, kind_of(about.get("schema"), document), required)
            found.setdefault(one.name, one)
    for one in _body(method, operation, document):
        found.setdefault(one.name, one)
    return [*found.values()]


def python_name(wire: str) -> str:
    """What an argument was called: in snake_case, with an underscore behind a word of Python.

    Args:
        wire: The name on the wire.
    """
    name = snake(wire.removesuffix("[]")).strip("_")
    return f"{name}_" if keyword.iskeyword(name) or name == "self" else name


def argument_name(wire: str, method: Method) -> str:
    """What an argument of a method was called: as the document says, or else by rule.

    Args:
        wire: The name on the wire.
        method: The method.
    """
    return method.names.get(wire) or python_name(wire)


def kind_of(schema: Any, document: Mapping[str, Any]) -> str:
    """The kind of a value, as JSON has it; `any` where several are allowed.

    Args:
        schema: Its schema.
        document: The document.
    """
    found = resolved(schema, document)
    kind = found.get("type")
    if isinstance(kind, str):
        return kind
    if "properties" in found or "allOf" in found:
        return "object" if "properties" in found or properties_of(found, document) else ANY
    return ANY


def _body(method: Method, operation: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[Parameter]:
    body = resolved(operation.get("requestBody"), document)
    if not mapping(body.get("content")):
        return
    schema = body_of(operation, document)
    required = body.get("required") is True
    fields = dict(fields_of(schema, document))
    if method.body_argument or not fields:
        name = method.body_argument or "body"
        yield Parameter(name, "", kind_of(schema, document), required)
        return
    for wire, (node, is_required) in fields.items():
        if mapping(node).get("readOnly") is not True:
            name = argument_name(wire, method)
            yield Parameter(name, wire, kind_of(node, document), is_required and required)


def body_of(operation: Mapping[str, Any], document: Mapping[str, Any]) -> Any:
    """The schema of what is sent; None where nothing is.

    Args:
        operation: The operation.
        document: The document.
    """
    content = mapping(resolved(operation.get("requestBody"), document).get("content"))
    media_type = next((one for one in content if any(form in one for form in _FORMS)), next(iter(content), ""))
    return mapping(content.get(media_type)).get("schema")


def fields_of(schema: Any, document: Mapping[str, Any], depth: int = 0) -> Iterator[tuple[str, tuple[Any, bool]]]:
    """The fields of an object, those of what it may be among them: the schema of each, and whether it must be given.

    Args:
        schema: The object.
        document: The document.
        depth: How deep it is within others.
    """
    found = resolved(schema, document)
    required = found.get("required")
    names = set(map(str, required)) if isinstance(required, list) else set[str]()
    for name, node in mapping(found.get("properties")).items():
        yield str(name), (node, name in names)
    for key in ("allOf", "oneOf", "anyOf") if depth < _DEPTH else ():
        listed = found.get(key)
        parts = [dict(fields_of(part, document, depth + 1)) for part in listed] if isinstance(listed, list) else []
        for name, (node, _) in ((name, one) for part in parts for name, one in part.items()):
            asked = [part[name][1] for part in parts if name in part]
            # Of alternatives, what each asks for.
            by_parts = any(asked) if key == "allOf" else len(asked) == len(parts) and all(asked)
            yield name, (node, by_parts or name in names)
