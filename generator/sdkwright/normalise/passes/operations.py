"""Gives every operation its curated name: resource and verb."""

from collections.abc import Mapping, Sequence
from typing import Any

from sdkwright.normalise.context import Context
from sdkwright.normalise.deprecations import deprecate_operations
from sdkwright.normalise.extensions import GIVEN_NAME
from sdkwright.normalise.naming.distinct import rule_operations
from sdkwright.normalise.naming.operations import propose_operations
from sdkwright.normalise.naming.reserved import reserved_classes
from sdkwright.normalise.sites import OperationSite, operations


def name_operations(document: dict[str, Any], context: Context) -> int:
    """Set `operationId` to `resource.verb`, and the tag to the resource; the vendor's id stays as `x-upstream-id`."""
    found, table = list(operations(document)), context.names.operations
    if unnamed := [site for site in found if site.key not in table]:
        _give("operations without a name", unnamed, table, context)
    _tell_apart(found, context)
    for site in found:
        name = context.names.operations[site.key]
        upstream_id = site.operation.pop("operationId", None)
        site.operation.pop(GIVEN_NAME, None)
        site.operation["operationId"] = name
        site.operation["tags"] = [name.rpartition(".")[0]]
        if upstream_id is not None:
            site.operation["x-upstream-id"] = upstream_id
        reason = f"operationId {upstream_id}" if upstream_id else "had no operationId"
        context.ledger.lives("operation", site.key, name, reason=reason)
    deprecate_operations(document)
    return len(found)


def _give(what: str, sites: Sequence[OperationSite], table: Mapping[str, str], context: Context) -> None:
    naming = context.configuration.names
    if context.by_rule:
        classes = reserved_classes(context.configuration.package)
        context.give(what, rule_operations(sites, table, naming, context.ledger, classes))
    else:
        context.give(what, [*propose_operations(sites, table, context.evidence, naming)])


def _tell_apart(found: list[OperationSite], context: Context) -> None:
    """Give another name to what the table names like another operation of this document."""
    table = context.names.operations
    seen: dict[str, str] = {}
    second = [site for site in found if seen.setdefault(table[site.key], site.key) != site.key]
    if second:
        keys = {site.key for site in second}
        rest = {key: value for key, value in table.items() if key not in keys}
        name = table[second[0].key]
        _give(f"operations of the same name ({seen[name]} has {name} too)", second, rest, context)
