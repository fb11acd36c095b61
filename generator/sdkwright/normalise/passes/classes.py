"""Gives the named schemas of a document their classes; asked by each pass that makes others of them."""

from collections.abc import Mapping
from typing import Any

from sdkwright.normalise.context import Context
from sdkwright.normalise.identifiers import RESERVED_CLASSES
from sdkwright.normalise.naming.classes import resource_classes, rule_schemas
from sdkwright.normalise.naming.hoisted import propose_places
from sdkwright.normalise.naming.places import Classes
from sdkwright.normalise.naming.schemas import propose_schemas
from sdkwright.normalise.passes.objects import ITEM
from sdkwright.normalise.sites import operations


def name_classes(schemas: Mapping[str, Any], context: Context, hoisted: Mapping[str, Any] | None = None) -> None:
    """Give a class to each schema that has none in the table; what has one keeps it.

    Args:
        schemas: The schemas by the vendor's names.
        context: The names and the ledger.
        hoisted: The classes of the enums that were written out in their places.
    """
    names, naming = context.names, context.configuration.names
    missing = [name for name in schemas if name not in names.schemas]
    if not missing:
        return
    what = "schemas without a name"
    vendors = [name for name in missing if ITEM not in schemas[name]]
    places = {name: schemas[name][ITEM] for name in missing if ITEM in schemas[name]}
    if not context.by_rule:
        existing = {*(hoisted or ()), *context.clients}
        tables = (names.schemas, existing, context.evidence, names.enums)
        proposals = [*propose_schemas(vendors, *tables, naming=naming)]
        taken = {*names.enums.values(), *existing, *RESERVED_CLASSES}
        proposals += propose_places(places, names, proposals, Classes(taken))
        context.give(what, proposals)
        return
    context.classes.reserve(resource_classes(names.operations.values()))
    ids = {site.operation.get("operationId"): site.key for site in operations(context.evidence.upstream)}
    known = {said: names.operations.get(key, "") for said, key in ids.items() if isinstance(said, str)}
    named = {said: name for said, name in known.items() if name}
    found = rule_schemas(vendors, schemas, naming, context.classes, context.ledger, operations=named)
    context.give(what, found)
    for proposal in [*propose_places(places, names, (), context.classes)]:
        context.give(what, [proposal])
        if (taken_by := context.classes.clashes.get(proposal.value)) is not None:
            context.ledger.tell(proposal.key[:200], f"the class {proposal.value}, for {taken_by} is taken")
