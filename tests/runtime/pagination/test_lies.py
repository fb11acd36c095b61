"""Property: whatever a service counts, repeats or cuts, reading a list ends, loses nothing and gives no page twice."""

import itertools
import json
from decimal import Decimal
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from sdk import _api
from sdk._core.sync_client import SyncClient
from sdk.errors import FaultError, NotFoundError
from sdk.pagination import Pager
from sdk.transports import Response

from tests.runtime.standin import BASE_URL, COUNT, FLAG, ITEMS, KEY, LIST, SECRET, TOTAL

untimed = settings(deadline=None)
totals = st.one_of(st.none(), st.integers(-5, 60), st.just(10**18))
counts = st.one_of(st.none(), st.integers(-5, 60))


class Service:
    """Answers pages by a function of number and size; notes which were asked for; gives up on endless reading."""

    def __init__(self, page, *, bound, faulty=()):
        self.page = page
        self.bound = bound
        self.faulty = faulty
        self.asked = []

    def send(self, request):
        query = dict(parse_qsl(urlsplit(request.url).query))
        number = int(query.get("p", 1))
        self.asked.append(number)
        assert len(self.asked) <= self.bound, "reading does not end"
        body = self.page(number, int(query.get("s", 10)))
        if body is None:
            return Response(404, {}, b"")
        return Response(200, {}, json.dumps(body | {FLAG: number in self.faulty}).encode())

    def close(self):
        pass


def listing(service, *, page=None, page_size=None):
    client = SyncClient(api_key=KEY, api_secret=SECRET, base_url=BASE_URL, transport=service)
    return Pager(client, LIST, query={}, page=page, page_param="p", page_size=page_size, page_size_param="s")


def read(service, *, ahead=0, **arguments):
    pager = listing(service, **arguments)
    return list((pager.prefetch(ahead) if ahead else pager).pages())


def envelope(ids, total, count):
    result = ids if ids is None else [None if id is None else {"Id": id} for id in ids]
    return {TOTAL: total, COUNT: count, ITEMS: result}


def batched(ids, size):
    return [tuple(ids[at : at + size]) for at in range(0, len(ids), size)]


def ids_of(pages):
    return [tuple(item.id for item in page) for page in pages]


def believed(pages, idle):
    """What a reader gets who looks at the items alone: pages with news, until so many in a row had none."""
    found, left = [], idle
    for page in pages:
        if {id for before in found for id in before}.issuperset(page):
            left -= 1
        else:
            found.append(tuple(page))
            left = idle
        if not left:
            break
    return found


# Where the API declares which properties may be null, a null among the items is refused.
MOST_NULLS = 20 if _api.NULLABLE == "every-property" else 0


