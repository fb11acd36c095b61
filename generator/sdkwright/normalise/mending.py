"""Mends schemas that break the structure of OpenAPI 3.0 where what they mean is plain, or reads them as any value.

It runs before anything else reads the document, so it takes nothing for granted.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from sdkwright.documents import escape
from sdkwright.normalise.sites import COMBINED, WEBHOOKS
from sdkwright.text import clean

Tell: TypeAlias = Callable[[str, str], None]

_TYPES: Final = frozenset({"string", "integer", "number", "boolean", "array", "object"})
# What people write for a type of OpenAPI.
_MEANT: Final = {
    "str": ("string", None), "text": ("string", None), "char": ("string", None), "uuid": ("string", "uuid"),
    "date": ("string", "date"), "datetime": ("string", "date-time"), "date-time": ("string", "date-time"),
    "timestamp": ("string", "date-time"), "file": ("string", "binary"), "binary": ("string", "binary"),
    "int": ("integer", None), "int32": ("integer", "int32"), "int64": ("integer", "int64"),
    "long": ("integer", "int64"), "float": ("number", "float"), "double": ("number", "double"),
    "decimal": ("number", None), "bool": ("boolean", None), "list": ("array", None), "map": ("object", None),
    "dict": ("object", None), "hash": ("object", None),
}  # fmt: skip
_ONE: Final = ("items", "not", "additionalProperties")
_FLAGS: Final = (
    "nullable",
    "readOnly",
    "writeOnly",
    "deprecated",
    "uniqueItems",
    "exclusiveMinimum",
    "exclusiveMaximum",
)
_TEXTS: Final = ("title", "description", "pattern", "format")
_COUNTS: Final = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_BOUNDS: Final = ("minimum", "maximum", "multipleOf")
_WORDS: Final = ((_FLAGS, {bool}), (_TEXTS, {str}), (_COUNTS, {int}), (_BOUNDS, {int, float}))
# Nothing of these reaches the code, whatever their structure is.
_UNREAD: Final = ("xml", "externalDocs")
_NAMES: Final = frozenset({"responses", "parameters", "requestBodies", "headers", "callbacks", "paths", WEBHOOKS})
_FREE: Final = frozenset({"example", "examples", "default", "value", "enum"})


def mend_schemas(document: dict[str, Any], tell: Tell) -> None:
    """Mend every schema of a document in place.

    Args:
        document: A document whose structure may be wrong anywhere.
        tell: Takes the place and what became of it.
    """
    mending = _Mending(tell)
    for holder, slot, where, _ in _roots(document):
        mending.slot(holder, slot, where)


def schema_nodes(document: dict[str, Any]) -> Iterator[tuple[str | None, str, dict[str, Any]]]:
    """Every schema of a mended document: the component that it is part of, or None, its place, and itself."""
    for holder, slot, where, owner in _roots(document):
        pending = [(holder, slot, where)]
        while pending:
            holder, slot, where = pending.pop()  # noqa: PLW2901 - what is inside stands in the same component
            node = holder[slot]
            yield owner, where, node
            pending += _inside(node, where)


def _roots(document: dict[str, Any]) -> Iterator[tuple[Any, Any, str, str | None]]:
    """What holds each schema that stands in no other one: the components, and whatever is called `schema`."""
    pending: list[tuple[object, str]] = [(document, "")]
    while pending:
        node, pointer = pending.pop()
        if isinstance(node, dict):
            for key, child in node.items():
                where = f"{pointer}/{escape(str(key))}"
                if where == "/components/schemas":
                    if isinstance(child, dict):
                        yield from ((child, name, str(name), name) for name in child)
                elif key == "schema" and not _is_named(pointer):
                    yield node, key, pointer, None
                elif _is_read(str(key), pointer):
                    pending.append((child, where))
        elif isinstance(node, list):
            pending += [(child, f"{pointer}/{place}") for place, child in enumerate(node)]


def _is_read(key: str, pointer: str) -> bool:
    """Whether schemas may stand below a key: it is no free value, but for what is called so in a list of names."""
    return _is_named(pointer) or f"{pointer}/{key}" == f"/{WEBHOOKS}" or not (key in _FREE or key.startswith("x-"))


def _is_named(pointer: str) -> bool:
    """Whether what stands right below a pointer has names, which are no keywords."""
    return pointer.rpartition("/")[2] in _NAMES


def _inside(node: dict[str, Any], where: str) -> Iterator[tuple[Any, Any, str]]:
    yield from ((node["properties"], name, f"{where}.{name}") for name in node.get("properties", ()))
    for word in COMBINED:
        yield from ((node[word], place, where) for place in range(len(node.get(word, ()))))
    for word in _ONE:
        if word in node and not (word == "additionalProperties" and isinstance(node[word], bool)):
            yield node, word, where


class _Mending:
    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    def slot(self, holder: Any, slot: Any, where: str) -> None:
        """Mend what `holder` holds, and all that is inside it."""
        pending = [(holder, slot, where)]
        while pending:
            holder, slot, where = pending.pop()
            if not isinstance(holder[slot], dict):
                self._tell(where, f"{clean(holder[slot])!r} in the place of a schema, read as any value")
                holder[slot] = {}
                continue
            node = holder[slot]
            self._node(node, where)
            self._structure(node, where)
            pending += _inside(node, where)

    def _structure(self, node: dict[str, Any], where: str) -> None:
        if "properties" in node and not isinstance(node["properties"], dict):
            self._drop(node, "properties", where)
        for word in COMBINED:
            if word in node and not (isinstance(node[word], list) and node[word]):
                self._drop(node, word, where)
        for word in _ONE:
            if isinstance(node.get(word), list):
                self._tell(where, f"a list as `{word}`, read as any value")
                node[word] = {}

    def _node(self, node: dict[str, Any], where: str) -> None:
        if "$ref" in node and not isinstance(node["$ref"], str):
            self._drop(node, "$ref", where)
        for word in [*node]:
            if word in _UNREAD:
                del node[word]
            # An extension is judged by whoever reads it.
            elif node[word] is None and word not in _FREE and not word.startswith("x-"):
                self._drop(node, word, where)
        if isinstance(node.get("const"), dict | list):
            self._drop(node, "const", where)
        self._type(node, where)
        self._words(node, where)
        self._lists(node, where)
        if "discriminator" in node:
            self._discriminator(node, where)

    def _discriminator(self, node: dict[str, Any], where: str) -> None:
        """Leave a discriminator its property, and what it maps to schemas."""
        said = node.pop("discriminator")
        said = {"propertyName": said} if isinstance(said, str) else said
        name = said.get("propertyName") if isinstance(said, dict) else None
        if not isinstance(name, str) or not name:
            self._tell(where, "`discriminator` is not read")
            return
        mapping = said.get("mapping") or {}
        mapping = mapping if isinstance(mapping, dict) else {"mapping": mapping}
        kept = {str(value): target for value, target in mapping.items() if isinstance(target, str)}
        if len(kept) < len(mapping):
            self._tell(where, "what the discriminator maps to no text is not read")
        node["discriminator"] = {"propertyName": name, "mapping": kept}

    def _type(self, node: dict[str, Any], where: str) -> None:
        kind = node.get("type", "object")
        if isinstance(kind, str) and kind in _TYPES:
            return
        del node["type"]
        if kind == "null":
            node["nullable"] = True
        spoken = kind.strip().lower() if isinstance(kind, str) else ""
        meant, format_ = (spoken, None) if spoken in _TYPES else _MEANT.get(spoken, ("", None))
        if meant:
            node["type"] = meant
            if format_ is not None:
                node.setdefault("format", format_)
        elif "$ref" not in node:
            # What is inside a thing of an unknown kind cannot be read either.
            for word in ("properties", *_ONE, *COMBINED, "enum", "format"):
                node.pop(word, None)
        # Null alone is what a choice has beside the rest.
        if kind != "null":
            self._tell(where, f"the type {clean(kind)!r}, read as {meant or 'any value'}")

    def _words(self, node: dict[str, Any], where: str) -> None:
        for words, types in _WORDS:
            for word in words:
                if word in node and type(node[word]) not in types:
                    self._drop(node, word, where)
        for word in _COUNTS:
            if node.get(word, 0) < 0:
                self._drop(node, word, where)
        if node.get("multipleOf", 1) <= 0:
            self._drop(node, "multipleOf", where)

    def _lists(self, node: dict[str, Any], where: str) -> None:
        if "enum" in node and not (isinstance(node["enum"], list) and node["enum"]):
            self._drop(node, "enum", where)
        elif None in node.get("enum", ()):
            node["nullable"] = True
        required = node.get("required")
        if isinstance(required, list):
            if names := [name for name in required if not isinstance(name, str)]:
                self._tell(where, f"requires {clean(names[0])!r}, which is no name and is not read")
            node["required"] = [name for name in required if isinstance(name, str)]
        elif "required" in node:
            self._drop(node, "required", where)

    def _drop(self, node: dict[str, Any], word: str, where: str) -> None:
        self._tell(where, f"`{word}: {clean(node.pop(word))}` is not read")
