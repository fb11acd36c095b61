"""A delivery's course: what a failure leaves behind, what is answered, and what is logged."""

import logging
import traceback

import pytest
from sdk._api import NAME
from sdk.webhooks.stores import MemoryStore, Refusal, SQLiteStore

from tests.receiving import recorder
from tests.runtime.webhooks.receiver import (
    PERSONAL,
    SECRET,
    UNKNOWN,
    UNPAID,
    EventType,
    Receiver,
    delivery,
    webhooks,
)


def test_a_handler_that_fails_runs_again_and_those_before_it_do_not(receiver):
    ran, faults = [], [ValueError, KeyError]

    def second(event):
        ran.append("second")
        if faults:
            raise faults.pop()

    receiver.add(lambda event: ran.append("first"), name="first")
    receiver.add(second)
    receiver.add(lambda event: ran.append("third"), name="third")
    assert [receiver.post(delivery()) for _ in range(4)] == [
        (500, "not handled, deliver again"),
        (500, "not handled, deliver again"),
        (200, "handled"),
        (200, "handled before"),
    ]
    assert ran == ["first", "second", "second", "second", "third"]


def test_a_handler_that_is_at_work_elsewhere_is_not_run(receiver):
    ran = []
    receiver.add(recorder(ran, "first"))
    receiver.add(recorder(ran, "second"))
    token = receiver.store.claim(f"event:71/{recorder.__module__}.second")
    assert receiver.post(delivery()) == (503, "in progress, deliver again")
    receiver.store.release(f"event:71/{recorder.__module__}.second", token)
    assert receiver.post(delivery()) == (200, "handled")
    assert ran == [("first", 71), ("second", 71)]


def deployed(kind, store, *names, ran, failing=()):
    """A receiver of a later program, with the handlers it has then."""
    receiver = Receiver(kind, store=store)

    def named(name):
        def run(event):
            ran.append(name)
            if name in failing:
                raise ValueError

        return run

    for name in names:
        receiver.add(named(name), name=name)
    return receiver


@pytest.mark.parametrize(
    ("before", "failing", "after", "runs"),
    [
        (["book"], ["book"], ["book", "mail"], ["book", "mail"]),
        (["book", "mail"], ["mail"], ["book"], []),
        (["book", "mail"], ["mail"], ["mail"], ["mail"]),
        (["book", "mail"], ["mail"], ["mail", "book"], ["mail"]),
        (["book", "mail"], ["mail"], ["audit", "book", "mail"], ["audit", "mail"]),
        (["book"], [], ["book", "mail"], []),
    ],
)
def test_a_deployment_in_between_neither_repeats_a_handler_nor_loses_one(kind, before, failing, after, runs):
    store, ran = MemoryStore(), []
    deployed(kind, store, *before, ran=ran, failing=failing).post(delivery())
    ran.clear()
    assert deployed(kind, store, *after, ran=ran).post(delivery())[0] == 200
    assert ran == runs


@pytest.mark.parametrize("id", [None, 0])
def test_events_without_an_id_are_told_apart_by_their_bytes(receiver, id):
    ran = []
    receiver.add(recorder(ran, "every"))
    first, second = delivery(id), delivery(id, made="2026-01-31T11:43:31Z")
    assert [receiver.post(body)[1] for body in (first, second, first)] == ["handled", "handled", "handled before"]
    assert ran == [("every", id)] * 2


@pytest.mark.parametrize(
    ("body", "status", "text"),
    [
        (delivery(secret="another"), 400, "signature refused"),
        (b"{}", 400, "signature refused"),
        (b"no JSON", 400, "body refused"),
        (b"", 400, "body refused"),
        (b"x" * 1_000_001, 413, "body too large"),
    ],
    ids=["forged", "unsigned", "no JSON", "empty", "large"],
)
def test_what_cannot_be_verified_is_refused_and_not_remembered(kind, caplog, body, status, text):
    receiver = Receiver(kind, webhooks=webhooks(max_body=1_000_000))
    receiver.add(pytest.fail)
    assert receiver.post(body) == (status, text)
    assert receiver.store._claims == receiver.store._marks == {}
    assert SECRET not in caplog.text
    assert PERSONAL not in caplog.text


def test_a_delivery_that_is_too_old_is_told_as_such(kind, caplog):
    receiver = Receiver(kind, webhooks=webhooks(oldest="2026"))
    receiver.add(pytest.fail)
    assert receiver.post(delivery(made="2018-01-31T11:43:30Z")) == (400, "delivery too old")
    assert "The delivery was made before 2026" in caplog.text


@pytest.mark.parametrize("body", [None, "text", {"Id": 71}, 5])
def test_what_is_no_bytes_is_an_error_of_the_receiver_and_delivered_again(kind, body, caplog):
    receiver = Receiver(kind)
    receiver.add(pytest.fail)
    assert receiver.post(body) == (500, "receiver not set up")
    assert f"handle() takes the bytes received, not {type(body).__name__}" in caplog.text


@pytest.mark.parametrize("made", [bytes, bytearray, memoryview])
def test_bytes_of_any_kind_are_taken(kind, made):
    receiver = Receiver(kind, webhooks=webhooks(max_body=2000))
    receiver.add(lambda event: None)
    assert receiver.post(made(delivery())) == (200, "handled")
    assert receiver.post(made(b" " * 2001)) == (413, "body too large")


@pytest.mark.parametrize(
    ("type", "level"), [(UNPAID, logging.INFO), (UNKNOWN, logging.WARNING), (None, logging.WARNING)]
)
def test_an_event_that_nobody_is_for_is_logged(kind, type, level, caplog):
    caplog.set_level(logging.INFO, f"{NAME}.webhooks")
    receiver = Receiver(kind)
    receiver.add(pytest.fail, EventType.PAID)
    assert receiver.post(delivery(71, type)) == (200, "nothing to do")
    (record,) = caplog.records
    assert (record.levelno, record.name) == (level, f"{NAME}.webhooks")
    assert "No handler is for event:71" in caplog.text


