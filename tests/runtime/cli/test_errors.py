"""Each class of error has an exit status of its own and one sentence, and no secret is in it."""

import re

import pytest
from sdk import errors
from sdk._api import FAULT_FLAG, FAULT_MESSAGES, MESSAGE_FIELDS, NAME
from sdk._names.errors import SDKError
from sdk.cli import _exits
from sdk.testing import Reply

FAULTS = [] if FAULT_FLAG is None else [Reply(json={FAULT_FLAG: True, FAULT_MESSAGES: ["down\x1b[2J"]})]


@pytest.mark.parametrize(
    ("answer", "status", "told"),
    [
        (Reply(status=400, json={MESSAGE_FIELDS[0]: "No such client\x1b[2J."}), 8, "400 Bad Request: No such client"),
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
        *((fault, 11, "down") for fault in FAULTS),
        (TimeoutError(), 5, "time"),
        (ConnectionError(), 4, "connection"),
    ],
)
def test_an_error_has_a_status_and_a_sentence(cli, fake, answer, status, told):
    fake.answer("things.list", answer)
    ran = cli("--retries", "0", "things", "list")
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
        *((fault, 16, UNSURE) for fault in FAULTS),
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
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, SDKError)]
    assert len(kinds) > 20
    for kind in kinds:
        status = _exits.status_of(kind.__new__(kind))
        assert status in listed
        if kind not in {SDKError, errors.APIError, errors.APIResponseError}:
            assert status != 1, kind


def test_help_lists_the_statuses(cli):
    ran = cli("help", "exit-codes")
    found = [int(line.split()[0]) for line in ran.out.splitlines()]
    assert found == [status for status, _ in _exits.TABLE]
    assert "help exit-codes" in " ".join(cli("--help").out.split())


def test_help_explains_a_command(cli):
    assert cli("help", "things", "get").out == cli("things", "get", "--help").out
    assert f"{NAME} completion --install" in cli("help", "completion").out


def test_no_credentials_are_told_before_anything_is_sent(cli, fake, variables, monkeypatch):
    *_, name = variables
    monkeypatch.delenv(name)
    ran = cli("things", "list")
    assert (ran.status, fake.calls) == (3, [])
    assert ran.err == (
        f"error: {name} is not set in the environment; the values stand on the account's settings page.\n"
    )
    assert cli("things", "list", "--dry-run").status == 0


def test_what_nobody_foresaw_is_a_sentence_too(cli, fake):
    fake.answer("things.get", ZeroDivisionError("secret of the house"))
    ran = cli("things", "get", 5)
    assert ran.status == 1
    assert re.fullmatch(r"error: this should not happen: ZeroDivisionError\. --debug shows where\.\n", ran.err)


def test_an_interrupt_has_its_status(cli, fake):
    fake.answer("things.get", KeyboardInterrupt())
    ran = cli("things", "get", 5)
    assert (ran.status, ran.err) == (130, "\nerror: interrupted.\n")
    fake.answer("taxes.delete", KeyboardInterrupt())
    ran = cli("taxes", "delete", 5)
    assert (ran.status, ran.err) == (130, f"\nerror: interrupted.{UNSURE}")


def test_settings_reach_the_client(cli, fake):
    ran = cli("--base-url", "https://example.test", "--timeout", "3", "things", "get", 5, "--dry-run")
    assert ran.out.startswith("GET https://example.test/things/details?id=5\n")
    ran = cli("--base-url", "http://example.test", "things", "get", 5)
    assert (ran.status, fake.calls) == (3, [])
    assert cli("--timeout", "-1", "things", "get", 5).status == 2
