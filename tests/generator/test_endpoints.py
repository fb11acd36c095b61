"""Reading the operations: a problem is fatal, and nothing is left out."""

import ast

import pytest
from jinja2 import UndefinedError

from sdkwright.emit import endpoints as module
from sdkwright.emit.endpoints import endpoints
from sdkwright.errors import GeneratorError
from sdkwright.normalise.sites import operations
from tests.generator import vendor_sample as sample
from tests.vendor_document import OPERATIONS


@pytest.fixture
def document():
    return sample.mended().document


def test_the_operations_come_by_resource_in_a_stable_order(document):
    parsed = endpoints(document)
    found = {resource: [str(endpoint.name) for endpoint in listed] for resource, listed in parsed.by_resource.items()}
    assert found == {"orders": ["orders_cancel", "orders_create", "orders_get", "orders_list"]}


def test_every_real_operation_is_there(mended):
    parsed = endpoints(mended.document)
    assert sum(len(listed) for listed in parsed.by_resource.values()) == OPERATIONS
    assert list(parsed.by_resource) == sorted({site.operation["tags"][0] for site in operations(mended.document)})


def test_the_document_is_not_changed(document):
    before = repr(document)
    endpoints(document)
    assert repr(document) == before


def test_properties_that_the_parser_could_not_read_cost_nothing(document):
    document["components"]["schemas"]["Order"]["properties"]["Odd"] = {"type": "array"}
    assert len(endpoints(document).by_resource["orders"]) == 4


@pytest.mark.parametrize("values", [["A", "a"], ["a b", "a-b"], ["b2b", "b2_b"], [str(n) for n in range(120)]])
def test_enums_whose_values_look_alike_are_read(values, document):
    document["components"]["schemas"]["OrderStatus"] |= {"enum": values, "x-enum-varnames": ["ONE", "OTHER"]}
    assert len(endpoints(document).by_resource["orders"]) == 4


def body_of_another_type(operation):
    operation["requestBody"]["content"] = {"application/x-unknown": {"schema": {"type": "string"}}}


def answer_of_another_type(operation):
    operation["responses"]["200"]["content"] = {"application/x-unknown": {"schema": {"type": "string"}}}


def parameter_without_a_type(operation):
    operation["parameters"].append({"name": "q", "in": "query", "schema": {"type": "array"}})


@pytest.mark.parametrize("spoil", [body_of_another_type, answer_of_another_type, parameter_without_a_type])
def test_what_the_parser_would_pass_over_is_fatal(spoil, document):
    spoil(document["paths"]["/api/order/new"]["post"])
    with pytest.raises(GeneratorError) as caught:
        endpoints(document)
    first, *rest = str(caught.value).splitlines()
    assert first == "openapi-python-client would leave something out:"
    assert rest
    assert "/api/order/new" in rest[0] or "orders.create" in rest[0]


def test_a_document_that_cannot_be_read_is_a_sentence(document):
    document["paths"]["/api/order/new"]["post"]["responses"] = {"200": "no response"}
    with pytest.raises(GeneratorError, match=r"^openapi-python-client cannot read the normalised document: .*\.$"):
        endpoints(document)


def test_an_operation_that_is_left_out_is_noticed(document, monkeypatch):
    names_only = module._names_only

    def forgetful(whole):
        reduced = names_only(whole)
        del reduced["paths"]["/api/order/cancel"]
        return reduced

    monkeypatch.setattr(module, "_names_only", forgetful)
    with pytest.raises(GeneratorError) as caught:
        endpoints(document)
    assert str(caught.value) == "openapi-python-client left out POST /api/order/cancel."


@pytest.mark.parametrize("text", ['"; import os; "', "\\", '"""', "{{ x }}", "é"])
def test_the_environment_escapes_what_a_template_quotes(text, document):
    template = endpoints(document).environment.from_string('"{{ text | in_double_quote_literal }}"')
    assert ast.literal_eval(template.render(text=text)) == text


def test_a_name_that_a_template_misspells_is_not_written_as_nothing(document):
    template = endpoints(document).environment.from_string("{{ nope }}")
    with pytest.raises(UndefinedError, match="'nope' is undefined"):
        template.render()
