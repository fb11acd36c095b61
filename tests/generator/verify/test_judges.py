"""Each judge against a small staged tree that was spoilt in one place."""

import copy
import re
import subprocess
import sys
import types as python_types

import attrs
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.ir.declared import declared_fields
from sdkwright.verify import check_overrides, imports, types
from sdkwright.verify.staged import Staged, shorten
from tests.generator import verify_sample as sample
from tests.generator.verify_sample import verify


@pytest.fixture
def checkout(tmp_path):
    return sample.stage(tmp_path)


def spoil(stage, name, old, new):
    path = stage / "envoice" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refused(checkout, judge, document=None, **options) -> str:
    project, stage = checkout
    said: list[str] = []
    with pytest.raises(GeneratorError, match=rf"^the new tree failed verification \({judge}: \d+ problem") as caught:
        verify(
            stage,
            build(document or sample.DOCUMENT),
            project=project,
            **{"check_types": False, "say": said.append, **options},
        )
    assert not any(line.startswith(judge) for line in said)
    return str(caught.value)


def test_a_good_tree_is_accepted_with_counts(checkout):
    project, stage = checkout
    said: list[str] = []
    declared = declared_fields(sample.DOCUMENT)
    verify(stage, sample.API, project=project, declared=declared, check_types=False, say=said.append)
    text = "\n".join(re.sub(r" \(\d+\.\d s\)$", "", line) for line in said)
    assert text.splitlines() == [
        "files       9 modules, 227 lines compile",
        "safety      7 generated modules only declare",
        "agreement   2 schemas in, 1 models and 1 enums out",
        "fields      3 fields in, 3 out",
        "operations  3 operations in, 3 out, sync and async",
        "security    3 operations signed as the document says",
        "overrides   2 hand-written modules stand on 3 generated names",
        "imports     9 modules import",
        "decoding    nothing to decode, or nothing to decode with",
        "types       not checked, as asked",
    ]
    assert not list(stage.rglob("__pycache__"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("class Invoice(", "class Invoice((", "envoice/models.py:10: "),
        ("An invoice.", "An \\invoice.", r"envoice/models.py:11: "),
        ("An invoice.", "An \x00 invoice.", "envoice/models.py"),
        ('"""Models."""', "# coding: utf-7", "envoice/models.py:1: declares the encoding utf-7"),
        ("An invoice.", "A <x.Y object at 0x7f00> invoice.", "leaked into the code"),
        ("An invoice.", "UntrustedString('x')", "envoice/models.py:11: an object's repr leaked"),
        ("note: str | None = None", "note: int = " + "(" * 300 + "1" + ")" * 300, "too many nested parentheses"),
        ("note: str | None = None", "note: bool = 1 is 1", '"is" with'),
    ],
)
def test_a_file_that_does_not_compile_is_named(checkout, old, new, expected):
    spoil(checkout[1], "models.py", old, new)
    assert expected in refused(checkout, "files")


@pytest.mark.parametrize(
    "name", ["Models.py", "a-b.py", "x.pyc", "x.pth", "CON.py.txt", "sub/..x.py", "Sub/x.py", ".x"]
)
def test_a_strange_file_name_is_named(checkout, name):
    sample.write(checkout[1] / "envoice", {name: ""})
    assert "is not a name for a" in refused(checkout, "files")


def test_a_link_is_named(checkout, tmp_path):
    (checkout[1] / "envoice" / "linked.py").symlink_to(tmp_path)
    assert "envoice/linked.py: is a link" in refused(checkout, "files")


def test_not_utf8_is_named(checkout):
    (checkout[1] / "envoice" / "models.py").write_bytes(b'"""\xff"""\n')
    assert "envoice/models.py" in refused(checkout, "files")


def test_an_empty_stage_is_named(checkout, tmp_path):
    assert "there is no module in it" in refused((checkout[0], tmp_path / "empty"), "files")


