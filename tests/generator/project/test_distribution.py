"""The generator as a distribution: what its wheel holds, and that it works without its checkout."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest

from sdkwright import carried
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release.generator import GENERATOR, _wheel
from tests.generator.checkout import ROOT, contents, lay_small


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy, so that nothing is left in the checkout."""
    folder = tmp_path_factory.mktemp("distribution")
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        folder,
        folder / "generator",
    ]
    subprocess.run([*command, folder / "generator"], check=True)
    return next(folder.glob("*.whl"))


def problems(wheel):
    with zipfile.ZipFile(wheel) as archive:
        assert len(archive.namelist()) == len({*archive.namelist()})
        return [*_wheel(ROOT / "generator", GENERATOR.version(Project(ROOT)), archive, wheel.name)]


def test_the_wheel_holds_the_package_with_the_runtime_and_weighs_no_more_than_it_may(wheel):
    assert problems(wheel) == []
    assert wheel.stat().st_size <= 1_000_000
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    # Modules that packages carry are carried as one archive, but for the one that the generator imports.
    assert [name for name in names if name.startswith("sdkwright/runtime/")] == ["sdkwright/runtime/testing/_parts.py"]


def changed(wheel, target, change):
    """A copy of the wheel with the members that a function gives back for each."""
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            for kept, data in change(name, old.read(name)):
                new.writestr(kept, data)
    return target


def _other_runtime(data):
    written = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(data)) as old, tarfile.open(fileobj=written, mode="w:bz2") as new:
        for member in [*old][1:]:
            new.addfile(member, old.extractfile(member))
    return written.getvalue()


@pytest.mark.parametrize(
    ("named", "change", "said"),
    [
        ("py.typed", lambda _name, _data: [], "lacks sdkwright/py.typed"),
        ("carried.tar.bz2", lambda _name, _data: [], "lacks sdkwright/carried.tar.bz2"),
        ("carried.tar.bz2", lambda name, data: [(name, _other_runtime(data))], "does not hold what the checkout has"),
        ("errors.py", lambda name, _data: [(name, b"")], "has another sdkwright/errors.py than the checkout"),
        ("errors.py", lambda name, data: [(name, data), ("tests/x.py", b"")], "has tests/x.py, which no user needs"),
        ("METADATA", lambda name, data: [(name, data.replace(b">=3.11", b">=3.13"))], "asks for Python >=3.13"),
        (
            "METADATA",
            lambda name, data: [
                (name, data.replace(b"Requires-Dist: attrs", b"Requires-Dist: pyright\nRequires-Dist: attrs"))
            ],
            "would bring pyright, which belongs to an extra",
        ),
        (
            "METADATA",
            lambda name, data: [(name, data.replace(b"License-Expression: MIT\n", b""))],
            "states no licence",
        ),
    ],
)
def test_a_wheel_that_is_not_as_it_should_be_is_refused(wheel, tmp_path, named, change, said):
    def applied(name, data):
        ours = name == f"sdkwright/{named}" or name.endswith(f".dist-info/{named}")
        return change(name, data) if ours else [(name, data)]

    found = problems(changed(wheel, tmp_path / wheel.name, applied))
    assert [line for line in found if said in line]


def test_a_checkout_without_the_generator_is_refused(tmp_path):
    with pytest.raises(GeneratorError, match=r"has no generator/pyproject\.toml"):
        GENERATOR.version(Project(tmp_path))


