"""Tokens in answers: a model and its pickle hold them, as the guide says; reprs and errors do not."""

import pickle

import httpx
import pytest
from envoice import Envoice, EnvoiceError

TOKEN = "tok-5e1f9c77aa"


def client(body, status=200):
    answer = httpx.Response(status, text=body, headers={"content-type": "application/json"})
    http = httpx.Client(transport=httpx.MockTransport(lambda _: answer))
    return Envoice(api_key="key-4f1d2c", api_secret="secret-9b7e8a", http_client=http, max_retries=0)


def test_a_model_and_its_pickle_hold_a_token_that_its_repr_hides():
    invoice = client(f'{{"Id": 1, "AccessToken": "{TOKEN}"}}').invoices.get(1)
    assert TOKEN not in repr(invoice) + str(invoice)
    assert pickle.loads(pickle.dumps(invoice)).access_token == TOKEN


def test_a_raw_response_holds_it_and_cannot_be_pickled():
    raw = client(f'{{"Id": 1, "AccessToken": "{TOKEN}"}}').invoices.with_raw_response.get(1)
    assert TOKEN.encode() in raw.content
    assert TOKEN not in repr(raw)
    with pytest.raises((AttributeError, TypeError, pickle.PicklingError)):
        pickle.dumps(raw)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (f'{{"Id": 1, "AccessToken": "{TOKEN}"}}', 400),
        (f'{{"Id": "x", "AccessToken": "{TOKEN}"}}', 200),
        (f'{{"IsFaulted": true, "Items": [{{"Id": 1, "AccessToken": "{TOKEN}"}}]}}', 200),
    ],
    ids=["a status", "an answer that cannot be read", "a fault"],
)
@pytest.mark.parametrize("call", [lambda one: one.invoices.get(1), lambda one: list(one.invoices.list())])
def test_no_error_holds_it(body, status, call):
    with pytest.raises(EnvoiceError) as caught:
        call(client(body, status))
    shown = [str(caught.value), repr(caught.value), repr(vars(caught.value)), repr(pickle.dumps(caught.value))]
    assert TOKEN not in "".join(shown)
