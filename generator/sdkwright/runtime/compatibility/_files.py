"""Files by their paths, as callers of the former SDK name them."""

from __future__ import annotations

import os
from pathlib import Path

from ._values import FileTypes

__all__ = ["file_from_path"]


def file_from_path(path: str | os.PathLike[str]) -> FileTypes:
    """Return a file as the methods take it: its name and its content.

    Args:
        path: Where it is.

    Raises:
        OSError: It cannot be read.
    """
    file = Path(path)
    return file.name, file.read_bytes()
