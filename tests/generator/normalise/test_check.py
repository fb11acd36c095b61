"""What is refused before any pass runs, and in which words."""

import re

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.normalise.check import MAX_TEXT, check
from tests.generator import vendor_sample as sample


def spoilt(pointer: str, value: object) -> dict:
    """The sample with `value` at `pointer`, whose steps are parted by spaces; None removes what is there."""
    document = sample.upstream()
    *way, last = pointer.split(" ")
    holder = document
    for step in way:
        holder = holder[step]
    if value is None:
        del holder[last]
    else:
        holder[last] = value
    return document


def other(method: str, responses: object) -> dict:
    """A path with an operation of another method."""
    return {"additionalOperations": {method: {"responses": responses}}}


NEW = "paths /api/order/new post"


@pytest.mark.parametrize(
    ("pointer", "value", "sentence"),
    [
        ("paths", None, "the document has no `paths` and no `webhooks`, so there is nothing to generate; "),
        ("paths", {}, "the document has no `paths` and no `webhooks`, so there is nothing to generate; "),
        ("paths", [1], "the document has no `paths` and no `webhooks`, so there is nothing to generate; "),
        ("info title", None, "/info/title: Field required; the document breaks OpenAPI 3.0 there; "),
        (f"{NEW} responses", "none", "/paths/~1api~1order~1new/post/responses: "),
        (
            f"{NEW} operationId",
            "OrderApi_All",
            (
                "the operationId 'OrderApi_All' is that of GET /api/order/all and of POST /api/order/new; "
                "rename one and fetch the result with `--file`."
            ),
        ),
        ("paths /a", other("CONNECT", {}), "the path '/a' has an operation of the method 'CONNECT', which no client"),
        (
            "paths /a",
            other("A B", {}),
            "the path '/a' has an operation of the method 'A B', which no client",
        ),
        ("paths /a", other("COPY", 1), "/paths/~1a/additionalOperations/COPY/responses: "),
        ("paths /a", {"query": {"responses": {}, "parameters": 1}}, "/paths/~1a/query/parameters: "),
        ("paths /a/../b", {"get": {"responses": {}}}, "the path '/a/../b' has a part of dots alone, "),
        (
            "paths /elsewhere",
            {"$ref": "#/components/schemas/OrderItem"},
            "the path '/elsewhere' is a $ref; write out what it refers to.",
        ),
        (
            "components schemas OrderItem properties Title",
            {"$ref": "#/components/schemas/OrderItme"},
            (
                "/components/schemas/OrderItem/properties/Title: $ref to '#/components/schemas/OrderItme', which is "
                "not there; did it mean 'OrderItem'?"
            ),
        ),
        (
            "components schemas OrderItem properties Title",
            {"$ref": "#/components/schemas/Zzz"},
            (
                "/components/schemas/OrderItem/properties/Title: $ref to '#/components/schemas/Zzz', which is not "
                "there; fix the document and fetch it with `--file`."
            ),
        ),
        (
            "components schemas OrderItem properties Title",
            {"$ref": "file:///etc/passwd"},
            (
                "/components/schemas/OrderItem/properties/Title: $ref to 'file:///etc/passwd', which is no component "
                "of the document; a file is followed below the document's own folder, and an address where "
                "spec/sources.toml allows its origin."
            ),
        ),
        (
            "components schemas bad\u202ename",
            {"type": "object"},
            "/components/schemas: the name 'bad\\u202ename' is too long",
        ),
        (
            f"components schemas {'x' * 600}",
            {"type": "object"},
            f"/components/schemas: the name '{'x' * 40}' is too long",
        ),
        ("info description", "in\u202evisible", "/info/description: a text with the invisible character U+202E; "),
        (
            "info description",
            "x" * (MAX_TEXT + 1),
            "/info/description: a text of 20,001 characters; at most 20,000 are read.",
        ),
    ],
)
def test_refused(pointer, value, sentence):
    with pytest.raises(GeneratorError) as caught:
        check(spoilt(pointer, value), name="spec.json")
    assert str(caught.value).startswith(f"spec.json: {sentence}")
    assert "\n" not in str(caught.value)


def test_the_sample_and_the_real_document_pass_unchanged(inputs):
    document = sample.upstream()
    check(document, name="spec.json")
    assert document == sample.upstream()
    check(inputs.upstream, name="spec.json")


@pytest.mark.parametrize("text", ["x" * MAX_TEXT, "line\nline", "Größe 大"])
def test_a_long_or_foreign_text_is_none_of_the_checks_business(text):
    check(spoilt("info description", text), name="spec.json")


def test_a_reference_with_escaped_steps_is_followed():
    document = spoilt("components schemas a/b~c", {"type": "object"})
    document["components"]["schemas"]["OrderItem"]["properties"]["Title"] = {"$ref": "#/components/schemas/a~1b~0c"}
    check(document, name="spec.json")
    del document["components"]["schemas"]["a/b~c"]
    with pytest.raises(GeneratorError, match=re.escape("'#/components/schemas/a~1b~0c', which is not there")):
        check(document, name="spec.json")
