"""A document as a strict judge reads it."""

import copy
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final
from urllib.parse import unquote

import attrs

from sdkwright import media
from sdkwright.contract.contradictions import COMBINING, accept_either, disbelieve
from sdkwright.contract.directions import free_what_is_no_property
from sdkwright.contract.requirements import mend_required
from sdkwright.documents import mapping, unescape, walk
from sdkwright.media import FORM_SLIPS
from sdkwright.normalise.credentials import OWN_HEADERS
from sdkwright.normalise.sites import ADDITIONAL
from sdkwright.readings import essence, reading

_OF_VALUES: Final = frozenset({
    "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
    "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
})  # fmt: skip
_PARTS: Final = ("allOf", "anyOf", "oneOf")
_ASKING: Final = frozenset({"required", "not", "description", "title"})
_METHODS: Final = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
_DEEPEST: Final = 10
_NULL: Final[Mapping[str, Any]] = {"type": "string", "nullable": True, "enum": [None]}
_KINDS: Final[Mapping[str, tuple[type, ...]]] = {"boolean": (bool,), "number": (int, float), "object": (dict,)}
_FORMATS: Final = frozenset({"date-time", "date", "uuid", "byte", "binary"})
"""What is a type of its own; what other formats ask of a text is about its value."""


@attrs.frozen(slots=False)
class StrictDocument:
    """A copy of a document for a judge.

    Attributes:
        received: The document.
    """

    received: Mapping[str, Any] = attrs.field(repr=False)

    @cached_property
    def whole(self) -> dict[str, Any]:
        """The document, in which nothing stands in for what is missing, and any server will do."""
        strict: dict[str, Any] = _without_values(copy.deepcopy(dict(self.received)))
        _keep_paths(strict)
        _sign(strict)
        mend_required(strict, lambda node: _resolved(strict, node))
        _point_mappings(strict)
        disbelieve(strict, lambda node: _resolved(strict, node))
        accept_either(strict, lambda node: _resolved(strict, node))
        free_what_is_no_property(strict, lambda node: _resolved(strict, node))
        strict["servers"] = [{"url": "/"}]
        components = strict.get("components") or {}
        parameters = [*(components.get("parameters") or {}).values()]
        for item in (found for found in strict.get("paths", {}).values() if isinstance(found, dict)):
            item.pop("servers", None)
            for method, operation in mapping(item.pop(ADDITIONAL, None)).items():
                item.setdefault(method.lower(), operation)
            for operation in (node for node in item.values() if isinstance(node, dict)):
                operation.pop("servers", None)
            parameters += _parameters(item)
        for parameter in parameters:
            # A default would stand in for a missing one.
            if isinstance(parameter, dict) and isinstance(parameter.get("schema"), dict):
                parameter["schema"].pop("default", None)
        return strict

    def declared(self, path: str, method: str) -> list[dict[str, Any]]:
        """The parameters of an operation, those of its path among them.

        Args:
            path: The path, as the document writes it.
            method: In small letters.
        """
        item = self.whole["paths"].get(path, {})
        return [
            self.resolved(node)
            for node in _parameters({"parameters": item.get("parameters"), method: item.get(method)})
        ]

    def resolved(self, node: Any) -> dict[str, Any]:
        """A node behind its references within the document; empty for one that leads nowhere."""
        return _resolved(self.whole, node)

    def combines(self, node: Any) -> bool:
        """Whether a schema that is made of several is reached from a node."""
        pending, seen = [node], set[str]()
        while pending:
            node = pending.pop()
            if isinstance(node, list):
                pending += node
            elif isinstance(node, dict):
                if not COMBINING.isdisjoint(node):
                    return True
                if isinstance(node.get("$ref"), str) and node["$ref"] not in seen:
                    seen.add(node["$ref"])
                    pending.append(self.resolved(node))
                pending += node.values()
        return False

    def keys(self, place: str) -> list[Any]:
        """The names under which keys are sent in a place."""
        schemes = self.whole.get("components", {}).get("securitySchemes", {}).values()
        return [scheme.get("name") for scheme in map(self.resolved, schemes) if scheme.get("in") == place]


def known_method(method: str) -> str:
    """The method under which openapi-core is asked: of one that it has no word for, the document says `post` then.

    Args:
        method: In any letters.
    """
    return method.lower() if method.lower() in _METHODS else "post"


def _resolved(document: Mapping[str, Any], node: Any) -> dict[str, Any]:
    for _ in range(_DEEPEST):
        if not isinstance(node, dict) or "$ref" not in node:
            break
        found: Any = document
        for part in str(node["$ref"]).removeprefix("#/").split("/"):
            found = _step(found, unescape(part))
        node = found
    return node if isinstance(node, dict) else {}


