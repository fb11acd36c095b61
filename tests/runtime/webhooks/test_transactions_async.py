"""Mark and effect in one transaction of a connection to await; plain functions get the plain connection of it."""

import asyncio

import pytest
from sdk.errors import ConfigurationError
from sdk.webhooks import AsyncWebhookHandler
from sdk.webhooks.stores import AsyncSQLStore, SQLStore
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from tests.runtime.webhooks.effects import INSERT, Effect, write
from tests.runtime.webhooks.receiver import delivery, webhooks

MANY = 50


async def post(handler, id=71, **how):
    outcome = await handler.handle(delivery(id), {}, **how)
    return outcome.status, outcome.text


def run(effects, test):
    """Run a test with an engine of its own event loop."""

    async def whole():
        engine = effects.async_engine()
        try:
            return await test(engine)
        finally:
            await engine.dispose()

    return asyncio.run(whole())


def coroutine(function):
    async def awaited(event, connection):
        await connection.execute(INSERT, {"event": event.id, "what": "done"})
        function()

    return awaited


def test_an_effect_is_committed_with_its_mark_and_happens_once(async_effects):
    async def test(engine):
        handler, faults = async_effects.async_handler(engine), [ValueError("no")]

        @handler.on()
        async def fails_once(event, connection):
            await connection.execute(INSERT, {"event": event.id, "what": "done"})
            if faults:
                raise faults.pop()

        first = await post(handler, transaction=engine)
        assert async_effects.count == []
        assert async_effects.rows("failures", "attempts") == [(1,)]
        return [first, await post(handler, transaction=True), await post(handler, transaction=engine)]

    assert run(async_effects, test) == [
        (500, "not handled, deliver again"),
        (200, "handled"),
        (200, "handled before"),
    ]
    assert async_effects.count == [(71, "done")]
    assert async_effects.rows("failures") == []


def test_a_plain_function_gets_the_plain_connection_or_session(async_effects):
    async def test(engine):
        handler = async_effects.async_handler(engine)
        handler.on()(write)
        first = await post(handler, transaction=engine)
        return [first, await post(handler, id=72, transaction=async_sessionmaker(engine))]

    assert run(async_effects, test) == [(200, "handled")] * 2
    assert async_effects.count == [(71, "done"), (72, "done")]


def test_a_failure_is_raised_to_the_owner_who_commits_no_half_of_it(async_effects):
    async def test(engine):
        handler, faults = async_effects.async_handler(engine), [KeyError("no")]

        @handler.on()
        async def fails_once(event, session):
            session.add(Effect(event=event.id, what="done"))
            if faults:
                raise faults.pop()

        async with AsyncSession(engine) as session:
            with pytest.raises(KeyError):
                await post(handler, connection=session)
            await session.commit()
            assert async_effects.count == []
            assert await post(handler, connection=session) == (200, "handled")
            await session.commit()
        await asyncio.gather(*handler._counting)

    run(async_effects, test)
    assert async_effects.count == [(71, "done")]


def test_a_function_that_commits_by_itself_is_named(async_effects, caplog):
    async def test(engine):
        handler = async_effects.async_handler(engine)

        @handler.on(name="careless")
        async def careless(event, connection):
            await connection.execute(INSERT, {"event": event.id, "what": "done"})
            await connection.commit()

        return await post(handler, transaction=engine)

    assert run(async_effects, test)[0] == 500
    assert "The function careless ended the transaction by itself" in caplog.text


def test_fifty_duplicates_do_not_hold_a_pool_of_five(async_effects):
    async def test(_):
        patience = {"connect_args": {"timeout": 0.05}} if async_effects.kind == "aiosqlite" else {}
        engine = create_async_engine(async_effects.url, pool_size=5, max_overflow=0, pool_timeout=20, **patience)
        handler, others_answered, at_work = async_effects.async_handler(engine), asyncio.Event(), asyncio.Event()

        @handler.on()
        async def slow(event, connection):
            await connection.execute(INSERT, {"event": event.id, "what": "done"})
            at_work.set()
            await others_answered.wait()

        first = asyncio.create_task(post(handler, transaction=engine))
        await at_work.wait()
        others = await asyncio.gather(*(post(handler, transaction=engine) for _ in range(MANY - 1)))
        others_answered.set()
        answer = await first
        await engine.dispose()
        return answer[0], {status for status, _ in others}

    assert run(async_effects, test) == (200, {503})
    assert async_effects.count == [(71, "done")]


def test_a_delivery_whose_request_is_cancelled_is_carried_to_its_commit(async_effects):
    async def test(engine):
        handler, at_work = async_effects.async_handler(engine), asyncio.Event()

        @handler.on()
        async def slow(event, connection):
            at_work.set()
            await asyncio.sleep(0.05)
            await connection.execute(INSERT, {"event": event.id, "what": "done"})

        request = asyncio.create_task(post(handler, transaction=engine))
        await at_work.wait()
        request.cancel()
        await asyncio.gather(request, return_exceptions=True)
        await asyncio.gather(*handler._deliveries)
        return await post(handler, transaction=engine)

    assert run(async_effects, test) == (200, "handled before")
    assert async_effects.count == [(71, "done")]


def test_what_is_not_to_be_awaited_is_refused(tmp_path):
    async def test():
        engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
        plain = SQLStore(f"sqlite:///{tmp_path / 'x.db'}")
        handler = AsyncWebhookHandler(webhooks(), store=plain)
        handler.on()(lambda event: None)
        with pytest.raises(ConfigurationError, match="transaction=True needs a store with an engine of the handler's"):
            await handler.handle(delivery(), transaction=True)
        with pytest.raises(ConfigurationError, match="Engine begins transactions for WebhookHandler"):
            await handler.handle(delivery(), transaction=plain.database.engine)
        with (
            plain.database.engine.connect() as connection,
            pytest.raises(ConfigurationError, match="for WebhookHandler"),
        ):
            await handler.handle(delivery(), connection=connection)
        with pytest.raises(ConfigurationError, match="this one is for AsyncSQLStore"):
            SQLStore(engine)
        with pytest.raises(ConfigurationError, match="this one is for SQLStore"):
            AsyncSQLStore(plain.database.engine)
        with pytest.raises(ConfigurationError, match="not both"):
            await handler.handle(delivery(), connection=engine, transaction=engine)
        await engine.dispose()
        plain.close()

    asyncio.run(test())
