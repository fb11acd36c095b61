"""The server over HTTP: for this machine and the hosts that are meant, and beyond it with a token alone."""

import asyncio
from contextlib import asynccontextmanager

import httpx
import pytest
from sdk.mcp._asking import Asking
from sdk.mcp._http import application
from sdk.mcp._operations import Permissions
from sdk.mcp._server import Tools

PING = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}
HEADERS = {"Accept": "application/json, text/event-stream"}


@asynccontextmanager
async def connected(fake, host, hosts, token, base_url):
    async with fake.async_client() as client:
        server = Tools(client, Permissions(), Asking(without=False)).server()
        app = application(server, host, hosts, token)
        async with (
            server.session_manager.run(),
            httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=base_url, headers=HEADERS) as http,
        ):
            yield http


def status(fake, *, host="127.0.0.1", hosts=(), token=None, base_url="http://127.0.0.1:8100", **headers):
    async def go():
        async with connected(fake, host, hosts, token, base_url) as http:
            answer = await http.post("/mcp", json=PING, headers=headers)
            return answer.status_code

    return asyncio.run(go())


# An initialize without a version is no good, and was let in to be told so.
IN = 200


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("http://127.0.0.1:8100", IN),
        ("http://localhost:9", IN),
        ("http://[::1]:8100", IN),
        ("http://evil.example:8100", 421),
        ("http://127.0.0.1.evil.example", 421),
    ],
)
def test_only_names_of_this_machine_are_answered(fake, base_url, expected):
    assert status(fake, base_url=base_url) == expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://localhost:3000", IN),
        ("https://127.0.0.1", IN),
        ("https://evil.example", 403),
        ("null", 403),
        ("http://localhost.evil.example", 403),
    ],
)
def test_a_page_of_another_site_is_refused(fake, origin, expected):
    assert status(fake, Origin=origin) == expected


@pytest.mark.parametrize(
    ("authorization", "expected"),
    [
        ("Bearer let-me-in", IN),
        ("Bearer let-me-in ", 401),
        ("bearer let-me-in", 401),
        ("Bearer let-me", 401),
        ("Bearer l\xebt-me-in", 401),
        ("", 401),
    ],
)
def test_a_token_is_needed_where_one_is_set(fake, authorization, expected):
    beyond = {"host": "0.0.0.0", "hosts": ["agents.example"], "base_url": "http://agents.example"}
    assert status(fake, token="let-me-in", Authorization=authorization.encode("latin-1"), **beyond) == expected


def test_beyond_this_machine_the_names_are_those_that_are_given(fake):
    beyond = {"host": "192.0.2.7", "token": "t", "Authorization": "Bearer t"}
    assert status(fake, base_url="http://192.0.2.7:8100", **beyond) == IN
    assert status(fake, base_url="http://localhost:8100", **beyond) == 421
    assert status(fake, base_url="http://agents.example", hosts=["agents.example"], **beyond) == IN
