import json
import os
import re
import subprocess
import sys
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import pytest

from sdkwright.documents import load
from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.project import Project
from sdkwright.stubs import bodies as bodies_module
from sdkwright.stubs import build_mappings, render
from tests.generator.stubs import sample

PROJECT = Project.find(__file__)


@pytest.fixture(scope="module")
def by_name() -> dict[str, dict[str, Any]]:
    return {mapping["name"]: mapping for mapping in build_mappings(sample.api(), project=PROJECT)}


def body(by_name: dict[str, dict[str, Any]], name: str) -> Any:
    return by_name[name]["response"]["jsonBody"]


def test_every_operation_has_exactly_one_stub(by_name):
    names = [operation["operationId"] for item in sample.document()["paths"].values() for operation in item.values()]
    assert [mapping["name"] for mapping in build_mappings(sample.api(), project=PROJECT)] == names
    assert len({mapping["id"] for mapping in by_name.values()}) == len(names)


def test_a_request_must_be_signed_and_ask_for_json(by_name):
    assert by_name["invoices.get"]["request"] == {
        "method": "GET",
        "urlPath": "/api/invoice/details",
        "headers": {
            "Accept": {"contains": "application/json"},
            "x-auth-key": {"matches": ".+"},
            "x-auth-secret": {"matches": ".+"},
        },
        "queryParameters": {"id": {"matches": "-?[0-9]+"}},
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("invoices.list", None),  # its parameters are optional
        ("work_types.search", {"queryOptions.query": {"matches": ".+"}}),
    ],
)
def test_only_required_parameters_are_asked_for_by_their_wire_names(by_name, name, expected):
    assert by_name[name]["request"].get("queryParameters") == expected


def test_metadata_names_the_operation_here_and_upstream(by_name):
    assert by_name["invoices.get"]["metadata"] == {
        "operationId": "invoices.get",
        "upstreamId": "InvoiceApi_Details",
    }
    assert by_name["invoices.create"]["metadata"] == {"operationId": "invoices.create"}


def test_no_content_has_neither_body_nor_headers(by_name):
    assert by_name["clients.update"]["response"] == {"status": 204}


def test_bare_answers(by_name):
    assert 1_000 <= body(by_name, "work_types.create") < 10_000
    assert body(by_name, "clients.can_delete") is True
    assert body(by_name, "invoices.get_status") in {"Draft", "Paid", "Unpaid"}
    assert all("yyyy" in text for text in body(by_name, "date_formats.list"))


def test_what_was_just_created_is_in_its_first_state(by_name):
    assert body(by_name, "invoices.create")["Status"] == "Draft"


def test_the_amounts_of_an_item_and_of_the_document_add_up(by_name):
    invoice = body(by_name, "invoices.get")
    assert len(invoice["Items"]) == 2
    for item in invoice["Items"]:
        assert item["SubTotalAmount"] == (item["Cost"] * item["Quantity"]).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert item["TotalAmount"] == item["SubTotalAmount"] - item["DiscountAmount"] + item["TaxAmount"]
    for field in ("SubTotalAmount", "DiscountAmount", "TaxAmount", "TotalAmount"):
        assert invoice[field] == sum(item[field] for item in invoice["Items"])


def test_the_amounts_of_a_document_without_items_add_up(by_name):
    for summary in body(by_name, "invoices.list")["Result"]:
        assert summary["TotalAmount"] == summary["SubTotalAmount"] - summary["DiscountAmount"] + summary["TaxAmount"]
        assert summary["TotalAmount"] > 0


def test_a_page_counts_what_it_holds_and_is_no_fault(by_name):
    page = body(by_name, "invoices.list")
    assert page["Count"] == page["TotalCount"] == len(page["Result"]) == 2
    assert page["IsFaulted"] is False
    assert page["ErrorMessages"] == []


def test_values_look_like_what_their_names_say(by_name):
    invoice = body(by_name, "invoices.get")
    assert re.fullmatch(r"INV-\d{4}", invoice["Number"])
    assert re.fullmatch(r"[a-z.]+@example\.com", invoice["Client"]["Email"])
    assert invoice["Client"]["Email"].startswith(invoice["Client"]["Name"].split()[0].lower())
    assert re.fullmatch(r"GB\d{9}", invoice["Client"]["Vat"])
    assert (invoice["ClientId"], invoice["CurrencyId"]) == (invoice["Client"]["Id"], invoice["Currency"]["Id"])
    assert (invoice["Currency"]["Value"], invoice["Currency"]["Symbol"]) in {("EUR", "€"), ("GBP", "£")}
    assert invoice["Client"]["ClientCurrencyId"] in {163, 170}


def test_dates_are_utc_and_the_due_date_follows(by_name):
    invoice = body(by_name, "invoices.get")
    issued, due = (datetime.strptime(invoice[name], "%Y-%m-%dT%H:%M:%S%z") for name in ("IssuedOn", "Duedate"))
    assert invoice["IssuedOn"].endswith("Z")
    assert issued < due


def test_countries_are_the_ones_that_exist(by_name):
    assert {"Id": 235, "Name": "United Kingdom (UK)", "Value": "GB"} in body(by_name, "countries.list")


def test_a_record_inside_itself_is_null(by_name):
    [link, _] = body(by_name, "payment_links.list")
    assert link["Owner"]["Link"] is None
    assert link["Owner"]["Links"] == []
    assert link["Links"][0]["Link"] is None


