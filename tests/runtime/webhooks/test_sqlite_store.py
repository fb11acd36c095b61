"""The SQLite store: shared by processes, carried across forks, kept small, and honest when it cannot write."""

import contextlib
import os
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from sdk._api import NAME
from sdk.errors import ConfigurationError
from sdk.webhooks import WebhookHandler
from sdk.webhooks.stores import Refusal, SQLiteStore

from tests.runtime.webhooks.receiver import delivery, webhooks

KEY = "event:71"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "webhooks.db"


def test_a_file_is_shared_and_outlives_its_store(path):
    with SQLiteStore(path) as first, SQLiteStore(path) as second:
        token = first.claim(KEY)
        assert second.claim(KEY) is Refusal.IN_PROGRESS
        assert second.done(KEY, token)
    with SQLiteStore(path) as third:
        assert third.claim(KEY) is Refusal.DONE


def test_a_closed_store_opens_again(path):
    store = SQLiteStore(path)
    token = store.claim(KEY)
    store.close()
    store.close()
    assert store.done(KEY, token)
    store.close()


def test_what_is_marked_is_on_disk(path):
    with SQLiteStore(path) as store:
        connection = store._here().connection
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_what_has_ended_is_deleted(path):
    now = 0.0
    with SQLiteStore(path, lease=10, retention=20, clock=lambda: now) as store:
        store.claim("left")
        store.done("done", store.claim("done"))
        now = 21.0
        store.done("new", store.claim("new"))
        assert store._here().connection.execute(f"SELECT key FROM {NAME}_deliveries").fetchall() == [("new",)]


@pytest.mark.parametrize("use", [lambda store: store.claim(KEY), lambda store: store.done(KEY, "token")])
def test_a_file_that_another_keeps_locked_is_an_error_and_no_claim(path, use):
    other = sqlite3.connect(path, isolation_level=None)
    with SQLiteStore(path, timeout=0.05) as store, contextlib.closing(other):
        store.claim("another")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            use(store)
        other.execute("ROLLBACK")
        assert isinstance(store.claim(KEY), str)


def test_a_folder_that_is_not_there_is_an_error_at_first_use(tmp_path):
    store = SQLiteStore(tmp_path / "none" / "webhooks.db")
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        store.claim(KEY)


@pytest.mark.parametrize("path", ["", ":memory:", b":memory:", None, 5])
def test_what_names_no_file_is_refused(path):
    with pytest.raises(ConfigurationError, match=r"^SQLiteStore needs the path of a file; .* there is MemoryStore\(\)"):
        SQLiteStore(path)


@pytest.mark.parametrize("timeout", ["x", None, 0, -1, float("nan"), True])
def test_a_timeout_that_is_none_is_refused_at_once(path, timeout):
    with pytest.raises(ConfigurationError, match=r"^timeout= of SQLiteStore must be a number of seconds above 0"):
        SQLiteStore(path, timeout=timeout)


class Connection(sqlite3.Connection):
    """A connection to a file system that knows no WAL mode."""

    def execute(self, statement, *terms):
        return super().execute("PRAGMA journal_mode" if "journal_mode" in statement else statement, *terms)


def connecting(monkeypatch, change):
    """Let every connection be opened in another way."""
    connect = sqlite3.connect
    monkeypatch.setattr("sdk.webhooks.stores.sqlite.sqlite3.connect", lambda path, **how: change(connect, path, how))


def test_a_file_system_without_wal_is_refused(path, monkeypatch, caplog):
    connecting(monkeypatch, lambda connect, path, how: connect(path, factory=Connection, **how))
    store = SQLiteStore(path)
    with pytest.raises(ConfigurationError, match="cannot be put into WAL mode and stays in mode 'delete'"):
        store.claim(KEY)
    assert handled(store) == 503
    assert "cannot be put into WAL mode" in caplog.text


def handled(store):
    """What a delivery is answered whose handler must run before the store can fail at all."""
    handler = WebhookHandler(webhooks(), store=store)
    handler.on()(lambda event: None)
    return handler.handle(delivery()).status


def test_a_file_that_can_only_be_read_keeps_the_handler_from_running(path, monkeypatch, caplog):
    with SQLiteStore(path) as store:
        store.claim("another")
    connecting(monkeypatch, lambda connect, path, how: connect(f"file:{path}?mode=ro", uri=True, **how))
    with SQLiteStore(path) as store:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            store.claim(KEY)
        assert handled(store) == 503
    assert "OperationalError (SQLITE_READONLY" in caplog.text


