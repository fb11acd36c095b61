"""Errors of the service and of its faults have an exit status and one sentence, and no secret is in it."""

import re

import pytest
from envoice.testing import Reply

FAULT = {"TotalCount": 0, "Result": [], "IsFaulted": True, "ErrorMessages": ["down\x1b[2J"]}


@pytest.mark.parametrize(
    ("answer", "status", "told"),
    [
        (Reply(json={"Message": "No such client\x1b[2J."}, status=400), 8, "No such client"),
        (Reply(json=FAULT), 11, "down"),
    ],
)
def test_an_error_has_a_status_and_a_sentence(cli, fake, answer, status, told):
    fake.answer("invoices.list", answer)
    ran = cli("--retries", "0", "invoices", "list")
    assert (ran.status, ran.out) == (status, "")
    assert re.fullmatch(r"error: .*\n", ran.err)
    assert told in ran.err
    assert "\x1b" not in ran.err


UNSURE = " The service may have carried it out; look before you repeat it.\n"


@pytest.mark.parametrize(
    ("answer", "status", "advice"),
    [
        (Reply(json=FAULT), 16, UNSURE),
        (Reply(json={"Id": "five"}), 12, " The service has carried it out; do not repeat it.\n"),
    ],
)
def test_a_change_that_may_have_been_carried_out_has_a_status_of_its_own(cli, fake, answer, status, advice):
    fake.answer("taxes.create", answer)
    ran = cli("--retries", "0", "taxes", "create", "--name", "VAT", "--percentage", "18")
    assert (ran.status, ran.out) == (status, "")
    assert re.fullmatch(r"error: .*\n", ran.err)
    assert ran.err.endswith(advice)


def test_no_credentials_are_told_before_anything_is_sent(cli, fake, monkeypatch):
    monkeypatch.delenv("ENVOICE_API_SECRET")
    ran = cli("invoices", "list")
    assert (ran.status, fake.calls) == (3, [])
    assert ran.err == (
        "error: ENVOICE_API_SECRET is not set in the environment; the values stand on the account's settings page.\n"
    )
    assert cli("invoices", "list", "--dry-run").status == 0
