"""HTTP/2 through a caller's own httpx client, where the package h2 is installed."""

import contextlib

import pytest

pytest.importorskip("h2", reason="HTTP/2 needs the package h2 (httpx[http2])")

import h2.config
import h2.connection
import h2.events
import h2.exceptions
import httpx
from sdk import errors
from sdk._http.operation import Operation

from tests.runtime.kinds import KINDS, assert_tells_nothing, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire
from tests.runtime.pki import serving, trusting
from tests.runtime.standin import CREATE, GET, SECRET, SECRET_HEADER, Thing, ThingCreate

POST = (CREATE, {"body": ThingCreate(number="1")})


def speaking(pki, answer, asked):
    """A server of HTTP/2: `answer(connection, stream)` queues what it says to each request."""
    context = serving(pki)
    context.set_alpn_protocols(["h2"])

    def greet(peer):
        connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="ascii"))
        connection.initiate_connection()
        peer.send(connection.data_to_send())
        # What arrives after a goodbye is refused by h2.
        with contextlib.suppress(h2.exceptions.ProtocolError):
            while data := peer.some():
                for event in connection.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        asked.append(dict(event.headers))
                    elif isinstance(event, h2.events.StreamEnded):
                        answer(connection, event.stream_id)
                peer.send(connection.data_to_send())
        return True

    return Wire(None, greet=greet, tls=context)


def says(body):
    def answer(connection, stream):
        connection.send_headers(stream, [(":status", "200"), ("content-type", "application/json")])
        connection.send_data(stream, body, end_stream=True)

    return answer


def test_many_threads_share_one_connection(pki):
    asked = []
    with speaking(pki, says(b'{"Id":7}'), asked) as wire, httpx.Client(http2=True, verify=trusting(pki)) as own:
        outcomes = KINDS[0].at_once(wire.base_url, 40, http_client=own)
    assert len(outcomes) == 40
    # httpx does not keep threads apart here, and what comes of that is an error of ours.
    assert {type(one) for one in outcomes} <= {Thing, errors.APIConnectionError}
    assert len([one for one in outcomes if one == Thing(id=7)]) > 20
    assert len(asked) <= 40
    assert {headers[SECRET_HEADER] for headers in asked} == {SECRET}
    assert wire.connections < 8


@pytest.mark.parametrize("failure", [RuntimeError("dictionary changed size during iteration"), KeyError(51)])
def test_what_another_thread_disturbs_is_an_error_of_ours_and_repeated_where_that_is_safe(pki, monkeypatch, failure):
    send, disturbed = h2.connection.H2Connection.send_headers, []

    def disturbing(self, *positional, **named):
        if self.config.client_side and not disturbed.pop():
            raise failure
        return send(self, *positional, **named)

    monkeypatch.setattr(h2.connection.H2Connection, "send_headers", disturbing)
    asked = []
    with speaking(pki, says(b'{"Id":7}'), asked) as wire, httpx.Client(http2=True, verify=trusting(pki)) as own:
        disturbed += [True, False]
        assert KINDS[0].call(wire.base_url, GET, http_client=own, max_retries=1) == Thing(id=7)
        disturbed += [True, False]
        error = KINDS[0].call(wire.base_url, *POST, http_client=own, max_retries=1)
    assert type(error) is errors.APIConnectionError
    assert (error.sent, len(asked), disturbed) == (True, 1, [True])
    assert "another thread used the connection over HTTP/2" in str(error)
    assert_tells_nothing(error)


@pytest.mark.parametrize("kind", KINDS[1:3], ids=lambda kind: kind.name)
def test_many_tasks_share_one_connection(kind, pki):
    async def run():
        async with (
            httpx.AsyncClient(http2=True, verify=trusting(pki)) as own,
            kind.client(wire.base_url, http_client=own) as client,
        ):
            return [await kind.outcome(client, CREATE, body=ThingCreate()) for _ in range(5)]

    asked = []
    with speaking(pki, says(b"7"), asked) as wire:
        assert kind.run(run) == [7] * 5
    assert (len(asked), wire.connections) == (5, 1)


FAULTS = {
    "reset": lambda connection, stream: connection.reset_stream(stream, 2),
    "goodbye": lambda connection, _: connection.close_connection(1, b"debug"),
    "half": lambda connection, stream: (
        connection.send_headers(stream, [(":status", "200")]),
        connection.send_data(stream, b"{"),
        connection.reset_stream(stream, 2),
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_stream_that_breaks_is_an_error_of_ours_and_a_post_is_sent_once(pki, fault):
    asked = []
    with speaking(pki, fault, asked) as wire, httpx.Client(http2=True, verify=trusting(pki)) as own:
        error = KINDS[0].call(wire.base_url, *POST, http_client=own, max_retries=3, timeout=5)
    assert type(error) is errors.APIConnectionError
    assert (error.sent, len(asked)) == (True, 1)
    assert_tells_nothing(error)


EVENTS = Operation(
    name="things.watch",
    method="GET",
    path="/watch",
    answers=(("200", "text/event-stream", int),),
    accept="text/event-stream",
)


@pytest.mark.parametrize("ending", ["left", "reset", "whole"])
def test_a_stream_shares_the_connection_and_leaves_it_to_the_next_call(pki, ending):
    streaming, asked = pytest.importorskip("sdk.streaming"), []

    def answer(connection, stream):
        if asked[-1][":path"] != "/watch":
            return says(b'{"Id":7}')(connection, stream)
        connection.send_headers(stream, [(":status", "200"), ("content-type", "text/event-stream")])
        connection.send_data(stream, b"data: 1\n\ndata: 2\n\n", end_stream=ending == "whole")
        return connection.reset_stream(stream) if ending == "reset" else None

    with speaking(pki, answer, asked) as wire, httpx.Client(http2=True, verify=trusting(pki)) as own:
        with KINDS[0].client(wire.base_url, http_client=own) as client:
            found, error = [], None
            try:
                with client.in_parts(streaming.Stream, EVENTS) as items:
                    for item in items:
                        found.append(item)
                        if ending == "left":
                            break
            except errors.StreamError as caught:
                error = caught
            thing = client.call(GET)
        assert thing == Thing(id=7)
    assert (error is not None) is (ending == "reset")
    assert found == ([1] if ending == "left" else [1, 2] if ending == "whole" else found)
    assert wire.connections == 1
