"""A link to a PDF whose host cannot be looked up ends as an error of ours, whether it is the link or a redirect."""

import asyncio

import pytest
import trio
from envoice import AsyncEnvoice, DownloadError, Envoice

from tests.runtime.http.test_host_names import every_bad
from tests.runtime.loopback import send, serve

KEY, SECRET = "key-4f1d2c", "secret-9b7e8a"


@every_bad
@pytest.mark.parametrize("run", [None, asyncio.run, trio.run], ids=["sync", "asyncio", "trio"])
def test_the_link_of_a_pdf(run, host, tmp_path):
    def answer(handler):
        if handler.path.startswith("/file"):
            send(handler, 302, Location=f"http://{host}/y")
        else:
            send(handler, 200, answers.pop().encode())

    with serve(answer) as (url, _):
        answers = [f'{{"Link":"https://{host}/x"}}', f'{{"Link":"{url}/file"}}']
        for _ in range(2):
            with pytest.raises(DownloadError, match="the link") as caught:
                download(run, url, tmp_path / "a.pdf")
            assert caught.value.__context__ is None
    assert not list(tmp_path.iterdir())


def download(run, url, path):
    if run is None:
        with Envoice(api_key=KEY, api_secret=SECRET, base_url=url) as client:
            return client.invoices.download_pdf(1, path)

    async def stored():
        async with AsyncEnvoice(api_key=KEY, api_secret=SECRET, base_url=url) as client:
            return await client.invoices.download_pdf(1, path)

    return run(stored if run is trio.run else stored())
