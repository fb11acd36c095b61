"""Gives the named schemas of a document their classes; asked by each pass that makes others of them."""

from collections.abc import Mapping
from typing import Any

from sdkwright.normalise.context import Context
from sdkwright.normalise.naming.classes import resource_classes, rule_schemas
from sdkwright.normalise.naming.schemas import propose_schemas


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
    if context.by_rule:
        context.classes.reserve(resource_classes(names.operations.values()))
        context.give(what, rule_schemas(missing, schemas, naming, context.classes, context.ledger))
    else:
        existing = {*(hoisted or ()), *context.clients}
        context.give(
            what, [*propose_schemas(missing, names.schemas, existing, context.evidence, names.enums, naming=naming)]
        )
