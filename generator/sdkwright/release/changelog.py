"""Makes a checkout ready for a release: the version set, and what has changed collected into the changelog."""

import sys
import tomllib
from pathlib import Path

from sdkwright import pipeline, tree
from sdkwright.diff.version import Part, is_version, parse, raised
from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release.process import run
from sdkwright.report import Report
from sdkwright.tree import disk
from sdkwright.update.release import with_version
from sdkwright.update.workspace import workspace


def release(project: Project, report: Report, *, part: Part | None = None, version: str | None = None) -> None:
    """Set the version, make the package say it, and collect `docs/changes/` into `CHANGELOG.md`; all or nothing.

    Args:
        project: The checkout.
        report: Prints the result of each stage.
        part: What of the version to raise.
        version: The version to set; by default the one that `pyproject.toml` has.

    Raises:
        GeneratorError: There is nothing to release, an entry would not be published, or the version is none, is below
            the present one or was released already.
    """
    before = version_of(project)
    if version is not None and not is_version(version):
        raise GeneratorError(f"--version {version[:40]!r} is not of the form 1.2.3; name one that is.")
    version = version or (raised(before, part) if part else before)
    if parse(version) < parse(before):
        raise GeneratorError(f"--version {version} is below {before}, the present one; name a later one.")
    _refuse_released(project, version)
    _refuse_unpublished(project)
    with tree.exclusive(project):
        tree.recover(project)
        tree.refuse_edits(project, force=False)
        with workspace(project) as aside:
            if version != before:
                with report.stage("version") as step:
                    disk.write(aside.pyproject, with_version(aside, version))
                    pipeline.state_version(aside)
                    step.result = f"{version}, in {project.show(project.pyproject)} and in the package"
            with report.stage("changelog") as step:
                count = len(_fragments(aside))
                command = [sys.executable, "-m", "towncrier", "build", "--yes", "--version", version]
                run([*command, "--dir", aside.root], "collect the changelog", cwd=aside.root)
                step.result = f"{count} entries of {project.show(project.changes)}"
            files = {path: (aside.root / path.relative_to(project.root)).read_bytes() for path in _written(project)}
            with report.stage("swap") as step, tree.staging(project) as stage:
                disk.copy(aside.package, stage / project.name)
                tree.swap(project, stage / project.name, files, owned={project.changes: "*.*.md"})
                step.result = f"version {version}"
    report.say(f"Look at `git diff`, commit it, and tag the commit v{version}.")


def _refuse_released(project: Project, version: str) -> None:
    if f"\n## {version} " in project.changelog.read_text(encoding="utf-8"):
        raise GeneratorError(f"CHANGELOG.md has {version} already; name what to raise, as in --bump minor.")
    if not _fragments(project):
        raise GeneratorError(
            f"{project.show(project.changes)} has no entries, so there is nothing to tell; CONTRIBUTING.md says how to "
            f"write one."
        )


def _refuse_unpublished(project: Project) -> None:
    """Refuse an entry that towncrier passes over without a word, and that would be lost or published again."""
    settings = tomllib.loads(project.pyproject.read_text(encoding="utf-8"))["tool"]["towncrier"]
    types = [str(entry_type["directory"]) for entry_type in settings["type"]]
    for path in sorted(project.changes.iterdir()):
        if path.name.startswith("."):
            continue
        published = path.is_file() and any(path.match(f"*.{kind}.md") for kind in types)
        if not published or not path.read_text(encoding="utf-8").strip():
            raise GeneratorError(
                f"{project.show(path)} is no entry for the changelog; name it +SUBJECT.TYPE.md, with one of "
                f"{', '.join(types)}, and write a sentence in it, or take it away."
            )


def _fragments(project: Project) -> list[str]:
    return sorted(path.name for path in project.changes.glob("*.*.md"))


def _written(project: Project) -> tuple[Path, Path]:
    return project.pyproject, project.changelog
