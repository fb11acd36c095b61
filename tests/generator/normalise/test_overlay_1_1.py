"""Overlay 1.1: the examples of its specification, what changed since 1.0, and each misuse in a sentence."""

import copy

import pytest
import yaml

from sdkwright import documents
from sdkwright.errors import GeneratorError
from sdkwright.normalise import Overlay

HEAD = {"overlay": "1.1.0", "info": {"title": "Corrections", "version": "1.0.0"}}
WHERE = "of overlay.yaml"


def overlay(*actions, **head):
    listed = [{"description": f"Reason {number}."} | one for number, one in enumerate(actions, 1)]
    return Overlay.parse(HEAD | {"actions": listed} | head, name="overlay.yaml")


def applied(document, *actions):
    overlay(*actions).apply(document)
    return document


def refused(document, *actions):
    with pytest.raises(GeneratorError) as caught:
        applied(document, *actions)
    return str(caught.value)


def example(text):
    return yaml.safe_load(text)


ITEMS = """
paths:
  /items:
    get: {responses: {'200': {description: OK}}}
  /some-items:
    delete: {responses: {'200': {description: OK}}}
"""


def test_the_example_of_a_structured_overlay():
    document = {"info": {}, "paths": {"/": {"summary": "Old", "get": {}}, "/pets": {"get": {}}}}
    update = {"info": {"x-overlay-applied": "structured-overlay"}, "paths": {"/": {"summary": "The root resource"}}}
    assert applied(document, {"target": "$", "update": update}) == {
        "info": {"x-overlay-applied": "structured-overlay"},
        "paths": {"/": {"summary": "The root resource", "get": {}}, "/pets": {"get": {}}},
    }


def test_the_example_of_a_targeted_overlay():
    document = {"paths": {"/foo": {"get": {"description": "a"}}, "/bar": {"get": {"description": "b"}}}}
    post = {"description": "This is an updated description of a child object", "x-safe": False}
    assert applied(
        document,
        {"target": "$.paths['/foo'].get.description", "update": "This is the new description"},
        {"target": "$.paths['/bar'].get.description", "update": "This is the updated description"},
        {"target": "$.paths['/bar']", "update": {"post": post}},
    ) == {
        "paths": {
            "/foo": {"get": {"description": "This is the new description"}},
            "/bar": {"get": {"description": "This is the updated description"}, "post": post},
        }
    }


def test_the_example_of_wildcards():
    parameters = [{"name": "filter", "in": "query"}, {"name": "filter", "in": "header"}]
    document = {"paths": {"/a": {"get": {"parameters": parameters}}}}
    schema = {"$ref": "#/components/schemas/filterSchema"}
    applied(
        document,
        {"target": "$.paths.*.get", "update": {"x-safe": True}},
        {"target": "$.paths.*.get.parameters[?@.name=='filter' && @.in=='query']", "update": {"schema": schema}},
    )
    assert document["paths"]["/a"]["get"]["x-safe"] is True
    assert [one.get("schema") for one in parameters] == [schema, None]


def test_the_examples_of_arrays():
    document = {"paths": {"/a": {"get": {"parameters": [{"name": "dummy"}], "tags": ["dummy", "kept", "dummy"]}}}}
    applied(
        document,
        {"target": "$.paths.*.get.parameters", "update": {"name": "newParam", "in": "query"}},
        {"target": "$.paths.*.get.parameters[?@.name == 'dummy']", "remove": True},
        {"target": "$.paths.*.get.tags[?@ == 'dummy']", "remove": True},
    )
    assert document["paths"]["/a"]["get"] == {"parameters": [{"name": "newParam", "in": "query"}], "tags": ["kept"]}


def test_the_example_of_traits():
    paged = {"x-oai-traits": ["paged"], "parameters": [{"name": "id"}]}
    document = {"paths": {"/items": {"get": {"x-oai-traits": ["paged"]}}, "/sub": {"get": paged}, "/o": {"get": {}}}}
    applied(
        document,
        {
            "target": "$.paths[?(@.get['x-oai-traits'][?(@ == 'paged')])].get",
            "update": {"parameters": [{"name": "top"}, {"name": "skip"}]},
        },
    )
    found = {
        path: [one["name"] for one in item["get"].get("parameters", ())] for path, item in document["paths"].items()
    }
    assert found == {"/items": ["top", "skip"], "/sub": ["id", "top", "skip"], "/o": []}


def test_the_example_of_a_simple_copy():
    document = applied(example(ITEMS), {"target": '$.paths["/some-items"]', "copy": '$.paths["/items"]'})
    assert set(document["paths"]["/some-items"]) == {"get", "delete"}
    assert document["paths"]["/items"] == example(ITEMS)["paths"]["/items"]
    document["paths"]["/items"]["get"]["responses"].clear()
    assert document["paths"]["/some-items"]["get"]["responses"], "a copy shares nothing with its source"


def test_the_example_of_a_copy_to_a_new_place():
    document = applied(
        example(ITEMS),
        {"target": "$.paths", "update": {"/other-items": {}}},
        {"target": '$.paths["/other-items"]', "copy": '$.paths["/items"]'},
    )
    assert document["paths"]["/other-items"] == document["paths"]["/items"] == example(ITEMS)["paths"]["/items"]