def test_what_is_carried_is_as_it_lies_in_the_checkout(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extract("sdkwright/carried.tar.bz2", tmp_path)
    folder = carried.unpacked(tmp_path / "sdkwright" / "carried.tar.bz2")
    assert folder.name == "sdkwright"
    found = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {path.parts[0] for path in found} == {name.partition("/")[0] for name in carried.CARRIED}
    assert {path for path in found if path.suffix == ".jinja"}
    assert found == {path: (carried.FOLDER.parent / path).read_bytes() for path in found}


def test_a_room_that_is_carried_is_found_where_it_is_unpacked(monkeypatch, tmp_path):
    (tmp_path / "stainless").mkdir()
    (tmp_path / "stainless" / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(carried, "_unpacked_once", lambda: tmp_path)
    finder = carried.Rooms()
    assert finder.find_spec("sdkwright.stainless").origin == str(tmp_path / "stainless" / "__init__.py")
    assert finder.find_spec("sdkwright.emit") is None
    monkeypatch.setattr(sys, "meta_path", [])
    monkeypatch.setattr(carried, "_ARCHIVE", tmp_path / "none")
    carried.install()
    assert sys.meta_path == []
    monkeypatch.setattr(carried, "_ARCHIVE", tmp_path / "stainless" / "__init__.py")
    carried.install()
    assert [type(one) for one in sys.meta_path] == [carried.Rooms]
    assert carried.folder("runtime") == tmp_path / "runtime"


@pytest.mark.parametrize("data", [b"", b"no archive", b"BZh91AY&SY"])
def test_a_damaged_archive_is_told_in_a_sentence(tmp_path, data):
    (tmp_path / "carried.tar.bz2").write_bytes(data)
    assert carried.kept(tmp_path / "carried.tar.bz2") is None
    with pytest.raises(GeneratorError, match=r"carried\.tar\.bz2 of the installed sdkwright cannot be unpacked"):
        carried.unpacked(tmp_path / "carried.tar.bz2")


def packed(path, text):
    """An archive with one module of a room, beside what it is unpacked into."""
    with tarfile.open(path, mode="w:bz2") as archive:
        member = tarfile.TarInfo("stainless/__init__.py")
        member.size = len(text)
        archive.addfile(member, io.BytesIO(text))
    return path


def test_an_archive_is_unpacked_once_for_all_processes_with_its_bytecode(tmp_path):
    archive = packed(tmp_path / "carried.tar.bz2", b"x = 1\n")
    folder = carried.kept(archive)
    assert folder.is_relative_to(tmp_path)
    assert (folder / "stainless" / "__init__.py").read_bytes() == b"x = 1\n"
    # Also where modules' bytecode is not written as they are imported.
    assert [*(folder / "stainless" / "__pycache__").glob("*.pyc")]
    (folder / "kept").touch()
    assert carried.kept(archive) == folder
    assert (folder / "kept").exists()


def test_another_archive_takes_away_what_the_earlier_was_unpacked_into_and_what_was_begun(tmp_path):
    old = carried.kept(packed(tmp_path / "carried.tar.bz2", b"x = 1\n"))
    archive = packed(tmp_path / "carried.tar.bz2", b"x = 2\n")
    name = hashlib.sha256(archive.read_bytes()).hexdigest()[:16]
    killed, living = (old.parent.with_name(f"{name}-{number}-aa") for number in (1, 2))
    for begun in (killed, living):
        begun.mkdir()
    os.utime(killed, (0, 0))
    new = carried.kept(archive)
    assert (new / "stainless" / "__init__.py").read_bytes() == b"x = 2\n"
    assert {path.name for path in new.parent.parent.iterdir()} == {name, living.name}


def test_two_processes_may_unpack_at_once(tmp_path, monkeypatch):
    archive = packed(tmp_path / "carried.tar.bz2", b"x = 1\n")
    extract = carried._extract

    def late(*arguments):
        monkeypatch.setattr(carried, "_extract", extract)
        carried.kept(archive)
        extract(*arguments)

    monkeypatch.setattr(carried, "_extract", late)
    folder = carried.kept(archive)
    assert [path.name for path in folder.parent.parent.iterdir()] == [folder.parent.name]


def test_where_nothing_can_be_kept_each_process_unpacks_for_itself(tmp_path, monkeypatch):
    archive = packed(tmp_path / "carried.tar.bz2", b"x = 1\n")
    (tmp_path / "_unpacked").touch()
    assert carried.kept(archive) is None
    monkeypatch.setattr(carried, "_ARCHIVE", archive)
    carried._unpacked_once.cache_clear()
    folder = carried.folder("stainless")
    carried._unpacked_once.cache_clear()
    assert not folder.is_relative_to(tmp_path)
    assert (folder / "__init__.py").read_bytes() == b"x = 1\n"


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_the_installed_generator_makes_the_same_package(wheel, small_made, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    project = tmp_path / "project"
    lay_small(project)
    ran = subprocess.run(
        [sys.executable, "-m", "sdkwright", "generate", "--skip-types"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    assert contents(project) == contents(small_made)
