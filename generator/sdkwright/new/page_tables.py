"""Makes tables of `spec/sdk.toml` of the ways in which lists turn pages: those that are sure count at once."""

from collections.abc import Mapping
from typing import Final

import attrs

from sdkwright.config import values
from sdkwright.ir import Operation
from sdkwright.new.pages import Pages
from sdkwright.new.proposal import Proposal, Setting, Table
from sdkwright.normalise.naming.proposal import unique
from sdkwright.text import clean

_NAMES: Final = {
    "page-number": "pages",
    "offset": "offsets",
    "cursor": "cursors",
    "next-url": "next_urls",
    "link-header": "link_headers",
}
_SHOWN: Final = 60
"""Ways of paging that are told at most; a document with more has no rule."""
_NOT_ALIKE: Final = ("default_size", "confidence", "reason")
"""What differs between operations whose pages are turned in one way."""
_KEYS: Final = (
    ("items", "items"),
    ("turned_by", "turn"),
    ("sized_by", "size"),
    ("next", "next"),
    ("last_item", "last_item"),
    ("has_more", "has_more"),
    ("total", "total"),
    ("pages", "pages"),
)


def propose_pages(proposal: Proposal, recognised: Mapping[Pages, list[Operation]]) -> None:
    """Add a table for each way in which lists turn pages.

    Args:
        proposal: Is added to.
        recognised: The ways, each with its operations.
    """
    ways: dict[Pages, list[tuple[Pages, list[Operation]]]] = {}
    for pages, operations in recognised.items():
        alike = attrs.evolve(pages, default_size=None, confidence="likely", reason="")
        ways.setdefault(alike, []).append((pages, operations))
    # A table takes every answer that has what it names, so that those that name more come first; before them stands
    # the header, which only its own operations declare.
    chosen = sorted(ways.values(), key=lambda found: -sum(len(operations) for _, operations in found))
    if len(chosen) > _SHOWN:
        proposal.undecided.append(f"How lists turn pages beyond the {_SHOWN} ways that were recognised first.")
        chosen = chosen[:_SHOWN]
    for found in sorted(chosen, key=lambda found: _rank(found[0][0])):
        pages = found[0][0]
        sizes = {one.default_size for one, _ in found}
        pages = attrs.evolve(pages, default_size=pages.default_size if len(sizes) == 1 else None)
        _pages(proposal, pages, [operation for _, several in found for operation in several])


def _rank(pages: Pages) -> tuple[bool, int]:
    return pages.style != "link-header", -sum(bool(getattr(pages, name)) for _, name in _KEYS)


def _pages(proposal: Proposal, pages: Pages, operations: list[Operation]) -> None:
    taken = {table.path.removeprefix("pagination.") for table in proposal.tables}
    name = unique(_NAMES[pages.style], taken, joint="_")
    count = f"{len(operations)} operation{'s' if len(operations) > 1 else ''}"
    example = f"{operations[0].name} and {count} in all" if len(operations) > 1 else operations[0].name
    said = f"{pages.reason}, as in {example}"
    table = Table(f"pagination.{name}", _settings(pages), reason=said, confidence=pages.confidence)
    if why := _obstacle(pages, table):
        table.live, table.reason = False, f"{said}; {why}"
        proposal.undecided.append(f"Pages by {pages.style} in {example}: {why}.")
    if table.live and pages.style == "page-number" and pages.default_size:
        for operation in operations:
            _name_parameters(proposal, pages, operation)
    proposal.tables.append(table)


def _settings(pages: Pages) -> dict[str, Setting]:
    settings = {"style": Setting(pages.style)}
    settings |= {key: Setting(getattr(pages, name)) for key, name in _KEYS if getattr(pages, name)}
    usual = int(pages.style == "page-number")
    if pages.first in {0, 1} - {usual}:
        settings["first"] = Setting(pages.first, f"the default of {clean(pages.turn)}")
    if pages.default_size:
        settings["default_size"] = Setting(pages.default_size, f"the default of {clean(pages.size)}")
    return settings


def _obstacle(pages: Pages, table: Table) -> str:
    """Why the table does not count by itself; empty if it does."""
    if pages.confidence == "a guess":
        return "that is only a guess, so the methods are plain; take the # away if it is right"
    texts = [one.value for one in table.settings.values() if isinstance(one.value, str)]
    if not all(map(values.LINE.accepts, texts)):
        return "a name of it cannot be written here, so the methods are plain"
    if pages.first is not None and pages.first not in {0, 1}:
        return f"it counts from {pages.first}, and pagers count from 0 or 1, so the methods are plain"
    return ""


def _name_parameters(proposal: Proposal, pages: Pages, operation: Operation) -> None:
    """Give the parameters that turn pages the names that they have in every package."""
    names = {parameter.name for parameter in operation.parameters}
    for wire, name in ((pages.turn, "page"), (pages.size, "page_size")):
        found = next((one for one in operation.parameters if one.wire == wire and one.location == "query"), None)
        if found is not None and found.name != name and name not in names:
            proposal.name("parameters", f"{operation.key} ?{wire}", name, "turns pages")
