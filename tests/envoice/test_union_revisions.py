"""Revisions of the vendor's document with unions, and one in OpenAPI 3.1: each is taken, and nothing of it is lost."""

import json
import os
import subprocess
import sys

import pytest

from tests.envoice.revision import make_revision
from tests.runtime.loopback import Wire

TEXT, NUMBER = {"type": "string"}, {"type": "number", "format": "double"}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def thing(*required, **properties):
    return {"type": "object", "properties": properties} | ({"required": [*required]} if required else {})


SCHEMAS = {
    # Told apart by a discriminator.
    "RevisionPayment": {
        "oneOf": [ref("RevisionCard"), ref("RevisionTransfer")],
        "discriminator": {"propertyName": "Kind", "mapping": {"card": "#/components/schemas/RevisionCard"}},
    },
    "RevisionCard": thing("Kind", Kind=TEXT, Number=TEXT),
    "RevisionTransfer": thing("Kind", Kind=TEXT, Iban=TEXT, Amount=NUMBER),
    # By what they require, and by their JSON type.
    "RevisionContact": {"anyOf": [ref("RevisionPerson"), ref("RevisionCompany"), TEXT]},
    "RevisionPerson": thing("FirstName", FirstName=TEXT),
    "RevisionCompany": thing("VatNumber", VatNumber=TEXT, Contacts={"type": "array", "items": ref("RevisionContact")}),
    # By the discriminator of a base class.
    "RevisionEntry": thing("Type", Type=TEXT, Total=NUMBER) | {"discriminator": {"propertyName": "Type"}},
    "RevisionSale": {"allOf": [ref("RevisionEntry"), thing(Client=TEXT)]},
    # As OpenAPI 3.1 writes it.
    "RevisionNote": thing(
        "Of",
        Of={"const": "invoice"},
        Value={"type": ["string", "integer", "null"]},
        Lines={"type": ["array", "null"], "items": TEXT},
    ),
}
PATHS = {
    f"/api/revision/{name}": {
        "post": {
            "requestBody": {"required": True, "content": {"application/json": {"schema": schema}}},
            "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": schema}}}},
        }
    }
    for name, schema in {
        "payment": ref("RevisionPayment"),
        "contact": ref("RevisionContact"),
        "entries": {"type": "array", "items": ref("RevisionEntry")},
        "note": ref("RevisionNote"),
    }.items()
}
NAMES = {
    "operations": {f"POST {path}": f"revisions.{path.rpartition('/')[2]}" for path in PATHS},
    "schemas": {name: name for name in SCHEMAS} | {"RevisionEntry <any>": "AnyRevisionEntry"},
    "enums": {"RevisionNote.Of": "RevisionNoteOf"},
    "parameters": {f"POST {path} body": path.rpartition("/")[2] for path in PATHS},
}
ANSWERS = {
    "payment": [
        {"Kind": "card", "Number": "4111"},
        {"Kind": "RevisionTransfer", "Iban": "NL02", "Amount": 12.5},
        {"Kind": "coin", "Coins": [{"Value": 0.5}]},
    ],
    "contact": [
        {"FirstName": "Ana"},
        {"VatNumber": "NL1", "Contacts": ["Ana", {"FirstName": "Bo"}, {"Nothing": 1}]},
        "Ana",
    ],
    "entries": [
        [{"Type": "RevisionSale", "Total": 3, "Client": "Ana"}, {"Type": "Gift", "Total": 1.25}],
    ],
    "note": [
        {"Of": "invoice", "Value": "x", "Lines": None},
        {"Of": "invoice", "Value": 7, "Lines": ["a"]},
        {"Of": "invoice", "Value": None},
    ],
}
TYPES = {
    "payment": ["RevisionCard", "RevisionTransfer", "dict"],
    "contact": ["RevisionPerson", "RevisionCompany", "str"],
    "entries": ["RevisionSale, RevisionEntry"],
    "note": ["RevisionNote"] * 3,
}
PROGRAM = """
import asyncio, json, sys
import envoice

answers = json.load(sys.stdin)
keys = {"api_key": "key", "api_secret": "secret"}

def called(value):
    return ", ".join(map(called, value)) if isinstance(value, list) else type(value).__name__

def arguments(name, value):
    # The fields of an object are arguments; of a union, it is one.
    if name != "note":
        return {name: value}
    given = value.to_dict(names="python")
    return {field: getattr(value, field) for field in ("of", "value", "lines") if field in given}

def values(name, client):
    kind = {"payment": envoice.RevisionPayment, "contact": envoice.RevisionContact, "note": envoice.RevisionNote,
            "entries": list[envoice.AnyRevisionEntry]}[name]
    for answer in answers[name]:
        yield envoice._json.codec.decode(json.dumps(answer).encode(), kind)

import envoice._json.codec
found = {name: [] for name in answers}
with envoice.Envoice(base_url=sys.argv[1], **keys) as client:
    for name in answers:
        for value in values(name, client):
            found[name].append(called(getattr(client.revisions, name)(**arguments(name, value))))
async def main():
    async with envoice.AsyncEnvoice(base_url=sys.argv[1], **keys) as client:
        return {
            name: [
                called(await getattr(client.revisions, name)(**arguments(name, value)))
                for value in values(name, client)
            ]
            for name in answers
        }
print(json.dumps([found, asyncio.run(main())]))
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The package of a revision that has all of them."""

    def revise(document):
        document["openapi"] = "3.1.0"
        document["paths"] |= PATHS
        document["components"]["schemas"] |= SCHEMAS

    return make_revision(tmp_path_factory.mktemp("revision"), revise, NAMES)


def test_each_is_taken_and_goes_out_as_it_came(package):
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(package)}
    sent = []

    def answer(peer):
        sent.append(json.loads(peer.body))
        peer.answer(peer.body, b"Content-Type: application/json")

    with Wire(answer) as wire:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, wire.base_url],
            input=json.dumps(ANSWERS), capture_output=True, text=True, check=False, env=environment,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [TYPES, TYPES]
    given = [body for bodies in ANSWERS.values() for body in bodies]
    assert sent == given * 2
