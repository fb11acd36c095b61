"""Kills processes and cuts connections while they handle webhooks, and counts each effect in the database it is in.

Eight processes get fifty deliveries of each of 500 events, side by side; one of them is killed (SIGKILL) 200 times, at
random, and replaced; under PostgreSQL connections are cut besides. Each delivery is repeated until it is answered 200,
as a service does. A function writes two rows, with a pause between, so that a kill finds it at work.

`transaction` is a `SQLStore` with `handle(..., transaction=)`. `SQLiteStore` and `RedisStore` are the same functions
with those stores, in a transaction of their own: between its commit and the mark there is a gap. In the end come the
claims per second of each store, taken in turn in one process.

Usage: exactly_once.py [--events 500] [--duplicates 50] [--processes 8] [--kills 200] [--only WORD] [--seed 1]
"""

import argparse
import contextlib
import itertools
import logging
import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated")]

import redis  # noqa: E402
from envoice.testing import sign_delivery  # noqa: E402
from envoice.webhooks import RedisStore, SQLiteStore, SQLStore, WebhookHandler, Webhooks  # noqa: E402
from sqlalchemy import create_engine, text  # noqa: E402

from tests.runtime.webhooks.conftest import find_server  # noqa: E402
from tests.runtime.webhooks.databases import postgres  # noqa: E402
from tests.waiting import until  # noqa: E402

SCHEME, SECRET = "hmac-sha256:secret:timestamp+activity:hex", "a-secret"
EFFECTS = "CREATE TABLE effect (event INTEGER NOT NULL, part VARCHAR(10) NOT NULL)"
INSERT = text("INSERT INTO effect (event, part) VALUES (:event, :part)")
PAUSE = 0.004
LEASE = 2.0
FORKING = multiprocessing.get_context("fork")


def handler_of(kind: str, engine: Any, place: str) -> tuple[WebhookHandler, dict[str, Any]]:
    """A handler with a store of a kind, and how it handles."""
    webhooks = Webhooks(secret=SECRET, scheme=SCHEME)
    if kind == "transaction":
        handler = WebhookHandler(webhooks, store=SQLStore(engine))

        @handler.on(name="effect")
        def within(event: Any, connection: Any) -> None:
            write(event, connection)

        return handler, {"transaction": engine}
    store = SQLiteStore(place, lease=LEASE) if kind == "SQLiteStore" else RedisStore.from_url(place, lease=LEASE)
    handler = WebhookHandler(webhooks, store=store)

    @handler.on(name="effect")
    def alone(event: Any) -> None:
        with engine.begin() as connection:
            write(event, connection)

    return handler, {}


def write(event: Any, connection: Any) -> None:
    """Write an effect of two parts."""
    connection.execute(INSERT, {"event": event.id, "part": "first"})
    time.sleep(PAUSE)
    connection.execute(INSERT, {"event": event.id, "part": "second"})


