"""A slip in a template is told with the template, its line and the way out."""

import pytest
from jinja2 import Environment, FileSystemLoader

from sdkwright.emit import rendering
from sdkwright.emit.rendering import Renderer
from sdkwright.errors import GeneratorError


@pytest.fixture
def templates(tmp_path, monkeypatch):
    """A folder of templates below a checkout's root."""
    folder = tmp_path / "templates"
    folder.mkdir(parents=True)
    monkeypatch.setattr(rendering, "TEMPLATES", folder)
    return folder


def renderer(templates):
    return Renderer(Environment(loader=FileSystemLoader(templates)), templates.parent, "# head")


def test_a_template_becomes_a_file_with_the_header(templates):
    (templates / "a.jinja").write_text("{{ header }}\n{{ text }}\n")
    renderer(templates)("sub/a.py", "a.jinja", text="é")
    assert (templates.parent / "sub/a.py").read_bytes() == "# head\né".encode()


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{{ nope.name }}", ":2: 'nope' is undefined (UndefinedError); fix the template there."),
        ("{% for %}", ":2: Expected an expression, got 'end of statement block' (TemplateSyntaxError); fix "),
        ("{{ 1 | nope }}", ":2: No filter named 'nope'. (TemplateAssertionError); fix "),
        ("{{ 1 + none }}", ":2: unsupported operand type(s) for +: 'int' and 'NoneType' (TypeError); fix "),
        ("{% include 'b.jinja' %}", ":2: b.jinja is not there (TemplateNotFound); fix "),
    ],
)
def test_a_slip_is_told_with_its_line(line, sentence, templates):
    (templates / "a.jinja").write_text(f"first\n{line}\n")
    with pytest.raises(GeneratorError) as caught:
        renderer(templates)("a.py", "a.jinja")
    assert str(caught.value).startswith(f"sdkwright/emit/templates/a.jinja{sentence}")
    assert not (templates.parent / "a.py").exists()


def test_a_slip_in_an_included_template_is_told_there(templates):
    (templates / "a.jinja").write_text("{% include 'b.jinja' %}\n")
    (templates / "b.jinja").write_text("\n\n{{ nope.name }}\n")
    with pytest.raises(GeneratorError, match=r"^sdkwright/emit/templates/b\.jinja:3: 'nope' is undefined "):
        renderer(templates)("a.py", "a.jinja")


def test_a_template_that_is_not_there(templates):
    with pytest.raises(GeneratorError) as caught:
        renderer(templates)("a.py", "a.jinja")
    assert str(caught.value) == (
        "sdkwright/emit/templates/a.jinja: a.jinja is not there (TemplateNotFound); fix the template there."
    )
