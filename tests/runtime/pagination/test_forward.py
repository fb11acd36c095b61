"""Lists of which each page leads to the next: what is asked, what is given, and where a list ends or goes on."""

import asyncio
import itertools
import logging

import pytest
from sdk.errors import ConfigurationError, NotFoundError, PaginationError
from sdk.transports import Response

from tests.runtime.pagination.forwards import (
    BARE,
    BODY,
    CURSOR,
    LAST,
    LINK,
    LIST,
    MORE,
    NUMBER,
    OFFSET,
    SEARCH,
    URL,
    Search,
    Service,
    answered,
    ids_of,
    pager,
    pages_of,
    things,
)
from tests.runtime.standin import BASE_URL

HELD = [[1, 2], [3, 4], [5]]
both = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])


def by_cursor(query, number):
    """Three pages by cursors `b` and `c`."""
    place = {"": 0, "b": 1, "c": 2}[query.get("cursor", query.get("Cursor", ""))]
    return things(HELD[place], cursor=["b", "c", None][place], total=5)


def by_last(query, number):
    after = int(query.get("cursor", 0))
    found = [id for id in range(1, 6) if id > after][:2]
    return things(found, more=found != [5])


def by_offset(query, number):
    begin, size = int(query.get("n", 0)), int(query.get("limit", 2))
    return things(list(range(1, 6))[begin : begin + size], total=5)


def by_number(query, number):
    return things(HELD[int(query.get("n", 0))], pages=3)


def by_url(query, number):
    place = int(query.get("p", 1)) - 1
    return things(HELD[place], url=[f"{BASE_URL}/api/things?p=2", "?p=3&empty=", None][place])


def by_link(query, number):
    place = int(query.get("p", 1)) - 1
    links = [
        f'<{BASE_URL}/api/other/things?p=2>; rel="next"',
        '</api/things?p=3>; rel="last next"',
        "<?p=1>; rel=first",
    ]
    return answered([{"id": id} for id in HELD[place]], link=links[place])


STYLES = {
    "cursor": (CURSOR, by_cursor, [{}, {"cursor": "b"}, {"cursor": "c"}]),
    "last item": (LAST, by_last, [{}, {"cursor": "2"}, {"cursor": "4"}]),
    "offset": (OFFSET, by_offset, [{}, {"n": "2"}, {"n": "4"}]),
    "number": (NUMBER, by_number, [{}, {"n": "1"}, {"n": "2"}]),
    "url": (URL, by_url, [{}, {"p": "2"}, {"p": "3", "empty": ""}]),
    "link": (LINK, by_link, [{}, {"p": "2"}, {"p": "3"}]),
}
every = pytest.mark.parametrize(("scheme", "answer", "asked"), STYLES.values(), ids=STYLES)


def listed(service, scheme, **arguments):
    return pager(service, scheme, BARE if scheme is LINK else LIST, **arguments)


@both
@every
def test_all_pages_are_asked_for_in_turn_and_their_items_given(scheme, answer, asked, asynchronous):
    service = Service(answer)
    assert ids_of(listed(service, scheme, asynchronous=asynchronous)) == [1, 2, 3, 4, 5]
    assert service.asked == asked


@both
@every
def test_a_list_is_resumed_from_a_page_that_was_kept(scheme, answer, asked, asynchronous):
    reading = listed(Service(answer), scheme, asynchronous=asynchronous)
    pages = pages_of(reading)
    assert [page.number for page in pages] == [1, 2, 3]
    assert pages[2].next_position is None
    assert ids_of(reading.resume(pages[0].next_position)) == [3, 4, 5]
    assert ids_of(reading.resume(pages[1].next_position)) == [5]


@every
def test_one_page_is_fetched_alone(scheme, answer, asked):
    service = Service(answer)
    page = listed(service, scheme).page()
    assert (len(page), [item.id for item in page], page.next_position is not None) == (2, [1, 2], True)
    assert listed(service, scheme).resume(page.next_position).page().items[0].id == 3
    assert len(service.sent) == 2


@every
def test_an_iterator_outlives_an_error_and_asks_for_the_same_page_again(scheme, answer, asked):
    failures = iter([False, True, False, True, False])
    service = Service(lambda query, number: Response(404, {}, b"") if next(failures, False) else answer(query, number))
    steps, got, places = iter(listed(service, scheme)), [], []
    for _ in range(3):
        try:
            got.extend(item.id for item in steps)
        except NotFoundError as error:
            places.append((error.page_number, len(got)))
    assert got == [1, 2, 3, 4, 5]
    assert places == [(2, 2), (3, 4)]


def test_a_body_holds_the_cursor_and_stays_as_it_was_otherwise():
    service, given = Service(by_cursor), Search(text="songs")
    assert ids_of(pager(service, BODY, SEARCH, body=given)) == [1, 2, 3, 4, 5]
    assert service.asked == [{"Text": "songs"}, {"Text": "songs", "Cursor": "b"}, {"Text": "songs", "Cursor": "c"}]
    service = Service(by_cursor)
    assert ids_of(pager(service, BODY, SEARCH, body={"Text": "x", "Cursor": "c"})) == [5]


def test_an_argument_says_where_to_begin_and_all_others_are_sent_with_each_page():
    service = Service(by_cursor)
    query = {"cursor": "b", "limit": 2}
    assert ids_of(pager(service, CURSOR, query=query)) == [3, 4, 5]
    assert service.asked == [{"cursor": "b", "limit": "2"}, {"cursor": "c", "limit": "2"}]


