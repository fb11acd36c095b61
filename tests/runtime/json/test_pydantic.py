"""pydantic and FastAPI take and give models: from mappings, as JSON with exact amounts, with a right schema."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from typing import Annotated

import pytest
import sdk
from msgspec import UNSET
from sdk import _api
from sdk._json.codec import decode, encode

from tests.runtime.json.test_interchange import ORDER, Note, Order
from tests.runtime.json.test_kinds import FULL, Leaf, Shelf, Tree

pydantic = pytest.importorskip("pydantic", reason="pydantic is not installed here")


JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def holder():
    return pydantic.create_model("Holder", tree=(Tree, ...), orders=(list[Order], []))


@pytest.fixture(scope="module")
def tree():
    return decode(encode(FULL), Tree)


def test_an_instance_is_taken_as_it_is(holder, tree):
    assert holder(tree=tree).tree is tree


@pytest.mark.parametrize("by_alias", [True, False])
def test_what_is_dumped_can_be_read_again(holder, tree, by_alias):
    # Amounts in what is not described become texts, as every other Decimal does in pydantic.
    tree = tree.replace(password="", link="", key=None, free=UNSET, additional_properties={"colour": "red"})
    held = holder(tree=tree, orders=[Order(total=Decimal("10.10"))])
    dumped = held.model_dump_json(by_alias=by_alias)
    assert json.loads(dumped)["orders"] == [{"Total" if by_alias else "total": "10.10"}]
    assert holder.model_validate_json(dumped) == held
    assert holder.model_validate(held.model_dump(by_alias=by_alias)) == held


def test_an_amount_of_json_is_read_exactly_or_refused(holder):
    read = holder.model_validate_json('{"tree": {"Amount": 19.90}, "orders": [{"Total": 0.1}]}')
    assert (read.tree.amount, read.orders[0].total) == (Decimal("19.9"), Decimal("0.1"))
    with pytest.raises(pydantic.ValidationError, match="has more digits than a float holds; send it as a text"):
        holder.model_validate_json('{"tree": {"Amount": 1234567890123456.78}}')
    exact = holder.model_validate_json('{"tree": {"Amount": "1234567890123456.78"}}')
    assert exact.tree.amount == Decimal("1234567890123456.78")


def test_secrets_are_hidden_unless_the_context_says_so(holder, tree):
    held = holder(tree=tree)
    assert "hunter22" not in held.model_dump_json() + str(held.model_dump())
    assert held.model_dump(context={"secrets": True})["tree"]["password"] == "hunter22"
    with pytest.raises(pydantic.ValidationError, match="was hidden when it was written"):
        holder.model_validate_json(held.model_dump_json())


@pytest.mark.parametrize(
    ("given", "place", "said"),
    [
        ({"Inner": {"Counts": {"a": "b"}}}, ("tree", "Inner", "Counts", "..."), "Expected `int`, got `str`"),
        ({"Costs": ["1.50", "x"]}, ("tree", "Costs", 1), "Invalid decimal string"),
        ({"Id": "x"}, ("tree", "Id"), "Expected `int`, got `str`"),
        (3, ("tree",), "Input should be Tree or a mapping of its fields"),
    ],
)
def test_a_refusal_names_the_place(holder, given, place, said):
    with pytest.raises(pydantic.ValidationError) as caught:
        holder.model_validate({"tree": given})
    (line,) = caught.value.errors()
    assert line["loc"] == place
    assert said in line["msg"]


def test_a_refusal_shows_no_secret_that_was_given(holder):
    given = {"Password": "hunter22", "apiKey": "abc123", "Id": "x", "Inner": {"Password": ["hunter23"]}}
    with pytest.raises(pydantic.ValidationError) as caught:
        holder.model_validate({"tree": given})
    assert not [secret for secret in ("hunter22", "abc123") if secret in f"{caught.value}{caught.value.errors()}"]
    with pytest.raises(pydantic.ValidationError) as caught:
        holder.model_validate({"tree": {"Inner": {"Password": ["hunter23"]}}})
    assert "hunter23" not in f"{caught.value}{caught.value.errors()}"


def test_the_schema_says_what_is_read_and_written():
    schema = pydantic.TypeAdapter(list[Tree]).json_schema(mode="validation")
    assert schema["items"] == {"$ref": "#/$defs/Tree"}
    fields = schema["$defs"]["Tree"]["properties"]
    assert fields["Inner"] == {"$ref": "#/$defs/Tree"}
    assert fields["Day"]["format"] == "date"
    assert fields["Key"]["anyOf"][0]["format"] == "uuid"
    assert {option["type"] for option in fields["Amount"]["anyOf"]} == {"number", "string"}
    assert fields["Counts"]["additionalProperties"] == {"type": "integer"}
    assert schema["$defs"]["Tree"]["additionalProperties"] is True
    assert schema["$defs"]["Part"]["required"] == ["Name"]
    assert "required" not in schema["$defs"]["Tree"]
    assert fields["Costs"]["items"]["anyOf"][-1] == {"type": "null"}
    written = pydantic.TypeAdapter(Order).json_schema(mode="serialization")["properties"]
    assert written["Total"]["anyOf"][0]["type"] == "string"
    assert written["Password"]["anyOf"][0] == {"type": "string"}
    assert pydantic.TypeAdapter(Leaf).json_schema(by_alias=False)["required"] == ["number"]
    leaves = pydantic.TypeAdapter(Shelf).json_schema()["additionalProperties"]
    assert leaves == {"$ref": "#/$defs/Leaf"}


def test_an_enum_is_described_with_the_values_that_are_known():
    fields = pydantic.TypeAdapter(Order).json_schema()["properties"]
    known = {"const": "red", "type": "string"}
    if _api.ENUMS == "closed":
        assert fields["Colour"]["anyOf"][0] == known
    else:
        assert fields["Colour"]["anyOf"][:2] == [known, {"type": "string"}]
    level = pydantic.TypeAdapter(Note).json_schema()["properties"]["Level"]["anyOf"]
    assert level[0] == {"enum": [1, -7], "type": "integer"}
    assert ({"type": "integer"} in level) == (_api.ENUMS != "closed")


def test_fastapi_takes_and_gives_models():
    fastapi = pytest.importorskip("fastapi", reason="FastAPI is not installed here")
    app = fastapi.FastAPI()
    seen = []

    @app.get("/orders/{id}")
    def get_order(id: int) -> Order:
        return ORDER.replace(id=id)

    @app.get("/orders")
    def get_orders() -> list[Order]:
        return [ORDER]

    def create(order: Order) -> Tree:
        seen.append(order)
        return Tree(id=order.id)

    create.__annotations__ = {"order": Annotated[Order, fastapi.Body()], "return": Tree}
    app.post("/orders")(create)
    client = pytest.importorskip("fastapi.testclient").TestClient(app)
    answer = client.get("/orders/7").json()
    assert (answer["Id"], answer["Total"], answer["Password"]) == (7, "10.10", "<hidden>")
    assert answer["Items"][0] == {"Cost": "1.50", "Place": {"City": "Rome"}}
    assert client.get("/orders").json()[0]["Id"] == 1
    assert client.post("/orders", content=b'{"Id": 3, "Total": 10.10}', headers=JSON).json() == {"Id": 3}
    assert seen == [Order(id=3, total=Decimal("10.1"))]
    refused = client.post("/orders", json={"Items": [{"Cost": "x"}]})
    assert (refused.status_code, refused.json()["detail"][0]["loc"]) == (422, ["body", "Items", 0, "Cost"])
    document = client.get("/openapi.json").json()
    schemas = document["components"]["schemas"]
    given = document["paths"]["/orders/{id}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    taken = document["paths"]["/orders"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert {given["$ref"], taken["$ref"]} == {f"#/components/schemas/Order-{kind}" for kind in ("Input", "Output")}
    assert schemas["Place-Output" if "Place-Output" in schemas else "Place"]["properties"]["City"]["anyOf"][0] == {
        "type": "string"
    }
    assert schemas["Tree"]["properties"]["Inner"] == {"$ref": "#/components/schemas/Tree"}
    validator = pytest.importorskip("openapi_spec_validator", reason="no validator of OpenAPI is installed here")
    validator.validate(document)


def test_a_package_does_not_import_pydantic_by_itself():
    name = sdk.__package_under_test__
    program = (
        f"import sys; import {name}.models, {name}._json.model, {name}.interchange; "
        "sys.exit('pydantic' in sys.modules or 'pyarrow' in sys.modules)"
    )
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", program], env=environment, check=False).returncode == 0
