"""What a pass may know and say besides the document it changes."""

import attrs

from generator.normalise.ledger import Ledger
from generator.normalise.names import Names


@attrs.frozen
class Context:
    """The curated names to take from, and the ledger to write to."""

    names: Names
    ledger: Ledger
