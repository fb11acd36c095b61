"""The hook for the command line: the commands that an API has beyond those of every package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from .._lazy import click


class CommandLineHook(Protocol):
    """Gives the command line commands of its own."""

    def commands(self, group: str) -> Sequence[click.Command]:
        """Return the commands that a group has besides those of every package.

        Args:
            group: The group's name, such as `webhooks`; empty for the command itself.
        """
        ...


class DefaultCommandLine:
    """Gives no further commands."""

    def commands(self, group: str) -> Sequence[click.Command]:
        """Return no command.

        Args:
            group: The group's name.
        """
        del group
        return ()
