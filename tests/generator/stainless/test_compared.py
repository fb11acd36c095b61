"""What a caller of the former SDK would notice of each method."""

from types import SimpleNamespace

import pytest

from sdkwright.ir import Array, Enum, Map, Object, Reference, Scalar, Union
from sdkwright.stainless import compared as module
from sdkwright.stainless.former import python_name
from sdkwright.stainless.report import compatibility_report, summary
from tests.generator.stainless.notes import DOCUMENT, methods, query, reading

TEXT = Scalar("string")


def given(name, type_=TEXT, *, required=False, positional=False, wire=None, place="query", file=False):
    annotation = "str"
    return SimpleNamespace(
        name=name, wire=name if wire is None else wire, type=type_, required=required, positional=positional,
        place=place, file=file, annotation=annotation,
    )  # fmt: skip


@pytest.fixture
def compare(monkeypatch):
    """Compares the one method of a configuration with arguments of ours."""

    def run(migration, *arguments, schemas=None, contents=()):
        (declared,) = migration.methods
        api = SimpleNamespace(operations=[], schemas=schemas or {}, reachable=set)
        operation = SimpleNamespace(success=SimpleNamespace(contents=contents))
        ours = SimpleNamespace(
            declared=declared, arguments=arguments, item="", result="Note", method=SimpleNamespace(operation=operation)
        )
        monkeypatch.setattr(module, "keys_of", lambda *_, **__: [])
        monkeypatch.setattr(module, "surface_of", lambda *_: SimpleNamespace(methods=[ours]))
        (found,) = module.compared(SimpleNamespace(configuration=None), api, migration)
        return list(found.noticed)

    return run


