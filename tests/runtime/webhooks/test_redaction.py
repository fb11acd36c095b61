"""What the log says of a failure: its type and message, without secrets and without what the delivery held."""

import pytest
from sdk.webhooks.redaction import describe, redact

from tests.runtime.webhooks.receiver import PERSONAL, SECRET, Receiver, delivery

HELD = delivery(link="https://x.invalid/i?a=b", number="INV-71/é", order="ab", note="plain words only")


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        (PERSONAL, "<hidden>"),
        ("no client Jane Roe", "no client <hidden> <hidden>"),
        ("no client jane", "no client <hidden>"),
        ("at 10.1.2.3:80", "at <hidden>:80"),
        ("Janet", "Janet"),
        ("the invoice could not be settled from this account", "the invoice could not be settled from this account"),
        ("'INV-71/é'", "'<hidden>'"),
        ("INV-71%2F%C3%A9", "<hidden>"),
        ("inv-71/\\u00e9", "<hidden>"),
        ("ab", "ab"),
        ("plain words only", "<hidden>"),
        ("plain", "plain"),
        ("database is locked", "database is locked"),
        ("redis://user:hunter2@host is gone", "redis://<hidden>@host is gone"),
        ("host=x password=hunter2 dbname=y", "host=x password=<hidden> dbname=y"),
        ("{'token': 'abc', 'n': 1}", "{'token': <hidden>, 'n': 1}"),
        ("Authorization: Bearer abc.def", "Authorization: <hidden>"),
        (f"signed with {SECRET}!", "signed with <hidden>!"),
        ("two\nlines\x1b[31m", "two lines?[31m"),
        ("x" * 1000, "x" * 499 + "…"),
    ],
)
def test_a_message_is_redacted(message, wanted):
    assert redact(message, HELD, [SECRET]) == wanted


@pytest.mark.parametrize("secret", ["sé cret", 'q"uote', "\udcff-lone", "a&b c"])
def test_a_secret_is_hidden_in_every_form(secret):
    for message in (f"{secret}", f"{secret!r}"):
        assert redact(message, b"", [secret]).replace("'", "") == "<hidden>"


@pytest.mark.parametrize("held", [b"", b"\xff", b"[" * 100_000, b"{}", b"[1, null, [true]]"])
def test_a_delivery_that_cannot_be_read_hides_nothing(held):
    assert redact("text 1", held, []) == "text 1"


def test_errors_whose_message_is_lacking_or_fails():
    class MuteError(Exception):
        def __str__(self):
            raise ZeroDivisionError

    assert describe(MuteError(), b"{}", []).endswith("MuteError: its message cannot be read")
    assert describe(KeyError(), b"{}", []) == "KeyError"
    assert describe(None, b"{}", []) == ""


def test_the_log_has_the_message_of_handlers_and_stores(kind, caplog):
    receiver = Receiver(kind)

    def fails(event):
        raise ValueError(f"{SECRET} of {event.message}: the ledger is closed")

    receiver.add(fails)
    assert receiver.post(delivery()) == (500, "not handled, deliver again")
    assert "ValueError: <hidden> of <hidden>: the ledger is closed" in caplog.text
    assert SECRET not in caplog.text
    assert PERSONAL not in caplog.text
