"""Writes `llms.txt`, a map of the documentation for programs that read, and `llms-full.txt`, all of it in one text."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Final

from sdkwright.site.pages import Page

_OTHERS: Final = "Optional"
_SECTIONS: Final = {
    "guides": "Guides",
    "cookbook": "Cookbook",
    "resources": "Resources",
    "reference": "Reference",
    "make": "Making a package",
}
_LEFT_OUT: Final = ("maintainers/",)
"""Folders that say nothing to a caller."""
_REFERENCE: Final = re.compile(r"&#\d+;")


def index(pages: Iterable[Page], *, name: str, summary: str, base: str) -> str:
    """The map: a heading, a summary, and a list of links for each part of the documentation.

    Args:
        pages: The pages.
        name: The package.
        summary: What it is, in a sentence.
        base: Where the site is, with a slash at the end; links are relative where that is not known.
    """
    parts: dict[str, list[str]] = {}
    for page in _for_callers(pages):
        folder = page.name.partition("/")[0] if "/" in page.name else ""
        said = f": {page.description}" if page.description else ""
        line = f"- [{page.title}]({base}{page.name}){said}"
        parts.setdefault("Start" if not folder else _SECTIONS.get(folder, _OTHERS), []).append(line)
    order = ["Start", *_SECTIONS.values(), _OTHERS]
    listed = [f"## {title}\n\n" + "\n".join(parts[title]) for title in order if title in parts]
    full = f"The whole documentation in one text: [llms-full.txt]({base}llms-full.txt)."
    return "\n\n".join([f"# {name}", f"> {summary}", full, *listed]) + "\n"


def full(pages: Iterable[Page], *, name: str, summary: str) -> str:
    """The text of every page for callers, each after its name.

    Args:
        pages: The pages.
        name: The package.
        summary: What it is, in a sentence.
    """
    texts = [f"# {name}\n\n> {summary}"]
    for page in _for_callers(pages):
        body = _REFERENCE.sub(lambda found: html.unescape(found[0]), page.body)
        body = re.sub(
            r"<!--.*?-->\n*|<a id=\"[^\"]*\"></a>\n+|</?(?:code|small)>|</?div[^>]*>\n*", "", body, flags=re.DOTALL
        )
        texts.append(f"<!-- {page.name} -->\n\n{body.strip()}")
    return "\n\n---\n\n".join(texts) + "\n"


def _for_callers(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages in the order of the map, those at the top first."""
    order = {name: number for number, name in enumerate(["", *_SECTIONS])}

    def place(page: Page) -> tuple[int, bool, str]:
        folder = page.name.rpartition("/")[0].partition("/")[0]
        return (order.get(folder, len(order)), not page.name.endswith("index.md"), page.name)

    return iter(sorted((page for page in pages if not page.name.startswith(_LEFT_OUT)), key=place))
