"""Marks the operations that answer one page of a list."""

from typing import Any

from sdkwright.normalise.context import Context
from sdkwright.normalise.passes.answers import successes
from sdkwright.normalise.passes.keywords import PAGINATION
from sdkwright.normalise.passes.page_tables import Tables, page_media
from sdkwright.normalise.sites import OperationSite, operations
from sdkwright.readings import STREAMS, reading


def mark_pages(document: dict[str, Any], context: Context) -> int:
    """Set `x-paginated` on operations whose answer is a declared page, with the item and what asks for other pages.

    Raises:
        GeneratorError: What a table names is no page, or has no items.
    """
    tables = Tables(document["components"]["schemas"], context.configuration)
    sites = [*operations(document)]
    tables.check_names(sites)
    count = 0
    for site in sites:
        found = tables.page_of(site)
        site.operation.pop(PAGINATION, None)
        if found is None:
            continue
        if len(others := successes(site.operation["responses"])) > 1:
            context.ledger.tell(site.key, f"answers no pages: beside a page it may answer {', '.join(others[1:])[:80]}")
            continue
        _leave_one(site, context)
        site.operation["x-paginated"] = found
        count += 1
    return count


def _leave_one(site: OperationSite, context: Context) -> None:
    """Take out what a caller could ask for in place of a page; a stream beside it has a method of its own."""
    [status] = successes(site.operation["responses"])
    content: dict[str, Any] = site.operation["responses"][status]["content"]
    paged = page_media(content)
    others = [name for name in content if name != paged and reading(name) not in STREAMS]
    if others:
        context.ledger.tell(site.key, f"answers pages, so {', '.join(others)[:80]} is not asked for")
    for name in others:
        del content[name]