@untimed
@given(
    held=st.integers(0, 130),
    size=st.one_of(st.none(), st.integers(1, 60)),
    cap=st.integers(1, 60),
    nulls=st.sets(st.integers(1, 130), max_size=MOST_NULLS),
    total=totals,
    count=counts,
    wraps=st.sampled_from(["empty", "null", "first", "last"]),
    start=st.integers(1, 3),
    ahead=st.integers(0, 3),
)
@example(held=120, size=100, cap=50, nulls={1}, total=50, count=0, wraps="empty", start=1, ahead=0)
@example(held=11, size=11, cap=11, nulls={1}, total=11, count=None, wraps="empty", start=1, ahead=0)
@example(held=30, size=60, cap=30, nulls=set(), total=30, count=30, wraps="last", start=1, ahead=2)
@example(held=25, size=10, cap=5, nulls=set(), total=None, count=5, wraps="empty", start=1, ahead=0)
@example(held=3, size=None, cap=1, nulls=set(), total=10, count=None, wraps="empty", start=2, ahead=0)
def test_all_pages_are_read_whatever_is_counted(held, size, cap, nulls, total, count, wraps, start, ahead):
    assume(len(nulls) <= MOST_NULLS)
    # Who did not read the first page cannot know it again.
    assume(start == 1 or wraps != "first")
    served = min(size or 10, cap)
    # A total that is reached with a page shorter than any the service has by itself is believed. What lies before the
    # first page that is read is reckoned as full pages.
    full = min(size or 10, 10)
    before = (start - 1) * full
    assume(served >= full or total is None or (total - before) % served or total > before + held)
    pages = [tuple(None if id in nulls else id for id in page) for page in batched(range(1, held + 1), served)]
    assume(all(any(page) for page in pages))

    def answer(number, asked):
        assert asked == (size or 10)
        if number <= len(pages):
            return envelope(pages[number - 1], total, count)
        beyond = {"empty": [], "null": None, "first": pages[0] if pages else [], "last": pages[-1] if pages else []}
        return envelope(beyond[wraps], total, count)

    # A total that promises more than there is beside the nulls costs two pages more.
    lied_to = 2 if total is not None and total > held - len(nulls & {*range(1, held + 1)}) else 0
    service = Service(answer, bound=len(pages) + 2 + lied_to + ahead)
    got = read(service, page=start, page_size=size, ahead=ahead)
    expected = pages[start - 1 :]
    if start > len(pages) and wraps == "last":
        expected = pages[-1:]
    expected = [tuple(id for id in page if id) for page in expected]
    assert ids_of(got) == expected
    assert [page.number for page in got] == list(range(start, start + len(got)))
    assert all(page.next_number == page.number + 1 for page in got[:-1])


@untimed
@given(
    pages=st.lists(st.lists(st.integers(1, 6), max_size=4, unique=True), min_size=1, max_size=6),
    counted=st.lists(st.tuples(totals, counts), min_size=1, max_size=4),
    size=st.one_of(st.none(), st.integers(1, 5)),
    ahead=st.integers(0, 3),
)
@example(pages=[[1, 2], [3, 4]], counted=[(10**18, 0)], size=2, ahead=0)
@example(pages=[[1], [1], [2]], counted=[(3, 1)], size=1, ahead=1)
@example(pages=[[1], [1], [], [2], [1], [2], [1], [3]], counted=[(10**18, 1)], size=1, ahead=1)
@example(pages=[[1], [1], [2]], counted=[(None, 1)], size=1, ahead=0)
def test_a_service_that_goes_round_and_says_anything_is_read_to_an_end_and_nothing_twice(pages, counted, size, ahead):
    def answer(number, asked):
        total, count = counted[(number - 1) % len(counted)]
        return envelope(pages[(number - 1) % len(pages)], total, count)

    plain = Service(answer, bound=len(pages) + 3)
    got = ids_of(read(plain, page_size=size))
    doubting, trusting = (believed(itertools.islice(itertools.cycle(pages), len(pages) + 3), idle) for idle in (1, 3))
    assert got == trusting[: len(got)]
    assert len(set(got)) == len(got)
    # Only a short page with which the total is reached may end the list before one without news does.
    reached = counted[(len(got) - 1) % len(counted)][0] == sum(map(len, got))
    assert len(got) >= len(doubting) or (reached and len(got[-1]) < max(size or 10, 10))
    promises = {total for total, _ in counted}
    assert promises != {10**18} or got == trusting
    assert promises != {None} or got == doubting
    quick = Service(answer, bound=len(plain.asked) + ahead)
    assert ids_of(read(quick, page_size=size, ahead=ahead)) == got
    assert set(plain.asked) <= set(quick.asked)
    assert len(set(quick.asked)) == len(quick.asked)


@untimed
@given(change=st.decimals(0, 10**6, places=2, allow_nan=False), total=totals)
def test_a_page_whose_items_change_while_they_are_read_is_still_the_same_page(change, total):
    turns = itertools.count()

    def answer(number, size):
        moving = [{"Id": id, "Items": [{"Cost": float(change) + next(turns)}]} for id in range(1, 11)]
        return {TOTAL: total, ITEMS: moving}

    assert ids_of(read(Service(answer, bound=4))) == [tuple(range(1, 11))]


