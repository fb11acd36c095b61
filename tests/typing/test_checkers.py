"""Runs mypy and pyright, both strict, over what must pass and what must fail, and compares line by line.

A line that must be an error ends in `# error: KIND`. Each checker must report there, with one of the codes that stand
for the kind, and nowhere else: an error that is gone fails as much as one that is new.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from sdkwright.project import Project
from tests import judges
from tests.computed import accepted

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
MARKER: Final = re.compile(r"#\s*error: (?P<kind>[a-z-]+)$")
FILES: Final = sorted(
    path.relative_to(HERE).as_posix() for part in ("pass", "fail") for path in HERE.glob(f"{part}/*.py")
)
SAMPLES: Final = ["additions_invoices.py", "usage.py"]

KINDS: Final[dict[str, dict[str, set[str]]]] = {
    "attribute-of-none": {"mypy": {"union-attr"}, "pyright": {"reportOptionalMemberAccess"}},
    "may-be-missing": {"mypy": {"operator"}, "pyright": {"reportOptionalOperand"}},
    "no-such-argument": {"mypy": {"call-arg"}, "pyright": {"reportCallIssue"}},
    "no-such-attribute": {"mypy": {"attr-defined"}, "pyright": {"reportAttributeAccessIssue"}},
    "no-such-operation": {"mypy": {"operator"}, "pyright": {"reportOperatorIssue"}},
    "no-such-protocol": {"mypy": {"attr-defined"}, "pyright": {"reportGeneralTypeIssues"}},
    "not-a-model": {"mypy": {"type-var"}, "pyright": {"reportArgumentType"}},
    "not-awaitable": {"mypy": {"misc"}, "pyright": {"reportGeneralTypeIssues"}},
    "not-awaited": {"mypy": {"unused-coroutine"}, "pyright": {"reportUnusedCoroutine"}},
    "not-indexable": {"mypy": {"index"}, "pyright": {"reportIndexIssue"}},
    "not-iterable": {"mypy": {"attr-defined"}, "pyright": {"reportGeneralTypeIssues"}},
    "read-only": {"mypy": {"misc"}, "pyright": {"reportAttributeAccessIssue"}},
    "wrong-items": {"mypy": {"arg-type"}, "pyright": {"reportAssignmentType"}},
    "wrong-type": {"mypy": {"arg-type", "list-item"}, "pyright": {"reportArgumentType"}},
    "wrong-value": {"mypy": {"assignment"}, "pyright": {"reportAssignmentType"}},
}
"""By kind and checker, the codes that stand for it."""

Errors = dict[tuple[str, int], set[str]]
"""Codes by file and line."""


def staged(stage: Path) -> Path:
    """Lay out the package as it would be generated now, and the samples beside it."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "generated" / "envoice", stage / "envoice", ignore=ignore)
    for name, path in Project.find(__file__).hand_written_files().items():
        (stage / "envoice" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, stage / "envoice" / name)
    for name in [*FILES, *SAMPLES]:
        (stage / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(HERE / name, stage / name)
    return stage


def mypy(stage: Path) -> Errors:
    """Run mypy on the samples."""
    options = [
        "--strict",
        "--config-file=",
        "--python-version=3.11",
        f"--cache-dir={judges.mypy_cache(stage / '.cache')}",
        "--output=json",
    ]
    done = run(stage, "mypy", *options, *FILES, *SAMPLES)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    errors: Errors = {}
    for line in done.stdout.splitlines():
        report: dict[str, Any] = json.loads(line)
        if report["severity"] == "error":
            errors.setdefault((report["file"], report["line"]), set()).add(report["code"])
    return errors


def pyright(stage: Path) -> Errors:
    """Run pyright on the samples."""
    names = [*FILES, *SAMPLES]
    settings = {"include": names, "exclude": [], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (stage / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = run(stage, "pyright", "--outputjson", "--pythonpath", sys.executable)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] >= len(names)
    errors: Errors = {}
    for item in report["generalDiagnostics"]:
        if item["severity"] == "error":
            file = Path(item["file"]).resolve().relative_to(stage.resolve()).as_posix()
            errors.setdefault((file, item["range"]["start"]["line"] + 1), set()).add(item.get("rule", "syntax"))
    return errors


def run(stage: Path, module: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a checker in the stage."""
    command = [sys.executable, "-m", module, *options]
    return subprocess.run(command, cwd=stage, capture_output=True, text=True, timeout=600, check=False)


def marked(name: str) -> dict[int, str]:
    """The lines of a file that must be errors, and of what kind."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    matches = {number: MARKER.search(line) for number, line in enumerate(lines, 1)}
    return {number: match["kind"] for number, match in matches.items() if match is not None}


def differences(checker: str, reported: Errors) -> list[str]:
    """What a checker reports and should not, should and does not, or reports for another reason than is meant."""
    expected = {(name, line): kind for name in [*FILES, *SAMPLES] for line, kind in marked(name).items()}
    found = [
        f"{file}:{line} is to be an error ({kind}), and is none"
        for (file, line), kind in expected.items()
        if (file, line) not in reported
    ]
    for (file, line), codes in reported.items():
        kind = expected.get((file, line))
        if kind is None or not codes & KINDS[kind][checker]:
            found.append(f"{file}:{line} reports {', '.join(sorted(codes))}, where {kind or 'nothing'} is meant")
    return found


# One test a checker, so that parallel runs do not start both twice.
@pytest.mark.parametrize("checker", [mypy, pyright])
def test_errors_are_where_they_must_be_and_nowhere_else(checker: Callable[[Path], Errors], tmp_path: Path) -> None:
    """In both directions, for the reason that is meant, and none in the package itself."""
    stage = staged(tmp_path)

    def judge() -> None:
        assert differences(checker.__name__, checker(stage)) == []

    files = {path.relative_to(stage).as_posix(): path for path in stage.rglob("*.py")}
    accepted(f"{checker.__name__}-of-the-samples", judge, {"how": Path(__file__)} | files)


def test_what_must_fail_is_marked_and_every_kind_is_shown() -> None:
    """A file without a marker, or a kind that no line has, proves nothing."""
    assert {name for name in FILES if marked(name)} == {name for name in FILES if name.startswith("fail/")}
    assert {kind for name in FILES for kind in marked(name).values()} == KINDS.keys()


def test_a_difference_in_either_direction_is_told() -> None:
    """The comparison can fail."""
    everything = {(name, line): KINDS[kind]["mypy"] for name in FILES for line, kind in marked(name).items()}
    assert differences("mypy", everything) == []
    first, *_ = everything
    meant = marked(first[0])[first[1]]
    assert "is to be an error" in differences("mypy", {at: codes for at, codes in everything.items() if at != first})[0]
    assert "where nothing is meant" in differences("mypy", everything | {("usage.py", 1): {"misc"}})[0]
    assert f"where {meant} is meant" in differences("mypy", everything | {first: {"valid-type"}})[0]