def work(kind: str, url: str, place: str, bodies: list[bytes], waiting: list[int], done: Any) -> None:
    """Post deliveries until each is answered 200; what was answered is noted where it outlives this process."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    engine = create_engine(url, pool_size=2, pool_pre_ping=True)
    handler, how = handler_of(kind, engine, place)
    while waiting:
        again = []
        for number in waiting:
            if not done[number]:
                if handler.handle(bodies[number], {}, **how).status == 200:  # noqa: PLR2004
                    done[number] = 1
                else:
                    again.append(number)
        waiting = again


def disturb(workers: list[Any], start: Any, engine: Any, kills: int, *, cuts: bool) -> tuple[int, int]:
    """Kill and replace processes at random until all have ended by themselves; how many, and connections cut."""
    killed = cut = 0
    while any(worker.is_alive() for worker in workers):
        time.sleep(random.uniform(0.02, 0.2))
        number = random.randrange(len(workers))
        if killed < kills and workers[number].is_alive():
            os.kill(workers[number].pid, signal.SIGKILL)
            workers[number].join()
            killed += workers[number].exitcode == -signal.SIGKILL
            workers[number] = start(number)
        if cuts and random.random() < 0.3:  # noqa: PLR2004
            cut += cut_one(engine)
        for place, worker in enumerate(workers):
            if worker.exitcode not in {None, 0}:
                workers[place] = start(place)
    return killed, cut


def cut_one(engine: Any) -> int:
    """End a connection of a worker, whatever it is at."""
    choice = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    with engine.begin() as connection:
        statement = f"SELECT pg_terminate_backend(pid) FROM ({choice} ORDER BY random() LIMIT 1) AS one"
        return len(connection.execute(text(statement)).all())


def run(kind: str, database: str, url: str, place: str, options: argparse.Namespace) -> bool:
    """Handle all deliveries under disturbance, count, and tell; whether each effect is there exactly once."""
    engine = create_engine(url, pool_size=1)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS effect"))
        connection.execute(text(EFFECTS))
    if database == "SQLite":
        with contextlib.closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    SQLStore(engine).create_table()
    signed = [
        sign_delivery(SCHEME, secret=SECRET, id=event, type=1, invoice_id=event).body
        for event in range(1, options.events + 1)
    ]
    bodies = [body for body in signed for _ in range(options.duplicates)]
    done = FORKING.Array("b", len(bodies), lock=False)
    numbers = [list(range(first, len(bodies), options.processes)) for first in range(options.processes)]

    def start(number: int) -> Any:
        worker = FORKING.Process(target=work, args=(kind, url, place, bodies, numbers[number], done))
        worker.start()
        return worker

    engine.dispose()
    began = time.monotonic()
    workers = [start(number) for number in range(options.processes)]
    killed, cut = disturb(workers, start, engine, options.kills, cuts=database == "PostgreSQL")
    took = time.monotonic() - began
    with engine.begin() as connection:
        counted = connection.execute(text("SELECT event, part, count(*) FROM effect GROUP BY event, part")).all()
    engine.dispose()
    repeated = sum(count > 1 for *_, count in counted)
    missing = 2 * options.events - len(counted)
    print(
        f"{kind:12} effects in {database:10} {len(bodies)} deliveries, {killed} kills, {cut} cuts, {took:5.1f} s: "
        f"{repeated} effects repeated, {missing} missing",
        flush=True,
    )
    return repeated == missing == 0


def claims(stores: dict[str, Any], rounds: int = 5, each: int = 200) -> None:
    """Time claims with their marks, of one store after the other in each round; print the median."""
    speeds: dict[str, list[float]] = {name: [] for name in stores}
    for number, (name, store) in itertools.product(range(rounds), stores.items()):
        began = time.perf_counter()
        for key in range(each):
            token = store.claim(f"speed:{number}:{key}")
            store.done(f"speed:{number}:{key}", token)
        speeds[name].append(each / (time.perf_counter() - began))
    for name, found in speeds.items():
        print(f"{name:24} {sorted(found)[rounds // 2]:8.0f} claims and marks per second", flush=True)


@contextlib.contextmanager
def redis_server() -> Iterator[str]:
    """A Redis server of its own."""
    with tempfile.TemporaryDirectory(prefix="redis-") as folder:
        socket = f"{folder}/socket"
        command = [find_server(), "--port", "0", "--unixsocket", socket, "--save", "", "--dir", folder]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            until(lambda: Path(socket).exists() and redis.Redis(unix_socket_path=socket).ping(), server)
            yield f"unix://{socket}"
        finally:
            server.kill()
            server.wait(60)


def main() -> int:
    """Run it all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("events", 500), ("duplicates", 50), ("processes", 8), ("kills", 200), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--only", default="", help="what the line of a run has in it, such as transaction")
    options = parser.parse_args()
    random.seed(options.seed)
    # Each cut and each refusal would be told.
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="exactly-once-") as folder, postgres() as place, redis_server() as queue:
        urls = {"PostgreSQL": f"postgresql+psycopg://{place}", "SQLite": f"sqlite:///{folder}/effects.db"}
        kept = True
        for (database, url), (kind, where) in itertools.product(
            urls.items(), (("transaction", ""), ("SQLiteStore", f"{folder}/marks.db"), ("RedisStore", queue))
        ):
            if options.only in f"{kind} {database}":
                Path(folder, "marks.db").unlink(missing_ok=True)
                redis.Redis.from_url(queue).flushall()
                exact = run(kind, database, url, where, options)
                kept = kept and (exact or kind != "transaction")
        if options.only in "claims":
            engines = {name: create_engine(url) for name, url in urls.items()}
            for engine in engines.values():
                SQLStore(engine).create_table()
            claims(
                {f"SQLStore on {name}": SQLStore(engine) for name, engine in engines.items()}
                | {"SQLiteStore": SQLiteStore(f"{folder}/marks.db"), "RedisStore": RedisStore.from_url(queue)}
            )
            for engine in engines.values():
                engine.dispose()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
