"""`contract`: calls every operation of the package against its stubs."""

import argparse
from typing import Any

from sdkwright import contract
from sdkwright.project import Project
from sdkwright.text import say


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "contract", help="call every operation, sync and async, against its stubs, and have openapi-core judge it"
    )
    parser.add_argument(
        "--outcomes",
        action="store_true",
        help="also with each other answer of its stubs: errors, odd bodies",
    )
    parser.set_defaults(run=_contract)


def _contract(project: Project, options: argparse.Namespace) -> int:
    found = contract.run(project, outcomes=options.outcomes)
    for line in found.lines():
        say(line)
    return 1 if found.findings else 0
