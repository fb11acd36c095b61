"""Options and bodies are checked before anything is sent, and what is wrong is named."""

import io
import json
from decimal import Decimal

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


NAMES = [
    {"client_id": 5, "currency_id": 163, "items": [{"work_type_id": 1, "cost": 9, "quantity": 2}], "status": "draft"},
    {"ClientId": 5, "CurrencyId": 163, "Items": [{"WorkTypeId": 1, "Cost": 9, "Quantity": 2}], "Status": "Draft"},
]


@pytest.mark.parametrize("value", NAMES, ids=["python", "wire"])
def test_a_body_has_our_names_or_the_services(cli, fake, body, value):
    assert cli("invoices", "create", "--json", body(value)).status == 0
    assert sent(fake) == NAMES[1]


def test_amounts_of_a_body_are_sent_as_they_are_written(cli, fake, body):
    cli("invoices", "update", 5, "--json", body('{"items": [{"cost": 100.10, "quantity": 0.1}]}'))
    assert fake.calls[0].content == b'{"Id":5,"Items":[{"Cost":100.10,"Quantity":0.1}]}'


def test_options_come_before_the_file_and_null_is_sent(cli, fake, body):
    path = body({"number": "A", "notes": None, "client_id": 1})
    assert cli("invoices", "update", 5, "--json", path, "--number", "B").status == 0
    assert sent(fake) == {"Id": 5, "Number": "B", "Notes": None, "ClientId": 1}


def test_a_body_comes_from_standard_input(cli, fake, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"number": "A"}')))
    assert cli("invoices", "update", 5, "--json", "-").status == 0
    assert sent(fake) == {"Id": 5, "Number": "A"}


def test_nested_fields_are_options_too(cli, fake, body):
    cli("invoices", "update", 5, "--items", '[{"cost": 1.10}]')
    assert sent(fake) == {"Id": 5, "Items": [{"Cost": Decimal("1.10")}]}
    fake.reset()
    cli("invoices", "update", 5, "--items", f"@{body([{'quantity': 2}])}")
    assert sent(fake) == {"Id": 5, "Items": [{"Quantity": 2}]}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"items": [{"price": 1}]}, "items[0].price: InvoiceItemUpdate has no such field"),
        (
            {"items": [{"quantitty": 1}]},
            "items[0].quantitty: InvoiceItemUpdate has no such field; did you mean quantity?",
        ),
        ({"items": [{}, {"cost": "much"}]}, "items[1].cost: "),
        ({"client_id": "5"}, "client_id: Expected `int | null`, got `str`"),
        ({"status": "piad"}, "status: 'piad' is none of draft, paid,"),
        ({"number": "A", "Number": "B"}, "Number: the field is given twice"),
        ({"issued_on": "yesterday"}, "issued_on: "),
        ([], "must hold an object"),
        ("{", "is no JSON"),
        ("", "is no JSON"),
    ],
)
def test_what_is_wrong_in_a_body_is_named_by_its_path(cli, fake, body, value, told):
    ran = cli("invoices", "update", 5, "--json", body(value))
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert fake.calls == []


def test_an_unknown_value_of_an_enum_is_sent_when_it_is_meant(cli, fake, body):
    cli("invoices", "change-status", 5, "--status", "raw:Disputed")
    assert sent(fake) == {"Id": 5, "Status": "Disputed"}
    fake.reset()
    cli("invoices", "update", 5, "--json", body({"status": "raw:Disputed"}))
    assert sent(fake) == {"Id": 5, "Status": "Disputed"}
    fake.reset()
    # However close it is to a member.
    cli("invoices", "change-status", 5, "--status", "raw:Payed")
    assert sent(fake) == {"Id": 5, "Status": "Payed"}


