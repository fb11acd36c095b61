"""The commands `webhooks`: whether a captured delivery is genuine, and what arrives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from ..hooks.command_line import CommandLine
from ..webhooks.sql.statements import DEFAULT_PREFIX
from ._delivering import Url
from ._groups import Group
from ._values import Source, Target, Whole


@click.group("webhooks", cls=Group, short_help="Verify, watch and try webhook deliveries.", no_args_is_help=True)
def WEBHOOKS() -> None:  # noqa: N802 - a constant: the command
    """Verify, watch and try webhook deliveries.

    What signatures are checked with is read from the environment.
    """


@WEBHOOKS.command("verify")
@click.option("--body", type=Source(), required=True, help="A captured delivery: its exact body, or the whole request.")
@click.option("--json", "as_json", is_flag=True, help="Print what was verified as JSON.")
def verify_command(body: Path, *, as_json: bool) -> None:
    """Tell whether a captured delivery is genuine."""
    from ..hooks.webhooks import Deliveries, Webhooks  # no help needs it
    from ..webhooks._captures import read_capture  # no help needs it
    from ._listening import summary_line, summary_row  # no help needs it
    from ._output import json_text  # no help needs it

    event = Webhooks.from_environment().unwrap(read_capture(body, Deliveries().read_unverified))
    click.echo(json_text({"valid": True, **summary_row(event)}) if as_json else f"valid: {summary_line(event)}")


@WEBHOOKS.command("listen")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen at; others can reach 0.0.0.0."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any that is free.")
@click.option("--save", type=click.Path(path_type=Path, file_okay=False), help="Keep each body in this folder.")
@click.option("--count", type=Whole(1), metavar="N", help="End after so many deliveries.")
@click.option("--jsonl", "as_json", is_flag=True, help="Print each delivery as a line of JSON.")
@click.option(
    "--forward-to", metavar="URL", type=Url(), help="Hand each delivery on, as it came, and answer what that answers."
)
def listen_command(**settings: Any) -> None:
    """Run a local receiver that shows each delivery as it comes.

    What --save keeps can be given to the other commands. It is personal data: the files are yours alone to read. When
    the environment does not say how signatures are checked, none is, and every delivery is answered with 200.
    --forward-to posts the same bytes and headers to a receiver of yours, whatever the signature is, for it to judge.
    """
    from ._listening import listen

    listen(**settings)


@WEBHOOKS.command("trigger")
@click.argument("event")
@click.option(
    "--to", metavar="URL", type=Url(), required=True, help="The receiver, such as http://localhost:8000/webhooks."
)
@click.option("--save", type=Target(), help="Keep the body in this file too.")
@click.option("--json", "as_json", is_flag=True, help="Print what was sent and answered as JSON.")
@click.pass_context
def trigger_command(context: click.Context, event: str, to: str, save: Path | None, *, as_json: bool) -> None:
    """Post a signed sample delivery of EVENT to a receiver, to try it.

    EVENT is the name of an event in any case, such as a receiver gets it. The sample is made up; how it is signed is
    read from the environment, as the receiver reads it. The exit status is 0 when the receiver answers 2xx.
    """
    from ._trigger import trigger  # no help needs it

    context.exit(trigger(event, to, save, as_json=as_json))


def _stored(prefix: str) -> Any:
    from ..webhooks.__main__ import store_at  # no help needs it

    return store_at(os.environ, prefix)


_PREFIX = click.option("--prefix", default=DEFAULT_PREFIX, show_default=True, help="What the tables' names begin with.")


@WEBHOOKS.command("parked")
@_PREFIX
@click.option("--json", "form", flag_value="json", help="Print all events as JSON.")
@click.option("--jsonl", "form", flag_value="jsonl", help="Print each event as a line of JSON.")
def parked_command(prefix: str, form: str | None) -> None:
    """List the events that failed too often, the oldest first.

    The variable that ends in _WEBHOOK_DATABASE has the URL of the database.
    """
    from ._output import json_line, json_text  # no help needs it
    from ._text import escape_terminal  # no help needs it

    with _stored(prefix) as store:
        events = list(store.parked())
    rows = [{"key": one.key, "attempts": one.attempts, "since": one.since, "error": one.error} for one in events]
    if form == "json":
        click.echo(json_text(rows))
        return
    for event, row in zip(events, rows, strict=True):
        times = "once" if event.attempts == 1 else f"{event.attempts} times"
        line = f"{event.key} failed {times}, parked {event.since:%Y-%m-%d %H:%M} UTC: {event.error}"
        click.echo(json_line(row) if form == "jsonl" else escape_terminal(line))


@WEBHOOKS.command("drop")
@click.argument("key")
@_PREFIX
def drop_command(key: str, prefix: str) -> None:
    """Forget a parked event: it is not handled, unless it is delivered again."""
    from ..errors import ConfigurationError  # no help needs it

    with _stored(prefix) as store:
        if not store.drop(key):
            raise ConfigurationError(f"No event {key!r} is parked.")


@WEBHOOKS.command("retry")
@click.argument("key")
@click.option("--handler", "place", required=True, metavar="MODULE:NAME", help="Your handler, with its store.")
@click.option("--transaction", metavar="MODULE:NAME", help="What begins a transaction; the store's engine by default.")
def retry_command(key: str, place: str, transaction: str | None) -> None:
    """Handle a parked event again, by your own handler. When it fails again, it stays parked."""
    from ..webhooks.retrying import retry  # no help needs it

    outcome = retry(key, place, transaction)
    click.echo(outcome.text)
    if outcome.text != "handled":
        raise click.exceptions.Exit(1)


for command in CommandLine().commands("webhooks"):
    WEBHOOKS.add_command(command)
