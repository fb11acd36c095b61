"""Making a checkout ready for a release: all of it, or not a byte."""

import re

import pytest

from sdkwright import pipeline
from sdkwright.diff.version import Part
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release import changelog
from sdkwright.release.generator import GENERATOR
from tests.generator.release.conftest import commit, git


@pytest.fixture
def untouched(checkout):
    """Looks afterwards whether the checkout is as it was committed."""
    yield checkout
    assert git(checkout.root, "status", "--porcelain", "--ignored=no") == ""


def entry(checkout, name, text="A change."):
    (checkout.changes / name).write_text(text, encoding="utf-8")
    commit(checkout.root, "An entry")


def test_a_part_is_raised_everywhere_and_the_entries_are_told(checkout, report):
    entry(checkout, "+find-client.added.md", "`clients.find` finds a client by email.")
    entry(checkout, "+leak.security.md", "A leak is closed.")
    changelog.release(checkout, report, part=Part.MINOR)
    text = checkout.changelog.read_text(encoding="utf-8")
    assert text.index("## 0.2.0 (20") < text.index("### Security\n\n- ") < text.index("- A leak is closed.\n")
    assert "- `clients.find` finds a client by email.\n" in text
    assert 'version = "0.2.0"' in checkout.pyproject.read_text(encoding="utf-8")
    assert 'VERSION: Final = "0.2.0"' in (checkout.package / "_build.py").read_text(encoding="utf-8")
    assert not list(checkout.changes.glob("*.md"))
    assert "tag the commit v0.2.0" in report.out.getvalue()
    commit(checkout.root, "Release 0.2.0")
    pipeline.check(checkout, report)
    with pytest.raises(GeneratorError, match=r"CHANGELOG\.md has 0\.2\.0 already; name what to raise"):
        changelog.release(checkout, report)
    with pytest.raises(GeneratorError, match="docs/changes has no entries, so there is nothing to tell"):
        changelog.release(checkout, report, part=Part.PATCH)


def test_without_a_wish_it_is_the_version_that_is_there(checkout, report):
    package = {path: path.read_bytes() for path in checkout.package.rglob("*.py")}
    changelog.release(checkout, report)
    assert "\n## 0.1.0 (20" in checkout.changelog.read_text(encoding="utf-8")
    assert {path: path.read_bytes() for path in checkout.package.rglob("*.py")} == package


@pytest.mark.parametrize(
    ("version", "told"),
    [("0.0.9", r"--version 0\.0\.9 is below 0\.1\.0"), ("1.2", "not of the form"), ("v1.2.3", "not of the form"),
     ("1.2.3rc1", "not of the form"), ("", "not of the form"), ('1.2.3"\nx = 1', "not of the form")],
)  # fmt: skip
def test_a_version_that_cannot_be(untouched, report, version, told):
    with pytest.raises(GeneratorError, match=told):
        changelog.release(untouched, report, version=version)


@pytest.mark.parametrize(
    ("name", "text"),
    [("find-client.md", "x"), ("+x.bogus.md", "x"), ("+y.added.txt", "x"), ("README", "x"), ("+z.added.md", " \n")],
)
def test_an_entry_that_would_not_be_told_is_refused(untouched, report, name, text):
    entry(untouched, name, text)
    with pytest.raises(GeneratorError, match=rf"^docs/changes/{re.escape(name)} is no entry.*added.*write a sentence"):
        changelog.release(untouched, report, version="0.2.0")


@pytest.mark.parametrize("error", [GeneratorError("no"), KeyboardInterrupt(), OSError(28, "No space left on device")])
@pytest.mark.parametrize("stage", ["version", "towncrier", "swap"])
def test_a_stage_that_fails_leaves_the_checkout_as_it_was(untouched, report, monkeypatch, stage, error):
    def fail(*_, **__):
        raise error

    place = {"version": (pipeline, "state_version"), "towncrier": (changelog, "run"), "swap": (changelog.tree, "swap")}
    monkeypatch.setattr(*place[stage], fail)
    if stage != "version":
        monkeypatch.setattr(pipeline, "state_version", lambda _: None)
    # Some stages have a sentence for it already; a command finds one for the rest.
    with pytest.raises((type(error), GeneratorError) if isinstance(error, OSError) else type(error)):
        changelog.release(untouched, report, version="0.2.0")


