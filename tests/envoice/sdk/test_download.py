"""Downloads: whole or not at all, bounded, without credentials, without naming the link."""

import asyncio
import contextlib
import gzip
import json
import logging
import pickle
import stat
import time
import traceback

import anyio
import httpx
import httpx2
import pytest
import trio
from envoice import AsyncEnvoice, Envoice, RequestOptions, errors
from envoice.testing import FakeClock
from envoice.transports import AsyncHttpx2Transport, AsyncHttpxTransport, Httpx2Transport, HttpxTransport

from tests.runtime.kinds import GIVEN_UP
from tests.runtime.loopback import send, serve
from tests.runtime.standin import KEY, SECRET

TOKEN = "token-5c3a"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 2000 + b"\n%%EOF\n"


@pytest.fixture(params=["sync", "async"])
def download(request):
    """Download invoice 7 from a service at a URL."""

    def run(url, path, **settings):
        account = {"api_key": KEY, "api_secret": SECRET, "base_url": url, "timeout": 5} | settings.pop("client", {})
        if request.param == "sync":
            with Envoice(**account) as client:
                return client.invoices.download_pdf(7, path, **settings)

        async def arun():
            async with AsyncEnvoice(**account) as client:
                return await client.invoices.download_pdf(7, path, **settings)

        return trio.run(arun) if request.param == "trio" else asyncio.run(arun())

    return run


def service(answer, link="/file/{token}?t={token}", before=lambda: None):
    """Serve the link at the API's path, after something else, and `answer` anywhere else."""

    def respond(handler):
        if handler.path.startswith("/api/"):
            before()
            base = f"http://127.0.0.1:{handler.server.server_address[1]}"
            target = link.format(token=TOKEN)
            target = base + target if target.startswith("/") else target
            send(handler, 200, b'{"Link":"%s"}' % target.encode())
        else:
            answer(handler)

    return serve(respond)


def give(body, status=200, **headers):
    return lambda handler: send(handler, status, body, **headers)


def chunked(body):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for start in range(0, len(body), 10_000):
            part = body[start : start + 10_000]
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(part), part))
        handler.wfile.write(b"0\r\n\r\n")

    return answer


def refused(download, url, path, kind=errors.DownloadError, **settings):
    """Download, expecting an error that tells no secret and leaves nothing behind."""
    path.write_bytes(b"before")
    with pytest.raises(kind) as caught:
        download(url, path, **settings)
    error = caught.value
    assert error.__context__ is None
    told = f"{error} {error!r} {error.__dict__!r} {''.join(traceback.format_exception(error))}"
    for secret in (TOKEN, KEY, SECRET):
        assert secret not in told
        assert secret.encode() not in pickle.dumps(error)
    assert error.operation == "invoices.download_pdf"
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == b"before"
    return str(error)


@pytest.mark.parametrize(
    "answer", [give(PDF), chunked(PDF), give(PDF, Content_Encoding="Identity"), give(PDF + b"\0" * 1000)]
)
def test_the_file_is_stored_whole(download, tmp_path, answer):
    path = tmp_path / "invoice.pdf"
    path.write_bytes(b"before")
    with service(answer) as (url, asked):
        assert download(url, str(path), signed_version=True) == path
    assert path.read_bytes().rstrip(b"\0") == PDF
    assert list(tmp_path.iterdir()) == [path]
    (api, api_headers), (file, file_headers) = asked
    assert api == "/api/invoice/pdf?id=7&signedVersion=true"
    assert api_headers["x-auth-key"] == KEY
    assert file == f"/file/{TOKEN}?t={TOKEN}"
    assert {name.lower(): value for name, value in file_headers.items()}["accept-encoding"] == "identity"
    assert not {"x-auth-key", "x-auth-secret", "authorization", "cookie"} & {name.lower() for name in file_headers}


