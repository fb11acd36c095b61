"""Revisions of the vendor's document, each with one new thing of where a call goes: what the client of it sends."""

import json
import os
import subprocess
import sys

import pytest

from tests.envoice.revision import make_revision
from tests.runtime.loopback import Wire

OK = {"200": {"description": "OK", "content": {"application/json": {"schema": {"type": "string"}}}}}
TEXT, NUMBER = {"type": "string"}, {"type": "integer", "format": "int32"}
FILTER = {"type": "object", "properties": {"From": TEXT, "Client": NUMBER}}


def get(*parameters, **more):
    return {"get": {"parameters": list(parameters), "responses": OK} | more}


def parameter(name, place, **more):
    return {"name": name, "in": place, "required": place == "path"} | ({"schema": TEXT} | more)


PATHS = {
    "/api/revision/{id}/lines/{lineId}": get(parameter("id", "path", schema=NUMBER), parameter("lineId", "path")),
    "/api/revision/header": get(parameter("X-Tenant", "header", required=True)),
    "/api/revision/deep": get(
        parameter("filter", "query", style="deepObject", schema={"$ref": "#/components/schemas/RevisionFilter"})
    ),
    "/api/revision/content": get({
        "name": "filter", "in": "query",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/RevisionFilter"}}},
    }),
    "/api/revision/elsewhere": get(servers=[{"url": "https://files.envoice.example/v3"}]),
}  # fmt: skip
NAMES = {
    "GET /api/revision/{id}/lines/{lineId}": "revisions.get_line",
    "GET /api/revision/header": "revisions.with_header",
    "GET /api/revision/deep": "revisions.deep",
    "GET /api/revision/content": "revisions.in_content",
    "GET /api/revision/elsewhere": "revisions.elsewhere",
}
SERVERS = [
    {"url": "https://www.envoice.in/base/path", "description": "Production"},
    {"url": "https://sandbox.envoice.in", "description": "Sandbox"},
]
PROGRAM = """
import asyncio, json, sys
import envoice
from envoice.models import RevisionFilter

def calls(client):
    revisions = client.revisions
    yield revisions.get_line(7, "../a/b")
    yield revisions.with_header(x_tenant="Ana & Co")
    yield revisions.deep(filter=RevisionFilter(from_="a&b", client=7))
    yield revisions.in_content(filter=RevisionFilter(from_="a&b", client=7))
    yield revisions.elsewhere()

keys = {"api_key": "key", "api_secret": "secret"}
with envoice.Envoice(base_url=sys.argv[1] + "/base/path", **keys) as client:
    found = [*calls(client)]
async def main():
    async with envoice.AsyncEnvoice(base_url=sys.argv[1] + "/base/path", **keys) as client:
        return [await call for call in calls(client)]
found += asyncio.run(main())

class Sender:
    def __init__(self):
        self.urls = []
    def send(self, request):
        self.urls.append(request.url)
        return envoice.transports.Response(200, {"content-type": "application/json"}, b'"ok"')
    def close(self):
        pass

sender = Sender()
with envoice.Envoice(transport=sender, **keys) as client:
    client.revisions.with_header(x_tenant="1")
    client.revisions.elsewhere()
with envoice.Envoice(transport=sender, server="sandbox", **keys) as client:
    client.revisions.with_header(x_tenant="1")
print(json.dumps([found, sender.urls]))
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The package of a revision that has all of them."""

    def revise(document):
        document["paths"] |= PATHS
        document["servers"] = SERVERS
        document["components"]["schemas"]["RevisionFilter"] = FILTER

    names = {"operations": NAMES, "schemas": {"RevisionFilter": "RevisionFilter"}}
    return make_revision(tmp_path_factory.mktemp("revision"), revise, names)


def test_each_is_taken_and_right_on_the_wire(package):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(package)}
    with Wire(lambda peer: peer.answer(b'"ok"', b"Content-Type: application/json")) as wire:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, wire.base_url], capture_output=True, text=True, check=False, env=environment
        )
    assert done.returncode == 0, done.stderr
    answers, urls = json.loads(done.stdout)
    assert answers == ["ok"] * 10
    assert wire.lines[:5] == wire.lines[5:] == [
        f"GET /base/path{target} HTTP/1.1"
        for target in (
            "/api/revision/7/lines/..%2Fa%2Fb",
            "/api/revision/header",
            "/api/revision/deep?filter%5BClient%5D=7&filter%5BFrom%5D=a%26b",
            "/api/revision/content?filter=%7B%22Client%22%3A7%2C%22From%22%3A%22a%26b%22%7D",
            "/api/revision/elsewhere",
        )
    ]  # fmt: skip
    sent = [{name.lower(): value for name, value in headers.items()} for headers in wire.headers]
    assert [headers.get("x-tenant") for headers in sent] == [None, "Ana & Co", None, None, None] * 2
    assert all({"x-auth-key", "x-auth-secret"} <= headers.keys() for headers in sent)
    assert urls == [
        "https://www.envoice.in/base/path/api/revision/header",
        "https://files.envoice.example/v3/api/revision/elsewhere",
        "https://sandbox.envoice.in/api/revision/header",
    ]
