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
