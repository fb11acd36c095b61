"""The old name of an operation: it leads to the new one, with the same arguments and the same request."""

import pytest

from tests.generator.deprecation import trial
from tests.generator.deprecation.trial import Warned

LINK = "invoices.get_share_link is deprecated and goes in 0.3.0; use invoices.get_link."
LIST = "invoices.all is deprecated and goes in 0.3.0; use invoices.list."
CREATE = "taxes.add is deprecated and goes in 0.3.0; use taxes.create."

PAIRS = {
    "one thing": ("invoices.get_share_link(7)", "invoices.get_link(7)", LINK),
    "an answer as it came": (
        "invoices.with_raw_response.get_share_link(7)",
        "invoices.with_raw_response.get_link(7)",
        LINK,
    ),
    "a body": ("taxes.add(name='VAT', percentage=18)", "taxes.create(name='VAT', percentage=18)", CREATE),
    "a page as it came": (
        "invoices.with_raw_response.all(page=2, page_size=5)",
        "invoices.with_raw_response.list(page=2, page_size=5)",
        LIST,
    ),
}
SENT = "show([[call.operation, call.method, call.path, call.query, call.body] for call in service.calls])"


@pytest.mark.parametrize(("old", "new", "text"), PAIRS.values(), ids=PAIRS)
def test_it_asks_the_same(package, tmp_path, old, new, text):
    program = f"client.{old}  # HERE\nclient.{new}\n{SENT}\n"
    outcome = package.run(tmp_path, program)
    first, second = outcome.value
    assert first == second
    assert outcome.warned == [Warned(text, 2)]


@pytest.mark.parametrize(("old", "new", "text"), PAIRS.values(), ids=PAIRS)
def test_it_asks_the_same_when_awaited(package, tmp_path, old, new, text):
    program = f"@main\nasync def _(client):\n    await client.{old}  # HERE\n    await client.{new}\n{SENT}\n"
    outcome = package.run(tmp_path, program)
    first, second = outcome.value
    assert first == second
    assert outcome.warned == [Warned(text, 4)]


def test_a_list_gives_the_same_pages(package, tmp_path):
    program = f"""
show([one.id for one in client.invoices.all(page_size=2)])  # HERE
show([one.id for one in client.invoices.list(page_size=2)])


@main
async def _(client):
    show([one.id async for one in client.invoices.all(page_size=2)])  # HERE
{SENT}
"""
    outcome = package.run(tmp_path, program)
    assert outcome.shown[:3] == [[1, 2]] * 3
    sent = outcome.shown[3]
    third = len(sent) // 3
    assert sent == sent[:third] * 3
    assert outcome.warned == [Warned(LIST, line) for line in trial.lines(program)]


def test_each_old_name_goes_in_its_own_version(package, tmp_path):
    assert [one.text for one in package.run(tmp_path, "client.invoices.every()  # HERE").warned] == [
        "invoices.every is deprecated and goes in 1.0.0; use invoices.list."
    ]


def test_an_old_name_of_what_goes_itself_warns_of_itself(package, tmp_path):
    outcome = package.run(tmp_path, "show(client.taxes.all()[0].id)  # HERE")
    assert outcome.value == 1
    assert outcome.warned == [Warned("taxes.all is deprecated and goes in 0.3.0; use taxes.list.", 2)]


def test_the_new_name_stays_quiet(package, tmp_path):
    assert package.run(tmp_path, "client.invoices.get_link(7)\nclient.invoices.list()").warned == []


def test_it_has_the_signature_of_the_new_one_and_says_where_it_leads(package, tmp_path):
    program = """
from envoice.resources.invoices import AsyncInvoices, Invoices
from envoice.resources.taxes import Taxes
for old, new in ((Invoices.get_share_link, Invoices.get_link), (AsyncInvoices.get_share_link, AsyncInvoices.get_link),
                 (Invoices.all, Invoices.list), (AsyncInvoices.all, AsyncInvoices.list), (Taxes.add, Taxes.create)):
    show([[str(inspect.signature(one)), {name: repr(kind) for name, kind in
           typing.get_type_hints(one).items()}] for one in (old, new)])
show([Invoices.get_share_link.__name__, Invoices.get_share_link.__deprecated__])
show([*map(inspect.getdoc, (Invoices.get_share_link, Invoices.get_link))])
"""
    *faces, (name, deprecated), (old, new) = package.run(tmp_path, program).shown
    assert len(faces) == 5
    assert [old for old, _ in faces] == [new for _, new in faces]
    assert (name, deprecated) == ("get_share_link", LINK)
    assert old.split("\n\n")[:2] == ["Old name of `invoices.get_link`.", f"Deprecated: {LINK}"]
    # What follows the first paragraph is told of either.
    assert old.split("\n\n")[2:] == new.split("\n\n")[1:]
