"""Rebuilds the document from the keywords that we know; extensions and everything else stay behind.

Code generators obey keywords such as `x-python-type`, `customTypePath` or `default_factory`, so a document from outside
must not carry any that we have not chosen.
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.credentials import rebuilt_schemes
from sdkwright.normalise.deprecations import ALIASES, DEPRECATION, are_aliases, is_deprecation
from sdkwright.normalise.headers import plain_headers
from sdkwright.normalise.ordinals import ORDINALS, are_ordinals
from sdkwright.normalise.schema_words import CONSTRAINTS, FORMATS, IGNORED, TITLE
from sdkwright.normalise.sites import ADDITIONAL, COMBINED, METHODS, WEBHOOKS, operations, schema_sites
from sdkwright.normalise.units import UNITS
from sdkwright.normalise.webhooks import kept_webhooks

_DOCUMENT = ("openapi", "info", "servers", "security", "paths", "components")
_OPERATION = (
    "operationId", "tags", "summary", "description", "parameters", "requestBody", "responses", "deprecated", "servers",
    "security",
)  # fmt: skip
_PATH_ITEM = (*METHODS, ADDITIONAL, "parameters", "servers")
_PARAMETER = (
    "name", "in", "required", "description", "schema", "$ref", "style", "explode", "allowReserved", "deprecated",
    "content", "x-default",
)  # fmt: skip
_SERVER = ("url", "description", "variables")
_SERVER_VARIABLE = ("default", "enum", "description")
_ONE_SCHEMA = ("items", "additionalProperties")
_SCHEMA = (
    "type", "format", "description", "enum", "const", "required", "nullable", "readOnly", "writeOnly", "deprecated",
    "default", "properties", "discriminator", *_ONE_SCHEMA, *COMBINED, *CONSTRAINTS,
)  # fmt: skip
# What changes the value that a reference stands for; OpenAPI 3.0 ignores it there, and vendors do not.
_BESIDE_REFERENCES = (
    "$ref", "description", "nullable", "readOnly", "writeOnly", "deprecated", "default", "properties", "required",
    "additionalProperties", "discriminator", *COMBINED, *CONSTRAINTS,
)  # fmt: skip
_ENCODING = ("contentType", "style", "explode", "allowReserved")
_COMPONENTS = ("schemas", "parameters", "requestBodies", "responses", "securitySchemes")
_NO_WORD = re.compile(r"[\W_]+")
# An extension's name is the document's own text, and its number says enough.
_EXTENSION = "x-…"
_MAX_DEFAULT = 100
# What the overlay may say beyond OpenAPI, each with the judge of its value; the documentation's page on the generator
# explains them.
REDACTED = "x-secret"
PAGINATION = "x-pagination"
_ON_SCHEMAS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "x-unit": lambda node: isinstance(node["x-unit"], str) and node["x-unit"] in UNITS,
    ORDINALS: are_ordinals,
}
_ON_PROPERTIES = _ON_SCHEMAS | {
    REDACTED: lambda node: isinstance(node[REDACTED], bool),
    DEPRECATION: is_deprecation,
    ALIASES: are_aliases,
}
# What stands there is ours: the default of its schema.
_ON_PARAMETERS = _ON_SCHEMAS | {"x-default": lambda node: isinstance(node["x-default"], str)}
_ON_OPERATIONS: dict[str, Callable[[dict[str, Any]], bool]] = {
    "x-idempotent": lambda node: node["x-idempotent"] is True,
    "x-retry-on-429": lambda node: node["x-retry-on-429"] is True,
    "x-retries": lambda node: node["x-retries"] is False,
    "x-fault-outcome": lambda node: node["x-fault-outcome"] in ("refused", "unknown"),
    DEPRECATION: is_deprecation,
    ALIASES: are_aliases,
    PAGINATION: lambda node: node[PAGINATION] is False or isinstance(node[PAGINATION], str | dict),
}
_MEANINGS = {
    "x-unit": f"`x-unit`, one of {', '.join(sorted(UNITS))},",
    "x-default": "`x-default`, the text of a default",
    ORDINALS: f"`{ORDINALS}`, a number of its own for each value of an enum,",
    REDACTED: f"`{REDACTED}: true` (or `false`)",
    "x-idempotent": "`x-idempotent: true`",
    "x-retry-on-429": "`x-retry-on-429: true`",
    "x-retries": "`x-retries: false`",
    "x-fault-outcome": "`x-fault-outcome: refused` (or `unknown`)",
    PAGINATION: f"`{PAGINATION}`, a table of sdk.toml by its name or written out, or `false`,",
    DEPRECATION: f"`{DEPRECATION}: {{until: 1.2.3, use: name}}`",
    ALIASES: f"`{ALIASES}: {{old_name: {{until: 1.2.3}}}}`",
}


def keep_known_keywords(document: dict[str, Any], context: Context) -> int:
    """Replace the content of `document`; counts the dropped keywords in the ledger."""
    rebuilt = _Rebuild(context.ledger.keywords, context.ledger.tell).document(document)
    document.clear()
    document.update(rebuilt)
    return context.ledger.keywords.total()


def refuse_unknown_keywords(document: dict[str, Any]) -> None:
    """Refuse what `keep_known_keywords` would drop, extensions apart: after the overlay it can only be a slip there.

    Raises:
        GeneratorError: The document has a keyword that nothing would read.
    """
    unknown: Counter[str] = Counter()
    # What is told is a keyword that is not read.
    _Rebuild(unknown, lambda _where, what: unknown.update([what.split("`")[1]])).document(document)
    _refuse_extensions(document)
    if names := sorted(set(unknown) - {_EXTENSION}):
        raise GeneratorError(
            f"the overlay brings the keyword {names[0][:80]!r}, which nothing reads; correct it there."
        )


def _refuse_extensions(document: dict[str, Any]) -> None:
    components = document["components"]["schemas"]
    schemas = [(f"schema {name}", schema) for name, schema in components.items()]
    # Only what becomes a field can be deprecated.
    found = [*schema_sites(document)]
    schemas += [(site.key, site.schema) for site in found if site.part != "property"]
    properties = [(site.key, site.schema) for site in found if site.part == "property"]
    sites = [(site.key, site.operation) for site in operations(document)]
    parameters = [(site.parameter_key(item), item) for site in operations(document) for item in site.parameters]
    for nodes, allowed in (
        (schemas, _ON_SCHEMAS), (properties, _ON_PROPERTIES), (sites, _ON_OPERATIONS), (parameters, _ON_PARAMETERS)
    ):  # fmt: skip
        for where, node in nodes:
            for word in node:
                if word.startswith("x-") and not (word in allowed and allowed[word](node)):
                    may = " or ".join(_MEANINGS[name] for name in allowed)
                    said = f"{word[:40]}: {str(node[word])[:40]}"
                    raise GeneratorError(f"{where[:200]}: the overlay brings {said}; it may bring {may} only.")


class _Rebuild:
    def __init__(self, dropped: Counter[str], tell: Callable[[str, str], None]) -> None:
        self._dropped = dropped
        self._source: dict[str, Any] = {}
        self._tell = tell

    def document(self, source: dict[str, Any]) -> dict[str, Any]:
        self._source = source
        result = self._pick({word: value for word, value in source.items() if word != WEBHOOKS}, _DOCUMENT)
        result["info"] = self._pick(source["info"], ("title", "version", "description"))
        result["servers"] = [self._server(server) for server in source.get("servers", [])]
        if webhooks := kept_webhooks(source):
            result[WEBHOOKS] = webhooks
        result["paths"] = {path: self._path(item, path) for path, item in source["paths"].items()}
        components = self._pick(source.get("components", {}), _COMPONENTS)
        components["parameters"] = {
            key: self._parameter(value, f"parameters {key}") for key, value in components.get("parameters", {}).items()
        }
        components["requestBodies"] = {
            key: self._request_body(value, f"requestBodies {key}")
            for key, value in components.get("requestBodies", {}).items()
        }
        components["responses"] = {
            key: self._answer(value, f"responses {key}") for key, value in components.get("responses", {}).items()
        }
        components["schemas"] = {key: self._schema(value, key) for key, value in components.get("schemas", {}).items()}
        components["securitySchemes"] = rebuilt_schemes(components.get("securitySchemes", {}), self._pick)
        return result | {"components": components}

    def _pick(self, source: dict[str, Any], known: tuple[str, ...]) -> dict[str, Any]:
        self._dropped.update(_EXTENSION if key.startswith("x-") else key for key in source if key not in known)
        return {key: source[key] for key in known if key in source}

    def _path(self, source: dict[str, Any], path: str) -> dict[str, Any]:
        result = self._pick(source, _PATH_ITEM)
        for method in METHODS:
            if method in source:
                result[method] = self._operation(source[method], f"{method.upper()} {path}")
        if ADDITIONAL in source:
            result[ADDITIONAL] = {
                method: self._operation(operation, f"{method} {path}")
                for method, operation in source[ADDITIONAL].items()
            }
        if "parameters" in source:
            result["parameters"] = [self._parameter(item, path) for item in source["parameters"]]
        if "servers" in source:
            result["servers"] = [self._server(server) for server in source["servers"]]
        return result

    def _server(self, source: dict[str, Any]) -> dict[str, Any]:
        result = self._pick(source, _SERVER)
        if "variables" in source:
            result["variables"] = {
                key: self._pick(value, _SERVER_VARIABLE) for key, value in (source["variables"] or {}).items()
            }
        return result

    def _operation(self, source: dict[str, Any], where: str) -> dict[str, Any]:
        result = self._pick(source, _OPERATION)
        result["parameters"] = [self._parameter(item, where) for item in source.get("parameters", [])]
        if "servers" in source:
            result["servers"] = [self._server(server) for server in source["servers"]]
        if "requestBody" in source:
            result["requestBody"] = self._request_body(source["requestBody"], f"{where} body")
        result["responses"] = {
            status: self._answer(response, f"{where} response {status}")
            for status, response in source["responses"].items()
        }
        return result

    def _parameter(self, source: dict[str, Any], where: str) -> dict[str, Any]:
        if "$ref" in source:
            return {"$ref": source["$ref"]}
        result = self._pick(source, _PARAMETER)
        schema = source.get("schema") or {}
        # A parameter has either; of several media types, the first counts.
        for media_type, media in list((result.pop("content", None) or {}).items())[:1]:
            schema = (media or {}).get("schema") or schema
            result["content"] = {media_type: {}}
        if schema.get("default") is not None:
            result["x-default"] = json.dumps(schema["default"], ensure_ascii=False)[:_MAX_DEFAULT]
        result["schema"] = self._schema(schema or {"type": "string"}, f"{where} ?{source['name']}")
        if "default" in result["schema"]:
            self._dropped["default"] += 1
            del result["schema"]["default"]
        return result

    def _body(self, source: dict[str, Any], where: str) -> dict[str, Any]:
        result = self._pick(source, ("description", "required", "content", "$ref"))
        if "content" in source:
            result["content"] = {
                media_type: {"schema": self._schema(media["schema"], where)} if "schema" in media else {}
                for media_type, media in source["content"].items()
            }
        return result

    def _answer(self, source: dict[str, Any], where: str) -> dict[str, Any]:
        headers = source.get("headers")
        result = self._body({key: value for key, value in source.items() if key != "headers"}, where)
        return result | ({"headers": plain_headers(headers, self._source)} if headers and "$ref" not in source else {})

    def _request_body(self, source: dict[str, Any], where: str) -> dict[str, Any]:
        result = self._body(source, where)
        for media_type, media in result.get("content", {}).items():
            if encodings := source["content"][media_type].get("encoding"):
                media["encoding"] = {key: self._encoding(about) for key, about in encodings.items()}
        return result

    def _encoding(self, source: dict[str, Any]) -> dict[str, Any]:
        headers = source.get("headers")
        result = self._pick({key: value for key, value in source.items() if key != "headers"}, _ENCODING)
        return result | ({"headers": plain_headers(headers, self._source)} if isinstance(headers, dict) else {})

    def _property(self, source: dict[str, Any], where: str) -> dict[str, Any]:
        result = self._schema(source, where)
        # That a form hides what is typed is no part of the type. It says who may see the value.
        return result | {REDACTED: True} if source.get("format") == "password" and "$ref" not in source else result

    def _schema(self, source: dict[str, Any], where: str, *, is_member: bool = False) -> dict[str, Any]:
        for word in IGNORED:
            if word in source:
                self._tell(where, f"`{word}` is not read")
        known = _BESIDE_REFERENCES if "$ref" in source else _SCHEMA
        # What is written out among others is called by it.
        known = (*known, TITLE) if is_member and isinstance(source.get(TITLE), str) else known
        result = self._pick({word: value for word, value in source.items() if word not in IGNORED}, known)
        if _says_more(source.get("title"), where):
            result.setdefault("description", source["title"])
        if "format" in result and result["format"] not in FORMATS.get(result.get("type", ""), ()):
            self._dropped["format"] += 1
            del result["format"]
        if "properties" in source:
            result["properties"] = {
                key: self._property(value, f"{where}.{key}") for key, value in source["properties"].items()
            }
        for word in _ONE_SCHEMA:
            if word in known and isinstance(source.get(word), dict):
                result[word] = self._schema(source[word], where)
        for word in COMBINED:
            if word in source:
                result[word] = [self._schema(member, where, is_member=True) for member in source[word]]
        return result


def _says_more(title: object, where: str) -> bool:
    """Whether a title says something that the last word of its place does not."""
    plain = _NO_WORD.sub("", str(title or "")).lower()
    return bool(plain) and plain not in _NO_WORD.sub("", where).lower()
