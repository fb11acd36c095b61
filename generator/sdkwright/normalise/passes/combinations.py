"""Makes one schema of every `allOf`, and of every `oneOf` and `anyOf` that leaves no choice.

A union of several schemas has no type yet, so it is read as any value; the ledger tells each such place.
"""

from collections.abc import Iterator
from typing import Any, Final

from sdkwright.documents import copied
from sdkwright.errors import GeneratorError
from sdkwright.normalise.budget import Budget
from sdkwright.normalise.context import Context
from sdkwright.normalise.passes.combining_objects import Combining
from sdkwright.normalise.schema_words import ANNOTATIONS, CONSTRAINTS, SCHEMAS
from sdkwright.normalise.sites import COMBINED, SITE, inside, parts, schema_sites, whole_schemas

_CHOICES: Final = ("oneOf", "anyOf")
_NARROWING: Final = {*CONSTRAINTS, "required"}
# On what was a union while its kin are made; no document has it at last.
_UNION: Final = "x-union"


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
        self._done: set[str] = set()
        self._doing: set[str] = set()
        self._budget = Budget()
        self.count = 0

    def run(self) -> None:
        for name in self._schemas:
            self._component(name)
        for site in whole_schemas(self._document):
            site.holder[site.slot] = self._plain(site.schema, site.key)
        for schema in [*self._schemas.values(), *(site.schema for site in schema_sites(self._document))]:
            schema.pop(_UNION, None)

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
        own = {word: value for word, value in schema.items() if word not in {*COMBINED, "$ref"}}
        said: dict[str, Any] = {word: own.pop(word) for word in ANNOTATIONS if word in own}
        members = [{"$ref": schema["$ref"]}] if "$ref" in schema else []
        members += schema.get("allOf", ())
        for word in _CHOICES:
            chosen, nullable = self._chosen(schema.get(word, ()), own, members)
            if len(chosen) > 1:
                self._tell(key, f"`{word}` of {len(chosen)} schemas, read as any value")
                return said | {_UNION: True}
            members += chosen
            said |= {"nullable": True} if nullable else {}
        return self._merged([self._one(member, key) for member in members], own, said, key)

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
        if any(_UNION in content for content in contents):
            self._tell(key, "combines a union with more, read as any value")
            return said | {_UNION: True}
        return Combining(self._tell, self._one).combined(contents, key) | narrowed | said

    def _contents(self, member: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
        """What a member says, written out; nothing where it says nothing."""
        seen: set[str] = set()
        name = ""
        while "$ref" in member:
            name = str(member["$ref"]).removeprefix(SCHEMAS).replace("~1", "/").replace("~0", "~")
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
