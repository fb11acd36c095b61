"""Jobs are written with the effect, and handed on at least once by an id that stays the same."""

import json
import pickle
import sys
from types import SimpleNamespace

import celery
import dramatiq
import procrastinate
import pytest
import rq
from dramatiq.brokers.stub import StubBroker
from procrastinate.testing import InMemoryConnector
from sdk._api import NAME
from sdk.errors import ConfigurationError
from sdk.webhooks import MemoryStore, WebhookHandler
from sdk.webhooks.__main__ import DATABASE, main
from sdk.webhooks.relay import Relay
from sdk.webhooks.senders import arguments, to_celery, to_dramatiq, to_procrastinate, to_rq
from sdk.webhooks.sql.outbox import Job
from sdk.webhooks.stores import SQLStore
from sqlalchemy import text

from tests.runtime.webhooks.effects import prepared, write
from tests.runtime.webhooks.receiver import delivery, webhooks


def leaving(handler, *payloads):
    faults, ids = [ValueError("no")], []

    @handler.on(name="leave")
    def leave(event, connection):
        write(event, connection)
        ids.append([event.enqueue("mail", payload) for payload in payloads])
        if faults:
            raise faults.pop()

    return ids


def test_a_job_is_written_with_the_effect_and_by_the_same_id_each_time(effects):
    handler = effects.handler()
    ids = leaving(handler, {"to": "x"}, None)
    answers = [handler.handle(delivery(), transaction=True).status for _ in range(3)]
    assert answers == [500, 200, 200]
    assert ids[0] == ids[1]
    sent = []
    relay = Relay(handler.store, sent.append)
    assert relay.run_once() == 2
    assert relay.run_once() == 0
    assert sorted((job.id, job.name, json.loads(job.payload)) for job in sent) == sorted(
        zip(ids[0], ["mail"] * 2, [{"to": "x"}, None], strict=True)
    )


def test_an_owner_that_rolls_back_leaves_no_job(effects):
    handler = effects.handler()
    handler.on()(lambda event, connection: event.enqueue("mail"))
    with effects.engine.connect() as connection:
        assert handler.handle(delivery(), connection=connection).text == "handled"
        connection.rollback()
    assert effects.rows("jobs") == []


def test_a_job_that_cannot_be_handed_on_is_tried_later_and_keeps_no_other_waiting(effects, caplog):
    handler = effects.handler()
    leaving(handler, 1, 2)
    for _ in range(2):
        handler.handle(delivery(), transaction=True)
    sent, faults = [], [OSError("secret payload")]

    def send(job):
        if faults and job.payload == "1":
            raise faults.pop()
        sent.append((job.payload, job.attempts))

    relay = Relay(handler.store, send)
    assert relay.run_once() == 1
    assert effects.rows("jobs", "payload, attempts, token, error") == [("1", 1, None, "OSError")]
    assert "secret" not in caplog.text
    make_due(effects)
    assert relay.run_once() == 1
    assert sent == [("2", 0), ("1", 1)]


def make_due(effects):
    with effects.engine.begin() as connection:
        connection.execute(text(f"UPDATE {NAME}_webhook_jobs SET due = 1"))


def test_a_job_whose_relay_died_is_handed_on_by_another(effects):
    handler = effects.handler()
    ids = leaving(handler, 1)
    for _ in range(2):
        handler.handle(delivery(), transaction=True)
    (late_token, (taken,)) = handler.store.take_jobs(5, 60)
    assert taken.id == ids[0][0]
    assert handler.store.take_jobs(5, 60)[1] == []
    make_due(effects)
    sent = []
    assert Relay(handler.store, lambda job: sent.append(job.id)).run_once() == 1
    assert sent == ids[0]
    assert not handler.store.finish_job(taken.id, late_token)


def test_an_event_leaves_jobs_only_in_a_transaction_and_stays_picklable():
    handler = WebhookHandler(webhooks(), store=MemoryStore())
    handler.on(name="leave")(lambda event: event.enqueue("mail"))
    assert handler.handle(delivery()).status == 500
    event = webhooks().unwrap(delivery())
    with pytest.raises(ConfigurationError, match=r"event\.enqueue\(\) works while a function handles the event by"):
        event.enqueue("mail")
    assert pickle.loads(pickle.dumps(event)) == event
    assert event.late is False


@pytest.mark.parametrize(
    ("name", "payload", "problem"),
    [("", 1, "takes the job's name"), (None, 1, "takes the job's name"), ("x" * 256, 1, "takes the job's name"),
     ("mail", object(), "payload of 'mail' cannot be written as JSON")],
)  # fmt: skip
def test_a_job_that_cannot_be_written_is_refused(request, tmp_path, name, payload, problem):
    effects = prepared("sql sqlite", request, tmp_path)
    handler = effects.handler()
    handler.on()(lambda event, connection: event.enqueue(name, payload))
    with effects.engine.begin() as connection, pytest.raises(ConfigurationError, match=problem):
        handler.handle(delivery(), connection=connection)
    effects.engine.dispose()


JOB = Job("an-id", "tasks.mail", '{"to": "x"}', 0)
mailed = []


def append_to_mailed(to):
    """Run by RQ, which finds a function by its name."""
    mailed.append((rq.get_current_job().id, to))


