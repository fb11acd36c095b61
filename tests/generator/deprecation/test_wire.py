"""What comparisons say of what is deprecated."""

import copy
from functools import cache

import pytest

from sdkwright import documents, pipeline
from sdkwright.cli import keep
from sdkwright.diff.compare import compare_documents
from sdkwright.diff.documents import comparable, compare_wire
from sdkwright.diff.findings import Severity
from sdkwright.diff.surface import compare_surface, read_surface
from sdkwright.ir import build
from sdkwright.normalise import Overlay
from sdkwright.project import Project
from sdkwright.upstream import Upstream
from tests.generator.deprecation import trial
from tests.generator.deprecation.trial import action, operation, property_

CATEGORY = property_("InvoiceFullDetailsApiModel", "InvoiceCategoryId")
CLIENT = property_("InvoiceFullDetailsApiModel", "Client")
STATUS = property_("InvoiceFullDetailsApiModel", "Status")


def rules(found):
    """What was found, as rule, place and severity."""
    return sorted((one.rule, one.place, one.severity) for one in found)


@cache
def present():
    """The project's document as it is, and what it is made of."""
    project = Project.find(__file__)
    document, tables = pipeline.read_upstream(project).document, pipeline.read_tables(project)
    return document, tables, comparable(document, *tables, name="old", configuration=project.configuration)


def by_overlay(*actions):
    """What the wire comparison finds between the project's document and itself with more actions."""
    document, (overlay, names), old = present()
    more = Overlay.parse({"overlay": "1.0.0", "actions": list(actions)}, name="more.yaml")
    configuration = Project.find(__file__).configuration
    new = comparable(document, Overlay(overlay.actions + more.actions), names, name="new", configuration=configuration)
    return rules(compare_wire(old, new))


def test_what_we_call_deprecated_while_the_vendor_does_not_is_nothing_on_the_wire():
    places = (operation("/api/invoice/pdf"), CATEGORY, CLIENT, STATUS)
    assert by_overlay(*(action(where, {"x-deprecation": {"until": "0.3.0"}}) for where in places)) == []


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_what_the_vendor_drops_and_we_keep_is_told_as_deprecated():
    project = Project.find(__file__)
    old, (_, names) = pipeline.read_upstream(project), pipeline.read_tables(project)
    dropped = ("Client", "InvoiceCategoryId", "Status")
    document = copy.deepcopy(old.document)
    del document["paths"]["/api/invoice/pdf"]
    for name in dropped:
        del document["components"]["schemas"]["InvoiceFullDetailsApiModel"]["properties"][name]
    new = Upstream(document, "0" * 64, "new")
    corrected = keep._corrected(project, old.document)
    overlay = documents.load(project.overlay.read_bytes(), name="overlay.yaml")
    for what in ("GET /api/invoice/pdf", *(f"InvoiceFullDetailsApiModel.{name}" for name in dropped)):
        overlay["actions"] += keep._actions(what, corrected, document, {"until": "0.3.0"})
    tables = Overlay.parse(overlay, name="overlay.yaml"), names
    assert rules(compare_documents(old, new, tables, configuration=project.configuration).findings) == [
        ("operation-deprecated", "invoices.get_pdf_link", Severity.SAFE),
        *(("property-deprecated", f"Invoice.{name}", Severity.SAFE) for name in dropped),
    ]
    # A later document that lacks it as well says no more of it, and without our keeping it is gone.
    assert rules(compare_documents(new, new, tables, configuration=project.configuration).findings) == []
    gone = rules(
        compare_documents(old, new, pipeline.read_tables(project), configuration=project.configuration).findings
    )
    assert ("operation-removed", "invoices.get_pdf_link", Severity.BREAKING) in gone


def test_what_an_overlay_states_for_the_vendor_is_told():
    assert by_overlay(action(operation("/api/invoice/pdf"), {"deprecated": True})) == [
        ("operation-deprecated", "invoices.get_pdf_link", Severity.SAFE)
    ]
    assert by_overlay(*(action(where, {"deprecated": True}) for where in (CATEGORY, CLIENT, STATUS))) == [
        ("property-deprecated", f"Invoice.{name}", Severity.SAFE) for name in ("Client", "InvoiceCategoryId", "Status")
    ]


def test_an_old_name_is_nothing_on_the_wire():
    places = {"old": operation("/api/invoice/uri"), "buyer": CLIENT, "state": STATUS}
    assert (
        by_overlay(*(action(where, {"x-aliases": {name: {"until": "0.3.0"}}}) for name, where in places.items())) == []
    )


def test_what_need_not_be_given_any_more_is_told_and_nothing_else():
    target = property_("SendInvoiceToClientApiModel", "InvoiceId")
    optional = ("sent-property-became-optional", "InvoiceSendToClient.InvoiceId", Severity.SAFE)
    assert by_overlay(action(target, {"x-aliases": {"old": {"until": "0.3.0"}}})) == [optional]
    assert by_overlay(action(target, {"x-deprecation": {"until": "0.3.0"}})) == [optional]


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_the_vendors_own_deprecation_is_told():
    project = Project.find(__file__)
    old = pipeline.read_upstream(project)
    document = copy.deepcopy(old.document)
    document["paths"]["/api/invoice/pdf"]["get"]["deprecated"] = True
    for name in ("InvoiceCategoryId", "Client", "Status"):
        document["components"]["schemas"]["InvoiceFullDetailsApiModel"]["properties"][name]["deprecated"] = True
    new = Upstream(document, "0" * 64, "new")
    comparison = compare_documents(old, new, pipeline.read_tables(project), configuration=project.configuration)
    assert rules(comparison.findings) == [
        ("operation-deprecated", "invoices.get_pdf_link", Severity.SAFE),
        ("property-deprecated", "Invoice.Client", Severity.SAFE),
        ("property-deprecated", "Invoice.InvoiceCategoryId", Severity.SAFE),
        ("property-deprecated", "Invoice.Status", Severity.SAFE),
    ]
    back = compare_documents(new, old, pipeline.read_tables(project), configuration=project.configuration)
    assert ("operation-revived", "invoices.get_pdf_link", Severity.SAFE) in rules(back.findings)


def test_the_surface_says_what_became_deprecated_and_that_an_old_name_is_there(plain, package, deprecated_document):
    sent = build(deprecated_document).only_sent
    found = compare_surface(*(read_surface(one.folder / "envoice", only_sent=sent) for one in (plain, package)))
    told = rules(found)
    for name in ("invoices.Invoices.get_pdf_link", "products.Products.list", "work_types.WorkTypes.get"):
        assert ("became-deprecated", f"resources.{name}", Severity.SAFE) in told
    for name in ("resources.invoices.Invoices.get_share_link", "models.InvoiceLink.address", "models.Invoice.state"):
        assert ("name-added", name, Severity.SAFE) in told
    assert {severity for *_, severity in told} == {Severity.SAFE}


def test_the_ledger_and_the_summary_count_no_old_name():
    before, after = trial.normalised([]), trial.normalised(trial.actions())
    assert [line.split(",")[0] for line in before.ledger.summary()] == [
        line.split(",")[0] for line in after.ledger.summary()
    ]
    assert "get_share_link" not in after.ledger.markdown()
    assert documents.dump_yaml(after.document, header="").count("x-alias-of") == sum(
        len(update.get("x-aliases", {})) for update in trial.DEPRECATED_PROPERTIES.values()
    )
