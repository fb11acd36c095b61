"""The lock: what it holds, that it survives the way to disk and back, and that it notices another document."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.sources.lock import FileOrigin, Lock, NpmOrigin, UrlOrigin, digest, read_lock, validator
from tests.generator.checkout import declare

DATA = b'{"openapi": "3.0.0"}'


def make(origin: UrlOrigin | NpmOrigin | FileOrigin) -> Lock:
    return Lock(
        source="vendor",
        origin=origin,
        fetched_at=datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC),
        sha256=digest(DATA),
        size=len(DATA),
        openapi="3.0.0",
        title='A "title" \U0001f40d',
        version="v1",
        operations=61,
        schemas=110,
        tools={"ruff": "1"},
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return declare(tmp_path)


@pytest.mark.parametrize(
    "origin",
    [
        UrlOrigin(url="https://h/x", etag='W/"1"', last_modified="Tue, 01 Jan 2030 00:00:00 GMT"),
        UrlOrigin(url="https://h/x"),
        NpmOrigin(name="n", version="1.0.0", path="a.json", integrity="sha512-AA=="),
        FileOrigin(path="a.yaml"),
    ],
)
def test_it_survives_the_way_to_disk_and_back(project, origin):
    lock = make(origin)
    project.lock.write_bytes(lock.encode())
    assert read_lock(project) == lock
    assert read_lock(project).encode() == lock.encode()


def test_it_is_readable_by_people():
    text = make(FileOrigin(path="a.yaml")).encode().decode()
    assert '  "fetched_at": "2025-01-02T03:04:05Z",\n' in text
    assert '  "bytes": 20,\n' in text
    assert '    "kind": "file",\n' in text
    assert text.endswith("}\n")


def test_it_knows_its_document_and_no_other():
    lock = make(FileOrigin(path="a"))
    lock.verify(DATA, name="spec/envoice.lock")
    with pytest.raises(GeneratorError, match=r"spec/upstream.json: its sha256 is .* `nox -s fetch -- --update`"):
        lock.verify(DATA + b" ", name="spec/envoice.lock")


def test_a_missing_lock_says_how_to_get_one(project):
    with pytest.raises(GeneratorError, match=r"spec/envoice.lock: missing; fetch a document with `nox -s fetch`"):
        read_lock(project)


def test_an_unreadable_lock_is_a_sentence(project):
    project.lock.mkdir()
    with pytest.raises(GeneratorError, match=r"spec/envoice.lock: cannot be read"):
        read_lock(project)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sha256", "0" * 63),
        ("sha256", "G" * 64),
        ("fetched_at", "2025-01-02T03:04:05"),
        ("origin", {"kind": "ftp"}),
        ("origin", {"kind": "url", "url": "https://h/", "etag": "a\r\nx-evil: 1"}),
        ("origin", {"kind": "url", "url": "https://h/", "etag": "caf\u00e9"}),
        ("surprise", 1),
    ],
)
def test_a_lock_with_something_else_in_it_is_refused(project, key, value):
    content = msgspec.json.decode(make(FileOrigin(path="a")).encode())
    project.lock.write_bytes(msgspec.json.encode(content | {key: value}))
    with pytest.raises(GeneratorError, match=r"spec/envoice.lock: not a lock that we wrote"):
        read_lock(project)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"<<<<<<< HEAD\n"])
def test_a_lock_that_is_not_json_is_refused(project, data):
    project.lock.write_bytes(data)
    with pytest.raises(GeneratorError, match=r"spec/envoice.lock: not a lock that we wrote"):
        read_lock(project)


@pytest.mark.parametrize("header", [None, "", " ", "a\nb", "caf\u00e9", "x" * 2000])
def test_a_header_that_cannot_be_sent_back_is_not_kept(header):
    assert validator(header) is msgspec.UNSET


def test_a_header_that_can_be_sent_back_is_kept():
    assert validator('W/"a b"') == 'W/"a b"'
