"""What must be in the archives, and what must not."""

import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from packaging.metadata import Metadata
from packaging.requirements import Requirement

from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.limits import WHEEL
from sdkwright.project import Project
from sdkwright.received import read_upstream
from sdkwright.release.process import run

_NAMED: Final = 3
"""How many of the largest files are named when the wheel is too large."""

_RUNTIME: Final = {"attrs", "httpx", "msgspec"}
# Packages that fetch tokens need it, too.
_TOKENS: Final = {"oauthlib"}
_SOURCE: Final = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "hatch_build.py", "pyproject.toml", ".gitignore"}


def inspect(project: Project, wheel: Path, sdist: Path) -> str:
    """Inspect both archives, with twine, check-wheel-contents and our own rules.

    Args:
        project: The checkout they were built from.
        wheel: The wheel.
        sdist: The source archive.

    Returns:
        What was found in order, in words.

    Raises:
        GeneratorError: Something is not as it should be; all of it is listed.
    """
    accept_by_tools(project.pyproject, wheel, sdist)
    with zipfile.ZipFile(wheel) as archive, tarfile.open(sdist) as source:
        problems = [
            *oversize(project.pyproject, wheel),
            *_wheel(project, archive, wheel),
            *_sdist(project, source),
        ]
    if problems:
        raise GeneratorError("the archives are not as they should be:\n  " + "\n  ".join(problems))
    return "twine, check-wheel-contents and our own rules accept both"


def accept_by_tools(pyproject: Path, wheel: Path, sdist: Path) -> None:
    """Have twine and check-wheel-contents judge both archives.

    Args:
        pyproject: The settings of the second.
        wheel: The wheel.
        sdist: The source archive.

    Raises:
        GeneratorError: One of them refuses.
    """
    run(
        [sys.executable, "-m", "twine", "check", "--strict", wheel, sdist], "accept the archives (twine check --strict)"
    )
    contents = [sys.executable, "-m", "check_wheel_contents", "--config", pyproject, wheel]
    run(contents, "accept the wheel (check-wheel-contents)")


def oversize(pyproject: Path, *archives: Path) -> Iterator[str]:
    """The archives that weigh more than `wheel-limit`, a sentence each. A source archive may weigh a quarter more.

    Args:
        pyproject: Where the limit stands.
        archives: The archives.

    Raises:
        GeneratorError: The limit is none.
    """
    stated = _limit(pyproject)
    for path in archives:
        limit = stated if path.suffix == ".whl" else stated * 5 // 4
        if (size := path.stat().st_size) > limit:
            yield (
                f"{path.name} has {size:,} bytes, and {limit:,} are the limit; the most take {_largest(path)}: make "
                "these smaller, or raise wheel-limit under [tool.sdkwright] of pyproject.toml if the document has grown"
            )


def _largest(path: Path) -> str:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            sizes = {member.filename: member.compress_size for member in archive.infolist()}
    else:
        with tarfile.open(path) as source:
            sizes = {member.name: member.size for member in source}
    return ", ".join(f"{name} ({sizes[name]:,})" for name in sorted(sizes, key=lambda name: -sizes[name])[:_NAMED])


def _wheel(project: Project, archive: zipfile.ZipFile, path: Path) -> Iterator[str]:
    names = set(archive.namelist())
    package = project.name
    info = f"{package}-{version_of(project)}.dist-info"
    yield from foreign(names, (f"{info}/", f"{package}/"), path.name)
    needed = {f"{package}/py.typed", f"{package}/_build.py", f"{info}/licenses/LICENSE", f"{info}/METADATA"}
    yield from (f"{path.name} lacks {name}" for name in sorted(needed - names))
    digest = read_upstream(project).sha256
    if f"{package}/_build.py" in names and digest.encode() not in archive.read(f"{package}/_build.py"):
        yield f"{path.name} was not made from the pinned document (sha256 {digest[:12]}); run `nox -s generate`"
    if f"{info}/METADATA" in names:
        try:
            metadata = Metadata.from_email(archive.read(f"{info}/METADATA"))
        except ExceptionGroup as group:
            yield f"METADATA is not valid: {'; '.join(str(error) for error in group.exceptions)}"
        else:
            yield from _metadata(project, metadata)


