"""Answers of every kind over a socket: streams that break off, files, several successes, errors typed by status."""

import asyncio
import contextlib
import importlib
import inspect
import json
import os
import sys
import threading

import pytest

from tests.runtime.loopback import Wire

NAME = "copy_shop"
KINDS = ("sync", "async", "aiohttp")
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n%s\r\n\r\n"
CHUNKED = b"Transfer-Encoding: chunked"


@pytest.fixture
def made(make):
    return make(NAME)


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


def run(made, kind, base_url, use, **settings):
    """What `use` gives of a client of a kind; `use` is a pair of functions, sync and async."""
    if kind == "sync":
        with made.client(base_url=base_url, max_retries=0, **settings) as client:
            return use[0](client)

    async def main():
        transport = {"transport": made.module("transports").AiohttpTransport()} if kind == "aiohttp" else {}
        async with made.client(asynchronous=True, base_url=base_url, max_retries=0, **transport, **settings) as client:
            return await use[1](client)

    return asyncio.run(main())


def reading(call):
    """Reads a stream to its end, or to its error: the items and the error."""

    def sync(client):
        found = []
        try:
            with call(client) as items:
                found.extend(items)
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return found, error
        return found, None

    async def awaited(client):
        found = []
        try:
            async with call(client) as items:
                async for item in items:
                    found.append(item)  # noqa: PERF401 - what came before an error counts
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return found, error
        return found, None

    return sync, awaited


def calling(call):
    """What a call gives, or its error."""

    def sync(client):
        try:
            return call(client)
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error

    async def awaited(client):
        try:
            return await call(client)
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error

    return sync, awaited


def watch(client):
    return client.jobs.watch(number=7)


@pytest.fixture
def wire():
    with contextlib.ExitStack() as stack:

        def serve(*parts, close=True, head=b"text/event-stream"):
            def answer(peer):
                peer.send(HEAD % (head, CHUNKED), *map(chunk, parts))
                if not close:
                    peer.send(b"0\r\n\r\n")
                return close

            return stack.enter_context(Wire(answer))

        yield serve


EVENTS = (
    b"\xef\xbb\xbf: hello\r\nid: 1\r",
    b'\ndata: {"page":\r\ndata: 1}\r\n\r\nevent: done\ndata: {"pa',
    b'ge": 2}\n\n\n: ping\n\nretry: 1500\ndata: {"page": 3}\n\ndata: cut',
)


@pytest.mark.parametrize("kind", KINDS)
def test_events_are_read_as_the_standard_says_and_what_is_cut_is_none(made, wire, kind):
    server = wire(*EVENTS, close=False)
    found, error = run(made, kind, server.base_url, reading(watch))
    assert error is None
    assert [item.page for item in found] == [1, 2, 3]
    assert server.headers[0]["accept"] == "text/event-stream"
    assert server.headers[0]["accept-encoding"] == "identity"


@pytest.mark.parametrize("kind", KINDS)
def test_a_stream_that_breaks_off_is_an_error_of_its_own_and_not_repeated(made, wire, kind):
    server = wire(*EVENTS)
    found, error = run(made, kind, server.base_url, reading(watch))
    assert [item.page for item in found] == [1, 2, 3]
    assert type(error) is made.package.StreamError
    assert (error.received, error.status, error.sent, error.outcome) == (3, 200, True, "unknown")
    assert error.message.startswith("jobs.watch: the answer broke off: ")
    assert error.__cause__ is error.__context__ is None
    assert len(server.lines) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_stream_that_falls_silent_ends_in_time(made, kind):
    def answer(peer):
        peer.send(HEAD % (b"text/event-stream", CHUNKED), chunk(b'data: {"page": 1}\n\n'))
        peer.stall()
        return True

    with Wire(answer) as server:
        found, error = run(
            made, kind, server.base_url, reading(lambda client: watch(client).with_limits(idle=0.2)), timeout=20
        )
    assert [item.page for item in found] == [1]
    assert type(error) is made.package.StreamError
    assert "nothing came for 0.2 s" in error.message


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_that_is_too_large_ends_the_stream(made, wire, kind):
    server = wire(b"data: " + b"x" * 2000, close=False)
    found, error = run(made, kind, server.base_url, reading(lambda client: watch(client).with_limits(largest=1000)))
    assert (found, type(error)) == ([], made.package.StreamError)
    assert "larger than 1000 bytes" in error.message


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_that_is_something_else_is_named_by_its_place(made, wire, kind):
    server = wire(b'data: {"page": 1}\n\ndata: {"page": "two"}\n\n', close=False)
    found, error = run(made, kind, server.base_url, reading(watch))
    assert ([item.page for item in found], type(error)) == ([1], made.package.DecodeError)
    assert (error.path, error.body) == ("[1].page", b'{"page": "two"}')


