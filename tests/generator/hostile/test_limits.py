"""Counts are refused before any work that grows with them, and odd texts of our own tables in one sentence."""

import ast
import json

import attrs
import pytest

from sdkwright import documents, limits
from sdkwright.emit.package import tidy
from sdkwright.errors import GeneratorError
from sdkwright.normalise import Names, Overlay, normalise
from sdkwright.project import Project
from sdkwright.sources.config import read_sources
from tests.generator.hostile import judging
from tests.generator.hostile.base import OVERLAY, Draft, names
from tests.generator.hostile.corpus import Hostile
from tests.generator.hostile.judging import PROJECT


def _operation(draft, **more):
    return {"responses": {"200": {"description": "OK"}}} | more


def _strings(count, start="p"):
    return {f"{start}{number}": {"type": "string"} for number in range(count)}


def _put(draft, kind, count):  # noqa: C901, PLR0912 - a case for each limit
    paths, schemas = draft.document["paths"], draft.schemas
    if kind == "operations":
        paths.update({f"/api/x{number}": {"get": _operation(draft)} for number in range(count)})
    elif kind == "schemas":
        schemas.update({f"X{number}": {"type": "object"} for number in range(count)})
    elif kind == "properties":
        schemas.update(
            {f"X{number}": {"type": "object", "properties": _strings(500)} for number in range(count // 500 + 1)}
        )
    elif kind == "properties of one":
        schemas["X"] = {"type": "object", "properties": _strings(count)}
    elif kind == "enum values":
        values = [f"V{number}" for number in range(500)]
        schemas.update({f"X{number}": {"type": "string", "enum": values} for number in range(count // 500 + 1)})
    elif kind == "enum values of one":
        schemas["X"] = {"type": "string", "enum": [f"V{number}" for number in range(count)]}
    elif kind == "parameters":
        parameters = [{"name": f"p{number}", "in": "query"} for number in range(100)]
        paths.update(
            {f"/api/x{number}": {"get": _operation(draft, parameters=parameters)} for number in range(count // 100 + 1)}
        )
    elif kind == "parameters of one":
        draft.getting["parameters"] += [{"name": f"p{number}", "in": "query"} for number in range(count)]
    elif kind == "fields":
        schemas["X"] = {"type": "object", "properties": _strings(500)}
        body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}}
        draft.document["components"]["requestBodies"] = {"X": body}
        sent = ({"$ref": "#/components/requestBodies/X"}, body)
        paths.update(
            {
                f"/api/x{number}": {"post": _operation(draft, requestBody=sent[number % 2])}
                for number in range(count // 500 + 1)
            }
        )
    elif kind == "references":
        schemas["X"] = {"allOf": [{"$ref": "#/components/schemas/NoteApi"}] * count}
    elif kind == "responses":
        answers = {str(status): {"description": "x"} for status in range(200, 599)}
        paths.update(
            {f"/api/x{number}": {"get": {"responses": answers}} for number in range(count // len(answers) + 1)}
        )
    elif kind == "media types":
        draft.getting["responses"]["200"]["content"] = {f"a/b{number}": {} for number in range(count)}
    elif kind == "tags":
        draft.getting["tags"] = [f"t{number}" for number in range(count)]
    elif kind == "servers":
        draft.document["servers"] = [{"url": "https://www.envoice.in"}] * count


@pytest.mark.parametrize("kind", limits.LIMITS)
def test_what_is_beyond_a_limit_is_refused_before_the_work(kind, monkeypatch):
    draft, limit = Draft(), limits.LIMITS[kind]
    _put(draft, kind, limit.most + 1)
    monkeypatch.setattr("openapi_python_client.schema.OpenAPI.model_validate", lambda *_: pytest.fail("work was done"))
    with pytest.raises(GeneratorError, match=f"more than {limit.most:,} {limit.what}; split"):
        normalise(draft.document, OVERLAY, names(draft.names), name="hostile.json", configuration=PROJECT.configuration)


def test_the_overlay_cannot_bring_more_than_the_document_may():
    draft = Draft()
    action = {
        "target": "$.components.schemas.NoteApi",
        "description": "x",
        "update": {"properties": _strings(limits.LIMITS["properties of one"].most + 1)},
    }
    overlay = attrs.evolve(
        OVERLAY,
        actions=(*OVERLAY.actions, *Overlay.parse({"overlay": "1.0.0", "actions": [action]}, name="o").actions),
    )
    with pytest.raises(GeneratorError, match="as the overlay leaves it: a schema: more than"):
        normalise(draft.document, overlay, names(draft.names), name="hostile.json", configuration=PROJECT.configuration)


@pytest.mark.parametrize("text", ["x = " + "9" * 5_000, "x = " + "[" * 5_000, "x = " + "{a=" * 5_000], ids=str)
def test_toml_beyond_reading_is_refused_in_a_sentence(text, tmp_path):
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec/sources.toml").write_text(text, encoding="utf-8")
    for read in (lambda: Names.parse(text, name="spec/names.toml"), lambda: read_sources(Project(tmp_path))):
        with pytest.raises(GeneratorError, match=r"^spec/\w+\.toml: not TOML: (a number has too many|it is nested)"):
            read()


@pytest.mark.parametrize(
    "target",
    [
        "$" + ".a" * 5_000,
        "$" + ".a" * 900,
        "$[" + "9" * 1_900 + "]",
        "$[?@.a==1e999]",
        "$[?" + "(" * 900 + "@.a" + ")" * 900 + "]",
    ],
    ids=lambda target: target[:12],
)
def test_a_target_beyond_reading_is_refused_in_a_sentence(target):
    actions = [{"target": target, "description": "x", "update": {}}]
    overlay = Overlay.parse({"overlay": "1.0.0", "actions": actions}, name="overlay.yaml")
    with pytest.raises(GeneratorError, match=r"^overlay action 1 \("):
        overlay.apply(Draft().document)


@pytest.mark.parametrize("data", [b'{"a": %s}', b"a: %s"], ids=["json", "yaml"])
def test_a_number_of_many_digits_is_refused_in_plain_words(data):
    with pytest.raises(GeneratorError, match="a number of 5,000 digits, more than the 1,000 that we read"):
        documents.load(data % (b"9" * 5_000), name="spec")


def test_the_documentation_has_the_same_table():
    page = (Project.find(__file__).root / "docs/pages/maintainers/generator.md").read_text(encoding="utf-8")
    section = page.partition("### Limits")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    assert rows == [f"| {limit.what} | {limit.most:,} |" for limit in limits.LIMITS.values()]


def test_a_resource_with_a_digit_in_its_name_and_no_models_is_generated(tmp_path):
    draft = Draft()
    answer = {"description": "OK", "content": {"application/json": {"schema": {"type": "string"}}}}
    draft.document["paths"]["/api/x0"] = {"get": {"parameters": [], "responses": {"200": answer}}}
    draft.names["operations"]["GET /api/x0"] = "x0s.list"
    given = Hostile(id="x0", like="", data=json.dumps(draft.document).encode(), names=draft.names)
    outcome = judging.generate(given, tmp_path)
    assert not outcome.sentence
    imported = [node.module for node in outcome.modules["resources/x0s.py"].body if isinstance(node, ast.ImportFrom)]
    assert "models" not in imported
    tidy(tmp_path / "envoice")
