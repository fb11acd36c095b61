"""Parameters outside the body, in each place and style: the bytes that are sent, and what is never sent or shown."""

import pickle
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sdk._api import DATES
from sdk._http.operation import Operation
from sdk._http.parameters import Parameter, place
from sdk._http.servers import check_base_url
from sdk.errors import ConfigurationError, EncodeError, NotFoundError
from sdk.options import RequestOptions
from sdk.transports import _httpx_request

from tests.runtime.kinds import every_kind
from tests.runtime.loopback import Wire
from tests.runtime.standin import BASE_URL, KEY, SECRET, Line, Status, Things

SECRET_VALUE = "jane-doe-4711"
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


FORM = "application/x-www-form-urlencoded"


def operation(path, *parameters, method="GET", **more):
    return Operation(name="things.find", method=method, path=path, result=None, parameters=parameters, **more)


def things(wire):
    return Things(api_key=KEY, api_secret=SECRET, base_url=wire.base_url)


def in_path(name="id", kind=object, **more):
    return Parameter(name, name, "path", kind, required=True, **more)


def written(place_, value, *, kind=object, wire="v", **more):
    """The path, the query and the headers that a value makes."""
    parameter = Parameter("v", wire, place_, kind, **more)
    path = "/a/{" + wire + "}/b" if place_ == "path" else "/a"
    return place("things.find", path, (parameter,), {"v": value})


ATTACKS = {
    "slash": ("../../admin", "..%2F..%2Fadmin"),
    "encoded slash": ("%2e%2e%2fadmin", "%252e%252e%252fadmin"),
    "backslash": ("..\\admin", "..%5Cadmin"),
    "query": ("a?b=c&d", "a%3Fb%3Dc%26d"),
    "fragment": ("a#b", "a%23b"),
    "host": ("//evil.example", "%2F%2Fevil.example"),
    "user": ("@evil.example:80", "%40evil.example%3A80"),
    "semicolon": (";v=1", "%3Bv%3D1"),
    "space": (" a ", "%20a%20"),
    "unicode": ("é…", "%C3%A9%E2%80%A6"),
    "three dots": ("...", "..."),
    "braces": ("{other}", "%7Bother%7D"),
    "long": ("x/" * 5000, "x%2F" * 5000),
}


@every_kind
def test_a_value_never_changes_the_path_that_it_stands_in(kind):
    find = operation("/v1/things/{id}/parts/{other}/", in_path("id"), in_path("other"))
    calls = [(find, {"parameters": {"id": value, "other": 7}}) for value, _ in ATTACKS.values()]
    with Wire(lambda peer: peer.answer(b"", status="204 No Content")) as wire:
        assert kind.calls(wire.base_url + "/base", *calls) == [None] * len(calls)
    assert wire.lines == [f"GET /base/v1/things/{text}/parts/7/ HTTP/1.1" for _, text in ATTACKS.values()]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", "is empty"),
        ([], "is empty"),
        (["a", ""], "is empty"),
        (".", "is made of dots alone"),
        ("..", "is made of dots alone"),
        ([".."], "is made of dots alone"),
        ("a\x00b", "holds a control character"),
        ("a\r\nX-Evil: 1", "holds a control character"),
        ("a\x7f", "holds a control character"),
        ({"a": "\n"}, "holds a control character"),
        ("\ud800", "holds text with a lone surrogate"),
        (None, "is required; got None"),
        (object(), "has the type object, which has no text form"),
        (float("nan"), "pass a finite number"),
    ],
)
def test_what_would_be_read_as_another_path_is_refused_by_name(value, said):
    with pytest.raises(EncodeError, match="id") as caught:
        place("things.find", "/a/{id}", (in_path(),), {"id": value})
    assert said in str(caught.value)
    assert "Evil" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("/a/.{id}", {"id": "."}),
        ("/a/{id}{other}/b", {"id": ".", "other": "."}),
        ("/a/.{id}?x=1", {"id": "."}),
    ],
)
def test_a_segment_of_dots_is_refused_whatever_made_it(path, values):
    parameters = tuple(in_path(name, style="label" if path.startswith("/a/{") else "") for name in values)
    with pytest.raises(EncodeError, match="alone"):
        place("things.find", path, parameters, values)


