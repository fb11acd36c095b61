"""Judges a staged package by a program in a Python that sees no other copy of it, beside what is done meanwhile."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs

from sdkwright.verify.staged import Problem, Staged, Verdict, shorten

_ALONE: Final = ("-I", "-B", "-W", "error")


@attrs.define
class Elsewhere:
    """A program that runs on a staged package.

    Attributes:
        seconds: How long it ran, once its verdict is there.
    """

    _package: str
    _what: str
    _process: subprocess.Popen[str] = attrs.field(repr=False)
    _timeout: float
    _read: Callable[[Any], Verdict] = attrs.field(repr=False)
    _thread: threading.Thread = attrs.field(repr=False, init=False)
    _said: tuple[str, str] | None = attrs.field(default=None, repr=False, init=False)
    seconds: float = attrs.field(default=0.0, init=False)

    @classmethod
    def begin(
        cls,
        staged: Staged,
        program: str,
        *arguments: str,
        what: str,
        timeout: float,
        read: Callable[[Any], Verdict],
        options: Sequence[str] = (),
        asked: str = "",
    ) -> "Elsewhere":
        """Begin a program whose first argument is the staging folder.

        Args:
            staged: The tree.
            program: Its text. It prints one JSON value.
            arguments: Its arguments behind the first.
            what: What it does, for messages, as in `importing it`.
            timeout: How many seconds it may take.
            read: Gives the verdict for what it printed.
            options: Options of Python.
            asked: Its input.
        """
        command = [sys.executable, *_ALONE, *options, "-c", program, str(staged.root.resolve()), *arguments]
        # What it does must not depend on what the maintainer's shell happens to hold.
        own = f"{staged.project.environment}_"
        environment = {name: value for name, value in os.environ.items() if not name.startswith(own)}
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment)
        begun = cls(staged.project.name, what, process, timeout, read)
        # By a thread, for a program with much to read or to say would wait until it is asked.
        begun._thread = threading.Thread(target=begun._follow, args=(asked,), daemon=True)
        begun._thread.start()
        return begun

    def _follow(self, asked: str) -> None:
        started = time.perf_counter()
        try:
            self._said = self._process.communicate(asked, timeout=self._timeout)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
        self.seconds = time.perf_counter() - started

    def verdict(self) -> Verdict:
        """The verdict, once the program has ended."""
        self._thread.join()
        if self._said is None:
            return self._problem(f"did not end within {self._timeout:.0f} seconds")
        try:
            answer = json.loads(self._said[0])
        except ValueError:
            said = shorten(self._said[1][-500:] or self._said[0][-500:])
            return self._problem(f"ended with status {self._process.returncode}: {said}")
        return self._read(answer)

    def _problem(self, what: str) -> Verdict:
        return Verdict([Problem(self._package, f"{self._what} {what}")], "")

    def stop(self) -> None:
        """End it; nothing happens where it has ended."""
        self._process.kill()
        self._thread.join()


def verdict_of(answer: Elsewhere | Verdict) -> Verdict:
    """The verdict of a judge, once it is there.

    Args:
        answer: The verdict itself, or the program that comes to it.
    """
    return answer.verdict() if isinstance(answer, Elsewhere) else answer
