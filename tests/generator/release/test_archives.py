"""The same commit gives the same bytes, wherever and whenever; and nothing that git ignores gets in."""

import json
import os
import subprocess
import sys
import tarfile
import zipfile

import pytest

from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.release import archives as building
from sdkwright.release import bom, inspection
from tests.generator.release.conftest import commit


@pytest.fixture
def quick(monkeypatch, archives):
    """Builds and inspections that take no time; what is tried is what becomes of their files."""

    def copy(project, into, _what):
        made = building.Archives(archives.version, into / archives.wheel.name, into / archives.sdist.name)
        for source, target in zip(archives, made, strict=True):
            target.write_bytes(source.read_bytes())
        return made

    monkeypatch.setattr(building, "_build", copy)
    monkeypatch.setattr(inspection, "inspect", lambda *_: "")
    monkeypatch.setattr(bom, "write", lambda _, path: path.write_text("{}") and "")


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_the_same_commit_gives_the_same_bytes_elsewhere(checkout, archives, tmp_path, monkeypatch):
    """Under another path, umask, time zone, hash seed, time and locale, and with litter that git ignores."""
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    monkeypatch.setenv("PYTHONHASHSEED", "4242")
    monkeypatch.setenv("LC_ALL", "C")
    litter = ["generated/envoice/__pycache__/client.cpython-311.pyc", "generated/envoice/.coverage.x", "dist/old.whl",
              "generated/envoice/.venv/secret.py", "generated/.lock"]  # fmt: skip
    for name in litter:
        path = checkout.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("litter", encoding="utf-8")
    for path in checkout.package.rglob("*.py"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
        path.chmod(0o600)
    kept = os.umask(0o077)
    try:
        again = building._build(checkout, tmp_path / "dist")
    finally:
        os.umask(kept)
    assert again.digests == archives.digests


def test_what_the_archives_hold(archives, home):
    with zipfile.ZipFile(archives.wheel) as wheel:
        modules = {name for name in wheel.namelist() if name.startswith("envoice/")}
        assert {one.date_time for one in wheel.infolist()} == {(2026, 1, 1, 0, 0, 0)}
    package = {path.relative_to(home.generated).as_posix() for path in home.package.rglob("*") if path.is_file()}
    assert modules == {name for name in package if not name.endswith("MANIFEST.json")}
    with tarfile.open(archives.sdist) as sdist:
        assert {one.mtime for one in sdist} == {1767225600}
        assert {(one.uid, one.gid, one.uname, one.gname) for one in sdist} == {(0, 0, "", "")}
    assert archives.wheel.stat().st_size <= 600_000


def test_the_wheel_says_what_it_was_made_from(archives, home, tmp_path):
    code = (
        "import envoice, envoice._build as build, json;"
        "print(json.dumps([envoice.__version__, envoice.__spec_sha256__, build.GENERATORS]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(archives.wheel)},
        capture_output=True,
        check=True,
    )
    version, sha256, generators = json.loads(done.stdout)
    assert version == archives.version
    assert f'"sha256": "{sha256}"' in home.lock.read_text(encoding="utf-8")
    pins = (home.root / "generator" / "pyproject.toml").read_text(encoding="utf-8")
    assert generators
    assert all(f'"{name}=={pin}"' in pins for name, pin in generators.items())


def test_a_build_puts_all_in_place_and_leaves_the_rest(home, tmp_path, report, quick):
    (tmp_path / "kept.txt").write_text("kept", encoding="utf-8")
    made = building.build(home, tmp_path, report)
    names = {path.name for path in tmp_path.iterdir()}
    assert names >= {"kept.txt", *(path.name for path in made), f"envoice-{made.version}.cdx.json"}
    assert not [name for name in names if name.startswith(".")]
    assert all(f"sha256 {digest}  {name}" in report.out.getvalue() for name, digest in made.digests.items())


@pytest.mark.parametrize("stage", ["inspect", "bom", "disk", "interrupt"])
@pytest.mark.parametrize("existed", [True, False])
def test_a_build_that_fails_leaves_the_folder_as_it_was(home, tmp_path, report, quick, monkeypatch, stage, existed):
    into = tmp_path / "dist"
    if existed:
        into.mkdir()
        for name in (f"envoice-{version_of(home)}.tar.gz", "kept.txt"):
            (into / name).write_text("as it was", encoding="utf-8")

    def fail(*_):
        raise {
            "disk": OSError(28, "No space left on device"),
            "interrupt": KeyboardInterrupt,
        }.get(stage, GeneratorError("no"))

    place = {"inspect": (inspection, "inspect"), "bom": (bom, "write")}.get(stage, (building.disk, "write"))
    monkeypatch.setattr(*place, fail)
    with pytest.raises(KeyboardInterrupt if stage == "interrupt" else GeneratorError) as told:
        building.build(home, into, report)
    if stage == "disk":
        assert str(told.value).startswith("disk full: cannot write to")
    assert into.exists() is existed
    if existed:
        assert {path.name: path.read_text() for path in into.iterdir()} == {
            f"envoice-{version_of(home)}.tar.gz": "as it was",
            "kept.txt": "as it was",
        }


def test_a_build_outside_of_a_repository_is_a_sentence(checkout, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (checkout.root / ".git").rename(tmp_path / "away")
    with pytest.raises(GeneratorError, match="a release is made from a git checkout; git log says"):
        building._build(checkout, tmp_path / "dist")


def test_a_build_without_an_index_is_a_sentence(checkout, tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:1/simple/")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    with pytest.raises(GeneratorError, match=r"^cannot build the archives") as told:
        building._build(checkout, tmp_path / "dist")
    assert "package index can be reached" in str(told.value)
    assert "\n" not in str(told.value)


def test_a_broken_project_is_a_sentence(checkout, tmp_path):
    text = checkout.pyproject.read_text(encoding="utf-8")
    checkout.pyproject.write_text(text.replace('license = "MIT"', 'license = "No Such Licence"'), encoding="utf-8")
    commit(checkout.root)
    with pytest.raises(GeneratorError, match=r"^cannot build the archives:[^$]*licen[cs]e"):
        building._build(checkout, tmp_path / "dist")
