"""Runs the tools of a release, and tells in one sentence what one of them refused."""

import os
import re
import subprocess
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

from generator.errors import GeneratorError

_SHOWN: Final = 12
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
) -> str:
    """Run a tool to its end.

    Args:
        command: The program and its arguments, none of which may be a secret: other users can see them.
        doing: What it is run for, as in "build the archives".
        cwd: Where to run it.
        env: What to add to the environment, which is ours without the credentials of an index.
        secrets: What is replaced by stars in everything that is returned or raised.

    Returns:
        What it printed.

    Raises:
        GeneratorError: It is not there, or it failed; the message ends with what it said last.
    """
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env={**without_credentials(os.environ), "NO_COLOR": "1", **_UNWRAPPED, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        raise GeneratorError(f"cannot {doing}: {command[0]} does not run ({error.strerror}).") from None
    said = hidden(_COLOURS.sub("", done.stdout.decode("utf-8", "replace")), secrets)
    if done.returncode != 0:
        lines = [line.rstrip() for line in said.splitlines() if line.strip()]
        shown = "\n  ".join(lines[-_SHOWN:]) or f"exit status {done.returncode}"
        raise GeneratorError(f"cannot {doing}:\n  {shown}")
    return said


def hidden(text: str, secrets: Collection[str]) -> str:
    """`text` with each of the secrets replaced by stars, the longest first."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, "****")
    return text
