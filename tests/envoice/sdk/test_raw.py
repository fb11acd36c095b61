"""Answers as they came, by the raw methods of a resource; and what resources have of the client they belong to."""

import asyncio

import httpx
import pytest
from envoice import AsyncEnvoice, DecodeError, Envoice, NotFoundError
from envoice.responses import RawResponse

ACCOUNT = {"api_key": "key-4f1d2c", "api_secret": "secret-9b7e8a"}


def raw_of(kind, content, resource, verb, *arguments, status=200, **headers):
    """Call the raw method of a resource that is answered so."""
    sync = kind is Envoice
    answer = httpx.MockTransport(lambda _: httpx.Response(status, content=content, headers=headers))
    client = kind(http_client=(httpx.Client if sync else httpx.AsyncClient)(transport=answer), max_retries=0, **ACCOUNT)
    raw = getattr(getattr(client, resource).with_raw_response, verb)(*arguments)
    return raw if sync else asyncio.run(raw)


every_kind = pytest.mark.parametrize("kind", [Envoice, AsyncEnvoice])


@every_kind
def test_an_answer_as_it_came(kind):
    content = b'{"Id":5,"CC":"x@y.example","TotalAmount":100.10}'
    raw = raw_of(kind, content, "invoices", "get", 5, **{"x-request-id": "r-1"})
    assert type(raw) is RawResponse
    assert (raw.status, raw.ok, raw.request_id, raw.attempts, raw.content) == (200, True, "r-1", 1, content)
    assert str(raw.json()["TotalAmount"]) == "100.10"
    assert raw.parse().id == 5
    assert raw.unknown_fields() == {"CC": "x@y.example"}
    assert raw.url == "https://www.envoice.in/api/invoice/details?id=***"
    assert "x@y" not in repr(raw)


@every_kind
def test_a_page_as_it_came(kind):
    raw = raw_of(kind, b'{"Result":[{"Id":1}],"TotalCount":1}', "invoices", "list")
    assert raw.parse().result[0].id == 1


@every_kind
def test_a_bad_status_is_raised_and_a_bad_body_only_when_it_is_read(kind):
    with pytest.raises(NotFoundError):
        raw_of(kind, b"", "invoices", "get", 5, status=404)
    raw = raw_of(kind, b"<html>", "invoices", "get", 5)
    for read in (raw.parse, raw.json, raw.unknown_fields):
        with pytest.raises(DecodeError):
            read()


@pytest.mark.parametrize("name", ["get", "list", "create"])
@every_kind
def test_a_raw_method_has_the_help_of_the_plain_one(kind, name):
    invoices = kind(**ACCOUNT).invoices
    assert getattr(invoices.with_raw_response, name).__doc__ == getattr(invoices, name).__doc__


def test_the_resources_of_a_view_belong_to_it():
    client = Envoice(**ACCOUNT)
    assert client.invoices._client is client
    view = client.with_options(timeout=5)
    assert view.invoices._client is view
