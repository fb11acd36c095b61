"""Each operation of each package, sync and async: what is sent for it, and what comes of the project's own stubs."""

import json
from decimal import Decimal

import pytest

from tests.apis import projects
from tests.apis.calling import KINDS, answered, call
from tests.apis.calls import CALLS

EVERY = [pytest.param(name, verb, id=f"{name}-{verb}") for name, calls in CALLS.items() for verb in calls]


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


@pytest.mark.parametrize("name", projects.NAMES)
def test_each_operation_has_its_call(make, name):
    assert CALLS[name].keys() == {operation.name for operation in make(name).api.operations}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "operation"), EVERY)
def test_a_call_sends_what_is_documented_and_reads_the_answer(make, stubs, name, operation, kind):
    made, wanted, server = make(name), CALLS[name][operation], stubs(name)

    def answer(request):
        found = server.respond(request.method, request.url, request.headers.items(), request.content or b"")
        return int(found.status), found.body, {name.lower(): text for name, text in found.headers}

    value, [request] = answered(made, wanted.run, answer, kind=kind)
    check_answer(made, value, wanted.answer)
    assert [entry.stub for entry in server.journal] == [operation]
    assert f"{request.method} {request.url}" == wanted.sent.replace(" ", f" {made.api.servers[0]}", 1)
    content = None if request.content is None else json.loads(request.content, parse_float=Decimal)
    assert content == wanted.body
    headers = {name.lower(): text for name, text in request.headers.items()}
    assert headers.pop("accept") == wanted.accept
    assert headers.pop("user-agent").startswith(f"{name}-python/")
    assert headers.pop("content-type", None) == (None if content is None else "application/json")
    # Nothing but the declared keys is left.
    assert headers == made.keys


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", projects.NAMES)
def test_every_operation_over_a_socket(make, stubs, name, kind):
    made, server = make(name), stubs(name)
    for wanted in CALLS[name].values():
        check_answer(made, call(made, wanted.run, kind=kind, base_url=server.base_url), wanted.answer)
    assert [entry.stub for entry in server.journal] == list(CALLS[name])
