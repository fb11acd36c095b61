"""The vendor API's public WireMock stubs, read by the package: every value of a body is in the model, unchanged."""

import json
from decimal import Decimal

import pytest
from envoice.errors import FaultError

from sdkwright.project import Project
from tests.contract.calls import CALLERS, Call
from tests.contract.comparing import differences
from tests.contract.conftest import KINDS, chosen
from tests.contract.offered import MODES, offers
from tests.contract.sending import arguments

FOLDER = Project.find(__file__).root.parent / "shared" / "stubs"
FILE = FOLDER / "envoice.in-stubs.json"
OPERATIONS = {(offer.method, offer.path): offer for offer in offers().values()}

pytestmark = pytest.mark.skipif(
    not FILE.is_file(), reason=f"the published stubs do not lie beside this checkout: {FILE}"
)


def published():
    return json.loads(FILE.read_bytes(), parse_float=Decimal)["mappings"] if FILE.is_file() else []


def pytest_generate_tests(metafunc):
    if "published_server" in metafunc.fixturenames:
        metafunc.parametrize("published_server", chosen(metafunc.config), indirect=True, scope="module")


@pytest.fixture(scope="module")
def published_server(request):
    with KINDS[request.param](FOLDER) as running:
        yield running


def call(mapping):
    """The call that the stub answers: it asks for one exact id."""
    asked = mapping["request"]
    offer = OPERATIONS[asked["method"], asked["urlPath"]]
    given = arguments(offer.operation, "required")
    for wire, matcher in asked.get("queryParameters", {}).items():
        [name] = [one for one in given if one.replace("_", "") == wire.lower()] if len(given) > 1 else given
        given = {**given, name: int(matcher["equalTo"])}
    return Call(offer.operation, given)


@pytest.mark.parametrize("raw", [False, True], ids=["decoded", "raw"])
@pytest.mark.parametrize("mode", MODES)
def test_every_published_stub_is_read_completely(published_server, mode, raw):
    published_server.reset()
    mappings = published()
    caller = CALLERS[mode](published_server.base_url)
    calls = [call(mapping) for mapping in mappings]
    options = {"options": {"raise_faults": False}} if raw else {}
    try:
        seen = caller.run([Call(one.operation, one.arguments, raw=raw, **options) for one in calls])
    finally:
        caller.close()
    assert [entry.stub for entry in published_server.journal] == [mapping["name"] for mapping in mappings]
    found = [
        f"{mapping['name']}: {problem}"
        for mapping, one in zip(mappings, seen, strict=True)
        for problem in problems(body(mapping["response"]), one)
    ]
    assert found == []
    assert len(mappings) == 53


def problems(sent, seen):
    """What is wrong: a page that says it failed is told as a fault, with all that came with it."""
    value = seen.value
    faulted = isinstance(sent, dict) and sent.get("IsFaulted") is True
    if seen.unknown is None and faulted:
        if not isinstance(seen.error, FaultError):
            yield f"a fault that was not told: {seen.error!r}"
            return
        value = seen.error.envelope
    elif seen.error is not None:
        yield f"{seen.error!r}"
        return
    if sent is not None:
        yield from differences(sent, value)
        # They were made from the document, so the models have a field for everything in them.
        if seen.unknown:
            yield f"lost by the models: {seen.unknown!r}"


def body(response):
    """The body as JSON with exact numbers; None for none."""
    if "jsonBody" in response:
        return response["jsonBody"]
    return json.loads(response["body"], parse_float=Decimal) if response.get("body") else None
