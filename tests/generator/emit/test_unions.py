"""Unions as source: aliases behind what they are made of, texts where one holds itself, names among values."""

import ast

import pytest

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.union_names import UnionNames, in_names
from sdkwright.emit.unions import named_unions
from sdkwright.ir import Alias, Api, Array, Map, Model, Reference, Scalar, Union
from tests.generator.hostile.payloads import TEXTS

STRING, INTEGER, NUMBER, BYTES = Scalar("string"), Scalar("integer"), Scalar("number"), Scalar("string", "byte")


def api(**types):
    """An API with aliases of some types, and two models."""
    schemas = {name: Model(name) for name in ("Card", "Bank")}
    return Api("A", "1", "", (), (), (), schemas | {name: Alias(name, type_) for name, type_ in types.items()}, {})


def statements(api):
    """The aliases in their order, with what they stand for."""
    nodes = [node for node in ast.parse(named_unions(api)).body if isinstance(node, ast.AnnAssign)]
    return [(node.target.id, ast.unparse(node.value)) for node in nodes]


def test_an_alias_stands_behind_those_that_it_is_made_of():
    found = statements(api(A=Union((Array(Reference("C")), STRING)), C=Union((STRING, INTEGER))))
    assert found == [("C", "OneOf[str | int]"), ("A", "OneOf[list[C] | str]")]


def test_what_holds_itself_stands_in_a_text():
    types = {"A": Union((Array(Reference("B")), STRING)), "B": Union((Map(Reference("A")), INTEGER))}
    assert statements(api(**types)) == [("B", "OneOf['dict[str, A] | int']"), ("A", "OneOf[list[B] | str]")]


def test_one_that_is_no_union_is_its_type():
    assert statements(api(A=Array(STRING))) == [("A", "list[str]")]


@pytest.mark.parametrize("text", [text for text in TEXTS.values() if text])
def test_a_discriminator_is_a_text_whatever_it_says(text):
    members = (Reference("Card"), Array(Reference("A")), Reference("Bank"))
    for union in (Union(members[::2], text, ((text, "Card"),)), Union(members, text, ((text, "Card"),))):
        [(_, source)] = statements(api(A=union))
        inner = ast.parse(source, mode="eval").body.slice
        inner = ast.parse(inner.value, mode="eval").body if isinstance(inner, ast.Constant) else inner
        call = inner.slice.elts[1]
        assert [ast.literal_eval(argument) for argument in call.args] == [text, {text: "Card"}]


def test_a_caller_sees_the_members_and_the_runtime_the_union():
    annotation = Annotation(Array(Union((NUMBER, STRING))), integers=True, nullable=True)
    assert annotation.source == "list[Decimal | int | str] | None"
    assert annotation.spoken == "list[Decimal or int or str]"
    assert annotation.answered == "List[OneOf[Decimal | str]] | None"
    assert annotation.checked == "List[OneOf[Decimal | str]]"


def test_unions_among_values_have_names_each_once():
    names = UnionNames()
    sources = ["OneOf[int | str]", "List[OneOf[int | List[str]]] | None", "OneOf[int | str]", "Card"]
    assert [in_names(source, names) for source in sources] == ["_Union1", "List[_Union2] | None", "_Union1", "Card"]
    assert names.written == {"_Union1": "OneOf[int | str]", "_Union2": "OneOf[int | List[str]]"}
