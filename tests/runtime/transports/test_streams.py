"""Bodies that are read while they are sent, by every transport: their length, their repetition, their end."""

import io

import anyio
import pytest
from sdk._http.body_field import BodyField
from sdk._http.operation import Operation
from sdk._http.uploads import Upload
from sdk.errors import APIConnectionError, APIDeadlineError, APIStatusError, APITimeoutError, EncodeError

from tests.runtime.kinds import GIVEN_UP, every_kind, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire

pytestmark = GIVEN_UP

RAW = Operation(
    name="files.put",
    method="PUT",
    path="/files",
    result=None,
    idempotent=True,
    required={"": "content"},
    kinds={"": ("content", object)},
    body_type="application/octet-stream",
)
FORM = Operation(
    name="files.add",
    method="POST",
    path="/files",
    result=None,
    body_type="multipart/form-data",
    body_fields=(
        BodyField("file", "file", required=True, file=True),
        BodyField("name", 'na"me\r\n', str),
        BodyField("more", "more", file=True, many=True),
    ),
)
MORE = Operation(
    name="files.add",
    method="POST",
    path="/files",
    result=None,
    body_type="multipart/form-data",
    body_fields=(BodyField("more", "more", file=True, many=True),),
)
# More than is written, or read from a file, at once.
LONG = bytes(range(256)) * 4096


def ok(peer):
    peer.answer()


def put(kind, wire, content, operation=RAW, **settings):
    return kind.call(wire.base_url, operation, {"body": content}, **settings)


def parts(*pieces):
    yield from pieces


async def aparts(*pieces):
    for piece in pieces:
        yield piece


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "report.pdf"
    found.write_bytes(LONG)
    return found


@every_kind
def test_a_file_is_sent_with_its_length_and_closed(kind, path):
    with Wire(ok) as wire:
        assert put(kind, wire, path) is None
    assert wire.bodies == [LONG]
    assert wire.headers[0]["content-length"] == str(len(LONG))
    assert wire.headers[0]["content-type"] == "application/octet-stream"
    assert "transfer-encoding" not in wire.headers[0]


@every_kind
def test_an_open_file_is_sent_from_where_it_stands_and_stays_open(kind, path):
    with Wire(ok) as wire, path.open("rb") as file:
        file.seek(10)
        assert put(kind, wire, file) is None
        assert not file.closed
    assert wire.bodies == [LONG[10:]]
    assert wire.headers[0]["content-length"] == str(len(LONG) - 10)


@every_kind
def test_an_iterator_is_sent_in_chunks(kind):
    with Wire(ok) as wire:
        assert put(kind, wire, parts(b"one", b"", bytearray(b"two"))) is None
    assert wire.bodies == [b"onetwo"]
    assert wire.headers[0]["transfer-encoding"] == "chunked"
    assert "content-length" not in wire.headers[0]


@every_kind
def test_an_async_iterable_is_for_asynchronous_clients(kind):
    with Wire(ok) as wire:
        outcome = put(kind, wire, aparts(b"one", b"two"))
    if kind.run is not None:
        assert outcome is None
        assert wire.bodies == [b"onetwo"]
        return
    assert isinstance(outcome, EncodeError)
    assert str(outcome) == (
        "files.put: content is read asynchronously, which a synchronous client cannot do; pass bytes, a path, a file "
        "or an iterable, or use the asynchronous client."
    )
    assert wire.lines == []


@every_kind
def test_parts_have_names_types_and_a_length(kind, path):
    body = {"file": path, 'na"me\r\n': "é", "more": [Upload(b"<", 'a";\r\n.html'), io.BytesIO(b"2")]}
    with Wire(ok) as wire:
        assert put(kind, wire, body, FORM) is None
    kind_of_body, _, boundary = wire.headers[0]["content-type"].partition("; boundary=")
    assert kind_of_body == "multipart/form-data"
    assert len(boundary) == 32
    assert wire.bodies[0] == b"\r\n".join(
        [
            f"--{boundary}".encode(),
            b'Content-Disposition: form-data; name="file"; filename="report.pdf"',
            b"Content-Type: application/pdf",
            b"",
            LONG,
            f"--{boundary}".encode(),
            b'Content-Disposition: form-data; name="na%22me%0D%0A"',
            b"",
            "é".encode(),
            f"--{boundary}".encode(),
            b'Content-Disposition: form-data; name="more"; filename="a%22;%0D%0A.html"',
            b"Content-Type: text/html",
            b"",
            b"<",
            f"--{boundary}".encode(),
            b'Content-Disposition: form-data; name="more"; filename="more"',
            b"Content-Type: application/octet-stream",
            b"",
            b"2",
            f"--{boundary}--".encode(),
            b"",
        ]
    )
    assert wire.headers[0]["content-length"] == str(len(wire.bodies[0]))


