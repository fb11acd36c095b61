"""Edges of operations that answer page by page: pages that turn, counts that lie, faults inside a success."""

from collections.abc import Iterator
from typing import Any, Final

from sdkwright.ir import Operation, Type
from sdkwright.stubs import priorities
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.shapes import Edge, Mapping, Record

_HEADERS: Final = {"Content-Type": "application/json; charset=utf-8"}
_TOTAL: Final = 5
_FAULTS: Final = [{"Code": "E42", "FaultMessage": "The search index is out of date."}]


def paging(operation: Operation, plain: object, type_: Type, bodies: Bodies) -> Iterator[Edge]:
    """The edges of `operation`, if it answers an envelope whose `Result` is a list.

    Args:
        operation: The operation.
        plain: Its expected answer.
        type_: The answer's type.
        bodies: Makes further items.
    """
    match plain:
        case {"Result": list(), "TotalCount": _, "IsFaulted": _}:
            pass
        case _:
            return
    name = operation.name
    pages = [_flat(bodies.answer(type_, operation=f"{name}#{number}")) for number in (1, 2, 3)]
    pages[2]["Result"] = pages[2]["Result"][:1]
    [first, *_] = pages
    faulted = first | {"IsFaulted": True}
    yield "faulted", _answer(faulted | {"ErrorMessages": _FAULTS, "Result": None, "Count": 0, "TotalCount": 0})
    yield "faulted-filled", _answer(faulted | {"ErrorMessages": _FAULTS})
    yield "faulted-silent", _answer(faulted | {"ErrorMessages": None, "Result": []})
    yield "complaint", _answer(first | {"ErrorMessages": _FAULTS})
    yield "no-result", _answer(first | {"Result": None, "Count": None, "TotalCount": None})
    yield "counts-null", _answer(first | {"Count": None, "TotalCount": None})
    page = _page_parameter(operation)
    if page is None:
        return
    yield "pages-stuck", _answer(first | {"TotalCount": 1_000})
    yield from _turning("pages", "pages(-flaky)?", page, pages, total=_TOTAL)
    yield from _turning("counts-low", None, page, pages, total=1)
    yield from _turning("counts-high", None, page, pages, total=1_000)
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


def _turning(name: str, chosen: str | None, page: str, pages: list[Record], *, total: int) -> Iterator[Edge]:
    """Three pages and the void behind them; without a page number it is the first."""
    chooser = {} if chosen is None else {"chosen": chosen}
    for number, body in enumerate(pages, 1):
        answer = _answer(body | {"Count": len(body["Result"]), "TotalCount": total})
        asked = {} if number == 1 else {"request": {"queryParameters": {page: {"equalTo": str(number)}}}}
        yield name, chooser | answer | asked | ({"priority": priorities.FIRST_PAGE} if number == 1 else {})
    beyond = {"request": {"queryParameters": {page: {"matches": "[4-9]|[1-9][0-9]+"}}}}
    yield name, chooser | _answer(pages[0] | {"Result": [], "Count": 0, "TotalCount": total}) | beyond


def _flat(page: Any) -> Record:
    """A page whose items have no records or lists of their own."""
    items = [
        {name: value for name, value in item.items() if not isinstance(value, dict | list)} for item in page["Result"]
    ]
    return {**page, "Result": items}


def _page_parameter(operation: Operation) -> str | None:
    """The name on the wire of the parameter that turns pages."""
    turns = operation.pagination.page if operation.pagination is not None else ""
    return next((parameter.wire for parameter in operation.parameters if parameter.name == turns), None)


def _answer(body: Record) -> Mapping:
    return {"response": {"status": 200, "headers": _HEADERS, "jsonBody": body}}
