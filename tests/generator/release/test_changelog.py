"""Making a checkout ready for a release: all of it, or not a byte."""

import re

import pytest

from sdkwright import pipeline
from sdkwright.diff.version import Part
from sdkwright.errors import GeneratorError
from sdkwright.release import changelog
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
@pytest.mark.parametrize("stage", ["generate", "towncrier", "swap"])
def test_a_stage_that_fails_leaves_the_checkout_as_it_was(untouched, report, monkeypatch, stage, error):
    def fail(*_, **__):
        raise error

    place = {"generate": (pipeline, "generate"), "towncrier": (changelog, "run"), "swap": (changelog.tree, "swap")}
    monkeypatch.setattr(*place[stage], fail)
    if stage != "generate":
        monkeypatch.setattr(pipeline, "generate", lambda *_, **__: None)
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
