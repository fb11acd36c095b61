"""What a person sees while the stages run."""

import io
import re

import pytest

from sdkwright.report import Report


def test_a_stage_prints_its_name_result_and_seconds():
    report = Report(io.StringIO())
    with report.stage("normalise") as step:
        assert report.out.getvalue() == ""
        step.result = "61 operations"
    assert re.fullmatch(r"normalise   61 operations {61} +\d+\.\d\d s\n", report.out.getvalue())


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_failing_stage_says_so_and_lets_the_error_through(error):
    report = Report(io.StringIO())
    with pytest.raises(error), report.stage("verify"):
        raise error
    assert report.out.getvalue() == "verify      failed\n"


def test_it_prints_to_standard_output_of_the_moment(capsys):
    Report().say("a line")
    assert capsys.readouterr().out == "a line\n"


def told(report):
    return re.sub(r" +\d+\.\d\d s", "", report.out.getvalue()).split("\n")


def test_a_stage_prints_its_result_and_one_inside_another_its_own():
    report = Report(io.StringIO())
    with report.stage("verify") as outer:
        with report.stage("stubs") as inner:
            inner.result = "2 files"
        outer.result = "sound"
    assert told(report) == ["stubs       2 files", "verify      sound", ""]


def test_what_failed_is_said_once_by_the_stage_that_it_happened_in():
    report = Report(io.StringIO())
    with pytest.raises(ZeroDivisionError), report.stage("verify"), report.stage("stubs"):
        raise ZeroDivisionError
    assert told(report) == ["stubs       failed", ""]


def test_each_failure_is_said():
    report = Report(io.StringIO())
    for name in ("fetch", "verify"):
        with pytest.raises(ZeroDivisionError), report.stage(name):
            raise ZeroDivisionError
    assert told(report) == ["fetch       failed", "verify      failed", ""]
