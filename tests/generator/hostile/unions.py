"""Where hostile documents say what tells the members of a union apart."""

from collections.abc import Callable
from typing import Any

from tests.generator.hostile.base import Draft
from tests.generator.hostile.position import Position

_MEMBERS = ("NoteCreateApi", "ErrorInfo")


def _union(draft: Draft, name: str, **mapping: str) -> None:
    members = [{"$ref": f"#/components/schemas/{member}"} for member in _MEMBERS]
    discriminator = {"propertyName": name, "mapping": {"plain": "ErrorInfo"} | mapping}
    draft.schemas["NoteApi"]["properties"]["Choice"] = {"oneOf": members, "discriminator": discriminator}
    draft.names["schemas"]["NoteApi.Choice"] = "NoteChoice"
    if name != "Kind":
        # No member declares it, so each gets a property for it.
        draft.names["properties"][name] = "variant"


def _mapped(to: str) -> Callable[[Draft, Any], None]:
    return lambda draft, payload: _union(draft, "Kind", **{payload: to})


UNIONS: dict[str, Position] = {
    "discriminator": Position(_union, takes_values=False, fate="named", among=("Code", "Colour", "Price"), unfit='a"b'),
    "discriminator's value": Position(_mapped("NoteCreateApi"), benign="other", takes_values=False, fate="named"),
    "discriminator's value for nothing": Position(_mapped("Nowhere"), benign="other", takes_values=False, fate="named"),
    "discriminator's target": Position(lambda draft, payload: _union(draft, "Kind", other=payload), takes_values=False),
}
