"""Writes the legal spellings of one contract in one way, so that only what means something can differ."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from sdkwright.documents import copied
from sdkwright.normalise.sites import COMBINED, path_operations

# What a keyword means where it is left out (OpenAPI 3.0.3, sections 4.7.10 to 4.7.24).
_OF_SCHEMA: Final[dict[str, Any]] = {
    **dict.fromkeys(("nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems"), False),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), False),
    **dict.fromkeys(("minItems", "minLength", "minProperties"), 0),
    "required": [],
}
_OF_PARAMETER: Final[dict[str, Any]] = dict.fromkeys(
    ("required", "deprecated", "allowReserved", "allowEmptyValue"), False
)
_STYLES: Final = {"query": "form", "cookie": "form", "header": "simple", "path": "simple"}
_COMPOUND: Final = {"array", "object"}
# Their text in JSON is their text in a query.
_SAME_IN_JSON: Final = {"integer", "number", "boolean"}
_JSON: Final = "application/json"
_WITH_MORE: Final = {"properties", "$ref", *COMBINED}
_MEDIA_TYPE: Final = re.compile(r"\s*([^;\s]+)\s*((?:;.*)?)", re.DOTALL)
_PARAMETER: Final = re.compile(r"([^=\s]+)\s*=\s*\"?([^\"]*)\"?")


def respelt(document: dict[str, Any], found: Counter[str] | None = None) -> dict[str, Any]:
    """A copy of `document` in the plainest spelling of what it says.

    Args:
        document: A document whose structure may still be wrong; what is wrong stays as it is.
        found: Takes each spelling that was replaced, with its number.
    """
    result: dict[str, Any] = copied(document)
    _Respelling(result, Counter() if found is None else found).run()
    return result


def plain_media_type(text: str) -> str:
    """A media type in lower case and without `charset=utf-8`, which is what JSON is written in anyway."""
    match = _MEDIA_TYPE.fullmatch(text)
    if match is None:
        return text
    parameters = [part.strip() for part in match[2].split(";") if part.strip()]
    kept = [part for part in parameters if not _is_utf_8(part)]
    return "; ".join([match[1].lower(), *kept])


def _is_utf_8(parameter: str) -> bool:
    match = _PARAMETER.fullmatch(parameter)
    return match is not None and match[1].lower() == "charset" and match[2].strip().lower() in {"utf-8", "utf8"}


def _items(value: object) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else []


def _objects(value: object) -> Iterator[dict[str, Any]]:
    for item in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        if isinstance(item, dict):
            yield item


class _Respelling:
    def __init__(self, document: dict[str, Any], found: Counter[str]) -> None:
        self._document, self._found = document, found
        components = document.get("components")
        self._components: dict[str, Any] = components if isinstance(components, dict) else {}
        # HTTP has no case in the names of headers; the scheme's own is what the overlay and the client know.
        self._headers = {
            scheme["name"].lower(): scheme["name"]
            for scheme in _objects(self._components.get("securitySchemes"))
            if scheme.get("in") == "header" and isinstance(scheme.get("name"), str)
        }

    def run(self) -> None:
        for parameter in _objects(self._components.get("parameters")):
            self._parameter(parameter)
        for item in _objects(self._document.get("paths")):
            self._drop(item, {"parameters": [], "servers": []})
            for parameter in _objects(item.get("parameters")):
                self._parameter(parameter)
            for _, operation in path_operations(item):
                if isinstance(operation, dict):
                    self._operation(operation)
        for _, schema in _items(self._components.get("schemas")):
            self._schema(schema)
        for kind in ("requestBodies", "responses"):
            for body in _objects(self._components.get(kind)):
                self._body(body)

    def _operation(self, operation: dict[str, Any]) -> None:
        self._drop(operation, {"deprecated": False, "tags": [], "servers": []})
        for parameter in _objects(operation.get("parameters")):
            self._parameter(parameter)
        if isinstance(operation.get("requestBody"), dict):
            self._body(operation["requestBody"])
        for response in _objects(operation.get("responses")):
            self._body(response)

    def _parameter(self, parameter: dict[str, Any]) -> None:
        self._drop(parameter, _OF_PARAMETER)
        self._plain_content(parameter)
        place, name = parameter.get("in"), parameter.get("name")
        if place == "header" and isinstance(name, str) and (known := self._headers.get(name.lower(), name)) != name:
            parameter["name"] = known
            self._found["the name of a header in another case"] += 1
        style = _STYLES.get(str(place))
        if style is not None:
            self._drop(parameter, {"style": style}, f" in {place}")
        if "style" not in parameter and isinstance(parameter.get("explode"), bool):
            by_default = parameter["explode"] is (style == "form")
            if by_default or not self._is_compound(parameter.get("schema")):
                self._count(f"`explode: {str(parameter.pop('explode')).lower()}` of a plain value or as by default")
        self._schema(parameter.get("schema"))

    def _plain_content(self, parameter: dict[str, Any]) -> None:
        """Take the schema out of `content` where JSON writes the value as a plain parameter has it."""
        content = parameter.get("content")
        if "schema" in parameter or not isinstance(content, dict) or len(content) != 1:
            return
        (media_type, media), *_ = content.items()
        schema = media.get("schema") if isinstance(media, dict) else None
        if plain_media_type(media_type) == _JSON and isinstance(schema, dict) and schema.get("type") in _SAME_IN_JSON:
            del parameter["content"]
            parameter["schema"] = schema
            self._count("`content` of a plain parameter")

    def _is_compound(self, schema: object) -> bool:
        if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
            schemas = self._components.get("schemas")
            schema = schemas.get(schema["$ref"].rpartition("/")[2]) if isinstance(schemas, dict) else None
            if not isinstance(schema, dict) or "$ref" in schema:
                return True
        if not isinstance(schema, dict):
            return False
        return schema.get("type") in _COMPOUND or "properties" in schema or "items" in schema

    def _body(self, body: dict[str, Any]) -> None:
        self._drop(body, {"required": False})
        content = body.get("content")
        if not isinstance(content, dict):
            return
        for media_type, media in _items(content):
            plain = plain_media_type(media_type)
            # Two spellings of one media type with different schemas are for the passes to choose from.
            if plain != media_type and content.get(plain, media) == media:
                self._count("a media type with `charset=utf-8` or capitals")
                body["content"] = content = _renamed(content, media_type, plain)
        for media in _objects(body["content"]):
            self._schema(media.get("schema"))

    def _schema(self, schema: object) -> None:
        pending = [schema]
        # What is combined with others says something by it.
        combined: set[int] = set()
        while pending:
            node = pending.pop()
            if not isinstance(node, dict):
                continue
            values = node.get("enum")
            if node.get("nullable") is True and isinstance(values, list) and None in values and values != [None]:
                node["enum"] = [value for value in values if value is not None]
                self._count("null among the values of a nullable enum")
            self._drop(node, _OF_SCHEMA)
            # Without properties an object is one of anything; beside them, the word says that there is more to keep.
            anything = node.get("additionalProperties") is True or node.get("additionalProperties") == {}
            if anything and _WITH_MORE.isdisjoint(node) and id(node) not in combined:
                del node["additionalProperties"]
                self._count("`additionalProperties` for anything")
            combined |= {id(member) for member in _objects(node.get("allOf"))}
            pending += [value for _, value in _items(node.get("properties"))]
            pending += [node.get("items"), node.get("additionalProperties")]
            pending += [member for word in COMBINED for member in _objects(node.get(word))]

    def _drop(self, node: dict[str, Any], defaults: dict[str, Any], where: str = "") -> None:
        for word, value in defaults.items():
            # False is equal to 0, and means something else.
            if word in node and node[word] == value and type(node[word]) is type(value):
                del node[word]
                written = str(value).lower() if isinstance(value, bool) else value
                self._count(f"`{word}: {written}`{where}")

    def _count(self, spelling: str) -> None:
        self._found[spelling] += 1


def _renamed(content: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """`content` in its order with another key; the plain key that is there already stays where it is."""
    if new in content:
        return {key: value for key, value in content.items() if key != old}
    return {new if key == old else key: value for key, value in content.items()}
