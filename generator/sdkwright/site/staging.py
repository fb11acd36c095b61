"""Lays out what the site is built from, beside the pages: `docs/.pages` and `docs/.zensical.toml`.

The pages are written for a reader of the repository. Here each gets what only a site has: a description, attributes of
headings, the changelog and the security policy as pages, the pages of resources and modules in the navigation.
"""

import json
import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any, Final

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.site import cookbook, llms, reference, signatures
from sdkwright.site.addresses import Addresses, addresses
from sdkwright.site.pages import Page
from sdkwright.tree import disk

PAGES: Final = ".pages"
SETTINGS: Final = ".zensical.toml"
THEME: Final = ".theme"
CARD: Final = "card.png"
_THEME: Final = Path(__file__).with_name("theme")
_LISTED: Final = re.compile(r"^( *)# Here .* a page for each (resource|module|program)\.\n", re.MULTILINE)
_PLACES: Final = {"resource": "resources", "module": reference.FOLDER, "program": cookbook.FOLDER}
_NOT_LISTED: Final = frozenset({"index", "models"})
_PARENT: Final = re.compile(r"(!?\[[^\]]*\]\()((?:\.\./)+)([^)#]+)(#[^)]*)?\)")


def stage(project: Project) -> Path:
    """Lay out the pages and the settings, and return where the settings are.

    Args:
        project: The project.

    Raises:
        GeneratorError: It has no settings of a site.
    """
    docs = project.root / "docs"
    settings = docs / "zensical.toml"
    if not settings.is_file():
        raise GeneratorError(f"{project.show(settings)}: there is no such file, so there is no site to build.")
    published = addresses(project.pyproject, displayed_path=project.show(project.pyproject))
    pages = _pages(project)
    found = [page for page, _ in pages]
    name, summary = project.name, _summary(project)
    texts: dict[str, bytes] = {
        "llms.txt": llms.index(found, name=name, summary=summary, base=published.documentation).encode(),
        "llms-full.txt": llms.full(found, name=name, summary=summary).encode(),
    }
    if published.documentation:
        texts["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {published.documentation}sitemap.xml\n".encode()
    for path in sorted((docs / "pages").rglob("*")):
        if path.is_file() and path.suffix != ".md":
            texts[path.relative_to(docs / "pages").as_posix()] = path.read_bytes()
    for page, source in pages:
        staged = page.staged(
            _facts(page, source, published), search="exclude: true" if page.name == signatures.PAGE else ""
        )
        texts[page.name] = _inside(staged, page, texts, project).encode()
    _lay_out(docs / PAGES, texts)
    theme = {path.relative_to(_THEME).as_posix(): path.read_bytes() for path in sorted(_THEME.rglob("*.html"))}
    _lay_out(docs / THEME, theme)
    target = docs / SETTINGS
    disk.write(target, _settings(settings.read_text(encoding="utf-8"), pages, published, project).encode())
    return target


def follow(project: Project, *, wait: Callable[[float], object] = time.sleep) -> None:
    """Lay out what has changed, until the process is stopped.

    Args:
        project: The project.
        wait: Waits some seconds.
    """
    before: dict[Path, int] = {}
    while True:
        docs = project.root / "docs"
        watched = [*(docs / "pages").rglob("*"), docs / "zensical.toml", project.changelog, project.pyproject]
        now = {path: path.stat().st_mtime_ns for path in watched if path.is_file()}
        if before and now != before:
            stage(project)
        before = now
        wait(1)


def _pages(project: Project) -> list[tuple[Page, str]]:
    """The pages, each with the file that it is made from, relative to the checkout."""
    folder = project.root / "docs" / "pages"
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.md"))}
    found.setdefault("changelog.md", project.changelog)
    for place in ("docs/SECURITY.md", "SECURITY.md", ".github/SECURITY.md"):
        found.setdefault("security.md", project.root / place)
        if found["security.md"].is_file():
            break
        del found["security.md"]
    return [
        (Page.parse(name, path.read_text(encoding="utf-8")), path.relative_to(project.root).as_posix())
        for name, path in found.items()
        if path.is_file()
    ]


def _facts(page: Page, source: str, published: Addresses) -> dict[str, str]:
    """What the template of a page needs to know besides its text."""
    if page.is_generated:
        origin = re.search(r"<!-- Generated from (examples/\w+\.py) ", page.body)
        source = origin[1] if origin else ""
    return {"edit": published.source(source, verb="edit") if source else "", "markdown": page.name}


def _summary(project: Project) -> str:
    stated = tomllib.loads(project.pyproject.read_text(encoding="utf-8")) if project.pyproject.is_file() else {}
    return str(stated.get("project", {}).get("description", "")) or f"A typed Python SDK for {project.title}."


def _inside(text: str, page: Page, texts: dict[str, bytes], project: Project) -> str:
    """The page with what it links to outside of the pages: pictures are copied in, other files are named."""
    place = PurePosixPath("docs/pages", page.name).parent

    def linked(found: re.Match[str]) -> str:
        head, up, rest, anchor = found[1], found[2], found[3], found[4] or ""
        parts: list[str] = []
        for part in (place / up / rest).parts:
            parts = parts[:-1] if part == ".." else [*parts, part]
        path = project.root.joinpath(*parts)
        if parts[:2] == ["docs", "pages"] or not path.is_file():
            return found[0]
        depth = "../" * page.name.count("/")
        if path.suffix == ".md":
            known = {project.changelog: "changelog.md", project.root / "docs" / "SECURITY.md": "security.md"}
            return f"{head}{depth}{known[path]}{anchor})" if path in known else found[0]
        texts[path.name] = path.read_bytes()
        return f"{head}{depth}{path.name})"

    return _PARENT.sub(linked, text)


def _settings(text: str, pages: list[tuple[Page, str]], published: Addresses, project: Project) -> str:
    """The site's settings with what is found and what is published."""
    names = [page.name for page, _ in pages]

    def listed(found: re.Match[str]) -> str:
        place = _PLACES[found[2]]
        inside = [name for name in names if name.startswith(f"{place}/")]
        stems = sorted(name.removeprefix(f"{place}/").removesuffix(".md") for name in inside)
        entries = [
            f"{found[1]}{{ {_toml(_label(stem, found[2]))} = {_toml(f'{place}/{stem}.md')} }},\n"
            for stem in stems
            if stem not in _NOT_LISTED
        ]
        return "".join(entries)

    said: dict[str, Any] = {"docs_dir": PAGES, "site_url": published.documentation, "repo_url": published.repository}
    for key, value in said.items():
        text = re.sub(rf"(?m)^{key} = .*\n", "", text)
        if value:
            text = text.replace("[project]\n", f"[project]\n{key} = {_toml(value)}\n", 1)
    text = text.replace("[project.theme]\n", f"[project.theme]\ncustom_dir = {_toml(THEME)}\n", 1)
    if (project.root / "docs" / "pages" / CARD).is_file():
        text = text.replace("[project.extra]\n", f"[project.extra]\ncard = {_toml(CARD)}\n", 1)
    return _LISTED.sub(listed, text)


def _label(stem: str, kind: str) -> str:
    return stem if kind == "resource" else cookbook.titled(stem)


def _toml(text: str) -> str:
    """A text as TOML has it; what JSON escapes, TOML escapes so, too."""
    return json.dumps(text)


def _lay_out(folder: Path, texts: dict[str, bytes]) -> None:
    """Make a folder hold these files and no others; what is as it should be stays, so that a server sees no change."""
    folder.mkdir(exist_ok=True)
    for name, data in texts.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            disk.write(path, data)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in texts:
            path.unlink()
