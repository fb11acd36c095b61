"""The numbers that the commands for webhooks take, and what is refused of them before anything is done."""

import pytest

HUGE = "99999999999999999999"


@pytest.mark.parametrize(
    "words",
    [
        ("webhooks", "listen", "--count", "0"),
        ("webhooks", "listen", "--count", HUGE),
    ],
)
def test_whole_numbers_are_within_their_bounds(cli, fake, words):
    ran = cli(*words)
    assert ran.status == 2
    assert "is no whole number " in ran.err
    assert "of at most 18 digits." in ran.err
    assert not fake.calls


def test_a_port_is_one(cli):
    assert cli("webhooks", "listen", "--port", "65536").status == 2
    assert cli("webhooks", "listen", "--port", "-1").status == 2
