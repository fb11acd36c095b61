"""The command `export`."""

from __future__ import annotations

import hashlib
import importlib
from typing import Any, Final

import click

from .._api import NAME
from .._commands import RESOURCES
from .._lazy import pathlib
from .._security.api_keys import ARGUMENTS, secret_values
from ._command import Command
from ._groups import Choice
from ._perform import PAGE_SIZE, type_of
from ._session import Session, note
from ._text import option
from ._values import Expression, Target, Whole

BUILDS_ON: Final = ("_api.NAME", "_commands.RESOURCES", "credentials.Credentials")

_LISTED: Final = {option(name): name for name, verbs in RESOURCES.items() if "list" in verbs}


_QUERY: Final = "Write what this JMESPath expression makes of all the rows; they are then held in memory."


@click.command("export")
@click.argument("resource", type=Choice([*_LISTED]), metavar="RESOURCE")
@click.option("--out", type=Target(), required=True, help="The file: .csv, .jsonl or .parquet says what it becomes.")
@click.option("--fields", metavar="NAME,...", help="What to write of each, as id,owner.name; all by default.")
@click.option("--query", type=Expression(), metavar="EXPRESSION", help=_QUERY)
@click.option("--page-size", type=Whole(1), default=PAGE_SIZE, show_default=True, help="Items asked for at once.")
@click.option("--force", is_flag=True, help="Replace the file if it exists, when the new one is whole.")
@click.option("--restart", is_flag=True, help="Begin anew, whatever an interrupted export has left.")
@click.option("--unsafe-csv", is_flag=True, help="Leave texts as they are that a spreadsheet would run as formulas.")
@click.pass_obj
def EXPORT(session: Session, /, resource: str, out: pathlib.Path, **options: Any) -> None:  # noqa: N802 - a constant: the command
    """Write all of RESOURCE to a file, which appears when it is whole.

    What was fetched is kept beside it, in FILE.part: after an interruption the same command goes on where it stopped.
    """
    from ._files import SUFFIXES, check_installed  # `--help` does without it

    if out.suffix.lower() not in SUFFIXES:
        raise click.UsageError(
            f"--out: end the name of the file with {', '.join(SUFFIXES)}; that says what it becomes."
        )
    if out.exists() and not options["force"]:
        raise click.UsageError(f"--out: {out} is there already; --force replaces it.")
    if options["query"] is not None and options["fields"] is not None:
        raise click.UsageError("--fields and --query: choose one; a query names fields itself, as [].{number: number}.")
    check_installed(out.suffix.lower())
    _export(session, _LISTED[resource], out, options)


def _export(session: Session, resource: str, out: pathlib.Path, options: dict[str, Any]) -> None:
    from ._export import Fetching, Question, finish, finish_queried, progress_bar, telling
    from ._rows import chosen
    from ._spool import Spool

    command = _list_of(resource)
    if command.item is None:
        name = option(resource)
        raise click.UsageError(
            f"RESOURCE: {name} has no list that is items alone; `{NAME} {name} list --format json` prints its answer."
        )
    kind = type_of(command.item)
    columns = chosen(options["fields"], kind) if options["fields"] else None
    size = options["page_size"] if any(argument.name == "page_size" for argument in command.arguments) else None
    with session.client() as client:
        question = Question(resource, size, client.base_url, _account(session))
        spool = Spool(out, question.digest(), restart=options["restart"])
        try:
            if spool.state.rows:
                note(f"Going on after the {spool.state.rows} rows in {spool.part.name}; --restart begins anew.")
            with telling(spool):
                with progress_bar(resource) as progress:
                    Fetching(client, command, question, spool, progress).run()
                rows = spool.state.rows
                guard = not options["unsafe_csv"]
                if options["query"] is None:
                    finish(spool, out, kind, columns, guard=guard)
                else:
                    rows = finish_queried(spool, out, options["query"], guard=guard)
        finally:
            spool.close()
    note(f"{rows} rows written to {out}.")


def _list_of(resource: str) -> Command:
    module = importlib.import_module(f".._commands.{resource.replace('.', '_')}", __package__)
    commands: tuple[Command, ...] = module.COMMANDS
    return next(command for command in commands if command.verb == "list")


def _account(session: Session) -> str:
    """A digest that tells accounts apart."""
    from ..credentials import Credentials

    given = session.settings.get(ARGUMENTS[0]) if ARGUMENTS else ""
    key = given if isinstance(given, str) else next(secret_values([Credentials.from_environment()]), "")
    return hashlib.sha256(f"{NAME} export\0{key}".encode()).hexdigest()
