"""Each operation of each package, sync and async: what is sent for it, and what comes of the project's own stubs."""

import asyncio
import json
from decimal import Decimal

import pytest

from tests.apis import projects
from tests.apis.calls import CALLS

EVERY = [
    pytest.param(name, operation, id=f"{name}-{operation}") for name, calls in CALLS.items() for operation in calls
]


class Recorder:
    """A transport that remembers what it is given to send, and answers from stubs."""

    def __init__(self, made, server):
        self.sent = []
        self._made, self._server = made, server

    def send(self, request):
        self.sent.append(request)
        answer = self._server.respond(request.method, request.url, request.headers.items(), request.content or b"")
        headers = {name.lower(): value for name, value in answer.headers}
        return self._made.module("transports").Response(int(answer.status), headers, answer.body)

    def close(self):
        pass


class AsyncRecorder(Recorder):
    async def send(self, request):
        return super().send(request)

    async def aclose(self):
        pass


def result(call, client):
    """What a call gives; a list of pages as a list."""
    found = call.run(client)
    return [*found] if hasattr(found, "__next__") or hasattr(found, "pages") else found


async def aresult(call, client):
    found = call.run(client)
    return [item async for item in found] if hasattr(found, "__aiter__") else await found


def call_sync(made, call, **arguments):
    with made.client(**arguments) as client:
        return result(call, client)


def call_async(made, call, **arguments):
    async def run():
        async with made.client(asynchronous=True, **arguments) as client:
            return await aresult(call, client)

    return asyncio.run(run())


def check_answer(made, value, wanted):
    if isinstance(wanted, list):
        assert isinstance(value, list)
        assert value
        for item in value:
            check_answer(made, item, wanted[0])
    elif wanted is None:
        assert value is None
    else:
        assert isinstance(value, getattr(made.package, wanted) if isinstance(wanted, str) else wanted)


def test_each_operation_has_its_call(make):
    for name in projects.NAMES:
        document = make(name).project.normalised.read_text(encoding="utf-8")
        names = {line.split()[-1] for line in document.splitlines() if line.strip().startswith("operationId:")}
        assert CALLS[name].keys() == names, name


@pytest.mark.parametrize(("name", "operation"), EVERY)
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_call_sends_what_is_documented_and_reads_the_answer(make, stubs, name, operation, kind):
    made, call, server = make(name), CALLS[name][operation], stubs(name)
    recorder = (Recorder if kind == "sync" else AsyncRecorder)(made, server)
    value = (call_sync if kind == "sync" else call_async)(made, call, transport=recorder)
    check_answer(made, value, call.answer)
    [request] = recorder.sent
    assert [entry.stub for entry in server.journal] == [operation]
    origin = json.loads(json.dumps(made.module("_build").BASE_URL))
    assert f"{request.method} {request.url}" == call.sent.replace(" ", f" {origin}", 1)
    content = None if request.content is None else json.loads(request.content, parse_float=Decimal)
    assert content == call.body
    headers = {key.lower(): str(text) for key, text in request.headers.items()}
    assert headers["accept"] == "application/json"
    assert headers.get("content-type") == (None if content is None else "application/json")
    for scheme in made.project.configuration.security:
        assert f"the-{scheme.argument}" in headers.values()


@pytest.mark.parametrize("name", projects.NAMES)
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_every_operation_over_a_socket(make, stubs, name, kind):
    made, server = make(name), stubs(name)
    for call in CALLS[name].values():
        check_answer(
            made, (call_sync if kind == "sync" else call_async)(made, call, base_url=server.base_url), call.answer
        )
    assert [entry.stub for entry in server.journal] == list(CALLS[name])
