"""What callers give is named by rule, unless the project names it; what the operations need decides the rest."""

import pytest

from sdkwright import config
from sdkwright.emit.security import alternatives, declared_security, flows, keys_of, manner
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, Flow, Operation, Response, SecurityScheme

PLACE = "spec/sdk.toml"
OWN = Flow("clientCredentials", "https://login.example/token", "", ("read",))
USERS = Flow("authorizationCode", "https://login.example/users", "https://login.example/refresh")
SCHEMES = {
    "key": SecurityScheme("key", "apiKey", "header", "X-Key"),
    "other key": SecurityScheme("other key", "apiKey", "query", "key"),
    "basicAuth": SecurityScheme("basicAuth", "http", scheme="Basic"),
    "bearerAuth": SecurityScheme("bearerAuth", "http", scheme="bearer"),
    "hmac": SecurityScheme("hmac", "http", scheme="HMAC"),
    "oauth": SecurityScheme("oauth", "oauth2", flows=(OWN,)),
    "users": SecurityScheme("users", "oauth2", flows=(USERS,)),
    "implicit": SecurityScheme("implicit", "oauth2", flows=(Flow("implicit"),)),
    "open id": SecurityScheme("open id", "openIdConnect"),
    "mtls": SecurityScheme("mtls", "mutualTLS"),
    "timeout": SecurityScheme("timeout", "apiKey", "header", "X-Timeout"),
}


def api(*requirements):
    """An API of an operation for each of some requirements, each a list of alternatives of schemes with scopes."""
    operations = tuple(
        Operation(f"a.b{number}", "GET", f"/{number}", (Response("200"),), security=tuple(requirement))
        for number, requirement in enumerate(requirements)
    )
    names = {name for requirement in requirements for alternative in requirement for name in alternative}
    schemes = tuple(SCHEMES[name] for name in SCHEMES if name in names)
    return Api("Acme", "1", "", (), schemes, operations, {}, {})


def configuration(*security):
    package = config.Package(name="acme", client="Acme")
    return config.Configuration(package=package, security=tuple(config.Security(**table) for table in security))


def named(*schemes, tables=()):
    found = keys_of(configuration(*tables), api([{scheme: ()} for scheme in schemes]), place=PLACE)
    return [(key.argument, key.variable, key.place) for key in found]


@pytest.mark.parametrize(
    ("schemes", "arguments"),
    [
        (["key"], ["api_key"]),
        (["key", "other key"], ["key", "other_key"]),
        (["basicAuth"], ["username", "password"]),
        (["bearerAuth"], ["access_token"]),
        (["hmac"], ["credential"]),
        (["implicit"], ["access_token"]),
        (["open id"], ["access_token"]),
        (["oauth"], ["access_token", "client_id", "client_secret", "token_url", "scopes"]),
        (["users"], ["access_token", "client_id", "client_secret", "refresh_token", "token_url", "scopes"]),
        (["mtls"], []),
        (["bearerAuth", "open id"], ["bearer_auth", "open_id"]),
        (["key", "timeout"], ["key", "timeout_api_key"]),
    ],
)
def test_arguments_by_rule(schemes, arguments):
    found = named(*schemes)
    assert [argument for argument, _, _ in found] == arguments
    assert [variable for _, variable, _ in found] == [f"ACME_{argument.upper()}" for argument in arguments]


def test_a_scheme_that_nothing_needs_asks_for_nothing():
    found = api([{"key": ()}])
    schemes = (*found.security_schemes, SCHEMES["bearerAuth"])
    whole = Api("Acme", "1", "", (), schemes, found.operations, {}, {})
    assert [key.scheme for key in keys_of(configuration(), whole, place=PLACE)] == ["key"]


def test_the_configuration_names_what_it_wants():
    tables = [
        {"scheme": "basicAuth", "arguments": {"username": "login"}, "variables": {"password": "SECRET_WORD"}},
        {"scheme": "key", "argument": "seal"},
    ]
    assert named("key", "basicAuth", tables=tables) == [
        ("login", "ACME_LOGIN", "basic"),
        ("password", "SECRET_WORD", "basic"),
        ("seal", "ACME_SEAL", "header"),
    ]


def test_a_part_that_a_scheme_lacks_is_refused():
    with pytest.raises(GeneratorError) as caught:
        named("key", tables=[{"scheme": "key", "arguments": {"username": "login"}}])
    assert str(caught.value) == "spec/sdk.toml: [[security]] scheme 'key' has no part 'username'; it has api_key."


def test_what_an_operation_says_of_its_security():
    both, one, none = [{"key": (), "basicAuth": ()}], [{"key": ()}, {"bearerAuth": ()}, {}], []
    whole = api(both, one, none)
    keys = keys_of(configuration(), whole, place=PLACE)
    assert [declared_security(operation, keys) for operation in whole.operations] == [
        (("key", "basicAuth"),),
        (("key",), ("bearerAuth",), ()),
        (),
    ]
    assert alternatives(whole) == (("key", "basicAuth"), ("key",), ("bearerAuth",), ())
    together = api(both)
    keys = keys_of(configuration(), together, place=PLACE)
    assert declared_security(together.operations[0], keys) is None
    assert manner(keys, alternatives(together)).required
    assert not manner(keys, (*alternatives(together), ())).required


def test_tokens_are_fetched_for_the_scopes_that_operations_require():
    whole = api([{"oauth": ("write",)}], [{"oauth": ("read",)}], [{"users": ()}])
    keys = keys_of(configuration(), whole, place=PLACE)
    assert flows(configuration(), whole, keys) == {
        "oauth": ("https://login.example/token", "", "read write", "header"),
        "users": ("", "https://login.example/refresh", "", "header"),
    }
    tables = configuration({"scheme": "oauth", "scopes": ("all",), "client_authentication": "body"})
    assert flows(tables, whole, keys)["oauth"] == ("https://login.example/token", "", "all", "body")


def test_an_api_without_security_asks_for_nothing():
    assert keys_of(configuration(), api([]), place=PLACE) == []
    assert alternatives(api([])) == ((),)
