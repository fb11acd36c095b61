"""Carries the runtime in the wheel as one archive: hundreds of small files take twice the room, and pip compiles each.

Nobody imports them from there: a generation lays them into a package. In a checkout they stay a folder.
"""

import io
import lzma
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FOLDER = "sdkwright/runtime"


class CarryRuntime(BuildHookInterface):
    """Adds `sdkwright/runtime.tar.xz` to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the archive, and have the wheel include it.

        Args:
            version: What is built; `editable` needs no archive.
            build_data: What the wheel includes besides its packages.
        """
        if version == "editable":
            return
        self._temporary = tempfile.TemporaryDirectory(prefix="sdkwright-wheel-")
        archive = Path(self._temporary.name) / "runtime.tar.xz"
        archive.write_bytes(packed(Path(self.root) / _FOLDER))
        build_data["force_include"][str(archive)] = f"{_FOLDER}.tar.xz"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take the archive away again."""
        if version != "editable":
            self._temporary.cleanup()


def packed(folder: Path) -> bytes:
    """The modules of a folder as an archive: the same bytes for the same modules.

    Args:
        folder: The folder.
    """
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(folder.rglob("*.py")):
            member = tarfile.TarInfo(path.relative_to(folder).as_posix())
            data = path.read_bytes()
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return lzma.compress(written.getvalue(), preset=9 | lzma.PRESET_EXTREME)
