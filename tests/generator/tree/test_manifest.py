"""Manifest, comparison and summary of trees."""

import errno
import json
import os
from pathlib import Path

import pytest

from sdkwright import tree
from sdkwright.errors import GeneratorError
from tests.generator.checkout import declare

FACTS = {"spec_sha256": "ab" * 32, "generators": {"one": "1.0", "two": "2.0"}}


@pytest.fixture
def project(tmp_path):
    project = declare(tmp_path)
    (project.package / "resources").mkdir(parents=True)
    (project.package / "models.py").write_text("A = 1\nB = 2\n")
    (project.package / "resources" / "__init__.py").write_text("")
    seal(project.package)
    return project


def seal(package: Path) -> None:
    (package / tree.MANIFEST).write_bytes(tree.build(package, facts=FACTS))


def test_manifest_lists_every_file_but_itself_and_caches(project):
    cache = project.package / "__pycache__"
    cache.mkdir()
    (cache / "models.cpython-311.pyc").write_bytes(b"x")
    contents = json.loads(tree.build(project.package, facts=FACTS))
    assert list(contents["files"]) == ["models.py", "resources/__init__.py"]
    assert contents["inputs"] == FACTS
    assert contents["files"]["resources/__init__.py"].startswith("e3b0c442")
    assert tree.build(project.package, facts=FACTS) == (project.package / tree.MANIFEST).read_bytes()


def test_an_untouched_tree_is_not_edited(project):
    assert tree.edited(project.package) == []
    tree.refuse_edits(project, force=False)


def test_a_tree_that_is_not_there_is_not_edited(tmp_path):
    assert tree.edited(tmp_path / "nothing") == []


def _change(package):
    (package / "models.py").write_text("A = 1\r\nB = 2\r\n")


def _delete(package):
    (package / "resources" / "__init__.py").unlink()


def _add(package):
    (package / "extra").mkdir()
    (package / "extra" / "notes.txt").write_text("mine")


def _link(package):
    target = package / "models.py"
    moved = package.parent / "elsewhere.py"
    target.rename(moved)
    target.symlink_to(moved)


def _drop_manifest(package):
    (package / tree.MANIFEST).unlink()


def _edit_facts(package):
    manifest = package / tree.MANIFEST
    manifest.write_text(manifest.read_text().replace('"2.0"', '"2.1"'))


def _cut_manifest(package):
    manifest = package / tree.MANIFEST
    manifest.write_bytes(manifest.read_bytes()[:-20])


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (_change, ["models.py (changed)"]),
        (_delete, ["resources/__init__.py (deleted)"]),
        (_add, ["extra/notes.txt (added)"]),
        (_link, ["models.py (changed)"]),
        (_drop_manifest, ["MANIFEST.json (missing)"]),
        (_edit_facts, ["MANIFEST.json (changed)"]),
        (_cut_manifest, ["MANIFEST.json (changed)"]),
        (lambda package: (package / tree.MANIFEST).write_text("[1]"), ["MANIFEST.json (changed)"]),
    ],
)
def test_an_edit_is_noticed_and_refused_unless_forced(project, edit, expected):
    edit(project.package)
    assert tree.edited(project.package) == expected
    with pytest.raises(GeneratorError, match="edited by hand") as caught:
        tree.refuse_edits(project, force=False)
    assert f"\n  generated/envoice/{expected[0]}\n" in str(caught.value)
    assert "overrides/envoice/" in str(caught.value)
    assert "--force" in str(caught.value)
    tree.refuse_edits(project, force=True)


def test_many_edits_are_listed_shortly(project):
    for number in range(14):
        (project.package / f"x{number:02}.py").write_text("")
    with pytest.raises(GeneratorError, match="and 4 more"):
        tree.refuse_edits(project, force=False)


def test_compare_names_every_difference(tmp_path):
    expected, actual = tmp_path / "a", tmp_path / "b"
    for folder in (expected, actual):
        folder.mkdir()
        (folder / "same.py").write_text("1")
        (folder / "other.py").write_text(folder.name)
    (expected / "only.py").write_text("")
    (actual / "stray.txt").write_text("")
    (actual / "__pycache__").mkdir()
    (actual / "__pycache__" / "x.pyc").write_bytes(b"")
    assert tree.compare(expected, actual) == ["only.py (missing)", "other.py (differs)", "stray.txt (stray)"]
    assert tree.compare(expected, expected) == []


def test_changes_count_files_and_lines(project, tmp_path):
    new = tmp_path / "new"
    (new / "resources").mkdir(parents=True)
    (new / "models.py").write_text("B = 2\nC = 3\nC = 3\n")
    (new / "client.py").write_text("D = 4\n")
    found = tree.changes(project.package, new)
    assert (found.added, found.removed, found.changed) == (("client.py",), ("resources/__init__.py",), ("models.py",))
    assert (found.lines_added, found.lines_removed) == (3, 1)
    assert str(found).splitlines() == [
        "1 added, 1 changed, 1 removed; +3 -1 lines",
        "  + client.py",
        "  ~ models.py",
        "  - resources/__init__.py",
    ]


def test_changes_of_nothing(project, tmp_path):
    assert not tree.changes(project.package, project.package)
    assert str(tree.changes(project.package, project.package)) == "no change"
    assert tree.changes(tmp_path / "absent", project.package).added == ("models.py", "resources/__init__.py")


def test_an_unreadable_folder_is_a_sentence(project, monkeypatch):
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("resources"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(GeneratorError, match=r"cannot read the generated tree .*resources\): Permission denied"):
        tree.refuse_edits(project, force=False)
