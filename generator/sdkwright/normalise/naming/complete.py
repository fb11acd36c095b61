"""Names all that has no name with what is proposed, in memory, so that any document can be looked at as ours."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from sdkwright.config import Configuration
from sdkwright.errors import GeneratorError
from sdkwright.normalise import Names, Normalised, Overlay, finish, prepare
from sdkwright.normalise.naming import Proposal, UnnamedError
from sdkwright.normalise.passes import PASSES, Pass

# A pass tells of all that it misses at once, and once more where a name that it was given turns out to be taken; so the
# document's size has no part in this.
_MOST_ROUNDS = 20


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
        complaints: As `normalise`.
        passes: As `normalise`.

    Returns:
        The normalised document, and the names that were filled in.

    Raises:
        GeneratorError: As `normalise`, but for names.
    """
    filled: dict[tuple[str, str], Proposal] = {}
    prepared = prepare(
        upstream, overlay, name=name, configuration=configuration, previous=previous, complaints=complaints
    )
    for _ in range(_MOST_ROUNDS):
        said = None if complaints is None else list[str]()
        try:
            normalised = finish(prepared, names, complaints=said, passes=passes)
        except UnnamedError as error:
            # What was filled in may turn out to be taken, and is then filled in again.
            filled |= {(proposal.table, proposal.key): proposal for proposal in error.proposals}
            names = with_names(names, error.proposals)
        else:
            if complaints is not None:
                complaints += said or []
            return normalised, [*filled.values()]
    raise GeneratorError(f"{name}: no names can be found for all that has none; name it by hand in spec/names.toml.")


def with_names(names: Names, proposals: Iterable[Proposal]) -> Names:
    """The table with the proposals in it."""
    added: dict[str, dict[str, str]] = defaultdict(dict)
    for proposal in proposals:
        added[proposal.table][proposal.key] = proposal.value
    changed = {table: getattr(names, table) | entries for table, entries in added.items()}
    return attrs.evolve(names, **changed)
