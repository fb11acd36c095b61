"""The table of public names: what is refused, and that no entry of ours is left over."""

import attrs
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.normalise import Names
from sdkwright.normalise.naming import UnnamedError
from sdkwright.normalise.sites import enum_sites, operations
from tests.generator import vendor_sample as sample


def test_the_tables_are_read_and_may_be_missing():
    names = Names.parse('[schemas]\nA = "B"\n[members]\n"B.x y" = "X_Y"', name="names.toml")
    assert names == Names(schemas={"A": "B"}, members={"B.x y": "X_Y"})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[schemas", "names.toml: not TOML: "),
        ('[schema]\nA = "B"', "names.toml: unknown tables schema; known are enums, members, operations, parameters, "),
        ("schemas = 1", "names.toml [schemas]: a table of names maps text to text."),
        ("[schemas]\nA = 1", "names.toml [schemas]: a table of names maps text to text."),
        ('[schemas]\nA = "b"', "names.toml [schemas] 'A': 'b' cannot be a public class; "),
        ('[enums]\nA = "Model"', "names.toml [enums] 'A': 'Model' cannot be a public class; "),
        ('[parameters]\nA = "B"', "names.toml [parameters] 'A': 'B' cannot be a Python name here; "),
        ('[properties]\nA = "def"', "names.toml [properties] 'A': 'def' cannot be a Python name here; "),
        ('[members]\nA = "b"', "names.toml [members] 'A': 'b' cannot be an enum member; "),
        ('[operations]\nA = "list"', "names.toml [operations] 'A': 'list' is not resource.verb, like `invoices.list`."),
        ('[operations]\nA = "a.B.c"', "names.toml [operations] 'A': 'B' cannot be a Python name here; "),
        ('[operations]\nA = "self.b"', "names.toml [operations] 'A': 'self' cannot be a Python name here; "),
    ],
)
def test_a_slip_is_found_where_it_was_made(text, sentence):
    with pytest.raises(GeneratorError) as caught:
        Names.parse(text, name="names.toml")
    assert str(caught.value).startswith(sentence)


ADDRESSES = {"GET /api/order/details": "orders.get", "GET /api/order/one": "orders.get"}


def both(*, former):
    """The sample with its operation at another address too, or at that alone, and the names for either."""
    document = sample.upstream()
    paths = document["paths"]
    moved = {"get": paths["/api/order/details"]["get"] | {"operationId": "OrderApi_One"}}
    document["paths"] = {path: item for path, item in paths.items() if former or path != "/api/order/details"}
    document["paths"]["/api/order/one"] = moved
    text = "[operations]\n" + "".join(f'"{key}" = "{name}"\n' for key, name in ADDRESSES.items())
    table = Names.parse(text, name="names.toml").operations
    parameters = {key.replace("/details", "/one"): name for key, name in sample.NAMES.parameters.items()}
    names = attrs.evolve(
        sample.NAMES,
        operations=sample.NAMES.operations | table,
        parameters=sample.NAMES.parameters | parameters,
    )
    return document, names


def test_one_name_at_two_addresses_of_which_the_document_has_one_is_that_operations():
    document, names = both(former=False)
    normalised = sample.normalised(document, names).document
    sites = {site.key: site.operation for site in operations(normalised)}
    assert "GET /api/order/details" not in sites
    assert sites["GET /api/order/one"]["operationId"] == "orders.get"
    former = {site.key: site.operation for site in operations(sample.normalised(names=names).document)}
    assert former["GET /api/order/details"]["operationId"] == "orders.get"


def test_one_name_at_two_addresses_is_refused_where_the_document_has_both():
    document, names = both(former=True)
    with pytest.raises(UnnamedError) as caught:
        sample.normalised(document, names)
    assert str(caught.value) == sample.proposed(
        "operations of the same name (GET /api/order/details has orders.get too)", "operations",
        '"GET /api/order/one" = "orders.one"  # operationId OrderApi_One',
    )  # fmt: skip


def test_every_operation_and_enum_site_that_we_name_is_in_the_document(inputs):
    assert set(inputs.names.operations) == {site.key for site in operations(inputs.upstream)}
    sites = {site.key for site in enum_sites(inputs.upstream)}
    assert set(inputs.names.enums) == {key for key in sites if "text/" not in key and "/xml" not in key}


def test_every_schema_that_we_name_is_in_the_document_or_the_overlay(inputs):
    ours = {"ErrorBody", "PaymentLinkDelete", "WebhookActivity", "WebhookDelivery"}
    assert set(inputs.names.schemas) == set(inputs.upstream["components"]["schemas"]) | ours


def test_every_parameter_and_property_that_we_name_is_in_the_document(inputs):
    sites = list(operations(inputs.upstream))
    known = {f"{site.key} ?{parameter['name']}" for site in sites for parameter in site.parameters}
    known |= {f"{site.key} body" for site in sites if "requestBody" in site.operation}
    assert set(inputs.names.parameters) <= known
    schemas = inputs.upstream["components"]["schemas"].values()
    assert set(inputs.names.properties) <= {name for schema in schemas for name in schema.get("properties", {})}


def test_every_member_that_we_name_is_a_value_of_its_enum(inputs, normalised):
    enums = {
        name: schema["enum"]
        for name, schema in normalised.document["components"]["schemas"].items()
        if "enum" in schema
    }
    known = {f"{name}.{value}" for name, values in enums.items() for value in values}
    assert set(inputs.names.members) <= known
