"""Makes the package of a document aside, for comparison: as it would be, with what it needs filled in or left out."""

from pathlib import Path

import attrs

from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import finding
from sdkwright.diff.surface import Surface, read_surface
from sdkwright.emit.needs import for_document
from sdkwright.emit.package import copy_overrides, tidy, write_package
from sdkwright.ir import Api, build
from sdkwright.normalise import Names, Overlay
from sdkwright.normalise.naming.complete import complete
from sdkwright.project import Project
from sdkwright.verify.overrides import unfounded


@attrs.frozen
class Package:
    """A package that was made for comparison.

    Attributes:
        folder: The package itself, in a folder of its name.
        surface: What can be named in it.
        missing: The overrides that it cannot have.
    """

    folder: Path
    surface: Surface = attrs.field(repr=False)
    missing: list[Finding]


def make(
    upstream: dict[str, object],
    tables: tuple[Overlay, Names],
    folder: Path,
    *,
    project: Project,
    name: str,
    previous: dict[str, object] | None = None,
) -> Package:
    """Make the package of a document.

    Args:
        upstream: The vendor's document.
        tables: The overlay and the names; what has no name gets a proposed one.
        folder: An empty folder to fill.
        project: The checkout, for its overrides.
        name: What to call the document in an error.
        previous: The revision before it.

    Raises:
        GeneratorError: It cannot be normalised or generated, or an override is no Python.
    """
    overlay, names = tables
    normalised, _ = complete(
        upstream, overlay, names, name=name, configuration=project.configuration, previous=previous, complaints=[]
    )
    package = folder / project.name
    api = build(normalised.document)
    # Else it would carry rooms whose data only documents that need them give.
    project = for_document(project, api)
    _write(api, package, project)
    lost = unfounded(package, project)
    if lost:
        project = attrs.evolve(project, without=project.without | lost.keys())
        _write(api, package, project)
    copy_overrides(package, project=project)
    tidy(package)
    missing = [
        finding(
            Level.SURFACE,
            "override-stands-on-nothing",
            project.show(project.overrides / override),
            f"needs {', '.join(entries)}",
        )
        for override, entries in lost.items()
    ]
    return Package(package, read_surface(package, only_sent=api.only_sent), missing)


def _write(api: Api, package: Path, project: Project) -> None:
    if package.exists():
        for path in sorted(package.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    package.mkdir(parents=True, exist_ok=True)
    write_package(api, package, project=project, spec_sha256="0" * 64)
