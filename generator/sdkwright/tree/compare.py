"""Two trees side by side: whether they are equal to the byte, and what a person wants to know when they are not."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import attrs

from sdkwright.tree import disk
from sdkwright.tree.manifest import MANIFEST


def compare(expected: Path, actual: Path) -> list[str]:
    """Byte for byte differences between two folders, Python's caches apart.

    Returns:
        Each file that differs with how, as in `models.py (differs)`, `x.py (missing)` and `y.py (stray)`, sorted.
    """
    wanted, found = disk.files(expected), disk.files(actual)
    problems = dict.fromkeys(found.keys() - wanted.keys(), "stray")
    for name, path in wanted.items():
        if name not in found:
            problems[name] = "missing"
        elif disk.read(path) != disk.read(found[name]) or disk.read(path) is None:
            problems[name] = "differs"
    return [f"{name} ({what})" for name, what in sorted(problems.items())]


@attrs.frozen
class Changes:
    """What a generation changed in a folder.

    Attributes:
        added: New files, sorted relative posix names.
        removed: Files that are gone.
        changed: Files with other bytes.
        lines_added: Lines that only the new folder has, counted with repetition; a moved line counts nothing.
        lines_removed: Lines that only the old folder had.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    lines_added: int = 0
    lines_removed: int = 0

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.removed or self.changed)

    def __str__(self) -> str:
        """One line, then the files (20 of each kind at most)."""
        if not self:
            return "no change"
        counts = f"{len(self.added)} added, {len(self.changed)} changed, {len(self.removed)} removed"
        head = f"{counts}; +{self.lines_added:,} -{self.lines_removed:,} lines"
        return "\n".join([head, *_listed("+", self.added), *_listed("~", self.changed), *_listed("-", self.removed)])


def changes(old: Path, new: Path) -> Changes:
    """What differs between the folder `old`, which need not exist, and the folder `new`; manifests apart."""
    before, after = _contents(old), _contents(new)
    lines_before, lines_after = _lines(before.values()), _lines(after.values())
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(name for name in after if name in before and after[name] != before[name]),
        lines_added=(lines_after - lines_before).total(),
        lines_removed=(lines_before - lines_after).total(),
    )


def _contents(folder: Path) -> dict[str, bytes]:
    # The manifest changes whenever anything does, so it would only be noise here.
    return {name: disk.read(path) or b"" for name, path in disk.files(folder).items() if name != MANIFEST}


def _lines(contents: Iterable[bytes]) -> Counter[bytes]:
    return Counter(line for data in contents for line in data.splitlines())


def _listed(mark: str, names: tuple[str, ...], limit: int = 20) -> list[str]:
    more = [f"  {mark} and {len(names) - limit} more"] if len(names) > limit else []
    return [f"  {mark} {name}" for name in names[:limit]] + more
