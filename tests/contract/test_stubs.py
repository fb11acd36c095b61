"""The generated stubs on whichever server was chosen: each operation answers, edges come by header, misses are told."""

import json

import httpx
import pytest

from sdkwright.stubs.journal import unmatched, unused
from tests.contract.conftest import STUBS
from tests.contract.differential import own, send
from tests.vendor_document import OPERATIONS

OWN = [
    mapping
    for file in sorted(STUBS.glob("*.json"))
    for mapping in json.loads(file.read_bytes())["mappings"]
    if "edge" not in mapping["metadata"]
]
INVOICE = next(mapping for mapping in OWN if mapping["name"] == "invoices.get")


@pytest.fixture
def client(server):
    with httpx.Client(base_url=server.base_url, trust_env=False, timeout=20) as made:
        yield made


def edge(client, name, **more):
    ask = own(INVOICE)
    return client.request(ask.method, ask.url, headers=[*ask.headers, ("x-stub", name)], **more)


def test_each_operation_answers_and_is_hit(server, client):
    for mapping in OWN:
        outcome = send(client, own(mapping))
        assert (outcome.stub, outcome.status) == (mapping["name"], mapping["response"]["status"])
    assert unmatched(server.journal) == []
    assert {mapping["name"] for mapping in OWN} & unused(server) == set()
    assert len(OWN) == OPERATIONS


def test_an_unmatched_request_is_told_with_what_came_nearest(server, client):
    client.get("/api/invoice/detials?id=7", headers=list(own(INVOICE).headers))
    [said] = unmatched(server.journal)
    assert said.startswith("No stub answers GET /api/invoice/detials. The nearest is invoices.get")
    server.reset()
    assert server.journal == ()


def test_the_journal_shows_what_was_sent_and_no_secret(server, client):
    client.post("/api/invoice/new?x=a%20b", json={"Id": 7}, headers=[("x-auth-key", "s3cret"), ("X-More", "1")])
    [call] = server.journal
    assert (call.method, call.path, call.query, call.body) == ("POST", "/api/invoice/new", (("x", "a b"),), b'{"Id":7}')
    assert (call.headers["x-more"], call.headers["x-auth-key"]) == ("1", "<hidden>")
    assert "s3cret" not in repr(call)


def test_an_edge_is_chosen_by_a_header(client):
    assert edge(client, "429-retry-after-seconds").headers["retry-after"] == "2"
    assert edge(client, "unknown-enums").json()["Status"] == "AddedInALaterRevision"
    assert edge(client, "empty").content == b""
    with pytest.raises(httpx.TransportError):
        edge(client, "reset")
    with pytest.raises(httpx.ReadTimeout):
        edge(client, "delay", timeout=httpx.Timeout(20, read=0.05))


def test_a_scenario_ends_and_begins_again(server, client):
    for _ in range(2):
        assert [edge(client, "retry-503-twice").status_code for _ in range(4)] == [503, 502, 200, 200]
        server.reset()
