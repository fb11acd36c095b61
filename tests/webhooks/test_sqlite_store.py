"""The SQLite store: shared by processes, carried across forks, kept small, and honest when it cannot write."""

import contextlib
import os
import sqlite3

import pytest
from envoice.webhooks.stores import Refusal, SQLiteStore

KEY = "activity:71"


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
        assert store._here().connection.execute("SELECT key FROM envoice_deliveries").fetchall() == [("new",)]


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


def test_opening_waits_for_who_writes_before_wal_is_on(path, monkeypatch):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other, SQLiteStore(path) as store:
        other.execute("BEGIN IMMEDIATE")
        waited = []

        def end_it(seconds):
            waited.append(seconds)
            other.execute("ROLLBACK")

        monkeypatch.setattr("envoice.webhooks.stores.sqlite.time.sleep", end_it)
        assert isinstance(store.claim(KEY), str)
        assert len(waited) == 1


def test_opening_gives_up_in_the_end(path):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            SQLiteStore(path, timeout=0.05).claim(KEY)


def test_twelve_processes_make_one_file_at_once(path, child):
    workers = [child("tests.webhooks.worker", "claim", f"sqlite:{path}") for _ in range(12)]
    for worker in workers:
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        worker.stdin.write("go\n")
        worker.stdin.flush()
    said = [worker.communicate()[0].strip() for worker in workers]
    assert sorted(said) == ["IN_PROGRESS"] * 11 + ["claimed"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_store_that_was_used_before_a_fork_works_on_both_sides(path, child):
    worker = child("tests.webhooks.worker", "fork", f"sqlite:{path}")
    assert worker.communicate()[0].splitlines() == ["child DONE True True", "parent DONE"]
    assert worker.returncode == 0
