"""What a pass may know and say besides the document it changes."""

import attrs

from sdkwright.config import Configuration
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.names import Names
from sdkwright.normalise.naming import Evidence


@attrs.frozen
class Context:
    """What the passes share.

    Attributes:
        names: The public names.
        ledger: What became of everything.
        evidence: What a name that is missing may be concluded from.
        configuration: What the project declares.
    """

    names: Names
    ledger: Ledger
    evidence: Evidence = attrs.field(factory=Evidence)
    configuration: Configuration = attrs.field(kw_only=True)

    @property
    def clients(self) -> frozenset[str]:
        """The classes of the clients, which no schema can be called."""
        client = self.configuration.package.client
        return frozenset({client, f"Async{client}"})
