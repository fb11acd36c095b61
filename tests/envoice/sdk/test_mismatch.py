"""A part of a client that belongs elsewhere is refused with its library and the way out."""

import asyncio
from datetime import timedelta

import aiohttp
import httpx
import httpx2
import pytest
from envoice import AsyncEnvoice, Credentials, Envoice
from envoice.errors import ConfigurationError
from envoice.transports import AiohttpTransport, AsyncHttpxTransport, Httpx2Transport, HttpxTransport

SECRETS = {"api_key": "key-000001", "api_secret": "secret-000001"}


class Session:
    """As that of requests, which the tests do without."""


Session.__module__ = "requests.sessions"


class Own(httpx2.Client):
    pass


async def awaited(event):
    pass


class AwaitedTransport:
    async def send(self, request):
        pass

    def close(self):
        pass


def refused(make, **arguments):
    with pytest.raises(ConfigurationError) as caught:
        make(**(SECRETS | arguments if "credentials" not in arguments else arguments))
    return str(caught.value)


@pytest.mark.parametrize(
    ("make", "client", "told"),
    [
        (
            Envoice,
            httpx2.Client,
            (
                "an httpx.Client; got an httpx2.Client: pass transport=Httpx2Transport(...), with Httpx2Transport from "
                "envoice.transports."
            ),
        ),
        (Envoice, Own, "an httpx.Client; got an httpx2.Client: pass transport=Httpx2Transport(...)"),
        (
            Envoice,
            httpx2.AsyncClient,
            "got an httpx2.AsyncClient: use AsyncEnvoice and pass transport=AsyncHttpx2Transport(",
        ),
        (Envoice, httpx.AsyncClient, "got an httpx.AsyncClient: pass it to AsyncEnvoice, or httpx.Client here."),
        (Envoice, Session, "got a requests.Session: this package does not send through that; pass httpx.Client, or "),
        (Envoice, httpx.HTTPTransport, "got an httpx.HTTPTransport: pass httpx.Client(transport=...) with it."),
        (Envoice, HttpxTransport, "got an envoice.HttpxTransport: pass it as transport=."),
        (Envoice, lambda: httpx.Client, "got the class httpx.Client: pass an instance, such as httpx.Client()."),
        (Envoice, lambda: 5, "got an int: this package does not send through that; pass httpx.Client, or leave "),
        (
            AsyncEnvoice,
            httpx2.AsyncClient,
            (
                "an httpx.AsyncClient; got an httpx2.AsyncClient: pass transport=AsyncHttpx2Transport(...), with "
                "AsyncHttpx2Transport from envoice.transports."
            ),
        ),
        (AsyncEnvoice, httpx.Client, "got an httpx.Client: pass it to Envoice, or httpx.AsyncClient here."),
        (AsyncEnvoice, httpx2.Client, "got an httpx2.Client: use Envoice and pass transport=Httpx2Transport(...)"),
        (AsyncEnvoice, AsyncHttpxTransport, "got an envoice.AsyncHttpxTransport: pass it as transport=."),
    ],
)
def test_a_client_of_another_kind_is_named_with_the_way_out(make, client, told):
    said = refused(make, http_client=client())
    assert said.startswith("http_client must be ")
    assert told in said


@pytest.mark.parametrize(
    ("make", "transport", "told"),
    [
        (Envoice, httpx.Client, "the methods of a Transport; got an httpx.Client: pass transport=HttpxTransport(...)"),
        (Envoice, httpx2.Client, "got an httpx2.Client: pass transport=Httpx2Transport(...)"),
        (Envoice, httpx.AsyncClient, "a method close; got an httpx.AsyncClient: use AsyncEnvoice and pass "),
        (Envoice, httpx.HTTPTransport, "pass it to httpx.Client(transport=...), and that to us."),
        (
            Envoice,
            AsyncHttpxTransport,
            "got an envoice.AsyncHttpxTransport: it is asynchronous, so pass it to AsyncEnvoice.",
        ),
        (Envoice, AiohttpTransport, "got an envoice.AiohttpTransport: it is asynchronous, so pass it to AsyncEnvoice."),
        (Envoice, AwaitedTransport, "a method send that is not awaited; got a "),
        (Envoice, lambda: HttpxTransport, "got the class envoice.HttpxTransport: pass an instance of it."),
        (Envoice, lambda: 5, "a method send; got an int: envoice.transports has those of this package."),
        (AsyncEnvoice, httpx.AsyncClient, "got an httpx.AsyncClient: pass transport=AsyncHttpxTransport(...)"),
        (AsyncEnvoice, Httpx2Transport, "got an envoice.Httpx2Transport: it is synchronous, so pass it to Envoice."),
    ],
)
def test_a_transport_of_another_kind_is_named_with_the_way_out(make, transport, told):
    said = refused(make, transport=transport())
    assert said.startswith("transport must have ")
    assert told in said


def test_a_session_of_aiohttp_has_a_transport():
    async def run():
        async with aiohttp.ClientSession() as session:
            way_out = "transport=AiohttpTransport(...), with AiohttpTransport from envoice.transports."
            for argument in ("http_client", "transport"):
                assert refused(AsyncEnvoice, **{argument: session}).endswith(
                    f"an aiohttp.ClientSession: pass {way_out}"
                )
                assert refused(Envoice, **{argument: session}).endswith(f": use AsyncEnvoice and pass {way_out}")

    asyncio.run(run())


def test_a_transport_refuses_the_client_of_another_library():
    for make, client, told in (
        (
            HttpxTransport,
            httpx2.Client(),
            "http_client must be an httpx.Client; got an httpx2.Client: pass transport=Httpx2T",
        ),
        (
            Httpx2Transport,
            httpx.Client(),
            "http_client must be an httpx2.Client; got an httpx.Client: pass transport=HttpxT",
        ),
        (
            AiohttpTransport,
            httpx.AsyncClient(),
            "session must be an aiohttp.ClientSession; got an httpx.AsyncClient: pass ",
        ),
    ):
        with pytest.raises(ConfigurationError) as caught:
            make(client)
        assert str(caught.value).startswith(told)


@pytest.mark.parametrize("make", [Envoice, AsyncEnvoice])
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            {"retry": 3},
            "retry must be a RetryPolicy; got an int: pass RetryPolicy(first_delay=...), or max_retries= for ",
        ),
        (
            {"timeout": httpx.Timeout(5)},
            "timeout must be a number of seconds above zero, or None for no limit; got an httpx.",
        ),
        (
            {"timeout": timedelta(seconds=5)},
            "timeout must be a number of seconds above zero, or None for no limit; got a ",
        ),
        ({"deadline": (3, 5)}, "deadline must be a number of seconds above zero, or None for no limit; got a tuple."),
        (
            {"on_request": [print]},
            "on_request must be a plain function of one argument, which is not awaited; got a list.",
        ),
        (
            {"on_response": awaited},
            "on_response must be a plain function of one argument, which is not awaited; got a cor",
        ),
        (
            {"on_deviation": {}},
            "on_deviation must be a plain function of one argument, which is not awaited; got a dict.",
        ),
        ({"clock": 5}, "clock must be a Clock; an int has no method monotonic."),
        (
            {"credentials": ("the-key", "the-secret")},
            "credentials= must be Credentials or a callable that gives them, not ",
        ),
        (
            {"credentials": Credentials},
            "credentials= must be Credentials or a callable that gives them, not the class ",
        ),
    ],
)
def test_other_parts_are_refused_with_what_was_given(make, arguments, told):
    said = refused(make, **arguments)
    assert said.startswith(told)
    assert "the-secret" not in said
