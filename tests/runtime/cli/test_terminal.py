"""What a person at a terminal gets: a question before a deletion, and a mark where a table leaves out columns."""

import io
import sys

import pytest
from sdk.testing import build

from tests.runtime.small_api import Owner, Part, Thing


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def answering(monkeypatch):
    """Sit at a terminal and type an answer."""

    def sit(text):
        monkeypatch.setattr(sys, "stdin", Terminal(text))
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    return sit


def deleted(fake):
    return [call.operation for call in fake.calls]


def test_a_yes_deletes(cli, fake, answering):
    answering("y\n")
    ran = cli("things", "delete", 5)
    assert (ran.status, deleted(fake)) == (0, ["things.delete"])
    assert "things delete 5 at https://" in ran.err
    assert ran.err.count("go on? [y/N]") == 1


@pytest.mark.parametrize(("text", "status"), [("n\n", 1), ("\n", 1), ("", 130)])
def test_anything_else_sends_nothing(cli, fake, answering, text, status):
    answering(text)
    ran = cli("things", "delete", 5)
    # Older ones of click ask by a blank in the output.
    assert (ran.status, ran.out.strip(), deleted(fake)) == (status, "", [])
    assert "Nothing was sent." in ran.err or "interrupted." in ran.err


@pytest.mark.parametrize("words", [["--yes"], ["-y"], ["--dry-run"]])
def test_who_says_yes_beforehand_is_not_asked(cli, fake, answering, words):
    answering("")
    assert cli("things", "delete", 5, *words).status == 0
    assert deleted(fake) == ([] if words == ["--dry-run"] else ["things.delete"])


def test_a_script_is_not_asked(cli, fake, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert (cli("things", "delete", 5).status, deleted(fake)) == (0, ["things.delete"])


def test_only_a_deletion_is_asked_about(cli, fake, answering):
    answering("")
    assert cli("things", "change-status", 5, "--status", "paid").status == 0
    assert "no option --yes" in cli("things", "change-status", 5, "--status", "paid", "--yes").err


def test_a_table_says_what_it_leaves_out(cli, fake):
    fake.answer("things.list", [build(Thing, owner=Owner(name="Jane Roe"), number="N" * 11)])
    narrow = cli("things", "list", columns=40)
    assert narrow.out.splitlines()[0].rstrip().endswith("…")
    assert max(map(len, narrow.out.splitlines())) <= 40
    assert narrow.err == "… Not wide enough for made_on, total_amount; --fields chooses columns, --json has all.\n"
    wide = cli("things", "list", columns=120)
    assert ("…" in wide.out, wide.err) == (False, "")


def test_a_column_that_is_empty_is_not_missed(cli, fake):
    fake.answer("things.list", [Thing(id=1, number="N-1")])
    ran = cli("things", "list", columns=20)
    assert ("…" in ran.out, ran.err) == (False, "")


def test_the_inner_table_of_one_thing_says_it_too(cli, fake):
    fake.answer("things.get", build(Thing, parts=[build(Part, description="a long text on a part")]))
    ran = cli("things", "get", 1, columns=24)
    assert "… parts has " in ran.err
    assert any(line.rstrip().endswith("…") for line in ran.out.splitlines())
