"""`doctor` says which tools are there, and fails only where one is missing that everything needs."""

import pytest

from sdkwright import cli
from sdkwright.cli import doctor


@pytest.fixture
def run(monkeypatch, capsys):
    def without(*names):
        monkeypatch.setattr(doctor.importlib.util, "find_spec", lambda name: None if name in names else name)
        monkeypatch.setattr(doctor.shutil, "which", lambda name: None if name in names else f"/bin/{name}")
        return cli.main(["doctor"]), capsys.readouterr().out

    return without


def test_all_that_is_there_is_listed(run):
    status, said = run()
    assert status == 0
    assert "missing" not in said
    assert "/bin/npm" in said


def test_what_is_optional_may_be_missing(run):
    status, said = run("pyright", "java")
    assert status == 0
    assert [line.split()[0] for line in said.splitlines() if "missing; get it with" in line] == ["pyright", "java"]


def test_what_everything_needs_may_not(run):
    status, said = run("mypy")
    assert status == 1
    assert "missing and needed; get it with pip install sdkwright" in said