def test_a_segment_of_dots_is_refused_before_a_semicolon_too():
    parameters = (in_path("id"), in_path("other", style="label"), in_path("more", style="matrix"))
    with pytest.raises(EncodeError, match="alone"):
        place("things.find", "/a/{other}{more}", parameters[1:], {"other": ".", "more": "x"})
    values = {"id": "..;x", "other": "y", "more": "z"}
    assert place("things.find", "/a/{id}/{other}/{more}", parameters, values).path == "/a/..%3Bx/.y/;more=z"


@pytest.mark.parametrize(
    ("style", "explode", "value", "text"),
    [
        ("simple", False, ["a,b", "c d"], "a%2Cb,c%20d"),
        ("simple", True, ["a", "b"], "a,b"),
        ("simple", False, {"r": 1, "g": "x/y"}, "r,1,g,x%2Fy"),
        ("simple", True, {"r": 1, "g": "x/y"}, "r=1,g=x%2Fy"),
        ("label", False, "blue", ".blue"),
        ("label", False, ["a", "b"], ".a,b"),
        ("label", True, ["a", "b"], ".a.b"),
        ("label", True, {"r": 1, "g": 2}, ".r=1.g=2"),
        ("label", False, {"r": 1, "g": 2}, ".r,1,g,2"),
        ("matrix", False, "blue", ";v=blue"),
        ("matrix", False, ["a", "b"], ";v=a,b"),
        ("matrix", True, ["a", "b"], ";v=a;v=b"),
        ("matrix", False, {"r": 1, "g": 2}, ";v=r,1,g,2"),
        ("matrix", True, {"r": 1, "g": 2}, ";r=1;g=2"),
        ("simple", None, ["a", None, "b"], "a,b"),
    ],
)
def test_every_style_of_a_path(style, explode, value, text):
    assert written("path", value, style=style, explode=explode).path == f"/a/{text}/b"


@pytest.mark.parametrize(
    ("more", "value", "query"),
    [
        ({}, {"r": 1, "g": "a&b"}, ["r=1", "g=a%26b"]),
        ({}, Line(cost=Decimal("1.50")), ["Cost=1.50"]),
        ({"explode": False}, {"r": 1, "g": 2}, ["v=r,1,g,2"]),
        ({"explode": False}, ["a,b", 2], ["v=a%2Cb,2"]),
        ({"explode": False}, (), []),
        ({}, [{"a": 1}, Line(note="x"), [2]], ["v=%7B%22a%22%3A1%7D", "v=%7B%22Note%22%3A%22x%22%7D", "v=%5B2%5D"]),
        ({}, {"r": {"b": [1]}}, ["r=%7B%22b%22%3A%5B1%5D%7D"]),
        ({"style": "spaceDelimited"}, ["a", "b"], ["v=a%20b"]),
        ({"style": "pipeDelimited"}, ["a|b", "c"], ["v=a%7Cb%7Cc"]),
        ({"style": "pipeDelimited"}, {"r": 1}, ["v=r%7C1"]),
        ({"style": "pipeDelimited", "explode": True}, ["a", "b"], ["v=a", "v=b"]),
        (
            {"style": "deepObject"},
            {"a": {"b": True}, "c": [1, 2], "d": None},
            ["v%5Ba%5D%5Bb%5D=true", "v%5Bc%5D%5B%5D=1", "v%5Bc%5D%5B%5D=2"],
        ),
        ({"style": "deepObject"}, Line(note="x&y"), ["v%5BNote%5D=x%26y"]),
        (
            {"style": "deepObject"},
            [Line(note="x"), {"a": [1, [2]]}],
            ["v%5B0%5D%5BNote%5D=x", "v%5B1%5D%5Ba%5D%5B%5D=1", "v%5B1%5D%5Ba%5D%5B1%5D%5B%5D=2"],
        ),
        ({"media_type": "application/json"}, {"a": [1, "é"]}, ["v=%7B%22a%22%3A%5B1%2C%22%C3%A9%22%5D%7D"]),
        ({"media_type": "application/json"}, "text", ["v=%22text%22"]),
        ({"media_type": "text/plain"}, "text", ["v=text"]),
        ({"media_type": "application/vnd.x+json"}, NOON, ["v=%222026-03-20T12%3A00%3A00Z%22"]),
        (
            {"reserved": True},
            "https://a.example/?x=1&y=%2F#z+[0]",
            ["v=https://a.example/?x=1%26y=%252F%23z%2B%5B0%5D"],
        ),
        ({"style": "querystring", "media_type": FORM}, {"r": ["a b", 1], "s": "ü&"}, ["r=a+b&r=1&s=%C3%BC%26"]),
        ({"style": "querystring", "media_type": "application/json"}, {"r": "&#"}, ["%7B%22r%22%3A%22%26%23%22%7D"]),
        ({"wire": "a b[]"}, {"r": 1}, ["r=1"]),
        ({"wire": "a b[]", "explode": False}, ["x"], ["a%20b%5B%5D=x"]),
    ],
)
def test_every_style_of_a_query(more, value, query):
    assert written("query", value, **more).query == query


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 3, 20), "2026-03-20"),
        (NOON, "2026-03-20T12%3A00%3A00%2B00%3A00"),
        (time(9, 30), "09%3A30%3A00"),
        (timedelta(hours=1, seconds=1), "PT1H1S"),
        (UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        (b"\xff", "%2Fw%3D%3D"),
        (Decimal("1E+2"), "100"),
        (True, "true"),
        (10**30, str(10**30)),
        (Status.SENT, "Sent"),
        (Status.unknown("a/b"), "a%2Fb"),
    ],
)
def test_plain_values_have_one_text(value, text):
    assert written("path", value).path == f"/a/{text}/b"


