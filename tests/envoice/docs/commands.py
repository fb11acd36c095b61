"""Whether a command line of the docs exists: its program, session, option, extra or variable."""

import ast
import contextlib
import importlib
import io
import itertools
import re
import shlex
import sys
import tomllib
from functools import cache

import pytest

from tests.envoice.docs.pages import ROOT, Block

# The sessions of projects that `sdkwright new` makes, which pages on these name.
OF_PROJECTS = "generator/sdkwright/sessions.py"
# Where the `main` of what `python -m` runs is.
MAINS = {"sdkwright": "sdkwright.cli", "envoice": "envoice.cli", "envoice.webhooks": "envoice.webhooks.__main__"}
_PLAIN = {"cd", "git", ".", "source"}


def lines(block: Block) -> list[str]:
    """The command lines of a block: those after `$ ` where there are any, else all."""
    every = [line for line in block.text.splitlines() if line.strip()]
    asked = [line.removeprefix("$ ") for line in every if line.startswith("$ ")]
    return asked or every


def problem(line: str) -> str:
    """What is wrong with a command line; empty if nothing."""
    for part in re.split(r"&&|\|", line):
        words = shlex.split(part, comments=True)
        if words and (said := _problem(words)):
            return f"{part.strip()!r}: {said}"
    return ""


def _problem(words: list[str]) -> str:  # noqa: C901, PLR0911 - one for each kind of command
    program, *rest = words
    if "=" in program:
        # Settings of a service that are no command; those of others are not ours to know.
        program, rest = "export", [word for word in words if word.startswith("ENVOICE_")]
    match program, rest:
        case "export", _:
            unknown = [name for name in (word.partition("=")[0] for word in rest) if name not in variables()]
            return f"{unknown[0]} is read nowhere" if unknown else ""
        case (("python" | "python3"), ["-m", "pip", "install", *packages]):
            return _packages(packages)
        case "pip", ["install", *packages]:
            return _packages(packages)
        case (("python" | "python3"), ["-m", "nox", *arguments]):
            return _nox(arguments)
        case "nox", arguments:
            return _nox(arguments)
        case (("python" | "python3"), ["-m", "venv", _]):
            return ""
        case (("python" | "python3" | ".nox/workshop/bin/python"), ["-m", module, *arguments]):
            return _module(module, arguments)
        case "python", [program, *_] if program.endswith(".py"):
            return "" if (ROOT / "examples" / program).is_file() else f"there is no examples/{program}"
        case "envoice", arguments:
            return _module("envoice", arguments)
        case _ if program in _PLAIN or program == ".ci/run":
            return ""
    return "unknown command"


def _nox(arguments: list[str]) -> str:
    own, _, passed = " ".join(arguments).partition(" -- ")
    words = own.split()
    if words == ["--list"]:
        return ""
    if not words or words[0] != "-s":
        return "say -s SESSION"
    if unknown := [name for name in words[1:] if name not in sessions()]:
        return f"no session {unknown[0]}"
    return _options(words[-1], shlex.split(passed))


def _options(session: str, words: list[str]) -> str:
    text = sessions()[session]
    if f'"sdkwright", "{session}"' in text or f'distributions(session, "{session}")' in text:
        return _module("sdkwright", [session, *words])
    if session == "contract":
        text += "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/contract").glob("*.py"))
    for word in words:
        if word.startswith("-") and word not in text:
            return f"the session {session} has no option {word}"
        if "/" in word and not (ROOT / word).exists():
            return f"there is no {word}"
    return ""


def _module(module: str, words: list[str]) -> str:
    # The generator has commands, and `envoice` has those of resources below them.
    depth = 2 if module == "envoice" else 1
    command = list(itertools.takewhile(re.compile(r"[a-z][a-z-]*").fullmatch, words[:depth]))
    shown = help_of(module, *command)
    if not shown:
        return f"{module} has no command {' '.join(command)}"
    missing = [word for word in words if word.startswith("--") and word.partition("=")[0] not in shown]
    return f"{module} {' '.join(command)} has no option {missing[0]}" if missing else ""


def _packages(words: list[str]) -> str:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    asked = [found[1] for word in words if (found := re.fullmatch(r"envoice\[(\w+)\]", word))]
    return next((f"no extra {extra}" for extra in asked if extra not in extras), "")


@cache
def sessions(file: str = "noxfile.py") -> dict[str, str]:
    """The sessions of the noxfile, or of those of new projects, with their source."""
    source = (ROOT / file).read_text(encoding="utf-8")
    return {
        node.name: ast.get_source_segment(source, node) or ""
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.decorator_list
    }


@cache
def help_of(module: str, *command: str) -> str:
    """What `python -m MODULE COMMAND --help` prints; nothing where there is no such command."""
    shown = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(shown), contextlib.redirect_stderr(None):
        patch.setenv("COLUMNS", "200")
        patch.setattr(sys, "argv", [module, *command, "--help"])
        try:
            status = importlib.import_module(MAINS[module]).main()
        except SystemExit as ended:
            status = ended.code
    return "" if status else shown.getvalue()


@cache
def variables() -> set[str]:
    """The environment variables that the package reads."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "generated").rglob("*.py")]
    return set(re.findall(r'"(ENVOICE_[A-Z_]+)"', "".join(texts)))
