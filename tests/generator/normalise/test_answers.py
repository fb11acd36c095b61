"""What is left of the answers: which media type is read, and as what; nothing else of them is lost in silence."""

import pytest

from sdkwright.normalise.passes.answers import plain_answers
from sdkwright.normalise.passes.keywords import keep_known_keywords
from sdkwright.readings import is_media_type, reading
from tests.generator import vendor_sample as sample
from tests.generator.vendor_sample import get, refused

TEXT, BYTES = {"type": "string"}, {"type": "string", "format": "binary"}
NOTE = {"$ref": "#/components/schemas/Note"}


def left(content):
    """What the pass leaves of the content of an answer, and what it tells."""
    document, context = sample.document({"/a": get(responses={"201": {"content": content}})}), sample.context()
    plain_answers(document, context)
    told = [line for line in context.ledger.markdown().splitlines() if line.startswith("| `GET /a response 201`")]
    return document["paths"]["/a"]["get"]["responses"]["201"].get("content"), told


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("application/json", "json"),
        ("application/vnd.api+JSON; version=1", "json"),
        ("text/json", "json"),
        ("application/problem+json", "json"),
        ("*/*", "any"),
        ("application/*", "any"),
        ("text/csv", "text"),
        ("application/xml", "text"),
        ("application/atom+xml", "text"),
        ("application/x-yaml", "text"),
        ("text/event-stream", "events"),
        ("application/x-ndjson", "lines"),
        ("application/jsonl", "lines"),
        ("application/json-seq", "sequence"),
        ("application/pdf", "bytes"),
        ("image/*", "bytes"),
        ("image/svg+xml", "text"),
        ("application/vnd.nobody.knows", "bytes"),
    ],
)
def test_how_a_media_type_is_read(media_type, kind):
    assert (is_media_type(media_type), reading(media_type)) == (True, kind)


@pytest.mark.parametrize("text", ["access_token", "json", "a/b/c", "", "text/", "/x", "te xt/a", "text/a b"])
def test_what_is_no_media_type(text):
    assert not is_media_type(text)


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ({"application/pdf": {}}, {"application/pdf": {"schema": BYTES}}),
        ({"application/pdf": {"schema": BYTES}}, {"application/pdf": {"schema": BYTES}}),
        ({"text/csv": {"schema": TEXT}}, {"text/csv": {"schema": TEXT}}),
        ({"text/csv": {}}, {"text/csv": {"schema": TEXT}}),
        ({"application/json": {}}, {"application/json": {"schema": {}}}),
        ({"application/json": {"schema": BYTES}}, {"application/json": {"schema": BYTES}}),
        ({"*/*": {"schema": NOTE}}, {"*/*": {"schema": NOTE}}),
        ({"*/*": {}}, {"*/*": {"schema": {}}}),
        ({"text/event-stream": {}}, {"text/event-stream": {"schema": TEXT}}),
        ({"text/event-stream": {"schema": NOTE}}, {"text/event-stream": {"schema": NOTE}}),
        (
            {"application/jsonl": {"schema": {"type": "array", "items": NOTE}}},
            {"application/jsonl": {"schema": NOTE}},
        ),
        # That the whole is text says nothing of a line.
        ({"application/jsonl": {"schema": TEXT}}, {"application/jsonl": {"schema": {}}}),
        ({"text/event-stream": {"schema": TEXT}}, {"text/event-stream": {"schema": TEXT}}),
        ({"application/hal+json": {"schema": NOTE}}, {"application/hal+json": {"schema": NOTE}}),
        ({}, None),
        # The same in other media types.
        ({"text/json": {"schema": NOTE}, "application/json": {"schema": NOTE}}, {"application/json": {"schema": NOTE}}),
    ],
)
def test_one_media_type_is_kept(content, kept):
    assert left(content) == (kept, [])


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (
            {"application/pdf": {"schema": BYTES}, "text/csv": {"schema": TEXT}, "application/json": {"schema": NOTE}},
            {
                "application/json": {"schema": NOTE},
                "text/csv": {"schema": TEXT},
                "application/pdf": {"schema": BYTES},
            },
        ),
        (
            {"image/png": {}, "image/jpeg": {}, "IMAGE/PNG; q=1": {}},
            {"image/png": {"schema": BYTES}, "image/jpeg": {"schema": BYTES}},
        ),
        (
            {"application/json": {"schema": NOTE}, "application/hal+json": {"schema": TEXT}},
            {"application/json": {"schema": NOTE}, "application/hal+json": {"schema": TEXT}},
        ),
    ],
)
def test_what_is_no_other_word_for_the_same_may_be_asked_for(content, kept):
    found, _ = left(content)
    assert (found, [*found]) == (kept, [*kept])


@pytest.mark.parametrize(
    ("content", "kept", "told"),
    [
        (
            {"image/*": {"schema": BYTES}, "application/json": {"schema": NOTE}},
            {"application/json": {"schema": NOTE}},
            "image/*: not asked for beside application/json",
        ),
        (
            {"application/xml": {"schema": NOTE}},
            {"application/xml": {"schema": TEXT}},
            "application/xml is read as text, whatever its schema says",
        ),
        (
            {"application/json": {"schema": NOTE}, "access_token": {}},
            {"application/json": {"schema": NOTE}},
            "access_token: no media type, so it is not asked for",
        ),
        (
            {"scope": {"schema": TEXT}},
            {"*/*": {"schema": TEXT}},
            "scope: no media type, so it is not asked for",
        ),
    ],
)
def test_what_is_lost_is_told(content, kept, told):
    assert left(content) == (kept, [f"| `GET /a response 201` | {told} |"])


