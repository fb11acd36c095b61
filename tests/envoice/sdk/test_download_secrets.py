"""The token of a link to a PDF reaches neither a log nor the frames of what interrupts the download."""

import traceback

import pytest
from envoice import Envoice
from envoice.transports._streams import GuardedStream

from tests.runtime.loopback import Wire

ACCOUNT = {"api_key": "key-4f1d2c", "api_secret": "secret-9b7e8a"}
COOKIE = "session-3c1d"


def test_the_file_behind_a_link(caplog, tmp_path):
    token = "t0ken-of-a-link"

    def answer(peer):
        if b"token" in peer.line:
            peer.answer(b"%PDF-1.7 %%EOF", b"Set-Cookie: id=" + COOKIE.encode(), status=f"200 {token}")
        else:
            peer.answer(f'{{"Link":"{wire.base_url}/x?token={token}"}}'.encode())

    caplog.set_level(1)
    with Wire(answer) as wire, Envoice(base_url=wire.base_url, **ACCOUNT) as client:
        client.invoices.download_pdf(1, tmp_path / "a.pdf")
    assert token not in caplog.text
    assert COOKIE not in caplog.text


def test_the_link_of_a_download_that_is_interrupted(tmp_path, monkeypatch):
    token = "t0ken-of-a-link"

    def answer(peer):
        link = f'{{"Link":"{wire.base_url}/x?token={token}"}}'
        peer.answer(link.encode())

    written = GuardedStream._write

    def write(self, buffer, timeout=None):
        if token.encode() in buffer:
            raise KeyboardInterrupt
        return written(self, buffer, timeout)

    monkeypatch.setattr(GuardedStream, "_write", write)
    with (
        Wire(answer) as wire,
        Envoice(base_url=wire.base_url, **ACCOUNT) as client,
        pytest.raises(KeyboardInterrupt) as caught,
    ):
        client.invoices.download_pdf(1, tmp_path / "a.pdf")
    for frame, _ in traceback.walk_tb(caught.value.__traceback__):
        if frame.f_code.co_filename != __file__:
            assert token not in repr(frame.f_locals)
    assert not list(tmp_path.iterdir())
