"""Pagers: every item once, lazily, and an end whatever the service counts."""

import asyncio
import copy
import itertools
import json
import pickle

import httpx
import pytest
from sdk import errors
from sdk.options import RequestOptions
from sdk.pagination import AsyncPager, Pager
from sdk.pagination import _page_number as _walk

from tests.runtime.standin import COUNT, FLAG, ITEMS, LIST, REASONS, TEXT, TOTAL, Both, every_property_nullable


@pytest.fixture(params=["sync", "async"])
def both(request):
    return Both(request.param)


class Service:
    """Answers pages from a function of page number and size, and notes what it was asked."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    def __call__(self, request):
        query = dict(request.url.params)
        self.asked.append(query)
        if len(self.asked) > 50:
            pytest.fail("the pager does not end")
        return httpx.Response(200, content=json.dumps(self.answer(int(query.get("p", 1)), int(query.get("s", 10)))))


def pages_of(count, *, total=None, cap=1000):
    """Answer like an honest service that holds `count` items."""

    def answer(number, size):
        size = min(size, cap)
        ids = range(count)[(number - 1) * size : number * size]
        return {TOTAL: count if total is None else total, ITEMS: [{"Id": n} for n in ids]}

    return answer


def pager(both, service, *, query=None, page=None, page_size=None, paged=True, options=None):
    cls = Pager if both.kind == "sync" else AsyncPager
    param, size_param = ("p", "s") if paged else (None, None)
    return cls(
        both.client(service),
        LIST,
        query=query or {},
        page=page,
        page_param=param,
        page_size=page_size,
        page_size_param=size_param,
        options=options,
    )


def items(both, pages):
    if both.kind == "sync":
        return [item.id for item in pages]

    async def run():
        return [item.id async for item in pages]

    return asyncio.run(run())


def each_page(both, pages):
    if both.kind == "sync":
        return list(pages.pages())

    async def run():
        return [page async for page in pages.pages()]

    return asyncio.run(run())


def one_page(both, pages):
    return pages.page() if both.kind == "sync" else asyncio.run(pages.page())


@pytest.mark.parametrize(
    ("count", "size", "requests"),
    [(0, 10, 1), (1, 10, 1), (10, 10, 2), (11, 10, 2), (25, 10, 3), (25, None, 3), (3, None, 1)],
)
def test_every_item_once_with_at_most_one_request_too_many(both, count, size, requests):
    service = Service(pages_of(count))
    assert items(both, pager(both, service, page_size=size)) == list(range(count))
    assert len(service.asked) == requests


def test_what_each_page_is_asked_with(both):
    service = Service(pages_of(5))
    items(both, pager(both, service, query={"q": "x", "none": None}, page_size=3))
    # The service gives the first page by itself, so its number is sent only by who names it.
    assert service.asked == [{"q": "x", "s": "3"}, {"q": "x", "p": "2", "s": "3"}]
    items(both, pager(both, named := Service(pages_of(5)), page=1, page_size=3))
    assert [query["p"] for query in named.asked] == ["1", "2"]


def test_the_total_costs_one_request(both):
    service = Service(pages_of(25))
    total = pager(both, service).total()
    assert (total if both.kind == "sync" else asyncio.run(total)) == 25
    assert len(service.asked) == 1


def test_pages_have_number_total_and_envelope(both):
    first, second = each_page(both, pager(both, Service(pages_of(5)), page_size=3))
    assert (first.next_number, second.next_number) == (2, None)
    assert (first.number, first.total, len(first)) == (1, 5, 3)
    assert (second.number, [item.id for item in second]) == (2, [3, 4])
    assert second.envelope.total_count == 5


def test_reading_starts_at_the_requested_page(both):
    service = Service(pages_of(25))
    assert items(both, pager(both, service, page=2, page_size=10)) == list(range(10, 25))
    assert [asked["p"] for asked in service.asked] == ["2", "3"]


def test_one_page_alone(both):
    service = Service(pages_of(25))
    page = one_page(both, pager(both, service, page=3, page_size=10))
    assert [item.id for item in page.items] == [20, 21, 22, 23, 24]
    assert page.next_number is None
    assert len(service.asked) == 1
    empty = one_page(both, pager(both, Service(pages_of(0))))
    assert (empty.items, empty.total, empty.next_number) == ([], 0, None)
    gap = one_page(both, pager(both, Service(lambda number, size: {TOTAL: 99, ITEMS: []}), page=2))
    assert (gap.items, gap.total, gap.next_number) == ([], 99, 3)


def test_one_page_as_it_came(both):
    service = Service(pages_of(25))
    raw = pager(both, service, page=3, page_size=10).raw()
    answer = raw if both.kind == "sync" else asyncio.run(raw)
    assert [item.id for item in answer.parse().result] == [20, 21, 22, 23, 24]
    assert service.asked == [{"p": "3", "s": "10"}]


def test_pages_are_fetched_as_they_are_read(both):
    service = Service(pages_of(100))
    listing = pager(both, service, page_size=10)
    assert service.asked == []

    async def take():
        count = 0
        async for _ in listing:
            count += 1
            if count == 11:
                break

    if both.kind == "sync":
        list(itertools.islice(listing, 11))
    else:
        asyncio.run(take())
    assert len(service.asked) == 2


def test_each_iteration_starts_again(both):
    listing = pager(both, Service(pages_of(12)), page_size=5)
    assert items(both, listing) == items(both, listing) == list(range(12))


def test_a_list_without_pages_is_one_request(both):
    service = Service(lambda number, size: {TOTAL: 99, ITEMS: [{"Id": 1}, {"Id": 2}]})
    assert items(both, pager(both, service, paged=False)) == [1, 2]
    assert service.asked == [{}]


@pytest.mark.parametrize("total", [0, -3, 1, 7, 19, 26, 10**18, None])
@pytest.mark.parametrize("size", [10, None])
def test_a_total_that_lies_neither_cuts_the_list_nor_keeps_it_going(both, total, size):
    def answer(number, size):
        return pages_of(25)(number, size) | {TOTAL: total}

    assert items(both, pager(both, Service(answer), page_size=size)) == list(range(25))


def test_a_service_that_caps_the_page_size_loses_nothing(both):
    service = Service(pages_of(250, cap=100))
    assert items(both, pager(both, service, page_size=500)) == list(range(250))
    assert len(service.asked) == 3


@pytest.mark.parametrize("counted", [True, False])
@pytest.mark.parametrize(("count", "page"), [(120, 2), (150, 2), (120, 1), (150, 1), (100, 1)])
def test_a_cap_loses_nothing_wherever_reading_starts_and_whatever_is_counted(both, count, page, counted):
    def answer(number, size):
        return pages_of(count, cap=50)(number, size) | ({} if counted else {TOTAL: None})

    assert items(both, pager(both, Service(answer), page=page, page_size=100)) == list(range(50 * (page - 1), count))


@pytest.mark.parametrize("total", [10, 20])
def test_a_total_that_is_met_too_early_does_not_cut_the_list(both, total):
    service = Service(lambda number, size: pages_of(25)(number, size) | {TOTAL: total})
    assert items(both, pager(both, service, page_size=10)) == list(range(25))


@pytest.mark.parametrize(("total", "requests"), [(None, 4), (30, 4), (31, 4), (10**9, 6)])
def test_pages_that_start_again_from_the_first_end(both, total, requests):
    def answer(number, size):
        return pages_of(30)((number - 1) % 3 + 1, size) | {TOTAL: total}

    service = Service(answer)
    assert items(both, pager(both, service, page_size=10)) == list(range(30))
    assert len(service.asked) == requests


@pytest.mark.parametrize(("total", "requests"), [(0, 2), (2, 1), (3, 2), (10**18, 4)])
def test_a_service_that_ignores_the_page_number_ends(both, total, requests):
    service = Service(lambda number, size: {TOTAL: total, COUNT: 77, ITEMS: [{"Id": 1}, {"Id": 2}]})
    assert items(both, pager(both, service)) == [1, 2]
    assert len(service.asked) == requests


def test_a_service_that_goes_round_over_the_edges_of_its_pages_ends(both):
    service = Service(
        lambda number, size: {TOTAL: None, ITEMS: [{"Id": (10 * number + n) % 25 + 1} for n in range(10)]}
    )
    assert sorted(set(items(both, pager(both, service)))) == list(range(1, 26))
    assert len(service.asked) == 4


def test_a_service_that_makes_up_pages_is_not_read_for_ever(both, monkeypatch):
    monkeypatch.setattr(_walk, "MAX_PAGES", 20)
    service = Service(lambda number, size: {TOTAL: 10, ITEMS: [{"Items": [{"Note": str(len(service.asked))}]}] * 10})
    with pytest.raises(errors.PaginationError, match=r"things\.list: 20 pages and no end; .* go on with page=21"):
        each_page(both, pager(both, service))
    assert len(service.asked) == 21


@every_property_nullable
@pytest.mark.parametrize(
    ("total", "size", "nulls"), [(None, None, {4}), (100, 100, {104}), (None, 100, set(range(100, 200)))]
)
def test_nulls_in_a_page_do_not_make_it_the_last(both, total, size, nulls):
    def answer(number, asked):
        body = pages_of(250)(number, asked)
        result = [None if item["Id"] in nulls else item for item in body[ITEMS]]
        return {TOTAL: total and len(result), ITEMS: result}

    assert items(both, pager(both, Service(answer), page_size=size)) == [n for n in range(250) if n not in nulls]


@pytest.mark.parametrize("result", [[], None])
@pytest.mark.parametrize(("total", "requests"), [(None, 2), (1, 1), (0, 2), (99, 4)])
def test_an_empty_page_ends_unless_more_is_promised_and_three_always_do(both, result, total, requests):
    service = Service(lambda number, size: {TOTAL: total, ITEMS: [{"Id": 1}] if number == 1 else result})
    assert items(both, pager(both, service)) == [1]
    assert len(service.asked) == requests
    assert each_page(both, pager(both, Service(lambda number, size: {ITEMS: result}))) == []


def test_a_fault_carries_its_page(both):
    def answer(number, size):
        return pages_of(15)(number, size) | {FLAG: number == 2, REASONS: [{TEXT: "no"}]}

    listing = pager(both, Service(answer), page_size=10)
    with pytest.raises(errors.FaultError, match=f"{FLAG}: no") as caught:
        items(both, listing)
    error = caught.value
    assert (error.page.number, error.page.total) == (2, 15)
    assert [item.id for item in error.page] == [10, 11, 12, 13, 14]
    assert error.messages == ("no",)
    for again in (copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert again.page == error.page
        assert again.envelope == error.envelope


@pytest.mark.parametrize("ahead", [0, 2])
def test_a_fault_whose_page_cannot_be_read_says_so_and_is_passed_over(both, ahead):
    broken = {FLAG: True, REASONS: [{TEXT: "no"}], ITEMS: [{"Id": "x"}], TOTAL: 30}

    def answer(number, size):
        return broken if number == 2 else pages_of(30)(number, size)

    listing = pager(both, Service(answer), page_size=10)
    found, faults = read_on(both, listing.prefetch(ahead) if ahead else listing)
    assert found == [*range(10), *range(20, 30)]
    (fault,) = faults
    assert f"{FLAG}: no; what came with it cannot be read at {ITEMS}[0].Id" in str(fault)
    assert (fault.page.number, fault.page.items, fault.page.next_number) == (2, [], 3)
    assert b'"x"' in fault.body
    assert pickle.loads(pickle.dumps(fault)).messages == ("no",)


def test_faults_that_cannot_be_read_have_an_end(both):
    broken = {FLAG: True, ITEMS: [{"Id": "x"}], TOTAL: 1000}
    found, faults = read_on(both, pager(both, Service(lambda number, size: broken)))
    assert (found, len(faults)) == ([], 2)


def read_on(both, listing):
    """Read to the end, past every fault."""
    found, faults = [], []

    async def read():
        iterator = aiter(listing) if both.kind == "async" else iter(listing)
        while True:
            try:
                item = await anext(iterator) if both.kind == "async" else next(iterator)
            except (StopIteration, StopAsyncIteration):
                return
            except errors.FaultError as error:
                faults.append(error)
            else:
                found.append(item.id)

    asyncio.run(read())
    return found, faults


@pytest.mark.parametrize("value", [0, -1, True, "2", 1.0])
@pytest.mark.parametrize("name", ["page", "page_size"])
def test_numbers_that_are_none_are_refused(both, name, value):
    with pytest.raises(errors.ConfigurationError, match=f"things.list: {name} must be an integer from 1"):
        pager(both, Service(pages_of(1)), **{name: value})


def test_a_page_number_for_a_list_without_pages_is_refused(both):
    with pytest.raises(errors.ConfigurationError, match="has no pages; leave out page"):
        pager(both, Service(pages_of(1)), page=1, paged=False)


@pytest.mark.parametrize("where", ["call", "client"])
@pytest.mark.parametrize(("name", "value"), [("p", 3), ("s", 5), ("q", "x"), ("p", None)])
def test_a_query_that_sets_what_the_list_sets_is_refused_before_anything_is_sent(both, where, name, value):
    service = Service(pages_of(25))
    cls = Pager if both.kind == "sync" else AsyncPager
    client, options = both.client(service), None
    if where == "call":
        options = RequestOptions(query={name: value})
    else:
        client = client.with_options(query={name: value})
    asking = {"page": None, "page_param": "p", "page_size": None, "page_size_param": "s"}
    listing = cls(client, LIST, query={"q": None}, options=options, **asking)
    for ask in (items, each_page, one_page):
        with pytest.raises(errors.ConfigurationError, match=f"query: '{name}' is a parameter of things.list itself"):
            ask(both, listing)
    assert service.asked == []


@pytest.mark.parametrize("ahead", [0, 2])
def test_an_error_tells_its_page(both, ahead):
    def handler(request):
        number = int(request.url.params.get("p", 1))
        if number == 3:
            return httpx.Response(503, content=b"")
        return httpx.Response(200, content=json.dumps(pages_of(50)(number, 10)))

    listing = pager(both, handler)
    with pytest.raises(
        errors.InternalServerError, match=r"^things\.list: page 3: 503 Service Unavailable \[GET "
    ) as caught:
        items(both, listing.prefetch(ahead) if ahead else listing)
    error = caught.value
    assert str(error) == error.message
    for one in (error, copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert (one.page_number, one.message, one.operation) == (3, error.message, "things.list")


def test_faults_and_answers_that_cannot_be_read_tell_their_page_too(both):
    def answer(number, size):
        return {FLAG: number == 2, TOTAL: 9, ITEMS: [{"Id": "x" if number == 3 else number}]}

    with pytest.raises(errors.FaultError, match=f"page 2: the service answered 200 with {FLAG}") as fault:
        items(both, pager(both, Service(answer)))
    assert (fault.value.page_number, fault.value.page.number) == (2, 2)
    with pytest.raises(errors.DecodeError, match="page 3: ") as unread:
        one_page(both, pager(both, Service(answer), page=3))
    assert unread.value.page_number == 3


def test_an_error_of_a_list_without_pages_tells_none(both):
    with pytest.raises(errors.NotFoundError, match=r"^things\.list: 404") as caught:
        items(both, pager(both, lambda request: httpx.Response(404), paged=False))
    assert caught.value.page_number is None


def test_a_faulted_page_that_is_not_raised_says_so_and_ends_nothing(both):
    def answer(number, size):
        fault = {FLAG: True, TOTAL: 0, ITEMS: None, REASONS: [{TEXT: "no"}]}
        return fault if number == 2 else pages_of(25)(number, size)

    listing = pager(both, Service(answer), options=RequestOptions(raise_faults=False))
    first, second, third = each_page(both, listing)
    assert [page.is_faulted for page in (first, second, third)] == [False, True, False]
    assert (second.items, second.next_number) == ([], 3)
    assert [reason.text for reason in second.envelope.error_messages] == ["no"]
    assert items(both, listing) == [*range(10), *range(20, 25)]
    assert pickle.loads(pickle.dumps(second)).is_faulted


def test_a_service_that_does_nothing_but_fault_ends_unraised(both):
    service = Service(lambda number, size: {FLAG: True, TOTAL: 10**18, ITEMS: None})
    assert len(each_page(both, pager(both, service, options=RequestOptions(raise_faults=False)))) == 2


def test_a_pager_tells_what_it_is(both):
    kind = "Pager" if both.kind == "sync" else "AsyncPager"
    assert repr(pager(both, Service(pages_of(1)), page_size=5)) == f"{kind}('things.list', page=None, page_size=5)"
