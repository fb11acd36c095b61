"""The pages of the resources: complete, with examples that are programs, and what the overlay says of an operation."""

import ast
import re

import pytest

from sdkwright import pipeline, reference
from sdkwright.emit.package import write_package
from sdkwright.emit.resources import Resource
from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.normalise.sites import operations
from sdkwright.project import Project
from sdkwright.reference.additions import added


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The pages of the real document, and the document."""
    project = Project.find(__file__)
    _, normalised = pipeline.normalised(project)
    overlay, names = pipeline.read_tables(project)
    folder = tmp_path_factory.mktemp("package")
    api = build(normalised.document)
    resources = write_package(api, folder, project=project, spec_sha256="0" * 64)
    pages = reference.render(api, resources, reference.corrections(api, overlay, names), project=project)
    return pages, normalised.document


def sections(page):
    """The parts of a page by their anchors."""
    parts = re.split(r'^<a id="(\w+)"></a>\n\n## \S+$', page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_operation_has_a_section_with_all_it_needs(made):
    pages, document = made
    for site in operations(document):
        resource, _, verb = site.operation["operationId"].partition(".")
        section = sections(pages[f"{resource}.md"])[verb]
        assert f"<code>{site.method} {site.path}</code>" in section
        program = re.search(r"```python\n(.*?)```", section, re.DOTALL)[1]
        assert f"client.{resource}.{verb}(" in program
        ast.parse(program)
        for needed in ("```py\ndef ", "**Returns** ", "**Raises** "):
            assert needed in section


def test_every_model_has_a_section(made):
    pages, document = made
    assert sections(pages["models.md"]).keys() == document["components"]["schemas"].keys()


def test_the_index_links_to_every_method(made):
    pages, document = made
    for site in operations(document):
        resource, _, verb = site.operation["operationId"].partition(".")
        assert f"({resource}.md#{verb})" in pages["index.md"]
    assert "(invoices.md#download_pdf)" in pages["index.md"]


def test_an_operation_tells_what_the_overlay_knows_of_it(made):
    pages, _ = made
    assert "promises the PDF itself" in sections(pages["invoices.md"])["get_pdf_link"]
    assert "whole entity" in sections(pages["payment_links.md"])["delete"]
    assert "`FaultError`, which carries the page" in sections(pages["invoices.md"])["list"]
    assert "0 is <code>InvoiceStatus&#46;DRAFT</code>" in sections(pages["invoices.md"])["get_status"]


def test_it_is_what_is_committed(made):
    pages, _ = made
    folder = Project.find(__file__).reference
    assert {path.name: path.read_text("utf-8") for path in folder.glob("*.md")} == pages


def test_a_hand_written_method_has_an_example(tmp_path):
    path = tmp_path / "notes.py"
    path.write_text(
        'class Notes:\n    def total(self, id: int, *, deep: bool = False) -> int:\n        """Add up."""\n'
    )
    with pytest.raises(GeneratorError, match=r"additions/notes\.py: total has no `Examples:`"):
        added(path, "Notes", displayed_path="additions/notes.py")
    path.write_text(
        path.read_text().replace("up.", "up.\n\n        Examples:\n            >>> client.notes.total(1)\n        ")
    )
    (one,) = added(path, "Notes", displayed_path="additions/notes.py")
    assert (one.name, one.parameters, one.result) == ("total", ("id: int", "*", "deep: bool = False"), "int")
    assert one.example == "client.notes.total(1)\n"


@pytest.mark.parametrize(("name", "page"), [("index", "index-resource.md"), ("models", "models-resource.md")])
def test_a_resource_takes_no_page_of_ours(made, name, page):
    pages = reference.render(build(made[1]), [Resource(name, "resources.x", [])], {}, project=Project.find(__file__))
    assert {page, f"{name}.md"} <= pages.keys()


def test_a_resource_whose_name_is_no_file_name_is_refused(made):
    with pytest.raises(GeneratorError, match=r"cannot be a page; rename it in names\.toml"):
        reference.render(build(made[1]), [Resource("a" * 202, "x", [])], {}, project=Project.find(__file__))
