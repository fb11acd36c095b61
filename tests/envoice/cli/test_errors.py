"""Each class of error has an exit status of its own and one sentence, and no secret is in it."""

import re

import pytest
from envoice import errors
from envoice.cli import _exits
from envoice.testing import Reply

FAULT = {"TotalCount": 0, "Result": [], "IsFaulted": True, "ErrorMessages": ["down\x1b[2J"]}


@pytest.mark.parametrize(
    ("answer", "status", "told"),
    [
        (Reply(status=400, json={"Message": "No such client\x1b[2J."}), 8, "400 Bad Request: No such client"),
        (Reply(status=401), 6, "401"),
        (Reply(status=403), 6, "403"),
        (Reply(status=404), 7, "404"),
        (Reply(status=409), 8, "409"),
        (Reply(status=418), 8, "418"),
        (Reply(status=422), 8, "422"),
        (Reply(status=429), 9, "429"),
        (Reply(status=500), 10, "500"),
        (Reply(status=503), 10, "503"),
        (Reply(body=b"<html>down</html>"), 12, "HTML"),
        (Reply(json=FAULT), 11, "down"),
        (TimeoutError(), 5, "time"),
        (ConnectionError(), 4, "connection"),
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
        (TimeoutError(), 16, UNSURE),
        (ConnectionResetError("reset"), 16, UNSURE),
        (Reply(status=408), 16, UNSURE),
        (Reply(status=504, body=b"<html>late</html>"), 16, UNSURE),
        (Reply(status=302, headers={"Location": "/login"}), 16, UNSURE),
        (Reply(body=b"<html>down</html>"), 16, UNSURE),
        (Reply(json=FAULT), 16, UNSURE),
        (Reply(json={"Id": "five"}), 12, " The service has carried it out; do not repeat it.\n"),
        (ConnectionRefusedError(), 4, "outcome not_sent]\n"),
        (Reply(status=409), 8, "outcome refused]\n"),
        (Reply(status=429), 9, "outcome refused]\n"),
    ],
)
def test_a_change_that_may_have_been_carried_out_has_a_status_of_its_own(cli, fake, answer, status, advice):
    fake.answer("taxes.create", answer)
    ran = cli("--retries", "0", "taxes", "create", "--name", "VAT", "--percentage", "18")
    assert (ran.status, ran.out) == (status, "")
    assert re.fullmatch(r"error: .*\n", ran.err)
    assert ran.err.endswith(advice)


def test_every_error_of_the_package_has_a_status_of_the_table():
    listed = {status for status, _ in _exits.TABLE}
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.EnvoiceError)]
    assert len(kinds) > 20
    for kind in kinds:
        status = _exits.status_of(kind.__new__(kind))
        assert status in listed
        if kind not in {errors.EnvoiceError, errors.APIError, errors.APIResponseError}:
            assert status != 1, kind


def test_help_lists_the_statuses(cli):
    ran = cli("help", "exit-codes")
    found = [int(line.split()[0]) for line in ran.out.splitlines()]
    assert found == [status for status, _ in _exits.TABLE]
    assert "help exit-codes" in " ".join(cli("--help").out.split())


def test_help_explains_a_command(cli):
    assert cli("help", "invoices", "get").out == cli("invoices", "get", "--help").out
    assert "_ENVOICE_COMPLETE=zsh_source" in cli("help", "completion").out


def test_no_credentials_are_told_before_anything_is_sent(cli, fake, monkeypatch):
    monkeypatch.delenv("ENVOICE_API_SECRET")
    ran = cli("invoices", "list")
    assert (ran.status, fake.calls) == (3, [])
    assert ran.err == (
        "error: ENVOICE_API_SECRET is not set in the environment; the values stand on the account's settings page.\n"
    )
    assert cli("invoices", "list", "--dry-run").status == 0


def test_what_nobody_foresaw_is_a_sentence_too(cli, fake):
    fake.answer("invoices.get", ZeroDivisionError("secret of the house"))
    ran = cli("invoices", "get", 5)
    assert ran.status == 1
    assert re.fullmatch(r"error: this should not happen: ZeroDivisionError\. --debug shows where\.\n", ran.err)


def test_an_interrupt_has_its_status(cli, fake):
    fake.answer("invoices.get", KeyboardInterrupt())
    ran = cli("invoices", "get", 5)
    assert (ran.status, ran.err) == (130, "\nerror: interrupted.\n")
    fake.answer("taxes.delete", KeyboardInterrupt())
    ran = cli("taxes", "delete", 5)
    assert (ran.status, ran.err) == (130, f"\nerror: interrupted.{UNSURE}")


def test_settings_reach_the_client(cli, fake):
    ran = cli("--base-url", "https://example.test", "--timeout", "3", "invoices", "get", 5, "--dry-run")
    assert ran.out.startswith("GET https://example.test/api/invoice/details?id=5\n")
    ran = cli("--base-url", "http://example.test", "invoices", "get", 5)
    assert (ran.status, fake.calls) == (3, [])
    assert cli("--timeout", "-1", "invoices", "get", 5).status == 2
