"""What type checkers make of it: both accept the package and who calls it, and pyright tells what goes."""

import json
import subprocess
import sys

import pytest

from sdkwright.verify.types import pyright

# Each line that uses what goes ends in a comment that says so.
CALLER = '''
"""Uses what goes and what has taken its place; the types are the same."""

from typing import assert_type

from envoice import AsyncEnvoice, AsyncPager, Envoice, Pager, RawResponse
from envoice.models import InvoiceLink, InvoiceSendToClient, InvoiceSummary, Invoice, Client, ProductSummary

client = Envoice(api_key="k", api_secret="s")
assert_type(client.invoices.get_pdf_link(7), InvoiceLink)  # GOES
assert_type(client.invoices.get_pdf_link(7, signed_version=True), InvoiceLink)  # GOES
assert_type(client.invoices.get_share_link(7), InvoiceLink)  # GOES
assert_type(client.invoices.all(page=1), Pager[InvoiceSummary])  # GOES
assert_type(client.products.list(), Pager[ProductSummary])  # GOES
assert_type(client.taxes.add(name="VAT", percentage=18), int)  # GOES
assert_type(client.invoices.with_raw_response.get_pdf_link(7), RawResponse[InvoiceLink])  # GOES, to pyright
assert_type(client.invoices.get_link(7), InvoiceLink)
assert_type(client.invoices.send_to_client(7, text="Hello", attach_pdf=True), int)
assert_type(client.invoices.send_to_client(invoice=7), int)
InvoiceSendToClient(invoice=7, note=None)
invoice = client.invoices.get(1)
assert_type(invoice, Invoice)
assert_type(invoice.buyer, Client | None)
assert_type(invoice.invoice_category_id, int | None)


async def main(client: AsyncEnvoice) -> None:
    assert_type(await client.invoices.get_pdf_link(7), InvoiceLink)  # GOES
    assert_type(await client.invoices.get_share_link(7), InvoiceLink)  # GOES
    assert_type(client.invoices.all(), AsyncPager[InvoiceSummary])  # GOES
    assert_type(await client.invoices.get_link(7), InvoiceLink)
'''
GOING = [number for number, line in enumerate(CALLER.splitlines(), 1) if line.endswith("# GOES")]
# The raw twins hand methods on as values: pyright follows them, and mypy does not.
FOLLOWED = [number for number, line in enumerate(CALLER.splitlines(), 1) if line.endswith("# GOES, to pyright")]
WRONG = """
from envoice import Envoice

client = Envoice(api_key="k", api_secret="s")
client.invoices.get_pdf_link("seven")
client.invoices.get_share_link()
"""


@pytest.fixture(scope="module")
def caller(package):
    """The folder of the package, with the programs beside it."""
    (package.folder / "caller.py").write_text(CALLER, encoding="utf-8")
    (package.folder / "wrong.py").write_text(WRONG, encoding="utf-8")
    return package.folder


def mypy(folder, *names, code=""):
    options = ["--strict", "--config-file=", "--python-version=3.11", f"--cache-dir={folder / '.mypy'}"]
    options += ["--no-error-summary", "--no-pretty", *(["--enable-error-code", code] if code else [])]
    command = [sys.executable, "-m", "mypy", *options, *names]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout.splitlines()


def reported(folder, name, **settings):
    """The rule and line of each diagnostic of pyright's for one program."""
    config = folder / f"{name}.json"
    settings = {"include": [name], "exclude": [], "typeCheckingMode": "strict", "pythonVersion": "3.11"} | settings
    config.write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--project", str(config), "--pythonpath", sys.executable]
    ran = subprocess.run([*command, "--outputjson"], cwd=folder, capture_output=True, text=True, check=False)
    found = json.loads(ran.stdout)["generalDiagnostics"]
    return [(one.get("rule"), one["range"]["start"]["line"] + 1, one["message"]) for one in found]


def test_mypy_accepts_the_package_and_its_caller_strictly(caller):
    assert mypy(caller, "envoice", "caller.py") == []


def test_mypy_tells_what_goes_when_it_is_asked(caller):
    # The raw twins in the package use what goes too; an installed package is not judged with its caller.
    found = [line for line in mypy(caller, "caller.py", code="deprecated") if line.startswith("caller.py")]
    assert {line.rpartition("[")[2] for line in found} == {"deprecated]"}
    assert sorted({int(line.split(":")[1]) for line in found}) == GOING
    assert "invoices.get_pdf_link is deprecated and goes in 0.3.0; use invoices.get_link." in found[0]


def test_mypy_refuses_what_it_refused_before(caller):
    assert [line.rpartition("[")[2] for line in mypy(caller, "wrong.py")] == ["arg-type]", "call-arg]"]


def test_pyright_accepts_the_package_and_its_caller_strictly(caller):
    modules = len([*(caller / "envoice").rglob("*.py")])
    assert pyright(caller, ["caller.py"], package="envoice", modules=modules) == []


def test_pyright_tells_what_goes(caller):
    found = reported(caller, "caller.py", reportDeprecated="error")
    assert {rule for rule, _, _ in found} == {"reportDeprecated"}
    assert [line for _, line, _ in found] == sorted(GOING + FOLLOWED)
    assert "invoices.get_pdf_link is deprecated and goes in 0.3.0; use invoices.get_link." in found[0][2]


def test_pyright_refuses_what_it_refused_before(caller):
    assert [rule for rule, _, _ in reported(caller, "wrong.py", reportDeprecated="none")] == [
        "reportArgumentType",
        "reportCallIssue",
    ]
