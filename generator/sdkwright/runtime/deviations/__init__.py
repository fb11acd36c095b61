"""What the service sends that the vendor's document does not say: collected on request, and turned into corrections.

    with DeviationReport() as report:
        for order in client.orders.list():
            ...
    print(report.table())
    print(report.overlay_actions())

A report collects from every call made in its context, of every client, sync and async; as `on_deviation=report` of a
client, from the calls of that client. Looking for deviations costs several times what decoding does; nothing is looked
for when nobody asks. Of what was sent, a report shows kinds of values, texts of enums and names of fields, and no other
value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextvars import ContextVar
from threading import Lock
from types import TracebackType
from typing import Any, Final, Self

import msgspec

from .._json.time_limit import LateError, TimeLimit
from ._deviation import Deviation, Kind

__all__ = ["Deviation", "DeviationReport", "Kind"]

_WIDTH: Final = 120
_HEADINGS: Final = ("count", "operation", "path", "kind", "expected", "seen")
# Columns at most this wide when the table is wider than a terminal.
_LIMITS: Final = (6, 24, 34, 15, 15, 16)
_GAP: Final = "  "


class DeviationReport:
    """Collects deviations, from several threads if need be.

    As a context manager it collects from every call made in the context, also from threads and tasks that copy the
    context; of nested reports each collects. Called with a deviation it adds it: give it to a client as `on_deviation`.
    """

    def __init__(self) -> None:
        self._counts: dict[Deviation, int] = {}
        self._lock = Lock()

    def __call__(self, deviation: Deviation) -> None:
        """Add one deviation."""
        key = msgspec.structs.replace(deviation, count=0)
        with self._lock:
            self._counts[key] = self._counts.get(key, 0) + deviation.count

    def __enter__(self) -> Self:
        _current.set(_Link(self, _current.get()))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        link = _current.get()
        _current.set(link.outer if link is not None else None)

    @property
    def deviations(self) -> tuple[Deviation, ...]:
        """What was collected, added up and sorted by operation and path."""
        with self._lock:
            found = list(self._counts.items())
        return tuple(sorted(msgspec.structs.replace(deviation, count=count) for deviation, count in found))

    def table(self) -> str:
        """Return the report as a table of at most 120 columns, longer cells cut."""
        rows = [_HEADINGS, *(_cells(deviation) for deviation in self.deviations)]
        if len(rows) == 1:
            return "No deviations."
        widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
        if sum(widths) + len(_GAP) * (len(widths) - 1) > _WIDTH:
            widths = [min(width, limit) for width, limit in zip(widths, _LIMITS, strict=True)]
        rows.insert(1, tuple("-" * width for width in widths))
        return "\n".join(_GAP.join(map(_fit, row, widths)).rstrip() for row in rows)

    def to_json(self) -> str:
        """Return the report as a JSON array, one object a deviation."""
        return msgspec.json.format(msgspec.json.encode(self.deviations), indent=2).decode()

    def overlay_actions(self) -> str:
        """Return OpenAPI Overlay 1.0 actions, as YAML, that would make the vendor's document say what was seen.

        They are suggestions for a person to review: types are guessed from one example, and a place that may be null
        in one answer may be null in all. What an overlay cannot say stands in comments.
        """
        from ._overlay import overlay_actions  # for maintainers only

        return overlay_actions(self.deviations)

    def __str__(self) -> str:
        return self.table()

    def __repr__(self) -> str:
        return f"<DeviationReport of {len(self._counts)} deviations>"


class _Link:
    """One open report and those around it. It never changes, so contexts that are copied from this one can share it."""

    __slots__ = ("outer", "report")

    def __init__(self, report: DeviationReport, outer: _Link | None) -> None:
        self.report = report
        self.outer = outer

    def holds(self, sink: object) -> bool:
        """Whether a report is among those that are open.

        Args:
            sink: Anything.
        """
        link: _Link | None = self
        while link is not None:
            if link.report is sink:
                return True
            link = link.outer
        return False

    def __call__(self, deviation: Deviation) -> None:
        called: set[int] = set()
        link: _Link | None = self
        while link is not None:
            if id(link.report) not in called:
                called.add(id(link.report))
                link.report(deviation)
            link = link.outer


_current: ContextVar[_Link | None] = ContextVar("deviation_report", default=None)


def active() -> Callable[[Deviation], None] | None:
    """Return the receiver of deviations in this context, or None when no report is open."""
    return _current.get()


def sinks(own: Callable[[Deviation], None] | None) -> list[Callable[[Deviation], None]]:
    """Return every receiver of deviations, each once.

    Args:
        own: The client's `on_deviation`, if it has one.
    """
    opened = _current.get()
    if opened is None:
        return [] if own is None else [own]
    return [opened] if own is None or opened.holds(own) else [opened, own]


def inspect(
    operation: str, result: Any, body: bytes, limit: TimeLimit | None = None, *, outer: str = ""
) -> Iterator[Deviation]:
    """Read an answer again for what was tolerated in it.

    Args:
        operation: Public name of the operation.
        result: Type of the decoded answer, or None when the operation answers nothing.
        body: The answer, as it came.
        limit: Until when; None for no limit.
        outer: Where the body stands in what the operation answers; empty where it is all of it.

    Yields:
        Each deviation with its count. A body that cannot be decoded gives one.

    Raises:
        LateError: The deadline has passed. Nothing else is ever raised.
    """
    from ._inspection import findings  # only where deviations are asked for

    try:
        found = findings(result, body, limit) if result is not None else []
    except LateError:
        raise
    except Exception as error:  # noqa: BLE001 - a report must not break the call that it watches
        found = [Deviation(operation, "", Kind.DECODE_FAILURE, "", type(error).__name__)]
    for deviation in found:
        path = deviation.path
        if outer:
            path = f"{outer}.{path}" if path and not path.startswith("[") else f"{outer}{path}"
        yield msgspec.structs.replace(deviation, operation=operation, path=path)


def _cells(deviation: Deviation) -> tuple[str, ...]:
    kept = (deviation.operation, deviation.path or "(whole)", deviation.kind.value, deviation.expected, deviation.seen)
    return (str(deviation.count), *kept)


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else f"{text[: width - 1]}\u2026"
