"""The pages that follow from a package and its examples: complete, current, and nobody's markup."""

import pytest

from sdkwright import cli, site
from sdkwright.errors import GeneratorError
from sdkwright.site.cookbook import titled


@pytest.fixture
def pages(project):
    site.write(project)
    folder = project.root / "docs" / "pages"
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


def test_a_module_has_a_page_with_what_it_offers(pages):
    page = pages["reference/client.md"]
    assert page.startswith("<!-- Generated from the package")
    assert page.index("## Harbour\n") < page.index("## AsyncHarbour\n")
    assert '<a id="harbour.client.Harbour"></a>\n\n## Harbour\n\n```py\nclass Harbour(Base): ...\n\n' in page
    assert "Harbour(*, key: str = 'x', **more: object)\n```" in page
    assert "async def aclose() -> None: ..." in page
    assert "- <code>key</code> (<code>str</code>): Its key." in page
    assert "- <code>HarbourError</code>: There is none." in page
    assert "- <code>is&#95;closed</code> (<code>bool</code>): Whether it is closed." in page
    assert "How to use it: [Resources](../resources/index.md)." in page
    # What both inherit from a base that has no page; and nothing that is for resources.
    assert page.count("def close(*timeouts: float) -> int: ...") == 2
    assert "**Returns** How many were open." in page
    assert "Harbour.call" not in page


def test_a_docstring_is_no_markup(pages):
    page = pages["reference/client.md"]
    assert "&#60;script&#62;alert" in page
    assert "<script" not in page


def test_trees_lists_constants_and_functions_are_shown(pages):
    page = pages["reference/errors.md"]
    assert "```text\nHarbourError\n└── LostError\n```" in page
    assert "- one thing\n- another thing" in page
    assert "```py\nLIMIT: Final\n```\n\nBytes." in page
    assert "def explain(error: HarbourError) -> str: ..." in page
    assert "```text\n>>> explain(error)\n'lost'\n```" in page
    assert "class LostError(HarbourError): ..." in page
    assert "- <code>path</code> (<code>str</code>): Where." in page
    # A class that is shown itself does not repeat what it gives.
    assert "path" not in page.partition("## LostError")[2].partition("## explain")[0]


def test_every_signature_is_on_one_page(pages):
    page = pages["api.md"]
    boats = page.partition("## client.boats\n")[2].partition("## ")[0]
    assert boats.split("\n") == [
        "",
        "```py",
        "def find(name: str) -> str: ...",
        "def get(id: int) -> str: ...",
        "def list(*, page: int = 1) -> list[str]: ...",
        "```",
        "",
        "",
    ]
    assert "class Boat:\n    name: str\n    length = 3\n" in page
    assert "class LostError(HarbourError): ...\n" in page or "class LostError(HarbourError):\n" in page
    assert "## harbour.errors" in page
    assert "reference/pagination.md" not in pages, "a module without names has no page"


def test_a_program_has_a_page_of_the_cookbook(pages):
    page = pages["cookbook/bill.md"]
    assert "# Bill\n\nBills once&#58; <code>never</code> twice." in page
    assert "```console\npip install harbour\npython bill.py\n```\n\nWhatever happens, it goes on." in page
    assert '```python\n"""Bills once' in page
    assert "(bill.md): Bills once" in pages["cookbook/index.md"]
    assert "Har&#42;bour" in pages["cookbook/index.md"]
    assert "cookbook/_helper.md" not in pages


def test_a_program_that_says_nothing_after_its_commands_keeps_their_block(project):
    (project.root / "examples" / "fast_api.py").write_text('"""Bills.\n\n    pip install harbour\n"""\n')
    site.write(project)
    page = (project.root / "docs" / "pages" / "cookbook" / "fast_api.md").read_text(encoding="utf-8")
    assert "\n\n```console\npip install harbour\n```\n\n## The program" in page


@pytest.mark.parametrize(
    ("name", "title"), [("bill", "Bill"), ("webhooks_asgi", "Webhooks ASGI"), ("fastapi_app", "FastAPI app")]
)
def test_a_program_is_titled_in_words(name, title):
    assert titled(name) == title


@pytest.mark.parametrize(
    ("text", "said"), [("x = 1\n", "write one"), ("def", "bill.py: invalid syntax"), ("\0", "bill.py: ")]
)
def test_a_program_that_cannot_be_shown_is_a_sentence(project, text, said):
    (project.root / "examples" / "bill.py").write_text(text)
    with pytest.raises(GeneratorError, match=said):
        site.made(project)


def test_a_check_tells_what_differs_is_missing_or_is_there_for_nothing(project, capsys):
    folder = project.root / "docs" / "pages"
    assert cli.main(["docs", "--project", str(project.root)]) == 0
    assert "  docs/pages/api.md\n" in capsys.readouterr().out
    assert cli.main(["docs", "--check", "--project", str(project.root)]) == 0
    (folder / "api.md").write_text("<!-- Generated from")
    (folder / "cookbook" / "bill.md").unlink()
    (folder / "reference" / "old.md").write_text("<!-- Generated from the package -->\n")
    assert cli.main(["docs", "--check", "--project", str(project.root)]) == 1
    said = capsys.readouterr().err
    for name in ("api.md", "cookbook/bill.md", "reference/old.md"):
        assert f"  docs/pages/{name}" in said
    assert len(site.write(project)) == 3
    assert not (folder / "reference" / "old.md").exists()
    assert site.write(project) == []


def test_what_is_written_by_hand_stays(project):
    folder = project.root / "docs" / "pages" / "reference"
    folder.mkdir()
    (folder / "errors.md").write_text("# Mine\n")
    (folder / "more.md").write_text("# Mine, too\n")
    (folder / "client.md").write_text("# Client\n\n::: harbour.client\n")
    site.write(project)
    site.check(project)
    assert (folder / "errors.md").read_text() == "# Mine\n"
    assert (folder / "more.md").is_file()
    assert "## Harbour" in (folder / "client.md").read_text(), "nothing reads that mark any more"


def test_without_a_package_there_are_no_pages(project):
    (project.root / "generated" / "harbour").rename(project.root / "elsewhere")
    with pytest.raises(GeneratorError, match="there is no package yet"):
        site.made(project)