@pytest.mark.parametrize("kind", KINDS)
def test_a_stream_that_never_began_is_the_error_of_its_status(made, kind):
    def answer(peer):
        peer.answer(b'{"number": 7}', b"Content-Type: application/json", status="404 Not Found")

    with Wire(answer) as server:
        found, error = run(made, kind, server.base_url, reading(watch))
    assert (found, type(error)) == ([], made.package.NotFoundError)
    assert error.as_type(made.package.Missing).number == 7


@pytest.mark.parametrize("kind", KINDS)
def test_lines_come_one_by_one_the_last_without_an_end(made, wire, kind):
    server = wire(b'{"text": "a"}\r\n\n{"te', b'xt": "b"}\n{"text": "c"}', close=False, head=b"application/x-ndjson")
    found, error = run(made, kind, server.base_url, reading(lambda client: client.jobs.read_log(number=7)))
    assert error is None
    assert [item.text for item in found] == ["a", "b", "c"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_stream_that_is_left_gives_its_connection_up_and_the_next_call_is_served(made, kind):
    def answer(peer):
        if b"/jobs/watch" in peer.line:
            peer.send(HEAD % (b"text/event-stream", CHUNKED), chunk(b'data: {"page": 1}\n\n'))
            peer.stall()
            return True
        return peer.answer(b"7", b"Content-Type: text/plain")

    def sync(client):
        for _ in range(3):
            with watch(client) as items:
                assert next(items).page == 1
                assert items.status == 200
        return client.shop.get_uptime()

    async def awaited(client):
        for _ in range(3):
            async with watch(client) as items:
                assert (await anext(items)).page == 1
                assert items.status == 200
        return await client.shop.get_uptime()

    with Wire(answer) as server:
        assert run(made, kind, server.base_url, (sync, awaited)) == "7"


def test_events_have_names_and_ids(made, wire):
    server = wire(*EVENTS, close=False)
    with made.client(base_url=server.base_url) as client, watch(client) as items:
        found = [(event.name, event.id, event.retry, event.data.page) for event in items.events()]
    assert found == [("message", "1", None, 1), ("done", "1", None, 2), ("message", "1", 1.5, 3)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_stream_at_once(made, wire, kind):
    server = wire(*EVENTS[:2], b'ge": 2}\n\ndata: [DONE]\n\n', close=False)
    raw = run(made, kind, server.base_url, calling(lambda client: client.jobs.with_raw_response.watch(number=7)))
    assert [item.page for item in raw.parse()] == [1, 2]


def proof(client):
    return client.jobs.with_streaming_response.get_proof(number=7)


FILE = b"%PDF-1.4 " + bytes(range(256)) * 5000


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_stored_whole(made, kind, tmp_path):
    target = tmp_path / "proof.pdf"
    target.write_bytes(b"old")

    def answer(peer):
        peer.answer(FILE, b"Content-Type: application/pdf", b"X-Pages: 3")

    with Wire(answer) as server:
        stored = run(made, kind, server.base_url, calling(lambda client: proof(client).download_to(target)))
        whole = run(made, kind, server.base_url, calling(lambda client: client.jobs.get_proof(number=7)))
    assert (stored, target.read_bytes(), whole) == (target, FILE, FILE)
    assert [path.name for path in tmp_path.iterdir()] == ["proof.pdf"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("how", ["short", "late", "large", "nowhere"])
def test_a_file_that_does_not_come_whole_changes_nothing(made, kind, tmp_path, how):
    target = tmp_path / ("missing/proof.pdf" if how == "nowhere" else "proof.pdf")
    if how != "nowhere":
        target.write_bytes(b"old")

    def answer(peer):
        length = len(FILE) + (how in {"short", "late"})
        peer.send(HEAD % (b"application/pdf", b"Content-Length: %d" % length), FILE)
        if how == "late":
            peer.stall()
        return True

    use = calling(
        lambda client: (
            proof(client).with_limits(idle=0.2).download_to(target, max_bytes=100 if how == "large" else None)
        )
    )
    with Wire(answer) as server:
        error = run(made, kind, server.base_url, use)
    wanted = made.package.StreamError if how in {"short", "late"} else made.package.DownloadError
    assert type(error) is wanted, error
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([] if how == "nowhere" else [b"old"])


def answering(status, body, kind="application/json", headers=()):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    def answer(peer):
        lines = [f"Content-Type: {kind}".encode()] if kind else []
        peer.answer(content, *lines, *headers, status=status)

    return Wire(answer)


SECRET = "the-token"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("call", "status", "body", "media", "wanted"),
    [
        ("submit", "200 OK", {"number": 1}, "application/json", "Job"),
        ("submit", "202 Accepted", {"place": 4}, "application/json", "Queued"),
        ("submit", "204 No Content", b"", "", None),
        ("get_page", "200 OK", b"\x89PNG\0", "image/jpeg", bytes),
        ("get_page", "204 No Content", b"", "", None),
        ("cancel", "200 OK", b"done", "text/plain", None),
        ("export", "200 OK", "id;name\r\n1;J\xfcrgen\r\n".encode("latin-1"), "text/csv; charset=ISO-8859-1", str),
        (
            "get_ticket",
            "200 OK",
            '<?xml version="1.0" encoding="UTF-16"?><a>é</a>'.encode("utf-16"),
            "application/xml",
            str,
        ),
        ("get_attachment", "200 OK", {"any": [1]}, "application/problem+json", dict),
        ("get_attachment", "200 OK", b"plain", "text/plain", str),
        ("get_attachment", "200 OK", b"\0\1", "application/zip", bytes),
    ],
)
def test_what_comes_decides_among_the_successes(made, kind, call, status, body, media, wanted):
    arguments = {} if call == "export" else {"number": 7}
    use = calling(lambda client: getattr(client.jobs, call)(**arguments))
    with answering(status, body, media) as server:
        value = run(made, kind, server.base_url, use)
    if wanted is None:
        assert value is None
    else:
        assert type(value) is (getattr(made.package, wanted) if isinstance(wanted, str) else wanted), value
    if call == "export":
        assert value == "id;name\r\n1;Jürgen\r\n"
    if call == "get_ticket":
        assert value.endswith("<a>é</a>")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("call", "body", "media"),
    [
        ("get_proof", b"<html>Sign in</html>", "text/html"),
        ("get_proof", {"error": "none"}, "application/json"),
        ("export", b"<html>Sign in</html>", "text/html"),
        ("export", b"\xff\xff\xff", "text/csv"),
        ("export", b"a", "text/csv; charset=nobody"),
        ("submit", b"<html>", "text/html"),
    ],
)
def test_what_is_something_else_is_a_decode_error(made, kind, call, body, media):
    arguments = {} if call == "export" else {"number": 7}
    use = calling(lambda client: getattr(client.jobs, call)(**arguments))
    with answering("200 OK", body, media) as server:
        assert type(run(made, kind, server.base_url, use)) is made.package.DecodeError


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("status", "body", "media", "wanted"),
    [
        ("404 Not Found", {"number": 9}, "application/json", "Missing"),
        ("409 Conflict", {"reason": "printed"}, "application/json", "Refusal"),
        ("500 Oops", {"title": "Jam", "detail": "Tray 2"}, "application/problem+json", "Trouble"),
        ("404 Not Found", {"title": "Gone"}, "application/problem+json", "Problem"),
        ("404 Not Found", b"<html>", "text/html", None),
        ("404 Not Found", b"", "", None),
        ("500 Oops", b'{"title": ', "application/json", None),
    ],
)
def test_an_error_has_the_type_of_its_status(made, kind, status, body, media, wanted):
    use = calling(lambda client: client.jobs.get(number=7))
    with answering(status, body, media) as server:
        error = run(made, kind, server.base_url, use)
    assert error.status == int(status[:3])
    assert type(error.data).__name__ == (wanted or "NoneType")
    problem = made.module("problems").Problem
    if media == "application/problem+json":
        assert error.as_type(problem).title == body["title"]
        assert body["title"] in error.message
    else:
        assert error.as_type(problem) is None


