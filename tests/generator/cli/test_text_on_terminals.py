"""Text of strangers on a terminal."""

import io

import pytest

from sdkwright import cli, pipeline, text
from sdkwright.errors import GeneratorError
from sdkwright.report import Report

STEERING = "a\x1b]0;title\x07\x1b[2J\x9b31m\rb\u202ec\x00"


def test_only_characters_that_steer_are_replaced():
    assert text.printable("Größe\n\t• 5\u00a0€ 日本") == "Größe\n\t• 5\u00a0€ 日本"
    assert text.printable("one\r\ntwo") == "one\ntwo"
    replaced = text.printable(STEERING)
    assert replaced.isprintable()
    assert replaced.startswith("a\N{REPLACEMENT CHARACTER}]0;title")
    assert text.printable("\udc80") == "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("raised", [GeneratorError(STEERING), LookupError(STEERING), KeyboardInterrupt(STEERING)])
def test_no_error_steers_the_terminal(monkeypatch, capsys, raised):
    def fail(*_args, **_options):
        raise raised

    monkeypatch.setattr(pipeline, "check", fail)
    assert cli.main(["generate", "--check"]) in {1, 130}
    said = capsys.readouterr().err
    assert said.rstrip("\n").isprintable()
    assert "title" in said


def test_no_stage_steers_the_terminal():
    report = Report(out=io.StringIO())
    with report.stage("index") as step:
        step.result = STEERING
    report.say(STEERING)
    assert report.out.getvalue().replace("\n", "").isprintable()
