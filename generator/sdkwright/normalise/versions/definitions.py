"""Makes components of the schemas that have a name inside other schemas: those of `$defs`, and those with an anchor.

A reference may name them by a pointer from the top of the document or of the schema around them, by `$anchor`, or by
the address that `$id` gives. Definitions that nothing refers to are left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote, urljoin

import attrs

from sdkwright.documents import escape
from sdkwright.normalise.schema_words import SCHEMAS
from sdkwright.normalise.versions.grammar import Place, places

_DEFINITIONS: Final = ("$defs", "definitions")
_ANCHORS: Final = ("$anchor", "$dynamicAnchor")
_IDENTIFYING: Final = ("$id", *_ANCHORS, "$recursiveAnchor")
_COMPONENT: Final = re.compile(r"/components/schemas/[^/]+")
_DYNAMIC: Final = "$dynamicRef"
# Where a document lies is not known here, and nothing is asked for there.
_BASE: Final = "https://document.invalid/"
_WORDS: Final = frozenset({*_IDENTIFYING, *_DEFINITIONS, _DYNAMIC})


def hoist_definitions(document: dict[str, Any]) -> None:
    """Make components of the schemas that are named inside others, and let references name these, in place.

    Args:
        document: Its structure may be wrong anywhere.
    """
    if _mentions(document):
        _Hoisting(document).run()


@attrs.define(eq=False)
class _Schema:
    place: Place
    base: str
    # The pointers of the schemas around it that a reference may begin at, the nearest first.
    roots: tuple[str, ...]


class _Hoisting:
    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._schemas: list[_Schema] = []
        self._by_pointer: dict[str, _Schema] = {}
        self._by_address: dict[str, _Schema] = {}
        self._names: dict[int, str] = {}
        self._wanted: dict[str, list[str]] = defaultdict(list)
        around: dict[str, _Schema] = {}
        for place in places(document):
            if place.kind == "schema" and isinstance(place.node, dict):
                self._add(place, around)

    def _add(self, place: Place, around: dict[str, _Schema]) -> None:
        outer = next((around[one] for one in _outward(place.pointer) if one in around), None)
        base = outer.base if outer else _BASE
        roots = outer.roots if outer else (place.pointer,)
        identity = place.node.get("$id")
        if isinstance(identity, str) and identity:
            base = _joined(base, identity).partition("#")[0]
            roots = (place.pointer, *roots) if outer else roots
        schema = _Schema(place, base, roots)
        around[place.pointer] = schema
        self._schemas.append(schema)
        self._by_pointer[place.pointer] = schema
        if isinstance(identity, str) and identity:
            self._by_address.setdefault(base, schema)
        for word in _ANCHORS:
            if isinstance(anchor := place.node.get(word), str):
                self._by_address.setdefault(f"{base}#{anchor}", schema)

    def run(self) -> None:
        """Rewrite the references, move what they name, and leave out the words that named it."""
        self._rewrite()
        moved = [schema for schema in self._schemas if id(schema) in self._names]
        components = self._components()
        for schema in moved:
            components[self._names[id(schema)]] = schema.place.node
        for node in [schema.place.node for schema in self._schemas]:
            for word in (*_IDENTIFYING, *_DEFINITIONS):
                node.pop(word, None)
        for schema in moved:
            if not _is_definition(schema):
                schema.place.holder[schema.place.slot] = {"$ref": f"{SCHEMAS}{escape(self._names[id(schema)])}"}
        for word in _DEFINITIONS:
            self._document.pop(word, None)
        self._merge(components)

    def _rewrite(self) -> None:
        for schema in self._schemas:
            node = schema.place.node
            if isinstance(node.get(_DYNAMIC), str):
                node.setdefault("$ref", node[_DYNAMIC])
                del node[_DYNAMIC]
            if isinstance(node.get("$ref"), str) and (target := self._target(schema, node["$ref"])) is not None:
                node["$ref"] = f"{SCHEMAS}{escape(self._name(target))}"

    def _components(self) -> dict[str, Any]:
        components = self._document.setdefault("components", {})
        if not isinstance(components, dict):
            self._document["components"] = components = {}
        schemas = components.setdefault("schemas", {})
        if not isinstance(schemas, dict):
            components["schemas"] = schemas = {}
        return schemas

    def _target(self, schema: _Schema, reference: str) -> _Schema | None:
        """What a reference names, unless it is a component named as such, or nothing that has a name."""
        if _COMPONENT.fullmatch(reference.removeprefix("#")) and reference.startswith("#"):
            return None
        if reference.startswith("#/"):
            return self._by_steps(reference.removeprefix("#"), schema.roots)
        address, _, fragment = _joined(schema.base, reference).partition("#")
        if fragment.startswith("/"):
            holder = self._by_address.get(address)
            return self._by_steps(fragment, (holder.place.pointer,)) if holder else None
        found = self._by_address.get(f"{address}#{fragment}" if fragment else address)
        if found is None and reference.startswith("#") and len(reference) > 1:
            named = [one for key, one in self._by_address.items() if key.partition("#")[2] == reference[1:]]
            found = named[0] if len(named) == 1 else None
        return found if found is not None else self._root(schema, reference)

    def _root(self, schema: _Schema, reference: str) -> _Schema | None:
        # `#` is the whole schema that it stands in.
        return self._by_pointer.get(schema.roots[-1]) if reference == "#" else None

    def _by_steps(self, pointer: str, roots: tuple[str, ...]) -> _Schema | None:
        for spelt in dict.fromkeys((pointer, unquote(pointer))):
            for root in (*roots, ""):
                found = self._by_pointer.get(f"{root}{spelt}")
                if found is not None and (_is_component(found) or _is_definition(found)):
                    return found
        return None

    def _name(self, target: _Schema) -> str:
        """The name of the component that a schema is, or becomes."""
        if _is_component(target):
            return str(target.place.slot)
        if id(target) not in self._names:
            self._names[id(target)] = self._free(target)
        return self._names[id(target)]

    def _free(self, target: _Schema) -> str:
        """A name of its own: its key or anchor, with that of the schema around it or a number where it is taken."""
        node, steps = target.place.node, target.place.pointer.split("/")
        own = str(target.place.slot) if _is_definition(target) else ""
        own = own or next((node[word] for word in _ANCHORS if isinstance(node.get(word), str)), "")
        own = own or _last_word(str(node.get("$id", ""))) or _last_word(target.place.pointer)
        taken = {*self._components(), *self._names.values()}
        outer = [steps[3]] if target.place.pointer.startswith("/components/schemas/") else []
        candidates = [own, *(f"{one}_{own}" for one in outer)]
        number = 2
        while (free := next((one for one in candidates if one not in taken), None)) is None:
            candidates, number = [f"{own}_{number}"], number + 1
        self._wanted[own].append(free)
        return free

    def _merge(self, components: dict[str, Any]) -> None:
        """Make one component of those that wanted the same name and say the same."""
        while True:
            renamed: dict[str, str] = {}
            for wanted, names in self._wanted.items():
                kept: list[str] = []
                for name in dict.fromkeys([*([wanted] if wanted in components else []), *names]):
                    same = next((one for one in kept if components[one] == components[name]), None)
                    if same is None:
                        kept.append(name)
                    elif name in names:
                        renamed[name] = same
                self._wanted[wanted] = [name for name in names if name not in renamed]
            if not renamed:
                return
            for name in renamed:
                del components[name]
            self._refer({f"{SCHEMAS}{escape(old)}": f"{SCHEMAS}{escape(new)}" for old, new in renamed.items()})

    def _refer(self, renamed: dict[str, str]) -> None:
        for place in places(self._document):
            if place.kind == "schema" and isinstance(place.node, dict):
                reference = place.node.get("$ref")
                if isinstance(reference, str) and reference in renamed:
                    place.node["$ref"] = renamed[reference]


def _outward(pointer: str) -> Iterator[str]:
    while pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def _is_component(schema: _Schema) -> bool:
    return _COMPONENT.fullmatch(schema.place.pointer) is not None


def _is_definition(schema: _Schema) -> bool:
    steps = schema.place.pointer.split("/")
    return len(steps) > len(("", "$defs")) and steps[-2] in _DEFINITIONS


def _last_word(text: str) -> str:
    words = [word for word in re.split(r"[^A-Za-z0-9_-]+", text) if word]
    return words[-1] if words else "Schema"


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def _mentions(document: dict[str, Any]) -> bool:
    """Whether a word stands anywhere that names a schema inside another one."""
    pending: list[Any] = [document]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            if not _WORDS.isdisjoint(node):
                return True
            pending += node.values()
        elif isinstance(node, list):
            pending += node
    return False
