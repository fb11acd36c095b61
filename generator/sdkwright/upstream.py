"""The vendor's document as all stages read it: of any version, in any number of files."""

from typing import Any

import attrs

from sdkwright import documents
from sdkwright.normalise.versions import plain


@attrs.frozen
class Upstream:
    """The vendor's document.

    Attributes:
        document: What it says, in the form of OpenAPI 3.0.
        sha256: The digest of it as received, in lower-case hex.
        name: What to call it in an error.
        told: What is read as less than it says, or was mended, before it had that form: places and what became of them.
    """

    document: dict[str, Any] = attrs.field(repr=False)
    sha256: str
    name: str
    told: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, data: bytes, *, sha256: str, name: str) -> "Upstream":
        """The document that some bytes are.

        Args:
            data: The bytes as received.
            sha256: Their digest.
            name: What to call it in an error.

        Raises:
            GeneratorError: It is no document that we read.
        """
        told: list[tuple[str, str]] = []

        def tell(where: str, what: str) -> None:
            told.append((where, what))

        document = plain(documents.load(data, name=name, tell=tell), tell, name=name)
        return cls(document, sha256, name, tuple(told))
