"""Mends the vendor's document: a pure function from the upstream document to the one that code is made from."""

import copy
from collections.abc import Sequence
from typing import Any

import attrs

from generator.errors import GeneratorError
from generator.normalise.check import check, check_answers
from generator.normalise.context import Context
from generator.normalise.ledger import Ledger, inventory
from generator.normalise.names import Names
from generator.normalise.naming import Evidence
from generator.normalise.overlay import Overlay
from generator.normalise.passes import PASSES, Pass
from generator.normalise.passes.keywords import keep_known_keywords, refuse_unknown_keywords
from generator.normalise.passes.schemas import record_schemas
from generator.normalise.required import check_required

__all__ = ["Names", "Normalised", "Overlay", "normalise"]


@attrs.frozen
class Normalised:
    """The mended document and how it came about.

    Attributes:
        document: What code is made from.
        ledger: What became of everything in the upstream document.
        corrections: How many places the overlay changed.
        absent: A line for each correction and pass that this revision gives nothing to do, and for what the vendor
            requires and does not have.
    """

    document: dict[str, Any]
    ledger: Ledger
    corrections: int
    absent: list[str]


def normalise(
    upstream: dict[str, Any],
    overlay: Overlay,
    names: Names,
    *,
    name: str,
    previous: dict[str, Any] | None = None,
    complaints: list[str] | None = None,
    passes: Sequence[Pass] = PASSES,
) -> Normalised:
    """Mend `upstream`, which is not changed.

    Args:
        upstream: The vendor's document as loaded.
        overlay: Our corrections to it.
        names: The public names.
        name: What to call the document in an error.
        previous: The revision before it, from which names may be concluded.
        complaints: Takes the corrections and passes that find nothing to do, to go on without them; None to refuse.
        passes: What is done after the overlay, in order.

    Raises:
        GeneratorError: The document is not one we can read, a correction matches nothing, something has no name or
            two things have the same, or something would disappear in silence.
    """
    check(upstream, name=name)
    document = copy.deepcopy(upstream)
    context = Context(names, Ledger(), Evidence(upstream, previous or {}))
    keep_known_keywords(document, context)
    before = inventory(document)
    corrections, absent = overlay.apply(document, complaints)
    check(document, name=f"{name}, as the overlay leaves it", by_overlay=True)
    refuse_unknown_keywords(document)
    absent += [f"{name}: {line}" for line in check_required(upstream, document, overlay, complaints)]
    check_answers(document)
    for kind, removed in before - inventory(document):
        context.ledger.dropped(kind, removed, "removed by the overlay")
    for step in passes:
        if step.run(document, context) == 0:
            if step.absent_in is None:
                idle = f"{name}: the pass {step.name} changes nothing; mend it or take it out of PASSES."
                if complaints is None:
                    raise GeneratorError(idle)
                complaints.append(idle)
                continue
            absent.append(f"pass {step.name}: absent, as in {step.absent_in}")
    record_schemas(upstream.get("components", {}).get("schemas", {}), document, context)
    context.ledger.record_behaviour(document)
    context.ledger.close(upstream)
    absent += names.unused(document)
    return Normalised(document, context.ledger, corrections, absent)
