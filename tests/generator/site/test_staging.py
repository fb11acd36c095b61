"""What the site is built from: pages with descriptions and anchors, what lies elsewhere, addresses if they are set."""

import tomllib

import pytest

from sdkwright import cli, site
from sdkwright.errors import GeneratorError
from sdkwright.site.pages import Page

PUBLISHED = '\n[tool.sdkwright]\nrepository = "https://github.com/a/b"\ndocumentation = "https://d.example.com/h"\n'


def staged(project, name):
    return (project.root / "docs" / ".pages" / name).read_text(encoding="utf-8")


def settings(project):
    return tomllib.loads((project.root / "docs" / ".zensical.toml").read_text(encoding="utf-8"))["project"]


def publish(project):
    with project.pyproject.open("a") as file:
        file.write(PUBLISHED)


def test_pages_get_descriptions_and_anchors(project, capsys):
    site.write(project)
    assert cli.main(["docs", "--stage", "--project", str(project.root)]) == 0
    assert capsys.readouterr().out == "docs/.zensical.toml\n"
    assert 'description: "Boats, typed. Money A boat All"' in staged(project, "index.md")
    assert staged(project, "guides/errors-and-retries.md").count("description:") == 1
    money = staged(project, "guides/money.md").partition("\n---\n")[0]
    assert 'description: "overrides/<package>/ is code. More words."' in money
    boats = staged(project, "resources/boats.md")
    assert "## boats.get { #get data-toc-label='get' }\n" in boats
    assert "<a id" not in boats
    assert "exclude: true" in staged(project, "api.md")


def test_what_lies_elsewhere_comes_along(project):
    site.stage(project)
    assert "None yet." in staged(project, "changelog.md")
    assert "Tell us." in staged(project, "security.md")
    index = staged(project, "index.md")
    assert "![A boat](boat.svg)" in index
    assert "[All](changelog.md#x)" in index
    assert staged(project, "boat.svg") == "<svg/>"
    assert staged(project, "style.css") == "a {}\n"
    assert (project.root / "docs" / ".theme" / "404.html").is_file()


def test_the_navigation_names_what_is_found(project):
    site.write(project)
    site.stage(project)
    resources, reference, cookbook = (next(iter(entry.values())) for entry in settings(project)["nav"])
    assert resources == [{"boats": "resources/boats.md"}]
    assert reference == [{"Client": "reference/client.md"}, {"Errors": "reference/errors.md"}]
    assert cookbook == [{"Bill": "cookbook/bill.md"}]
    assert settings(project)["docs_dir"] == ".pages"


def test_without_an_address_nothing_needs_one(project):
    site.stage(project)
    assert not {"site_url", "repo_url"} & settings(project).keys()
    assert "edit:" not in staged(project, "index.md")
    assert "](guides/money.md)" in staged(project, "llms.txt")
    assert not (project.root / "docs" / ".pages" / "robots.txt").exists()
    assert "card" not in settings(project)["extra"]


def test_addresses_are_used_wherever_one_is_needed(project):
    publish(project)
    (project.root / "docs" / "pages" / "card.png").write_bytes(b"png")
    site.write(project)
    site.stage(project)
    assert settings(project)["site_url"] == "https://d.example.com/h/"
    assert settings(project)["repo_url"] == "https://github.com/a/b"
    assert settings(project)["extra"]["card"] == "card.png"
    base = "https://github.com/a/b/edit/main"
    assert f'edit: "{base}/docs/pages/guides/money.md"' in staged(project, "guides/money.md")
    assert f'edit: "{base}/CHANGELOG.md"' in staged(project, "changelog.md")
    # Of a program's page the program is edited, and of what a generator wrote nothing.
    assert f'edit: "{base}/examples/bill.py"' in staged(project, "cookbook/bill.md")
    assert "edit:" not in staged(project, "resources/boats.md").partition("\n---\n")[0]
    assert "](https://d.example.com/h/guides/money.md): overrides/<package>/" in staged(project, "llms.txt")
    assert "Sitemap: https://d.example.com/h/sitemap.xml" in staged(project, "robots.txt")


def test_programs_that_read_get_a_map_and_all_of_it(project):
    site.write(project)
    site.stage(project)
    map_, full = staged(project, "llms.txt"), staged(project, "llms-full.txt")
    assert map_.startswith("# harbour\n\n> Boats, typed\n\n")
    titles = [line for line in map_.splitlines() if line.startswith("## ")]
    assert titles == ["## Start", "## Guides", "## Cookbook", "## Resources", "## Reference"]
    for text in (map_, full):
        assert "maintainers" not in text
    assert "<!-- resources/boats.md -->\n\n# Boats\n\n## boats.get\n\na_b\n" in full
    assert "&#" not in full
    assert "def find(name: str) -> str: ..." in full


def test_a_second_staging_leaves_what_is_equal_and_takes_away_what_is_gone(project):
    site.stage(project)
    place = project.root / "docs" / ".pages" / "style.css"
    before = place.stat().st_mtime_ns
    (project.root / "docs" / "pages" / "guides" / "money.md").unlink()
    site.stage(project)
    assert place.stat().st_mtime_ns == before
    assert not (project.root / "docs" / ".pages" / "guides" / "money.md").exists()


def test_changes_are_followed(project):
    site.stage(project)
    page, steps = project.root / "docs" / "pages" / "guides" / "money.md", iter([1, 2])

    class StoppedError(Exception):
        pass

    def wait(_seconds):
        if next(steps, None) is None:
            raise StoppedError
        page.write_text(page.read_text() + "\nAnew.\n")

    with pytest.raises(StoppedError):
        site.follow(project, wait=wait)
    assert "Anew." in staged(project, "guides/money.md")


def test_the_site_is_completed(project, capsys):
    site.stage(project)
    assert cli.main(["docs", "--finish", "--project", str(project.root)]) == 1
    assert "there is no site yet" in capsys.readouterr().err
    built = project.root / "docs" / ".site"
    (built / "guides").mkdir(parents=True)
    (built / "resources").mkdir()
    (built / "maintainers").mkdir()
    for name, text in {"index.html": "", "search.json": "{}", "sitemap.xml": "<urlset></urlset>"}.items():
        (built / name).write_text(text)
    assert cli.main(["docs", "--finish", "--project", str(project.root)]) == 0
    assert (built / "search.js").read_text() == "var __index = {};\n"
    assert "# Money" in (built / "guides" / "money.md").read_text()
    assert not (built / "sitemap.xml").exists(), "a map without addresses says that there are no pages"


def test_a_project_without_a_site_is_told(project):
    (project.root / "docs" / "zensical.toml").unlink()
    with pytest.raises(GeneratorError, match=r"docs/zensical\.toml: there is no such file"):
        site.stage(project)


@pytest.mark.parametrize(
    ("text", "title", "description"),
    [
        ("# A `b`\n\n| a |\n|---|\n\nWords [of](x.md) it:\n", "A b", "Words of it"),
        ("---\ndescription: >-\n  Two\n  lines.\nother: x\n---\n\n# T\n", "T", "Two lines."),
        ("no heading", "page", "no heading"),
        ("# T\n\n<!-- a comment\n\nof two -->\n\n- a list\n", "T", ""),
        ("# T\n", "T", ""),
    ],
)
def test_what_a_page_is(text, title, description):
    page = Page.parse("page.md", text)
    assert (page.title, page.description) == (title, description)
    assert ("description" in page.staged({})) == bool(description)
