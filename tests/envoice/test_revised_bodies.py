"""Revisions of the vendor's document, each with a body of a new kind: taken, and right on the wire, sync and async."""

import json
import os
import re
import subprocess
import sys

import pytest

from tests.computed import computed
from tests.envoice.revision import make_revision
from tests.runtime.loopback import Wire

OK = {"200": {"description": "OK", "content": {"application/json": {"schema": {"type": "string"}}}}}
TEXT, BYTES = {"type": "string"}, {"type": "string", "format": "binary"}
CLIENT = {"$ref": "#/components/schemas/RevisionClient"}


def post(content, *, required=True):
    return {"post": {"requestBody": {"required": required, "content": content}, "responses": OK}}


PATHS = {
    "/api/revision/upload": post({"multipart/form-data": {"schema": {"$ref": "#/components/schemas/RevisionFile"}}}),
    "/api/revision/form": post({"application/x-www-form-urlencoded": {"schema": CLIENT}}),
    "/api/revision/raw": post({"application/pdf": {"schema": BYTES}}),
    "/api/revision/many": post({"application/json": {"schema": {"type": "array", "items": CLIENT}}}),
    "/api/revision/optional": post({"application/json": {"schema": CLIENT}}, required=False),
    "/api/revision/patch": {
        "patch": post({"application/merge-patch+json": {"schema": {"$ref": "#/components/schemas/RevisionPatch"}}})[
            "post"
        ]
    },
}
SCHEMAS = {
    "RevisionClient": {"type": "object", "required": ["Name"], "properties": {"Name": TEXT, "Email": TEXT}},
    "RevisionFile": {"type": "object", "required": ["Name", "File"], "properties": {"Name": TEXT, "File": BYTES}},
    "RevisionPatch": {"type": "object", "properties": {"Name": TEXT, "Vat": TEXT}},
}
NAMES = {
    "operations": {
        "POST /api/revision/upload": "revisions.upload",
        "POST /api/revision/form": "revisions.form",
        "POST /api/revision/raw": "revisions.raw",
        "POST /api/revision/many": "revisions.many",
        "POST /api/revision/optional": "revisions.optional",
        "PATCH /api/revision/patch": "revisions.patch",
    },
    "schemas": {"RevisionClient": "RevisionClient", "RevisionFile": "RevisionFile", "RevisionPatch": "RevisionPatch"},
    "parameters": {"POST /api/revision/raw body": "content", "POST /api/revision/many body": "clients"},
}
PROGRAM = """
import asyncio, json, sys
from pathlib import Path
import envoice
from envoice.models import RevisionClient

def calls(client):
    revisions = client.revisions
    yield revisions.upload(name='a "name"', file=Path(sys.argv[2]))
    yield revisions.form(name="Ana & Co", email=None)
    yield revisions.raw(content=iter([b"%PDF", b"-1.7"]))
    yield revisions.many(clients=[RevisionClient(name="Ana"), RevisionClient(name="Bo")])
    yield revisions.optional()
    yield revisions.optional(name="Ana")
    yield revisions.patch(name=None)

keys = {"api_key": "key", "api_secret": "secret"}
with envoice.Envoice(base_url=sys.argv[1], **keys) as client:
    found = [*calls(client)]
async def main():
    async with envoice.AsyncEnvoice(base_url=sys.argv[1], **keys) as client:
        return [await call for call in calls(client)]
print(json.dumps(found + asyncio.run(main())))
"""
FORM = "application/x-www-form-urlencoded"
SENT = [
    (
        "POST /api/revision/upload",
        "multipart/form-data; boundary=B",
        (
            b'--B\r\nContent-Disposition: form-data; name="File"; filename="a%22b.pdf"\r\n'
            b"Content-Type: application/pdf\r\n\r\n%PDF\r\n"
            b'--B\r\nContent-Disposition: form-data; name="Name"\r\n\r\na "name"\r\n--B--\r\n'
        ),
    ),
    ("POST /api/revision/form", FORM, b"Name=Ana+%26+Co&Email="),
    ("POST /api/revision/raw", "application/pdf", b"%PDF-1.7"),
    ("POST /api/revision/many", "application/json", b'[{"Name":"Ana"},{"Name":"Bo"}]'),
    ("POST /api/revision/optional", None, b""),
    ("POST /api/revision/optional", "application/json", b'{"Name":"Ana"}'),
    ("PATCH /api/revision/patch", "application/merge-patch+json", b'{"Name":null}'),
]


def make(root):
    """Make the package of a revision that has all of them."""

    def revise(document):
        document["paths"] |= PATHS
        document["components"]["schemas"] |= SCHEMAS

    make_revision(root, revise, NAMES)


@pytest.fixture(scope="module")
def package():
    """The folder with the package."""
    key = json.dumps([PATHS, SCHEMAS, NAMES])
    return computed("envoice-with-revised-bodies", make, key=key) / "generated"


def told(line, headers, body):
    """What was sent, with a boundary that is the same in each run."""
    kind = headers.get("content-type")
    if found := re.search("boundary=(.+)", kind or ""):
        kind, body = kind.replace(found[1], "B"), body.replace(found[1].encode(), b"B")
    return line.rpartition(" ")[0], kind, body


def test_each_is_taken_and_right_on_the_wire(package, tmp_path):
    file = tmp_path / 'a"b.pdf'
    file.write_bytes(b"%PDF")
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(package)}
    with Wire(lambda peer: peer.answer(b'"ok"', b"Content-Type: application/json")) as wire:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, wire.base_url, str(file)],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == ["ok"] * 14
    found = [told(*each) for each in zip(wire.lines, wire.headers, wire.bodies, strict=True)]
    assert found == SENT * 2
    assert wire.headers[2]["transfer-encoding"] == "chunked"
    assert wire.headers[4].get("content-length") == "0"
