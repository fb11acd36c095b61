"""Any servers of a document: which are kept, in which spelling, and by which name."""

import pytest

from sdkwright.normalise.passes.servers import plain_servers
from tests.generator import vendor_sample as sample


def kept(*servers):
    """The servers that are left of some, and what the ledger says of the others."""
    context, document = sample.context(), sample.document() | {"servers": list(servers)}
    plain_servers(document, context)
    return document["servers"], [line for line in context.ledger.markdown().splitlines() if "server" in line]


@pytest.mark.parametrize(
    ("url", "spelling"),
    [
        ("https://www.envoice.in", "https://www.envoice.in"),
        ("https://WWW.envoice.in:443/", "https://www.envoice.in"),
        ("https://api.example.com:8443/v1/", "https://api.example.com:8443/v1"),
        ("http://api.example.com:80/V1", "http://api.example.com/V1"),
        ("https://[2001:DB8::1]/v1", "https://[2001:db8::1]/v1"),
        ("https://api.example.com?x=1#y", "https://api.example.com"),
        ("//api.example.com/v1", "//api.example.com/v1"),
        ("/v1/", "/v1"),
        ("v1", "v1"),
        ("/", "/"),
        (None, "/"),
    ],
)
def test_a_server_is_kept_in_its_plainest_spelling(url, spelling):
    [server], told = kept({"url": url})
    assert (server["url"], told) == (spelling, [])


@pytest.mark.parametrize(
    "url",
    [
        "https://user:secret@www.envoice.in",
        "https://envoice.in:99999",
        'https://a"b',
        "https://ex\u0430mple.com",
        "https://a b.example",
        "https://",
        "ftp://files.example",
        "wss://api.example",
        "https://api.example\\@other.example",
    ],
)
def test_what_no_call_can_go_to_is_left_out_and_told(url):
    servers, told = kept({"url": url}, {"url": "https://b.example"})
    assert [server["url"] for server in servers] == ["https://b.example"]
    assert told == ["| `servers` | server 1 is no address of http or https, and is left out |"]


def test_http_beside_the_same_https_is_left_out_and_told():
    servers, told = kept({"url": "http://a.example/v1"}, {"url": "https://a.example/v1"}, {"url": "http://b.example"})
    assert [server["url"] for server in servers] == ["https://a.example/v1", "http://b.example"]
    assert told == ["| `servers` | http://a.example/v1 is there with https too, and is left out |"]


def test_variables_have_a_default_of_their_values():
    variables = {
        "region": {"enum": ["eu", "us"]},
        "port": {"default": 8443, "enum": ["443"]},
        "no": {"default": "x"},
    }
    [server], told = kept({"url": "https://{region}.example:{port}/{base}", "variables": variables})
    assert server["variables"] == {
        "base": {"default": ""},
        "port": {"default": "8443", "enum": ["8443", "443"]},
        "region": {"default": "eu", "enum": ["eu", "us"]},
    }
    [line] = told
    assert "the variable {base} of a server has no default; callers give it" in line
    assert "the default of the variable {port} is none of its values; added to them" in line


def test_names_are_short_descriptions_or_hosts_each_once():
    servers, _ = kept(
        {"url": "https://a.example", "description": "The production server"},
        {"url": "https://b.example", "description": "Production"},
        {"url": "https://c.example:8443", "description": "Where everything is that nobody needs any more"},
        {"url": "/v2"},
    )
    assert [server["x-name"] for server in servers] == ["production", "production_2", "c_example", "server"]
