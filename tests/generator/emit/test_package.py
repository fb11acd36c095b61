"""The package as written: lazy, complete, without clashes, and with the additions in use."""

import ast
import json
import re
import subprocess
import sys
from types import SimpleNamespace as Namespace

import attrs
import pytest

from sdkwright.emit.needs import for_document
from sdkwright.emit.package import check_doctor, copy_overrides, header_of, tidy, version_of, write_package
from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.normalise.sites import operations
from sdkwright.project import Project
from tests.generator import vendor_sample as sample
from tests.generator.checkout import declare

PYPROJECT = '[project]\nname = "envoice"\nversion = "1.2.3"\n'


@pytest.fixture
def checkout(tmp_path):
    """A checkout with the least that the emitters read."""
    project = attrs.evolve(declare(tmp_path / "checkout"), runtime=tmp_path / "runtime")
    with (project.spec / "sdk.toml").open("a", encoding="utf-8") as file:
        file.write('[webhooks]\nstyle = "hook"\n[command_line]\nenabled = true\n[testing]\nenabled = true\n')
    (project.overrides / "additions").mkdir(parents=True)
    (project.root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (project.overrides / "errors.py").write_text(
        '__all__ = ["APIError"]\n\n\nclass APIError(Exception): ...\n', encoding="utf-8"
    )
    return project


def written(project, document=None, **options):
    """The files that `write_package` makes of the sample, by name."""
    folder = project.root / f"staged{len(list(project.root.glob('staged*')))}"
    folder.mkdir()
    write_package(sample.api(document), folder, project=project, spec_sha256="ab" * 32, **options)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.*")}


def run(package, code):
    """What `code` prints as JSON, in an interpreter of its own that finds the staged package first."""
    program = f"import sys; sys.path.insert(0, {str(package.parent)!r}); import json; {code}"
    ran = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


class TestWritePackage:
    def test_the_files_and_their_number_of_methods(self, checkout):
        files = written(checkout)
        assert sorted(files) == [
            "__init__.py", "_api.py", "_build.py", "_commands/__init__.py", "_commands/orders.py", "_deprecated.py",
            "_names/clients.py", "_names/errors.py", "_schemas.py", "_validation/limits.py", "auth.py", "client.py",
            "credentials.py", "models.py", "py.typed", "resources/orders.py", "testing/fixtures.py",
        ]  # fmt: skip
        assert all(text.startswith(header_of(checkout)) for name, text in files.items() if name != "py.typed")

    def test_the_build_facts(self, checkout):
        values = {}
        exec(compile(written(checkout)["_build.py"], "_build.py", "exec"), values)
        assert values["VERSION"] == "1.2.3"
        assert values["BASE_URL"] == "https://api.example.com"
        assert values["SPEC_SHA256"] == "ab" * 32
        assert set(values["GENERATORS"]) == {"datamodel-code-generator", "openapi-python-client"}

    def test_it_returns_the_number_of_methods(self, checkout):
        folder = checkout.root / "staged"
        folder.mkdir()
        assert len(write_package(sample.api(), folder, project=checkout, spec_sha256="")[0].methods) == 4

    def test_it_is_the_same_again(self, project, normalised, package, tmp_path):
        again = tmp_path / "envoice"
        again.mkdir()
        api = build(normalised.document)
        project = for_document(project, api)
        write_package(api, again, project=project, spec_sha256="0" * 64)
        copy_overrides(again, project=project)
        tidy(again)
        first, second = (
            {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
            for folder in (package, again)
        )
        assert {name: data for name, data in first.items() if name.suffix != ".pyc"} == second

    def test_a_schema_with_the_name_of_a_resource_is_refused(self, checkout):
        names = attrs.evolve(sample.NAMES, schemas=sample.NAMES.schemas | {"OrderApiModel": "Orders"})
        with pytest.raises(GeneratorError) as caught:
            written(checkout, sample.normalised(names=names).document)
        assert str(caught.value) == (
            "Orders would stand for something in .models and in the resources; rename the schema or resource in "
            "spec/names.toml."
        )

    @pytest.mark.parametrize(
        ("name", "homes"),
        [
            ("APIError", ".errors and in .models"),
            ("Credentials", ".credentials and in .models"),
            ("Webhooks", ".models and in .webhooks"),
            ("Envoice", ".client and in .models"),
        ],
    )
    def test_a_schema_with_the_name_of_an_export_is_refused(self, name, homes, checkout):
        names = attrs.evolve(sample.NAMES, schemas=sample.NAMES.schemas | {"OrderApiModel": name})
        with pytest.raises(GeneratorError, match=f"^{name} would stand for something in {re.escape(homes)}; "):
            written(checkout, sample.normalised(names=names).document)

    def test_nothing_of_a_template_is_left_in_the_text(self, checkout):
        for text in written(checkout).values():
            assert "object at 0x" not in text
            assert "{{" not in text
            assert "{%" not in text


def test_doctor_reads_no_list_that_needs_an_argument(checkout):
    def resource(path, *needed):
        arguments = [Namespace(name=name, default=None) for name in needed] + [Namespace(name="page", default="None")]
        return Namespace(path=path, methods=[Namespace(name="list", arguments=arguments)])

    settings = (checkout.spec / "sdk.toml").read_text(encoding="utf-8")
    settings = settings.replace("[command_line]\n", '[command_line]\ndoctor = ["berths", "boats"]\n')
    (checkout.spec / "sdk.toml").write_text(settings, encoding="utf-8")
    project = Project(checkout.root)
    said = (
        r"\[command_line\] doctor: berths.list needs harbour, boat_id, which `doctor` cannot know; name one that needs "
    )
    with pytest.raises(GeneratorError, match=f"{said}none, such as 'boats'"):
        check_doctor(project, [resource("berths", "harbour", "boat_id"), resource("boats")])
    with pytest.raises(GeneratorError, match="take it out, for no list needs none"):
        check_doctor(project, [resource("berths", "boat_id")])
    with pytest.raises(GeneratorError, match="'boats' is no resource with a list; it has berths"):
        check_doctor(project, [resource("berths")])
    check_doctor(project, [resource("berths"), resource("boats")])


@pytest.fixture(scope="module")
def classes(package):
    """The two classes of the generated `resources/invoices.py`."""
    tree = ast.parse((package / "resources" / "invoices.py").read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
PUBLIC_MODULES = [
    "auth", "clock", "credentials", "deviations", "enums", "errors", "events", "interchange", "models", "options",
    "otel", "pagination", "problems", "responses", "testing", "transports", "webhooks",
]  # fmt: skip


def method(owner, name):
    return next(node for node in owner.body if isinstance(node, FUNCTIONS) and node.name == name)


class TestResources:
    def test_both_classes_have_the_same_methods_with_the_same_signatures(self, classes):
        def signatures(owner):
            return {node.name: ast.unparse(node.args) for node in classes[owner].body if isinstance(node, FUNCTIONS)}

        assert signatures("Invoices") == signatures("AsyncInvoices")
        assert list(signatures("Invoices"))[:5] == ["with_raw_response", "list", "get", "create", "update"]

    def test_the_raw_twins_have_every_method(self, package):
        tree = ast.parse((package / "resources" / "invoices.py").read_text(encoding="utf-8"))
        classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
        for prefix in ("", "Async"):
            methods = [node.name for node in classes[f"{prefix}Invoices"].body if isinstance(node, FUNCTIONS)]
            bound = {
                node.target.id: ast.unparse(node.value)
                for node in classes[f"{prefix}InvoicesRaw"].body
                if isinstance(node, ast.AnnAssign)
            }
            assert list(bound) == methods[1:]
            assert bound["get"] == f"{prefix}Raw({prefix}Invoices.get)"
            assert bound["list"] == f"{prefix}RawPage({prefix}Invoices.list)"

    def test_an_asynchronous_method_is_awaited_and_a_pager_is_not(self, classes):
        assert isinstance(method(classes["Invoices"], "get"), ast.FunctionDef)
        assert isinstance(method(classes["AsyncInvoices"], "get"), ast.AsyncFunctionDef)
        pager = method(classes["AsyncInvoices"], "list")
        assert isinstance(pager, ast.FunctionDef)
        assert ast.unparse(pager.returns) == "AsyncPager[InvoiceSummary]"

    def test_an_update_takes_its_id_by_place_and_the_rest_by_name(self, classes):
        arguments = method(classes["Invoices"], "update").args
        assert [one.arg for one in arguments.args] == ["self", "id"]
        assert arguments.kwonlyargs
        assert {ast.unparse(default) for default in arguments.kw_defaults[:-1]} == {"UNSET"}
        assert arguments.kwonlyargs[-1].arg == "options"

    def test_a_pager_knows_the_wire_names(self, package):
        text = (package / "resources" / "invoices.py").read_text(encoding="utf-8")
        assert 'page_param="queryOptions.page"' in text
        assert 'page_size_param="queryOptions.pageSize"' in text
        text = (package / "resources" / "invoice_categories.py").read_text(encoding="utf-8")
        assert "page=None" in text
        assert "page_param=None" in text

    def test_every_operation_stands_once(self, package, normalised):
        found = []
        for path in (package / "resources").glob("[!_]*.py"):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.AnnAssign):
                    values = {item.arg: item.value for item in node.value.keywords}
                    found.append((values["name"].value, f"{values['method'].value} {values['path'].value}"))
        assert sorted(found) == sorted(
            (site.operation["operationId"], site.key) for site in operations(normalised.document)
        )


class TestTheClients:
    def test_one_property_a_resource_for_both(self, package, normalised):
        resources = {site.operation["tags"][0] for site in operations(normalised.document)}
        assert len(resources) > 1
        tree = ast.parse((package / "client.py").read_text(encoding="utf-8"))
        for name in ("Envoice", "AsyncEnvoice"):
            owner = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
            assert {node.name for node in owner.body if isinstance(node, ast.FunctionDef)} - {"__init__"} == resources

    def test_an_addition_takes_the_place_of_the_generated_class(self, package, checkout):
        real = (package / "client.py").read_text(encoding="utf-8")
        assert "from .additions.invoices import Invoices\n" in real
        assert "from .resources.clients import Clients\n" in real
        assert ".resources.invoices" not in real
        (checkout.overrides / "additions" / "orders.py").touch()
        assert '_orders = lazy_module(".additions.orders")\n' in written(checkout)["client.py"]

    def test_an_addition_that_is_left_out_is_not_used(self, checkout):
        (checkout.overrides / "additions" / "orders.py").touch()
        project = attrs.evolve(checkout, without=frozenset({"additions/orders.py"}))
        assert "from .resources.orders import Orders\n" in written(project)["client.py"]

    def test_a_tool_of_an_addition_that_is_left_out_is_not_declared(self, checkout):
        with (checkout.spec / "sdk.toml").open("a", encoding="utf-8") as settings:
            settings.write('[mcp]\nenabled = true\nreads = ["orders.print"]\n')
        addition = checkout.overrides / "additions" / "orders.py"
        addition.write_text("class Orders:\n    def print(self) -> None:\n        pass\n", encoding="utf-8")
        assert "orders.print" in written(checkout)["mcp/_declared.py"]
        project = attrs.evolve(checkout, without=frozenset({"additions/orders.py"}))
        assert "orders.print" not in written(project)["mcp/_declared.py"]


class TestTheFrontDoor:
    def test_importing_it_loads_neither_httpx_nor_the_models(self, package):
        loaded = run(package, "import envoice; print(json.dumps([envoice.__file__, *sys.modules]))")
        assert loaded[0] == str(package / "__init__.py")
        assert not {"httpx", "msgspec", "envoice.models", "envoice.client", "envoice._core.client"} & set(loaded)
        assert {name for name in loaded if name.startswith("envoice")} == {"envoice", "envoice._build"}

    def test_one_name_loads_only_its_home(self, package):
        code = "import envoice; envoice.NotFoundError; print(json.dumps(list(sys.modules)))"
        assert not {"httpx", "envoice.models"} & set(run(package, code))

    def test_every_name_it_offers_is_there_and_comes_from_where_it_is_defined(self, package):
        code = (
            "import envoice; found = {name: getattr(envoice, name) for name in envoice.__all__}; "
            "print(json.dumps([sorted(found), sorted(vars(envoice)['_HOME']), dir(envoice)]))"
        )
        offered, homes, listed = run(package, code)
        modules = set(PUBLIC_MODULES)
        assert set(homes) == set(offered) | modules
        assert len(listed) == len(set(listed))
        assert set(offered) <= set(listed)
        assert {"Envoice", "AsyncEnvoice", "Invoice", "InvoiceStatus", "APIStatusError", "UNSET", "Webhooks"} <= set(
            offered
        )

    @pytest.mark.parametrize("module", PUBLIC_MODULES)
    def test_a_public_module_is_reached_without_an_import_of_its_own(self, package, module):
        assert run(package, f"import envoice; print(json.dumps(envoice.{module}.__name__))") == f"envoice.{module}"

    def test_a_name_is_looked_up_once(self, package):
        code = "import envoice; before = 'UNSET' in vars(envoice); envoice.UNSET; "
        assert run(package, f"{code} print(json.dumps([before, 'UNSET' in vars(envoice)]))") == [False, True]

    def test_an_unknown_name_is_an_attribute_error(self, package):
        code = "\nimport envoice\ntry: envoice.Invoise\nexcept AttributeError as error: print(json.dumps(str(error)))"
        assert run(package, code) == "module 'envoice' has no attribute 'Invoise'"

    def test_it_says_what_it_was_made_from(self, package):
        code = "import envoice; print(json.dumps([envoice.__version__, envoice.__spec_sha256__]))"
        assert run(package, code) == [version_of(Project.find(__file__)), "0" * 64]


class TestCopyOverrides:
    def test_they_lie_beside_the_generated_modules_byte_for_byte(self, checkout, tmp_path):
        (checkout.overrides / "additions" / "orders.py").write_bytes(b"# own\r\n")
        assert copy_overrides(tmp_path / "package", project=checkout) == 2
        assert (tmp_path / "package" / "additions" / "orders.py").read_bytes() == b"# own\r\n"
        assert (tmp_path / "package" / "errors.py").is_file()

    def test_the_name_of_a_generated_file_is_refused(self, checkout, tmp_path):
        (tmp_path / "errors.py").touch()
        with pytest.raises(GeneratorError) as caught:
            copy_overrides(tmp_path, project=checkout)
        assert str(caught.value) == "overrides/envoice/errors.py has the name of a generated file; rename the override."


class TestTidy:
    def test_unused_imports_go_and_the_rest_is_formatted(self, tmp_path):
        path = tmp_path / "envoice" / "a.py"
        path.parent.mkdir()
        path.write_text("import sys\nimport os\nx = { 'a':os.sep }\n", encoding="utf-8")
        tidy(path.parent)
        assert path.read_text(encoding="utf-8") == 'import os\n\nx = {"a": os.sep}\n'

    def test_what_is_no_python_is_refused_without_the_path_of_the_machine(self, tmp_path):
        path = tmp_path / "envoice" / "a.py"
        path.parent.mkdir()
        path.write_text("def (:\n", encoding="utf-8")
        with pytest.raises(GeneratorError, match=r"^ruff cannot \w+ what was generated; fix the template") as caught:
            tidy(path.parent)
        assert str(tmp_path) not in str(caught.value)


def test_code_is_tidied_in_a_folder_that_git_ignores(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    package = tmp_path / "things"
    package.mkdir()
    (package / "models.py").write_text("import os\nNAME = 'things'\n", encoding="utf-8")
    tidy(package)
    assert (package / "models.py").read_text(encoding="utf-8") == 'NAME = "things"\n'
