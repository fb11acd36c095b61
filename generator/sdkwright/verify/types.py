"""Judges the package and a typed program on its surface by mypy and pyright, both strict, at the same time.

What they have accepted is not judged again.
"""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

import attrs

from sdkwright.config.values import listed
from sdkwright.verify.accepted import digest, is_accepted, remember
from sdkwright.verify.optional import in_need
from sdkwright.verify.staged import Problem, Staged, Verdict, shorten

_OF_ABSENT: Final = ("import-not-found", "no-any-return", "untyped-decorator", "unused-ignore")
"""What mypy finds wrong with those that use a library that is not installed: all of it is of any type."""
_TIMEOUT: Final = 600.0  # seconds
_PYTHON: Final = "3.11"
_MYPY_LINE: Final = re.compile(r"(?P<file>[^:]+):(?P<line>\d+): error: (?P<what>.*)")
_INSTALL: Final = "install it, or leave the type checkers out this time: --skip-types"


def judge(staged: Staged) -> Verdict:
    """Judge the staged package together with the project's usage samples, if it has any."""
    package = staged.project.name
    if importlib.util.find_spec("mypy") is None:
        return Verdict([Problem("mypy", f"is not installed; {_INSTALL}")], "")
    # Modules that import what only some callers have are judged where that is installed, too.
    needy = in_need(staged.modules)
    # It brings Node, which not every machine that makes a package has.
    both = not needy and importlib.util.find_spec("pyright") is not None
    samples = staged.project.usage_samples() if staged.project.judge_samples else []
    # Copies next to the package: both tools then find the staged package and no other.
    for sample in samples:
        shutil.copyfile(sample, staged.root / sample.name)
    names = [sample.name for sample in samples]
    cache = cache_of(staged)
    state = _state(staged, names, settings=f"{both}\0{sorted(needy)}")
    who = "mypy and pyright, both strict, accept" if both else "mypy, strict, accepts"
    unjudged = "" if both else _unjudged(needy)
    if is_accepted(cache, state):
        before = "mypy and pyright" if both else "mypy"
        return Verdict([], f"{before} accepted it before; nothing that types can see has changed{unjudged}")
    with ThreadPoolExecutor(2) as pool:
        modules = len(staged.modules)
        answers = [pool.submit(_mypy, staged.root, cache, [package, *names], {f"{package}/{name}" for name in needy})]
        if both:
            answers.append(pool.submit(pyright, staged.root, names, package=package, modules=modules))
    folder = staged.project.show(staged.project.usage_sample.parent)
    found = [problem for answer in answers for problem in answer.result()]
    renamed = [
        attrs.evolve(problem, where=f"{folder}/{problem.where}") if problem.where.split(":")[0] in names else problem
        for problem in found
    ]
    if not found:
        remember(cache, state)
    usage = f"{len(names)} usage sample{'s' if len(names) != 1 else ''}"
    return Verdict(renamed, f"{who} {modules - len(needy)} modules and {usage}{unjudged}")


def _unjudged(needy: Mapping[str, set[str]]) -> str:
    """Who did not judge what, and how it would."""
    if not needy:
        return "; pyright did not judge: it comes with sdkwright[pyright]"
    libraries = listed(sorted(set().union(*needy.values())))
    return (
        f"; {len(needy)} that import {libraries}, not installed here, were not judged, and pyright did not judge: "
        "sdkwright[project] brings what both need"
    )


def cache_of(staged: Staged) -> Path:
    """Where mypy keeps what it knows: a place of its own, for a run with other options would throw it away."""
    return staged.project.generated / ".mypy_cache"


def _state(staged: Staged, samples: list[str], *, settings: str) -> str:
    files = [staged.package / name for name in staged.modules] + [staged.root / name for name in samples]
    # How the type checkers are called is written here.
    return digest(staged.root, files, settings=f"{settings}\0{Path(__file__).read_text(encoding='utf-8')}")


def _mypy(root: Path, cache: Path, judged: list[str], needy: Collection[str]) -> list[Problem]:
    options = ["--strict", "--config-file=", f"--python-version={_PYTHON}", f"--cache-dir={cache}"]
    output = ["--no-error-summary", "--hide-error-context", "--no-color-output", "--no-pretty"]
    absent = [f"--disable-error-code={code}" for code in _OF_ABSENT] if needy else []
    done = _run(root, "mypy", *options, *absent, *output, *judged)
    if isinstance(done, Problem):
        return [done]
    matches = [match for line in done.stdout.splitlines() if (match := _MYPY_LINE.fullmatch(line))]
    problems = [
        Problem(f"{match['file']}:{match['line']}", f"mypy: {shorten(match['what'], 300)}")
        for match in matches
        if match["file"] not in needy
    ]
    if done.returncode and not matches:
        return [_broken("mypy", done)]
    return problems


def pyright(root: Path, samples: list[str], *, package: str = "", modules: int = 0) -> list[Problem]:
    """Judge a package, and programs beside it, by pyright, strictly.

    Args:
        root: The folder that holds the package; a configuration is written into it.
        samples: Names of the programs.
        package: The package's name; empty to judge the programs alone.
        modules: Number of modules of the package. Fewer files looked at would be a silent success.
    """
    config = root / "pyrightconfig.json"
    # `exclude` is given because by default pyright passes over folders with a dot in front, as the stage has.
    include = [package, *samples] if package else samples
    settings: dict[str, Any] = {"include": include, "exclude": [], "typeCheckingMode": "strict"}
    # What is kept for a while goes on to be used, by the raw twins of the resources for one.
    settings |= {"pythonVersion": _PYTHON, "reportDeprecated": "none"}
    config.write_text(json.dumps(settings), encoding="utf-8")
    options = ["--project", str(config), "--pythonpath", sys.executable]
    done = _run(root, "pyright", *options, "--outputjson")
    if isinstance(done, Problem):
        return [done]
    try:
        report: dict[str, Any] = json.loads(done.stdout)
        found = [item for item in report["generalDiagnostics"] if item["severity"] == "error"]
        files = report["summary"]["filesAnalyzed"]
    except (ValueError, KeyError, TypeError):
        return [_broken("pyright", done)]
    expected = modules + len(samples)
    if files < expected:
        return [Problem("pyright", f"looked at {files} of {expected} files; fix its configuration")]
    return [_diagnostic(root, item) for item in found]


def _diagnostic(root: Path, item: dict[str, Any]) -> Problem:
    name = str(item.get("file", "")).replace("\\", "/").removeprefix(f"{root.resolve().as_posix()}/")
    line = item.get("range", {}).get("start", {}).get("line", 0) + 1
    return Problem(f"{name}:{line}", f"pyright: {shorten(item.get('message', ''), 300)} [{item.get('rule', 'error')}]")


def _run(root: Path, module: str, *options: str) -> subprocess.CompletedProcess[str] | Problem:
    command = [sys.executable, "-m", module, *options]
    try:
        return subprocess.run(
            command, cwd=root, capture_output=True, text=True, timeout=_TIMEOUT, check=False, encoding="utf-8"
        )
    except subprocess.TimeoutExpired:
        return Problem(module, f"did not end within {_TIMEOUT:.0f} seconds")


def _broken(module: str, done: subprocess.CompletedProcess[str]) -> Problem:
    said = shorten((done.stderr or done.stdout)[-600:], 400)
    hint = " (it fetches its engine at first use, which needs the network once)" if module == "pyright" else ""
    return Problem(module, f"could not run{hint}, status {done.returncode}: {said}; {_INSTALL}")
