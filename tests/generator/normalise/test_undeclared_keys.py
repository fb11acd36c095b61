"""API keys that a document has as plain parameters and not as security schemes."""

import pytest

from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.undeclared_keys import declare_keys


def _declared(*operations, schemes=None):
    """The security schemes, the security of each operation, and what is told."""
    paths = {
        f"/{number}": {
            "get": {
                "parameters": [
                    {"name": name.strip("!"), "in": kind, "required": "!" in name, "schema": {"type": "string"}}
                    for kind, name in parameters
                ]
            }
        }
        for number, parameters in enumerate(operations)
    }
    document = {"components": {"securitySchemes": schemes} if schemes else {}, "paths": paths}
    ledger = Ledger()
    declare_keys(document, ledger)
    security = [item["get"].get("security") for item in paths.values()]
    return document["components"].get("securitySchemes", {}), security, ledger.told


def test_a_key_that_most_operations_take_is_a_security_scheme():
    schemes, security, told = _declared(
        [("header", "xi-api-key"), ("query", "page")], [("header", "xi-api-key!")], [("query", "page")]
    )
    assert schemes == {"xi-api-key": {"type": "apiKey", "in": "header", "name": "xi-api-key"}}
    assert security == [[{"xi-api-key": []}, {}], [{"xi-api-key": []}], [{}]]
    assert told == {"security": "the header parameter 'xi-api-key' of 2 operations is an API key"}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("header", "X-API-Key"),
        ("header", "api_key"),
        ("header", "Authorization"),
        ("header", "X-Auth-Token"),
        ("query", "apiKey"),
        ("query", "access_token"),
        ("header", "Ocp-Apim-Subscription-Key"),
    ],
)
def test_the_usual_names_of_keys_are_known(kind, name):
    assert [scheme["name"] for scheme in _declared([(kind, name)])[0].values()] == [name]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("header", "Idempotency-Key"),
        ("query", "key"),
        ("query", "token"),
        ("query", "authorization"),
        ("path", "api_key"),
        ("header", "X-Api-Key-Id"),
    ],
)
def test_what_may_be_something_else_stays_a_parameter(kind, name):
    assert _declared([(kind, name)]) == ({}, [None], {})


def test_a_key_of_few_operations_stays_a_parameter():
    assert _declared([("header", "api_key")], [], [])[0] == {}


def test_a_document_that_has_schemes_is_left_as_it_is():
    schemes, security, told = _declared([("header", "api_key")], schemes={"basic": {"type": "http"}})
    assert (list(schemes), security, told) == (["basic"], [None], {})


def test_one_name_in_two_places_is_two_schemes():
    schemes, security, _ = _declared([("header", "api_key"), ("query", "api_key!")])
    assert list(schemes) == ["header-api_key", "query-api_key"]
    assert security == [[{"header-api_key": [], "query-api_key": []}, {}]]
