"""`generator keep`: what a new document drops is kept by the overlay, to the byte as it was but for that."""

import copy
import io
import json

import attrs
import pytest

from sdkwright import cli, documents, pipeline, sources
from sdkwright.emit.package import version_of
from sdkwright.normalise.sites import operations
from sdkwright.project import Project
from tests.generator.deprecation import trial
from tests.generator.deprecation.trial import Warned

PDF = "GET /api/invoice/pdf"
PRESENT = version_of(Project.find(__file__))
LINK = "InvoiceUriApiModel.Link"


@attrs.frozen
class Keeping:
    """A checkout, and a later document in a file outside of it."""

    project: Project
    new: object

    @property
    def upstream(self):
        return documents.load(self.project.upstream.read_bytes(), name="upstream.json")

    @property
    def overlay(self):
        return self.project.overlay.read_bytes()

    def drop(self, *dropped):
        """Make the later document the present one without some operations, properties and `#/` places."""
        document = copy.deepcopy(self.upstream)
        for what in dropped:
            if what.startswith("#/"):
                kind, name = what.removeprefix("#/").split("/")
                del document["components"][kind][name]
            elif " " in what:
                del document["paths"][what.partition(" ")[2]]
            else:
                schema, _, name = what.partition(".")
                del document["components"]["schemas"][schema]["properties"][name]
        self.new.write_text(json.dumps(document), encoding="utf-8")

    def keep(self, what, *more, until="0.3.0"):
        """Run the command."""
        return cli.main(["keep", what, "--until", until, "--file", str(self.new), *more])

    def take(self):
        """Pin the later document, as an update does."""
        sources.fetch(self.project, source=None, file=self.new, update=True, say=lambda _: None)

    def normalised(self):
        return pipeline.normalised(self.project)[1].document


@pytest.fixture
def keeping(tmp_path, monkeypatch):
    project = trial.checkout(tmp_path / "checkout")
    monkeypatch.setattr(Project, "find", classmethod(lambda cls: project))
    return Keeping(project, tmp_path / "later.json")


def found(document, what):
    """An operation or property of a normalised document, by its public name."""
    if what[0].islower():
        return {site.operation["operationId"]: site.operation for site in operations(document)}[what]
    schema, _, name = what.partition(".")
    return document["components"]["schemas"][schema]["properties"][name]


def kept(node, about):
    """A node of before as it is when it is kept."""
    return node | {"deprecated": True, "x-deprecation": about}


DROPPED = {
    "an operation": (PDF, [PDF], "invoices.get_pdf_link"),
    "a list": ("GET /api/product/all", ["GET /api/product/all"], "products.list"),
    "an operation and the models that it alone has": (
        "GET /api/payment/supported",
        ["GET /api/payment/supported", "#/schemas/PaymentGatewayDetailsApiModel", "#/schemas/CurrencyApiModel"],
        "payment_gateways.list",
    ),
    "an operation whose body the overlay has written": (
        "POST /api/paymentlink/delete",
        ["POST /api/paymentlink/delete"],
        "payment_links.delete",
    ),
    "a text": (LINK, [LINK], "InvoiceLink.Link"),
    "an amount": (
        "InvoiceFullDetailsApiModel.TotalAmount",
        ["InvoiceFullDetailsApiModel.TotalAmount"],
        "Invoice.TotalAmount",
    ),
    "another model": ("InvoiceFullDetailsApiModel.Client", ["InvoiceFullDetailsApiModel.Client"], "Invoice.Client"),
    "an enum": ("InvoiceFullDetailsApiModel.Status", ["InvoiceFullDetailsApiModel.Status"], "Invoice.Status"),
    "a list of models": ("InvoiceFullDetailsApiModel.Items", ["InvoiceFullDetailsApiModel.Items"], "Invoice.Items"),
    "a model that is gone with it": (
        "OrderCreateApiModel.OrderBillingDetails",
        [
            f"{schema}.OrderBillingDetails"
            for schema in ("OrderCreateApiModel", "OrderDetailsApiModel", "OrderFullDetailsApiModel")
        ]
        + ["#/schemas/OrderBillingDetailsApiModel"],
        "OrderCreate.OrderBillingDetails",
    ),
    "one with a name of its own": (
        "InvoiceCreateApiModel.Duedate", ["InvoiceCreateApiModel.Duedate"], "InvoiceCreate.Duedate"
    ),
}  # fmt: skip


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
@pytest.mark.parametrize(("what", "dropped", "name"), DROPPED.values(), ids=DROPPED)
def test_what_is_dropped_is_as_it_was_and_deprecated(keeping, capsys, what, dropped, name):
    before, overlay = found(keeping.normalised(), name), keeping.overlay
    keeping.drop(*dropped)
    assert keeping.keep(what) == 0, capsys.readouterr().err
    assert keeping.overlay.startswith(overlay)
    # It is kept in the present document as well as in the later one.
    assert found(keeping.normalised(), name) == kept(before, {"until": "0.3.0"})
    keeping.take()
    after = found(keeping.normalised(), name)
    assert after.get("x-upstream-id") in {None, before.get("x-upstream-id")}
    assert after == kept(before, {"until": "0.3.0"})


