"""The links of README, CONTRIBUTING and the pages lead to files of the checkout; `site` has those of the built site."""

import re
from urllib.parse import urlsplit

import pytest
from markdown_it import MarkdownIt

from tests.envoice.docs.pages import ROOT, pages


def links(text):
    """Where a page's links lead."""
    for token in MarkdownIt("commonmark").parse(text):
        for child in token.children or []:
            if child.type == "link_open":
                yield child.attrs["href"]


def broken(text, folder):
    """The links that lead to no file, or are neither relative nor https."""
    for link in links(text):
        parts = urlsplit(link)
        if parts.scheme:
            if parts.scheme != "https" or "." not in parts.netloc:
                yield link
        elif parts.path and not (folder / parts.path).is_file():
            yield link


@pytest.mark.parametrize("page", pages())
def test_every_link_leads_to_a_file(page):
    path = ROOT / page
    assert not list(broken(path.read_text(encoding="utf-8"), path.parent))


def test_no_page_of_the_project_shows_a_path_that_has_moved():
    for page in pages():
        named = re.findall(r"`(docs/[\w/.-]+\.md)`", (ROOT / page).read_text(encoding="utf-8"))
        assert all((ROOT / name).is_file() for name in named), page


def test_a_broken_link_is_found(tmp_path):
    (tmp_path / "there.md").touch()
    text = "[a](there.md#x) [b](missing.md) [c](https://example.com) [d](http://example.com) [e](#here)"
    assert list(broken(text, tmp_path)) == ["missing.md", "http://example.com"]
