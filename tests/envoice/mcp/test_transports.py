"""The official client speaks with `envoice mcp` over both transports, before the stubs."""

import asyncio
import json
import signal
import subprocess

import pytest
from mcp import Client

from tests.envoice.cli.conftest import KEY, SECRET
from tests.envoice.mcp.serving import over_http, over_stdio, stubs
from tests.envoice.mcp.session import PAGE, recorded, shown, written


@pytest.fixture(scope="module")
def server():
    with stubs() as running:
        yield running


async def talk(client):
    tools = {tool.name for tool in (await client.list_tools()).tools}
    listed = await client.call_tool("invoices_list", {"page_size": 2})
    fetched = await client.call_tool("invoices_get", {"id": 3971})
    refused = await client.call_tool("invoices_get", {"id": "3971"})
    (record,) = (await client.read_resource("envoice://invoices/3971")).contents
    prompt = await client.get_prompt("dunning", {"days": "14"})
    return tools, listed, fetched, refused, json.loads(record.text), prompt


def check(outcome, server):
    tools, listed, fetched, refused, record, prompt = outcome
    assert {"invoices_list", "invoices_get", "search_operations", "describe", "call_read"} <= tools
    assert not {tool for tool in tools if "create" in tool or "write" in tool or "delete" in tool}
    assert not listed.is_error
    assert not fetched.is_error
    assert fetched.structured_content["untrusted_data"]["id"] == record["untrusted_data"]["id"]
    assert isinstance(fetched.structured_content["untrusted_data"]["total_amount"], str)
    assert refused.is_error
    assert "14 days" in prompt.messages[0].content.text
    said = listed.model_dump_json() + fetched.model_dump_json() + refused.model_dump_json() + json.dumps(record)
    assert KEY not in said
    assert SECRET not in said
    assert any("/api/invoice/details" in str(one) for one in server.journal)


def test_over_http_by_clients_of_either_protocol(server):
    async def go(url, mode):
        async with Client(url, mode=mode) as client:
            return await talk(client)

    with over_http(server) as url:
        for mode in ("legacy", "auto"):
            check(asyncio.run(go(url, mode)), server)


@pytest.mark.full(reason="the recorded session goes over stdio, and over HTTP a client of an earlier protocol speaks")
def test_over_stdio_by_a_client_of_an_earlier_protocol(server):
    async def go():
        async with Client(over_stdio(server), mode="legacy") as client:
            return await talk(client)

    check(asyncio.run(go()), server)


def test_ctrl_c_ends_it_while_it_waits(server):
    started = over_stdio(server)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([started.command, *started.args], env=started.env, **pipes) as process:
        begin = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
        asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": begin}
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        process.stdin.flush()
        assert b'"serverInfo"' in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read() == b"error: interrupted.\n"


def test_the_session_of_the_guide_is_what_the_official_client_sees(server):
    assert shown(PAGE.read_text(encoding="utf-8")) == written(recorded(server)), (
        "python -m tests.envoice.mcp.session writes it anew"
    )