def test_the_overlay_says_where_it_came_from_and_is_the_same_before(keeping, capsys):
    overlay = keeping.overlay
    keeping.drop(PDF)
    assert keeping.keep(PDF, "--use", "invoices.get_link") == 0
    added = keeping.overlay.removeprefix(overlay).decode()
    assert keeping.overlay == overlay + added.encode()
    digest = pipeline.read_upstream(keeping.project).sha256[:12]
    first, comment, *lines = added.splitlines()
    assert first == ""
    assert comment == f"# --- {PDF}: kept until 0.3.0 by `generator keep`, from spec/upstream.json {digest}"
    assert not any(line.startswith("#") for line in lines)
    assert all(len(line) <= 120 for line in lines)
    assert "  description: The vendor has dropped it; kept until 0.3.0 for who uses it." in lines
    printed = capsys.readouterr().out
    assert printed.startswith("\n".join(lines))
    assert printed.endswith(f"2 actions are in spec/overlay.yaml: {PDF} stays until 0.3.0, deprecated.\n")
    assert found(keeping.normalised(), "invoices.get_pdf_link")["x-deprecation"] == {
        "until": "0.3.0",
        "use": "invoices.get_link",
    }


@pytest.mark.parametrize(
    ("what", "use", "hint"),
    [
        (PDF, "foo.bar", "name one as in invoices.get_link or InvoiceLink.link."),
        (PDF, "invoices.get_lnk", "did it mean invoices.get_link?"),
        ("InvoiceFullDetailsApiModel.InvoiceCategoryId", "Invoice.DueDate", "did it mean Invoice.due_date?"),
    ],
)
def test_a_replacement_that_is_not_there_is_refused(keeping, capsys, what, use, hint):
    keeping.drop(PDF, "InvoiceFullDetailsApiModel.InvoiceCategoryId")
    overlay = keeping.overlay
    assert keeping.keep(what, "--use", use) == 1
    said = capsys.readouterr().err
    assert f": the overlay says to use {use}, which is no operation or property; {hint}\n" in said
    assert said.count("\n") == 1
    assert keeping.overlay == overlay


def test_what_is_kept_can_be_generated_and_warns(keeping, tmp_path):
    """With a replacement that an override adds."""
    keeping.drop(PDF, "InvoiceFullDetailsApiModel.InvoiceCategoryId")
    assert keeping.keep(PDF, "--use", "invoices.download_pdf") == 0
    assert keeping.keep("InvoiceFullDetailsApiModel.InvoiceCategoryId") == 0
    keeping.take()
    pipeline.generate(keeping.project, pipeline.Report(out=io.StringIO()), check_types=False)
    program = """
show(client.invoices.get_pdf_link(7).link)  # HERE
invoice = client.invoices.get(1)
show(invoice.invoice_category_id)  # HERE
"""
    outcome = trial.Trial(keeping.project.generated).run(tmp_path, program)
    assert outcome.shown == ["https://a.example/2", 5]
    assert outcome.warned == [
        Warned("invoices.get_pdf_link is deprecated and goes in 0.3.0; use invoices.download_pdf.", 3),
        Warned("Invoice.invoice_category_id is deprecated and goes in 0.3.0.", 5),
    ]


