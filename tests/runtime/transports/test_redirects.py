"""Redirects between real servers: not followed unless asked, never for a POST; credentials stay with their origin."""

import logging

import httpx
import pytest
from sdk import errors
from sdk.transports import HttpxTransport

from tests.runtime.kinds import assert_tells_nothing, every_kind, nothing_is_left_open  # noqa: F401 - a fixture
from tests.runtime.loopback import Wire, send, serve
from tests.runtime.standin import CREATE, GET, KEY, KEY_HEADER, SECRET, SECRET_HEADER, Thing, ThingCreate, Things

THING = b'{"Id":7}'
SIGNED = (KEY, SECRET)
UNSIGNED = (None, None)


def signs(wire):
    return [(headers.get(KEY_HEADER), headers.get(SECRET_HEADER)) for headers in wire.headers]


def paths(wire):
    return [line.split()[1] for line in wire.lines]


def sends(*locations, status="302 Found", last=THING):
    """An answer that redirects to one location after the other and then gives the thing."""
    rest = list(locations)

    def answer(peer):
        if rest:
            peer.answer(b"", b"Location: " + rest.pop(0).encode(), status=status)
        else:
            peer.answer(last)

    return answer


@every_kind
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_unless_asked(kind, status):
    with Wire(sends()) as elsewhere, Wire(sends(elsewhere.base_url, status=f"{status} -")) as wire:
        error = kind.call(wire.base_url)
    assert isinstance(error, errors.APIStatusError)
    assert error.status == status
    assert (signs(wire), elsewhere.lines) == ([SIGNED], [])
    assert_tells_nothing(error)


@every_kind
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_get_is_followed_when_asked(kind, status):
    with Wire(sends("/there?x=1", status=f"{status} -")) as wire:
        assert kind.call(wire.base_url, follow_redirects=True) == Thing(id=7)
    assert (paths(wire), signs(wire)) == (["/api/thing/details", "/there?x=1"], [SIGNED, SIGNED])


@every_kind
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_post_is_never_followed(kind, status):
    call = (CREATE, {"body": ThingCreate(number="1")})
    with Wire(sends()) as elsewhere, Wire(sends(elsewhere.base_url, status=f"{status} -")) as wire:
        error = kind.call(wire.base_url, *call, follow_redirects=True, max_retries=3)
    assert error.status == status
    assert (len(wire.lines), elsewhere.lines) == (1, [])


@every_kind
def test_the_credentials_stay_with_their_origin(kind):
    """Another port is another origin, and so is another name of the same host; back home they are sent again."""

    def answer(peer):
        sends(back.pop(0))(peer)

    with Wire(answer) as elsewhere, Wire(sends(f"{elsewhere.base_url}/1", "/2", f"{elsewhere.base_url}/3")) as wire:
        back = [f"{wire.base_url}/home", f"//localhost:{wire.address[1]}/other-name"]
        assert kind.call(wire.base_url, follow_redirects=True) == Thing(id=7)
    assert paths(elsewhere) == ["/1", "/3"]
    assert signs(elsewhere) == [UNSIGNED, UNSIGNED]
    assert paths(wire) == ["/api/thing/details", "/home", "/2", "/other-name"]
    assert signs(wire) == [SIGNED, SIGNED, SIGNED, UNSIGNED]


@every_kind
def test_a_refusal_elsewhere_is_not_taken_for_one_of_the_credentials(kind):
    with (
        Wire(lambda peer: peer.answer(b"", status="401 Unauthorized")) as elsewhere,
        Wire(sends(elsewhere.base_url)) as wire,
    ):
        error = kind.call(wire.base_url, follow_redirects=True, max_retries=3)
    assert isinstance(error, errors.AuthenticationError)
    assert signs(elsewhere) == [UNSIGNED]
    assert_tells_nothing(error)


@every_kind
def test_redirects_in_circles_end(kind):
    with Wire(lambda peer: peer.answer(b"", b"Location: /again", status="302 Found")) as wire:
        error = kind.call(wire.base_url, follow_redirects=True, max_retries=3)
    assert error.status == 302
    assert len(wire.lines) == 6
    assert_tells_nothing(error)


@every_kind
def test_five_redirects_are_followed(kind):
    with Wire(sends("/1", "2", "./3", "../4", "?5")) as wire:
        assert kind.call(wire.base_url, follow_redirects=True) == Thing(id=7)
    assert paths(wire) == ["/api/thing/details", "/1", "/2", "/3", "/4", "/4?5"]


