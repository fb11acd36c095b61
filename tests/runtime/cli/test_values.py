"""Options and bodies are checked before anything is sent, and what is wrong is named."""

import io
import json
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import click
import pytest
from sdk.cli import _values as values


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
    {"owner_id": 5, "parts": [{"cost": 9, "quantity": 2}], "status": "draft"},
    {"OwnerId": 5, "Parts": [{"Cost": 9, "Quantity": 2}], "Status": "Draft"},
]


@pytest.mark.parametrize("value", NAMES, ids=["python", "wire"])
def test_a_body_has_our_names_or_the_services(cli, fake, body, value):
    assert cli("things", "create", "--body", body(value)).status == 0
    assert sent(fake) == NAMES[1]


def test_amounts_of_a_body_are_sent_as_they_are_written(cli, fake, body):
    cli("things", "update", 5, "--body", body('{"parts": [{"cost": 100.10, "quantity": 0.1}]}'))
    assert fake.calls[0].content == b'{"Id":5,"Parts":[{"Cost":100.10,"Quantity":0.1}]}'


def test_options_come_before_the_file_and_null_is_sent(cli, fake, body):
    path = body({"number": "A", "notes": None, "owner_id": 1})
    assert cli("things", "update", 5, "--body", path, "--number", "B").status == 0
    assert sent(fake) == {"Id": 5, "Number": "B", "Notes": None, "OwnerId": 1}


def test_a_body_comes_from_standard_input(cli, fake, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"number": "A"}')))
    assert cli("things", "update", 5, "--body", "-").status == 0
    assert sent(fake) == {"Id": 5, "Number": "A"}


def test_nested_fields_are_options_too(cli, fake, body):
    cli("things", "update", 5, "--parts", '[{"cost": 1.10}]')
    assert sent(fake) == {"Id": 5, "Parts": [{"Cost": Decimal("1.10")}]}
    fake.reset()
    cli("things", "update", 5, "--parts", f"@{body([{'quantity': 2}])}")
    assert sent(fake) == {"Id": 5, "Parts": [{"Quantity": 2}]}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"parts": [{"price": 1}]}, "parts[0].price: Part has no such field"),
        (
            {"parts": [{"quantitty": 1}]},
            "parts[0].quantitty: Part has no such field; did you mean quantity?",
        ),
        ({"parts": [{}, {"cost": "much"}]}, "parts[1].cost: "),
        ({"owner_id": "5"}, "owner_id: Expected `int | null`, got `str`"),
        ({"status": "piad"}, "status: 'piad' is none of draft, paid,"),
        ({"number": "A", "Number": "B"}, "Number: the field is given twice"),
        ({"made_on": "yesterday"}, "made_on: "),
        ([], "must hold an object"),
        ("{", "is no JSON"),
        ("", "is no JSON"),
    ],
)
def test_what_is_wrong_in_a_body_is_named_by_its_path(cli, fake, body, value, told):
    ran = cli("things", "update", 5, "--body", body(value))
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert fake.calls == []


def test_an_unknown_value_of_an_enum_is_sent_when_it_is_meant(cli, fake, body):
    cli("things", "change-status", 5, "--status", "raw:Disputed")
    assert sent(fake) == {"Id": 5, "Status": "Disputed"}
    fake.reset()
    cli("things", "update", 5, "--body", body({"status": "raw:Disputed"}))
    assert sent(fake) == {"Id": 5, "Status": "Disputed"}
    fake.reset()
    # However close it is to a member.
    cli("things", "change-status", 5, "--status", "raw:Payed")
    assert sent(fake) == {"Id": 5, "Status": "Payed"}


def test_the_id_may_stand_in_the_file_and_must_be_the_same(cli, fake, body):
    assert cli("things", "update", "--body", body({"id": 5, "number": "A"})).status == 0
    assert sent(fake) == {"Id": 5, "Number": "A"}
    fake.reset()
    ran = cli("things", "update", 6, "--body", body({"id": 5, "number": "A"}))
    assert (ran.status, fake.calls) == (2, [])
    assert "The file is of id 5, the command of 6" in ran.err
    ran = cli("things", "update", "--number", "A")
    assert (ran.status, fake.calls) == (2, [])
    assert "the id must be given" in ran.err


def test_what_is_required_may_stand_in_the_file(cli, fake, body):
    needed = {"name": "A", "email": "a@b.c"}
    assert cli("owners", "create", "--body", body(needed)).status == 0
    assert sent(fake)["Email"] == "a@b.c"
    ran = cli("owners", "create", "--email", "a@b.c")
    assert ran.status == 2
    assert "--name must be given, as an option or in the file of --body" in ran.err


