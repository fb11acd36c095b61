"""Every model of a package carries an example of its schema, and one that does not is named."""

import json
import shutil

import attrs
import pytest

from sdkwright.emit.models import models
from sdkwright.ir import Alias, Anything, Api, Array, Direction, Enum, Field, Map, Model, Reference, Scalar, Union
from sdkwright.project import Project
from sdkwright.verify import agreement
from sdkwright.verify.decoding import begin
from sdkwright.verify.elsewhere import verdict_of
from sdkwright.verify.examples import examples_of
from sdkwright.verify.staged import Staged, Verdict

TEXT, WHOLE = Scalar("string"), Scalar("integer")
FORMATS = ("date-time", "date", "time", "duration", "uuid", "byte", "binary", "decimal")
TYPES = {
    **{format_.replace("-", "_"): Scalar("string", format_) for format_ in FORMATS},
    "amount": Scalar("number"),
    "flag": Scalar("boolean"),
    "grid": Array(Array(WHOLE)),
    "level": Reference("Level"),
    "colour": Reference("Colour"),
    "texts": Map(Scalar("string", "decimal")),
    "nodes": Map(Array(Reference("Node"))),
    "node": Reference("Node"),
    "any": Anything(),
    "one": Union((WHOLE, Reference("Colour"), Array(TEXT))),
    "tree": Reference("Tree"),
    "trees": Map(Reference("Tree")),
}
SCHEMAS = {
    "Level": Enum("Level", (3, -1), ("HIGH", "LOW"), kind="integer"),
    "Colour": Enum("Colour", ("", "red"), ("EMPTY", "RED")),
    "Node": Model("Node", (Field("inner", "inner", Reference("Node")),), extras=Reference("Node")),
    "Leaf": Model("Leaf", (Field("kind", "kind", TEXT, required=True),)),
    "Tree": Alias(
        "Tree",
        Union((TEXT, Array(Reference("Tree")), Map(Reference("Tree")), Reference("Leaf")), "kind", (("b", "Leaf"),)),
    ),
    "Endless": Model("Endless", (Field("self", "self", Reference("Endless"), required=True),)),
    "All": Model(
        "All",
        tuple(Field(f"{name}_", f"{name}!", type_, required=True) for name, type_ in TYPES.items())
        + tuple(Field(name, name, type_, nullable=True) for name, type_ in TYPES.items())
        + (
            Field("id", "id", WHOLE, required=True, read_only=True),
            Field("pin", "pin", TEXT, required=True, write_only=True),
        ),
        extras=Scalar("string", "decimal"),
    ),
}


def judge(tree: Staged) -> Verdict:
    return verdict_of(begin(tree))


@pytest.fixture(scope="module")
def runtime(tmp_path_factory):
    project = Project.find(__file__)
    package = tmp_path_factory.mktemp("decoding") / project.name
    shutil.copytree(project.runtime, package, ignore=shutil.ignore_patterns("__pycache__"))
    return project, package


def staged(runtime, direction, spoil=lambda source: source):
    project, package = runtime
    schemas = {name: attrs.evolve(schema, direction=direction) for name, schema in SCHEMAS.items()}
    api = Api("Kinds", "1", "", (), (), (), schemas, {})
    (package / "models.py").write_text(spoil(models(api)), encoding="utf-8")
    return Staged(root=package.parent, project=project, api=api)


@pytest.mark.parametrize("direction", Direction)
def test_every_kind_of_field_passes_in_every_direction(runtime, direction):
    verdict = judge(staged(runtime, direction))
    assert [problem.what for problem in verdict.problems] == []
    assert verdict.fact == "4 models carry an example, 1 unions one of each member, but for 1 that no object can be"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "amount: Decimal | None",
            "amount: int | None",
            "All does not carry an example of its schema: Undecodable: amount",
        ),
        ("name='any!'", "name='none!'", "All does not carry an example of its schema: Undecodable"),
        ("dict[str, DecimalText]", "dict[str, DecimalText] | dict[str, Node]", "All does not carry an example"),
    ],
)
def test_a_model_that_loses_something_is_named(runtime, old, new, said):
    def spoil(source):
        assert old in source
        return source.replace(old, new)

    problems = judge(staged(runtime, Direction.RECEIVED, spoil)).problems
    assert problems
    assert any(said in problem.what for problem in problems), problems
    assert problems[0].where == "envoice/models.py"


def test_an_example_has_every_field_and_something_beside_them():
    api = Api("Kinds", "1", "", (), (), (), SCHEMAS, {})
    examples = examples_of(api)
    assert examples["Endless"] == []
    # Once for each member that a field has to choose from.
    assert len(examples["All"]) == 4
    whole = json.loads(examples["All"][0])
    assert whole.keys() == {field.wire for field in SCHEMAS["All"].fields} | {"beside_0"}
    assert [json.loads(text) for text in examples["Node"]] == [{"inner": {}, "beside_0": {}}]
    assert [json.loads(text) for text in examples["Tree"]] == ["text", ["text"], {"key": "text"}, {"kind": "b"}]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Tree: TypeAlias", "Bush: TypeAlias", "has no Tree, which is a union of the document"),
        ("Tree: TypeAlias", "Bush: TypeAlias", "Bush is no union of the document"),
        ("list[Tree]", "list[Leaf]", "Tree is OneOf[Annotated[str | list[Leaf] |"),
    ],
)
def test_a_union_that_is_another_one_is_named(runtime, old, new, said):
    found = agreement.judge(staged(runtime, Direction.RECEIVED, lambda source: source.replace(old, new)))
    assert any(said in problem.what for problem in found.problems), found.problems
    assert not agreement.judge(staged(runtime, Direction.RECEIVED)).problems


def test_a_union_that_cannot_be_read_is_named(runtime):
    def spoil(source):
        assert "list[Tree]" in source
        return source.replace("list[Tree]", "list[Nothing]")

    problems = judge(staged(runtime, Direction.RECEIVED, spoil)).problems
    assert any("Tree does not carry an example of its schema" in problem.what for problem in problems)
