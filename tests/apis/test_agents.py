"""The servers for agents of several packages: every operation that reads, by the official client, on the stubs."""

import asyncio

import jsonschema
import pytest
from mcp import Client

NAMES = ("copy_shop", "parcel_depot", "record_archive")
every = pytest.mark.parametrize("name", NAMES)
DATA = "untrusted_data"


def ask(made, server, talk, *, words=(), folder=None):
    """What `talk` gives of a client of a package's server, before its stubs."""

    async def go():
        tools, asking = made.module("mcp._server").Tools, made.module("mcp._asking").Asking
        permissions = made.module("mcp._operations").Permissions(words)
        kept = None if folder is None else made.module("mcp._files").Folder(folder)
        async with made.client(asynchronous=True, base_url=server.base_url, max_retries=0) as client:
            served = tools(client, permissions, asking(without=True), folder=kept).server()
            async with Client(served) as connected:
                return await talk(connected)

    return asyncio.run(go())


def examples(operation):
    """Values for what an operation needs."""
    values = {"int": 7, "str": "7", "uuid": "123e4567-e89b-42d3-a456-426614174000", "bool": True}
    return {one.name: values.get(one.kind, "2026-01-31") for one in operation.command.arguments if one.required}


@every
def test_every_operation_that_reads_is_called_and_answers_by_its_schema(make, stubs, name, tmp_path):
    made = make(name)
    known = made.module("mcp._operations").operations()
    reads = {name: one for name, one in known.items() if one.kind == "read"}

    async def talk(client):
        tools = {tool.name for tool in (await client.list_tools()).tools}
        found = {}
        for operation in reads.values():
            given = examples(operation)
            if operation.tool in tools:
                found[operation.name] = await client.call_tool(operation.tool, given)
            else:
                arguments = {"operation": operation.name, "arguments": given}
                found[operation.name] = await client.call_tool("call_read", arguments)
        return tools, found

    tools, found = ask(made, stubs(name), talk, folder=tmp_path)
    assert not {tool for tool in tools if known_kind(known, tool) not in {"read", None}}
    failed = {name: result.content[0].text for name, result in found.items() if result.is_error}
    assert failed == {}
    assert reads.keys() == found.keys() != set()
    schemas = made.module("mcp._schemas")
    for operation in reads.values():
        jsonschema.validate(found[operation.name].structured_content, schemas.output_schema(operation))


def known_kind(known, tool):
    return next((one.kind for one in known.values() if one.tool == tool), None)


def test_a_list_that_is_read_forward_goes_on_by_its_position(make, stubs):
    made = make("record_archive")

    async def talk(client):
        first = (await client.call_tool("records_list", {"limit": 2})).structured_content
        second = (await client.call_tool("records_list", {"limit": 2, **first["next"]})).structured_content
        wrong = await client.call_tool("records_list", {"limit": 2, "position": []})
        return first, second, wrong

    first, second, wrong = ask(made, stubs("record_archive"), talk)
    assert set(first["next"]) == {"position"}
    assert first[DATA]
    assert second[DATA]
    assert first[DATA] != second[DATA]
    assert wrong.is_error


def test_the_files_that_are_answered_lie_in_the_folder(make, stubs, tmp_path):
    made = make("copy_shop")

    def fetch(folder):
        async def talk(client):
            proof = {"operation": "jobs.get_proof", "arguments": {"number": 7}}
            table = {"operation": "jobs.export", "arguments": {"accept": "application/pdf"}}
            return [await client.call_tool("call_read", given) for given in (proof, table, proof)]

        return ask(made, stubs("copy_shop"), talk, folder=folder)

    assert all("--files FOLDER" in refused.content[0].text for refused in fetch(None))
    *stored, again = fetch(tmp_path)
    paths = {result.structured_content[DATA] for result in stored}
    assert paths == {str(path) for path in tmp_path.resolve().iterdir()}
    assert all(path.read_bytes() for path in tmp_path.iterdir())
    assert "is there already" in again.content[0].text


def test_a_file_is_sent_out_of_the_folder(make, stubs, tmp_path):
    made, server = make("print_shop"), stubs("print_shop")
    known = made.module("mcp._operations").operations()
    sends = next(one for one in known.values() if any(a.kind == "upload" and a.required for a in one.command.arguments))
    (tmp_path / "photo.png").write_bytes(b"the bytes of a photo")

    def send(file):
        async def talk(client):
            given = examples(sends) | {one.name: file for one in sends.command.arguments if one.kind == "upload"}
            return await client.call_tool("call_write", {"operation": sends.name, "arguments": given})

        return ask(made, server, talk, words=("write",), folder=tmp_path)

    sent = send("photo.png")
    assert not sent.is_error, sent.content[0].text
    assert b"the bytes of a photo" in server.journal[-1].body
    assert "is no name of a file" in send("../photo.png").content[0].text
    assert len(server.journal) == 1
