"""Groups of commands that say what a person may have meant."""

from __future__ import annotations

from typing import Any, Final

import click

from .._api import NAME
from ._text import nearest

BUILDS_ON: Final = ("_api.NAME",)

COMPLETION_VARIABLE: Final = f"_{NAME.upper()}_COMPLETE"
"""The variable by which click tells a command to print what completes it."""


class Group(click.Group):
    """A group that names the nearest command where there is none of a name."""

    command_class = None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words name.

        Raises:
            UsageError: There is no such command; the message says which is near.
        """
        word = args[0]
        if not word.startswith("-") and self.get_command(ctx, word) is None:
            near = nearest(word, self.list_commands(ctx))
            hint = "." if near is None else f"; did you mean {near}?"
            ctx.fail(f"there is no command {word!r}{hint}")
        return super().resolve_command(ctx, args)


class Choice(click.Choice[Any]):
    """One of several names; of a wrong one, it says which is near."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name."""
        if value not in self.choices and (near := nearest(str(value), self.choices)) is not None:
            self.fail(f"there is no {value!r}; did you mean {near}?", param, ctx)
        return super().convert(value, param, ctx)


def unknown_option(error: click.NoSuchOption) -> str:
    """Return the sentence on an option that a command does not have.

    Args:
        error: What click raised.
    """
    context = error.ctx
    names = [] if context is None else [name for param in context.command.get_params(context) for name in _names(param)]
    near = nearest(error.option_name, names)
    hint = "." if near is None else f"; did you mean {near}?"
    return f"there is no option {error.option_name}{hint}"


def _names(parameter: click.Parameter) -> list[str]:
    names = [*parameter.opts, *parameter.secondary_opts] if isinstance(parameter, click.Option) else []
    return [name for name in names if name.startswith("--")]
