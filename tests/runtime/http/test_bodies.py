"""Which media type a body is sent in, and what is sent of an optional one."""

import pytest
from msgspec import UNSET, UnsetType, field
from sdk._http.bodies import written
from sdk._http.body_field import BodyField
from sdk._http.operation import Operation
from sdk._http.uploads import Upload
from sdk._json.model import Model
from sdk.errors import EncodeError


class Remark(Model, kw_only=True):
    words: str = field(name="Words")
    stars: int | UnsetType = field(name="Stars", default=UNSET)


def body(given, content_type=None, **about):
    operation = Operation(name="things.put", method="PUT", path="/things", result=None, **about)
    return written(operation, given, content_type, asynchronous=False)


RAW = {"required": {"": "content"}, "kinds": {"": ("content", object)}}


@pytest.mark.parametrize(
    ("given", "about", "chosen", "wanted"),
    [
        (b"\xff", {"body_type": "image/png", "body_types": ("image/jpeg",)}, None, (b"\xff", "image/png")),
        (b"\xff", {"body_type": "image/png", "body_types": ("image/jpeg",)}, "image/jpeg", (b"\xff", "image/jpeg")),
        (b"\xff", {"body_type": "*/*"}, None, (b"\xff", "application/octet-stream")),
        (b"\xff", {"body_type": "*/*"}, "image/x-icon", (b"\xff", "image/x-icon")),
        (b"\xff", {"body_type": "text/*"}, None, (b"\xff", "text/plain")),
        (Upload(b"\xff", "a.png"), {"body_type": "*/*"}, None, (b"\xff", "image/png")),
        (Upload(b"\xff", content_type="image/x-icon"), {"body_type": "*/*"}, None, (b"\xff", "image/x-icon")),
        ("é", {"body_type": "text/plain"}, None, (b"\xc3\xa9", "text/plain")),
        ("é", {"body_type": "text/plain; charset=latin-1"}, None, (b"\xe9", "text/plain; charset=latin-1")),
        ("<é/>", {"body_type": "application/xml"}, None, ("<é/>".encode(), "application/xml")),
    ],
)
def test_text_and_bytes_are_sent_as_they_are(given, about, chosen, wanted):
    assert body(given, chosen, **about, **RAW) == wanted


@pytest.mark.parametrize("chosen", ["image/png\r\nx-evil: 1", "png", "", "image/gif", "text/plain"])
def test_another_media_type_is_refused(chosen):
    with pytest.raises(EncodeError, match=r"^things\.put: content_type"):
        body(b"", chosen, body_type="image/png", body_types=("image/*; q=1",), **RAW)


def test_a_media_type_outside_the_range_is_refused():
    with pytest.raises(EncodeError, match=r"'text/html' is not of image/"):
        body(Upload(b"", "a.html"), body_type="image/*", **RAW)


@pytest.mark.parametrize(
    ("text", "charset", "said"),
    [
        ("é", "ascii", "things.put: content holds text that ascii cannot write."),
        ("é", "klingon", "things.put: content has no such charset as 'klingon'."),
    ],
)
def test_a_text_that_cannot_be_written_is_refused(text, charset, said):
    with pytest.raises(EncodeError) as caught:
        body(text, body_type=f"text/plain; charset={charset}", **RAW)
    assert str(caught.value) == said


FIELDS = {
    "body_optional": True,
    "body_model": Remark,
    "body_fields": (BodyField("words", "Words", required=True), BodyField("stars", "Stars")),
}


def test_nothing_is_sent_when_nothing_is_given():
    assert body({"Words": UNSET, "Stars": UNSET}, **FIELDS) == (None, "")
    assert body(UNSET, body_type="text/plain", kinds={"": ("content", object)}) == (None, "")
    form = {"body_type": "application/x-www-form-urlencoded", "body_optional": True}
    assert body({"a": UNSET}, **form) == (None, "")
    assert body({"a": None}, **form) == (b"a=", "application/x-www-form-urlencoded")


def test_what_is_given_makes_a_whole_body():
    assert body({"Words": "Fine", "Stars": UNSET}, **FIELDS) == (b'{"Words":"Fine"}', "application/json")
    with pytest.raises(EncodeError) as caught:
        body({"Words": UNSET, "Stars": 5}, **FIELDS)
    assert str(caught.value) == "things.put: words is required; got UNSET."


def test_json_has_the_name_that_the_document_gives_it():
    assert body({"a": None}, body_type="application/merge-patch+json", kinds={"": ("body", object)}) == (
        b'{"a":null}',
        "application/merge-patch+json",
    )
    assert body(None, body_type="application/json; v=2", body_nullable=True, **RAW) == (
        b"null",
        "application/json; v=2",
    )
