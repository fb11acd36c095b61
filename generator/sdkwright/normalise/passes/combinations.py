"""Makes one schema of every `allOf`, and one `oneOf` of every choice: of what is combined with a union, each member is.

A choice of one schema, of one and null, or of demands alone is no union. What a base class stands for is one.
"""

import math
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import product
from typing import Any, Final

from sdkwright.documents import copied
from sdkwright.errors import GeneratorError
from sdkwright.normalise.budget import Budget
from sdkwright.normalise.context import Context
from sdkwright.normalise.passes.base_classes import take_bases, use_unions, values_of
from sdkwright.normalise.passes.combining_objects import Combining
from sdkwright.normalise.passes.discriminators import state
from sdkwright.normalise.references import component
from sdkwright.normalise.schema_words import ANNOTATIONS, CONSTRAINTS, TITLE, VALUES
from sdkwright.normalise.sites import COMBINED, SITE, inside, label_of, parts, whole_schemas

_CHOICES: Final = ("oneOf", "anyOf")
_NARROWING: Final = {*CONSTRAINTS, "required"}
_OF_OBJECTS: Final = ("properties", "items")
_SHOWN: Final = 100
_MOST: Final = 64
"""Members that a union may have by being combined with others."""


def one_schema_each(document: dict[str, Any], context: Context) -> int:
    """Replace every combination of schemas by the one schema that it is; counts the combinations.

    Raises:
        GeneratorError: Schemas refer to each other through `allOf` too deeply, or would grow too large.
    """
    work = _Work(document, context)
    try:
        work.run()
    except RecursionError:
        raise GeneratorError(
            "the schemas are combined through `allOf` too deeply; write some of them out with the overlay."
        ) from None
    return work.count