@pytest.mark.parametrize(
    ("value", "more", "text"),
    [
        ("a b", {}, "a b"),
        (["a", 1], {}, "a,1"),
        ({"r": 1, "g": 2}, {}, "r,1,g,2"),
        ({"r": 1, "g": 2}, {"explode": True}, "r=1,g=2"),
        ({"r": 1}, {"media_type": "application/json"}, '{"r":1}'),
        ("", {}, ""),
    ],
)
def test_headers_are_written_as_they_are(value, more, text):
    assert written("header", value, wire="X-Trace", **more).headers == {"x-trace": text}


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\x00", "é", " a", "a ", ["a", "\n"]])
def test_what_would_end_a_header_is_refused_by_name(value):
    with pytest.raises(EncodeError, match=r"^things\.find: v must be printable ASCII text") as caught:
        written("header", value)
    assert "Evil" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "more", "text"),
    [
        ("a; b=c,%\\", {}, "v=a%3B%20b=c%2C%25%5C"),
        ("été\r\n", {}, "v=%C3%A9t%C3%A9%0D%0A"),
        ([1, 2], {}, "v=1; v=2"),
        ([1, 2], {"explode": False}, "v=1,2"),
        ({"r": 1, "g": 2}, {}, "r=1; g=2"),
    ],
)
def test_cookies_are_one_header(value, more, text):
    assert written("cookie", value, **more).headers == {"cookie": text}


def test_what_is_left_out_is_not_sent():
    parameters = [Parameter(name, name, name, str) for name in ("query", "header", "cookie")]
    assert place("a", "/a", tuple(parameters), {"header": None}) == ("/a", [], {})


