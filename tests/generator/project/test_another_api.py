"""An API unlike the project's own goes through naming, normalisation and stubs by what its `spec/sdk.toml` declares."""

import json

import pytest

from sdkwright.cli import main
from sdkwright.pipeline import normalised
from sdkwright.project import Project

SDK = """
[package]
name = "petstall"
client = "PetStall"
[names]
path_prefix = "/v1/"
schema_suffix = "Dto"
page_prefix = "PageOf"
[[security]]
scheme = "key"
argument = "token"
variable = "PETSTALL_TOKEN"
[pagination.page]
style = "page-number"
items = "data"
total = "size"
default_size = 20
"""
OVERLAY = """
overlay: 1.0.0
info: {title: Corrections, version: "1"}
actions:
- {target: $.info, description: The document has no text., update: {description: Pets.}}
"""


def answer(schema):
    return {"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": schema}}}}}


def document():
    page = {"data": {"type": "array", "items": {"$ref": "#/components/schemas/PetDto"}}, "size": {"type": "integer"}}
    pet = {
        "id": {"type": "integer"},
        "born": {"type": "string", "format": "date-time", "nullable": True},
        "kind": {"type": "string", "enum": ["dog", "cat"]},
    }
    number = {"name": "page", "in": "query", "schema": {"type": "integer"}}
    return {
        "openapi": "3.0.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example.com"}],
        "paths": {
            "/v1/pets": {"get": {"parameters": [number], "responses": answer("#/components/schemas/PageOfPetDto")}},
            "/v1/pets/feed": {"post": {"responses": answer("#/components/schemas/PetDto")}},
        },
        "components": {
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "x-pet-token"}},
            "schemas": {
                "PetDto": {"type": "object", "required": ["id"], "properties": pet},
                "PageOfPetDto": {"type": "object", "properties": page},
            },
        },
    }


@pytest.fixture
def project(tmp_path):
    (tmp_path / "spec").mkdir()
    for name, text in (("sdk.toml", SDK), ("overlay.yaml", OVERLAY), ("names.toml", "")):
        (tmp_path / "spec" / name).write_text(text, encoding="utf-8")
    (tmp_path / "pets.json").write_text(json.dumps(document()), encoding="utf-8")
    where = ["--project", str(tmp_path)]
    assert main(["fetch", "--file", str(tmp_path / "pets.json"), *where]) == 0
    assert main(["name", "--accept", *where]) == 0
    return Project(tmp_path)


def test_it_is_pinned_named_and_mended_by_its_own_declaration(project):
    assert project.lock.name == "petstall.lock"
    document = normalised(project)[1].document
    assert {item["operationId"] for path in document["paths"].values() for item in path.values()} == {
        "pets.list",
        "pets.create_feed",
    }
    assert [*document["components"]["schemas"]] == ["Pet", "PetKind", "PetPage"]
    assert document["paths"]["/v1/pets"]["get"]["x-paginated"] == {"items": "Pet", "page": "page"}
    # It declares what may be null, and nothing else is.
    properties = document["components"]["schemas"]["Pet"]["properties"]
    assert [name for name, schema in properties.items() if schema.get("nullable")] == ["born"]


def test_its_stubs_answer_its_pages(project, capsys):
    assert main(["stubs", "--project", str(project.root)]) == 0
    [listing, feeding] = json.loads((project.stubs / "pets.json").read_text(encoding="utf-8"))["mappings"]
    assert set(listing["response"]["jsonBody"]) == {"data", "size"}
    assert listing["request"]["headers"]["x-pet-token"] == {"matches": ".+"}
    assert set(feeding["response"]["jsonBody"]) == {"id", "born", "kind"}


def test_a_slip_in_its_declaration_is_one_sentence(project, capsys):
    path = project.root / "spec" / "sdk.toml"
    path.write_text(SDK.replace("items =", "itmes ="), encoding="utf-8")
    capsys.readouterr()
    assert main(["ledger", "--project", str(project.root)]) == 1
    said = 'error: spec/sdk.toml: [pagination.page] has no key "itmes" (did you mean "items"?); it takes style, items, '
    assert capsys.readouterr().err.startswith(said)