def with_parameters(*parameters, body=None):
    post = {"parameters": list(parameters), "responses": {"204": {"description": "Done."}}}
    if body is not None:
        post["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return DOCUMENT | {"paths": {"/x/{a}/{b}": {"post": post}}}


CALL = methods(call="post /x/{a}/{b}")
A, B = given("a", required=True, place="path"), given("b", required=True, positional=True, place="path")


def test_a_method_that_is_called_as_it_was_has_nothing_to_notice(compare):
    parameters = [query("tag[]", {"type": "array"}), query("from", {"type": "string"}, required=True)]
    body = {"allOf": [{"properties": {"size": {"type": "integer"}}, "required": ["size"]}, {"properties": {"me": {}}}]}
    found = reading(with_parameters(*parameters, body=body), **CALL)
    size = given("size", Scalar("integer"), required=True)
    tags = given("tag", Array(TEXT), wire="tag[]")
    assert compare(found, A, B, tags, given("from_", wire="from", required=True), size, given("me")) == []


@pytest.mark.parametrize(
    ("arguments", "noticed"),
    [
        ([], "there is no argument `tag`"),
        ([given("tag_", wire="tag")], "the argument `tag` is called `tag_`"),
        ([given("tag", required=True)], "`tag` must be given"),
        ([given("tag", Scalar("integer"))], "`tag` takes `str`, and took string"),
        ([given("tag", Object())], "`tag` takes `str`, and took string"),
        ([given("tag"), given("more", required=True)], "`more` must be given, which there was not"),
    ],
)
def test_each_difference_of_an_argument_is_noticed(compare, arguments, noticed):
    found = reading(with_parameters(query("tag", {"type": "string"})), **CALL)
    assert compare(found, A, B, *arguments) == [noticed]


@pytest.mark.parametrize(
    "type_", [Union((TEXT, Object())), Reference("Tag"), Reference("Other"), Map(TEXT), given]
)  # fmt: skip
def test_kinds_that_are_alike_are_not_noticed(compare, type_):
    schema = {"type": "object"} if type_ == Map(TEXT) else {"type": "string"}
    found = reading(with_parameters(query("tag", schema)), **CALL)
    schemas = (
        {
            "Tag": Enum(name="Tag", upstream_id="Tag", kind="string", values=("a",), members=()),
            "Other": module.Alias(name="Other", upstream_id="Other", type=TEXT, description=""),
        }
        if isinstance(type_, Reference)
        else {}
    )
    ours = given("tag", Object(), file=True) if type_ is given else given("tag", type_)
    assert compare(found, A, B, ours, schemas=schemas) == []


def test_the_order_by_place_is_noticed(compare):
    found = reading(
        DOCUMENT | with_parameters(), **methods(call={"endpoint": "post /x/{a}/{b}", "positional_params": ["b", "a"]})
    )
    by_place = given("a", required=True, positional=True, place="path")
    assert compare(found, by_place, B) == ["by place go `a`, `b`, and went `b`, `a`"]
    assert compare(found, B, by_place) == []
    assert compare(found, A, given("b", required=True)) == ["by place go none, and went `b`, `a`"]


@pytest.mark.parametrize(("about", "name"), [({}, "body"), ({"body_param_name": "theNotes"}, "the_notes")])
def test_a_body_that_is_no_object_is_one_argument(compare, about, name):
    document = with_parameters(body={"type": "array"})
    found = reading(document, **methods(call={"endpoint": "post /x/{a}/{b}"} | about))
    whole = given(name, Array(TEXT), wire="", place="whole", required=True)
    assert compare(found, A, B, whole) == []
    other = given("values", Array(TEXT), wire="", place="whole", required=True)
    assert compare(found, A, B, other) == [f"the argument `{name}` is called `values`"]


def test_the_fields_of_any_member_were_arguments(compare):
    body = {"oneOf": [{"properties": {"x": {}}, "required": ["x"]}, {"properties": {"y": {"readOnly": True}}}]}
    found = reading(with_parameters(body=body), **CALL)
    assert compare(found, A, B, given("x")) == []


@pytest.mark.parametrize(
    ("body", "required"),
    [
        ({"oneOf": [{"properties": {"x": {}}, "required": ["x"]}] * 2}, True),
        ({"anyOf": [{"properties": {"x": {}}, "required": ["x"]}, {"properties": {"x": {}}}]}, False),
        ({"allOf": [{"properties": {"x": {}}, "required": ["x"]}, {"properties": {"x": {}}}]}, True),
        ({"allOf": [{"properties": {"x": {}}}], "required": ["x"]}, True),
        ({"properties": {"x": {}}, "oneOf": [{"required": ["x"]}]}, False),
    ],
)
def test_a_field_must_be_given_where_each_alternative_or_any_part_asks_for_it(compare, body, required):
    found = reading(with_parameters(body=body), **CALL)
    noticed = compare(found, A, B, given("x", required=True))
    assert noticed == ([] if required else ["`x` must be given"])


@pytest.mark.parametrize(
    ("named", "noticed"), [({}, []), ({"tags": "Tags"}, ["a named model is not unwrapped, so write `.data`"])]
)
def test_a_named_model_that_is_not_unwrapped_is_noticed(compare, named, noticed):
    schemas = DOCUMENT["components"]["schemas"] | {"Tags": {"type": "object", "properties": {"data": {}, "object": {}}}}
    answer = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Tags"}}}}
    document = DOCUMENT | {
        "paths": {"/tags": {"get": {"responses": {"200": answer}}}},
        "components": DOCUMENT["components"] | {"schemas": schemas},
    }
    settings = {"unwrap_response_fields": ["data"]}
    assert compare(reading(document, settings=settings, **methods(_models=named, list="get /tags"))) == noticed


def test_what_is_not_there_is_noticed_and_counted(monkeypatch):
    monkeypatch.setattr(module, "keys_of", lambda *_, **__: [])
    monkeypatch.setattr(module, "surface_of", lambda *_: SimpleNamespace(methods=[]))
    found = reading(**methods(list="get /notes"))
    rows = module.compared(SimpleNamespace(configuration=None), SimpleNamespace(operations=[]), found)
    gone = "it is not there, for its operation cannot be written"
    assert list(summary(found, rows))[:2] == ["0 of 1 methods are called and answer as before", f"notes.list: {gone}"]
    assert f"| `notes.list` | `GET /notes` |  | {gone} |" in compatibility_report(found, rows)


@pytest.mark.parametrize(
    ("wire", "name"),
    [("class", "class_"), ("self", "self_"), ("options", "options"), ("list", "list"), ("aB[]", "a_b")],
)
def test_arguments_were_called_by_their_names_on_the_wire(wire, name):
    assert python_name(wire) == name
