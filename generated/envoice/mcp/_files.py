"""The one folder whose files tools may read and write."""

from __future__ import annotations

import re
from typing import Final

import click

from .._lazy import pathlib
from ..cli._text import escape_terminal

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,119}", re.ASCII)


class Folder:
    """A folder, out of which no name leads.

    Args:
        path: Where it is.
    """

    def __init__(self, path: pathlib.Path) -> None:
        self._path = path.resolve()

    def target(self, name: object) -> pathlib.Path:
        """Return the path of a file that is to be written.

        Args:
            name: Its name, without a folder.

        Raises:
            UsageError: It is no such name, or the file is there already.
        """
        path = self._at(name)
        if path.exists() or path.is_symlink():
            raise click.UsageError(f"{path.name} is there already; choose another name.")
        return path

    def source(self, name: object) -> pathlib.Path:
        """Return the path of a file that is to be read.

        Args:
            name: Its name, without a folder.

        Raises:
            UsageError: It is no such name, or there is no such file.
        """
        path = self._at(name)
        # A link may lead anywhere.
        if path.is_symlink() or not path.is_file():
            raise click.UsageError(f"There is no file {path.name} in the folder of --files.")
        return path

    def _at(self, name: object) -> pathlib.Path:
        if not isinstance(name, str) or _NAME.fullmatch(name) is None:
            raise click.UsageError(
                f"{escape_terminal(name)[:100]!r} is no name of a file: write letters, digits, dots, hyphens and "
                "spaces, and no folder."
            )
        return self._path / name


def no_folder(name: str) -> str:
    """Return what is said where there is no folder.

    Args:
        name: What needs one.
    """
    return f"{name} reads or writes a file: whoever starts this server names a folder for that with --files FOLDER."