def test_records_inside_records_end():
    document = sample.document()
    names = [f"Level{number}Record" for number in range(20)]
    for here, below in pairwise(names):
        document["components"]["schemas"][here] = {
            "type": "object",
            "properties": {"Below": {"allOf": [{"$ref": f"#/components/schemas/{below}"}], "nullable": True}},
        }
    document["components"]["schemas"][names[-1]] = {"type": "object", "properties": {}}
    document["paths"] = {
        "/api/a": {"get": sample.operation("levels.get", {"$ref": f"#/components/schemas/{names[0]}"})}
    }
    [mapping] = build_mappings(build(document), project=PROJECT)
    value, depth = mapping["response"]["jsonBody"], 0
    while value is not None:
        value, depth = value["Below"], depth + 1
    assert depth == bodies_module.MAX_DEPTH


def test_a_document_of_many_values_has_shallow_answers_from_half_of_them_on(monkeypatch):
    whole = build_mappings(sample.api(), project=PROJECT)
    monkeypatch.setattr(bodies_module, "SHALLOW", 0)
    monkeypatch.setattr(bodies_module, "MAX_VALUES", len(str(whole)))
    assert build_mappings(sample.api(), project=PROJECT) == whole
    monkeypatch.setattr(bodies_module, "MAX_DEPTH", 0)
    assert len(str(build_mappings(sample.api(), project=PROJECT))) < len(str(whole))


def test_schemas_that_all_hold_each_other_are_refused(monkeypatch):
    monkeypatch.setattr(bodies_module, "MAX_VALUES", 50)
    with pytest.raises(GeneratorError, match=r"need more than 50 values"):
        build_mappings(sample.api(), project=PROJECT)


def test_money_is_written_with_both_places():
    text = render(sample.api(), project=PROJECT)["invoices.json"]
    amounts = re.findall(r'"(?:Cost|SubTotalAmount|TaxAmount|DiscountAmount|TotalAmount)": (.+?),?\n', text)
    assert len(amounts) > 20
    assert all(re.fullmatch(r"\d+\.\d\d", amount) for amount in amounts)


def test_one_file_per_resource_that_wiremock_can_load():
    files = render(sample.api(), project=PROJECT)
    assert {name for name in files if not name.startswith("edge-")} == {
        "clients.json",
        "countries.json",
        "date_formats.json",
        "invoices.json",
        "payment_links.json",
        "work_types.json",
    }
    for name, text in files.items():
        assert text.endswith("}\n")
        for mapping in json.loads(text)["mappings"]:
            assert mapping["name"].startswith(("any ", name.removeprefix("edge-").removesuffix(".json") + "."))


def test_a_stub_does_not_change_because_another_operation_came():
    more = sample.document()
    more["paths"] = {"/api/tax/all": {"get": sample.operation("taxes.list", {"type": "integer"})}} | more["paths"]
    before, after = render(sample.api(), project=PROJECT), render(build(more), project=PROJECT)
    assert {name: after[name] for name in before} == before


def test_the_same_bytes_for_any_hash_seed_locale_and_clock():
    code = (
        "import hashlib, sys; from tests.generator.stubs import sample;"
        "from sdkwright.project import Project; from sdkwright.stubs import render;"
        "sys.stdout.write(hashlib.sha256(repr(render(sample.api(), project=Project.find())).encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=PROJECT.root,
            env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "LANG": locale, "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, locale, zone in [("1", "C", "UTC"), ("2", "de_DE.UTF-8", "Asia/Kolkata")]
    }
    assert len(found) == 1
    assert len(found.pop()) == 64


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ({"type": "object"}, {"name": str}),
        ({}, {"name": str}),
        ({"type": "array", "items": {}}, [{"name": str}]),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, {"key": int}),
        ({"$ref": "#/components/schemas/Open"}, {"Name": str, "Set": str, "more": {"key": bool}}),
    ],
)
def test_a_value_of_any_type_and_members_of_any_name_have_a_stub(schema, kind):
    text = {"type": "string"}
    document = sample.document()
    document["paths"] = {"/api/a": {"get": sample.operation("as.get", schema)}}
    document["components"]["schemas"]["Open"] = {
        "properties": {"Name": text, "Hidden": text | {"writeOnly": True}, "Set": text | {"readOnly": True}},
        "additionalProperties": {"type": "object", "additionalProperties": {"type": "boolean"}},
    }
    answer = bodies_module.Bodies(build(document).schemas, PROJECT).answer(
        build(document).operations[0].success.content.type, operation="as.get"
    )
    assert kinds(answer) == kind
    build_mappings(build(document), project=PROJECT)


def kinds(value):
    if isinstance(value, dict):
        return {name: kinds(member) for name, member in value.items()}
    if isinstance(value, list):
        return [kinds(value[0])]
    return type(value)


def test_an_operation_that_nothing_signs_has_edges():
    document = sample.document()
    document["paths"] = {"/api/a": {"get": sample.operation("as.get", {"type": "integer"}) | {"security": []}}}
    render(build(document), project=PROJECT)


@pytest.mark.parametrize("name", ["../evil.get", "/etc/passwd.get", "CON\n.get", ".get"])
def test_a_resource_that_is_no_file_name_is_refused(name):
    document = sample.document()
    document["paths"] = {"/api/a": {"get": sample.operation(name, {"type": "integer"})}}
    with pytest.raises(GeneratorError, match="cannot be a file name"):
        render(build(document), project=PROJECT)


def test_the_real_document_has_a_stub_for_each_of_its_operations():
    document = load(PROJECT.normalised.read_bytes(), name="spec/openapi.yaml")
    operations = [
        operation["operationId"]
        for item in document["paths"].values()
        for method, operation in item.items()
        if method in {"get", "post"}
    ]
    assert [mapping["name"] for mapping in build_mappings(build(document), project=PROJECT)] == operations
