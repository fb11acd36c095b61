"""Compares what a discriminator says of the members of a union with what they say of the property themselves."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sdkwright.normalise.references import component, resolved
from sdkwright.normalise.schema_words import STATED, VALUES
from sdkwright.text import clean

_KINDS: Final[dict[str, Callable[[str], Any]]] = {"string": str, "integer": int}


def contradiction(members: list[dict[str, Any]], name: str, schemas: dict[str, Any]) -> str:
    """Why a property cannot tell the members of a union apart; empty where it can.

    A member that nobody mapped gets the values that it states itself in place of its name.

    Args:
        members: The members, with the values that stand for those that are components.
        name: The property.
        schemas: The components.
    """
    unmapped = [one.get(VALUES) == [component(one.get("$ref", ""), schemas)] for one in members]
    is_silent = any(
        is_unmapped and name not in resolved(one, schemas).get("properties", {})
        for one, is_unmapped in zip(members, unmapped, strict=True)
    )
    seen: set[str] = set()
    for member, is_unmapped in zip(members, unmapped, strict=True):
        own = _listed(member, name, schemas)
        if own and is_unmapped:
            if is_silent:
                return "a member has values of its own, and another none"
            member[VALUES] = own
        values = {*member.get(VALUES, own)}
        if own and values.isdisjoint(own):
            return _lists_others(member[VALUES])
        if values & seen:
            return "a value stands for two members"
        seen |= values
    return ""


def _lists_others(values: list[str]) -> str:
    return f"what {clean(', '.join(values))} stands for lists others"


def _listed(member: dict[str, Any], name: str, schemas: dict[str, Any]) -> list[str]:
    """The values that an object itself says a property may have; none where it does not say."""
    properties = resolved(member, schemas).get("properties", {})
    return [str(value) for value in resolved(properties.get(name, {}), schemas).get("enum", ()) if value is not None]


def declare(schema: dict[str, Any], name: str, tell: Callable[[str], None]) -> None:
    """Give an object the property that tells it apart where it has none: else the value is lost.

    Args:
        schema: The object, changed in place.
        name: The property.
        tell: Takes what is added.
    """
    properties = schema.get("properties", {})
    if schema.get("type") == "object" and name not in properties:
        schema["properties"] = properties | {name: {"type": "string"}}
        tell(f"{name} tells apart what does not declare it, which gets it as a text")


def state(
    schema: dict[str, Any], name: str, values: list[str], schemas: dict[str, Any], tell: Callable[[str], None]
) -> None:
    """Note for examples which values the discriminator has in the only member of a union.

    Args:
        schema: The member, whose property is changed in place.
        name: The discriminator.
        values: What stands for the member.
        schemas: The components.
        tell: Takes what is added, or not believed.
    """
    target = resolved(schema, schemas)
    own = _listed(target, name, schemas)
    if own and {*values}.isdisjoint(own):
        tell(f"the discriminator {name} is not read: {_lists_others(values)}")
        return
    declare(target, name, tell)
    found = target.get("properties", {}).get(name, {})
    listed = resolved(found, schemas)
    if "format" not in listed and (kept := [*_typed(values, listed)]):
        # Another union of the same member may have a value of its own.
        found[STATED] = [*dict.fromkeys([*found.get(STATED, ()), *kept])]


def _typed(values: list[str], schema: Mapping[str, Any]) -> Iterator[Any]:
    """The values as the property has them, as far as it may have them."""
    make = _KINDS.get(schema.get("type", ""))
    if make is None:
        return
    for value in values:
        if (make is str or value.removeprefix("-").isdecimal()) and value in map(str, schema.get("enum", [value])):
            yield make(value)
