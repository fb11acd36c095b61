"""Puts a new tree in place as one step: all of it or, after an error or a crash at any point, the old one.

Everything that needs disk space is written to `generated/.previous` first. Then a journal there records what was where,
then only renames follow, and taking the journal away is what makes them final. `recover` undoes what a journal records.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypedDict

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.tree import disk
from sdkwright.tree.compare import compare

_PACKAGE: Final = "package"
_JOURNAL: Final = "journal.json"
_AGAIN: Final = "Run the command again: it puts the old tree back first."


class _Journal(TypedDict):
    """What to put back.

    `package`: whether a package is to be replaced, and if so whether there was one before. `files`: each file to be
    replaced or removed, relative to the checkout, with the number of its copy (None: there was none).
    """

    package: bool | None
    files: dict[str, int | None]


def swap(
    project: Project, staged: Path, files: Mapping[Path, bytes], *, owned: Mapping[Path, str] | None = None
) -> None:
    """Replace the generated package and other outputs. What is equal already is not touched.

    Args:
        project: The checkout, whose lock the caller holds.
        staged: The new package, complete, on the same disk as the old one; it is renamed away.
        files: Other outputs: the path in the checkout and the bytes.
        owned: Folders of which every file that matches the glob is ours: such a file that is not in `files` is removed.

    Raises:
        GeneratorError: Something could not be written. Everything is as it was before.
    """
    recover(project)
    previous = project.generated / ".previous"
    with disk.sentences("read the generated tree"):
        outputs = _outputs(project, files, owned or {})
        replace_package = bool(compare(staged, project.package))
    if not replace_package and not outputs:
        return
    try:
        with disk.sentences("put the new tree in place"):
            _prepare(project, previous, outputs, replace_package=replace_package)
            if replace_package:
                if project.package.exists():
                    project.package.rename(previous / _PACKAGE)
                staged.rename(project.package)
            for number, (path, data) in enumerate(outputs.items()):
                if data is None:
                    path.unlink()
                else:
                    (previous / f"new-{number}").replace(path)
            (previous / _JOURNAL).unlink()
    except BaseException:
        recover(project)
        raise
    # The new tree is in place: a leftover that cannot be removed now is removed by the next run.
    shutil.rmtree(previous, ignore_errors=True)


def recover(project: Project) -> None:
    """Undo a `swap` that an error or a crash cut short, and clear away what it left behind.

    Raises:
        GeneratorError: The old tree could not be put back; it is still in `generated/.previous`.
    """
    previous = project.generated / ".previous"
    if not previous.exists():
        return
    try:
        journal = disk.read(previous / _JOURNAL)
        if journal is not None:
            _put_back(project, previous, json.loads(journal))
            (previous / _JOURNAL).unlink()
        disk.remove(previous)
    except (OSError, ValueError, KeyError) as error:
        where = project.show(previous)
        raise GeneratorError(f"a generation was cut short and {where} cannot be cleared: {error}. {_AGAIN}") from error


def differences(
    project: Project, staged: Path, files: Mapping[Path, bytes], *, owned: Mapping[Path, str] | None = None
) -> list[str]:
    """What `swap` with the same arguments would change, as a check wants it: `path (differs | missing | stray)`."""
    package = project.show(project.package)
    with disk.sentences("read the generated tree"):
        problems = [f"{package}/{problem}" for problem in compare(staged, project.package)]
        for path, data in _outputs(project, files, owned or {}).items():
            what = "stray" if data is None else "differs" if path.exists() else "missing"
            problems.append(f"{project.show(path)} ({what})")
    return problems


def _outputs(project: Project, files: Mapping[Path, bytes], owned: Mapping[Path, str]) -> dict[Path, bytes | None]:
    """The files to be written, and with None those to be removed, sorted; only what is not yet as it shall be."""
    result: dict[Path, bytes | None] = {path: data for path, data in files.items() if disk.read(path) != data}
    for folder, pattern in owned.items():
        strays = (path for path in folder.glob(pattern) if not path.is_dir() or path.is_symlink())
        result |= dict.fromkeys(path for path in strays if path not in files)
    for path in result:
        if not path.is_relative_to(project.target) or ".." in path.parts or path.is_dir() or path.is_symlink():
            raise GeneratorError(
                f"{project.show(path)} is not a plain file of this checkout, so it is not written; move it away."
            )
    return dict(sorted(result.items()))


def _prepare(project: Project, previous: Path, outputs: Mapping[Path, bytes | None], *, replace_package: bool) -> None:
    if project.package.is_symlink() or (project.package.exists() and not project.package.is_dir()):
        raise GeneratorError(f"{project.show(project.package)} is not a plain folder; move it out of the way.")
    previous.mkdir()
    journal: _Journal = {"package": project.package.exists() if replace_package else None, "files": {}}
    for number, (path, data) in enumerate(outputs.items()):
        old = disk.read(path)
        if old is not None:
            disk.write(previous / f"old-{number}", old)
            shutil.copystat(path, previous / f"old-{number}")
        if data is not None:
            disk.write(previous / f"new-{number}", data)
            path.parent.mkdir(parents=True, exist_ok=True)
        journal["files"][path.relative_to(project.target).as_posix()] = None if old is None else number
    disk.write(previous / "journal.new", json.dumps(journal, indent=1).encode())
    (previous / "journal.new").replace(previous / _JOURNAL)


def _put_back(project: Project, previous: Path, journal: _Journal) -> None:
    """Undo in any order and any number of times: a crash in here is undone by the next call."""
    if (previous / _PACKAGE).exists():
        disk.remove(project.package)
        (previous / _PACKAGE).rename(project.package)
    elif journal["package"] is False:
        disk.remove(project.package)
    for name, number in journal["files"].items():
        if number is None:
            disk.remove(project.target / name)
        elif (previous / f"old-{number}").exists():
            (previous / f"old-{number}").replace(project.target / name)
