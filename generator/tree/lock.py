"""One generation at a time in a checkout: a lock of the operating system, which ends with the process that holds it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import GeneratorError
from generator.project import Project
from generator.tree import disk


@contextmanager
def exclusive(project: Project) -> Iterator[None]:
    """Hold the checkout's generation lock for the block.

    A lock file that an ended process left behind is no obstacle.

    Raises:
        GeneratorError: Another generation holds the lock, or `generated/` cannot be written.
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
                f"another generation is running in this checkout{_process(owner)}; wait for it to end."
            ) from None
    try:
        with disk.sentences("lock the generated tree"):
            disk.write(owner, str(os.getpid()).encode())
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
