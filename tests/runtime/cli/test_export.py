"""What an export writes: exact values, no secrets, and nothing that a column cannot hold."""

import sys
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from msgspec import field
from sdk._api import NAME
from sdk._json.codec import encode
from sdk._json.model import Model
from sdk.cli._command import Command
from sdk.cli._files import write_file
from sdk.cli._perform import type_of
from sdk.cli._spool import State, write_aside
from sdk.testing import Reply, build_many

from tests.runtime.small_api import ITEMS, TOTAL, Thing


def left_behind(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_value_that_a_column_cannot_hold_leaves_the_rows_and_says_what_to_do(cli, fake, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fake.answer(
        "things.list", Reply(body=f'{{"{TOTAL}":1,"{ITEMS}":[{{"Id":1,"TotalAmount":0.12345678901}}]}}'.encode())
    )
    ran = cli("export", "things", "--out", "a.parquet")
    assert ran.status == 1
    assert "total_amount has a value that a column of the type decimal128(38, 10) cannot hold exactly" in ran.err
    assert not (tmp_path / "a.parquet").exists()
    calls = len(fake.calls)
    (tmp_path / "a.parquet.part").stat()
    assert cli("export", "things", "--out", "a.parquet", "--fields", "id").status == 0
    assert len(fake.calls) == calls  # the rows were there


def test_secrets_reach_no_file(cli, fake, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    fake.answer("things.list", build_many(Thing, 3, access_token="open-sesame"))
    for name in ("a.jsonl", "a.csv", "a.parquet"):
        assert cli("export", "things", "--out", name).status == 0
        assert b"open-sesame" not in (tmp_path / name).read_bytes()


class Visit(Model, kw_only=True):
    day: date = field(name="Day")
    password: date | None = field(name="Password", default=None)


def test_parquet_has_the_columns_of_to_arrow(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed here")
    interchange = pytest.importorskip("sdk.interchange", reason="this package has no such room")
    lines = [encode({"day": "2026-01-31", "password": "<hidden>"}), encode({"day": "2026-02-01", "password": None})]
    write_file(tmp_path / "a.parquet", ".parquet", lines, Visit, ("day", "password"), guard=True)
    written = parquet.read_table(tmp_path / "a.parquet")
    visits = [Visit(day=date(2026, 1, 31), password=date(2020, 1, 1)), Visit(day=date(2026, 2, 1))]
    assert written.equals(interchange.to_arrow(visits))
    assert [str(one.type) for one in written.schema] == ["date32[day]", "string"]


def test_without_pyarrow_it_says_what_to_install_before_it_asks(cli, fake, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ran = cli("export", "things", "--out", tmp_path / "a.parquet")
    assert (ran.status, fake.calls) == (3, [])
    assert ran.err == f"error: This needs pyarrow: pip install '{NAME}[parquet]'.\n"


def test_a_state_is_replaced_as_a_whole(tmp_path):
    path = tmp_path / "state"
    write_aside(path, b"one")
    write_aside(path, b"two")
    assert path.read_bytes() == b"two"
    assert left_behind(tmp_path) == ["state"]
    assert State("x") == State("x", 1, 0, 0)


@pytest.mark.parametrize("amount", ["1e-30000000", "1e30000000"])
def test_an_amount_with_a_huge_exponent_fits_no_column_of_parquet(cli, fake, tmp_path, monkeypatch, amount):
    monkeypatch.chdir(tmp_path)
    body = f'{{"{TOTAL}":1,"{ITEMS}":[{{"Id":1,"TotalAmount":{amount}}}]}}'.encode()
    fake.answer("things.list", Reply(body=body))
    # Handed on as it is, the small one ends the process.
    ran = cli("export", "things", "--out", "a.parquet", "--fields", "id,total_amount")
    assert ran.status == 1
    assert "total_amount has a value that a column of the type decimal128(38, 10) cannot hold" in ran.err
    assert cli("export", "things", "--out", "a.csv", "--fields", "id,total_amount").status == 0
    assert len((tmp_path / "a.csv").read_bytes()) < 100


def test_a_list_that_is_more_than_its_items_is_refused_in_a_sentence(cli, fake, tmp_path, monkeypatch):
    whole = Command("list", "All things and more.", "GET /things/all", (), answer="Thing")
    monkeypatch.setattr("sdk.cli._export_command._list_of", lambda _: whole)
    ran = cli("export", "things", "--out", tmp_path / "a.csv")
    assert (ran.status, fake.calls) == (2, [])
    assert "things has no list that is items alone" in ran.err


@pytest.mark.parametrize(
    ("name", "kind"), [("Decimal", Decimal), ("datetime", datetime), ("UUID", UUID), ("bytes", bytes), ("int", int)]
)
def test_a_list_may_hold_what_is_no_model(name, kind):
    assert type_of(name) is kind
