"""The pages of README and docs, and every block of code in them: what it is, and why it is not run where it is not."""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[3]
NOT_RUN = re.compile(r"<!-- not run: (.+?) -->", re.DOTALL)
KINDS = {
    "python": "python",
    "py": "signature",
    "console": "command",
    "yaml": "data",
    "toml": "data",
    "json": "data",
    "text": "text",
}


@attrs.frozen
class Block:
    """One block of code.

    Attributes:
        page: Relative to the checkout.
        line: Of its first line of code, from 1.
        language: As its fence says; an indented block is `console`.
        text: The code.
        reason: Why it is not run; empty where it is.
    """

    page: str
    line: int
    language: str
    text: str = attrs.field(repr=False)
    reason: str = ""

    @property
    def kind(self) -> str:
        """`python`, `signature`, `command`, `data` or `text`."""
        return KINDS[self.language]


def pages() -> list[str]:
    """Every page, relative to the checkout; what will become the changelog is none."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    names = sorted(path.relative_to(ROOT).as_posix() for path in found)
    return [name for name in names if not name.startswith(("docs/changes/", "docs/."))]


def blocks(page: str) -> list[Block]:
    """The blocks of a page, in order."""
    return list(blocks_of((ROOT / page).read_text(encoding="utf-8"), page))


def blocks_of(text: str, page: str) -> Iterator[Block]:
    """The blocks of a page's text; `<!-- not run: reason -->` right before a block says that it is not run, and why."""
    reason = ""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type in {"fence", "code_block"}:
            fenced = token.type == "fence"
            language = (token.info.split() or [""])[0] if fenced else "console"
            if language not in KINDS:
                raise AssertionError(
                    f"{page}:{token.map[0] + 1}: a block of {language!r}; say one of {', '.join(KINDS)}"
                )
            yield Block(page, token.map[0] + 1 + fenced, language, token.content, reason)
        found = NOT_RUN.search(token.content) if token.type == "html_block" else None
        reason = found[1] if found else ""
