"""Renders pages as the site does, and tells what markup came of them: a text that became markup shows there."""

import tomllib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import markdown

SETTINGS = Path(__file__).parents[3] / "docs" / "zensical.toml"
# The one relation in which paragraphs may differ: an empty text has none.
_LOOSE = {"p"}


class Markup(HTMLParser):
    """The elements of a page with the names of their attributes, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: Counter[tuple[str, ...]] = Counter()
        self.links: list[str] = []
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag not in _LOOSE:
            self.elements[tag, *sorted(name for name, _ in attrs)] += 1
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_data(self, data):
        self.said += data

    def handle_comment(self, data):
        self.elements["comment"] += 1

    def handle_decl(self, decl):
        self.elements["declaration"] += 1

    def handle_pi(self, data):
        self.elements["instruction"] += 1


def extensions() -> dict[str, dict]:
    """The Markdown extensions of the site, with their settings."""
    given = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["project"]["markdown_extensions"]
    theirs = {f"pymdownx.{name}": value for name, value in given.pop("pymdownx").items()}
    # Colours would part code into elements by what it says.
    return given | theirs | {"pymdownx.highlight": {"use_pygments": False}}


def rendered(text: str) -> Markup:
    """A page as the site's Markdown renders it."""
    used = extensions()
    return Markup(markdown.markdown(text, extensions=list(used), extension_configs=used))
