"""Compares two of the vendor's documents, on the wire alone or with the packages that they give."""

from pathlib import Path

from sdkwright.config import Configuration
from sdkwright.diff.callers import compare_callers
from sdkwright.diff.comparison import Comparison, Revision
from sdkwright.diff.documents import Comparable, comparable, compare_wire
from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.packages import Package, make
from sdkwright.diff.surface import compare_surface
from sdkwright.diff.version import next_version
from sdkwright.normalise import Names, Overlay
from sdkwright.normalise.naming import Proposal
from sdkwright.normalise.naming.complete import with_names
from sdkwright.normalise.naming.kept import kept
from sdkwright.project import Project
from sdkwright.tree.temporary import temporary
from sdkwright.upstream import Upstream

Tables = tuple[Overlay, Names]


def keeping_names(
    old: Upstream, new: Upstream, tables: Tables, *, configuration: Configuration
) -> tuple[Tables, list[Proposal]]:
    """The tables with the names that an update keeps where the rule would give others, and those names.

    Args:
        old: The earlier document.
        new: The later one.
        tables: The overlay and the names, for both.
        configuration: What the project declares.

    Raises:
        GeneratorError: One of the documents cannot be normalised.
    """
    overlay, names = tables
    found = kept(old.document, new.document, overlay, names, name=new.name, configuration=configuration)
    return (overlay, with_names(names, found)), found


def compare_documents(old: Upstream, new: Upstream, tables: Tables, *, configuration: Configuration) -> Comparison:
    """What the new document changes on the wire.

    Args:
        old: The earlier document.
        new: The later one.
        tables: The overlay and the names, for both; with those that an update keeps, `keeping_names` gives them.
        configuration: What the project declares.

    Raises:
        GeneratorError: One of them cannot be normalised.
    """
    before, after = _both(old, new, tables, configuration)
    return Comparison(
        _revision(old, before), _revision(new, after), tuple(compare_wire(before, after)), levels=(Level.WIRE,)
    )


def compare_all(old: Upstream, new: Upstream, tables: Tables, *, project: Project, version: str) -> Comparison:
    """What the new document changes on the wire, on the surface and for callers, with both packages made aside.

    Args:
        old: The earlier document.
        new: The later one.
        tables: The overlay and the names, for both.
        project: The checkout, for its overrides and typing tests.
        version: The version that the old package has.

    Raises:
        GeneratorError: One of them cannot be normalised or generated.
    """
    tables, _ = keeping_names(old, new, tables, configuration=project.configuration)
    before, after = _both(old, new, tables, project.configuration)
    found = compare_wire(before, after)
    with temporary("sdkwright-diff-") as here:
        packages = [
            make(side.document, tables, here / place, project=project, name=side.name, previous=previous)
            for place, side, previous in (("old", old, None), ("new", new, old.document))
        ]
        found += compare_packages(packages[0], packages[1], here / "stage", project=project)
    return Comparison(
        _revision(old, before),
        _revision(new, after),
        tuple(found),
        levels=tuple(Level),
        bump=next_version(version, found),
    )


def compare_packages(old: Package, new: Package, stage: Path, *, project: Project) -> list[Finding]:
    """What the new package changes on the surface and for callers.

    Args:
        old: The earlier package.
        new: The later one.
        stage: A folder to work in, which is made.
        project: The checkout, for its typing tests.
    """
    stage.mkdir()
    lost = {finding.place for finding in old.missing}
    found = [finding for finding in new.missing if finding.place not in lost]
    found += compare_surface(old.surface, new.surface)
    samples = project.typing_tests()
    return found + compare_callers(old.surface, (old.folder, new.folder), stage, samples)


def _both(old: Upstream, new: Upstream, tables: Tables, configuration: Configuration) -> tuple[Comparable, Comparable]:
    overlay, names = tables
    return (
        comparable(old.document, overlay, names, name=old.name, configuration=configuration),
        comparable(new.document, overlay, names, name=new.name, configuration=configuration, previous=old.document),
    )


def _revision(side: Upstream, document: Comparable) -> Revision:
    # Reports go to others, who have no use for a path of this machine.
    path = Path(side.name)
    return Revision(path.name if path.is_absolute() else side.name, side.sha256, document.api, document.excerpts)
