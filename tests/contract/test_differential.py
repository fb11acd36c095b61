"""The embedded server and the real WireMock answer the same requests alike."""

import json
import re
from collections import Counter
from pathlib import Path

import attrs
import httpx
import pytest

from sdkwright.project import Project
from sdkwright.stubs import conditions, exchange, matching
from sdkwright.stubs.server import StubServer
from sdkwright.stubs.transport import InProcess
from sdkwright.stubs.wiremock import WireMock
from tests.contract import matcher_stubs
from tests.contract.conftest import chosen
from tests.contract.differential import BODIES, Ask, asks, own, send

STUBS = Project.find(__file__).stubs


@pytest.fixture(scope="module", autouse=True)
def _both(request):
    if "wiremock" not in chosen(request.config):
        pytest.skip("compares with the real WireMock, which needs npm and Java: give --server both")


@attrs.frozen
class Recorded:
    """What WireMock answered to some requests, in their order."""

    folder: Path
    asks: list[Ask]
    outcomes: list


def record(folder, requests):
    with WireMock(folder) as server, client(server.base_url) as http:
        return Recorded(folder, requests, [send(http, ask) for ask in requests])


def client(url="http://stubs", **more):
    return httpx.Client(base_url=url, trust_env=False, timeout=20, **more)


def in_process(server):
    return client(transport=InProcess(server))


def differences(recorded, http):
    """What was asked, what WireMock answered and what came instead, one by one."""
    for ask, expected in zip(recorded.asks, recorded.outcomes, strict=True):
        if (got := send(http, ask)) != expected:
            yield ask, expected, got


@pytest.fixture(scope="module")
def matchers(tmp_path_factory):
    """Every matcher and way of answering, tried with random requests and with every body."""
    folder, mappings = tmp_path_factory.mktemp("matchers"), matcher_stubs.stubs()
    (folder / "stubs.json").write_text(json.dumps({"mappings": mappings}), encoding="utf-8")
    aimed = [own(stub) for stub in mappings if "bodyPatterns" in stub["request"]]
    bodies = [attrs.evolve(ask, method="POST", body=body) for ask in aimed for body in BODIES]
    return record(folder, [*asks(mappings, each=15, seed=1), *bodies])


@pytest.fixture(scope="module")
def generated():
    """The generated stubs' own requests and mutations of them; of the slow ones, those of one resource."""
    found = [stub for file in sorted(STUBS.glob("*.json")) for stub in json.loads(file.read_bytes())["mappings"]]
    quick = [stub for stub in found if is_quick(stub) or stub["name"].startswith("taxes.")]
    return record(STUBS, list(asks(quick, each=4, seed=2)))


def is_quick(stub):
    return not {"fixedDelayMilliseconds", "chunkedDribbleDelay"} & stub["response"].keys()


@pytest.mark.parametrize("served", ["socket", "in process"])
@pytest.mark.parametrize("name", ["matchers", "generated"])
def test_the_embedded_server_answers_as_wiremock_does(name, served, request, record_property):
    recorded = request.getfixturevalue(name)
    record_property("figure", f"differential, {name}, {served}: {len(recorded.asks)} requests compared with WireMock")
    server = StubServer.from_folder(recorded.folder)
    if served == "in process":
        with in_process(server) as http:
            assert list(differences(recorded, http)) == []
    else:
        with server, client(server.base_url) as http:
            assert list(differences(recorded, http)) == []


@pytest.mark.parametrize("name", ["matchers", "generated"])
def test_the_requests_are_worth_comparing(name, request):
    """Not all from a catch-all, and not all unmatched."""
    recorded = request.getfixturevalue(name)
    mappings = {stub.name for stub in StubServer.from_folder(recorded.folder)._book._stubs}
    answering = Counter(outcome.stub for outcome in recorded.outcomes)
    silent = sum(bool(outcome.broke) for outcome in recorded.outcomes)
    assert len(recorded.asks) > 2000
    assert len(answering) > len(mappings) * 0.8
    assert max(answering.values()) < len(recorded.asks) * 0.75
    assert silent > 10


def broken_operator(name, holds):
    wrong, _ = conditions.OPERATORS[name]
    return lambda patch: patch.setitem(conditions.OPERATORS, name, (wrong, holds))


BREAKS = {
    "contains ignores where": broken_operator("contains", lambda operand, value: (value or "").startswith(operand)),
    "matches a part": broken_operator("matches", lambda operand, value: bool(value and re.search(operand, value))),
    "doesNotMatch wants a value": broken_operator(
        "doesNotMatch", lambda operand, value: bool(value) and value != operand
    ),
    "the first of equals wins": lambda patch: patch.setattr(
        matching.Book, "__init__", lambda book, stubs: original(book, list(stubs)[::-1])
    ),
    "priority is ignored": lambda patch: patch.setattr(
        matching.Book,
        "__init__",
        lambda book, stubs: original(book, [attrs.evolve(stub, priority=5) for stub in stubs]),
    ),
    "scenarios stand still": lambda patch: patch.setattr(matching, "STARTED", "two"),
    "null is found": lambda patch: patch.setattr(conditions, "_is_nothing", lambda _value: False),
    "query is not decoded": lambda patch: patch.setattr(
        exchange,
        "parse_qsl",
        lambda text, **_: [tuple((pair + "=").split("=")[:2]) for pair in text.split("&") if pair],
    ),
    "arrays may stand in any order": lambda patch: patch.setattr(
        conditions, "same_json", lambda left, right, _options: same_json(left, right, exchange_options)
    ),
    "the query is no part of the address": lambda patch: patch.setattr(
        matching.Url, "fits", lambda url, asked: url.accepts(asked.path)
    ),
}
original = matching.Book.__init__
same_json = conditions.same_json
exchange_options = conditions.JsonOptions(array_order=True, extra_elements=True)


@pytest.mark.parametrize("defect", BREAKS)
def test_a_defect_of_the_embedded_server_is_found(defect, matchers, monkeypatch):
    BREAKS[defect](monkeypatch)
    with in_process(StubServer.from_folder(matchers.folder)) as http:
        assert next(differences(matchers, http), None)
