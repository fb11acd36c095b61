"""Builds the commands of the resources from what the generator wrote of them, each when it is asked for."""

from __future__ import annotations

import importlib
import itertools
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import partial
from typing import Any, Final
from uuid import UUID

import click

from .._redaction.names import is_secret_name
from ._command import Argument, Command
from ._groups import Group
from ._perform import perform
from ._text import escape_terminal, option
from ._values import (
    Bytes,
    Count,
    Duration,
    EnumText,
    Exact,
    Expression,
    JsonOrText,
    JsonText,
    Moment,
    Named,
    Sent,
    Source,
    Target,
    Type,
    Whole,
    Written,
    texts,
)

BUILDS_ON: Final = ("_commands.RESOURCES",)

_FORMATS: Final = ("table", "json", "jsonl", "csv")
_PLAIN: Final[Mapping[str, Callable[[], Type]]] = {
    "int": Whole,
    "str": lambda: click.STRING,
    "datetime": Moment,
    "date": lambda: Written("date", date, "2026-01-31"),
    "time": lambda: Written("time", time, "11:30:00+01:00"),
    "duration": Duration,
    "uuid": lambda: Written("id", UUID, "123e4567-e89b-42d3-a456-426614174000"),
    "bytes": Bytes,
    "decimal": Exact,
    "file": Target,
    "json": JsonText,
    "any": JsonOrText,
    "upload": Sent,
    "texts": lambda: click.STRING,
    "uploads": Sent,
    "named_uploads": Named,
}
_REPEATED: Final = frozenset({"texts", "uploads", "named_uploads"})
_RESERVED: Final = frozenset(
    {
        "body",
        "json",
        "jsonl",
        "csv",
        "format",
        "fields",
        "query",
        "limit",
        "yes",
        "dry-run",
        "force",
        "unsafe-csv",
        "help",
    }
)
_BODY: Final = (
    "The body as a JSON object, - for standard input; its fields are named as in Python or as the service names them. "
    "Options come before it."
)
_QUERY: Final = "Print what this JMESPath expression makes of the answer; of a list, of all its items."
_YES: Final = "Do not ask at a terminal before something is deleted."
_UNSAFE: Final = "Leave texts in a CSV as they are, also where a spreadsheet would run them as formulas."


class ResourceGroup(Group):
    """The commands of one resource.

    Args:
        resource: The resource, `orders`.
        verbs: Its methods.
    """

    def __init__(self, resource: str, verbs: Sequence[str]) -> None:
        label = resource.replace("_", " ").replace(".", " ")
        listed = ", ".join(map(option, verbs))
        super().__init__(
            option(resource),
            help=f"Work with {label}.",
            short_help=listed,
            no_args_is_help=True,
        )
        self._resource = resource
        self._verbs = {option(verb): verb for verb in verbs}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, the everyday ones first."""
        return list(self._verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command."""
        if cmd_name not in self._verbs:
            return None
        module = importlib.import_module(f".._commands.{self._resource.replace('.', '_')}", __package__)
        found = next(command for command in module.COMMANDS if command.verb == self._verbs[cmd_name])
        return _built(self._resource, found, module.ENUMS)


class _Verb(click.Command):
    """A command of a resource."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words.

        Raises:
            UsageError: They are wrong. A file behind `--json`, which was the body once, is told how it is given now.
        """
        given = dict(itertools.pairwise(args)).get("--json", "-")
        takes_body = any(param.name == "_body" for param in self.params)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            if not takes_body or given.startswith("-") or isinstance(error, click.NoSuchOption):
                raise
            problem = f"--json prints the answer as JSON and takes no file; the body is --body {given}."
        raise click.UsageError(problem, ctx)


def _built(resource: str, command: Command, enums: Mapping[str, Sequence[str]]) -> click.Command:
    text = escape_terminal(command.summary)
    calls = f"Calls {escape_terminal(command.calls)}; client.{resource}.{command.verb} in Python."
    about = calls if command.calls else f"client.{resource}.{command.verb} in Python."
    return _Verb(
        option(command.verb),
        params=[
            *(_parameter(argument, command, enums) for argument in command.arguments if _is_offered(argument)),
            *_filters(command, enums),
            *_own(command),
        ],
        callback=partial(_callback, resource, command),
        help=f"{text}\n\n{about}",
        short_help=text,
        deprecated=command.deprecated is not None and escape_terminal(command.deprecated),
    )


def _callback(resource: str, command: Command, **values: Any) -> None:
    values["_format"] = _format(values)
    perform(click.get_current_context().obj, resource, command, values)


def _is_offered(argument: Argument) -> bool:
    # What stands on a command line is seen by every user of the machine.
    return not (argument.body and is_secret_name(argument.name))


