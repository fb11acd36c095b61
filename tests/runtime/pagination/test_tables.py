"""Pagers as rows and as tables of Arrow: all items of all pages, with the same columns even where there are none."""

from __future__ import annotations

import inspect
import json
import sys

import httpx
import pytest
from sdk.errors import ConfigurationError, NotFoundError

from tests.runtime.pagination.forwards import OFFSET, Service, pager, things
from tests.runtime.standin import ITEMS, TOTAL, Both

COLUMNS = ["id", "status", "items"]


@pytest.fixture(params=["sync", "async"])
def both(request):
    return Both(request.param)


def answering(count, asked):
    def answer(request):
        number = int(request.url.params.get("p", 1))
        asked.append(number)
        ids = range(count)[(number - 1) * 10 : number * 10]
        found = [{"Id": id, "Items": [{"Cost": 1.10}, {"Cost": 2}]} for id in ids]
        return httpx.Response(200, content=json.dumps({TOTAL: count, ITEMS: found}))

    return answer


def test_a_pager_gives_the_rows_of_all_pages(both):
    asked = []
    client = both.client(answering(23, asked))
    rows = both.ended(both.pager(client).to_rows())
    assert [row["id"] for row in rows] == list(range(23))
    assert [*rows[0]] == COLUMNS
    assert max(asked) >= 3
    exploded = both.ended(both.pager(client).to_rows(explode="items"))
    assert (len(exploded), str(exploded[1]["items.cost"])) == (46, "2")
    with pytest.raises(ConfigurationError, match="No model here has a list 'itms'"):
        both.ended(both.pager(client).to_rows(explode="itms"))


def test_a_pager_gives_a_table_that_has_its_columns_also_without_items(both):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed here")
    full = both.ended(both.pager(both.client(answering(12, []))).to_arrow(explode="items"))
    empty = both.ended(both.pager(both.client(answering(0, []))).to_arrow(explode="items"))
    assert (full.num_rows, empty.num_rows, full.schema) == (24, 0, empty.schema)
    assert str(full.schema.field("items.cost").type) == "decimal128(38, 10)"


def test_nothing_is_fetched_for_a_table_without_pyarrow(both, monkeypatch):
    asked = []
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    found = both.pager(both.client(answering(3, asked)))
    with pytest.raises(ConfigurationError, match=r"needs pyarrow: pip install '.*\[arrow\]'"):
        both.ended(found.to_arrow())
    assert asked == []


def test_an_error_of_a_page_is_raised(both):
    client = both.client(lambda _: httpx.Response(404, content=b"{}"))
    with pytest.raises(NotFoundError):
        both.ended(both.pager(client).to_rows())


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_a_list_that_is_read_forward_gives_rows_too(asynchronous):
    def answer(query, number):
        begin = int(query.get("n", 0))
        return things(list(range(1, 6))[begin : begin + 2], total=5)

    found = pager(Service(answer), OFFSET, asynchronous=asynchronous)
    rows = found.to_rows()
    rows = Both("async").ended(rows) if inspect.iscoroutine(rows) else rows
    assert [(row["id"], row["note"]) for row in rows] == [(str(id), None) for id in range(1, 6)]


def test_a_notebook_shows_a_page_as_a_table(both):
    shown = both.ended(both.pager(both.client(answering(23, []))).page())._repr_html_()
    assert shown.startswith("<table><caption>Page 1: 10 of 23 items</caption>")
    forward = pager(Service(lambda *_: things([1, 2], total=5)), OFFSET).page()._repr_html_()
    assert forward.startswith("<table><caption>Page 1: 2 of 5 items</caption>")
