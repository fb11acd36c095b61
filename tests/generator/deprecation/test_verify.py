"""The judges accept a package in which names go, and nothing in it that only looks like one."""

import shutil

import pytest

from sdkwright import stubs
from sdkwright.emit.needs import for_document
from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.project import Project
from sdkwright.verify import safety
from sdkwright.verify.staged import Staged
from tests.generator.verify_sample import API, verify
from tests.vendor_document import OPERATIONS

RESOURCE = "resources/invoices.py"
MARK = '    @deprecated("invoices.get_pdf_link is deprecated and goes in 0.3.0; use invoices.get_link.")\n'


@pytest.fixture
def copied(package, tmp_path):
    """A copy of the package, to be spoilt."""
    shutil.copytree(package.folder / "envoice", tmp_path / "envoice")
    return tmp_path


@pytest.fixture
def resource(package, tmp_path):
    """A copy of one module alone, to be spoilt; the others are judged with the whole."""
    (tmp_path / "envoice" / "resources").mkdir(parents=True)
    shutil.copy(package.folder / "envoice" / RESOURCE, tmp_path / "envoice" / RESOURCE)
    return tmp_path


def spoil(root, name, old, new):
    path = root / "envoice" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_judge_but_those_of_types_accepts_it(copied, deprecated_document):
    said = []
    api = build(deprecated_document)
    verify(copied, api, project=for_document(Project.find(__file__), api), check_types=False, say=said.append)
    assert any(f"{OPERATIONS} operations in, {OPERATIONS} out, sync and async" in line for line in said)
    assert any("generated modules only declare" in line for line in said)


@pytest.mark.parametrize(
    "mark",
    [
        "@deprecated",
        "@deprecated()",
        "@deprecated('a', 'b')",
        "@deprecated('a', category=None)",
        "@deprecated(*'a')",
        "@deprecated(print('a'))",
        "@deprecated(f'{print(1)}')",
        "@deprecated('a' + 'b')",
        "@deprecated('a')('b')",
        "@warnings.deprecated('a')",
        "@deprecated.deprecated('a')",
        "@watch('a')",
    ],
)
def test_no_other_decorator_passes_for_it(resource, mark):
    spoil(resource, RESOURCE, MARK, f"    {mark}\n")
    problems = safety.judge(Staged(root=resource, project=Project.find(__file__), api=API)).problems
    # Once sync and once async.
    assert [problem.what.partition(":")[0] for problem in problems].count("is decorated with what runs at import") == 2


def test_the_decorator_itself_passes(resource):
    assert safety.judge(Staged(root=resource, project=Project.find(__file__), api=API)).problems == []


def test_a_field_that_is_lost_is_named(copied, deprecated_document):
    # An old name is a field of its own, so it cannot be lost unnoticed.
    spoil(copied, "models.py", 'field(name="-address", default=None)', 'field(name="address", default=None)')
    api = build(deprecated_document)
    project = for_document(Project.find(__file__), api)
    with pytest.raises(GeneratorError) as caught:
        verify(copied, api, project=project, check_types=False, say=lambda _: None)
    assert "InvoiceLink has no field for '-address' of its schema" in str(caught.value)


def test_no_stub_sends_an_old_name(deprecated_document):
    written = stubs.render(build(deprecated_document), project=Project.find(__file__))
    assert any("invoices.get_pdf_link" in text for text in written.values())
    for text in written.values():
        for name in ('"-address"', '"-buyer"', '"-state"', '"-sum"', '"buyer"', "get_share_link"):
            assert name not in text


def test_an_old_name_has_the_type_of_the_new_one(package, tmp_path):
    program = """
from envoice._deprecated import FIELDS
for name, fields in FIELDS.items():
    types = {one.name: one.type for one in msgspec.structs.fields(getattr(models, name))}
    for old, (_, new, _) in fields.items():
        if new:
            show([f"{name}.{old}", types[old] == types[new], repr(types[old])])
"""
    shown = package.run(tmp_path, program).shown
    assert all(same for _, same, _ in shown)
    assert [name for name, *_ in shown] == [
        "Invoice.buyer",
        "Invoice.state",
        "Invoice.sum",
        "InvoiceLink.address",
        "InvoiceRecurrence.label",
        "InvoiceSendToClient.invoice",
        "InvoiceSendToClient.note",
        "InvoiceSendToClient.text",
    ]
    assert "Decimal" in shown[2][2]
    assert "InvoiceStatus" in shown[1][2]