def _step(node: Any, key: str) -> Any:
    if isinstance(node, list):
        return node[int(key)] if key.isdecimal() and int(key) < len(node) else None
    return node.get(key, node.get(unquote(key))) if isinstance(node, dict) else None


def without_refusals(node: Any) -> Any:
    """A document, or a part of one, in which no object refuses members that it does not declare."""
    if isinstance(node, list):
        return [without_refusals(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        name: without_refusals(value)
        for name, value in node.items()
        if not (name == "additionalProperties" and value is False)
    }


def _parameters(holder: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The parameters of a path and of its operations."""
    for node in (holder, *holder.values()):
        listed = node.get("parameters") if isinstance(node, dict) else None
        yield from (parameter for parameter in listed or () if isinstance(parameter, dict))


def _without_values(node: Any) -> Any:
    """A document without what it asks of values; names of properties are no keywords."""
    if isinstance(node, list):
        return [_without_values(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept: dict[str, Any] = {}
    for name, value in node.items():
        if name == "properties" and isinstance(value, dict):
            kept[name] = {key: _without_values(schema) for key, schema in value.items()}
        elif name not in _OF_VALUES and not _is_of_values(name, value, node):
            # What fits several of the alternatives is no fault of who sends it.
            kept["anyOf" if name == "oneOf" and "anyOf" not in node else name] = _without_values(value)
    _mean(kept)
    return kept


def _mean_null(kept: dict[str, Any]) -> None:
    """Write null as OpenAPI 3.0 does, which has no type of this name."""
    for word in _PARTS:
        if isinstance(parts := kept.get(word), list):
            kept[word] = [_NULL if part == {"type": "null"} else part for part in parts]


def _mean(kept: dict[str, Any]) -> None:
    """Change what a node says where documents mean something else."""
    _mean_null(kept)
    if kept.get("nullable") is True and not COMBINING.isdisjoint(kept):
        # Its parts would refuse the null that it allows.
        for word in (*_PARTS, "discriminator"):
            kept.pop(word, None)
    if isinstance(kept.get("items"), dict):
        # Who may set an item is said by the list.
        kept["items"].pop("readOnly", None)
    if isinstance(kept.get("$ref"), str) or isinstance(kept.get("allOf"), list):
        # What it is made of says what it is; documents write `object` beside an enum, and beside a reference to a list.
        kept.pop("type", None)
    if isinstance(kept.get("content"), dict):
        named = {_kind(kind): found for kind, found in kept["content"].items()}
        kept["content"] = {kind: _media(kind, found) for kind, found in named.items()}
    # The style of deep objects has no other form.
    kept |= {"explode": True} if kept.get("style") == "deepObject" else {}
    if _is_ignored(kept):
        kept |= {"required": False, "schema": {}}
    if isinstance(kept.get("headers"), dict):
        kept["headers"] = {name: _header(header) for name, header in kept["headers"].items()}
    if isinstance(kept.get("responses"), dict):
        kept["responses"] = {status: _answer(answer) for status, answer in kept["responses"].items()}
    if (kept.get("type") == "object" or "properties" in kept) and not kept.get("properties"):
        # Said aloud, because what is undeclared is not let pass.
        kept.setdefault("additionalProperties", True)


def _is_of_values(name: str, value: Any, node: Mapping[str, Any]) -> bool:
    """Whether a keyword asks more of a value than its type, or than its being one of the values of an enum of ours."""
    if name == "format":
        # Listed values say all of their form, and some are not of the format beside them.
        listed = node.get("enum")
        is_listed = isinstance(listed, list) and any(item is not None for item in listed)
        return isinstance(value, str) and node.get("type") == "string" and (is_listed or value not in _FORMATS)
    if name in _PARTS and isinstance(value, list):
        # Which properties have to be there together is about values.
        return all(isinstance(part, dict) and ({*part} <= _ASKING or _only_asks(part)) for part in value)
    return name == "enum" and isinstance(value, list) and _is_list_of_values(value, node.get("type"))


def _only_asks(part: Mapping[str, Any]) -> bool:
    return "required" in part and {*part} <= _ASKING | {"type"}


def _is_list_of_values(values: list[Any], kind: Any) -> bool:
    """Whether an enum says less than it seems: of a list (its items are meant), of a type that no enum of ours has."""
    if all(item is None for item in values):
        return True
    if kind == "array":
        return not all(isinstance(item, list) for item in values)
    if kind == "string":
        # YAML makes numbers and truths of texts without quotes.
        return any(item is not None and not isinstance(item, str) for item in values)
    if kind == "integer":
        return not all(item is None or isinstance(item, int) for item in values)
    return kind in _KINDS and not all(item is None or isinstance(item, _KINDS[kind]) for item in values)


def _kind(written: Any) -> Any:
    """The media type that a document means; a charset, or what is no parameter, says nothing of its form."""
    name = essence(str(written))
    is_bare = "charset=" in str(written).lower() or media.essence(str(written)) != media.essence(name)
    return name if is_bare else FORM_SLIPS.get(name, written)


def _media(kind: Any, node: Any) -> Any:
    """A media type; what is neither JSON nor text holds bytes, though its schema may say only that it is a text."""
    if isinstance(node, dict) and isinstance(kind, str) and reading(kind) == "bytes" and "form" not in kind:
        schema = node.get("schema")
        if isinstance(schema, dict) and schema.get("type") == "string":
            return node | {"schema": schema | {"format": "binary"}}
    return node


def _header(node: Any) -> Any:
    """A header of an answer; which of several texts it is says nothing of its form."""
    if isinstance(node, dict) and isinstance(node.get("schema"), dict):
        return node | {"schema": {word: value for word, value in node["schema"].items() if word != "enum"}}
    return node


def _is_ignored(parameter: Any) -> bool:
    """Whether OpenAPI has a parameter ignored, or the client itself says what is sent."""
    if not isinstance(parameter, dict) or parameter.get("in") != "header":
        return False
    return str(parameter.get("name")).lower() in OWN_HEADERS | {"authorization"}


def _answer(node: Any) -> Any:
    """An answer; one of no media type has no body."""
    if isinstance(node, dict) and node.get("content") == {}:
        return {name: value for name, value in node.items() if name != "content"}
    return node


_PATHS: Final = "#/paths/"


def _keep_paths(document: dict[str, Any]) -> None:
    """Let references into paths lead somewhere where only one path is left."""
    found = False
    for _, node in walk(document):
        reference = node.get("$ref") if isinstance(node, dict) else None
        if isinstance(reference, str) and reference.startswith(_PATHS):
            node["$ref"] = f"#/x-paths/{reference.removeprefix(_PATHS)}"
            found = True
    if found:
        document["x-paths"] = document["paths"]


def _sign(document: dict[str, Any]) -> None:
    """Ask for no certificate, which no request shows, and for one of several schemes that share a header."""
    schemes = document.get("components", {}).get("securitySchemes", {})
    schemes = {name: _resolved(document, scheme) for name, scheme in schemes.items()}
    operations = (
        node for item in document.get("paths", {}).values() if isinstance(item, dict) for node in item.values()
    )
    for holder in (document, *operations):
        if isinstance(holder, dict) and isinstance(holder.get("security"), list):
            holder["security"] = [
                way for said in holder["security"] if isinstance(said, dict) for way in _ways(said, schemes)
            ]


def _ways(alternative: Mapping[str, Any], schemes: Mapping[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    shown = {name: scopes for name, scopes in alternative.items() if not _is_certificate(schemes.get(name, {}))}
    sharing = [name for name in shown if _is_authorization(schemes.get(name, {}))]
    for kept in sharing or [""]:
        yield {name: scopes for name, scopes in shown.items() if name == kept or name not in sharing}


def _is_certificate(scheme: Mapping[str, Any]) -> bool:
    mutual = scheme.get("type") == "http" and str(scheme.get("scheme")).lower() == "mutual"
    return mutual or scheme.get("type") == "mutualTLS"


def _is_authorization(scheme: Mapping[str, Any]) -> bool:
    if scheme.get("type") == "apiKey":
        return (scheme.get("in"), str(scheme.get("name")).lower()) == ("header", "authorization")
    return scheme.get("type") in {"http", "oauth2", "openIdConnect"}


_SCHEMAS: Final = "#/components/schemas/"


def _point_mappings(document: dict[str, Any]) -> None:
    """Let the mappings of discriminators lead to schemas where they have names alone, as OpenAPI allows."""
    names = (document.get("components") or {}).get("schemas") or {}
    for _, node in walk(document):
        told = node.get("discriminator") if isinstance(node, dict) else None
        mapping: Any = told.get("mapping") if isinstance(told, dict) else None
        if isinstance(mapping, dict):
            mapping |= {value: _SCHEMAS + name for value, name in mapping.items() if name in names}
