"""The vendor API's public WireMock stubs load unchanged in both servers and are answered to the letter."""

import json
from decimal import Decimal

import httpx
import pytest

from sdkwright.project import Project
from tests.contract.conftest import KINDS, chosen
from tests.contract.differential import own, send

FOLDER = Project.find(__file__).root.parent / "shared" / "stubs"
FILE = FOLDER / "envoice.in-stubs.json"

pytestmark = pytest.mark.skipif(
    not FILE.is_file(), reason=f"the published stubs do not lie beside this checkout: {FILE}"
)


def published():
    return json.loads(FILE.read_bytes(), parse_float=Decimal)["mappings"] if FILE.is_file() else []


def pytest_generate_tests(metafunc):
    if "published_server" in metafunc.fixturenames:
        metafunc.parametrize("published_server", chosen(metafunc.config), indirect=True, scope="module")


@pytest.fixture(scope="module")
def published_server(request):
    with KINDS[request.param](FOLDER) as running:
        yield running


def test_every_published_stub_is_served(published_server):
    mappings = published()
    published_server.reset()
    with httpx.Client(base_url=published_server.base_url, trust_env=False) as client:
        for mapping in mappings:
            outcome = send(client, own(mapping))
            assert outcome.stub == mapping["name"]
            assert outcome.status == mapping["response"]["status"]
            assert answered(outcome.body) == expected(mapping["response"])
    assert [call.stub for call in published_server.journal] == [mapping["name"] for mapping in mappings]
    assert len(mappings) == 53
    assert {mapping["name"] for mapping in mappings} == set(published_server.names)


def answered(body: bytes):
    try:
        return json.loads(body, parse_float=Decimal)
    except ValueError:
        return body


def expected(response):
    """The body as JSON with exact numbers, or as bytes where it is none."""
    return response["jsonBody"] if "jsonBody" in response else answered(response.get("body", "").encode())
