"""What the document says of who may see a value, and where it leads: into `_schemas.py` of the package."""

import json

import pytest

from sdkwright.emit.schemas import schemas_module
from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.normalise import normalise
from tests.generator import vendor_sample as sample

ORDER = "$.components.schemas.OrderApiModel"


def constants(*actions, formats=None):
    """What `_schemas.py` holds for the sample, with actions of the overlay and formats of an order's properties."""
    document = json.loads(json.dumps(sample.upstream()))
    for name, kind in (formats or {}).items():
        document["components"]["schemas"]["OrderApiModel"]["properties"][name] = {"type": "string", "format": kind}
    listed = [{"target": target, "description": "A reason.", "update": update} for target, update in actions]
    done = normalise(
        document, sample.overlay(*listed), sample.NAMES, name="sample.json", configuration=sample.CONFIGURATION
    )
    found = {}
    exec(schemas_module(build(done.document)), found)
    return found


def test_nothing_is_said_where_the_document_says_nothing():
    assert constants()["SECRETS"] == {}


def test_a_model_whose_schema_has_another_name_is_listed():
    names = constants()["NAMES"]
    assert names["Order"] == "OrderApiModel"
    assert all(model != schema for model, schema in names.items())


@pytest.mark.parametrize("value", [True, False])
def test_the_overlay_says_who_may_see_a_value(value):
    assert constants((f"{ORDER}.properties.Total", {"x-secret": value}))["SECRETS"] == {"Order": {"total": value}}


def test_the_format_of_a_password_says_that_nobody_may():
    found = constants(formats={"Pin": "password", "Web": "uri"})
    assert found["SECRETS"] == {"Order": {"pin": True}}


def test_the_overlay_has_the_last_word():
    action = (f"{ORDER}.properties.Pin", {"x-secret": False})
    assert constants(action, formats={"Pin": "password"})["SECRETS"] == {"Order": {"pin": False}}


@pytest.mark.parametrize("value", ["true", 1, None])
def test_it_is_true_or_false(value):
    with pytest.raises(GeneratorError, match=r"brings x-secret: .*; it may bring .*`x-secret: true` \(or `false`\)"):
        constants((f"{ORDER}.properties.Total", {"x-secret": value}))


def test_only_a_property_can_be_secret():
    with pytest.raises(GeneratorError, match="brings x-secret: True"):
        constants((ORDER, {"x-secret": True}))