def test_a_secret_stays_hidden_in_the_data_of_an_error(made):
    with answering("409 Conflict", {"reason": f"bad token {SECRET}"}) as server:
        error = run(made, "sync", server.base_url, calling(lambda client: client.jobs.get(number=7)))
    assert SECRET not in error.data.reason
    assert "<hidden>" in error.data.reason
    assert SECRET not in repr(error.__dict__)


@pytest.mark.parametrize("kind", KINDS)
def test_headers_of_an_answer_are_read_as_what_they_declare(made, kind):
    headers = (b"X-Total: 12", b"X-As-Of: 2026-01-05T08:00:00Z", b"X-Odd: many")
    use = calling(lambda client: client.jobs.with_raw_response.list())
    with answering("200 OK", [], headers=headers) as server:
        raw = run(made, kind, server.base_url, use)
    assert (raw.header("x-total", int), raw.header("X-Odd", int), raw.header("X-None")) == (12, None, None)
    datetime = importlib.import_module("datetime")
    assert raw.header("X-As-Of", datetime.datetime) == datetime.datetime(2026, 1, 5, 8, tzinfo=datetime.UTC)


@pytest.mark.parametrize("kind", KINDS)
def test_declared_headers_have_names_and_types(made, kind):
    declared = made.module("resources.jobs")
    headers = (b"x-total: 12", b"X-As-Of: soon")
    with answering("200 OK", [], headers=headers) as server:
        raw = run(made, kind, server.base_url, calling(lambda client: client.jobs.with_raw_response.list()))
    found = raw.headers
    assert (type(found), found.x_total, found.x_as_of) == (declared.JobsListHeaders, 12, None)
    assert (found["X-TOTAL"], raw.header("x-total", int), "X-None" in found, raw.parse()) == ("12", 12, False, [])
    assert repr(found) == f"<JobsListHeaders, {len(found)} headers>"
    assert repr(raw).startswith("<RawResponse jobs.list 200")
    assert declared.JobsListHeaders(raw).x_total == 12


