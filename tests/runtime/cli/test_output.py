"""What is printed: exact for programs, harmless on a terminal, readable in its width."""

import csv
import io
import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sdk.pagination import Page
from sdk.testing import Reply, build, build_many

from tests.runtime.small_api import ITEMS, TOTAL, Owner, Status, Thing

HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil\r\nnext [bold red]markup[/]"


def summary(**values):
    plain = {"id": 1, "number": "INV-1", "total_amount": Decimal("100.10"), "status": Status.PAID}
    dates = {"made_on": datetime(2026, 2, 1, 11, 30, tzinfo=UTC)}
    return Thing(**(plain | dates | {"owner": Owner(name="Jane Roe")} | values))


def test_a_table_shows_what_a_person_looks_for(cli, fake):
    fake.answer("things.list", [summary(), summary(id=20, number="INV-20", total_amount=Decimal("7.5"))])
    ran = cli("things", "list", columns=80)
    assert [line.split() for line in ran.out.splitlines()] == [
        ["number", "owner", "status", "made_on", "total_amount"],
        ["INV-1", "Jane", "Roe", "Paid", "2026-02-01", "100.10"],
        ["INV-20", "Jane", "Roe", "Paid", "2026-02-01", "7.5"],
    ]


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_a_table_keeps_within_the_width_and_cuts_no_amount(cli, fake, columns):
    fake.answer("things.list", [summary(owner=Owner(name="A very long name " * 9), number="N" * 30)])
    ran = cli("things", "list", columns=columns)
    assert max(map(len, ran.out.splitlines())) <= columns
    # What does not fit is left out as a column; what is shown of an amount is all of it.
    assert ("100.10" in ran.out) == ("total_amount" in ran.out)


def test_an_empty_list_says_so_to_people_and_is_empty_for_programs(cli, fake):
    fake.answer("things.list", [])
    assert cli("things", "list").out == "Nothing there.\n"
    assert cli("things", "list", "--json").out == "[]\n"
    assert cli("things", "list", "--jsonl").out == ""
    assert cli("things", "list", "--csv", "--fields", "id,number").out == "id,number\r\n"


def test_decimals_are_exact_in_every_format(cli, fake):
    fake.answer("things.list", [summary(total_amount=Decimal("100.10")), summary(total_amount=Decimal("1E+3"), id=2)])
    pick = ["--fields", "id,total_amount"]
    assert cli("things", "list", "--jsonl", *pick).out.splitlines()[0] == '{"id":1,"total_amount":100.10}'
    assert '"total_amount": 100.10' in cli("things", "list", "--json", *pick).out
    assert cli("things", "list", "--csv", *pick).out == "id,total_amount\r\n1,100.10\r\n2,1000\r\n"
    assert "100.10" in cli("things", "list", *pick).out


def test_json_is_one_document_and_lines_are_one_each(cli, fake):
    fake.answer("things.list", build_many(Thing, 25))
    rows = cli("things", "list", "--json").json
    lines = [json.loads(line) for line in cli("things", "list", "--jsonl").out.splitlines()]
    assert rows == lines
    assert [row["id"] for row in rows] == [one.id for one in build_many(Thing, 25)]


def test_lines_come_as_pages_come(cli, fake):
    """The second page fails, and the first is printed."""
    pages = iter([build_many(Thing, 3)])

    def answer(call):
        rows = next(pages, None)
        if rows is None:
            return Reply(status=500)
        return Reply(json={TOTAL: 9, ITEMS: [{"Id": row.id} for row in rows]})

    fake.answer("things.list", answer)
    ran = cli("things", "list", "--jsonl", "--page-size", "3", "--fields", "id")
    assert ran.status == 10
    assert len(ran.out.splitlines()) == 3


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_what_the_service_sends_cannot_drive_a_terminal(cli, fake, form):
    fake.answer("things.list", [summary(number=HOSTILE, owner=Owner(name=HOSTILE))])
    fake.answer("things.get", build(Thing, number=HOSTILE, notes=HOSTILE))
    for words in (["things", "list"], ["things", "get", "1"]):
        ran = cli(*words, "--format", form)
        assert ran.status == 0
        # A CSV in a file or a pipe holds what was sent; on a terminal it is marked (see test_process).
        if form != "csv":
            assert not {"\x1b", "\x07", "\x9b", "\u202e", "\r"} & set(ran.out)
        if form in {"json", "jsonl"}:
            row = json.loads(ran.out)
            assert (row[0] if isinstance(row, list) else row)["number"] == HOSTILE
        if form == "table" and words[1] == "get":
            assert "[bold red]markup[/]" in ran.out


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_csv_runs_no_formula_unless_it_is_asked_for(cli, fake, start):
    formula = f"{start}HYPERLINK(1)"
    fake.answer("things.list", [summary(number=formula, total_amount=Decimal("-5.10"))])
    pick = ["--csv", "--fields", "number,total_amount"]
    guarded, plain = cli("things", "list", *pick).out, cli("things", "list", *pick, "--unsafe-csv").out
    assert list(csv.reader(io.StringIO(guarded, newline="")))[1] == [f"'{formula}", "-5.10"]
    assert list(csv.reader(io.StringIO(plain, newline="")))[1] == [formula, "-5.10"]


