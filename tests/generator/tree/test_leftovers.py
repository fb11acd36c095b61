"""What killed commands leave behind, and the next one clears away."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.sources import fetch
from sdkwright.sources.store import replace_files
from sdkwright.tree import disk, exclusive, leftovers
from sdkwright.tree.temporary import DAY, host, temporary
from tests.generator.checkout import declare

HERE = Path(__file__).resolve().parents[3]
DOCUMENT = b'{"openapi": "3.0.0", "info": {"title": "T", "version": "1"}, "paths": {}}'
WAITS = """
    import sys, time
    from pathlib import Path
    from sdkwright.project import Project
    from sdkwright.tree import disk
    from sdkwright.tree.temporary import temporary

    def wait(*_):
        print("there", flush=True)
        time.sleep(600)

    place = Path(sys.argv[1])
"""
IN_FETCH = """
    from sdkwright.sources import fetch
    write = disk.write
    disk.write = lambda path, data: (write(path, data), wait() if "envoice.lock" in path.name else None)
    fetch(Project(place), source=None, file=place / "new.json", update=True, say=lambda _: None)
"""
IN_FOLDER = """
    with temporary("envoice-try-", within=place) as folder:
        (folder / "half").write_bytes(b"x")
        wait()
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "new.json").write_bytes(DOCUMENT)
    return declare(tmp_path)


def start(code, place):
    """A process that has come to the middle of its work."""
    command = [sys.executable, "-c", textwrap.dedent(WAITS) + textwrap.dedent(code), str(place)]
    process = subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "there\n"
    return process


def kill(process):
    process.send_signal(signal.SIGKILL) if os.name != "nt" else process.kill()
    process.communicate(timeout=60)


def parts(project):
    return sorted(path.name for path in project.spec.glob(".*.part"))


def fetched(project):
    return fetch(project, source=None, file=project.root / "new.json", update=True, say=lambda _: None)


def test_the_next_fetch_clears_what_a_killed_one_left(project):
    process = start(IN_FETCH, project.root)
    kill(process)
    expected = [f".{name}.{host()}.{process.pid}.part" for name in ("envoice.lock", "upstream.json")]
    assert parts(project) == expected
    fetched(project)
    assert sorted(path.name for path in project.spec.iterdir()) == ["envoice.lock", "sdk.toml", "upstream.json"]


def test_a_fetch_that_runs_is_left_alone(project):
    process = start(IN_FETCH, project.root)
    try:
        with pytest.raises(GeneratorError, match=rf"another command .* \(process {process.pid}\); wait"):
            fetched(project)
        assert len(parts(project)) == 2
    finally:
        kill(process)


def aged(path, days):
    os.utime(path, (time.time() - days * DAY,) * 2)


@pytest.mark.skipif(os.name == "nt", reason="there nobody can ask whether a process lives")
def test_whose_leftovers_are_dead(project):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    dead = [
        f".upstream.json.{ended.pid}.part",
        f".envoice.lock.{host()}.{os.getppid()}.part",  # the number belongs to another process by now
        ".names.toml.00000000.1.part",
    ]
    kept = [
        f".upstream.json.{os.getppid()}.part",
        ".envoice.lock.00000000.1.part",
        ".upstream.json.part",
        ".other.json.999999.part",
    ]
    for name in dead + kept:
        disk.write(project.spec / name, b"")
    aged(project.spec / ".names.toml.00000000.1.part", 2)
    with exclusive(project):
        assert parts(project) == sorted(kept)


def test_nothing_is_left_by_those_that_end(project):
    replace_files(project, [(project.upstream, b"x"), (project.lock, b"y")])
    disk.replace(project.names, b"z")
    assert parts(project) == []
    assert leftovers.aside(project.names) != leftovers.aside(project.overlay)


def test_a_folder_of_a_killed_process_goes_and_that_of_a_living_one_stays(tmp_path):
    killed, living = start(IN_FOLDER, tmp_path), start(IN_FOLDER, tmp_path)
    try:
        kill(killed)
        assert len(list(tmp_path.iterdir())) == 2
        with temporary("envoice-try-", within=tmp_path) as folder:
            assert list(folder.iterdir()) == []
            assert sorted(path.read_bytes() for path in tmp_path.glob("*/files/half")) == [b"x"]
            assert len(list(tmp_path.iterdir())) == 2
        assert len(list(tmp_path.iterdir())) == 1
    finally:
        kill(living)
    with temporary("envoice-other-", within=tmp_path):
        assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(("name", "days", "stays"), [
    ("envoice-try-00000000-a", 0, True),
    ("envoice-try-00000000-b", 2, False),
    (f"envoice-try-{host()}-just-made", 0, True),
    (f"envoice-try-{host()}-without-lock", 2, False),
])  # fmt: skip
def test_what_cannot_be_asked_for_goes_after_a_day(tmp_path, name, days, stays):
    (tmp_path / name).mkdir()
    aged(tmp_path / name, days)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "envoice-try-link").symlink_to(tmp_path / "elsewhere")
    with temporary("envoice-try-", within=tmp_path):
        assert (tmp_path / name).exists() is stays
        assert (tmp_path / "envoice-try-link").is_symlink()


def test_git_knows_none_of_them():
    names = [
        "spec/.upstream.json.0123abcd.7.part",
        "docs/.session.svg.7.part",
        "out/.sdkwright-aside-0123abcd-x/files/a",
    ]
    command = ["git", "check-ignore", "--no-index", *names]
    done = subprocess.run(command, check=False, cwd=HERE, capture_output=True, text=True)
    if done.returncode == 128:
        pytest.skip("no checkout of git")
    assert done.stdout.split() == names
