"""`--query`: what a JMESPath expression makes of an answer is exact, in every format, and a wrong one is a sentence."""

import csv
import json
import sys
from decimal import Decimal

import pytest
from sdk.cli._query import Query
from sdk.testing import build, build_many

from tests.runtime.small_api import Owner, Status, Thing

BIG = Decimal("9007199254740993.01")


def thing(id, amount, status=Status.PAID):
    return build(Thing, id=id, number=f"N-{id}", total_amount=amount, status=status)


@pytest.fixture
def things(fake):
    fake.answer("things.list", [thing(1, Decimal("0.10")), thing(2, Decimal("0.20")), thing(3, BIG, Status.UNPAID)])


def exact(text):
    return json.loads(text, parse_float=Decimal)


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("sum([].total_amount)", BIG + Decimal("0.30")),
        ("max([].total_amount)", BIG),
        ("avg([?id < `3`].total_amount)", Decimal("0.15")),
        ("[?total_amount == `9007199254740993.01`].id", [3]),
        ("[?total_amount == `9007199254740993.02`].id", []),
        ("[?total_amount > `0.15` && status=='Paid'].id", [2]),
        ("sort_by(@, &total_amount)[-1].total_amount", BIG),
        ("max_by(@, &total_amount).id", 3),
        ("[].to_number('1.10')", [Decimal("1.10")] * 3),
        ("to_number('7')", 7),
        ("to_number(`true`)", None),
        ("[0].to_string(total_amount)", "0.10"),
        ("[2].ceil(total_amount)", 9007199254740994),
        ("[2].floor(total_amount)", 9007199254740993),
        ("[].type(total_amount) | [0]", "number"),
        ("abs(`-0.3`)", Decimal("0.3")),
        ("type('`0.5`')", "string"),
        ('[0]."number"', "N-1"),
        ('`{"a": [0.1]}`', {"a": [Decimal("0.1")]}),
        ("avg(`[]`)", None),
        ("[?status==`Paid`].id", [1, 2]),
        ("length(@)", 3),
    ],
)
def test_an_expression_is_exact(cli, things, expression, result):
    ran = cli("things", "list", "--json", "--query", expression)
    assert (ran.status, ran.err) == (0, "")
    assert exact(ran.out) == result
    assert "E+" not in ran.out


def test_each_format_has_the_result(cli, things):
    query = ("--query", '[?id<`3`].{id: id, owed: total_amount, "a.b": status}')
    rows = [{"id": 1, "owed": Decimal("0.10"), "a.b": "Paid"}, {"id": 2, "owed": Decimal("0.20"), "a.b": "Paid"}]
    assert exact(cli("things", "list", "--json", *query).out) == rows
    assert [exact(line) for line in cli("things", "list", "--jsonl", *query).out.splitlines()] == rows
    assert list(csv.reader(cli("things", "list", "--csv", *query).out.splitlines()))[1:] == [
        ["1", "0.10", "Paid"], ["2", "0.20", "Paid"],
    ]  # fmt: skip
    assert [line.split() for line in cli("things", "list", *query).out.splitlines()] == [
        ["id", "owed", "a.b"], ["1", "0.10", "Paid"], ["2", "0.20", "Paid"],
    ]  # fmt: skip


def test_results_of_other_forms_are_shown_too(cli, things):
    assert cli("things", "list", "--query", "[].id", "--csv").out == "value\r\n1\r\n2\r\n3\r\n"
    assert cli("things", "list", "--query", "[:1].[id, number]", "--csv").out == "1,2\r\n1,N-1\r\n"
    assert cli("things", "list", "--query", "[0].{id: id}", "--csv").out == "id\r\n1\r\n"
    assert cli("things", "list", "--query", "[].nothing", "--csv").out == "value\r\n"
    assert cli("things", "list", "--query", "[9]").out == ""
    assert cli("things", "list", "--query", "[9]", "--json").out == "null\n"
    assert cli("things", "list", "--query", "[?id==`9`]").out == "Nothing there.\n"
    assert cli("things", "get", 1, "--query", "id", "--json").out == "1\n"


def test_all_pages_count_unless_there_is_a_limit(cli, fake):
    fake.answer("things.list", build_many(Thing, 250))
    assert cli("things", "list", "--query", "length(@)", "--json").out == "250\n"
    assert cli("things", "list", "--query", "length(@)", "--json", "--limit", 7).out == "7\n"


