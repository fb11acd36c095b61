"""The commands `update` and `drift` as a maintainer or a scheduled job runs them."""

import copy
import json
from pathlib import Path

import pytest

from sdkwright import cli
from sdkwright.project import Project
from sdkwright.tree import disk


@pytest.fixture
def run(checkout, monkeypatch, capsys):
    """Runs a command in the checkout and returns its status, what it said and what it complained of."""
    monkeypatch.setattr(Project, "find", classmethod(lambda cls: checkout.project))

    def command(*arguments):
        status = cli.main([str(one) for one in arguments])
        return status, *capsys.readouterr()

    return command


def _moved(document):
    document["paths"]["/api/tax/moved"] = document["paths"].pop("/api/tax/all")


class TestDrift:
    """Nothing of the checkout is written, whatever is found."""

    @pytest.fixture(autouse=True)
    def untouched(self, checkout):
        before = checkout.contents
        yield
        assert checkout.contents == before

    def test_none_is_status_0(self, checkout, run):
        checkout.new.write_bytes(checkout.project.upstream.read_bytes())
        status, said, _ = run("drift", "--file", checkout.new)
        assert status == 0
        assert said.startswith("No drift: ")

    @pytest.mark.parametrize(
        ("change", "status", "shown"),
        [
            (lambda document: document["info"].update(description="Other words."), 3, "unread-changed"),
            (_moved, 4, "operation-moved"),
            (lambda document: document["paths"].pop("/api/client/candelete"), 5, "operation-removed"),
        ],
    )  # fmt: skip
    def test_the_status_says_how_bad_it_is(self, change, status, shown, checkout, run):
        document = copy.deepcopy(checkout.upstream)
        change(document)
        checkout.write(document)
        got, said, _ = run("drift", "--file", checkout.new)
        assert got == status, said
        assert said.startswith("Drift: the source has another document than the pinned one.")
        assert shown in said
        assert said.endswith(f"Take it with `nox -s update -- --file {checkout.new}`.\n")

    def test_a_source_that_cannot_be_asked_is_no_drift(self, checkout, run):
        status, said, error = run("drift", "--file", checkout.new.with_name("none.json"))
        assert status == 1
        assert not said
        assert error.startswith("error: ")
        assert error.count("\n") == 1

    def test_reports_go_where_they_are_asked_for(self, checkout, run, tmp_path):
        status, _, _ = run(
            "drift", "--file", checkout.new, "--json", tmp_path / "drift.json", "--html", tmp_path / "a.html"
        )
        told = json.loads((tmp_path / "drift.json").read_text())
        assert status == 5
        assert told["worst"] == "breaking"
        assert {"operation-added", "operation-removed", "name-missing"} <= {one["rule"] for one in told["findings"]}
        assert "<!doctype html>" in (tmp_path / "a.html").read_text()


class TestReports:
    """That a report cannot be written is told before anything else is done, and never as if nothing had been."""

    @pytest.fixture
    def unwritable(self, request, tmp_path, monkeypatch):
        (tmp_path / "file").touch()
        folder = tmp_path / "folder"
        folder.mkdir()
        if request.param == "forbidden":
            # Whoever runs the tests as root may write anywhere.
            monkeypatch.setattr("os.access", lambda path, _: path not in {folder, tmp_path / "file"})
            return folder / "a.json", f"you may not write in {folder}"
        return {
            "a folder": (folder, "it is a folder"),
            "below a file": (tmp_path / "file" / "a" / "b.json", f"{tmp_path / 'file'} is no folder"),
            "a device": (Path("/dev/null"), "it is no plain file"),
        }[request.param]

    @pytest.mark.parametrize("unwritable", ["a folder", "below a file", "a device", "forbidden"], indirect=True)
    @pytest.mark.parametrize("option", ["--json", "--html", "--markdown"])
    @pytest.mark.parametrize("command", ["update", "drift", "diff"])
    def test_it_is_told_before_the_document_is_fetched(self, command, option, unwritable, checkout, run, monkeypatch):
        monkeypatch.setattr("sdkwright.sources.receive", lambda *_, **__: pytest.fail("it was fetched"))
        before = checkout.contents
        path, why = unwritable
        status, said, error = run(command, option, path)
        assert (status, said) == (1, "")
        assert error == f"error: the report {path} cannot be written: {why}; name another file.\n"
        assert checkout.contents == before

    def test_folders_that_are_missing_are_made(self, checkout, run, tmp_path):
        run("drift", "--file", checkout.new, "--json", tmp_path / "a" / "b" / "drift.json")
        assert json.loads((tmp_path / "a" / "b" / "drift.json").read_text())["worst"] == "breaking"

    @pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
    def test_what_fails_late_does_not_say_that_nothing_was_changed(
        self, checkout, run, remembered, tmp_path, monkeypatch
    ):
        write = disk.write

        def full(path, data):
            if path == tmp_path / "a.json":
                raise OSError(28, "No space left on device")
            write(path, data)

        monkeypatch.setattr(disk, "write", full)
        status, said, error = run(
            "update", "--file", checkout.new, "--accept-names", "--no-tests", "--json", tmp_path / "a.json"
        )
        assert status == 1
        assert "Look at `git diff`, and commit it." in said
        assert error == (
            f"error: the report {tmp_path / 'a.json'} was not written (No space left on device); all else is done.\n"
        )


