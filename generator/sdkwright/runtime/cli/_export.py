"""Fetches all of a list, page by page, into a spool, and makes the file of it when the list is whole."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Protocol

import msgspec

from .._json.codec import decode_plain
from .._json.shapes import is_list, is_object
from .._lazy import lazy_module, pathlib
from ._command import Command
from ._files import write_file
from ._output import json_line
from ._rows import columns_of, plain
from ._session import interactive, note
from ._spool import Spool, settle

if TYPE_CHECKING:
    from .._names import clients as _clients
else:
    _clients = lazy_module("._names.clients")

BUILDS_ON: Final = ("_names.clients.SDKClient",)


class Question(msgspec.Struct, frozen=True):
    """What an export asks for; a half-finished one goes on only with the same.

    Args:
        resource: The resource, `orders`.
        page_size: Items on a page; None where there are no pages.
        base_url: Where it is asked.
        account: Digest of the account's key.
    """

    resource: str
    page_size: int | None
    base_url: str
    account: str

    def digest(self) -> str:
        """Return what tells this question from others, and nothing of the account."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()


class Progress(Protocol):
    """Receives the progress of an export."""

    def __call__(self, rows: int, total: int | None) -> None:
        """Receive the number of rows fetched so far, and the service's count of all rows."""


class Fetching:
    """Fetches one list into a spool, from where an earlier run stopped.

    Args:
        client: Sends the requests.
        command: The list.
        question: What is asked for.
        spool: Takes the rows.
        progress: Receives the number of rows after each page.
    """

    def __init__(
        self, client: _clients.SDKClient, command: Command, question: Question, spool: Spool, progress: Progress
    ) -> None:
        self._client = client
        self._command = command
        self._question = question
        self._spool = spool
        self._progress = progress
        self._seen: set[int] = set()

    def run(self) -> None:
        """Fetch what is lacking."""
        state = self._spool.state
        if state.page is None:
            return
        method = attrgetter(f"{self._question.resource}.{self._command.verb}")(self._client)
        if not self._command.paged:
            self._keep(method(), None)
            return
        first = self._first_page(state.page)
        takes = {argument.name for argument in self._command.arguments}
        asked = {"page": first if first > 1 else None, "page_size": self._question.page_size}
        pages = method(**{name: value for name, value in asked.items() if name in takes}).pages()
        known_before = len(self._seen)
        for page in pages:
            fresh = self._fresh(page.items)
            # Once an export goes on, pages beyond the end that begin anew are known by what the file holds.
            if known_before and not fresh and page.number > state.page and (page.total or 0) <= self._spool.state.rows:
                break
            self._keep(fresh, page.next_number, page.total)
        self._keep([], None)

    def _first_page(self, page: int) -> int:
        """The page to begin with: the last one again, because deletions move later items to it."""
        if page == 1:
            return page
        for line in self._spool.lines():
            row = decode_plain(line)
            id: object = row.get("id") if is_object(row) else None
            if not isinstance(id, int):
                self._seen.clear()
                return page
            self._seen.add(id)
        return page - 1

    def _fresh(self, items: Sequence[object]) -> list[object]:
        """The items that no earlier page had: what is added while a list is read moves others to a later page."""
        ids = [getattr(item, "id", None) for item in items]
        fresh = [item for item, id in zip(items, ids, strict=True) if id not in self._seen]
        self._seen.update(id for id in ids if isinstance(id, int))
        return fresh

    def _keep(self, items: Sequence[object], next_page: int | None, total: int | None = None) -> None:
        self._spool.add((json_line(plain(item)).encode() for item in items), next_page)
        self._progress(self._spool.state.rows, total)


def finish(spool: Spool, target: pathlib.Path, kind: Any, columns: Sequence[str] | None, *, guard: bool) -> None:
    """Make the file of the rows, and give it its name when it is whole.

    Args:
        spool: The rows.
        target: The file.
        kind: The type of the items.
        columns: What to write of each; None for all.
        guard: As for CSV.
    """
    suffix = target.suffix.lower()
    if suffix == ".jsonl" and columns is None:
        settle(spool.part, target)
    else:
        aside = target.with_name(f"{target.name}.new")
        try:
            write_file(aside, suffix, spool.lines(), kind, columns or columns_of(kind), guard=guard)
            settle(aside, target)
        finally:
            aside.unlink(missing_ok=True)
    spool.remove()


def finish_queried(spool: Spool, target: pathlib.Path, query: Any, *, guard: bool) -> int:
    """Make the file of what a query makes of the rows, and return how many rows it has.

    Args:
        spool: The rows, which are all read into memory.
        target: The file.
        query: The expression.
        guard: As for CSV.

    Raises:
        UsageError: The expression cannot be applied to the rows, which stay for another one.
    """
    from ._files import write_plain_rows
    from ._query import columns_of_rows, rows_of

    result = query.of([decode_plain(line) for line in spool.lines()])
    items = result if is_list(result) else [result]
    aside = target.with_name(f"{target.name}.new")
    try:
        rows = rows_of(result)
        write_plain_rows(aside, target.suffix.lower(), items, rows, columns_of_rows(rows), guard=guard)
        settle(aside, target)
    finally:
        aside.unlink(missing_ok=True)
    spool.remove()
    return len(items)


def _untold(rows: int, total: int | None) -> None:
    """Tell nobody."""
    del rows, total


@contextmanager
def progress_bar(resource: str) -> Iterator[Progress]:
    """Show a bar on standard error while a person watches, and nothing otherwise."""
    if not interactive():
        yield _untold
        return
    from rich.console import Console  # only for a progress display
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    parts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*parts, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(resource, total=None)
        yield lambda rows, total: bar.update(task, completed=rows, total=max(total, rows) if total else None)


@contextmanager
def telling(spool: Spool) -> Iterator[None]:
    """Say what is kept when an export ends before its end."""
    try:
        yield
    except BaseException:
        if spool.state.rows:
            note(f"{spool.state.rows} rows are kept in {spool.part.name}; the same command goes on from there.")
        raise
