"""Carries in the wheel, as one archive, the runtime, which a generation lays into packages, templates and some rooms.

It also fills in the addresses that a package index shows, as `hatch_build.py` of a package does.

As hundreds of small files they take twice the room. In a checkout they stay where they are.
"""

import ast
import bz2
import io
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


class Carry(BuildHookInterface):
    """Adds `sdkwright/carried.tar.bz2` to the wheel, in place of the folders in it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the archive, and have the wheel include it.

        Args:
            version: What is built; `editable` needs no archive.
            build_data: What the wheel includes besides its packages.
        """
        if version == "editable":
            return
        self._temporary = tempfile.TemporaryDirectory(prefix="sdkwright-wheel-")
        archive = Path(self._temporary.name) / "carried.tar.bz2"
        archive.write_bytes(packed(Path(self.root) / "sdkwright"))
        build_data["force_include"][str(archive)] = "sdkwright/carried.tar.bz2"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take the archive away again."""
        if version != "editable":
            self._temporary.cleanup()


def packed(package: Path) -> bytes:
    """The folders that are carried, as an archive: the same bytes for the same files.

    Args:
        package: The folder of the generator's package.
    """
    written = io.BytesIO()
    files = [path for name in _carried(package) for path in (package / name).rglob("*") if path.is_file()]
    with tarfile.open(fileobj=written, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(path for path in files if "__pycache__" not in path.parts):
            member = tarfile.TarInfo(path.relative_to(package).as_posix())
            data = path.read_bytes()
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return bz2.compress(written.getvalue())


def _carried(package: Path) -> tuple[str, ...]:
    """The names of the folders, which stand once: in the module that unpacks them."""
    for node in ast.parse((package / "carried.py").read_bytes()).body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "CARRIED":
            return tuple(ast.literal_eval(node.value))
    raise ValueError("sdkwright/carried.py names no CARRIED folders.")


class Addresses(MetadataHookInterface):
    """Reads `[tool.sdkwright]`: `repository`, `documentation`, and further addresses in its table `urls`."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the project's URLs.

        Args:
            metadata: The project's, which is changed.
        """
        settings = tomllib.loads(Path(self.root, "pyproject.toml").read_text(encoding="utf-8"))
        metadata["urls"] = urls(settings.get("tool", {}).get("sdkwright", {}))


def urls(stated: dict[str, Any]) -> dict[str, str]:
    """The addresses by their titles.

    Args:
        stated: The table `[tool.sdkwright]`. `folder` is where the distribution lies in its repository, and `branch`
            the one that links name.
    """
    repository = stated.get("repository", "").rstrip("/")
    host = repository.removeprefix("https://").partition("/")[0]
    file = "/".join(filter(None, [stated.get("branch", "main"), stated.get("folder", ""), "CHANGELOG.md"]))
    verb = "-/blob" if host.startswith("gitlab.") else "blob" if host.startswith("github.") else "src/branch"
    found = {"Documentation": stated.get("documentation", "")}
    if repository:
        found |= {
            "Source": repository,
            "Changelog": f"{repository}/{verb}/{file}",
            "Issues": f"{repository}/-/issues" if host.startswith("gitlab.") else f"{repository}/issues",
        }
    return stated.get("urls", {}) | {title: address for title, address in found.items() if address}
