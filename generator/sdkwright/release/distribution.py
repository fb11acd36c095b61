"""What of a checkout is published: its package, or the generator that it holds in a folder of its own."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Protocol

from packaging.version import Version

from sdkwright import pipeline
from sdkwright.emit.package import version_of
from sdkwright.project import Project
from sdkwright.release import gates, inspection
from sdkwright.release.index import Index
from sdkwright.release.trial import try_installed
from sdkwright.report import Report


class Distribution(Protocol):
    """Something that is built, inspected and published; the methods raise a GeneratorError where they refuse."""

    is_generated: bool
    """Whether it holds the package of a project, which an edit by hand would change."""

    def root(self, project: Project) -> Path:
        """The folder of its pyproject.toml."""

    def name(self, project: Project) -> str:
        """Its name, as it is imported."""

    def version(self, project: Project) -> str:
        """Its version."""

    def check(self, project: Project, report: Report) -> None:
        """Refuse what must not be published."""

    def inspect(self, project: Project, wheel: Path, sdist: Path) -> str:
        """Refuse archives that are not as they should be; what was found, in words."""

    def judge(self, project: Project, version: str, earlier: Version, wheel: bytes) -> str:
        """Refuse a version below what the changes since a release demand; what was found, in words."""

    def try_installed(
        self, project: Project, index: Index, version: str, digests: Mapping[str, str], folder: Path
    ) -> str:
        """Install it from an index and try it; what was done, in words."""


class PackageOfProject:
    """The package that a project generates."""

    is_generated = True

    def root(self, project: Project) -> Path:
        """The project's folder."""
        return project.root

    def name(self, project: Project) -> str:
        """The package's name."""
        return project.name

    def version(self, project: Project) -> str:
        """The version that the project's pyproject.toml states."""
        return version_of(project)

    def check(self, project: Project, report: Report) -> None:
        """Refuse a package that is not what the generator makes."""
        pipeline.check(project, report)

    def inspect(self, project: Project, wheel: Path, sdist: Path) -> str:
        """Hold the archives to the rules for packages."""
        return inspection.inspect(project, wheel, sdist)

    def judge(self, project: Project, version: str, earlier: Version, wheel: bytes) -> str:
        """Compare with the wheel of the release before."""
        return gates.refuse_too_low(project, version, earlier, wheel)

    def try_installed(
        self, project: Project, index: Index, version: str, digests: Mapping[str, str], folder: Path
    ) -> str:
        """Run the README's first example with it."""
        return try_installed(project, index, version, digests, folder)


PACKAGE: Final = PackageOfProject()


def stated(pyproject: Path, key: str) -> str:
    """What the table `[project]` of a pyproject.toml says.

    Args:
        pyproject: The file.
        key: The key, whose value is a text.
    """
    return str(tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"][key])