def test_pages_without_items_are_passed_over_and_end_nothing():
    held = {None: ([], "b"), "b": ([], "c"), "c": ([1], "d"), "d": ([], None)}
    service = Service(lambda query, number: things(held[query.get("cursor")][0], cursor=held[query.get("cursor")][1]))
    assert [len(page) for page in pages_of(pager(service, CURSOR))] == [1]
    assert len(service.sent) == 4


def test_what_comes_twice_by_cursors_is_there_twice_and_by_numbers_was_moved():
    cursors = Service(lambda query, number: things([1], cursor="b" if not query else None))
    assert ids_of(pager(cursors, CURSOR)) == [1, 1]
    held = [["a", "b"], ["b", "c"], []]
    moved = Service(lambda query, number: things(held[int(query.get("n", 0))], pages=9))
    assert ids_of(pager(moved, NUMBER)) == ["a", "b", "c"]


def test_numbers_are_texts_where_a_cursor_is_one():
    service = Service(lambda query, number: things([number], cursor=number + 6 if number < 3 else None))
    assert ids_of(pager(service, CURSOR)) == [1, 2, 3]
    assert service.asked == [{}, {"cursor": "7"}, {"cursor": "8"}]


@pytest.mark.parametrize(
    ("scheme", "answers", "requests"),
    [
        (MORE, [things([1], more=True, cursor="b"), things([2], more=False, cursor="c")], 2),
        (MORE, [things([1], more=True, cursor="b"), things([2], more=True)], 2),
        (MORE, [things([1], cursor="b"), things([2], more=None, cursor="")], 2),
        (OFFSET, [things([1], more=True, total=1), things([2], more=False, total=1)], 2),
        (OFFSET, [things([1]), things([2]), things([])], 3),
        (NUMBER, [things([1], pages=2), things([2], pages=2)], 2),
        (NUMBER, [things([1], more=True, total=1), things([2], more=False)], 2),
    ],
)
def test_a_list_ends_where_its_answer_says_so(scheme, answers, requests):
    service = Service(lambda query, number: answers[number - 1])
    assert ids_of(pager(service, scheme)) == [1, 2]
    assert len(service.sent) == requests


def test_a_short_page_with_which_the_total_is_reached_is_the_last_and_a_full_one_need_not_be():
    def answer(query, number):
        begin = int(query.get("n", 0))
        return things([1, 2, 3][begin : begin + 2], total=3)

    service = Service(answer)
    assert ids_of(pager(service, OFFSET, query={"limit": 2})) == [1, 2, 3]
    assert service.asked == [{"limit": "2"}, {"limit": "2", "n": "2"}]


@pytest.mark.parametrize(
    ("scheme", "position"), [(OFFSET, "2"), (OFFSET, -1), (NUMBER, True), (CURSOR, ""), (CURSOR, None), (URL, 2.0)]
)
def test_what_is_no_position_of_the_list_is_refused(scheme, position):
    with pytest.raises(
        ConfigurationError, match=r"^things\.list: a position is the next_position of a page, which is "
    ):
        pager(Service(None), scheme).resume(position)


def test_what_leads_on_and_is_no_cursor_is_an_error_after_its_page():
    scheme = type(CURSOR)(style="cursor", turned_by="cursor", next=("data",), items=("data", "things"))
    steps = pager(Service(lambda query, number: things([1])), scheme).pages()
    assert [item.id for item in next(steps)] == [1]
    with pytest.raises(PaginationError, match=r"^things\.list: what leads to the next page is of the type Inner"):
        next(steps)
    assert next(steps, None) is None


def test_neither_a_pager_nor_a_page_shows_where_it_leads():
    reading = pager(Service(by_cursor), CURSOR)
    assert repr(reading) == "ForwardPager('things.list', 'cursor')"
    assert repr(reading.resume("tell-no-one")) == "ForwardPager('things.list', 'cursor', resumed)"
    assert "'b'" not in repr(reading.page())


def test_the_first_page_comes_as_it_is_and_each_has_its_total_and_answer():
    reading = pager(Service(by_cursor), CURSOR)
    raw = reading.raw()
    assert (raw.json()["meta"]["total"], reading.total(), raw.parse().meta.cursor) == (5, 5, "b")
    page = reading.page()
    assert (page.total, page.envelope.meta.cursor, page.unknown_fields()) == (5, "b", {})


def test_a_list_that_ends_before_its_total_is_told(caplog):
    with caplog.at_level(logging.WARNING):
        assert ids_of(pager(Service(lambda query, number: things([1], total=9)), CURSOR)) == [1]
    assert "things.list: the list has ended after 1 items, and the service counts 9" in caplog.text
    caplog.clear()
    assert ids_of(pager(Service(lambda query, number: things([1], total=9)), CURSOR, query={"cursor": "b"})) == [1]
    assert caplog.text == ""


def test_an_iteration_may_be_left_at_any_point_and_begins_anew():
    service = Service(by_cursor)
    reading = pager(service, CURSOR)
    assert [item.id for item in itertools.islice(reading, 1)] == [1]
    assert len(service.sent) == 1
    assert ids_of(reading) == [1, 2, 3, 4, 5]

    async def some():
        return await anext(aiter(pager(Service(by_cursor), CURSOR, asynchronous=True)))

    assert asyncio.run(some()).id == 1
