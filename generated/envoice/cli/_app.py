"""The command itself: what it is made of, and the settings that hold for every command."""

from __future__ import annotations

import logging
import os
import textwrap
from collections.abc import Callable
from contextlib import nullcontext
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

import click

from .._api import ENVIRONMENT, NAME, SERVERS, TITLE, WEBHOOKS
from .._commands import RESOURCES
from .._http.servers import BASE_URL_VARIABLE, IS_NAMED, SERVER_VARIABLE, server_named
from .._security.api_keys import VARIABLES, join
from ._exits import TABLE
from ._groups import COMPLETION_VARIABLE, Group
from ._resources import ResourceGroup
from ._session import Session
from ._text import nearest, option
from ._values import Seconds, Whole
from ._version import version

BUILDS_ON: Final = (
    "_api.ENVIRONMENT", "_api.NAME", "_api.SERVERS", "_api.TITLE", "_api.WEBHOOKS", "_commands.RESOURCES",
)  # fmt: skip

LOG_VARIABLE: Final = f"{ENVIRONMENT}_LOG"
"""Says how much is logged, as `--debug` does."""

_CONTEXT: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_SECRECY: Final = (
    f"""
The credentials are read from {join(VARIABLES)}. There is no option for them: what stands on a
command line is seen by every user of the machine and kept by the shell.
"""
    if VARIABLES
    else ""
)
_ABOUT: Final = f"""Work with {"an account of " if VARIABLES else ""}{TITLE}.
{_SECRECY}"""
_EPILOG: Final = f"""`{NAME} help exit-codes` lists the exit statuses."""
_COMPLETION: Final = f"""\
Completion of commands, options and the values of enums, once and for all:

  {NAME} completion --install                in the shell that SHELL names
  {NAME} completion --install --shell zsh    in bash, zsh or fish

Without --install the command prints what the shell has to read."""


def _export() -> click.Command:
    from ._export_command import EXPORT

    return EXPORT


def _webhooks() -> click.Command:
    # By its name: a package without webhooks does not have the module.
    command: click.Command = import_module("._webhooks", __package__).WEBHOOKS
    return command


def _parse_event() -> click.Command:
    command: click.Command = import_module("._events", __package__).PARSE_EVENT
    return command


def _mcp() -> click.Command:
    command: click.Command = import_module("..mcp._command", __package__).MCP
    return command


def _doctor() -> click.Command:
    from ._doctor_command import DOCTOR

    return DOCTOR


def _completion() -> click.Command:
    from ._completion import COMPLETION

    return COMPLETION


def _help() -> click.Command:
    return HELP


_TOOLS: Final[dict[str, tuple[str, Callable[[], click.Command]]]] = {
    **({"export": ("Write all of a resource to a file: CSV, JSON lines or Parquet.", _export)} if RESOURCES else {}),
    **({"webhooks": ("Verify, watch and try webhook deliveries.", _webhooks)} if WEBHOOKS != "none" else {}),
    **(
        {"parse-event": ("Read the body of a request to a webhook.", _parse_event)}
        if find_spec("._events", __package__)
        else {}
    ),
    **({"mcp": ("Serve agents, by the Model Context Protocol.", _mcp)} if find_spec("..mcp", __package__) else {}),
    "doctor": ("Check credentials, connection, clock and versions.", _doctor),
    "completion": ("Complete commands in bash, zsh or fish.", _completion),
    "help": ("Explain exit codes, completion or a command.", _help),
}


class UnreadError(Exception):
    """Nobody reads the output any more. Click would end the process by itself for the `BrokenPipeError` that it is."""


