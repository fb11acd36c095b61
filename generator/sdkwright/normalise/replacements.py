"""Judges what the overlay says to use in place of what goes: there must be such a thing."""

import difflib
from collections.abc import Collection, Iterator
from typing import Any

from sdkwright.errors import GeneratorError
from sdkwright.normalise.deprecations import DEPRECATION, is_alias
from sdkwright.normalise.identifiers import snake
from sdkwright.normalise.sites import operations


def check_replacements(document: dict[str, Any], by_hand: Collection[str] = ()) -> None:
    """Refuse a replacement that no caller would find.

    Args:
        document: The vendor's document, normalised.
        by_hand: The methods that overrides add to resources, as in `invoices.find`.

    Raises:
        GeneratorError: `use` names neither an operation nor a property.
    """
    public = {name for name, _ in _named(document)} | set(by_hand)
    for name, node in _named(document):
        use = node.get(DEPRECATION, {}).get("use")
        # What stands beside it can be named without the resource or the model.
        if use is None or {use, f"{name.partition('.')[0]}.{use}"} & (public - {name}):
            continue
        close = difflib.get_close_matches(use, sorted(public - {name}), 1)
        hint = f"did it mean {close[0]}?" if close else "name one as in invoices.get_link or InvoiceLink.link."
        raise GeneratorError(f"{name}: the overlay says to use {use[:100]}, which is no operation or property; {hint}")


def _named(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every operation and property by its public name; old names apart, which lead nowhere for long."""
    for site in operations(document):
        yield str(site.operation["operationId"]), site.operation
    for model, schema in document["components"]["schemas"].items():
        for wire, value in schema.get("properties", {}).items():
            if not is_alias(value):
                yield f"{model}.{value.get('x-name') or snake(wire)}", value
