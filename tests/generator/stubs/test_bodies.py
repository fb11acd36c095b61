"""Answers of stubs: of every type that the representation knows, finite, and with all that must be there."""

import itertools
import re

import pytest

from sdkwright.ir import Array, Field, Map, Model, Object, Reference, Scalar
from sdkwright.project import Project
from sdkwright.stubs.bodies import DEEPEST, MAX_DEPTH, Bodies
from tests.apis import projects

TIDES = Project(projects.FOLDER / "tides")


def answer(type_, *models):
    return Bodies({model.name: model for model in models}, TIDES).answer(type_, operation="things.get")


def chain(length, *, required):
    """Models that each hold the next one."""
    names = [f"Link{number}" for number in range(length)]
    inner = [
        Model(name, (Field("next", "next", Reference(after), required=required),))
        for name, after in itertools.pairwise(names)
    ]
    return [*inner, Model(names[-1], (Field("end", "end", Scalar("boolean")),))]


def depth(value):
    return 0 if not isinstance(value, dict) else 1 + max(map(depth, value.values()), default=0)


@pytest.mark.parametrize(
    ("format_", "pattern"),
    [
        ("date", r"\d{4}-\d\d-\d\d"),
        ("time", r"\d\d:\d\d:\d\dZ"),
        ("date-time", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
        ("duration", "PT1H"),
        ("uuid", r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        ("byte", "dGV4dA=="),
        ("decimal", r"\d+\.\d\d"),
    ],
)
def test_a_text_has_the_form_of_its_format(format_, pattern):
    assert re.fullmatch(pattern, answer(Scalar("string", format_)))


def test_a_map_has_a_member_of_its_type():
    found = answer(Map(Array(Scalar("integer"))))
    assert [*found] == ["key"]
    assert all(isinstance(item, int) for item in found["key"])


def test_an_object_that_allows_no_members_has_none():
    limits = {"maxProperties": 0}
    fields = (Field("a", "a", Object(), limits=limits), Field("b", "b", Array(Object()), limits={"items": limits}))
    found = answer(Reference("Box"), Model("Box", (*fields, Field("c", "c", Map(Object())))))
    assert (found["a"], found["b"]) == ({}, [{}, {}])
    assert found["c"]["key"]


def test_what_may_be_left_out_ends_and_what_must_be_there_is():
    models = chain(MAX_DEPTH + 3, required=False)
    assert depth(answer(Reference("Link0"), *models)) == MAX_DEPTH
    models = chain(MAX_DEPTH + 3, required=True)
    assert depth(answer(Reference("Link0"), *models)) == MAX_DEPTH + 3 < DEEPEST


@pytest.mark.parametrize(("nullable", "expected"), [(False, {}), (True, {"parent": None})])
def test_a_record_inside_itself_is_left_out_or_null(nullable, expected):
    tree = Model("Tree", (Field("parent", "parent", Reference("Tree"), nullable=nullable),))
    assert answer(Reference("Tree"), tree) == expected


def test_who_may_do_without_a_record_that_would_hold_itself_does():
    chat = Model("Chat", (Field("pinned", "pinned", Reference("Note")), Field("id", "id", Scalar("integer"))))
    note = Model("Note", (Field("chat", "chat", Reference("Chat"), required=True),))
    assert answer(Reference("Chat"), chat, note).keys() == {"id"}
    assert answer(Reference("Note"), chat, note)["chat"].keys() == {"id"}
    assert answer(Array(Reference("Chat")), chat, note)[0].keys() == {"id"}