class Root(Group):
    """All commands, each made when it is asked for."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command line, or answer a shell that completes it."""
        if os.environ.get(COMPLETION_VARIABLE):
            # How fish completes stands there.
            import_module("._completion", __package__)
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise UnreadError from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the resources and the tools."""
        return [*map(option, RESOURCES), *_TOOLS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command."""
        if cmd_name in _TOOLS:
            return _TOOLS[cmd_name][1]()
        name = next((known for known in RESOURCES if option(known) == cmd_name), None)
        return None if name is None else ResourceGroup(name, RESOURCES[name])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, in two parts."""
        wide = max(map(len, self.list_commands(ctx)))
        with formatter.section("Resources") if RESOURCES else nullcontext():
            for name, verbs in RESOURCES.items():
                # By hand, because click breaks lines at the hyphens of names.
                head = f"{'':{formatter.current_indent}}{option(name):{wide}}  "
                listed = ", ".join(map(option, verbs))
                lines = textwrap.wrap(listed, formatter.width - len(head), break_on_hyphens=False) or [""]
                formatter.write(head + ("\n" + " " * len(head)).join(lines) + "\n")
        with formatter.section("Tools"):
            formatter.write_dl([(name, text) for name, (text, _) in _TOOLS.items()])


def _server_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that chooses a server, where the document names several."""
    names = [name for name, _, _ in SERVERS]
    if not names:
        return command
    about = f"One of the servers {join(names)}, or a URL; by default {SERVER_VARIABLE}, or the first."
    return click.option("--server", metavar="NAME", help=about)(command)


def _print_version(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's way
    if value:
        click.echo(version())
        context.exit()


@click.command(
    cls=Root, name=NAME, help=_ABOUT, epilog=_EPILOG, context_settings=_CONTEXT, subcommand_metavar="COMMAND ..."
)
@click.option("--timeout", type=Seconds(), metavar="SECONDS", help="Time allowed for an attempt; 30 by default.")
@click.option("--deadline", type=Seconds(), metavar="SECONDS", help="Time allowed for a call with its repetitions.")
@click.option(
    "--retries", type=Whole(0), metavar="N", help="How often what failed is repeated if it may be; 2 by default."
)
@click.option(
    "--base-url",
    metavar="URL",
    help=f"Where requests go; by default {BASE_URL_VARIABLE}{', or the service' if IS_NAMED else ''}.",
)
@_server_option
@click.option("--debug", is_flag=True, help=f"Log requests, without secrets; {LOG_VARIABLE}=info or debug does it too.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and end.",
)
@click.pass_context
def ROOT(  # noqa: N802 - a constant: the command
    context: click.Context, /, *, debug: bool, retries: int | None, **settings: Any
) -> None:
    """Keep the settings for the command that follows."""
    session: Session = context.obj or Session()
    given = _addressed(settings) | {"max_retries": retries}
    session.settings = session.settings | {name: value for name, value in given.items() if value is not None}
    session.debug = debug
    context.obj = session
    _log(debug=debug)


def _addressed(settings: dict[str, Any]) -> dict[str, Any]:
    """The settings with a URL that is none of the document's as what it is: a base URL."""
    server = settings.get("server")
    if server is None or settings.get("base_url") is not None or "://" not in server or server_named(server):
        return settings
    return settings | {"server": None, "base_url": server}


def _log(*, debug: bool) -> None:
    wanted = "DEBUG" if debug else os.environ.get(LOG_VARIABLE, "").upper()
    if wanted in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        logging.basicConfig(format="%(levelname)s %(name)s: %(message)s")
        logging.getLogger(NAME).setLevel(wanted)


def _some_command() -> str:
    """A command of a resource, for the help."""
    return next((f", such as {option(name)} {option(verbs[0])}" for name, verbs in RESOURCES.items() if verbs), "")


@click.command(
    "help",
    short_help=_TOOLS["help"][0],
    help=f"Explain TOPIC: exit-codes, completion, or a command{_some_command()}.",
    no_args_is_help=True,
)
@click.argument("topic", nargs=-1, required=True)
@click.pass_context
def HELP(context: click.Context, topic: tuple[str, ...]) -> None:  # noqa: N802 - a constant: the command
    """Explain a topic."""
    if topic == ("exit-codes",):
        click.echo("\n".join(f"{status:>4}  {meaning}" for status, meaning in TABLE))
    elif topic == ("completion",):
        click.echo(_COMPLETION)
    else:
        _explain(context, topic)


def _explain(context: click.Context, words: tuple[str, ...]) -> None:
    command: click.Command = ROOT
    place = context.find_root()
    for word in words:
        found = command.get_command(place, word) if isinstance(command, click.Group) else None
        if found is None:
            near = nearest(word, command.list_commands(place)) if isinstance(command, click.Group) else None
            hint = f"did you mean {near}?" if near else "there are exit-codes and completion."
            raise click.UsageError(f"No topic and no command {' '.join(words)!r}; {hint}")
        command, place = found, click.Context(found, info_name=word, parent=place)
    click.echo(command.get_help(place))
