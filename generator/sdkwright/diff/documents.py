"""Two documents of the vendor's, normalised and represented so that they can be compared."""

import attrs

from sdkwright.config import Configuration
from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import finding
from sdkwright.diff.wire import compare
from sdkwright.ir import Api, build
from sdkwright.normalise import Names, Overlay
from sdkwright.normalise.excerpts import Excerpts
from sdkwright.normalise.naming import Proposal
from sdkwright.normalise.stated import state


@attrs.frozen
class Comparable:
    """A document of the vendor's, normalised for comparison.

    Attributes:
        upstream: As received.
        api: What it says, with nullability as the vendor states it.
        excerpts: Its parts as text.
        names: The names that had to be filled in.
        idle: The corrections that find nothing to correct.
        left_out: The operations that cannot be written, as `METHOD path`, each with its reason.
    """

    upstream: dict[str, object] = attrs.field(repr=False)
    api: Api = attrs.field(repr=False)
    excerpts: Excerpts = attrs.field(repr=False)
    names: list[Proposal]
    idle: list[str]
    left_out: dict[str, str]


def comparable(
    upstream: dict[str, object],
    overlay: Overlay,
    names: Names,
    *,
    name: str,
    configuration: Configuration,
    previous: dict[str, object] | None = None,
) -> Comparable:
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
    stated = state(upstream, overlay, names, name=name, configuration=configuration, previous=previous)
    api, excerpts = build(stated.document), Excerpts.of(stated.document)
    return Comparable(upstream, api, excerpts, stated.names, stated.idle, stated.left_out)


def compare_wire(old: Comparable, new: Comparable) -> list[Finding]:
    """What the new document changes on the wire, and what it asks of a maintainer."""
    found = compare(old.api, new.api)
    found += [
        finding(Level.WIRE, "correction-idle", "spec/overlay.yaml", text) for text in new.idle if text not in old.idle
    ]
    found += [
        finding(Level.WIRE, "operation-left-out", key, reason)
        for key, reason in new.left_out.items()
        if key not in old.left_out
    ]
    # Where the table of names is empty, everything lacks one; that is no change.
    lacking = {(proposal.table, proposal.key) for proposal in old.names}
    found += [
        finding(
            Level.WIRE,
            "name-missing",
            f"[{proposal.table}] {proposal.key}",
            f"proposed: {proposal.value} ({proposal.origin})",
        )
        for proposal in new.names
        if (proposal.table, proposal.key) not in lacking
    ]
    if not found and old.upstream != new.upstream:
        found.append(finding(Level.WIRE, "unread-changed", "the document", "differs in what is not read"))
    return found
