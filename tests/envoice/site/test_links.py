"""Every link of the built site leads somewhere, and a broken one is found."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.envoice.site import links

ROOT = Path(__file__).parents[3]


def test_every_link_leads_somewhere(site):
    assert len(list(site.rglob("*.html"))) > 40
    assert not links.problems(site)


def test_nothing_is_fetched_from_elsewhere(site):
    assert not links.foreign(site)
    for sheet in site.rglob("*.css"):
        text = sheet.read_text("utf-8")
        assert "@import" not in text
        assert "url(http" not in text
        assert "url(//" not in text


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("missing.html", "no such page or file"),
        ("other.html#missing", "no such anchor"),
        ("#missing", "no such anchor"),
        ("http://example.com/", "neither https nor a page of this site"),
        ("javascript:alert(1)", "neither https nor a page of this site"),
        ("other.html#here", ""),
        ("https://example.com/", ""),
    ],
)
def test_a_broken_link_is_found(tmp_path, link, said):
    (tmp_path / "index.html").write_text(f'<a href="{link}">text</a>')
    (tmp_path / "other.html").write_text('<p id="here">text</p>')
    assert links.problems(tmp_path) == ([f"index.html: {link}: {said}"] if said else [])


def test_a_script_from_elsewhere_is_found(tmp_path):
    (tmp_path / "index.html").write_text(
        '<a href="https://example.com/">a</a><script src="//example.com/x.js"></script>'
    )
    assert links.foreign(tmp_path) == ["index.html: //example.com/x.js"]


@pytest.mark.parametrize("link", ["missing.md", "guides/money.md#missing"])
def test_a_broken_link_stops_the_build(tmp_path, link):
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns(".site", ".cache"))
    (tmp_path / "generated").symlink_to(ROOT / "generated")
    with open(tmp_path / "docs/pages/index.md", "a") as page:  # noqa: PTH123 - to append
        page.write(f"\n[text]({link})\n")
    build = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", tmp_path / "docs/zensical.toml"]
    ran = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode != 0
    assert "does not exist" in ran.stdout + ran.stderr
