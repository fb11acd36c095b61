"""Slips in what the overlay says of names that go: each is told in one sentence that names the place."""

import io
import json

import pytest

from sdkwright import cli
from sdkwright.errors import GeneratorError
from sdkwright.normalise.passes.keywords import refuse_unknown_keywords
from sdkwright.normalise.replacements import check_replacements
from sdkwright.normalise.sites import operations
from sdkwright.project import Project
from tests.generator.deprecation import trial
from tests.generator.deprecation.trial import action, operation, property_

URI = operation("/api/invoice/uri")
LINK = property_("InvoiceUriApiModel", "Link")
PLACES = {"operation": "GET /api/invoice/uri", "property": "InvoiceUriApiModel.Link"}

VERSIONS = ["0.3", "0.3.0.1", "v0.3.0", "0.3.0rc1", " 0.3.0", "0.3.0\n", "0.3.-1", "0.3.1_0", "٠.٣.٠", "soon", ""]  # noqa: RUF001 - Arabic digits
UNTILS = [*VERSIONS, None, 0.3, 3, ["0.3.0"], {"0.3.0": True}, f"{'9' * 5000}.0.0"]
NAMES = [
    "invoices get", "", ".", "a..b", "invoices.get_link; import os", "x`y", 'a"b', "a'''b", 'a"""b', "a\\b", "a\nb",
    "a\x00b", "a\u202eb", "{{ 7 * 7 }}", "{% raw %}", "get_link()", "ﬁn", "名", 7, None, ["a"], {"a": 1},
]  # fmt: skip


def sentence_of(act):
    """The one sentence that something is refused with."""
    with pytest.raises(GeneratorError) as caught:
        act()
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.isprintable()
    assert len(sentence) < 500
    return sentence


def refusal(*actions):
    """The sentence that refuses the real document with these actions at the end of its overlay."""
    return sentence_of(lambda: trial.normalised(list(actions)))


def small(update, on):
    """A small document as the overlay leaves it, with `update` on its operation or its property."""
    operation = {"responses": {}} | (update if on == "operation" else {})
    link = {"type": "string"} | (update if on == "property" else {})
    return {
        "openapi": "3.0.1",
        "info": {"title": "Small", "version": "1"},
        "paths": {"/api/invoice/uri": {"get": operation}},
        "components": {"schemas": {"InvoiceUriApiModel": {"properties": {"Link": link}}}},
    }


def judged(update, on):
    """The sentence that refuses `update`."""
    sentence = sentence_of(lambda: refuse_unknown_keywords(small(update, on)))
    assert sentence.startswith(f"{PLACES[on]}: the overlay brings {next(iter(update))}"), sentence
    assert "`x-deprecation: {until: 1.2.3, use: name}` or `x-aliases: {old_name: {until: 1.2.3}}`" in sentence
    return sentence


@pytest.mark.parametrize("on", PLACES)
@pytest.mark.parametrize("until", UNTILS, ids=lambda until: ascii(until)[:20])
def test_until_is_three_numbers(on, until):
    judged({"x-deprecation": {"until": until}}, on)
    judged({"x-aliases": {"old": {"until": until}}}, on)


@pytest.mark.parametrize("on", PLACES)
@pytest.mark.parametrize("use", NAMES, ids=lambda use: ascii(use)[:20])
def test_use_is_a_name(on, use):
    judged({"x-deprecation": {"until": trial.UNTIL, "use": use}}, on)


@pytest.mark.parametrize("on", PLACES)
@pytest.mark.parametrize(
    "update",
    [
        {"x-deprecation": {}},
        {"x-deprecation": {"use": "get_link"}},
        {"x-deprecation": {"until": "0.3.0", "since": "0.2.0"}},
        {"x-deprecation": True},
        {"x-deprecation": "0.3.0"},
        {"x-deprecation": []},
        {"x-aliases": {}},
        {"x-aliases": ["old"]},
        {"x-aliases": "old"},
        {"x-aliases": {"old": "0.3.0"}},
        {"x-aliases": {"old": {"until": "0.3.0", "use": "new"}}},
        {"x-aliases": {"old": {"until": "0.3.0"}, "older": {}}},
        {"x-aliases": {"Old": {"until": "0.3.0"}}},
        {"x-aliases": {"old name": {"until": "0.3.0"}}},
        {"x-aliases": {"class": {"until": "0.3.0"}}},
        {"x-aliases": {"_old": {"until": "0.3.0"}}},
        {"x-aliases": {"self": {"until": "0.3.0"}}},
        {"x-aliases": {"o" * 200: {"until": "0.3.0"}}},
        {"x-aliases": {"invoices.old": {"until": "0.3.0"}}},
        {"x-aliases": {"": {"until": "0.3.0"}}},
        {"x-aliases": {"old(): pass\nimport os": {"until": "0.3.0"}}},
        {"x-deprecate": {"until": "0.3.0"}},
        {"x-alias": {"old": {"until": "0.3.0"}}},
        {"x-alias-of": "Id"},
        {"x-was-required": True},
    ],
    ids=lambda update: json.dumps(update)[:40],
)
def test_what_is_written_otherwise_is_refused(on, update):
    judged(update, on)


