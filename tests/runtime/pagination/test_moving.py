"""Lists that move while they are read: what was there at first comes, nothing twice, and a shortfall is told."""

import asyncio
import json
import logging
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sdk._core.async_client import AsyncClient
from sdk._core.sync_client import SyncClient
from sdk.pagination import AsyncPager, Pager
from sdk.transports import Response

from tests.runtime.standin import BASE_URL, ITEMS, KEY, LIST, REQUESTS, SECRET, TOTAL

untimed = settings(deadline=None)


class Shelf:
    """An honest service: pages of what it holds at the moment, the newest first, and how much that is."""

    def __init__(self, held, *, bound=100, counted=True):
        self.ids = list(range(held, 0, -1))
        self.made = held
        self.bound = bound
        self.counted = counted
        self.asked = 0
        self.total = held

    def add(self, count=1):
        self.ids[:0] = range(self.made + count, self.made, -1)
        self.made += count

    def answer(self, request):
        self.asked += 1
        assert self.asked <= self.bound, "reading does not end"
        query = dict(parse_qsl(urlsplit(request.url).query))
        number, size = int(query.get("p", 1)), int(query.get("s", 10))
        self.total = len(self.ids)
        part = [{"Id": id} for id in self.ids[(number - 1) * size : number * size]]
        body = {TOTAL: self.total if self.counted else None, ITEMS: part}
        return Response(200, {}, json.dumps(body).encode())

    def send(self, request):
        return self.answer(request)

    def close(self):
        pass


class AsyncShelf(Shelf):
    """The same, awaited."""

    async def send(self, request):
        return self.answer(request)

    async def aclose(self):
        pass


def listing(shelf, **asked):
    client, pager = (AsyncClient, AsyncPager) if isinstance(shelf, AsyncShelf) else (SyncClient, Pager)
    made = client(api_key=KEY, api_secret=SECRET, base_url=BASE_URL, transport=shelf)
    asked = {"page": None, "page_size": None} | asked
    return pager(made, LIST, query={}, page_param="p", page_size_param="s", **asked)


def read(shelf, each=lambda item: None, *, ahead=0, **asked):
    """Read all items, and do something for each."""
    pager = listing(shelf, **asked)
    pager = pager.prefetch(ahead) if ahead else pager
    got = []

    async def run():
        async for item in pager:
            got.append(item.id)
            each(item)

    if isinstance(shelf, AsyncShelf):
        asyncio.run(run())
        return got
    for item in pager:
        got.append(item.id)
        each(item)
    return got


def warnings(caplog):
    return [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.fixture(params=[Shelf, AsyncShelf], ids=["sync", "async"])
def shelf(request):
    return request.param


@pytest.mark.parametrize("ahead", [0, 1])
def test_a_loop_that_adds_an_item_for_each_reads_all_that_were_there(shelf, ahead, caplog):
    service = shelf(50)
    assert read(service, lambda item: service.add(), ahead=ahead) == list(range(50, 0, -1))
    (record,) = warnings(caplog)
    assert record.args == ("things.list", 50, "", 100)


@pytest.mark.parametrize(("added", "read_in_all"), [(20, 50), (29, 50), (30, 30)])
def test_what_is_pushed_on_by_three_pages_at_once_is_not_read_and_that_is_told(shelf, caplog, added, read_in_all):
    service = shelf(50)
    got = read(service, lambda item: service.add(added) if item.id == 21 else None)
    assert got == list(range(50, 50 - read_in_all, -1))
    (record,) = warnings(caplog)
    assert (record.name, record.args) == (REQUESTS, ("things.list", read_in_all, "", 50 + added))
    said = f"things.list: the list has ended after {read_in_all} items, and the service counts {50 + added}; items may "
    assert record.getMessage().startswith(said)


def test_what_a_later_page_repeats_is_given_once_and_pages_are_as_they_were_sent():
    service = Shelf(20)
    assert read(service, lambda item: service.add() if item.id > 17 else None) == list(range(20, 0, -1))
    pages = listing(again := Shelf(20)).pages()
    sent = [[item.id for item in next(pages)]]
    again.add(3)
    sent += [[item.id for item in page] for page in pages]
    assert sent == [list(range(20, 10, -1)), list(range(13, 3, -1)), [3, 2, 1]]


class Told(Shelf):
    """Answers the pages that it is told, as they are."""

    def __init__(self, *pages, total=None):
        super().__init__(0)
        self.pages = pages
        self.total = total

    def answer(self, request):
        number = int(dict(parse_qsl(urlsplit(request.url).query)).get("p", 1))
        result = self.pages[number - 1] if number <= len(self.pages) else []
        return Response(200, {}, json.dumps({TOTAL: self.total, ITEMS: result}).encode())


def things(*ids):
    return [{"Id": id, "Items": [{"Note": str(at)}]} for at, id in enumerate(ids)]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (((1, 2, None), (2, None, 3)), [1, 2, None, None, 3]),
        (((None, None), (None, None, None)), [None] * 5),
        (((7, 7, 8), (8, 9, 9)), [7, 7, 8, 8, 9, 9]),
        (((0, -1), (-1, 0, 1)), [0, -1, -1, 0, 1]),
    ],
)
def test_items_without_ids_of_their_own_are_never_left_out(pages, expected):
    assert read(Told(*(things(*page) for page in pages))) == expected


