"""Each record of a decision says the same four things, fits a page, and can be found."""

import pytest

from tests.envoice.docs.pages import ROOT
from tests.envoice.docs.test_links import links

FOLDER = ROOT / "docs" / "decisions"
RECORDS = sorted(path.name for path in FOLDER.glob("*.md") if path.name != "README.md")


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_has_its_parts_and_fits_a_page(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## Context", "## Decision", "## What it costs", "## Alternatives"]
    assert len(text.splitlines()) <= 60


@pytest.mark.parametrize(("page", "folder"), [("docs/decisions/README.md", ""), ("CONTRIBUTING.md", "docs/decisions/")])
def test_every_record_is_linked(page, folder):
    linked = set(links((ROOT / page).read_text(encoding="utf-8")))
    assert RECORDS
    assert {f"{folder}{name}" for name in RECORDS} <= linked
