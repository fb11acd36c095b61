"""The stages of an update, in order, in a workspace; the checkout is changed by one swap at the end."""

import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import attrs

from sdkwright import pipeline, sources, tree
from sdkwright.diff.compare import Tables, compare_documents, compare_packages, keeping_names
from sdkwright.diff.comparison import Comparison
from sdkwright.diff.findings import Level
from sdkwright.diff.packages import Package
from sdkwright.diff.reports import to_text
from sdkwright.diff.surface import read_surface
from sdkwright.diff.version import Part, next_version, refuse_version
from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.normalise.naming import Proposal
from sdkwright.normalise.naming.accept import accept
from sdkwright.normalise.naming.complete import complete
from sdkwright.project import Project
from sdkwright.report import Report
from sdkwright.tree import disk
from sdkwright.tree.temporary import temporary
from sdkwright.update.release import fragment, with_version
from sdkwright.update.testing import run_tests
from sdkwright.update.workspace import take_along, workspace
from sdkwright.upstream import Upstream
from sdkwright.verify.overrides import REMEDY

# An update takes every override along, so its way out cannot be to leave one behind.
_REMEDY: Final = (
    "Fix that override to stand on what the new document gives (and its BUILDS_ON with it), or give the name back: by "
    "`python -m sdkwright keep WHAT --until VERSION{again}`, in the overlay or in names.toml; then update again."
)
_SPEC_FILES: Final = ("upstream", "lock", "names", "normalised", "ledger", "pyproject")


@attrs.frozen
class Wishes:
    """What a maintainer can choose.

    Attributes:
        source: A source of `spec/sources.toml`; None for the default.
        file: A document on this machine instead.
        dry_run: Show all and write nothing.
        accept_names: Take the proposed names for what has none.
        tests: What to give to pytest; None for no tests.
        part: What of the version to raise, whatever was found.
        version: The version to take, whatever was found.
        partial: Whether operations that cannot be written are left out.
    """

    source: str | None = None
    file: Path | None = None
    dry_run: bool = False
    accept_names: bool = False
    tests: Sequence[str] | None = ()
    part: Part | None = None
    version: str | None = None
    partial: bool = False

    @property
    def again(self) -> str:
        """The arguments that name the same document."""
        words = ["--file", str(self.file)] if self.file else ["--source", self.source] if self.source else []
        words += ["--allow-partial"] if self.partial else []
        return "".join(f" {shlex.quote(word)}" for word in words)


def update(
    project: Project, wishes: Wishes, report: Report, *, stopped: Callable[[Comparison], None] = lambda _: None
) -> Comparison | None:
    """Take the document of a source, if it is another than the pinned one, with all that follows from it.

    Args:
        project: The checkout.
        wishes: What the maintainer has chosen.
        report: Prints the result of each stage.
        stopped: Takes what was found so far where a later stage fails.

    Returns:
        What the new document changes; None if it is the pinned one.

    Raises:
        GeneratorError: A stage failed; the checkout is as it was.
    """
    _refuse_missing_tests(project, wishes)
    if wishes.version is not None:
        refuse_version(version_of(project), wishes.version)
    with tree.exclusive(project):
        tree.recover(project)
        tree.refuse_edits(project, force=False)
        with report.stage("fetch") as step:
            candidate = sources.receive(project, source=wishes.source, file=wishes.file)
            step.result = (
                f"{candidate.place}: {candidate.lock.operations} operations, sha256 {candidate.lock.whole[:12]}"
            )
        old = pipeline.read_upstream(project)
        if candidate.lock.whole == old.sha256:
            report.say("The document is the pinned one; there is nothing to do.")
            return None
        # A path of this machine is nothing for a changelog.
        name = wishes.file.name if wishes.file is not None else candidate.place
        new = candidate.upstream(name)
        with workspace(project) as aside:
            take_along(project, aside)
            return _Update(project, aside, wishes, report, (old, new), stopped).run(candidate)


