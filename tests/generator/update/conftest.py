"""A checkout to update, and a later document that brings something, needs names and takes something away."""

import io
import json
import shutil

import attrs
import pytest

from sdkwright import documents
from sdkwright.project import Project
from sdkwright.report import Report
from tests.generator.checkout import ROOT, contents, make
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


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """What the checkouts are copied from."""
    root = make(tmp_path_factory.mktemp("template") / "checkout")
    samples = shutil.ignore_patterns("test_*.py", "fail", "__pycache__")
    shutil.copytree(ROOT / "tests" / "typing", root / "tests" / "typing", ignore=samples)
    (root / "tests" / "test_it.py").write_text("def test_it():\n    assert True\n", encoding="utf-8")
    (root / "docs" / "changes").mkdir(parents=True)
    return root


@pytest.fixture
def checkout(template, tmp_path):
    root = tmp_path / "checkout"
    shutil.copytree(template, root)
    made = Checkout(Project(root), tmp_path / "later.json")
    made.write(later(made.upstream))
    return made


@pytest.fixture
def report():
    return Report(out=io.StringIO())


@pytest.fixture
def unjudged(monkeypatch):
    """Leaves the type checkers out, which have nothing to do with what is tried and take most of the time."""
    for name in ("_mypy", "pyright"):
        monkeypatch.setattr(f"sdkwright.verify.types.{name}", lambda *_, **__: [])
    monkeypatch.setattr("sdkwright.diff.compare.compare_callers", lambda *_: [])
