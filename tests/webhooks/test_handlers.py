"""Which handlers an event goes to, in which order, and what is refused as a handler."""

import pytest
from envoice import ActivityType
from envoice.errors import ConfigurationError
from envoice.webhooks.dispatch import AsyncWebhookHandler, WebhookHandler
from envoice.webhooks.stores import MemoryStore

from tests.webhooks.receiver import PAID, UNKNOWN, UNPAID, Receiver, delivery, recorder, webhooks


def test_an_event_goes_to_the_handlers_of_its_type_and_of_every_type_in_order(receiver):
    ran = []
    receiver.add(recorder(ran, "every"))
    receiver.add(recorder(ran, "paid"), ActivityType.PAID)
    receiver.add(recorder(ran, "both"), ActivityType.UNPAID, ActivityType.PAID)
    receiver.add(recorder(ran, "unpaid"), ActivityType.UNPAID)
    assert receiver.post(delivery(1, PAID)) == (200, "handled")
    assert receiver.post(delivery(2, UNPAID)) == (200, "handled")
    assert ran == [("every", 1), ("paid", 1), ("both", 1), ("every", 2), ("both", 2), ("unpaid", 2)]


@pytest.mark.parametrize("type", [UNKNOWN, None])
def test_an_unknown_type_and_none_go_to_the_handlers_of_every_event(receiver, type):
    ran = []
    receiver.add(recorder(ran, "paid"), ActivityType.PAID)
    receiver.add(recorder(ran, "every"))
    assert receiver.post(delivery(5, type)) == (200, "handled")
    assert ran == [("every", 5)]


def test_a_type_that_this_version_does_not_know_can_be_asked_for(receiver):
    ran = []
    receiver.add(recorder(ran, "unknown"), ActivityType(webhooks().unwrap(delivery(5, UNKNOWN)).type))
    assert receiver.post(delivery(5, UNKNOWN)) == (200, "handled")
    assert ran == [("unknown", 5)]


def test_an_event_that_nobody_is_for_is_answered_and_not_remembered(receiver):
    ran = []
    receiver.add(recorder(ran, "paid"), ActivityType.PAID)
    assert receiver.post(delivery(6, UNPAID)) == (200, "nothing to do")
    receiver.add(recorder(ran, "unpaid"), ActivityType.UNPAID)
    assert receiver.post(delivery(6, UNPAID)) == (200, "handled")
    assert ran == [("unpaid", 6)]


def test_what_no_handler_is_for_can_be_seen_to(receiver):
    ran = []
    receiver.add(recorder(ran, "paid"), ActivityType.PAID)
    receiver.handler.unmatched(receiver.fitting(recorder(ran, "unmatched")))
    for id, type in ((1, PAID), (2, UNPAID), (3, None), (3, None)):
        receiver.post(delivery(id, type))
    assert ran == [("paid", 1), ("unmatched", 2), ("unmatched", 3)]


def test_a_function_registered_twice_runs_once(receiver):
    ran = []
    function = receiver.add(recorder(ran, "twice"), ActivityType.PAID)
    receiver.handler.on()(function)
    receiver.post(delivery())
    assert ran == [("twice", 71)]


def test_functions_of_one_name_are_told_apart(receiver):
    ran = []
    for number in range(3):
        receiver.add(lambda event, number=number: ran.append(number))
    receiver.post(delivery())
    assert ran == [0, 1, 2]


@pytest.mark.parametrize("made", [WebhookHandler, AsyncWebhookHandler])
def test_a_decorator_without_parentheses_is_refused(made):
    with pytest.raises(ConfigurationError, match=r"as in @handler\.on\(ActivityType\.PAID\)"):
        made(webhooks(), store=MemoryStore()).on(lambda event: None)


@pytest.mark.parametrize("made", [WebhookHandler, AsyncWebhookHandler])
@pytest.mark.parametrize("types", [("Paid",), (PAID,), (ActivityType.PAID, "Paid"), (None,)])
def test_what_is_no_type_is_refused(made, types):
    with pytest.raises(ConfigurationError, match="takes members of ActivityType"):
        made(webhooks(), store=MemoryStore()).on(*types)


@pytest.mark.parametrize("made", [WebhookHandler, AsyncWebhookHandler])
def test_what_is_no_function_is_refused(made):
    with pytest.raises(ConfigurationError, match="must be a function that takes an event; got 'paid'"):
        made(webhooks(), store=MemoryStore()).on()("paid")


def test_coroutines_where_nothing_awaits_them_are_refused():
    async def paid(event): ...

    handler = WebhookHandler(webhooks(), store=MemoryStore())
    for register in (handler.on(), handler.unmatched):
        with pytest.raises(ConfigurationError, match=r"paid is asynchronous: register it with AsyncWebhookHandler"):
            register(paid)
    for name in ("enqueue", "on_error"):
        with pytest.raises(ConfigurationError, match="paid is asynchronous"):
            WebhookHandler(webhooks(), store=MemoryStore(), **{name: paid})


def test_an_asynchronous_store_where_nothing_awaits_it_is_refused():
    class Store:
        async def claim(self, key): ...

    with pytest.raises(ConfigurationError, match="Store is asynchronous: use it with AsyncWebhookHandler"):
        WebhookHandler(webhooks(), store=Store())


def test_a_function_that_gives_a_coroutine_fails_instead_of_doing_nothing(caplog):
    async def paid(event):
        pytest.fail("it was not to run")

    receiver = Receiver("sync")
    receiver.add(lambda event: paid(event))  # noqa: PLW0108 - what hides that it is asynchronous
    assert receiver.post(delivery())[0] == 500
    assert "ConfigurationError" in caplog.text