def _metadata(project: Project, metadata: Metadata) -> Iterator[str]:
    declared = tomllib.loads(project.pyproject.read_text(encoding="utf-8"))["project"]
    requires = [requirement for requirement in metadata.requires_dist or () if not of_an_extra(requirement)]
    names = {requirement.name for requirement in requires}
    if names - _TOKENS != _RUNTIME or (names ^ _names(declared.get("dependencies", ()))) & _TOKENS:
        yield f"an installation would bring {', '.join(sorted(names))} and should bring {', '.join(sorted(_RUNTIME))}"
    if str(metadata.requires_python) != declared["requires-python"]:
        yield f"the wheel asks for Python {metadata.requires_python}, pyproject.toml for {declared['requires-python']}"
    if missing := _addresses(project) - (metadata.project_urls or {}).keys():
        yield f"the wheel lacks project URLs that pyproject.toml states: {', '.join(sorted(missing))}; build it again"
    if metadata.license_expression is None:
        yield "the wheel states no licence; state it under [project]"
    text = metadata.description or ""
    if "](docs/" in text or "](CONTRIBUTING" in text:
        yield "the description links to files of the checkout; look at [tool.hatch.metadata] of pyproject.toml"


def _addresses(project: Project) -> set[str]:
    """The titles of the addresses that the index has to show."""
    settings = tomllib.loads(project.pyproject.read_text(encoding="utf-8"))
    stated = settings.get("tool", {}).get("sdkwright", {})
    found = {*settings["project"].get("urls", ()), *stated.get("urls", ())}
    found |= {"Source", "Changelog", "Issues"} if stated.get("repository") else set()
    return found | ({"Documentation"} if stated.get("documentation") else set())


def _limit(pyproject: Path) -> int:
    tables = tomllib.loads(pyproject.read_text(encoding="utf-8")).get("tool", {})
    stated = tables.get("sdkwright", {}).get("wheel-limit", WHEEL)
    if not isinstance(stated, int) or isinstance(stated, bool) or stated < 1:
        raise GeneratorError(
            "pyproject.toml: wheel-limit of [tool.sdkwright] is not allowed; allowed is a whole number."
        )
    return stated


def _names(requirements: Iterable[str]) -> set[str]:
    return {Requirement(line).name for line in requirements}


def of_an_extra(requirement: Requirement) -> bool:
    """Whether only an extra asks for it.

    Args:
        requirement: What an installation asks for.
    """
    return requirement.marker is not None and "extra" in str(requirement.marker)


def _sdist(project: Project, archive: tarfile.TarFile) -> Iterator[str]:
    top = f"{project.name}-{version_of(project)}/"
    names = {member.name for member in archive.getmembers()}
    files = {f"{top}{name}" for name in _SOURCE}
    yield from foreign(names - files, (f"{top}generated/{project.name}/", f"{top}examples/"), "the source archive")
    # Projects that an earlier version made have no hook of the build.
    spared = {".gitignore"} | ({"hatch_build.py"} if not (project.root / "hatch_build.py").is_file() else set())
    yield from (
        f"the source archive lacks {name}" for name in sorted(files - names - {f"{top}{one}" for one in spared})
    )
    yield from (
        f"the source archive has {member.name}, which is no plain file"
        for member in archive.getmembers()
        if not member.isfile()
    )


def foreign(names: set[str], allowed: tuple[str, ...], where: str) -> Iterator[str]:
    """What no user needs, a sentence each.

    Args:
        names: The files of an archive.
        allowed: What names may begin with.
        where: What to call the archive.
    """
    for name in sorted(names):
        if not name.startswith(allowed) or name.endswith((".pyc", "MANIFEST.json")) or "/tests/" in name:
            yield f"{where} has {name}, which no user needs"
