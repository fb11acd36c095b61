"""Members of a merge patch may be null, at any depth but in arrays, and nothing else may that shares their schemas."""

import pytest

from sdkwright.ir import Array, Map, Reference
from tests.generator.normalise.shapes import TEXT, Shaped, answering, ref, thing

PATCH = "application/merge-patch+json"
SCHEMAS = {
    "Boat": thing(
        name=TEXT,
        id=TEXT | {"readOnly": True},
        owner=ref("Owner"),
        crew={"type": "array", "items": ref("Owner")},
        flags={"type": "object", "additionalProperties": ref("Owner")},
        kind={"type": "string", "enum": ["sail", "motor"]},
    ),
    "Owner": thing(name=TEXT, heir=ref("Owner")),
}


def patching(*media_types, answers=()):
    """The model of what is patched, and all models."""
    content = {media_type: {"schema": ref("Boat")} for media_type in media_types}
    answer = {"responses": {"204": {"description": ""}}, "requestBody": {"required": True, "content": content}}
    paths = {"/boats": {"patch": answer}} | answering(*map(ref, answers))
    shaped = Shaped(SCHEMAS, paths)
    operation = next(one for one in shaped.api.operations if one.method == "PATCH")
    return operation, shaped


def nullable(model):
    return {field.wire for field in model.fields if field.nullable}


def test_what_only_patches_use_is_changed_in_its_place():
    operation, shaped = patching(PATCH)
    assert operation.body.content.type == Reference("Boat")
    assert nullable(shaped.api.models["Boat"]) == {"name", "owner", "crew", "flags", "kind"}
    assert nullable(shaped.api.models["Owner"]) == {"name", "heir"}
    assert shaped.api.models["Boat"].field("flags").type == Map(Reference("Owner"), nullable_values=True)
    assert "takes it away" in shaped.told["PATCH /boats body"]


def test_what_answers_use_too_has_a_model_for_patches():
    operation, shaped = patching(PATCH, answers=["Boat"])
    models = shaped.api.models
    assert operation.body.content.type == Reference("BoatPatch")
    assert nullable(models["Boat"]) == nullable(models["Owner"]) == set()
    assert nullable(models["BoatPatch"]) == {"name", "owner", "crew", "flags", "kind"}
    assert models["BoatPatch"].field("owner").type == Reference("OwnerPatch")
    assert models["OwnerPatch"].field("heir").type == Reference("OwnerPatch")
    # An array is replaced as a whole.
    assert models["BoatPatch"].field("crew").type == Array(Reference("Owner"))
    assert models["BoatPatch"].field("kind").type == models["Boat"].field("kind").type


def test_the_part_that_others_use_alone_is_taken_apart():
    operation, shaped = patching(PATCH, answers=["Owner"])
    assert operation.body.content.type == Reference("Boat")
    assert shaped.api.models["Boat"].field("owner").type == Reference("OwnerPatch")
    assert nullable(shaped.api.models["Owner"]) == set()


def test_what_is_sent_under_another_name_too_stays_one_body():
    operation, _ = patching("application/json", PATCH, answers=["Boat"])
    assert {content.type for content in operation.body.contents} == {Reference("BoatPatch")}
    assert [content.media_type for content in operation.body.contents] == ["application/json", PATCH]


@pytest.mark.parametrize("media_type", ["application/json", "application/json-patch+json", "text/plain"])
def test_nothing_else_is_a_merge_patch(media_type):
    _, shaped = patching(media_type, answers=["Boat"])
    assert {name for name in shaped.api.models if name.endswith("Patch")} == set()
