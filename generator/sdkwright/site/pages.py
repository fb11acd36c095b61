"""A page on its way to the site: its front matter, its description, and the anchors of its headings."""

import html
import json
import re
from typing import Final

import attrs

from sdkwright.text import without_controls

_FRONT: Final = re.compile(r"\A---\n(.*?)\n---\n+", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FENCED: Final = re.compile(r"^(```|~~~).*?^\1 *$", re.MULTILINE | re.DOTALL)
_TITLE: Final = re.compile(r"^# (.+?)(?: \{[^}]*\})?$", re.MULTILINE)
_ANCHORED: Final = re.compile(r'^<a id="([\w.-]+)"></a>\n\n(#+) (.+)$', re.MULTILINE)
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_TAG: Final = re.compile(r"<[^>]+>")
_PROSE: Final = re.compile(r"[^\s#|<!`~>:{-]|`[^`]|<code|-?[A-Za-z]")
_LONGEST: Final = 160
"""Characters of a description that the lists of search engines show."""


@attrs.frozen
class Page:
    """One page in Markdown.

    Attributes:
        name: Relative to the folder of the pages, as in `guides/money.md`.
        front: The lines of its front matter.
        body: What follows that.
    """

    name: str
    front: str
    body: str

    @classmethod
    def parse(cls, name: str, text: str) -> "Page":
        """Take a page apart.

        Args:
            name: Its name.
            text: Its text.
        """
        found = _FRONT.match(text)
        return cls(name, found[1] if found else "", text[found.end() :] if found else text)

    @property
    def title(self) -> str:
        """Its first heading, without markup."""
        found = _TITLE.search(self.body)
        return plain(found[1]) if found else self.name.rpartition("/")[2].removesuffix(".md")

    @property
    def description(self) -> str:
        """What its front matter says it is, or else the beginning of its first paragraph, in plain words."""
        if (
            stated := re.search(r"(?m)^description:\s*(?:>-?\n)?((?:.+\n?(?:^ .+\n?)*))", f"{self.front}\n")
        ) is not None:
            return " ".join(stated[1].split()).strip("\"'")
        text = _FENCED.sub("", _COMMENT.sub("", self.body))
        for block in re.split(r"\n\s*\n", text):
            if _PROSE.match(block) and (said := plain(block)):
                return _shortened(said)
        return ""

    @property
    def is_generated(self) -> bool:
        """Whether a program wrote it, so that nobody edits it."""
        return self.body.lstrip().startswith("<!-- Generated from")

    def staged(self, facts: dict[str, str], *, search: str = "") -> str:
        """The page as the site's builder takes it.

        Args:
            facts: What to add to the front matter, where that does not say it.
            search: What the search does with the page, where it does not say so itself.
        """
        known = {line.partition(":")[0] for line in self.front.splitlines()}
        said = {"description": self.description} | facts
        lines = [f"{key}: {json.dumps(value)}" for key, value in said.items() if value and key not in known]
        if search and "search" not in known:
            lines += ["search:", f"  {search}"]
        front = "\n".join(filter(None, [self.front, *lines]))
        return f"---\n{front}\n---\n\n{_ANCHORED.sub(_attributed, self.body)}"


def plain(markdown: str) -> str:
    """A piece of Markdown as plain words on one line.

    Args:
        markdown: Without blocks of code.
    """
    parts = re.split(r"(`[^`]*`)", _LINK.sub(r"\1", markdown))
    # What stands in a code span is no markup, though it may look like some.
    words = [part.strip("`") if part.startswith("`") else html.unescape(_TAG.sub("", part)) for part in parts]
    return without_controls(" ".join("".join(words).replace("*", "").split()))


def _attributed(found: re.Match[str]) -> str:
    """A heading whose anchor is an attribute, which the site's builder knows; in its contents it has a short name."""
    anchor, level, heading = found.groups()
    short = f" data-toc-label='{heading.rpartition('.')[2]}'" if re.fullmatch(r"[\w.]+\.[\w]+", heading) else ""
    return f"{level} {heading} {{ #{anchor}{short} }}"


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text.removesuffix(":")
    sentence = re.match(r".{40,158}?[.!?](?= )", text)
    return sentence[0] if sentence else f"{text[: _LONGEST - 1].rpartition(' ')[0]}…"