@pytest.mark.parametrize("about", [{"until": "0.3.0"}, {"until": "10.20.30", "use": "invoices.get_link"}])
@pytest.mark.parametrize("on", PLACES)
def test_what_is_written_as_it_should_be_is_taken(on, about):
    refuse_unknown_keywords(small({"x-deprecation": about, "x-aliases": {"old": {"until": "0.3.0"}}}, on))


@pytest.mark.parametrize(
    "update",
    [
        {"x-deprecation": {"until": "0.3"}},
        {"x-deprecation": {"until": trial.UNTIL, "use": "a\nb"}},
        {"x-deprecation": {"until": trial.UNTIL, "use": "a\u202eb"}},
        {"x-aliases": {"old": {"until": "0.3.0\n"}}},
    ],
)
@pytest.mark.parametrize(("on", "target"), [("operation", URI), ("property", LINK)])
def test_a_slip_in_the_overlay_stops_the_whole(on, target, update):
    sentence = refusal(action(target, update))
    # What nobody would see is refused before.
    assert sentence.startswith(f"{PLACES[on]}: the overlay brings ") or "the invisible character U+202E" in sentence


@pytest.mark.parametrize(
    ("target", "use", "said"),
    [
        (URI, "foo.bar", "invoices.get_link: the overlay says to use foo.bar, which is no operation or property; name"),
        (URI, "invoices.get_link", "invoices.get_link: the overlay says to use invoices.get_link, which is no"),
        (URI, "get_pdf_lnk", "did it mean invoices.get_pdf_link?"),
        (LINK, "InvoiceLink.nope", "InvoiceLink.link: the overlay says to use InvoiceLink.nope, which is no operation"),
    ],
)
def test_a_replacement_that_is_not_there_is_refused(target, use, said):
    document = trial.normalised([action(target, {"x-deprecation": {"until": trial.UNTIL, "use": use}})]).document
    assert said in sentence_of(lambda: check_replacements(document))


@pytest.mark.parametrize("use", ["invoices.get_pdf_link", "get_pdf_link", "Invoice.due_date", "invoices.by_hand"])
def test_a_replacement_that_is_there_is_taken(use):
    document = trial.normalised([action(URI, {"x-deprecation": {"until": trial.UNTIL, "use": use}})]).document
    check_replacements(document, {"invoices.by_hand"})


def test_a_generation_stops_at_a_replacement_that_is_not_there(tmp_path):
    about = {"until": trial.UNTIL, "use": "foo.bar"}
    project = trial.checkout(tmp_path, [action(URI, {"x-deprecation": about})])
    report = trial.pipeline.Report(out=io.StringIO())
    assert "to use foo.bar" in sentence_of(lambda: trial.pipeline.generate(project, report, check_types=False))


NOWHERE = {
    "a schema": ("$.components.schemas.InvoiceUriApiModel", "schema InvoiceUriApiModel"),
    "a parameter": ("$.paths['/api/invoice/uri'].get.parameters[0]", "GET /api/invoice/uri ?id"),
    "a parameter's schema": ("$.paths['/api/invoice/uri'].get.parameters[0].schema", "GET /api/invoice/uri ?id"),
    "the items of a list": (
        "$.components.schemas.InvoiceFullDetailsApiModel.properties.Items.items",
        "InvoiceFullDetailsApiModel.Items",
    ),
    "an answer": (
        "$.paths['/api/invoice/uri'].get.responses['200'].content['application/json'].schema",
        "GET /api/invoice/uri response",
    ),
}


@pytest.mark.parametrize(("target", "place"), NOWHERE.values(), ids=NOWHERE)
@pytest.mark.parametrize("word", ["x-deprecation", "x-aliases"])
def test_it_is_refused_where_nothing_would_come_of_it(target, place, word):
    about = {"until": trial.UNTIL}
    sentence = refusal(action(target, {word: about if word == "x-deprecation" else {"old": about}}))
    assert sentence.startswith(f"{place}: the overlay brings {word}"), sentence


