"""Names all that has no name with what is proposed, in memory, so that any document can be looked at as ours."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from sdkwright.config import Configuration
from sdkwright.normalise import Names, Normalised, Overlay, finish, prepare
from sdkwright.normalise.naming import Proposal
from sdkwright.normalise.passes import PASSES, Pass
from sdkwright.partial import writable


def complete(
    upstream: dict[str, Any],
    overlay: Overlay,
    names: Names,
    *,
    name: str,
    configuration: Configuration,
    previous: dict[str, Any] | None = None,
    complaints: list[str] | None = None,
    passes: Sequence[Pass] = PASSES,
) -> tuple[Normalised, list[Proposal]]:
    """Normalise a document with the names that it lacks filled in.

    Args:
        upstream: The vendor's document.
        overlay: Our corrections to it.
        names: The public names so far.
        name: What to call the document in an error.
        configuration: What the project declares.
        previous: The revision before it.
        complaints: As `normalise`; where operations are left out, none is refused.
        passes: As `normalise`.

    Returns:
        The normalised document, and the names that were filled in.

    Raises:
        GeneratorError: As `normalise`, but for names.
    """
    whole = writable(upstream, overlay, names, name=name, configuration=configuration)
    if whole.left_out and complaints is None:
        # What corrects an operation that is left out has nothing to correct.
        complaints = []
    prepared = prepare(
        whole.document, overlay, name=name, configuration=configuration, previous=previous, complaints=complaints
    )
    found = whole.told(finish(prepared, names, complaints=complaints, passes=passes, fill=True))
    # Of several for the same thing the last one holds, as where a name of the table turned out to be taken.
    return found, [*{(proposal.table, proposal.key): proposal for proposal in found.named}.values()]


def with_names(names: Names, proposals: Iterable[Proposal]) -> Names:
    """The table with the proposals in it."""
    added: dict[str, dict[str, str]] = defaultdict(dict)
    for proposal in proposals:
        added[proposal.table][proposal.key] = proposal.value
    changed = {table: getattr(names, table) | entries for table, entries in added.items()}
    return attrs.evolve(names, **changed)