def test_the_example_of_a_move():
    document = applied(
        example(ITEMS),
        {"target": "$.paths", "update": {"/new-items": {}}},
        {"target": '$.paths["/new-items"]', "copy": '$.paths["/items"]'},
        {"target": '$.paths["/items"]', "remove": True},
    )
    old = example(ITEMS)["paths"]
    assert document["paths"] == {"/new-items": old["/items"], "/some-items": old["/some-items"]}


@pytest.mark.parametrize(
    ("old", "update", "new"),
    [
        ("old", "new", "new"),
        (1, None, None),
        (None, "text", "text"),
        (False, 2.5, 2.5),
        ([1], [2, 3], [1, 2, 3]),
        ([1], 2, [1, 2]),
        ([1], {"x": 2}, [1, {"x": 2}]),
        ([1], [[2]], [1, [2]]),
        ([1], None, [1, None]),
        ({"a": [1]}, {"a": [2], "b": {}}, {"a": [1, 2], "b": {}}),
        ({"a": 1}, {"a": "b"}, {"a": "b"}),
    ],
)
@pytest.mark.parametrize("way", ["update", "copy"])
def test_what_an_update_or_a_copy_does_to_each_kind(old, update, new, way):
    document = copy.deepcopy({"value": update, "target": old})
    action = {"update": update} if way == "update" else {"copy": "$.value"}
    assert applied(document, {"target": "$.target"} | action)["target"] == new


def test_a_copy_sees_what_the_actions_before_it_did():
    document = {"a": {"x": 1}, "b": {}}
    actions = [{"target": "$.a", "update": {"x": 2}}, {"target": "$.b", "copy": "$.a"}]
    assert applied(document, *actions)["b"] == {"x": 2}


def test_a_copy_into_its_own_source_takes_what_was_there_before():
    assert applied({"a": {"b": {}}}, {"target": "$.a.b", "copy": "$"}) == {"a": {"b": {"a": {"b": {}}}}}


def test_a_copy_goes_to_every_target():
    document = {"source": {"x": [1]}, "t": [{}, {"x": [0]}]}
    assert applied(document, {"target": "$.t[*]", "copy": "$.source"})["t"] == [{"x": [1]}, {"x": [0, 1]}]


def test_what_only_1_1_does_is_not_done_to_a_1_0_document():
    actions = [{"target": "$.a", "description": "Why.", "update": [2]}]
    document = {"a": [1], "o": {"x": {}}}
    Overlay.parse({"overlay": "1.0.0", "actions": actions}, name="overlay.yaml").apply(document)
    assert document["a"] == [1, [2]]
    Overlay.parse(
        {"overlay": "1.0.1", "actions": [{"target": "$.o", "description": "Why.", "update": {"x": 1}}]}, name="o"
    ).apply(document)
    assert document["o"] == {"x": 1}


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        (
            {"target": "$.o", "copy": "$.none"},
            "copies from $.none, which selects nothing; it must select one.",
        ),
        ({"target": "$.o", "copy": "$.t[*]"}, "copies from $.t[*], which selects 2 places; it must select one."),
        (
            {"target": "$['o', 't']", "update": {}},
            "selects an array and an object together; select one kind.",
        ),
        ({"target": "$.o", "update": "text"}, "merges a primitive value into an object; "),
        ({"target": "$.n", "update": {}}, "merges an object into a primitive value; "),
        ({"target": "$.o", "copy": "$.t"}, "merges an array into an object; "),
        ({"target": "$.o", "update": {"a/b": {"c": {}}}}, "merges an object into a primitive value at /a~1b/c; "),
        ({"target": "$.o", "update": {"a/b": None}}, "merges a primitive value into an object at /a~1b; "),
        ({"target": "$", "remove": True}, "removes the whole document; name a part of it."),
    ],
)
def test_what_an_action_cannot_do_is_refused(action, sentence):
    idle = {"target": "$.t", "update": []}
    document = {"o": {"a/b": {"c": 1}}, "t": [1, 2], "n": 1}
    if sentence.endswith("; "):
        sentence += "remove that with an action before, and give it anew."
    assert refused(document, idle, action) == f"overlay action 2 ({action['target']}) {WHERE} {sentence}"


def test_an_expression_to_copy_from_that_is_none_is_refused():
    said = refused({"a": {}}, {"target": "$.a", "copy": "$.b["})
    assert said.startswith(f"overlay action 1 ($.a) {WHERE} copies from $.b[: ")
    assert said.endswith("; see RFC 9535 for the syntax.")
    deep = "$" + "[?@" * 600
    assert refused({"a": {}}, {"target": "$.a", "copy": deep}).startswith(f"overlay action 1 ($.a) {WHERE} copies from")
    long = "$" + ".a" * 5000
    assert "10,001 characters; at most 2,000 are read" in refused({"a": {}}, {"target": "$.a", "copy": long})
    assert "10,001 characters; at most 2,000 are read" in refused({"a": {}}, {"target": long, "update": {}})


