"""Makes one document of several files: what another file holds becomes a component, or stands where it is used."""

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias
from urllib.parse import unquote

import attrs

from sdkwright.documents import MAX_BYTES, copied, escape, load_value, unescape
from sdkwright.errors import GeneratorError
from sdkwright.files.addresses import NotReadError, target
from sdkwright.normalise.budget import Budget
from sdkwright.normalise.versions.grammar import GRAMMAR, Kind, Place, inside, section
from sdkwright.plain_values import Tell
from sdkwright.text import clean

Read: TypeAlias = Callable[[str, int], bytes]
"""Gives the content of a file, at most so many bytes; raises `NotReadError`."""

MAX_FILES: Final = 1_000
"""Files that one document may be in."""

_SWAGGER: Final = {"schema": "definitions", "parameter": "parameters", "response": "responses"}
_CHAIN: Final = 50


@attrs.frozen
class Bundled:
    """One document of several files.

    Attributes:
        document: The document.
        parts: The content of the other files, by their names.
    """

    document: dict[str, Any] = attrs.field(repr=False)
    parts: dict[str, bytes] = attrs.field(repr=False)


def bundled(document: dict[str, Any], *, file: str, name: str, read: Read, tell: Tell) -> Bundled:
    """Follow the references of a document to other files.

    Args:
        document: The document that has them; it is changed, and used up.
        file: What other files call it: its path below its folder.
        name: What to call it in an error.
        read: Gives the other files.
        tell: Takes the places of references that are not followed, and why.

    Raises:
        GeneratorError: Another file is not JSON or YAML, or all together are too many or too large.
    """
    work = _Bundling(document, file, name, read, tell)
    work.run()
    return Bundled(document, work.files.parts)


class _Files:
    """The files that were read, each once."""

    def __init__(self, document: dict[str, Any], file: str, name: str, read: Read, tell: Tell) -> None:
        self._name, self._read, self._tell = name, read, tell
        self._left = MAX_BYTES
        self._held: dict[str, Any] = {file: document}
        self._why: dict[str, str] = {}
        self.parts: dict[str, bytes] = {}

    def get(self, file: str) -> Any:
        """What a file holds.

        Raises:
            NotReadError: It is not read.
            GeneratorError: It is not JSON or YAML, or there are too many.
        """
        if file in self._why:
            raise NotReadError(self._why[file])
        if file not in self._held:
            self._held[file] = self._loaded(file)
        return self._held[file]

    def _loaded(self, file: str) -> Any:
        if len(self._held) > MAX_FILES:
            raise GeneratorError(f"{self._name}: refers to more than {MAX_FILES:,} files; bundle some of them.")
        try:
            data = self._read(file, self._left)
        except NotReadError as error:
            self._why[file] = str(error)
            raise
        self._left -= len(data)
        self.parts[file] = data
        return load_value(
            data, name=f"{self._name}: {clean(file)}", tell=lambda where, what: self._tell(f"{file} {where}", what)
        )


