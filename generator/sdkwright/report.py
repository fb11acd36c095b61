"""What a person sees while the stages run."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import attrs

from sdkwright.text import say


@attrs.define
class Stage:
    """The stage that runs: set `result` to what it achieved, with counts."""

    name: str
    result: str = ""


@attrs.define
class Report:
    """Prints one line a stage: its name, what it achieved and the seconds it took.

    Attributes:
        out: Where to print.
    """

    out: TextIO = attrs.field(factory=lambda: sys.stdout)
    _open: int = attrs.field(default=0, init=False, repr=False)
    _has_failed: bool = attrs.field(default=False, init=False, repr=False)

    @contextmanager
    def stage(self, name: str) -> Iterator[Stage]:
        """Time the block and print its line; a failing stage prints that it failed, and one around it no more."""
        stage = Stage(name)
        started = time.perf_counter()
        self._open += 1
        try:
            yield stage
        except BaseException:
            if not self._has_failed:
                self.say(f"{name:<11} failed")
            self._has_failed = True
            raise
        finally:
            self._open -= 1
            if not self._open:
                self._has_failed = False
        self.say(f"{name:<11} {stage.result:<74} {time.perf_counter() - started:6.2f} s")

    def say(self, text: str) -> None:
        """Print a line at once, also where the output is a pipe."""
        say(text, file=self.out)
