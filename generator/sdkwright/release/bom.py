"""The bill of materials of what an installation brings, in CycloneDX."""

import sys
import tomllib
from functools import cache
from pathlib import Path

import msgspec

from sdkwright.release.environment import Environment
from sdkwright.release.process import run
from sdkwright.tree.temporary import temporary


def write(pyproject: Path, path: Path) -> str:
    """Write the packages that the newest resolution of the runtime dependencies has.

    Args:
        pyproject: Where they stand.
        path: The file to write.

    Returns:
        What it lists, in words.

    Raises:
        GeneratorError: The dependencies cannot be installed, or the bill is not valid.
    """
    path.write_bytes(_written(pyproject.read_text(encoding="utf-8")))
    names = sorted(part["name"] for part in msgspec.json.decode(path.read_bytes())["components"])
    return f"{len(names)} packages: {', '.join(names)}"


# A rehearsal builds several times, and an installation for each would take most of it.
@cache
def _written(declared: str) -> bytes:
    """The bill of what a pyproject.toml declares."""
    with temporary("sdkwright-bom-") as folder:
        clean = Environment.make(folder / "clean")
        # Not the wheel: the bill would name the path that it was installed from.
        clean.install(tomllib.loads(declared)["project"]["dependencies"], "install the runtime dependencies")
        pyproject, path = folder / "pyproject.toml", folder / "bill.json"
        pyproject.write_text(declared, encoding="utf-8")
        options = ["--pyproject", pyproject, "--mc-type", "library", "--output-reproducible"]
        command = [sys.executable, "-m", "cyclonedx_py", "environment", *options, "--of", "JSON", "-o", path]
        run([*command, clean.python], "write the bill of materials")
        return path.read_bytes()
