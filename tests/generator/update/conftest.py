"""A checkout to update, and a later document that brings something, needs names and takes something away."""

import io
import json
import shutil
from pathlib import Path

import attrs
import pytest

from sdkwright import documents
from sdkwright.project import Project
from sdkwright.report import Report
from sdkwright.tree import disk
from sdkwright.update import Wishes, update
from sdkwright.verify import types
from tests.generator.checkout import ROOT, contents
from tests.generator.update.memory import Memory
from tests.generator.update.revision import later


@attrs.frozen
class Checkout:
    """A checkout of its own.

    Attributes:
        project: It.
        new: The later document, in a file outside of it.
    """

    project: Project
    new: object

    @property
    def contents(self):
        return contents(self.project.root)

    def write(self, document):
        self.new.write_text(json.dumps(document), encoding="utf-8")

    @property
    def upstream(self):
        return documents.load(self.project.upstream.read_bytes(), name="upstream.json")


def _copied(made, folder):
    root = folder / "checkout"
    shutil.copytree(made, root)
    samples = shutil.ignore_patterns("test_*.py", "fail", "__pycache__")
    shutil.copytree(ROOT / "tests" / "typing", root / "tests" / "typing", ignore=samples)
    (root / "tests" / "test_it.py").write_text("def test_it():\n    assert True\n", encoding="utf-8")
    (root / "docs" / "changes").mkdir(parents=True)
    copy = Checkout(Project(root), folder / "later.json")
    copy.write(later(copy.upstream))
    return copy


@pytest.fixture
def checkout(made, tmp_path):
    return _copied(made, tmp_path)


@pytest.fixture
def report():
    return Report(out=io.StringIO())


def leave_out_the_type_checkers(monkeypatch):
    """From here on."""
    for name in ("_mypy", "pyright"):
        monkeypatch.setattr(f"sdkwright.verify.types.{name}", lambda *_, **__: [])
    monkeypatch.setattr("sdkwright.diff.compare.compare_callers", lambda *_: [])


def leave_out_what_was_judged_before(monkeypatch):
    """From here on pyright judges of a package what differs from the committed one: the rest takes it a minute."""
    whole, committed = types.pyright, ROOT / "generated"

    def pyright(root, samples, *, package="", modules=0):
        names = {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / package).rglob("*.py")}
        before = {path.relative_to(committed).as_posix(): path.read_bytes() for path in committed.rglob("*.py")}
        changed = [name for name, text in names.items() if package and before.get(name) != text]
        assert len(names) >= modules
        assert bool(changed) == bool(package)
        return whole(root, [*changed, *samples])

    monkeypatch.setattr(types, "pyright", pyright)


@pytest.fixture
def unjudged(monkeypatch):
    """Leaves the type checkers out, which have nothing to do with what is tried and take most of the time."""
    leave_out_the_type_checkers(monkeypatch)


@attrs.frozen
class DryRun:
    """An update of which nothing is remembered, with every stage done in full but for what the type checkers say.

    Attributes:
        comparison: What it gives.
        said: What it prints.
        before: The files of the checkout before it.
        after: The files after it.
        known: What mypy found in its folder of what it knew of the checkout.
        memory: What it has computed.
    """

    comparison: object
    said: str
    before: dict
    after: dict
    known: list
    memory: Memory


@pytest.fixture(scope="session")
def dry_run(made, tmp_path_factory):
    """The update that the others remember."""
    copy, out, known, memory = _copied(made, tmp_path_factory.mktemp("dry-run")), io.StringIO(), [], Memory()
    place = Path("3.11", "envoice.data.json")
    disk.write(copy.project.generated / ".mypy_cache" / place, b"known")
    before = copy.contents

    def mypy(_root, cache, _names, _needy):
        known.append(disk.read(cache / place))
        disk.write(cache / place, b"known since")
        return []

    with pytest.MonkeyPatch.context() as monkeypatch:
        leave_out_the_type_checkers(monkeypatch)
        monkeypatch.setattr("sdkwright.verify.types._mypy", mypy)
        memory.put_in(monkeypatch)
        wishes = Wishes(file=copy.new, accept_names=True, dry_run=True, tests=None)
        comparison = update(copy.project, wishes, Report(out=out))
    return DryRun(comparison, out.getvalue(), before, copy.contents, known, memory)


@pytest.fixture
def remembered(unjudged, dry_run, monkeypatch):
    """Leaves out the type checkers, and what was computed of the same files before: the tests try what is around it."""
    dry_run.memory.put_in(monkeypatch)