class _Work:
    def __init__(self, document: dict[str, Any], context: Context) -> None:
        self._document, self._tell = document, context.ledger.tell
        self._schemas: dict[str, Any] = document["components"]["schemas"]
        self._bases = take_bases(self._schemas, self._tell)
        self._done: set[str] = set()
        self._doing: set[str] = set()
        self._budget = Budget()
        self._alone: list[tuple[dict[str, Any], str, list[str], str]] = []
        self.count = 0

    def run(self) -> None:
        for name in self._schemas:
            self._component(name)
        for site in whole_schemas(self._document):
            site.holder[site.slot] = self._plain(site.schema, site.key)
        # Not before everything is one schema, with all of its properties.
        for schema, name, values, key in self._alone:
            state(schema, name, values, self._schemas, partial(self._tell, key))
        use_unions(self._document, self._bases)

    def _component(self, name: str) -> dict[str, Any] | None:
        """A named schema without combinations; None where it is being made just now."""
        if name in self._doing or name not in self._schemas:
            return None
        if name not in self._done:
            self._doing.add(name)
            self._schemas[name] = self._plain(self._schemas[name], name)
            self._doing.remove(name)
            self._done.add(name)
        found: dict[str, Any] = self._schemas[name]
        return found

    def _plain(self, schema: dict[str, Any], key: str) -> dict[str, Any]:
        """A schema without combinations, nor in anything that is inside it."""
        schema = self._one(schema, key)
        for site in parts(key, schema):
            site.holder[site.slot] = self._plain(site.schema, site.key)
        return schema

    def _one(self, schema: dict[str, Any], key: str) -> dict[str, Any]:
        if not _is_combined(schema):
            return schema
        self.count += 1
        own = {word: value for word, value in schema.items() if word not in {*COMBINED, "$ref", "discriminator"}}
        said: dict[str, Any] = {word: own.pop(word) for word in ANNOTATIONS if word in own}
        members = [{"$ref": schema["$ref"]}] if "$ref" in schema else []
        members += schema.get("allOf", ())
        made = [self._one(member, key) for member in members]
        unions, alone = [], []
        for word in _CHOICES:
            chosen, nullable = self._chosen(schema.get(word, ()), own, members)
            if len(chosen) > 1:
                if not members:
                    self._require(chosen, own, key)
                unions.append(self._union(chosen, schema.get("discriminator", {}), key))
            else:
                made += [self._one(member, key) for member in chosen]
                alone += chosen
            said |= {"nullable": True} if nullable else {}
        if unions and not any(own.get(word) for word in _OF_OBJECTS) and own.get("additionalProperties", True) is True:
            # What it demands beside the union is said of every member.
            kept = ("type", "format", *CONSTRAINTS, *(["required"] if made else []))
            own = {word: own[word] for word in kept if word in own}
        merged = self._merged([*made, *unions], own, said, key)
        if not unions and "discriminator" in schema:
            self._only(alone, merged, schema["discriminator"], key)
        return merged

    def _only(
        self, chosen: list[dict[str, Any]], made: dict[str, Any], discriminator: Mapping[str, Any], key: str
    ) -> None:
        """Keep what a discriminator says of the only member of a union, which what is made of both has to hold."""
        name = component(chosen[0].get("$ref", ""), self._schemas) if len(chosen) == 1 else None
        if name is None:
            self._tell(key, "`discriminator` is not read")
        else:
            mapped = values_of(discriminator, self._schemas, partial(self._tell, key))
            self._alone.append((made, discriminator["propertyName"], mapped.get(name, [name]), key))

    def _union(self, chosen: list[dict[str, Any]], discriminator: Mapping[str, Any], key: str) -> dict[str, Any]:
        """A union of several schemas, each reference among them with the values that stand for it."""
        if not discriminator:
            return {"oneOf": chosen}
        mapped = values_of(discriminator, self._schemas, partial(self._tell, key))
        members = []
        for member in chosen:
            name = component(member["$ref"], self._schemas) if "$ref" in member else None
            members.append(member if name is None else member | {VALUES: mapped.get(name, [name])})
        return {"oneOf": members, "discriminator": {"propertyName": discriminator["propertyName"]}}

    def _require(self, chosen: list[dict[str, Any]], own: dict[str, Any], key: str) -> None:
        """Ask each member of a union that is written out for what is required beside the union and declared by it."""
        if "required" not in own or "properties" in own:
            return
        for member in chosen:
            name = component(member["$ref"], self._schemas) if "$ref" in member else None
            found = member if name is None else self._component(name) or {}
            known = found.get("required", [])
            wanted = [wire for wire in own["required"] if wire in found.get("properties", ()) and wire not in known]
            if name is None:
                member.update({"required": [*known, *wanted]} if wanted else {})
            elif wanted:
                # The class is used elsewhere, too.
                self._tell(key, f"{', '.join(wanted)[:_SHOWN]}: required beside the union, and not in {name[:_SHOWN]}")

    def _chosen(
        self, choices: list[dict[str, Any]], own: dict[str, Any], members: list[dict[str, Any]]
    ) -> tuple[list[dict[str, Any]], bool]:
        """The members of a choice that say what a value is, each once, and whether null is another one."""
        is_object = own.get("type") == "object" or any("$ref" in member or "properties" in member for member in members)
        real: list[dict[str, Any]] = []
        nullable = False
        for choice in choices:
            words = {word for word in choice if word not in ANNOTATIONS and word not in _NARROWING}
            if not words and choice.get("nullable") is True:
                nullable = True
            elif (not words and not _NARROWING.isdisjoint(choice)) or (
                is_object and words == {"type"} and choice["type"] == "object"
            ):
                continue
            elif choice not in real:
                real.append(choice)
        return real, nullable

    def _merged(
        self, members: list[dict[str, Any]], own: dict[str, Any], said: dict[str, Any], key: str
    ) -> dict[str, Any]:
        telling = [member for member in [*members, own] if not set(member) <= {*ANNOTATIONS, *CONSTRAINTS}]
        # That it is an object says nothing beside what says which one.
        telling = [member for member in telling if _says_more(member)] or telling[:1]
        silent = [member for member in members if member not in telling]
        for member in [*silent, *(telling[:1] if len(telling) == 1 else ())]:
            said = {word: member[word] for word in ANNOTATIONS if word in member} | said
        narrowed = {word: value for member in [*silent, own] for word, value in member.items() if word in CONSTRAINTS}
        if not telling:
            return narrowed | said
        if len(telling) == 1:
            return telling[0] | narrowed | said
        contents = [content for member in telling for content in self._contents(member, key)]
        if any("oneOf" in content for content in contents):
            return self._distributed(contents, key) | said
        return Combining(self._tell, self._one).combined(contents, key) | narrowed | said

    def _distributed(self, contents: list[dict[str, Any]], key: str) -> dict[str, Any]:
        """A union of what each member of the unions among some schemas is together with the others."""
        unions = [content for content in contents if "oneOf" in content]
        others = [content for content in contents if "oneOf" not in content]
        if math.prod(len(union["oneOf"]) for union in unions) > _MOST:
            self._tell(key, f"a union of more than {_MOST} combinations, read as any value")
            return {}
        members = []
        for chosen in product(*(union["oneOf"] for union in unions)):
            made = self._merged([*others, *(self._one(member, key) for member in chosen)], {}, {}, key)
            if not set(made) <= {*ANNOTATIONS, *CONSTRAINTS}:
                members.append(made | self._called(chosen))
        if len(members) == 1:
            return {word: value for word, value in members[0].items() if word not in {VALUES, TITLE}}
        named = [union["discriminator"] for union in unions if "discriminator" in union]
        return ({"oneOf": members} if members else {}) | ({"discriminator": named[0]} if len(named) == 1 else {})

    def _called(self, chosen: tuple[dict[str, Any], ...]) -> dict[str, Any]:
        """What a member of a union is called that is made of several, and the values that stand for it."""
        names = [
            label_of(component(member["$ref"], self._schemas) if "$ref" in member else member.get(TITLE, ""))
            for member in chosen
        ]
        values = next((member[VALUES] for member in chosen if VALUES in member), None)
        title = "And".join(name[:1].upper() + name[1:] for name in names if name)
        return ({TITLE: title} if title else {}) | ({} if values is None else {VALUES: values})

    def _contents(self, member: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
        """What a member says, written out; nothing where it says nothing."""
        seen: set[str] = set()
        name = ""
        while "$ref" in member:
            name = component(member["$ref"], self._schemas) or ""
            found = self._component(name) if name not in seen else None
            seen.add(name)
            if found is None:
                self._tell(key, f"combines itself through {name[:100]}, which is not read there")
                return
            member = found
        content = {word: value for word, value in copied(member).items() if word not in ANNOTATIONS}
        self._budget.spend(content)
        for site in inside(name, content) if name else ():
            # What is written out there is the same thing here.
            if "enum" in site.schema or "properties" in site.schema:
                site.schema.setdefault(SITE, site.key)
        yield content


def _says_more(member: dict[str, Any]) -> bool:
    return member.get("type") != "object" or not set(member) <= {"type", *ANNOTATIONS, *CONSTRAINTS}


def _is_combined(schema: dict[str, Any]) -> bool:
    if any(word in schema for word in COMBINED):
        return True
    return "$ref" in schema and not {"properties", "required", "additionalProperties"}.isdisjoint(schema)
