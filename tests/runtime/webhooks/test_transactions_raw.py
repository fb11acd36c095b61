"""Mark and effect in one transaction of psycopg's own connections and of Django's."""

import asyncio
from contextlib import suppress

import django.db
import psycopg
import pytest
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool
from sdk.errors import ConfigurationError
from sdk.webhooks import AsyncWebhookHandler, WebhookHandler
from sdk.webhooks.stores import AsyncSQLStore, SQLStore

from tests.runtime.webhooks import sites  # noqa: F401 - it gives Django its settings, which a process has once
from tests.runtime.webhooks.effects import plain_url, prepared, write
from tests.runtime.webhooks.receiver import delivery, webhooks


@pytest.fixture
def effects(request, tmp_path):
    made = prepared("postgres", request, tmp_path)
    yield made
    made.engine.dispose()


@pytest.fixture
def place(effects):
    return plain_url(effects.url).replace("postgresql+psycopg", "postgresql")


def post(handler, id=71, **how):
    outcome = handler.handle(delivery(id), {}, **how)
    return outcome.status, outcome.text


def failing_once(handler):
    faults = [KeyError("no")]

    @handler.on()
    def fails_once(event, connection):
        write(event, connection)
        if faults:
            raise faults.pop()


def test_a_connection_of_psycopg(effects, place):
    handler = WebhookHandler(webhooks(), store=SQLStore())
    failing_once(handler)
    with psycopg.connect(place, row_factory=dict_row) as connection:
        with pytest.raises(KeyError):
            post(handler, connection=connection)
        connection.commit()
        assert effects.count == []
        assert post(handler, connection=connection) == (200, "handled")
        connection.rollback()
        assert effects.count == []
        assert post(handler, connection=connection) == (200, "handled")
        connection.commit()
        assert post(handler, connection=connection) == (200, "handled before")
    assert effects.count == [(71, "done")]


def test_a_pool_of_psycopg(effects, place):
    handler = WebhookHandler(webhooks(), store=SQLStore(effects.engine))
    failing_once(handler)
    with ConnectionPool(place, min_size=1, open=True) as pool:
        assert [post(handler, transaction=pool.connection)[0] for _ in range(3)] == [500, 200, 200]
    assert effects.count == [(71, "done")]


def test_a_connection_in_autocommit_is_refused_but_inside_a_transaction(effects, place):
    handler = WebhookHandler(webhooks(), store=SQLStore())
    handler.on()(write)
    with psycopg.connect(place, autocommit=True) as connection:
        with pytest.raises(ConfigurationError, match="commits each statement by itself"):
            post(handler, connection=connection)
        with connection.transaction():
            assert post(handler, connection=connection) == (200, "handled")
    engine = effects.engine.execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection, pytest.raises(ConfigurationError, match="commits each statement by itself"):
        post(handler, connection=connection)
    assert effects.count == [(71, "done")]


@pytest.mark.parametrize("word", ["commit", "rollback"])
def test_a_function_that_ends_the_transaction_of_psycopg_is_named(effects, place, word):
    handler = WebhookHandler(webhooks(), store=SQLStore())

    @handler.on(name="careless")
    def careless(event, connection):
        write(event, connection)
        getattr(connection, word)()

    with psycopg.connect(place) as connection:
        with pytest.raises(ConfigurationError, match="The function careless ended the transaction by itself"):
            post(handler, connection=connection)
        connection.rollback()
    assert effects.count == ([(71, "done")] if word == "commit" else [])


def test_a_function_that_swallows_an_error_of_the_database_has_failed(effects, place):
    handler = WebhookHandler(webhooks(), store=SQLStore())

    @handler.on()
    def swallows(event, connection):
        write(event, connection)
        with suppress(psycopg.Error):
            connection.execute("SELECT 1/0")

    with psycopg.connect(place) as connection:
        with pytest.raises(psycopg.errors.InFailedSqlTransaction):
            post(handler, connection=connection)
        connection.commit()
    assert effects.count == []


