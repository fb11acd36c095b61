"""Runs one command of a resource: calls the method and writes its answer, or prints the request."""

from __future__ import annotations

import importlib
import itertools
import sys
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import unquote

import click

from .._lazy import lazy_module
from .._names.errors import SDKError
from .._redaction.names import SECRET_HEADERS
from ..errors import FaultError
from ..transports import Request
from ._command import Argument, Command
from ._exits import FAILED
from ._session import NotSent, Session, note
from ._text import escape_terminal, escaped, option

if TYPE_CHECKING:
    from .. import pagination
else:
    pagination = lazy_module(".pagination")

BUILDS_ON: Final = ("_names.errors.SDKError",)

PAGE_SIZE: Final = 100
"""Items asked for at a time, unless said otherwise: ten times fewer requests than with the service's default."""

TABLE_ROWS: Final = 100
"""Rows of a table, unless said otherwise: it has to be held whole, and a person reads no more."""

_REDACTED_HEADERS: Final = frozenset({*SECRET_HEADERS, "authorization", "cookie"})
_AS_IT_IS: Final = frozenset(
    {
        "int",
        "bool",
        "str",
        "decimal",
        "datetime",
        "date",
        "time",
        "duration",
        "uuid",
        "bytes",
        "json",
        "texts",
        "any",
        "file",
    }
    | {"texts", "upload", "uploads", "named_uploads", "accept"}
)
_SCALARS: Final[Mapping[str, Any]] = {"int": int, "bool": bool, "str": str, "bytes": bytes, "Any": object}
_STANDARD: Final[Mapping[str, str]] = {
    "date": "datetime", "datetime": "datetime", "time": "datetime", "Decimal": "decimal", "UUID": "uuid",
}  # fmt: skip
"""The modules of types that only some packages import."""


def perform(session: Session, resource: str, command: Command, values: dict[str, Any]) -> None:
    """Run one command.

    Args:
        session: Settings of this run.
        resource: The resource, `orders`.
        command: What to call.
        values: The options' values by name; those of the command line's own begin with an underscore.
    """
    arguments = _arguments(command, values)
    command = asked_for(command, values)
    if values.get("_query") is not None and values.get("_fields") is not None:
        raise click.UsageError("--fields and --query: choose one; a query names fields itself, as [].{number: number}.")
    item = type_of(command.item) if command.item else None
    columns = _columns(item or (type_of(command.answer) if command.answer else None), values.get("_fields"))
    target = next((argument.name for argument in command.arguments if argument.kind == "file"), None)
    if target is not None:
        _check_target(arguments[target], force=bool(values.get("_force")))
    output: Path | None = values.get("_output")
    if command.gives == "file" and not values["_dry_run"]:
        _check_target(Path("-") if output is None else output, force=bool(values.get("_force")), name="--output")
    if values["_dry_run"]:
        _print_dry_run(session, resource, command, arguments)
        return
    with session.client() as client:
        if command.deletes and not values.get("_yes"):
            _confirm(resource, command, arguments, client.base_url)
        method = attrgetter(f"{resource}.{command.verb}")(client)
        if target is not None:
            _download(method, arguments, target)
        elif command.gives == "file":
            _store(attrgetter(f"{resource}.with_streaming_response.{command.verb}")(client)(**arguments), output)
        elif command.gives == "lines":
            _write_lines(method(**arguments))
        elif command.item is None:
            _write_answer(method(**arguments), values, columns)
        else:
            _write_list(method(**arguments), command, values, columns)


