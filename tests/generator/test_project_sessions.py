"""The sessions of a project that `new` made: each runs one command, with what stands after `--`."""

import importlib
import os
import sys
import tomllib

import nox
import nox.registry
import pytest

from sdkwright.project import MARK
from tests.envoice.public_api import ROOT


class StoppedError(Exception):
    """A session that ended with an error."""


class Session:
    """Takes the place of nox's, and keeps what it is told to do."""

    def __init__(self, *posargs):
        self.posargs, self.ran, self.installed, self.options = [*posargs], [], [], []

    def run(self, *command, **options):
        self.ran.append(list(command))
        self.options.append(options)

    def install(self, *packages):
        assert not self.ran
        self.installed += packages

    def error(self, said):
        raise StoppedError(said)


@pytest.fixture(scope="module")
def sessions():
    """The module; what other sessions have registered and set with nox stays as it was."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nox.registry, "_REGISTRY", {})
        patch.setattr(nox, "needs_version", "")
        patch.setattr(nox.options, "sessions", None)
        patch.setattr(nox.options, "error_on_external_run", False)
        sys.modules.pop("sdkwright.sessions", None)
        found = importlib.import_module("sdkwright.sessions")
        assert nox.options.sessions == ["generate", "demo"]
        assert nox.options.error_on_external_run
        assert {*nox.registry._REGISTRY} >= {"generate", "demo", "tests", "docs", "build", "publish", "update", "drift"}
        yield found
        del sys.modules["sdkwright.sessions"]


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "spec").mkdir()
    (tmp_path / MARK).write_text('[package]\nname = "harbour"\nclient = "Harbour"\n', encoding="utf-8")
    (tmp_path / "tests" / "typing").mkdir(parents=True)
    (tmp_path / "tests" / "typing" / "usage.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(session, function):
    function.func(session)
    assert all(options["external"] for options in session.options)
    assert {command[0] for command in session.ran} == {sys.executable}
    return [command[1:] for command in session.ran]


@pytest.mark.parametrize(
    "name", ["generate", "demo", "contract", "fetch", "update", "upgrade", "drift", "build", "publish", "release"]
)
def test_a_session_is_the_command_of_its_name_with_what_follows(sessions, name):
    session = Session("--file", "a b.json")
    made = [["-m", "sdkwright", "docs"]] if name == "update" else []
    assert ran(session, getattr(sessions, name)) == [["-m", "sdkwright", name, "--file", "a b.json"], *made]
    assert session.options[0]["env"] == {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}


@pytest.mark.parametrize(
    ("name", "words", "follows"),
    [
        ("generate", [], [[]]),
        ("generate", ["--check"], [["--check"]]),
        ("generate", ["--force", "--skip-types"], [[]]),
        ("generate", ["--into", "elsewhere"], []),
        ("update", ["--dry-run"], []),
    ],
)
def test_the_pages_made_of_code_follow_the_package(sessions, name, words, follows):
    made = [["-m", "sdkwright", "docs", *more] for more in follows]
    assert ran(Session(*words), getattr(sessions, name)) == [["-m", "sdkwright", name, *words], *made]


@pytest.mark.parametrize("path", ["", "elsewhere"])
def test_tests_find_the_package_before_all_else(sessions, project, monkeypatch, path):
    monkeypatch.setenv("PYTHONPATH", path)
    session = Session("-k", "boats")
    assert ran(session, sessions.tests) == [["-m", "pytest", "-k", "boats"]]
    expected = os.pathsep.join([str(project / "generated"), *([path] if path else [])])
    assert session.options[0]["env"] == {"PYTHONPATH": expected}


def test_the_package_and_the_sample_are_typed(sessions, project):
    session = Session()
    package, sample = ran(session, sessions.typing)
    assert package == ["-m", "mypy", "--strict", "--config-file=", "-p", "harbour"]
    assert sample == [*package[:-2], str(project / "tests" / "typing" / "usage.py")]
    assert session.options[0]["env"] == session.options[1]["env"] == {"MYPYPATH": str(project / "generated")}


def test_lint_checks_rules_and_form(sessions):
    assert ran(Session("--fix"), sessions.lint) == [
        ["-m", "ruff", "check", "--fix"],
        ["-m", "ruff", "format", "--check"],
    ]


def test_the_site_is_built_anew_with_pinned_tools(sessions, project):
    (project / "docs" / ".site").mkdir(parents=True)
    (project / "docs" / ".site" / "old.html").write_text("old")
    sessions.docs.func(session := Session())
    staged, built, finished = session.ran
    assert staged == [sys.executable, "-m", "sdkwright", "docs", "--stage"]
    assert built == ["zensical", "build", "--strict", "--clean", "--config-file", "docs/.zensical.toml"]
    assert finished == [sys.executable, "-m", "sdkwright", "docs", "--finish"]
    assert not (project / "docs" / ".site").exists()
    assert all("==" in package for package in session.installed if package != "--quiet")


def test_the_site_is_served_and_takes_nothing_else(sessions, project, monkeypatch):
    (project / "docs" / ".site").mkdir(parents=True)
    following = []

    class Following:
        def __init__(self, command):
            following.append(command)

        def terminate(self):
            following.append("ended")

    monkeypatch.setattr(sessions.subprocess, "Popen", Following)
    sessions.docs.func(session := Session("--serve"))
    assert session.ran[1:] == [["zensical", "serve", "--config-file", "docs/.zensical.toml"]]
    assert following == [[sys.executable, "-m", "sdkwright", "docs", "--follow"], "ended"]
    assert (project / "docs" / ".site").is_dir()
    with pytest.raises(StoppedError, match=r"docs takes --serve, not --port 80\."):
        sessions.docs.func(Session("--serve", "--port", "80"))


def test_a_projects_site_is_built_by_what_builds_ours(sessions):
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    assert {*sessions._SITE} <= {*groups["docs"]}
