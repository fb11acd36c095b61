"""The API keys that clients take are those that the project declares and the document has."""

import pytest

from sdkwright import config
from sdkwright.emit.security import Key, keys_of
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, SecurityScheme

PLACE = "spec/sdk.toml"
HEADER = ("apiKey", "header", "X-Acme-Token")


def declared(*schemes):
    package = config.Package(name="acme", client="Acme")
    security = [
        config.Security(scheme=scheme, argument=f"api_{scheme}", variable=f"ACME_{scheme.upper()}")
        for scheme in schemes
    ]
    return config.Configuration(package=package, security=tuple(security))


def api(**schemes):
    found = tuple(SecurityScheme(name, *scheme) for name, scheme in schemes.items())
    return Api("Acme", "1", "", ("https://acme.example",), found, (), {}, {})


def test_the_keys_come_in_the_order_of_the_configuration():
    second = ("apiKey", "header", "X-Acme-Id")
    keys = keys_of(declared("token", "id"), api(id=second, token=HEADER), place=PLACE)
    assert keys == [
        Key("token", "api_token", "ACME_TOKEN", "X-Acme-Token"),
        Key("id", "api_id", "ACME_ID", "X-Acme-Id"),
    ]
    assert [(key.words, key.constant) for key in keys] == [("token", "TOKEN"), ("id", "ID")]


def test_a_scheme_that_no_operation_needs_and_nobody_declares():
    assert keys_of(declared(), api(token=HEADER), place=PLACE) == []


def test_a_scheme_that_the_document_lacks():
    with pytest.raises(GeneratorError) as caught:
        keys_of(declared("token"), api(id=HEADER, user=HEADER), place=PLACE)
    assert str(caught.value) == (
        "spec/sdk.toml: [[security]] scheme 'token' is none of the document's security schemes; it has id, user."
    )


def test_two_arguments_whose_constants_would_have_one_name():
    security = tuple(
        config.Security(scheme=scheme, argument=argument, variable=f"ACME_{argument.upper()}")
        for scheme, argument in (("token", "token"), ("other", "api_token"))
    )
    configuration = config.Configuration(package=config.Package(name="acme", client="Acme"), security=security)
    with pytest.raises(GeneratorError) as caught:
        keys_of(configuration, api(token=HEADER, other=HEADER), place=PLACE)
    assert str(caught.value) == (
        "spec/sdk.toml: [[security]] argument 'api_token' differs from another by 'api_' alone; rename one of them."
    )
