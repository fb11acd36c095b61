"""The bill of materials of what an installation brings, in CycloneDX."""

import sys
import tomllib
from pathlib import Path

import msgspec

from sdkwright.project import Project
from sdkwright.release.environment import Environment
from sdkwright.release.process import run
from sdkwright.tree.temporary import temporary


def write(project: Project, path: Path) -> str:
    """Write the packages that the newest resolution of the runtime dependencies has.

    Args:
        project: The checkout.
        path: The file to write.

    Returns:
        What it lists, in words.

    Raises:
        GeneratorError: The dependencies cannot be installed, or the bill is not valid.
    """
    declared = tomllib.loads(project.pyproject.read_text(encoding="utf-8"))["project"]["dependencies"]
    with temporary("sdkwright-bom-") as folder:
        clean = Environment.make(folder / "clean")
        # Not the wheel: the bill would name the path that it was installed from.
        clean.install(declared, "install the runtime dependencies")
        options = ["--pyproject", project.pyproject, "--mc-type", "library", "--output-reproducible"]
        command = [sys.executable, "-m", "cyclonedx_py", "environment", *options, "--of", "JSON", "-o", path]
        run([*command, clean.python], "write the bill of materials")
    names = sorted(part["name"] for part in msgspec.json.decode(path.read_bytes())["components"])
    return f"{len(names)} packages: {', '.join(names)}"
