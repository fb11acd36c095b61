"""`configuration`: prints what `spec/sdk.toml` may say."""

import argparse
from typing import Any

from sdkwright.config.reference import configuration_reference
from sdkwright.text import say


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("configuration", help="print every table and key of spec/sdk.toml, in Markdown")
    parser.set_defaults(run=_configuration)


def _configuration(_project: None, _options: argparse.Namespace) -> None:
    say(configuration_reference(), end="")
