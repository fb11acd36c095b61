"""Models and answers for callers' tests, where a model has fields that go."""

from tests.generator.deprecation.trial import Warned

ADDRESS = "InvoiceLink.address is deprecated and goes in 0.3.0; use InvoiceLink.link."


def test_a_model_is_built_with_an_old_name(package, tmp_path):
    program = "from envoice.testing import build\nshow(build(InvoiceLink, address='x').link)  # HERE\n"
    outcome = package.run(tmp_path, program)
    assert outcome.value == "x"
    assert outcome.warned == [Warned(ADDRESS, 3)]


def test_a_model_is_built_with_the_new_names(package, tmp_path):
    program = """
from envoice.testing import build
show(build(InvoiceLink, link="x").link)
show(build(InvoiceSendToClient, invoice_id=5, message="Hello").message)
show(build(Invoice).client is not None)
"""
    outcome = package.run(tmp_path, program)
    assert outcome.shown == ["x", "Hello", True]
    assert outcome.warned == []


def test_an_answer_of_which_nothing_is_said_is_quiet(package, tmp_path):
    program = """
client = FakeService().client()
show(client.invoices.get_link(1).link)
show(client.invoices.get(1).id)
"""
    outcome = package.run(tmp_path, program)
    assert outcome.shown == ["https://envoice.invalid/link", 1]
    assert outcome.warned == []
