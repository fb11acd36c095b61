"""The commands `envoice webhooks`: which construction signs, whether a delivery is genuine, and what arrives."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from ._values import Source, Whole


@click.group("webhooks", short_help="Identify, verify and watch webhook deliveries.", no_args_is_help=True)
def WEBHOOKS() -> None:  # noqa: N802 - a constant: the command
    """Identify, verify and watch webhook deliveries.

    The scheme is read from ENVOICE_WEBHOOK_SCHEME, the secret from ENVOICE_WEBHOOK_SECRET or else ENVOICE_API_SECRET,
    the key from ENVOICE_WEBHOOK_KEY or else ENVOICE_API_KEY.
    """


@WEBHOOKS.command("identify")
@click.option("--body", "bodies", type=Source(), multiple=True, required=True, help="A captured delivery; repeatable.")
@click.option("--also", multiple=True, metavar="MODULE:NAME", help="A scheme of your own to try as well.")
@click.pass_context
def identify_command(context: click.Context, bodies: tuple[Path, ...], also: tuple[str, ...]) -> None:
    """Find how an account's deliveries are signed.

    The exit status is 0 when one construction fits, 1 when none does, 3 when several do.
    """
    from ..webhooks.__main__ import identify  # `--help` does without it

    context.exit(identify(bodies, also, os.environ))


@WEBHOOKS.command("verify")
@click.option("--body", type=Source(), required=True, help="A captured delivery: its exact body, or the whole request.")
@click.option("--json", "as_json", is_flag=True, help="Print what was verified as JSON.")
def verify_command(body: Path, *, as_json: bool) -> None:
    """Tell whether a captured delivery is genuine."""
    from ..webhooks import Webhooks
    from ..webhooks.__main__ import captured
    from ._listening import Told
    from ._output import json_text

    event = Webhooks.from_environment().unwrap(captured(body))
    told = Told.of(event.activity, event.type, event.timestamp)
    click.echo(json_text({"valid": True, **told.row()}) if as_json else f"valid: {told.line()}")


@WEBHOOKS.command("listen")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen at; others can reach 0.0.0.0."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any that is free.")
@click.option("--save", type=click.Path(path_type=Path, file_okay=False), help="Keep each body in this folder.")
@click.option("--count", type=Whole(1), metavar="N", help="End after so many deliveries.")
@click.option("--json", "as_json", is_flag=True, help="Print each delivery as a line of JSON.")
def listen_command(**settings: Any) -> None:
    """Run a local receiver that shows each delivery as it comes.

    What --save keeps can be given to `identify` and `verify`. It is personal data: the files are yours alone to read.
    Without ENVOICE_WEBHOOK_SCHEME no signature is checked, and every delivery is answered with 200.
    """
    from ._listening import listen

    listen(**settings)