NOTE = "    note: str | None = None"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("models.py", NOTE, f"{NOTE}\n\nprint('x')", "envoice/models.py:17: does something at import: print('x')"),
        ("models.py", NOTE, f"{NOTE}\n    print('x')", "does something at import"),
        ("models.py", NOTE, f"{NOTE}\n\nfor _ in (): pass", "does something at import"),
        ("models.py", NOTE, f"{NOTE}\n\nif 1: pass", "does something at import"),
        ("models.py", NOTE, f"{NOTE}\n\nField.x = 1", "does something at import"),
        ("models.py", NOTE, f"{NOTE}\n\nx = y = 1", "does something at import"),
        ("models.py", NOTE, "    note: str = str('x')", "calls str at import"),
        ("models.py", NOTE, "    note: str = field(default=print('x'))", "calls print at import"),
        ("models.py", NOTE, "    note: str = (lambda: 1)", "computes a value at import"),
        ("models.py", NOTE, "    note: str = _later(lambda: print(1))", "calls print at import"),
        ("models.py", NOTE, "    note: str = _later(lambda x=print(): x)", "calls _later at import"),
        ("models.py", NOTE, "    note: str = _later(lambda: (lambda: 1))", "computes a value at import"),
        ("models.py", NOTE, "    note: str = _later(lambda: eval)", "uses eval"),
        ("models.py", NOTE, "    note: str = [x for x in ()]", "computes a value at import"),
        ("models.py", NOTE, "    note: str = f'{Model}'", "computes a value at import"),
        ("models.py", NOTE, "    note: str(1) = None", "calls str at import"),
        ("models.py", NOTE, "    note: \"str(1)\" = ''", "annotation that is more than a type"),
        ("models.py", NOTE, "    note: list['__x__'] = []", "annotation that is more than a type"),
        ("models.py", NOTE, "    note: str = OneOf['print(1)']", "calls print at import"),
        ("models.py", NOTE, "    note: str = OneOf['[x for x in ()]']", "computes a value at import"),
        ("models.py", NOTE, "    note: str = OneOf['eval']", "uses eval"),
        ("models.py", NOTE, "    note: str = OneOf['str |']", "has a union that is more than types"),
        ("models.py", NOTE, "    note: str = Model.__class__", "reaches for __class__"),
        ("models.py", NOTE, "    note: str = Model.__init__", "reaches for __init__"),
        ("models.py", NOTE, "    note: str = eval", "uses eval"),
        ("models.py", "class Invoice(", "@print\nclass Invoice(", "decorated with what runs at import"),
        ("models.py", "class Invoice(", "@final('x')\nclass Invoice(", "decorated with what runs at import"),
        ("models.py", "Model, kw_only=True", "Model, kw_only=print()", "calls print at import"),
        ("models.py", "from msgspec import field", "import os\nfrom msgspec import field", "imports os: import os"),
        ("models.py", "from msgspec import field", "from os import path\nfrom msgspec import field", "imports os"),
        (
            "models.py",
            "from msgspec import field",
            "from builtins import exec\nfrom msgspec import field",
            "imports exec",
        ),
        (
            "models.py",
            "from msgspec import field",
            "import builtins as b\nfrom msgspec import field",
            "imports builtins",
        ),
        ("resources/taxes.py", "{}", "{'x': builtins.eval('y')}", "reaches for builtins.eval"),
        ("resources/taxes.py", "{}", "{'x': f(builtins)}", "hands builtins on"),
        ("resources/taxes.py", "{}", "{'x': builtins}", "hands builtins on"),
        ("models.py", "from msgspec import field", "import importlib\nfrom msgspec import field", "imports importlib"),
        ("resources/taxes.py", "{}", "{'x': __import__('os')}", "envoice/resources/taxes.py:24: uses __import__"),
        ("resources/taxes.py", "{}", "{'x': ().__class__}", "reaches for __class__"),
        ("resources/taxes.py", "{}", "{'x': open('y')}", "uses open"),
        ("resources/taxes.py", '        """One."""', '        """One."""\n        import os', "imports os"),
        ("resources/taxes.py", '        """One."""', '        """One."""\n        global x', "rebinds an outer name"),
        ("resources/taxes.py", "open: bool = True", "eval: object = eval", "envoice/resources/taxes.py:14: uses eval"),
        ("models.py", NOTE, "    __builtins__: int = 1", "uses __builtins__"),
        ("resources/taxes.py", "open: bool = True", "open: bool = print()", "calls print at import"),
        ("resources/taxes.py", "= True) -> int", "= True) -> print()", "calls print at import"),
        ("resources/taxes.py", "query={}", "query=" + "-" * 2000 + "1", "nested too deeply"),
    ],
)
def test_code_from_a_spec_is_refused(checkout, name, old, new, expected):
    spoil(checkout[1], name, old, new)
    assert expected in refused(checkout, "safety|files")


