"""The sessions: `tests` holds a whole run to its coverage, and `pythons` tests the installed package by itself."""

import re
import runpy
import tomllib

import pytest

from tests.envoice.public_api import ROOT


class Session:
    """Takes the place of nox's, and keeps the commands."""

    def __init__(self, *posargs):
        self.posargs, self.commands = posargs, []

    def run(self, *command, **_options):
        self.commands.append(command)


@pytest.fixture(scope="module")
def noxfile():
    """Load it once: nox registers each session in one place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("PYENV_VERSION", "")
        return runpy.run_path("noxfile.py")


@pytest.fixture
def pytest_arguments(noxfile, monkeypatch):
    monkeypatch.setitem(noxfile["TOOLS"], "python", "python")

    def run(*posargs):
        session = Session(*posargs)
        noxfile["tests"].func(session)
        return session.commands[-1]

    return run


def test_a_whole_run_is_held_to_the_coverage_that_is_asked_for(pytest_arguments):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["coverage"]
    assert 0 < settings["report"]["fail_under"] <= 100
    assert all((ROOT / folder).is_dir() for folder in settings["run"]["source"])
    arguments = pytest_arguments()
    assert "--cov" in arguments
    assert not any("fail-under" in argument for argument in arguments)


def test_a_run_of_some_tests_is_not(pytest_arguments):
    arguments = pytest_arguments("tests/runtime/core/test_client.py", "-x")
    assert "--cov-fail-under=0" in arguments
    assert arguments[-2:] == ("tests/runtime/core/test_client.py", "-x")


READS_THE_GENERATOR = re.compile(r"^\s*(?:from|import) .*\b(?:sdkwright|copies|vendor_document)\b", re.MULTILINE)


def test_what_reads_the_generator_is_left_out_where_it_is_not_installed(noxfile):
    files = {path for folder in noxfile["OF_THE_PACKAGE"] for path in (ROOT / folder).rglob("test_*.py")}
    reading = {path for path in files if READS_THE_GENERATOR.search(path.read_text(encoding="utf-8"))}
    left_out = [ROOT / path for path in noxfile["NEED_THE_GENERATOR"]]
    assert [path for path in reading if not any(path.is_relative_to(place) for place in left_out)] == []
    assert [place for place in left_out if not any(path.is_relative_to(place) for path in reading)] == []
