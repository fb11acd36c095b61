"""The server for agents, asked by the official client in this process, before a fake service."""

import asyncio
from importlib.util import find_spec

import pytest

# Other packages than the runtime may have no such rooms.
ROOMS = ("sdk.mcp", "sdk.testing", "mcp")


def pytest_ignore_collect(collection_path):
    return (collection_path.name.startswith("test_") and not all(map(find_spec, ROOMS))) or None


@pytest.fixture(autouse=True)
def api(monkeypatch):
    """Let the server have the small API of the tests."""
    from sdk.mcp._operations import operations

    from tests.runtime.cli.commands import stand_in

    stand_in(monkeypatch)
    operations.cache_clear()
    yield
    operations.cache_clear()


@pytest.fixture
def fake():
    from sdk.testing import FakeService

    return FakeService()


class Person:
    """Whoever is asked before a change.

    Args:
        action: What they do.
        confirm: What they say.
    """

    def __init__(self, action="accept", *, confirm=True):
        self.action, self.confirm = action, confirm
        self.asked = []

    async def __call__(self, context, params):
        from mcp import types

        self.asked.append(params.message)
        content = {"confirm": self.confirm} if self.action == "accept" else None
        return types.ElicitResult(action=self.action, content=content)


@pytest.fixture(params=["legacy", "auto"])
def mode(request):
    """How a client begins: by a handshake, as all did before, or without."""
    return request.param


@pytest.fixture
def ask(fake):
    """Run `talk(client)` with a client of a server, whose arguments are those of `Tools`."""

    def go(talk, *, allow=(), person=None, without=False, mode="auto", settings=None, **arguments):
        return asyncio.run(_ask(fake, talk, allow, person, without, mode, settings or {}, arguments))

    return go


@pytest.fixture
def call(ask):
    """Call one tool and return its result."""

    def go(tool, arguments=None, **settings):
        async def talk(client):
            return await client.call_tool(tool, arguments or {})

        return ask(talk, **settings)

    return go


async def _ask(fake, talk, allow, person, without, mode, settings, arguments):
    from mcp import Client
    from sdk.mcp._asking import Asking
    from sdk.mcp._operations import Permissions
    from sdk.mcp._server import Tools

    async with fake.async_client(**settings) as client:
        server = Tools(client, Permissions(allow), Asking(without=without), **arguments).server()
        async with Client(server, mode=mode, elicitation_callback=person) as connected:
            return await talk(connected)


def text(result):
    """What a result says as text."""
    return "\n".join(part.text for part in result.content)
