"""An export is whole or not there, whatever stops it; no row comes twice or is lost."""

import csv
import json
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from decimal import Decimal

import pyarrow.parquet
import pytest
from envoice.cli._export_command import _LISTED

from tests.envoice.cli.conftest import command, environ
from tests.envoice.cli.listing import Listing


@pytest.fixture
def listing():
    with Listing() as server:
        yield server


@pytest.fixture
def export(process, listing, tmp_path):
    def go(*words, **settings):
        env = {"ENVOICE_BASE_URL": listing.url} | settings.pop("env", {})
        return process("--retries", 0, "export", "invoices", *words, env=env, cwd=tmp_path, **settings)

    return go


def ids_of(path):
    return [json.loads(line)["id"] for line in path.read_text().splitlines()]


def left_behind(folder):
    return sorted(path.name for path in folder.iterdir())


def until(condition, process):
    ends = time.monotonic() + 60
    while not condition():
        assert process.poll() is None, process.returncode
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_json_lines_are_whole_and_exact(export, listing, tmp_path):
    ran = export("--out", "a.jsonl")
    assert (ran.status, ran.out, ran.err) == (0, "", "1000 rows written to a.jsonl.\n")
    assert ids_of(tmp_path / "a.jsonl") == listing.ids
    assert '"total_amount":1.50' in (tmp_path / "a.jsonl").read_text().splitlines()[0]
    assert listing.pages[:10] == list(range(1, 11))
    assert len(listing.pages) <= 11  # whether the list has ended may take one page more to know
    assert left_behind(tmp_path) == ["a.jsonl"]


