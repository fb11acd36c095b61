"""The folder in which a new tree is made, on the same disk as the old one so that it can be renamed into place."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sdkwright.project import Project
from sdkwright.tree import disk


@contextmanager
def staging(project: Project) -> Iterator[Path]:
    """An empty `generated/.staging` for the block, removed after it whatever happens.

    Yields:
        The folder's path; the new package belongs there, in a folder of its own name.

    Raises:
        GeneratorError: The folder cannot be made, or the block met an error of the operating system such as a full
            disk.
    """
    folder = project.generated / ".staging"
    with disk.sentences("make a new tree aside"):
        disk.remove(folder)
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            # What stays behind is removed by the next run, and must not hide the error of this one.
            shutil.rmtree(folder, ignore_errors=True)
