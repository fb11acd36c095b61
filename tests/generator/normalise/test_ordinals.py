"""The numbers of an enum: from the overlay to the class, and nowhere else."""

import ast
import json

import pytest

from sdkwright.emit.models import models
from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.normalise import Overlay, normalise
from tests.generator import vendor_sample as sample

SITE = "$.components.schemas.OrderApiModel.properties.Status"
OTHER = "$.components.schemas.OrderDetails.properties.Status"


def normalised(*actions, document=None):
    listed = [{"target": target, "description": "A reason.", "update": update} for target, update in actions]
    overlay = Overlay.parse(sample.OVERLAY | {"actions": [*sample.OVERLAY["actions"], *listed]}, name="overlay.yaml")
    # As loaded: the sample's own sites share their lists.
    loaded = json.loads(json.dumps(document or sample.upstream()))
    return normalise(loaded, overlay, sample.NAMES, name="sample.json", configuration=sample.CONFIGURATION)


def classes(source):
    return {
        node.name: ast.unparse(node).splitlines()[0]
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef)
    }


def test_the_overlay_gives_an_enum_its_numbers():
    document = normalised((SITE, {"x-enum-ordinals": [3, -1]})).document
    assert document["components"]["schemas"]["OrderStatus"]["x-enum-ordinals"] == [3, -1]
    found = classes(models(build(document)))
    assert found["OrderStatus"] == "class OrderStatus(OpenEnum, ordinals=(3, -1)):"
    assert found["SortOrder"] == "class SortOrder(OpenEnum):"


def test_one_site_is_enough_and_two_may_agree():
    one = normalised((OTHER, {"x-enum-ordinals": [3, 1]})).document
    two = normalised((OTHER, {"x-enum-ordinals": [3, 1]}), (SITE, {"x-enum-ordinals": [3, 1]})).document
    assert one["components"]["schemas"]["OrderStatus"] == two["components"]["schemas"]["OrderStatus"]


def test_two_sites_that_differ_are_refused():
    with pytest.raises(GeneratorError, match=r"OrderApiModel.Status and OrderDetails.Status .* different"):
        normalised((OTHER, {"x-enum-ordinals": [3, 1]}), (SITE, {"x-enum-ordinals": [1, 3]}))


def test_numbers_for_a_part_of_the_values_are_refused():
    longer = (OTHER + ".enum", "Sent")
    with pytest.raises(GeneratorError, match="OrderStatus has more values at another site"):
        normalised(longer, (SITE, {"x-enum-ordinals": [0, 1]}))


@pytest.mark.parametrize(
    "numbers", [[0], [0, 1, 2], [0, 0], [0, True], [0, 1.0], [0, "1"], [0, 2**63], "01", None, {"a": 1}]
)
def test_what_is_not_a_number_for_each_value_is_refused(numbers):
    with pytest.raises(GeneratorError, match="x-enum-ordinals`, a number of its own for each value"):
        normalised((SITE, {"x-enum-ordinals": numbers}))


def test_only_an_enum_has_ordinals():
    with pytest.raises(GeneratorError, match="it may bring"):
        normalised(("$.components.schemas.OrderApiModel.properties.Total", {"x-enum-ordinals": [0]}))


def test_the_vendors_document_cannot_give_them():
    upstream = sample.upstream()
    upstream["components"]["schemas"]["OrderApiModel"]["properties"]["Status"]["x-enum-ordinals"] = [5, 6]
    document = normalised(document=upstream).document
    assert "x-enum-ordinals" not in document["components"]["schemas"]["OrderStatus"]


def test_a_received_model_takes_ordinals_and_a_sent_one_does_not():
    source = models(sample.api())
    assert "status: OrOrdinal[OrderStatus] | None = field(" in source
    assert "status: OrderStatus | None | UnsetType = field(" in source
    assert "from .enums import OpenEnum, OpenIntEnum, OrOrdinal\n" in source


def test_enums_in_a_list_take_ordinals_too():
    listed = {"type": "array", "items": {"$ref": "#/components/schemas/E"}, "nullable": True}
    schemas = {
        "A": {"type": "object", "properties": {"É": {"type": "string", "nullable": True, "x-name": "e"}, "Es": listed}},
        "E": {"type": "string", "enum": ["a"], "x-enum-varnames": ["A"]},
    }
    assert "es: list[OrOrdinal[E]] | None = field(name='Es'" in models(build(sample.document(schemas=schemas)))