def test_csv_is_guarded_and_has_the_fields(export, tmp_path):
    assert export("--out", "a.csv", "--fields", "id,client.name,total_amount").status == 0
    with (tmp_path / "a.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows[:2] == [["id", "client.name", "total_amount"], ["1", "'=Jane", "1.50"]]
    assert len(rows) == 1001
    assert left_behind(tmp_path) == ["a.csv"]


def test_parquet_has_exact_types(export, tmp_path):
    assert export("--out", "a.parquet").status == 0
    table = pyarrow.parquet.read_table(tmp_path / "a.parquet")
    kinds = {field.name: str(field.type) for field in table.schema}
    assert (kinds["id"], kinds["number"], kinds["status"]) == ("int64", "string", "string")
    assert (kinds["total_amount"], kinds["issued_on"]) == ("decimal128(38, 10)", "timestamp[us, tz=UTC]")
    assert table.num_rows == 1000
    row = table.slice(9, 1).to_pylist()[0]
    assert (row["id"], row["total_amount"]) == (10, Decimal("10.5"))
    assert row["issued_on"].astimezone(UTC) == datetime(2026, 1, 31, 10, 30, tzinfo=UTC)
    assert json.loads(row["client"])["name"] == "=Jane"


def test_a_kill_half_way_loses_nothing_and_repeats_nothing(listing, export, tmp_path):
    listing.delay = 0.05
    words = ["export", "invoices", "--out", "a.jsonl", "--page-size", "50"]
    env = environ(ENVOICE_BASE_URL=listing.url)
    process = subprocess.Popen(command(*words), env=env, cwd=tmp_path, stderr=subprocess.PIPE)
    until(lambda: len(listing.pages) >= 8, process)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    assert not (tmp_path / "a.jsonl").exists()
    assert left_behind(tmp_path) == ["a.jsonl.part", "a.jsonl.part.state"]
    listing.delay, asked = 0.0, len(listing.pages)
    ran = export("--out", "a.jsonl", "--page-size", "50")
    assert ran.status == 0
    assert ids_of(tmp_path / "a.jsonl") == listing.ids
    # The last page that was kept is asked for again, and none before it.
    assert asked - 3 <= listing.pages[asked] <= asked
    assert listing.pages[asked:][: 21 - listing.pages[asked]] == list(range(listing.pages[asked], 21))
    assert left_behind(tmp_path) == ["a.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_an_interrupt_says_how_to_go_on(listing, export, tmp_path):
    listing.delay = 0.05
    env = environ(ENVOICE_BASE_URL=listing.url)
    words = command("export", "invoices", "--out", "a.csv", "--page-size", "50")
    process = subprocess.Popen(words, env=env, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    until(lambda: len(listing.pages) >= 5, process)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert "rows are kept in a.csv.part; the same command goes on from there.\n" in said
    assert said.endswith("error: interrupted.\n")
    listing.delay = 0.0
    assert export("--out", "a.csv", "--page-size", "50").err.endswith("\n1000 rows written to a.csv.\n")


def test_a_page_that_was_written_and_not_counted_does_not_come_twice(export, listing, tmp_path):
    listing.fail_at = 4
    assert export("--out", "a.jsonl").status == 10
    with (tmp_path / "a.jsonl.part").open("ab") as file:
        file.write(b'{"id":301}\n{"id":30')
    listing.fail_at = None
    ran = export("--out", "a.jsonl")
    assert ran.status == 0
    assert ran.err.startswith("Going on after the 300 rows in a.jsonl.part; --restart begins anew.\n")
    assert ids_of(tmp_path / "a.jsonl") == listing.ids


def test_rows_that_became_the_file_are_forgotten(export, listing, tmp_path):
    listing.fail_at = 4
    export("--out", "a.jsonl")
    (tmp_path / "a.jsonl.part").rename(tmp_path / "a.jsonl")  # and there the process ended
    listing.fail_at = None
    assert export("--out", "a.jsonl", "--force").status == 0
    assert ids_of(tmp_path / "a.jsonl") == listing.ids
    assert left_behind(tmp_path) == ["a.jsonl"]


def test_what_is_deleted_meanwhile_hides_no_other_row(export, listing, tmp_path):
    listing.fail_at = 4
    assert export("--out", "a.jsonl").status == 10
    gone = listing.ids[:40]
    listing.ids, listing.fail_at = listing.ids[40:], None
    assert export("--out", "a.jsonl").status == 0
    assert ids_of(tmp_path / "a.jsonl") == gone + listing.ids


def test_what_is_added_meanwhile_repeats_no_row(export, listing, tmp_path):
    listing.fail_at = 4
    assert export("--out", "a.jsonl").status == 10
    listing.ids, listing.fail_at = list(range(5001, 5151)) + listing.ids, None
    assert export("--out", "a.jsonl").status == 0
    found = ids_of(tmp_path / "a.jsonl")
    assert len(found) == len(set(found))
    assert set(range(1, 1001)) <= set(found)


@pytest.mark.parametrize("growth", [[3], [100], [40, 0, 70], [100, 100, 0, 5]])
def test_what_is_added_while_it_is_exported_repeats_and_hides_no_row(export, listing, tmp_path, growth):
    listing.growth = growth
    assert export("--out", "a.jsonl").status == 0
    found = ids_of(tmp_path / "a.jsonl")
    assert len(found) == len(set(found))
    assert set(range(1, 1001)) <= set(found)


def test_another_question_does_not_go_on_with_these_rows(export, listing, tmp_path):
    listing.fail_at = 4
    export("--out", "a.jsonl")
    listing.fail_at = None
    for change in ({"words": ["--page-size", "7"]}, {"env": {"ENVOICE_API_KEY": "another"}}):
        ran = export("--out", "a.jsonl", *change.get("words", ()), env=change.get("env", {}))
        assert ran.status == 3
        assert "belongs to an export of something else" in ran.err
        assert "--restart begins anew" in ran.err
    assert export("--out", "a.jsonl", "--page-size", "500", "--restart").status == 0
    assert ids_of(tmp_path / "a.jsonl") == listing.ids


@pytest.mark.parametrize("state", ["", "{", '{"asked": 5}'])
def test_a_broken_state_is_told(export, listing, tmp_path, state):
    listing.fail_at = 4
    export("--out", "a.jsonl")
    (tmp_path / "a.jsonl.part.state").write_text(state)
    ran = export("--out", "a.jsonl")
    assert (ran.status, ran.err) == (3, "error: a.jsonl.part.state cannot be read; --restart begins anew.\n")


def test_two_exports_do_not_write_one_file(listing, export, tmp_path):
    listing.delay = 0.2
    env = environ(ENVOICE_BASE_URL=listing.url)
    words = command("export", "invoices", "--out", "a.jsonl")
    process = subprocess.Popen(words, env=env, cwd=tmp_path, stderr=subprocess.PIPE)
    until(lambda: listing.pages, process)
    ran = export("--out", "a.jsonl")
    assert ran.status == 3
    assert "Another export is writing a.jsonl.part" in ran.err
    listing.delay = 0.0
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert ids_of(tmp_path / "a.jsonl") == listing.ids


def test_a_file_that_is_there_stays_until_the_new_one_is_whole(export, listing, tmp_path):
    target = tmp_path / "a.csv"
    target.write_text("mine")
    ran = export("--out", "a.csv")
    assert (ran.status, listing.pages) == (2, [])
    listing.fail_at = 3
    assert export("--out", "a.csv", "--force").status == 10
    assert target.read_text() == "mine"
    listing.fail_at = None
    assert export("--out", "a.csv", "--force").status == 0
    assert target.read_text().startswith("access_token,client,")


def test_a_folder_that_cannot_be_written_is_told(export, listing, tmp_path):
    (tmp_path / "a.jsonl.part").mkdir()
    ran = export("--out", "a.jsonl")
    assert ran.status == 13
    assert ran.err.startswith("error: a.jsonl.part: ")


def test_every_list_can_be_exported(cli, fake, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "invoices" in _LISTED
    for resource in _LISTED:
        for suffix in ("jsonl", "csv", "parquet"):
            ran = cli("export", resource, "--out", f"{resource}.{suffix}")
            assert (ran.status, ran.err.partition(" ")[2]) == (0, f"rows written to {resource}.{suffix}.\n")
            assert (tmp_path / f"{resource}.{suffix}").stat().st_size > 0
    assert len(left_behind(tmp_path)) == 3 * len(_LISTED)


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_memory_does_not_grow_with_the_list(export, listing, tmp_path):
    """The peak of a list ten times as long is hardly higher."""
    peaks = []
    probe = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    program = f"import sys, tests.conftest; from envoice.cli import main; main(); {probe}"
    for count in (1_000, 20_000):
        listing.ids = list(range(1, count + 1))
        name = f"{count}.parquet"
        words = [sys.executable, "-c", program, "export", "invoices", "--out", name, "--page-size", "1000"]
        env = environ(ENVOICE_BASE_URL=listing.url)
        ran = subprocess.run(words, env=env, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=120)
        peaks.append(int(ran.stdout))
    assert peaks[1] - peaks[0] < 60_000  # KiB; the rows alone would be more
