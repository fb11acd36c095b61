"""What was to be kept until a version stops the generation of that version, and of none before it."""

import io

import pytest

from sdkwright import pipeline
from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.normalise.deprecations import is_due, overdue
from tests.generator.deprecation import trial
from tests.generator.deprecation.trial import action, operation, property_
from tests.vendor_document import OPERATIONS

KEPT = [
    action(operation("/api/invoice/pdf"), {"x-deprecation": {"until": "0.2.0"}}),
    action(operation("/api/invoice/uri"), {"x-aliases": {"old": {"until": "0.3.0"}, "older": {"until": "0.2.0"}}}),
    action(property_("InvoiceUriApiModel", "Link"), {"x-aliases": {"address": {"until": "0.4.0"}}}),
    action(property_("InvoiceFullDetailsApiModel", "Duedate"), {"x-deprecation": {"until": "0.5.0"}}),
]
SAID = "{} was to be kept until {}, and this is {}; take it out of spec/overlay.yaml."


@pytest.fixture(scope="module")
def document():
    return trial.normalised(KEPT).document


@pytest.mark.parametrize(
    ("version", "names"),
    [
        ("0.1.9", []),
        ("0.2.0", ["invoices.get_pdf_link 0.2.0", "invoices.older 0.2.0"]),
        ("0.2.1", ["invoices.get_pdf_link 0.2.0", "invoices.older 0.2.0"]),
        ("0.3.0", ["invoices.get_pdf_link 0.2.0", "invoices.old 0.3.0", "invoices.older 0.2.0"]),
        (
            "1.0.0",
            [
                "invoices.get_pdf_link 0.2.0",
                "invoices.old 0.3.0",
                "invoices.older 0.2.0",
                "Invoice.due_date 0.5.0",
                "InvoiceLink.address 0.4.0",
            ],
        ),
    ],
)
def test_it_names_what_is_due_and_the_file(document, version, names):
    assert [*overdue(document, version)] == [SAID.format(*name.split(), version) for name in names]


@pytest.mark.parametrize(
    ("until", "version", "due"),
    [
        ("0.2.0", "0.1.99", False),
        ("0.10.0", "0.9.0", False),
        ("0.9.0", "0.10.0", True),
        ("1.0.0", "0.99.99", False),
        ("1.0.0", "1", True),
        ("1.0.0", "1.0", True),
        ("1.0.1", "1.0", False),
        ("1.0.0", "1.0.0.0", True),
        # A candidate of a version is without what goes in it.
        ("0.2.0", "0.2.0rc1", True),
        ("0.2.0", "0.2.0.dev3+g1a2b3c", True),
        ("0.2.1", "0.2.0rc1", False),
        ("0.2.0", "none", False),
    ],
)
def test_versions_are_compared_by_their_numbers(until, version, due):
    assert is_due(until, version) is due


def test_nothing_is_due_where_nothing_is_kept():
    assert [*overdue(trial.normalised([]).document, "99.0.0")] == []


def test_what_the_vendor_alone_deprecates_is_never_due():
    document = trial.normalised([action(operation("/api/invoice/pdf"), {"deprecated": True})]).document
    assert [*overdue(document, "99.0.0")] == []


def with_version(project, version):
    text = project.pyproject.read_text(encoding="utf-8")
    stated = f'version = "{version_of(project)}"'
    assert stated in text
    project.pyproject.write_text(text.replace(stated, f'version = "{version}"', 1), encoding="utf-8")


def test_a_generation_is_refused_in_the_version_that_is_due_and_goes_through_before(tmp_path):
    project = trial.checkout(tmp_path, KEPT)
    with_version(project, "0.3.0")
    with pytest.raises(GeneratorError) as caught:
        pipeline.generate(project, pipeline.Report(out=io.StringIO()), check_types=False)
    assert str(caught.value).splitlines() == [
        SAID.format("invoices.get_pdf_link", "0.2.0", "0.3.0"),
        SAID.format("invoices.old", "0.3.0", "0.3.0"),
        SAID.format("invoices.older", "0.2.0", "0.3.0"),
    ]
    assert not project.package.exists()
    project = trial.checkout(tmp_path / "before", KEPT)
    with_version(project, "0.1.0")
    report = io.StringIO()
    pipeline.generate(project, pipeline.Report(out=report), check_types=False)
    assert project.package.exists()
    # An alias is no operation of its own.
    assert f"{OPERATIONS} methods, each sync and async" in report.getvalue()
    assert f"{OPERATIONS} operations in, {OPERATIONS} out, sync and async" in report.getvalue()


def test_the_document_that_is_made_says_what_is_deprecated_and_until_when(document):
    # It is the same with no more than our words: who reads the document need not know them.
    assert document["paths"]["/api/invoice/pdf"]["get"]["deprecated"] is True
    invoice = document["components"]["schemas"]["Invoice"]["properties"]
    assert (invoice["Duedate"]["deprecated"], invoice["Duedate"]["x-deprecation"]) == (True, {"until": "0.5.0"})
    link = document["components"]["schemas"]["InvoiceLink"]["properties"]
    assert [*link] == ["Link", "-address"]
    assert link["-address"]["x-alias-of"] == "Link"
    assert "x-aliases" not in link["Link"]
