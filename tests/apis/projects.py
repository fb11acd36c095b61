"""The projects of this folder, and how a package is made of one."""

import io
from pathlib import Path

import attrs

from sdkwright import pipeline
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from sdkwright.tree import MANIFEST

FOLDER = Path(__file__).parent
NAMES = sorted(path.parents[1].name for path in FOLDER.glob(f"*/{MARK}"))


def make(name, target, *, needs=None):
    """Make the package of a project below a folder, its stubs and its documentation too.

    It carries the rooms that its document needs, or those that are named.

    The type checkers judge all packages together, which takes less time.
    """
    project = attrs.evolve(Project(FOLDER / name), target=target, needs=needs)
    pipeline.generate(project, Report(io.StringIO()), check_types=False)
    return project


def generated(project):
    """The generated modules of the package that was made, by name: neither the runtime's nor the maker's own."""
    hand_written = {*project.hand_written_files(), "py.typed", MANIFEST}
    found = {
        path.relative_to(project.package).as_posix(): path for path in project.package.rglob("*") if path.is_file()
    }
    return {name: found[name].read_bytes() for name in sorted(found.keys() - hand_written) if "__pycache__" not in name}


def expected(name):
    """The generated modules that were accepted, by name."""
    folder = FOLDER / name / "expected"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.py"))}
