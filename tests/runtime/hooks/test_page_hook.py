"""The hook for pagination: what the default reads for any API, and what decides the end of a list."""

from typing import ClassVar

import msgspec
import pytest
from sdk._http.operation import Operation
from sdk.errors import ConfigurationError
from sdk.hooks._pagination import DefaultPages, PageLayout
from sdk.pagination import DEFAULT_PAGE_SIZE
from sdk.pagination._progress import EndRule, Position
from sdk.pagination._request import Plan


class Declared(DefaultPages):
    declared: ClassVar = {
        "plain": ("page-number", "items", "total", None, 20, False),
        "counted": ("page-number", "items", "all", "here", 50, True),
        "bare": ("page-number", "rows", None, None, 5, False),
    }


class Plain(msgspec.Struct):
    things: list[int] | None = msgspec.field(name="items", default=None)
    total: int | None = None


class Counted(msgspec.Struct):
    items: list[int]
    total: int = msgspec.field(name="all")
    here: int = 0


class Bare(msgspec.Struct):
    rows: list[int]


class Uncounted(msgspec.Struct):
    items: list[int]


class Failure(msgspec.Struct):
    reason: str


@pytest.mark.parametrize(
    ("kind", "layout"),
    [
        (Plain, PageLayout("things", "items", "total", 20, trust_total=False, total_name="total")),
        (Counted, PageLayout("items", "items", "total", 50, trust_total=True, total_name="all", count_name="here")),
        (Bare, PageLayout("rows", "rows", None, 5, trust_total=False)),
        (Uncounted, PageLayout("items", "items", None, 20, trust_total=False)),
        (Failure, None),
        (list, None),
        (type(None), None),
    ],
)
def test_the_layout_is_that_of_the_envelope_of_which_a_type_has_most(kind, layout):
    assert Declared().layout(kind) == layout


def test_items_and_total_are_read_where_the_layout_says():
    hook = Declared()
    layout = hook.layout(Plain)
    assert list(hook.items(Plain([1, 2], 7), layout)) == [1, 2]
    assert hook.total(Plain([1, 2], 7), layout) == 7
    for empty in (Plain(), Plain(total=-1), Failure("no")):
        assert list(hook.items(empty, layout)) == []
        assert hook.total(empty, layout) is None
    assert hook.total(Bare([1]), hook.layout(Bare)) is None


def test_a_page_is_asked_for_by_its_number_and_built_for_tests():
    hook = Declared()
    assert hook.position(3, 50) == 3
    built = hook.build_envelope([1, 2], 7)
    assert (built.items, built.total) == ([1, 2], 7)


def test_the_size_without_a_wish_is_the_declared_one():
    (declared,) = DefaultPages.declared.values()
    assert declared[4] == DEFAULT_PAGE_SIZE == 10


def test_a_list_of_what_is_no_page_is_refused():
    operation = Operation(name="failures.list", method="GET", path="/failures", result=Failure)
    plan = Plan(
        operation=operation, query={}, page=None, page_param="p", page_size=None, page_size_param="s", options=None
    )
    with pytest.raises(ConfigurationError, match=r"^failures.list: what it answers is not declared as a page of a li"):
        _ = plan.size


@pytest.mark.parametrize(
    ("trusted", "total", "reached", "is_short", "ends"),
    [
        (False, None, 30, True, False),
        (False, 30, 30, True, True),
        (False, 30, 30, False, False),
        (False, 20, 30, True, False),
        (True, None, 30, True, False),
        (True, 30, 30, False, True),
        (True, 20, 30, False, True),
        (True, 31, 30, True, False),
    ],
)
def test_a_page_with_news_is_the_last_by_its_total(trusted, total, reached, is_short, ends):
    assert EndRule(trust_total=trusted).after_news(total, reached, is_short=is_short) is ends


def test_pages_without_news_end_a_list_after_some_patience():
    rule = EndRule(trust_total=False)
    assert [rule.after_no_news(100, 30) for _ in range(3)] == [False, False, True]
    assert rule.after_no_news(None, 200)
    rule.after_news(100, 30, is_short=False)
    assert not rule.after_no_news(None, 30)
    assert EndRule(trust_total=False).after_no_news(None, 30)


def test_two_failures_in_a_row_end_a_list():
    rule = EndRule(trust_total=False)
    assert not rule.after_fault()
    rule.after_news(None, 10, is_short=False)
    assert [rule.after_fault(), rule.after_fault()] == [False, True]


def test_the_places_before_the_first_page_are_reckoned_by_how_full_pages_are():
    position = Position(start=3, size=50, default_size=10)
    assert (position.known, position.likely_size) == (100, 10)
    position.measure(3, 20)
    position.pass_by(20)
    assert (position.full, position.reached, position.known) == (20, 60, 100)
    position.number = 4
    position.measure(4, 20)
    assert position.known == 40
    assert position.needed(5, None) == range(4, 10)
    assert position.needed(5, 100) == range(4, 6)
    assert position.needed(5, 0) == range(4, 5)
