"""Hoists every object with properties that is written out in its place into a component called by that place.

The component gets its public name later, as the vendor's own do; `names.toml` may say another one for the same key.
"""

import json
import re
from typing import Any, Final

from sdkwright.documents import escape
from sdkwright.normalise.context import Context
from sdkwright.normalise.references import component
from sdkwright.normalise.schema_words import ANNOTATIONS, SCHEMAS, TITLE
from sdkwright.normalise.sites import SITE, SchemaSite, inside, parts, whole_schemas

ITEM: Final = "x-item"
"""On a hoisted component, whether it is what an array or a map of its place holds; none has it at last."""

# The answers of one operation, and its bodies, are alike where they have the same schema.
_SHARING: Final = re.compile(r"(.* (?:body|response))\b.*", re.DOTALL)
_AT_THE_PLACE: Final = frozenset(ANNOTATIONS) - {"description"}


def hoist_objects(document: dict[str, Any], context: Context) -> int:
    """Replace each inline object by a reference to a component of its own; counts the components.

    Inline enums stay: they are named with their values, by the key that each then carries.
    """
    work = _Work(document["components"]["schemas"], context)
    for name, schema in [*work.schemas.items()]:
        work.component(name, schema)
    for site in sorted(whole_schemas(document), key=lambda site: site.key):
        work.place(site)
    return len(work.hoisted)


class _Work:
    def __init__(self, schemas: dict[str, Any], context: Context) -> None:
        self.schemas, self._tell = schemas, context.ledger.tell
        self.hoisted: dict[str, str] = {}
        self._shared: dict[tuple[str, str], str] = {}
        self._enums: dict[str, list[Any]] = {}

    def component(self, name: str, schema: dict[str, Any]) -> None:
        """Hoist all that is inside a component; enums there keep their keys, wherever they are copied to."""
        self._required(schema, name)
        for site in inside(name, schema):
            if "enum" in site.schema:
                site.schema.setdefault(SITE, site.key)
        self.inside(name, schema)

    def inside(self, key: str, schema: dict[str, Any]) -> None:
        """Hoist all that is inside a schema, the innermost first."""
        for site in parts(key, schema):
            self.place(site)

    def place(self, site: SchemaSite) -> None:
        """Hoist what stands at a place, and what is inside it."""
        schema = site.schema
        self._required(schema, site.key)
        if "enum" in schema:
            if (key := self._enum_key(site.key, schema["enum"])) != site.key:
                schema[SITE] = key
            return
        self.inside(site.key, schema)
        if "properties" not in schema and not self._is_union_of_objects(schema):
            return
        own = {word: value for word, value in schema.items() if word not in {SITE, *_AT_THE_PLACE}}
        at_the_place = {word: value for word, value in schema.items() if word in ANNOTATIONS and word != TITLE}
        key = self._key(site, own)
        site.holder[site.slot] = {"$ref": f"{SCHEMAS}{escape(key)}"} | at_the_place

    def _is_union_of_objects(self, schema: dict[str, Any]) -> bool:
        """Whether a schema is a union with an object among its members, all of which are hoisted."""
        members = [component(member["$ref"], self.schemas) for member in schema.get("oneOf", ()) if "$ref" in member]
        return any(name is not None and "properties" in self.schemas[name] for name in members)

    def _key(self, site: SchemaSite, own: dict[str, Any]) -> str:
        """The component that an object becomes."""
        text = json.dumps(own, sort_keys=True)
        group = _SHARING.fullmatch(site.key) if site.part == "whole" else None
        if group is not None and (shared := self._shared.get((group[1], text))):
            return shared
        # What an array among the components holds cannot be called as the array is.
        key = base = f"{site.key}.*" if site.key in self.schemas and site.key not in self.hoisted else site.key
        number = 1
        while key in self.schemas and self.hoisted.get(key) != text:
            number += 1
            key = f"{base} {number}"
        if key not in self.schemas:
            self.hoisted[key] = text
            self.schemas[key] = own | {ITEM: site.part in {"item", "value"}}
        if group is not None:
            self._shared[group[1], text] = key
        return key

    def _enum_key(self, key: str, values: list[Any]) -> str:
        """The key of an enum, which another one with other values may have where names hold dots."""
        base, number = key, 1
        while self._enums.setdefault(key, values) != values:
            number += 1
            key = f"{base} {number}"
        return key

    def _required(self, schema: dict[str, Any], key: str) -> None:
        known = schema.get("properties", {})
        if ghosts := [name for name in schema.get("required", ()) if name not in known]:
            self._tell(key, f"requires {', '.join(map(repr, ghosts))[:200]}, which is no property; not read")
            schema["required"] = [name for name in schema["required"] if name in known]
            if not schema["required"]:
                del schema["required"]
