"""The library that sends is chosen by its name."""

import asyncio
import importlib.util
import sys

import pytest
from sdk import errors
from sdk._api import NAME
from sdk.client import AsyncThings, Things
from sdk.transports import AsyncHttpxTransport, HttpxTransport

from tests.runtime.kinds import nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire
from tests.runtime.standin import GET, Thing

KEYS = {"api_key": "k", "api_secret": "s"}


def answer(peer):
    return peer.answer(b'{"Id":7}')


@pytest.mark.parametrize("http", ["httpx", "httpx2"])
def test_it_sends(http):
    pytest.importorskip(http)
    with (
        Wire(lambda peer: peer.answer(b'{"Id":7}')) as wire,
        Things(**KEYS, base_url=wire.base_url, http=http) as client,
    ):
        assert client.call(GET) == Thing(id=7)
        assert client.transport._library is sys.modules[http]


@pytest.mark.parametrize("http", ["httpx", "httpx2", "aiohttp"])
def test_it_sends_and_is_awaited(http):
    pytest.importorskip(http)

    async def run(base_url):
        async with AsyncThings(**KEYS, base_url=base_url, http=http) as client:
            assert await client.call(GET) == Thing(id=7)
            return type(client.transport)

    with Wire(answer) as wire:
        kind = asyncio.run(run(wire.base_url))
    assert {"httpx": "AsyncHttpxTransport", "httpx2": "AsyncHttpx2Transport", "aiohttp": "AiohttpTransport"}[
        http
    ] == kind.__name__


@pytest.mark.parametrize(
    ("kind", "http", "said"),
    [
        (Things, "aiohttp", "http must be one of 'httpx', 'httpx2'; got 'aiohttp'."),
        (AsyncThings, "requests", "http must be one of 'httpx', 'httpx2', 'aiohttp'; got 'requests'."),
        (Things, None, "http must be one of 'httpx', 'httpx2'; got None."),
        (Things, ["httpx"], "http must be one of 'httpx', 'httpx2'; got a list."),
    ],
)
def test_a_library_that_cannot_be_meant_is_refused(kind, http, said):
    with pytest.raises(errors.ConfigurationError) as caught:
        kind(**KEYS, http=http)
    assert str(caught.value) == said


@pytest.mark.parametrize(("kind", "transport"), [(Things, HttpxTransport), (AsyncThings, AsyncHttpxTransport)])
def test_two_things_that_send_are_refused(kind, transport):
    with pytest.raises(errors.ConfigurationError, match=r"http= and transport=: give one of them\."):
        kind(**KEYS, http="httpx2", transport=transport())


def test_a_library_that_is_not_installed_is_named_with_its_extra(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(errors.ConfigurationError) as caught:
        Things(**KEYS, http="httpx2")
    assert str(caught.value) == f"http='httpx2' needs the library httpx2: pip install '{NAME}[httpx2]'."
    Things(**KEYS, http="httpx").close()
