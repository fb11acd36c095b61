"""Runs the tools of a release, and tells in one sentence what one of them refused."""

import os
import re
import subprocess
import threading
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from sdkwright.errors import GeneratorError
from sdkwright.processes import end
from sdkwright.text import printable

_LAST_LINES: Final = 12
_LONGEST: Final = 500
_OUTPUT: Final = 5_000_000
_MARGIN: Final = 10_000
_CHUNK: Final = 65536
_SECONDS: Final = 1800.0
_COLOURS: Final = re.compile(r"\x1b\[[0-9;]*m")
_CREDENTIALS: Final = {"TWINE_USERNAME", "TWINE_PASSWORD"}
# A line that a tool wraps in the middle of a secret would tell both halves.
_UNWRAPPED: Final = {"COLUMNS": "10000"}


def without_credentials(environ: Mapping[str, str]) -> dict[str, str]:
    """An environment for whatever need not know the credentials of an index."""
    return {name: value for name, value in environ.items() if name not in _CREDENTIALS}


def run(
    command: Sequence[object],
    doing: str,
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    secrets: Collection[str] = (),
    seconds: float = _SECONDS,
) -> str:
    """Run a tool to its end.

    Args:
        command: The program and its arguments, none of which may be a secret: other users can see them.
        doing: What it is run for, as in "build the archives".
        cwd: Where to run it.
        env: What to add to the environment, which is ours without the credentials of an index.
        secrets: What is replaced by stars in everything that is returned or raised.

        seconds: How long it may take, with whatever it starts.

    Returns:
        What it printed, the end of it where that was more than 5 MB.

    Raises:
        GeneratorError: It is not there, is late, or failed; the message ends with what it said last.
    """
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env={**without_credentials(os.environ), "NO_COLOR": "1", **_UNWRAPPED, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise GeneratorError(f"cannot {doing}: {command[0]} does not run ({error.strerror}).") from None
    printed, late = _read(process, seconds)
    # What stands where the rest was cut off can be the half of a secret, which is not known for one.
    said = redacted(_COLOURS.sub("", printed.decode("utf-8", "replace")), secrets)[_MARGIN - _OUTPUT :]
    said = printable(said)
    if late:
        raise GeneratorError(f"cannot {doing}: it did not end within {seconds:g} seconds; try again.")
    if process.returncode != 0:
        lines = [line.rstrip()[:_LONGEST] for line in said.splitlines() if line.strip()]
        tail = "\n  ".join(lines[-_LAST_LINES:]) or f"exit status {process.returncode}"
        raise GeneratorError(f"cannot {doing}:\n  {tail}")
    return said


def _read(process: subprocess.Popen[bytes], seconds: float) -> tuple[bytes, bool]:
    """What a process prints until it ends, and whether it was ended for being late."""
    printed, late = bytearray(), threading.Event()

    def stop() -> None:
        late.set()
        end(process)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    with process:
        try:
            while chunk := process.stdout.read1(_CHUNK):  # type: ignore[union-attr]  # it is a pipe
                printed += chunk
                # An error quotes what tools say last; an index can make one repeat whatever it answered.
                if len(printed) > 2 * _OUTPUT:
                    del printed[:-_OUTPUT]
        except BaseException:
            end(process)
            raise
        finally:
            timer.cancel()
    return bytes(printed), late.is_set()


def redacted(text: str, secrets: Collection[str]) -> str:
    """`text` with each of the secrets replaced by stars, the longest first."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, "****")
    return text
