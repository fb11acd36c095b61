"""Proposes a public class for an object that is written out in its place."""

from collections.abc import Iterable, Iterator, Mapping

from sdkwright.normalise.names import Names
from sdkwright.normalise.naming import places
from sdkwright.normalise.naming.proposal import Proposal
from sdkwright.normalise.naming.words import camel

_ITEM = ".*"


def propose_places(
    found: Mapping[str, bool], names: Names, others: Iterable[Proposal], classes: places.Classes
) -> Iterator[Proposal]:
    """A class for each object, the outer ones first.

    Args:
        found: The keys of the places, each with whether the object is an item of the array or map there.
        names: The public names so far.
        others: What is proposed for the vendor's own schemas.
        classes: What is taken besides what the table and `others` have.
    """
    schemas = names.schemas | {proposal.key: proposal.value for proposal in others}
    classes.reserve(schemas.values())
    for key in sorted(found):
        owner = key.removesuffix(_ITEM)
        wanted = [places.by_key(key, schemas, names.operations, item=found[key])]
        if found[key] and (listed := places.of_listed(owner, names.operations)):
            wanted.insert(0, listed)
        if owner != key:
            array = schemas.get(owner) or camel(owner)
            wanted = [places.of_item(array), f"{array}Item"]
        schemas[key] = classes.take(*wanted)
        yield Proposal("schemas", key, schemas[key], f"the object at {owner}")
