"""`new --stainless` keeps what the callers of a former SDK write, says what differs, and refuses what is wrong."""

import io
import json
import tomllib

import pytest
import yaml

from sdkwright import cli, demo, documents
from sdkwright.new import making
from sdkwright.new.proposal import ASKED
from sdkwright.report import Report
from sdkwright.stainless.filling import Former
from tests.generator.stainless.notes import DOCUMENT, PAGES

CONFIGURATION = """\
organization: {name: notes-sdk}
targets: {python: {package_name: notes_client}}
environments: {production: https://notes.example, test: https://test.notes.example}
client_settings:
  opts:
    api_key: {type: string, read_env: NOTES_KEY, nullable: true, auth: {security_scheme: Key}}
settings: {unwrap_response_fields: [data], license: MIT}
query_settings: {array_format: comma}
openapi:
  transforms:
    - {command: update, reason: Ranks are whole., args: {target: $.info.version, value: '2'}}
resources:
  notes:
    models: {note: Note}
    methods:
      list: get /notes
      create: post /notes
    subresources:
      of_books: {methods: {retrieve: 'get /books/{book}/notes/{note}'}}
  tags: {methods: {list: get /tags}}
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with the document, in which nothing is generated, and each first call is taken for one that works."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(demo, "run", lambda *_, **__: None)
    monkeypatch.setattr(
        making.pipeline, "generate", lambda project, *_, **__: project.package.mkdir(parents=True, exist_ok=True)
    )
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    return tmp_path


def new(place, configuration, *more):
    text = configuration if isinstance(configuration, str) else yaml.safe_dump(configuration)
    (place / "stainless.yml").write_text(text, encoding="utf-8")
    arguments = ["--document", "api.json", "--stainless", "stainless.yml", "--skip-types", "--author", "A. Smith"]
    return cli.main(["new", "notes", *arguments, *more])


def configured(**changes):
    return yaml.safe_load(CONFIGURATION) | {"pagination": [PAGES]} | changes


def test_a_project_has_what_the_configuration_says(place, capsys):
    assert new(place, configured()) == 0
    spec = place / "notes" / "spec"
    settings = tomllib.loads((spec / "sdk.toml").read_text(encoding="utf-8"))
    package = {"name": "notes", "client": "NotesSDK", "environment": "NOTES_SDK", "title": "Notes"}
    assert settings["package"] == package
    assert settings["compatibility"] == {"stainless": True}
    assert settings["security"] == [{"scheme": "Key", "argument": "api_key", "variable": "NOTES_KEY"}]
    assert settings["pagination"] == {
        "cursor_page": {
            "style": "cursor",
            "items": "data",
            "turned_by": "after",
            "sized_by": "limit",
            "next": "last_id",
            "has_more": "has_more",
            "operations": ["GET /notes"],
        }
    }
    names = tomllib.loads((spec / "names.toml").read_text(encoding="utf-8"))
    assert names == {
        "operations": {
            "GET /notes": "notes.list",
            "POST /notes": "notes.create",
            "GET /books/{book_id}/notes/{note_id}": "notes.of_books.retrieve",
            "GET /tags": "tags.list",
        },
        "schemas": {"Note": "Note"},
    }
    overlay = documents.load((spec / "overlay.yaml").read_bytes(), name="overlay.yaml")
    assert [action["target"] for action in overlay["actions"]] == ["$['info']", "$.servers", "$"]
    assert (spec / "stainless.yml").read_bytes() == (place / "stainless.yml").read_bytes()
    said = capsys.readouterr().out
    assert "package.name = notes: the name that was given, in place of package_name notes_client (certain)" in said
    assert "Pages by " not in said
    report = (place / "notes" / "COMPATIBILITY.md").read_text(encoding="utf-8")
    assert "- settings.license: not read" in report
    assert "- targets.python.package_name: notes_client: the package is called notes" in report
    noticed = "  notes.create: `rank` of the result: `Decimal`, not `float`; `id` of the result: `UUID`, not `str`"
    assert noticed in said
    assert "\nCompatibility:\n  0 of 4 methods are called and answer as before\n" in said
    assert "| `notes.of_books.retrieve` | `GET /books/{book_id}/notes/{note_id}` | `Note` | " in report


def test_what_a_person_said_stays(place):
    def ask(proposal):
        proposal.decide("package", "client", "Mine", ASKED)

    (place / "stainless.yml").write_text(CONFIGURATION, encoding="utf-8")
    former = Former.read(place / "stainless.yml")
    wishes = making.Wishes(name="notes", document="api.json", author="A. Smith")
    making.make(wishes, Report(io.StringIO()), ask=ask, fill=former.fill, finish=former.finish)
    assert tomllib.loads((place / "notes/spec/sdk.toml").read_text(encoding="utf-8"))["package"]["client"] == "Mine"


def test_pages_that_no_pager_of_ours_turns_are_told(place):
    schemas = DOCUMENT["components"]["schemas"]
    plain = schemas["Notes"]["properties"] | {"data": {"type": "array", "items": {"type": "string"}}}
    document = DOCUMENT | {
        "components": DOCUMENT["components"] | {"schemas": schemas | {"Notes": {"type": "object", "properties": plain}}}
    }
    (place / "api.json").write_text(json.dumps(document), encoding="utf-8")
    assert new(place, configured()) == 0
    assert "pagination" not in tomllib.loads((place / "notes/spec/sdk.toml").read_text(encoding="utf-8"))
    report = (place / "notes" / "COMPATIBILITY.md").read_text(encoding="utf-8")
    assert "- pagination.cursor_page: our own methods answer GET /notes as they come" in report
    assert "pages of `cursor_page`" in report


MISSING = {"notes": {"methods": {"list": "get /note"}}}
TWICE = {"notes": {"methods": {"getAll": "get /notes", "get_all": "get /tags"}}}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"resource": {}}, "resource: no such configuration has this key; did you mean resources?; correct it"),
        ({"resources": MISSING}, "notes.methods.list: the document has no GET /note; the nearest is GET /notes;"),
        ({"resources": MISSING | {"b": {"zzz": 1}}}, "key, as are 1 more places; correct it"),
        (
            {"resources": TWICE},
            "notes.methods.get_all and resources.notes.methods.getAll are both called notes.get_all",
        ),
        ({"resources": 3}, "no mapping `resources`"),
        ({"pagination": "x"}, "pagination is neither a mapping nor a list"),
    ],
)
def test_what_is_wrong_is_refused_in_one_sentence_and_leaves_nothing(place, capsys, changes, why):
    before = {path.name for path in place.iterdir()} | {"stainless.yml"}
    assert new(place, configured(**changes)) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: stainless.yml: ")
    assert len(said.strip().splitlines()) == 1
    assert why in said
    assert {path.name for path in place.iterdir()} == before


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("absent.yml", None, "absent.yml is not there; name a file"),
        (".", None, "is no plain file"),
        ("bad.yml", "a: [", "bad.yml: not JSON or YAML"),
        ("bad.yml", "resources: {a: 1}\nresources: {b: 1}", "bad.yml: "),
    ],
)
def test_a_configuration_that_cannot_be_read_is_refused(place, capsys, name, content, why):
    if content is not None:
        (place / name).write_text(content, encoding="utf-8")
    before = {path.name for path in place.iterdir()}
    assert cli.main(["new", "notes", "--document", "api.json", "--stainless", name]) == 1
    assert why in capsys.readouterr().err
    assert {path.name for path in place.iterdir()} == before


def test_what_is_wrong_may_be_left_out_and_is_told(place):
    resources = MISSING | {"tags": {"methods": {"list": "get /tags"}, "zzz": 1}}
    assert new(place, configured(resources=resources), "--allow-partial") == 0
    report = (place / "notes" / "COMPATIBILITY.md").read_text(encoding="utf-8")
    assert "- resources.tags.zzz: no such configuration has this key; it is left out." in report
    assert "- resources.notes.methods.list: the document has no GET /note; the nearest is GET /notes" in report


def test_a_method_of_what_cannot_be_written_is_left_out_with_it(place):
    broken = {"get": {"responses": {"200": {"description": "x"}}, "parameters": [{"in": "query", "schema": {}}]}}
    document = DOCUMENT | {"paths": DOCUMENT["paths"] | {"/broken": broken}}
    (place / "api.json").write_text(json.dumps(document), encoding="utf-8")
    resources = {"tags": {"methods": {"list": "get /tags", "break_": "get /broken"}}}
    assert new(place, configured(resources=resources), "--allow-partial") == 0
    report = (place / "notes" / "COMPATIBILITY.md").read_text(encoding="utf-8")
    assert "| `tags.break_` | `GET /broken` |  | it is not there, for its operation cannot be written |" in report


def test_a_swagger_document_is_compared_as_it_is_read(place):
    note = {"type": "object", "properties": {"id": {"type": "string"}, "rank": {"type": "integer"}}}
    answer = {"200": {"description": "Done.", "schema": {"$ref": "#/definitions/Note"}}}
    sent = {"name": "note", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Note"}}
    document = {
        "swagger": "2.0",
        "info": {"title": "Notes", "version": "1"},
        "host": "notes.example",
        "schemes": ["https"],
        "paths": {"/notes": {"post": {"parameters": [sent], "produces": ["application/json"], "responses": answer}}},
        "definitions": {"Note": note},
    }
    (place / "api.json").write_text(json.dumps(document), encoding="utf-8")
    resources = {"notes": {"models": {"memo": "Note"}, "methods": {"create": "post /notes"}}}
    assert new(place, {"resources": resources}) == 0
    report = (place / "notes" / "COMPATIBILITY.md").read_text(encoding="utf-8")
    assert "| `notes.create` | `POST /notes` | `Memo` | nothing |" in report


def marked(purpose, **more):
    return more | {"x-stainless-pagination-property": {"purpose": purpose}}


KEYED = {"type": "object", "properties": {"id": marked("cursor_item_id", type="string")}}
EVERY_WAY = {
    "ids": (
        "cursor_id",
        {"starting_after": marked("next_cursor_id_param"), "limit": {"type": "integer"}},
        {"data": marked("items", type="array", items=KEYED), "has_more": {"type": "boolean"}},
        {
            "style": "cursor",
            "turned_by": "starting_after",
            "sized_by": "limit",
            "has_more": "has_more",
            "last_item": "id",
        },
    ),
    "offsets": (
        "offset",
        {"offset": marked("offset_count_param"), "limit": {"type": "integer"}},
        {"data": {"type": "array"}, "count": marked("offset_total_count_field", type="integer")},
        {"style": "offset", "turned_by": "offset", "sized_by": "limit", "total": "count"},
    ),
    "numbers": (
        "page_number",
        {"page": marked("page_number_param")},
        {"data": {"type": "array"}, "pages": marked("total_page_count_field", type="integer")},
        {"style": "page-number", "turned_by": "page", "pages": "pages"},
    ),
    "addresses": (
        "cursor_url",
        {},
        {"data": {"type": "array"}, "next": marked("cursor_url_field", type="string")},
        {"style": "next-url", "next": "next"},
    ),
    "single": ("fake_page", {}, {"data": {"type": "array"}, "single": {"type": "boolean"}}, None),
    "unturned": ("cursor", {}, {"data": {"type": "array"}, "unturned": {"type": "boolean"}}, None),
}


def test_every_way_to_turn_pages_becomes_a_table_or_is_told(place):
    notes = DOCUMENT["components"]["schemas"]["Notes"]["properties"]["data"]
    paths, pagination = {}, []
    for name, (kind, request, response, _) in EVERY_WAY.items():
        schema = {"type": "object", "properties": {"data": notes} | {
            wire: {"type": node.get("type", "string")} for wire, node in response.items() if wire != "data"
        }}  # fmt: skip
        answer = {"200": {"description": "Done.", "content": {"application/json": {"schema": schema}}}}
        parameters = [
            {"name": wire, "in": "query", "schema": {"type": node.get("type", "string")}}
            for wire, node in request.items()
        ]
        if "page" in request:
            parameters[0]["schema"] = {"type": "integer"}
        paths[f"/{name}"] = {"get": {"parameters": parameters, "responses": answer}}
        pagination.append({"name": name, "type": kind, "request": request, "response": response})
    (place / "api.json").write_text(json.dumps(DOCUMENT | {"paths": paths}), encoding="utf-8")
    resources = {name: {"methods": {"list": {"endpoint": f"get /{name}", "paginated": name}}} for name in EVERY_WAY}
    assert new(place, configured(pagination=pagination, resources=resources)) == 0
    found = tomllib.loads((place / "notes/spec/sdk.toml").read_text(encoding="utf-8"))["pagination"]
    wanted = {name: keys for name, (_, _, _, keys) in EVERY_WAY.items() if keys is not None}
    assert found == {name: keys | {"items": "data", "operations": [f"GET /{name}"]} for name, keys in wanted.items()}
    report = (place / "notes" / "COMPATIBILITY.md").read_text(encoding="utf-8")
    for name in EVERY_WAY.keys() - wanted.keys():
        assert f"- pagination.{name}: our own methods answer such pages as they come" in report
