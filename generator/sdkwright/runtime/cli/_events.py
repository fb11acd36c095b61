"""The command `parse-event`: what the body of a request to a webhook says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final

import click

from .._lazy import lazy_module
from ._values import Source

# Generated, and no other package has it.
_events: Any = lazy_module(".webhook_events")
_FORMATS: Final = ("table", "json", "jsonl")


class _Webhook(click.ParamType[str]):
    """The name of a webhook."""

    name = "webhook"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name, if there is such a webhook."""
        names: tuple[str, ...] = _events.EVENT_NAMES
        return click.Choice(names).convert(value, param, ctx)


@click.command("parse-event", short_help="Read the body of a request to a webhook.")
@click.option("--body", type=Source(), required=True, help="The body exactly as received, - for standard input.")
@click.option("--name", type=_Webhook(), help="The webhook that it was made to; by default what the body says.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", help="How to print the event.")
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
def PARSE_EVENT(body: Path, name: str | None, form: str) -> None:  # noqa: N802 - a constant: the command
    """Read the body of a request that the service made to a webhook, and print the event.

    No signature is checked.
    """
    from ._output import write_value  # no help needs it

    content = sys.stdin.buffer.read() if str(body) == "-" else body.read_bytes()
    write_value(_events.parse_event(content, name), form, None, guard=True)
