"""The example programs, each run as a caller would run it, against an account that remembers."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.envoice.docs.recipes import program
from tests.envoice.examples.account import Account
from tests.envoice.webhooks.receiver import SCHEME, SECRET, delivery
from tests.envoice.webhooks.test_examples import port_in, post

ROOT = Path(__file__).parents[3]
# The overrides are tried from where they lie, as everywhere in the tests.
RUN = (
    "import sys, runpy; from tests import layers; layers.install(); "
    "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
)
KEYS = {"ENVOICE_API_KEY": "key-4f1d2c", "ENVOICE_API_SECRET": "secret-9b7e8a"}


@pytest.fixture
def account():
    with Account() as account:
        yield account


def words_for(name, *words):
    return [sys.executable, "-c", RUN, str(program(name.removesuffix(".py"))), *map(str, words)]


def environ(account, **more):
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    return os.environ | KEYS | {"PYTHONPATH": path, "ENVOICE_BASE_URL": account.url, "PYTHONUNBUFFERED": "1"} | more


@pytest.fixture
def run(account, tmp_path):
    def go(name, *words):
        ran = subprocess.run(
            words_for(name, *words),
            capture_output=True,
            text=True,
            env=environ(account),
            cwd=tmp_path,
            check=False,
            timeout=120,
        )
        assert not any(secret in ran.stdout + ran.stderr for secret in KEYS.values())
        return ran

    return go


WORK = """client_id,work_type_id,description,quantity,cost
2185,1,Design,2,100.10
2185,2,Hosting,1,9.90
7,1,Design,0.5,80
"""


def test_a_month_is_billed_once(run, account, tmp_path):
    (tmp_path / "work.csv").write_text(WORK)
    ran = run("monthly_billing.py", "2026-01", "work.csv")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "2026-01-7: 40.0\n2026-01-2185: 210.1\n2 invoices created\n"
    by_number = {invoice["Number"]: invoice for invoice in account.invoices.values()}
    assert by_number["2026-01-2185"]["ClientId"] == 2185
    assert [item["Cost"] for item in by_number["2026-01-2185"]["Items"]] == [100.10, 9.90]
    assert by_number["2026-01-7"]["Status"] == "Draft"
    ran = run("monthly_billing.py", "2026-01", "work.csv")
    assert ran.stdout == "2026-01-7: there already\n2026-01-2185: there already\n0 invoices created\n"
    assert len(account.invoices) == 2
    assert run("monthly_billing.py", "2026-02", "work.csv").stdout.endswith("2 invoices created\n")


def test_an_invoice_whose_answer_is_lost_is_not_billed_again(run, account, tmp_path):
    (tmp_path / "work.csv").write_text(WORK)
    account.lose = 1
    ran = run("monthly_billing.py", "2026-01", "work.csv")
    assert ran.returncode == 1
    assert "outcome unknown]\nStart again in a few minutes" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert len(account.invoices) == 1
    assert run("monthly_billing.py", "2026-01", "work.csv").stdout.endswith("1 invoices created\n")
    assert sorted(invoice["Number"] for invoice in account.invoices.values()) == ["2026-01-2185", "2026-01-7"]


def overdue(id, days, status="Unpaid"):
    due = datetime.now(UTC) - timedelta(days=days, hours=1)
    return {"Id": id, "Number": f"INV-{id}", "Status": status, "Duedate": due.isoformat(), "TotalAmount": 100.10}


@pytest.fixture
def owing(account):
    rows = [overdue(1, 3), overdue(2, 8), overdue(3, 15, "Overdue"), overdue(4, 40), overdue(5, 40, "Paid")]
    account.invoices = {row["Id"]: row for row in [*rows, {"Id": 6, "Status": "Unpaid", "Duedate": None}]}
    return account


def test_each_reminder_is_sent_once(run, owing):
    assert "INV-2: A kind reminder would be sent" in run("dunning.py", "d.db", "--dry-run").stdout
    assert owing.sent == []
    ran = run("dunning.py", "d.db")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [(mail["InvoiceId"], mail["Subject"]) for mail in owing.sent] == [
        (2, "A kind reminder: invoice INV-2"),
        (3, "Second reminder: invoice INV-3"),
        (4, "Last reminder: invoice INV-4"),
    ]
    assert owing.sent[0]["AttachPdf"] is True
    assert run("dunning.py", "d.db").stdout == "0 reminders sent\n"
    owing.invoices[2] = overdue(2, 14)
    assert run("dunning.py", "d.db").stdout == "INV-2: Second reminder sent\n1 reminders sent\n"
    assert len(owing.sent) == 4


def test_a_reminder_that_was_refused_is_sent_by_the_next_run(run, owing):
    owing.refuse_mail = [429]
    ran = run("dunning.py", "d.db")
    assert "INV-2: invoices.send_to_client: 429" in ran.stderr
    assert [mail["InvoiceId"] for mail in owing.sent] == [3, 4]
    assert run("dunning.py", "d.db").stdout == "INV-2: A kind reminder sent\n1 reminders sent\n"


def test_a_reminder_that_may_have_gone_is_not_sent_again(run, owing):
    owing.refuse_mail = [504]
    ran = run("dunning.py", "d.db")
    assert "INV-2: invoices.send_to_client: 504" in ran.stderr
    assert "outcome unknown]" in ran.stderr
    assert run("dunning.py", "d.db").stdout == "0 reminders sent\n"


def test_webhooks_keep_a_table(account, tmp_path):
    account.invoices[3971] = {"Id": 3971, "Number": "INV-3971", "Status": "Paid", "TotalAmount": 100.10}
    more = {"ENVOICE_WEBHOOK_SECRET": SECRET, "ENVOICE_WEBHOOK_SCHEME": SCHEME, "PORT": "0"}
    with (tmp_path / "said").open("w+") as said:
        process = subprocess.Popen(
            words_for("webhook_to_database.py"),
            cwd=tmp_path,
            env=environ(account, **more),
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            ends = time.monotonic() + 60
            while not port_in(tmp_path / "said"):
                assert process.poll() is None, (tmp_path / "said").read_text()
                assert time.monotonic() < ends
                time.sleep(0.02)
            port = port_in(tmp_path / "said")
            assert post(port, delivery(71)) == (200, "handled")
            assert post(port, delivery(71)) == (200, "handled before")
            account.invoices[3971]["Status"] = "Void"
            assert post(port, delivery(72)) == (200, "handled")
            assert post(port, delivery(73, secret="another")) == (400, "signature refused")
            assert post(port, delivery(74, InvoiceId=404)) == (500, "not handled, deliver again")
        finally:
            process.kill()
            process.wait(60)
    with closing(sqlite3.connect(tmp_path / "invoices.db")) as database:
        activities = database.execute("SELECT id, type, invoice_id FROM activity ORDER BY id").fetchall()
        invoices = database.execute("SELECT * FROM invoice").fetchall()
    assert activities == [(71, "Paid", 3971), (72, "Paid", 3971)]
    assert invoices == [(3971, "INV-3971", "Void", "100.1")]


def test_every_invoice_is_exported_ten_at_a_time(run, account, tmp_path):
    account.invoices = {id: overdue(id, 1) | {"Brand": "new"} for id in range(1, 251)}
    account.delay = 0.02
    ran = run("async_bulk_export.py", "all.jsonl")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "250 invoices exported\n", "")
    rows = [json.loads(line, parse_float=Decimal) for line in (tmp_path / "all.jsonl").read_text().splitlines()]
    assert [row["Id"] for row in rows] == list(range(1, 251))
    assert (rows[0]["TotalAmount"], rows[0]["Brand"]) == (Decimal("100.1"), "new")
    assert 1 < account.most_at_once <= 12
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


def test_an_export_that_fails_leaves_what_was_there(run, account, tmp_path):
    (tmp_path / "all.jsonl").write_text("mine")
    account.invoices = {id: overdue(id, 1) for id in range(1, 30)}
    account.details = lambda query, body: (500, {}) if query["id"] == "20" else (200, account.invoices[1])
    ran = run("async_bulk_export.py", "all.jsonl")
    assert ran.returncode == 1
    assert re.fullmatch(r"invoices\.get: 500 .*\n", ran.stderr)
    assert (tmp_path / "all.jsonl").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]
