"""What is left out of the coverage costs nothing, in workers too."""

import ast
import os
import sys

import pytest

from tests.envoice.public_api import ROOT
from tests.measured_elsewhere import TESTS
from tests.measuring import _in_turn, children_unmeasured, unmeasured


@pytest.mark.parametrize("file", TESTS)
def test_what_is_named_as_measured_elsewhere_is_there(file):
    def tests(node, before=""):
        for one in ast.iter_child_nodes(node):
            if isinstance(one, ast.ClassDef):
                yield from tests(one, f"{before}{one.name}::")
            elif isinstance(one, ast.FunctionDef):
                yield before + one.name

    there = {*tests(ast.parse((ROOT / file).read_text(encoding="utf-8")))}
    assert there.issuperset(TESTS[file])


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
