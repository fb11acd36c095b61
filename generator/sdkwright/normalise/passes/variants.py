"""Says what the members of a union are called that are written out in it, and which value stands for which."""

from collections import Counter
from typing import Any, Final

from sdkwright.normalise.schema_words import TITLE, VALUES
from sdkwright.normalise.sites import SITE, label_of, labelled

_TELLING: Final = ("type", "kind", "object")
_LONGEST: Final = 40


def label_members(members: list[dict[str, Any]], key: str, discriminator: str) -> None:
    """Give each object that is written out in a union the key that names it, and the value that stands for it.

    An object is called by its title, by the value that tells it apart, by a property that it alone requires, or else
    by its place.

    Args:
        members: The members of the union, changed in place.
        key: The key of the union.
        discriminator: The property that tells them apart; empty if there is none.
    """
    written_out = [member for member in members if "properties" in member]
    counted = Counter(name for member in members for name in {*member.get("required", ())})
    used: set[str] = set()
    for number, member in enumerate(written_out, 1):
        if discriminator and VALUES not in member and (values := _values(member, discriminator)):
            member[VALUES] = values
        title = label_of(member.pop(TITLE, ""))
        value = label_of(_literal(member, discriminator))
        alone = label_of(next((name for name in member.get("required", ()) if counted[name] == 1), ""))
        wanted = title or value or (f"With{alone[:1].upper()}{alone[1:]}" if alone else "")
        label = wanted if wanted and wanted not in used else f"{wanted}{number}"
        used.add(label)
        member.setdefault(SITE, labelled(key, label))
    for member in members:
        member.pop(TITLE, None)


def _values(member: dict[str, Any], name: str) -> list[str]:
    found = member["properties"].get(name, {}).get("enum", ())
    return [str(value) for value in found]


def _literal(member: dict[str, Any], discriminator: str) -> str:
    """The value that tells an object apart: of the discriminator, or of a property that has only one."""
    if given := member.get(VALUES):
        return str(given[0])
    names = [discriminator, *_TELLING, *sorted(member.get("required", ())), *sorted(member["properties"])]
    literals = (member["properties"].get(name, {}).get("enum", ()) for name in names)
    return next((str(values[0])[:_LONGEST] for values in literals if len(values) == 1), "")
