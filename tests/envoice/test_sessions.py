"""The session `tests` holds a whole run, and no other, to the coverage that pyproject.toml asks for."""

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
