"""What goes wrong around a SQL store: schemas, dialects, lost connections, deadlocks, a full or read-only database."""

import asyncio
import sqlite3
import threading
import time
from types import SimpleNamespace

import pytest
from sdk._api import NAME
from sdk.errors import ConfigurationError
from sdk.webhooks import WebhookHandler
from sdk.webhooks.sql.faults import explained, is_conflict, is_ended, is_locked
from sdk.webhooks.sql.schema import check_database, schema_sql, tables
from sdk.webhooks.sql.statements import statements, stored
from sdk.webhooks.stores import AsyncSQLStore, Refusal, SQLStore
from sqlalchemy import MetaData, create_engine, event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from tests.runtime.webhooks.effects import plain_url, prepared, write
from tests.runtime.webhooks.receiver import delivery, webhooks
from tests.waiting import until

TABLE = f"{NAME}_webhook_deliveries"
KEY = "event:71"


def post(handler, **how):
    outcome = handler.handle(delivery(), {}, **how)
    return outcome.status, outcome.text


def test_a_connection_lost_at_any_statement_repeats_no_effect_and_loses_none(effects):
    """The connection is cut before each statement in turn, at the commit too; a delivery again puts it right."""
    engine = create_engine(effects.engine.url, poolclass=NullPool)
    countdown = [0]

    def lose(*arguments):
        countdown[0] -= 1
        if countdown[0] == 0:
            driver = arguments[0].connection.driver_connection
            process = driver.info.backend_pid if effects.kind == "postgres" else None
            driver.close()
            # Until the server has noticed, it holds what the connection had locked.
            until(lambda: process is None or not runs(process))

    def runs(process):
        with effects.engine.begin() as other:
            return other.execute(text("SELECT 1 FROM pg_stat_activity WHERE pid = :pid"), {"pid": process}).first()

    event.listen(engine, "before_cursor_execute", lose)
    event.listen(engine, "commit", lose)
    handler = WebhookHandler(webhooks(), store=SQLStore(effects.engine))
    handler.on(name="write")(write)
    at = 0
    while True:
        at += 1
        countdown[0] = at
        first = handler.handle(delivery(1000 + at), {}, transaction=engine).status
        untouched = countdown[0] > 0
        if untouched:
            break
        assert first in {500, 503}, at
        countdown[0] = 0
        assert handler.handle(delivery(1000 + at), {}, transaction=engine).status == 200
    assert at > 8
    assert effects.count == [(1000 + number, "done") for number in range(1, at + 1)]


def test_a_connection_that_the_server_cuts_is_a_failure_and_the_next_delivery_does_it(request, tmp_path):
    effects = prepared("postgres", request, tmp_path)
    handler, cut = effects.handler(), [True]

    @handler.on(name="write")
    def cut_off(event, connection):
        write(event, connection)
        if cut:
            cut.pop()
            (process,) = connection.execute(text("SELECT pg_backend_pid()")).one()
            with effects.engine.begin() as other:
                other.execute(text("SELECT pg_terminate_backend(:process)"), {"process": process})
            time.sleep(0.1)

    assert [post(handler, transaction=effects.engine)[0] for _ in range(3)] == [500, 200, 200]
    assert effects.count == [(71, "done")]
    effects.engine.dispose()


def test_a_deadlock_is_tried_again(effects):
    if effects.kind == "sql sqlite":
        pytest.skip("there is one writer")
    handler, tried = effects.handler(), []
    with effects.engine.begin() as connection:
        connection.execute(text("INSERT INTO only_once (event) VALUES (1)"))
        connection.execute(text("INSERT INTO only_once (event) VALUES (2)"))
    lock = "SELECT event FROM only_once WHERE event = :event FOR UPDATE"
    mine_taken, others_taken = threading.Event(), threading.Event()

    @handler.on(name="write")
    def crossing(event, connection):
        tried.append(event.id)
        write(event, connection)
        connection.execute(text(lock), {"event": 1})
        if len(tried) == 1:
            mine_taken.set()
            assert others_taken.wait(30)
            # The other waits for the first row by now.
            time.sleep(0.3)
        connection.execute(text(lock), {"event": 2})

    def other():
        with effects.engine.connect() as connection:
            if effects.kind == "postgres":
                # So that the other is the one that the database chooses.
                connection.execute(text("SET deadlock_timeout = '20s'"))
            else:
                # MariaDB gives up who has written least.
                rows = [{"event": 0, "what": "other"}] * 100
                connection.execute(text("INSERT INTO effect (event, what) VALUES (:event, :what)"), rows)
            assert mine_taken.wait(30)
            connection.execute(text(lock), {"event": 2})
            others_taken.set()
            connection.execute(text(lock), {"event": 1})
            connection.rollback()

    thread = threading.Thread(target=other)
    thread.start()
    assert post(handler, transaction=effects.engine) == (200, "handled")
    thread.join(60)
    assert len(tried) == 2
    assert effects.count == [(71, "done")]


