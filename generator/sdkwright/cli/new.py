"""`new`: makes a project of a document."""

import argparse
import sys
from pathlib import Path
from typing import Any

from sdkwright.errors import GeneratorError
from sdkwright.new.choices import CI_FILES, LICENCES
from sdkwright.report import Report
from sdkwright.text import say


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "new",
        help="make a project of an API's document: fetched, proposed, generated, verified and tried",
        epilog="Everything that is proposed stands in spec/sdk.toml with its reason. A failure leaves nothing.",
    )
    parser.add_argument("name", metavar="NAME", help="the package, as it is distributed and imported: acme_billing")
    parser.add_argument(
        "--document",
        required=True,
        metavar="URL|FILE|npm:PACKAGE@VERSION/PATH",
        help="the API's OpenAPI document, or its Swagger document",
    )
    parser.add_argument(
        "--stainless",
        type=Path,
        metavar="FILE",
        help="a configuration of the generator that ended, stainless.yml: its names, pages and surface are kept",
    )
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="the folder to make (default: NAME, here)")
    parser.add_argument(
        "--licence",
        choices=LICENCES,
        default="MIT",
        help="what the project is licensed under (default: MIT)",
    )
    parser.add_argument("--author", default="", help="who holds the rights (default: git's user.name)")
    parser.add_argument("--ci", choices=[*CI_FILES, "none"], default="github", help="what runs the tests")
    parser.add_argument("--repository", default="", metavar="URL", help="where its repository is published")
    parser.add_argument("--documentation", default="", metavar="URL", help="where its documentation is published")
    parser.add_argument("--ask", action="store_true", help="ask for what is proposed, at a terminal")
    parser.add_argument("--skip-types", action="store_true", help="leave mypy and pyright out of the verification")
    parser.add_argument(
        "--allow-partial",
        action="store_true",
        help="leave out the operations that cannot be written, and list each with its reason",
    )
    parser.set_defaults(run=_new)


# What it needs takes half a second to import, which no other command shall wait for.
def _new(_project: None, options: argparse.Namespace) -> None:
    from sdkwright.new.asking import ask
    from sdkwright.new.making import Wishes, make

    if options.ask and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise GeneratorError(
            "--ask asks a person at a terminal, and there is none; leave it out and edit spec/sdk.toml."
        )
    wishes = Wishes(
        name=options.name,
        document=options.document,
        into=options.into,
        licence=options.licence,
        author=options.author,
        ci="" if options.ci == "none" else options.ci,
        partial=options.allow_partial,
        check_types=not options.skip_types,
        repository=options.repository,
        documentation=options.documentation,
    )
    former = None
    if options.stainless is not None:
        from sdkwright.stainless.filling import Former

        former = Former.read(options.stainless, partial=options.allow_partial)
    made = make(
        wishes,
        Report(),
        ask=ask if options.ask else None,
        fill=former.fill if former else None,
        finish=former.finish if former else None,
    )
    say("\nDecided:")
    for line in made.proposal.decisions():
        say(f"  {line}")
    if made.proposal.undecided:
        say("\nLeft to you:")
        for line in made.proposal.undecided:
            say(f"  {line}")
    if former is not None:
        say("\nCompatibility:")
        for line in former.summary():
            say(f"  {line}")
    folder = options.into or options.name
    say(f"\n{folder} is a project. Next:")
    say(f"  cd {folder} && git init && git add --all && git commit --message 'Begin'")
    say("  python -m pip install nox && python -m nox -s generate demo")
    say("  python -m nox -s tests")