def test_a_shortfall_is_told_once_with_what_lies_before_a_later_start(shelf, caplog):
    service = shelf(35)
    assert read(service, lambda item: service.add() if item.id == 1 else None, page=2) == list(range(25, 0, -1))
    assert warnings(caplog) == []
    # The fourth page is short, and one has been added: one more is asked for.
    service = shelf(35)
    first = {25: lambda: service.add(1)}
    assert read(service, lambda item: first.get(item.id, int)(), page=2) == list(range(25, 0, -1))
    (record,) = warnings(caplog)
    assert record.args == ("things.list", 35, " (those before page 2 included)", 36)


def test_who_asks_for_a_page_or_leaves_early_is_told_nothing(caplog):
    lying = Told(things(1, 2), total=99)
    pager = listing(lying)
    pager.page()
    pager.total()
    pager.raw()
    assert next(iter(pager)).id == 1
    assert next(pager.pages()).total == 99
    assert warnings(caplog) == []
    pages = pager.pages()
    assert len([*pages, *pages, *pages]) == 1
    assert len(warnings(caplog)) == 1


@pytest.mark.parametrize(("held", "size", "page"), [(230, 100, 3), (230, 100, 1), (0, None, 1), (25, 10, 9), (9, 2, 2)])
def test_an_honest_list_at_rest_is_told_nothing_of(caplog, held, size, page):
    lying_before = (page - 1) * (size or 10)
    assert read(Shelf(held), page=page, page_size=size) == list(range(held - lying_before, 0, -1))
    assert warnings(caplog) == []


@untimed
@given(
    held=st.integers(0, 60),
    size=st.integers(1, 12),
    added=st.lists(st.integers(0, 24), max_size=12),
    counted=st.booleans(),
    ahead=st.integers(0, 3),
)
@example(held=50, size=10, added=[10] * 9, counted=True, ahead=0)
@example(held=50, size=10, added=[20] * 9, counted=True, ahead=3)
def test_what_was_there_at_the_beginning_comes_once_while_items_are_added(held, size, added, counted, ahead):
    # So many are added at the first old item of a page that the two pages after it may be without news; if nothing is
    # counted, so few that none is.
    most = 2 * size if counted else size - 1
    service = Shelf(held, bound=3 * (held + sum(added) + 1) + ahead, counted=counted)
    todo, answered = iter(added), set()

    def each(item):
        if item.id <= held and service.asked not in answered:
            answered.add(service.asked)
            service.add(min(next(todo, 0), most))

    got = read(service, each, page_size=size, ahead=ahead)
    assert [id for id in got if id <= held] == list(range(held, 0, -1))
    assert len(set(got)) == len(got)


@untimed
@given(
    held=st.integers(0, 40),
    size=st.integers(1, 12),
    changes=st.lists(st.tuples(st.integers(0, 30), st.sets(st.integers(0, 80), max_size=12)), max_size=40),
    ahead=st.integers(0, 3),
)
def test_whatever_is_added_and_removed_nothing_comes_twice_and_reading_ends(held, size, changes, ahead):
    todo = iter(changes)
    service = Shelf(held, bound=4 * (held + sum(count for count, _ in changes) + 1) + ahead)

    def each(item):
        count, removed = next(todo, (0, set()))
        service.add(count)
        service.ids = [id for at, id in enumerate(service.ids) if at not in removed]

    got = read(service, each, page_size=size, ahead=ahead)
    assert len(set(got)) == len(got)
    assert set(got) <= set(range(1, service.made + 1))
    first_page = list(range(held, max(held - size, 0), -1))
    assert got[: len(first_page)] == first_page
