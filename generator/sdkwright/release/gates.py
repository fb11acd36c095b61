"""What a version must be, by what the index has already and by what has changed since."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.version import Version

from sdkwright import pipeline
from sdkwright.diff.compare import compare_documents, compare_packages
from sdkwright.diff.findings import Finding
from sdkwright.diff.packages import Package
from sdkwright.diff.surface import read_surface
from sdkwright.diff.version import Part, demanded, parse, raised
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release import checkout
from sdkwright.release.earlier import stated_digest, unpack
from sdkwright.release.index import Index
from sdkwright.release.listing import Release
from sdkwright.text import clean
from sdkwright.tree.temporary import temporary

if TYPE_CHECKING:
    from sdkwright.release.archives import Archives  # which asks for these gates

Releases = Mapping[Version, Release]


def refuse_published(version: str, releases: Releases, index: Index) -> None:
    """Refuse a version of which nothing is left to send, before minutes are spent on building it.

    Raises:
        GeneratorError: The index has all of it, or a file of that version which is none of ours.
    """
    stem = f"{index.package.replace('-', '_')}-{version}"
    ours = {f"{stem}-py3-none-any.whl", f"{stem}.tar.gz"}
    there = releases.get(Version(version), Release()).files.keys()
    if there >= ours:
        raise GeneratorError(
            f"{index.simple} has {index.package} {version} already, and a published version never changes; raise the "
            f"version with `nox -s release`, or install and try what is there with --verify."
        )
    if foreign := sorted(there - ours):
        raise GeneratorError(
            f"{index.simple} has {clean(foreign[0])} already, which is no file that this commit gives; raise the "
            f"version with `nox -s release`."
        )


def missing(archives: "Archives", releases: Releases, index: Index) -> list[Path]:
    """The files that the index does not have yet, of a release that it has in part or not at all.

    Raises:
        GeneratorError: It has all of them, or other ones of the same version.
    """
    there = releases.get(Version(archives.version), Release()).files
    for name, digest in there.items():
        if archives.digests.get(name) != digest:
            raise GeneratorError(
                f"{index.simple} has {clean(name)} already, with other contents than this commit gives; a published "
                f"version never changes, so raise the version with `nox -s release`."
            )
    left = [path for path in archives if path.name not in there]
    if not left:
        raise GeneratorError(
            f"{index.simple} has {index.package} {archives.version} already, byte for byte; raise the version with "
            f"`nox -s release`, or install and try what is there with --verify."
        )
    return left


def before(version: str, releases: Releases) -> Version | None:
    """The release that a version follows: the highest below it; None if there is none at all.

    What is yanked, a pre-release or a local version is followed by nothing: no caller has it unasked.

    Raises:
        GeneratorError: All there are are above it.
    """
    others = [other for other, release in releases.items() if other != Version(version) and _counts(other, release)]
    earlier = [other for other in others if other < Version(version)]
    if others and not earlier:
        raise GeneratorError(f"{version} is below every release so far ({min(others)} is the lowest); raise it.")
    return max(earlier, default=None)


def refuse_too_low(project: Project, version: str, earlier: Version, wheel: bytes) -> str:
    """Refuse a version below what the changes since a release demand.

    Args:
        project: The checkout.
        version: The version to publish.
        earlier: The release.
        wheel: Its wheel.

    Returns:
        What was found, in words.

    Raises:
        GeneratorError: The version is too low.
    """
    found, unseen = _changes(project, wheel, earlier)
    # Of a post-release, what it is one of.
    base = f"{earlier.major}.{earlier.minor}.{earlier.micro}"
    part, reason = demanded(base, found)
    least = raised(base, part if part is not Part.NONE else Part.PATCH)
    if parse(version) < parse(least):
        raise GeneratorError(
            f"since {earlier} the changes demand {least} at least, and this is {version}: {reason}. Raise it with "
            f"`nox -s release -- --version {least}`."
        )
    return f"{len(found)} changes since {earlier} demand {least}; this is {version}{unseen}"


def _counts(version: Version, release: Release) -> bool:
    return not (release.yanked or version.is_prerelease or version.local)


def _changes(project: Project, wheel: bytes, version: Version) -> tuple[list[Finding], str]:
    sent = pipeline.api_in_place(project).only_sent
    with temporary("sdkwright-release-") as folder:
        old = unpack(wheel, folder / "old", package=project.name, name=f"the wheel of {version}")
        packages = [Package(place, read_surface(place, only_sent=sent), []) for place in (old, project.package)]
        found = compare_packages(packages[0], packages[1], folder / "stage", project=project)
        sha256 = stated_digest(old)
    current = pipeline.read_upstream(project)
    if sha256 == current.sha256:
        return found, ""
    earlier = None if sha256 is None else checkout.earlier_document(project, sha256)
    if earlier is None:
        return found, " (its document is not in the history, so the wire was not compared)"
    tables = pipeline.read_tables(project)
    wire = compare_documents(earlier, current, tables, configuration=project.configuration)
    return [*wire.findings, *found], ""
