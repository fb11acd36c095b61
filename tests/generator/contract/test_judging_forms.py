"""Forms are judged as they are sent, and not where openapi-core cannot read them."""

import json
from urllib.parse import quote

import pytest

from sdkwright.contract.judging import Judge
from sdkwright.contract.recording import Exchange
from sdkwright.stubs.exchange import Answer, Asked

TEXT = {"type": "string"}
LISTS = {"type": "array", "items": {"type": "array", "items": TEXT}}
OBJECTS = {"type": "array", "items": {"type": "object", "properties": {"a": TEXT}}}
GIVEN = {"type": "array", "items": TEXT, "readOnly": True}
PARTS, FIELDS = "multipart/form-data", "application/x-www-form-urlencoded"
UNREAD = "a form with objects or lists in a list"


def judged(kind, field, sent, encoding=None):
    """What is said of a form of a text and of another field, of which there is a part for each of some texts."""
    schema = {"type": "object", "properties": {"name": TEXT, "field": field}}
    about = {"schema": schema} | ({"encoding": {"field": {"contentType": encoding}}} if encoding else {})
    posted = {"requestBody": {"content": {kind: about}}, "responses": {"200": {"description": "It"}}}
    found = {"openapi": "3.0.3", "info": {"title": "Zoo", "version": "1"}, "paths": {"/cats": {"post": posted}}}
    pairs = [("name", "Tom"), *(("field", text) for text in sent)]
    asked = Asked.of("POST", "/cats", [("content-type", f"{kind}; boundary=x")], _body(kind, pairs))
    return Judge(found).request("/cats", Exchange(asked, Answer(200), "stub"))


def _body(kind, pairs):
    if kind == FIELDS:
        return "&".join(f"{name}={quote(text)}" for name, text in pairs).encode()
    parts = [f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n' for name, text in pairs]
    return ("".join(parts) + "--x--\r\n").encode()


@pytest.mark.parametrize(
    ("kind", "field", "sent"), [(PARTS, LISTS, ["a"]), (FIELDS, LISTS, ["a"]), (FIELDS, OBJECTS, {"a": "b"})]
)
def test_a_form_with_lists_or_objects_in_a_list_is_not_judged(kind, field, sent):
    assert judged(kind, field, [json.dumps(sent)]).unjudged == UNREAD


def test_it_is_judged_where_openapi_core_reads_it():
    as_json = "application/json"
    found = [
        (judged(PARTS, OBJECTS, [json.dumps({"a": text})]), judged(PARTS, LISTS, [json.dumps([text])], as_json))
        for text in ("b", 1)
    ]
    assert [(one.unjudged, len(one.problems)) for pair in found for one in pair] == [("", 0)] * 2 + [("", 1)] * 2


@pytest.mark.parametrize("kind", [PARTS, FIELDS])
def test_a_list_that_only_the_service_gives_is_told_where_it_is_sent(kind):
    assert judged(kind, GIVEN, []).problems == ()
    assert judged(kind, GIVEN, ["a"]).problems != ()
