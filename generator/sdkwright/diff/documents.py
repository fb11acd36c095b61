"""Two documents of the vendor's, mended so that they can be compared: what has no name gets a proposed one."""

from typing import Any, Final

import attrs

from sdkwright.config import Configuration
from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import finding
from sdkwright.diff.wire import compare
from sdkwright.normalise import Names, Normalised, Overlay
from sdkwright.normalise.deprecations import DEPRECATION
from sdkwright.normalise.naming import Proposal
from sdkwright.normalise.naming.complete import complete
from sdkwright.normalise.passes import PASSES
from sdkwright.normalise.passes.nullability import everything_nullable
from sdkwright.normalise.sites import operations

_STATED: Final = [step for step in PASSES if step.run is not everything_nullable]


@attrs.frozen
class Mended:
    """A document of the vendor's, mended for comparison.

    Attributes:
        upstream: As received.
        stated: Mended, with nullability as the vendor states it.
        names: The names that had to be filled in.
        idle: The corrections that find nothing to correct.
    """

    upstream: dict[str, Any] = attrs.field(repr=False)
    stated: Normalised = attrs.field(repr=False)
    names: list[Proposal]
    idle: list[str]

    @property
    def document(self) -> dict[str, Any]:
        """The mended document."""
        return self.stated.document


def mend(
    upstream: dict[str, Any],
    overlay: Overlay,
    names: Names,
    *,
    name: str,
    configuration: Configuration,
    previous: dict[str, Any] | None = None,
) -> Mended:
    """Mend a document for comparison.

    Args:
        upstream: The vendor's document.
        overlay: Our corrections to it; those that find nothing are told, not refused.
        names: The public names; what has none gets a proposed one.
        name: What to call the document in an error.
        configuration: What the project declares.
        previous: The revision before it.

    Raises:
        GeneratorError: It is not a document that can be mended.
    """
    idle: list[str] = []
    stated, filled = complete(
        upstream,
        overlay,
        names,
        name=name,
        configuration=configuration,
        previous=previous,
        complaints=idle,
        passes=_STATED,
    )
    _take_back(stated.document, upstream)
    return Mended(upstream, stated, filled, idle)


def _take_back(document: dict[str, Any], upstream: dict[str, Any]) -> None:
    """Call nothing deprecated that the vendor has and does not call so: what goes by our word alone is not his."""
    for site in operations(document):
        if _is_ours(site.operation, upstream["paths"].get(site.path, {}).get(site.method.lower())):
            del site.operation["deprecated"]
    theirs = upstream.get("components", {}).get("schemas", {})
    for schema in document["components"]["schemas"].values():
        properties = theirs.get(schema.get("x-upstream-id"), {}).get("properties", {})
        for wire, value in schema.get("properties", {}).items():
            if _is_ours(value, properties.get(wire)):
                del value["deprecated"]


def _is_ours(node: dict[str, Any], theirs: dict[str, Any] | None) -> bool:
    return DEPRECATION in node and theirs is not None and not theirs.get("deprecated")


def compare_wire(old: Mended, new: Mended) -> list[Finding]:
    """What the new document changes on the wire, and what it asks of a maintainer."""
    found = compare(old.document, new.document)
    found += [
        finding(Level.WIRE, "correction-idle", "spec/overlay.yaml", text) for text in new.idle if text not in old.idle
    ]
    found += [
        finding(Level.WIRE, "name-missing", f"[{one.table}] {one.key}", f"proposed: {one.value} ({one.origin})")
        for one in new.names
    ]
    if not found and old.upstream != new.upstream:
        found.append(finding(Level.WIRE, "unread-changed", "the document", "differs in what is not read"))
    return found
