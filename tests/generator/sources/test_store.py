"""Writing two files that belong together: both or none."""

import errno
import os
from pathlib import Path

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.sources import store
from tests.generator.checkout import declare


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return declare(tmp_path)


def tree(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.spec.iterdir() if path.name != "sdk.toml"}


def both(project: Project, mark: bytes) -> list[tuple[Path, bytes]]:
    return [(project.upstream, b"document " + mark), (project.lock, b"lock " + mark)]


def test_it_writes_both_and_leaves_nothing_else(project):
    store.replace_files(project, both(project, b"1"))
    store.replace_files(project, both(project, b"2"))
    assert tree(project) == {"upstream.json": b"document 2", "envoice.lock": b"lock 2"}


@pytest.mark.parametrize("existing", [True, False])
@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_full_disk_leaves_both_as_they_were(project, monkeypatch, existing, fails_at):
    if existing:
        store.replace_files(project, both(project, b"1"))
    before, calls = tree(project), []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == fails_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        GeneratorError, match=r"spec/upstream.json and spec/envoice.lock: could not be written \(No space"
    ):
        store.replace_files(project, both(project, b"2"))
    assert tree(project) == before


@pytest.mark.parametrize("existing", [True, False])
@pytest.mark.parametrize("fails_at", ["upstream.json", "envoice.lock"])
def test_a_replacement_that_fails_is_undone(project, monkeypatch, existing, fails_at):
    if existing:
        store.replace_files(project, both(project, b"1"))
    before, replace = tree(project), Path.replace

    def stubborn(self: Path, target: Path) -> Path:
        if target.name == fails_at:
            raise PermissionError(errno.EACCES, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stubborn)
    with pytest.raises(GeneratorError, match=r"Permission denied.*they are as they were"):
        store.replace_files(project, both(project, b"2"))
    assert tree(project) == before


def test_an_undoing_that_fails_says_so(project, monkeypatch):
    store.replace_files(project, both(project, b"1"))
    replace, calls = Path.replace, []

    def once(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) > 1:
            raise OSError(errno.EIO, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", once)
    with pytest.raises(GeneratorError, match=r"only half written.*restore them from version control"):
        store.replace_files(project, both(project, b"2"))
    assert sorted(tree(project)) == ["envoice.lock", "upstream.json"]
