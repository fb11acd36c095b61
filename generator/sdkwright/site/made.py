"""Makes the pages that follow from code: `api.md`, the reference of the modules, and the cookbook."""

from pathlib import Path
from typing import Final

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.reference.quoting import prose
from sdkwright.site import cookbook, reference, signatures, surface
from sdkwright.site.pages import Page
from sdkwright.tree import disk

_OWNED: Final = (reference.FOLDER, cookbook.FOLDER)
"""Folders of `docs/pages` in which pages are made here."""


def made(project: Project) -> dict[Path, str]:
    """The pages by their paths; one that somebody wrote by hand is left out.

    Args:
        project: The project, whose package is in place.

    Raises:
        GeneratorError: There is no package, or a program of `examples/` cannot be shown.
    """
    if not project.package.is_dir():
        raise GeneratorError(f"{project.show(project.package)}: there is no package yet; run `nox -s generate`.")
    root = surface.load(project.generated, project.name)
    folder = project.root / "docs" / "pages"
    available = {
        path.relative_to(folder).as_posix(): Page.parse(path.name, path.read_text(encoding="utf-8")).title
        for path in folder.rglob("*.md")
    }
    modules = surface.modules(root)
    shown = {item.path for module in modules for _, item in surface.offered(module) if item.is_class}
    found = {signatures.PAGE: signatures.page(root, client=project.client)}
    for module in modules:
        found[f"{reference.FOLDER}/{module.name}.md"] = reference.page(module, project.name, available, shown)
    found |= dict(cookbook.pages(cookbook.recipes(project.root / "examples"), prose(project.title)))
    return {folder / name: text for name, text in found.items() if _is_ours(folder / name)}


def write(project: Project) -> list[Path]:
    """Write the pages, take away those that nothing is shown on any more, and return what has changed.

    Args:
        project: The project.

    Raises:
        GeneratorError: As `made`.
    """
    pages = made(project)
    changed = [path for path, text in pages.items() if not _is(path, text)]
    for path in changed:
        disk.write(path, pages[path].encode())
    stray = _stray(project, pages)
    for path in stray:
        path.unlink()
    return [*changed, *stray]


def check(project: Project) -> None:
    """Compare the pages with those in place.

    Args:
        project: The project.

    Raises:
        GeneratorError: One differs, is missing, or is there for nothing.
    """
    pages = made(project)
    problems = [path for path, text in pages.items() if not _is(path, text)] + _stray(project, pages)
    if problems:
        listed = "".join(f"\n  {project.show(path)}" for path in sorted(problems)[:20])
        raise GeneratorError(
            f"these pages are not what the package and the examples give; run `sdkwright docs`:{listed}"
        )


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()


def _stray(project: Project, pages: dict[Path, str]) -> list[Path]:
    folder = project.root / "docs" / "pages"
    found = [path for name in _OWNED for path in sorted((folder / name).glob("*.md"))]
    return [path for path in found if path not in pages and _is_ours(path)]


def _is_ours(path: Path) -> bool:
    """Whether a page may be replaced or taken away: what is written by hand stays, unless no builder reads it."""
    if not path.is_file():
        return True
    text = path.read_text(encoding="utf-8")
    return text.startswith("<!-- Generated from") or "\n::: " in text