@every_kind
def test_headers_of_parameters_come_before_the_callers_own(kind):
    find = operation("/a", Parameter("trace", "X-Trace", "header", str), Parameter("sid", "sid", "cookie", str))
    options = RequestOptions(headers={"x-trace": "theirs", "x-other": "theirs"})
    calls = [(find, {"parameters": given, "options": options}) for given in ({"trace": "ours", "sid": "1"}, {})]
    with Wire(lambda peer: peer.answer(b"", status="204 No Content")) as wire:
        assert kind.calls(wire.base_url, *calls) == [None, None]
    sent = [{name.lower(): value for name, value in headers.items()} for headers in wire.headers]
    assert [(one["x-trace"], one["x-other"], one.get("cookie")) for one in sent] == [
        ("ours", "theirs", "sid=1"),
        ("theirs", "theirs", None),
    ]


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"id": "x"}, "things.find: id must be an int; got a str."),
        ({"id": 1, "status": "Sen"}, "things.find: status is a text that is no value of Status"),
        ({"id": 1, "nothing": 2}, "things.find has no parameter 'nothing'."),
    ],
)
def test_values_of_the_wrong_kind_are_refused_by_name_and_never_quoted(parameters, said):
    find = operation("/a/{id}/{status}", in_path("id", int), in_path("status", Status))
    with Things(api_key=KEY, api_secret=SECRET, base_url=BASE_URL) as client, pytest.raises(EncodeError) as caught:
        client.call(find, parameters=parameters)
    assert str(caught.value).startswith(said)
    assert "'Sen'" not in str(caught.value)


@every_kind
def test_values_of_the_path_are_in_no_log_error_event_or_repr(kind, caplog):
    caplog.set_level(1)
    events = []
    find = operation("/people/{id}/{other}", in_path("id"), in_path("other"), method="GET")
    arguments = {"parameters": {"id": SECRET_VALUE, "other": SECRET_VALUE}, "query": {"q": SECRET_VALUE}}
    with Wire(lambda peer: peer.answer(b"{}", status="404 Not Found")) as wire:
        error = kind.call(
            wire.base_url, find, arguments, on_request=events.append, on_response=events.append, max_retries=1
        )
    shown = f"{wire.base_url}/people/{{id}}/{{other}}?q=***"
    assert SECRET_VALUE in wire.lines[0]
    assert isinstance(error, NotFoundError)
    assert error.url == shown
    assert [event.url for event in events] == [shown, shown]
    everything = [caplog.text, str(error), repr(error), str(events), str(pickle.loads(pickle.dumps(error)).__dict__)]
    assert SECRET_VALUE not in "".join(everything)
    assert "/people/{id}/{other}" in caplog.text


@every_kind
@pytest.mark.parametrize("media_type", ["application/json", FORM])
def test_what_is_the_whole_query_is_in_no_log_error_or_event(kind, media_type, caplog):
    caplog.set_level(1)
    events, value = [], {SECRET_VALUE: SECRET_VALUE}
    whole = Parameter("all", "all of it", "query", object, style="querystring", media_type=media_type)
    with Wire(lambda peer: peer.answer(b"{}", status="404 Not Found")) as wire:
        error = kind.call(
            wire.base_url, operation("/people", whole), {"parameters": {"all": value}}, on_request=events.append
        )
    assert SECRET_VALUE in wire.lines[0]
    assert {error.url, events[0].url} == {f"{wire.base_url}/people?all of it=***"}
    assert SECRET_VALUE not in "".join([caplog.text, str(error), repr(error), str(events)])


@every_kind
def test_where_a_redirect_leads_is_not_shown_either(kind, caplog):
    caplog.set_level(1)
    find = operation("/people/{id}", in_path("id"))
    targets = iter([f"/people/{SECRET_VALUE}/", None])

    def answer(peer):
        target = next(targets)
        status = "404 Not Found" if target is None else "307 Temporary Redirect"
        peer.answer(b"", *([] if target is None else [b"Location: " + target.encode()]), status=status)

    with Wire(answer) as wire:
        error = kind.call(wire.base_url, find, {"parameters": {"id": SECRET_VALUE}}, follow_redirects=True)
    assert len(wire.lines) == 2
    assert error.url == "http://127.0.0.1/<redirected>"
    assert SECRET_VALUE not in caplog.text + str(error) + repr(error)


def test_no_path_with_values_is_kept_beyond_its_call():
    _httpx_request._parsed.cache_clear()
    with Wire(lambda peer: peer.answer(b"", status="204 No Content")) as wire:
        with Things(api_key=KEY, api_secret=SECRET, base_url=wire.base_url) as client:
            client.call(operation("/people/{id}", in_path()), parameters={"id": SECRET_VALUE})
            client.call(operation("/people"))
        assert _httpx_request._parsed.cache_info().currsize == 1


