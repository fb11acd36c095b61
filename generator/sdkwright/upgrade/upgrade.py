"""The stages of an upgrade: which version, then all that follows from it in a copy, and one swap at the end."""

import io
from collections.abc import Mapping, Sequence
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Final

import attrs
import msgspec
from packaging.version import Version

from sdkwright import pipeline, tree
from sdkwright.diff.compare import compare_packages
from sdkwright.diff.findings import Finding
from sdkwright.diff.packages import Package
from sdkwright.diff.surface import read_surface
from sdkwright.diff.version import next_version
from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release import checkout
from sdkwright.report import Report
from sdkwright.tree import disk
from sdkwright.tree.temporary import temporary
from sdkwright.update.release import with_version
from sdkwright.update.testing import run_tests
from sdkwright.update.workspace import take_along, workspace
from sdkwright.upgrade.keys import changes, keys
from sdkwright.upgrade.newer import hand_over, install, newest
from sdkwright.upgrade.pins import pinned, repinned

_WRITTEN: Final = ("normalised", "ledger", "pyproject")


@attrs.frozen
class Wishes:
    """What a maintainer can choose.

    Attributes:
        to: The version of `sdkwright` to take; None for the newest.
        dry_run: Show all and write nothing.
        tests: What to give to pytest; None for no tests.
        keys: A file with the keys that the version before knew; None where nobody said.
    """

    to: str | None = None
    dry_run: bool = False
    tests: Sequence[str] | None = ()
    keys: Path | None = None

    @property
    def arguments(self) -> list[str]:
        """The same as options of the command, but for the version and the keys."""
        testing = ["--no-tests"] if self.tests is None else ["--tests", *self.tests] if self.tests else []
        return [*(["--dry-run"] if self.dry_run else []), *testing]


def upgrade(project: Project, wishes: Wishes, report: Report) -> int:
    """Take a newer `sdkwright` with all that follows from it, or nothing.

    Where this is the pinned one, it finds a newer one and has that do the rest; where this is newer, it does the rest.

    Args:
        project: The project.
        wishes: What the maintainer has chosen.
        report: Prints the result of each stage.

    Returns:
        The exit status.

    Raises:
        GeneratorError: A stage failed; the project is as it was.
    """
    old, running = pinned(project), Version(installed_version("sdkwright"))
    _refuse_dirty(project)
    if running != old and (wishes.to is None or Version(wishes.to) == running):
        _refuse_older(old, running)
        _Upgrade(project, wishes, report, old, running).run()
        return 0
    with temporary("sdkwright-upgrade-") as folder:
        with report.stage("find") as step:
            new = newest(folder, wishes.to)
            step.result = f"sdkwright {new}; noxfile.py pins {old}"
        if new == old:
            report.say(f"sdkwright {old} is the pinned one; there is nothing to do.")
            return 0
        _refuse_older(old, new)
        with report.stage("as it is") as step:
            # What is pending would be mistaken for what the newer one makes.
            pipeline.check(project, Report(out=io.StringIO()))
            step.result = f"the package is what sdkwright {running} makes"
        with report.stage("install") as step:
            python = install(new, folder)
            step.result = f"sdkwright {new}, in an environment of its own; it does the rest"
        return hand_over(project, python, folder, wishes.arguments)


def _refuse_older(old: Version, new: Version) -> None:
    if new < old:
        raise GeneratorError(
            f"sdkwright {new} is older than {old}, which noxfile.py pins, and may not read what this project has; name "
            "a newer one, or go back in the history of the project."
        )


def _refuse_dirty(project: Project) -> None:
    if (project.root / ".git").exists():
        checkout.refuse_changes(project)
    tree.refuse_edits(project, force=False)


