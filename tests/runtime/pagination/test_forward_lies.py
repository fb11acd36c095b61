"""Property: whatever a service says leads on, reading a list ends, and what it asks stays in proportion."""

import itertools
import logging

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sdk.errors import PaginationError
from sdk.pagination import _forward_walk

from tests.runtime.pagination.forwards import (
    CURSOR,
    LAST,
    MORE,
    NUMBER,
    OFFSET,
    URL,
    Service,
    ids_of,
    pager,
    pages_of,
    things,
)

untimed = settings(deadline=None, max_examples=40)


def batched(ids, size):
    return [ids[at : at + size] for at in range(0, len(ids), size)]


def read(service, scheme, **arguments):
    """The ids of the pages that were given, and whether reading ended in an error."""
    steps, found = pager(service, scheme, **arguments).pages(), []
    try:
        found.extend([item.id for item in page] for page in steps)
    except PaginationError:
        return found, True
    return found, False


@untimed
@given(
    held=st.integers(0, 60),
    size=st.one_of(st.none(), st.integers(1, 20)),
    cap=st.integers(1, 20),
    total=st.one_of(st.none(), st.integers(-5, 90), st.just(10**18)),
    wraps=st.sampled_from(["empty", "first", "last"]),
)
@example(held=40, size=20, cap=10, total=10, wraps="empty")
@example(held=0, size=None, cap=5, total=9, wraps="first")
def test_by_offset_all_is_read_whatever_is_counted(held, size, cap, total, wraps):
    ids, served = [f"id-{number}" for number in range(held)], min(size or 10, cap)

    def answer(query, number):
        begin = int(query.get("n", 0))
        beyond = {"empty": [], "first": ids[:served], "last": ids[-served:]}[wraps]
        return things(ids[begin : begin + served] or beyond, total=total)

    service = Service(answer, most=held // served + 6)
    found, failed = read(service, OFFSET, query={"limit": size} if size else {})
    # A page that is short of what was asked for ends the list if it is what the service counts.
    believed = size is not None and served < size and total is not None and total in {*range(served, held + 1, served)}
    assert not failed
    assert believed or [id for page in found for id in page][:held] == ids
    assert len({id for page in found for id in page}) <= held


@untimed
@given(
    pages=st.lists(st.lists(st.integers(1, 6), max_size=4, unique=True), min_size=1, max_size=6),
    counted=st.lists(st.one_of(st.none(), st.integers(-5, 30), st.just(10**18)), min_size=1, max_size=4),
    more=st.lists(st.sampled_from([None, True, True, False]), min_size=1, max_size=4),
    style=st.sampled_from([OFFSET, NUMBER]),
)
@example(pages=[[1, 2], [3]], counted=[10**18], more=[True], style=NUMBER)
@example(pages=[[]], counted=[10**18], more=[True], style=OFFSET)
def test_a_counted_list_that_goes_round_is_read_to_an_end_and_nothing_twice(pages, counted, more, style):
    def answer(query, number):
        at = number - 1
        return things(pages[at % len(pages)], total=counted[at % len(counted)], more=more[at % len(more)])

    service = Service(answer, most=4 * len(pages) + 4)
    reading = pager(service, style)
    ids = ids_of(reading)
    assert len(ids) == len({*ids})
    assert {*ids} <= {id for page in pages for id in page}


@untimed
@given(
    # A page that comes again is taken for a service that does not heed the cursor.
    pages=st.lists(st.lists(st.integers(1, 9), max_size=3), min_size=1, max_size=6, unique_by=tuple),
    leads=st.lists(st.integers(0, 6), min_size=6, max_size=6),
    more=st.one_of(st.none(), st.booleans()),
    style=st.sampled_from([MORE, URL]),
)
@example(pages=[[1], [2]], leads=[1, 0, 0, 0, 0, 0], more=True, style=MORE)
@example(pages=[[1]], leads=[0, 0, 0, 0, 0, 0], more=True, style=URL)
def test_cursors_that_lead_anywhere_are_followed_once_each(pages, leads, more, style):
    def answer(query, number):
        at = int(query.get("cursor", query.get("p", 0)))
        # A cursor to nowhere ends the list.
        on = leads[at] if leads[at] < len(pages) else None
        return things(pages[at], more=more, cursor=on, url=None if on is None else f"?p={on}")

    service = Service(answer, most=len(pages) + 2)
    found, _ = read(service, style)
    steps, at = [], 0
    while at not in steps and at < len(pages):
        steps.append(at)
        at = leads[at]
    wanted = [pages[at] for at in steps[: 1 if more is False and style is MORE else None] if pages[at]]
    assert found[: len(wanted)] == wanted
    assert len(service.sent) <= len(steps) + 2


def test_a_cursor_that_leads_back_is_an_error_after_what_it_led_from_was_given():
    service = Service(lambda query, number: things([number], cursor="b" if query.get("cursor") != "b" else "c"))
    # b, c and b again: by then the list goes round.
    steps, found = pager(service, CURSOR).pages(), []
    with pytest.raises(PaginationError) as caught:
        found.extend(page.items[0].id for page in steps)
    assert found == [1, 2, 3]
    assert str(caught.value) == (
        "things.list: page 3 leads back to a page that was read before, so the list has no end; what follows it cannot "
        "be read."
    )
    assert list(steps) == []
    assert len(service.sent) == 3


def test_a_service_that_knows_nothing_of_cursors_gives_its_one_page_once():
    service = Service(lambda query, number: things([1, 2], cursor="b", more=True))
    assert ids_of(pager(service, MORE)) == [1, 2]
    assert len(service.sent) == 2


def test_a_cursor_that_stays_is_followed_while_the_items_change():
    held = [[1], [2], [3], [3]]
    service = Service(lambda query, number: things(held[min(number, 4) - 1], cursor="scroll"))
    assert ids_of(pager(service, CURSOR)) == [1, 2, 3]
    assert len(service.sent) == 4


@pytest.mark.parametrize("scheme", [CURSOR, URL, NUMBER, OFFSET, LAST])
def test_a_list_without_an_end_is_given_up(scheme, monkeypatch):
    monkeypatch.setattr(_forward_walk, "MAX_PAGES", 7)
    fresh = itertools.count()
    service = Service(
        lambda query, number: things(
            [f"n{next(fresh)}"], more=True, cursor=f"c{number}", url=f"?p={number}", total=10**18, pages=10**9
        )
    )
    reading = pager(service, scheme).pages()
    got = list(itertools.islice(reading, 7))
    assert len(got) == 7
    with pytest.raises(
        PaginationError, match=r"^things\.list: 7 pages and no end; if the list is really that long, go on"
    ):
        next(reading)
    assert next(reading, None) is None
    assert len(service.sent) == 8


def test_empty_pages_without_an_end_are_given_up(monkeypatch):
    monkeypatch.setattr(_forward_walk, "MAX_PAGES", 7)
    service = Service(lambda query, number: things([], cursor=f"c{number}"))
    with pytest.raises(PaginationError, match="7 pages and no end"):
        pages_of(pager(service, CURSOR))
    assert len(service.sent) == 8


def test_more_that_follows_an_empty_page_by_its_last_item_cannot_be_read():
    service = Service(lambda query, number: things([1] if number == 1 else [], more=True))
    found, failed = read(service, LAST)
    assert (found, failed, len(service.sent)) == ([[1]], True, 2)


def test_what_the_service_counts_beyond_the_end_is_told_once(caplog):
    with caplog.at_level(logging.WARNING):
        steps = pager(Service(lambda query, number: things([1], total=7)), CURSOR).pages()
        assert [len(page) for page in steps] == [1]
        assert next(steps, None) is None
    assert caplog.text.count("the service counts 7") == 1