class _Bundling:
    def __init__(self, document: dict[str, Any], file: str, name: str, read: Read, tell: Tell) -> None:
        self._document, self._file, self._tell = document, file, tell
        self.files = _Files(document, file, name, read, tell)
        # What schemas call themselves; whoever reads the whole document finds them by that.
        self._ids = {*_identities(document)}
        self._tails = {one.rpartition("/")[2] for one in self._ids}
        self._is_swagger = "swagger" in document
        self._names: dict[tuple[Kind, str, str], str] = {}
        self._budget = Budget()
        # The file that a value came from, where it is another than that of what holds it; values are kept alive.
        self._homes: dict[int, tuple[str, Any]] = {}

    def run(self) -> None:
        """Follow all references, and those of what they lead to."""
        self._pending = [(Place("document", {"": self._document}, "", "", ""), self._file)]
        self._claim()
        while self._pending:
            place, file = self._pending.pop()
            node = place.node
            if not isinstance(node, dict):
                continue
            home = self._follow(place, self._home(node, file))
            if home:
                self._containers(node, place, home)
                self._pending += [(inner, home) for inner in inside(place)][::-1]

    def _home(self, node: Any, file: str) -> str:
        return self._homes.get(id(node), (file, node))[0]

    def _claim(self) -> None:
        """Let the components of the document that other files are have their names."""
        for place in [*inside(Place("document", {"": self._document}, "", "", ""))]:
            self._claim_below(place)
            if place.kind == "components" and isinstance(place.node, dict):
                for inner in inside(place):
                    self._claim_below(inner)

    def _claim_below(self, place: Place) -> None:
        node = place.node
        reference = node.get("$ref") if isinstance(node, dict) and len(node) == 1 else None
        prefix = self._prefix(place.kind)
        if not isinstance(reference, str) or reference.startswith("#") or not prefix:
            return
        if not place.pointer.startswith(prefix[1:]):
            return
        try:
            there, pointer = target(self._file, reference)
        except NotReadError:
            return
        self._names.setdefault((place.kind, there, pointer), f"{prefix}{escape(str(place.slot))}")

    def _prefix(self, kind: Kind) -> str:
        """What a reference to a component of a kind begins with; empty where the kind has none."""
        # Paths are counted where they stand, so each has its operations there.
        key = _SWAGGER.get(kind, "") if self._is_swagger else section(kind) if kind != "path item" else ""
        return f"#/{key}/" if key and self._is_swagger else f"#/components/{key}/" if key else ""

    def _containers(self, node: dict[str, Any], place: Place, file: str) -> None:
        """Write out what stands in a file of its own where there are several of a kind, as all paths do."""
        for word, (shape, _) in GRAMMAR.get(place.kind, {}).items():
            held = node.get(word)
            reference = held.get("$ref") if isinstance(held, dict) and shape != "one" else None
            if not isinstance(reference, str) or reference.startswith("#"):
                continue
            found = self._at(file, reference, f"{place.where or place.pointer}/{word}")
            if found is None or not isinstance(found[1], dict | list):
                continue
            there, value, _ = found
            self._budget.spend(value)
            value = copied(value)
            for one in value.values() if isinstance(value, dict) else value:
                self._homes[id(one)] = (there, one)
            beside = {name: one for name, one in (held or {}).items() if name != "$ref"}
            node[word] = value | beside if isinstance(value, dict) else value

    def _follow(self, place: Place, file: str) -> str:
        """Follow the reference of a place; the file that the references inside it start from, empty for none."""
        node = place.node
        if place.kind == "schema":
            self._mapping(node, place, file)
        for _ in range(_CHAIN):
            reference = node.get("$ref")
            if not isinstance(reference, str) or (reference.startswith("#") and file == self._file):
                return file
            if reference.partition("#")[0] in self._ids:
                return file
            found = self._at(file, reference, place.where or place.pointer)
            if found is None:
                return file
            there, value, pointer = found
            if there == self._file:
                node["$ref"] = f"#{pointer}"
                return file
            name = self._component(place, there, pointer, value)
            if name:
                node["$ref"] = name
                return file
            # What has no name of its own stands where it is used.
            self._write(node, value)
            file = there
        return ""

    def _write(self, node: dict[str, Any], value: Any) -> None:
        self._budget.spend(value)
        beside = {word: one for word, one in node.items() if word != "$ref"}
        node.clear()
        node.update((copied(value) if isinstance(value, dict) else {}) | beside)

    def _at(self, file: str, reference: str, where: str) -> tuple[str, Any, str] | None:
        """File, value and pointer of what a reference of a file leads to; None, and told, if that is not read."""
        for _ in range(_CHAIN):
            found = self._next(file, reference, where)
            # What is nothing but a reference itself needs no name.
            further = found[1].get("$ref") if found and isinstance(found[1], dict) and len(found[1]) == 1 else None
            if found is None or found[0] == self._file or not isinstance(further, str):
                return found
            file, reference = found[0], further
        self._tell(where[:200], f"refers to {clean(reference)}, which refers to itself")
        return None

    def _next(self, file: str, reference: str, where: str) -> tuple[str, Any, str] | None:
        try:
            there, pointer = target(file, reference)
            value = _found(self.files.get(there), pointer)
        except NotReadError as error:
            if reference.partition("#")[0].rpartition("/")[2] in self._tails:
                return None
            self._tell(where[:200], f"refers to {clean(reference)}, which {error}")
            return None
        if value is None and there != self._file and not reference.partition("#")[0]:
            # Some write references of a part as if they stood in the document itself.
            value, there = _found(self._document, pointer), self._file
        if value is None:
            self._tell(where[:200], f"refers to {clean(reference)}, which has nothing at the place that is named")
            return None
        return there, value, pointer

    def _component(self, place: Place, file: str, pointer: str, value: Any) -> str:
        """The reference to the component that a place of another file becomes; empty where it is to stand in place."""
        prefix = self._prefix(place.kind)
        if not prefix:
            return ""
        known = (place.kind, file, pointer)
        if known not in self._names:
            holder = self._document if self._is_swagger else _object(self._document, "components")
            named = _object(holder, prefix.rstrip("/").rpartition("/")[2])
            name = _free(named, file, pointer)
            self._budget.spend(value)
            named[name] = copied(value)
            self._names[known] = f"{prefix}{escape(name)}"
            where = name if place.kind == "schema" else place.where
            self._pending.append((Place(place.kind, named, name, self._names[known][1:], where), file))
        # The component that is this very place holds what the file does.
        return "" if self._names[known] == f"#{place.pointer}" else self._names[known]

    def _mapping(self, node: dict[str, Any], place: Place, file: str) -> None:
        """Let the values of a discriminator name the components that the files became."""
        discriminator = node.get("discriminator")
        mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
        mapping = mapping if isinstance(mapping, dict) else {}
        for value, reference in mapping.items():
            if not isinstance(reference, str) or not _is_reference(reference):
                continue
            if file == self._file and reference.startswith("#"):
                continue
            found = self._at(file, reference, place.where or place.pointer)
            if found is not None:
                there, held, pointer = found
                inner = Place("schema", mapping, value, "", place.where)
                name = f"#{pointer}" if there == self._file else self._component(inner, there, pointer, held)
                mapping[value] = name or reference