def test_copies_cannot_grow_the_document_without_end():
    double = [{"target": "$.a", "copy": "$.a", "x-turn": turn} for turn in range(60)]
    said = refused({"a": list(range(100))}, *double)
    assert said.endswith(f"adds to more than {documents.MAX_NODES:,} values; select fewer places.")
    nested = {}
    for _ in range(documents.MAX_DEPTH - 5):
        nested = {"n": nested}
    said = refused({"a": {}, "b": nested}, {"target": "$.b.n.n.n.n.n.n.n", "copy": "$.b"})
    assert said.endswith(f"nests the document more than {documents.MAX_DEPTH} levels deep; give it less.")


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        ({"copy": "$", "remove": True}, "needs one of `update`, `copy` and `remove: true`, and has copy and remove."),
        ({"copy": "$", "update": {}}, "needs one of `update`, `copy` and `remove: true`, and has update and copy."),
        (
            {"update": {}, "remove": True},
            "needs one of `update`, `copy` and `remove: true`, and has update and remove.",
        ),
        ({}, "needs one of `update`, `copy` and `remove: true`."),
        ({"remove": False}, "needs one of `update`, `copy` and `remove: true`."),
        ({"copy": 1}, ": `copy` is not a text; it is the JSONPath of the value to copy."),
        ({"copy": None}, ": `copy` is not a text; it is the JSONPath of the value to copy."),
        ({"update": {}, "remove": "yes"}, ": `remove` is neither true nor false."),
        ({"copi": "$"}, "has unknown keys: copi."),
    ],
)
def test_an_action_that_is_none_is_refused(action, sentence):
    with pytest.raises(GeneratorError) as caught:
        overlay({"target": "$.a", "remove": True}, {"target": "$"} | action)
    assert str(caught.value) == f"overlay.yaml: action 2{'' if sentence[0] == ':' else ' '}{sentence}"


def test_an_action_that_comes_twice_is_refused():
    same = {"target": "$.a", "description": "Why.", "update": 1}
    with pytest.raises(GeneratorError, match=r"^overlay.yaml: action 3 repeats action 1; delete one.$"):
        overlay(same, {"target": "$.b", "update": 1}, same)
    overlay(same, same | {"update": True})


def test_extensions_and_descriptions_are_taken():
    info = HEAD["info"] | {"description": "Why *all* of it.", "x-team": None}
    action = {"target": "$.a", "update": 2, "remove": False, "x-ticket": 7}
    document = {"a": 1}
    overlay(action, info=info, **{"x-made-by": {}, "extends": "openapi.yaml"}).apply(document)
    assert document == {"a": 2}


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ({"info": None}, "an overlay needs an `info` with a `title` and a `version`, both texts."),
        ({"info": {"title": "A"}}, "an overlay needs an `info` with a `title` and a `version`, both texts."),
        ({"info": HEAD["info"] | {"description": 1}}, "the `description` in `info` is not a text."),
        ({"info": HEAD["info"] | {"summary": "A"}}, "`info` has no summary; names of your own begin with x-."),
        ({"action": []}, "an overlay has no action; names of your own begin with x-."),
        ({"extends": 1}, "`extends` is not a text; it is the address of the document to correct."),
    ],
)
def test_what_surrounds_the_actions_is_checked(head, sentence):
    with pytest.raises(GeneratorError) as caught:
        overlay({"target": "$", "update": {}}, **head)
    assert str(caught.value) == f"overlay.yaml: {sentence}"


@pytest.mark.parametrize("version", ["1.0.0", "1.0", 1.0, "1.0.7"])
def test_a_1_0_document_needs_no_more_than_before(version):
    document = {"a": {}}
    action = {"target": "$.a", "description": "Why.", "update": {"x": 1}}
    Overlay.parse({"overlay": version, "actions": [action]}, name="overlay.yaml").apply(document)
    assert document == {"a": {"x": 1}}
    copying = {"target": "$.a", "description": "Why.", "copy": "$.a"}
    with pytest.raises(GeneratorError) as caught:
        Overlay.parse({"overlay": version, "actions": [copying]}, name="overlay.yaml")
    assert str(caught.value) == (
        "overlay.yaml: action 1 has `copy`, which Overlay 1.0 does not know; write `overlay: 1.1.0`."
    )


@pytest.mark.parametrize("version", ["1.1.0", "1.1.9", "1.1", 1.1])
def test_every_patch_of_1_1_is_read(version):
    overlay({"target": "$", "update": {}}, overlay=version)


@pytest.mark.parametrize("version", ["1.2.0", "2.0.0", "1.10.0", "1.1.0-rc1", "1.01", "1", 2, "", "1.1.0\n\x1b[31m"])
def test_another_version_is_refused(version):
    with pytest.raises(GeneratorError) as caught:
        overlay({"target": "$", "update": {}}, overlay=version)
    assert str(caught.value) == (
        f"overlay.yaml: `overlay` is {str(version)!a}, and we read OpenAPI Overlays 1.0 and 1.1; write it as one of "
        "them."
    )
