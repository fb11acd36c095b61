"""Parameters of any place: shared ones, those that a path has and nobody declares, and names that clash."""

import copy

import pytest

from sdkwright.config import Configuration
from sdkwright.config.tables import Package
from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.normalise import Names, Overlay, normalise
from sdkwright.normalise.paths import route

PLAIN = Configuration(package=Package(name="acme", client="Acme"))
TEXT = {"type": "string"}
OK = {"200": {"description": "OK", "content": {"application/json": {"schema": TEXT}}}}


def parameter(name, place, **more):
    return {"name": name, "in": place, "required": place == "path", "schema": TEXT} | more


def operation(path, *parameters, shared=(), components=None, body=None, names=None, overlay=None, enums=()):
    """The one operation of a document, as it is represented, and its ledger."""
    said = {"operationId": "x", "parameters": list(parameters), "responses": OK}
    said |= {"requestBody": {"content": {"application/json": {"schema": body}}}} if body else {}
    document = {
        "openapi": "3.0.3",
        "info": {"title": "A", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {path: {"parameters": list(shared), "post": said}},
        "components": copy.deepcopy(components or {}),
    }
    tables = {"operations": {f"POST {path}": "things.do"}, "parameters": names or {}}
    tables["enums"] = dict.fromkeys(enums, "Kind")
    tables["schemas"] = {name: name for name in document["components"].get("schemas", {})}
    found = normalise(document, overlay or Overlay(()), Names(**tables), name="x.json", configuration=PLAIN)
    return build(found.document).operations[0], found.ledger.markdown()


def places(found):
    return {parameter.name: (parameter.location, parameter.wire, parameter.required) for parameter in found.parameters}


def test_shared_parameters_are_each_operations_own_and_its_own_win():
    components = {"parameters": {"Page": {"$ref": "#/components/parameters/P"}, "P": parameter("page", "query")}}
    own = parameter("x-TRACE", "header", description="Own")
    shared = [{"$ref": "#/components/parameters/Page"}, parameter("X-Trace", "header"), parameter("id", "path")]
    found, _ = operation("/a/{id}", own, shared=shared, components=components)
    assert places(found) == {
        "page": ("query", "page", False),
        "x_trace": ("header", "x-TRACE", False),
        "id": ("path", "id", True),
    }


def test_an_overlay_changes_what_is_shared_where_it_stands():
    components = {"parameters": {"P": parameter("page", "query")}}
    action = {"target": "$.components.parameters.P", "description": "d", "update": {"required": True}}
    overlay = Overlay.parse(
        {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [action]}, name="overlay.yaml"
    )
    found, _ = operation("/a", {"$ref": "#/components/parameters/P"}, components=components, overlay=overlay)
    assert places(found) == {"page": ("query", "page", True)}


def test_a_parameter_that_refers_to_nothing_is_refused():
    components = {"parameters": {one: {"$ref": f"#/components/parameters/{other}"} for one, other in ("AB", "BA")}}
    with pytest.raises(GeneratorError, match=r"POST /a: a parameter refers to .*, which is no parameter; write it out"):
        operation("/a", {"$ref": "#/components/parameters/A"}, components=components)


def test_what_the_path_has_and_nobody_declares_is_a_required_text():
    found, ledger = operation("/a/{b}/{c}", parameter("b", "path"))
    assert places(found)["c"] == ("path", "c", True)
    assert "the path has {c}, which is not declared; it is a required text" in ledger
    assert "| `POST /a/{b}/{c} {c}` | added |" in ledger


def test_another_spelling_is_that_of_the_path():
    found, ledger = operation("/a/{userId}", parameter("user_id", "path", required=False))
    assert places(found) == {"user_id": ("path", "userId", True)}
    assert "the path has {userId}, and declared is user_id; taken for the same" in ledger


def test_what_the_path_does_not_have_goes_to_the_query():
    found, ledger = operation("/a", parameter("b", "path"), parameter("c", "path"), parameter("c", "query"))
    assert places(found) == {"b": ("query", "b", True), "c": ("query", "c", False)}
    assert "the path has no {b}; it is sent in the query" in ledger
    assert "the path has no {c}; the parameter of the query counts" in ledger


def test_a_parameter_that_is_there_twice_counts_once():
    components = {"parameters": {"B": parameter("b", "query")}}
    shared = {"$ref": "#/components/parameters/B"}
    found, ledger = operation("/a", shared, parameter("b", "query", required=True), components=components)
    assert places(found) == {"b": ("query", "b", True)}
    assert "the query parameter b is there twice; the last one counts" in ledger


def test_headers_that_say_what_the_client_says_are_dropped():
    names = ("Accept", "content-type", "Authorization", "Host", "a b", "X-Kept")
    found, ledger = operation("/a", *(parameter(name, "header") for name in names))
    assert places(found) == {"x_kept": ("header", "X-Kept", False)}
    assert ledger.count("OpenAPI ignores a header parameter of this name") == 2
    # Where no scheme is declared, and every operation takes this one, it is the client's credential.
    assert "| `POST /a ?Authorization` | dropped |  | the security scheme Authorization |" in ledger


def test_names_of_two_places_and_of_the_body_have_their_place_before_them():
    body = {"type": "object", "properties": {"userId": TEXT, "id": TEXT}}
    found, ledger = operation(
        "/a/{id}/{b}",
        parameter("id", "path"), parameter("b", "path"), parameter("b", "query"), parameter("user-id", "header"),
        body={"$ref": "#/components/schemas/Body"}, components={"schemas": {"Body": body}},
    )  # fmt: skip
    assert {*places(found)} == {"path_id", "path_b", "query_b", "header_user_id"}
    assert ledger.count("the argument is") == 4


def test_a_name_of_the_table_is_left_as_it_is():
    found, _ = operation("/a/{b}", parameter("b", "path"), parameter("b", "query"), names={"POST /a/{b} {b}": "mine"})
    assert {*places(found)} == {"mine", "b"}


def test_how_a_parameter_is_written_is_represented():
    found, _ = operation(
        "/a/{b}",
        parameter("b", "path", style="matrix", explode=True, schema={"type": "array", "items": TEXT}),
        parameter("c", "query", schema={"type": "array", "items": TEXT, "default": ["x"]}, explode=False),
        parameter("d", "query", allowReserved=True, deprecated=True),
        {"name": "e", "in": "query", "content": {"text/json": {"schema": {"type": "array", "items": TEXT}}}},
        {"name": "f", "in": "cookie"},
    )
    said = {item.name: item for item in found.parameters}
    assert (said["b"].style, said["b"].explode) == ("matrix", True)
    assert (said["c"].style, said["c"].explode, said["c"].default) == ("form", False, '["x"]')
    assert (said["d"].reserved, said["d"].deprecated, said["e"].media_type) == (True, True, "text/json")
    assert (said["f"].type.kind, said["f"].style, said["f"].explode) == ("string", "form", True)


@pytest.mark.parametrize(
    ("path", "names", "sent"),
    [
        ("/a/", (), "/a/"),
        ("a//b", (), "/a//b"),
        ("/{a}.{b}:go", ("a", "b"), "/{a}.{b}:go"),
        ("/a b/ü/%2f/100%", (), "/a%20b/%C3%BC/%2f/100%25"),
        ("/{odd/{a}", ("a",), "/%7Bodd/{a}"),
        ("/a#Action=Do", (), "/a"),
        ("/a?x=1&y={y}&z", (), "/a?x=1&z"),
        ("/a?y={y}", ("y",), "/a?y={y}"),
    ],
)
def test_what_is_sent_of_a_path(path, names, sent):
    assert route(path, names) == sent


@pytest.mark.parametrize("path", ["/a/../b", "/./a", "/a/%2E%2e", "/a/.."])
def test_a_path_that_leads_elsewhere_is_refused(path):
    with pytest.raises(GeneratorError, match="has a part of dots alone, which leads elsewhere; write the path that is"):
        operation(path)


def test_an_operations_servers_are_its_own_before_those_of_its_path():
    document = {
        "openapi": "3.0.3",
        "info": {"title": "A", "version": "1"},
        "servers": [{"url": "https://a.example"}],
        "paths": {
            "/a": {
                "servers": [{"url": "https://b.example"}],
                "get": {"responses": OK},
                "post": {"responses": OK, "servers": [{"url": "https://c.example"}]},
            }
        },
    }
    names = Names(operations={"GET /a": "a.get", "POST /a": "a.add"})
    found = normalise(document, Overlay(()), names, name="x.json", configuration=PLAIN)
    urls = {item.name: [server.url for server in item.servers] for item in build(found.document).operations}
    assert urls == {"a.get": ["https://b.example"], "a.add": ["https://c.example"]}


def test_inline_enums_of_what_is_dropped_or_moved_are_recorded():
    kind = {"type": "string", "enum": ["a", "b"]}
    found, ledger = operation(
        "/a/{userId}",
        parameter("Accept", "header", schema=kind),
        parameter("user_id", "path", schema=kind),
        parameter("way", "path", schema={"type": "array", "items": kind}),
        enums=("POST /a/{userId} {userId}", "POST /a/{userId} ?way"),
    )
    assert places(found) == {"user_id": ("path", "userId", True), "way": ("query", "way", True)}
    enums = ledger.partition("## Enums")[2].partition("## Parameters")[0]
    rows = [line for line in enums.splitlines() if line.startswith("| `POST")]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == [
        "`POST /a/{userId} ?Accept`",
        "`POST /a/{userId} ?way`",
        "`POST /a/{userId} {userId}`",
        "`POST /a/{userId} {user_id}`",
        "`POST /a/{userId} {way}`",
    ]
