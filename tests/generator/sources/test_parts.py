"""The other files of a document in several: fetched with it, pinned with it, and read by every command."""

import json

import pytest

from sdkwright import pipeline
from sdkwright.cli import arguments
from sdkwright.errors import GeneratorError
from sdkwright.files import NotReadError
from sdkwright.sources import fetch, fetching, parts, read_lock, receive
from sdkwright.sources.config import read_sources
from sdkwright.sources.download import Download
from sdkwright.sources.lock import UrlOrigin, digest
from sdkwright.sources.npm import Package, Tarball
from tests.generator.checkout import declare

SOURCES = """
default = "vendor"
allow_reference_origins = ["https://schemas.example"]
[sources.vendor]
url = "https://h.example/v1/open%20api.json?token=hunter2"
[sources.package]
npm = "things"
version = "1.0.0"
path = "api/open api.json"
[sources.draft]
file = "doc/open api.json"
"""
ORDER = {"type": "object", "properties": {
    "line": {"$ref": "../line.json"}, "self": {"$ref": "../open%20api.json#/components/schemas/Order"},
}}  # fmt: skip
LINE = {"type": "string"}
FOREIGN = {"type": "integer"}


def document(*references):
    """A document whose operation answers what the references lead to, one property each."""
    properties = {f"p{number}": {"$ref": reference} for number, reference in enumerate(references)}
    schema = {"type": "object", "properties": properties}
    answer = {"description": "OK", "content": {"application/json": {"schema": schema}}}
    return encoded({
        "openapi": "3.0.0", "info": {"title": "T", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": answer}}}},
        "components": {"schemas": {"Order": {"$ref": "schemas/order.json"}}},
    })  # fmt: skip


def encoded(value):
    return json.dumps(value).encode()


WHOLE = document("#/components/schemas/Order", "schemas/order.json#/properties/line", "https://schemas.example/f.json")
PARTS = {
    "schemas/order.json": encoded(ORDER),
    "line.json": encoded(LINE),
    "https://schemas.example/f.json": encoded(FOREIGN),
}


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Answers from memory for each kind of source; the addresses that were asked for."""
    found = []
    served = {
        "https://h.example/v1/open%20api.json?token=hunter2": WHOLE,
        "https://schemas.example/f.json": encoded(FOREIGN),
    }
    served |= {f"https://h.example/v1/{name}": data for name, data in PARTS.items() if "://" not in name}

    def download(source, *, held, way_out):
        found.append(source.url)
        return Download(served[source.url], UrlOrigin(url=source.url))

    def fetch_tarball(source, folder, *, way_out):
        (folder / "p.tgz").write_bytes(b"the tarball")
        return Tarball(folder / "p.tgz", "sha512-AA==", "1")

    def read_member(tarball, source, *, way_out):
        name = source.path.removeprefix("api/")
        if name not in PARTS:
            raise GeneratorError("it is not there")
        return PARTS[name]

    for module in (fetching, parts):
        monkeypatch.setattr(module, "download", download)
    monkeypatch.setattr(fetching, "fetch_package", lambda source, *, way_out: Package(WHOLE, "sha512-AA==", "1"))
    monkeypatch.setattr(parts, "fetch_tarball", fetch_tarball)
    monkeypatch.setattr(parts, "read_member", read_member)
    return found


@pytest.fixture
def project(tmp_path):
    made = declare(tmp_path / "checkout")
    made.sources.write_text(SOURCES, encoding="utf-8")
    folder = made.root / "doc"
    files = {name: data for name, data in PARTS.items() if ":" not in name} | {"open api.json": WHOLE}
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return made


def run(project, source="vendor", **options):
    said = []
    fetch(project, source=source, file=None, update=options.pop("update", False), say=said.append)
    return said


@pytest.mark.parametrize("source", ["vendor", "package", "draft"])
def test_they_come_with_the_document_and_are_pinned_like_it(project, asked, source):
    said = run(project, source)
    lock = read_lock(project)
    assert lock.parts == {name: digest(data) for name, data in sorted(PARTS.items())}
    assert said[-1].startswith("Stored and pinned: 1 operations, ")
    assert "in 4 files" in said[-1]
    assert {(project.parts / parts.stored(name)).read_bytes() for name in PARTS} == {*PARTS.values()}
    upstream = pipeline.read_upstream(project)
    assert upstream.told == ()
    assert upstream.sha256 == lock.whole != lock.sha256
    assert receive(project, source=source, file=None).upstream("name").document == upstream.document
    assert set(upstream.document["components"]["schemas"]) == {"Order", "line", "f"}
    # What lets the document be read is not shown to whoever has the rest.
    assert [url for url in asked if "hunter2" in url] == [url for url in asked if url.endswith("hunter2")]
    assert run(project, source)[-1].startswith("Unchanged: ")


def test_one_that_changes_is_a_change_of_the_document(project, asked):
    run(project, "draft")
    before = pipeline.read_upstream(project).sha256
    (project.root / "doc/line.json").write_bytes(encoded({"type": "number"}))
    with pytest.raises(GeneratorError, match=r"is not the pinned one .*; nothing was written"):
        run(project, "draft")
    assert pipeline.read_upstream(project).sha256 == before
    assert run(project, "draft", update=True)[-1].startswith("Updated:")
    assert pipeline.read_upstream(project).sha256 != before


def test_one_that_is_none_any_more_goes(project, asked):
    run(project, "draft")
    (project.root / "doc/schemas/order.json").write_bytes(encoded({"type": "string", "properties": {"line": {}}}))
    run(project, "draft", update=True)
    left = [path.name for path in project.parts.rglob("*") if path.is_file() and path.suffix == ".json"]
    assert left == ["order.json"]


@pytest.mark.parametrize("change", ["other", "missing", "link"])
def test_what_is_not_as_pinned_is_refused_and_restored(project, asked, change):
    run(project, "draft")
    part = project.parts / "line.json"
    part.unlink()
    if change == "other":
        part.write_bytes(b"{}")
    elif change == "link":
        part.symlink_to(project.root / "doc/line.json")
    with pytest.raises(GeneratorError, match=r"^spec/upstream/line\.json.* restore both from version control"):
        pipeline.read_upstream(project)
    part.unlink(missing_ok=True)
    assert run(project, "draft")[-1].startswith("Restored spec/upstream.json")
    assert pipeline.read_upstream(project).told == ()


def test_an_origin_that_is_not_allowed_is_not_asked(project, asked):
    project.sources.write_text(SOURCES.replace("https://schemas.example", "https://other.example"), encoding="utf-8")
    said = run(project)
    assert [line for line in said if "not followed" in line] == [
        (
            "  not followed: GET /a response.p2: refers to https://schemas.example/f.json, which is of an origin that "
            "`allow_reference_origins` in spec/sources.toml does not list"
        )
    ]
    assert "https://schemas.example/f.json" not in asked
    told = pipeline.read_upstream(project).told
    assert told[0][0] == "GET /a response.p2"


@pytest.mark.parametrize("origin", ["http://a.example", "https://a.example/path", "a.example", "https://u:p@a.example"])
def test_an_origin_is_a_host_by_https(project, origin):
    project.sources.write_text(SOURCES.replace("https://schemas.example", origin), encoding="utf-8")
    with pytest.raises(GeneratorError, match="allow_reference_origins"):
        read_sources(project)


def test_what_nothing_pins_lies_in_its_folder_or_beside_the_document(project, tmp_path):
    project.sources.unlink()
    project.upstream.write_bytes(document("schemas/order.json#/properties/line"))
    assert len(pipeline.read_upstream(project).told) == 2
    for name, data in PARTS.items():
        for folder in (project.spec, project.parts) if ":" not in name else ():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
    by_folder = pipeline.read_upstream(project)
    assert "line" in by_folder.document["components"]["schemas"]
    assert arguments.read(project.root / "doc" / "open api.json").document["components"]["schemas"].keys() >= {"line"}


def test_a_package_that_is_another_one_now_is_refused(project, asked, monkeypatch):
    read = parts.received(project, read_sources(project).by_name["package"], (), "sha512-BB==", way_out="wait")
    with pytest.raises(GeneratorError, match="the package is another one now"):
        read("line.json", 100)
    with pytest.raises(NotReadError, match="is of an origin"):
        read("https://a.example/x", 100)
