"""A caller's own httpx client keeps its ways: how it builds requests, what its hooks add, and that it alone is used."""

import httpx
import httpx2
import pytest
from sdk.transports import AsyncHttpx2Transport, AsyncHttpxTransport, Httpx2Transport, HttpxTransport

from tests.runtime.kinds import KINDS
from tests.runtime.standin import GET, NAME, SECRET, SECRET_HEADER, Thing

TRANSPORTS = {
    "httpx": (httpx.Client, HttpxTransport),
    "httpx-asyncio": (httpx.AsyncClient, AsyncHttpxTransport),
    "httpx2": (httpx2.Client, Httpx2Transport),
    "httpx2-asyncio": (httpx2.AsyncClient, AsyncHttpx2Transport),
}
own_kinds = pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.name in TRANSPORTS], ids=lambda one: one.name
)


class Own:
    """Makes a caller's client of any kind, and notes what reaches its network."""

    def __init__(self, kind):
        self.kind = kind
        self.library = httpx2 if kind.name.startswith("httpx2") else httpx
        self.client_class, self._transport = TRANSPORTS[kind.name]
        self.sent = []

    def network(self):
        return self.library.MockTransport(self._answer)

    def call(self, client):
        return self.kind.call("https://api.example", GET, transport=self._transport(client))

    def hooks(self, act):
        async def act_async(request):
            act(request)

        return {"request": [act if self.kind.run is None else act_async]}

    def _answer(self, request):
        self.sent.append([(name.lower(), value) for name, value in request.headers.raw])
        return self.library.Response(200, content=b'{"Id":7}')


@own_kinds
def test_headers_of_its_own_are_sent_unless_they_are_ours(kind):
    own = Own(kind)
    headers = [("X-Own", "1"), ("X-Own", "2"), ("X-Name", "Zoë".encode()), ("User-Agent", "x"), (SECRET_HEADER, "y")]
    assert own.call(own.client_class(transport=own.network(), headers=headers)) == Thing(id=7)
    (sent,) = own.sent
    values = {name: [value for other, value in sent if other == name] for name, _ in sent}
    assert values[b"x-own"] == [b"1", b"2"]
    assert values[b"x-name"] == ["Zoë".encode()]
    assert values[SECRET_HEADER.encode()] == [SECRET.encode()]
    assert [value.partition(b"/")[0] for value in values[b"user-agent"]] == [f"{NAME}-python".encode()]


@own_kinds
def test_a_hook_may_add_a_header_in_any_script(kind):
    own = Own(kind)
    hooks = own.hooks(lambda request: request.headers.__setitem__("X-Name", "Zoë"))
    assert own.call(own.client_class(transport=own.network(), event_hooks=hooks)) == Thing(id=7)
    assert (b"x-name", "Zoë".encode()) in own.sent[0]


@own_kinds
def test_a_way_of_its_own_to_build_requests_has_the_last_word(kind):
    own = Own(kind)
    seen = []

    class Signing(own.client_class):
        def build_request(self, *arguments, headers, **settings):
            seen.append(httpx.Headers(headers)[SECRET_HEADER])
            return super().build_request(*arguments, headers={**headers, "user-agent": "mine"}, **settings)

    assert own.call(Signing(transport=own.network())) == Thing(id=7)
    assert seen == [SECRET]
    assert [value for name, value in own.sent[0] if name == b"user-agent"] == [b"mine"]


@own_kinds
def test_a_client_that_counts_as_false_is_used_all_the_same(kind):
    own = Own(kind)
    client = type("Empty", (own.client_class,), {"__len__": lambda _: 0})(transport=own.network())
    assert own.call(client) == Thing(id=7)
    assert len(own.sent) == 1