@pytest.mark.parametrize(
    ("payload", "wanted"),
    [("null", ([], {})), ('{"a": 1}', ([], {"a": 1})), ("[1, 2]", ([1, 2], {})), ('"x"', (["x"], {}))],
)
def test_a_payload_becomes_arguments(payload, wanted):
    assert arguments(Job("i", "n", payload, 0)) == wanted


@pytest.mark.parametrize("broker", ["memory://", "redis"])
def test_celery_gets_jobs_by_both_brokers(request, broker):
    url = (
        broker
        if broker == "memory://"
        else request.getfixturevalue("redis_server").replace("unix://", "redis+socket://")
    )
    if broker == "redis":
        request.getfixturevalue("redis_client")
    app = celery.Celery("tests", broker=url, set_as_current=False)
    to_celery(app)(JOB)
    with app.connection_for_read() as connection:
        queue = connection.SimpleQueue("celery")
        message = queue.get(timeout=10)
        assert message.headers["id"] == "an-id"
        assert message.headers["task"] == "tasks.mail"
        assert message.payload[:2] == [[], {"to": "x"}]
        message.ack()
        queue.close()
    app.close()


def test_celery_runs_a_job_once_handed_on():
    app, ran = celery.Celery("tests", broker="memory://", set_as_current=False), []
    app.conf.task_always_eager = True

    @app.task(name="tasks.mail", bind=True)
    def mail(self, to):
        ran.append((self.request.id, to))

    # `send_task` goes by the broker; what a worker does with it is this.
    positional, named = arguments(JOB)
    app.tasks[JOB.name].apply(args=positional, kwargs=named, task_id=JOB.id)
    assert ran == [("an-id", "x")]


def test_procrastinate_gets_jobs_and_runs_them():
    app, ran = procrastinate.App(connector=InMemoryConnector()), []

    @app.task(name="tasks.mail", pass_context=True)
    def mail(context, to):
        ran.append((context.job.queueing_lock, to))

    with app.open():
        send = to_procrastinate(app)
        send(JOB)
        # A relay that died before it noted that hands it on again.
        send(JOB)
        app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
        with pytest.raises(ConfigurationError, match="Procrastinate takes a payload that is an object"):
            send(Job("i", "tasks.mail", "[1]", 0))
    assert ran == [("an-id", "x")]


def test_rq_gets_jobs_and_runs_them(redis_client):
    queue = rq.Queue("relayed", connection=redis_client)
    mailed.clear()
    send = to_rq(queue)
    job = Job("an-id", f"{__name__}.{append_to_mailed.__name__}", '{"to": "x"}', 0)
    send(job)
    # A relay that died before it noted that hands it on again.
    send(job)
    assert queue.job_ids == ["an-id"]
    rq.SimpleWorker([queue], connection=redis_client).work(burst=True, logging_level="ERROR")
    assert mailed == [("an-id", "x")]


def test_dramatiq_gets_jobs_and_runs_them():
    broker, ran = StubBroker(middleware=[dramatiq.middleware.CurrentMessage()]), []

    @dramatiq.actor(actor_name="tasks.mail", broker=broker)
    def mail(to):
        ran.append((dramatiq.middleware.CurrentMessage.get_current_message().message_id, to))

    to_dramatiq(broker)(JOB)
    worker = dramatiq.Worker(broker, worker_timeout=10, worker_threads=1)
    worker.start()
    broker.join("default", timeout=10_000)
    worker.stop()
    broker.close()
    assert ran == [("an-id", "x")]


def test_the_command_hands_on_what_is_due(request, tmp_path, monkeypatch, capsys):
    effects = prepared("sql sqlite", request, tmp_path)
    handler = effects.handler()
    leaving(handler, 1)
    for _ in range(2):
        handler.handle(delivery(), transaction=True)
    sent = []
    monkeypatch.setitem(sys.modules, "its_queue", SimpleNamespace(send=sent.append))
    environ = {DATABASE: str(effects.engine.url)}
    assert main(["relay", "--once", "--call", "its_queue:send"], environ) == 0
    assert [job.payload for job in sent] == ["1"]
    assert main(["relay", "--once", "--call", "its_queue:send"], {}) == 2
    assert f"Set {DATABASE} to the URL of the database" in capsys.readouterr().err
    assert main(["relay", "--once", "--call", "no_such_module:send"], environ) == 2
    assert "no_such_module:send cannot be loaded (ModuleNotFoundError)" in capsys.readouterr().err
    effects.engine.dispose()


@pytest.mark.parametrize("database", ["postgresql", "mariadb", "sqlite"])
def test_the_command_prints_the_tables(capsys, database):
    assert main(["schema", database], {}) == 0
    printed = capsys.readouterr().out
    assert printed.count("CREATE TABLE IF NOT EXISTS") == 5
    assert printed.count("CREATE INDEX IF NOT EXISTS") == 5


def test_a_relay_goes_on_when_the_database_is_away_and_ends_when_told(request, tmp_path, caplog):
    effects = prepared("sql sqlite", request, tmp_path)
    store = SQLStore(effects.engine, prefix="absent")
    relay = Relay(store, lambda job: None, interval=0.01)
    looks = []

    def look(count, seconds):
        looks.append(count)
        if len(looks) == 2:
            relay.stop()
        return SQLStore.take_jobs(store, count, seconds)

    relay._store = SimpleNamespace(take_jobs=look)
    relay.run()
    assert len(looks) == 2
    assert "The relay cannot read its jobs: ConfigurationError" in caplog.text
    effects.engine.dispose()
