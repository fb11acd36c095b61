"""Which tools there are: curated, told apart by what they do, within their budget, and only those that are allowed."""

import pytest
from sdk.mcp import _operations, _tools
from sdk.mcp._operations import Permissions, operations
from sdk.mcp._tools import offered, size

GENERAL = {"search_operations", "describe", "call_read"}


def names(*words, has_folder=False):
    return {tool.name for tool in offered(Permissions(words), has_folder=has_folder).tools}


def test_by_default_there_are_lists_and_single_records_and_nothing_that_changes():
    assert {"things_list", "things_get", "owners_list", "taxes_list"} | GENERAL <= names()
    assert not {name for name in names() if "create" in name or "update" in name or "delete" in name or "write" in name}


def test_a_tool_that_changes_is_listed_once_it_is_allowed(monkeypatch):
    monkeypatch.setattr(_tools, "TOOLS", ("things.list", "things.create", "things.delete"))
    assert names() == {"things_list"} | GENERAL
    assert names("write") == {"things_list", "things_create", "call_write"} | GENERAL
    assert names("delete") == {"things_list", "things_delete", "call_delete"} | GENERAL
    assert names("things.create, owners.create") == {"things_list", "things_create", "call_write"} | GENERAL
    assert names("owners.create") == {"things_list", "call_write"} | GENERAL


def test_each_tool_says_what_it_does(ask, mode):
    async def talk(client):
        return (await client.list_tools()).tools

    tools = ask(talk, allow=("write", "delete"), mode=mode)
    hints = {tool.name: tool.annotations for tool in tools}
    said = {
        name: (hint.read_only_hint, hint.destructive_hint, hint.idempotent_hint, hint.open_world_hint)
        for name, hint in hints.items()
    }
    assert said["things_get"] == said["call_read"] == (True, False, True, True)
    assert said["describe"] == said["search_operations"] == (True, False, True, False)
    assert said["call_write"] == (False, False, False, True)
    assert said["call_delete"] == (False, True, True, True)
    assert all(tool.input_schema["type"] == tool.output_schema["type"] == "object" for tool in tools)


def test_a_list_that_is_too_long_shows_less_and_then_fewer(monkeypatch):
    whole = offered(Permissions(), has_folder=False).tools
    monkeypatch.setattr(_tools, "BUDGET", size(whole) - 1)
    flatter = offered(Permissions(), has_folder=False).tools
    assert size(flatter) < size(whole)
    monkeypatch.setattr(_tools, "BUDGET", size([tool for tool in whole if tool.name in GENERAL]) + 500)
    fewer = {tool.name for tool in offered(Permissions(), has_folder=False).tools}
    assert GENERAL <= fewer < {tool.name for tool in whole}


def test_a_name_that_a_host_would_refuse_or_that_is_taken_is_no_tool(monkeypatch):
    monkeypatch.setattr(_tools, "_LONGEST_NAME", len("things_list"))
    assert "things_list" in names()
    assert "owners_list" in names()
    monkeypatch.setattr(_tools, "_LONGEST_NAME", len("things_list") - 1)
    assert "things_list" not in names()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("things.list", "read"),
        ("things.get_status", "read"),
        ("things.create", "write"),
        ("things.change_status", "write"),
        ("things.delete", "delete"),
    ],
)
def test_what_an_operation_does_is_known_by_its_method_and_name(name, kind):
    assert operations()[name].kind == kind


def test_a_project_may_say_otherwise(monkeypatch):
    monkeypatch.setattr(_operations, "READS", ("things.create",))
    monkeypatch.setattr(_operations, "DELETES", ("things.update",))
    operations.cache_clear()
    assert operations()["things.create"].kind == "read"
    assert operations()["things.update"].kind == "delete"


def test_a_search_finds_by_name_and_summary_and_tells_what_is_allowed(call):
    found = call("search_operations", {"query": "owner create"}, allow=("owners.create",))
    first, *others = found.structured_content["untrusted_data"]
    assert first == {
        "operation": "owners.create",
        "kind": "write",
        "summary": "Add an owner.",
        "needs": ["name"],
        "allowed": True,
    }
    assert {"operation": "things.create", "allowed": False}.items() <= next(
        one for one in others if one["operation"] == "things.create"
    ).items()
    nothing = call("search_operations", {"query": "zeppelin"})
    assert nothing.structured_content["untrusted_data"] == []
    every = call("search_operations", {"query": ""})
    assert len(every.structured_content["untrusted_data"]) >= 12


def test_a_description_says_what_an_operation_takes_and_how_it_is_called(call):
    about = call("describe", {"operation": "things.create"}).structured_content["untrusted_data"]
    assert (about["kind"], about["tool"], about["allowed"]) == ("write", "call_write", False)
    taken = about["input_schema"]["properties"]
    assert taken["status"]["enum"] == ["Draft", "Paid", "Unpaid"]
    assert taken["total_amount"] == {"type": "string", "format": "decimal", "description": "What it costs."}
    assert taken["parts"]["items"]["properties"]["cost"] == {"type": "string", "format": "decimal"}
    # A secret has no place in a conversation.
    assert "access_token" not in taken
    answered = about["output_schema"]["properties"]["untrusted_data"]["properties"]
    assert answered["spare"] == {"type": "object"}
    assert answered["owner"]["properties"]["name"] == {"type": "string"}


@pytest.mark.parametrize("tool", ["nothing", "call_write", "things_create", "export"])
def test_a_tool_that_is_not_offered_is_refused(call, fake, tool):
    refused = call(tool, {"operation": "things.create"})
    assert refused.is_error
    fake.assert_not_called()


def test_an_operation_that_is_not_allowed_is_refused_with_the_way_out(call, fake):
    refused = call("call_write", {"operation": "things.create"}, allow=("owners.create",))
    assert refused.is_error
    assert refused.content[0].text == (
        "things.create is not allowed here: whoever starts this server allows it with --allow things.create, or with "
        "--allow write."
    )
    other = call("call_read", {"operation": "things.create"}, allow=("write",))
    assert other.content[0].text == "things.create is called by call_write, for it is no read."
    unknown = call("call_read", {"operation": "things.lst"})
    assert unknown.content[0].text == "There is no operation 'things.lst'; did you mean things.list?"
    fake.assert_not_called()
