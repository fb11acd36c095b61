"""The tables of pages: which keys each style takes, and which it needs."""

import pytest

from sdkwright import config
from sdkwright.errors import GeneratorError

LEAST = '[package]\nname = "acme"\nclient = "Acme"\n'
EVERY = "style, items, sized_by, total, default_size, operations"


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "sdk.toml"
        path.write_text(f"{LEAST}[pagination.a]\n{text}", encoding="utf-8")
        [page] = config.read(path, name="spec/sdk.toml").pagination.values()
        return page

    return read


@pytest.mark.parametrize(
    ("text", "start", "paths"),
    [
        (
            'style = "page-number"\nitems = "data.all"\nturned_by = "p"\nfirst = 0\npages = "meta.pages"',
            0,
            ("data.all", "meta.pages"),
        ),
        ('style = "offset"\nitems = "data"\nturned_by = "skip"\ntotal = "n"\ntrust_total = true', 0, ("data", "n")),
        (
            'style = "cursor"\nitems = "data"\nturned_by = "after"\nlast_item = "id"\nhas_more = "more"',
            0,
            ("data", "more"),
        ),
        (
            'style = "cursor"\nitems = "d"\nturned_by = "c"\nnext = "m.next"\nsized_by = "limit"',
            0,
            ("d", "m.next"),
        ),
        ('style = "next-url"\nitems = "results"\nnext = "next"', 0, ("results", "next")),
        ('style = "link-header"\noperations = ["GET /repos"]', 0, ()),
    ],
)
def test_each_style_is_read_and_is_none_of_those_that_any_page_can_be_asked_for(read, text, start, paths):
    page = read(text)
    assert (page.start, page.paths, page.is_numbered) == (start, paths, False)


@pytest.mark.parametrize(
    "change", ['items = "data"', 'items = "data"\ndefault_size = 9\nfirst = 0', 'items = "a.b"\ndefault_size = 9']
)
def test_pages_by_number_need_items_at_the_top_and_a_size_to_be_asked_for_in_any_order(read, change):
    assert read('style = "page-number"\nitems = "data"\ndefault_size = 9').is_numbered
    assert not read(f'style = "page-number"\n{change}').is_numbered


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'style = "link-header"\nhas_more = "more"',
            f'takes no has_more with style "link-header"; it takes {EVERY.replace(", operations", " and operations")}.',
        ),
        ('style = "offset"\nitems = "data"', 'lacks turned_by, which style "offset" needs.'),
        ('style = "next-url"\nitems = "data"', 'lacks next, which style "next-url" needs.'),
        (
            'style = "cursor"\nturned_by = "after"\nnext = "n"\nlast_item = "id"',
            (
                'needs next or last_item, and not both: with style "cursor" the next page is asked for with what the '
                "answer says, or with a field of its last item."
            ),
        ),
        ('style = "offset"\nturned_by = "o"\nfirst = 2', "first: 2 is not allowed; allowed is 0 or 1."),
    ],
)
def test_a_key_that_a_style_lacks_or_needs_is_named(read, text, said):
    with pytest.raises(GeneratorError) as caught:
        read(text)
    assert str(caught.value) == f"spec/sdk.toml: [pagination.a] {said}"