@untimed
@given(ids=st.lists(st.sampled_from([None, 0, -1]), min_size=2, max_size=2), notes=st.permutations("abcd"))
def test_items_without_ids_of_their_own_are_told_apart_by_what_they_hold(ids, notes):
    def answer(number, size):
        part = notes[2 * number - 2 : 2 * number]
        result = [{"Id": id, "Items": [{"Note": note}]} for id, note in zip(ids, part, strict=False)]
        return {TOTAL: 4, ITEMS: result}

    pages = read(Service(answer, bound=3), page_size=2)
    assert [item.items[0].note for page in pages for item in page] == list(notes)


@untimed
@given(
    held=st.integers(1, 40),
    size=st.integers(1, 10),
    faulty=st.sets(st.integers(1, 12), max_size=4),
    total=totals,
    ahead=st.integers(0, 3),
)
def test_reading_goes_on_after_a_fault_whose_page_is_kept(held, size, faulty, total, ahead):
    pages = batched(range(1, held + 1), size)

    def answer(number, asked):
        return envelope(list(pages[number - 1]) if number <= len(pages) else [], total, None)

    service = Service(answer, bound=len(pages) + 4 + ahead, faulty=faulty)
    pager = listing(service, page_size=size)
    steps = (pager.prefetch(ahead) if ahead else pager).pages()
    got, faults = [], []
    while True:
        try:
            got.append(next(steps))
        except FaultError as error:
            faults.append(error.page)
        except StopIteration:
            break
    read_in_order = sorted([*got, *(page for page in faults if page.items)], key=lambda page: page.number)
    assert ids_of(read_in_order) == [tuple(page) for page in pages]
    assert {page.number for page in faults} == {n for n in faulty if n <= max(p.number for p in [*got, *faults])}


@untimed
@given(pages=st.integers(2, 6), broken=st.integers(1, 6), ahead=st.integers(0, 3))
def test_a_page_that_could_not_be_fetched_is_asked_for_again(pages, broken, ahead):
    failed = []

    def answer(number, size):
        if number == broken and not failed:
            failed.append(number)
            return None
        return envelope(list(range(10 * number, 10 * number + 10)) if number <= pages else [], 10 * pages, None)

    pager = listing(Service(answer, bound=2 * (pages + 2 + ahead)))
    steps = iter(pager.prefetch(ahead) if ahead else pager)
    got = []
    for _ in range(2):
        try:
            got.extend(item.id for item in steps)
        except NotFoundError:
            assert len(got) == 10 * (broken - 1)
    assert got == list(range(10, 10 * pages + 10))


def test_a_total_of_money_size_is_no_trouble():
    service = Service(lambda number, size: envelope([number], int(Decimal("9e18")), 1), bound=10)
    steps = listing(service, page_size=1).prefetch(3).pages()
    assert ids_of(itertools.islice(steps, 5)) == [(1,), (2,), (3,), (4,), (5,)]
    assert len(service.asked) <= 5 + 3


def test_reading_on_from_a_page_gives_the_rest():
    pages = batched(range(1, 36), 10)

    def answer(number, size):
        return envelope(list(pages[number - 1]) if number <= len(pages) else [], 35, None)

    first = next(listing(Service(answer, bound=9)).pages())
    rest = read(Service(answer, bound=9), page=first.next_number)
    assert ids_of([first, *rest]) == [tuple(page) for page in pages]


@pytest.mark.parametrize("value", [0, -1, True, "2", 1.5])
def test_what_cannot_be_fetched_ahead_is_refused(value):
    with pytest.raises(ValueError, match=r"things\.list: pages must be an integer from 1"):
        listing(Service(None, bound=0)).prefetch(value)
