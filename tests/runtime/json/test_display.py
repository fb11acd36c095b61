"""What a terminal and a notebook show of a model: at most a screen, nothing long, no secret."""

from __future__ import annotations

import copy
import io
import re
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from msgspec import field
from rich.console import Console
from sdk._json.codec import decode, encode
from sdk._json.display import SCREEN, html_page
from sdk._json.model import Model
from sdk._json.nullable import ABSENT, Extras

from tests.runtime.json.test_kinds import FULL, Part, Tree

WIDE = Tree(
    additional_properties={f"name{number}": "x" * 90 for number in range(60)},
    free={"deep": {"er": [{"and": {"deeper": ["y" * 500] * 500}}]}},
)
LONG = Tree(grid=[[number] * 30 for number in range(300)], inner=Tree(grid=[[1] * 400]))


class Entry(Model, kw_only=True):
    password: str | None = field(name="Password", default=None)
    text: str | None = field(name="Text", default=None)
    entries: list[Entry] | None = field(name="Entries", default=None)
    additional_properties: Extras[Any] = field(name="-additional_properties", default=ABSENT)


MANY = Entry(entries=[Entry(text="z" * 99)] * 9999)


def rich_text(value):
    console = Console(file=io.StringIO(), width=100, no_color=True)
    console.print(value)
    return console.file.getvalue()


@pytest.mark.parametrize("model", [WIDE, LONG, MANY], ids=["wide", "long", "list"])
def test_a_repr_has_at_most_a_screen(model):
    shown = repr(model)
    assert shown.startswith(f"{type(model).__name__}(")
    assert shown.endswith(")")
    assert 20 < len(shown) <= SCREEN
    assert "... " in shown
    assert len(rich_text(model).splitlines()) <= 60


def test_a_small_model_is_shown_whole():
    small = Tree(id=1, inner=Tree(parts={"a": [Part(name="n")]}), amount=Decimal("1.10"))
    assert repr(small) == "Tree(id=1, amount=Decimal('1.10'), inner=Tree(parts={'a': [Part(name='n')]}))"
    assert rich_text(small).count("\n") < 20
    assert "Part(name='n')" in rich_text(small)


def test_a_long_text_is_cut_within_its_quotes():
    shown = repr(Entry(text="it's " * 100))
    assert len(shown) < 150
    assert shown.endswith('..."' + ")")
    assert repr(Tree(raw=b"x" * 500)).endswith("'...)")
    assert repr(Tree(minus=10**5000)) == "Tree(minus=<int of very many digits>)"


def test_lists_tell_how_many_more_there_are():
    many = Entry(entries=[Entry(text="t" * 60)] * 60)
    assert "... 57 more]" in repr(many)
    assert "... 57 more" in rich_text(many) or "more" in rich_text(many)


def test_no_secret_is_shown_anywhere():
    secret = "s3cr3t-value"
    model = Entry(
        password=secret,
        text=f"https://host.example/?t={secret}",
        entries=[Entry(password=secret)],
        additional_properties={"apiKey": secret, "in": [{"accessToken": secret}]},
    )
    for shown in (repr(model), rich_text(model), model._repr_html_(), repr(model.__rich_repr__())):
        assert secret not in shown
        assert "hidden" in shown


def test_a_notebook_shows_a_table_of_escaped_texts():
    table = Entry(text="<script>alert(1)</script>", entries=[Entry(text="a&b")])._repr_html_()
    assert "<script>" not in table
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in table
    assert table.startswith("<table><caption>Entry</caption><tr><th")
    assert "Entry(text=&#x27;a&amp;b&#x27;)" in table
    assert len(WIDE._repr_html_()) < 3_000
    assert "\x1b" not in Entry(text="\x1b[31m")._repr_html_()


def cells(table):
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", table)]


def test_a_notebook_shows_a_page_as_a_table_of_its_items():
    items = [Entry(text="<b>", entries=[Entry()]), Entry(text="it's"), Entry(password="s3cr3t")]
    table = html_page(items, "Page 2", 23)
    assert table.startswith("<table><caption>Page 2: 3 of 23 items</caption><tr><th")
    assert cells(table) == [
        ["text", "entries", "password"],
        ["&lt;b&gt;", "[Entry()]", ""],
        ["it&#x27;s", "", ""],
        ["", "", "&lt;hidden&gt;"],
    ]
    tree = Tree(id=1, amount=Decimal("1E+2"), inner=Tree(id=2, inner=Tree(id=3)), day=date(2026, 1, 31))
    assert dict(zip(*cells(html_page([tree], "P", None)), strict=True)) == {
        "id": "1",
        "amount": "100",
        "day": "2026-01-31",
        "inner.id": "2",
        "inner.inner": "Tree(id=3)",
    }


def test_a_page_of_a_notebook_has_at_most_a_screen():
    wide = Entry(text="x" * 500, additional_properties={"a": "y" * 500})
    table = html_page([wide] * 300 + [LONG] * 700, "Page <1>", None)
    assert table.startswith("<table><caption>Page &lt;1&gt;: 1000 items</caption>")
    assert cells(table)[-1] == ["... 980 more items"]
    assert len(cells(table)) == 22
    assert len(table) < 10_000
    many = msgspec.defstruct("Many", [(f"name{n}", int, n + 1) for n in range(30)], bases=(Model,), kw_only=True)
    assert cells(html_page([many(**{f"name{n}": 0 for n in range(30)})], "P", None))[-1] == ["... 22 more fields"]
    assert html_page([], "Page 1", 0) == "<table><caption>Page 1: 0 of 0 items</caption></table>"


def test_a_page_of_values_that_are_no_models_is_a_table_too():
    table = html_page(["a<b", 1, {"apiKey": "s3cr3t"}, None, "https://host.example/?t=s3cr3t"], "P", None)
    assert [row[0] for row in cells(table)] == [
        "value", "a&lt;b", "1", "{&#x27;apiKey&#x27;: &#x27;&lt;hidden&gt;&#x27;}", "None",
        "https://host.example/?&lt;hidden&gt;",
    ]  # fmt: skip


def test_a_model_with_a_list_says_that_it_cannot_be_hashed():
    with pytest.raises(TypeError) as caught:
        hash(Entry(entries=[Entry()]))
    assert str(caught.value) == (
        "Entry cannot be hashed, because its field 'entries' holds a list; take one of its other fields, such as its "
        "id, for a key."
    )
    assert caught.value.__suppress_context__
    with pytest.raises(TypeError, match="Tree cannot be hashed, because its field 'grid' holds a list"):
        hash(LONG)
    assert hash(Entry(text="a")) == hash(Entry(text="a"))
    assert {Part(name="a"): 1}[Part(name="a")] == 1


def test_a_changed_copy_keeps_the_rest():
    tree = decode(encode(FULL), Tree)
    changed = tree.replace(amount=Decimal(2), password="x")
    assert (changed.amount, changed.password, changed.id, tree.amount) == (2, "x", 7, Decimal("0.10"))
    assert changed.additional_properties == tree.additional_properties
    assert tree.__replace__(id=8) == tree.replace(id=8)
    with pytest.raises(TypeError, match="has no field 'amuont'"):
        tree.replace(amuont=1)
    if sys.version_info >= (3, 13):
        assert copy.replace(tree, id=8).id == 8