class TestUpdate:
    def test_it_is_done_with_its_reports(self, checkout, run, remembered, tmp_path):
        before = checkout.contents
        status, said, _ = run(
            *("update", "--file", checkout.new, "--accept-names", "--no-tests"),
            *("--bump", "major", "--markdown", tmp_path / "a.md"),
        )
        assert status == 0
        assert "Version: 0.1.0 -> 1.0.0 (major): major as asked; breaking, by " in said
        assert said.count("Look at `git diff`, and commit it.") == 1
        assert "clients.can_delete" in (tmp_path / "a.md").read_text()
        assert checkout.contents != before

    def test_what_fails_is_a_sentence_and_status_1(self, checkout, run, remembered):
        before = checkout.contents
        status, said, error = run("update", "--file", checkout.new, "--no-tests")
        assert status == 1
        assert "operation-removed" in said
        assert error.startswith("error: 2 things of the new document have no name.")
        assert "Traceback" not in error
        assert checkout.contents == before

    @pytest.mark.parametrize(
        "arguments",
        [("--bump", "huge"), ("--bump", "major", "--version", "1.0.0"), ("--no-tests", "--tests", "a"), ("--nothing",)],
    )
    def test_a_wrong_command_line_is_status_2(self, arguments, run, capsys):
        with pytest.raises(SystemExit) as caught:
            run("update", *arguments)
        assert caught.value.code == 2
        assert "usage: " in capsys.readouterr().err

    @pytest.mark.parametrize("command", ["update", "drift", "diff"])
    def test_the_help_tells_the_statuses(self, command, run, capsys):
        with pytest.raises(SystemExit) as caught:
            run(command, "--help")
        assert caught.value.code == 0
        assert "Exit status: 0 " in " ".join(capsys.readouterr().out.split())


class TestStopped:
    """What stops an update is told early, and its reports are written all the same."""

    def test_the_reports_are_written(self, checkout, run, remembered, tmp_path):
        paths = [tmp_path / name for name in ("a.json", "a.md", "a.html")]
        names = ("--json", "--markdown", "--html")
        options = [one for pair in zip(names, paths, strict=True) for one in pair]
        status, _, error = run("update", "--file", checkout.new, "--no-tests", *options)
        assert status == 1
        assert error.startswith("error: 2 things of the new document have no name.")
        for path in paths:
            assert "clients.can_delete" in path.read_text()
            assert str(checkout.new.parent) not in path.read_text()

    def test_a_path_of_tests_that_is_not_there(self, checkout, run, monkeypatch):
        monkeypatch.setattr("sdkwright.sources.receive", lambda *_, **__: pytest.fail("it was fetched"))
        status, _, error = run("update", "--file", checkout.new, "--tests", "tests/test_ti.py")
        assert status == 1
        assert error == (
            "error: --tests tests/test_ti.py: the checkout has no tests/test_ti.py; name a file or folder of it.\n"
        )
