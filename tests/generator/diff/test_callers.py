"""Code that fitted the old package, checked against the new one by pyright."""

import shutil

import pytest

from sdkwright.diff.callers import SAMPLE, compare_callers, program, uses
from tests.generator.diff.raw import operations


def changed(package, folder, *edits):
    """A copy of a package with replacements of texts."""
    shutil.copytree(package.folder, folder / "envoice")
    for name, old, new in edits:
        path = folder / "envoice" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    return folder / "envoice"


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_what_no_longer_fits_is_told_where_it_is(package, tmp_path):
    sample = tmp_path / "caller.py"
    sample.write_text(
        "from envoice import Envoice\n\n\ndef pay(client: Envoice) -> str | None:\n"
        "    first = next(iter(client.countries.list()))\n    return first.name\n",
        encoding="utf-8",
    )
    new = changed(
        package,
        tmp_path / "new",
        ("resources/countries.py", "def list(", "def every("),
        (
            "models.py",
            "class OrderDelete(Model, kw_only=True):",
            'class OrderDelete(Model, kw_only=True):\n    must: int = field(name="Must")\n',
        ),
    )
    stage = tmp_path / "stage"
    stage.mkdir()
    found = compare_callers(package.surface, (package.folder, new), stage, {"pass/caller.py": sample})
    places = {one.place for one in found}
    assert {"resources.countries.Countries.list", "models.OrderDelete", "tests/typing/pass/caller.py:5"} <= places
    assert all(
        one.place.startswith(("models.OrderDelete", "resources.countries.", "tests/typing/pass")) for one in found
    )
    # What both clients share is told once.
    assert not any(one.place == "resources.countries.AsyncCountries.list" for one in found)


@pytest.mark.full(reason="test_what_did_not_fit_before_is_no_news compares the same package with more samples")
def test_the_same_package_fits_with_every_typing_test(known, package, tmp_path):
    same = package.folder
    assert compare_callers(package.surface, (same, same), tmp_path, known.project.typing_tests()) == []


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_what_did_not_fit_before_is_no_news(known, package, tmp_path):
    sample = tmp_path / "wrong.py"
    # The package answers every name by `__getattr__`, so that a name that is not there is no error.
    sample.write_text("import envoice\n\nnumber: int = envoice.Envoice\n", encoding="utf-8")
    same = package.folder
    stage = tmp_path / "stage"
    stage.mkdir()
    samples = known.project.typing_tests() | {"wrong.py": sample}
    assert compare_callers(package.surface, (same, same), stage, samples) == []


def test_the_program_uses_every_method_and_every_field(known, package):
    text, places = program(list(uses(package.surface)), package="envoice")
    used = set(places.values())
    methods = {
        path
        for path, item in package.surface.items()
        if path.startswith("resources.") and item.kind == "function" and not path.endswith("__init__")
    }
    fields = {
        path
        for path, item in package.surface.items()
        if path.startswith("models.") and path.count(".") == 2 and item.kind == "attribute"
    }
    assert len(methods) >= 2 * len(operations(known.upstream))
    assert methods <= used
    written = {path for path in fields if package.surface[path].written}
    assert {path for path in fields - written if package.surface[path].value is None} <= used
    assert {path.rpartition(".")[0] for path in written} <= used
    compile(text, SAMPLE, "exec")
