"""Gives every operation its curated name: resource and verb."""

from typing import Any

from sdkwright.normalise.context import Context
from sdkwright.normalise.deprecations import deprecate_operations
from sdkwright.normalise.naming import Evidence, UnnamedError
from sdkwright.normalise.naming.operations import propose_operations
from sdkwright.normalise.sites import OperationSite, operations


def name_operations(document: dict[str, Any], context: Context) -> int:
    """Set `operationId` to `resource.verb`, and the tag to the resource; the vendor's id stays as `x-upstream-id`."""
    found, table = list(operations(document)), context.names.operations
    if unnamed := [site for site in found if site.key not in table]:
        raise UnnamedError(
            "operations without a name",
            [*propose_operations(unnamed, table, context.evidence, context.configuration.names)],
        )
    _refuse_same(found, context)
    for site in found:
        name = context.names.operations[site.key]
        upstream_id = site.operation.pop("operationId", None)
        site.operation["operationId"] = name
        site.operation["tags"] = [name.partition(".")[0]]
        if upstream_id is not None:
            site.operation["x-upstream-id"] = upstream_id
        reason = f"operationId {upstream_id}" if upstream_id else "had no operationId"
        context.ledger.lives("operation", site.key, name, reason=reason)
    deprecate_operations(document)
    return len(found)


def _refuse_same(found: list[OperationSite], context: Context) -> None:
    table = context.names.operations
    seen: dict[str, str] = {}
    second = [site for site in found if seen.setdefault(table[site.key], site.key) != site.key]
    if second:
        keys = {site.key for site in second}
        rest = {key: value for key, value in table.items() if key not in keys}
        name = table[second[0].key]
        proposals = [*propose_operations(second, rest, Evidence(), context.configuration.names)]
        raise UnnamedError(f"operations of the same name ({seen[name]} has {name} too)", proposals)
