"""Plays a release from end to end on an index of its own: what must be refused is, what breaks off is finished."""

import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import attrs

from sdkwright import pipeline
from sdkwright.diff.version import Part, raised
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release import checkout
from sdkwright.release.archives import Archives, build
from sdkwright.release.distribution import PACKAGE, Distribution
from sdkwright.release.index import Index
from sdkwright.release.login import Login
from sdkwright.release.publish import Send, publish, upload
from sdkwright.release.server import PackageServer
from sdkwright.report import Report
from sdkwright.tree import disk
from sdkwright.tree.temporary import temporary
from sdkwright.update.release import with_version
from sdkwright.update.workspace import workspace

# For a checkout without a history, whose commit has no time.
_SOME_TIME: Final = "1767225600"


def rehearse(project: Project, report: Report, what: Distribution = PACKAGE) -> None:
    """Rehearse the release of what lies in the checkout, committed or not, without touching it.

    Args:
        project: The checkout.
        report: Prints the result of each scene.
        what: What of the checkout to publish.

    Raises:
        GeneratorError: Something was not refused that must be, or did not work.
    """
    with workspace(project) as copy, temporary("sdkwright-rehearsal-") as folder:
        at = _time(project)
        _commit(copy, "As it lies there", at=at)
        archives = _twice(copy, folder, report, what)
        name = what.name(project)
        with PackageServer(folder / "index", package=name) as server:
            play = _Play(copy, server, archives, folder / "dist", report, at, what)
            play.refusals()
            play.broken_off()
            play.finished()
            play.published()
        with PackageServer(folder / "other", package=name) as server:
            play = _Play(copy, server, archives, folder / "dist", report, at, what)
            if what.is_generated:
                play.too_low()
            else:
                play.below_all()


