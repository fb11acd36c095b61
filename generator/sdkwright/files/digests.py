"""What a document is told by: the digest of its bytes, and of those of its other files."""

import hashlib
import json
from collections.abc import Mapping


def digest(data: bytes) -> str:
    """The sha256 of `data` in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def together(sha256: str, parts: Mapping[str, str]) -> str:
    """The digest of a document with its other files: its own where it has none.

    Args:
        sha256: The digest of the document itself.
        parts: The digests of the others by their names.
    """
    return digest(json.dumps([sha256, sorted(parts.items())]).encode()) if parts else sha256
