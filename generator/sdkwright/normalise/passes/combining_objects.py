"""Makes one schema of several that hold for one value together, as `allOf` says."""

from collections.abc import Callable
from typing import Any, Final

from sdkwright.normalise.schema_words import ANNOTATIONS, CONSTRAINTS, DIRECTIONS
from sdkwright.normalise.sites import SITE

_OF_OBJECTS: Final = ("properties", "required", "additionalProperties")
_SHOWN: Final = 100


class Combining:
    """Combines schemas without combinations of their own.

    Args:
        tell: Takes a place and what is read otherwise there.
        one: Makes one schema of a combination, for a place.
    """

    def __init__(self, tell: Callable[[str, str], None], one: Callable[[dict[str, Any], str], dict[str, Any]]) -> None:
        self._tell, self._one = tell, one

    def combined(self, contents: list[dict[str, Any]], key: str) -> dict[str, Any]:
        """One schema of several, none of which is a reference.

        Args:
            contents: The schemas; where two of them differ, the later one holds.
            key: The place, for what is told.
        """
        contents = [content for content in contents if content]
        kinds = {_kind(content) for content in contents} - {None}
        if len(kinds) > 1:
            # Which properties are required says nothing of what has none.
            contents = [content for content in contents if not _asks(content)]
            kinds = {_kind(content) for content in contents} - {None}
        if kinds == {"object"}:
            return self._object(contents, key)
        if len(kinds) > 1:
            self._tell(key, f"`allOf` of the types {', '.join(sorted(map(str, kinds)))}, read as any value")
            return {}
        found: dict[str, Any] = {}
        for content in contents:
            values = _common_values(found, content)
            if not values:
                self._tell_other(found, content, key)
            found |= content | ({"enum": values} if values else {})
        return found

    def _object(self, contents: list[dict[str, Any]], key: str) -> dict[str, Any]:
        properties: dict[str, Any] = {}
        required: dict[str, None] = {}
        extras: Any = None
        rest: dict[str, Any] = {}
        for content in contents:
            for name, value in content.get("properties", {}).items():
                known = properties.get(name)
                properties[name] = value if known is None else self._both(known, value, f"{key}.{name}")
            required |= dict.fromkeys(content.get("required", ()))
            if more := content.get("additionalProperties"):
                self._tell_other({} if extras is None else {"values": extras}, {"values": more}, key)
                extras = more
            rest |= {word: value for word, value in content.items() if word in CONSTRAINTS}
        found: dict[str, Any] = {"type": "object"}
        found |= {"properties": properties} if properties else {}
        found |= {"required": [*required]} if required else {}
        if extras is not None and (properties or extras is not True):
            found["additionalProperties"] = extras
        return found | rest

    def _both(self, old: dict[str, Any], new: dict[str, Any], key: str) -> dict[str, Any]:
        """A property that two of the schemas have: who may set it is said by either."""
        said = {word: True for word in DIRECTIONS if old.get(word) is True or new.get(word) is True}
        is_narrowed = "required" in new and _asks(new) and not _asks(old)
        return (self._required if is_narrowed else self._redefined)(old, new, key) | said

    def _redefined(self, old: dict[str, Any], new: dict[str, Any], key: str) -> dict[str, Any]:
        """A property that two of the schemas have."""
        if _plain(old) == _plain(new) or set(new) <= {*ANNOTATIONS, *CONSTRAINTS}:
            return old | {word: value for word, value in new.items() if word != SITE}
        if set(old) <= {*ANNOTATIONS, *CONSTRAINTS}:
            return old | new
        if (values := _common_values(old, new)) and _kind(old) == _kind(new):
            sites = [schema.get(SITE) for schema in (new, old) if schema.get("enum") == values]
            found = {word: value for word, value in (new | {"enum": values}).items() if word != SITE}
            return found | ({SITE: sites[0]} if sites and sites[0] else {})
        if "properties" in old and "properties" in new:
            both = [{word: value for word, value in node.items() if word != SITE} for node in (old, new)]
            return self._one({"allOf": both}, key)
        if "properties" in old and _kind(new) not in {None, "object"}:
            # One of the two is meant, and only one of them has fields.
            self._tell(key, "said twice in kinds that exclude each other, read as either")
            said = {word: new[word] for word in ANNOTATIONS if word in new}
            return {"oneOf": [{word: value for word, value in new.items() if word not in said}, old]} | said
        self._tell_other(old, new, key)
        return new

    def _required(self, old: dict[str, Any], new: dict[str, Any], key: str) -> dict[str, Any]:
        """A property of which another of the schemas says what it has to hold, and nothing else."""
        if "properties" in old:
            return self._one({"allOf": [{word: value for word, value in old.items() if word != SITE}, new]}, key)
        self._tell(key, f"{', '.join(map(str, new['required']))[:_SHOWN]}: required of what declares no properties")
        return old | {word: value for word, value in new.items() if word in {*ANNOTATIONS, *CONSTRAINTS}}

    def _tell_other(self, old: dict[str, Any], new: dict[str, Any], key: str) -> None:
        if old and _plain(old) != _plain(new):
            self._tell(key, "said twice in other ways; the last one holds")


def _asks(schema: dict[str, Any]) -> bool:
    """Whether a schema says nothing of what a value is, but only what is asked of it."""
    return set(schema) <= {"required", *ANNOTATIONS, *CONSTRAINTS}


def _kind(content: dict[str, Any]) -> str | None:
    if any(word in content for word in _OF_OBJECTS):
        return "object"
    return content.get("type")


def _common_values(old: dict[str, Any], new: dict[str, Any]) -> list[Any]:
    """The values that both of two schemas allow, where one of them lists some."""
    listed = [schema["enum"] for schema in (old, new) if "enum" in schema]
    return [value for value in listed[0] if value in listed[-1]] if listed else []


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without what its place says of it."""
    return {word: value for word, value in schema.items() if word not in {SITE, *ANNOTATIONS}}
