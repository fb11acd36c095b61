"""A host name that cannot be looked up ends as an error of ours, wherever it comes from and whatever sends."""

import asyncio

import httpx
import httpx2
import pytest
from sdk import ConfigurationError, Credentials, RequestOptions, transports
from sdk._http.hosts import is_host
from sdk._http.servers import resolve_base_url
from sdk.errors import APIConnectionError, APIStatusError
from sdk.transports import Request, TransportError

from tests.runtime.kinds import KINDS, assert_tells_nothing, every_kind
from tests.runtime.loopback import send, serve
from tests.runtime.standin import ENVIRONMENT, GET, KEY, SECRET, SECRET_HEADER, Things, ThingsAuth

BAD = ["a..b", "a" * 64 + ".com", "xn--a-", ".", "a." * 130 + "com", "x.xn--a-.com"]
GOOD = ["localhost", "127.0.0.1", "::1", "api.example", "example.com.", "a_b.example", "xn--bcher-kva.example"]

every_bad = pytest.mark.parametrize("host", BAD, ids=lambda host: host[:12])


@every_bad
def test_a_name_that_cannot_be_looked_up_is_known(host):
    assert not is_host(host)


@pytest.mark.parametrize("host", [*GOOD, "bücher.example", "XN--BCHER-KVA.Example"])
def test_a_name_that_can_is_known_too(host):
    assert is_host(host)


@every_bad
def test_a_base_url_is_refused_when_the_client_is_made(host, monkeypatch):
    with pytest.raises(ConfigurationError, match="base_url has a host that is no host name"):
        Things(api_key=KEY, api_secret=SECRET, base_url=f"https://{host}")
    monkeypatch.setenv(f"{ENVIRONMENT}_BASE_URL", f"https://{host}:443/x")
    with pytest.raises(ConfigurationError, match="base_url has a host"):
        resolve_base_url(None)
    with pytest.raises(ConfigurationError, match="base_url is not an absolute URL"):
        ThingsAuth(Credentials(KEY, SECRET), base_url=f"https://{host}")


@every_bad
@pytest.mark.parametrize("follow", [True, False])
@every_kind
def test_a_redirect_to_it_is_not_followed(kind, follow, host):
    with serve(lambda one: send(one, 302, Location=f"http://{host}/x")) as (url, asked):
        error = kind.call(url, GET, {"options": RequestOptions(follow_redirects=follow)})
    assert len(asked) == 1
    if isinstance(error, APIConnectionError):
        # httpx reads the address before it gives the answer, and refuses to give it.
        assert host.startswith("xn--")
        assert "the answer redirects to what is not a URL" in str(error)
        assert error.sent
    else:
        assert type(error) is APIStatusError
        assert error.status == 302
    assert_tells_nothing(error)


@every_bad
@every_kind
def test_a_transport_that_is_given_it_sends_nothing(kind, host):
    request = Request(
        "a.b", "GET", f"http://{host}:1/x", {SECRET_HEADER: SECRET}, None,
        timeout=5, remaining=None, max_body=9, max_error_body=9,
    )  # fmt: skip
    transport = getattr(transports, kind.transport)()
    with pytest.raises(TransportError) as caught:
        sent(kind, transport, request)
    assert not caught.value.sent


def sent(kind, transport, request):
    if kind.run is None:
        return transport.send(request)

    async def run():
        try:
            return await transport.send(request)
        finally:
            await transport.aclose()

    return kind.run(run)


def _own_client(kind, proxy):
    library = httpx2 if kind.name.startswith("httpx2") else httpx
    return (library.Client if kind.run is None else library.AsyncClient)(proxy=proxy)


@every_bad
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name != "aiohttp"], ids=lambda kind: kind.name)
def test_the_proxy_of_a_client_of_ones_own(kind, host):
    try:
        client = _own_client(kind, f"http://{host}:1")
    except (httpx.InvalidURL, httpx2.InvalidURL):
        pytest.skip("the library refuses to make the client")
    transport = getattr(transports, kind.transport)(client)
    error = kind.call("http://127.0.0.1:1", transport=transport)
    assert type(error) is APIConnectionError
    assert not error.sent
    assert_tells_nothing(error)
    client.close() if kind.run is None else asyncio.run(client.aclose())


@every_bad
@every_kind
def test_the_proxy_of_the_environment(kind, host, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", f"http://{host}:1")
    error = kind.call("https://api.example")
    assert isinstance(error, APIConnectionError | ConfigurationError)
    assert getattr(error, "sent", False) is False
    assert_tells_nothing(error)


@every_bad
def test_the_url_of_a_store(host):
    stores = pytest.importorskip("sdk.webhooks.stores", reason="a package without webhooks has no stores for them")
    with pytest.raises(ConfigurationError, match="url has a host that is no host name"):
        stores.RedisStore.from_url(f"redis://:password@{host}:6379/0")