@pytest.mark.parametrize("resource", ["Jobs", "AsyncJobs"])
def test_what_a_raw_method_gives_is_said_with_its_headers(made, resource):
    declared = made.module("resources.jobs")
    method = getattr(declared, f"{resource}Raw").list
    assert "HeadedResponse[list[copy_shop.models.Job], copy_shop.resources.jobs.JobsListHeaders]" in str(
        inspect.signature(method).return_annotation
    )


def test_declared_headers_of_a_file_are_read_before_it(made, tmp_path):
    declared = made.module("resources.jobs")
    with answering("200 OK", b"%PDF", headers=(b"X-Pages: 3",), kind="application/pdf") as server:

        def store(client):
            with client.jobs.with_streaming_response.get_proof(number=1) as answer:
                return declared.JobsGetProofHeaders(answer).x_pages, b"".join(answer)

        assert run(made, "sync", server.base_url, (store, None)) == (3, b"%PDF")


def test_a_fake_answers_each_of_them(made):
    package, testing = made.package, made.module("testing")
    fake = testing.FakeService(
        {
            "jobs.submit": package.Queued(place=3),
            "jobs.get_proof": b"%PDF",
            "jobs.export": "id",
            "jobs.watch": [package.Progress(page=1), package.Progress(page=2)],
            "jobs.get_page": None,
        }
    )
    with fake.client() as client:
        assert client.jobs.submit(number=1) == package.Queued(place=3)
        assert (client.jobs.get_proof(number=1), client.jobs.export()) == (b"%PDF", "id")
        assert [item.page for item in watch(client)] == [1, 2]
        assert client.jobs.get_page(number=1) is None
        assert client.jobs.cancel(number=1) is None
    with pytest.raises(package.ConfigurationError, match=r"jobs\.get_proof answers bytes, which 'text' is not"):
        fake.answer("jobs.get_proof", "text")


