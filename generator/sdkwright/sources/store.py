"""Writes several files of one folder so that a failure leaves all of them as they were."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.tree import disk, leftovers


@attrs.frozen
class _Step:
    target: Path
    aside: Path
    before: bytes | None = attrs.field(repr=False)


def replace_files(project: Project, files: Sequence[tuple[Path, bytes]]) -> None:
    """Give each file its new content, in order.

    Every content is on disk before the first file is replaced, so that a full disk is noticed in time. Only a crash
    between two replacements can leave the first files new and the rest old.

    Args:
        project: For naming the files in errors.
        files: Paths with the bytes they get.

    Raises:
        GeneratorError: Something could not be written; the files are as they were.
    """
    steps: list[_Step] = []
    try:
        for target, data in files:
            steps.append(_Step(target, leftovers.aside(target), _content(target)))
            disk.write(steps[-1].aside, data)
        _replace(project, steps)
    except OSError as error:
        names = " and ".join(project.show(target) for target, _ in files)
        raise GeneratorError(
            f"{names}: could not be written ({error.strerror or error}); they are as they were; make room or fix the "
            "permissions, and fetch again."
        ) from None
    finally:
        for step in steps:
            with contextlib.suppress(OSError):
                step.aside.unlink(missing_ok=True)


def _replace(project: Project, steps: list[_Step]) -> None:
    done: list[_Step] = []
    try:
        for step in steps:
            step.aside.replace(step.target)
            done.append(step)
        _sync_folder(steps[-1].target.parent)
    except OSError:
        try:
            for step in reversed(done):
                _undo(step)
        except OSError:
            names = " and ".join(project.show(step.target) for step in steps)
            raise GeneratorError(
                f"{names}: only half written, and the old content could not be put back; restore them from version "
                "control."
            ) from None
        raise


def _undo(step: _Step) -> None:
    if step.before is None:
        step.target.unlink()
    else:
        disk.write(step.aside, step.before)
        step.aside.replace(step.target)


def _content(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder cannot be opened there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