def test_a_field_may_be_named_like_a_builtin(checkout):
    spoil(checkout[1], "models.py", NOTE, "    open: str | None = None\n    eval: str | None = None")
    assert "Invoice sends 'eval', which its schema does not have" in refused(checkout, "agreement")


def test_a_literal_annotation_may_hold_any_text(checkout):
    spoil(checkout[1], "models.py", NOTE, '    note: "str | None" = None')
    spoil(checkout[1], "models.py", "from msgspec", "from typing import Literal\n\nfrom msgspec")
    spoil(checkout[1], "models.py", "    PAID", '    kind: Literal["f(x)"]\n    PAID')
    assert "InvoiceStatus has not the values" in refused(checkout, "agreement")


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("models.py", "class Invoice(", "class Bill(", "envoice/models.py: has no Invoice, which is a schema"),
        ("models.py", "class InvoiceStatus(", "class Sub(OpenEnum): ...\nclass InvoiceStatus(", "Sub is no schema"),
        (
            "models.py",
            "class InvoiceStatus(",
            "class Invoice(Model): ...\nclass InvoiceStatus(",
            "Invoice is there twice",
        ),
        ("models.py", 'name="Id"', 'name="ID"', "Invoice has no field for 'Id'"),
        ("models.py", 'name="Id"', 'name="ID"', "Invoice sends 'ID', which its schema does not have"),
        ("models.py", 'name="Id"', 'name="note"', "Invoice has 2 fields for 'note'"),
        ("models.py", NOTE, "    other: int = 1", "Invoice has no field for 'note'"),
        ("models.py", "id: int", "id_: int", "Invoice: the field for 'Id' is called id_, and not id"),
        ("models.py", "id: int | None", "id: int", "the field for 'Id' is of type int, and not int | None"),
        ("models.py", "note: str |", "note: int |", "the field for 'note' is of type int | None, and not str | None"),
        ("models.py", '"Id", default=None', '"Id"', "the field for 'Id' has no default, and not the default None"),
        ("models.py", NOTE, "    note: str | None", "the field for 'note' has no default, and not the default None"),
        ("models.py", "(OpenEnum)", "(OpenEnum, ordinals=(1, 2))", "InvoiceStatus has the ordinals (1, 2), and not ()"),
        ("models.py", '"Draft"', '"draft"', "InvoiceStatus has not the values of its schema ('Draft', 'draft')"),
        ("models.py", 'DRAFT = "Draft"\n    PAID = "Paid"', 'PAID = "Paid"\n    DRAFT = "Draft"', "(another order)"),
        ("models.py", "PAID =", "PAYED =", "InvoiceStatus has other member names than asked for (PAYED)"),
        ("resources/taxes.py", "from typing", "from ..models import Bill\nfrom typing", "models.Bill does not exist"),
        ("resources/invoices.py", "-> models.Invoice:", "-> models.Bill:", "models.Bill does not exist: def get"),
    ],
)
def test_models_that_disagree_with_the_document_are_named(checkout, name, old, new, expected):
    spoil(checkout[1], name, old, new)
    assert expected in refused(checkout, "agreement")


def test_missing_models_are_named(checkout):
    (checkout[1] / "envoice" / "models.py").unlink()
    assert "envoice/models.py: was not generated" in refused(checkout, "agreement")


GET = 'name="invoices.get", method="GET", path="/api/invoice/details"'


def test_a_field_that_was_lost_is_named(checkout):
    declared = {"Invoice": ("Id", "Status", "note"), "InvoiceStatus": (), "Order": ("number",)}
    said = refused(checkout, "fields", declared=declared, told={"Order.name": "left out"})
    lost = "envoice/models.py: the field 'number' of the schema Order is in neither the models nor the ledger"
    assert said.splitlines()[1:2] == [f"  {lost}"]
    assert "No field is lost in silence" in said


