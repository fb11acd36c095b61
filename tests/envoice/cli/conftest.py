"""The command line, run in this process against a fake service, as one run of it."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from envoice.cli._run import run
from envoice.cli._session import Session
from envoice.testing import FakeService, FakeTransport

from tests.command_line import Ran, runner

ROOT = Path(__file__).parents[3]
KEY, SECRET = "key-5d0c4b1f7a-" + "k" * 45, "secret-93e2ab6c08-" + "s" * 42
# The overrides are tried from where they lie, as everywhere in the tests.
PROGRAM = "import sys, tests.conftest; from envoice.cli import main; sys.exit(main())"


@pytest.fixture
def fake():
    return FakeService()


@pytest.fixture
def keys(monkeypatch):
    monkeypatch.setenv("ENVOICE_API_KEY", KEY)
    monkeypatch.setenv("ENVOICE_API_SECRET", SECRET)
    for name in ("ENVOICE_BASE_URL", "ENVOICE_LOG", "ENVOICE_WEBHOOK_SCHEME", "ENVOICE_WEBHOOK_SECRET"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def cli(fake, keys, capfd, monkeypatch):
    """Run `envoice` with words; whatever it prints must hold no secret."""

    # Transports are closed with their client, and fakes bear it.
    session_of = partial(Session, transport=FakeTransport(fake))
    return runner(run, session_of, fake, secrets=(KEY, SECRET), capfd=capfd, monkeypatch=monkeypatch)


def environ(**more):
    """The environment of a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ENVOICE_")}
    path = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    return kept | {"PYTHONPATH": path, "ENVOICE_API_KEY": KEY, "ENVOICE_API_SECRET": SECRET} | more


def command(*words):
    """The words that start `envoice` in a process of its own."""
    return [sys.executable, "-c", PROGRAM, *map(str, words)]


@pytest.fixture
def process():
    """Run `envoice` as a process of its own."""

    def go(*words, **settings):
        env = environ(**settings.pop("env", {}))
        ran = subprocess.run(
            command(*words), capture_output=True, text=True, env=env, check=False, timeout=120, **settings
        )
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    return go