def test_the_command_line_stores_files_and_writes_streams_by_lines(made, stubs, tmp_path, capfdbinary, monkeypatch):
    monkeypatch.setenv("COPY_SHOP_TOKEN", "the-token")
    monkeypatch.setenv("COPY_SHOP_BASE_URL", stubs(NAME).base_url)
    run_command = made.module("cli._run").run
    target = tmp_path / "proof.pdf"
    assert run_command(["jobs", "get-proof", "--number", "7", "--output", str(target)]) == 0
    assert capfdbinary.readouterr().out.decode().strip() == str(target)
    assert target.read_bytes().startswith(b"%PDF")
    assert run_command(["jobs", "get-proof", "--number", "7", "--output", str(target)]) == 2
    assert b"--output: " in capfdbinary.readouterr().err
    assert run_command(["jobs", "get-proof", "--number", "7"]) == 0
    assert capfdbinary.readouterr().out == target.read_bytes()
    assert run_command(["jobs", "watch", "--number", "7"]) == 0
    lines = capfdbinary.readouterr().out.splitlines()
    assert [sorted(json.loads(line)) for line in lines] == [["page", "state"]] * 3
    assert run_command(["jobs", "watch", "--number", "7", "--dry-run"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"GET ")


def test_the_command_line_asks_for_a_media_type(made, stubs, tmp_path, capfdbinary, monkeypatch):
    monkeypatch.setenv("COPY_SHOP_TOKEN", "the-token")
    monkeypatch.setenv("COPY_SHOP_BASE_URL", stubs(NAME).base_url)
    run_command = made.module("cli._run").run
    asked, target = ["jobs", "export", "--accept", "application/pdf"], str(tmp_path / "jobs.pdf")
    assert run_command([*asked, "--dry-run"]) == 0
    assert b"\naccept: application/pdf\n" in capfdbinary.readouterr().out
    assert run_command([*asked, "--output", target]) == 0
    assert (tmp_path / "jobs.pdf").read_bytes().startswith(b"%PDF")
    capfdbinary.readouterr()
    assert run_command(["jobs", "export", "--accept", "text/csv"]) == 0
    shown = capfdbinary.readouterr().out
    assert run_command(["jobs", "export"]) == 0
    assert (capfdbinary.readouterr().out, b"%PDF" in shown) == (shown, False)
    assert run_command(["jobs", "export", "--output", target, "--force"]) == 0
    assert not (tmp_path / "jobs.pdf").read_bytes().startswith(b"%PDF")
    capfdbinary.readouterr()
    assert run_command(["jobs", "export", "--accept", "text/html"]) == 2
    assert b"'text/html' is not one of 'text/csv', 'application/pdf'" in capfdbinary.readouterr().err


def advise(client):
    return client.jobs.advise_stream(number=7, question="Gloss?")


@pytest.mark.parametrize("kind", KINDS)
def test_json_or_a_stream_by_two_methods_that_ask_for_their_own(made, kind):
    def answer(peer):
        if peer.headers["accept"] == "text/event-stream":
            return peer.answer(b'data: {"word": "no"}\n\ndata: [DONE]\n\n', b"Content-Type: text/event-stream")
        return peer.answer(b'{"text": "no"}', b"Content-Type: application/json")

    with Wire(answer) as server:
        whole = run(
            made, kind, server.base_url, calling(lambda client: client.jobs.advise(number=7, question="Gloss?"))
        )
        found, error = run(made, kind, server.base_url, reading(advise))
    assert (whole, found, error) == (made.package.Advice(text="no"), [made.package.Word(word="no")], None)
    assert server.lines == ["POST /jobs/advice?number=7 HTTP/1.1"] * 2
    assert server.bodies == [b'{"question":"Gloss?"}'] * 2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("call", "media", "said"),
    [
        (watch, "text/html", "text/html is not text/event-stream"),
        (advise, "application/json", "application/json is not text/event-stream"),
        (lambda client: client.jobs.read_log(number=7), "text/html", "text/html is not application/x-ndjson"),
    ],
)
def test_a_stream_that_is_a_page_or_a_document_is_no_empty_stream(made, kind, call, media, said):
    with answering("200 OK", b"<html>", media) as server:
        found, error = run(made, kind, server.base_url, reading(call))
    assert (found, type(error)) == ([], made.package.DecodeError)
    assert said in error.message


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("status", "media"), [("200 OK", "text/html"), ("200 OK", "application/json"), ("204 No Content", "")]
)
def test_what_is_no_file_is_not_stored(made, kind, tmp_path, status, media):
    target = tmp_path / "proof.pdf"
    target.write_bytes(b"old")
    with answering(status, b"" if "204" in status else b"{}", media) as server:
        error = run(made, kind, server.base_url, calling(lambda client: proof(client).download_to(target)))
    assert type(error) is (made.package.DecodeError if media else made.package.DownloadError)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_only_a_file_is_replaced(made, kind, tmp_path):
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    (tmp_path / "into").symlink_to("folder")
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    with answering("200 OK", b"%PDF", "application/pdf") as server:
        for name, said in [("fifo", "no regular file"), ("folder", "is a folder"), ("into", "is a folder")]:
            use = calling(lambda client, name=name: proof(client).download_to(tmp_path / name))
            error = run(made, kind, server.base_url, use)
            assert type(error) is made.package.ConfigurationError
            assert said in str(error)
        assert server.lines == []
        run(made, kind, server.base_url, calling(lambda client: proof(client).download_to(tmp_path / "link")))
    assert (tmp_path / "real").read_bytes() == b"old"
    assert not (tmp_path / "link").is_symlink()
    assert (tmp_path / "link").read_bytes() == b"%PDF"


