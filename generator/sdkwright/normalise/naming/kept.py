"""Keeps the names of a project by rule where a later document would give its things others.

The rule knows one document. What stands at the same address in two has the name that it had; so has what moved to
another address and kept its content, as far as that can be concluded.
"""

from typing import Any

import attrs

from sdkwright.config import Configuration
from sdkwright.errors import GeneratorError
from sdkwright.normalise.names import Names
from sdkwright.normalise.naming.complete import complete, with_names
from sdkwright.normalise.naming.proposal import Proposal
from sdkwright.normalise.overlay import Overlay


def kept(
    old: dict[str, Any], new: dict[str, Any], overlay: Overlay, names: Names, *, name: str, configuration: Configuration
) -> list[Proposal]:
    """The names that the rule would move, as they were; none for a project whose names a person decides on.

    Args:
        old: The earlier document.
        new: The later one.
        overlay: The corrections to both.
        names: The public names so far.
        name: What to call the later document in an error.
        configuration: What the project declares.

    Raises:
        GeneratorError: One of the documents cannot be normalised.
    """
    if configuration.names.mode != "by-rule":
        return []

    def named(document: dict[str, Any], table: Names, previous: dict[str, Any] | None = None) -> dict[Any, Proposal]:
        _, found = complete(
            document, overlay, table, name=name, configuration=configuration, previous=previous, complaints=[]
        )
        return {(proposal.table, proposal.key): proposal for proposal in found}

    before, concluded = named(old, names), named(new, names, old)
    now = named(new, names)
    pinned = [
        attrs.evolve(ruled, value=wanted, origin=f"as it was; by rule it would be {ruled.value}")
        for place, ruled in now.items()
        if (wanted := (before.get(place) or concluded.get(place, ruled)).value) != ruled.value
    ]
    try:
        named(new, with_names(names, pinned))
    except GeneratorError:
        # Something else of the new document has one of these names for a better reason.
        return []
    return pinned
