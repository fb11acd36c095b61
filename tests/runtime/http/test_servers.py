"""Variables of a server: no value leads to a host or a path that it is not for."""

import pytest
from sdk._http import servers
from sdk.errors import ConfigurationError

SERVERS = (
    ("main", "https://{tenant}.example.com/{base}/v1", (("base", "b", ()), ("tenant", "api", ("api", "a/b")))),
    ("free", "https://user-{a}.{b}.example.com", (("a", "x", ()), ("b", "y", ()))),
    ("any", "https://{host}/v1", (("host", "h.example.com", ()),)),
    ("plain", "{scheme}://example.com:{port}", (("port", "443", ()), ("scheme", "https", ()))),
    ("whole", "{url}/v1", (("url", "https://example.com", ()),)),
)


@pytest.fixture(autouse=True)
def _these(monkeypatch):
    monkeypatch.setattr(servers, "SERVERS", SERVERS)


@pytest.mark.parametrize(
    ("server", "variables", "url"),
    [
        ("free", {"a": "jane.doe", "b": "e_u-1"}, "https://user-jane.doe.e_u-1.example.com"),
        ("free", {"a": "{b}"}, None),
        ("any", {"host": "shop.example:8443"}, "https://shop.example:8443/v1"),
        ("any", {"host": "[::1]:80"}, "https://[::1]:80/v1"),
        ("main", {"base": "a/b.c"}, "https://api.example.com/a/b.c/v1"),
        ("main", {"base": "{tenant}"}, "https://api.example.com/{tenant}/v1"),
        ("plain", {"port": "8443"}, "https://example.com:8443"),
        ("whole", {"url": "https://mine.example/x"}, "https://mine.example/x/v1"),
    ],
)
def test_what_a_variable_may_hold(server, variables, url):
    if url is None:
        with pytest.raises(ConfigurationError):
            servers.resolve_base_url(None, server, variables)
    else:
        assert servers.resolve_base_url(None, server, variables).url == url


@pytest.mark.parametrize(
    "value",
    [
        "evil.com/",
        "evil.com#",
        "evil.com?",
        "a@evil.com",
        "@evil.com",
        "\\evil.com",
        "evil.com\\",
        "..",
        "a/..",
        "%2e%2e",
        "x\ny",
    ],
)
@pytest.mark.parametrize(
    ("server", "variable"), [("free", "a"), ("free", "b"), ("any", "host"), ("plain", "port"), ("plain", "scheme")]
)
def test_no_value_chooses_another_host(server, variable, value):
    with pytest.raises(ConfigurationError) as caught:
        servers.resolve_base_url(None, server, {variable: value})
    assert value not in str(caught.value)


@pytest.mark.parametrize("value", ["..", "../x", "x/..", ".", "x?", "x#", "a\\b", "%2e%2e", "x y", "@"])
def test_no_value_leaves_the_path(value):
    with pytest.raises(ConfigurationError, match="'base' holds a character"):
        servers.resolve_base_url(None, "main", {"base": value})
