"""Revisions of the vendor's document, each with one new thing of what comes back: what the client makes of it."""

import json
import os
import subprocess
import sys

import pytest

from tests.envoice.revision import make_revision
from tests.runtime.loopback import Wire

NOTE = {"$ref": "#/components/schemas/RevisionNote"}
PROBLEM = {"$ref": "#/components/schemas/RevisionProblem"}
NOTES = {
    "RevisionNote": {"type": "object", "properties": {"Text": {"type": "string"}}},
    "RevisionProblem": {"type": "object", "properties": {"Reason": {"type": "string"}}},
}


def said(schema=None, media_type="application/json"):
    return {"description": "It"} | ({} if schema is None else {"content": {media_type: {"schema": schema}}})


ANSWERS = {
    "pdf": {"200": said({"type": "string", "format": "binary"}, "application/pdf")},
    "text": {"200": said({"type": "string"}, "text/plain")},
    "accepted": {"200": said(NOTE), "202": said()},
    "nothing": {"200": said(NOTE), "204": said()},
    "default": {"200": said(NOTE), "default": said(PROBLEM)},
    "status": {"200": said(NOTE), "422": said(PROBLEM)},
}
# Kind, status, media type and body of what comes for each.
SERVED = {
    "pdf": ("200 OK", "application/pdf", b"%PDF\0\xff"),
    "text": ("200 OK", "text/plain; charset=iso-8859-1", b"J\xfcrgen"),
    "accepted": ("202 Accepted", "", b""),
    "nothing": ("204 No Content", "", b""),
    "default": ("310 Odd", "application/json", b'{"Reason": "hot"}'),
    "status": ("422 No", "application/json", b'{"Reason": "wrong"}'),
}
PROGRAM = """
import asyncio, json, sys
import envoice
from envoice.models import RevisionProblem

def shown(value):
    return repr(value)

def failed(error):
    return [type(error).__name__, error.status, error.as_type(RevisionProblem).reason]

keys = {"api_key": "key", "api_secret": "secret", "base_url": sys.argv[1]}
NAMES = ("get_pdf", "get_text", "get_accepted", "get_nothing")
found = []
with envoice.Envoice(**keys) as client:
    found += [shown(getattr(client.revisions, name)()) for name in NAMES]
    for name in ("get_default", "get_status"):
        try:
            getattr(client.revisions, name)()
        except envoice.APIStatusError as error:
            found.append(failed(error))
async def main():
    async with envoice.AsyncEnvoice(**keys) as client:
        for name in NAMES:
            yield shown(await getattr(client.revisions, name)())
        for name in ("get_default", "get_status"):
            try:
                await getattr(client.revisions, name)()
            except envoice.APIStatusError as error:
                yield failed(error)
async def everything():
    return [value async for value in main()]
print(json.dumps([found, asyncio.run(everything())]))
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The package of a revision that has all of them."""

    def revise(document):
        document["paths"] |= {f"/api/revision/{name}": {"get": {"responses": found}} for name, found in ANSWERS.items()}
        document["components"]["schemas"] |= NOTES

    operations = {f"GET /api/revision/{name}": f"revisions.get_{name}" for name in ANSWERS}
    names = {"operations": operations, "schemas": {name: name for name in NOTES}}
    return make_revision(tmp_path_factory.mktemp("revision"), revise, names)


def test_each_is_taken_and_right_on_the_wire(package):
    asked = []

    def answer(peer):
        name = peer.line.split(b" ")[1].decode().rpartition("/")[2]
        asked.append((name, peer.headers["accept"]))
        status, media_type, body = SERVED[name]
        lines = [f"Content-Type: {media_type}".encode()] if media_type else []
        peer.answer(body, *lines, status=status)

    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(package)}
    with Wire(answer) as wire:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, wire.base_url], capture_output=True, text=True, check=False, env=environment
        )
    assert done.returncode == 0, done.stderr
    found, found_async = json.loads(done.stdout)
    assert found == found_async == [
        repr(b"%PDF\0\xff"), "'Jürgen'", "None", "None",
        ["APIStatusError", 310, "hot"], ["UnprocessableEntityError", 422, "wrong"],
    ]  # fmt: skip
    accepted = {"pdf": "application/pdf", "text": "text/plain"}
    assert asked == [(name, accepted.get(name, "application/json")) for name in ANSWERS] * 2
