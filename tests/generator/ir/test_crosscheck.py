"""The second reading: a difference is fatal, and nothing is left out."""

import attrs
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.ir import Array, Parameter, Reference, Response, Scalar, build
from sdkwright.ir import crosscheck as module
from sdkwright.ir.crosscheck import cross_check
from tests.generator import vendor_sample as sample


@pytest.fixture
def document():
    return sample.normalised().document


def refused(document, api=None):
    with pytest.raises(GeneratorError) as caught:
        cross_check(document, api or build(document))
    return str(caught.value)


def changed(document, name, **changes):
    """The representation of a document with one operation changed."""
    api = build(document)
    operations = [attrs.evolve(one, **changes) if one.name == name else one for one in api.operations]
    return attrs.evolve(api, operations=tuple(operations))


def test_both_readings_of_the_sample_and_of_the_real_document_agree(document, normalised):
    for one in (document, normalised.document):
        before = repr(one)
        cross_check(one, build(one))
        assert repr(one) == before


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"type": "number", "format": "decimal"}, Scalar("number", "decimal")),
        ({"type": "string", "format": "date-time", "nullable": True}, Scalar("string", "date-time")),
        (
            {"type": "array", "items": {"type": "boolean", "nullable": True}},
            Array(Scalar("boolean"), nullable_items=True),
        ),
        ({"type": "array", "items": {"$ref": "#/components/schemas/SortOrder"}}, Array(Reference("SortOrder"))),
    ],
)
def test_both_read_every_type_alike(schema, type_, document):
    operation = document["paths"]["/api/order/new"]["post"]
    operation["parameters"].append({"name": "q", "x-wire-name": "q", "in": "query", "schema": schema})
    operation["responses"]["200"]["content"]["application/json"]["schema"] = schema
    operation["requestBody"]["content"]["application/json"]["schema"] = schema
    found = next(one for one in build(document).operations if one.name == "orders.create")
    assert found.parameters[-1].type == found.body.content.type == found.success.content.type == type_
    cross_check(document, build(document))


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"parameters": ()}, "GET /api/order/details query id: they alone have it"),
        (
            {"parameters": (Parameter("id", "orderId", Scalar("string")),)},
            "GET /api/order/details query orderId: we read str, they read int",
        ),
        (
            {"parameters": (Parameter("id", "orderId", Scalar("integer")), Parameter("b", "B", Scalar("integer")))},
            "GET /api/order/details query B: we read int, they read None",
        ),
        ({"responses": (Response("200"),)}, "GET /api/order/details response: we read Any, they read Order"),
    ],
)
def test_a_type_that_is_read_otherwise_is_fatal(changes, line, document):
    assert refused(document, changed(document, "orders.get", **changes)) == (
        f"openapi-python-client and sdkwright read the normalised document differently:\n  {line}"
    )


def test_a_body_that_only_one_reading_has_is_fatal(document):
    said = refused(document, changed(document, "orders.cancel", body=None))
    assert said.endswith("\n  POST /api/order/cancel body: we read None, they read int")


def test_properties_that_the_parser_could_not_read_cost_nothing(document):
    api = build(document)
    document["components"]["schemas"]["Order"]["properties"]["Odd"] = {"type": "array"}
    cross_check(document, api)


@pytest.mark.parametrize("values", [["A", "a"], ["a b", "a-b"], ["b2b", "b2_b"], [str(n) for n in range(120)]])
def test_enums_whose_values_look_alike_are_read(values, document):
    document["components"]["schemas"]["OrderStatus"] |= {"enum": values, "x-enum-varnames": values}
    cross_check(document, build(document))


def parameter_without_a_type(operation):
    operation["parameters"].append({"name": "q", "in": "query", "schema": {"type": "array"}})


def test_answers_that_the_parser_does_not_read_are_not_compared(document):
    responses = document["paths"]["/api/order/new"]["post"]["responses"]
    responses |= {"202": {"description": "Later"}, "2XX": {"description": "Otherwise"}}
    responses["200"]["content"] = {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}
    cross_check(document, build(document))


def test_a_body_that_is_no_json_is_not_compared(document):
    content = {"text/plain": {"schema": {"type": "string"}}, "image/*": {}}
    document["paths"]["/api/order/new"]["post"]["requestBody"]["content"] = content
    cross_check(document, build(document))


@pytest.mark.parametrize("spoil", [parameter_without_a_type])
def test_an_operation_that_cannot_be_read_is_counted(spoil, document):
    api = build(document)
    spoil(document["paths"]["/api/order/new"]["post"])
    document["paths"]["/api/order/details"]["get"]["responses"] = {"200": "no response"}
    assert cross_check(document, api) == 2


def test_an_operation_that_is_left_out_is_counted(document, monkeypatch):
    reduce = module._reduced

    def forgetful(whole, sites):
        reduced = reduce(whole, sites)
        reduced["paths"].popitem()
        return reduced

    monkeypatch.setattr(module, "_reduced", forgetful)
    assert cross_check(document, build(document)) == 1


def test_the_operations_are_read_a_few_at_a_time(document, monkeypatch):
    reduced, reduce = [], module._reduced
    monkeypatch.setattr(module, "_AT_ONCE", 2)
    monkeypatch.setattr(module, "_reduced", lambda *given: reduced.append(reduce(*given)) or reduced[-1])
    assert cross_check(document, build(document)) == 0
    assert {len(one["paths"]) for one in reduced} <= {1, 2}
    # Each with the schemas that it names alone.
    assert max(len(one["components"]["schemas"]) for one in reduced) < len(document["components"]["schemas"])