@pytest.mark.parametrize("content", [b"x" * 10_000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_keeps_the_handler_from_running_and_stays_as_it_is(path, content, caplog):
    path.write_bytes(content)
    with SQLiteStore(path) as store:
        with pytest.raises(sqlite3.DatabaseError):
            store.claim(KEY)
        assert handled(store) == 503
    assert "DatabaseError (SQLITE_NOTADB)" in caplog.text
    assert path.read_bytes() == content


def fill(store):
    """Let the file grow no more, as on a disk that is full."""
    connection = store._here().connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with contextlib.suppress(sqlite3.OperationalError):
        for number in range(10_000):
            store.claim(f"{number}" * 20)


def test_a_disk_that_is_full_keeps_the_handler_from_running(path, caplog):
    with SQLiteStore(path) as store:
        fill(store)
        with pytest.raises(sqlite3.OperationalError, match="full"):
            store.claim(KEY * 1000)
        handler = WebhookHandler(webhooks(), store=store)
        handler.on(name="long" * 1000)(pytest.fail)
        assert handler.handle(delivery()).status == 503
    assert "OperationalError (SQLITE_FULL)" in caplog.text


def test_a_disk_that_becomes_full_while_the_handler_runs_leaves_it_handled(path, caplog):
    ran = []
    with SQLiteStore(path) as store:
        handler = WebhookHandler(webhooks(), store=store)

        @handler.on()
        def fills(event):
            ran.append(event.id)
            store._here().connection.execute("PRAGMA query_only = 1")

        assert handler.handle(delivery()).text == "handled"
        assert handler.handle(delivery()).status == 503
    assert ran == [71]
    assert "The store did not take how event:71 ended: OperationalError (SQLITE_READONLY)" in caplog.text


@pytest.mark.parametrize(
    "replace", [os.remove, lambda path: shutil.copy(path, path.with_suffix(".copy")).replace(path)]
)
def test_a_file_that_was_removed_or_replaced_is_opened_anew_by_all(path, replace):
    with SQLiteStore(path) as one, SQLiteStore(path) as other, SQLiteStore(path) as late:
        assert isinstance(one.claim("before"), str)
        assert other.claim("before") is Refusal.IN_PROGRESS
        replace(path)
        token = late.claim(KEY)
        assert isinstance(token, str)
        assert [one.claim(KEY), other.claim(KEY)] == [Refusal.IN_PROGRESS] * 2
        assert late.done(KEY, token)
        assert [one.claim(KEY), other.claim(KEY)] == [Refusal.DONE] * 2


def test_threads_share_a_store_that_is_closed_all_the_time(path):
    with SQLiteStore(path) as store:

        def use(number):
            for turn in range(20):
                key = f"{number}-{turn}"
                token = store.claim(key)
                assert isinstance(token, str)
                if turn % 5 == 0:
                    store.close()
                assert store.done(key, token)

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(use, range(8)))


def test_opening_waits_for_who_writes_before_wal_is_on(path, monkeypatch):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other, SQLiteStore(path) as store:
        other.execute("BEGIN IMMEDIATE")
        waited = []

        def end_it(seconds):
            waited.append(seconds)
            other.execute("ROLLBACK")

        monkeypatch.setattr("sdk.webhooks.stores.sqlite.time.sleep", end_it)
        assert isinstance(store.claim(KEY), str)
        assert len(waited) == 1


def test_opening_gives_up_in_the_end(path):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            SQLiteStore(path, timeout=0.05).claim(KEY)


def test_twelve_processes_make_one_file_at_once(path, child):
    workers = [child("tests.runtime.webhooks.worker", "claim", f"sqlite:{path}") for _ in range(12)]
    for worker in workers:
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    said = [worker.communicate(timeout=200)[0].strip() for worker in workers]
    assert sorted(said) == ["IN_PROGRESS"] * 11 + ["claimed"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_store_that_was_used_before_a_fork_works_on_both_sides(path, child):
    worker = child("tests.runtime.webhooks.worker", "fork", f"sqlite:{path}")
    assert worker.communicate(timeout=200)[0].splitlines() == ["child DONE True True", "parent DONE"]
    assert worker.returncode == 0