def test_without_it_the_later_document_has_it_no_more(keeping):
    keeping.drop(LINK)
    keeping.take()
    # It was the only property, and an object without any needs no model.
    assert "InvoiceLink" not in keeping.normalised()["components"]["schemas"]


def test_a_body_that_was_referred_to_is_written_out(keeping, capsys):
    document = copy.deepcopy(keeping.upstream)
    del document["paths"]["/api/paymentlink/new"]
    body = document["components"].pop("requestBodies")["PaymentLink"]
    document["paths"]["/api/paymentlink/delete"]["post"]["requestBody"] = body
    keeping.new.write_text(json.dumps(document), encoding="utf-8")
    before = found(keeping.normalised(), "payment_links.create")
    assert keeping.keep("POST /api/paymentlink/new") == 0, capsys.readouterr().err
    keeping.take()
    assert found(keeping.normalised(), "payment_links.create") == kept(before, {"until": "0.3.0"})


def test_a_path_goes_on_with_what_the_later_document_has_there(keeping):
    document = copy.deepcopy(keeping.upstream)
    item = document["paths"]["/api/invoice/pdf"]
    item["post"] = item.pop("get") | {"operationId": "InvoiceApi_MakePdf"}
    keeping.new.write_text(json.dumps(document), encoding="utf-8")
    with keeping.project.names.open("r+", encoding="utf-8") as file:
        text = file.read().replace("[operations]\n", '[operations]\n"POST /api/invoice/pdf" = "invoices.make_pdf"\n', 1)
        file.seek(0)
        file.write(text)
    assert keeping.keep(PDF) == 0
    keeping.take()
    normalised = keeping.normalised()
    assert found(normalised, "invoices.get_pdf_link")["deprecated"] is True
    assert "deprecated" not in found(normalised, "invoices.make_pdf")


REFUSED = {
    "an operation that never was": ("GET /api/nope", [], "GET /api/nope: the pinned document has no such operation;"),
    "a method that never was": ("PUT /api/invoice/pdf", [], "PUT /api/invoice/pdf: the pinned document has no such"),
    "an operation by its public name": ("invoices.get_pdf_link", [], "invoices.get_pdf_link: the pinned"),
    "a schema that never was": ("Nope.Link", [], "Nope.Link: the pinned document has no such property;"),
    "a property that never was": ("InvoiceUriApiModel.Nope", [], "InvoiceUriApiModel.Nope: the pinned document has no"),
    "a schema": ("InvoiceUriApiModel", [], "InvoiceUriApiModel: the pinned document has no such property;"),
    "nothing": ("", [], ": the pinned document has no such property;"),
    "an operation that is still there": ("GET /api/invoice/uri", [], "GET /api/invoice/uri: the new document still"),
    "a property that is still there": (
        "InvoiceFullDetailsApiModel.Status", [], "InvoiceFullDetailsApiModel.Status: the new document still has it."
    ),
    "a property of a schema that is gone": (
        "CurrencyApiModel.Name", [], "CurrencyApiModel.Name: the new document drops CurrencyApiModel altogether;"
    ),
    "no version": (PDF, ["--until", "soon"], "--until is a version such as 0.3.0,"),
    "half a version": (PDF, ["--until", "0.3"], "--until is a version such as 0.3.0,"),
    "a version with a line end": (PDF, ["--until", "0.3.0\n"], "--until is a version such as 0.3.0,"),
    "the present version": (PDF, ["--until", PRESENT], f"--until {PRESENT}: this is {PRESENT} already; name a later"),
    "a version that is past": (PDF, ["--until", "0.0.9"], f"--until 0.0.9: this is {PRESENT} already;"),
    "no name": (PDF, ["--use", "the other one"], "--until is a version such as 0.3.0, and --use a name such as"),
    "no file": (PDF, ["--file", "nope.json"], "nope.json"),
}  # fmt: skip