@attrs.frozen
class _Play:
    """The scenes on one index."""

    project: Project
    server: PackageServer
    archives: Archives
    dist: Path
    report: Report
    at: str
    what: Distribution

    def refusals(self) -> None:
        """Nothing of this reaches the index."""
        stranger = attrs.evolve(self.server.index, login=Login("maintainer", "not-the-password"))
        self._refused("wrong password", "the credentials were not accepted", stranger)
        with self._must_refuse("and upload", "403"):
            upload(stranger, self.archives.wheel)
        self.server.stop()
        self._refused("index down", "does not answer", self.server.index)
        self.server.start()
        readme = self.project.root / "README.md"
        with _changed(readme, readme.read_bytes() + b"\n"):
            self._refused("dirty", "not as committed", self.server.index)
        if self.what.is_generated:
            self._hand_edit()
        if self.server.files:
            raise GeneratorError(f"the rehearsal: {', '.join(self.server.files)} arrived, though all was refused.")

    def _hand_edit(self) -> None:
        module = self.project.package / "_build.py"
        with _changed(module, module.read_bytes() + b"# by hand\n"):
            _commit(self.project, "An edit of what is generated")
            self._refused("hand edit", "not what the generator makes", self.server.index)
        _commit(self.project, "Back again", at=self.at)

    def broken_off(self) -> None:
        """The index goes away after the first file."""

        def send(index: Index, path: Path) -> None:
            upload(index, path)
            self.server.stop()

        with self._must_refuse("broken off", "Run it again"):
            self._publish(self.server.index, _quiet(), send=send)
        self.server.start()
        if self.server.files != [self.archives.wheel.name]:
            raise GeneratorError(f"the rehearsal: the index has {self.server.files}, and should have the wheel alone.")

    def finished(self) -> None:
        """The same command again sends the rest, installs the version and tries it."""
        self.report.say("\nRun again, as published to a real index:")
        self._publish(self.server.index, self.report)
        self.report.say("")
        if self.server.files != sorted(path.name for path in self.archives):
            raise GeneratorError(f"the rehearsal: the index has {self.server.files}.")

    def published(self) -> None:
        """What is published never changes."""
        self._refused("once more", "a published version never changes", self.server.index)
        with self._must_refuse("sent twice", "400"):
            upload(self.server.index, self.archives.wheel)
        changes = self.what.root(self.project) / "CHANGELOG.md"
        # Of a version that is there in whole nothing is built, so of this one a part is missing.
        with (
            _without(self.server.packages / self.archives.sdist.name),
            _changed(changes, changes.read_bytes() + b"\nAnother line.\n"),
        ):
            _commit(self.project, "Another line")
            self._refused("other bytes", "with other contents", self.server.index)
        _commit(self.project, "Back again", at=self.at)

    def too_low(self) -> None:
        """An earlier release had a module that is gone: its next patch version is refused."""
        before = self.what.version(self.project)
        earlier = self.server.packages / self.archives.wheel.name
        earlier.write_bytes(self.archives.wheel.read_bytes())
        with zipfile.ZipFile(earlier, "a") as archive:
            module = '"""Once public."""\n\n\ndef gone() -> int:\n    """Return 1."""\n    return 1\n'
            archive.writestr(f"{self.project.name}/departed.py", module)
        patch = raised(before, Part.PATCH)
        disk.write(self.project.pyproject, with_version(self.project, patch))
        pipeline.state_version(self.project)
        _commit(self.project, f"Version {patch}")
        self._refused("too low", f"this is {patch}", self.server.index)

    def below_all(self) -> None:
        """A later version alone is there, which this one would come before."""
        name, version = self.what.name(self.project), raised(self.what.version(self.project), Part.MINOR)
        later = self.server.packages / f"{name}-{version}-py3-none-any.whl"
        later.write_bytes(self.archives.wheel.read_bytes())
        self._refused("too low", "is below every release", self.server.index)

    def _publish(self, index: Index, report: Report, send: Send | None = None) -> None:
        publish(self.project, index, report, dist=self.dist, send=send, what=self.what)

    def _refused(self, name: str, why: str, index: Index) -> None:
        with self._must_refuse(name, why):
            self._publish(index, _quiet())

    @contextmanager
    def _must_refuse(self, name: str, why: str) -> Iterator[None]:
        with self.report.stage(name) as step:
            try:
                yield
            except GeneratorError as error:
                if why not in str(error):
                    raise GeneratorError(f"the rehearsal: {name} was refused for another reason: {error}") from None
                refusal = next(line.strip() for line in str(error).splitlines() if why in line)
                step.result = "refused, as it must be"
            else:
                raise GeneratorError(f"the rehearsal: {name} was not refused, and should have been.")
        self.report.say(f"            {refusal}")


def _twice(project: Project, folder: Path, report: Report, what: Distribution) -> Archives:
    first = build(project, folder / "first", report, what)
    with report.stage("again") as step:
        second = build(project, folder / "second", _quiet(), what)
        if first.digests != second.digests:
            raise GeneratorError(f"two builds of one commit differ: {first.digests} and {second.digests}.")
        step.result = "the same bytes"
    return first


def _quiet() -> Report:
    return Report(out=io.StringIO())


def _time(project: Project) -> str:
    try:
        return checkout.commit_time(project)
    except GeneratorError:
        return _SOME_TIME


def _commit(project: Project, message: str, *, at: str = _SOME_TIME) -> None:
    checkout.git(project, "init", "--quiet")
    checkout.git(project, "add", "--all")
    settings = {
        "user.name": "Rehearsal",
        "user.email": "rehearsal@example.com",
        "commit.gpgsign": "false",
        "core.hooksPath": os.devnull,
    }
    checkout.git(
        project,
        *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
        "commit",
        "--quiet",
        "--allow-empty",
        "--message",
        message,
        env={"GIT_COMMITTER_DATE": f"{at} +0000"},
    )


@contextmanager
def _without(path: Path) -> Iterator[None]:
    kept = path.read_bytes()
    path.unlink()
    try:
        yield
    finally:
        path.write_bytes(kept)


@contextmanager
def _changed(path: Path, data: bytes) -> Iterator[None]:
    kept = path.read_bytes()
    path.write_bytes(data)
    try:
        yield
    finally:
        path.write_bytes(kept)
