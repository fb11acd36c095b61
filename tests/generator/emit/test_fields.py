"""What the representation says of a field's type is what datamodel-code-generator writes, in every combination."""

from itertools import product

import pytest

from sdkwright.emit.fields import fields_of
from sdkwright.emit.models import models
from sdkwright.ir import Direction, build
from sdkwright.project import Project
from sdkwright.verify.agreement import judge
from sdkwright.verify.staged import Staged
from tests.generator import vendor_sample as sample

TEXT, ENUM, MODEL = {"type": "string"}, {"$ref": "#/components/schemas/Kind"}, {"$ref": "#/components/schemas/Other"}


def listed(items):
    return {"type": "array", "items": items}


TYPES = {
    "text": TEXT,
    "moment": {"type": "string", "format": "date-time"},
    "whole": {"type": "integer", "format": "int64"},
    "amount": {"type": "number", "format": "decimal"},
    "flag": {"type": "boolean"},
    "object": {"type": "object"},
    "anything": {},
    "enum": {"allOf": [ENUM]},
    "model": {"allOf": [MODEL]},
    "texts": listed(TEXT),
    "holes": listed(TEXT | {"nullable": True}),
    "enums": listed(ENUM),
    "enum_holes": listed(ENUM | {"nullable": True}),
    "models": listed(MODEL),
    "tables": listed(listed({"type": "number", "format": "decimal"})),
    "objects": listed({"type": "object"}),
    "anythings": listed({}),
}


def api_of(direction):
    """An API with a model that has a field of each type in each state, carried in one direction."""
    properties, required = {}, []
    for (name, node), (must, may) in product(TYPES.items(), product((True, False), repeat=2)):
        wire = f"{name}_{'required' if must else 'optional'}_{'nullable' if may else 'never_null'}"
        properties[wire] = node | ({"nullable": True} if may else {})
        required += [wire] if must else []
    schemas = {
        "Note": {"type": "object", "properties": properties, "required": required},
        "Other": {"type": "object", "properties": {}},
        "Kind": {"type": "string", "enum": ["a"], "x-enum-varnames": ["A"]},
    }
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}}
    operation = sample.get(
        operationId="notes.put",
        responses={"200": {"description": "OK"} | (body if direction in {Direction.RECEIVED, Direction.BOTH} else {})},
        **({"requestBody": body} if direction in {Direction.SENT, Direction.BOTH} else {}),
    )
    api = build(sample.document({"/notes": operation}, schemas=schemas))
    assert api.schemas["Note"].direction is direction
    return api


@pytest.mark.parametrize("direction", Direction)
def test_every_field_is_written_as_it_is_represented(direction, tmp_path):
    api, project = api_of(direction), Project.find(__file__)
    package = tmp_path / project.name
    package.mkdir()
    (package / "models.py").write_text(models(api), encoding="utf-8")
    verdict = judge(Staged(root=tmp_path, project=project, api=api))
    assert [problem.what for problem in verdict.problems] == []
    assert verdict.fact == "3 schemas in, 2 models and 1 enums out"


def test_what_must_be_given_comes_first():
    codes = fields_of(api_of(Direction.SENT).models["Note"], {})
    assert [code.default is None for code in codes] == sorted((code.default is None for code in codes), reverse=True)


@pytest.mark.parametrize(
    ("direction", "wire", "annotation", "default", "given"),
    [
        (Direction.SENT, "amount_required_never_null", "Decimal | int", None, "Decimal | int"),
        (Direction.SENT, "enum_optional_nullable", "Kind | None | UnsetType", "UNSET", "Kind | None | UnsetType"),
        (Direction.RECEIVED, "enums_optional_nullable", "list[OrOrdinal[Kind]] | None", "None", "list[Kind] | None"),
        (Direction.NONE, "text_optional_never_null", "str | None", "None", "str | None"),
        (Direction.SENT, "text_optional_never_null", "str | UnsetType", "UNSET", "str | UnsetType"),
        (Direction.RECEIVED, "model_optional_never_null", "Other | None", "None", "Other | None"),
        (Direction.BOTH, "enum_optional_never_null", "Omissible[OrOrdinal[Kind]]", "ABSENT", "Kind | UnsetType"),
        (Direction.BOTH, "amount_optional_never_null", "OmissibleAmount", "ABSENT", "Decimal | int | UnsetType"),
        (Direction.BOTH, "amount_optional_nullable", "NullableAmount", "ABSENT", "Decimal | int | None | UnsetType"),
        (Direction.BOTH, "amount_required_never_null", "RequiredAmount", None, "Decimal | int"),
        (Direction.BOTH, "model_optional_nullable", "Nullable[Other]", "ABSENT", "Other | None | UnsetType"),
        (Direction.BOTH, "text_required_nullable", "str | None", None, "str | None"),
    ],
)
def test_what_a_caller_gives(direction, wire, annotation, default, given):
    api = api_of(direction)
    code = next(code for code in fields_of(api.models["Note"], api.schemas) if code.field.wire == wire)
    assert (code.annotation, code.default, code.given.source) == (annotation, default, given)
    assert code.given_default == ("UNSET" if default == "ABSENT" else default)
