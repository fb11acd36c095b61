"""Unions are judged as a form has them, by names that a mapping may have, and not where nothing can be read."""

import pytest

from sdkwright.contract.judging import Judge
from sdkwright.contract.recording import Exchange
from sdkwright.stubs.exchange import Answer, Asked

TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
CAT = {"type": "object", "required": ["kind", "lives"], "properties": {"kind": TEXT, "lives": WHOLE}}
FIELDS = {
    "count": {"oneOf": [WHOLE, {"type": "boolean"}]},
    "cat": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, WHOLE]},
    "names": {"oneOf": [{"type": "array", "items": TEXT}, WHOLE]},
}
FORM = "application/x-www-form-urlencoded"


def document(kind="application/json"):
    animal = {"oneOf": [{"$ref": "#/components/schemas/Cat"}], "discriminator": {"propertyName": "kind"}}
    animal["discriminator"]["mapping"] = {"cat": "Cat"}
    return {
        "openapi": "3.0.3",
        "info": {"title": "Zoo", "version": "1"},
        "paths": {
            "/cats": {
                "post": {
                    "requestBody": {"content": {FORM: {"schema": {"type": "object", "properties": FIELDS}}}},
                    "responses": {"200": {"description": "It", "content": {kind: {"schema": animal}}}},
                }
            }
        },
        "components": {"schemas": {"Cat": CAT}},
    }


def exchange(body=b"", answer=b'{"kind": "cat", "lives": 9}', kind="application/json"):
    headers = (("content-type", FORM),) if body else ()
    return Exchange(Asked.of("POST", "/cats", headers, body), Answer(200, (("Content-Type", kind),), answer), "stub")


@pytest.mark.parametrize("body", [b"count=3", b"count=true", b"cat=%7B%22lives%22%3A9%7D", b"cat=3", b"names=a"])
def test_a_field_of_a_form_is_what_one_of_several_is_written_as(body):
    assert Judge(document()).request("/cats", exchange(body)).problems == ()


@pytest.mark.parametrize("body", [b"count=many", b"cat=%5B%5D", b"cat=Tom"])
def test_what_none_of_several_is_written_as_is_told(body):
    assert Judge(document()).request("/cats", exchange(body)).problems != ()


def test_a_mapping_may_have_the_name_of_a_schema_alone():
    assert Judge(document()).answer("/cats", exchange()).problems == ()
    assert Judge(document()).answer("/cats", exchange(answer=b'{"kind": "cat"}')).problems != ()


def test_a_stream_of_several_kinds_is_not_judged():
    kind = "text/event-stream"
    judgement = Judge(document(kind)).answer("/cats", exchange(answer=b"data: {}\n\n", kind=kind))
    assert judgement.unjudged == "a text that is declared as something else"


@pytest.mark.parametrize(
    "other", [{"type": "object", "properties": {"size": WHOLE}}, {"$ref": "#/components/schemas/Cat"}]
)
def test_a_parameter_that_may_be_an_object_among_others_is_not_judged(other):
    assert asked_with({"oneOf": [WHOLE, other]}).unjudged == "a parameter of style form"


def test_a_discriminator_of_a_parameter_is_none_of_what_it_may_be():
    judgement = asked_with({"oneOf": [WHOLE, TEXT], "discriminator": {"propertyName": "kind"}})
    assert (judgement.unjudged, judgement.problems) == ("", ())


def asked_with(schema):
    page = {"name": "page", "in": "query", "explode": True, "style": "form", "schema": schema}
    listed = {"get": {"parameters": [page], "responses": {"200": {"description": "All"}}}}
    asked = Asked.of("GET", "/cats?page=2", [], b"")
    return Judge(document() | {"paths": {"/cats": listed}}).request("/cats", Exchange(asked, Answer(200), "stub"))