def test_a_field_of_which_the_ledger_tells_is_no_loss(checkout):
    project, stage = checkout
    said: list[str] = []
    declared, told = {"Invoice": ("Id", "crew")}, {"Invoice.crew": "left out"}
    verify(stage, sample.API, project=project, declared=declared, told=told, check_types=False, say=said.append)
    assert any(line.startswith("fields      2 fields in, 1 out, 1 told in the ledger (") for line in said)


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("invoices.py", GET, GET.replace("GET", "POST"), "invoices.get (POST /api/invoice/details) is no operation"),
        ("invoices.py", GET, GET.replace("GET", "POST"), "lacks invoices.get (GET /api/invoice/details)"),
        ("invoices.py", GET, GET.replace("details", "x"), "lacks invoices.get"),
        ("invoices.py", "    def get", "    def fetch", "Invoices has no method get for invoices.get"),
        ("invoices.py", "    async def get", "    async def fetch", "AsyncInvoices has no method get"),
        ("invoices.py", "class AsyncInvoices", "class Other", "AsyncInvoices has no method list"),
        ("invoices.py", "    get = Raw(", "    fetch = Raw(", "InvoicesRaw has no method get for invoices.get"),
        ("invoices.py", "AsyncRaw(AsyncInvoices.get", "AsyncRaw(Invoices.get", "AsyncInvoicesRaw has no method get"),
        ("invoices.py", "call(_LIST", "call(_GET", "Invoices.list does not call invoices.list"),
        ("invoices.py", '"queryOptions.page"', '"page"', "Invoices.list never sends the parameter 'queryOptions.page'"),
        ("invoices.py", "_LIST: Final", f"_TWICE = Operation({GET})\n_LIST: Final", "invoices.get is there twice"),
        ("taxes.py", 'name="taxes.create"', 'name="taxes.make"', "lacks taxes.create (POST /api/taxes/new)"),
        ("../client.py", "def taxes", "def tax", "envoice/client.py: AsyncEnvoice has no property taxes"),
    ],
)
def test_operations_that_were_lost_are_named(checkout, name, old, new, expected):
    spoil(checkout[1], f"resources/{name}", old, new)
    assert expected in refused(checkout, "operations")


def test_a_lost_resource_is_named(checkout):
    document = copy.deepcopy(sample.DOCUMENT)
    document["paths"]["/api/new"] = {"post": {"operationId": "orders.create", "responses": {"200": {}}}}
    text = refused(checkout, "operations", document)
    assert "envoice/resources/orders.py: lacks orders.create (POST /api/new)" in text
    assert "Envoice has no property orders" in text


def test_at_most_ten_problems_are_shown(checkout):
    document = copy.deepcopy(sample.DOCUMENT)
    document["components"]["schemas"] |= {f"New{number}": {"type": "object"} for number in range(14)}
    text = refused(checkout, "agreement", document)
    assert text.count("\n  envoice/") == 10
    assert "\n  and 4 more\nThe models and the representation of the document disagree" in text


IMPORT_LINE = "from envoice import _build, models\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "models.Invoice.status",
            "models.Invoice.state",
            "stands on models.Invoice.state, which this spec no longer gives",
        ),
        ("models.Invoice.status", "models.Bill", "overrides/envoice/additions.py:8: stands on models.Bill"),
        ('_build.BASE_URL"', '_build.URL"', "stands on _build.URL"),
        ('Invoices.get"', 'Invoices.get_all"', "stands on resources.invoices.Invoices.get_all"),
        ("resources.invoices", "resources.bills", "stands on resources.bills.Invoices.get"),
        (
            '"models.Invoice.status", ',
            "",
            "additions.py:12: uses models.Invoice, which BUILDS_ON does not name; add it",
        ),
        ('"models.Invoice.status"', '"models"', "uses models.Invoice, which BUILDS_ON does not name"),
        ('"_build.BASE_URL", ', "", "uses _build.BASE_URL"),
        (', "resources.invoices.Invoices.get"', "", "additions.py:6: uses resources.invoices.Invoices"),
        (IMPORT_LINE, IMPORT_LINE + "from envoice.models import InvoiceStatus\n", "uses models.InvoiceStatus"),
        (IMPORT_LINE, IMPORT_LINE + "from .models import *\n", "uses models.__all__"),
        (IMPORT_LINE, IMPORT_LINE + "from . import Envoice\n", "uses Envoice"),
        (IMPORT_LINE, IMPORT_LINE + "import envoice\nx = envoice.models.InvoiceStatus\n", "uses models.InvoiceStatus"),
        (IMPORT_LINE, IMPORT_LINE + "import envoice.models as m\nx: 'm.InvoiceStatus'\n", "uses models.InvoiceStatus"),
        ('("_build.BASE_URL", ', '(str("_build.BASE_URL"), ', "BUILDS_ON is not a literal tuple of texts"),
        ("class Invoices", "class class", "overrides/envoice/additions.py:11: invalid syntax"),
    ],
)
def test_an_override_that_lost_its_ground_is_named(checkout, old, new, expected):
    project, stage = checkout
    path = project.overrides / "additions.py"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))
    assert expected in refused(checkout, "overrides")
    for name in sample.OVERRIDES:
        (stage / "envoice" / name).unlink()
    with pytest.raises(GeneratorError, match="the overrides cannot be applied"):
        check_overrides(stage / "envoice", project)


