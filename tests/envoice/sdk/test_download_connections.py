"""The connections that bring files: what follows a file is nobody's, and no download outlives its end."""

import asyncio
import itertools
import json
import time

import httpx
import httpx2
import pytest
import trio
from envoice import AsyncEnvoice, Envoice, errors
from envoice.transports import AsyncHttpx2Transport, AsyncHttpxTransport, Httpx2Transport, HttpxTransport

from tests.runtime.kinds import GIVEN_UP
from tests.runtime.loopback import Wire
from tests.runtime.standin import KEY, SECRET

pytestmark = GIVEN_UP

FILE = b"%PDF-1.7\nright\n%%EOF\n"
WRONG = b"%PDF-1.7\nwrong\n%%EOF\n"
STRAY = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(WRONG), WRONG)
ACCOUNT = {"api_key": KEY, "api_secret": SECRET, "timeout": 5}


def link(peer):
    body = json.dumps({"Link": f"http://{peer.headers['host']}/file"}).encode()
    peer.answer(body, b"Content-Type: application/json")


def is_file(peer):
    return peer.line.startswith(b"GET /file")


def followed(peer):
    """Send something after the file, in the same packet."""
    if not is_file(peer):
        return link(peer)
    return peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(FILE) + FILE + STRAY)


def later(peer):
    """Send something while the connection that brought the file is idle."""
    if not is_file(peer):
        return link(peer)
    peer.answer(FILE)
    if not peer.ended.wait(0.1):
        peer.send(STRAY)
    return None


def stored(kind, library, url, folder, *, pause=0.0):
    """Download two files and return what was stored."""
    first, second = folder / "first.pdf", folder / "second.pdf"
    settings = ACCOUNT | {"base_url": url}
    if kind == "sync":
        transport = {httpx: HttpxTransport, httpx2: Httpx2Transport}[library]()
        with Envoice(transport=transport, **settings) as client:
            client.invoices.download_pdf(7, first)
            time.sleep(pause)
            client.invoices.download_pdf(7, second)
    else:
        module = trio if kind == "trio" else asyncio

        async def run():
            transport = {httpx: AsyncHttpxTransport, httpx2: AsyncHttpx2Transport}[library]()
            async with AsyncEnvoice(transport=transport, **settings) as client:
                await client.invoices.download_pdf(7, first)
                await module.sleep(pause)
                await client.invoices.download_pdf(7, second)

        module.run(run) if module is trio else module.run(run())
    return [first.read_bytes(), second.read_bytes()]


@pytest.mark.parametrize("library", [httpx, httpx2])
@pytest.mark.parametrize("kind", ["sync", "async", "trio"])
@pytest.mark.parametrize(("answer", "pause"), [(followed, 0.0), (followed, 0.5), (later, 0.5)])
def test_what_follows_a_file_is_no_other_file(kind, library, answer, pause, tmp_path):
    with Wire(answer) as wire:
        assert stored(kind, library, wire.base_url, tmp_path, pause=pause) == [FILE, FILE]
    # One for both calls, and one for each file.
    assert wire.connections == 3


@pytest.mark.parametrize("library", [httpx, httpx2])
@pytest.mark.parametrize("kind", ["sync", "async", "trio"])
def test_a_clean_connection_brings_the_next_file(kind, library, tmp_path):
    with Wire(lambda peer: peer.answer(FILE) if is_file(peer) else link(peer)) as wire:
        assert stored(kind, library, wire.base_url, tmp_path) == [FILE, FILE]
    assert wire.connections == 2


def early_hints(peer):
    if not is_file(peer):
        return link(peer)
    return peer.drip(itertools.repeat(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"))


def extensions(peer):
    if not is_file(peer):
        return link(peer)
    peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;")
    return peer.drip(itertools.repeat(b"a"))


@pytest.mark.parametrize("answer", [early_hints, extensions])
@pytest.mark.parametrize("limit", ["timeout", "deadline"])
def test_a_file_that_never_comes_is_given_up(answer, limit, tmp_path):
    settings = ACCOUNT | {limit: 1, "max_retries": 0}
    with Wire(answer) as wire, Envoice(base_url=wire.base_url, **settings) as client:
        with pytest.raises(errors.APITimeoutError):
            client.invoices.download_pdf(7, tmp_path / "a.pdf")
        assert list(tmp_path.iterdir()) == []