def test_the_id_may_stand_in_the_file_and_must_be_the_same(cli, fake, body):
    assert cli("invoices", "update", "--json", body({"id": 5, "number": "A"})).status == 0
    assert sent(fake) == {"Id": 5, "Number": "A"}
    fake.reset()
    ran = cli("invoices", "update", 6, "--json", body({"id": 5, "number": "A"}))
    assert (ran.status, fake.calls) == (2, [])
    assert "The file is of id 5, the command of 6" in ran.err
    ran = cli("invoices", "update", "--number", "A")
    assert (ran.status, fake.calls) == (2, [])
    assert "the id must be given" in ran.err


def test_what_is_required_may_stand_in_the_file(cli, fake, body):
    needed = {"name": "A", "email": "a@b.c", "client_country_id": 1, "client_currency_id": 2, "ui_language_id": 3}
    assert cli("clients", "create", "--json", body(needed)).status == 0
    assert sent(fake)["UiLanguageId"] == 3
    ran = cli("clients", "create", "--name", "A")
    assert ran.status == 2
    assert "--client-country-id and --client-currency-id and --email and --ui-language-id must be given" in ran.err


@pytest.mark.parametrize(
    ("words", "wire"),
    [
        (["--issued-on", "2026-01-31"], {"IssuedOn": "2026-01-31T00:00:00Z"}),
        (["--issued-on", "2026-01-31T11:30:00+01:00"], {"IssuedOn": "2026-01-31T11:30:00+01:00"}),
        (["--should-send-reminders"], {"ShouldSendReminders": True}),
        (["--no-should-send-reminders"], {"ShouldSendReminders": False}),
        (["--status", "Paid"], {"Status": "Paid"}),
    ],
)
def test_options_become_what_they_say(cli, fake, words, wire):
    assert cli("invoices", "update", 5, *words).status == 0
    assert sent(fake) == {"Id": 5} | wire


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["invoices", "get", "abc"], "'abc' is no whole number of at most 18 digits."),
        (["invoices", "get"], "Missing argument 'ID'"),
        (["invoices", "create"], "--client-id and --currency-id and --items must be given"),
        (["invoices", "create", "--number", "A"], "--client-id and --currency-id and --items must be given"),
        (["invoices", "update", "5"], "invoices.update: only id is given, so there is nothing to send"),
        (["taxes", "update", "5"], "pass at least one of name, percentage."),
        (["orders", "create"], "orders.create: no field is given, so there is nothing to send"),
        (["invoices", "create", "--issued-on", "31.1.2026"], "'31.1.2026' is no date"),
        (["invoices", "create", "--status", "piad"], "'piad' is none of draft, paid"),
        (["invoices", "create", "--json", "/nowhere/at/all"], "there is no file /nowhere/at/all"),
        (["invoices", "create", "--items", "{"], "The value of --items is no JSON"),
        (["invoices", "create", "--items", "@/nowhere"], "/nowhere cannot be read"),
        (["taxes", "create", "--name", "VAT", "--percentage", "12,5"], "'12,5' is no decimal number"),
        (["taxes", "create", "--name", "VAT", "--percentage", "NaN"], "'NaN' is no decimal number"),
        (["taxes", "create", "--name", "VAT"], "Missing option '--percentage'"),
        (["invoices", "list", "--page", "0"], "'0' is no whole number from 1 of at most 18 digits."),
        (["invoices", "list", "--json", "--csv"], "csv and json: choose one format"),
        (["invoice", "list"], "No such command 'invoice'"),
        (["invoices", "lost"], "No such command 'lost'"),
        (["invoices", "list", "--nope"], "No such option '--nope'"),
        (["invoices", "download-pdf", "5", "--out", "/nowhere/x.pdf"], "the folder of /nowhere/x.pdf does not exist"),
        (["help", "nothing"], "No topic and no command 'nothing'"),
        (["export", "invoices", "--out", "x.xlsx"], "end the name of the file with .csv, .jsonl, .parquet"),
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


def test_a_number_is_kept_exactly(cli, fake):
    cli("taxes", "create", "--name", "VAT", "--percentage", "18.50")
    assert fake.calls[0].content == b'{"Name":"VAT","Percentage":18.50}'


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