def _arguments(command: Command, values: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of the method."""
    # An option that may be repeated and was not given is an empty tuple.
    given = {argument: values[argument.name] for argument in command.arguments if _is_given(values.get(argument.name))}
    arguments = {argument.name: _query_value(argument, value) for argument, value in given.items() if not argument.body}
    if command.paged and any(argument.name == "page_size" for argument in command.arguments):
        # What is picked here may be anywhere in the list.
        picking = any(values.get(name) for name, _ in command.filters)
        wanted = PAGE_SIZE if picking else values.get("_limit") or PAGE_SIZE
        arguments.setdefault("page_size", min(wanted, PAGE_SIZE))
    if command.body is not None:
        from ._documents import body_of, read

        source = values.get("_body")
        document = None if source is None else read(source)
        fields = {argument.name: value for argument, value in given.items() if argument.body}
        _check_same_id(document, {argument.name: value for argument, value in given.items() if argument.positional})
        arguments |= body_of(type_of(command.body), document, fields)
    return arguments


def asked_for(command: Command, values: Mapping[str, Any]) -> Command:
    """Return the command with what is answered under the media type that was asked for.

    Args:
        command: The command.
        values: The values by name.
    """
    asked = next((values.get(argument.name) for argument in command.arguments if argument.kind == "accept"), None)
    if values.get("_output") is not None or command.choices.get(asked or "") == "bytes":
        return command._replace(item=None, answer=None, gives="file")
    is_default = asked is None or asked == next(iter(command.choices))
    return command if is_default else command._replace(item=None, answer=None, gives="")


def _is_given(value: object) -> bool:
    return value is not None and value != ()


def _check_same_id(document: Any, by_place: Mapping[str, object]) -> None:
    """Refuse a file about another thing than the one that is named."""
    for name, value in by_place.items():
        wire = "".join(word.capitalize() for word in name.split("_"))
        for key in (name, wire) if isinstance(document, dict) else ():
            said = cast("dict[str, object]", document).get(key)
            if said not in (None, value):
                raise click.UsageError(
                    f"The file is of {key} {escape_terminal(said)}, the command of {value}; which one?"
                )


def _query_value(argument: Argument, value: Any) -> Any:
    if argument.of:
        from ._documents import value_of

        kind, several = type_of(argument.of.removesuffix("[]")), cast("Any", list)
        return value_of(several[kind] if argument.of.endswith("[]") else kind, argument.name, value)
    if argument.kind in _AS_IT_IS:
        if argument.kind == "named_uploads":
            return dict(value)
        return list(value) if argument.kind == "uploads" else value
    from ._documents import member

    return member(type_of(argument.kind), value, f"--{option(argument.name)}")


def type_of(name: str) -> Any:
    """Return the type that the generator wrote of a command: a model, an enum, or a type of Python's own.

    Args:
        name: Its name.
    """
    if name in _SCALARS:
        return _SCALARS[name]
    if name in _STANDARD:
        return getattr(importlib.import_module(_STANDARD[name]), name)
    return getattr(importlib.import_module("..models", __package__), name)


def _columns(kind: Any, fields: str | None) -> tuple[str, ...] | None:
    """The columns that were asked for; None for the default ones."""
    if fields is None:
        return None
    if kind is None:
        raise click.UsageError("--fields: the answer is one value and has no fields.")
    from ._rows import chosen

    return chosen(fields, kind)


def _confirm(resource: str, command: Command, arguments: Mapping[str, Any], base_url: str) -> None:
    """Ask a person who sits at a terminal; nobody else is asked, for a script would wait for ever."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return
    named = [str(value) for name, value in arguments.items() if isinstance(value, int | str) and name != "page_size"]
    words = escape_terminal(" ".join([option(resource), option(command.verb), *named]))
    if not click.confirm(f"{words} at {escape_terminal(base_url)}: go on?", err=True):
        note("Nothing was sent.")
        raise click.exceptions.Exit(FAILED)


def _write_answer(answer: Any, values: Mapping[str, Any], columns: tuple[str, ...] | None) -> None:
    form, guard = values["_format"], not values.get("_unsafe_csv")
    if values.get("_query") is not None:
        _write_queried(answer, values)
        return
    from ._output import write_value  # `--help` does without it

    write_value(answer, form, columns, guard=guard)


def _write_queried(answer: Any, values: Mapping[str, Any]) -> None:
    """Write what the expression makes of an answer, which must be whole before anything can be said of it."""
    from ._query import write_result
    from ._rows import plain

    write_result(values["_query"].of(plain(answer)), values["_format"], guard=not values.get("_unsafe_csv"))


def _write_list(
    answer: pagination.Pager[Any] | list[Any],
    command: Command,
    values: Mapping[str, Any],
    columns: tuple[str, ...] | None,
) -> None:
    from ._output import write_rows
    from ._rows import columns_of, default_columns, plain

    form, limit = values["_format"], values.get("_limit")
    item = type_of(cast("str", command.item))
    if values.get("_query") is not None:
        every_item = _picked(answer, command, values)
        _write_queried(list(itertools.islice(every_item, limit) if limit else every_item), values)
        return
    items = _picked(_with_faulted(answer), command, values)
    cut = limit if limit is not None else TABLE_ROWS if form == "table" else 0
    limited = itertools.islice(items, cut) if cut else items
    every = columns_of(item)
    if form != "table":
        write_rows(map(plain, limited), form, columns or every, guard=not values.get("_unsafe_csv"))
        return
    from ._table import print_rows  # rich costs more than all the rest

    rows: list[Any] = []
    failure: SDKError | None = None
    try:
        rows.extend(map(plain, limited))
    except SDKError as error:
        failure = error
    # The rows before a failure are printed, as in the other formats.
    if rows or failure is None:
        print_rows(rows, columns or default_columns(item))
    if failure is not None:
        raise failure
    if limit is None and len(rows) == TABLE_ROWS and next(items, None) is not None:
        note(f"The first {TABLE_ROWS} are shown; --limit all shows all, --jsonl and --csv too.")


def _with_faulted(items: Iterable[Any]) -> Iterator[Any]:
    """The items, those of a page that the service calls faulted too, before the error is raised."""
    try:
        yield from items
    except FaultError as error:
        if error.page is not None:
            yield from error.page.items
        raise


def _picked(items: Iterable[Any], command: Command, values: Mapping[str, Any]) -> Iterator[Any]:
    """The items with the values that the filters name."""
    from ._documents import member

    wanted = {
        name: {member(type_of(kind), text, f"--{option(name)}") for text in values[name]}
        for name, kind in command.filters
        if values.get(name)
    }
    return (item for item in items if all(getattr(item, name) in choices for name, choices in wanted.items()))


def _write_lines(items: Iterable[Any]) -> None:
    """Items as they come, each as JSON on a line."""
    from ._output import write_line
    from ._rows import plain

    for item in items:
        write_line(plain(item))


def _store(answer: Any, output: Path | None) -> None:
    """Store what is answered in a file, or write it to standard output as it comes."""
    if output is not None and str(output) != "-":
        print(escape_terminal(answer.download_to(output)))
        return
    from ._output import write_bytes

    for chunk in answer:
        write_bytes(chunk)


def _check_target(path: Path, *, force: bool, name: str = "--out") -> None:
    if str(path) == "-":
        if sys.stdout.isatty():
            raise click.UsageError(f"{name} -: a file is not written to a terminal; name a file, or use a pipe.")
    elif path.exists() and not force:
        raise click.UsageError(f"{name}: {path} is there already; --force replaces it.")


def _download(method: Any, arguments: dict[str, Any], target: str) -> None:
    if str(arguments[target]) != "-":
        print(escape_terminal(method(**arguments)))
        return
    import tempfile

    from ._output import write_bytes

    with tempfile.TemporaryDirectory() as folder:
        stored: Path = method(**(arguments | {target: Path(folder) / "download"}))
        write_bytes(stored.read_bytes())


def _print_dry_run(session: Session, resource: str, command: Command, arguments: dict[str, Any]) -> None:
    """Print the request without sending it."""
    with session.dry_client() as client:
        try:
            answer = attrgetter(f"{resource}.{command.verb}")(client)(**arguments)
            if command.paged:
                answer.page()
            elif command.gives == "lines":
                next(answer, None)
        except NotSent as outcome:
            _print_request(outcome.request)


def _print_request(request: Request) -> None:
    print(f"{request.method} {escaped(request.url)}")
    for name, value in request.headers.items():
        print(f"{name}: {'<hidden>' if name.lower() in _REDACTED_HEADERS else escape_terminal(value)}")
    if "?" in request.url:
        note(f"The query reads: {escape_terminal(unquote(request.url.partition('?')[2]))}")
    if request.content is not None:
        print()
        _print_body(request)


def _print_body(request: Request) -> None:
    """Print a body that is JSON or a form; of any other, how long it is."""
    import msgspec

    content, kind = request.content, request.headers.get("Content-Type", "")
    if isinstance(content, bytes) and "json" in kind:
        print(escaped(msgspec.json.format(content, indent=2).decode()))
    elif isinstance(content, bytes) and kind.startswith(("application/x-www-form-urlencoded", "text/")):
        print(escape_terminal(content.decode(errors="replace")))
    elif content is not None:
        length = len(content) if isinstance(content, bytes) else content.content_length
        print(f"({'an unknown number of' if length is None else length} bytes)")
