"""The rule of the conformance suite makes of an expected request the call that sends it."""

import base64
import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tests.apis.calling import KINDS, answered
from tests.conformance.deriving import CannotDeriveError, Derivation

BASE_URL = "http://localhost:3000"


def expected(method, uri, *, query=None, headers=None, body=None):
    """An endpoint of a scenario, as the suite prints it."""
    sent = None
    if body is not None:
        raw = base64.b64encode(json.dumps(body).encode()).decode()
        sent = {"contentType": "application/json", "base64": raw}
    request = {"path": {}, "query": query or {}, "headers": headers or {}, "body": sent}
    return {"method": method, "uri": uri, "request": request}


@pytest.fixture
def derive(make):
    made = make("river_gauges")
    return Derivation(made.project, made.api, made.package, BASE_URL).call


def test_each_value_goes_to_the_argument_of_its_wire_name(derive):
    headers = {"x-reader": "Ana", "x-units": "m,ft", "cookie": "session=s; days=2026-01-02T03:04:05Z"}
    call = derive(expected("get", "/v2/rivers/Ley%2F2/gauges/7", headers=headers))
    assert (call.resource, call.name) == ("gauges", "get")
    arguments = {name: value for name, value in call.arguments.items() if name != "days"}
    assert list(arguments.values()) == ["Ley/2", 7, "s", "Ana", ["m", "ft"]]
    assert call.arguments["days"] == [datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)]
    # A key that the request does not have is wrong, and that of no one.
    assert call.settings == {"base_url": f"{BASE_URL}/v2", "api_key": "wrong"}


def test_lists_are_split_at_the_separator_of_their_style(derive):
    query = {"box": "1.5,2", "fields": "a|b", "words": "a b", "tag": ["x", "y"], "limit": 3}
    arguments = derive(expected("get", "/v2/gauges", query=query)).arguments
    assert (arguments["box"], arguments["fields"], arguments["limit"]) == ([Decimal("1.5"), 2], ["a", "b"], 3)
    assert (arguments["words"], [str(tag) for tag in arguments["tag"]]) == (["a", "b"], ["x", "y"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_call_sends_what_was_expected(make, derive, kind):
    made = make("river_gauges")
    call = derive(expected("get", "/v2/gauges", query={"box": "1.5,2", "fields": "a|b", "limit": 3}))
    use = lambda client: getattr(client.gauges, call.name)(**call.arguments)  # noqa: E731
    _, [request] = answered(made, use, lambda _: (200, []), kind=kind)
    assert request.url.partition("?")[2] == "box=1.5,2&fields=a%7Cb&limit=3"


def test_what_has_no_place_is_said(derive):
    with pytest.raises(CannotDeriveError, match="no operation has the address PUT /v2/gauges"):
        derive(expected("put", "/v2/gauges"))
    with pytest.raises(CannotDeriveError, match="says nothing of x_reader"):
        derive(expected("get", "/v2/rivers/Ley/gauges/7"))
    with pytest.raises(CannotDeriveError, match=r"takes no (?:.*, )?strange"):
        derive(expected("post", "/v2/gauges/7:calibrate", body={"strange": 1}))