def failing_once(peer, seen):
    seen.append(peer.body)
    peer.answer(status="503 Busy" if len(seen) == 1 else "200 OK")


@every_kind
@pytest.mark.parametrize("make", [lambda path: path, lambda path: path.open("rb"), lambda _: [LONG]])
def test_what_can_be_rewound_is_sent_again(kind, path, make):
    seen = []
    content = make(path)
    with Wire(lambda peer: failing_once(peer, seen)) as wire:
        assert put(kind, wire, content, max_retries=1) is None
    assert seen == [LONG, LONG]
    if isinstance(content, io.IOBase):
        content.close()


@every_kind
def test_what_cannot_be_rewound_is_not_sent_again_and_the_call_says_so(kind):
    seen = []
    with Wire(lambda peer: failing_once(peer, seen)) as wire:
        outcome = put(kind, wire, parts(b"once"), max_retries=2)
    assert isinstance(outcome, APIStatusError)
    assert "not repeated, for its body can be read only once" in str(outcome)
    assert seen == [b"once"]


@every_kind
def test_what_was_not_touched_may_be_sent_after_a_failed_connection(kind):
    with Wire(ok) as wire:
        address = wire.base_url
    outcome = kind.call(address, RAW, {"body": parts(b"once")}, max_retries=1)
    assert isinstance(outcome, APIConnectionError)
    assert outcome.attempts == 2


class BrokenError(Exception):
    pass


def breaking():
    yield b"some"
    raise BrokenError


@every_kind
def test_what_an_iterable_raises_is_raised_once_and_as_it_is(kind):
    with Wire(ok) as wire, pytest.raises(BrokenError) as caught:
        put(kind, wire, breaking(), max_retries=3)
    assert len(wire.lines) <= 1
    assert caught.value.__context__ is None


@every_kind
@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("text.pdf", None),
        (io.StringIO("text"), 'files.put: content is a file opened as text; open it with "rb".'),
        (["text"], "files.put: content gave str, where bytes belong."),
        (7, "files.put: content must be bytes, a path, a file, an iterable of bytes or an Upload; got int."),
        (None, "files.put: content is required; got None."),
    ],
)
def test_what_is_no_file_is_refused_by_name(kind, content, said):
    with Wire(ok) as wire:
        outcome = put(kind, wire, content)
    if said is None:
        # A text is what it says, in UTF-8.
        assert wire.bodies == [b"text.pdf"]
        return
    assert isinstance(outcome, EncodeError)
    assert str(outcome) == said


@every_kind
def test_a_file_that_is_not_there_is_refused_before_anything_is_sent(kind, tmp_path):
    with Wire(ok) as wire:
        outcomes = [put(kind, wire, tmp_path / "none"), put(kind, wire, tmp_path)]
    assert wire.lines == []
    assert [str(outcome).rpartition(": ")[2] for outcome in outcomes] == [
        "No such file or directory.",
        "it is a folder.",
    ]


@every_kind
def test_a_file_that_becomes_shorter_is_no_whole_body(kind, path):
    def shortening():
        path.write_bytes(b"short")
        yield b""

    with Wire(ok) as wire:
        outcome = put(kind, wire, {"more": [shortening(), path]}, MORE)
    assert isinstance(outcome, EncodeError)
    assert str(outcome) == (f"files.add: more: the file '{path}' cannot be read: it became shorter while it was sent.")
    assert len(wire.lines) <= 1


@every_kind
def test_a_peer_that_reads_nothing_is_given_up_in_time(kind):
    endless = (bytes(1 << 20) for _ in range(1 << 20))
    with Wire(ok, lambda peer: peer.stall()) as wire:
        outcome = put(kind, wire, endless, timeout=0.3)
    assert isinstance(outcome, APITimeoutError)


@every_kind
def test_the_deadline_holds_while_the_caller_brings_nothing(kind):
    async def never():
        yield b"some"
        await anyio.sleep(60)

    if kind.run is None:
        pytest.skip("nothing can interrupt an iterable of a synchronous caller")
    with Wire(ok) as wire:
        outcome = put(kind, wire, never(), deadline=0.3)
    assert isinstance(outcome, APIDeadlineError)