def test_secrets_are_hidden_from_it(cli, fake):
    fake.answer("things.get", build(Thing, access_token="opens-everything"))
    assert cli("things", "get", 1, "--query", "access_token", "--json").out == '"<hidden>"\n'


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("", "'' is no JMESPath expression: it is empty."),
        ("[?a", "it ends too early."),
        ("a..b", "character 3, '.', cannot stand there."),
        ("a b", "character 3, 'b', cannot stand there."),
        ("'open", "character 1, "),
        ("a#b", "character 2, '#', cannot stand there."),
        ("sun([].id)", "there is no function sun(), but sum()."),
        ("zzzzzzz(@)", "there is no function zzzzzzz()."),
        ("!" * 5_000 + "a", "it is nested too deeply."),
        ("a" * 10_001, "it has more than 10000 characters."),
        ("a[\x1b]", "cannot stand there."),
    ],
)
def test_a_wrong_expression_is_one_sentence_and_sends_nothing(cli, fake, expression, told):
    ran = cli("things", "list", "--query", expression)
    assert (ran.status, ran.out, fake.calls) == (2, "", [])
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("sum([].number)", "--query: sum() takes array-number, and got a text."),
        ("sum(@, @)", "--query: sum() takes 1 argument, not 2."),
        ("[?id > number]", "--query: it compares or combines values of different types."),
        ("ceil(`1e99999999`)", "--query: a result has more than 1000 digits."),
        ("sum([`1e999`, `1e-999`])", "--query: a result has more than 1000 digits."),
    ],
)
def test_one_that_does_not_fit_the_answer_is_one_sentence(cli, things, expression, told):
    ran = cli("things", "list", "--query", expression)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err
    assert "N-1" not in ran.err


def test_fields_and_a_query_are_one_too_many(cli, fake):
    ran = cli("things", "list", "--query", "[]", "--fields", "id")
    assert (ran.status, fake.calls) == (2, [])
    assert "--fields and --query: choose one" in ran.err


def test_without_the_library_a_sentence_says_what_to_install(cli, monkeypatch):
    monkeypatch.setitem(sys.modules, "jmespath", None)
    ran = cli("things", "list", "--query", "[]")
    assert ran.status == 3
    assert "This needs jmespath: pip install '" in ran.err


def test_an_export_writes_what_the_query_gives(cli, things, tmp_path):
    query = ("--query", "[?id<`3`].{id: id, owed: total_amount, parts: parts, paid: `true`, none: nothing}")
    for suffix in ("jsonl", "csv", "parquet"):
        ran = cli("export", "things", "--out", tmp_path / f"a.{suffix}", *query)
        assert (ran.status, ran.err) == (0, f"2 rows written to {tmp_path / f'a.{suffix}'}.\n")
    lines = (tmp_path / "a.jsonl").read_text().splitlines()
    assert [exact(line)["owed"] for line in lines] == [Decimal("0.10"), Decimal("0.20")]
    assert (tmp_path / "a.csv").read_text().startswith("id,owed,parts,paid,none\n1,0.10,")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(tmp_path / "a.parquet").to_pylist()
    assert [row["owed"] for row in rows] == [Decimal("0.10"), Decimal("0.20")]
    assert (rows[0]["paid"], rows[0]["none"], type(rows[0]["parts"])) == (True, None, str)
    assert {path.name for path in tmp_path.iterdir()} == {"a.jsonl", "a.csv", "a.parquet"}


def test_an_export_keeps_its_rows_for_another_query(cli, things, tmp_path):
    out = tmp_path / "a.jsonl"
    ran = cli("export", "things", "--out", out, "--query", "sum([].number)")
    assert (ran.status, out.exists()) == (2, False)
    ran = cli("export", "things", "--out", out, "--query", "sum([].total_amount)")
    assert (ran.status, exact(out.read_text())) == (0, BIG + Decimal("0.30"))
    assert "Going on after the 3 rows" in ran.err
    ran = cli("export", "things", "--out", tmp_path / "b.csv", "--query", "[]", "--fields", "id")
    assert "choose one" in ran.err


def test_owners_have_names(cli, fake):
    fake.answer("owners.list", [build(Owner, name="Jane\x1b[2J")])
    assert "\x1b" not in cli("owners", "list", "--query", "[].name").out
    assert Query("[].name").of([{"name": "a"}]) == ["a"]
