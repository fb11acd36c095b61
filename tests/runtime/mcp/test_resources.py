"""What is read by an address, and the prompts."""

import json

import pytest
from mcp.shared.exceptions import MCPError
from sdk._api import NAME
from sdk.mcp import _resources
from sdk.mcp._results import NOTICE
from sdk.testing import Reply

from tests.runtime.small_api import Owner, Thing

SCHEME = NAME.replace("_", "-")


def read(ask, uri, mode="auto"):
    async def talk(client):
        return (await client.read_resource(uri)).contents[0]

    return ask(talk, mode=mode)


def refused(ask, uri):
    async def talk(client):
        with pytest.raises(MCPError) as raised:
            await client.read_resource(uri)
        return raised.value.error.message

    return ask(talk)


def test_records_and_lists_have_addresses(ask, mode):
    async def talk(client):
        lists = {str(one.uri) for one in (await client.list_resources()).resources}
        return lists, {one.uri_template for one in (await client.list_resource_templates()).resource_templates}

    lists, templates = ask(talk, mode=mode)
    assert {f"{SCHEME}://things", f"{SCHEME}://owners", f"{SCHEME}://taxes"} <= lists
    assert f"{SCHEME}://things/{{id}}" in templates


def test_a_record_is_read_by_its_address(ask, fake, mode):
    fake.answer("things.get", Thing(id=3971, number="T-1"))
    contents = read(ask, f"{SCHEME}://things/3971", mode)
    assert contents.mime_type == "application/json"
    assert json.loads(contents.text) == {"notice": NOTICE, "untrusted_data": {"id": 3971, "number": "T-1"}}
    fake.assert_called("things.get", query={"id": 3971})


def test_a_list_is_read_by_its_address_from_any_page_on(ask, fake):
    fake.answer("things.list", [Thing(id=number) for number in range(1, 31)])
    found = json.loads(read(ask, f"{SCHEME}://things?page=2&page_size=20&skip=4").text)
    assert [thing["id"] for thing in found["untrusted_data"]] == [*range(25, 31)]
    fake.answer("owners.list", [Owner(id=1)])
    assert json.loads(read(ask, f"{SCHEME}://owners").text)["untrusted_data"] == [{"id": 1}]


@pytest.mark.parametrize(
    "uri",
    [
        f"{SCHEME}://things/create",
        f"{SCHEME}://owners/1",
        f"{SCHEME}://nothing",
        "file:///etc/passwd",
        "other://things/1",
        f"{SCHEME}://[things",
        f"{SCHEME}://things/1?fields=id",
        f"{SCHEME}://things?nothing=1",
    ],
)
def test_where_there_is_nothing_an_error_says_so(ask, fake, uri):
    said = refused(ask, uri)
    assert (
        "address" in said
        or "whole number" in said
        or "fields must be a list" in said
        or "no argument 'nothing'" in said
    )
    fake.assert_not_called()


def test_an_error_of_the_service_is_its_sentence(ask, fake):
    fake.answer("things.get", Reply(status=404, json={}))
    assert "404" in refused(ask, f"{SCHEME}://things/3971")


def test_prompts_are_filled_in_and_not_filled_in_twice(ask, monkeypatch, mode):
    declared = {"bill": ("Bill a client", "Bill {client} for {month}. {client} pays.")}
    monkeypatch.setattr(_resources, "PROMPTS", declared)

    async def talk(client):
        listed = {one.name: [place.name for place in one.arguments] for one in (await client.list_prompts()).prompts}
        filled = await client.get_prompt("bill", {"client": "{month}", "month": "May"})
        with pytest.raises(MCPError, match="The prompt bill needs month"):
            await client.get_prompt("bill", {"client": "Ada"})
        with pytest.raises(MCPError, match="There is no such prompt; there are bill, task"):
            await client.get_prompt("nothing", {})
        return listed, filled.messages[0].content.text

    listed, filled = ask(talk, mode=mode)
    assert listed == {"bill": ["client", "month"], "task": ["task"]}
    assert filled == "Bill {month} for May. {month} pays."
