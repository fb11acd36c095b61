"""What type checkers make of it: both accept the package and who calls it, and pyright tells what goes."""

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import attrs
import pytest

from sdkwright.verify.types import pyright
from tests import judges

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


# mypy: enable-error-code="deprecated"
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
def folder(package, tmp_path_factory):
    """The package, with the programs beside it."""
    folder = tmp_path_factory.mktemp("judged")
    shutil.copytree(package.folder / "envoice", folder / "envoice", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "caller.py").write_text(CALLER, encoding="utf-8")
    (folder / "wrong.py").write_text(WRONG, encoding="utf-8")
    return folder


@attrs.frozen
class Diagnostic:
    """What a type checker says: its rule, the line and its words."""

    rule: str
    line: int
    text: str


@pytest.fixture(scope="module")
def by_mypy(folder):
    """What mypy says of the package and of both programs, strictly, by the file; also of what is deprecated."""
    options = ["--strict", "--config-file=", "--python-version=3.11", "--no-error-summary", "--no-pretty"]
    options.append(f"--cache-dir={judges.mypy_cache(folder / '.mypy')}")
    command = [sys.executable, "-m", "mypy", *options, "envoice", "caller.py", "wrong.py"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found = re.findall(r"^(.+?):(\d+): error: (.*)  \[([a-z-]+)\]$", ran.stdout, re.MULTILINE)
    assert len(found) == len(ran.stdout.splitlines()), ran.stdout + ran.stderr
    return by_file((name, Diagnostic(rule, int(line), text)) for name, line, text, rule in found)


@pytest.fixture(scope="module")
def by_pyright(folder):
    """What pyright says of both programs, strictly, by the file; also of what is deprecated."""
    names = ["caller.py", "wrong.py"]
    settings = {"include": names, "exclude": [], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    config = folder / "programs.json"
    config.write_text(json.dumps(settings | {"reportDeprecated": "error"}), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--project", str(config), "--pythonpath", sys.executable]
    ran = subprocess.run([*command, "--outputjson"], cwd=folder, capture_output=True, text=True, check=False)
    told = json.loads(ran.stdout)
    assert told["summary"]["filesAnalyzed"] == len(names)
    return by_file(
        (Path(one["file"]).name, Diagnostic(one.get("rule"), one["range"]["start"]["line"] + 1, one["message"]))
        for one in told["generalDiagnostics"]
    )


def by_file(diagnostics):
    found = defaultdict(list)
    for name, diagnostic in diagnostics:
        found[name].append(diagnostic)
    return found


def apart(diagnostics, rule):
    """Those of a rule, and the others."""
    return [one for one in diagnostics if one.rule == rule], [one for one in diagnostics if one.rule != rule]


def test_mypy_accepts_the_package_tells_what_goes_and_refuses_what_it_refused_before(by_mypy):
    # One test, for each worker that had one of three would ask mypy again.
    accepted = {name: apart(found, "deprecated")[1] for name, found in by_mypy.items() if name != "wrong.py"}
    assert not any(accepted.values()), accepted
    found, _ = apart(by_mypy["caller.py"], "deprecated")
    assert sorted({one.line for one in found}) == GOING
    assert "invoices.get_pdf_link is deprecated and goes in 0.3.0; use invoices.get_link." in found[0].text
    assert [one.rule for one in apart(by_mypy["wrong.py"], "deprecated")[1]] == ["arg-type", "call-arg"]


def test_pyright_accepts_what_differs_in_the_package_and_its_caller_strictly(folder, plain):
    """What imports a module that differs is judged with it; of all others the generation has been the judge."""
    modules = {path.relative_to(folder).as_posix(): path.read_text() for path in (folder / "envoice").rglob("*.py")}
    before = {path.relative_to(plain.folder).as_posix(): path.read_text() for path in plain.folder.rglob("*.py")}
    changed = {name for name, text in modules.items() if before.get(name) != text}
    assert {"envoice/models.py", "envoice/resources/invoices.py", "envoice/_deprecated.py"} <= changed
    names = "|".join({Path(name).stem for name in changed if not name.endswith("__init__.py")})
    importing = re.compile(
        rf"^\s*(?:from \S*\b(?:{names})|from \S+ import .*\b(?:{names})|import .*\b(?:{names}))\b", re.MULTILINE
    )
    importing = {name for name, text in modules.items() if importing.search(text)}
    assert pyright(folder, [*sorted(changed | importing), "caller.py"]) == []


@pytest.mark.full(reason="what differs in the package is judged by pyright without it, and the whole by mypy")
def test_pyright_accepts_the_package_and_its_caller_strictly(folder):
    modules = len([*(folder / "envoice").rglob("*.py")])
    assert pyright(folder, ["caller.py"], package="envoice", modules=modules) == []


def test_pyright_tells_what_goes(by_pyright):
    found, others = apart(by_pyright["caller.py"], "reportDeprecated")
    assert others == []
    assert [one.line for one in found] == sorted(GOING + FOLLOWED)
    assert "invoices.get_pdf_link is deprecated and goes in 0.3.0; use invoices.get_link." in found[0].text


def test_pyright_refuses_what_it_refused_before(by_pyright):
    found = apart(by_pyright["wrong.py"], "reportDeprecated")[1]
    assert [one.rule for one in found] == ["reportArgumentType", "reportCallIssue"]
