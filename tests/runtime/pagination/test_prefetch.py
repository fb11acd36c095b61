"""Pages fetched ahead: at once, in order, errors in their place, nothing left running, under asyncio and trio."""

import asyncio
import contextlib
import contextvars
import json
import threading
from urllib.parse import parse_qsl, urlsplit

import anyio
import pytest
import trio
from sdk._core.async_client import AsyncClient
from sdk._core.sync_client import SyncClient
from sdk.deviations import DeviationReport
from sdk.errors import APIConnectionError, NotFoundError
from sdk.pagination import AsyncPager, Pager
from sdk.transports import Response, TransportError

from tests.runtime.standin import BASE_URL, ITEMS, KEY, LIST, SECRET, TOTAL

RUNNERS = {"asyncio": asyncio.run, "trio": trio.run}


def number_of(request):
    return int(dict(parse_qsl(urlsplit(request.url).query)).get("p", 1))


def page_of(number, *, last, total):
    ids = range(10 * number - 9, 10 * number + 1) if number <= last else []
    body = {TOTAL: total, ITEMS: [{"Id": id} for id in ids], "New": 1}
    return Response(200, {}, json.dumps(body).encode())


class Threads:
    """Answers from threads; `together` requests meet before any of them is answered."""

    def __init__(self, *, last=9, total=90, together=None, broken=()):
        self.last, self.total, self.broken = last, total, broken
        self.asked, self.running = [], 0
        self.meeting = {n: barrier for numbers in together or () for barrier in [barrier_of(numbers)] for n in numbers}
        self.lock = threading.Lock()

    def send(self, request):
        number = number_of(request)
        with self.lock:
            self.asked.append(number)
            self.running += 1
        try:
            if number in self.meeting:
                self.meeting[number].wait(timeout=30)
            if number in self.broken:
                raise self.broken[number]
            return page_of(number, last=self.last, total=self.total)
        finally:
            with self.lock:
                self.running -= 1

    def close(self):
        pass


def barrier_of(numbers):
    return threading.Barrier(len(numbers))


class Tasks:
    """Answers from tasks; a page in `stuck` is never answered."""

    def __init__(self, *, last=9, total=90, stuck=(), broken=()):
        self.last, self.total, self.stuck, self.broken = last, total, stuck, dict(broken)
        self.asked, self.running, self.at_once = [], 0, 0
        self.cancelled = []

    async def send(self, request):
        number = number_of(request)
        self.asked.append(number)
        self.running += 1
        self.at_once = max(self.at_once, self.running)
        try:
            return await self.answer(number)
        except anyio.get_cancelled_exc_class():
            self.cancelled.append(number)
            raise
        finally:
            self.running -= 1

    async def answer(self, number):
        if number in self.stuck:
            await anyio.sleep_forever()
        for _ in range(3):
            await anyio.lowlevel.checkpoint()
        if number in self.broken:
            raise self.broken[number]
        return page_of(number, last=self.last, total=self.total)

    async def aclose(self):
        pass


def listing(service, **arguments):
    client, pager = (SyncClient, Pager) if hasattr(service, "close") else (AsyncClient, AsyncPager)
    made = client(api_key=KEY, api_secret=SECRET, base_url=BASE_URL, transport=service, max_retries=0)
    names = {"page_param": "p", "page_size": None, "page_size_param": "s"}
    return pager(made, LIST, query={}, page=arguments.get("page"), **names)


@pytest.fixture(params=list(RUNNERS))
def run(request):
    return RUNNERS[request.param]


def start(run, function):
    return run(function) if run is trio.run else run(function())


def test_threads_fetch_at_once_and_the_order_is_kept():
    service = Threads(together=[(2, 3, 4), (5, 6, 7)])
    assert [item.id for item in listing(service).prefetch(2)] == list(range(1, 91))
    assert service.asked[0] == 1
    # What the total does not promise is asked for only where reading it shows the end.
    assert sorted(service.asked) == list(range(1, 11))


def test_tasks_fetch_at_once_and_the_order_is_kept(run):
    service = Tasks()

    async def read():
        return [item.id async for item in listing(service).prefetch(2)]

    assert start(run, read) == list(range(1, 91))
    assert service.at_once == 3
    assert sorted(service.asked) == list(range(1, 11))


def test_a_short_list_costs_no_more_than_without():
    service = Threads(last=0, total=0)
    assert list(listing(service).prefetch(5)) == []
    assert service.asked == [1]


@pytest.mark.parametrize(("total", "plain"), [(None, 5), (10**18, 7)])
def test_without_an_honest_total_the_bound_holds(total, plain):
    service = Threads(last=4, total=total)
    assert len(list(listing(service))) == 40
    assert len(service.asked) == plain
    service.asked.clear()
    assert len(list(listing(service).prefetch(3))) == 40
    assert plain <= len(service.asked) <= plain + 3


def test_between_two_steps_nothing_runs_in_threads():
    service = Threads()
    before = threading.active_count()
    pages = listing(service).prefetch(3).pages()
    next(pages), next(pages)
    assert threading.active_count() == before
    assert service.running == 0
    assert sorted(service.asked) == [1, 2, 3, 4, 5]
    del pages
    assert sorted(service.asked) == [1, 2, 3, 4, 5]