def test_a_failure_is_logged_without_what_the_delivery_held(kind, caplog):
    seen = []
    receiver = Receiver(kind, on_error=lambda error, event: seen.append((str(error), event.id)))

    def fails(event):
        raise ValueError(f"no room for {event.message}")

    receiver.add(fails)
    assert receiver.post(delivery())[0] == 500
    assert seen == [(f"no room for {PERSONAL}", 71)]
    (record,) = caplog.records
    assert (record.name, record.levelno) == (f"{NAME}.webhooks", logging.ERROR)
    assert "event:71" in caplog.text
    assert "ValueError: no room for <hidden>" in caplog.text
    assert "in fails" in caplog.text
    assert PERSONAL not in caplog.text


def test_an_error_tracker_that_fails_changes_nothing(kind, caplog):
    def fails(*_):
        raise ValueError(PERSONAL)

    receiver = Receiver(kind, on_error=fails)
    receiver.add(fails)
    assert receiver.post(delivery()) == (500, "not handled, deliver again")
    assert "on_error failed" in caplog.text
    assert PERSONAL not in caplog.text
    assert receiver.store._claims == {}


class Broken(MemoryStore):
    """A store whose backend fails at a step."""

    def __init__(self, step):
        super().__init__()
        self._step = step

    def claim(self, key):
        return self._fail("claim") or super().claim(key)

    def done(self, key, token):
        return self._fail("done") or super().done(key, token)

    def release(self, key, token):
        return self._fail("release") or super().release(key, token)

    def _fail(self, step):
        if step == self._step:
            raise OSError("redis://user:hunter2@host is gone")


def test_a_store_that_fails_before_the_handler_keeps_it_from_running(kind, caplog):
    receiver = Receiver(kind, store=Broken("claim"))
    receiver.add(pytest.fail)
    assert receiver.post(delivery()) == (503, "receiver not available, deliver again")
    assert "OSError" in caplog.text
    assert "hunter2" not in caplog.text


def test_what_ails_a_sqlite_file_is_in_the_log(kind, caplog, tmp_path):
    receiver = Receiver(kind, store=SQLiteStore(tmp_path / "none" / "webhooks.db"))
    receiver.add(pytest.fail)
    assert receiver.post(delivery())[0] == 503
    assert "OperationalError (SQLITE_CANTOPEN)" in caplog.text


def test_a_store_that_fails_after_the_handler_leaves_it_handled(kind, caplog):
    receiver = Receiver(kind, store=Broken("done"))
    receiver.add(lambda event: None)
    assert receiver.post(delivery()) == (200, "handled")
    assert "OSError" in caplog.text
    assert "hunter2" not in caplog.text


def test_a_store_that_fails_after_a_failure_leaves_it_to_the_lease(kind):
    receiver = Receiver(kind, store=Broken("release"))
    receiver.add(lambda event: 1 / 0)
    assert receiver.post(delivery())[0] == 500
    assert receiver.post(delivery())[0] == 503


def test_a_handler_that_outlives_its_lease_is_told(kind, caplog):
    now = 0.0
    receiver = Receiver(kind, store=MemoryStore(lease=10, clock=lambda: now))

    def slow(event):
        nonlocal now
        now = 11.0
        assert isinstance(receiver.store.claim("event:71"), str)

    receiver.add(slow)
    assert receiver.post(delivery()) == (200, "handled")
    assert "outlived its lease" in caplog.text
    assert receiver.store.claim("event:71") is Refusal.IN_PROGRESS


def test_a_queued_event_counts_as_handled_and_its_worker_runs_the_handlers(kind):
    queue, ran = [], []
    receiver = Receiver(kind, enqueue=lambda event: queue.append(event.raw))
    receiver.add(recorder(ran, "paid"), EventType.PAID)
    assert receiver.post(delivery()) == (200, "queued")
    assert receiver.post(delivery()) == (200, "handled before")
    assert ran == []
    (raw,) = queue
    receiver.dispatch(webhooks().unwrap(raw))
    assert ran == [("paid", 71)]


def test_a_queue_that_fails_leaves_the_event_to_the_next_delivery(kind):
    faults, queue = [OSError], []

    def put(event):
        if faults:
            raise faults.pop()
        queue.append(event.id)

    receiver = Receiver(kind, enqueue=put)
    assert receiver.post(delivery()) == (500, "not handled, deliver again")
    assert receiver.post(delivery()) == (200, "queued")
    assert queue == [71]


def test_dispatch_raises_what_a_handler_raises(receiver):
    receiver.add(lambda event: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        receiver.dispatch(webhooks().unwrap(delivery()))


def test_an_interrupt_releases_the_delivery_and_is_raised():
    receiver = Receiver("sync")

    def interrupted(event):
        raise KeyboardInterrupt

    receiver.add(interrupted)
    with pytest.raises(KeyboardInterrupt):
        receiver.post(delivery())
    assert receiver.store._claims == {}


def test_the_repr_shows_no_secret():
    shown = repr(Receiver("sync").handler)
    assert shown == "WebhookHandler(store=MemoryStore(capacity=100000, lease=300.0, retention=2592000.0))"


def test_the_secret_is_in_no_frame_of_what_dispatch_raises(receiver):
    receiver.add(lambda event: 1 / 0)
    event = webhooks().unwrap(delivery())
    with pytest.raises(ZeroDivisionError) as raised:
        receiver.dispatch(event)
    shown = "".join(traceback.TracebackException.from_exception(raised.value, capture_locals=True).format())
    assert SECRET not in shown