def test_shared_answers_that_mean_success_are_written_out_and_errors_are_not():
    shared = {"Found": {"description": "It", "content": {"text/csv": {}}}, "Gone": {"description": "No"}}
    ref = {name: {"$ref": f"#/components/responses/{name}"} for name in shared}
    document = sample.document(
        {"/a": get(responses={"200": ref["Found"], "404": ref["Gone"]}), "/b": get(responses={"default": ref["Gone"]})},
        responses=shared,
    )
    plain_answers(document, sample.context())
    paths = {path: item["get"]["responses"] for path, item in document["paths"].items()}
    assert paths == {
        "/a": {"200": {"description": "It", "content": {"text/csv": {"schema": TEXT}}}, "404": ref["Gone"]},
        "/b": {"default": {"description": "No"}},
    }


def test_a_reference_to_something_else_is_refused():
    ring = {"A": {"$ref": "#/components/responses/A"}}
    document = sample.document({"/a": get(responses={"200": {"$ref": "#/components/responses/A"}})}, responses=ring)
    assert refused(plain_answers, document) == (
        "GET /a response 200 refers to '#/components/responses/A', which is no response; correct it."
    )


def test_an_enum_that_goes_is_in_the_ledger():
    enum = {"type": "string", "enum": ["A"]}
    content = {name: {"schema": dict(enum)} for name in ("application/json", "text/xml")}
    document, context = sample.document({"/a": get(responses={"200": {"content": content}})}), sample.context()
    plain_answers(document, context)
    assert [(entry.upstream, entry.outcome, entry.reason) for entry in context.ledger] == [
        ("GET /a response text/xml", "dropped", "the same enum as under application/json")
    ]


def test_headers_are_written_out_as_plain_values():
    headers = {
        "X-When": {"$ref": "#/components/headers/When"},
        "x-left": {"schema": {"$ref": "#/components/schemas/Count"}, "required": True, "example": 1},
        "X-Tags": {"schema": {"type": "array", "items": {"type": "string"}}},
        "X-Nothing": {"$ref": "#/components/headers/Ring"},
        "Content-Type": {"schema": {"type": "string"}},
    }
    document = sample.document(
        {"/a": get(responses={"200": {"description": "OK", "headers": headers}})},
        schemas={"Count": {"type": "integer"}},
        headers={
            "When": {"description": "Since", "schema": {"type": "string", "format": "date-time"}},
            "Ring": {"$ref": "#/components/headers/Ring"},
        },
    )
    keep_known_keywords(document, sample.context())
    assert document["paths"]["/a"]["get"]["responses"]["200"]["headers"] == {
        "X-Nothing": {"schema": {"type": "string"}},
        "X-Tags": {"schema": {"type": "string"}},
        "X-When": {"description": "Since", "schema": {"type": "string", "format": "date-time"}},
        "x-left": {"required": True, "schema": {"type": "integer"}},
    }


def test_a_file_stays_one():
    content = {"application/pdf": {"schema": dict(BYTES)}}
    document, context = sample.document({"/a": get(responses={"200": {"content": content}})}), sample.context()
    keep_known_keywords(document, context)
    assert document["paths"]["/a"]["get"]["responses"]["200"]["content"] == {"application/pdf": {"schema": BYTES}}
    assert not context.ledger.keywords


def test_a_stream_beside_json_is_kept_where_it_means_success():
    media = {"schema": NOTE}
    content = {"text/event-stream": media, "application/json": media, "application/jsonl": media, "text/csv": {}}
    kept, told = left(content)
    assert kept == {"application/json": media, "application/jsonl": media, "text/csv": {"schema": TEXT}}
    [line] = told
    assert "text/event-stream: not asked for beside application/json; " in line
    assert "application/jsonl: given by a method of its own, beside the one for application/json" in line
    document, context = sample.document({"/a": get(responses={"404": {"content": content}})}), sample.context()
    plain_answers(document, context)
    assert document["paths"]["/a"]["get"]["responses"]["404"]["content"] == {"application/json": media}


def test_a_status_that_allows_no_body_has_none():
    answers = {"200": {"content": {"application/json": {"schema": TEXT}}}, "204": {"content": {"text/plain": {}}}}
    document, context = sample.document({"/a": get(responses=answers)}), sample.context()
    plain_answers(document, context)
    left_over = document["paths"]["/a"]["get"]["responses"]
    assert ("content" in left_over["200"], "content" in left_over["204"]) == (True, False)
    assert context.ledger.told["GET /a response 204"].startswith("the status allows no body")


def test_an_answer_to_head_has_no_body():
    answers = {"default": {"content": {"application/json": {"schema": TEXT}}}}
    document, context = sample.document({"/a": {"head": {"responses": answers}}}), sample.context()
    plain_answers(document, context)
    assert document["paths"]["/a"]["head"]["responses"] == {"default": {}}
    assert context.ledger.told["HEAD /a response default"].startswith("HEAD allows no body")
