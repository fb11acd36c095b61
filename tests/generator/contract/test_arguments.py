"""Arguments hold what the document says that a value is, beyond its type."""

from types import SimpleNamespace

import pytest

from sdkwright.contract.arguments import Arguments
from sdkwright.emit.methods import method
from sdkwright.project import Project
from tests.apis import projects
from tests.generator.normalise.shapes import TEXT, WHOLE, Shaped, ref, thing

TIDES = Project(projects.FOLDER / "tides")
MODELS = SimpleNamespace(Card=dict, CardKind="the kind {}".format)


@pytest.mark.parametrize(
    ("kind", "value"), [(TEXT, "7"), (WHOLE, 7), ({"type": "string", "enum": ["6", "7"]}, "the kind 7")]
)
@pytest.mark.parametrize("inside", [False, True])
def test_the_only_member_of_a_union_has_the_value_that_stands_for_it(kind, value, inside):
    pay = {"oneOf": [ref("Card")], "discriminator": {"propertyName": "kind", "mapping": {"7": "Card"}}}
    body = thing(pay=ref("Pay")) if inside else ref("Pay")
    posted = {"requestBody": {"content": {"application/json": {"schema": body}}}, "responses": {"204": {}}}
    card = thing(kind=kind, number=TEXT) | {"required": ["kind"]}
    api = Shaped({"Pay": pay, "Card": card}, {"/things": {"post": posted}}).api
    found = Arguments(api, TIDES, MODELS).of(method(api.operations[0], api), "all")
    assert (found["pay"] if inside else found)["kind"] == value
