"""One command at a time writes to a checkout: a lock of the operating system, which ends with its process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.tree import disk, leftovers


@contextmanager
def exclusive(project: Project) -> Iterator[None]:
    """Hold the checkout's lock for the block, and clear away what killed commands left beside the files they wrote.

    A lock file that an ended process left behind is no obstacle.

    Raises:
        GeneratorError: Another command holds the lock, or `generated/` cannot be written.
    """
    # A soft lock would outlive a killed process, so there is no falling back to one.
    lock = FileLock(project.generated / ".lock", fallback_to_soft=False)
    owner = project.generated / ".lock-owner"
    with disk.sentences("lock the generated tree"):
        project.generated.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            raise GeneratorError(
                f"another command of the generator is writing to this checkout{_process(owner)}; wait for it to end."
            ) from None
    try:
        # Without it another command can only say less; what has no room or no right is named by the block.
        with suppress(OSError):
            disk.write(owner, str(os.getpid()).encode())
        leftovers.clear(project)
        yield
    finally:
        with suppress(OSError):
            owner.unlink()
        lock.release()


def _process(owner: Path) -> str:
    # Only a help to the reader: the holder may not have written it yet.
    with suppress(OSError):
        pid = owner.read_text(encoding="utf-8", errors="replace")
        if pid.isdecimal():
            return f" (process {pid})"
    return ""