def test_a_new_file_has_the_usual_permissions(download, tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    with service(give(PDF)) as (url, _):
        path = download(url, tmp_path / "invoice.pdf")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_an_existing_file_keeps_its_permissions(download, tmp_path, mode):
    path = tmp_path / "invoice.pdf"
    path.touch()
    path.chmod(mode)
    with service(give(PDF)) as (url, _):
        download(url, path)
    assert path.read_bytes() == PDF
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_http_goes_past_the_proxies_of_the_environment(download, tmp_path, monkeypatch):
    with serve(give(b"", 502)) as (proxy, asked):
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        with service(give(PDF)) as (url, _):
            download(url, tmp_path / "invoice.pdf")
    assert asked == []


def test_a_redirect_is_followed_without_credentials(download, tmp_path):
    with (
        serve(give(PDF)) as (other, asked),
        service(give(b"", 302, Location=f"{other}/there?t={TOKEN}")) as (url, _),
    ):
        download(url, tmp_path / "invoice.pdf")
    assert (tmp_path / "invoice.pdf").read_bytes() == PDF
    [(path, headers)] = asked
    assert path == f"/there?t={TOKEN}"
    assert not {"x-auth-key", "x-auth-secret"} & {name.lower() for name in headers}


def test_five_redirects_are_followed_and_six_are_not(download, tmp_path):
    def hops(count):
        def answer(handler):
            number = int(handler.path.rpartition("=")[2]) if "n=" in handler.path else 0
            if number < count:
                send(handler, 307, Location=f"/{TOKEN}?n={number + 1}")
            else:
                send(handler, 200, PDF)

        return answer

    with service(hops(5)) as (url, _):
        assert download(url, tmp_path / "invoice.pdf").read_bytes() == PDF
    with service(hops(6)) as (url, _):
        assert "more than 5 redirects" in refused(download, url, tmp_path / "invoice.pdf")


@pytest.mark.parametrize(
    "location",
    ["http://files.example/{}", "ftp://127.0.0.1/{}", "file:///etc/{}", "https://u:{}@h/", "http://[{}", "//"],
)
def test_a_redirect_elsewhere_than_https_is_refused(download, tmp_path, location):
    with service(give(b"", 302, Location=location.format(TOKEN))) as (url, _):
        refused(download, url, tmp_path / "invoice.pdf")


@pytest.mark.parametrize(
    "link",
    [
        "http://files.example/{token}",
        "ftp://127.0.0.1/{token}",
        "file:///{token}",
        "{token}",
        "https://{token}@h/",
        "https:///{token}",
        "http://[{token}",
        "",
    ],
)
def test_a_link_that_is_not_https_is_refused(download, tmp_path, link):
    with service(give(PDF), link=link) as (url, _):
        refused(download, url, tmp_path / "invoice.pdf")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (give(b"<!doctype html><p>Log in", Content_Type="text/html; charset=utf-8"), "text/html"),
        (give(b""), "does not start with %PDF-"),
        (give(b"%PD"), "does not start with %PDF-"),
        (give(b"{}", Content_Type="application/json"), "application/json"),
        (give(b"gone", 404), "the link answers 404"),
        (give(PDF, 206), "the link answers 206"),
        (give(gzip.compress(PDF), Content_Encoding="gzip"), "a Content-Encoding"),
        (give(PDF, Content_Encoding="gzip, identity"), "a Content-Encoding"),
    ],
)
def test_what_is_no_pdf_is_refused(download, tmp_path, answer, said):
    with service(answer) as (url, _):
        assert said in refused(download, url, tmp_path / "invoice.pdf")


@pytest.mark.parametrize("answer", [give(PDF), chunked(PDF)])
def test_what_is_too_large_is_refused(download, tmp_path, answer):
    with service(answer) as (url, _):
        told = refused(download, url, tmp_path / "invoice.pdf", max_bytes=len(PDF) - 1)
        assert f"larger than max_bytes, {len(PDF) - 1} bytes" in told
        assert download(url, tmp_path / "invoice.pdf", max_bytes=len(PDF)).read_bytes() == PDF


def test_a_truncated_file_is_refused(download, tmp_path):
    with service(give(PDF, Content_Length=str(len(PDF) + 1))) as (url, _):
        refused(download, url, tmp_path / "invoice.pdf", errors.APIConnectionError)


