"""Calls of callers of former SDKs that lie beside this checkout run as they are, and what does not is told."""

import json
import shutil

import pytest

from tests.apis import projects
from tests.former.__main__ import CASES, LEAST, main
from tests.former.judging import judge

RADIO = projects.FOLDER / "radio_station" / "spec"
CALLS = [
    {"resource": ["shows"], "method": "list", "args": [], "kwargs": {"tags": "('a', 'b')"}},
    {"resource": ["shows"], "method": "retrieve", "args": ["'s1'"], "kwargs": {}},
    {"resource": ["live"], "method": "listen", "args": [], "kwargs": {}},
    {"resource": ["recordings"], "method": "upload", "args": [], "kwargs": {"file": "b'Example data'"}},
    {"resource": ["recordings"], "method": "content", "args": ["'r7'"], "kwargs": {}},
    {"resource": ["shows"], "method": "unheard_of", "args": [], "kwargs": {}},
]


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "radio_former"
    folder.mkdir()
    shutil.copyfile(RADIO / "upstream.json", folder / "openapi.json")
    shutil.copyfile(RADIO / "stainless.yml", folder / "stainless.yml")
    (folder / "calls.json").write_text(json.dumps(CALLS), encoding="utf-8")
    return folder


@pytest.mark.full(reason="it makes a package of its own; `nox -s former` goes the same way")
def test_what_does_not_run_is_told_and_all_else_counts(case, tmp_path):
    verdict = judge(case, tmp_path / "project")
    assert [verdict.counts[f"{what}, right"] for what in ("sync", "async", "requests")] == [5, 5, 12]
    assert verdict.counts["relied"] - verdict.counts["relied, right"] == 10
    assert all("unheard_of" in line for line in verdict.told), verdict.told
    assert len(verdict.told) == 12


def test_without_cases_nothing_is_judged_and_that_is_said(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("tests.former.__main__.CASES", tmp_path)
    monkeypatch.setattr("sys.argv", ["former"])
    assert main() == 0
    assert "nothing was judged" in capsys.readouterr().out


@pytest.mark.full(reason="each makes a package of a large document; `nox -s former` judges them too")
@pytest.mark.parametrize("name", ["apollo", "ogx"])
def test_the_calls_of_published_sdks_run_as_they_are(tmp_path, name):
    if not (CASES / name / "calls.json").is_file():
        pytest.skip("no such case lies beside this checkout")
    verdict = judge(CASES / name, tmp_path / "project")
    assert min(map(verdict.share, ("sync", "async", "requests", "relied"))) >= LEAST, verdict.told
