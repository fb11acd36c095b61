"""The versions that a project pins: of `sdkwright` itself, and of the tools that must be those it comes with."""

import importlib.metadata
import re
from pathlib import Path
from typing import Final

from packaging.version import InvalidVersion, Version

from sdkwright.errors import GeneratorError
from sdkwright.project import Project

_OWN: Final = re.compile(r"(?P<name>\bsdkwright(?:\[[A-Za-z0-9_, -]*\])?==)(?P<version>[A-Za-z0-9.!+_-]+)")
_RUFF: Final = re.compile(r"(?P<name>\bruff==)(?P<version>[A-Za-z0-9.!+_-]+)")
_NOXFILE: Final = "noxfile.py"
_HOOKS: Final = ".pre-commit-config.yaml"
_REQUIREMENTS: Final = ("pyproject.toml", "requirements.txt", ".github/workflows/ci.yml", ".gitlab-ci.yml")


def pinned(project: Project) -> Version:
    """The version of `sdkwright` that a project's noxfile.py pins.

    Args:
        project: The project.

    Raises:
        GeneratorError: It pins none, or several.
    """
    path = project.root / _NOXFILE
    found = {match["version"] for match in _OWN.finditer(_text(path))} if path.is_file() else set()
    if not found:
        raise GeneratorError(
            f"{_NOXFILE} pins no sdkwright, as in sdkwright[project]==1.2.3, so there is nothing to upgrade; take a "
            "newer one the way that this project gets it, then run `sdkwright generate`."
        )
    if len(found) > 1:
        raise GeneratorError(f"{_NOXFILE} pins sdkwright {' and '.join(sorted(found))}; leave one of them.")
    try:
        return Version(found.pop())
    except InvalidVersion as error:
        raise GeneratorError(f"{_NOXFILE}: {error} of sdkwright; write one as in sdkwright[project]==1.2.3.") from None


def repinned(project: Project, version: Version) -> dict[Path, bytes]:
    """The files whose pins change with a version of `sdkwright`, by their paths, as they must be then.

    Args:
        project: The project.
        version: The version of `sdkwright`, which this process runs.
    """
    found = {}
    for name in (_NOXFILE, _HOOKS, *_REQUIREMENTS):
        path = project.root / name
        if not path.is_file():
            continue
        old = _text(path)
        new = _OWN.sub(rf"\g<name>{version}", old)
        if name == _HOOKS:
            new = _RUFF.sub(rf"\g<name>{importlib.metadata.version('ruff')}", new)
        if new != old:
            found[path] = new.encode()
    return found


def _text(path: Path) -> str:
    try:
        # As bytes, so that the ends of lines stay what they are.
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GeneratorError(f"{path.name} cannot be read ({type(error).__name__}); mend it first.") from None