def _identities(document: dict[str, Any]) -> Iterator[str]:
    """The addresses by which schemas of a document are called."""
    pending: list[Any] = [document]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            if isinstance(identity := node.get("$id"), str) and identity:
                yield identity.partition("#")[0]
            pending += node.values()
        elif isinstance(node, list):
            pending += node


def _found(document: Any, pointer: str) -> Any:
    if pointer in ("", "/"):
        return document
    node = document if pointer.startswith("/") else None
    for step in pointer.split("/")[1:]:
        key = unescape(step)
        if isinstance(node, dict):
            node = node.get(key)
        elif isinstance(node, list) and key.isdecimal() and int(key[:6]) < len(node):
            node = node[int(key[:6])]
        else:
            return None
    return node


def _object(holder: dict[str, Any], key: str) -> dict[str, Any]:
    found = holder.get(key)
    if not isinstance(found, dict):
        holder[key] = found = {}
    return found


def _free(named: dict[str, Any], file: str, pointer: str) -> str:
    """The last word of a place that no other component has for its name."""
    words = [unescape(unquote(step)) for step in pointer.split("/") if step]
    stem = file.rpartition("/")[2].partition("?")[0].split(".")[0]
    folder = file.rpartition("/")[0].rpartition("/")[2]
    own = words[-1] if words else stem
    outer = stem if words else folder
    candidates: Iterator[str] = iter([own, *([f"{outer}_{own}"] if outer else [])])
    number = 1
    while True:
        for name in candidates:
            if name and name not in named:
                return name
        number += 1
        candidates = iter([f"{own}_{number}"])


def _is_reference(text: str) -> bool:
    return "#" in text or "/" in text or text.endswith((".json", ".yaml", ".yml"))
