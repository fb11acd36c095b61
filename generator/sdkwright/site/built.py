"""Adds to a built site what its builder does not: each page as Markdown, and an index for readers of files."""

from pathlib import Path
from typing import Final

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.site.staging import PAGES

SITE: Final = ".site"


def finish(project: Project) -> Path:
    """Complete the site, and return its folder.

    Args:
        project: The project.

    Raises:
        GeneratorError: There is no site yet.
    """
    site, pages = project.root / "docs" / SITE, project.root / "docs" / PAGES
    if not (site / "index.html").is_file():
        raise GeneratorError(f"{project.show(site)}: there is no site yet; run `nox -s docs`.")
    for path in sorted(pages.rglob("*.md")):
        target = site / path.relative_to(pages)
        target.write_bytes(path.read_bytes())
    # A page that is read from a folder may fetch a script, but no data.
    index = site / "search.json"
    if index.is_file():
        index.with_suffix(".js").write_text(f"var __index = {index.read_text(encoding='utf-8')};\n", encoding="utf-8")
    map_ = site / "sitemap.xml"
    if map_.is_file() and "<loc>" not in map_.read_text(encoding="utf-8"):
        # A map without addresses says that there are no pages.
        map_.unlink()
    return site
