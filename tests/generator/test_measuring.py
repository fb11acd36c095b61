"""What is left out of the coverage costs nothing, in workers too."""

import os
import sys

import pytest

from tests.measuring import children_unmeasured, unmeasured


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
