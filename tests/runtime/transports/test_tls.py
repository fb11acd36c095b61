"""What a caller brings for TLS, client certificates and proxies, with certificates made for the test."""

import asyncio
import contextlib
import ssl

import aiohttp
import anyio.from_thread
import anyio.to_thread
import httpx
import httpx2
import pytest
from sdk import errors
from sdk.transports import AiohttpTransport, AsyncHttpx2Transport, Httpx2Transport

from tests.runtime.kinds import GIVEN_UP, KINDS, assert_tells_nothing, every_kind, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire, tunnelling
from tests.runtime.pki import serving, trusting
from tests.runtime.standin import CREATE, GET, KEY, SECRET, SECRET_HEADER, Thing, ThingCreate

pytestmark = GIVEN_UP

THING = b'{"Id":7}'
httpx_kinds = pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name.startswith("httpx")], ids=lambda kind: kind.name
)
POST = (CREATE, {"body": ThingCreate(number="1")})


class Own:
    """Makes settings with a caller's own client, which the caller closes, for any kind."""

    def __init__(self, kind, context, proxy=None):
        self.kind = kind
        self.context = context
        self.proxy = proxy

    def call(self, base_url, *call, **settings):
        library = {"httpx": httpx, "httpx2": httpx2}.get(self.kind.name.partition("-")[0])
        if self.kind.run is None:
            with library.Client(verify=self.context, proxy=self.proxy) as own:
                given = {"http_client": own} if library is httpx else {"transport": Httpx2Transport(own)}
                return self.kind.call(base_url, *call, **given, **settings)

        async def run():
            async with contextlib.AsyncExitStack() as stack:
                if library is None:
                    connector = aiohttp.TCPConnector(ssl=self.context)
                    session = aiohttp.ClientSession(connector=connector, proxy=self.proxy)
                    given = {"transport": AiohttpTransport(await stack.enter_async_context(session))}
                else:
                    own = library.AsyncClient(verify=self.context, proxy=self.proxy)
                    await stack.enter_async_context(own)
                    given = {"http_client": own} if library is httpx else {"transport": AsyncHttpx2Transport(own)}
                client = await stack.enter_async_context(self.kind.client(base_url, **given, **settings))
                operation, arguments = call or (POST[0], POST[1])
                return await self.kind.outcome(client, operation, **arguments)

        return self.kind.run(run)


@every_kind
def test_a_server_that_is_trusted(kind, pki):
    with Wire(lambda peer: peer.answer(b"7"), tls=serving(pki)) as wire:
        assert Own(kind, trusting(pki)).call(wire.base_url, *POST) == 7
    assert wire.headers[0][SECRET_HEADER] == SECRET


@httpx_kinds
def test_a_client_of_ours_trusts_whom_the_environment_names(kind, pki, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(pki / "ca.pem"))
    with Wire(lambda peer: peer.answer(THING), tls=serving(pki)) as wire:
        assert kind.at_once(wire.base_url, 8, GET) == [Thing(id=7)] * 8
        error = kind.call(f"https://localhost:{wire.address[1]}", *POST)
    assert type(error) is errors.APIConnectionError, "the certificate is for the address"
    assert len(wire.lines) == 8


@httpx_kinds
@pytest.mark.parametrize("content", [None, "no certificate"])
def test_certificates_that_cannot_be_loaded_are_a_clear_error(kind, pki, monkeypatch, tmp_path, content):
    path = tmp_path / "pa55w0rd.pem"
    if content is not None:
        path.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with Wire(lambda peer: peer.answer(b"7"), tls=serving(pki)) as wire:
        error = kind.call(wire.base_url, *POST, max_retries=2)
    assert type(error) is errors.ConfigurationError
    assert "SSL_CERT_FILE" in str(error)
    assert "pa55w0rd" not in str(error)
    assert wire.lines == []
    assert_tells_nothing(error)


@httpx_kinds
def test_certificates_are_loaded_once_and_for_https_alone(kind, pki, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(pki / "ca.pem"))
    real, loaded = ssl.SSLContext.load_verify_locations, []

    def load(context, *arguments, **settings):
        loaded.append((arguments, settings))
        return real(context, *arguments, **settings)

    monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", load)
    with Wire(lambda peer: peer.answer(b"7")) as plain:
        assert kind.call(plain.base_url, *POST) == 7
    assert loaded == []
    with Wire(lambda peer: peer.answer(THING), tls=serving(pki)) as wire:
        assert kind.at_once(wire.base_url, 16, GET) == [Thing(id=7)] * 16
    assert len(loaded) == 1


@pytest.mark.parametrize("name", ["httpx-asyncio", "httpx2-asyncio"])
def test_a_call_from_the_last_worker_thread_needs_no_other(name, pki, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(pki / "ca.pem"))
    (kind,) = [one for one in KINDS if one.name == name]

    async def run(base_url):
        anyio.to_thread.current_default_thread_limiter().total_tokens = 1
        async with kind.client(base_url, timeout=10) as client:
            return await anyio.to_thread.run_sync(lambda: anyio.from_thread.run(kind.outcome, client, GET))

    with Wire(lambda peer: peer.answer(THING), tls=serving(pki)) as wire:
        assert asyncio.run(run(wire.base_url)) == Thing(id=7)


