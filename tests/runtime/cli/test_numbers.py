"""Every option that takes a number: what is too small, too large or none is refused before anything is sent."""

import pytest

HUGE = "99999999999999999999"


@pytest.mark.parametrize("value", ["0", "00", "-1", HUGE, "1.5", "1e3", "some", ""])
def test_a_limit_is_from_1_or_all(cli, fake, value):
    ran = cli("things", "list", "--limit", value)
    assert ran.status == 2
    assert not ran.out
    assert f"{value!r} is no number from 1 of at most 18 digits, and not 'all'." in ran.err
    assert not fake.calls


@pytest.mark.parametrize("option", ["--timeout", "--deadline"])
@pytest.mark.parametrize("value", ["0", "-1", "nan", "inf", "1e300", "1e400", "9" * 400, "soon"])
def test_seconds_are_above_zero_and_end(cli, fake, option, value):
    ran = cli(option, value, "taxes", "list")
    assert ran.status == 2
    assert f"{value[:100]!r} is no number of seconds above zero, at most 1,000,000,000." in ran.err
    assert not fake.calls


@pytest.mark.parametrize(
    "words",
    [
        ("--retries", "-1", "taxes", "list"),
        ("--retries", HUGE, "taxes", "list"),
        ("--retries", "1.5", "taxes", "list"),
        ("things", "list", "--page-size", "0"),
        ("things", "list", "--page-size", HUGE),
        ("things", "list", "--page", "0"),
        ("things", "list", "--page", "-3"),
        ("things", "get", HUGE),
        ("things", "get", "1.5"),
        ("things", "create", "--owner-id", HUGE),
    ],
)
def test_whole_numbers_are_within_their_bounds(cli, fake, words):
    ran = cli(*words)
    assert ran.status == 2
    assert "is no whole number " in ran.err
    assert "of at most 18 digits." in ran.err
    assert not fake.calls


def test_an_export_has_a_page_size_from_1(cli, fake, tmp_path):
    ran = cli("export", "things", "--out", tmp_path / "a.jsonl", "--page-size", "0")
    assert ran.status == 2
    assert "'0' is no whole number from 1 of at most 18 digits." in ran.err
    assert not list(tmp_path.iterdir())