@pytest.mark.parametrize("kept", [len(PDF) - 7, len(PDF) // 2, 5])
def test_a_file_cut_where_its_end_is_not_told_is_refused(download, tmp_path, kept):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        with contextlib.suppress(ConnectionError):
            handler.wfile.write(PDF[:kept])

    with service(answer) as (url, _):
        assert "the file ends early" in refused(download, url, tmp_path / "invoice.pdf")


def test_an_ending_that_is_not_at_the_end_does_not_count(download, tmp_path):
    with service(give(PDF + b"x" * 1024)) as (url, _):
        assert "the file ends early" in refused(download, url, tmp_path / "invoice.pdf")


def test_a_path_that_no_file_can_have_is_refused_before_anything_is_sent(download, tmp_path):
    with service(give(PDF)) as (url, asked), pytest.raises(errors.ConfigurationError, match="NUL"):
        download(url, f"{tmp_path}/a\0b.pdf")
    assert asked == []


def test_a_file_host_that_is_down(download, tmp_path):
    with serve(give(b"")) as (gone, _):
        pass
    with service(give(PDF), link=f"{gone}/{TOKEN}") as (url, _):
        refused(download, url, tmp_path / "invoice.pdf", errors.APIConnectionError)


def test_a_file_that_cannot_be_written(download, tmp_path):
    with service(give(PDF)) as (url, _):
        with pytest.raises(errors.DownloadError, match=r"missing.* cannot be written: No such file"):
            download(url, tmp_path / "missing" / "invoice.pdf")
        (tmp_path / "folder").mkdir()
        with pytest.raises(errors.DownloadError, match="folder is a folder; name a file in it"):
            download(url, tmp_path / "folder")
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


@pytest.mark.parametrize("max_bytes", [0, -1, True, "9", 1.5])
def test_a_size_that_is_none_is_refused_before_anything_is_sent(download, tmp_path, max_bytes):
    with service(give(PDF)) as (url, asked), pytest.raises(errors.ConfigurationError, match="max_bytes"):
        download(url, tmp_path / "invoice.pdf", max_bytes=max_bytes)
    assert asked == []


def test_an_error_of_the_service_is_its_own(download, tmp_path):
    with (
        serve(give(b'{"Message":"No such invoice."}', 404)) as (url, _),
        pytest.raises(errors.NotFoundError, match="No such invoice"),
    ):
        download(url, tmp_path / "invoice.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_link_is_not_logged(download, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    with service(give(PDF)) as (url, _):
        download(url, tmp_path / "invoice.pdf")
    assert "HTTP Request" in caplog.text
    assert TOKEN not in caplog.text


def slowly(begin, pause=0.05, parts=200):
    """Send the beginning of a file, and then, after each pause, ten bytes more; it ends after ten seconds."""

    def answer(handler):
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(begin)
        for _ in range(parts):
            time.sleep(pause)
            handler.wfile.write(b"x" * 10)
        handler.wfile.write(b"%%EOF")

    return answer


def in_circles(handler):
    time.sleep(0.4)
    send(handler, 307, Location=f"/{TOKEN}")


TARDY = {
    "a trickle": slowly(b"%PDF-"),
    "nothing more": slowly(b"%PDF-" + b"x" * 100_000, pause=10, parts=1),
    "no answer": lambda handler: time.sleep(10),
    "redirects": in_circles,
}
LIMITS = {
    "timeout": ({"timeout": 1}, None),
    "timeout of the call": ({"timeout": None, "deadline": 60}, RequestOptions(timeout=1)),
    "deadline": ({"deadline": 1}, None),
    "deadline of the call": ({"deadline": 60, "timeout": None}, RequestOptions(deadline=1)),
}


@GIVEN_UP
@pytest.mark.parametrize("download", ["sync", "async", "trio"], indirect=True)
@pytest.mark.parametrize(
    ("fault", "limits"),
    [(fault, limits) for fault in TARDY for limits in LIMITS if fault == "a trickle" or "call" not in limits],
)
def test_a_file_that_takes_too_long_is_given_up(download, tmp_path, fault, limits):
    client, options = LIMITS[limits]
    kind = errors.APIDeadlineError if "deadline" in limits else errors.APITimeoutError
    said = "the deadline of 1 s has passed" if "deadline" in limits else "timeout 1 s"
    with service(TARDY[fault]) as (url, _):
        assert said in refused(download, url, tmp_path / "invoice.pdf", kind, client=client, options=options)


def test_a_call_without_limits_waits_whatever_the_client_does(download, tmp_path):
    options = RequestOptions(timeout=None, deadline=None)
    with service(slowly(b"%PDF-", parts=30)) as (url, _):
        path = download(url, tmp_path / "invoice.pdf", client={"timeout": 0.7, "deadline": 0.7}, options=options)
    assert path.read_bytes() == b"%PDF-" + b"x" * 300 + b"%%EOF"


def taking(clock, seconds, answer):
    """Let time pass on a clock before each answer of the file's host."""

    def late(handler):
        clock.advance(seconds)
        answer(handler)

    return late


@pytest.mark.parametrize("limits", [{"deadline": 30}, {"deadline": 30, "timeout": 30}, {"timeout": 15}])
def test_times_are_counted_with_the_clock_of_the_client(download, tmp_path, limits):
    clock = FakeClock()
    kind = errors.APIDeadlineError if "deadline" in limits else errors.APITimeoutError
    limits = {"timeout": None, "clock": clock} | limits
    with service(taking(clock, 20, give(PDF)), before=lambda: clock.advance(12)) as (url, _):
        refused(download, url, tmp_path / "invoice.pdf", kind, client=limits)
        # One attempt brings the link and another one the file.
        limits |= {"timeout": 25, "deadline": 33}
        assert download(url, tmp_path / "invoice.pdf", client=limits).read_bytes() == PDF


@pytest.mark.parametrize(
    ("answer", "status", "outcome"),
    [
        (give(b"", 503), 503, "unknown"),
        (give(b"", 404), 404, "refused"),
        (give(b"", 204), 204, "unknown"),
        (give(b"<html>"), 200, "unknown"),
        (give(b"%PDF-1.4 cut"), 200, "done"),
        (give(b"", 302, Location="http://h/"), 302, "unknown"),
    ],
)
def test_an_error_of_the_file_has_the_status_that_came(download, tmp_path, answer, status, outcome):
    with service(answer) as (url, _), pytest.raises(errors.DownloadError) as caught:
        download(url, tmp_path / "invoice.pdf")
    twin = pickle.loads(pickle.dumps(caught.value))
    assert (twin.status, twin.outcome) == (status, outcome)
    with service(answer, link="") as (url, _), pytest.raises(errors.DownloadError) as caught:
        download(url, tmp_path / "invoice.pdf")
    assert (caught.value.status, caught.value.outcome) == (None, "not_sent")


@pytest.mark.parametrize("link", [" {url}/file ", "\t{url}/file\r\n", "\x00{url}/file\x1f"])
def test_blanks_around_a_link_are_left_out(download, tmp_path, link):
    def answer(handler):
        base = f"http://127.0.0.1:{handler.server.server_address[1]}"
        api = handler.path.startswith("/api/")
        send(handler, 200, json.dumps({"Link": link.format(url=base)}).encode() if api else PDF)

    with serve(answer) as (url, asked):
        assert download(url, tmp_path / "invoice.pdf").read_bytes() == PDF
    assert [path for path, _ in asked][1:] == ["/file"]


def test_a_link_of_blanks_is_none(download, tmp_path):
    with service(give(PDF), link="  ") as (url, _):
        assert "answered no link" in refused(download, url, tmp_path / "invoice.pdf")


def setting_cookie(handler):
    send(handler, 200, PDF, Set_Cookie="file=1; Path=/", Connection="keep-alive")


@pytest.mark.parametrize("kind", ["sync", "async", "trio"])
def test_the_files_of_a_client_share_connections_and_no_cookies(kind, tmp_path, monkeypatch):
    made = []
    for library in (httpx.Client, httpx.AsyncClient):
        begin = library.__init__

        def note(self, *arguments, begin=begin, **settings):
            made.append(self)
            begin(self, *arguments, **settings)

        monkeypatch.setattr(library, "__init__", note)
    with service(setting_cookie) as (url, asked):
        account = {"api_key": KEY, "api_secret": SECRET, "base_url": url, "timeout": 5}
        if kind == "sync":
            with Envoice(**account) as client:
                for _ in range(5):
                    client.with_options(timeout=4).invoices.download_pdf(7, tmp_path / "a.pdf")
        else:

            async def run():
                async with AsyncEnvoice(**account) as client:
                    for _ in range(5):
                        await client.with_options(timeout=4).invoices.download_pdf(7, tmp_path / "a.pdf")

            trio.run(run) if kind == "trio" else asyncio.run(run())
    # One for the API, one for the files, both closed with the client.
    assert len(made) == 2
    assert all(one.is_closed for one in made)
    assert len(asked) == 10
    assert not any("Cookie" in headers for _, headers in asked)
    assert not any(headers.get("x-auth-key") for path, headers in asked if path.startswith("/file"))


OWN = {"headers": {"Authorization": "Bearer own", "X-Own": "1"}, "cookies": {"own": "1"}, "auth": ("me", "own")}


@pytest.mark.parametrize("library", [httpx, httpx2])
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_file_comes_through_the_callers_connections_without_what_its_client_adds(kind, library, tmp_path):
    asked, hooked = [], []

    def answer(request):
        asked.append(request)
        if request.url.host == "api.example":
            link = f"https://files.example/start?t={TOKEN}"
            return library.Response(200, json={"Link": link}, headers={"set-cookie": "api=1; Domain=example"})
        if request.url.path == "/start":
            return library.Response(302, headers={"location": "https://other.example/file", "set-cookie": "start=1"})
        return library.Response(200, content=PDF)

    async def ahook(request):
        hooked.append(request.url.host)

    network = library.MockTransport(answer)
    account = {"api_key": KEY, "api_secret": SECRET, "base_url": "https://api.example", "timeout": 5}
    path = tmp_path / "invoice.pdf"
    if kind == "sync":
        hooks = {"request": [lambda request: hooked.append(request.url.host)]}
        http = library.Client(transport=network, event_hooks=hooks, **OWN)
        transport = (HttpxTransport if library is httpx else Httpx2Transport)(http)
        with http, Envoice(transport=transport, **account) as client:
            client.invoices.download_pdf(7, path)
    else:

        async def run():
            http = library.AsyncClient(transport=network, event_hooks={"request": [ahook]}, **OWN)
            transport = (AsyncHttpxTransport if library is httpx else AsyncHttpx2Transport)(http)
            async with http, AsyncEnvoice(transport=transport, **account) as client:
                await client.invoices.download_pdf(7, path)
                assert not http.is_closed

        asyncio.run(run())
    assert path.read_bytes() == PDF
    assert hooked == ["api.example"]
    assert [request.url.host for request in asked] == ["api.example", "files.example", "other.example"]
    for request in asked[1:]:
        assert set(request.headers) <= {"host", "accept", "accept-encoding", "user-agent"}


def test_the_routes_of_the_callers_client_hold_for_the_file_host(tmp_path):
    def api(request):
        assert request.url.host == "api.example"
        return httpx.Response(200, json={"Link": "https://files.example/file"})

    mounts = {"https://files.example": httpx.MockTransport(lambda _: httpx.Response(200, content=PDF))}
    with (
        httpx.Client(transport=httpx.MockTransport(api), mounts=mounts) as http,
        Envoice(api_key=KEY, api_secret=SECRET, base_url="https://api.example", http_client=http) as client,
    ):
        assert client.invoices.download_pdf(7, tmp_path / "a.pdf").read_bytes() == PDF


def test_a_client_that_is_used_in_a_second_loop_gets_connections_of_its_own(tmp_path):
    with service(give(PDF)) as (url, _):
        client = AsyncEnvoice(api_key=KEY, api_secret=SECRET, base_url=url, timeout=5)

        async def run(close):
            await client.invoices.download_pdf(7, tmp_path / "a.pdf")
            if close:
                await client.aclose()

        asyncio.run(run(close=False))
        asyncio.run(run(close=True))
    assert (tmp_path / "a.pdf").read_bytes() == PDF


@GIVEN_UP
def test_cancelled_downloads_keep_no_connection(tmp_path):
    def slowly(handler):
        time.sleep(0.01)
        send(handler, 200, PDF)

    async def run(url):
        limits = httpx.Limits(max_connections=3)
        account = {"api_key": KEY, "api_secret": SECRET, "base_url": url, "timeout": 5}
        async with httpx.AsyncClient(limits=limits) as http, AsyncEnvoice(http_client=http, **account) as client:

            async def fetch(number):
                with anyio.move_on_after(number * 0.005):
                    await client.invoices.download_pdf(7, tmp_path / f"{number}.pdf")

            async with anyio.create_task_group() as group:
                for number in range(40):
                    group.start_soon(fetch, number)
            pool = http._transport._pool
            assert pool._requests == []
            assert not [one for one in pool._connections if not one.is_idle()]
            await client.invoices.download_pdf(7, tmp_path / "last.pdf")

    with service(slowly) as (url, _):
        asyncio.run(run(url))
    assert (tmp_path / "last.pdf").read_bytes() == PDF
    assert not list(tmp_path.glob("*.part"))
