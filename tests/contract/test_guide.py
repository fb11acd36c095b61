"""The vendor's public guide, example by example: the call sends what the guide sends, and reads all that it answers."""

import json
from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qsl

import attrs
import httpx
import msgspec
import pytest
from envoice import models

from sdkwright import documents
from sdkwright.normalise.sites import operations
from sdkwright.project import Project
from sdkwright.stubs.server import StubServer
from sdkwright.stubs.transport import InProcess
from tests.contract.calls import CALLERS, KEY, SECRET, Call
from tests.contract.comparing import differences
from tests.contract.declared import undeclared
from tests.contract.judge import judge

PROJECT = Project.find(__file__)
VENDOR = PROJECT.root.parent / "shared" / "docs" / "vendor-guide.json"
OURS = Path(__file__).parent / "guide.json"
SITES = {site.key: site for site in operations(documents.load(PROJECT.normalised.read_bytes(), name="openapi.yaml"))}
HEADERS = {"accept", "accept-encoding", "connection", "host", "user-agent", "x-auth-key", "x-auth-secret"}
"""What a request without a body has, and no more."""
ADDED = {
    # The guide does not say which invoice; the document's model has an Id, and the service knows no other way.
    "POST /api/invoice/update": {"Id": 3971},
}
"""What our call sends in addition, by operation: the method wants it, and the guide leaves it out."""


@attrs.frozen
class Example:
    """One example.

    Attributes:
        method: `GET` or `POST`.
        path: Without the query.
        query: Names and values.
        request: The JSON to be sent; None for none.
        content: The body of the answer.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    request: dict | None
    content: bytes

    @classmethod
    def of(cls, fact):
        method, _, target = fact["operation"].partition(" ")
        path, _, query = target.partition("?")
        if "response_text" in fact:
            content = fact["response_text"].encode()
        else:
            content = json.dumps(fact["response"]).encode() if "response" in fact else b""
        return cls(method, path, tuple(parse_qsl(query)), fact.get("request"), content)

    @property
    def key(self):
        return f"{self.method} {self.path}"

    @property
    def sent(self):
        """The JSON that our call sends."""
        return None if self.request is None else self.request | ADDED.get(self.key, {})

    @property
    def call(self):
        """The call that a reader of the guide would write."""
        site = SITES[self.key]
        names = {item["x-wire-name"]: item["name"] for item in site.parameters}
        given = {names[name]: int(value) for name, value in self.query}
        if self.sent is not None:
            schema = site.operation["requestBody"]["content"]["application/json"]["schema"]
            kind = getattr(models, schema["$ref"].rpartition("/")[2])
            typed = msgspec.json.decode(json.dumps(self.sent), type=kind)
            fields = {field.encode_name: field.name for field in msgspec.structs.fields(kind)}
            given |= {fields[name]: getattr(typed, fields[name]) for name in self.sent}
        return Call(site.operation["operationId"], given)

    @property
    def mapping(self):
        """A stub that answers the example."""
        return {
            "name": self.key,
            # The journal hides both values, so that they are not crossed is for the stub to see.
            "request": {
                "method": self.method,
                "urlPath": self.path,
                "headers": {"x-auth-key": {"equalTo": KEY}, "x-auth-secret": {"equalTo": SECRET}},
            },
            "response": {
                "status": 200 if self.content else 204,
                "headers": {"Content-Type": "application/json"},
                "body": self.content.decode(),
            },
        }


def examples():
    """Those of the vendor's guide as handed to us, where they lie beside this checkout, and all that we found there."""
    for name, file in (("handed", VENDOR), ("public", OURS)):
        for number, fact in enumerate(json.loads(file.read_bytes())["examples"] if file.is_file() else ()):
            yield pytest.param(Example.of(fact), id=f"{name}-{number}-{fact['operation'].replace('/', '.')}")


@pytest.fixture(params=CALLERS)
def make_caller(request):
    """Makes a caller on a server in process, and closes it."""
    made = []

    def make(server):
        kind = httpx.Client if request.param == "sync" else httpx.AsyncClient
        made.append(CALLERS[request.param]("http://127.0.0.1", http_client=kind(transport=InProcess(server))))
        return made[-1]

    yield make
    for caller in made:
        caller.close()


@pytest.mark.parametrize("example", [*examples()])
def test_an_example_is_sent_and_answered_as_in_the_guide(example, make_caller):
    server = StubServer([example.mapping])
    caller = make_caller(server)
    seen, raw = caller.run([example.call, attrs.evolve(example.call, raw=True)])
    assert seen.error is None
    check_sent(example, server.journal)
    check_decoded(example, seen, raw)


def check_sent(example, journal):
    for received in journal:
        assert (received.method, received.path) == (example.method, example.path)
        assert received.query == example.query
        assert received.headers.keys() - {"content-type", "content-length"} == HEADERS
        assert judge().request(received) == []
        if example.sent is None:
            assert received.body == b""
        else:
            assert received.headers["content-type"] == "application/json"
            assert exact(received.body) == exact(json.dumps(example.sent))
    assert len(journal) == 2


def check_decoded(example, seen, raw):
    if not example.content:
        assert (seen.value, raw.value, raw.unknown) == (None, None, {})
        return
    try:
        sent = exact(example.content)
    except ValueError:
        sent = example.content.decode()
    for value in (seen.value, raw.value):
        assert list(differences(sent, value)) == []
    assert raw.unknown == undeclared(sent, example.method, example.path)


def exact(text):
    return json.loads(text, parse_float=Decimal)


def test_the_guide_as_handed_to_us_is_there():
    if not VENDOR.is_file():
        pytest.skip(f"the vendor's guide does not lie beside this checkout: {VENDOR}")
    assert len(json.loads(VENDOR.read_bytes())["examples"]) >= 15


def test_what_the_document_lacks_is_within_reach(make_caller):
    """The copy address of a client, which answers have and the document has not."""
    [example] = [Example.of(fact) for fact in facts(OURS) if fact["operation"] == "GET /api/invoice/details?id=3900"]
    raw = make_caller(StubServer([example.mapping])).call(attrs.evolve(example.call, raw=True))
    assert raw.unknown == {"Client.CC": "client@example.com"}


def facts(file):
    return json.loads(file.read_bytes())["examples"]