def test_an_asynchronous_connection_of_psycopg(effects, place):
    handler = AsyncWebhookHandler(webhooks(), store=AsyncSQLStore())
    faults = [KeyError("no")]

    @handler.on()
    async def fails_once(event, connection):
        await connection.execute("INSERT INTO effect (event, what) VALUES (%s, 'done')", (event.id,))
        if faults:
            raise faults.pop()

    async def test():
        async with await psycopg.AsyncConnection.connect(place) as connection:
            with pytest.raises(KeyError):
                await handler.handle(delivery(), connection=connection)
            await connection.commit()
            return [(await handler.handle(delivery(), connection=connection)).text for _ in range(2)]

    assert asyncio.run(test()) == ["handled", "handled before"]
    assert effects.count == [(71, "done")]


def test_a_plain_function_cannot_use_what_is_to_be_awaited(effects, place):
    handler = AsyncWebhookHandler(webhooks(), store=AsyncSQLStore())
    handler.on(name="plain")(lambda event, connection: None)

    async def test():
        async with await psycopg.AsyncConnection.connect(place) as connection:
            with pytest.raises(ConfigurationError, match="plain is a plain function"):
                await handler.handle(delivery(), connection=connection)

    asyncio.run(test())


@pytest.fixture(params=["sql sqlite", "postgres"])
def django_effects(request, tmp_path, monkeypatch):
    """A database with effects, which Django has as `other`."""
    made = prepared(request.param, request, tmp_path)
    url = made.engine.url
    engine = {"sqlite": "sqlite3"}.get(url.get_backend_name(), "postgresql")
    settings = {"ENGINE": f"django.db.backends.{engine}", "NAME": url.database}
    if engine == "postgresql":
        settings |= {"USER": url.username, "HOST": url.query["host"]}
    # As Django makes the settings of a connection.
    connections = django.db.utils.ConnectionHandler({"default": settings})
    monkeypatch.setattr(django.db, "connections", connections)
    monkeypatch.setattr(django.db.transaction, "get_connection", lambda using=None: connections[using or "default"])
    yield made, connections["default"]
    connections["default"].close()
    made.engine.dispose()


def test_atomic_of_django(django_effects):
    effects, connection = django_effects
    handler = WebhookHandler(webhooks(), store=SQLStore())
    failing_once(handler)
    with django.db.transaction.atomic(), pytest.raises(KeyError):
        post(handler, connection=connection)
    assert effects.count == []
    with django.db.transaction.atomic():
        assert post(handler, connection=connection) == (200, "handled")
    assert post(handler, transaction=django.db.transaction.atomic) == (200, "handled before")
    assert effects.count == [(71, "done")]


def test_django_outside_atomic_is_refused(django_effects):
    _, connection = django_effects
    handler = WebhookHandler(webhooks(), store=SQLStore())
    handler.on()(write)
    with pytest.raises(ConfigurationError, match=r"inside transaction\.atomic\(\) only"):
        post(handler, connection=connection)


def test_a_function_that_marks_djangos_transaction_for_rollback_has_failed(django_effects):
    effects, connection = django_effects
    handler = WebhookHandler(webhooks(), store=SQLStore())

    @handler.on()
    def swallows(event, connection):
        write(event, connection)
        connection.set_rollback(True)

    with django.db.transaction.atomic(), pytest.raises(RuntimeError, match="marked for rollback"):
        post(handler, connection=connection)
    assert effects.count == []
    assert effects.rows("deliveries") == []


@pytest.mark.usefixtures("django_effects")
def test_a_function_that_ends_djangos_transaction_is_named(caplog):
    handler = WebhookHandler(webhooks(), store=SQLStore())

    @handler.on(name="careless")
    def careless(event, connection):
        write(event, connection)
        with connection.cursor() as cursor:
            cursor.execute("COMMIT")

    assert post(handler, transaction=django.db.transaction.atomic)[0] == 500
    assert "The function careless ended the transaction by itself" in caplog.text
