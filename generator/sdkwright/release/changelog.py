"""Makes a checkout ready for a release: the version set, and what has changed collected into the changelog."""

import sys
import tomllib
from pathlib import Path
from typing import Any

import attrs

from sdkwright import pipeline, tree
from sdkwright.diff.version import Part, is_version, parse, raised
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release.distribution import PACKAGE, Distribution
from sdkwright.release.process import run
from sdkwright.report import Report
from sdkwright.tree import disk
from sdkwright.update.release import restated
from sdkwright.update.workspace import workspace


@attrs.frozen
class _Files:
    """What a release of a distribution changes.

    Attributes:
        project: The checkout.
        root: The folder of the distribution.
    """

    project: Project
    root: Path

    @property
    def pyproject(self) -> Path:
        """States the version."""
        return self.root / "pyproject.toml"

    @property
    def changelog(self) -> Path:
        """What has changed in each version."""
        return self.root / "CHANGELOG.md"

    @property
    def changes(self) -> Path:
        """The entries of the next version."""
        return self.root / str(self._stated("directory"))

    @property
    def types(self) -> list[str]:
        """The types of entries."""
        return [str(entry_type["directory"]) for entry_type in self._stated("type")]

    def _stated(self, key: str) -> Any:
        """A setting of towncrier."""
        return tomllib.loads(self.pyproject.read_text(encoding="utf-8"))["tool"]["towncrier"][key]

    @property
    def fragments(self) -> list[str]:
        """The names of the entries."""
        return sorted(path.name for path in self.changes.glob("*.*.md"))


def release(
    project: Project,
    report: Report,
    *,
    part: Part | None = None,
    version: str | None = None,
    what: Distribution = PACKAGE,
) -> None:
    """Set the version, make the package say it, and collect the entries into `CHANGELOG.md`; all or nothing.

    Args:
        project: The checkout.
        report: Prints the result of each stage.
        part: What of the version to raise.
        version: The version to set; by default the one that `pyproject.toml` has.
        what: What of the checkout is released.

    Raises:
        GeneratorError: There is nothing to release, an entry would not be published, or the version is none, is below
            the present one or was released already.
    """
    before = what.version(project)
    if version is not None and not is_version(version):
        raise GeneratorError(f"--version {version[:40]!r} is not of the form 1.2.3; name one that is.")
    version = version or (raised(before, part) if part else before)
    if parse(version) < parse(before):
        raise GeneratorError(f"--version {version} is below {before}, the present one; name a later one.")
    files = _Files(project, what.root(project))
    _refuse_released(files, version)
    _refuse_unpublished(files)
    with tree.exclusive(project):
        tree.recover(project)
        tree.refuse_edits(project, force=False)
        with workspace(project) as aside:
            copy = _Files(aside, what.root(aside))
            if version != before:
                with report.stage("version") as step:
                    disk.write(copy.pyproject, restated(copy.pyproject, before, version))
                    if what.is_generated:
                        pipeline.state_version(aside)
                    step.result = f"{version}, in {project.show(files.pyproject)}" + (
                        " and in the package" if what.is_generated else ""
                    )
            with report.stage("changelog") as step:
                count = len(copy.fragments)
                command = [sys.executable, "-m", "towncrier", "build", "--yes", "--version", version]
                run([*command, "--dir", copy.root], "collect the changelog", cwd=copy.root)
                step.result = f"{count} entries of {project.show(files.changes)}"
            written = {
                path: (aside.root / path.relative_to(project.root)).read_bytes()
                for path in (files.pyproject, files.changelog)
            }
            with report.stage("swap") as step, tree.staging(project) as stage:
                disk.copy(aside.package, stage / project.name)
                tree.swap(project, stage / project.name, written, owned={files.changes: "*.*.md"})
                step.result = f"version {version}"
    tag = f"v{version}" if what.is_generated else f"{what.name(project)}-v{version}"
    report.say(f"Look at `git diff`, commit it, and tag the commit {tag}.")


def _refuse_released(files: _Files, version: str) -> None:
    if f"\n## {version} " in files.changelog.read_text(encoding="utf-8"):
        shown = files.project.show(files.changelog)
        raise GeneratorError(f"{shown} has {version} already; name what to raise, as in --bump minor.")
    if not files.fragments:
        raise GeneratorError(
            f"{files.project.show(files.changes)} has no entries, so there is nothing to tell; CONTRIBUTING.md says "
            "how to write one."
        )


def _refuse_unpublished(files: _Files) -> None:
    """Refuse an entry that towncrier passes over without a word, and that would be lost or published again."""
    types = files.types
    for path in sorted(files.changes.iterdir()):
        if path.name.startswith("."):
            continue
        published = path.is_file() and any(path.match(f"*.{kind}.md") for kind in types)
        if not published or not path.read_text(encoding="utf-8").strip():
            raise GeneratorError(
                f"{files.project.show(path)} is no entry for the changelog; name it +SUBJECT.TYPE.md, with one of "
                f"{', '.join(types)}, and write a sentence in it, or take it away."
            )