def test_a_status_without_a_body_gives_none_whatever_is_declared(made):
    with answering("204 No Content", b"", "") as server:
        assert run(made, "sync", server.base_url, calling(lambda client: client.jobs.forget(number=7))) is None


@pytest.mark.parametrize(
    ("body", "media", "wanted"), [(b"", "", b""), (b"abc", "", b"abc"), (b"abc", ";;;", b"abc"), (b"", "text/a", "")]
)
def test_what_says_no_type_where_anything_may_come_is_bytes(made, body, media, wanted):
    use = calling(lambda client: client.jobs.get_attachment(number=7))
    with answering("200 OK", body, media) as server:
        assert run(made, "sync", server.base_url, use) == wanted


@pytest.mark.parametrize("charset", ["idna", "PunyCode", "unicode_escape", "raw-unicode-escape", "undefined", "hex"])
def test_codecs_of_python_alone_are_no_charsets(made, charset):
    with answering("200 OK", b"xn--a-", f"text/csv; charset={charset}") as server:
        error = run(made, "sync", server.base_url, calling(lambda client: client.jobs.export()))
    assert type(error) is made.package.DecodeError
    assert "a charset that nobody knows" in error.message


ODD = b'data: {"page": 1, "odd": 2}\n\ndata: {"page": 2, "state": "x", "odd": 2}\n\ndata: {"page": "x"}\n\n'


@pytest.mark.parametrize("kind", [*KINDS, "whole"])
def test_items_are_inspected_as_whole_answers_are(made, kind):
    told = []

    def all_at_once(client):
        return client.jobs.with_raw_response.watch(number=7).parse()

    use = calling(all_at_once) if kind == "whole" else reading(watch)
    with answering("200 OK", ODD, "text/event-stream") as server:
        found = run(made, "sync" if kind == "whole" else kind, server.base_url, use, on_deviation=told.append)
    assert [(one.operation, one.path, one.kind.value) for one in told if one.path != "[*].state"] == [
        ("jobs.watch", "[*].odd", "unknown field"),
        ("jobs.watch", "[*].odd", "unknown field"),
        ("jobs.watch", "[*].page", "decode failure"),
    ]
    assert (found if kind == "whole" else found[1]).path == "[2].page"


def test_threads_that_share_a_stream_share_its_items(made):
    body = b"".join(b'data: {"page": %d}\n\n' % page for page in range(300))
    pages, interval = [], sys.getswitchinterval()
    with answering("200 OK", body, "text/event-stream") as server, made.client(base_url=server.base_url) as client:
        items = watch(client)
        threads = [threading.Thread(target=lambda: pages.extend(item.page for item in items)) for _ in range(4)]
        sys.setswitchinterval(1e-6)
        try:
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        finally:
            sys.setswitchinterval(interval)
    assert sorted(pages) == [*range(300)]
