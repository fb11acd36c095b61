"""The generator knows no API: what is true of one stands in its project."""

import re

import pytest

from sdkwright.project import Project

WORDS = re.compile(r"(?i)envoice|IsFaulted|x-auth-(key|secret)|ApiModel|TotalCount")
KINDS = {".py", ".jinja", ".toml", ".md"}


@pytest.fixture(scope="module")
def files():
    """The generator's own files by their names, but for its changelog and the entries of it."""
    root = Project.find(__file__).root / "generator"
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.suffix in KINDS}
    return {
        name: path
        for name, path in found.items()
        if name != "CHANGELOG.md" and not name.startswith(("changes/", "dist/"))
    }


def places(name, text):
    """Where a file holds a word, by line; in line 0 its name."""
    lines = [name, *text.splitlines()]
    return [f"{name}:{number}: {line.strip()[:100]}" for number, line in enumerate(lines) if WORDS.search(line)]


def test_no_file_of_the_generator_names_an_api(files):
    assert len(files) > 100
    found = [place for name, path in files.items() for place in places(name, path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    "word", ["envoice", "ENVOICE_KEY", "isfaulted", "X-Auth-Secret", "ClientApiModel", "TotalCount"]
)
def test_a_word_is_found_in_a_line_and_in_a_name(word):
    assert places("sdkwright/a.py", f"one\n  {word} two\n") == [f"sdkwright/a.py:2: {word} two"]
    assert places(f"sdkwright/{word}.py", "one\n") == [f"sdkwright/{word}.py:0: sdkwright/{word}.py"]
