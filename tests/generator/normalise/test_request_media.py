"""The media types of a request's body: the best by rule, others where the same arguments can be sent in them."""

import pytest

from sdkwright import media
from sdkwright.normalise.passes.request_media import choose_request_media
from tests.generator import vendor_sample as sample
from tests.generator.vendor_sample import get

THING = {"$ref": "#/components/schemas/Thing"}
PHOTO = {"$ref": "#/components/schemas/Photo"}
TEXT = {"type": "string"}
BYTES = {"type": "string", "format": "binary"}
FILE = {"$ref": "#/components/schemas/File"}
SCHEMAS = {
    "Thing": {"type": "object", "properties": {"name": TEXT}},
    "Photo": {"type": "object", "properties": {"file": {"type": "array", "items": FILE}}},
    "File": BYTES,
    "List": {"type": "array", "items": TEXT},
}


def chosen(**content):
    """The media types that are kept, with their schemas, and what is told."""
    content = {name: {} if schema is None else {"schema": schema} for name, schema in content.items()}
    document = sample.document({"/a": get(requestBody={"content": content})}, schemas=SCHEMAS)
    context = sample.context()
    choose_request_media(document, context)
    kept = document["paths"]["/a"]["get"]["requestBody"]["content"]
    return {name: about.get("schema") for name, about in kept.items()}, context.ledger.told.get("GET /a body", "")


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ({"application/json": THING}, {"application/json": THING}),
        ({"text/json": THING, "application/*+json": THING, "application/json": THING}, {"application/json": THING}),
        (
            {"application/vnd.a.v2+json": THING, "application/json": THING},
            {"application/json": THING, "application/vnd.a.v2+json": THING},
        ),
        (
            {"multipart/form-data": THING, "application/x-www-form-urlencoded": THING},
            {"application/x-www-form-urlencoded": THING, "multipart/form-data": THING},
        ),
        ({"application/xml": THING, "application/json": THING}, {"application/json": THING}),
        ({"application/json": THING, "application/x-www-form-urlencoded": THING}, {"application/json": THING}),
        (
            {"application/json": THING, "multipart/form-data": THING},
            {"application/json": THING, "multipart/form-data": THING},
        ),
        ({"image/png": None, "image/jpeg": None}, {"image/png": BYTES, "image/jpeg": BYTES}),
        ({"application/octet-stream": BYTES, "text/csv": TEXT}, {"text/csv": TEXT, "application/octet-stream": BYTES}),
        ({"text/plain; charset=latin-1": TEXT}, {"text/plain; charset=latin-1": TEXT}),
        ({"application/json-patch+json": {"type": "array", "items": THING}},) * 2,
        ({"application/merge-patch+json": {}}, {"application/merge-patch+json": {}}),
    ],
)
def test_what_says_all_is_not_told(content, kept):
    found, told = chosen(**content)
    assert [*found.items()] == [*kept.items()]
    assert told == ""


@pytest.mark.parametrize(
    ("content", "kept", "told"),
    [
        ({"*/*": THING}, {"application/json": THING}, "'*/*' is read as application/json"),
        ({"nonsense": THING}, {"application/json": THING}, "'nonsense' is read as application/json"),
        ({"nonsense": None}, {"application/octet-stream": BYTES}, "'nonsense' is read as application/octet-stream"),
        ({"a/b\r\nx": None}, {"application/octet-stream": BYTES}, "'a/b\\r\\nx' is read as application/octet-stream"),
        (
            {"application/json": PHOTO, "multipart/form-data": PHOTO},
            {"multipart/form-data": PHOTO},
            (
                "application/json has no place for bytes, so multipart/form-data is sent; "
                "application/json is not offered beside multipart/form-data, whose arguments it cannot carry"
            ),
        ),
        (
            {"application/json": THING, "application/octet-stream": BYTES},
            {"application/json": THING},
            "application/octet-stream is not offered beside application/json, whose arguments it cannot carry",
        ),
        (
            {"application/xml": THING},
            {"application/xml": TEXT},
            "application/xml is sent as text that the caller writes",
        ),
        (
            {"multipart/form-data": None},
            {"multipart/form-data": {"type": "object"}},
            "multipart/form-data has no schema of an object, so its fields may be any",
        ),
        (
            {"multipart/x-mixed-replace; boundary=x": THING},
            {"multipart/form-data": THING},
            "multipart/x-mixed-replace is sent as multipart/form-data",
        ),
        (
            {"application/json": THING, "text/json": {"$ref": "#/components/schemas/List"}},
            {"application/json": THING},
            "text/json is not offered beside application/json, whose arguments it cannot carry",
        ),
        ({"image/png": None, "*/*": None}, {"image/png": BYTES}, "*/* is not offered beside image/png"),
    ],
)  # fmt: skip
def test_what_is_read_as_less_is_told(content, kept, told):
    assert chosen(**content) == (kept, told)


def test_an_enum_of_a_media_type_that_goes_is_in_the_ledger():
    enum = {"type": "string", "enum": ["a"]}
    content = {"application/json": {"schema": enum}, "text/xml": {"schema": dict(enum)}}
    context = sample.context()
    choose_request_media(sample.document({"/a": get(requestBody={"content": content})}), context)
    assert [(entry.upstream, entry.outcome) for entry in context.ledger] == [("GET /a body text/xml", "dropped")]


@pytest.mark.parametrize(
    ("written", "essence", "family"),
    [
        ("Application/JSON; charset=UTF-8", "application/json", "json"),
        ('text/plain; format="a; b"', "text/plain", "text"),
        ("application/hal+json", "application/hal+json", "json"),
        ("application/atom+xml", "application/atom+xml", "text"),
        ("application/pdf", "application/pdf", "bytes"),
        ("application/json; x", "", "bytes"),
        ("json", "", "bytes"),
        ("a/b/c", "", "bytes"),
        ("text/plain\n", "text/plain", "text"),
        ("text/plain;\x00", "", "bytes"),
        ("", "", "bytes"),
    ],
)
def test_media_types(written, essence, family):
    assert (media.essence(written), media.family(written)) == (essence, family)


@pytest.mark.parametrize(("written", "read"), media.FORM_SLIPS.items())
def test_a_form_under_a_name_that_is_no_media_type_is_the_form_that_is_meant(written, read):
    kept, told = chosen(**{written: THING})
    assert kept == {read: THING}
    assert told == f"{written} is read as {read}"
    # What has no fields is what the caller writes.
    assert list(chosen(**{written: TEXT})[0]) == [written]


def test_what_is_no_parameter_of_a_media_type_is_left_out():
    assert chosen(**{"text/plain; utf-8": TEXT}) == ({"text/plain": TEXT}, "'text/plain; utf-8' is read as text/plain")


def test_what_is_a_media_type_goes_before_what_is_read_as_one():
    kept, told = chosen(**{"": PHOTO, "application/json": THING})
    assert kept == {"application/json": THING}
    assert told == "'' is no media type and is not offered beside others"