@pytest.mark.parametrize(("what", "more", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_kept_is_told_in_a_sentence(keeping, capsys, what, more, said):
    keeping.drop(
        PDF, "GET /api/payment/supported", "#/schemas/PaymentGatewayDetailsApiModel", "#/schemas/CurrencyApiModel"
    )
    overlay = keeping.overlay
    assert keeping.keep(what, *more) == 1
    err = capsys.readouterr().err
    assert err.startswith("error: ")
    assert said in err
    assert err.count("\n") == 1
    assert keeping.overlay == overlay


@pytest.mark.parametrize(("what", "again"), [(PDF, "0.4.0"), (PDF, "0.3.0"), (LINK, "0.4.0")])
@pytest.mark.parametrize("taken", [False, True], ids=["before the update", "after it"])
def test_what_is_kept_is_not_kept_twice(keeping, capsys, what, again, taken):
    keeping.drop(what)
    assert keeping.keep(what) == 0
    if taken:
        keeping.take()
    overlay = keeping.overlay
    assert keeping.keep(what, until=again) == 1
    said = f"error: {what}: it is kept until 0.3.0 already; change that in spec/overlay.yaml.\n"
    assert capsys.readouterr().err == said
    assert keeping.overlay == overlay


WRITTEN = {
    "without an end of line": lambda text: text.rstrip("\n"),
    "with empty lines at its end": lambda text: f"{text}\n\n",
    "with a comment at its end": lambda text: f"{text}# The end.\n",
    "as on Windows": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("write", WRITTEN.values(), ids=WRITTEN)
def test_the_lines_of_an_overlay_are_left_as_they_are(keeping, write):
    overlay = write(keeping.overlay.decode()).encode()
    keeping.project.overlay.write_bytes(overlay)
    keeping.drop(PDF)
    assert keeping.keep(PDF) == 0
    assert keeping.overlay.startswith(overlay)
    assert keeping.overlay.count(b"\r\n") in {0, keeping.overlay.count(b"\n")}
    assert found(keeping.normalised(), "invoices.get_pdf_link")["deprecated"] is True


def indented(text):
    head, actions, rest = text.partition("actions:\n")
    return head + actions + "".join(f"  {line}" for line in rest.splitlines(keepends=True))


@pytest.mark.parametrize(
    "write",
    [
        indented,
        lambda text: f"{text}x-more: 1\n",
        lambda text: json.dumps(documents.load(text.encode(), name="")),
    ],
    ids=["indented", "with something behind its actions", "as JSON"],
)
def test_an_overlay_that_is_written_otherwise_is_left_alone_and_the_actions_are_shown(keeping, capsys, write):
    overlay = write(keeping.overlay.decode()).encode()
    keeping.project.overlay.write_bytes(overlay)
    keeping.drop(PDF)
    assert keeping.keep(PDF) == 1
    err = capsys.readouterr().err
    assert err.startswith("error: spec/overlay.yaml: its actions are written in an unusual way; add these by hand:\n- ")
    assert "x-deprecation" in err
    assert keeping.overlay == overlay


TEXTS = [
    "1e5",
    "yes",
    "null",
    "# no comment",
    "- a: {b: 1}",
    "'\"\\",
    "a\nb\n",
    "  spaced  ",
    "日本語 é",
    "%TAG",
    "&a *b",
]


def test_texts_of_the_vendors_come_back_as_they_were(keeping):
    document = copy.deepcopy(keeping.upstream)
    operation = document["paths"]["/api/invoice/pdf"]["get"]
    operation["parameters"] += [
        {"name": f"p{number}", "in": "query", "description": text, "schema": {"type": "string"}}
        for number, text in enumerate(TEXTS)
    ]
    keeping.new.write_text(json.dumps(document), encoding="utf-8")
    keeping.take()
    before = found(keeping.normalised(), "invoices.get_pdf_link")
    keeping.drop(PDF)
    assert keeping.keep(PDF) == 0
    keeping.take()
    after = found(keeping.normalised(), "invoices.get_pdf_link")
    assert after == kept(before, {"until": "0.3.0"})
    texts = {item["name"]: item["description"] for item in after["parameters"]}
    assert [texts[f"p{number}"] for number in range(len(TEXTS))] == TEXTS
