"""Slips in our own tables and ordinary changes of the vendor: each is told in a sentence, and none moves a name."""

import attrs
import pytest

from sdkwright import cli
from sdkwright.emit.methods import method
from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.normalise import normalise
from sdkwright.normalise.identifiers import check_class
from tests.generator import vendor_sample as sample

ON_OPERATIONS = (
    "it may bring `x-idempotent: true` or `x-retry-on-429: true` or `x-retries: false` or "
    "`x-fault-outcome: refused` (or `unknown`) or "
    "`x-deprecation: {until: 1.2.3, use: name}` or "
    "`x-aliases: {old_name: {until: 1.2.3}}` or "
    "`x-pagination`, a table of sdk.toml by its name or written out, or `false`, only."
)


def normalised_with(action, document=None):
    action = {"description": "A slip.", **action}
    return normalise(
        document or sample.upstream(),
        sample.overlay(action),
        sample.NAMES,
        name="sample.json",
        configuration=sample.CONFIGURATION,
    )


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        ({"target": "$", "remove": True}, "removes the whole document; name a part of it."),
        ({"target": "$.info", "update": {}, "description": " "}, "`description` is the reason"),
        ({"target": "$.info", "update": {}, "x-absent-in": 3}, "`x-absent-in` names revisions"),
        (
            {"target": "$.components.schemas[*]", "update": {"x-unit": "bananas"}},
            "`x-unit`, one of bytes",
        ),
        ({"target": "$.components.schemas[*]", "update": {"x-python-type": "os"}}, "it may bring `x-unit`"),
        (
            {"target": "$.paths[*][*]", "update": {"x-wire-name": "a"}},
            f"GET /api/order/all: the overlay brings x-wire-name: a; {ON_OPERATIONS}",
        ),
        (
            {"target": "$.paths[*][*]", "update": {"x-idempotent": "yes"}},
            f"GET /api/order/all: the overlay brings x-idempotent: yes; {ON_OPERATIONS}",
        ),
        (
            {"target": "$.paths[*][*]", "update": {"x-retry-on-429": 1}},
            f"GET /api/order/all: the overlay brings x-retry-on-429: 1; {ON_OPERATIONS}",
        ),
        (
            {"target": "$.paths[*][*]", "update": {"x-fault-outcome": ["refused"]}},
            f"GET /api/order/all: the overlay brings x-fault-outcome: ['refused']; {ON_OPERATIONS}",
        ),
        (
            {"target": "$.paths[*][*].responses", "update": {"20X": {"description": "Also fine"}}},
            "GET /api/order/all: an answer with the status '20X'; write a number as in 200, ",
        ),
        (
            {"target": "$.components.schemas.OrderNewApiModel", "update": {"required": ["ClientId", "Taxx"]}},
            (
                "overlay action 5 ($.components.schemas.OrderNewApiModel) requires 'Taxx' of OrderNewApiModel, which "
                "has no such property; the nearest is 'Tax'."
            ),
        ),
        (
            {"target": "$.components.schemas", "update": {"New": {"type": "object", "required": ["Id"]}}},
            "requires 'Id' of New, which has no properties; take it out there.",
        ),
        (
            {"target": "$.components.schemas.OrderItem", "remove": True},
            "which is not there; spec/overlay.yaml removes or misspells it, so correct it there",
        ),
    ],
)
def test_an_overlay_action_that_cannot_be_meant(action, sentence):
    with pytest.raises(GeneratorError) as caught:
        normalised_with(action)
    assert sentence in str(caught.value)


def test_what_the_vendor_requires_and_lacks_is_told_and_no_slip_of_ours():
    document = sample.upstream()
    document["components"]["schemas"]["OrderNewApiModel"]["required"].append("Ghost\n")
    assert (
        "sample.json: OrderNewApiModel requires 'Ghost\\n', which it does not have; nothing is made of that"
        in sample.normalised(document).absent
    )


def test_a_requirement_of_ours_that_a_later_document_lacks_is_a_finding_there():
    document, complaints = sample.upstream(), []
    action = {"target": "$.components.schemas.OrderNewApiModel", "update": {"required": ["Tax"]}, "description": "We."}
    del document["components"]["schemas"]["OrderNewApiModel"]["properties"]["Tax"]
    normalise(
        document,
        sample.overlay(action),
        sample.NAMES,
        name="sample.json",
        configuration=sample.CONFIGURATION,
        complaints=complaints,
    )
    assert [one.partition(",")[0] for one in complaints] == [
        "overlay action 5 ($.components.schemas.OrderNewApiModel) requires 'Tax' of OrderNewApiModel"
    ]


@pytest.mark.parametrize("name", ["Warning", "Exception", "Ellipsis", "StrEnum", "True", "None", "List"])
def test_a_class_may_not_take_a_name_of_python(name):
    with pytest.raises(GeneratorError, match="cannot be a public class"):
        check_class(name, "names.toml")


@pytest.mark.parametrize(
    ("table", "key"),
    [("parameters", "GET /api/order/all ?nope"), ("properties", "Duedat"), ("members", "OrderStatus.Nope")],
)
def test_a_curated_name_of_nothing_is_told(table, key):
    names = attrs.evolve(
        sample.NAMES, **{table: {**getattr(sample.NAMES, table), key: "NOPE" if table == "members" else "nope"}}
    )
    assert (
        f"names.toml [{table}] {key}: not in this revision; correct it if it should be"
        in sample.normalised(names=names).absent
    )


def test_the_real_tables_name_nothing_that_is_not_there(normalised):
    assert normalised.absent == []


@pytest.mark.parametrize(
    ("schema", "annotation"),
    [
        ({"type": "string", "format": "date-time"}, "datetime | None"),
        ({"type": "number", "format": "decimal"}, "Decimal | int | None"),
        ({"type": "array", "items": {"type": "integer"}}, "List[int] | None"),
    ],
)
def test_a_query_value_has_the_types_of_the_models(schema, annotation):
    document = sample.normalised().document
    document["paths"]["/api/order/all"]["get"]["parameters"] = [
        {"name": "since", "x-wire-name": "since", "in": "query", "required": False, "schema": schema}
    ]
    document["paths"]["/api/order/all"]["get"].pop("x-paginated", None)
    api = build(document)
    made = method(next(one for one in api.operations if one.name == "orders.list"), api)
    assert [(one.name, one.annotation.qualified) for one in made.arguments] == [("since", annotation)]


def test_a_trial_never_lands_in_the_checkout_or_among_other_files(project, tmp_path, capsys):
    assert cli.main(["generate", "--into", str(project.root)]) == 1
    assert "--into is for trials" in capsys.readouterr().err
    (tmp_path / "generated").mkdir()
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "openapi.yaml").write_text("mine")
    assert cli.main(["generate", "--into", str(tmp_path)]) == 1
    assert "holds other things than a generated tree" in capsys.readouterr().err
    assert (tmp_path / "spec" / "openapi.yaml").read_text() == "mine"
