"""Files that are written aside and then renamed, and the end of those that a killed command left."""

import contextlib
import os
import re
from pathlib import Path
from typing import Final

from sdkwright.project import Project
from sdkwright.tree.temporary import host, is_old

# The host came into the name later than the process.
_PART: Final = re.compile(r"\.(?P<target>.+?)(?:\.(?P<host>[0-9a-f]{8}))?\.(?P<process>\d{1,10})\.part")


def aside(target: Path) -> Path:
    """Where the content of `target` is written before it is renamed into place."""
    return target.with_name(f".{target.name}.{host()}.{os.getpid()}.part")


def clear(project: Project) -> None:
    """Remove what killed commands left beside the files that commands replace.

    Args:
        project: The checkout, whose lock the caller holds: no other process of this host is writing.
    """
    ours = (project.spec / "upstream.json", project.lock, project.names, project.overlay, project.picture)
    for target in ours:
        for path in target.parent.glob(f".{target.name}.*.part"):
            found = _PART.fullmatch(path.name)
            # What cannot be removed is in nobody's way.
            with contextlib.suppress(OSError):
                if found and found["target"] == target.name and _is_dead(path, found):
                    path.unlink()


def _is_dead(path: Path, found: re.Match[str]) -> bool:
    if found["host"] == host():
        return True
    if found["host"] is None and not _lives(int(found["process"])):
        return True
    # Of another host, or of a process whose number another one has got since.
    return is_old(path)


def _lives(process: int) -> bool:
    if os.name == "nt":
        return True  # to ask is to kill there
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
