"""Publishes a version: every gate first, then the upload, then an installation from the index that is tried."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from packaging.version import Version
from pypi_simple import PyPISimple
from requests import RequestException

from generator import pipeline
from generator.emit.package import version_of
from generator.errors import GeneratorError
from generator.project import Project
from generator.release import checkout, gates
from generator.release.archives import Archives, build
from generator.release.index import PACKAGE, Index
from generator.release.process import run
from generator.release.trial import try_installed
from generator.report import Report

Send = Callable[[Index, Path], None]


def publish(
    project: Project, index: Index, report: Report, *, dist: Path, built: bool = False, send: Send | None = None
) -> None:
    """Publish the version of this checkout, or finish what an earlier run began.

    Args:
        project: The checkout.
        index: Where to.
        report: Told what each stage achieved.
        dist: The folder of the archives.
        built: Whether they lie there already, made elsewhere of this commit; they must be what is built here.
        send: Sends one file; by default `upload`.

    Raises:
        GeneratorError: A gate refused, or the upload failed; running it again finishes what is half done.
    """
    with report.stage("checkout") as step:
        checkout.refuse_changes(project)
        step.result = f"as committed; version {version_of(project)}"
    with report.stage("index") as step:
        releases = index.releases()
        step.result = f"{index.simple} has {len(releases)} releases"
    earlier = gates.before(version_of(project), releases)
    pipeline.check(project, report)
    archives = _archives(project, dist, report, built=built)
    left = gates.missing(archives, releases, index)
    if earlier is not None:
        with report.stage("version") as step:
            step.result = _judge(project, index, archives.version, earlier)
    with report.stage("upload") as step:
        for path in left:
            (send or upload)(index, path)
        step.result = f"{', '.join(path.name for path in left)} to {index.upload}"
    try_out(project, index, report, archives.version, archives.digests)


def try_out(
    project: Project, index: Index, report: Report, version: str, digests: dict[str, str] | None = None
) -> None:
    """Install a published version from the index in a clean environment, and run the README's first example with it.

    Args:
        project: The checkout, for the example and the stubs.
        index: The index.
        report: Told what each stage achieved.
        version: The version.
        digests: The SHA-256 of each file by its name; by default what the index states.

    Raises:
        GeneratorError: It cannot be installed, is not what was sent, or does not work.
    """
    with report.stage("install") as step:
        if digests is None:
            digests = index.releases().get(Version(version), {})
            if not digests:
                raise GeneratorError(f"{index.simple} has no envoice {version}; leave --verify out to publish it.")
        else:
            index.wait_for(version, digests)
        with tempfile.TemporaryDirectory(prefix="envoice-trial-") as folder:
            step.result = try_installed(project, index, version, digests, Path(folder))


def upload(index: Index, path: Path) -> None:
    """Send one file.

    Raises:
        GeneratorError: The index refused it, or does not answer.
    """
    options = ["--non-interactive", "--disable-progress-bar", "--repository-url", index.upload]
    # Not on the command line, which other users of the machine can read.
    login = {"TWINE_USERNAME": index.login.user, "TWINE_PASSWORD": index.login.password} if index.login else {}
    command = [sys.executable, "-m", "twine", "upload", *options, path]
    try:
        run(command, f"upload {path.name}", env=login, secrets=index.secrets)
    except GeneratorError as error:
        raise GeneratorError(f"{error}\nRun it again: what has arrived is not sent twice.") from None


def _archives(project: Project, dist: Path, report: Report, *, built: bool) -> Archives:
    if not built:
        return build(project, dist, report)
    with tempfile.TemporaryDirectory(prefix="envoice-again-") as folder:
        again = build(project, Path(folder), report)
        digests = again.digests
    archives = Archives(again.version, dist / again.wheel.name, dist / again.sdist.name)
    for path in archives:
        if not path.is_file():
            raise GeneratorError(f"{path} is not there; build it with `nox -s build`, or leave --built out.")
    if archives.digests != digests:
        raise GeneratorError(f"what lies in {dist} is not what this commit gives, byte for byte; build it again.")
    return archives


def _judge(project: Project, index: Index, version: str, earlier: Version) -> str:
    with tempfile.TemporaryDirectory(prefix="envoice-earlier-") as folder:
        auth = (index.login.user, index.login.password) if index.login else None
        path = Path(folder) / "earlier.whl"
        try:
            with PyPISimple(index.simple, auth=auth) as client:
                wheels = [
                    one
                    for one in client.get_project_page(PACKAGE).packages
                    if one.package_type == "wheel" and Version(one.version or "0") == earlier
                ]
                if not wheels:
                    return f"{earlier} has no wheel to compare with"
                client.download_package(wheels[0], path, verify=True)
        except RequestException as error:
            raise GeneratorError(
                f"the wheel of {earlier} cannot be read ({type(error).__name__}); try again."
            ) from None
        return gates.refuse_too_low(project, version, earlier, path)
