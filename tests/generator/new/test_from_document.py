"""What a document says of its title, servers, keys, pages and errors becomes settings, or a sentence for a person."""

import json

import pytest

from sdkwright import pipeline
from sdkwright.new import page_tables
from sdkwright.new.from_document import begin, propose
from sdkwright.new.messages import messages_of
from sdkwright.new.pages import recognised
from sdkwright.new.proposal import Setting, Table, shown
from sdkwright.new.writing import sdk_toml, toml
from sdkwright.project import Project

TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
TOKENS = "https://harbour.example.com/token"
CLIENT = {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": TOKENS, "scopes": {}}}}
BOAT = {"$ref": "#/components/schemas/Boat"}
BOATS = {"type": "array", "items": BOAT}
TEXTS = {"type": "array", "items": TEXT}


def object_of(**properties):
    return {"type": "object", "properties": properties}


def answered(schema, **more):
    return {"description": "OK", "content": {"application/json": {"schema": schema}}} | more


def operation(name, schema=BOATS, parameters=(), **responses):
    asked = [{"name": one, "in": "query", "schema": kind} for one, kind in dict(parameters).items()]
    return {"operationId": name, "parameters": asked, "responses": {"200": answered(schema)} | responses}


def document(*operations, schemes=None, schemas=None, **parts):
    return {
        "openapi": "3.0.3",
        "info": {"title": "Harbour", "version": "1"},
        "servers": [{"url": "https://harbour.example.com"}],
        "paths": {f"/{one['operationId']}": {"get": one} for one in operations or [operation("boats")]},
        "components": {
            "schemas": {"Boat": object_of(id=NUMBER)} | (schemas or {}),
            "securitySchemes": schemes or {},
        },
        "security": [{name: []} for name in schemes or {}],
    } | parts


def read(folder, content):
    (folder / "spec").mkdir()
    (folder / "spec" / "upstream.json").write_text(json.dumps(content), encoding="utf-8")
    proposal = begin("harbour")
    (folder / "spec" / "sdk.toml").write_text(sdk_toml(proposal), encoding="utf-8")
    project = Project(folder)
    return proposal, project, pipeline.accounted(project)[2]


@pytest.fixture
def proposed(tmp_path):
    """Gives what is proposed for a document, which the configuration must read."""

    def propose_for(content, before=lambda _: None):
        proposal, project, api = read(tmp_path, content)
        before(proposal)
        propose(proposal, project, api)
        (tmp_path / "spec" / "sdk.toml").write_text(sdk_toml(proposal), encoding="utf-8")
        assert Project(tmp_path).configuration.package.name == "harbour"
        return proposal

    return propose_for


def said(proposal, words):
    return [line for line in proposal.undecided if words in line]


@pytest.mark.parametrize(
    ("scheme", "settings", "reason"),
    [
        (
            {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
            {"scheme": "key", "argument": "api_key", "variable": "HARBOUR_API_KEY"},
            "of kind apiKey header",
        ),
        (
            {"type": "http", "scheme": "bearer"},
            {"scheme": "key", "argument": "access_token", "variable": "HARBOUR_ACCESS_TOKEN"},
            "of kind http bearer",
        ),
    ],
)
def test_a_key_has_an_argument_and_a_variable(proposed, scheme, settings, reason):
    (table,) = [one for one in proposed(document(schemes={"key": scheme})).tables if one.path == "security"]
    assert {name: one.value for name, one in table.settings.items()} == settings
    assert reason in table.reason


@pytest.mark.parametrize(
    ("scheme", "parts"),
    [({"type": "http", "scheme": "basic"}, ("username", "password")), (CLIENT, ("client_id", "client_secret"))],
)
def test_a_scheme_of_several_keys_has_tables_of_them(proposed, scheme, parts):
    (table,) = [one for one in proposed(document(schemes={"key": scheme})).tables if one.path == "security"]
    arguments, variables = table.settings["arguments"].value, table.settings["variables"].value
    assert set(parts) <= arguments.keys() == variables.keys()
    assert all(variable == f"HARBOUR_{arguments[part].upper()}" for part, variable in variables.items())


def test_a_scheme_whose_name_the_configuration_cannot_say_is_left(proposed):
    scheme = {"type": "apiKey", "in": "header", "name": "X-Api-Key"}
    proposal = proposed(document(schemes={'the "key"': scheme}))
    assert [one for one in proposal.tables if one.path == "security"] == []
    assert len(said(proposal, "How the keys of a security scheme are called")) == 1


def test_a_document_without_keys_says_so(proposed):
    assert said(proposed(document()), "no security scheme that is used")


@pytest.mark.parametrize(
    ("servers", "words"),
    [
        ([], "for the document names no server"),
        ([{"url": "/v1"}], "for no server is absolute"),
        (
            [{"url": "https://a.example.com"}, {"url": "https://b.example.com"}],
            "Which of 2 servers callers want by default: it is https://a.example.com now.",
        ),
    ],
)
def test_where_the_service_is_may_be_left(proposed, servers, words):
    assert said(proposed(document(servers=servers)), words)


def test_one_server_leaves_nothing(proposed):
    assert said(proposed(document()), "server") == []


def test_a_title_that_was_decided_before_stays(proposed):
    proposal = proposed(document(), lambda one: one.decide("package", "title", "Port", "a person said so"))
    assert proposal.value("package", "title") == "Port"


@pytest.mark.parametrize(("title", "expected"), [("  The\n Harbour ", "The Harbour"), ('The "Harbour"', None)])
def test_a_title_is_a_line_or_none(proposed, title, expected):
    proposal = proposed(document(info={"title": title, "version": "1"}))
    assert proposal.value("package", "title") == expected
    assert bool(said(proposal, "is no line of text")) == (expected is None)


SIZED = {"page": NUMBER, "limit": NUMBER | {"default": 20}}
ROWS = object_of(rows=BOATS, total=NUMBER)


def paging(proposal):
    return {one.path: one for one in proposal.tables if one.path.startswith("pagination.")}


def test_numbered_pages_are_told_with_how_many_operations_have_them(proposed):
    proposal = proposed(document(operation("boats", ROWS, SIZED), operation("crews", ROWS, SIZED)))
    (table,) = paging(proposal).values()
    assert table.live
    assert "2 operations in all" in table.reason
    assert {key: one.value for key, one in table.settings.items()} == {
        "style": "page-number", "items": "rows", "turned_by": "page", "sized_by": "limit", "total": "total",
        "default_size": 20,
    }  # fmt: skip
    assert {named.value for named in proposal.names["parameters"].values()} == {"page_size"}


@pytest.mark.parametrize(
    ("operations", "settings", "paged"),
    [
        (
            [operation("deep", object_of(meta=object_of(total=NUMBER), rows=BOATS), SIZED)],
            {"items": "rows", "total": "meta.total", "turned_by": "page", "sized_by": "limit", "default_size": 20},
            ["deep"],
        ),
        # Another answer of such properties is left as it is.
        (
            [operation("boats", ROWS, SIZED), operation("words", object_of(rows=TEXTS, total=NUMBER), SIZED)],
            {"items": "rows", "total": "total", "turned_by": "page", "sized_by": "limit", "default_size": 20},
            ["boats"],
        ),
        (
            [operation("plain", BOATS, SIZED)],
            {"turned_by": "page", "sized_by": "limit", "default_size": 20},
            ["plain"],
        ),
        (
            [
                operation("boats", ROWS, SIZED),
                operation("more", ROWS, {"page": NUMBER, "limit": NUMBER | {"default": 9}}),
            ],
            {"items": "rows", "total": "total", "turned_by": "page", "sized_by": "limit"},
            ["boats", "more"],
        ),
        (
            [operation("boats", ROWS, {"page": NUMBER | {"default": 0}})],
            {"items": "rows", "total": "total", "turned_by": "page", "first": 0},
            ["boats"],
        ),
    ],
)
def test_numbered_pages_of_any_kind_are_turned_with_what_the_document_says(
    proposed, tmp_path, operations, settings, paged
):
    (table,) = paging(proposed(document(*operations))).values()
    assert table.live
    assert {key: one.value for key, one in table.settings.items()} == settings | {"style": "page-number"}
    found = pipeline.accounted(Project(tmp_path))[2].operations
    assert [one.upstream_id for one in found if one.pagination is not None] == paged


def test_lists_with_the_header_are_turned_by_it_and_others_by_their_numbers(proposed, tmp_path):
    with_header = operation("linked", BOATS, SIZED) | {
        "responses": {"200": answered(BOATS, headers={"Link": {"schema": TEXT}})}
    }
    proposed(document(operation("plain", BOATS, SIZED), operation("plainer", BOATS, SIZED), with_header))
    found = pipeline.accounted(Project(tmp_path))[2].operations
    styles = {one.upstream_id: one.pagination.forward.style for one in found}
    assert styles == {"linked": "link-header", "plain": "page-number", "plainer": "page-number"}


def test_of_very_many_ways_to_page_the_first_are_told(proposed, monkeypatch):
    monkeypatch.setattr(page_tables, "_SHOWN", 6)
    operations = [operation(f"boats{number}", object_of(**{f"rows{number}": BOATS}), SIZED) for number in range(8)]
    proposal = proposed(document(*operations))
    assert [*paging(proposal)] == ["pagination.pages", *(f"pagination.pages_{number}" for number in range(2, 7))]
    assert said(proposal, "beyond the 6 ways")


LINKED = answered(BOATS, headers={"Link": {"schema": TEXT}})


@pytest.mark.parametrize(
    ("content", "style", "turn"),
    [
        (operation("boats", BOATS, SIZED), "page-number", "page"),
        (operation("boats", BOATS, {"offset": NUMBER, "limit": NUMBER}), "offset", "offset"),
        (operation("boats", BOATS, {"limit": NUMBER}, **{"200": LINKED}), "link-header", ""),
    ],
)
def test_a_bare_list_is_paged_by_its_parameters_or_header(tmp_path, content, style, turn):
    (found,) = recognised(read(tmp_path, document(content))[2])
    assert (found.style, found.items, found.turn, found.size) == (style, "", turn, "limit")


@pytest.mark.parametrize("rows", [BOATS, {"$ref": "#/components/schemas/Fleet"}, {"oneOf": [BOATS, TEXT]}])
def test_items_are_a_list_by_whatever_name_or_choice(tmp_path, rows):
    content = document(operation("boats", object_of(rows=rows, total=NUMBER), SIZED), schemas={"Fleet": BOATS})
    (found,) = recognised(read(tmp_path, content)[2])
    assert (found.style, found.items, found.total, found.default_size) == ("page-number", "rows", "total", 20)


def test_a_choice_of_two_lists_is_no_page(tmp_path):
    rows = {"oneOf": [BOATS, TEXTS]}
    assert recognised(read(tmp_path, document(operation("boats", object_of(rows=rows), SIZED)))[2]) == {}


@pytest.mark.parametrize(
    "content",
    [
        operation("boats", BOATS),
        operation("boats", BOATS, {"offset": NUMBER}),
        operation("boats", TEXT, SIZED),
        operation("boats", **{"200": {"description": "OK", "content": {"text/plain": {"schema": TEXT}}}}),
        operation("boats", **{"200": {"description": "Nothing."}}),
    ],
)
def test_other_answers_are_no_pages(tmp_path, content):
    assert recognised(read(tmp_path, document(content))[2]) == {}


def errors(schema, **more):
    return document(operation("boats", default=answered(schema, **more)))


def test_errors_say_what_went_wrong_by_texts_fields_and_a_header(proposed):
    map_of = {"type": "object", "additionalProperties": {"type": "array", "items": TEXT}}
    headers = {"X-Trace-Id": {"schema": TEXT}, "X-Request-ID": {"schema": TEXT}}
    proposal = proposed(errors(object_of(message=TEXT, errors=map_of), headers=headers))
    assert list(proposal.value("errors", "message")) == ["message"]
    assert proposal.value("errors", "fields") == "errors"
    assert "x-request-id" in proposal.value("errors", "request_id")
    assert said(proposal, "What errors say") == []


def test_errors_without_a_text_are_left(proposed):
    assert said(proposed(errors(object_of(number=NUMBER))), "describes no error with a text")


def test_a_text_below_the_top_is_a_path(proposed):
    proposal = proposed(errors(object_of(error=object_of(message=TEXT))))
    assert list(proposal.value("errors", "message")) == ["error.message"]
    assert said(proposal, "What errors say") == []


def test_a_model_of_several_operations_counts_once(tmp_path):
    fault = {"$ref": "#/components/schemas/Fault"}
    operations = [operation(name, default=answered(fault)) for name in ("boats", "crews")]
    found = messages_of(read(tmp_path, document(*operations, schemas={"Fault": object_of(detail=TEXT)}))[2])
    assert (found.answers, found.properties) == (1, ("detail",))


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (["a", False], "a, false"), ({"a": 1}, "a 1"), (3, "3"), ("b", "b")]
)
def test_values_are_shown_as_people_read_them(value, text):
    assert shown(value) == text


def test_a_table_that_counts_is_apart_from_the_comment_of_its_path():
    proposal = begin("harbour")
    proposal.tables.insert(0, Table("package", {"name": Setting("other")}, live=False))
    assert proposal.value("package", "name") == "harbour"
    assert proposal.table("package") is proposal.tables[1]


def test_what_toml_cannot_say_is_no_setting():
    with pytest.raises(TypeError, match=r"no value of sdk\.toml: None"):
        toml(None)
