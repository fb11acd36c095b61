"""Ends what a command has started, with all that this has started in turn."""

import contextlib
import os
import signal
import subprocess
import sys
from typing import Any


def end(process: subprocess.Popen[Any]) -> None:
    """Kill a process that leads a session of its own, and its children."""
    # The group, because many tools are a script that runs another program.
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
