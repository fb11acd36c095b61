"""The overlay: what an action changes, and that none may do nothing."""

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.normalise import Overlay


def overlay(*actions):
    return Overlay.parse({"overlay": "1.0.0", "actions": list(actions)}, name="overlay.yaml")


def applied(document, target, **effect):
    overlay({"target": target, "description": "Why.", **effect}).apply(document)
    return document


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ({"b": 2}, {"a": 1, "sub": {"x": 1}, "list": [1], "b": 2}),
        ({"a": 5}, {"a": 5, "sub": {"x": 1}, "list": [1]}),
        ({"sub": {"y": 2}}, {"a": 1, "sub": {"x": 1, "y": 2}, "list": [1]}),
        ({"sub": 3}, {"a": 1, "sub": 3, "list": [1]}),
        ({"list": [2]}, {"a": 1, "sub": {"x": 1}, "list": [1, 2]}),
        ({"a": None}, {"a": None, "sub": {"x": 1}, "list": [1]}),
    ],
    ids=["adds", "replaces", "merges objects", "replaces an object", "appends to a list", "null is a value"],
)
def test_an_update_merges_into_an_object(update, expected):
    assert applied({"o": {"a": 1, "sub": {"x": 1}, "list": [1]}}, "$.o", update=update) == {"o": expected}


def test_an_update_of_a_list_appends():
    assert applied({"tags": [{"n": 1}]}, "$.tags", update={"n": 2}) == {"tags": [{"n": 1}, {"n": 2}]}


def test_a_filter_chooses_among_list_items():
    document = {"p": [{"name": "a"}, {"name": "b"}]}
    assert applied(document, "$.p[?@.name == 'b']", update={"x": 1}) == {"p": [{"name": "a"}, {"name": "b", "x": 1}]}


def test_removing_several_list_items_removes_those_and_no_others():
    document = {"p": [{"n": number, "gone": number % 2 == 0} for number in range(5)]}
    assert [item["n"] for item in applied(document, "$.p[?@.gone == true]", remove=True)["p"]] == [1, 3]


def test_removing_a_key():
    assert applied({"a": {"b": 1, "c": 2}}, "$.a.b", remove=True) == {"a": {"c": 2}}


def test_two_targets_do_not_share_what_was_merged_into_them():
    document = applied({"a": {}, "b": {}}, "$[*]", update={"new": {"list": []}})
    document["a"]["new"]["list"].append(1)
    assert document["b"] == {"new": {"list": []}}


def test_counts_and_lines_for_what_this_revision_lacks():
    parsed = overlay(
        {"target": "$.a[*]", "description": "Why.", "update": {"x": 1}},
        {"target": "$.nowhere", "description": "Why.", "remove": True, "x-absent-in": "older revisions"},
    )
    changed, absent = parsed.apply({"a": [{}, {}, {}]})
    assert (changed, absent) == (3, ["overlay action 2 ($.nowhere): absent, as in older revisions"])


def test_an_action_that_matches_nothing_is_refused():
    with pytest.raises(GeneratorError) as caught:
        applied({"a": {}}, "$.b", update={"x": 1})
    assert str(caught.value) == (
        "overlay action 1 ($.b) matches nothing; correct its target, delete it, or say with `x-absent-in` which "
        "revisions lack it."
    )


@pytest.mark.parametrize("target", ["$.a[", "a", "", "$.a[?@.b ~ 'x']"])
def test_a_target_that_is_no_json_path_is_refused(target):
    with pytest.raises(
        GeneratorError, match=r"^overlay action 1 \(.*\) of overlay.yaml: .*; see RFC 9535 for the syntax\.$"
    ):
        applied({"a": {}}, target, update={})


@pytest.mark.parametrize(
    ("document", "update", "sentence"),
    [
        (
            {"a": 1},
            {"x": 1},
            "updates a primitive value, which only Overlay 1.1 can; write `overlay: 1.1.0`, or select what holds it.",
        ),
        ({"a": {}}, "text", "updates an object with a primitive value; an object takes only an object."),
        ({"a": {}}, None, "updates an object with a primitive value; an object takes only an object."),
        ({"a": {}}, [1], "updates an object with an array; an object takes only an object."),
    ],
)
def test_an_update_of_another_kind_is_refused(document, update, sentence):
    with pytest.raises(GeneratorError) as caught:
        applied(document, "$.a", update=update)
    assert str(caught.value) == f"overlay action 1 ($.a) of overlay.yaml {sentence}"


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ({}, "overlay.yaml: not an OpenAPI Overlay; it starts with `overlay: 1.1.0`."),
        ({"overlay": "1.0.0"}, "overlay.yaml: an overlay needs a list of `actions`."),
        ({"overlay": "1.0.0", "actions": []}, "overlay.yaml: an overlay needs a list of `actions`."),
        ({"overlay": "1.0.0", "actions": ["x"]}, "overlay.yaml: action 1 is not an object."),
    ],
)
def test_what_is_no_overlay_is_refused(document, sentence):
    with pytest.raises(GeneratorError) as caught:
        Overlay.parse(document, name="overlay.yaml")
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        ({"target": "$", "description": "", "updat": {}}, "has unknown keys: updat."),
        ({"target": "$", "update": {}}, "needs a `target` (a JSONPath) and a `description` (the reason)."),
        ({"description": "Why.", "update": {}}, "needs a `target` (a JSONPath) and a `description` (the reason)."),
        ({"target": "$", "description": "Why."}, "needs either an `update` or `remove: true`."),
        ({"target": "$", "description": "Why.", "remove": False}, "needs either an `update` or `remove: true`."),
        (
            {"target": "$", "description": "Why.", "update": {}, "remove": True},
            "needs either an `update` or `remove: true`.",
        ),
    ],
)
def test_an_action_without_target_reason_or_effect_is_refused(action, sentence):
    with pytest.raises(GeneratorError) as caught:
        overlay({"target": "$", "description": "Why.", "update": {}}, action)
    assert str(caught.value) == f"overlay.yaml: action 2 {sentence}"
