"""Events of one line are handled one at a time, the lowest id that waits first; lines side by side."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sdk.errors import ConfigurationError
from sdk.webhooks import AsyncWebhookHandler, MemoryStore, WebhookHandler
from sdk.webhooks.sql.ordering import place_of
from sdk.webhooks.stores import AsyncSQLStore, SQLStore

from tests.runtime.webhooks.effects import write
from tests.runtime.webhooks.receiver import delivery, webhooks


def line_of(event):
    return None if event.message == "no line" else event.id // 100


def ordered(effects, *, parked_blocks=True, **terms):
    store = SQLStore(effects.engine, **terms)
    return WebhookHandler(webhooks(), store=store, order_by=line_of, parked_blocks=parked_blocks)


def post(handler, id, **members):
    return handler.handle(delivery(id, **members), {}, transaction=True).text


def test_what_waits_before_an_event_is_handled_before_it(effects):
    handler, faults = ordered(effects), [ValueError("no")] * 2

    @handler.on(name="write")
    def fails_at_first(event, connection):
        if faults:
            raise faults.pop()
        write(event, connection, "late" if event.late else "done")

    assert [post(handler, id) for id in (103, 102)] == ["not handled, deliver again"] * 2
    # The other line is not held up.
    assert post(handler, 201) == "handled"
    # The two before it were noted, and are handled without being delivered again.
    assert post(handler, 104) == "handled"
    assert effects.count == [(201, "done"), (102, "done"), (103, "done"), (104, "done")]
    assert post(handler, 103) == "handled before"
    assert effects.rows("waiting") == []


def test_one_that_comes_late_is_told_so(effects):
    handler = ordered(effects)
    handler.on(name="write")(lambda event, connection: write(event, connection, "late" if event.late else "done"))
    assert [post(handler, id) for id in (105, 103, 106, 205)] == ["handled"] * 4
    assert effects.count == [(105, "done"), (103, "late"), (106, "done"), (205, "done")]
    assert post(handler, 101, message="no line") == "handled"
    assert effects.count[-1] == (101, "done")


def test_one_that_fails_keeps_those_after_it_waiting(effects):
    handler, faults = ordered(effects), {102}

    @handler.on(name="write")
    def fails(event, connection):
        if event.id in faults:
            raise ValueError("no")
        write(event, connection)

    assert post(handler, 102) == "not handled, deliver again"
    assert post(handler, 103) == "in progress, deliver again"
    assert effects.count == []
    faults.clear()
    assert post(handler, 103) == "handled"
    assert effects.count == [(102, "done"), (103, "done")]


@pytest.mark.parametrize("blocks", [True, False])
def test_one_that_is_parked_blocks_or_frees_its_line(effects, blocks):
    handler, faults = ordered(effects, parked_blocks=blocks, attempts=1), {102}

    @handler.on(name="write")
    def fails(event, connection):
        if event.id in faults:
            raise ValueError("no")
        write(event, connection, "late" if event.late else "done")

    assert post(handler, 102) == "parked"
    assert post(handler, 103) == ("in progress, deliver again" if blocks else "handled")
    faults.clear()
    assert handler.retry("event:102", transaction=True).text == "handled"
    assert post(handler, 103) == ("handled" if blocks else "handled before")
    assert effects.count == ([(102, "done"), (103, "done")] if blocks else [(103, "done"), (102, "late")])


def test_a_dropped_event_frees_its_line(effects):
    handler = ordered(effects, attempts=1)

    @handler.on(name="write")
    def fails(event, connection):
        if event.id == 102:
            raise ValueError("no")
        write(event, connection)

    assert [post(handler, id) for id in (102, 103)] == ["parked", "in progress, deliver again"]
    assert handler.store.drop("event:102")
    assert post(handler, 103) == "handled"


def test_one_line_is_handled_one_at_a_time_in_order_whatever_comes_first(effects):
    handler, inside = ordered(effects), threading.Semaphore(1)

    @handler.on(name="write")
    def alone(event, connection):
        assert inside.acquire(blocking=False)
        write(event, connection, "late" if event.late else "done")
        inside.release()

    def deliver_until_handled(id):
        while post(handler, id) not in {"handled", "handled before"}:
            time.sleep(0.02)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(deliver_until_handled, range(108, 100, -1)))
    done = [event for event, what in effects.count if what == "done"]
    assert sorted(event for event, _ in effects.count) == list(range(101, 109))
    # Those that were not late are in order.
    assert done == sorted(done)


def test_an_asynchronous_handler_keeps_the_order(async_effects):
    async def test():
        engine = async_effects.async_engine()
        handler = AsyncWebhookHandler(webhooks(), store=AsyncSQLStore(engine), order_by=line_of)
        faults = [ValueError("no")] * 2

        @handler.on(name="write")
        async def fails_at_first(event, connection):
            if faults:
                raise faults.pop()
            await connection.run_sync(lambda plain: write(event, plain))

        answers = [(await handler.handle(delivery(id), transaction=engine)).text for id in (103, 102, 104)]
        await engine.dispose()
        return answers

    assert asyncio.run(test())[-1] == "handled"
    assert async_effects.count == [(102, "done"), (103, "done"), (104, "done")]


def test_a_delivery_that_cannot_be_verified_any_more_is_a_failure_of_its_own(effects):
    handler, faults = ordered(effects, attempts=2), [ValueError("no")]

    @handler.on(name="write")
    def fails_at_first(event, connection):
        if faults:
            raise faults.pop()
        write(event, connection)

    post(handler, 102)
    handler.webhooks = webhooks(oldest="2027")
    # What was verified before is too old now.
    assert handler.handle(delivery(103, made="2027-01-01"), {}, transaction=True).text == "in progress, deliver again"
    assert [one.key for one in handler.store.parked()] == ["event:102"]


def test_a_line_that_cannot_be_told_is_a_failure(effects):
    handler = WebhookHandler(webhooks(), store=SQLStore(effects.engine), order_by=lambda event: 1 / 0)
    handler.on()(write)
    assert post(handler, 102) == "not handled, deliver again"


@pytest.mark.parametrize(
    ("id", "place"),
    [(7, "0" * 19 + "7"), ("msg_1", "msg_1"), (None, None), (0, None), (True, None), ("", None), ("é", None),
     ("x" * 65, None)],
)  # fmt: skip
def test_a_place_sorts_as_ids_do(id, place):
    assert place_of(id) == place


def test_order_needs_a_store_with_lines_and_a_transaction(effects):
    with pytest.raises(ConfigurationError, match="order_by= needs a SQLStore or AsyncSQLStore with an engine"):
        WebhookHandler(webhooks(), store=MemoryStore(), order_by=line_of)
    with pytest.raises(ConfigurationError, match="order_by= must be a function"):
        WebhookHandler(webhooks(), store=SQLStore(effects.engine), order_by="invoice_id")
    with pytest.raises(ConfigurationError, match=r"by handle\(\.\.\., transaction=\) only"):
        ordered(effects).handle(delivery(), {})
