"""The command: what it refuses before it starts, and what it starts."""

import signal
import socket
from contextlib import asynccontextmanager
from importlib.util import find_spec

import anyio
import pytest
import uvicorn
from mcp.shared.memory import create_client_server_memory_streams
from sdk._api import NAME
from sdk.mcp import _command

from tests.runtime.cli.conftest import cli, variables

__all__ = ["cli", "variables"]


@pytest.fixture
def started(monkeypatch):
    """What would be served."""
    found = []
    monkeypatch.setattr(_command.signal, "signal", lambda *_: None)
    monkeypatch.setattr(anyio, "run", lambda *arguments: found.append(arguments))
    return found


def test_without_the_extra_a_sentence_says_how_to_get_it(cli, monkeypatch, started):
    monkeypatch.setattr(_command, "find_spec", lambda name: None if name == "mcp" else find_spec(name))
    ran = cli("mcp")
    assert ran.err == f"error: This needs mcp: pip install '{NAME}[mcp]'.\n"
    assert (ran.status, started) == (3, [])


def test_it_is_listed_and_explains_itself(cli):
    assert "Serve agents" in cli("--help").out
    assert "--yes-without-asking" in cli("mcp", "--help").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--http", "--host", "0.0.0.0"], "--host 0.0.0.0: others can connect there, so name a token with --token"),
        (["--http", "--host", "192.0.2.1"], "--host 192.0.2.1: others can connect there"),
        (["--http", "--host", "::", "--token", "TOKEN"], "--host ::: say by --hostname by which name clients know"),
        (["--http", "--port", "70000"], "--port: 70000 is no port; the highest is 65535."),
        (["--token", "let-me-in"], "--token takes the name of an environment variable that holds the token"),
        (["--token", "EMPTY"], "--token takes the name of an environment variable that holds the token"),
        (["--files", "/nowhere/at/all"], "Invalid value for '--files'"),
    ],
)
def test_what_cannot_be_started_is_told(cli, monkeypatch, started, words, said):
    monkeypatch.setenv("TOKEN", "let-me-in")
    monkeypatch.setenv("EMPTY", " ")
    ran = cli("mcp", *words)
    assert ran.status in {2, 3}
    assert said in ran.err
    assert "let-me-in" not in ran.err
    assert started == []


def test_an_operation_that_there_is_not_is_told(cli):
    ran = cli("mcp", "--allow", "things.creat")
    assert ran.status == 2
    assert "There is no operation 'things.creat'; did you mean things.create?" in ran.err


def test_the_token_comes_out_of_the_variable(cli, monkeypatch, started):
    monkeypatch.setenv("TOKEN", "let-me-in")
    ran = cli("mcp", "--http", "--host", "0.0.0.0", "--hostname", "agents.example", "--token", "TOKEN")
    assert ran.status == 0
    ((_, _, options, token),) = started
    assert token == "let-me-in"
    assert options["hostname"] == ("agents.example",)


def test_it_serves_over_http_until_it_ends(cli, monkeypatch):
    served = []

    async def serve(self, sockets):
        served.append((self.config.app, sockets[0].getsockname()))

    monkeypatch.setattr(uvicorn.Server, "serve", serve)
    ran = cli("mcp", "--http", "--port", "0", transport=None)
    ((_, (host, port)),) = served
    assert (ran.status, host) == (0, "127.0.0.1")
    assert f" at http://127.0.0.1:{port}/mcp; Ctrl-C ends it.\n" in ran.err


def test_it_serves_standard_input_and_output_until_they_end(cli, monkeypatch):
    before = signal.getsignal(signal.SIGINT)
    ended = []

    @asynccontextmanager
    async def streams():
        async with create_client_server_memory_streams() as (client, server):
            await client[1].aclose()
            yield server
        ended.append(True)

    monkeypatch.setattr("mcp.server.stdio.stdio_server", streams)
    try:
        assert cli("mcp", transport=None).status == 0
        handler = signal.getsignal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert ended == [True]
    statuses = []
    monkeypatch.setattr("os._exit", statuses.append)
    handler(signal.SIGINT, None)
    assert statuses == [130]


def test_a_port_that_is_taken_is_told(cli):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        # One for asynchronous clients in place of that of the command line.
        ran = cli("mcp", "--http", "--port", taken.getsockname()[1], transport=None)
    assert ran.status == 13
    assert "in use" in ran.err
