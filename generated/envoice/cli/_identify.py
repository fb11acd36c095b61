"""The command `envoice webhooks identify`: which construction signs an account's deliveries."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ._values import Source


@click.command("identify")
@click.option("--body", "bodies", type=Source(), multiple=True, required=True, help="A captured delivery; repeatable.")
@click.option("--also", multiple=True, metavar="MODULE:NAME", help="A scheme of your own to try as well.")
@click.pass_context
def IDENTIFY(context: click.Context, bodies: tuple[Path, ...], also: tuple[str, ...]) -> None:  # noqa: N802 - a constant: the command
    """Find how an account's deliveries are signed.

    The secret is read from ENVOICE_WEBHOOK_SECRET or else ENVOICE_API_SECRET, the key from ENVOICE_WEBHOOK_KEY or else
    ENVOICE_API_KEY. The exit status is 0 when one construction fits, 1 when none
    does, 3 when several do.
    """
    from envoice.webhooks.identifying import identify  # no help needs it

    context.exit(identify(bodies, also, os.environ))
