"""Folders that several tests need and that are slow to make: made once, also for the workers beside this one.

A folder is kept by the digest of what it is made of, so that the next run of the tests finds it. Nothing else makes it
stale: whoever asks names every input.
"""

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from filelock import FileLock

from tests.measuring import unmeasured

ROOT = Path(__file__).parents[1]
KEPT = ROOT / ".nox" / "computed"
# What makes a package: the generator, and what the project declares.
SOURCES = (ROOT / "generator", ROOT / "overrides", ROOT / "spec", ROOT / "pyproject.toml")


def computed(name: str, make: Callable[[Path], object], *, sources: Iterable[Path] = SOURCES, key: str = "") -> Path:
    """The folder that `make` fills, from an earlier run where nothing that it is made of has changed.

    Nobody may change what lies in it: whoever needs to copies it first.

    Args:
        name: What is in it; a part of its path.
        make: Fills the empty folder that it is given.
        sources: The files and folders that it is made of.
        key: What else decides what is in it.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    place = KEPT / f"{name}-{_digest(sources, key)}"
    with FileLock(KEPT / f"{name}.lock"):
        if not place.is_dir():
            for old in KEPT.glob(f"{name}-{'[0-9a-f]' * 32}"):
                shutil.rmtree(old)
            aside = KEPT / f"{name}.new"
            shutil.rmtree(aside, ignore_errors=True)
            aside.mkdir()
            with unmeasured():
                make(aside)
            aside.rename(place)
    return place


def accepted(name: str, judge: Callable[[], object], files: Mapping[str, Path]) -> None:
    """Have files judged, unless what is the same was accepted in an earlier run.

    Args:
        name: Who judges what.
        judge: Raises for what it does not accept.
        files: All that decides what it says, and how it is asked, by names that are the same in every run.
    """
    state = hashlib.sha256()
    for place, path in sorted(files.items()):
        state.update(f"{place}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\0".encode())
    computed(f"accepted-by-{name}", lambda _: judge(), sources=(), key=state.hexdigest())


@cache
def _installed() -> list[str]:
    return sorted(f"{found.name} {found.version}" for found in distributions())


def _digest(sources: Iterable[Path], key: str) -> str:
    state = hashlib.sha256(f"{sys.version}\0{key}\0".encode())
    for installed in _installed():
        state.update(f"{installed}\0".encode())
    for source in sources:
        for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if path.is_file() and "__pycache__" not in path.parts:
                state.update(f"{path.relative_to(ROOT)}\0".encode())
                state.update(hashlib.sha256(path.read_bytes()).digest())
    return state.hexdigest()[:32]