def test_secrets_of_an_answer_are_hidden(cli, fake):
    fake.answer("things.list", [summary(access_token="open-sesame")])
    for form in ("json", "jsonl", "csv"):
        ran = cli("things", "list", "--format", form)
        assert "open-sesame" not in ran.out
        assert "<hidden>" in ran.out
    fake.answer("things.get", build(Thing, access_token="open-sesame"))
    assert "open-sesame" not in cli("things", "get", "1").out


def test_fields_reach_into_models_and_wrong_ones_are_named(cli, fake):
    fake.answer("things.list", [summary()])
    ran = cli("things", "list", "--jsonl", "--fields", "number, owner.name")
    assert ran.json == {"number": "INV-1", "owner.name": "Jane Roe"}
    ran = cli("things", "list", "--fields", "numbr")
    assert (ran.status, ran.out) == (2, "")
    assert "there is no field numbr; did you mean number?" in ran.err


def test_fields_of_one_thing_are_checked_before_anything_is_done(cli, fake):
    fake.answer("things.get", build(Thing, number="INV-9"))
    assert cli("things", "get", 9, "--format", "json", "--fields", "number").json == {"number": "INV-9"}
    calls = len(fake.calls)
    ran = cli("things", "create", "--number", "A", "--fields", "numbr")
    assert (ran.status, len(fake.calls)) == (2, calls)
    assert "did you mean number?" in ran.err
    ran = cli("things", "delete", 9, "--fields", "id")
    assert (ran.status, len(fake.calls)) == (2, calls)


def test_a_limit_asks_for_no_more_than_it_shows(cli, fake):
    fake.answer("things.list", build_many(Thing, 250))
    assert len(cli("things", "list", "--jsonl", "--limit", 5).out.splitlines()) == 5
    assert [call.query["queryOptions.pageSize"] for call in fake.calls] == ["5"]
    assert len(cli("things", "list", "--jsonl").out.splitlines()) == 250
    ran = cli("things", "list")
    assert len(ran.out.splitlines()) == 101
    assert "The first 100 are shown; --limit all" in ran.err
    assert len(cli("things", "list", "--limit", "all").out.splitlines()) == 251
    assert cli("things", "list", "--limit", "some").status == 2


def test_a_status_picks_from_what_is_listed(cli, fake):
    fake.answer("things.list", [summary(), summary(id=2, status=Status.UNPAID), summary(id=3, status=None)])
    assert cli("things", "list", "--status", "unpaid", "--jsonl", "--fields", "id").out == '{"id":2}\n'
    both = cli("things", "list", "--status", "unpaid", "--status", "PAID", "--jsonl", "--fields", "id")
    assert both.out == '{"id":1}\n{"id":2}\n'
    calls = len(fake.calls)
    cli("things", "list", "--status", "unpaid", "--limit", 1, "--jsonl")
    assert fake.calls[calls].query["queryOptions.pageSize"] == "100"
    fake.answer("things.list", Reply(json={TOTAL: 1, ITEMS: [{"Id": 4, "Status": "Disputed"}]}))
    assert cli("things", "list", "--status", "raw:Disputed", "--jsonl", "--fields", "id").out == '{"id":4}\n'


def test_single_values(cli, fake):
    assert cli("things", "get-status", 1).out == f"{next(iter(Status))}\n"
    fake.answer("things.change_status", Reply(json=True))
    assert cli("things", "change-status", 1, "--status", "paid").out == "yes\n"
    assert cli("things", "change-status", 1, "--status", "paid", "--json").out == "true\n"
    assert cli("things", "update", 1, "--number", "X").out == ""
    assert cli("things", "update", 1, "--number", "X", "--format", "json").out == "null\n"


def test_one_thing_is_told_field_by_field(cli, fake):
    fake.answer("things.get", build(Thing, number="INV-9", total_amount=Decimal("100.10"), notes=None))
    ran = cli("things", "get", 9, columns=80)
    told = dict(line.split(None, 1) for line in ran.out.split("\n\n")[0].splitlines())
    assert (told["number"].strip(), told["total_amount"].strip()) == ("INV-9", "100.10")
    assert "notes" not in told
    assert "\nparts\n" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_pages_of_the_fake_are_pages(fake):
    with fake.client() as client:
        assert isinstance(client.things.list().page(), Page)


@pytest.mark.parametrize("amount", ["1e-30000000", "1e30000000"])
@pytest.mark.parametrize("form", ["--table", "--json", "--jsonl", "--csv"])
def test_an_amount_with_a_huge_exponent_stays_short(cli, fake, form, amount):
    body = f'{{"{TOTAL}":1,"{ITEMS}":[{{"Id":1,"TotalAmount":{amount}}}]}}'.encode()
    fake.answer("things.list", Reply(body=body))
    ran = cli("things", "list", *([] if form == "--table" else [form]), "--fields", "id,total_amount")
    assert ran.status == 0
    assert len(ran.out) < 400
    assert amount.partition("e")[2] in ran.out
