"""What a service answers stays out of the lines that the HTTP libraries log of our calls, and of ours alone."""

import logging

import httpx
import pytest
from sdk.errors import APIConnectionError, APIStatusError, BadRequestError
from sdk.transports import _logs

from tests.runtime.kinds import every_kind
from tests.runtime.loopback import Wire
from tests.runtime.standin import GET, KEY, SECRET, Things

COOKIE = "session-3c1d"


def echoing(peer):
    secret = SECRET.encode()
    lines = [b"Set-Cookie: a b=%s" % secret, b"Set-Cookie: {%s}=x" % secret, b"Set-Cookie: id=%s" % COOKIE.encode()]
    peer.answer(b"{}", *lines, b"X-Echo: " + KEY.encode(), status=f"400 bad {SECRET}")


def breaking(peer):
    peer.send(b"HTTP/1.1 200 OK\r\nX-\x01%s: \x00\r\n\r\n" % SECRET.encode())
    return True


@every_kind
@pytest.mark.parametrize("answer", [echoing, breaking])
def test_the_lines_of_all_libraries(kind, answer, caplog):
    caplog.set_level(1)
    with Wire(answer) as wire:
        error = kind.call(wire.base_url, GET, {"query": {"queryOptions.query": "Jane"}})
    assert type(error) is (BadRequestError if answer is echoing else APIConnectionError)
    written = caplog.text
    for hidden in (KEY, SECRET, COOKIE, "Jane"):
        assert hidden not in written
    assert "GET /api/thing/details" in written
    if kind.name != "aiohttp":
        assert "receive_response_headers.started" in written
    if answer is echoing and kind.name != "aiohttp":
        assert 'HTTP/1.1 400 Bad Request"' in written
        assert "receive_response_headers.complete return_value=(400)" in written


def test_the_lines_of_others_stay_as_they_are(caplog):
    with Wire(echoing) as wire:
        with Things(api_key=KEY, api_secret=SECRET, base_url=wire.base_url) as client, pytest.raises(BadRequestError):
            client.call(GET, query={"id": 1})
        caplog.set_level(1)
        httpx.get(f"{wire.base_url}/x?id=theirs", trust_env=False)
    assert f'/x?id=theirs "HTTP/1.1 400 bad {SECRET}"' in caplog.text
    assert COOKIE in caplog.text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("receive_response_headers.complete return_value=(201, [(b'set-cookie', b'x')])", "(201)"),
        ("receive_response_headers.complete return_value=(b'HTTP/1.1', 404, b'said', [])", "(404)"),
        ('receive_response_headers.complete return_value=(b"HTTP/1.1", 404, b"it\'s", [])', "(an answer)"),
        ("receive_response_headers.failed exception=RemoteProtocolError('x\\ny')", "exception=RemoteProtocolError"),
        ("setup_socks5_connection.started host='h' port=1 auth=(b'user', b'said')", "port=1 auth=<hidden>"),
        ("connect_tcp.started host='h' port=1", "connect_tcp.started host='h' port=1"),
        ("close.started", "close.started"),
    ],
)
def test_an_event_of_httpcore(text, kept):
    assert _logs._event(text).endswith(kept)
    assert "said" not in _logs._event(text)


def test_a_status_without_a_phrase(caplog):
    caplog.set_level(logging.INFO)
    with (
        Wire(lambda peer: peer.answer(b"{}", status=f"499 {SECRET}")) as wire,
        Things(api_key=KEY, api_secret=SECRET, base_url=wire.base_url) as client,
        pytest.raises(APIStatusError, match="499"),
    ):
        client.call(GET, query={"id": 1})
    assert SECRET not in caplog.text
    assert '"HTTP/1.1 499 "' in caplog.text
