"""Mends the parts of a document around its schemas: what is missing, of another kind, or there twice."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from sdkwright.normalise.sites import ADDITIONAL, METHODS, path_operations
from sdkwright.text import clean

Tell: TypeAlias = Callable[[str, str], None]

_STATUS: Final = re.compile(r"([1-5])(?:([0-9]{2})|[xX*]{2})(?:\D.*)?\Z")
_COMPONENTS: Final = (
    "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
    "callbacks",
)  # fmt: skip
_FLAGS: Final = {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}


def mend_parts(document: dict[str, Any], tell: Tell) -> None:
    """Mend the parts of a document in place.

    Args:
        document: Its texts are mended, its structure may be wrong anywhere.
        tell: Takes the place and what became of it.
    """
    mending = _Mending(tell)
    mending.top(document)
    mending.components(document)
    mending.paths(document)
    _same_ids(document, tell)


class _Mending:
    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    def top(self, document: dict[str, Any]) -> None:
        """Mend what stands at the top but for paths and components."""
        info = self._object(document, "info", "the document")
        for word, default in (("title", "API"), ("version", "0")):
            value = info.get(word)
            if not isinstance(value, str):
                if value is not None:
                    self._tell("/info", f"{word} {clean(value)!r}, read as text")
                info[word] = default if value is None else str(value)
        self._texts(info, "/info", ("description", "termsOfService"))
        for word in ("contact", "license"):
            if word in info and not isinstance(info[word], dict):
                self._drop(info, word, "/info")
        self._list(document, "servers", "the document")
        self._list(document, "security", "the document")
        self._list(document, "tags", "the document")

    def components(self, document: dict[str, Any]) -> None:
        """Mend the components but for the schemas themselves."""
        components = self._object(document, "components", "the document")
        for kind in [kind for kind in _COMPONENTS if kind in components]:
            if not isinstance(components[kind], dict):
                self._drop(components, kind, "/components")
                continue
            for name, value in list(components[kind].items()):
                if not isinstance(value, dict) and kind != "schemas":
                    self._drop(components[kind], name, f"/components/{kind}")
        for name in components.get("responses", {}):
            self._response(components["responses"], name, f"responses {name}")
        for name, value in components.get("requestBodies", {}).items():
            self._body(value, f"requestBodies {name}")
        for name, value in components.get("parameters", {}).items():
            self._parameter(value, f"parameters {name}", "")

    def paths(self, document: dict[str, Any]) -> None:
        """Mend the paths and their operations."""
        if not isinstance(document.get("paths"), dict):
            return
        paths: dict[str, Any] = {}
        for path, item in document["paths"].items():
            if path.startswith("x-"):
                continue
            if not isinstance(item, dict):
                self._tell(path[:200], f"{clean(item)!r} in the place of its operations is not read")
                continue
            place = path if path.startswith("/") else f"/{path}"
            if place != path:
                self._tell(path[:200], "the path begins without a slash, read with one")
            if place in paths:
                self._tell(path[:200], f"the path is {place[:200]} once more; its other operations are added there")
                item = item | paths[place]  # noqa: PLW2901 - the first one counts
            paths[place] = item
        document["paths"] = paths
        for path, item in paths.items():
            self._item(item, path)

    def _item(self, item: dict[str, Any], path: str) -> None:
        for word in list(item):
            method = word.lower()
            if method in METHODS and word != method and method not in item:
                item[method] = item.pop(word)
                self._tell(path[:200], f"the method {word}, read as {method}")
        self._texts(item, path, ("summary", "description"))
        self._list(item, "servers", path)
        self._parameters(item, path, path)
        for method in METHODS:
            if method in item and not isinstance(item[method], dict):
                self._drop(item, method, path)
        if not isinstance(item.get(ADDITIONAL, {}), dict):
            self._drop(item, ADDITIONAL, path)
        for method, operation in path_operations(item):
            self._operation(operation, f"{method} {path}", path)

    def _operation(self, operation: dict[str, Any], where: str, path: str) -> None:
        if "operationId" in operation and not (isinstance(operation["operationId"], str) and operation["operationId"]):
            self._drop(operation, "operationId", where)
        self._texts(operation, where, ("summary", "description"))
        tags = operation.get("tags")
        if isinstance(tags, str):
            operation["tags"] = [tags]
        self._list(operation, "tags", where, str)
        self._list(operation, "servers", where)
        if isinstance(operation.get("security"), dict):
            operation["security"] = [operation["security"]]
        self._list(operation, "security", where)
        self._flag(operation, "deprecated", where)
        self._parameters(operation, where, path)
        body = operation.get("requestBody")
        if "requestBody" in operation and not isinstance(body, dict):
            self._drop(operation, "requestBody", where)
        elif isinstance(body, dict):
            self._body(body, f"{where} body")
        self._responses(operation, where)

    def _parameters(self, holder: dict[str, Any], where: str, path: str) -> None:
        found = holder.get("parameters")
        if isinstance(found, dict):
            holder["parameters"] = found = list(found.values())
            self._tell(where[:200], "the parameters are an object, read as a list")
        self._list(holder, "parameters", where)
        seen: set[tuple[str, str]] = set()
        kept = []
        for parameter in holder.get("parameters", ()):
            self._parameter(parameter, where, path)
            key = (str(parameter.get("in")), str(parameter.get("name")))
            if "$ref" not in parameter and key in seen:
                self._tell(f"{where} ?{key[1]}"[:200], f"declared twice in {key[0]}; the first one counts")
                continue
            seen.add(key)
            kept.append(parameter)
        if "parameters" in holder:
            holder["parameters"] = kept

    def _parameter(self, parameter: dict[str, Any], where: str, path: str) -> None:
        if isinstance(parameter.get("$ref"), str):
            return
        name = parameter.get("name")
        here = f"{where} ?{clean(name)}"[:200]
        if name is not None and not isinstance(name, str):
            parameter["name"] = str(name)
            self._tell(here, f"the name {clean(name)!r}, read as text")
        place = parameter.get("in")
        if isinstance(place, str) and place != place.strip().lower():
            parameter["in"] = place.strip().lower()
        elif place is None and "name" in parameter:
            parameter["in"] = "path" if f"{{{name}}}" in path else "query"
            self._tell(here, f"no place is declared, read as {parameter['in']}")
        self._texts(parameter, here, ("description",))
        for word in ("required", "deprecated", "explode", "allowReserved", "allowEmptyValue"):
            self._flag(parameter, word, here)
        if parameter.get("in") == "path" and parameter.get("required") is not True:
            # Whoever left it out meant nothing by it: a path has no other way.
            parameter["required"] = True
        if "schema" in parameter and not isinstance(parameter["schema"], dict):
            self._drop(parameter, "schema", here)
        content = parameter.get("content")
        if "content" in parameter and not (isinstance(content, dict) and content):
            self._drop(parameter, "content", here)
        if "schema" not in parameter and "content" not in parameter and isinstance(parameter.get("type"), str):
            # Swagger 2 has the words of the schema beside the name.
            words = ("type", "format", "items", "enum", "minimum", "maximum", "pattern", "minLength", "maxLength")
            parameter["schema"] = {word: parameter.pop(word) for word in words if word in parameter}
            self._tell(here, "its type stands beside its name, read as its schema")

    def _body(self, body: dict[str, Any], where: str) -> None:
        if isinstance(body.get("$ref"), str):
            return
        self._texts(body, where, ("description",))
        self._flag(body, "required", where)
        self._content(body, where)
        body.setdefault("content", {})

    def _content(self, holder: dict[str, Any], where: str) -> None:
        if "content" in holder and not isinstance(holder["content"], dict):
            self._drop(holder, "content", where)
        for media_type, media in list(holder.get("content", {}).items()):
            if not isinstance(media, dict):
                self._tell(where[:200], f"{clean(media)!r} under {clean(media_type)} is not read")
                holder["content"][media_type] = {}
            elif "schema" in media and not isinstance(media["schema"], dict):
                self._drop(media, "schema", where)
            elif "encoding" in media and not isinstance(media["encoding"], dict):
                self._drop(media, "encoding", where)

    def _responses(self, operation: dict[str, Any], where: str) -> None:
        responses = operation.get("responses")
        if isinstance(responses, list):
            self._drop(operation, "responses", where)
        if not isinstance(operation.get("responses"), dict) or not operation["responses"]:
            operation["responses"] = {"default": {"description": ""}}
            self._tell(where[:200], "no response is declared; any answer is taken, and its body is not read")
            return
        renamed: dict[str, Any] = {}
        for status, response in operation["responses"].items():
            if status.startswith("x-"):
                continue
            plain = _status(status)
            if not plain:
                self._tell(where[:200], f"the response {clean(status)!r} has no status and is not read")
                continue
            if plain != status:
                self._tell(where[:200], f"the status {clean(status)!r}, read as {plain}")
            renamed.setdefault(plain, response)
        operation["responses"] = renamed or {"default": {"description": ""}}
        for status in list(operation["responses"]):
            self._response(operation["responses"], status, f"{where} response {status}")

    def _response(self, holder: dict[str, Any], key: str, where: str) -> None:
        response = holder[key]
        if not isinstance(response, dict):
            said = response if isinstance(response, str) else ""
            holder[key] = {"description": said}
            self._tell(where[:200], f"{clean(response)!r} in the place of a response, read as its description")
            return
        if isinstance(response.get("$ref"), str):
            return
        self._texts(response, where, ("description",))
        response.setdefault("description", "")
        self._content(response, where)
        for word in ("headers", "links"):
            if word in response and not isinstance(response[word], dict):
                self._drop(response, word, where)

    def _object(self, holder: dict[str, Any], word: str, where: str) -> dict[str, Any]:
        if not isinstance(holder.get(word), dict):
            if word in holder:
                self._drop(holder, word, where)
            holder[word] = {}
        found: dict[str, Any] = holder[word]
        return found

    def _list(self, holder: dict[str, Any], word: str, where: str, kind: type = dict) -> None:
        if word not in holder:
            return
        if not isinstance(holder[word], list):
            self._drop(holder, word, where)
            return
        for item in holder[word]:
            if not isinstance(item, kind):
                self._tell(where[:200], f"{clean(item)!r} among the {word} is not read")
        holder[word] = [item for item in holder[word] if isinstance(item, kind)]

    def _texts(self, holder: dict[str, Any], where: str, words: tuple[str, ...]) -> None:
        for word in words:
            if word in holder and not isinstance(holder[word], str):
                self._drop(holder, word, where)

    def _flag(self, holder: dict[str, Any], word: str, where: str) -> None:
        value = holder.get(word)
        if word in holder and not isinstance(value, bool):
            meant = _FLAGS.get(str(value).strip().lower())
            if meant is None:
                self._drop(holder, word, where)
            else:
                holder[word] = meant
                self._tell(where[:200], f"`{word}: {clean(value)}`, read as {str(meant).lower()}")

    def _drop(self, holder: dict[str, Any], word: str, where: str) -> None:
        self._tell(where[:200], f"`{word}: {clean(holder.pop(word))}` is not read")


def _status(text: str) -> str:
    """A status as OpenAPI writes it: `200`, `2XX` or `default`; empty if it is none."""
    plain = text.strip()
    if plain.lower() == "default":
        return "default"
    match = _STATUS.match(plain)
    return "" if match is None else f"{match[1]}{match[2] or 'XX'}"


def _same_ids(document: dict[str, Any], tell: Tell) -> None:
    """Take an operationId from the second operation that has it: none of the two can be meant by it alone."""
    seen: dict[str, str] = {}
    for where, operation in _operations(document):
        operation_id = operation.get("operationId")
        if operation_id is None:
            continue
        if operation_id in seen:
            del operation["operationId"]
            tell(where[:200], f"the operationId {clean(operation_id)!r} is that of {seen[operation_id]}, not read here")
        else:
            seen[operation_id] = where[:200]


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document["paths"].items() if isinstance(document.get("paths"), dict) else ():
        for method, operation in path_operations(item):
            yield f"{method} {path}", operation
