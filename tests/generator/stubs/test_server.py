import json
import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.stubs import build_mappings, render
from sdkwright.stubs.server import StubServer
from sdkwright.stubs.transport import InProcess
from tests.generator.stubs import sample

PROJECT = Project.find(__file__)
SIGNED = {"Accept": "application/json", "x-auth-key": "the-key", "x-auth-secret": "the-secret"}


def stub(request: dict[str, Any], /, *, name: str = "one", **more: Any) -> dict[str, Any]:
    return {"name": name, "request": {"urlPath": "/a"} | request, "response": {"status": 200, "body": name}} | more


def ask(server: StubServer, url: str = "/a", method: str = "GET", **more: Any) -> httpx.Response:
    with httpx.Client(transport=InProcess(server), base_url="http://stubs") as client:
        return client.request(method, url, **more)


@pytest.fixture
def server() -> StubServer:
    return StubServer(build_mappings(sample.api(), project=PROJECT))


def test_in_process(server):
    answer = ask(server, "/api/invoice/details", params={"id": 3971}, headers=SIGNED)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert {"Id", "Number", "Items"} <= answer.json().keys()


def test_over_a_socket_of_the_loopback_interface(server):
    with server, httpx.Client(base_url=server.base_url, headers=SIGNED, trust_env=False) as client:
        assert server.base_url.startswith("http://127.0.0.1:")
        created = client.post("/api/worktype/new", json={"Title": "API integration"})
        updated = client.post("/api/client/update", json={})
    assert isinstance(created.json(), int)
    assert (updated.status_code, updated.content) == (204, b"")
    assert "content-type" not in updated.headers
    assert [call.stub for call in server.journal] == ["work_types.create", "clients.update"]
    assert server.journal[0].body == b'{"Title":"API integration"}'