@attrs.frozen
class _Upgrade:
    """One upgrade, done by the newer version."""

    project: Project
    wishes: Wishes
    report: Report
    old: Version
    new: Version

    def run(self) -> None:
        with tree.exclusive(self.project):
            tree.recover(self.project)
            with workspace(self.project) as aside:
                take_along(self.project, aside)
                try:
                    written = self._taken(aside)
                except GeneratorError as error:
                    raise GeneratorError(
                        f"sdkwright {self.new} was not taken, and nothing was changed: {error}"
                    ) from None
                self._put_in_place(aside, written)

    def _taken(self, aside: Project) -> set[Path]:
        """What is written in the copy besides what a generation writes."""
        with self.report.stage("pins") as step:
            written = repinned(aside, self.new)
            for path, data in written.items():
                disk.write(path, data)
            step.result = f"sdkwright {self.old} -> {self.new} in {', '.join(map(aside.show, written))}"
        self._keys()
        # The usage samples are judged as callers' code, whose findings are told and not refused.
        pipeline.generate(attrs.evolve(aside, judge_samples=False), self.report, aside=True)
        found = self._compared(aside)
        written |= dict.fromkeys(self._released(aside, found), b"")
        if self.wishes.tests is None:
            self.report.say("tests       left out, as asked")
        else:
            with self.report.stage("tests") as step:
                step.result = run_tests(aside, self.wishes.tests, because=f"sdkwright {self.new}")
        return {path.relative_to(aside.root) for path in written}

    def _keys(self) -> None:
        with self.report.stage("keys") as step:
            if self.wishes.keys is None:
                step.result = f"not compared: sdkwright {self.old} is not here; `nox -s upgrade` has both"
                return
            before = msgspec.json.decode(self.wishes.keys.read_bytes(), type=dict[str, str])
            lines = changes(before, keys())
            step.result = f"{len(lines)} of spec/sdk.toml differ" if lines else "spec/sdk.toml may say what it could"
        self.report.say("\n".join(f"            {line}" for line in lines)) if lines else None

    def _compared(self, aside: Project) -> list[Finding]:
        with self.report.stage("compare") as step, temporary("sdkwright-compare-") as folder:
            before, after = (self._package(project) for project in (self.project, aside))
            found = compare_packages(before, after, folder / "stage", project=aside)
            step.result = f"{len(found)} findings for callers"
        for one in found:
            self.report.say(f"            {one.severity!s:9} {one.rule}: {one.place}: {one.text}")
        return found

    def _package(self, project: Project) -> Package:
        surface = read_surface(project.package, only_sent=pipeline.api_in_place(project).only_sent)
        return Package(project.package, surface, [])

    def _released(self, aside: Project, found: list[Finding]) -> Mapping[Path, bytes]:
        """The version and the entry for the changelog, where callers get something else."""
        if not tree.changes(self.project.package, aside.package):
            return {}
        with self.report.stage("release") as step:
            bump = next_version(version_of(self.project), found)
            entry = aside.changes / f"+sdkwright-{self.new}.changed.md"
            lines = [f"- `{one.place}`: {one.text} ({one.severity})." for one in found]
            disk.write(entry, "\n".join([f"Made by sdkwright {self.new}.", *lines, ""]).encode())
            if bump.new != bump.old:
                disk.write(aside.pyproject, with_version(aside, bump.new))
                pipeline.state_version(aside)
            step.result = f"version {bump.new}, entry {aside.show(entry)}"
        return {entry: b"", aside.pyproject: b""}

    def _put_in_place(self, aside: Project, written: set[Path]) -> None:
        own = {getattr(aside, name).relative_to(aside.root) for name in _WRITTEN}
        files = {self.project.root / name: (aside.root / name).read_bytes() for name in sorted(own | written)}
        owned = {self.project.stubs: "*.json", self.project.reference: "*.md"}
        for folder, pattern in owned.items():
            there = aside.root / folder.relative_to(self.project.root)
            files |= {folder / path.name: path.read_bytes() for path in sorted(there.glob(pattern)) if path.is_file()}
        if self.wishes.dry_run:
            lines = tree.differences(self.project, aside.package, files, owned=owned)
            self.report.say("Would be changed (nothing was, as asked):")
            self.report.say("\n".join(f"  {line}" for line in lines))
            return
        with self.report.stage("swap") as step, tree.staging(self.project) as stage:
            disk.copy(aside.package, stage / self.project.name)
            tree.swap(self.project, stage / self.project.name, files, owned=owned)
            step.result = f"sdkwright {self.new} is taken"
        self.report.say("Look at `git diff`, and commit it.")
