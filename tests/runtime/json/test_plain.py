"""Models as plain values and back: names of JSON or of Python, exact numbers, no secret unless asked for."""

import json
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdk._json.codec import decode, encode
from sdk.errors import ConfigurationError, EncodeError, ModelError

from tests.runtime.json.test_kinds import FULL, Leaf, Level, Part, Shelf, Tree
from tests.runtime.standin import Line, ThingCreate


@pytest.fixture(scope="module")
def tree():
    return decode(encode(FULL), Tree)


def test_it_is_what_json_has(tree):
    written = tree.to_dict(secrets=True)
    assert written == FULL
    assert [type(written[name]) for name in ("Day", "Cost", "Amount", "Level")] == [str, str, Decimal, int]
    assert json.loads(tree.to_json(secrets=True), parse_float=Decimal) == FULL
    assert tree.to_json(secrets=True, indent=2).startswith('{\n  "')


def test_the_names_are_those_of_python_where_asked_for(tree):
    written = tree.to_dict(names="python", secrets=True)
    assert written["parts"] == {"left": [{"name": "n", "additional_properties": {"Weight": "2.50"}}]}
    assert written["inner"] == {"id": 8, "additional_properties": {"colour": "red"}}
    assert written["minus"] == 3
    assert written["additional_properties"] == {"colour": {"r": Decimal("0.30")}, "Id2": None}


@pytest.mark.parametrize("names", ["wire", "python"])
def test_it_can_be_read_again(tree, names):
    assert Tree.from_dict(tree.to_dict(names=names, secrets=True), names=names) == tree
    assert Tree.from_json(tree.to_json(names=names, secrets=True), names=names) == tree
    again = Tree.from_json(tree.to_json(names=names, secrets=True).encode(), names=names)
    assert str(again.amount) == "0.10"
    assert str(again.cost) == "100.10"


def test_no_secret_is_written_unless_asked_for(tree):
    written = tree.to_dict()
    assert (written["Password"], written["Link"]) == ("<hidden>", "https://host.example/x?<hidden>")
    beside = Tree(additional_properties={"apiKey": "abc", "sessionToken": "def", "url": "https://a.example/?sig=1"})
    assert beside.to_dict() == {
        "apiKey": "<hidden>",
        "sessionToken": "<hidden>",
        "url": "https://a.example/?<hidden>",
    }
    assert not {"hunter22", "sig=1"} & set(tree.to_json())
    assert "abc" not in repr(beside)
    assert "sig=1" not in repr(beside)
    assert beside.to_dict(secrets=True) == beside.additional_properties


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"Password": "<hidden>"}, "Password"),
        ({"Link": "https://host.example/x?<hidden>"}, "Link"),
        ({"Inner": {"apiKey": "<hidden>"}}, "Inner.apiKey"),
    ],
)
def test_what_was_hidden_is_not_read_as_a_value(data, path):
    with pytest.raises(ModelError, match=r"was hidden when it was written; write it with secrets=True\.$") as caught:
        Tree.from_dict(data)
    assert caught.value.path == path


def test_values_may_be_those_of_python():
    data = {
        "day": date(2026, 1, 31),
        "key": UUID(int=5),
        "raw": b"bytes",
        "span": timedelta(hours=1),
        "level": Level.LOW,
        "cost": Decimal("1.10"),
        "amount": 3,
        "inner": Tree(id=2),
        "parts": {"k": (Part(name="n"),)},
    }
    tree = Tree.from_dict(data, names="python")
    assert {name: getattr(tree, name) for name in data} == data | {"parts": {"k": [Part(name="n")]}}


def test_what_a_class_has_no_field_for_is_kept_or_ignored():
    assert Tree.from_dict({"x": 1}).additional_properties == {"x": 1}
    assert Leaf.from_dict({"Number": 1, "x": 1}) == Leaf(number=1)
    assert Shelf.from_dict({"a": {"Number": 1, "x": 2}}).additional_properties == {"a": Leaf(number=1)}
    assert ThingCreate.from_dict({"number": "A-1", "nothing": 1}, names="python") == ThingCreate(number="A-1")


