"""What is left out of the coverage costs nothing, in workers too."""

import ast
import os
import sqlite3
import sys

import pytest

from tests.envoice.public_api import ROOT
from tests.measured_elsewhere import choose, read
from tests.measuring import _in_turn, children_unmeasured, unmeasured


@pytest.mark.parametrize(("file", "named"), [pair for files in read().values() for pair in files.items()])
def test_what_is_named_as_measured_elsewhere_is_there(file, named):
    def tests(node, before=""):
        for one in ast.iter_child_nodes(node):
            if isinstance(one, ast.ClassDef):
                yield from tests(one, f"{before}{one.name}::")
            elif isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
                yield before + one.name

    there = {*tests(ast.parse((ROOT / file).read_text(encoding="utf-8")))}
    assert there.issuperset(named)


@pytest.mark.no_cover(processes=True)
def test_a_test_that_is_left_out_may_have_its_processes_measured(request):
    assert sys.gettrace() is None
    if request.config.getoption("--cov", default=None):
        assert "COVERAGE_PROCESS_CONFIG" in os.environ


def test_what_is_reached_elsewhere_too_is_chosen(tmp_path):
    data = sqlite3.connect(tmp_path / "data")
    data.executescript(
        "create table context (id, context); create table arc (file_id, context_id, fromno, tono);"
        "insert into context values (0, ''), (1, 'tests/room/test_it.py::TestAll::test_slow[a]|run'),"
        " (2, 'tests/room/test_it.py::test_alone|run'), (3, 'tests/room/test_it.py::test_quick|setup'),"
        " (4, 'tests/runtime/webhooks/test_it.py::test_by_chance|run');"
        "insert into arc values (1, 1, 1, 2), (1, 3, 1, 2), (1, 2, 5, 6), (1, 0, 2, 3), (1, 1, 2, 3),"
        " (2, 4, 1, 2), (2, 0, 1, 2);"
    )
    data.commit()
    data.close()
    report = tmp_path / "report.xml"
    cases = [
        ("tests.room.test_it.TestAll", "test_slow[a]", 2),
        ("tests.room.test_it.TestAll", "test_slow[b]", 2),
        ("tests.room.test_it", "test_alone", 3),
        ("tests.room.test_it", "test_quick", 0.1),
        ("tests.runtime.webhooks.test_it", "test_by_chance", 5),
    ]
    written = "".join(f'<testcase classname="{file}" name="{name}" time="{time}"/>' for file, name, time in cases)
    report.write_text(f"<testsuite>{written}</testsuite>", encoding="utf-8")
    assert choose(tmp_path / "data", report) == ["tests/room/test_it.py::TestAll::test_slow"]


@pytest.mark.no_cover
def test_a_test_that_is_left_out_is_not_traced():
    assert sys.gettrace() is None
    assert "COVERAGE_PROCESS_CONFIG" not in os.environ


def test_what_is_left_out_of_a_test_is_not_traced():
    before = sys.gettrace()
    with unmeasured():
        assert sys.gettrace() is None
        assert "COVERAGE_PROCESS_CONFIG" not in os.environ
    assert type(sys.gettrace()) is type(before)


def test_processes_are_left_out_alone():
    before = sys.gettrace(), os.environ.get("COVERAGE_PROCESS_CONFIG")
    with children_unmeasured():
        assert sys.gettrace() is before[0]
        assert "COVERAGE_PROCESS_CONFIG" not in os.environ
    assert os.environ.get("COVERAGE_PROCESS_CONFIG") == before[1]


@pytest.mark.parametrize(("failures", "asked"), [(0, 1), (3, 4), (5_000, 1_001)])
def test_a_thread_waits_until_it_can_be_traced(failures, asked):
    calls = []

    def settrace(function):
        calls.append(function)
        if len(calls) <= failures:
            raise RuntimeError

    if failures > asked:
        with pytest.raises(RuntimeError):
            _in_turn(settrace)(print)
    else:
        _in_turn(settrace)(print)
    assert calls == [print] * asked
