"""Pages that say that they failed, in lists of which each page leads to the next: reading goes on where it can."""

import asyncio

import pytest
from msgspec import field
from sdk._http.operation import Operation
from sdk._json.model import Model
from sdk.errors import FaultError
from sdk.pagination.forward import ForwardPager, Scheme

from tests.runtime.pagination.forwards import LIST, Service, Thing, pager, pages_of
from tests.runtime.standin import FLAG, REASONS, Reason

both = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])


class Faulted(Model, kw_only=True):
    things: list[Thing] | None = field(name="things", default=None)
    cursor: str | None = field(name="cursor", default=None)
    is_faulted: bool | None = field(name=FLAG, default=None)
    error_messages: list[Reason] | None = field(name=REASONS, default=None)


FAULTY = Operation(name="things.list", method="GET", path="/api/things", result=Faulted, kinds=LIST.kinds)
BY_CURSOR = Scheme(style="cursor", turned_by="cursor", items=("things",), next=("cursor",))
BY_OFFSET = Scheme(style="offset", turned_by="n", items=("things",))


@both
@pytest.mark.parametrize("kept", [[{"id": 2}], []], ids=["filled", "empty"])
def test_reading_goes_on_after_a_fault_that_says_what_follows_and_its_page_is_kept(kept, asynchronous):
    held = {"": ([{"id": 1}], "b", False), "b": (kept, "c", True), "c": ([{"id": 3}], None, False)}

    def answer(query, number):
        items, cursor, flag = held[query.get("cursor", "")]
        return {"things": items, "cursor": cursor, FLAG: flag, REASONS: []}

    service = Service(answer)
    got, faults = interrupted(pager(service, BY_CURSOR, FAULTY, asynchronous=asynchronous))
    assert got == [1, 3]
    assert [(error.page_number, len(error.page.items)) for error in faults] == [(2, len(kept))]
    assert service.asked == [{}, {"cursor": "b"}, {"cursor": "c"}]


def test_a_service_that_does_nothing_but_fail_has_no_list():
    for scheme in (BY_CURSOR, BY_OFFSET):
        service = Service(lambda query, number: {"things": [], "cursor": None, FLAG: True, REASONS: []})
        got, faults = interrupted(pager(service, scheme, FAULTY))
        assert (got, len(faults), len(service.sent)) == ([], 2, 2)


def test_faults_that_are_not_raised_are_pages():
    held = [([{"id": 1}], True), ([{"id": 2}], False), ([], False)]

    def answer(query, number):
        items, flag = held[int(query.get("n", 0))]
        return {"things": items, FLAG: flag, REASONS: []}

    pages = pages_of(pager(Service(answer), BY_OFFSET, FAULTY, client={"raise_faults": False}))
    assert [(page.is_faulted, [item.id for item in page]) for page in pages] == [(True, [1]), (False, [2])]


def interrupted(reading):
    """The ids that an iteration gives that goes on after each fault, and the faults."""
    got, faults = [], []

    async def awaited(steps):
        return await anext(steps)

    steps = iter(reading) if isinstance(reading, ForwardPager) else aiter(reading)
    for _ in range(9):
        try:
            item = next(steps) if isinstance(reading, ForwardPager) else asyncio.run(awaited(steps))
        except FaultError as error:
            faults.append(error)
        except (StopIteration, StopAsyncIteration):
            break
        else:
            got.append(item.id)
    return got, faults
