"""Marks the operations that answer one page of a list."""

from typing import Any

from sdkwright.errors import GeneratorError
from sdkwright.media import JSON
from sdkwright.normalise.context import Context
from sdkwright.normalise.passes.answers import successes
from sdkwright.normalise.sites import OperationSite, operations
from sdkwright.readings import STREAMS, reading


def mark_pages(document: dict[str, Any], context: Context) -> int:
    """Set `x-paginated` on operations whose answer is a declared page, with the item and the parameters."""
    schemas = document["components"]["schemas"]
    count = 0
    for site in operations(document):
        reference = _answer(site.operation).get("$ref", "").rpartition("/")[2]
        properties = schemas.get(reference, {}).get("properties", {})
        page = context.configuration.page_of(properties)
        if page is None:
            continue
        if len(found := successes(site.operation["responses"])) > 1:
            context.ledger.tell(site.key, f"answers no pages: beside a page it may answer {', '.join(found[1:])[:80]}")
            continue
        names = {parameter["name"] for parameter in site.parameters if parameter["in"] == "query"}
        item = properties[page.items].get("items", {}).get("$ref", "").rpartition("/")[2]
        if not item:
            raise GeneratorError(
                f"{site.key}: `{page.items}` of {reference} is no array of a named schema, so its pages have no items; "
                "say what they are with an overlay action."
            )
        _leave_one(site, context)
        site.operation["x-paginated"] = {"items": item} | {key: key for key in ("page", "page_size") if key in names}
        count += 1
    return count


def _leave_one(site: OperationSite, context: Context) -> None:
    """Take out what a caller could ask for in place of a page; a stream beside it has a method of its own."""
    content: dict[str, Any] = site.operation["responses"]["200"]["content"]
    others = [name for name in content if name != JSON and reading(name) not in STREAMS]
    if others:
        context.ledger.tell(site.key, f"answers pages, so {', '.join(others)[:80]} is not asked for")
    for name in others:
        del content[name]


def _answer(operation: dict[str, Any]) -> dict[str, Any]:
    content = operation["responses"].get("200", {}).get("content", {})
    schema: dict[str, Any] = content.get(JSON, {}).get("schema", {})
    return schema
