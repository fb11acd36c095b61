"""`upgrade`: takes a newer sdkwright."""

import argparse
from pathlib import Path
from typing import Any

from sdkwright.project import Project
from sdkwright.report import Report


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "upgrade",
        help="take a newer sdkwright with all that follows, or nothing",
        epilog="It comes from where pip takes packages. Exit status: 0 done, or nothing to do; 1 failed, and nothing "
        "was changed.",
    )
    parser.add_argument("--to", metavar="VERSION", help="the version to take (default: the newest)")
    parser.add_argument("--dry-run", action="store_true", help="show all and write nothing")
    testing = parser.add_mutually_exclusive_group()
    testing.add_argument("--no-tests", action="store_true", help="leave the tests out")
    testing.add_argument("--tests", nargs="+", default=[], metavar="PATH", help="what to give to pytest (default: all)")
    # Given by the pinned version to the newer one.
    parser.add_argument("--keys", type=Path, help=argparse.SUPPRESS)
    parser.set_defaults(run=_upgrade)


# What it needs takes half a second to import, which no other command shall wait for.
def _upgrade(project: Project, options: argparse.Namespace) -> int:
    from sdkwright.upgrade import Wishes, upgrade

    tests = None if options.no_tests else options.tests
    return upgrade(project, Wishes(options.to, options.dry_run, tests, options.keys), Report())
