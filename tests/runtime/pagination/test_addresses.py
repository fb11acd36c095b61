"""Addresses of pages: followed within the origin that the client asks, and never with credentials to another one."""

import logging
from urllib.parse import parse_qsl, urlsplit

import pytest
from sdk._http.operation import Operation
from sdk._http.parameters import Parameter
from sdk.errors import PaginationError
from sdk.pagination import _addresses
from sdk.pagination._addresses import next_link

from tests.runtime.pagination.forwards import LIST, URL, Service, ids_of, pager, things
from tests.runtime.standin import BASE_URL, KEY, SECRET

both = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
HERE = f"{BASE_URL}/api/things?p=2"


def leading(*urls):
    """A service whose pages lead to addresses in turn."""
    return Service(lambda query, number: things([number], url=urls[number - 1] if number <= len(urls) else None))


def asked(service):
    return [request.url.removeprefix(BASE_URL) for request in service.sent]


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        (HERE, "/api/things?p=2"),
        (HERE.upper().replace("/API/THINGS?P", "/api/things?p"), "/api/things?p=2"),
        ("https://api.example:443/api/things?p=2", "/api/things?p=2"),
        ("\\\\evil.example/things", "/api/%5C%5Cevil.example/things"),
        ("http://api.example/api/things?p=2", "/api/things?p=2"),
        ("//api.example/other", "/other"),
        ("/elsewhere/things?p=2", "/elsewhere/things?p=2"),
        ("../v2/things?p=2", "/v2/things?p=2"),
        ("?p=2#here", "/api/things?p=2"),
        ("  /api/things?q=a+b%2Bc&q=&r  ", "/api/things?q=a+b%2Bc&q=&r"),
        ("/api/things?name=größe x", "/api/things?name=gr%C3%B6%C3%9Fe%20x"),
    ],
)
def test_an_address_of_the_same_origin_is_followed_as_it_is_written(url, followed):
    service = leading(url)
    assert ids_of(pager(service, URL)) == [1, 2]
    assert service.sent[1].url == f"{BASE_URL}{followed}"
    assert service.sent[1].headers == service.sent[0].headers


@both
@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.evil/api/things",
        "https://evil.example/api/things?p=2",
        "//evil.example/api/things",
        "https://api.example:8443/api/things",
        "http://api.example:8080/api/things",
        "https://api.example@evil.example/",
        "https://user:word@api.example/api/things",
    ],
)
def test_no_other_origin_is_ever_asked_and_the_error_says_so_after_the_page_was_given(url, asynchronous, caplog):
    service = leading(url)
    with pytest.raises(PaginationError, match=r"^things\.list: the next page is said to be at|is no address of http"):
        assert ids_of(pager(service, URL, asynchronous=asynchronous))
    assert [request.url.partition("/api/")[0] for request in service.sent] == [BASE_URL] * len(service.sent)
    assert all("evil" not in urlsplit(request.url).netloc for request in service.sent)
    steps = pager(leading("https://evil.example/"), URL).pages()
    assert [item.id for item in next(steps)] == [1]
    with pytest.raises(PaginationError) as caught:
        next(steps)
    assert str(caught.value) == (
        "things.list: the next page is said to be at https://evil.example, and this client asks https://api.example; "
        "the credentials go nowhere else, so it is not followed."
    )
    with caplog.at_level(logging.WARNING):
        assert pager(leading("https://evil.example/"), URL).page().next_position is None
    assert "the next page is said to be at https://evil.example" in caplog.text


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc/passwd", "/a\nb", "https://[::1", "https://a:b/", "x" * 70_000],
)
def test_what_is_no_address_is_an_error(url):
    with pytest.raises(PaginationError, match=r"is no address of http or https|is said to be at"):
        ids_of(pager(leading(url), URL))


def test_keys_that_an_address_quotes_are_signed_anew_and_other_quotes_are_not_followed(monkeypatch):
    monkeypatch.setattr(_addresses, "_KEYS", frozenset({"key"}))
    service = leading(f"{HERE}&key={KEY}&%6Bey=old", f"{HERE}&token={SECRET}")
    with pytest.raises(PaginationError, match=r"^things\.list: the address of the next page quotes the credentials"):
        ids_of(pager(service, URL))
    assert asked(service) == ["/api/things", "/api/things?p=2"]


def test_what_the_client_adds_to_every_query_is_there_once():
    service = leading(f"{HERE}&version=3", "/api/things?p=3")
    assert ids_of(pager(service, URL, client={"query": {"version": "3"}})) == [1, 2, 3]
    assert [parse_qsl(urlsplit(request.url).query) for request in service.sent] == [
        [("version", "3")],
        [("p", "2"), ("version", "3")],
        [("p", "3"), ("version", "3")],
    ]


def test_headers_of_parameters_are_sent_with_each_page_and_values_of_the_path_are_not_shown():
    parameters = (
        Parameter("owner", "owner", "path", str, required=True),
        Parameter("edition", "X-Edition", "header", str),
    )
    operation = Operation(
        name="things.owned", method="GET", path="/owners/{owner}", result=LIST.result, parameters=parameters
    )
    service, seen = leading("?p=2", "/owners/number-7?p=3"), []
    values = {"owner": "mara", "edition": "new"}
    reading = pager(
        service, URL, operation, parameters=values, client={"on_response": lambda event: seen.append(event.url)}
    )
    assert ids_of(reading) == [1, 2, 3]
    assert asked(service) == ["/owners/mara", "/owners/mara?p=2", "/owners/number-7?p=3"]
    assert {request.headers["x-edition"] for request in service.sent} == {"new"}
    assert not any("mara" in url or "number-7" in url for url in seen)


def test_a_position_of_another_origin_is_refused_before_anything_is_sent():
    service = leading()
    reading = pager(service, URL).resume("https://evil.example/api/things")
    with pytest.raises(PaginationError, match="the credentials go nowhere else"):
        reading.page()
    assert service.sent == []


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ('<https://a/b?p=2>; rel="next"', "https://a/b?p=2"),
        ("<?p=2>;rel=next", "?p=2"),
        ('<?p=1>; rel="prev", <?p=3>; rel="next", <?p=9>; rel="last"', "?p=3"),
        ('<?p=1>; title="a, <b>; rel=next", <?p=3>; rel="NEXT"', "?p=3"),
        ('<?p=3>; title="say \\"next\\""; REL = "last next"', "?p=3"),
        ('<?p=3>; rel="prev"; rel="next"', None),
        ('<?p=3>; rel="next"; anchor="#other"', None),
        ("<?p=2>; rel=nextpage", None),
        ("<>; rel=next", None),
        ("?p=2; rel=next", None),
        ("<?p=2", None),
        ("", None),
        ("<a,b>;rel=next", "a,b"),
        (",, <a>; broken==, <b>; rel=next", "b"),
        ("<a>;rel=next" + " " * 50_000 + ";" * 10_000, "a"),
        ("<a>" * 30_000, None),
        ('<a>;x="' + "\\" * 60_000, None),
    ],
)
def test_a_link_header_is_read_as_its_standard_says(header, found):
    assert next_link(header) == found
