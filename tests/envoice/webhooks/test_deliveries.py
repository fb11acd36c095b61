"""Envoice's deliveries through the receivers of the runtime: what type they are of, and how they are told apart."""

import hmac

import pytest
from envoice import ActivityType

from tests.envoice.webhooks.receiver import PAID, PERSONAL, SECRET, TIMESTAMP, UNPAID, Receiver, delivery
from tests.receiving import KINDS, recorder


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


def test_what_the_service_may_call_a_type_reaches_its_handler(kind):
    ran, receiver = [], Receiver(kind)
    receiver.add(recorder(ran, "paid"), ActivityType.PAID)
    for id, type in enumerate((PAID, "11", "Paid", "paid")):
        assert receiver.post(delivery(id + 1, type)) == (200, "handled")
    assert len(ran) == 4


def test_an_event_without_a_member_that_is_known_is_refused_and_not_lost(kind, caplog):
    receiver = Receiver(kind)
    activity = b'{"event":3}'
    signature = hmac.new(SECRET.encode(), TIMESTAMP.encode() + activity, "sha256").hexdigest().encode()
    body = b'{"Signature":"%s","Timestamp":"%s","Activity":%s}' % (signature, TIMESTAMP.encode(), activity)
    assert receiver.post(body) == (400, "body refused")
    assert "none of the documented members" in caplog.text


def test_an_activity_is_handled_once_and_known_by_its_id(kind, caplog):
    receiver, ran = Receiver(kind), []
    receiver.add(recorder(ran, "paid"), ActivityType.PAID)
    assert receiver.post(delivery())[1] == "handled"
    assert receiver.post(delivery(timestamp="2026-01-31T11:43:31Z"))[1] == "handled before"
    assert receiver.post(delivery(72, UNPAID))[1] == "nothing to do"
    assert ran == [("paid", 71)]
    assert set(receiver.store._marks) == {"activity:71"}


@pytest.mark.parametrize("id", [None, 0])
def test_activities_without_an_id_are_told_apart_by_their_bytes(kind, id):
    receiver, ran = Receiver(kind), []
    receiver.add(recorder(ran, "every"))
    first, second = delivery(id), delivery(id, timestamp="2026-01-31T11:43:31Z")
    assert [receiver.post(body)[1] for body in (first, second, first)] == ["handled", "handled", "handled before"]
    assert ran == [("every", id)] * 2


def test_a_failure_is_logged_without_what_the_delivery_held(kind, caplog):
    receiver = Receiver(kind)

    def fails(event):
        raise ValueError(f"no room for {event.activity.message}")

    receiver.add(fails)
    assert receiver.post(delivery())[0] == 500
    assert "activity:71" in caplog.text
    assert "ValueError: no room for <hidden>" in caplog.text
    assert PERSONAL not in caplog.text


def test_a_decorator_without_parentheses_is_told_the_name_of_a_type(kind):
    with pytest.raises(Exception, match=r"as in @handler\.on\(ActivityType\.CREATED\)"):
        Receiver(kind).handler.on(lambda event: None)
