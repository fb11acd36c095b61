"""Publishes a version: every gate first, then the upload, then an installation from the index that is tried."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from packaging.version import Version

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release import checkout, gates, listing
from sdkwright.release.archives import Archives, build
from sdkwright.release.distribution import PACKAGE, Distribution
from sdkwright.release.index import Index
from sdkwright.release.listing import Release
from sdkwright.release.process import run
from sdkwright.report import Report
from sdkwright.tree.temporary import temporary

Send = Callable[[Index, Path], None]

_UPLOAD_SECONDS: Final = 900.0
_AGAIN: Final = "Run it again: what has arrived is not sent twice."


def publish(
    project: Project,
    index: Index,
    report: Report,
    *,
    dist: Path,
    built: bool = False,
    send: Send | None = None,
    what: Distribution = PACKAGE,
) -> None:
    """Publish the version of this checkout, or finish what an earlier run began.

    Args:
        project: The checkout.
        index: Where to.
        report: Prints the result of each stage.
        dist: The folder of the archives.
        built: Whether they lie there already, made elsewhere of this commit; they must be what is built here.
        send: Sends one file; by default `upload`.
        what: What of the checkout to publish.

    Raises:
        GeneratorError: A gate refused, or the upload failed; running it again finishes what is half done.
    """
    with report.stage("checkout") as step:
        checkout.refuse_changes(project)
        version = what.version(project)
        step.result = f"as committed; version {version}"
    with report.stage("index") as step:
        releases = listing.releases(index, exactly=version)
        step.result = f"{index.simple} has {len(releases)} releases"
    gates.refuse_published(version, releases, index)
    earlier = gates.before(version, releases)
    what.check(project, report)
    archives = _archives(project, dist, report, what, built=built)
    left = gates.missing(archives, releases, index)
    if earlier is not None:
        with report.stage("version") as step:
            step.result = _judge(project, index, earlier, releases[earlier], what)
    with report.stage("upload") as step:
        for path in left:
            _send(index, path, archives, send or upload)
        step.result = f"{', '.join(path.name for path in left)} to {index.upload}"
    try_out(project, index, report, archives.version, archives.digests, what)


def try_out(
    project: Project,
    index: Index,
    report: Report,
    version: str,
    digests: dict[str, str] | None = None,
    what: Distribution = PACKAGE,
) -> None:
    """Install a published version from the index in a clean environment, and try it.

    Args:
        project: The checkout, for the example and the stubs.
        index: The index.
        report: Prints the result of each stage.
        version: The version.
        digests: The SHA-256 of each file by its name; by default what the index states.
        what: What of the checkout was published.

    Raises:
        GeneratorError: It cannot be installed, is not what was sent, or does not work.
    """
    with report.stage("install") as step:
        if digests is None:
            digests = listing.releases(index, exactly=version).get(Version(version), Release()).files
            if not digests:
                raise GeneratorError(
                    f"{index.simple} has no {what.name(project)} {version}; leave --verify out to publish it."
                )
        else:
            listing.wait_for(index, version, digests)
        with temporary("sdkwright-trial-") as folder:
            step.result = what.try_installed(project, index, version, digests, folder)


def upload(index: Index, path: Path) -> None:
    """Send one file.

    Raises:
        GeneratorError: The index refused it, or does not answer.
    """
    options = ["--non-interactive", "--disable-progress-bar", "--repository-url", index.upload]
    # Not on the command line, which other users of the machine can read.
    login = {"TWINE_USERNAME": index.login.user, "TWINE_PASSWORD": index.login.password} if index.login else {}
    # The keyring was asked before, and cannot prompt here.
    env = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"} | login
    command = [sys.executable, "-m", "twine", "upload", *options, path]
    try:
        run(command, f"upload {path.name}", env=env, secrets=index.secrets, seconds=_UPLOAD_SECONDS)
    except GeneratorError as error:
        if index.login is not None or "Credential not found" not in str(error):
            raise
        raise GeneratorError(
            f"cannot upload {path.name}: {index.upload} needs credentials, and there are none; set TWINE_USERNAME and "
            f"TWINE_PASSWORD, or store them in .pypirc or the keyring."
        ) from None


def _archives(project: Project, dist: Path, report: Report, what: Distribution, *, built: bool) -> Archives:
    if not built:
        return build(project, dist, report, what)
    with temporary("sdkwright-again-") as folder:
        again = build(project, folder, report, what)
        digests = again.digests
    archives = Archives(again.version, dist / again.wheel.name, dist / again.sdist.name)
    for path in archives:
        if not path.is_file():
            raise GeneratorError(f"{path} is not there; build it with `nox -s build`, or leave --built out.")
    if archives.digests != digests:
        raise GeneratorError(f"what lies in {dist} is not what this commit gives, byte for byte; build it again.")
    return archives


def _judge(project: Project, index: Index, earlier: Version, release: Release, what: Distribution) -> str:
    if release.wheel is None:
        return f"{earlier} has no wheel to compare with"
    return what.judge(project, what.version(project), earlier, listing.read(index, release.wheel))


def _send(index: Index, path: Path, archives: Archives, send: Send) -> None:
    try:
        send(index, path)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(f"{path.name} may have arrived or not. {_AGAIN}") from None
    except GeneratorError as error:
        # An answer that was lost on its way, or another run that was faster: what counts is what is there.
        if not _arrived(index, path, archives):
            raise GeneratorError(f"{error}\n{_AGAIN}") from None


def _arrived(index: Index, path: Path, archives: Archives) -> bool:
    try:
        there = listing.releases(index, exactly=archives.version).get(Version(archives.version), Release())
    except GeneratorError:
        return False
    return there.files.get(path.name) == archives.digests[path.name]
