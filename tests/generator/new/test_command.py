"""`new` makes a whole project of a document, or nothing, with one sentence."""

import subprocess
import sys
import tomllib

import pytest

from sdkwright import cli
from sdkwright.new.first_call import FirstCall
from tests.computed import ROOT, computed

DOCUMENT = ROOT / "tests" / "apis" / "bike_workshop" / "spec" / "upstream.json"
SOURCES = (ROOT / "generator" / "sdkwright", ROOT / "generator" / "pyproject.toml", DOCUMENT)


@pytest.fixture(scope="module")
def made():
    """A new project, and what was printed."""

    def make(folder):
        command = [sys.executable, "-m", "sdkwright", "new", "bike_shop", "--document", DOCUMENT, "--skip-types"]
        ran = subprocess.run(
            [*command, "--author", "A. Smith"], cwd=folder, capture_output=True, text=True, check=False
        )
        (folder / "out").write_text(ran.stdout, encoding="utf-8")
        assert (ran.returncode, ran.stderr) == (0, "")

    return computed("new-project", make, sources=SOURCES)


@pytest.fixture
def refused(tmp_path, monkeypatch, capsys):
    """Runs the command, which must fail with one sentence and leave nothing."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        before = sorted(path.name for path in tmp_path.iterdir())
        assert cli.main(["new", *map(str, arguments)]) == 1
        said = capsys.readouterr().err
        assert said.startswith("error: ")
        assert len(said.strip().splitlines()) == 1
        assert sorted(path.name for path in tmp_path.iterdir()) == before
        return said

    return run


def test_a_project_has_all_that_its_commands_need(made):
    root = made / "bike_shop"
    for name in (
        "CONTRIBUTING.md",
        "noxfile.py", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", ".gitignore", ".pre-commit-config.yaml",
        ".github/workflows/ci.yml", "spec/sdk.toml", "spec/upstream.json", "spec/bike_shop.lock", "spec/ledger.md",
        "overrides/bike_shop/README.md", "generated/bike_shop/__init__.py", "examples/quickstart.py",
        "tests/test_smoke.py", "tests/contract/test_contract.py", "tests/typing/usage.py", "docs/pages/index.md",
        "docs/pages/resources/index.md", "docs/pages/guides/lists.md", "docs/zensical.toml",
    ):  # fmt: skip
        assert (root / name).is_file(), name
    # A generation links its pages to those that are there, and one in a clone must write the same.
    pages = {path.stem: path for path in (root / "docs" / "pages" / "resources").glob("*.md")}
    pages = [path.read_text(encoding="utf-8") for name, path in pages.items() if name not in {"index", "models"}]
    assert pages
    assert all("](../guides/options.md)" in page for page in pages)
    assert not [path.name for path in made.iterdir() if path.name.startswith(".")]
    metadata = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert metadata["project"]["name"] == metadata["tool"]["towncrier"]["name"] == "bike_shop"
    assert "A. Smith" in (root / "LICENSE").read_text(encoding="utf-8")
    assert str(made) not in "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.toml"))


def test_it_says_what_it_did_what_it_left_and_what_is_next(made):
    said = (made / "out").read_text(encoding="utf-8")
    decided, left, following = (
        said.partition("\nDecided:\n")[2].replace("Next:", "\nLeft to you:").split("Left to you:")
    )
    assert "package.client = BikeShop" in decided
    assert "pagination.pages: p counts pages, as in parts.list and 2 operations in all (likely)" in decided
    assert "What errors say" in left
    assert [line.split()[0] for line in following.strip().splitlines()] == ["cd", "python", "python"]


def test_the_first_call_runs_in_both_manners(made, capsys):
    assert cli.main(["demo", "--project", str(made / "bike_shop")]) == 0
    assert capsys.readouterr().out.count("3 calls, 2 stubs matched, 0 unmatched") == 2


def test_its_sessions_are_those_of_the_generator(made):
    command = [sys.executable, "-m", "nox", "--list", "--script-mode", "none"]
    listed = subprocess.run(command, cwd=made / "bike_shop", capture_output=True, text=True, check=True).stdout
    names = {line.split()[1] for line in listed.splitlines() if line.startswith(("- ", "* "))}
    assert names >= {"generate", "demo", "tests", "docs", "build", "publish", "update", "drift"}


def test_a_folder_that_is_there_is_refused(refused, tmp_path):
    (tmp_path / "boats").mkdir()
    assert "is there already" in refused("boats", "--document", DOCUMENT)
    assert "is no folder" in refused("boats", "--document", DOCUMENT, "--into", tmp_path / "no" / "boats")


@pytest.mark.parametrize(
    ("name", "why"),
    [("My-SDK", "such as my_sdk"), ("httpx", "hides no package"), ("class", "hides no package"), ("", "lower case")],
)
def test_a_name_that_is_no_package_is_refused(refused, name, why):
    assert why in refused(name, "--document", DOCUMENT)


@pytest.mark.parametrize(
    ("document", "why"),
    [
        ("absent.json", "absent.json is not there; name a file, an https address"),
        (".", "is no plain file"),
        ("ftp://example.com/a.json", "no way to read this"),
        ("http://example.com/a.json", "anyone on the way can alter"),
        ("https://user:secret@example.com/a.json", "holds credentials"),
        ("npm:acme", "npm:PACKAGE@VERSION/PATH"),
        ("npm:acme@latest/api.json", "version"),
        ("http://127.0.0.1:9/a.json", "name another --document"),
    ],
)
def test_a_document_that_cannot_be_had_is_refused(refused, document, why):
    said = refused("boats", "--document", document)
    assert why in said
    assert "secret" not in said


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "not"),
        ("{}", "no `openapi` version"),
        ('{"openapi": "3.0.0", "paths": {}}', "bad.json: the document has no `paths`"),
    ],
)
def test_a_document_that_is_none_is_refused(refused, tmp_path, content, why):
    (tmp_path / "bad.json").write_text(content)
    assert why in refused("boats", "--document", tmp_path / "bad.json")


def test_nobody_is_asked_without_a_terminal(refused):
    assert "there is none" in refused("boats", "--document", DOCUMENT, "--ask")


@pytest.mark.parametrize(
    ("block", "awaited"),
    [
        ("    for boat in client.boats.list():\n        print(boat)", "    async for boat in client.boats.list():"),
        ("    boat = client.boats.get(1)\n    print(boat)", "    boat = await client.boats.get(1)"),
        ("    client.boats.sink(\n        1,\n    )", "    await client.boats.sink("),
    ],
)
def test_a_call_is_written_for_the_asynchronous_client(block, awaited):
    source = f"from pathlib import Path\n\nfrom fleet import Boat, Fleet\n\nwith Fleet() as client:\n{block}\n"
    written = FirstCall("boats.list", source.replace("Boat, Fleet", "Fleet, Boat"), "Fleet").quickstart
    compile(written, "quickstart.py", "exec")
    assert f"    {awaited}\n" in written
    assert "from fleet import AsyncFleet, Fleet, Boat\n" in written
