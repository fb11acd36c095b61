"""What a stranger and a program find: what each page is, a way on from a missing one, and all of it as text."""

import re

import pytest

from tests.envoice.site.conftest import ROOT


@pytest.fixture(scope="module")
def pages(site):
    """The built pages by name."""
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def test_a_page_says_what_it_is(pages):
    described = {
        name: re.search(r'<meta name="description" content="([^"]*)"', text)[1]
        for name, text in pages.items()
        if name != "404.html"
    }
    usual = re.search(r'site_description = "(.*)"', (ROOT / "docs" / "zensical.toml").read_text("utf-8"))[1]
    of_guides = [
        text for name, text in described.items() if name.startswith(("guides/", "cookbook/")) or "/" not in name
    ]
    assert len({*of_guides}) == len(of_guides) > 25
    assert usual not in described.values()
    assert all('property="og:title"' in text for text in pages.values())


def test_a_missing_page_leads_on(pages):
    body = pages["404.html"].partition("<article")[2]
    assert "There is no such page" in body
    assert {"index.html", "api.html"} <= {link.lstrip("./") for link in re.findall(r'href="([^"]+)"', body)}


def test_what_needs_an_address_is_left_out_without_one(pages, site):
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    if re.search(r"(?m)^(repository|documentation) = ", settings):
        pytest.skip("this checkout says where it is published")
    for text in pages.values():
        assert 'rel="canonical"' not in text
        assert 'rel="edit"' not in text
        assert "og:image" not in text
    assert not (site / "sitemap.xml").exists()


def test_every_page_is_there_as_text_and_on_the_map(pages, site):
    map_ = (site / "llms.txt").read_text("utf-8")
    for link in re.findall(r"\]\(([^)]+)\)", map_):
        assert (site / link).is_file(), link
    for name in pages.keys() - {"404.html"}:
        assert (site / name).with_suffix(".md").is_file()
    full = (site / "llms-full.txt").read_text("utf-8")
    assert "## Rate limits" in full
    assert "def change_status(" in full


def test_the_generator_has_a_section_of_its_own(pages):
    assert re.search(r'href="\./make/start\.html" class="md-tabs__link"', re.sub(r"\s+", " ", pages["index.html"]))
