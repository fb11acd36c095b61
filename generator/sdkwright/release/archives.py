"""Builds the wheel and the source archive: from what git knows, the same bytes for the same commit."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release import bom, checkout
from sdkwright.release.distribution import PACKAGE, Distribution
from sdkwright.release.process import run
from sdkwright.report import Report
from sdkwright.tree import disk
from sdkwright.tree.temporary import temporary
from sdkwright.update.workspace import workspace


@attrs.frozen
class Archives:
    """The two files that are published.

    Attributes:
        version: The version of the package in them.
        wheel: What is installed.
        sdist: What it can be built from.
    """

    version: str
    wheel: Path
    sdist: Path

    def __iter__(self) -> Iterator[Path]:
        """The wheel first: it is what installers take, so an upload that stops after it leaves a working release."""
        return iter((self.wheel, self.sdist))

    @property
    def digests(self) -> dict[str, str]:
        """The SHA-256 of each, by its name."""
        return {path.name: digest(path) for path in self}


def build(project: Project, into: Path, report: Report, what: Distribution = PACKAGE) -> Archives:
    """Build both archives and the bill of materials, inspect them, and put them in place.

    Args:
        project: The checkout.
        into: The folder that gets them, made if need be; what else lies there stays.
        report: Prints the result of each stage.
        what: What of the checkout to build.

    Raises:
        GeneratorError: They cannot be built, or are not as they should be; `into` is as it was.
    """
    with temporary("sdkwright-build-") as aside:
        with report.stage("build") as step:
            archives = _build(project, aside, what)
            step.result = ", ".join(f"{path.name} {path.stat().st_size / 1000:,.1f} kB" for path in archives)
        with report.stage("inspect") as step:
            step.result = what.inspect(project, archives.wheel, archives.sdist)
        with report.stage("sbom") as step:
            bill = aside / f"{what.name(project)}-{archives.version}.cdx.json"
            step.result = bom.write(what.root(project) / "pyproject.toml", bill)
        with disk.sentences(f"write to {into}"):
            _put(into, [*archives, bill])
    done = Archives(archives.version, into / archives.wheel.name, into / archives.sdist.name)
    for name, sha256 in done.digests.items():
        report.say(f"  sha256 {sha256}  {name}")
    return done


def _put(into: Path, files: list[Path]) -> None:
    """Put files into a folder: all are on its disk before the first one takes its place."""
    new = not into.exists()
    into.mkdir(parents=True, exist_ok=True)
    try:
        with temporary(".sdkwright-aside-", within=into) as folder:
            for path in files:
                disk.write(folder / path.name, path.read_bytes())
            for path in files:
                (folder / path.name).replace(into / path.name)
    except BaseException:
        if new and not any(into.iterdir()):
            into.rmdir()
        raise


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _build(project: Project, into: Path, what: Distribution = PACKAGE) -> Archives:
    version = what.version(project)
    env = {"SOURCE_DATE_EPOCH": checkout.commit_time(project)}
    # Of a copy, so that nothing that git ignores can get into an archive.
    with workspace(project) as copy:
        command = [sys.executable, "-m", "build", "--outdir", into, what.root(copy)]
        try:
            run(command, "build the archives", env=env)
        except GeneratorError as error:
            # The command line of pip is all that `build` tells of why it failed.
            if "'-m', 'pip'" not in str(error):
                raise
            raise GeneratorError(
                "cannot build the archives: pip cannot install what [build-system] of pyproject.toml requires; check "
                "that a package index can be reached (PIP_INDEX_URL names another one)."
            ) from None
    stem = f"{what.name(project)}-{version}"
    archives = Archives(version, into / f"{stem}-py3-none-any.whl", into / f"{stem}.tar.gz")
    for path in archives:
        if not path.is_file():
            raise GeneratorError(
                f"the build made no {path.name}; look at [project] and [tool.hatch] of pyproject.toml."
            )
    return archives
