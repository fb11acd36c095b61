"""Calls an operation for a tool, and makes the content of its result."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Awaitable, Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import click

from .._lazy import lazy_module
from ..cli._command import Command
from ..cli._export import finish
from ..cli._files import SUFFIXES, check_installed
from ..cli._output import json_line
from ..cli._perform import PAGE_SIZE as MOST_ITEMS
from ..cli._perform import asked_for, type_of
from ..cli._rows import plain
from ..cli._spool import Spool
from ._arguments import arguments_of
from ._files import Folder, no_folder
from ._operations import Operation
from ._results import Chosen, chosen_fields, exact, fitting, pick, shortened, without_nulls
from ._schemas import DATA

if TYPE_CHECKING:
    from .._names import clients as _clients
else:
    _clients = lazy_module("._names.clients")

BUILDS_ON: Final = ("_names.clients.AsyncSDKClient",)

Progress: TypeAlias = Callable[[int, int | None], Awaitable[None]]
"""Receives how many rows have come, and of how many."""

_OWN: Final = frozenset({"fields", "skip", "position"})
"""Arguments that are the tools', unless an operation has one of the same name."""


class Call(NamedTuple):
    """A call whose arguments were checked, and which was not sent.

    Args:
        operation: What to call.
        command: What it answers, under the media type that was asked for.
        arguments: The arguments of the method.
        fields: What to answer of each record; None for everything.
        skip: How many items of a page to leave out.
        position: Where a page begins of a list that is read forward, or None.
    """

    operation: Operation
    command: Command
    arguments: dict[str, Any]
    fields: list[Chosen] | None
    skip: int
    position: Any


def prepare(operation: Operation, given: Mapping[str, Any], folder: Folder | None) -> Call:
    """Check what a tool was given, before anybody is asked and anything is sent.

    Args:
        operation: What to call.
        given: What the tool was given.
        folder: Where files are, or None.

    Raises:
        UsageError: An argument is unknown, lacking or of the wrong kind.
    """
    taken = {argument.name for argument in operation.command.arguments}
    own = {name: value for name, value in given.items() if name in _OWN - taken}
    values = {name: value for name, value in given.items() if name not in own}
    arguments = arguments_of(operation, values, folder)
    command = asked_for(operation.command, arguments)
    if command.gives == "file" and folder is None:
        raise click.UsageError(no_folder(operation.name))
    if own.get("skip") and command.item is None and command.gives != "lines":
        raise click.UsageError(f"{operation.name} answers no list, of which something could be skipped.")
    skip = _skipped(own.get("skip"))
    return Call(operation, command, arguments, chosen_fields(own.get("fields")), skip, own.get("position"))


async def perform(client: _clients.AsyncSDKClient, call: Call, folder: Folder | None) -> dict[str, Any]:
    """Call an operation and return the content of the result.

    Args:
        client: Sends the request.
        call: What to call.
        folder: Where files are, or None.

    Raises:
        UsageError: The list cannot be read from there.
        APIError: The service or the connection failed.
    """
    command = call.command
    if command.gives == "file":
        return await _store(client, call, folder)
    answer = attrgetter(call.operation.name)(client)(**call.arguments)
    if command.gives == "lines":
        return await _some(answer, call)
    if command.paged:
        return await _page(answer, call)
    answer = await answer
    if command.item is not None:
        return _list(answer, call, {}, None)
    return _single(pick(exact(answer), call.fields))


async def _page(pager: Any, call: Call) -> dict[str, Any]:
    """One page, and the arguments for the next."""
    here: dict[str, Any]
    if not hasattr(pager, "resume"):
        if call.position is not None:
            raise click.UsageError(f"{call.operation.name} has numbered pages; ask for one with page.")
        page = await pager.page()
        here = {"page": page.number}
        if "page_size" in call.arguments:
            here["page_size"] = call.arguments["page_size"]
        beyond = None if page.next_number is None else here | {"page": page.next_number}
    else:
        here = {} if call.position is None else {"position": call.position}
        page = await (pager if call.position is None else pager.resume(call.position)).page()
        beyond = None if page.next_position is None else {"position": page.next_position}
    return _list(page.items, call, here, beyond) | ({} if page.total is None else {"total": page.total})