def test_a_full_database_keeps_the_effect_from_half_happening(request, tmp_path, caplog):
    effects = prepared("sql sqlite", request, tmp_path)
    handler = effects.handler()

    @handler.on(name="write")
    def large(event, connection):
        (pages,) = connection.exec_driver_sql("PRAGMA page_count").one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        write(event, connection)
        connection.execute(text("INSERT INTO effect (event, what) VALUES (0, :what)"), {"what": "x" * 100_000})

    assert post(handler, transaction=effects.engine)[0] == 500
    assert "SQLITE_FULL" in caplog.text or "database or disk is full" in caplog.text
    assert effects.count == []
    assert effects.rows("deliveries") == []
    effects.engine.dispose()


def test_a_read_only_database_runs_no_function(request, tmp_path, caplog):
    effects = prepared("sql sqlite", request, tmp_path)
    effects.engine.dispose()
    place = effects.engine.url.database
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(f"file:{place}?mode=ro", uri=True))
    handler = WebhookHandler(webhooks(), store=SQLStore(engine))
    handler.on()(pytest.fail)
    assert post(handler, transaction=engine) == (503, "receiver not available, deliver again")
    assert post(handler) == (503, "receiver not available, deliver again")
    assert "attempt to write a readonly database" in caplog.text
    engine.dispose()


def test_a_read_only_transaction_of_postgresql_runs_no_function(request, tmp_path):
    effects = prepared("postgres", request, tmp_path)
    engine = effects.engine.execution_options(postgresql_readonly=True)
    handler = effects.handler()
    handler.on()(pytest.fail)
    assert post(handler, transaction=engine) == (503, "receiver not available, deliver again")
    effects.engine.dispose()


def test_the_clock_is_the_databases_and_not_the_workers(effects, monkeypatch):
    store = SQLStore(effects.engine, lease=300)
    token = store.claim(KEY)
    away = time.time() + 3600
    monkeypatch.setattr(time, "time", lambda: away)
    assert store.claim(KEY) is Refusal.IN_PROGRESS
    assert store.done(KEY, token)
    ((until,),) = effects.rows("deliveries", "until")
    # Thirty days from now, as the database has it.
    assert abs(until - (away - 3600) - 30 * 24 * 3600) < 60


def test_tables_of_an_older_version_are_told_and_those_of_a_newer_one_are_used(effects):
    older, newer = SQLStore(effects.engine, prefix="older"), SQLStore(effects.engine, prefix="newer")
    with effects.engine.begin() as connection:
        for prefix in ("older", "newer"):
            connection.execute(text(f"DROP TABLE IF EXISTS {prefix}_deliveries"))
        connection.execute(text("CREATE TABLE older_deliveries (delivery VARCHAR(255) PRIMARY KEY, token VARCHAR(32))"))
    with pytest.raises(ConfigurationError, match="or a column of it is missing"):
        older.claim(KEY)
    newer.create_table()
    with effects.engine.begin() as connection:
        connection.execute(text("ALTER TABLE newer_deliveries ADD COLUMN note VARCHAR(10)"))
    assert newer.done(KEY, newer.claim(KEY))
    assert newer.claim(KEY) is Refusal.DONE


