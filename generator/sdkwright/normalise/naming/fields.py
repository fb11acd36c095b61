"""Names fields, members and arguments by rule, each among those beside it alone."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sdkwright.normalise.identifiers import OF_EVERY_MODEL, is_snake, snake, spelled
from sdkwright.normalise.naming.proposal import unique
from sdkwright.normalise.naming.words import safe_snake

_SIGNED: Final = re.compile(r"[+-]\s*[0-9]")


def field_name(wire: str, fallback: str = "value") -> str:
    """A name on the wire as one in Python: `plus_1` for `+1`, `class_` for `class`; what has no letter is spelled.

    Args:
        wire: The name on the wire.
        fallback: What stands before, or for, what cannot stand alone.
    """
    found = spelled(wire) if _SIGNED.match(wire) else snake(wire)
    if not is_snake(found):
        found = safe_snake(found or spelled(wire), fallback)
    return found


def _free(name: str) -> str:
    return f"{name}_" if name in OF_EVERY_MODEL else name


def rule_fields(wires: Iterable[str], table: Mapping[str, str], fallback: str = "value") -> dict[str, str]:
    """A name for each name on the wire, all different, whatever their order.

    What is named by the table comes first, then what is a name in Python as it is, then the others by name.

    Args:
        wires: The names on the wire.
        table: Those that have a name.
        fallback: As for `field_name`.
    """
    names = {wire: table.get(wire) or _free(field_name(wire, fallback)) for wire in wires}
    chosen: dict[str, str] = {}
    used: set[str] = set()
    for wire in sorted(names, key=lambda wire: (wire not in table, names[wire] != wire, wire)):
        found = names[wire]
        if found in used:
            found = _free(safe_snake(spelled(wire), fallback))
        if found in used:
            found = unique(names[wire], used, joint="_")
        used.add(found)
        chosen[wire] = found
    return chosen
