"""Gives every operation its curated name: resource and verb."""

from typing import Any

from generator.errors import GeneratorError
from generator.normalise.context import Context
from generator.normalise.identifiers import snake
from generator.normalise.sites import OperationSite, operations


def name_operations(document: dict[str, Any], context: Context) -> int:
    """Set `operationId` to `resource.verb`, and the tag to the resource; the vendor's id stays as `x-upstream-id`."""
    found = list(operations(document))
    if unnamed := [site for site in found if site.key not in context.names.operations]:
        listed = "".join(f'\n  "{site.key}" = "{_proposal(site)}"' for site in unnamed)
        raise GeneratorError(
            f"operations without a name: {len(unnamed)}; add them under [operations] in spec/names.toml, "
            f"for example:{listed}"
        )
    for site in found:
        name = context.names.operations[site.key]
        upstream_id = site.operation.pop("operationId", None)
        site.operation["operationId"] = name
        site.operation["tags"] = [name.partition(".")[0]]
        if upstream_id is not None:
            site.operation["x-upstream-id"] = upstream_id
        reason = f"operationId {upstream_id}" if upstream_id else "had no operationId"
        context.ledger.lives("operation", site.key, name, reason=reason)
    return len(found)


def _proposal(site: OperationSite) -> str:
    area, *verb = [snake(step) for step in site.path.removeprefix("/api/").split("/") if step and "{" not in step]
    return f"{area}s.{'_'.join(verb) or 'list'}"