@httpx_kinds
def test_a_redirect_of_a_stub_to_https_is_verified(kind, pki, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(pki / "ca.pem"))
    with Wire(lambda peer: peer.answer(THING), tls=serving(pki)) as wire:
        sent_on = Wire(lambda peer: peer.answer(b"", f"Location: {wire.base_url}/".encode(), status="302 Found"))
        with sent_on as plain:
            assert kind.call(plain.base_url, GET, follow_redirects=True) == Thing(id=7)
            monkeypatch.delenv("SSL_CERT_FILE")
            error = kind.call(plain.base_url, GET, follow_redirects=True)
    assert type(error) is errors.APIConnectionError
    assert len(wire.lines) == 1


@every_kind
def test_a_server_that_nobody_vouches_for_sees_nothing(kind, pki):
    with Wire(lambda peer: peer.answer(THING), tls=serving(pki)) as wire:
        error = kind.call(wire.base_url, *POST, max_retries=1)
    assert type(error) is errors.APIConnectionError
    assert (error.sent, error.attempts, wire.lines) == (False, 2, [])
    assert_tells_nothing(error)


@every_kind
def test_a_server_with_the_name_of_another_sees_nothing(kind, pki):
    with Wire(lambda peer: peer.answer(THING), tls=serving(pki)) as wire:
        error = Own(kind, trusting(pki)).call(f"https://localhost:{wire.address[1]}", *POST)
    assert type(error) is errors.APIConnectionError
    assert (error.sent, wire.lines) == (False, [])
    assert_tells_nothing(error)


@every_kind
@pytest.mark.parametrize("known", [True, False])
def test_a_client_shows_its_certificate(kind, pki, known):
    with Wire(lambda peer: peer.answer(b"7"), tls=serving(pki, mutual=True)) as wire:
        outcome = Own(kind, trusting(pki, known=known)).call(wire.base_url, *POST)
    if known:
        assert outcome == 7
    else:
        # With TLS 1.3 a refusal arrives after the request was written, so nobody knows that it was not read.
        assert type(outcome) is errors.APIConnectionError
        assert wire.lines == []
        assert_tells_nothing(outcome)


@every_kind
def test_a_proxy_sees_where_a_request_goes_and_not_what_it_says(kind, pki):
    with Wire(lambda peer: peer.answer(b"7"), tls=serving(pki)) as wire, tunnelling(wire.address) as proxy:
        assert Own(kind, trusting(pki), proxy.base_url).call(wire.base_url, *POST) == 7
    assert proxy.lines == [f"CONNECT 127.0.0.1:{wire.address[1]} HTTP/1.1"]
    assert not {KEY, SECRET} & set(proxy.headers[0].values())
    assert len(wire.lines) == 1


@every_kind
def test_a_proxy_of_the_environment_is_used_for_https(kind, pki, monkeypatch):
    with Wire(lambda peer: peer.answer(b"7"), tls=serving(pki)) as wire, tunnelling(wire.address) as proxy:
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("https_proxy", proxy.base_url)
        error = kind.call("https://envoice.invalid", *POST)
    # The tunnel leads to a server that nobody vouches for.
    assert type(error) is errors.APIConnectionError
    assert not error.sent
    assert {line.split()[1] for line in proxy.lines} == {"envoice.invalid:443"}
    assert_tells_nothing(error)


@every_kind
def test_a_proxy_that_refuses_is_an_error_of_ours(kind, pki):
    refusing = Wire(lambda peer: peer.answer(b"no", status="407 Proxy Authentication Required"))
    with refusing as proxy:
        own = Own(kind, trusting(pki), proxy.base_url.replace("//", "//user:hunter2@"))
        error = own.call("https://envoice.invalid", *POST, max_retries=1)
    assert type(error) is errors.APIConnectionError
    assert (error.sent, error.attempts) == (False, 2)
    assert "hunter2" not in str(error)
    assert_tells_nothing(error)


@every_kind
def test_a_proxy_that_is_not_there_is_an_error_of_ours(kind, pki):
    with Wire(None) as gone:
        pass
    own = Own(kind, trusting(pki), gone.base_url.replace("//", "//user:hunter2@"))
    error = own.call("https://envoice.invalid", *POST, max_retries=1)
    assert type(error) is errors.APIConnectionError
    assert (error.sent, error.attempts) == (False, 2)
    assert "hunter2" not in str(error)
    assert_tells_nothing(error)


def test_a_proxy_of_the_environment_that_aiohttp_cannot_use_is_refused(monkeypatch):
    monkeypatch.setenv("https_proxy", "socks5://user:hunter2@127.0.0.1:9")
    error = KINDS[-1].call("https://envoice.invalid", *POST)
    assert type(error) is errors.ConfigurationError
    assert "cannot use the proxy" in str(error)
    assert "hunter2" not in str(error)
    assert_tells_nothing(error)


@every_kind
def test_nothing_is_left_open_under_tls(kind, pki):
    with Wire(lambda peer: peer.answer(THING), tls=serving(pki)) as wire:
        assert Own(kind, trusting(pki)).call(wire.base_url, *POST) != Thing(id=7)
        wire.wait_until(lambda wire: wire.open == 0)
