"""Makes every union plain: what it is one of, each once, with no union and no value of any kind among it.

Null is no member: it makes the place nullable. Texts of several formats are one text, unless they are dates, times or
UUIDs, and kinds of numbers are one number.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

import attrs

from sdkwright.documents import copied
from sdkwright.normalise.budget import Budget
from sdkwright.normalise.context import Context
from sdkwright.normalise.passes.discriminators import contradiction, declare
from sdkwright.normalise.passes.objects import ITEM
from sdkwright.normalise.passes.variants import label_members
from sdkwright.normalise.references import component, reference, resolved
from sdkwright.normalise.schema_words import ANNOTATIONS, CONSTRAINTS, TITLE, VALUES
from sdkwright.normalise.sites import SITE, inside, labelled, schema_sites

_OF_MEMBERS: Final = frozenset({TITLE, VALUES})
_UNSAID: Final = frozenset({*ANNOTATIONS, *CONSTRAINTS}) - _OF_MEMBERS
_OWN_TYPES: Final = frozenset({"date", "date-time", "duration", "time", "uuid"})
"""The formats of texts that no other text is in by chance."""
_NUMBERS: Final = ("integer", "number")


def plain_unions(document: dict[str, Any], context: Context) -> int:
    """Rewrite every union in place; counts them.

    Raises:
        GeneratorError: What is written out grows too large.
    """
    work = _Work(document, context)
    work.run()
    return work.count


@attrs.define
class _Found:
    """What a union is one of."""

    members: list[dict[str, Any]] = attrs.field(factory=list)
    nullable: bool = False
    anything: bool = False
    discriminators: dict[str, None] = attrs.field(factory=dict)


class _Work:
    def __init__(self, document: dict[str, Any], context: Context) -> None:
        self._document, self._tell = document, context.ledger.tell
        self._schemas: dict[str, Any] = document["components"]["schemas"]
        self._done: set[str] = set()
        # Kept, so that no other list has the same id.
        self._plain: dict[int, list[Any]] = {}
        self._budget = Budget()
        self.count = 0

    def run(self) -> None:
        for name in [*self._schemas]:
            self._component(name)
        # What is written out holds unions of its own.
        while pending := [site for site in schema_sites(self._document) if self._is_open(site.schema)]:
            for site in pending:
                self._rewrite(site.schema, site.key, frozenset())

    def _is_open(self, schema: dict[str, Any]) -> bool:
        return "oneOf" in schema and id(schema["oneOf"]) not in self._plain

    def _component(self, name: str) -> None:
        if name not in self._done:
            self._done.add(name)
            if self._is_open(self._schemas[name]):
                self._rewrite(self._schemas[name], name, frozenset({name}))
                self._apart(self._schemas[name], name)

    def _apart(self, schema: dict[str, Any], name: str) -> None:
        """Make components of what is written out in a named union: it stands in others too, and may hold the union."""
        for place, member in enumerate(schema.get("oneOf", ())):
            if not any("properties" in one for one in (member, *(site.schema for site in inside(name, member)))):
                continue
            key = member.pop(SITE, "") or labelled(name, str(member.get("type", "")))
            while key in self._schemas:
                key = labelled(name, f"{key.removeprefix(f'{name} <').removesuffix('>')}_")
            values = {VALUES: member.pop(VALUES)} if VALUES in member else {}
            self._schemas[key] = member | {ITEM: False}
            schema["oneOf"][place] = {"$ref": reference(key)} | values

    def _rewrite(self, schema: dict[str, Any], key: str, path: frozenset[str]) -> None:
        self.count += 1
        found = _Found(discriminators=_named(schema))
        self._collect(schema, key, path, found, shared=False)
        members = [*_each_once(self._joined(found.members, key))]
        rest = {word: value for word, value in schema.items() if word not in {"oneOf", "discriminator"}}
        rest |= {"nullable": True} if found.nullable else {}
        schema.clear()
        if found.anything or not members:
            self._tell(key, "a union with any value in it, read as any value")
            schema |= rest
        elif len(members) == 1:
            # What it says of itself counts for less than what the place says.
            schema |= {word: value for word, value in members[0].items() if word not in _OF_MEMBERS} | rest
        else:
            names = self._believed(members, found.discriminators, key)
            label_members(members, key, next(iter(names), ""))
            self._plain[id(members)] = members
            schema |= {"oneOf": members} | rest
            if len(names) == 1 and any(VALUES in member for member in members):
                schema["discriminator"] = {"propertyName": (name := next(iter(names)))}
                self._declare(members, name, key)
            else:
                for member in members:
                    member.pop(VALUES, None)

    def _believed(self, members: list[dict[str, Any]], names: dict[str, None], key: str) -> dict[str, None]:
        """The discriminators, or none where members contradict the one, of which values tell nothing then."""
        name = next(iter(names), "")
        why = contradiction(members, name, self._schemas) if len(names) == 1 else ""
        if not why:
            return names
        self._tell(key, f"the discriminator {name} is not read: {why}")
        for member in members:
            member.pop(VALUES, None)
        return {}

    def _declare(self, members: list[dict[str, Any]], name: str, key: str) -> None:
        """Give each object that a value tells apart the property for it where it has none."""
        for member in members:
            if VALUES in member:
                declare(resolved(member, self._schemas), name, partial(self._tell, key))

    def _collect(self, schema: dict[str, Any], key: str, path: frozenset[str], found: _Found, *, shared: bool) -> None:
        """Add what a union is one of, written out where a member is a union itself.

        Args:
            schema: The union.
            key: The place of the whole, for what is told.
            path: The components that lead there.
            found: Takes the members.
            shared: Whether the union stands elsewhere too.
        """
        for member in schema["oneOf"]:
            target, within, is_shared = member, path, shared
            while (name := self._unnamed(target)) is not None and name not in within:
                found.nullable |= target.get("nullable") is True
                target, within, is_shared = self._schemas[name], within | {name}, True
            if name is not None:
                self._tell(key, "a union that is one of itself, which is not read there")
                continue
            found.nullable |= target.get("nullable") is True
            if "oneOf" in target:
                found.discriminators |= _named(target)
                self._collect(target, key, within, found, shared=is_shared)
            else:
                self._add(member, target, found, shared=is_shared)

    def _unnamed(self, schema: dict[str, Any]) -> str | None:
        """The component that a schema refers to, if that is no class but another name, a plain value or a union."""
        name = component(schema["$ref"], self._schemas) if "$ref" in schema else None
        if name is None:
            return None
        self._component(name)
        target = self._schemas[name]
        is_plain = "enum" not in target and target.get("type") not in {"array", "object"} and "properties" not in target
        return name if is_plain else None

    def _add(self, member: dict[str, Any], target: dict[str, Any], found: _Found, *, shared: bool) -> None:
        said = {word: value for word, value in target.items() if word not in _UNSAID}
        if "$ref" in target:
            name = component(target["$ref"], self._schemas)
            found.nullable |= name is not None and self._schemas[name].get("nullable") is True
        if not set(said) - _OF_MEMBERS:
            found.anything = True
            return
        if shared:
            self._budget.spend(said)
            said = copied(said)
        # The outer union says more of its members than an inner one.
        if ("$ref" in said) == ("$ref" in member):
            said |= {word: member[word] for word in _OF_MEMBERS if word in member}
        found.members.append(said)

    def _joined(self, members: list[dict[str, Any]], key: str) -> Iterator[dict[str, Any]]:
        """The members, with plain values of one JSON type as one of them; a text of a type of its own is apart."""
        texts = [
            member for member in members if _is_plain(member, ("string",)) and member.get("format") not in _OWN_TYPES
        ]
        numbers = [member for member in members if _is_plain(member, _NUMBERS)]
        if len({member.get("format") for member in texts}) > 1:
            self._tell(key, "texts of several formats, read as text")
        text = {"type": "string"} | (_shared_format(texts) if texts else {})
        number = {"type": "number" if any(member["type"] == "number" for member in numbers) else "integer"}
        enums: dict[str, dict[str, Any]] = {}
        for member in members:
            if member in texts:
                yield text
            elif member in numbers:
                yield number
            elif "enum" in member:
                kind = str(member["type"])
                if kind in enums:
                    enums[kind]["enum"] += [value for value in member["enum"] if value not in enums[kind]["enum"]]
                else:
                    enums[kind] = member
                    yield member
            else:
                yield member


def _named(schema: dict[str, Any]) -> dict[str, None]:
    """The name of the property that tells the members of a union apart, if it has one."""
    return {schema["discriminator"]["propertyName"]: None} if "discriminator" in schema else {}


def _is_plain(member: dict[str, Any], kinds: tuple[str, ...]) -> bool:
    return member.get("type") in kinds and "enum" not in member


def _shared_format(texts: list[dict[str, Any]]) -> dict[str, Any]:
    formats = {str(member.get("format", "")) for member in texts}
    found = formats.pop() if len(formats) == 1 else ""
    # A number in a text is no kind of its own among other values.
    return {"format": found} if found not in {"", "decimal"} else {}


def _each_once(members: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    for member in members:
        plain = {word: value for word, value in member.items() if word not in _OF_MEMBERS}
        if plain in seen:
            continue
        seen.append(plain)
        yield member
