"""The guide to the command line shows what is really printed."""

import re
import shlex
import subprocess

import pytest
from envoice.cli._exits import TABLE

from tests.envoice.cli.conftest import ROOT, command, environ
from tests.envoice.examples.account import Account

GUIDE = (ROOT / "docs" / "pages" / "guides" / "command-line.md").read_text(encoding="utf-8")
INVOICES = [
    {
        "Id": 3971,
        "Number": "2026-01-2185",
        "Status": "Unpaid",
        "Client": {"Name": "Jane Roe Ltd"},
        "Duedate": "2026-02-14T00:00:00Z",
        "TotalAmount": 210.15,
        "Currency": {"Value": "EUR"},
    },
    {
        "Id": 3972,
        "Number": "2026-01-7",
        "Status": "Paid",
        "Client": {"Name": "Müller & Söhne"},
        "Duedate": "2026-02-14T00:00:00Z",
        "TotalAmount": 40.25,
        "Currency": {"Value": "EUR"},
    },
]
WORK = {
    "invoice.json": """
        {
            "client_id": 2185, "currency_id": 163, "status": "draft",
            "items": [{"work_type_id": 1, "quantity": 2, "cost": 100.10}]
        }
    """,
    "wrong.json": '{"client_id": 2185, "items": [{"quantitty": 2}]}',
}
SHOWN = [
    (words, printed)
    for block in re.findall(r"```console\n(.*?)\n```", GUIDE, re.DOTALL)
    for words, printed in re.findall(r"^\$ envoice (.*)\n((?:(?!\$ ).*(?:\n|\Z))*)", block, re.MULTILINE)
    # The list of everything changes with the vendor's document, the receiver waits, and the sender says how long.
    if words != "--help" and not words.startswith(("webhooks listen", "webhooks trigger"))
]


@pytest.mark.parametrize(("words", "printed"), SHOWN, ids=[words for words, _ in SHOWN])
def test_what_is_shown_is_what_is_printed(words, printed, tmp_path):
    for name, content in WORK.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    with Account(INVOICES) as account:
        ran = subprocess.run(
            command(*shlex.split(words)),
            cwd=tmp_path,
            env=environ(ENVOICE_BASE_URL=account.url, COLUMNS="80", PYTHONIOENCODING="utf-8"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        said = ran.stdout.replace(account.url, "https://www.envoice.in")
    # The version of the package changes with each release.
    lines = [re.sub(r"envoice-python/\S+", "envoice-python/0.1.0", line).rstrip() for line in said.splitlines()]
    assert lines == printed.splitlines()


def test_there_is_something_to_compare():
    assert len(SHOWN) >= 7


def test_the_exit_statuses_are_all_there():
    rows = dict(re.findall(r"^\| (\d+) \| (.*) \|$", GUIDE, re.MULTILINE))
    assert rows == {str(status): meaning for status, meaning in TABLE}