def _parameter(argument: Argument, command: Command, enums: Mapping[str, Sequence[str]]) -> click.Parameter:
    kind = _type_of(argument, enums)
    needed = argument.required and not (argument.body and command.document)
    if argument.positional:
        return click.Argument([argument.name], type=kind, required=needed, metavar=argument.name.upper())
    name = option(argument.name)
    if argument.name in {"page", "page_size"} and not argument.body:
        kind = Whole(1)
    if argument.kind == "file":
        name = "out"
    elif name in _RESERVED or (name == "output" and _stores(command)):
        name = f"field-{name}"
    text = escape_terminal(argument.text)
    if argument.required and not needed:
        text += "  [required, here or in --body]"
    if argument.kind == "bool":
        return click.Option([argument.name, f"--{name}/--no-{name}"], default=None, required=needed, help=text)
    if argument.kind == "file":
        text = f"{text.rstrip('.')}; - for standard output."
    if argument.kind in _REPEATED:
        text = f"{text.rstrip('.')}; may be repeated."
    if argument.kind == "texts":
        return click.Option(
            [argument.name, f"--{name}"],
            type=kind,
            required=needed,
            multiple=True,
            callback=texts,
            metavar="TEXT",
            help=text,
        )
    several = argument.kind in _REPEATED
    return click.Option([argument.name, f"--{name}"], type=kind, required=needed, multiple=several, help=text)


def _type_of(argument: Argument, enums: Mapping[str, Sequence[str]]) -> Type:
    members = enums.get(argument.kind)
    if members is not None:
        return EnumText(argument.kind, members)
    if argument.kind == "accept":
        return click.Choice([media_type for media_type, _ in argument.choices])
    return _PLAIN.get(argument.kind, lambda: click.BOOL)()


def _stores(command: Command) -> bool:
    """Whether what is answered may be stored in a file."""
    return command.gives == "file" or "bytes" in command.choices.values()


def _filters(command: Command, enums: Mapping[str, Sequence[str]]) -> list[click.Option]:
    return [
        click.Option(
            [name, f"--{option(name)}"],
            type=EnumText(kind, enums[kind]),
            multiple=True,
            help=f"Only those with this {name.replace('_', ' ')}; may be repeated. Picked here, from all that the "
            "service lists.",
        )
        for name, kind in command.filters
        if option(name) not in _RESERVED
    ]


def _own(command: Command) -> list[click.Option]:
    """The options that do not come from the method."""
    own: list[click.Option] = []
    files = any(argument.kind == "file" for argument in command.arguments)
    if command.document:
        own.append(click.Option(["_body", "--body"], type=Source(), help=_BODY))
    if _stores(command):
        own.append(click.Option(["_output", "--output"], type=Target(), help="Where to store what is answered."))
    if files or _stores(command):
        own.append(click.Option(["_force", "--force"], is_flag=True, help="Replace the file if it exists."))
    if not files and (command.gives not in {"file", "lines"} or {"json", "text"} & {*command.choices.values()}):
        own += _formatting()
    if command.item is not None:
        own.append(
            click.Option(["_limit", "--limit"], type=Count(), help="How many to show, or all; a table shows 100.")
        )
    if command.deletes:
        own.append(click.Option(["_yes", "--yes", "-y"], is_flag=True, help=_YES))
    own.append(
        click.Option(
            ["_dry_run", "--dry-run"], is_flag=True, help="Print the request without credentials; send nothing."
        )
    )
    return own


def _formatting() -> list[click.Option]:
    return [
        click.Option(
            ["_format", "--format"],
            type=click.Choice(_FORMATS),
            help="How to print the answer: a table for people (by default), the others for programs.",
        ),
        *(
            click.Option([f"_{name}", f"--{name}"], is_flag=True, help=f"The same as --format {name}.")
            for name in _FORMATS[1:]
        ),
        click.Option(["_fields", "--fields"], metavar="NAME,...", help="What to print of each, as id,owner.name."),
        click.Option(["_query", "--query"], type=Expression(), metavar="EXPRESSION", help=_QUERY),
        click.Option(["_unsafe_csv", "--unsafe-csv"], is_flag=True, help=_UNSAFE),
    ]


def _format(values: dict[str, Any]) -> str:
    """The format that was asked for, once."""
    asked: set[str] = {name for name in _FORMATS if values.pop(f"_{name}", False)}
    if values.get("_format"):
        asked.add(values["_format"])
    if len(asked) > 1:
        raise click.UsageError(f"{' and '.join(sorted(asked))}: choose one format.")
    return next(iter(asked), "table")