@pytest.mark.parametrize(
    "target",
    [operation("/api/invoice/nope"), operation("/api/invoice/uri", "delete"), property_("InvoiceUriApiModel", "Nope")],
)
def test_a_target_that_is_not_there_is_named_with_its_action(target):
    number = len(trial.pipeline.read_tables(Project.find(__file__))[0].actions) + 1
    sentence = refusal(action(target, {"x-aliases": {"old": {"until": trial.UNTIL}}}))
    assert sentence.startswith(f"overlay action {number} ({target}) matches nothing; ")


def aliased(target, *names):
    return action(target, {"x-aliases": {name: {"until": trial.UNTIL} for name in names}})


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ([aliased(URI, "get")], "GET /api/invoice/uri: the alias get is taken (GET /api/invoice/details);"),
        ([aliased(URI, "get_link")], "GET /api/invoice/uri: the alias get_link is taken (GET /api/invoice/uri);"),
        (
            [aliased(URI, "old"), aliased(operation("/api/invoice/pdf"), "old")],
            "GET /api/invoice/uri: the alias old is taken (an alias of GET /api/invoice/pdf);",
        ),
        ([aliased(URI, "with_raw_response")], "the alias with_raw_response is taken (every resource has it);"),
        ([aliased(LINK, "link")], "InvoiceLink.Link: the alias link is the name of Link;"),
        (
            [aliased(property_("SendInvoiceToClientApiModel", "InvoiceId"), "subject")],
            "InvoiceSendToClient.InvoiceId: the alias subject is the name of Subject;",
        ),
        (
            # A property that has another name than by rule.
            [aliased(property_("InvoiceFullDetailsApiModel", "Number"), "due_date")],
            "Invoice.Number: the alias due_date is the name of Duedate;",
        ),
        (
            [aliased(property_("SendInvoiceToClientApiModel", name), "old") for name in ("InvoiceId", "Message")],
            "the alias old is the name of an alias of ",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_alias_that_is_the_name_of_something_else_is_refused(actions, said):
    sentence = refusal(*actions)
    assert said in sentence
    assert sentence.endswith("out of the overlay.")


def test_the_same_alias_may_stand_on_two_resources_and_two_models():
    document = trial.normalised([
        aliased(URI, "old"),
        aliased(operation("/api/estimation/uri"), "old"),
        aliased(LINK, "old"),
        aliased(property_("EstimationUriApiModel", "Link"), "old"),
    ]).document  # fmt: skip
    found = {site.operation["operationId"] for site in operations(document) if "x-aliases" in site.operation}
    assert found == {"invoices.get_link", "estimations.get_link"}
    for name in ("InvoiceLink", "EstimationLink"):
        assert document["components"]["schemas"][name]["properties"]["-old"]["x-alias-of"] == "Link"


def test_no_property_of_the_vendors_passes_for_an_old_name():
    document = trial.pipeline.read_upstream(Project.find(__file__)).document
    document["components"]["schemas"]["InvoiceUriApiModel"]["properties"]["-link"] = {"type": "string"}
    found = trial.normalised([], document)
    assert found.ledger.told["InvoiceUriApiModel.-link"] == "no field: old names of others begin with '-' on the wire"
    assert found.document == trial.normalised([]).document


def test_the_vendor_cannot_deprecate_with_our_words():
    document = trial.pipeline.read_upstream(Project.find(__file__)).document
    link = document["components"]["schemas"]["InvoiceUriApiModel"]["properties"]["Link"]
    link |= {"x-aliases": {"old": {"until": "0.3.0"}}, "x-deprecation": {"until": "0.3.0"}, "x-alias-of": "Link"}
    document["paths"]["/api/invoice/uri"]["get"]["x-aliases"] = {"old": {"until": "0.3.0"}}
    assert trial.normalised([], document).document == trial.normalised([]).document


def test_the_command_tells_it_without_a_traceback(tmp_path, monkeypatch, capsys):
    project = trial.checkout(tmp_path, [aliased(URI, "get")])
    monkeypatch.setattr(Project, "find", classmethod(lambda cls: project))
    assert cli.main(["generate", "--skip-types"]) == 1
    assert capsys.readouterr().err == (
        "error: GET /api/invoice/uri: the alias get is taken (GET /api/invoice/details); take it out of the overlay.\n"
    )
    assert not (tmp_path / "generated" / "envoice").exists()
