"""A document normalised for comparison: as the vendor states it, and with a name for everything."""

from typing import Any, Final

import attrs

from sdkwright.config import Configuration
from sdkwright.normalise import Names, Overlay
from sdkwright.normalise.deprecations import DEPRECATION
from sdkwright.normalise.naming import Proposal
from sdkwright.normalise.naming.complete import complete
from sdkwright.normalise.passes import PASSES
from sdkwright.normalise.passes.nullability import everything_nullable
from sdkwright.normalise.sites import of_method, operations
from sdkwright.partial import LEFT_OUT

_PASSES: Final = [step for step in PASSES if step.run is not everything_nullable]


@attrs.frozen
class Stated:
    """A document normalised for comparison.

    Attributes:
        document: It, with nullability and deprecations as the vendor states them.
        names: The names that had to be filled in, where a person decides on names.
        idle: The corrections that find nothing to correct.
        left_out: The operations that cannot be written, as `METHOD path`, each with its reason.
    """

    document: dict[str, Any] = attrs.field(repr=False)
    names: list[Proposal]
    idle: list[str]
    left_out: dict[str, str]


def state(
    upstream: dict[str, Any],
    overlay: Overlay,
    names: Names,
    *,
    name: str,
    configuration: Configuration,
    previous: dict[str, Any] | None = None,
) -> Stated:
    """Normalise a document for comparison.

    Args:
        upstream: The vendor's document.
        overlay: Our corrections to it; those that find nothing are collected, not refused.
        names: The public names; what has none gets a proposed one.
        name: What to call the document in an error.
        configuration: What the project declares.
        previous: The revision before it.

    Raises:
        GeneratorError: It is not a document that can be normalised.
    """
    idle: list[str] = []
    normalised, filled = complete(
        upstream,
        overlay,
        names,
        name=name,
        configuration=configuration,
        previous=previous,
        complaints=idle,
        passes=_PASSES,
    )
    left_out = {
        entry.upstream: entry.reason.removeprefix(LEFT_OUT)
        for entry in normalised.ledger
        if entry.kind == "operation" and entry.reason.startswith(LEFT_OUT)
    }
    _keep_vendors_state(normalised.document, upstream)
    return Stated(normalised.document, filled if configuration.names.mode == "curated" else [], idle, left_out)


def _keep_vendors_state(document: dict[str, Any], upstream: dict[str, Any]) -> None:
    """Drop `deprecated` where only the overlay set it: the vendor has the item and does not deprecate it."""
    for site in operations(document):
        if _is_ours(site.operation, of_method(upstream["paths"].get(site.path, {}), site.method) or None):
            del site.operation["deprecated"]
    theirs = upstream.get("components", {}).get("schemas", {})
    for schema in document["components"]["schemas"].values():
        properties = theirs.get(schema.get("x-upstream-id"), {}).get("properties", {})
        for wire, value in schema.get("properties", {}).items():
            if _is_ours(value, properties.get(wire)):
                del value["deprecated"]


def _is_ours(node: dict[str, Any], theirs: dict[str, Any] | None) -> bool:
    return DEPRECATION in node and theirs is not None and not theirs.get("deprecated")
