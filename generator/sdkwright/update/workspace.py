"""A copy of the checkout in which an update is tried, so that the checkout itself is not touched before it is done."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import attrs

from sdkwright.project import Project
from sdkwright.tree import disk
from sdkwright.tree.temporary import temporary

_LEFT_OUT: Final = shutil.ignore_patterns(
    ".git",
    ".nox",
    ".venv",
    "__pycache__",
    ".*_cache",
    ".hypothesis",
    ".coverage*",
    ".staging",
    ".previous",
    ".lock*",
    ".*.part",
)


@contextmanager
def workspace(project: Project) -> Iterator[Project]:
    """A copy of what version control knows or would take, as a checkout of its own; it ends with the block.

    Args:
        project: The checkout.

    Raises:
        GeneratorError: There is no room for a copy.
    """
    with temporary("sdkwright-update-") as folder:
        root = folder / "checkout"
        with disk.sentences("copy the checkout aside"):
            _copy(project.root, root)
        yield attrs.evolve(project, root=root, target=root)


def take_along(project: Project, aside: Project) -> None:
    """Give a copy what mypy knows of the checkout, so that it need not judge again what an update leaves as it is.

    Args:
        project: The checkout.
        aside: The copy.
    """
    known, target = (one.generated / ".mypy_cache" for one in (project, aside))
    try:
        if known.is_dir():
            shutil.copytree(known, target)
    except OSError:
        # Without it mypy only takes longer.
        shutil.rmtree(target, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    names = _known(source)
    if names is None:
        shutil.copytree(source, target, ignore=_LEFT_OUT, symlinks=True)
        return
    for name in names:
        path = source / name
        if path.is_file() or path.is_symlink():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target / name, follow_symlinks=False)


def _known(root: Path) -> list[str] | None:
    """What git knows or would take; None where there is no git, or no repository of this checkout's own."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        top = subprocess.run(["git", "-C", str(root), "rev-parse", "--show-toplevel"], capture_output=True, check=True)
        if Path(top.stdout.decode().strip()).resolve() != root.resolve():
            return None
        done = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in done.stdout.decode("utf-8", "surrogateescape").split("\0") if name]