def test_it_answers_several_requests_at_once(server):
    with server, httpx.Client(base_url=server.base_url, headers=SIGNED, trust_env=False) as client:
        statuses: list[int] = []
        threads = [
            threading.Thread(target=lambda: statuses.append(client.get("/api/general/countries").status_code))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert statuses == [200] * 8
    assert len(server.journal) == 8


def test_it_stops_and_can_start_again(server):
    with server:
        first = server.base_url
    with pytest.raises(RuntimeError, match="inside its `with` block"):
        _ = server.base_url
    with pytest.raises(httpx.ConnectError):
        httpx.get(first, trust_env=False)
    with server:
        assert httpx.get(server.base_url, trust_env=False).status_code == 404
        with pytest.raises(RuntimeError, match="listens already"):
            server.__enter__()


def test_amounts_are_answered_to_the_letter():
    mapping = {"request": {"urlPath": "/a"}, "response": {"jsonBody": {"Cost": Decimal("100.10"), "Percent": 5}}}
    assert ask(StubServer([mapping])).content == b'{"Cost":100.10,"Percent":5}'


@pytest.mark.parametrize(
    ("request_", "url", "found"),
    [
        ({"method": "GET"}, "/a?x=1", True),
        ({"method": "ANY"}, "/a", True),
        ({"method": "POST"}, "/a", False),
        ({}, "/a/", False),
        ({"urlPath": None, "url": "/a?x=1"}, "/a?x=1", True),
        ({"urlPath": None, "url": "/a?x=1"}, "/a?x=2", False),
        ({"urlPath": None, "url": "/a"}, "/a?x=1", False),
        ({"urlPath": None, "urlPathPattern": "/a|/b[0-9]"}, "/b7?x=1", True),
        ({"urlPath": None, "urlPathPattern": "/b[0-9]"}, "/b77", False),
        ({"queryParameters": {"x": {"equalTo": "1"}}}, "/a?x=1", True),
        ({"queryParameters": {"x": {"equalTo": "1"}}}, "/a?x=11", False),
        ({"queryParameters": {"x": {"equalTo": "1"}}}, "/a?X=1", False),
        ({"queryParameters": {"x": {"equalTo": "1"}}}, "/a?x=2&x=1", True),
        ({"queryParameters": {"x": {"matches": ""}}}, "/a?x=", True),
        ({"queryParameters": {"x": {"contains": "b"}}}, "/a?x=abc", True),
        ({"queryParameters": {"x": {"contains": "b"}}}, "/a?x=ac", False),
        ({"queryParameters": {"x": {"matches": "[0-9]+"}}}, "/a?x=42", True),
        ({"queryParameters": {"x": {"matches": "[0-9]+"}}}, "/a?x=42a", False),
        ({"queryParameters": {"x": {"matches": ".*"}}}, "/a", False),
        ({"queryParameters": {"x": {"absent": True}}}, "/a", True),
        ({"queryParameters": {"x": {"absent": True}}}, "/a?x=", False),
        ({"headers": {"X-COLOUR": {"equalTo": "red"}}}, "/a", True),
        ({"headers": {"x-colour": {"equalTo": "Red"}}}, "/a", False),
        ({"headers": {"x-shape": {"absent": True}}}, "/a", True),
        ({"headers": {"x-colour": {"absent": True}}}, "/a", False),
    ],
)
def test_matching(request_, url, found):
    mapping = stub(request_)
    mapping["request"] = {key: value for key, value in mapping["request"].items() if value is not None}
    answer = ask(StubServer([mapping]), url, headers={"x-colour": "red"})
    assert answer.status_code == (200 if found else 404)


@pytest.mark.parametrize(
    ("priorities", "winner"),
    [((None, None), "b"), ((1, None), "a"), ((1, 2), "a"), ((2, 1), "b"), ((6, None), "b"), ((5, None), "b")],
)
def test_lower_priority_wins_and_of_equals_the_last(priorities, winner):
    mappings = [
        stub({}, name=name) | ({} if priority is None else {"priority": priority})
        for name, priority in zip("ab", priorities, strict=True)
    ]
    assert ask(StubServer(mappings)).text == winner


@pytest.mark.parametrize(
    ("url", "nearest", "reason"),
    [
        ("/api/invoice/detials?id=1", "invoices.get", "urlPath is not /api/invoice/details"),
        ("/api/invoice/details", "invoices.get", "query parameter id is missing"),
        ("/api/invoice/details?id=x", "invoices.get", 'query parameter id does not match "-?[0-9]+"'),
        ("/api/invoice/new", "invoices.create", "method is not POST"),
    ],
)
def test_a_request_without_a_stub_is_told_what_came_nearest(server, url, nearest, reason):
    answer = ask(server, url, headers=SIGNED)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/plain")
    assert f"The nearest is {nearest} (" in answer.text
    assert reason in answer.text
    assert server.journal[0].stub is None
    assert server.journal[0].miss in answer.text


def test_an_unsigned_request_is_not_answered(server):
    answer = ask(server, "/api/general/countries", headers={"Accept": "application/json", "x-auth-key": ""})
    assert answer.status_code == 404
    assert 'header x-auth-key does not match ".+"; header x-auth-secret is missing' in answer.text


def test_without_stubs_it_says_so():
    assert "There are no stubs." in ask(StubServer([])).text


def test_the_journal_knows_everything_but_what_authenticates(server):
    ask(server, "/api/invoice/all?queryOptions.page=2&x=a%20b", headers=SIGNED | {"Authorization": "Basic c2VjcmV0"})
    [call] = server.journal
    assert (call.method, call.path, call.stub) == ("GET", "/api/invoice/all", "invoices.list")
    assert call.query == (("queryOptions.page", "2"), ("x", "a b"))
    assert call.headers["accept"] == "application/json"
    assert {call.headers[name] for name in ("x-auth-key", "x-auth-secret", "authorization")} == {"<hidden>"}
    assert not any(secret in repr(call) for secret in ("the-key", "the-secret", "c2VjcmV0"))
    server.reset()
    assert server.journal == ()


def test_a_folder_answers_as_the_document_does(tmp_path: Path, server):
    for name, text in render(sample.api(), project=PROJECT).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    loaded = StubServer.from_folder(tmp_path)
    for path, item in sample.document()["paths"].items():
        for method in item:
            request = {"params": {"id": 1, "queryOptions.query": "x"}, "headers": SIGNED}
            answers = [ask(one, path, method.upper(), **request) for one in (server, loaded)]
            assert answers[0].is_success
            assert answers[0].content == answers[1].content


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not a readable JSON file"),
        ("[]", "the top level must be"),
        ('{"mappings": [1]}', "the top level must be"),
        (json.dumps({"mappings": [stub({"basicAuth": {}})]}), r"request\.basicAuth is not supported"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, text, message):
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    with pytest.raises(GeneratorError, match=message):
        StubServer.from_folder(tmp_path)


def test_a_folder_without_stubs_is_refused(tmp_path: Path):
    with pytest.raises(GeneratorError, match="no stubs here"):
        StubServer.from_folder(tmp_path / "missing")


def test_the_folders_in_a_folder_are_read_and_bodies_are_not(tmp_path):
    (tmp_path / "first.json").write_text(json.dumps({"mappings": [stub({"urlPath": "/first"}, name="first")]}))
    (tmp_path / "inner" / "deep").mkdir(parents=True)
    deep = tmp_path / "inner" / "deep" / "second.json"
    deep.write_text(json.dumps({"mappings": [stub({"urlPath": "/second"}, name="second")]}))
    (tmp_path / "__files").mkdir()
    (tmp_path / "__files" / "body.json").write_text("[]")
    server = StubServer.from_folder(tmp_path)
    assert [ask(server, path).text for path in ("/first", "/second")] == ["first", "second"]
    deep.write_text("[]")
    with pytest.raises(GeneratorError, match=r"inner.deep.second\.json: no WireMock mappings"):
        StubServer.from_folder(tmp_path)
