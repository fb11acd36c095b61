"""An operation that goes: it works as before, and tells whoever calls it, at the line of the call."""

import pytest

from tests.generator.deprecation import trial
from tests.generator.deprecation.trial import Warned

PDF_LINK = "invoices.get_pdf_link is deprecated and goes in 0.3.0; use invoices.get_link."
PRODUCTS = "products.list is deprecated and goes in 0.3.0."

CALLS = {
    "a call": ("show(client.invoices.get_pdf_link(7).link)  # HERE", "https://a.example/2", PDF_LINK),
    "a call by name": ("show(client.invoices.get_pdf_link(id=7).link)  # HERE", "https://a.example/2", PDF_LINK),
    "a raw call": (
        "show(client.invoices.with_raw_response.get_pdf_link(7).parse().link)  # HERE",
        "https://a.example/2",
        PDF_LINK,
    ),
    "a list": ("show([one.id for one in client.products.list()])  # HERE", [1], PRODUCTS),
    "a raw list": (
        "show([one.id for one in client.products.with_raw_response.list().parse().result])  # HERE",
        [1],
        PRODUCTS,
    ),
    "a list that is no page": (
        "show(client.taxes.list()[0].id)  # HERE",
        1,
        "taxes.list is deprecated and goes in 0.3.0.",
    ),
    "one that the vendor alone deprecates": (
        "show(client.work_types.get(1).id)  # HERE",
        1,
        "work_types.get is deprecated in the vendor's document.",
    ),
}

AWAITED = {
    "a call": ("show((await client.invoices.get_pdf_link(7)).link)  # HERE", "https://a.example/2", PDF_LINK),
    "a raw call": (
        "show((await client.invoices.with_raw_response.get_pdf_link(7)).parse().link)  # HERE",
        "https://a.example/2",
        PDF_LINK,
    ),
    "a list": ("show([one.id async for one in client.products.list()])  # HERE", [1], PRODUCTS),
    "a raw list": (
        "show([one.id for one in (await client.products.with_raw_response.list()).parse().result])  # HERE",
        [1],
        PRODUCTS,
    ),
    "a call that becomes a task": (
        "task = asyncio.create_task(client.invoices.get_pdf_link(7))  # HERE\n    show((await task).link)",
        "https://a.example/2",
        PDF_LINK,
    ),
    "a call that is gathered": (
        "gathered = asyncio.gather(client.invoices.get_pdf_link(7))  # HERE\n    show((await gathered)[0].link)",
        "https://a.example/2",
        PDF_LINK,
    ),
    "a call that is awaited later": (
        "coroutine = client.invoices.get_pdf_link(7)  # HERE\n    show((await coroutine).link)",
        "https://a.example/2",
        PDF_LINK,
    ),
}


@pytest.mark.parametrize(("program", "value", "text"), CALLS.values(), ids=CALLS)
def test_it_works_and_warns_once_at_the_line_of_the_call(package, tmp_path, program, value, text):
    outcome = package.run(tmp_path, program)
    assert outcome.value == value
    assert outcome.warned == [Warned(text, line) for line in trial.lines(program)]
    assert len(outcome.warned) == 1


@pytest.mark.parametrize(("program", "value", "text"), AWAITED.values(), ids=AWAITED)
def test_it_works_and_warns_once_at_the_line_of_the_call_when_awaited(package, tmp_path, program, value, text):
    program = f"@main\nasync def _(client):\n    {program}\n"
    outcome = package.run(tmp_path, program)
    assert outcome.value == value
    assert outcome.warned == [Warned(text, line) for line in trial.lines(program)]
    assert len(outcome.warned) == 1


def test_each_call_warns(package, tmp_path):
    program = "for _ in range(3):\n    client.invoices.get_pdf_link(7)  # HERE\n"
    assert package.run(tmp_path, program).warned == [Warned(PDF_LINK, 3)] * 3


def test_reading_on_in_a_list_does_not_warn_again(package, tmp_path):
    program = "products = client.products.list()  # HERE\nshow([len([*products]), len([*products])])\n"
    outcome = package.run(tmp_path, program)
    assert outcome.value == [1, 1]
    assert outcome.warned == [Warned(PRODUCTS, 2)]


def test_the_line_is_that_of_the_function_that_calls(package, tmp_path):
    program = "def mine(client):\n    return client.invoices.get_pdf_link(7)  # HERE\n\n\nmine(client)\n"
    assert package.run(tmp_path, program).warned == [Warned(PDF_LINK, 3)]


def test_others_do_not_warn(package, tmp_path):
    program = """
show(client.invoices.get_link(7).link)
show(len([*client.invoices.list()]))
show(client.taxes.create(name="VAT", percentage=18))
show(client.invoices.get(1).id)
"""
    outcome = package.run(tmp_path, program)
    assert outcome.shown == ["https://a.example/1", 2, 4, 1]
    assert outcome.warned == []


def test_nothing_is_sent_where_warnings_are_errors(package, tmp_path):
    program = """
warnings.simplefilter("error", DeprecationWarning)
try:
    client.invoices.get_pdf_link(7)
except DeprecationWarning as error:
    show(str(error))
show(len(service.calls))
"""
    assert package.run(tmp_path, program).shown == [PDF_LINK, 0]


def test_no_coroutine_is_left_behind_where_warnings_are_errors(package, tmp_path):
    # A coroutine that nobody awaits would be a RuntimeWarning, which `run` refuses.
    program = """
@main
async def _(client):
    warnings.simplefilter("error", DeprecationWarning)
    try:
        await client.invoices.get_pdf_link(7)
    except DeprecationWarning as error:
        show(str(error))
    show(len(service.calls))
"""
    assert package.run(tmp_path, program).shown == [PDF_LINK, 0]


FACES = """
from envoice.resources.invoices import AsyncInvoices, Invoices
from envoice.resources.products import AsyncProducts, Products
for method in (Invoices.get_pdf_link, AsyncInvoices.get_pdf_link, Products.list, AsyncProducts.list):
    show([method.__name__, method.__qualname__, method.__module__, str(inspect.signature(method)),
          {name: repr(kind) for name, kind in typing.get_type_hints(method).items()},
          asyncio.iscoroutinefunction(method)])
"""


def test_names_signatures_and_types_are_what_they_were(package, plain, tmp_path):
    now, before = package.run(tmp_path, FACES), plain.run(tmp_path, FACES)
    assert now.shown == before.shown
    assert "id: 'int', *, signed_version" in now.shown[0][3]
    assert [face[5] for face in now.shown] == [False, True, False, False]
    assert now.warned == []


def test_it_says_so_of_itself(package, tmp_path):
    program = """
from envoice.resources.invoices import AsyncInvoices, Invoices
for method in (Invoices.get_pdf_link, AsyncInvoices.get_pdf_link, client.invoices.get_pdf_link):
    show([method.__deprecated__, inspect.getdoc(method)])
show(client.invoices.with_raw_response.get_pdf_link.__doc__)
show(hasattr(Invoices.get_link, "__deprecated__"))
"""
    *methods, raw, other = package.run(tmp_path, program).shown
    for text, doc in methods:
        assert text == PDF_LINK
        head, deprecated, *_ = doc.split("\n\n")
        assert not head.startswith("Deprecated")
        assert deprecated == f"Deprecated: {PDF_LINK}"
    assert f"Deprecated: {PDF_LINK}" in raw
    assert other is False
