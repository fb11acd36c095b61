"""What holds for a connection holds behind a proxy too: in its tunnel, and where both it and the server speak TLS."""

import time

import httpx
import httpx2
import pytest
from sdk import errors
from sdk.transports import AsyncHttpx2Transport, Httpx2Transport

from tests.runtime.kinds import GIVEN_UP, KINDS
from tests.runtime.loopback import Wire, endless, tunnelling
from tests.runtime.pki import serving, trusting
from tests.runtime.standin import GET, Thing

pytestmark = GIVEN_UP

BODY = b'{"Id":7}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n"
STRAY = HEAD % len(BODY) + b'{"Id":6}'
HTTPX = [kind for kind in KINDS if kind.name.startswith("httpx")]
every_httpx = pytest.mark.parametrize("kind", HTTPX, ids=lambda kind: kind.name)
sync_httpx = pytest.mark.parametrize("kind", [kind for kind in HTTPX if kind.run is None], ids=lambda kind: kind.name)
both_proxies = pytest.mark.parametrize("is_secure", [False, True], ids=["http proxy", "https proxy"])


def outcomes(kind, pki, base_url, proxy_url, count=1, **settings):
    """Call so many times through the proxy, with one client."""
    library = httpx2 if "httpx2" in kind.name else httpx
    context = trusting(pki)
    own = {"verify": context, "proxy": library.Proxy(proxy_url, ssl_context=context if "https" in proxy_url else None)}
    if kind.run is None:
        with library.Client(**own) as http:
            given = {"http_client": http} if library is httpx else {"transport": Httpx2Transport(http)}
            with kind.client(base_url, **given, **settings) as client:
                return [kind.outcome(client, GET) for _ in range(count)]

    async def run():
        async with library.AsyncClient(**own) as http:
            given = {"http_client": http} if library is httpx else {"transport": AsyncHttpx2Transport(http)}
            async with kind.client(base_url, **given, **settings) as client:
                return [await kind.outcome(client, GET) for _ in range(count)]

    return kind.run(run)


@every_httpx
@both_proxies
def test_a_clean_connection_is_used_again(kind, is_secure, pki):
    tls = serving(pki) if is_secure else None
    with (
        Wire(lambda peer: peer.answer(BODY), tls=serving(pki)) as wire,
        tunnelling(wire.address, tls) as proxy,
    ):
        assert outcomes(kind, pki, wire.base_url, proxy.base_url, 3) == [Thing(id=7)] * 3
    assert wire.connections == 1


@every_httpx
@both_proxies
def test_what_follows_an_answer_is_nobodys(kind, is_secure, pki):
    tls = serving(pki) if is_secure else None
    with (
        Wire(lambda peer: peer.send(HEAD % len(BODY) + BODY + STRAY), tls=serving(pki)) as wire,
        tunnelling(wire.address, tls) as proxy,
    ):
        assert outcomes(kind, pki, wire.base_url, proxy.base_url, 2) == [Thing(id=7)] * 2
    assert wire.connections == 2


HINTS = endless(b"HTTP/1.1 103 Early Hints\r\n\r\n")
HEADER = endless(b"HTTP/1.1 200 OK\r\nX-", b"x")


@sync_httpx
@both_proxies
@pytest.mark.parametrize("answer", [HINTS, HEADER], ids=["hints", "header"])
def test_a_call_ends_in_time_whatever_drips_through_a_tunnel(kind, is_secure, answer, pki):
    tls = serving(pki) if is_secure else None
    started = time.monotonic()
    with Wire(answer, tls=serving(pki)) as wire, tunnelling(wire.address, tls) as proxy:
        (outcome,) = outcomes(kind, pki, wire.base_url, proxy.base_url, timeout=30, deadline=1)
    assert isinstance(outcome, errors.APIDeadlineError), repr(outcome)
    assert time.monotonic() - started < 15


@sync_httpx
@pytest.mark.parametrize("answer", [HINTS, HEADER], ids=["hints", "header"])
def test_a_call_ends_in_time_whatever_a_proxy_drips(kind, answer, pki):
    started = time.monotonic()
    with Wire(answer) as proxy:
        (outcome,) = outcomes(kind, pki, "https://envoice.invalid", proxy.base_url, timeout=30, deadline=1)
    assert isinstance(outcome, errors.APIDeadlineError), repr(outcome)
    assert time.monotonic() - started < 15