@pytest.mark.parametrize(
    ("words", "wire"),
    [
        (["--made-on", "2026-01-31"], {"MadeOn": "2026-01-31T00:00:00Z"}),
        (["--made-on", "2026-01-31T11:30:00+01:00"], {"MadeOn": "2026-01-31T11:30:00+01:00"}),
        (["--urgent"], {"Urgent": True}),
        (["--no-urgent"], {"Urgent": False}),
        (["--status", "Paid"], {"Status": "Paid"}),
    ],
)
def test_options_become_what_they_say(cli, fake, words, wire):
    assert cli("things", "update", 5, *words).status == 0
    assert sent(fake) == {"Id": 5} | wire


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["things", "get", "abc"], "'abc' is no whole number of at most 18 digits."),
        (["things", "get"], "Missing argument 'ID'"),
        (["owners", "create"], "--name must be given"),
        (["owners", "create", "--email", "A"], "--name must be given"),
        (["things", "update", "5"], "things.update: only id is given, so there is nothing to send"),
        (["things", "create"], "things.create: no field is given, so there is nothing to send"),
        (["things", "create", "--made-on", "31.1.2026"], "'31.1.2026' is no date"),
        (["things", "create", "--status", "piad"], "'piad' is none of draft, paid"),
        (["things", "create", "--body", "/nowhere/at/all"], "there is no file /nowhere/at/all"),
        (["things", "create", "--parts", "{"], "The value of --parts is no JSON"),
        (["things", "create", "--parts", "@/nowhere"], "/nowhere cannot be read"),
        (["taxes", "create", "--name", "VAT", "--percentage", "12,5"], "'12,5' is no decimal number"),
        (["taxes", "create", "--name", "VAT", "--percentage", "NaN"], "'NaN' is no decimal number"),
        (["taxes", "create", "--name", "VAT"], "Missing option '--percentage'"),
        (["things", "list", "--page", "0"], "'0' is no whole number from 1 of at most 18 digits."),
        (["things", "list", "--json", "--csv"], "csv and json: choose one format"),
        (["thing", "list"], "there is no command 'thing'; did you mean things?"),
        (["things", "lost"], "there is no command 'lost'; did you mean list?"),
        (["things", "list", "--filds", "a"], "there is no option --filds; did you mean --fields?"),
        (["things", "list", "--zzzz"], "there is no option --zzzz. See"),
        (["xyzzy"], "there is no command 'xyzzy'. See"),
        (
            ["things", "create", "--json", "body.json"],
            "takes no file; the body is --body body.json.",
        ),
        (["export", "thngs", "--out", "x.csv"], "there is no 'thngs'; did you mean things?"),
        (["help", "thngs"], "No topic and no command 'thngs'; did you mean things?"),
        (["things", "list", "--query", "[?a"], "'[?a' is no JMESPath expression: it ends too early."),
        (["help", "nothing"], "No topic and no command 'nothing'"),
        (["export", "things", "--out", "x.xlsx"], "end the name of the file with .csv, .jsonl, .parquet"),
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
    ran = cli("things", "create", "--help")
    assert "--access-token" not in ran.out
    assert "--number" in ran.out


@pytest.mark.parametrize(
    ("written", "value"),
    [("5", 5), ('"5"', "5"), ("1.10", Decimal("1.10")), ("true", True), ("a b", "a b"), ("[1", "[1"), ("", "")],
)
def test_a_value_of_several_types_is_json_or_else_a_text(written, value):
    found = values.JsonOrText().convert(written, None, None)
    assert (type(found), found) == (type(value), value)


def test_a_value_of_several_types_may_lie_in_a_file(body):
    assert values.JsonOrText().convert(f"@{body({'a': 1})}", None, None) == {"a": 1}


class TestBytes:
    def test_a_text_stands_for_its_bytes_and_a_file_for_what_it_holds(self, tmp_path):
        (tmp_path / "plate").write_bytes(b"\x89PNG")
        assert values.Bytes().convert("Fürth", None, None) == "Fürth".encode()
        assert values.Bytes().convert(f"@{tmp_path / 'plate'}", None, None) == b"\x89PNG"
        assert values.Bytes().convert(b"as it is", None, None) == b"as it is"

    def test_a_file_that_is_not_there_is_told(self, tmp_path):
        with pytest.raises(click.BadParameter, match="nowhere cannot be read: No such file or directory"):
            values.Bytes().convert(f"@{tmp_path / 'nowhere'}", None, None)


class TestWritten:
    UNIQUE = values.Written("UUID", UUID, "0190f1a2-0000-7000-8000-000000000000")

    def test_a_value_is_read_as_its_type_says(self):
        text = "01234567-89ab-4def-8123-456789abcdef"
        assert self.UNIQUE.convert(text, None, None) == UUID(text)
        assert self.UNIQUE.convert(UUID(text), None, None) == UUID(text)

    def test_another_text_is_told_with_an_example(self):
        with pytest.raises(click.BadParameter, match="'seven' is no UUID; write it like 0190f1a2-"):
            self.UNIQUE.convert("seven", None, None)

    def test_a_duration_of_fixed_length_is_one(self):
        assert values.Duration().convert(timedelta(minutes=90), None, None) == timedelta(minutes=90)
