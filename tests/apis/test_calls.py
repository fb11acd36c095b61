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


def sent(request):
    """The bytes of a body, streamed or not."""
    return b"" if request.content is None else bytes_of(request.content)


def bytes_of(content):
    return content if isinstance(content, bytes) else b"".join(content)


def told(request, wanted):
    """The body as JSON, or as bytes with a boundary that is the same in each run, and its media type."""
    kind = next((text for name, text in request.headers.items() if name.lower() == "content-type"), None)
    if request.content is None:
        return None, kind
    if isinstance(wanted.body, bytes):
        boundary = kind.rpartition("boundary=")[2] if "boundary=" in kind else "BOUNDARY"
        return sent(request).replace(boundary.encode(), b"BOUNDARY"), kind.replace(boundary, "BOUNDARY")
    return json.loads(request.content, parse_float=Decimal), kind


@pytest.mark.parametrize("name", projects.NAMES)
def test_each_operation_has_its_call(make, name):
    assert CALLS[name].keys() == {operation.name for operation in make(name).api.operations}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "operation"), EVERY)
def test_a_call_sends_what_is_documented_and_reads_the_answer(make, stubs, name, operation, kind):
    made, wanted, server = make(name), CALLS[name][operation], stubs(name)
    base_url = made.module("_build").BASE_URL

    def answer(request):
        # Stubs answer below the server's own path.
        url = request.url.removeprefix(base_url)
        found = server.respond(request.method, url, request.headers.items(), sent(request))
        return int(found.status), found.body, {name.lower(): text for name, text in found.headers}

    value, [request] = answered(made, wanted.run, answer, kind=kind)
    check_answer(made, value, wanted.answer)
    assert [entry.stub for entry in server.journal] == [operation]
    place = "" if " https:" in wanted.sent else base_url
    assert f"{request.method} {request.url}" == wanted.sent.replace(" ", f" {place}", 1)
    content, kind = told(request, wanted)
    assert content == wanted.body
    headers = {name.lower(): text for name, text in request.headers.items()}
    assert headers.pop("accept") == wanted.accept
    assert headers.pop("user-agent").startswith(f"{name}-python/")
    headers.pop("content-type", None)
    assert kind == (None if content is None else wanted.media_type)
    # Nothing but what signs the request, and what the parameters say, is left.
    assert headers == (made.keys if wanted.signed is None else wanted.signed) | wanted.headers


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", projects.NAMES)
def test_every_operation_over_a_socket(make, stubs, name, kind):
    made, server = make(name), stubs(name)
    for wanted in CALLS[name].values():
        check_answer(made, call(made, wanted.run, kind=kind, base_url=server.base_url), wanted.answer)
    assert [entry.stub for entry in server.journal] == list(CALLS[name])
