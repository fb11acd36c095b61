"""The version of the package, which stands once in `pyproject.toml`, and the entry for the changelog."""

import re
from pathlib import Path
from typing import Final

from sdkwright.diff.comparison import Comparison
from sdkwright.diff.reports import changelog
from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.project import Project

_LINE: Final = re.compile(r'^version = "(?P<version>[^"]*)"$', re.MULTILINE)


def with_version(project: Project, version: str) -> bytes:
    """`pyproject.toml` with another version.

    Args:
        project: The checkout.
        version: The version to state.

    Raises:
        GeneratorError: It states none in the way that can be replaced.
    """
    return restated(project.pyproject, version_of(project), version)


def restated(pyproject: Path, before: str, version: str) -> bytes:
    """A `pyproject.toml` with another version.

    Args:
        pyproject: The file.
        before: The version that it states.
        version: The version to state.

    Raises:
        GeneratorError: It states none in the way that can be replaced.
    """
    text = pyproject.read_text(encoding="utf-8")
    if _LINE.findall(text) != [before]:
        raise GeneratorError('pyproject.toml needs one line `version = "1.2.3"`, under [project].')
    return _LINE.sub(f'version = "{version}"', text).encode()


def fragment(project: Project, comparison: Comparison) -> tuple[Path, bytes]:
    """The entry for the changelog: a file of its own, which the release collects."""
    # A plus in front: it belongs to no number of a tracker.
    name = f"+{comparison.new.sha256[:12]}.document.md"
    return project.changes / name, changelog(comparison).encode()
