"""The vendor's document as all stages read it: of any version, in any number of files."""

from typing import Any

import attrs

from sdkwright import documents
from sdkwright.files import Read, bundled
from sdkwright.files.digests import digest, together
from sdkwright.normalise.versions import plain


@attrs.frozen
class Upstream:
    """The vendor's document.

    Attributes:
        document: What it says, in the form of OpenAPI 3.0.
        sha256: The digest of it as received, with its other files, in lower-case hex.
        name: What to call it in an error.
        told: What is read as less than it says, or was mended, before it had that form: places and what became of them.
    """

    document: dict[str, Any] = attrs.field(repr=False)
    sha256: str
    name: str
    told: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, data: bytes, *, name: str, file: str, read: Read) -> "Upstream":
        """The document that some bytes are.

        Args:
            data: The bytes as received.
            name: What to call it in an error.
            file: What its other files call it.
            read: Gives its other files.

        Raises:
            GeneratorError: It is no document that we read.
        """
        told: list[tuple[str, str]] = []

        def tell(where: str, what: str) -> None:
            told.append((where, what))

        loaded = documents.load(data, name=name, tell=tell)
        whole = bundled(loaded, file=file, name=name, read=read, tell=tell)
        digests = {part: digest(content) for part, content in whole.parts.items()}
        document = plain(whole.document, tell, name=name)
        return cls(document, together(digest(data), digests), name, tuple(told))
