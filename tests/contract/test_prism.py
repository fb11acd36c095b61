"""Every operation through Prism's validating proxy: a judge of requests and answers that is not ours."""

import json

import httpx
import pytest

from tests.contract.calls import CALLERS, Call
from tests.contract.expecting import problems
from tests.contract.offered import MODES, SUCCESS, offers
from tests.contract.prism import Prism
from tests.contract.sending import GIVEN, arguments

# The records of a payment link refer to one another in circles that end in a null, and the document knows no null.
ENDING_IN_NULL = {"payment_links.list"}


@pytest.fixture(scope="module")
def prism(request, serving):
    if not request.config.getoption("--prism", default=False):
        pytest.skip("goes through Prism, which needs Node and npm: give --prism")
    with Prism(serving.base_url) as running:
        yield running


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("given", GIVEN)
def test_prism_finds_nothing_wrong(prism, server, given, mode, record_property):
    names = list(offers())
    record_property("figure", f"Prism, {mode}, {given} arguments: {len(names)} calls and answers judged")
    caller = CALLERS[mode](prism.base_url)
    try:
        seen = caller.run([Call(name, arguments(name, given)) for name in names])
    finally:
        caller.close()
    found = [
        f"{name} {problem}"
        for name, one in zip(names, seen, strict=True)
        for problem in (only_the_null(one) if name in ENDING_IN_NULL else problems(offers()[name], SUCCESS, one))
    ]
    assert found == []
    assert [call.stub for call in server.journal] == names


def only_the_null(seen):
    """What is wrong besides that the answer has a null."""
    violations = json.loads(seen.error.body)["validation"] if seen.error is not None else []
    if not violations:
        yield "has no null any more; take it out of ENDING_IN_NULL"
    for one in violations:
        if one["location"][0] != "response" or "must be object" not in one["message"]:
            yield str(one)


AUTH = {"x-auth-key": "k", "x-auth-secret": "s", "accept": "application/json"}
WRONG = {
    "no key": {"url": "/api/invoice/details?id=7", "headers": {"x-auth-secret": "s"}},
    "no id": {"url": "/api/invoice/details", "headers": AUTH},
    "an id that is no number": {"url": "/api/invoice/details?id=x", "headers": AUTH},
    "a field of another type": {
        "method": "POST",
        "url": "/api/invoice/new",
        "headers": AUTH,
        "json": {"ClientId": "seven"},
    },
    "an answer that is wrong": {"url": "/api/invoice/details?id=7", "headers": AUTH | {"x-stub": "unknown-ordinals"}},
}


@pytest.mark.parametrize("name", WRONG)
def test_prism_bites(prism, name):
    request = {"method": "GET"} | WRONG[name]
    with httpx.Client(base_url=prism.base_url, trust_env=False, timeout=30) as client:
        assert client.request(**request).is_error
