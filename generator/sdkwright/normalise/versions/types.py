"""Writes a list of types as the one that it is, with null, or as a choice of several."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

from sdkwright.normalise.schema_words import FORMATS
from sdkwright.normalise.sites import COMBINED
from sdkwright.text import clean

Tell: TypeAlias = Callable[[str], None]

_NUMBERS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_OF_TYPE: Final[dict[str, tuple[str, ...]]] = {
    "string": ("minLength", "maxLength", "pattern", "contentMediaType"),
    "integer": _NUMBERS,
    "number": _NUMBERS,
    "boolean": (),
    "array": ("items", "minItems", "maxItems", "uniqueItems"),
    "object": (
        "properties", "required", "additionalProperties", "minProperties", "maxProperties", "patternProperties",
    ),
}  # fmt: skip
_VALUES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


def plain_type(node: dict[str, Any], tell: Tell) -> None:
    """Rewrite the list of types of a schema, if it has one, in place.

    Args:
        node: The schema.
        tell: Takes what is read as less than it says.
    """
    listed = node.get("type")
    if not isinstance(listed, list):
        return
    types = [*dict.fromkeys(one for one in listed if isinstance(one, str) and one in _OF_TYPE)]
    if unknown := [one for one in listed if one not in types and one != "null"]:
        tell(f"the type {clean(unknown[0])!r} among others, which is not read")
    # Each integer is a number.
    if "number" in types and "integer" in types:
        types.remove("integer")
    del node["type"]
    if "null" in listed:
        node["nullable"] = True
    if len(types) == 1:
        node["type"] = types[0]
    elif types and set(types) != _OF_TYPE.keys() - {"integer"}:
        _choose(node, types, tell)


def _choose(node: dict[str, Any], types: list[str], tell: Tell) -> None:
    if "$ref" in node or any(word in node for word in COMBINED):
        # What is beside them says more of the value than its types do.
        return
    members = [member for kind in types if (member := _member(node, kind)) is not None]
    for kind in types:
        for word in _OF_TYPE[kind]:
            node.pop(word, None)
    for word in ("format", "enum", "const"):
        node.pop(word, None)
    if len(members) == 1:
        node.update(members[0])
    elif members:
        node["anyOf"] = members
    else:
        tell("an enum without a value of its types, read as any value")


def _member(node: dict[str, Any], kind: str) -> dict[str, Any] | None:
    """What a schema says of the values of one of its types; None if there are none."""
    member = {"type": kind} | {word: node[word] for word in _OF_TYPE[kind] if word in node}
    if node.get("format") in FORMATS.get(kind, ()):
        member["format"] = node["format"]
    if "const" in node:
        if not _fits(node["const"], kind):
            return None
        member["const"] = node["const"]
    if isinstance(node.get("enum"), list):
        member["enum"] = [value for value in node["enum"] if _fits(value, kind)]
        if not member["enum"]:
            return None
    return member


def _fits(value: object, kind: str) -> bool:
    return isinstance(value, _VALUES[kind]) and (kind == "boolean" or not isinstance(value, bool))