def test_overrides_may_use_each_other_freely(checkout):
    project, stage = checkout
    uses = "from envoice._runtime import Model\nimport envoice._runtime\nx = envoice._runtime.Model\n"
    sample.write(project.overrides, {"more/__init__.py": uses, "more/deep.py": "from .. import _runtime, more\n"})
    for name in sample.OVERRIDES:
        (stage / "envoice" / name).unlink()
    check_overrides(stage / "envoice", project)


def test_an_override_that_is_left_out_is_not_judged(checkout):
    project, stage = checkout
    sample.write(project.overrides, {"more/gone.py": 'BUILDS_ON = ("models.Gone",)\n'})
    assert "overrides/envoice/more/gone.py:1: stands on models.Gone" in refused(checkout, "overrides")
    for override in sample.OVERRIDES:
        (stage / "envoice" / override).unlink()
    check_overrides(stage / "envoice", attrs.evolve(project, without=frozenset({"more/gone.py"})))


@pytest.mark.parametrize("name", ["models.py", "models/__init__.py", "resources/taxes.py"])
def test_an_override_never_shadows_a_generated_file(checkout, name):
    project, stage = checkout
    for override in sample.OVERRIDES:
        (stage / "envoice" / override).unlink()
    sample.write(project.overrides, {name: ""})
    with pytest.raises(
        GeneratorError, match=rf"overrides/envoice/{re.escape(name)}: the generated file .* has that name"
    ):
        check_overrides(stage / "envoice", project)


def test_generated_code_that_does_not_compile_is_named_before_overrides_are_applied(checkout):
    project, stage = checkout
    for override in sample.OVERRIDES:
        (stage / "envoice" / override).unlink()
    spoil(stage, "models.py", "class Invoice(", "class (")
    with pytest.raises(GeneratorError, match=r"envoice/models\.py:10: invalid syntax"):
        check_overrides(stage / "envoice", project)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("import os\n", "import os\nimport nowhere\n", "envoice/_runtime.py:5: ModuleNotFoundError: No module named"),
        (
            "import os\n",
            "import os\nimport warnings\nwarnings.warn('old', DeprecationWarning)\n",
            "DeprecationWarning: old",
        ),
        ("import os\n", "import os\nos._exit(3)\n", "ended with status 3"),
        ("import os\n", "import os\nraise SystemExit(0)\n", "SystemExit: 0"),
        (
            "import os\n",
            "import os\nif os.environ.get('ENVOICE_API_KEY'): raise ValueError\nx = 1 / 0\n",
            "ZeroDivision",
        ),
    ],
)
def test_a_module_that_does_not_import_is_named(checkout, monkeypatch, old, new, expected):
    monkeypatch.setenv("ENVOICE_API_KEY", "x")
    monkeypatch.setenv("PYTHONWARNINGS", "ignore")
    spoil(checkout[1], "_runtime.py", old, new)
    assert expected in refused(checkout, "imports")


