"""Proposes a public class for an object that is written out in its place."""

from collections.abc import Iterable, Iterator, Mapping

from sdkwright.normalise.identifiers import RESERVED_CLASSES
from sdkwright.normalise.names import Names
from sdkwright.normalise.naming import places
from sdkwright.normalise.naming.proposal import Proposal
from sdkwright.normalise.naming.words import camel

_ITEM = ".*"


def propose_places(
    found: Mapping[str, bool], names: Names, others: Iterable[Proposal], existing: Iterable[str]
) -> Iterator[Proposal]:
    """A class for each object, the outer ones first.

    Args:
        found: The keys of the places, each with whether the object is an item of the array or map there.
        names: The public names so far.
        others: What is proposed for the vendor's own schemas.
        existing: Further names of classes.
    """
    schemas = names.schemas | {proposal.key: proposal.value for proposal in others}
    taken = places.Classes({*schemas.values(), *names.enums.values(), *existing, *RESERVED_CLASSES})
    for key in sorted(found):
        owner = key.removesuffix(_ITEM)
        wanted = places.by_key(key, schemas, names.operations, item=found[key])
        if owner != key:
            wanted = places.of_item(schemas.get(owner) or camel(owner))
        schemas[key] = taken.take(wanted)
        yield Proposal("schemas", key, schemas[key], f"the object at {owner}")
