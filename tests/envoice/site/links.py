"""The links of a built site: each page, picture and anchor inside it is there, and others are well formed."""

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_BEARERS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src"}
_FETCHED = {"img", "script", "source", "iframe"}
_FETCHED_RELATIONS = {"stylesheet", "preload", "modulepreload", "icon", "preconnect", "dns-prefetch"}


class _Page(HTMLParser):
    """What a page links to and fetches, and the anchors it has."""

    def __init__(self, text):
        super().__init__()
        self.links, self.fetched, self.anchors = [], [], {"", "top"}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.anchors |= {given[name] for name in ("id", "name") if given.get(name)}
        link = given.get(_BEARERS.get(tag, ""))
        if link is None:
            return
        self.links.append(link)
        if tag in _FETCHED or (tag == "link" and set(given.get("rel", "").split()) & _FETCHED_RELATIONS):
            self.fetched.append(link)


def problems(folder: Path) -> list[str]:
    """What is wrong with the links of the site in `folder`: the page, the link, and why."""
    pages = {path.relative_to(folder).as_posix(): _Page(path.read_text("utf-8")) for path in folder.rglob("*.html")}
    return [
        f"{name}: {link}: {said}"
        for name, page in sorted(pages.items())
        for link in dict.fromkeys(page.links)
        if (said := _problem(link, name, pages, folder))
    ]


def foreign(folder: Path) -> list[str]:
    """What a reader's browser would fetch from elsewhere: the page and the link."""
    return [
        f"{path.relative_to(folder).as_posix()}: {link}"
        for path in sorted(folder.rglob("*.html"))
        for link in _Page(path.read_text("utf-8")).fetched
        if urlsplit(link).netloc
    ]


def _problem(link, name, pages, folder):
    try:
        parts = urlsplit(link)
    except ValueError as error:
        return str(error)
    if parts.scheme or parts.netloc:
        # Others are not asked: a test has no network.
        return "" if parts.scheme == "https" and "." in parts.netloc else "neither https nor a page of this site"
    # The page that stands for a missing one may be shown at any address, so its links begin at the root.
    path = unquote(parts.path)
    target = (
        path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    )
    target = name if not path else "index.html" if target in {"", "."} else target
    if target not in pages:
        return "" if (folder / target).is_file() else "no such page or file"
    return "" if unquote(parts.fragment) in pages[target].anchors else "no such anchor"