def test_a_public_name_that_leads_nowhere_is_named(checkout):
    spoil(checkout[1], "__init__.py", '["AsyncEnvoice"', '["Gone", "AsyncEnvoice"')
    assert "envoice/__init__.py:17: AttributeError: Gone" in refused(checkout, "imports")


def test_an_import_that_never_ends_is_named(checkout, monkeypatch):
    monkeypatch.setattr(imports, "_TIMEOUT", 0.5)
    spoil(checkout[1], "_runtime.py", "import os\n", "import os, time\ntime.sleep(60)\n")
    assert "did not end within 0 seconds" in refused(checkout, "imports")


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    return tmp_path_factory.mktemp("mypy")


@pytest.fixture
def libraries_known(known, monkeypatch):
    """Lets mypy keep what it knows of the libraries that every tree stands on."""
    monkeypatch.setattr(types, "cache_of", lambda _: known)


@pytest.mark.usefixtures("libraries_known")
def test_the_type_checkers_accept_a_good_tree(checkout):
    project, stage = checkout
    verdict = types.judge(Staged(root=stage, api=sample.API, project=project))
    assert verdict.problems == []


@pytest.mark.usefixtures("libraries_known")
def test_the_type_checkers_name_what_is_wrong(checkout):
    project, stage = checkout
    spoil(stage, "resources/taxes.py", "async def create(self) -> builtins.int", "async def create(self) -> str")
    project.usage_sample.write_text(sample.USAGE + "x: int = Envoice()\n")
    text = refused(checkout, "types", check_types=True)
    for tool in ("mypy", "pyright"):
        assert f"tests/typing/usage.py:8: {tool}: " in text
        assert f"envoice/resources/taxes.py:24: {tool}: " in text
    assert str(stage) not in text


@pytest.mark.usefixtures("libraries_known")
def test_without_a_usage_sample_the_package_alone_is_judged(checkout):
    project, stage = checkout
    project.usage_sample.unlink()
    verdict = types.judge(Staged(root=stage, api=sample.API, project=project))
    assert verdict.problems == []
    assert verdict.fact.endswith("modules and 0 usage samples")


def without(tool):
    return python_types.SimpleNamespace(
        util=python_types.SimpleNamespace(find_spec=lambda name: None if name == tool else name)
    )


def test_a_missing_type_checker_is_named(checkout, monkeypatch):
    monkeypatch.setattr(types, "importlib", without("mypy"))
    assert "mypy: is not installed; install it" in refused(checkout, "types", check_types=True)


def test_without_pyright_mypy_judges_and_it_is_said(checkout, monkeypatch):
    project, stage = checkout
    asked = []
    monkeypatch.setattr(types, "importlib", without("pyright"))
    monkeypatch.setattr(types, "_run", lambda _root, module, *_: asked.append(module) or done())
    verdict = types.judge(Staged(root=stage, api=sample.API, project=project))
    assert (asked, verdict.problems) == (["mypy"], [])
    assert verdict.fact.startswith("mypy, strict, accepts ")
    assert verdict.fact.endswith("; pyright did not judge: it comes with sdkwright[pyright]")


def done():
    return subprocess.CompletedProcess([], 0, "", "")


def test_a_type_checker_that_cannot_run_says_so(checkout, monkeypatch, tmp_path):
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'no network' >&2\nexit 7\n")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(broken))
    problems = types.judge(Staged(root=checkout[1], api=sample.API, project=checkout[0])).problems
    assert [problem.where for problem in problems] == ["mypy", "pyright"]
    assert all("could not run" in problem.what and "status 7: no network" in problem.what for problem in problems)


def test_pyright_that_looks_at_nothing_is_no_success(checkout, monkeypatch):
    answer = python_types.SimpleNamespace(
        returncode=0, stdout='{"generalDiagnostics": [], "summary": {"filesAnalyzed": 0}}'
    )
    monkeypatch.setattr(types, "_run", lambda *_args: answer)
    problems = types.judge(Staged(root=checkout[1], api=sample.API, project=checkout[0])).problems
    assert "looked at 0 of 10 files" in problems[0].what


def test_what_is_shown_stays_on_one_bounded_line():
    assert shorten("a\r\n\u2028b\x1b[31m\tc") == "a b [31m c"
    assert shorten("x" * 1000) == "x" * 159 + "…"
