"""Revisions of the vendor's document that sign requests in another way: taken, and right on the wire."""

import asyncio
import importlib
import io
import json
import shutil
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from sdkwright import pipeline
from sdkwright.project import Project
from sdkwright.report import Report
from tests.apis.calling import KINDS
from tests.apis.token_server import serving
from tests.computed import computed

ROOT = Path(__file__).parents[2]
NAME = "envoice_revised"
TOKEN, KEY = "token-of-the-account", "key-0123456789"


def revise(document):
    """Bearer in place of the keys; two operations that say otherwise, and one that needs nothing."""
    document["components"]["securitySchemes"] = {
        "bearerAuth": {"type": "http", "scheme": "bearer"},
        "login": {"type": "http", "scheme": "basic"},
        "key": {"type": "apiKey", "in": "query", "name": "x-auth-key"},
    }
    document["security"] = [{"bearerAuth": []}]
    for item in document["paths"].values():
        for operation in item.values():
            operation["parameters"] = [one for one in operation.get("parameters", []) if one["in"] != "header"]
    for path, security in (
        ("/api/general/currencies", []),
        ("/api/general/countries", [{"login": []}]),
        ("/api/worktype/all", [{"key": []}]),
    ):
        document["paths"][path]["get"]["security"] = security


@pytest.fixture(scope="module")
def revised():
    """The package of the revision, made without webhooks, a command line and overrides."""

    def make(folder):
        shutil.copytree(
            ROOT / "spec", folder / "spec", ignore=shutil.ignore_patterns("*.lock", "sources.toml", "openapi.yaml")
        )
        upstream = folder / "spec" / "upstream.json"
        document = json.loads(upstream.read_text(encoding="utf-8"))
        revise(document)
        upstream.write_text(json.dumps(document), encoding="utf-8")
        settings = (folder / "spec" / "sdk.toml").read_text(encoding="utf-8")
        settings = settings.replace('name = "envoice"', f'name = "{NAME}"')
        # A method that an override adds, and there are none here.
        settings = settings.replace('reads = ["invoices.download_pdf"]\n', "")
        settings = settings.replace('"auth_headers_to_security", ', "").replace('style = "hook"', 'style = "none"')
        head, _, rest = settings.partition("[[security]]")
        (folder / "spec" / "sdk.toml").write_text(head + rest[rest.index("[pagination") :], encoding="utf-8")
        pipeline.generate(Project(folder), Report(io.StringIO()), check_types=False)

    folder = computed(NAME, make, sources=[ROOT / "generator" / "sdkwright", ROOT / "spec", Path(__file__)])
    sys.path.append(str(folder / "generated"))
    yield importlib.import_module(NAME)
    sys.path.remove(str(folder / "generated"))


def sent(package, use, kind, **given):
    """The one request that a call sends over a socket."""
    with serving() as (service, base_url):
        service.answer = lambda asked: (200, [])

        async def awaited():
            async with package.AsyncEnvoice(base_url=base_url, **given) as client:
                await use(client)

        if kind == "async":
            asyncio.run(awaited())
        else:
            with package.Envoice(base_url=base_url, **given) as client:
                use(client)
        [asked] = service.asked
        return asked


@pytest.mark.parametrize("kind", KINDS)
def test_each_operation_is_signed_as_the_revision_says(revised, kind):
    given = {"access_token": TOKEN, "username": "me", "password": "word", "api_key": KEY}
    asked = sent(revised, lambda client: client.taxes.list(), kind, **given)
    assert (asked.line, asked.headers["authorization"]) == ("GET /api/tax/all", f"Bearer {TOKEN}")
    asked = sent(revised, lambda client: client.countries.list(), kind, **given)
    assert asked.headers["authorization"] == f"Basic {b64encode(b'me:word').decode()}"
    asked = sent(revised, lambda client: client.work_types.list(), kind, **given)
    assert asked.line == f"GET /api/worktype/all?x-auth-key={KEY}"
    assert "authorization" not in asked.headers
    asked = sent(revised, lambda client: client.currencies.list(), kind, **given)
    assert (asked.line, asked.headers.keys() & {"authorization", "x-auth-key"}) == (
        "GET /api/general/currencies",
        set(),
    )


def test_nothing_has_to_be_given_where_nothing_is_needed(revised):
    assert "authorization" not in sent(revised, lambda client: client.currencies.list(), "sync").headers
