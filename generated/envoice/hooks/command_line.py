"""The commands of Envoice's command line beyond those of every package."""

from __future__ import annotations

from collections.abc import Sequence

from envoice._lazy import click

__all__ = ["CommandLine"]


class CommandLine:
    """Adds `webhooks identify`."""

    def commands(self, group: str) -> Sequence[click.Command]:
        """Return the commands that a group has besides those of every package.

        Args:
            group: The group's name; empty for the command itself.
        """
        if group != "webhooks":
            return ()
        from envoice.cli._identify import IDENTIFY  # when the group is asked for

        return (IDENTIFY,)
