"""An enum or a schema that stands elsewhere in the document keeps its public name, and nothing breaks."""

import copy

import attrs
import pytest

from sdkwright.diff.compare import compare_all
from sdkwright.diff.documents import comparable, compare_wire
from sdkwright.diff.findings import Level, Severity, worst
from sdkwright.documents import walk
from sdkwright.normalise.naming.complete import complete, with_names
from sdkwright.upstream import Upstream

STATUS = "InvoiceStatus"
REFERENCE = {"$ref": "#/components/schemas/StatusEnum"}


def to_component(document, names, *, kept=0):
    """Move the invoice's status among the schemas, but at the first places."""
    schemas, found = document["components"]["schemas"], []
    for name, schema in schemas.items():
        for wire, value in schema.get("properties", {}).items():
            if names.enums.get(f"{name}.{wire}") == STATUS:
                found.append(value)
                if len(found) > kept:
                    schema["properties"][wire] = REFERENCE
    if not kept:
        answer = document["paths"]["/api/invoice/status"]["get"]["responses"]["200"]
        for media in answer["content"].values():
            media["schema"] = REFERENCE
    schemas["StatusEnum"] = {"type": "string", "enum": found[0]["enum"]}


@pytest.mark.parametrize("kept", [0, 2])
def test_an_inline_enum_that_becomes_a_component(known, kept):
    document = copy.deepcopy(known.upstream)
    to_component(document, known.names, kept=kept)
    after = known.comparable(document)
    assert [(one.key, one.value) for one in after.names] == [("StatusEnum", STATUS)]
    assert worst(compare_wire(known.before, after)) is Severity.SAFE


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_packages_and_callers_take_an_enum_that_moves(known, made_once):
    document = copy.deepcopy(known.upstream)
    to_component(document, known.names)
    old, new = (Upstream(one, "a" * 64, "spec") for one in (known.upstream, document))
    compared = compare_all(old, new, known.tables, project=known.project, version="0.1.0")
    assert compared.levels == tuple(Level)
    assert [one for one in compared.findings if one.severity is not Severity.SAFE] == []
    # The name that callers use is still there, and nothing has come or gone on the surface.
    assert [one for one in compared.findings if one.level is not Level.WIRE] == []


def test_a_component_that_becomes_an_inline_enum(known):
    before = copy.deepcopy(known.upstream)
    to_component(before, known.names)
    _, proposals = complete(
        before,
        *known.tables,
        name="before",
        configuration=known.project.configuration,
        previous=known.upstream,
        complaints=[],
    )
    named = with_names(known.names, proposals)
    names = attrs.evolve(named, enums={key: value for key, value in named.enums.items() if value != STATUS})
    old = comparable(before, known.overlay, names, name="old", configuration=known.project.configuration)
    new = comparable(
        known.upstream, known.overlay, names, name="new", configuration=known.project.configuration, previous=before
    )
    assert {one.value for one in new.names} == {STATUS}
    assert worst(compare_wire(old, new)) is Severity.SAFE


def test_a_component_with_another_name_at_the_same_places(known):
    document = copy.deepcopy(known.upstream)
    schemas = document["components"]["schemas"]
    schemas["Levy"] = schemas.pop("TaxDetailsApiModel")
    for _, node in walk(document):
        if isinstance(node, dict) and node.get("$ref") == "#/components/schemas/TaxDetailsApiModel":
            node["$ref"] = "#/components/schemas/Levy"
    after = known.comparable(document)
    assert [(one.key, one.value) for one in after.names] == [("Levy", known.names.schemas["TaxDetailsApiModel"])]
    assert worst(compare_wire(known.before, after)) is Severity.SAFE


def test_an_enum_of_other_values_is_another_one(known):
    document = copy.deepcopy(known.upstream)
    to_component(document, known.names)
    document["components"]["schemas"]["StatusEnum"]["enum"] = ["Other", "Values"]
    assert [one.value for one in known.comparable(document).names] != [STATUS]