def test_an_iteration_that_is_left_leaves_nothing_behind(run):
    service = Tasks()

    async def leave():
        async for item in listing(service).prefetch(2):
            if item.id == 11:
                break
        assert service.running == 0
        await anyio.lowlevel.checkpoint()

    start(run, leave)
    assert sorted(service.asked) == [1, 2, 3, 4]


@pytest.mark.parametrize("broken", [2, 3, 4])
def test_an_error_is_raised_when_its_page_is_reached_in_threads(broken):
    service = Threads(broken={broken: TransportError("gone")}, together=[(2, 3, 4)])
    got = []
    with pytest.raises(APIConnectionError, match="gone"):
        got.extend(page.number for page in listing(service).prefetch(2).pages())
    assert got == list(range(1, broken))
    assert service.running == 0


@pytest.mark.parametrize("broken", [2, 3, 4])
def test_an_error_is_raised_when_its_page_is_reached_in_tasks(run, broken):
    # When the page that is needed has failed, nobody waits for those behind it.
    service = Tasks(broken={broken: TransportError("gone")}, stuck=(3, 4) if broken == 2 else ())
    got = []

    async def read():
        async for page in listing(service).prefetch(2).pages():
            got.append(page.number)  # noqa: PERF401 - what came before the error counts

    with pytest.raises(APIConnectionError, match="gone"):
        start(run, read)
    assert got == list(range(1, broken))
    assert (service.running, sorted(service.cancelled)) == (0, [3, 4] if broken == 2 else [])


def test_an_error_behind_the_end_is_nobody_s():
    service = Threads(last=3, total=None, broken={5: TransportError("gone"), 6: TransportError("gone")})
    assert [page.number for page in listing(service).prefetch(3).pages()] == [1, 2, 3]


def test_a_cancelled_step_cancels_its_requests(run):
    service = Tasks(stuck=(3,))
    got = []

    async def read():
        with anyio.CancelScope() as scope:
            async with anyio.create_task_group() as group:

                async def cancel():
                    # Trio starts tasks in any order: the third page may be asked for first.
                    while len(service.asked) < 4 or service.running > 1:
                        await anyio.lowlevel.checkpoint()
                    scope.cancel()

                group.start_soon(cancel)
                async for page in listing(service).prefetch(2).pages():
                    got.append(page.number)  # noqa: PERF401 - what came before counts
        assert scope.cancelled_caught

    start(run, read)
    assert got == [1]
    assert (service.running, service.cancelled) == (0, [3])


def test_reading_may_go_on_in_another_scope_than_it_began_in(run):
    service = Tasks()

    async def read():
        pages = listing(service).prefetch(2).pages()
        got = []
        for _ in range(3):
            with anyio.move_on_after(30):
                got.append((await anext(pages)).number)
        async with anyio.create_task_group() as group:

            async def rest():
                got.extend([page.number async for page in pages])

            group.start_soon(rest)
        return got

    assert start(run, read) == list(range(1, 10))


def test_what_is_fetched_ahead_is_seen_by_a_report_of_the_context():
    with DeviationReport() as report:
        assert len(list(listing(Threads(last=4, total=40)).prefetch(2).pages())) == 4
    (unknown,) = [deviation for deviation in report.deviations if deviation.path == "New"]
    assert unknown.count == 5


def test_threads_see_the_context_of_the_caller():
    told = contextvars.ContextVar("told", default="nothing")
    seen = set()

    class Watching(Threads):
        def send(self, request):
            seen.add(told.get())
            return super().send(request)

    told.set("something")
    list(listing(Watching(together=[(2, 3)], last=3, total=30)).prefetch(1))
    assert seen == {"something"}


def test_a_pager_that_fetches_ahead_is_another_and_the_same_otherwise():
    service = Threads()
    plain = listing(service, page=8)
    quick = plain.prefetch()
    assert (repr(plain), repr(quick)) == (
        "Pager('things.list', page=8, page_size=None)",
        "Pager('things.list', page=8, page_size=None, prefetch=2)",
    )
    assert quick.page() == plain.page()
    assert service.asked == [8, 8]


def test_an_interrupted_step_is_taken_again():
    service = Threads(broken={2: KeyboardInterrupt()}, last=3, total=30)
    pages = listing(service).prefetch(1).pages()
    first = next(pages)
    with contextlib.suppress(KeyboardInterrupt):
        next(pages)
        pytest.fail("not interrupted")
    assert service.running == 0
    service.broken = {}
    assert [first.number, *(page.number for page in pages)] == [1, 2, 3]


def test_a_status_error_is_raised_in_its_place():
    service = Threads(last=3, total=30)
    send = service.send
    service.send = lambda request: Response(404, {}, b"") if number_of(request) == 3 else send(request)
    got = []
    with pytest.raises(NotFoundError):
        got.extend(page.number for page in listing(service).prefetch(2).pages())
    assert got == [1, 2]
