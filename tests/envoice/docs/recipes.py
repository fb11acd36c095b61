"""The programs of the cookbook, taken from its pages: what a test runs is what a reader copies."""

import atexit
import tempfile
from functools import cache
from pathlib import Path

from tests.envoice.docs.pages import ROOT, blocks

COOKBOOK = ROOT / "docs" / "pages" / "cookbook"


@cache
def _folder():
    folder = tempfile.TemporaryDirectory(prefix="cookbook-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


def programs():
    """The names of the programs."""
    return {path.stem for path in COOKBOOK.glob("*.md")} - {"index"}


@cache
def program(name):
    """The program that a page shows, as a file.

    Args:
        name: As in `dunning`.
    """
    (shown,) = [block for block in blocks(f"docs/pages/cookbook/{name}.md") if block.kind == "python"]
    path = _folder() / f"{name}.py"
    path.write_text(shown.text, encoding="utf-8")
    return path
