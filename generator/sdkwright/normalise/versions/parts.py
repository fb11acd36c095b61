"""Brings the parts of OpenAPI 3.1 and 3.2 around the schemas into the form of OpenAPI 3.0."""

from typing import Any, Final
from urllib.parse import unquote

from sdkwright.documents import copied, mapping, unescape
from sdkwright.media import FORM, QUERY_STRING, is_json
from sdkwright.normalise.budget import Budget
from sdkwright.normalise.sites import ADDITIONAL, METHODS
from sdkwright.normalise.versions.grammar import places
from sdkwright.normalise.webhooks import take_webhooks
from sdkwright.plain_values import Tell
from sdkwright.readings import STREAMS, essence, is_media_type, reading
from sdkwright.text import clean

_DIALECTS: Final = ("https://spec.openapis.org/oas/3.", "https://json-schema.org/draft/2020-12/schema")
_PATH_ITEMS: Final = "#/components/pathItems/"
_MEDIA_TYPES: Final = "#/components/mediaTypes/"
_CHAIN: Final = 20


def plain_parts(document: dict[str, Any], tell: Tell) -> None:
    """Rewrite the parts of a document around its schemas in place.

    Args:
        document: Its structure may be wrong anywhere.
        tell: Takes the place and what is read as less than it says.

    Raises:
        GeneratorError: What several paths share is too much to be written out for each.
    """
    _dialect(document, tell)
    components = document.get("components")
    components = components if isinstance(components, dict) else {}
    budget = Budget()
    take_webhooks(document, lambda item: _written_out(item, components.get("pathItems"), _PATH_ITEMS, budget), tell)
    for path, given in _items(document.get("paths")):
        item = _written_out(given, components.get("pathItems"), _PATH_ITEMS, budget)
        document["paths"][path] = item
        if isinstance(item, dict):
            _methods(item, path, tell)
    for place in places(document):
        if place.kind == "parameter" and isinstance(place.node, dict) and place.node.get("in") == "querystring":
            _query_string(place.node, place.where, tell)
        if place.kind == "media type":
            place.holder[place.slot] = _written_out(place.node, components.get("mediaTypes"), _MEDIA_TYPES, budget)
            _item_schema(place.node, str(place.slot))
    for kind in ("pathItems", "mediaTypes"):
        components.pop(kind, None)


def _dialect(document: dict[str, Any], tell: Tell) -> None:
    dialect = document.pop("jsonSchemaDialect", "")
    if dialect and not str(dialect).startswith(_DIALECTS):
        tell("/jsonSchemaDialect", f"the schemas are of {clean(dialect)!r}, read as those of OpenAPI")


def _written_out(node: Any, named: Any, prefix: str, budget: Budget) -> Any:
    """What a reference among the components leads to, with what stands beside it; any other thing as it is."""
    for _ in range(_CHAIN):
        reference = node.get("$ref") if isinstance(node, dict) else None
        if not isinstance(reference, str) or not reference.startswith(prefix) or not isinstance(named, dict):
            return node
        key = unescape(reference.removeprefix(prefix))
        found = named.get(key, named.get(unquote(key)))
        if not isinstance(found, dict):
            return node
        budget.spend(found)
        node = copied(found) | {word: value for word, value in node.items() if word != "$ref"}
    return node


def _methods(item: dict[str, Any], path: str, tell: Tell) -> None:
    """Write the methods that OpenAPI 3.2 has beside its own words in capitals, and those that have words by these."""
    kept: dict[str, Any] = {}
    for method, operation in _items(item.pop(ADDITIONAL, None)):
        where, word = f"{method} {path}"[:200], method.lower()
        if not isinstance(operation, dict):
            tell(where, "an operation that is no object, which is not read")
        elif (word in METHODS and word in item) or method.upper() in kept:
            tell(where, "an operation whose method the path has already, which is not read")
        elif word in METHODS:
            item[word] = operation
        else:
            if method != method.upper():
                tell(where, f"the method is sent as {method.upper()}")
            kept[method.upper()] = operation
    if kept:
        item[ADDITIONAL] = kept


def _query_string(parameter: dict[str, Any], where: str, tell: Tell) -> None:
    """Read a parameter that is the whole query as one of the query, which OpenAPI 3.0 has, with a style of ours."""
    found = [essence(name) for name in mapping(parameter.get("content"))]
    if len(found) == 1 and (found[0] == FORM or is_json(found[0])):
        if any(mapping(media).get("encoding") for media in parameter["content"].values()):
            tell(where, "the encoding of the members of a query is not read")
        parameter |= {"in": "query", "style": QUERY_STRING, "explode": False}


def _item_schema(media: Any, media_type: str) -> None:
    """Take the schema of the items of a stream for that of what is sent, as OpenAPI 3.0 says it."""
    if not isinstance(media, dict) or "itemSchema" not in media:
        return
    items = media.pop("itemSchema")
    if "schema" not in media:
        is_stream = is_media_type(media_type) and reading(media_type) in STREAMS
        media["schema"] = items if is_stream else {"type": "array", "items": items}


def _items(value: object) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []
