"""A change is carried out only when a person agreed to this very change, once."""

import asyncio

import pytest
from mcp import types
from sdk.testing import Reply

from tests.runtime.mcp.conftest import Person, text

CREATE = {"operation": "owners.create", "arguments": {"name": "Ada", "email": "ada@example.com"}}
DELETE = {"operation": "things.delete", "arguments": {"id": 7}}


@pytest.mark.parametrize(("tool", "given"), [("call_write", CREATE), ("call_delete", DELETE)])
def test_a_person_is_asked_and_sees_what_is_sent(call, fake, mode, tool, given):
    person = Person()
    result = call(tool, given, allow=("write", "delete"), person=person, mode=mode)
    assert not result.is_error, text(result)
    (asked,) = person.asked
    assert given["operation"] in asked
    assert all(f"{name}: " in asked and str(value) in asked for name, value in given["arguments"].items())
    fake.assert_called(given["operation"], times=1)


@pytest.mark.parametrize(
    ("person", "how"),
    [
        (Person("decline"), "declined"),
        (Person("cancel"), "closed the question"),
        (Person(confirm=False), "did not say yes"),
    ],
)
def test_without_a_yes_nothing_is_sent(call, fake, mode, person, how):
    refused = call("call_write", CREATE, allow=("write",), person=person, mode=mode)
    assert refused.is_error
    assert text(refused) == f"owners.create was not called: the person who was asked {how}."
    fake.assert_not_called()


def test_a_client_that_cannot_ask_changes_nothing_unless_that_is_allowed(call, fake, mode):
    refused = call("call_write", CREATE, allow=("write",), mode=mode)
    assert refused.is_error
    assert "--yes-without-asking" in text(refused)
    fake.assert_not_called()
    assert not call("call_write", CREATE, allow=("write",), mode=mode, without=True).is_error
    fake.assert_called("owners.create", times=1)


def test_a_client_that_can_ask_asks_all_the_same(call, fake, mode):
    person = Person("decline")
    assert call("call_write", CREATE, allow=("write",), mode=mode, without=True, person=person).is_error
    fake.assert_not_called()


def test_what_hides_itself_is_seen_in_the_question(call, fake):
    person = Person("decline")
    hidden = {"operation": "owners.create", "arguments": {"name": "A\u202eda\x9b2J\nemail: other"}}
    call("call_write", hidden, allow=("write",), person=person)
    (asked,) = person.asked
    assert asked.replace("\n", "").isprintable()
    assert len(asked.split("\n")) == 2


def test_more_than_a_person_can_read_is_refused(call, fake):
    person = Person()
    given = {"operation": "owners.create", "arguments": {"name": "n" * 5_000}}
    refused = call("call_write", given, allow=("write",), person=person)
    assert "longer than a person can be asked about" in text(refused)
    assert person.asked == []
    fake.assert_not_called()


def answered(question):
    key = next(iter(question.input_requests))
    answer = types.ElicitResult(action="accept", content={"confirm": True})
    return {"input_responses": {key: answer}, "request_state": question.request_state}


def test_an_answer_is_good_for_its_question_alone_and_once(ask, fake):
    other = CREATE | {"arguments": {"name": "Eve"}}

    async def talk(client):
        def send(given, **more):
            return client.session.call_tool("call_write", given, allow_input_required=True, **more)

        question = await send(CREATE)
        assert isinstance(question, types.InputRequiredResult)
        # The same answer for something else, and one that belongs to no question.
        assert isinstance(await send(other, **answered(question)), types.InputRequiredResult)
        made_up = answered(question) | {"request_state": "made-up"}
        assert isinstance(await send(CREATE, **made_up), types.InputRequiredResult)
        fake.assert_not_called()
        question = await send(CREATE)
        assert isinstance(await send(CREATE, **answered(question)), types.CallToolResult)
        assert isinstance(await send(CREATE, **answered(question)), types.InputRequiredResult)

    ask(talk, allow=("write",), person=Person())
    fake.assert_called("owners.create", times=1)


def test_an_answer_that_comes_too_late_is_none(ask, fake, monkeypatch):
    monkeypatch.setattr("sdk.mcp._asking._PATIENCE", -1.0)

    async def talk(client):
        question = await client.session.call_tool("call_write", CREATE, allow_input_required=True)
        late = await client.session.call_tool("call_write", CREATE, allow_input_required=True, **answered(question))
        assert isinstance(late, types.InputRequiredResult)

    ask(talk, allow=("write",), person=Person())
    fake.assert_not_called()


def test_questions_that_nobody_answers_are_forgotten(ask, fake, monkeypatch):
    monkeypatch.setattr("sdk.mcp._asking._OPEN", 2)

    async def talk(client):
        asked = [await client.session.call_tool("call_write", CREATE, allow_input_required=True) for _ in range(3)]
        again = await client.session.call_tool("call_write", CREATE, allow_input_required=True, **answered(asked[0]))
        assert isinstance(again, types.InputRequiredResult)

    ask(talk, allow=("write",), person=Person())
    fake.assert_not_called()


def test_a_client_that_fails_to_ask_changes_nothing(call, fake):
    async def fail(context, params):
        return types.ErrorData(code=types.INTERNAL_ERROR, message="no window")

    refused = call("call_write", CREATE, allow=("write",), person=fail, mode="legacy")
    assert text(refused) == "owners.create was not called: the client could not ask."
    fake.assert_not_called()


def test_a_change_of_which_nobody_knows_says_so(call, fake):
    fake.answer("owners.create", Reply(status=504, json={}))
    refused = call("call_write", CREATE, allow=("write",), person=Person(), settings={"max_retries": 0})
    assert text(refused).endswith("The service may have carried it out; look before you repeat it.")


@pytest.mark.parametrize("connect", ["legacy", "auto"])
def test_a_call_that_is_given_up_ends_its_request(ask, fake, connect):
    begun, ended = asyncio.Event(), asyncio.Event()

    async def wait(_):
        begun.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    fake.answer("things.get", wait)

    async def talk(client):
        calling = asyncio.create_task(client.call_tool("things_get", {"id": 7}))
        await begun.wait()
        calling.cancel()
        await asyncio.gather(calling, return_exceptions=True)
        await asyncio.wait_for(ended.wait(), 10)
        return (await client.list_tools()).tools

    assert ask(talk, mode=connect)
