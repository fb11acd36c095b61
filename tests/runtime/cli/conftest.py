"""The command line, run in this process against a fake service, as one run of it."""

from functools import partial
from importlib.util import find_spec

import pytest

from tests.command_line import runner

# Other packages than the runtime may have no such rooms.
ROOMS = ("sdk.cli", "sdk.testing")


def pytest_ignore_collect(collection_path):
    return (collection_path.name.startswith("test_") and not all(map(find_spec, ROOMS))) or None


@pytest.fixture(autouse=True)
def api(monkeypatch):
    """Let the command line have the small API of the tests."""
    from tests.runtime.cli.commands import stand_in

    stand_in(monkeypatch)


@pytest.fixture
def fake():
    from sdk.testing import FakeService

    return FakeService()


@pytest.fixture
def variables(monkeypatch):
    """The variables of the credentials, all set, by their names."""
    from sdk._api import ENVIRONMENT
    from sdk._security.api_keys import VARIABLES

    for name in ("BASE_URL", "LOG"):
        monkeypatch.delenv(f"{ENVIRONMENT}_{name}", raising=False)
    values = {name: f"value-{number}-5d0c4b1f7a" for number, name in enumerate(VARIABLES)}
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return values


@pytest.fixture
def cli(fake, variables, capfd, monkeypatch):
    """Run the command with words; whatever it prints must hold no secret."""
    from sdk.cli._run import run
    from sdk.cli._session import Session
    from sdk.testing import FakeTransport

    # Transports are closed with their client, and fakes bear it.
    session_of = partial(Session, transport=FakeTransport(fake))
    return runner(run, session_of, fake, secrets=variables.values(), capfd=capfd, monkeypatch=monkeypatch)