def _skipped(value: Any) -> int:
    if value is None:
        return 0
    if type(value) is not int or value < 0:
        raise click.UsageError("skip must be a whole number from 0.")
    return value


def _single(value: Any) -> dict[str, Any]:
    data, note = shortened(without_nulls(value))
    return {DATA: data} | ({"note": note} if note else {})


def _list(items: Any, call: Call, here: dict[str, Any], beyond: dict[str, Any] | None) -> dict[str, Any]:
    """What fits of a page, and the arguments that go on after it."""
    every = [without_nulls(pick(exact(item), call.fields)) for item in itertools.islice(items, call.skip, None)]
    count = fitting(every)
    kept, note = every[:count], None
    if count == 1:
        first, note = shortened(kept[0])
        kept = [first]
    content: dict[str, Any] = {DATA: kept}
    follows = beyond
    if count < len(every):
        follows = here | {"skip": call.skip + count}
        note = f"{note or ''} {len(every) - count} of this page are left out, for they are too long.".strip()
    if follows is not None:
        content["next"] = follows
        note = f"{note or ''} Call again with the arguments of next, besides your own, for what follows.".strip()
    return content | ({"note": note} if note else {})


async def _some(stream: Any, call: Call) -> dict[str, Any]:
    """The first items of a stream, which may never end."""
    items: list[Any] = []
    more = False
    async with stream:
        async for item in stream:
            if len(items) == call.skip + MOST_ITEMS:
                more = True
                break
            items.append(item)
    return _list(items, call, {}, {"skip": call.skip + MOST_ITEMS} if more else None)


async def _store(client: _clients.AsyncSDKClient, call: Call, folder: Folder | None) -> dict[str, Any]:
    """Store what is answered in a file, named after the operation and the arguments."""
    operation = call.operation
    if folder is None:
        raise click.UsageError(no_folder(operation.name))
    said = hashlib.sha256(repr(sorted(call.arguments.items(), key=str)).encode()).hexdigest()[:8]
    target = folder.target(f"{operation.tool}-{said}")
    method = attrgetter(f"{operation.resource}.with_streaming_response.{operation.command.verb}")(client)
    return {DATA: str(await method(**call.arguments).download_to(target))}


async def export(
    client: _clients.AsyncSDKClient, operation: Operation, name: Any, folder: Folder, progress: Progress
) -> dict[str, Any]:
    """Write all of a list to a file, which appears when it is whole.

    Args:
        client: Sends the requests.
        operation: The list.
        name: The file's name, whose end says what it becomes.
        folder: Where it goes.
        progress: Is told after each page.

    Raises:
        UsageError: The operation is no list that needs nothing, or the name does not fit.
        APIError: A page could not be fetched.
    """
    command = operation.command
    if command.item is None or operation.needed:
        raise click.UsageError(f"{operation.name} is no list that needs no arguments; only such are exported.")
    target = folder.target(name)
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise click.UsageError(f"End the name of the file with {', '.join(SUFFIXES)}; that says what it becomes.")
    check_installed(suffix)
    method = attrgetter(operation.name)(client)
    sized = any(argument.name == "page_size" for argument in command.arguments)
    spool = Spool(target, operation.name, restart=True)
    try:
        if command.paged:
            async for page in method(**({"page_size": MOST_ITEMS} if sized else {})).pages():
                _keep(spool, page.items)
                await progress(spool.state.rows, page.total)
        else:
            _keep(spool, await method())
            await progress(spool.state.rows, spool.state.rows)
        rows = spool.state.rows
        finish(spool, target, type_of(command.item), None, guard=True)
    finally:
        # What an interrupted export leaves is of no use: the next one begins anew.
        spool.remove()
    return {DATA: {"rows": rows, "file": str(target)}}


def _keep(spool: Spool, items: Any) -> None:
    spool.add((json_line(plain(item)).encode() for item in items), None)
