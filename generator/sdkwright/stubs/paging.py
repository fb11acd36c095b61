"""Edges of operations that answer page by page: pages that turn, counts that lie, faults inside a success."""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from sdkwright.config import Fault, Pagination
from sdkwright.ir import Operation, Type
from sdkwright.stubs import priorities
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.shapes import Edge, Mapping, Record

_TOTAL: Final = 5
_MANY: Final = 1_000


@attrs.frozen
class _Envelope:
    """What the pages of an operation look like."""

    page: Pagination
    fault: Fault | None
    own: Mapping

    def answer(self, body: Record) -> Mapping:
        return {"response": {**self.own, "jsonBody": body}}

    def items(self, items: object) -> dict[str, object]:
        return {self.page.items: items}

    def counts(self, count: int | None, total: int | None) -> dict[str, object]:
        return {name: value for name, value in ((self.page.count, count), (self.page.total, total)) if name}


def paging(operation: Operation, plain: object, type_: Type, bodies: Bodies, own: Mapping) -> Iterator[Edge]:
    """The edges of `operation`, if it answers a page.

    Args:
        operation: The operation.
        plain: Its expected answer.
        type_: The answer's type.
        bodies: Makes further items.
        own: The status and the headers of its answers.
    """
    configuration = bodies.project.configuration
    style = configuration.page_of(plain) if isinstance(plain, dict) else None
    if style is None or not isinstance(plain, dict) or not isinstance(plain[style.items], list):
        return
    envelope, name = _Envelope(style, configuration.errors.fault, own), operation.name
    pages = [_flat(bodies.answer(type_, operation=f"{name}#{number}"), style.items) for number in (1, 2, 3)]
    pages[2][style.items] = pages[2][style.items][:1]
    [first, *_] = pages
    yield from _faults(envelope, first, list(map(dict, bodies.project.examples.errors.faults)))
    yield "no-result", envelope.answer(first | envelope.items(None) | envelope.counts(None, None))
    if counts := envelope.counts(None, None):
        yield "counts-null", envelope.answer(first | counts)
    page = _page_parameter(operation)
    if page is None:
        return
    yield "pages-stuck", envelope.answer(first | ({style.total: _MANY} if style.total else {}))
    yield from _turning("pages", "pages(-flaky)?", page, pages, envelope, total=_TOTAL)
    if style.total:
        yield from _turning("counts-low", None, page, pages, envelope, total=1)
        yield from _turning("counts-high", None, page, pages, envelope, total=_MANY)
    yield (
        "pages-flaky",
        {
            "request": {"queryParameters": {page: {"equalTo": "2"}}},
            "priority": priorities.INTERRUPTION,
            "scenarioName": f"{name} pages-flaky",
            "requiredScenarioState": "Started",
            "newScenarioState": "recovered",
            "response": {"status": 503},
        },
    )


def _faults(envelope: _Envelope, first: Record, messages: list[Record]) -> Iterator[Edge]:
    """Pages that say that the call failed, with and without items and messages, and one that only complains."""
    if (fault := envelope.fault) is None:
        return
    faulted, said = first | {fault.flag: True}, {fault.messages: messages}
    yield "faulted", envelope.answer(faulted | said | envelope.items(None) | envelope.counts(0, 0))
    yield "faulted-filled", envelope.answer(faulted | said)
    yield "faulted-silent", envelope.answer(faulted | {fault.messages: None} | envelope.items([]))
    yield "complaint", envelope.answer(first | said)


def _turning(
    name: str, chosen: str | None, page: str, pages: list[Record], envelope: _Envelope, *, total: int
) -> Iterator[Edge]:
    """Three pages and the void behind them; without a page number it is the first."""
    chooser = {} if chosen is None else {"chosen": chosen}
    for number, body in enumerate(pages, 1):
        answer = envelope.answer(body | envelope.counts(len(body[envelope.page.items]), total))
        asked = {} if number == 1 else {"request": {"queryParameters": {page: {"equalTo": str(number)}}}}
        yield name, chooser | answer | asked | ({"priority": priorities.FIRST_PAGE} if number == 1 else {})
    beyond = {"request": {"queryParameters": {page: {"matches": "[4-9]|[1-9][0-9]+"}}}}
    yield name, chooser | envelope.answer(pages[0] | envelope.items([]) | envelope.counts(0, total)) | beyond


def _flat(page: Any, items: str) -> Record:
    """A page whose items have no records or lists of their own."""
    flat = [{name: value for name, value in item.items() if not isinstance(value, dict | list)} for item in page[items]]
    return {**page, items: flat}


def _page_parameter(operation: Operation) -> str | None:
    """The name on the wire of the parameter that turns pages."""
    turns = operation.pagination.page if operation.pagination is not None else ""
    return next((parameter.wire for parameter in operation.parameters if parameter.name == turns), None)