def test_a_raw_answer_shows_the_template():
    find = operation("/people/{id}", in_path("id"))
    with Wire(lambda peer: peer.answer(b"", status="204 No Content")) as wire, things(wire) as client:
        raw = client.call_raw(find, parameters={"id": SECRET_VALUE})
    assert raw.url == f"{wire.base_url}/people/{{id}}"
    assert SECRET_VALUE not in repr(raw)


def test_a_constant_query_of_the_path_comes_first():
    find = operation("/people/{id}?kind=all", in_path("id"))
    with Wire(lambda peer: peer.answer(b"", status="204 No Content")) as wire, things(wire) as client:
        client.call(find, parameters={"id": "a?b"}, query={"q": 1})
    assert wire.lines == ["GET /people/a%3Fb?kind=all&q=1 HTTP/1.1"]


def test_a_parameter_of_the_query_cannot_be_set_by_options_too():
    find = operation("/a", Parameter("box", "box", "query", list, explode=False))
    options = RequestOptions(query={"box": "1"})
    client = Things(api_key=KEY, api_secret=SECRET, base_url=BASE_URL)
    with client, pytest.raises(ConfigurationError, match=r"'box' is a parameter of things\.find itself"):
        client.call(find, parameters={}, options=options)


def test_an_operation_goes_to_its_own_server_unless_the_caller_says_where(monkeypatch):
    find = operation("/a", server="https://other.example/v1")
    asked = []

    class Sender:
        def send(self, request):
            asked.append(request)
            raise OSError("nobody is there")

        def close(self):
            pass

    monkeypatch.setattr("sdk._http.servers.BASE_URL", "https://first.example")
    for given in ({}, {"base_url": "https://mine.example"}):
        client = Things(api_key=KEY, api_secret=SECRET, transport=Sender(), **given)
        with client, pytest.raises(OSError, match="nobody is there"):
            client.call(find)
    assert [request.url for request in asked] == ["https://other.example/v1/a", "https://mine.example/a"]


def test_plain_http_is_for_this_machine_and_for_what_the_document_names(monkeypatch):
    monkeypatch.setattr("sdk._http.servers.HTTP_ORIGINS", ("museum.example:80", "old.example:8080"))
    for url in ("http://museum.example/v1", "http://old.example:8080", "http://localhost:1"):
        assert check_base_url(url + "/") == url
    for url in ("http://old.example", "http://museum.example:81", "http://museum.example.evil.example"):
        with pytest.raises(ConfigurationError, match="would send the credentials unencrypted"):
            check_base_url(url)


@pytest.mark.parametrize(
    ("place_", "value", "sent"),
    [
        ("query", [{"n": "a&b"}, {"n": 2}], ["v=%7B%22n%22%3A%22a%26b%22%7D", "v=%7B%22n%22%3A2%7D"]),
        ("query", {"a": {"b": 1}, "c": [1, 2]}, ["a=%7B%22b%22%3A1%7D", "c=%5B1%2C2%5D"]),
        ("path", [[1, 2], 3], "/a/%5B1%2C2%5D,3/b"),
    ],
)
def test_what_is_nested_where_no_style_says_how_is_json(place_, value, sent):
    made = written(place_, value)
    assert (made.path if place_ == "path" else made.query) == sent


@pytest.mark.parametrize("value", [{}, {"x": None}, [], [None]])
def test_an_object_without_a_member_is_no_part_of_a_path(value):
    with pytest.raises(EncodeError, match="v is empty"):
        written("path", value)


@pytest.mark.skipif(DATES != "rfc3339", reason="this service's dates have no offset")
@pytest.mark.parametrize("place_", ["query", "header", "cookie", "path"])
def test_a_date_without_an_offset_is_refused_where_the_service_wants_one(place_):
    with pytest.raises(EncodeError, match="is a date without an offset from UTC"):
        written(place_, datetime(2026, 3, 20, 12))  # noqa: DTZ001 - that is what is tried
