"""Which table of pages an operation fits, what the overlay says of one, and what is refused in a sentence."""

import json

import pytest

from sdkwright import pipeline
from sdkwright.errors import GeneratorError
from sdkwright.project import Project

TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
BOATS = {"type": "array", "items": {"$ref": "#/components/schemas/Boat"}}
TOKENS = 'style = "cursor"\nitems = "boats"\nturned_by = "cursor"\nnext = "meta.next"\n'
OFFSETS = 'style = "offset"\nitems = "boats"\nturned_by = "skip"\n'


def listing(name, answer, *parameters):
    asked = [{"name": one, "in": "query", "schema": TEXT} for one in parameters]
    content = {"application/json": {"schema": answer}}
    return {"operationId": name, "parameters": asked, "responses": {"200": {"description": "OK", "content": content}}}


def answer():
    meta = {"type": "object", "properties": {"next": TEXT}}
    return {"type": "object", "properties": {"boats": BOATS, "meta": meta}}


@pytest.fixture
def styles(tmp_path):
    """Gives the style by which each operation of a document turns pages; None of one that turns none."""

    def read(tables, *operations, overlay=""):
        (tmp_path / "spec").mkdir()
        document = {
            "openapi": "3.0.3",
            "info": {"title": "Harbour", "version": "1"},
            "servers": [{"url": "https://harbour.example.com"}],
            "paths": {f"/{one['operationId']}": {"get": one} for one in operations},
            "components": {"schemas": {"Boat": {"type": "object", "properties": {"id": NUMBER}}}},
        }
        (tmp_path / "spec" / "upstream.json").write_text(json.dumps(document), encoding="utf-8")
        texts = "".join(f"[pagination.{name}]\n{text}" for name, text in tables.items())
        (tmp_path / "spec" / "sdk.toml").write_text(
            f'[package]\nname = "harbour"\nclient = "Harbour"\n{texts}', encoding="utf-8"
        )
        if overlay:
            head = "overlay: 1.0.0\ninfo: {title: Corrections, version: 1.0.0}\nactions:\n"
            (tmp_path / "spec" / "overlay.yaml").write_text(head + overlay, encoding="utf-8")
        found = pipeline.accounted(Project(tmp_path))[2].operations
        pages = {one.upstream_id: one.pagination for one in found}
        return {name: one and one.forward and one.forward.style for name, one in pages.items()}

    return read


def test_the_first_table_that_an_operation_fits_counts_and_one_with_operations_comes_before(styles):
    tables = {"tokens": TOKENS, "offsets": OFFSETS, "named": OFFSETS + 'operations = ["GET /both"]\n'}
    assert styles(
        tables,
        listing("cursors", answer(), "cursor", "skip"),
        listing("both", answer(), "cursor", "skip"),
        listing("skips", answer(), "skip"),
        listing("plain", answer()),
        listing("texts", {"type": "object", "properties": {"boats": {"type": "array", "items": TEXT}}}, "skip"),
    ) == {"cursors": "cursor", "both": "offset", "skips": "offset", "plain": None, "texts": None}


@pytest.mark.parametrize(
    ("said", "style"),
    [
        ("offsets", "offset"),
        ("false", None),
        ("{style: next-url, items: boats, next: meta.next}", "next-url"),
    ],
)
def test_the_overlay_says_how_one_operation_turns_pages(styles, said, style):
    overlay = f"- {{target: \"$.paths['/boats'].get\", description: Known., update: {{x-pagination: {said}}}}}\n"
    tables = {"tokens": TOKENS, "offsets": OFFSETS}
    assert styles(tables, listing("boats", answer(), "cursor", "skip"), overlay=overlay) == {"boats": style}


@pytest.mark.parametrize(
    ("table", "overlay", "sentence"),
    [
        (
            TOKENS + 'operations = ["GET /boat"]\n',
            "",
            (
                '[pagination.tokens] operations: there is no "GET /boat"; the nearest is GET /boats; write GET /path '
                "as the document has it, or the public name."
            ),
        ),
        (
            OFFSETS + 'operations = ["GET /boats"]\n',
            "",
            "[pagination.tokens]: GET /boats has no parameter skip; correct the table, or leave it out.",
        ),
        (
            TOKENS.replace("meta.next", "meta.more") + 'operations = ["GET /boats"]\n',
            "",
            "[pagination.tokens]: GET /boats answers nothing with meta.more; correct the table, or leave it out.",
        ),
        (
            TOKENS.replace("meta.next", "boats") + 'operations = ["GET /boats"]\n',
            "",
            (
                "[pagination.tokens]: GET /boats has something else than integer or string at boats; correct the "
                "table, or leave it out."
            ),
        ),
        (TOKENS, "tocens", "GET /boats: x-pagination names no table 'tocens'; there is tokens."),
        (TOKENS, "{style: cursor}", 'GET /boats: x-pagination lacks turned_by, which style "cursor" needs.'),
    ],
)
def test_what_is_demanded_and_does_not_fit_is_refused_with_the_place(styles, table, overlay, sentence):
    action = f"- {{target: \"$.paths['/boats'].get\", description: Known., update: {{x-pagination: {overlay}}}}}\n"
    with pytest.raises(GeneratorError) as caught:
        styles({"tokens": table}, listing("boats", answer(), "cursor"), overlay=action if overlay else "")
    assert str(caught.value).endswith(sentence)