def test_many_make_the_tables_at_once(effects):
    store = SQLStore(effects.engine, prefix="at_once")
    with effects.engine.begin() as connection:
        for table in ("deliveries", "failures", "waiting", "lines", "jobs"):
            connection.execute(text(f"DROP TABLE IF EXISTS at_once_{table}"))
    problems = []

    def make():
        try:
            store.create_table()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is looked at below
            problems.append(error)

    threads = [threading.Thread(target=make) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert problems == []
    assert isinstance(store.claim(KEY), str)


def test_what_has_ended_is_deleted_in_batches_and_by_itself(effects):
    store = SQLStore(effects.engine)
    for number in range(7):
        store.done(f"old:{number}", store.claim(f"old:{number}"))
    with effects.engine.begin() as connection:
        connection.execute(text(f"UPDATE {TABLE} SET until = 1"))
    kept = store.claim("kept")
    assert store.purge(batch=3) == 7
    assert effects.rows("deliveries", "delivery") == [("kept",)]
    with effects.engine.begin() as connection:
        connection.execute(text(f"INSERT INTO {TABLE} (delivery, until) VALUES ('old', 1)"))
    store._purged -= 61
    store.done("kept", kept)
    assert effects.rows("deliveries", "delivery") == [("kept",)]


def test_a_purge_that_fails_leaves_the_mark(effects, caplog):
    store = SQLStore(effects.engine)
    token = store.claim(KEY)
    with effects.engine.begin() as connection:
        connection.execute(text(f"DROP TABLE {NAME}_webhook_lines"))
    store._purged -= 61
    assert store.done(KEY, token)
    assert "What has ended could not be deleted: ConfigurationError" in caplog.text
    store.create_table()


def test_keys_that_no_column_keeps_are_kept_by_their_digest(effects):
    store = SQLStore(effects.engine)
    keys = ["k" * 300, "k" * 300 + "x", "nul\0", "\ud800", "é", "trailing ", "trailing", "Case", "case"]
    for key in keys:
        assert store.done(key, store.claim(key)), key
    assert [store.claim(key) for key in keys] == [Refusal.DONE] * len(keys)
    assert len(stored("k" * 300)) < 80


@pytest.mark.parametrize("prefix", ["", "1st", "a-b", 'x"; DROP TABLE effect; --', "x" * 41, None])
def test_a_prefix_that_is_no_name_is_refused(prefix):
    with pytest.raises(ConfigurationError, match="prefix= of a SQL store must be a name"):
        SQLStore(prefix=prefix)
    with pytest.raises(ConfigurationError, match="prefix= of a SQL store must be a name"):
        tables(MetaData(), prefix=prefix)


class Dialect:
    name, is_mariadb, is_async = "mysql", False, False


def test_another_database_is_refused():
    with pytest.raises(ConfigurationError, match="works on PostgreSQL, MariaDB and SQLite; got 'oracle'"):
        SQLStore(SimpleNamespace(dialect=SimpleNamespace(name="oracle", is_async=False)))
    with pytest.raises(ConfigurationError, match="got 'mssql'"):
        schema_sql("mssql")
    with pytest.raises(ConfigurationError, match="this server is MySQL"):
        check_database(Dialect)
    with pytest.raises(ConfigurationError, match="takes an engine of SQLAlchemy or a URL; got int"):
        SQLStore(5)


@pytest.mark.parametrize(
    ("url", "problem"),
    [("nonsense", "cannot be used"), ("sqlite://", "needs a file"), ("sqlite:///:memory:", "needs a file")],
)
def test_a_url_that_names_no_shared_database_is_refused(url, problem):
    with pytest.raises(ConfigurationError, match=problem):
        SQLStore(url)


def test_no_password_is_shown():
    shown = repr(SQLStore("postgresql+psycopg://me:secret-word@localhost/x"))
    assert "secret-word" not in shown
    assert "me:***@localhost" in shown
    with pytest.raises(ConfigurationError) as caught:
        SQLStore("no-such-database://me:secret-word@localhost/x")
    assert "secret-word" not in str(caught.value)


def test_without_sqlalchemy_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "sqlalchemy", None)
    for make in (lambda: SQLStore("sqlite:///x.db"), lambda: AsyncSQLStore("sqlite+aiosqlite:///x.db"), schema):
        with pytest.raises(ImportError, match=rf"SQLStore needs SQLAlchemy: pip install '{NAME}\[sql\]'"):
            make()


def schema():
    return tables(None)


def test_a_store_without_an_engine_says_what_it_is_for():
    with pytest.raises(
        ConfigurationError, match=r"without an engine handles deliveries by handle\(\.\.\., connection="
    ):
        SQLStore().claim(KEY)
    with pytest.raises(ConfigurationError, match="transaction=True needs a store with an engine"):
        WebhookHandler(webhooks(), store=SQLStore()).handle(delivery(), transaction=True)
    SQLStore().close()


def test_a_url_makes_a_store_of_its_own(tmp_path):
    with SQLStore(f"sqlite:///{tmp_path / 'own.db'}") as store:
        store.create_table()
        assert store.done(KEY, store.claim(KEY))

    async def test():
        async with AsyncSQLStore(f"sqlite+aiosqlite:///{tmp_path / 'own.db'}") as again:
            await again.create_table()
            return await again.claim(KEY), await again.purge()

    assert asyncio.run(test()) == (Refusal.DONE, 0)


def test_a_fork_uses_no_connection_of_its_parent(tmp_path, monkeypatch):
    store = SQLStore(f"sqlite:///{tmp_path / 'own.db'}")
    store.create_table()
    store.claim(KEY)
    pool = store.database.engine.pool
    monkeypatch.setattr("sdk.webhooks.sql.engines.os.getpid", lambda: -1)
    assert store.claim(KEY) is Refusal.IN_PROGRESS
    assert store.database.engine.pool is not pool
    store.close()


def test_the_tables_stand_beside_the_callers_own():
    metadata = MetaData()
    assert tables(metadata) == tables(metadata)
    assert [table.name for table in metadata.sorted_tables] == sorted(
        f"{NAME}_webhook_{name}" for name in ("deliveries", "failures", "jobs", "lines", "waiting")
    )
    assert f"CREATE TABLE IF NOT EXISTS {TABLE}" in schema_sql("postgresql")
    assert "utf8mb4_bin" in schema_sql("mariadb")


def test_errors_are_told_apart_however_they_are_wrapped():
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode = 5
    wrapped = OperationalError("INSERT", {}, busy)
    assert is_locked(wrapped)
    assert not is_conflict(wrapped)
    outer = ValueError("of the caller")
    outer.__cause__ = wrapped
    assert is_locked(outer)
    assert not is_ended(outer)
    circle = ValueError()
    circle.__cause__ = circle
    assert not is_conflict(circle)
    assert explained(circle, "x") is circle


def test_the_statements_of_a_database_name_the_tables_alone():
    assert statements("mysql", "p").database == "mariadb"
    assert plain_url("sqlite+aiosqlite:///x") == "sqlite:///x"
