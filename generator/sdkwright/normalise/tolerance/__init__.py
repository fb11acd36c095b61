"""Mends what other tools accept of a document although OpenAPI 3.0 does not, and tells all of it.

Nothing of an operation that changes what it means is mended: that is refused, by whoever reads it.
"""

from typing import Any

from sdkwright.documents import copied
from sdkwright.normalise.broken_references import mend_references
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.mending import mend_schemas
from sdkwright.normalise.tolerance.parts import mend_parts
from sdkwright.normalise.tolerance.pointers import write_out
from sdkwright.normalise.tolerance.references import drop_broken
from sdkwright.normalise.tolerance.structure import mend_structure
from sdkwright.normalise.tolerance.texts import mend_texts

__all__ = ["tolerate"]


def tolerate(document: dict[str, Any], ledger: Ledger | None = None) -> dict[str, Any]:
    """A copy of a document in which what is broken beside the point is mended.

    Args:
        document: As `documents.load` gives it; its structure may be wrong anywhere.
        ledger: Takes what was mended; None to say nothing.
    """
    ledger = Ledger() if ledger is None else ledger
    result: dict[str, Any] = copied(document)
    mend_texts(result, ledger)
    write_out(result, ledger.tell)
    mend_parts(result, ledger.tell)
    mend_schemas(result, ledger.tell)
    mend_references(result, ledger)
    mend_structure(result, ledger.tell)
    drop_broken(result, ledger.tell)
    return result