NOWHERE = pytest.mark.parametrize(
    "location",
    [
        "http://[",
        "http://host:0/",
        "http://host:99999/",
        "http://user:pass@127.0.0.1:9/",
        "//user@127.0.0.1:9/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "http://127.0.0.1:9/\x7f",
        "http://h\xfc.example/",
    ],
)


@every_kind
@NOWHERE
def test_a_location_that_leads_nowhere_is_not_followed(kind, location):
    with Wire(lambda peer: peer.answer(b"", b"Location: " + location.encode("latin-1"), status="302 Found")) as wire:
        error = kind.call(wire.base_url, follow_redirects=True, max_retries=3)
    # httpx takes some of these for a broken answer, which is asked for again.
    assert isinstance(error, errors.APIStatusError | errors.APIConnectionError)
    assert set(paths(wire)) == {"/api/thing/details"}
    assert_tells_nothing(error)


@every_kind
@NOWHERE
def test_a_post_is_sent_once_wherever_a_redirect_leads(kind, location):
    call = (CREATE, {"body": ThingCreate(number="1")})
    with Wire(lambda peer: peer.answer(b"", b"Location: " + location.encode("latin-1"), status="302 Found")) as wire:
        error = kind.call(wire.base_url, *call, follow_redirects=True, max_retries=3)
    assert isinstance(error, errors.APIStatusError | errors.APIConnectionError)
    assert getattr(error, "sent", True)
    assert len(wire.lines) == 1
    assert_tells_nothing(error)


@every_kind
def test_a_redirect_without_a_location_is_an_answer(kind):
    with Wire(lambda peer: peer.answer(b"", status="302 Found")) as wire:
        error = kind.call(wire.base_url, follow_redirects=True)
    assert error.status == 302


@every_kind
def test_a_location_with_spaces_is_followed_quoted(kind):
    with Wire(sends("/a b?c d")) as wire:
        assert kind.call(wire.base_url, follow_redirects=True) == Thing(id=7)
    assert paths(wire)[1] in {"/a%20b?c%20d", "/a%20b?c+d"}


def test_what_a_clients_own_connections_add_stays_with_the_origin():
    """Neither headers nor cookies of a caller's httpx client go where a redirect leads."""
    with (
        serve(lambda handler: send(handler, 200, b'{"Id":5}')) as (there, asked_there),
        serve(lambda handler: send(handler, 302, Location=f"{there}{GET.path}")) as (here, asked_here),
    ):
        own = httpx.Client(headers={"Authorization": "Bearer t0ken", "X-Own": "1"}, cookies={"session": "s3ssion"})
        client = Things(api_key=KEY, api_secret=SECRET, base_url=here, http_client=own, follow_redirects=True)
        with own, client:
            assert client.call(GET, query={"id": 5}).id == 5
    assert asked_here[0][1]["Authorization"] == "Bearer t0ken"
    told = repr(asked_there)
    for secret in ("t0ken", "s3ssion", "X-Own", KEY, SECRET):
        assert secret not in told


def test_the_codec_of_http2_writes_no_credential_to_its_log(caplog):
    hpack = pytest.importorskip("hpack")
    caplog.set_level(logging.DEBUG)
    HttpxTransport().close()
    hpack.Encoder().encode(
        [(KEY_HEADER.encode(), KEY.encode()), (SECRET_HEADER.encode(), SECRET.encode()), (b"accept", b"a/b")]
    )
    assert "hpack" in {record.name.partition(".")[0] for record in caplog.records}
    assert KEY not in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize("base_url", ["https://api.example", "HTTPS://api.example", "Https://api.example/"])
@pytest.mark.parametrize("first", [None, "HTTPS://other.example/there"])
def test_a_redirect_never_leads_down_to_http_however_https_is_written(base_url, first):
    asked = []

    def answer(request):
        asked.append(str(request.url))
        location = first if first is not None and len(asked) == 1 else "http://127.0.0.1:9/there"
        return httpx.Response(302, headers={"location": location})

    own = httpx.Client(transport=httpx.MockTransport(answer))
    with Things(
        api_key=KEY, api_secret=SECRET, base_url=base_url, http_client=own, follow_redirects=True, max_retries=0
    ) as client:
        assert client.base_url == "https://api.example"
        with pytest.raises(errors.APIStatusError) as caught:
            client.call(GET, query={"id": 1})
    assert caught.value.status == 302
    assert len(asked) == (1 if first is None else 2)
