"""A document in several files of which only an inner one has changed: drift sees it, and update takes it or nothing."""

import io
import json
import shutil

import pytest

from sdkwright import pipeline
from sdkwright.cli import main
from sdkwright.errors import GeneratorError
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from sdkwright.update import Wishes, update
from tests.generator.checkout import contents

BOAT = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}
ONE = {"description": "One", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Boat"}}}}
FILES = {
    "openapi.json": {
        "openapi": "3.0.3",
        "info": {"title": "Harbour", "version": "1"},
        "servers": [{"url": "https://harbour.example.com"}],
        "paths": {"/boat": {"get": {"tags": ["boats"], "operationId": "getBoat", "responses": {"200": ONE}}}},
        "components": {"schemas": {"Boat": {"$ref": "schemas/boat.json"}}},
    },
    "schemas/boat.json": BOAT,
}


def written(folder, inner=BOAT):
    """The document with another inner file, in a folder of its own; where it begins."""
    for name, document in (FILES | {"schemas/boat.json": inner}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(document), encoding="utf-8")
    return folder / "openapi.json"


def of(**properties):
    return BOAT | {"properties": BOAT["properties"] | properties}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project of the document, generated once."""
    root = tmp_path_factory.mktemp("several-files") / "harbour"
    (root / "spec").mkdir(parents=True)
    (root / MARK).write_text('[package]\nname = "harbour"\nclient = "Harbour"\n', encoding="utf-8")
    assert main(["--project", str(root), "fetch", "--file", str(written(root.parent / "first"))]) == 0
    pipeline.generate(Project(root), Report(out=io.StringIO()), check_types=False)
    return root


@pytest.fixture
def project(made, tmp_path):
    """A copy of its own."""
    shutil.copytree(made, tmp_path / "harbour")
    return Project(tmp_path / "harbour")


def test_a_later_inner_file_is_taken(project, tmp_path, unjudged, capsys):
    same, later = written(tmp_path / "same"), written(tmp_path / "later", of(len={"type": "number"}))
    upstream = project.upstream.read_bytes()
    reading = ["--project", str(project.root), "drift", "--file"]
    assert main([*reading, str(same)]) == 0
    assert "No drift: " in capsys.readouterr().out
    # A field more is safe.
    assert main([*reading, str(later)]) == 3
    assert "Boat.len" in capsys.readouterr().out
    comparison = update(project, Wishes(file=later, tests=None), Report(out=io.StringIO()))
    assert any("Boat.len" in finding.place for finding in comparison.findings)
    assert project.upstream.read_bytes() == upstream
    assert "len" in json.loads((project.parts / "schemas" / "boat.json").read_bytes())["properties"]
    assert "len: " in (project.package / "models.py").read_text(encoding="utf-8")
    assert main([*reading, str(later)]) == 0


def test_a_failure_leaves_everything_as_it_was(project, tmp_path, unjudged, capsys, monkeypatch):
    def refuse(*_args, **_options):
        raise GeneratorError("no stub answers")

    before = contents(project.root)
    later, unread = written(tmp_path / "later", of(len={"type": "number"})), written(tmp_path / "broken")
    (unread.parent / "schemas" / "boat.json").write_text("{", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(pipeline.stubs, "render", refuse)
        with pytest.raises(GeneratorError, match="no stub answers"):
            update(project, Wishes(file=later, tests=None), Report(out=io.StringIO()))
    assert contents(project.root) == before
    with pytest.raises(GeneratorError, match=r"boat\.json"):
        update(project, Wishes(file=unread, tests=None), Report(out=io.StringIO()))
    assert contents(project.root) == before
    assert main(["--project", str(project.root), "drift", "--file", str(unread)]) == 1
    assert "boat.json" in capsys.readouterr().err
