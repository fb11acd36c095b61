"""Judges files as files: plain names, no links, every module compiles without a warning, no object's repr in code."""

import io
import re
import tokenize
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Final

from sdkwright.tree import MANIFEST
from sdkwright.verify.staged import Problem, Staged, Verdict, shorten

_NAME: Final = re.compile(r"[a-z_][a-z0-9_]*")
_FILE: Final = re.compile(rf"{_NAME.pattern}\.py|py\.typed|{re.escape(MANIFEST)}")
# What a template writes that forgot a filter: a Python object in the place of its text.
_LEAK: Final = re.compile(r"object at 0x[0-9a-fA-F]+|\bUntrustedString\b")


def judge(staged: Staged) -> Verdict:
    """Judge every file of the staged package."""
    problems: list[Problem] = []
    package = staged.project.name
    count = lines = 0
    for path in sorted(staged.package.rglob("*")):
        name = path.relative_to(staged.package).as_posix()
        if problem := _misplaced(path):
            problems.append(Problem(f"{package}/{shorten(name)}", problem))
        elif path.suffix == ".py":
            data = path.read_bytes()
            count, lines = count + 1, lines + data.count(b"\n")
            problems += compiled(f"{package}/{name}", data)
            if name not in staged.written_by_hand:
                problems += _leaks(f"{package}/{name}", data.decode(errors="replace"))
    if not count:
        problems.append(Problem(package, "there is no module in it"))
    return Verdict(problems, f"{count} modules, {lines:,} lines compile")


def compiled(name: str, data: bytes) -> list[Problem]:
    """Problems that Python has with a module: syntax, warnings, another encoding than UTF-8."""
    fault = _fault(data)
    return [Problem(f"{name}:{fault[0]}" if fault[0] else name, fault[1])] if fault else []


@lru_cache(maxsize=2048)
def _fault(data: bytes) -> tuple[int, str] | None:
    """What Python says of a module, with its line, or 0 where none is to blame.

    A generation asks this of most modules several times, and most are the same in the next generation.
    """
    try:
        # First, for Python names no line of it, and `tokenize` blames the declaration of an encoding.
        data.decode()
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1, f"is not UTF-8 (byte {error.start}); save it as UTF-8"
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        if encoding != "utf-8":
            return 1, f"declares the encoding {encoding}; only UTF-8 without a mark is ours"
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(data, "module", "exec", dont_inherit=True)
    except SyntaxError as error:
        line = error.lineno or 1
        # Of some errors Python shows the line only where it finds the file.
        text = error.text or "".join(data.decode().splitlines()[line - 1 : line])
        return line, f"{error.msg}: {shorten(text)}"
    except (ValueError, RecursionError, MemoryError, Warning) as error:
        return 0, f"does not compile: {shorten(str(error)) or type(error).__name__}"
    return None


def _misplaced(path: Path) -> str | None:
    if path.is_symlink():
        return "is a link; the tree holds plain files only"
    if path.is_dir():
        return None if _NAME.fullmatch(path.name) else "is not a name for a folder of the package"
    if not path.is_file() or not _FILE.fullmatch(path.name):
        return "is not a name for a file of the package"
    return None


def _leaks(name: str, text: str) -> list[Problem]:
    return [
        Problem(f"{name}:{number}", f"an object's repr leaked into the code: {shorten(line)}")
        for number, line in enumerate(text.splitlines(), start=1)
        if _LEAK.search(line)
    ]
