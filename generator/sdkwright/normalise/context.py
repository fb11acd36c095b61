"""What a pass may know and say besides the document it changes."""

from collections.abc import Iterable

import attrs

from sdkwright.config import Configuration
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.names import Names
from sdkwright.normalise.naming import Evidence, Proposal, Unnamed
from sdkwright.normalise.naming.places import Classes
from sdkwright.normalise.naming.reserved import reserved_classes


def _own(names: Names) -> Names:
    """Tables of one's own, to be filled."""
    return names.copy()


@attrs.frozen
class Context:
    """What the passes share.

    Attributes:
        names: The public names: those of the table, and what the passes have given since.
        ledger: What became of everything.
        evidence: What a name that is missing may be concluded from.
        missing: What has no name in the table.
        configuration: What the project declares.
    """

    names: Names = attrs.field(converter=_own)
    ledger: Ledger
    evidence: Evidence = attrs.field(factory=Evidence)
    missing: Unnamed = attrs.field(factory=Unnamed, kw_only=True)
    configuration: Configuration = attrs.field(kw_only=True)
    _classes: list[Classes] = attrs.field(factory=list, init=False, repr=False)

    @property
    def by_rule(self) -> bool:
        """Whether what has no name in the table gets one by rule, and nothing waits for a person."""
        return self.configuration.names.mode == "by-rule"

    @property
    def clients(self) -> frozenset[str]:
        """The classes of the clients, which no schema can be called."""
        client = self.configuration.package.client
        return frozenset({client, f"Async{client}"})

    @property
    def classes(self) -> Classes:
        """The classes that are taken: by the package itself, by the table, and by what was taken here."""
        if not self._classes:
            taken = {*self.names.schemas.values(), *self.names.enums.values()}
            self._classes.append(Classes(reserved_classes(self.configuration.package) | taken))
        return self._classes[0]

    def give(self, what: str, proposals: Iterable[Proposal]) -> None:
        """Give names to what has none, and note that the table lacks them.

        Args:
            what: What they are, for a sentence: `operations`.
            proposals: The names.
        """
        for proposal in proposals:
            getattr(self.names, proposal.table)[proposal.key] = proposal.value
            self.missing.add(what, [proposal])