@pytest.mark.parametrize(
    ("kind", "data", "said", "path"),
    [
        (Leaf, {"Number": "x"}, "Leaf cannot be read at 'Number': Expected `int`, got `str`.", "Number"),
        (Leaf, {}, "Leaf cannot be read: Object missing required field `Number`.", ""),
        (Leaf, [], "Leaf is read from a mapping; got list.", ""),
        (Tree, {"Inner": {"Counts": {"a": "b"}}}, "at 'Inner.Counts[...]': Expected `int`, got `str`.", None),
        (Tree, {"Cost": 1.5}, "the float 1.5 is not exact; pass Decimal('1.5'), and read JSON with from_json.", "Cost"),
        (Tree, {"Cost": "NaN"}, "Tree cannot be read at 'Cost': the number is not finite.", "Cost"),
        (Tree, {1: 2}, "a key is of the type int; it must be a str.", ""),
        (Tree, {"Day": "31.1.2026"}, "Invalid RFC3339 encoded date", "Day"),
        (Tree, {"Level": "low"}, "Expected `int`, got `str`", "Level"),
        (Shelf, {"a": {"Number": None}}, "Shelf cannot be read at 'a.Number': Expected `int`, got `null`.", "a.Number"),
    ],
)
def test_values_of_no_such_model_are_refused_by_their_place(kind, data, said, path):
    with pytest.raises(ModelError) as caught:
        kind.from_dict(data)
    assert said in caught.value.message
    assert path is None or caught.value.path == path
    assert isinstance(caught.value, ValueError)
    assert caught.value.__context__ is None or caught.value.__suppress_context__


@pytest.mark.parametrize(
    ("text", "said"), [("{", "truncated"), ("", "is empty"), (b"\xff", "malformed"), ("\ud800", "lone")]
)
def test_a_text_that_is_no_json_is_refused(text, said):
    with pytest.raises(ModelError, match=said):
        Leaf.from_json(text)


def test_there_are_no_other_names():
    for call in (Leaf(number=1).to_dict, Leaf(number=1).to_json):
        with pytest.raises(ConfigurationError, match="names must be 'wire' or 'python'; got 'json'"):
            call(names="json")
    with pytest.raises(ConfigurationError):
        Leaf.from_dict({}, names="json")


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (
            Tree(additional_properties={"x": [object()]}),
            "The field 'x[0]' cannot be written: a value of the type object",
        ),
        (Tree(inner=Tree(free={"a": {1j}})), "The field 'inner.free.a[0]' cannot be written"),
    ],
)
def test_a_value_without_a_form_in_json_is_named(model, said):
    with pytest.raises(EncodeError) as caught:
        model.to_dict()
    assert said in str(caught.value)


def test_what_contains_itself_is_refused():
    endless, nested = [], {}
    endless.append(endless)
    nested["Inner"] = nested
    for call in (Tree(free={"a": endless}).to_json, lambda: Tree.from_dict({"Inner": nested})):
        with pytest.raises((EncodeError, ModelError), match="nested too deeply"):
            call()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.decimals(-10, 10, places=2) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=50, deadline=None)
@given(
    members=st.dictionaries(
        st.text(max_size=8).filter(lambda name: name not in Tree.__struct_encode_fields__), json_values
    ),
    counts=st.dictionaries(st.text(max_size=5), st.integers(-(2**63), 2**63 - 1), max_size=3),
)
def test_whatever_is_beside_the_fields_comes_back(members, counts):
    tree = Tree(counts=counts, additional_properties=members)
    for again in (
        decode(encode(tree), Tree),
        Tree.from_dict(tree.to_dict(secrets=True)),
        Tree.from_dict(tree.to_dict(secrets=True, names="python"), names="python"),
        Tree.from_json(tree.to_json(secrets=True)),
    ):
        assert again.additional_properties == members
        assert again.counts == counts


def test_old_and_plain_models_have_it_too():
    thing = ThingCreate(number="A-1", items=[Line(cost=Decimal("100.10"))])
    assert thing.to_dict() == {"Number": "A-1", "Items": [{"Cost": Decimal("100.10")}]}
    assert thing.to_json() == '{"Number":"A-1","Items":[{"Cost":100.10}]}'
    assert ThingCreate.from_dict({"Items": [{"Cost": "100.10"}]}) == ThingCreate(items=[Line(cost=Decimal("100.10"))])
