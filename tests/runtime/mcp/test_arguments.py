"""What a tool is given: checked before anybody is asked and anything is sent, exact, and never a file by accident."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sdk.mcp import _operations

from tests.runtime.mcp.conftest import Person, text

WHOLE = {
    "number": "T-1",
    "status": "draft",
    "total_amount": "100.10",
    "made_on": "2026-01-31",
    "urgent": True,
    "owner_id": 12,
    "parts": [{"cost": "0.10", "Quantity": 2}],
}


def test_everything_that_is_given_is_sent_as_it_is(call, fake):
    result = call("call_write", {"operation": "things.create", "arguments": WHOLE}, allow=("write",), person=Person())
    assert not result.is_error, text(result)
    body = fake.calls_to("things.create")[0].body
    assert body["TotalAmount"] == Decimal("100.10")
    assert datetime.fromisoformat(body["MadeOn"]) == datetime(2026, 1, 31, tzinfo=UTC)
    assert (body["Number"], body["Status"], body["Urgent"], body["OwnerId"]) == ("T-1", "Draft", True, 12)
    assert body["Parts"] == [{"Cost": Decimal("0.10"), "Quantity": 2}]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"numbr": "T"}, "things.create has no argument 'numbr'; did you mean number?"),
        ({"total_amount": 100.1}, 'total_amount must be a text, such as "100.10", so that no digit of it is lost.'),
        ({"total_amount": "1e3"}, "total_amount: '1e3' is no decimal number; write it like 100.10."),
        ({"parts": [{"cost": 0.1}]}, 'parts[0].cost must be a text, such as "100.10", so that no digit of it is lost.'),
        ({"parts": [{"cost": "NaN"}]}, "parts[0].cost: 'NaN' is no decimal number; write it like 100.10."),
        ({"parts": [{"csot": "1"}]}, "parts[0].csot: Part has no such field; did you mean cost?"),
        ({"status": "lost"}, "status: 'lost' is none of draft, paid, unpaid; an unknown value is written raw:VALUE."),
        ({"status": 1}, "status must be a text."),
        ({"made_on": "soon"}, "made_on: 'soon' is no date; write it like 2026-01-31 or 2026-01-31T11:30:00+01:00."),
        ({"made_on": 20260131}, "made_on must be a text."),
        ({"urgent": "yes"}, "urgent must be true or false."),
        ({"owner_id": "12"}, "owner_id must be a whole number that fits in 64 bits."),
        ({"owner_id": True}, "owner_id must be a whole number that fits in 64 bits."),
        ({"owner_id": 2**63}, "owner_id must be a whole number that fits in 64 bits."),
        ({"number": 7}, "number must be a text."),
        ({"access_token": "x"}, "things.create has no argument 'access_token'; it takes "),
    ],
)
def test_what_is_wrong_is_told_before_anybody_is_asked(call, fake, given, said):
    person = Person()
    arguments = {"operation": "things.create", "arguments": given}
    refused = call("call_write", arguments, allow=("write",), person=person)
    assert refused.is_error
    assert text(refused).startswith(said)
    assert person.asked == []
    fake.assert_not_called()


def test_what_is_lacking_is_named(call, fake):
    assert text(call("things_get")) == "things.get needs id."
    refused = call("call_read", {"operation": "things.get", "arguments": [7]})
    assert text(refused) == "arguments must be an object, with the arguments by name."
    fake.assert_not_called()


@pytest.mark.parametrize("skip", [-1, "1", True, 1.5])
def test_how_many_are_skipped_is_a_number(call, fake, skip):
    assert text(call("things_list", {"skip": skip})) == "skip must be a whole number from 0."
    fake.assert_not_called()


def test_no_text_is_taken_for_a_file(call, fake, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text('{"cost": "1"}')
    for name in ("parts", "number", "made_on"):
        call(
            "call_write",
            {"operation": "things.create", "arguments": {name: f"@{secret}"}},
            allow=("write",),
            person=Person(),
        )
    for one in fake.calls:
        assert b"cost" not in (one.content or b"").lower()
    assert fake.calls_to("things.create")[-1].body["Number"] == f"@{secret}"


def test_a_secret_that_must_be_given_has_no_place_in_a_conversation(call, fake, monkeypatch):
    known = _operations.operations()
    command = known["things.create"].command
    needed = tuple(one._replace(required=one.name == "access_token") for one in command.arguments)
    changed = known["things.create"]._replace(command=command._replace(arguments=needed))
    monkeypatch.setitem(known, "things.create", changed)
    refused = call("call_write", {"operation": "things.create"}, allow=("write",), person=Person())
    assert text(refused) == (
        "things.create needs access_token, a secret, which has no place in a conversation; call it from the command "
        "line or from Python."
    )
    fake.assert_not_called()
