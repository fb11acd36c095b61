"""Runs a project's tests in a copy of it."""

import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Final

from sdkwright.errors import GeneratorError
from sdkwright.project import Project

_TAIL: Final = 40
_NO_TESTS: Final = 5
"""The status of pytest where it has found no test."""


def run_tests(aside: Project, arguments: Sequence[str], *, because: str) -> str:
    """Run the tests.

    Args:
        aside: The copy.
        arguments: What to give to pytest; nothing for all.
        because: What is new, as in "the new document".

    Returns:
        What pytest says last.

    Raises:
        GeneratorError: pytest is not installed, or a test fails.
    """
    if find_spec("pytest") is None:
        raise GeneratorError("pytest is not installed here; install it, or leave the tests out: --no-tests.")
    workers = ["--numprocesses=auto"] if find_spec("xdist") is not None else []
    command = [sys.executable, "-m", "pytest", "--quiet", *workers, "-p", "no:cacheprovider"]
    done = subprocess.run([*command, *arguments], cwd=aside.root, capture_output=True, text=True, check=False)
    said = f"{done.stderr.rstrip()}\n{done.stdout.rstrip()}".rstrip().splitlines()
    if done.returncode == _NO_TESTS and not arguments:
        return "there are none"
    if done.returncode != 0:
        reasons = "\n  ".join(_reasons(said))
        raise GeneratorError(
            f"the tests do not pass with {because}, so nothing was changed; fix them or what they "
            f"test, or run them apart with --no-tests:\n  {reasons}"
        )
    return said[-1].strip("= ") if said else "passed"


def _reasons(said: list[str]) -> list[str]:
    """What pytest gives as reasons, wherever they stand, and the end of what it prints."""
    written = [line for line in said if line.strip()]
    head, tail = written[:-_TAIL], written[-_TAIL:]
    return [*[line for line in head if line.startswith(("E  ", "ERROR", "FAILED", "INTERNALERROR"))][:_TAIL], *tail]
