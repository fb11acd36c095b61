"""What Envoice's bodies need is checked before anything is sent, and files are replaced only when that is meant."""

import json

import pytest


@pytest.fixture
def body(tmp_path):
    def write(value):
        path = tmp_path / "body.json"
        path.write_text(value if isinstance(value, str) else json.dumps(value))
        return path

    return write


def sent(fake):
    assert len(fake.calls) == 1
    return fake.calls[0].body


def test_what_is_required_may_stand_in_the_file(cli, fake, body):
    needed = {"name": "A", "email": "a@b.c", "client_country_id": 1, "client_currency_id": 2, "ui_language_id": 3}
    assert cli("clients", "create", "--body", body(needed)).status == 0
    assert sent(fake)["UiLanguageId"] == 3
    ran = cli("clients", "create", "--name", "A")
    assert ran.status == 2
    assert "--client-country-id and --client-currency-id and --email and --ui-language-id must be given" in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["invoices", "create"], "--client-id and --currency-id and --items must be given"),
        (["invoices", "create", "--number", "A"], "--client-id and --currency-id and --items must be given"),
        (["invoices", "update", "5"], "invoices.update: only id is given, so there is nothing to send"),
        (["taxes", "update", "5"], "pass at least one of name, percentage."),
        (["orders", "create"], "orders.create: no field is given, so there is nothing to send"),
        (["invoices", "download-pdf", "5", "--out", "/nowhere/x.pdf"], "the folder of /nowhere/x.pdf does not exist"),
    ],
)
def test_bad_usage_is_one_sentence_and_sends_nothing(cli, fake, words, told):
    ran = cli(*words)
    assert ran.status in {2, 3}
    assert ran.out == ""
    assert ran.err.startswith("error: ")
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert fake.calls == []


def test_no_secret_is_an_option(cli):
    ran = cli("payment-links", "create", "--help")
    assert "--access-token" not in ran.out
    assert "--number" in ran.out


def test_a_file_is_not_replaced_unless_it_is_asked_for(cli, fake, tmp_path):
    target = tmp_path / "a.pdf"
    target.write_bytes(b"mine")
    ran = cli("invoices", "download-pdf", 5, "--out", target)
    assert (ran.status, target.read_bytes(), fake.calls) == (2, b"mine", [])
    assert "--force replaces it" in ran.err
    assert cli("invoices", "download-pdf", 5, "--out", target, "--force").status == 0
    assert target.read_bytes() == fake.pdf
    assert cli("invoices", "download-pdf", 5, "--out", "-").out.encode() == fake.pdf
