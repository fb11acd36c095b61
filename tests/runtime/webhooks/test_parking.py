"""Events that fail too often are parked, listed, retried and dropped."""

import asyncio
import threading

import pytest
from sdk.errors import ConfigurationError
from sdk.webhooks import MemoryStore, WebhookHandler
from sdk.webhooks.stores import AsyncSQLStore, SQLStore

from tests.runtime.webhooks.effects import write
from tests.runtime.webhooks.receiver import PERSONAL, SECRET, delivery, webhooks

KEY = "event:71"


def post(handler, id=71, **how):
    outcome = handler.handle(delivery(id), {"Authorization": "Basic eA==", "X-Trace": "1"}, **how)
    return outcome.status, outcome.text


def failing(handler, times):
    faults = [ValueError(f"{PERSONAL} with {SECRET}")] * times

    @handler.on(name="fails")
    def fails(event, connection):
        write(event, connection)
        if faults:
            raise faults.pop()


def plainly_failing(handler, times):
    faults = [ValueError("no")] * times

    @handler.on(name="fails")
    def fails(event):
        if faults:
            raise faults.pop()


def test_after_so_many_failures_an_event_is_parked_without_secrets(effects, caplog):
    counted = []
    handler = effects.handler(attempts=2, counter=counted.append)
    failing(handler, 3)
    assert [post(handler, transaction=True) for _ in range(3)] == [
        (500, "not handled, deliver again"),
        (200, "parked"),
        (200, "parked"),
    ]
    assert effects.count == []
    assert counted == ["failed", "failed", "parked"]
    (parked,) = handler.store.parked()
    assert (parked.key, parked.attempts, parked.error) == (KEY, 2, "ValueError: <hidden> with <hidden>")
    assert parked.body == delivery()
    assert parked.headers == {"X-Trace": "1"}
    assert PERSONAL not in repr(parked)
    assert "event:71 is parked after 2 attempts" in caplog.text


def test_a_parked_event_is_retried_until_it_succeeds(effects):
    counted = []
    handler = effects.handler(attempts=1, counter=counted.append)
    failing(handler, 2)
    post(handler, transaction=True)
    assert handler.retry(KEY, transaction=True).text == "parked"
    assert handler.store.parked()[0].attempts == 2
    assert handler.retry(KEY, transaction=True).text == "handled"
    assert handler.store.parked() == []
    assert effects.count == [(71, "done")]
    assert post(handler, transaction=True) == (200, "handled before")
    assert counted == ["failed", "parked", "retried", "failed", "retried"]
    with pytest.raises(ConfigurationError, match="No event 'event:71' is parked"):
        handler.retry(KEY)


def test_a_dropped_event_is_handled_as_new_when_it_comes_again(effects):
    handler = effects.handler(attempts=1)
    failing(handler, 1)
    post(handler, transaction=True)
    assert handler.store.drop(KEY)
    assert not handler.store.drop(KEY)
    assert post(handler, transaction=True) == (200, "handled")


def test_events_are_parked_without_transactions_too(effects):
    handler = effects.handler(attempts=2)
    plainly_failing(handler, 2)
    assert [post(handler)[1] for _ in range(3)] == ["not handled, deliver again", "parked", "parked"]
    assert handler.retry(KEY).text == "handled"
    assert handler.store.parked() == []
    assert post(handler)[1] == "handled before"


def test_a_plain_success_forgets_the_failures_before_it(effects):
    handler = effects.handler(attempts=2)
    plainly_failing(handler, 1)
    assert [post(handler)[0] for _ in range(2)] == [500, 200]
    assert effects.rows("failures") == []


def test_an_owners_failures_are_counted_once_its_transaction_is_over(effects):
    handler = effects.handler(attempts=1)
    failing(handler, 1)
    with effects.engine.connect() as connection:
        with pytest.raises(ValueError, match="Jane"):
            post(handler, connection=connection)
        connection.rollback()
    wait_for_threads()
    with effects.engine.begin() as connection:
        assert post(handler, connection=connection) == (200, "parked")
    assert effects.count == []


def wait_for_threads():
    for thread in threading.enumerate():
        if thread.name.endswith(".webhooks.failures"):
            thread.join(60)


def test_an_asynchronous_handler_parks_and_retries(async_effects):
    async def test():
        engine = async_effects.async_engine()
        handler = async_effects.async_handler(engine, attempts=1)
        failing(handler, 1)
        first = (await handler.handle(delivery(), transaction=True)).text
        found = await handler.store.parked()
        second = (await handler.retry(KEY, transaction=True)).text
        failing_again = await handler.store.drop(KEY)
        await engine.dispose()
        return first, [one.key for one in found], second, failing_again

    assert asyncio.run(test()) == ("parked", [KEY], "handled", False)
    assert async_effects.count == [(71, "done")]


@pytest.mark.parametrize("kind", [SQLStore, AsyncSQLStore])
def test_parking_needs_a_connection_of_its_own_and_says_so(kind):
    with pytest.raises(ConfigurationError, match="needs an engine or a URL: a rollback of the caller's transaction"):
        kind(attempts=3)


@pytest.mark.parametrize("attempts", [0, -1, True, 1.5, "3"])
def test_attempts_that_are_none_are_refused(attempts):
    with pytest.raises(ConfigurationError, match="attempts= of a SQL store must be a whole number from 1"):
        SQLStore(attempts=attempts)


def test_a_store_that_parks_nothing_retries_nothing():
    with pytest.raises(ConfigurationError, match="Events are parked by a SQLStore"):
        WebhookHandler(webhooks(), store=MemoryStore()).retry(KEY)


def test_a_counter_that_fails_leaves_the_answer(effects, caplog):
    handler = effects.handler(attempts=1, counter=lambda name: 1 / 0)
    failing(handler, 1)
    assert post(handler, transaction=True) == (200, "parked")
    assert "counter= failed: ZeroDivisionError" in caplog.text
