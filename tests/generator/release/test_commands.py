"""The three commands: one sentence on standard error and exit status 1, and what else they promise."""

import os
import subprocess
import sys

import pytest

from sdkwright.cli import main
from sdkwright.project import Project
from tests.generator.checkout import ROOT


def refused(arguments, capsys):
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert told.err.startswith("error: ")
    assert "Traceback" not in told.err
    assert told.out == ""
    return told.err


@pytest.mark.parametrize("option", [["--simple", "https://a.example/"], ["--verify"], ["--built", "dist"]])
def test_what_goes_with_an_index_is_no_rehearsal(option, capsys):
    assert "go with --index" in refused(["publish", *option], capsys)


@pytest.mark.parametrize(
    ("index", "told"),
    [
        ("nowhere", "a section of .pypirc"),
        ("https://me:hunter2@a.example/", "holds credentials"),
        ("http://127.0.0.1:1/", "does not answer"),
    ],
)
def test_a_slip_in_the_index(index, told, capsys):
    said = refused(["publish", "--verify", "--index", index], capsys) if "127" not in index else None
    if said is None:
        assert main(["publish", "--verify", "--index", index]) == 1
        said = capsys.readouterr().err
    assert told in said
    assert "hunter2" not in said


def test_a_release_of_no_version(capsys):
    assert "not of the form 1.2.3" in refused(["release", "--version", "soon"], capsys)


def test_an_interruption_tells_what_there_is_to_tell(monkeypatch, capsys):
    def interrupted(*_, **__):
        raise KeyboardInterrupt("the wheel may have arrived. Run it again.")

    monkeypatch.setattr("sdkwright.release.publish", interrupted)
    assert main(["publish", "--index", "http://127.0.0.1:1/"]) == 130
    assert capsys.readouterr().err == "interrupted; the wheel may have arrived. Run it again.\n"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (None, "The rehearsal went well. Publish with `nox -s publish -- --index ADDRESS`.\n"),
        (
            "new.py",
            (
                "The rehearsal went well, but `nox -s publish -- --index ADDRESS` would be refused now: the checkout "
                "is not as committed, so nobody could make the same again; commit or stash:\n  ?? new.py\n"
            ),
        ),
    ],
)
def test_a_rehearsal_tells_whether_publishing_would_be_refused(change, said, tmp_path, monkeypatch, capsys):
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    if change:
        (tmp_path / change).touch()
    monkeypatch.setattr(Project, "find", classmethod(lambda cls: cls(tmp_path)))
    monkeypatch.setattr("sdkwright.release.rehearse", lambda *_: None)
    assert main(["publish"]) == 0
    assert capsys.readouterr().out == said


@pytest.mark.parametrize("command", ["build", "publish", "release"])
def test_help_needs_no_tools(command):
    done = subprocess.run(
        [sys.executable, "-m", "sdkwright", command, "--help"],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert command in done.stdout
