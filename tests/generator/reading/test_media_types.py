"""What a media type means is the same for what is sent, for what comes, and for the runtime that does both."""

import pytest

from sdkwright import media, readings
from sdkwright.runtime._http import media as runtime
from sdkwright.stubs.exchange import Asked

JSON = ("application/json", "text/json", "application/x-json", "text/x-json", "application/json-patch", "image/json")
JSON += ("application/problem+json", "application/json-patch+json", "application/vnd.x.v1+json")
OTHER = ("application/xml", "text/plain", "application/jsonp", "application/json5", "json", "", "application/pdf")


@pytest.mark.parametrize("name", [*JSON, *OTHER, *sorted(media.LINES)])
def test_what_is_json_is_one_rule(name):
    is_json = name in JSON
    assert (media.family(name) == "json", readings.reading(name) == "json", runtime.is_json(name)) == (is_json,) * 3


@pytest.mark.parametrize("name", [*JSON, *OTHER, *sorted(media.LINES), "application/json-seq", "text/event-stream"])
def test_what_comes_item_by_item_is_one_rule(name):
    kind = readings.reading(name)
    found = (runtime.is_lines(name), runtime.is_sequence(name), runtime.is_stream(name))
    assert found == (kind == "lines", kind == "sequence", kind in readings.STREAMS)


@pytest.mark.parametrize(
    ("content_type", "ends"),
    [
        ("multipart/form-data; boundary=a-b", "--a-b"),
        ('Multipart/Form-Data; charset=utf-8; Boundary="a b"', "--a b"),
    ],
)
def test_the_parts_of_any_client_are_read(content_type, ends):
    lines = [
        ends,
        'content-disposition:form-data; name="one"',
        "",
        "1",
        ends,
        'Content-Disposition: form-data; name="two"; filename="%22.txt"',
        "Content-Type:  text/plain ",
        "",
        "a",
        "--",
        f"{ends}--",
        "",
    ]
    body = "\r\n".join(lines).encode()
    one, two = Asked.of("POST", "/", [("Content-Type", content_type)], body).parts
    assert (one.name, one.filename, one.content_type, one.content) == ("one", None, None, b"1")
    assert (two.name, two.filename, two.content_type, two.content) == ("two", '".txt', "text/plain", b"a\r\n--")
    assert Asked.of("POST", "/", [("Content-Type", "text/plain; boundary=a-b")], body).parts == ()
