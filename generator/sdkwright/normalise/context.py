"""What a pass may know and say besides the document it changes."""

import attrs

from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.names import Names
from sdkwright.normalise.naming import Evidence


@attrs.frozen
class Context:
    """The curated names to take from, the ledger to write to, and what a name that is missing may be concluded from."""

    names: Names
    ledger: Ledger
    evidence: Evidence = attrs.field(factory=Evidence)