def _refuse_missing_tests(project: Project, wishes: Wishes) -> None:
    """Refuse a path for pytest that is not there, before the work that it would be found after."""
    for argument in wishes.tests or ():
        path = argument.partition("::")[0]
        if not argument.startswith("-") and not (project.root / path).exists():
            raise GeneratorError(f"--tests {argument}: the checkout has no {path}; name a file or folder of it.")
    for argument in wishes.tests or ():
        if "::" in argument and not argument.startswith("-") and not _is_collected(project, argument):
            raise GeneratorError(f"--tests {argument}: pytest finds no such test; list them with `--collect-only`.")


def _is_collected(project: Project, argument: str) -> bool:
    """Whether pytest knows a test by this name; one that cannot be imported as yet is left to the run itself."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "--quiet", "-p", "no:cacheprovider", "-p", "no:xdist"]
    done = subprocess.run([*command, argument], cwd=project.root, capture_output=True, text=True, check=False)
    return "ERROR: not found: " not in done.stdout + done.stderr


class _Update:
    """One update: the checkout, its copy, and what the stages hand on."""

    def __init__(
        self,
        project: Project,
        aside: Project,
        wishes: Wishes,
        report: Report,
        revisions: tuple[Upstream, Upstream],
        stopped: Callable[[Comparison], None],
    ) -> None:
        self.stopped = stopped
        self.project, self.aside, self.wishes, self.report = project, aside, wishes, report
        self.old, self.new = revisions

    def run(self, candidate: sources.Candidate) -> Comparison:
        found = pipeline.read_tables(self.project)
        tables, pinned = keeping_names(self.old, self.new, found, configuration=self.project.configuration)
        with self.report.stage("diff") as step:
            comparison = compare_documents(self.old, self.new, tables, configuration=self.project.configuration)
            step.result = f"{len(comparison.findings)} findings on the wire, the worst {comparison.worst}"
        disk.write(self.aside.upstream, candidate.data)
        disk.write(self.aside.lock, candidate.lock.encode())
        for path in sources.strays(self.aside, candidate.parts):
            path.unlink()
        for path, data in candidate.stored(self.aside).items():
            disk.write(path, data)
        reported = False
        try:
            self._names(tables, pinned)
            self._generate()
            comparison = self._compare(comparison)
            self._release(comparison)
            self.report.say(f"\n{to_text(comparison)}\n")
            reported = True
            self._tests()
            self._put_in_place()
        except GeneratorError:
            # What has changed is what the maintainer needs to know in order to fix it.
            if not reported:
                self.report.say(f"\n{to_text(comparison)}\n")
            self.stopped(comparison)
            raise
        return comparison

    def _names(self, tables: Tables, pinned: list[Proposal]) -> None:
        overlay, names = tables
        with self.report.stage("names") as step:
            _, proposals = complete(
                self.new.document,
                overlay,
                names,
                name=self.new.name,
                configuration=self.project.configuration,
                previous=self.old.document,
                complaints=[],
            )
            by_rule = self.project.configuration.names.mode == "by-rule"
            kept_ones = f"by rule, but for {len(pinned)} that stay as they were" if pinned else "by rule"
            step.result = kept_ones if by_rule else f"{len(proposals)} needed" if proposals else "none needed"
        if pinned:
            kept_text = accept(pipeline.read_names(self.aside), pinned, name="spec/names.toml")
            disk.write(self.aside.names, kept_text.encode())
            self.report.say("\n".join(f"            [{proposal.table}] {proposal.line}" for proposal in pinned))
        if by_rule or not proposals:
            return
        text = accept(pipeline.read_names(self.aside), proposals, name="spec/names.toml")
        if not self.wishes.accept_names:
            listed = "\n".join(f"  [{proposal.table}] {proposal.line}" for proposal in proposals)
            again = self.wishes.again
            raise GeneratorError(
                f"{len(proposals)} things of the new document have no name. Take what is proposed here with "
                f"`python -m sdkwright name --accept{again}`, or in one go with `nox -s update --{again} "
                f"--accept-names`, or put others into spec/names.toml:\n{listed}"
            )
        disk.write(self.aside.names, text.encode())
        self.report.say("\n".join(f"            [{proposal.table}] {proposal.line}" for proposal in proposals))

    def _generate(self) -> None:
        # The usage samples are judged as callers' code, whose findings are reported and not refused.
        try:
            pipeline.generate(attrs.evolve(self.aside, judge_samples=False), self.report, aside=True)
        except GeneratorError as error:
            if REMEDY not in (said := str(error)):
                raise
            raise GeneratorError(said.replace(REMEDY, _REMEDY.format(again=self.wishes.again))) from None

    def _compare(self, comparison: Comparison) -> Comparison:
        with self.report.stage("compare") as step, temporary("sdkwright-compare-") as folder:
            packages = [self._package(project) for project in (self.project, self.aside)]
            found = [
                *comparison.findings,
                *compare_packages(packages[0], packages[1], folder / "stage", project=self.aside),
            ]
            bump = next_version(version_of(self.project), found, part=self.wishes.part, exact=self.wishes.version)
            step.result = f"{len(found)} findings in all; version {bump.old} -> {bump.new}"
        return attrs.evolve(comparison, findings=tuple(found), levels=tuple(Level), bump=bump)

    def _package(self, project: Project) -> Package:
        surface = read_surface(project.package, only_sent=pipeline.api_in_place(project).only_sent)
        return Package(project.package, surface, [])

    def _release(self, comparison: Comparison) -> None:
        if comparison.bump is None:
            return
        with self.report.stage("release") as step:
            path, text = fragment(self.aside, comparison)
            disk.write(path, text)
            if not self.project.pyproject.is_file():
                step.result = f"entry {self.aside.show(path)}; no version, for nothing states one: write pyproject.toml"
                return
            disk.write(self.aside.pyproject, with_version(self.aside, comparison.bump.new))
            # The package states its version too.
            pipeline.state_version(self.aside)
            step.result = f"version {comparison.bump.new}, entry {self.aside.show(path)}"

    def _tests(self) -> None:
        if self.wishes.tests is None:
            self.report.say("tests       left out, as asked")
            return
        with self.report.stage("tests") as step:
            step.result = run_tests(self.aside, self.wishes.tests, because="the new document")

    def _put_in_place(self) -> None:
        # A project by rule need not have each of them.
        found = {name: getattr(self.aside, name) for name in _SPEC_FILES}
        files = {getattr(self.project, name): path.read_bytes() for name, path in found.items() if path.is_file()}
        for folder in (self.project.stubs, self.project.reference, self.project.changes):
            there = self.aside.root / folder.relative_to(self.project.root)
            files |= {folder / path.name: path.read_bytes() for path in sorted(there.glob("*")) if path.is_file()}
        files |= {
            self.project.parts / path.relative_to(self.aside.parts): path.read_bytes()
            for path in self.aside.parts.rglob("*")
            if path.is_file()
        }
        owned = {self.project.stubs: "*.json", self.project.reference: "*.md", self.project.parts: "**/*"}
        if self.wishes.dry_run:
            lines = tree.differences(self.project, self.aside.package, files, owned=owned)
            self.report.say("Would be changed (nothing was, as asked):")
            self.report.say("\n".join(f"  {line}" for line in lines))
            return
        with self.report.stage("swap") as step, tree.staging(self.project) as stage:
            disk.copy(self.aside.package, stage / self.project.name)
            changes = tree.changes(self.project.package, stage / self.project.name)
            tree.swap(self.project, stage / self.project.name, files, owned=owned)
            step.result = "everything is in place"
        self.report.say(f"The package: {changes}")
        self.report.say("Look at `git diff`, and commit it.")
