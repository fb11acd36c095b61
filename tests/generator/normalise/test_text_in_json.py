"""What a document calls a file within JSON is text there, and stays a file in forms and where it is a whole body."""

import pytest

from sdkwright.ir import Scalar
from tests.generator.normalise.shapes import TEXT, Shaped, ref, thing

FILE = TEXT | {"format": "binary"}
SCHEMAS = {"Shower": thing(kind=FILE, art=ref("Art")), "Art": FILE, "Photo": thing(file=FILE, name=TEXT)}


def shaped(answered, *, posted=None, media_type="application/json"):
    body = {"requestBody": {"content": {media_type: {"schema": posted}}}} if posted else {}
    answers = {"200": {"description": "", "content": {"application/json": {"schema": answered}}}}
    return Shaped(SCHEMAS, {"/rain": {"post": {"responses": answers} | body}})


def types(found, name):
    return {field.wire: field.type for field in found.model(name).fields}


def test_it_is_text_in_an_answer_and_told():
    found = shaped(ref("Shower"))
    assert types(found, "Shower") == {"kind": Scalar("string"), "art": Scalar("string")}
    assert "read as text" in found.told["Shower.kind"]


@pytest.mark.parametrize(("media_type", "expected"), [("application/json", ""), ("multipart/form-data", "binary")])
def test_what_stands_in_a_form_too_stays_a_file(media_type, expected):
    found = shaped(ref("Photo"), posted=ref("Photo"), media_type=media_type)
    assert types(found, "Photo")["file"] == Scalar("string", expected)


def test_a_whole_answer_stays_bytes():
    [operation] = shaped(ref("Art")).api.operations
    assert operation.success.content.type == Scalar("string", "binary")