def test_an_edit_by_hand_is_not_lost(checkout, report):
    module = checkout.package / "_build.py"
    module.write_bytes(module.read_bytes() + b"# by hand\n")
    commit(checkout.root)
    with pytest.raises(GeneratorError, match=r"_build\.py"):
        changelog.release(checkout, report, version="0.2.0")
    assert git(checkout.root, "status", "--porcelain") == ""


@pytest.fixture
def generator(checkout):
    """The generator of the checkout, with one entry."""
    root = checkout.root / "generator"
    stated = re.sub(
        r'^version = "[^"]*"$',
        'version = "0.4.0"',
        (root / "pyproject.toml").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    (root / "pyproject.toml").write_text(stated, encoding="utf-8")
    for path in (root / "changes").glob("*.md"):
        path.unlink()
    (root / "changes" / "+names.added.md").write_text("Names are proposed.\n", encoding="utf-8")
    commit(checkout.root, "The generator")
    return root


def test_the_generator_of_a_checkout_is_released_by_itself(checkout, generator, report):
    entry(checkout, "+find-client.added.md", "`clients.find` finds a client by email.")
    before = checkout.pyproject.read_bytes(), checkout.changelog.read_bytes()
    package = {path: path.read_bytes() for path in checkout.package.rglob("*.py")}
    changelog.release(checkout, report, part=Part.MINOR, what=GENERATOR)
    assert 'version = "0.5.0"' in (generator / "pyproject.toml").read_text(encoding="utf-8")
    text = (generator / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"## 0\.5\.0 \(20.*\n\n### Added\n\n- Names are proposed\.\n", text)
    assert not [*(generator / "changes").glob("*.md")]
    assert "tag the commit sdkwright-v0.5.0" in report.out.getvalue()
    assert (checkout.pyproject.read_bytes(), checkout.changelog.read_bytes()) == before
    assert {path: path.read_bytes() for path in checkout.package.rglob("*.py")} == package
    assert [*checkout.changes.glob("*.md")]
    with pytest.raises(GeneratorError, match=r"^generator/CHANGELOG\.md has 0\.5\.0 already"):
        changelog.release(checkout, report, what=GENERATOR)
    with pytest.raises(GeneratorError, match=r"^generator/changes has no entries"):
        changelog.release(checkout, report, part=Part.PATCH, what=GENERATOR)


def test_an_entry_of_the_generator_that_would_not_be_told_is_refused(checkout, generator, report):
    (generator / "changes" / "+x.bogus.md").write_text("x", encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"^generator/changes/\+x\.bogus\.md is no entry"):
        changelog.release(checkout, report, part=Part.MINOR, what=GENERATOR)


def test_a_release_of_the_generator_that_fails_leaves_it_as_it_was(checkout, generator, report, monkeypatch):
    files = {path: path.read_bytes() for path in generator.rglob("*") if path.is_file()}
    monkeypatch.setattr(changelog.tree, "swap", lambda *_, **__: (_ for _ in ()).throw(GeneratorError("no")))
    with pytest.raises(GeneratorError, match=r"^no$"):
        changelog.release(checkout, report, part=Part.MINOR, what=GENERATOR)
    assert {path: path.read_bytes() for path in generator.rglob("*") if path.is_file()} == files


def test_where_there_is_no_generator_its_release_says_so(tmp_path, report):
    with pytest.raises(GeneratorError, match=r"has no generator/pyproject\.toml"):
        changelog.release(Project(tmp_path), report, what=GENERATOR)
