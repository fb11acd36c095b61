"""Mark and effect in one transaction: both or neither, whoever owns it and however it ends."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sdk.errors import ConfigurationError
from sdk.webhooks import MemoryStore, WebhookHandler
from sdk.webhooks.stores import Refusal, SQLStore
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

from tests.runtime.webhooks.effects import Effect, write
from tests.runtime.webhooks.receiver import PERSONAL, delivery, webhooks

MANY = 50


def post(handler, id=71, **how):
    outcome = handler.handle(delivery(id), {}, **how)
    return outcome.status, outcome.text


def test_an_effect_is_committed_with_its_mark_and_happens_once(effects):
    handler = effects.handler()
    handler.on()(write)
    assert post(handler, transaction=effects.engine) == (200, "handled")
    assert post(handler, transaction=True) == (200, "handled before")
    assert effects.count == [(71, "done")]


def test_a_failure_rolls_back_what_all_functions_did(effects):
    handler, faults = effects.handler(), [ValueError("no"), ValueError("no")]
    handler.on(name="first")(lambda event, connection: write(event, connection, "first"))

    @handler.on(name="second")
    def second(event, connection):
        write(event, connection, "second")
        if faults:
            raise faults.pop()

    assert [post(handler, transaction=effects.engine)[0] for _ in range(4)] == [500, 500, 200, 200]
    assert effects.count == [(71, "first"), (71, "second")]


def test_attempts_and_the_last_error_are_written_and_forgotten_with_success(effects):
    handler, faults = effects.handler(), [ValueError(f"not for {PERSONAL}")]

    @handler.on()
    def fails_once(event, connection):
        if faults:
            raise faults.pop()

    assert post(handler, transaction=True)[0] == 500
    (row,) = effects.rows("failures", "attempts, error, parked, body")
    assert row[0] == 1
    assert row[1].startswith("ValueError: not for <hidden>")
    assert row[2:] == (None, None)
    assert post(handler, transaction=True)[0] == 200
    assert effects.rows("failures") == []


def test_an_owner_commits_both_or_neither(effects):
    handler = effects.handler()
    handler.on()(write)
    with effects.engine.connect() as connection:
        assert post(handler, connection=connection) == (200, "handled")
        connection.rollback()
    assert effects.count == []
    with effects.engine.begin() as connection:
        assert post(handler, connection=connection) == (200, "handled")
        assert post(handler, connection=connection) == (200, "handled before")
    assert effects.count == [(71, "done")]
    with effects.engine.begin() as connection:
        assert post(handler, connection=connection) == (200, "handled before")


def test_a_failure_is_raised_to_the_owner_who_commits_no_half_of_it(effects):
    handler, faults = effects.handler(), [KeyError("no")]

    @handler.on()
    def fails_once(event, connection):
        write(event, connection, "half")
        if faults:
            raise faults.pop()

    with effects.engine.begin() as connection:
        connection.execute(text("INSERT INTO effect (event, what) VALUES (0, 'the owner')"))
        with pytest.raises(KeyError):
            post(handler, connection=connection)
    assert effects.count == [(0, "the owner")]
    with effects.engine.begin() as connection:
        assert post(handler, connection=connection) == (200, "handled")
    assert effects.count == [(0, "the owner"), (71, "half")]


def test_a_session_takes_back_what_a_failed_function_added(effects):
    handler, faults = effects.handler(), [KeyError("no")]

    @handler.on()
    def fails_once(event, session):
        session.add(Effect(event=event.id, what="by session"))
        if faults:
            raise faults.pop()

    with Session(effects.engine) as session:
        with pytest.raises(KeyError):
            post(handler, connection=session)
        session.commit()
        assert effects.count == []
        assert post(handler, connection=session) == (200, "handled")
        session.commit()
    assert post(handler, transaction=sessionmaker(effects.engine)) == (200, "handled before")
    assert effects.count == [(71, "by session")]


def test_a_function_that_commits_by_itself_is_named(effects, caplog):
    handler = effects.handler()

    @handler.on(name="careless")
    def careless(event, connection):
        write(event, connection)
        connection.commit()

    assert post(handler, transaction=effects.engine)[0] == 500
    assert "The function careless ended the transaction by itself, so that its effect may happen twice" in caplog.text
    # It holds for its lease, as the effect stands.
    assert post(handler, transaction=effects.engine) == (503, "in progress, deliver again")
    assert effects.count == [(71, "done")]


def test_a_function_that_rolls_back_by_itself_is_named_and_loses_nothing(effects, caplog):
    handler, careless = effects.handler(), [True]

    @handler.on(name="careless")
    def rolls_back(event, connection):
        write(event, connection)
        if careless:
            careless.pop()
            connection.rollback()

    assert post(handler, transaction=effects.engine)[0] == 500
    assert "The function careless ended the transaction by itself" in caplog.text
    assert post(handler, transaction=effects.engine)[0] == 200
    assert effects.count == [(71, "done")]


@pytest.mark.parametrize("word", ["COMMIT", "ROLLBACK"])
def test_a_function_that_says_commit_in_sql_is_named_too(effects, caplog, word):
    handler = effects.handler()

    @handler.on(name="careless")
    def careless(event, connection):
        write(event, connection)
        connection.exec_driver_sql(word)

    assert post(handler, transaction=effects.engine)[0] == 500
    assert "The function careless ended the transaction by itself" in caplog.text


def test_fifty_duplicates_do_not_hold_a_pool_of_five(effects):
    # How long SQLite waits for its only writer.
    patience = {"connect_args": {"timeout": 0.05}} if effects.kind == "sql sqlite" else {}
    engine = create_engine(effects.engine.url, pool_size=5, max_overflow=0, pool_timeout=20, **patience)
    handler = WebhookHandler(webhooks(), store=SQLStore(engine))
    answered, at_work = threading.Semaphore(0), threading.Event()

    @handler.on()
    def slow(event, connection):
        write(event, connection)
        at_work.set()
        for _ in range(MANY - 1):
            assert answered.acquire(timeout=60)

    def deliver(_):
        outcome = handler.handle(delivery(), transaction=engine)
        answered.release()
        return outcome.status

    with ThreadPoolExecutor(MANY) as pool:
        first = pool.submit(deliver, 0)
        assert at_work.wait(60)
        others = sorted(pool.map(deliver, range(MANY - 1)))
        assert first.result() == 200
    assert others == [503] * (MANY - 1)
    assert effects.count == [(71, "done")]
    engine.dispose()


def test_a_plain_claim_sees_what_a_transaction_holds(effects):
    handler, seen = effects.handler(), []
    if effects.kind == "sql sqlite":
        pytest.skip("the only writer is at work")

    @handler.on()
    def look(event, connection):
        seen.append(handler.store.claim("event:71"))

    assert post(handler, transaction=effects.engine)[0] == 200
    assert seen == [Refusal.IN_PROGRESS]


def test_a_conflict_is_tried_again_in_a_transaction_of_ours_and_raised_in_anothers(effects):
    handler, tried = effects.handler(), []
    if effects.kind != "postgres":
        pytest.skip("the others have no such level")
    engine = effects.engine.execution_options(isolation_level="SERIALIZABLE")

    @handler.on()
    def skewed(event, connection):
        tried.append(event.id)
        connection.execute(text("SELECT count(*) FROM effect")).scalar()
        write(event, connection)
        if len(tried) < 3:
            # Another that read and wrote the same commits first.
            with engine.begin() as other:
                other.execute(text("SELECT count(*) FROM effect")).scalar()
                other.execute(text("INSERT INTO effect (event, what) VALUES (0, 'other')"))

    assert post(handler, transaction=engine)[0] == 200
    assert len(tried) == 3
    assert effects.count.count((71, "done")) == 1


@pytest.mark.parametrize("how", ["transaction", "connection"])
def test_a_store_of_another_kind_is_refused(effects, how):
    handler = WebhookHandler(webhooks(), store=MemoryStore())
    with pytest.raises(ConfigurationError, match="need SQLStore or AsyncSQLStore; got MemoryStore"):
        handler.handle(delivery(), **{how: effects.engine})


def test_a_missing_table_is_told_with_the_way_out(effects, caplog):
    handler = effects.handler(prefix="absent")
    handler.on()(write)
    assert post(handler, transaction=effects.engine) == (503, "receiver not available, deliver again")
    assert "call create_table()" in caplog.text
    with effects.engine.begin() as connection, pytest.raises(ConfigurationError, match=r"create_table\(\)"):
        post(handler, connection=connection)
    with pytest.raises(ConfigurationError, match=r"create_table\(\)"):
        handler.store.claim("x")
    assert effects.count == []
